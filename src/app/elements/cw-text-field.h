/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-element-field.h"

G_BEGIN_DECLS

#define CW_TYPE_TEXT_FIELD (cw_text_field_get_type ())

G_DECLARE_FINAL_TYPE (CwTextField, cw_text_field, CW, TEXT_FIELD, CwElementField)

GtkWidget *cw_text_field_new (CwElement element);
GtkWidget *cw_text_field_get_view (CwTextField *self);

G_END_DECLS
