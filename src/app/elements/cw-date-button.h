/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cw_date_button_new (GtkEditable *editable, const char *element_name);

G_END_DECLS
