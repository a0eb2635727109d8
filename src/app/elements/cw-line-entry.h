/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/elements/cw-element.h"

G_BEGIN_DECLS

#define CW_TYPE_LINE_ENTRY (cw_line_entry_get_type ())

G_DECLARE_FINAL_TYPE (CwLineEntry, cw_line_entry, CW, LINE_ENTRY, GtkBox)

GtkWidget *cw_line_entry_new (CwElement element);
GtkEditable *cw_line_entry_get_editable (CwLineEntry *self);
const char *cw_line_entry_get_text (CwLineEntry *self);
void cw_line_entry_set_text (CwLineEntry *self, const char *text);
void cw_line_entry_set_position (CwLineEntry *self, guint position, guint n);

G_END_DECLS
