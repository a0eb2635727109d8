/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean cw_symbol_can_insert (GtkWidget *target);
void cw_symbol_insert (GtkWidget *target, const char *text, const char *behind);
gboolean cw_symbol_get_caret_area (GtkWidget *target, GtkWidget *relative_to, GdkRectangle *area);

G_END_DECLS
