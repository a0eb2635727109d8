/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-undo-actions.h"

/* A text view has undo and redo in its menu, for a history of its own. There is but one, that of the
 * document, and its commands are the window's. */

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.undo", NULL);
}

static void
on_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.redo", NULL);
}

/**
 * cw_undo_actions_install:
 * @klass: a class of text views
 *
 * Makes undo and redo in their menus those of the document.
 */
void
cw_undo_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "text.undo", NULL, on_undo);
  gtk_widget_class_install_action (klass, "text.redo", NULL, on_redo);
}

/**
 * cw_undo_actions_enable:
 * @widget: a text view whose class has been given the actions
 * @can_undo: whether there is something to undo
 * @can_redo: whether there is something to redo
 *
 * Greys what cannot be done now.
 */
void
cw_undo_actions_enable (GtkWidget *widget, gboolean can_undo, gboolean can_redo)
{
  gtk_widget_action_set_enabled (widget, "text.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "text.redo", can_redo);
}
