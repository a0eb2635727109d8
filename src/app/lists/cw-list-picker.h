/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/lists/cw-list.h"

G_BEGIN_DECLS

#define CW_TYPE_LIST_PICKER (cw_list_picker_get_type ())

G_DECLARE_FINAL_TYPE (CwListPicker, cw_list_picker, CW, LIST_PICKER, AdwBin)

GtkWidget *cw_list_picker_new (CwDocument *document);
void cw_list_picker_choose (CwListPicker *self, const guint *positions, guint n_positions);
void cw_list_picker_choose_for (CwListPicker *self, CwListForm *form);
GArray *cw_list_picker_get_positions (CwListPicker *self);

G_END_DECLS
