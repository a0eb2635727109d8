/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-draft-private.h"

#include "formats/files/cw-file.h"
#include "formats/project/cw-project.h"

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  CwDocument *document;
  CwImport *import;
  char *etag;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->document, cw_document_unref);
  g_clear_pointer (&loaded->import, cw_import_free);
  g_free (loaded->etag);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static void
load (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_file_load (file, &loaded->etag, cancellable, &error);

  if (bytes != NULL)
    loaded->document = cw_file_read_document (bytes, &loaded->import, &error);
  if (loaded->document != NULL)
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) loaded_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * cw_draft_load_async:
 * @self: a draft
 * @file: a project or a plain text
 * @cancellable: (nullable): to give up
 * @callback: called when it has been read
 * @data: for @callback
 *
 * Reads @file in a thread. @self stays as it is until that has succeeded.
 */
void
cw_draft_load_async (CwDraft *self,
                     GFile *file,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CW_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, cw_draft_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  cw_draft_count_busy (self, 1);
  g_task_run_in_thread (task, load);
}

/* The text as it was typed is one undo away; neither of the two needs saving, the file has it. */
static void
show_loaded (CwDraft *self, Loaded *loaded)
{
  CwImport *import = loaded->import;
  CwPlace top = { 0, 0 };

  if (import == NULL)
    {
      cw_history_reset (self->history, loaded->document);
      return;
    }
  g_object_freeze_notify (G_OBJECT (self->history)); /* nobody need show the first of the two */
  cw_history_reset (self->history, import->as_typed);
  if (!cw_document_equal (import->as_typed, import->document))
    cw_history_push (self->history, import->document, CW_EDIT_STEP, top, g_get_monotonic_time ());
  cw_history_set_saved (self->history, import->document);
  g_object_thaw_notify (G_OBJECT (self->history));
}

/**
 * cw_draft_load_finish:
 * @self: a draft
 * @result: the result
 * @error: why it could not be read, a sentence for the user
 *
 * Returns: whether @self now is the document in the file; otherwise it is what it was
 */
gboolean
cw_draft_load_finish (CwDraft *self, GAsyncResult *result, GError **error)
{
  g_autoptr (Loaded) loaded = NULL;
  GFile *file;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  cw_draft_count_busy (self, -1);
  file = g_task_get_task_data (G_TASK (result));
  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded == NULL)
    return FALSE;

  show_loaded (self, loaded);
  cw_draft_settle_in (self, file, loaded->import == NULL, loaded->etag);
  cw_draft_take_import (self, g_steal_pointer (&loaded->import));
  return TRUE;
}

/* --- writing ---------------------------------------------------------------------------------- */

typedef struct
{
  CwDocument *document;
  GFile *file;
  char *expected; /* entity tag the file must still have */
  char *etag;
} Saving;

static void
saving_free (Saving *saving)
{
  cw_document_unref (saving->document);
  g_object_unref (saving->file);
  g_free (saving->expected);
  g_free (saving->etag);
  g_free (saving);
}

static void
save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_project_write (saving->document, &error);

  if (bytes != NULL
      && cw_file_save (saving->file, bytes, saving->expected, &saving->etag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * cw_draft_save_async:
 * @self: a draft
 * @file: (nullable): where to, or %NULL for the file it has
 * @overwrite: whether what another program may have written there goes
 * @cancellable: (nullable): to give up
 * @callback: called when it has been written
 * @data: for @callback
 *
 * Writes the document as it is now, in a thread. Unless @overwrite is set, a file that has been
 * touched since it was read is left alone, with %CW_FILE_ERROR_CHANGED or %CW_FILE_ERROR_DELETED.
 */
void
cw_draft_save_async (CwDraft *self,
                     GFile *file,
                     gboolean overwrite,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;
  gboolean own;

  g_return_if_fail (CW_IS_DRAFT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  own = file == NULL || (self->file != NULL && g_file_equal (file, self->file));
  saving = g_new0 (Saving, 1);
  saving->document = cw_document_ref (cw_draft_get_document (self));
  saving->file = g_object_ref (file != NULL ? file : self->file);
  saving->expected = own && !overwrite ? g_strdup (cw_watch_get_etag (self->watch)) : NULL;
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, cw_draft_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  cw_watch_hold (self->watch);
  cw_draft_count_busy (self, 1);
  g_task_run_in_thread (task, save);
}

/**
 * cw_draft_save_finish:
 * @self: a draft
 * @result: the result
 * @error: why it could not be written, a sentence for the user
 *
 * Returns: whether the document is safe in its file now
 */
gboolean
cw_draft_save_finish (CwDraft *self, GAsyncResult *result, GError **error)
{
  Saving *saving;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  cw_watch_release (self->watch);
  cw_draft_count_busy (self, -1);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  saving = g_task_get_task_data (G_TASK (result));
  cw_history_set_saved (self->history, saving->document);
  cw_draft_settle_in (self, saving->file, TRUE, saving->etag);
  return TRUE;
}

/* --- after a crash ---------------------------------------------------------------------------- */

/**
 * cw_draft_recover:
 * @self: an untouched draft
 * @recovery: (transfer full): what a crash has left
 * @error: why it could not be read, a sentence for the user
 *
 * Takes up again what was not saved. It still is not: closing asks, and the journal goes on.
 *
 * Returns: whether @self now is that document
 */
gboolean
cw_draft_recover (CwDraft *self, CwRecovery *recovery, GError **error)
{
  g_autoptr (CwRecovery) owned = recovery;
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwDocument) unlike = cw_document_new_blank ();
  g_autofree char *etag = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (CW_IS_DRAFT (self), FALSE);

  document = cw_recovery_load (recovery, error);
  if (document == NULL)
    return FALSE;

  etag = g_strdup (cw_recovery_get_etag (recovery));
  if (cw_recovery_get_file (recovery) != NULL)
    file = g_object_ref (cw_recovery_get_file (recovery));
  cw_journal_adopt (self->journal, g_steal_pointer (&owned));
  cw_history_reset (self->history, document);
  cw_history_set_saved (self->history, unlike);
  if (file != NULL)
    cw_draft_settle_in (self, file, TRUE, etag);
  cw_draft_check_outside (self);
  return TRUE;
}
