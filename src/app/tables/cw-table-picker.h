/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_TABLE_PICKER (cw_table_picker_get_type ())

G_DECLARE_FINAL_TYPE (CwTablePicker, cw_table_picker, CW, TABLE_PICKER, GtkWidget)

GtkWidget *cw_table_picker_new (void);

G_END_DECLS
