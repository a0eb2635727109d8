/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large a first page shows, px. */
#define CW_START_CARD_WIDTH 116
#define CW_START_CARD_HEIGHT 164

#define CW_TYPE_START_CARD (cw_start_card_get_type ())

G_DECLARE_FINAL_TYPE (CwStartCard, cw_start_card, CW, START_CARD, GtkButton)

GtkWidget *cw_start_card_new (const char *name, const char *detail);
void cw_start_card_set_picture (CwStartCard *self, GdkTexture *picture);

G_END_DECLS
