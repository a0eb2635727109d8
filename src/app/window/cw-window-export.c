/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/cw-export.h"
#include "app/cw-file-filters.h"
#include "app/cw-print-settings.h"
#include "app/cw-settings.h"
#include "app/editor/cw-editor-layers.h"
#include "app/placeholders/cw-draft-question.h"

/* --- what is left to fill in --------------------------------------------------------------- */

typedef void (*Go) (CwWindow *self, const CwProfile *profile);

typedef struct
{
  CwWindow *window; /* unowned: the question is over it */
  Go go;
} Question;

static void
free_question (gpointer question, GClosure *closure)
{
  g_free (question);
}

static void
show_first (CwWindow *self)
{
  g_autoptr (GArray) blanks = cw_blanks_find (cw_draft_get_document (self->draft), FALSE);

  if (blanks->len > 0)
    cw_window_show_stretch (self, &g_array_index (blanks, CwBlank, 0).at);
}

static void
on_answer (AdwDialog *dialog, const char *response, Question *question)
{
  CwProfile profile = cw_settings_get_profile (question->window->settings);

  if (g_str_equal (response, "first"))
    show_first (question->window);
  if (!g_str_equal (response, "draft"))
    return;
  profile.placeholders = cw_draft_question_get_look (dialog);
  profile.draft = TRUE;
  question->go (question->window, &profile);
}

/* Goes on at once if nothing is left to fill in; otherwise names it and asks. */
static void
ask_about_blanks (CwWindow *self, gboolean print, Go go)
{
  CwProfile profile = cw_settings_get_profile (self->settings);
  CwPages *pages = cw_preview_get_pages (self->preview);
  Question *question;
  AdwDialog *dialog;
  guint n_left;

  cw_blanks_count (cw_draft_get_document (self->draft), &n_left);
  if (n_left == 0 || pages == NULL)
    {
      go (self, &profile);
      return;
    }
  dialog = cw_draft_question_new (pages, profile.placeholders, print);
  question = g_new0 (Question, 1);
  *question = (Question) { self, go };
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answer), question, free_question, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

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

typedef struct
{
  CwWindow *window;
  CwProfile profile;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_export_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  CwWindow *self = export->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) file
      = chosen != NULL ? cw_file_filters_complete (chosen, ".pdf", &error) : NULL;

  if (file == NULL)
    {
      if (!cw_window_is_dismissed (error))
        cw_window_alert (self, _ ("The PDF Was Not Written"), error->message);
      return;
    }
  cw_window_set_busy (self, _ ("Writing the PDF…"));
  cw_export_write_async (cw_draft_get_document (self->draft), &export->profile, file, NULL,
                         on_exported, g_object_ref (self));
}

static void
choose_file (CwWindow *self, const CwProfile *profile)
{
  Export *export = g_new0 (Export, 1);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_export ();
  g_autofree char *name = cw_draft_suggest_name (self->draft, "pdf");

  gtk_file_dialog_set_title (dialog, _ ("Export as PDF"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  export->window = g_object_ref (self);
  export->profile = *profile;
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, on_export_chosen, export);
}

/**
 * cw_window_export:
 * @self: a window
 *
 * Asks for a file and writes the document there as PDF; before that, what to do about placeholders
 * that are left.
 */
void
cw_window_export (CwWindow *self)
{
  ask_about_blanks (self, FALSE, choose_file);
}

/* --- print ------------------------------------------------------------------------------------ */

typedef struct
{
  CwWindow *window;
  GtkPrintDialog *dialog;
  GtkPrintSetup *setup;
  CwProfile profile;
  GFile *file; /* the PDF on its way to the printer */
} Print;

static void
print_free (Print *print)
{
  g_object_unref (print->window);
  g_clear_object (&print->dialog);
  g_clear_pointer (&print->setup, gtk_print_setup_unref);
  if (print->file != NULL)
    g_file_delete_async (print->file, G_PRIORITY_LOW, NULL, NULL, NULL);
  g_clear_object (&print->file);
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
on_printed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) print = data;
  g_autoptr (GError) error = NULL;
  gboolean printed = gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (source), result, &error);

  report (print, error);
  if (printed)
    cw_window_toast (print->window, _ ("The document has been sent to the printer."));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) print = data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      report (print, error);
      return;
    }
  gtk_print_dialog_print_file (print->dialog, GTK_WINDOW (print->window), print->setup, print->file,
                               NULL, on_printed, print);
  g_steal_pointer (&print);
}

/* By a file and not by a stream, of which GTK loses the last part when it prints to a file. */
static void
on_rendered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) print = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_export_render_finish (result, &error);
  g_autoptr (GFileIOStream) stream = NULL;

  if (bytes != NULL)
    print->file = g_file_new_tmp ("chengwen-XXXXXX.pdf", &stream, &error);
  if (print->file == NULL)
    {
      report (print, error);
      return;
    }
  g_file_replace_contents_bytes_async (print->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                       print->window->cancellable, on_written, print);
  g_steal_pointer (&print);
}

static void
on_setup (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Print) print = data;
  g_autoptr (GError) error = NULL;

  print->setup = gtk_print_dialog_setup_finish (GTK_PRINT_DIALOG (source), result, &error);
  if (print->setup == NULL)
    {
      report (print, error);
      return;
    }
  cw_window_set_busy (print->window, _ ("Making the pages…"));
  cw_export_render_async (cw_draft_get_document (print->window->draft), &print->profile,
                          print->window->cancellable, on_rendered, print);
  g_steal_pointer (&print);
}

static void
choose_printer (CwWindow *self, const CwProfile *profile)
{
  Print *print = g_new0 (Print, 1);
  g_autoptr (GtkPrintSettings) settings = cw_print_settings_new ();
  g_autoptr (GtkPageSetup) page = cw_print_settings_new_page ();

  print->window = g_object_ref (self);
  print->profile = *profile;
  print->dialog = gtk_print_dialog_new ();
  gtk_print_dialog_set_title (print->dialog, _ ("Print"));
  gtk_print_dialog_set_print_settings (print->dialog, settings);
  gtk_print_dialog_set_page_setup (print->dialog, page);
  /* never with a cancellable that outlives the dialog: GTK 4.18 leaves a handler of its own on it
   */
  gtk_print_dialog_setup (print->dialog, GTK_WINDOW (self), NULL, on_setup, print);
}

/**
 * cw_window_print:
 * @self: a window
 *
 * Prints the PDF that export would write, at its true size; asks about placeholders that are left as
 * export does.
 */
void
cw_window_print (CwWindow *self)
{
  ask_about_blanks (self, TRUE, choose_printer);
}
