/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/cw-file-filters.h"
#include "app/editor/cw-editor-insert.h"
#include "app/pictures/cw-picture-loader.h"
#include "app/tables/cw-table-picker.h"

/* What the Insert menu puts into the text. */

/* A table put in without asking for its size. */
#define N_ROWS 4
#define N_COLUMNS 3

static void
show_editor (CwWindow *self)
{
  if (self->narrow)
    cw_window_show_side (self, "edit");
}

static void
insert_table (CwWindow *self, guint n_rows, guint n_columns)
{
  g_autoptr (CwTable) table = cw_table_new_empty (n_rows, n_columns);

  show_editor (self);
  cw_editor_insert_table (self->editor, table);
}

static void
on_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  insert_table (CW_WINDOW (widget), N_ROWS, N_COLUMNS);
}

static void
on_annotation (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_editor (CW_WINDOW (widget));
  cw_editor_insert_annotation (CW_WINDOW (widget)->editor);
}

static void
on_note (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_editor (CW_WINDOW (widget));
  cw_editor_insert_note (CW_WINDOW (widget)->editor);
}

static void
on_attachment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  gboolean landscape = g_variant_get_boolean (parameter);

  show_editor (self);
  cw_editor_insert_attachment (self->editor,
                               landscape ? CW_ATTACHMENT_LANDSCAPE : CW_ATTACHMENT_PLAIN);
}

static void
on_line_break (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  show_editor (self);
  cw_editor_insert_line_break (self->editor);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* --- pictures --------------------------------------------------------------------------------- */

static void
on_picture_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwPicture) picture = cw_picture_read_file_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (picture != NULL)
    cw_editor_insert_picture (self->editor, picture);
  else
    cw_window_alert (self, _ ("This Picture Cannot Be Inserted"), error->message);
}

/**
 * cw_window_insert_picture_file:
 * @self: a window
 * @file: a picture
 *
 * Puts a picture behind the line of the caret, as soon as it has been read.
 */
void
cw_window_insert_picture_file (CwWindow *self, GFile *file)
{
  show_editor (self);
  cw_picture_read_file_async (file, self->cancellable, on_picture_read, g_object_ref (self));
}

static void
on_picture_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    cw_window_insert_picture_file (self, file);
  else if (!cw_window_is_dismissed (error))
    cw_window_alert (self, _ ("This Picture Cannot Be Inserted"), error->message);
}

static void
on_picture (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_pictures ();

  gtk_file_dialog_set_title (dialog, _ ("Insert a Picture"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, on_picture_chosen,
                        g_object_ref (self));
}

/**
 * cw_window_is_picture_file:
 * @file: a file
 *
 * Returns: whether its name is that of a picture
 */
gboolean
cw_window_is_picture_file (GFile *file)
{
  static const char *const suffixes[] = { ".png", ".jpg", ".jpeg", ".svg" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

/* --- the menu --------------------------------------------------------------------------------- */

static void
on_picked (CwTablePicker *picker, guint n_rows, guint n_columns, CwWindow *self)
{
  gtk_menu_button_popdown (self->insert_button);
  insert_table (self, n_rows, n_columns);
}

/* The menu button has squares to draw a table with above what the other menus have. */
static void
make_insert_menu (CwWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  GtkWidget *popover, *picker = cw_table_picker_new ();

  g_menu_item_set_attribute (item, "custom", "s", "picker");
  g_menu_append_item (first, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, self->insert_menu);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_margin_start (picker, 8);
  gtk_widget_set_margin_end (picker, 8);
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), picker, "picker");
  g_signal_connect_object (picker, "picked", G_CALLBACK (on_picked), self, 0);
  gtk_menu_button_set_popover (self->insert_button, popover);
}

static void
on_removed (CwWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * cw_window_connect_insert:
 * @self: a window
 *
 * Makes the Insert menu.
 */
void
cw_window_connect_insert (CwWindow *self)
{
  make_insert_menu (self);
  g_signal_connect_object (self->editor, "removed", G_CALLBACK (on_removed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cw_window_install_insert_actions:
 * @klass: the class of the window
 *
 * What the Insert menu does.
 */
void
cw_window_install_insert_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.insert-table", NULL, on_table);
  gtk_widget_class_install_action (klass, "win.insert-picture", NULL, on_picture);
  gtk_widget_class_install_action (klass, "win.insert-annotation", NULL, on_annotation);
  gtk_widget_class_install_action (klass, "win.insert-note", NULL, on_note);
  gtk_widget_class_install_action (klass, "win.insert-attachment", "b", on_attachment);
  gtk_widget_class_install_action (klass, "win.line-break", NULL, on_line_break);
}
