/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-file.h"

#include "cw-atomic.h"
#include "formats/project/cw-project.h"

#include <glib/gi18n-lib.h>

#define MAX_SIZE (64 * 1024 * 1024)
#define CHUNK (1024 * 1024)

#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_UNIX_INODE "," G_FILE_ATTRIBUTE_STANDARD_SIZE

/* --- loading --- */

/* Sharper than GIO's, which is the time alone: a file that another one was moved over is another.
 */
static char *
make_etag (GFileInfo *info)
{
  const char *etag = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE);

  return g_strdup_printf ("%s/%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, etag != NULL ? etag : "",
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE));
}

static gboolean
check_size (guint64 size, const char *name, GError **error)
{
  if (size <= MAX_SIZE)
    return TRUE;
  g_set_error (error, CW_FILE_ERROR, CW_FILE_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %d MB, far more than a document holds. Nothing was opened. "
                  "Choose another file."),
               name, MAX_SIZE >> 20);
  return FALSE;
}

/**
 * cw_file_load_stream:
 * @stream: where to read from
 * @name: what to call it in messages
 * @cancellable: (nullable): to stop it
 * @error: return location for an error of %CW_FILE_ERROR or of @stream
 *
 * Reads to the end of a stream, at most 64 MB. Blocks; may be called from any thread.
 *
 * Returns: (transfer full) (nullable): what was read
 */
GBytes *
cw_file_load_stream (GInputStream *stream,
                     const char *name,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize length;

  do
    {
      guint start = content->len;

      g_byte_array_set_size (content, start + CHUNK);
      if (!g_input_stream_read_all (stream, content->data + start, CHUNK, &length, cancellable,
                                    error))
        return NULL;
      g_byte_array_set_size (content, start + length);
      if (!check_size (content->len, name, error))
        return NULL;
    }
  while (length > 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* The etag is of the time before reading: what is written meanwhile will be noticed. */
static GBytes *
load (GFile *file, char **etag, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, ATTRIBUTES, cancellable, NULL);
  if (info != NULL
      && !check_size (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE), name,
                      error))
    return NULL;
  bytes = cw_file_load_stream (G_INPUT_STREAM (stream), name, cancellable, error);
  if (bytes != NULL && etag != NULL)
    *etag = info != NULL ? make_etag (info) : NULL;
  return g_steal_pointer (&bytes);
}

/**
 * cw_file_load:
 * @file: a file
 * @etag: (out) (optional) (nullable): what to give to cw_file_save() later, so that changes by
 *   others are noticed
 * @cancellable: (nullable): to stop it
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Reads a whole file, at most 64 MB. Blocks; may be called from any thread.
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *
cw_file_load (GFile *file, char **etag, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (etag != NULL)
    *etag = NULL;
  bytes = load (file, etag, cancellable, &local_error);
  if (bytes == NULL)
    {
      cw_file_error_explain_read (&local_error, file);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return bytes;
}

/**
 * cw_file_query_etag:
 * @file: a file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Looks at a file. The answer equals an earlier one as long as nobody has changed it.
 *
 * Returns: (transfer full) (nullable): its etag; %NULL with %CW_FILE_ERROR_NOT_FOUND if it is gone
 */
char *
cw_file_query_etag (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &local_error);

  if (info != NULL)
    return make_etag (info);
  cw_file_error_explain_read (&local_error, file);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* --- saving --- */

typedef struct
{
  GFile *file;
  const char *expected_etag;
} Expectation;

/* Has somebody else been at the file? A CwAtomicCheck. */
static gboolean
check_unchanged (gpointer data, GError **error)
{
  const Expectation *expectation = data;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *name = NULL;

  if (expectation->expected_etag == NULL)
    return TRUE;
  etag = cw_file_query_etag (expectation->file, NULL, &local_error);
  if (g_strcmp0 (etag, expectation->expected_etag) == 0)
    return TRUE;

  name = g_file_get_parse_name (expectation->file);
  if (etag != NULL)
    g_set_error (error, CW_FILE_ERROR, CW_FILE_ERROR_CHANGED,
                 _ ("Another program has changed “%s” since it was opened. It was not overwritten. "
                    "Save it under another name to keep both versions."),
                 name);
  else if (g_error_matches (local_error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_FOUND))
    g_set_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DELETED,
                 _ ("“%s” has been moved or deleted since it was opened. Save it again to put it "
                    "back, or save it under another name."),
                 name);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
save_remote (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}

static gboolean
save (GFile *file,
      GBytes *bytes,
      const char *expected_etag,
      GCancellable *cancellable,
      GError **error)
{
  Expectation expectation = { file, expected_etag };

  if (!check_unchanged (&expectation, error))
    return FALSE;
  if (!g_file_is_native (file) || g_file_peek_path (file) == NULL)
    return save_remote (file, bytes, cancellable, error);
  return cw_atomic_write (g_file_peek_path (file), bytes, check_unchanged, &expectation,
                          cancellable, error);
}

/**
 * cw_file_save:
 * @file: a file, there or not
 * @bytes: its new content
 * @expected_etag: (nullable): the etag the file is believed to have; %NULL to write whatever has
 *   happened to it
 * @etag: (out) (optional) (nullable): the etag it has now
 * @cancellable: (nullable): to stop it; then nothing has happened
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Writes a whole file: at any time there is either the old content or the new, see
 * cw_atomic_write(). If another program has changed or removed the file since @expected_etag,
 * nothing is written: %CW_FILE_ERROR_CHANGED or %CW_FILE_ERROR_DELETED. Blocks; may be called from
 * any thread.
 *
 * Returns: whether it was saved
 */
gboolean
cw_file_save (GFile *file,
              GBytes *bytes,
              const char *expected_etag,
              char **etag,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  if (etag != NULL)
    *etag = NULL;
  if (!save (file, bytes, expected_etag, cancellable, &local_error))
    {
      cw_file_error_explain_write (&local_error, file);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (etag != NULL)
    *etag = cw_file_query_etag (file, NULL, NULL);
  return TRUE;
}

/* --- what is in it --- */

/**
 * cw_file_read_document:
 * @bytes: the content of a file
 * @import: (out) (optional) (nullable): what the reader of plain text did; %NULL for a project
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Makes a document of whatever a user may have chosen: a project or plain text in any of the usual
 * encodings. Of Word files, PDFs and other things people try, the error says what they are and what
 * to do.
 *
 * Returns: (transfer full) (nullable): the document
 */
CwDocument *
cw_file_read_document (GBytes *bytes, CwImport **import, GError **error)
{
  g_autoptr (CwImport) reading = NULL;
  g_autoptr (CwDocument) document = NULL;

  if (import != NULL)
    *import = NULL;
  if (cw_project_sniff (bytes))
    return cw_project_read (bytes, error);
  reading = cw_import_bytes (bytes, error);
  if (reading == NULL)
    return NULL;
  document = cw_document_ref (reading->document);
  if (import != NULL)
    *import = g_steal_pointer (&reading);
  return g_steal_pointer (&document);
}
