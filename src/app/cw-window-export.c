/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "cw-export.h"
#include "cw-file-filters.h"
#include "cw-print-settings.h"
#include "cw-settings.h"

/* --- export ----------------------------------------------------------------------------------- */

static void
release_file (gpointer file, GClosure *closure)
{
  g_object_unref (file);
}

static void
show_folder (AdwToast *toast, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, NULL, NULL);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  GFile *file = cw_export_write_finish (result, &error);
  AdwToast *toast;

  cw_window_set_busy (self, NULL);
  if (file == NULL)
    {
      if (!cw_window_is_dismissed (error))
        cw_window_alert (self, _ ("The PDF Was Not Written"), error->message);
      return;
    }
  toast = adw_toast_new (_ ("The PDF has been written."));
  adw_toast_set_button_label (toast, _ ("_Show Folder"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_folder), g_object_ref (file),
                         release_file, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_export_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  CwProfile profile = cw_settings_get_profile (self->settings);

  if (file == NULL)
    {
      if (!cw_window_is_dismissed (error))
        cw_window_alert (self, _ ("The PDF Was Not Written"), error->message);
      return;
    }
  cw_window_set_busy (self, _ ("Writing the PDF…"));
  cw_export_write_async (cw_draft_get_document (self->draft), &profile, file, NULL, on_exported,
                         g_object_ref (self));
}

/**
 * cw_window_export:
 * @self: a window
 *
 * Asks for a file and writes the document there as PDF.
 */
void
cw_window_export (CwWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_export ();
  g_autofree char *name = cw_draft_suggest_name (self->draft, "pdf");

  gtk_file_dialog_set_title (dialog, _ ("Export as PDF"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, on_export_chosen,
                        g_object_ref (self));
}

/* --- print ------------------------------------------------------------------------------------ */

typedef struct
{
  CwWindow *window;
  GtkPrintDialog *dialog;
  GtkPrintSetup *setup;
  GBytes *bytes;
} Print;

static void
print_free (Print *print)
{
  g_object_unref (print->window);
  g_clear_object (&print->dialog);
  g_clear_pointer (&print->setup, gtk_print_setup_unref);
  g_clear_pointer (&print->bytes, g_bytes_unref);
  g_free (print);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Print, print_free)

static void
report (Print *print, GError *error)
{
  cw_window_set_busy (print->window, NULL);
  if (error != NULL && !cw_window_is_dismissed (error))
    cw_window_alert (print->window, _ ("The Document Was Not Printed"), error->message);
}

static void
on_spooled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) print = data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  report (print, error);
  if (error == NULL)
    cw_window_toast (print->window, _ ("The document has been sent to the printer."));
}

static void
on_stream (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) print = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream
      = gtk_print_dialog_print_finish (GTK_PRINT_DIALOG (source), result, &error);
  g_autoptr (GInputStream) input = NULL;

  if (stream == NULL)
    {
      report (print, error);
      return;
    }
  input = g_memory_input_stream_new_from_bytes (print->bytes);
  g_output_stream_splice_async (
      stream, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, on_spooled, g_steal_pointer (&print));
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) print = data;
  g_autoptr (GError) error = NULL;

  print->bytes = cw_export_render_finish (result, &error);
  if (print->bytes == NULL)
    {
      report (print, error);
      return;
    }
  gtk_print_dialog_print (print->dialog, GTK_WINDOW (print->window), print->setup,
                          print->window->cancellable, on_stream, print);
  g_steal_pointer (&print);
}

static void
on_setup (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) print = data;
  g_autoptr (GError) error = NULL;
  CwProfile profile = cw_settings_get_profile (print->window->settings);

  print->setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (print->setup == NULL)
    {
      report (print, error);
      return;
    }
  cw_window_set_busy (print->window, _ ("Making the pages…"));
  cw_export_render_async (cw_draft_get_document (print->window->draft), &profile,
                          print->window->cancellable, on_rendered, print);
  g_steal_pointer (&print);
}

/**
 * cw_window_print:
 * @self: a window
 *
 * Prints the PDF that export would write, at its true size.
 */
void
cw_window_print (CwWindow *self)
{
  Print *print = g_new0 (Print, 1);
  g_autoptr (GtkPrintSettings) settings = cw_print_settings_new ();
  g_autoptr (GtkPageSetup) page = cw_print_settings_new_page ();

  print->window = g_object_ref (self);
  print->dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (print->dialog, _ ("Print"));
  gtk_print_dialog_set_print_settings (print->dialog, settings);
  gtk_print_dialog_set_page_setup (print->dialog, page);
  gtk_print_dialog_setup (print->dialog, GTK_WINDOW (self), self->cancellable, on_setup, print);
}
