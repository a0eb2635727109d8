/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sheet-files.h"

#include "formats/files/cw-file.h"

/* Collection sheets that have come back, read in a thread. */

typedef struct
{
  CwDocument *document;
  GPtrArray *files;
  GArray *answers;
  GString *problems; /* a line a file that could not be read */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  cw_document_unref (self->document);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->answers, g_array_unref);
  g_string_free (self->problems, TRUE);
  g_free (self);
}

static void
read_file (Reading *self, GFile *file, GCancellable *cancellable)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_file_load (file, NULL, cancellable, &error);
  g_autoptr (GArray) answers
      = bytes != NULL ? cw_value_sheet_read (self->document, bytes, &error) : NULL;

  if (answers == NULL)
    g_string_append_printf (self->problems, "%s%s: %s", self->problems->len > 0 ? "\n" : "",
                            name, error->message);
  else if (self->answers == NULL)
    self->answers = g_steal_pointer (&answers);
  else
    cw_value_sheet_join (self->answers, answers, name);
  if (self->files->len > 1 && self->answers != NULL)
    for (guint i = 0; i < self->answers->len; i++)
      {
        CwSheetAnswer *answer = &g_array_index (self->answers, CwSheetAnswer, i);

        if (answer->origin == NULL)
          answer->origin = g_strdup (name);
      }
}

static void
read_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *self = data;

  for (guint i = 0; i < self->files->len; i++)
    read_file (self, self->files->pdata[i], cancellable);
  if (self->answers != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error_literal (task, CW_FILE_ERROR, CW_FILE_ERROR_FAILED,
                                     self->problems->str);
}

/**
 * cw_sheet_files_read_async:
 * @document: the paper the sheets were made for
 * @files: (element-type GFile): the sheets
 * @cancellable: (nullable): to stop it
 * @callback: called when they have been read
 * @user_data: for @callback
 *
 * Reads answers from several files at once.
 */
void
cw_sheet_files_read_async (CwDocument *document,
                           GListModel *files,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *self = g_new0 (Reading, 1);

  g_task_set_source_tag (task, cw_sheet_files_read_async);
  self->document = cw_document_ref (document);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (self->files, g_list_model_get_item (files, i));
  g_task_set_task_data (task, self, reading_free);
  g_task_run_in_thread (task, read_all);
}

/**
 * cw_sheet_files_read_finish:
 * @result: what the callback was given
 * @document: (out) (transfer full): the paper the answers were read for
 * @problems: (out) (nullable): what could not be read, a sentence a line
 * @error: return location for an error: no file could be read, or it was stopped
 *
 * Returns: (transfer full) (nullable) (element-type CwSheetAnswer): the answers of all files
 */
GArray *
cw_sheet_files_read_finish (GAsyncResult *result,
                            CwDocument **document,
                            char **problems,
                            GError **error)
{
  Reading *self = g_task_get_task_data (G_TASK (result));

  *document = NULL;
  *problems = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  *document = cw_document_ref (self->document);
  *problems = self->problems->len > 0 ? g_strdup (self->problems->str) : NULL;
  return g_steal_pointer (&self->answers);
}
