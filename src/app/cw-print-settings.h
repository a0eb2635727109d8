/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintSettings *cw_print_settings_new (void);
GtkPageSetup *cw_print_settings_new_page (void);

G_END_DECLS
