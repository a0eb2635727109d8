/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_FIND_ROW (cw_find_row_get_type ())

G_DECLARE_FINAL_TYPE (CwFindRow, cw_find_row, CW, FIND_ROW, GtkBox)

GtkWidget *cw_find_row_new (void);
void cw_find_row_show (CwFindRow *self, const char *sentence, guint start, guint end,
                       const char *section);
void cw_find_row_show_replaced (CwFindRow *self, const char *sentence, guint start, guint end,
                                gboolean chosen);
const char *cw_find_row_get_sentence (CwFindRow *self);

G_END_DECLS
