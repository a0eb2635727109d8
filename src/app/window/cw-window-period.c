/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/cw-file-filters.h"
#include "app/period/cw-period-dialog.h"
#include "document/period/cw-period-sheet.h"
#include "formats/files/cw-file.h"
#include "formats/tables/cw-table-csv.h"

/* The paper of the next period, and the sheet that compares the two. */

/* --- the next period --- */

/* In a window of its own: what it is made from stays as it is. */
static void
on_create (CwWindow *self, CwDocument *next)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  CwWindow *window = cw_window_new (CW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  cw_window_begin (window, next);
  cw_window_show_panel (window, "placeholders");
}

static void
on_closed (CwWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_next_period (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  AdwDialog *dialog = cw_period_dialog_new (cw_draft_get_document (self->draft));

  g_signal_connect_object (dialog, "create", G_CALLBACK (on_create), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* --- the sheet --- */

static void
say_nothing_to_compare (CwWindow *self)
{
  cw_window_toast (self, _ ("There are no values to compare yet. Fill in placeholders first."));
}

static void
on_insert_sheet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwDocument *document = cw_draft_get_document (self->draft);
  CwPlace after;
  g_autoptr (CwDocument) with = cw_period_sheet_insert (document, &after);

  if (with == document)
    {
      say_nothing_to_compare (self);
      return;
    }
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), with, &after);
  if (self->narrow)
    cw_window_show_side (self, "edit");
  g_signal_emit_by_name (
      self->editor, "removed",
      _ ("The sheet is an attachment now. It stays as it is when values change."));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  char *csv = g_object_steal_data (source, "cw-csv");
  g_autoptr (GBytes) bytes = g_bytes_new_take (csv, strlen (csv));
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) file
      = chosen != NULL ? cw_file_filters_complete (chosen, ".csv", &error) : NULL;

  if (file != NULL && cw_file_save (file, bytes, NULL, NULL, NULL, &error))
    cw_window_toast (self, _ ("The sheet has been exported."));
  else if (!cw_window_is_dismissed (error))
    cw_window_alert (self, _ ("The Sheet Was Not Exported"), error->message);
}

static void
on_export_sheet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (CwTable) table = cw_period_sheet_make_table (cw_draft_get_document (self->draft));
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GListModel) filters = NULL;
  g_autofree char *file_name = NULL;

  if (table == NULL)
    {
      say_nothing_to_compare (self);
      return;
    }
  dialog = gtk_file_dialog_new ();
  filters = cw_file_filters_for_csv ();
  file_name = g_strconcat (_ ("Three-Column Sheet"), ".csv", NULL);
  g_object_set_data_full (G_OBJECT (dialog), "cw-csv", cw_table_to_csv (table), g_free);
  gtk_file_dialog_set_title (dialog, _ ("Export as CSV"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, on_chosen,
                        g_object_ref (self));
}

/**
 * cw_window_install_period_actions:
 * @klass: the class of the window
 */
void
cw_window_install_period_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.next-period", NULL, on_next_period);
  gtk_widget_class_install_action (klass, "win.insert-sheet", NULL, on_insert_sheet);
  gtk_widget_class_install_action (klass, "win.export-sheet", NULL, on_export_sheet);
}
