/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-element-field.h"

G_BEGIN_DECLS

#define CW_TYPE_LINES_FIELD (cw_lines_field_get_type ())

G_DECLARE_FINAL_TYPE (CwLinesField, cw_lines_field, CW, LINES_FIELD, CwElementField)

GtkWidget *cw_lines_field_new (CwElement element);
guint cw_lines_field_get_n_lines (CwLinesField *self);
GtkEditable *cw_lines_field_get_editable (CwLinesField *self, guint line);

G_END_DECLS
