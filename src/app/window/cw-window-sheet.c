/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/cw-file-filters.h"
#include "app/placeholders/cw-sheet-dialog.h"
#include "app/placeholders/cw-sheet-files.h"
#include "document/values/cw-blank.h"
#include "formats/files/cw-file.h"

/* Collection sheets: the blanks go out to those who know the numbers, and the answers come in. */

/* --- out -------------------------------------------------------------------------------------- */

static gboolean
has_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return folded != NULL && g_str_has_suffix (folded, suffix);
}

static gboolean
write_sheet (CwDocument *document, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *csv;

  if (!has_suffix (file, ".csv"))
    bytes = cw_value_sheet_to_ods (document, FALSE);
  else
    {
      csv = cw_value_sheet_to_csv (document, FALSE);
      bytes = g_bytes_new_take (csv, strlen (csv));
    }
  if (bytes != NULL)
    return cw_file_save (file, bytes, NULL, NULL, NULL, error);
  g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED,
                       _ ("The table could not be packed. Nothing was written. Try CSV."));
  return FALSE;
}

static void
on_sheet_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) file = NULL;

  if (chosen != NULL)
    file = has_suffix (chosen, ".csv") ? g_object_ref (chosen)
                                       : cw_file_filters_complete (chosen, ".ods", &error);
  if (file != NULL && write_sheet (cw_draft_get_document (self->draft), file, &error))
    cw_window_toast (self, _ ("The sheet has been written. Those asked fill in its column 本期数."));
  else if (!cw_window_is_dismissed (error))
    cw_window_alert (self, _ ("The Sheet Was Not Written"), error->message);
}

static void
on_send (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_sheets ();
  /* Translators: the beginning of a file name */
  g_autofree char *name = g_strconcat (_ ("Collection sheet"), ".ods", NULL);
  guint n_left;

  cw_blanks_count (cw_draft_get_document (self->draft), &n_left);
  if (n_left == 0)
    {
      cw_window_toast (self, _ ("There is nothing left to ask for."));
      return;
    }
  gtk_file_dialog_set_title (dialog, _ ("Send Out the Blanks"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, on_sheet_chosen,
                        g_object_ref (self));
}

/* --- in --------------------------------------------------------------------------------------- */

static void
on_accepted (CwSheetDialog *dialog, CwWindow *self)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  guint n;
  g_autoptr (CwDocument) filled = cw_sheet_dialog_apply (dialog, document, &n);
  g_autofree char *message = NULL;

  if (filled == NULL)
    {
      cw_window_alert (self, _ ("The Answers Were Not Taken In"),
                       _ ("The paper has changed meanwhile. It is as it was. Choose the files "
                          "again."));
      return;
    }
  if (filled == document)
    return;
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), filled, NULL);
  message = g_strdup_printf (
      ngettext ("%u answer has been taken in.", "%u answers have been taken in.", n), n);
  cw_window_undo_toast (self, message);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = NULL;
  g_autofree char *problems = NULL;
  g_autoptr (GArray) answers
      = cw_sheet_files_read_finish (result, &document, &problems, &error);
  CwSheetDialog *dialog;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  cw_window_set_busy (self, NULL);
  if (answers == NULL)
    cw_window_alert (self, _ ("The Answers Were Not Taken In"), error->message);
  else if (answers->len == 0)
    cw_window_alert (self, _ ("No New Answers"),
                     problems != NULL
                         ? problems
                         : _ ("The column 本期数 is empty, or says what the paper says already."));
  else
    {
      dialog = cw_sheet_dialog_new (document, answers, problems);
      g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_accepted), self, 0);
      adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
    }
}

/**
 * cw_window_take_answers:
 * @self: a window
 * @files: (element-type GFile): sheets that have come back
 *
 * Reads answers, and shows what they would change.
 */
void
cw_window_take_answers (CwWindow *self, GListModel *files)
{
  cw_window_set_busy (self, _ ("Reading the answers…"));
  cw_sheet_files_read_async (cw_draft_get_document (self->draft), files, self->cancellable, on_read,
                             g_object_ref (self));
}

static void
on_answers_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    cw_window_take_answers (self, files);
  else if (!cw_window_is_dismissed (error))
    cw_window_alert (self, _ ("The Answers Were Not Taken In"), error->message);
}

static void
on_take (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_answers ();

  gtk_file_dialog_set_title (dialog, _ ("Take In Answers"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), self->cancellable, on_answers_chosen,
                                 g_object_ref (self));
}

/**
 * cw_window_install_sheet_actions:
 * @klass: the class of the window
 */
void
cw_window_install_sheet_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.send-blanks", NULL, on_send);
  gtk_widget_class_install_action (klass, "win.take-answers", NULL, on_take);
}
