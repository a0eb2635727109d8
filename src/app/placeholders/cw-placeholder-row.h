/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cw-placeholder-item.h"

G_BEGIN_DECLS

#define CW_TYPE_PLACEHOLDER_ROW (cw_placeholder_row_get_type ())

G_DECLARE_FINAL_TYPE (CwPlaceholderRow, cw_placeholder_row, CW, PLACEHOLDER_ROW, GtkBox)

GtkWidget *cw_placeholder_row_new (void);
void cw_placeholder_row_set_item (CwPlaceholderRow *self, CwPlaceholderItem *item);
CwPlaceholderItem *cw_placeholder_row_get_item (CwPlaceholderRow *self);
void cw_placeholder_row_set_page (CwPlaceholderRow *self, guint page);
GtkEditable *cw_placeholder_row_get_editable (CwPlaceholderRow *self);

G_END_DECLS
