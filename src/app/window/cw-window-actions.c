/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/dialogs/cw-changes-dialog.h"
#include "app/editor/cw-editor-attachment.h"
#include "app/editor/cw-editor-commands.h"
#include "app/editor/cw-editor-tags.h"
#include "app/editor/cw-undo-actions.h"
#include "app/dialogs/cw-preferences.h"
#include "app/dialogs/cw-remarks-dialog.h"
#include "app/ready/cw-ready-dialog.h"
#include "app/dialogs/cw-shortcuts.h"

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_open (CW_WINDOW (widget));
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_save (CW_WINDOW (widget));
}

static void
on_save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_save_as (CW_WINDOW (widget));
}

static void
on_save_as_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_save_as_template (CW_WINDOW (widget));
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_export (CW_WINDOW (widget));
}

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_print (CW_WINDOW (widget));
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_history_undo (cw_draft_get_history (CW_WINDOW (widget)->draft));
}

static void
on_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_history_redo (cw_draft_get_history (CW_WINDOW (widget)->draft));
}

static void
on_style (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwStyle style;

  if (cw_style_from_nick (g_variant_get_string (parameter, NULL), &style))
    cw_editor_set_style (self->editor, style);
  cw_window_update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_emphasis (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_editor_toggle_emphasis (CW_WINDOW (widget)->editor);
}

static void
on_page_break (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_editor_insert_page_break (CW_WINDOW (widget)->editor);
}

static void
on_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwImport *import = cw_draft_get_import (self->draft);

  if (import != NULL)
    adw_dialog_present (cw_changes_dialog_new (import, cw_draft_can_undo_import (self->draft)),
                        widget);
}

static void
on_undo_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  AdwToast *toast;

  if (!cw_draft_can_undo_import (self->draft))
    return;
  cw_history_undo (cw_draft_get_history (self->draft));
  gtk_revealer_set_reveal_child (self->import_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));

  toast = adw_toast_new (_ ("The changes have been undone."));
  adw_toast_set_button_label (toast, _ ("_Redo"));
  adw_toast_set_action_name (toast, "win.redo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_show_remark (CwWindow *self, guint page)
{
  if (self->narrow)
    cw_window_show_side (self, "page");
  cw_preview_show_page (self->preview, page);
}

static void
on_remarks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  AdwDialog *dialog;

  if (cw_preview_get_pages (self->preview) == NULL)
    return;
  dialog = cw_remarks_dialog_new (cw_preview_get_pages (self->preview));
  g_signal_connect_object (dialog, "show-page", G_CALLBACK (on_show_remark), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
on_ready (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  AdwDialog *dialog;

  if (cw_preview_get_pages (self->preview) == NULL)
    return;
  dialog = cw_ready_dialog_new (cw_preview_get_pages (self->preview),
                                cw_draft_get_title (self->draft), self->checker);
  g_signal_connect_object (dialog, "show-page", G_CALLBACK (on_show_remark), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
on_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (cw_preferences_new (CW_WINDOW (widget)->settings), widget);
}

static void
on_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_shortcuts_present (GTK_WINDOW (widget));
}

static void
on_zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_preview_zoom_in (CW_WINDOW (widget)->preview);
}

static void
on_zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_preview_zoom_out (CW_WINDOW (widget)->preview);
}

static void
on_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_preview_set_zoom (CW_WINDOW (widget)->preview, g_variant_get_double (parameter));
}

static void
on_zoom_mode (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *mode = g_variant_get_string (parameter, NULL);

  cw_preview_set_zoom_mode (CW_WINDOW (widget)->preview, strcmp (mode, "fit-page") == 0
                                                             ? CW_PREVIEW_ZOOM_FIT_PAGE
                                                             : CW_PREVIEW_ZOOM_FIT_WIDTH);
}

static void
on_elements (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_toggle_elements (CW_WINDOW (widget));
}

static void
on_spacing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_choose_solution (CW_WINDOW (widget));
}

static void
on_next_missing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_next_missing (CW_WINDOW (widget));
}

static void
on_switch_side (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_window_toggle_side (CW_WINDOW (widget), g_str_has_suffix (name, "back") ? -1 : 1);
}

static void
on_attachment_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_editor_show_attachment_menu (CW_WINDOW (widget)->editor);
}

/**
 * cw_window_install_actions:
 * @klass: the class of the window
 *
 * Everything a window can be told to do, by menus, buttons and keys.
 */
void
cw_window_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.open", NULL, on_open },
    { "win.save", NULL, on_save },
    { "win.save-as", NULL, on_save_as },
    { "win.save-as-template", NULL, on_save_as_template },
    { "win.export", NULL, on_export },
    { "win.print", NULL, on_print },
    { "win.undo", NULL, on_undo },
    { "win.redo", NULL, on_redo },
    { "win.style", "s", on_style },
    { "win.emphasis", NULL, on_emphasis },
    { "win.page-break", NULL, on_page_break },
    { "win.changes", NULL, on_changes },
    { "win.undo-changes", NULL, on_undo_changes },
    { "win.remarks", NULL, on_remarks },
    { "win.ready", NULL, on_ready },
    { "win.preferences", NULL, on_preferences },
    { "win.shortcuts", NULL, on_shortcuts },
    { "win.zoom-in", NULL, on_zoom_in },
    { "win.zoom-out", NULL, on_zoom_out },
    { "win.zoom", "d", on_zoom },
    { "win.zoom-mode", "s", on_zoom_mode },
    { "win.switch-side", NULL, on_switch_side },
    { "win.switch-side-back", NULL, on_switch_side },
    { "win.attachment-menu", NULL, on_attachment_menu },
    { "win.elements", NULL, on_elements },
    { "win.next-missing", NULL, on_next_missing },
    { "win.spacing", NULL, on_spacing },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

static void
enable (CwWindow *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/* A label is set with every move of the caret, and each time the button would make it anew. */
static void
set_label (GtkMenuButton *button, const char *label)
{
  if (g_strcmp0 (gtk_menu_button_get_label (button), label) != 0)
    gtk_menu_button_set_label (button, label);
}

/**
 * cw_window_update_actions:
 * @self: a window
 *
 * Makes actions available that make sense now, and the style menu tell the style of the line.
 */
void
cw_window_update_actions (CwWindow *self)
{
  CwHistory *history = cw_draft_get_history (self->draft);
  const char *style = cw_style_get_name (cw_editor_get_style (self->editor));
  gboolean selected
      = gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (cw_editor_get_buffer (self->editor)));

  enable (self, "win.undo", cw_history_get_can_undo (history));
  enable (self, "win.redo", cw_history_get_can_redo (history));
  cw_undo_actions_enable (GTK_WIDGET (self->editor), cw_history_get_can_undo (history),
                          cw_history_get_can_redo (history));
  enable (self, "win.emphasis", selected);
  enable (self, "win.changes", cw_draft_get_import (self->draft) != NULL);
  enable (self, "win.undo-changes", cw_draft_can_undo_import (self->draft));
  set_label (self->style_button, style);
  set_label (self->narrow_style_button, style);
}
