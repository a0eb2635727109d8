/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/elements/cw-form.h"

G_BEGIN_DECLS

#define CW_TYPE_FORM_ROWS (cw_form_rows_get_type ())

G_DECLARE_FINAL_TYPE (CwFormRows, cw_form_rows, CW, FORM_ROWS, GObject)

CwFormRows *cw_form_rows_new (void);
void cw_form_rows_add_head (CwFormRows *self, AdwPreferencesGroup *group);
void cw_form_rows_add_seal (CwFormRows *self, AdwPreferencesGroup *group);
void cw_form_rows_add_colophon (CwFormRows *self, AdwPreferencesGroup *group);
void cw_form_rows_show (CwFormRows *self, const CwForm *form);
const CwForm *cw_form_rows_get_form (CwFormRows *self);

G_END_DECLS
