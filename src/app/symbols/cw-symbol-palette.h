/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * CwSymbolPalette::picked (const char *text, const char *behind): something was chosen; behind is
 *   NULL or goes behind the selection
 */
#define CW_TYPE_SYMBOL_PALETTE (cw_symbol_palette_get_type ())

G_DECLARE_FINAL_TYPE (CwSymbolPalette, cw_symbol_palette, CW, SYMBOL_PALETTE, GtkPopover)

GtkWidget *cw_symbol_palette_new (GSettings *settings);

G_END_DECLS
