/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "cw-config.h"
#include "app/cw-recent.h"
#include "app/cw-settings.h"

/* The page follows the caret when the hand has rested this long. */
#define FOLLOW_MS 120

/**
 * CwWindow:
 *
 * A window with one document: the section editor and, beside it, the printed page. What it can do
 * is in the files beside this one: actions, files, export and print, messages, status and layout.
 */
G_DEFINE_FINAL_TYPE (CwWindow, cw_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_document (CwWindow *self)
{
  cw_preview_set_document (self->preview, cw_draft_get_document (self->draft));
  cw_window_update_actions (self);
}

static void
on_profile (CwWindow *self)
{
  CwProfile profile = cw_settings_get_profile (self->settings);

  cw_preview_set_profile (self->preview, &profile);
}

static gboolean
follow (gpointer data)
{
  CwWindow *self = data;
  int row, column;

  self->follow_timer = 0;
  cw_editor_get_cell (self->editor, &row, &column);
  cw_preview_show_cell (self->preview, cw_editor_get_caret (self->editor), row, column, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_caret_moved (CwWindow *self)
{
  cw_window_update_actions (self);
  if (self->follow_timer == 0)
    self->follow_timer = g_timeout_add (FOLLOW_MS, follow, self);
}

static void
on_place_activated (CwWindow *self, const CwPlace *place)
{
  if (self->narrow)
    cw_window_show_side (self, "edit");
  cw_editor_set_caret (self->editor, *place);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_cell_activated (CwWindow *self, const CwPlace *caption, guint row, guint column)
{
  if (self->narrow)
    cw_window_show_side (self, "edit");
  cw_editor_set_cell (self->editor, caption->line, row, column);
}

static void
on_text_read (CwWindow *self, CwImport **import)
{
  cw_draft_take_import (self->draft, g_steal_pointer (import));
}

static void
connect_editor (CwWindow *self)
{
  CwHistory *history = cw_draft_get_history (self->draft);

  cw_editor_set_history (self->editor, history);
  g_signal_connect_object (self->editor, "caret-moved", G_CALLBACK (on_caret_moved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "text-read", G_CALLBACK (on_text_read), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "notify::caret-style",
                           G_CALLBACK (cw_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::document", G_CALLBACK (on_document), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "place-activated", G_CALLBACK (on_place_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "cell-activated", G_CALLBACK (on_cell_activated), self,
                           G_CONNECT_SWAPPED);
}

static void
connect_settings (CwWindow *self)
{
  self->settings = cw_settings_new ();
  g_settings_bind (self->settings, "typing-help", self->editor, "typing-help",
                   G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_profile), self,
                           G_CONNECT_SWAPPED);
  on_profile (self);
  on_document (self);
}

static gboolean
cw_window_close_request (GtkWindow *window)
{
  CwWindow *self = CW_WINDOW (window);

  if (cw_window_ask_before_closing (self))
    return GDK_EVENT_STOP;

  cw_window_save_layout (self);
  return GTK_WINDOW_CLASS (cw_window_parent_class)->close_request (window);
}

static void
cw_window_dispose (GObject *object)
{
  CwWindow *self = CW_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->follow_timer, g_source_remove);
  g_clear_handle_id (&self->count_timer, g_source_remove);
  g_clear_handle_id (&self->busy_timer, g_source_remove);
  cw_window_dispose_find (self);
  cw_window_dispose_spelling (self);
  if (self->checker != NULL)
    g_object_run_dispose (G_OBJECT (self->checker));
  g_clear_object (&self->checker);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_WINDOW);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->draft);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->references_before, cw_document_unref);
  G_OBJECT_CLASS (cw_window_parent_class)->dispose (object);
}

static void
on_outside_button (CwWindow *self)
{
  if (cw_draft_get_outside (self->draft) == CW_WATCH_GONE)
    cw_window_save_as (self);
  else
    cw_window_reload (self);
}

static void
on_import_closed (CwWindow *self)
{
  gtk_revealer_set_reveal_child (self->import_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CwWindow, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (medium_breakpoint);
  BIND (narrow_breakpoint);
  BIND (toasts);
  BIND (open_button);
  BIND (window_title);
  BIND (menu_button);
  BIND (style_button);
  BIND (insert_button);
  BIND (insert_menu);
  BIND (paste_menu);
  BIND (narrow_style_button);
  BIND (history_box);
  BIND (outside_banner);
  BIND (references_banner);
  BIND (import_revealer);
  BIND (import_label);
  BIND (elements_button);
  BIND (elements_badge);
  BIND (split);
  BIND (panel_switcher);
  BIND (panels);
  BIND (outline);
  BIND (elements);
  BIND (placeholders);
  BIND (findings);
  BIND (paned);
  BIND (editor_side);
  BIND (preview_side);
  BIND (find_bar);
  BIND (editor);
  BIND (preview);
  BIND (busy_revealer);
  BIND (busy_label);
  BIND (start_revealer);
  BIND (narrow_bar);
  BIND (side_toggle);
  BIND (count_button);
  BIND (count_popover);
  BIND (count_label);
  BIND (solution_button);
  BIND (solution_label);
  BIND (missing_button);
  BIND (missing_label);
  BIND (placeholder_button);
  BIND (placeholder_label);
  BIND (remarks_button);
  BIND (zoom_box);
  BIND (zoom_label);
}

#undef BIND

static void
cw_window_class_init (CwWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cw_window_close_request;

  g_type_ensure (CW_TYPE_EDITOR);
  g_type_ensure (CW_TYPE_OUTLINE_PANEL);
  g_type_ensure (CW_TYPE_FIND_BAR);
  g_type_ensure (CW_TYPE_ELEMENTS_PANEL);
  g_type_ensure (CW_TYPE_FINDINGS_PANEL);
  g_type_ensure (CW_TYPE_PLACEHOLDERS_PANEL);
  g_type_ensure (CW_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, CW_RESOURCE_PATH "/cw-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_outside_button);
  gtk_widget_class_bind_template_callback (widget_class, on_import_closed);
  cw_window_install_actions (widget_class);
  cw_window_install_insert_actions (widget_class);
  cw_window_install_placeholders_actions (widget_class);
  cw_window_install_sheet_actions (widget_class);
  cw_window_install_findings_actions (widget_class);
  cw_window_install_spelling_actions (widget_class);
  cw_window_install_section_actions (widget_class);
  cw_window_install_symbols_actions (widget_class);
  cw_window_install_status_actions (widget_class);
  cw_window_install_find_actions (widget_class);
  cw_window_install_stretch_actions (widget_class);
  cw_window_install_lists_actions (widget_class);
  cw_window_install_period_actions (widget_class);
}

static void
cw_window_init (CwWindow *self)
{
  g_autoptr (GMenuModel) recent = cw_recent_menu_new ();

  self->cancellable = g_cancellable_new ();
  self->draft = cw_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  connect_editor (self);
  connect_settings (self);
  cw_window_connect_messages (self);
  cw_window_connect_status (self);
  cw_window_connect_layout (self);
  cw_window_connect_outline (self);
  cw_window_connect_references (self);
  cw_window_connect_elements (self);
  cw_window_connect_placeholders (self);
  cw_window_connect_findings (self);
  cw_window_connect_values (self);
  cw_window_connect_spelling (self);
  cw_window_connect_views (self);
  cw_window_connect_solutions (self);
  cw_window_connect_templates (self);
  cw_window_connect_insert (self);
  cw_window_connect_stretch (self);
  cw_window_connect_find (self);
  cw_window_connect_lists (self);
  cw_window_install_drop (self);
  cw_window_update_actions (self);
  adw_split_button_set_menu_model (self->open_button, recent);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->editor));
}

/**
 * cw_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with a blank document, not shown yet
 */
CwWindow *
cw_window_new (CwApplication *application)
{
  return g_object_new (CW_TYPE_WINDOW, "application", application, NULL);
}

/**
 * cw_window_get_draft:
 * @self: a window
 *
 * Returns: (transfer none): the document it shows
 */
CwDraft *
cw_window_get_draft (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return self->draft;
}

/**
 * cw_window_is_at:
 * @self: a window
 * @file: a file
 *
 * Returns: whether it shows @file, or is about to
 */
gboolean
cw_window_is_at (CwWindow *self, GFile *file)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), FALSE);

  return (self->loading != NULL && g_file_equal (self->loading, file))
         || cw_draft_is_at (self->draft, file);
}
