/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-export.h"

#include "formats/files/cw-file.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-typesetter.h"

typedef struct
{
  CwDocument *document;
  CwProfile profile;
  GFile *file; /* or NULL: only the bytes are wanted */
} Export;

static void
export_free (Export *export)
{
  cw_document_unref (export->document);
  g_clear_object (&export->file);
  g_free (export);
}

/* A typesetter of its own: the preview's belongs to the preview's thread. */
static GBytes *
render (Export *export, GError **error)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, export->document, &export->profile);

  return cw_pdf_write (pages, error);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (export, &error);

  if (bytes == NULL
      || (export->file != NULL
          && !cw_file_save (export->file, bytes, NULL, NULL, cancellable, &error)))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

static void
start (CwDocument *document,
       const CwProfile *profile,
       GFile *file,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Export *export = g_new0 (Export, 1);

  export->document = cw_document_ref (document);
  export->profile = *profile;
  export->file = file != NULL ? g_object_ref (file) : NULL;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, run);
}

/**
 * cw_export_render_async:
 * @document: the document
 * @profile: the choices for its pages
 * @cancellable: (nullable): to give up
 * @callback: called when the PDF is there
 * @data: for @callback
 *
 * Makes the PDF of @document in a thread, the very bytes that cw_export_write_async() writes.
 */
void
cw_export_render_async (CwDocument *document,
                        const CwProfile *profile,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  start (document, profile, NULL, cw_export_render_async, cancellable, callback, data);
}

/**
 * cw_export_render_finish:
 * @result: the result
 * @error: why it could not be made
 *
 * Returns: (transfer full): the PDF
 */
GBytes *
cw_export_render_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cw_export_write_async:
 * @document: the document
 * @profile: the choices for its pages
 * @file: the file to write
 * @cancellable: (nullable): to give up
 * @callback: called when it is written
 * @data: for @callback
 *
 * Makes the PDF of @document and writes it, whole or not at all, in a thread.
 */
void
cw_export_write_async (CwDocument *document,
                       const CwProfile *profile,
                       GFile *file,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  start (document, profile, file, cw_export_write_async, cancellable, callback, data);
}

/**
 * cw_export_write_finish:
 * @result: the result
 * @error: why it could not be written
 *
 * Returns: (transfer none): the file written, or %NULL
 */
GFile *
cw_export_write_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), error);
  Export *export = g_task_get_task_data (G_TASK (result));

  return bytes != NULL ? export->file : NULL;
}
