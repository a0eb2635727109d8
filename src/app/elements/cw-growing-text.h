/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_GROWING_TEXT (cw_growing_text_get_type ())

G_DECLARE_FINAL_TYPE (CwGrowingText, cw_growing_text, CW, GROWING_TEXT, GtkTextView)

GtkWidget *cw_growing_text_new (void);

G_END_DECLS
