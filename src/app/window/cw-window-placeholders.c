/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/editor/cw-editor-commands.h"
#include "app/editor/cw-editor-layers.h"

/* Placeholders: the panel with all of them, and the keys from one to the next. */

/* The text and the page go there; the keyboard stays in the panel. */
static void
on_entered (CwWindow *self, const CwStretch *at)
{
  CwPlace start = { at->line, at->start }, end = { at->line, at->end };

  if (at->field.kind == CW_FIELD_NONE)
    cw_editor_buffer_select (cw_editor_get_buffer (self->editor), start, end);
  cw_editor_reveal_stretch (self->editor, at);
  cw_window_show_stretch_on_page (self, at, FALSE);
}

static void
on_leave (CwWindow *self)
{
  cw_preview_show_element (self->preview, -1);
  if (self->narrow)
    cw_window_show_side (self, "edit");
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_pages (CwWindow *self)
{
  cw_placeholders_panel_set_pages (self->placeholders, cw_preview_get_pages (self->preview));
}

static gboolean
enter_first_left (CwWindow *self)
{
  CwStretch beginning = { 0 };
  guint position;

  return cw_placeholder_list_find_left (cw_placeholders_panel_get_list (self->placeholders),
                                        &beginning, &position)
         && cw_placeholders_panel_enter (self->placeholders, position);
}

/**
 * cw_window_enter_placeholders:
 * @self: a window
 *
 * Shows the placeholders and gives the keyboard to the first that is not filled yet.
 */
void
cw_window_enter_placeholders (CwWindow *self)
{
  cw_window_show_panel (self, "placeholders");
  if (!enter_first_left (self))
    gtk_widget_child_focus (GTK_WIDGET (self->placeholders), GTK_DIR_TAB_FORWARD);
}

/* Those of elements beside the text are filled in the panel. */
static void
go_to_element (CwWindow *self)
{
  cw_window_show_panel (self, "placeholders");
  cw_placeholders_panel_set_filter (self->placeholders, CW_PLACEHOLDERS_LEFT);
  enter_first_left (self);
}

static void
go (CwWindow *self, gboolean (*where) (CwEditor *editor))
{
  guint n_left;

  if (self->narrow)
    cw_window_show_side (self, "edit");
  if (where (self->editor))
    return;
  cw_blanks_count (cw_draft_get_document (self->draft), &n_left);
  if (n_left > 0)
    go_to_element (self);
  else
    cw_window_toast (self, _ ("All placeholders are filled in."));
}

static void
on_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (CW_WINDOW (widget), cw_editor_next_placeholder);
}

static void
on_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (CW_WINDOW (widget), cw_editor_previous_placeholder);
}

static void
on_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_enter_placeholders (CW_WINDOW (widget));
}

static void
on_make (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  if (cw_editor_make_placeholder (self->editor))
    cw_window_undo_toast (self, _ ("What was selected is a placeholder now."));
  else
    cw_window_toast (self, _ ("Select words within one line to make a placeholder of them."));
}

static void
on_drop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  if (cw_editor_drop_placeholder (self->editor))
    cw_window_undo_toast (self, _ ("This is no placeholder any more."));
}

/**
 * cw_window_install_placeholders_actions:
 * @klass: the class of the window
 *
 * What can be done about placeholders by menus and keys.
 */
void
cw_window_install_placeholders_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.next-placeholder", NULL, on_next);
  gtk_widget_class_install_action (klass, "win.previous-placeholder", NULL, on_previous);
  gtk_widget_class_install_action (klass, "win.placeholders", NULL, on_show);
  gtk_widget_class_install_action (klass, "win.make-placeholder", NULL, on_make);
  gtk_widget_class_install_action (klass, "win.not-a-placeholder", NULL, on_drop);
}

/**
 * cw_window_connect_placeholders:
 * @self: a window
 *
 * Gives the panel of placeholders its document.
 */
void
cw_window_connect_placeholders (CwWindow *self)
{
  cw_placeholders_panel_set_buffer (self->placeholders, cw_editor_get_buffer (self->editor));
  g_signal_connect_object (self->placeholders, "entered", G_CALLBACK (on_entered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->placeholders, "leave", G_CALLBACK (on_leave), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->placeholders, "message", G_CALLBACK (cw_window_undo_toast), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::pages", G_CALLBACK (on_pages), self,
                           G_CONNECT_SWAPPED);
  on_pages (self);
}
