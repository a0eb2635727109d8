/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void cw_undo_actions_install (GtkWidgetClass *klass);
void cw_undo_actions_enable (GtkWidget *widget, gboolean can_undo, gboolean can_redo);

G_END_DECLS
