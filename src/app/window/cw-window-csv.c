/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/cw-file-filters.h"
#include "formats/files/cw-file.h"
#include "formats/tables/cw-table-csv.h"

/* A table on its way into a file, as it was when it was asked for. */
typedef struct
{
  CwWindow *window;
  GBytes *csv;
  char *done;
  char *failed;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->window);
  g_bytes_unref (self->csv);
  g_free (self->done);
  g_free (self->failed);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) file
      = chosen != NULL ? cw_file_filters_complete (chosen, ".csv", &error) : NULL;

  if (file != NULL && cw_file_save (file, self->csv, NULL, NULL, NULL, &error))
    cw_window_toast (self->window, self->done);
  else if (!cw_window_is_dismissed (error))
    cw_window_alert (self->window, self->failed, error->message);
}

/**
 * cw_window_export_csv:
 * @self: a window
 * @table: what is written
 * @name: what the file is called if nobody says otherwise, without its ending
 * @done: what is said when it is written
 * @failed: the heading of what is said when it is not
 *
 * Asks for a file and writes a table to it.
 */
void
cw_window_export_csv (CwWindow *self,
                      CwTable *table,
                      const char *name,
                      const char *done,
                      const char *failed)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_csv ();
  g_autofree char *file_name = g_strconcat (name, ".csv", NULL);
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->csv = g_string_free_to_bytes (g_string_new_take (cw_table_to_csv (table)));
  export->done = g_strdup (done);
  export->failed = g_strdup (failed);
  gtk_file_dialog_set_title (dialog, _ ("Export as CSV"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, on_chosen, export);
}
