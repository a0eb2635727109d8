/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/cw-file-filters.h"
#include "app/cw-recent.h"
#include "formats/files/cw-file.h"

/* What to do once the document is safe in its file. */
typedef enum
{
  THEN_STAY,
  THEN_CLOSE,
} Then;

/* --- opening ---------------------------------------------------------------------------------- */

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean loaded = cw_draft_load_finish (CW_DRAFT (source), result, &error);
  GFile *file;

  cw_window_set_busy (self, NULL);
  g_clear_object (&self->loading);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!loaded)
    {
      cw_window_alert (self, _ ("This File Cannot Be Opened"), error->message);
      return;
    }
  file = cw_draft_get_file (self->draft);
  cw_recent_add (file != NULL ? file : cw_draft_get_source (self->draft));
  cw_editor_set_caret (self->editor, (CwPlace) { 0, 0 });
  cw_window_update_actions (self);
}

/**
 * cw_window_load:
 * @self: a window
 * @file: a project or a plain text
 *
 * Reads @file and shows it in this window, in place of what it shows now.
 */
void
cw_window_load (CwWindow *self, GFile *file)
{
  g_return_if_fail (CW_IS_WINDOW (self));

  g_set_object (&self->loading, file);
  cw_window_set_busy (self, _ ("Reading…"));
  cw_draft_load_async (self->draft, file, self->cancellable, on_loaded, g_object_ref (self));
}

/**
 * cw_window_recover:
 * @self: a window with an untouched document
 * @recovery: (transfer full): what a crash has left
 *
 * Shows what was not saved when the program last ended.
 */
void
cw_window_recover (CwWindow *self, CwRecovery *recovery)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CW_IS_WINDOW (self));

  gtk_window_present (GTK_WINDOW (self));
  if (cw_draft_recover (self->draft, recovery, &error))
    cw_window_toast (self, _ ("The text has been recovered. It is not saved in a file yet."));
  else
    cw_window_alert (self, _ ("The Text Cannot Be Recovered"), error->message);
}

static void
open_in_application (CwWindow *self, GListModel *files)
{
  CwApplication *application = CW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      cw_application_open_file (application, file, self);
    }
}

static void
on_open_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    open_in_application (self, files);
  else if (!cw_window_is_dismissed (error))
    cw_window_alert (self, _ ("This File Cannot Be Opened"), error->message);
}

/**
 * cw_window_open:
 * @self: a window
 *
 * Asks for files and opens them, the first one here if this window's document is untouched.
 */
void
cw_window_open (CwWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_opening ();

  gtk_file_dialog_set_title (dialog, _ ("Open a Document or a Text"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), self->cancellable, on_open_chosen,
                                 g_object_ref (self));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CwWindow *self)
{
  CwApplication *application = CW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    if (cw_window_is_picture_file (l->data))
      cw_window_insert_picture_file (self, l->data);
    else
      cw_application_open_file (application, l->data, self);
  return files != NULL;
}

/**
 * cw_window_install_drop:
 * @self: a window
 *
 * Files dropped anywhere on the window are opened, pictures inserted; the editor must not take them
 * for text.
 */
void
cw_window_install_drop (CwWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- saving ----------------------------------------------------------------------------------- */

static void save_to (CwWindow *self, GFile *file, gboolean overwrite, Then then);
static void ask_where (CwWindow *self, Then then);

typedef struct
{
  CwWindow *window;
  Then then;
} Job;

static Job *
job_new (CwWindow *self, Then then)
{
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (self);
  job->then = then;
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->window);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
release_job (gpointer job, GClosure *closure)
{
  job_free (job);
}

static void
on_conflict_answer (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  Job *job = data;

  if (strcmp (response, "overwrite") == 0)
    save_to (job->window, cw_draft_get_file (job->window->draft), TRUE, job->then);
  else if (strcmp (response, "elsewhere") == 0)
    ask_where (job->window, job->then);
}

/* Somebody else wrote the file: nothing of theirs goes without the user saying so. */
static void
ask_about_conflict (CwWindow *self, GError *error, Then then)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Replace the Other Version?"), error->message);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "elsewhere", _ ("Save _As…"),
                                  "overwrite", _ ("_Replace"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "elsewhere");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_conflict_answer), job_new (self, then),
                         release_job, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Not by gtk_window_close(), which would only close the dialog that is still there. */
static void
close_now (CwWindow *self)
{
  cw_window_save_layout (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = cw_draft_save_finish (CW_DRAFT (source), result, &error);
  CwWindow *self = job->window;

  cw_window_set_busy (self, NULL);
  if (saved)
    {
      cw_recent_add (cw_draft_get_file (self->draft));
      if (job->then == THEN_CLOSE && !cw_draft_get_modified (self->draft))
        close_now (self);
    }
  else if (g_error_matches (error, CW_FILE_ERROR, CW_FILE_ERROR_CHANGED)
           || g_error_matches (error, CW_FILE_ERROR, CW_FILE_ERROR_DELETED))
    ask_about_conflict (self, error, job->then);
  else
    cw_window_alert (self, _ ("The Document Was Not Saved"), error->message);
}

static void
save_to (CwWindow *self, GFile *file, gboolean overwrite, Then then)
{
  cw_window_set_busy (self, _ ("Saving…"));
  cw_draft_save_async (self->draft, file, overwrite, NULL, on_saved, job_new (self, then));
}

static void
on_save_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) file
      = chosen != NULL ? cw_file_filters_complete (chosen, ".chengwen", &error) : NULL;

  if (file != NULL)
    save_to (job->window, file, TRUE, job->then);
  else if (!cw_window_is_dismissed (error))
    cw_window_alert (job->window, _ ("The Document Was Not Saved"), error->message);
}

static void
ask_where (CwWindow *self, Then then)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_saving ();
  g_autofree char *name = cw_draft_suggest_name (self->draft, "chengwen");
  GFile *beside = cw_draft_get_file (self->draft);

  if (beside == NULL)
    beside = cw_draft_get_source (self->draft);
  if (beside != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (beside);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }
  gtk_file_dialog_set_title (dialog, _ ("Save the Document"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, on_save_chosen,
                        job_new (self, then));
}

static void
save (CwWindow *self, Then then)
{
  if (cw_draft_get_file (self->draft) != NULL)
    save_to (self, NULL, FALSE, then);
  else
    ask_where (self, then);
}

/**
 * cw_window_save:
 * @self: a window
 *
 * Saves the document in its file, or asks for one.
 */
void
cw_window_save (CwWindow *self)
{
  save (self, THEN_STAY);
}

/**
 * cw_window_save_as:
 * @self: a window
 *
 * Asks for a file and saves the document there.
 */
void
cw_window_save_as (CwWindow *self)
{
  ask_where (self, THEN_STAY);
}

static void
read_again (CwWindow *self)
{
  GFile *file = cw_draft_get_file (self->draft);

  if (file != NULL)
    cw_window_load (self, file);
}

static void
on_reload_answer (AdwAlertDialog *dialog, const char *response, CwWindow *self)
{
  if (strcmp (response, "reload") == 0)
    read_again (self);
  else if (strcmp (response, "elsewhere") == 0)
    ask_where (self, THEN_STAY);
}

/* Reading begins a new history, so what is not saved would be beyond undo. */
static void
ask_before_reading_again (CwWindow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Give Up Your Own Changes?"),
      _ ("The other version will replace what you have written since the document was last saved. "
         "To keep both, save yours under another name."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "elsewhere", _ ("Save _As…"),
                                  "reload", _ ("_Reload"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "elsewhere");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_reload_answer), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * cw_window_reload:
 * @self: a window
 *
 * Reads the file again that another program has changed; asks first if that would cost the user
 * anything.
 */
void
cw_window_reload (CwWindow *self)
{
  if (cw_draft_get_modified (self->draft))
    ask_before_reading_again (self);
  else
    read_again (self);
}

/* --- closing ---------------------------------------------------------------------------------- */

static void
on_closing_answer (AdwAlertDialog *dialog, const char *response, CwWindow *self)
{
  if (strcmp (response, "save") == 0)
    save (self, THEN_CLOSE);
  else if (strcmp (response, "discard") == 0)
    {
      cw_draft_discard (self->draft);
      close_now (self);
    }
}

/**
 * cw_window_ask_before_closing:
 * @self: a window about to close
 *
 * Asks, if there is unsaved text, what shall become of it.
 *
 * Returns: whether the window must stay until that is answered
 */
gboolean
cw_window_ask_before_closing (CwWindow *self)
{
  g_autofree char *body = NULL;
  AdwDialog *dialog;
  AdwAlertDialog *alert;

  if (!cw_draft_get_modified (self->draft))
    return FALSE;
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return TRUE;

  body = g_strdup_printf (
      _ ("“%s” has changes that are not saved. If you do not save them, they will be lost."),
      cw_draft_get_title (self->draft));
  dialog = adw_alert_dialog_new (_ ("Save the Changes?"), body);
  alert = ADW_ALERT_DIALOG (dialog);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "discard", _ ("_Don’t Save"),
                                  "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_closing_answer), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return TRUE;
}
