/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cw-placeholder-item.h"

G_BEGIN_DECLS

#define CW_TYPE_PLACEHOLDER_CHOOSER (cw_placeholder_chooser_get_type ())

G_DECLARE_FINAL_TYPE (CwPlaceholderChooser, cw_placeholder_chooser, CW, PLACEHOLDER_CHOOSER,
                      AdwDialog)

CwPlaceholderChooser *cw_placeholder_chooser_new (CwDocument *document, const CwBlank *blank);
void cw_placeholder_chooser_set_words (CwPlaceholderChooser *self, const char *title,
                                       const char *description, const char *button);
void cw_placeholder_chooser_add_rules (CwPlaceholderChooser *self, CwValueRule rule);
CwValueRule cw_placeholder_chooser_get_rule (CwPlaceholderChooser *self);
void cw_placeholder_chooser_choose (CwPlaceholderChooser *self, guint value);
const CwBlank *cw_placeholder_chooser_get_chosen (CwPlaceholderChooser *self, guint *n_chosen);

G_END_DECLS
