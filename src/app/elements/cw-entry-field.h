/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-element-field.h"

G_BEGIN_DECLS

#define CW_TYPE_ENTRY_FIELD (cw_entry_field_get_type ())

G_DECLARE_FINAL_TYPE (CwEntryField, cw_entry_field, CW, ENTRY_FIELD, CwElementField)

GtkWidget *cw_entry_field_new (CwElement element);
GtkEditable *cw_entry_field_get_editable (CwEntryField *self);

G_END_DECLS
