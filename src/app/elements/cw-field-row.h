/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cw-element-field.h"

G_BEGIN_DECLS

#define CW_FIELDS_IN_ROW 3

#define CW_TYPE_FIELD_ROW (cw_field_row_get_type ())

G_DECLARE_FINAL_TYPE (CwFieldRow, cw_field_row, CW, FIELD_ROW, AdwPreferencesRow)

GtkWidget *cw_field_row_new (const CwElement *elements, guint n_elements);
CwElementField *cw_field_row_get_field (CwFieldRow *self, guint field);
void cw_field_row_set_form (CwFieldRow *self, const CwForm *form);

G_END_DECLS
