/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-paste.h"

#include "formats/tables/cw-table-text.h"
#include "cw-editor-insert.h"

/* Tables and pictures of other programs, pasted into the text. */

#define HTML "text/html"
/* More than any table there can be. */
#define LARGEST_PAGE (32 * 1024 * 1024)

/* --- tables ----------------------------------------------------------------------------------- */

typedef struct
{
  CwEditor *editor;
  GdkClipboard *clipboard;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->editor);
  g_object_unref (paste->clipboard);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* Only a page that is a table and nothing else: of others the text is read as ever. */
static void
on_page_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) paste = data;
  gssize n = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL);
  gboolean alone = FALSE;
  g_autoptr (CwTable) table = NULL;

  if (n > 0 && n <= LARGEST_PAGE)
    table = cw_table_from_html (
        g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (source)), n, &alone);
  if (table != NULL && alone
      && cw_table_get_n_rows (table) * cw_table_get_n_columns (table) > 1)
    cw_editor_insert_table (paste->editor, table);
  else
    cw_editor_paste_plain_async (paste->editor, paste->clipboard);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) paste = data;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      cw_editor_paste_plain_async (paste->editor, paste->clipboard);
      return;
    }
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_page_read, g_steal_pointer (&paste));
}

/* --- pictures --------------------------------------------------------------------------------- */

static void
encode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (data);

  g_task_return_pointer (task, cw_picture_new (CW_PICTURE_PNG, bytes, 0),
                         (GDestroyNotify) cw_picture_unref);
}

static void
on_encoded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwPicture) picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (picture != NULL)
    cw_editor_insert_picture (CW_EDITOR (source), picture);
}

static void
on_texture (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwEditor) editor = data;
  g_autoptr (GdkTexture) texture
      = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (texture == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (editor));
      return;
    }
  task = g_task_new (editor, NULL, on_encoded, NULL);
  g_task_set_task_data (task, g_steal_pointer (&texture), g_object_unref);
  g_task_run_in_thread (task, encode_in_thread);
}

/**
 * cw_editor_paste_object_async:
 * @editor: an editor
 * @clipboard: where from
 *
 * Pastes a table of a spreadsheet as a table, a picture as a picture.
 *
 * Returns: whether there may be one; if there is none after all, the text is pasted
 */
gboolean
cw_editor_paste_object_async (CwEditor *editor, GdkClipboard *clipboard)
{
  static const char *const types[] = { HTML, NULL };
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Paste *paste;

  if (gdk_content_formats_contain_mime_type (formats, HTML))
    {
      paste = g_new (Paste, 1);
      *paste = (Paste) { g_object_ref (editor), g_object_ref (clipboard) };
      gdk_clipboard_read_async (clipboard, (const char **) types, G_PRIORITY_DEFAULT, NULL,
                                on_page, paste);
      return TRUE;
    }
  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
      || !gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    return FALSE;
  gdk_clipboard_read_texture_async (clipboard, NULL, on_texture, g_object_ref (editor));
  return TRUE;
}
