/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include <string.h>

#include "document/tables/cw-table-edit.h"
#include "formats/tables/cw-table-text.h"

#define HTML "text/html"
/* More than any table there can be. */
#define LARGEST_PASTE (32 * 1024 * 1024)

static GdkClipboard *
get_clipboard (CwTableView *self)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (self));
}

static gboolean
has_text_selected (CwTableView *self)
{
  return self->editing
         && gtk_text_buffer_get_has_selection (
             gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry)));
}

static void
copy_text (CwTableView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  text = gtk_text_iter_get_text (&start, &end);
  gdk_clipboard_set_text (get_clipboard (self), text);
}

/**
 * cw_table_view_copy:
 * @self: a table view
 *
 * Copies the cells selected as a table for spreadsheets and word processors and as text with tabs
 * for others; while the text of a cell is edited, what is selected of it.
 */
void
cw_table_view_copy (CwTableView *self)
{
  CwCellRange r = cw_table_view_get_range (self);
  g_autofree char *tabs = NULL;
  char *html;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;

  if (has_text_selected (self))
    {
      copy_text (self);
      return;
    }
  tabs = cw_table_to_tabs (self->table, r.row, r.column, r.last_row, r.last_column);
  html = cw_table_to_html (self->table, r.row, r.column, r.last_row, r.last_column);
  bytes = g_bytes_new_take (html, strlen (html));
  providers[0] = gdk_content_provider_new_for_bytes (HTML, bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, tabs);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (get_clipboard (self), both);
}

/**
 * cw_table_view_clear:
 * @self: a table view
 *
 * Empties the cells selected.
 */
void
cw_table_view_clear (CwTableView *self)
{
  CwCellRange r = cw_table_view_get_range (self);
  g_autoptr (CwTable) table
      = cw_table_clear (self->table, r.row, r.column, r.last_row - r.row + 1,
                        r.last_column - r.column + 1);

  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

/**
 * cw_table_view_cut:
 * @self: a table view
 *
 * Copies what is selected and takes it out.
 */
void
cw_table_view_cut (CwTableView *self)
{
  gboolean text = has_text_selected (self);

  cw_table_view_copy (self);
  if (text)
    gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry)), TRUE,
                                      TRUE);
  else
    cw_table_view_clear (self);
}

/* --- pasting ---------------------------------------------------------------------------------- */

static void
paste_table (CwTableView *self, CwTable *cells)
{
  CwCellRange range = cw_table_view_get_range (self);
  g_autoptr (CwTable) table = cw_table_paste (self->table, range.row, range.column, cells);
  guint row = range.row, column = range.column;
  guint last_row = row + cw_table_get_n_rows (cells) - 1;
  guint last_column = column + cw_table_get_n_columns (cells) - 1;

  cw_table_view_edit (self, table, CW_EDIT_STEP);
  cw_table_view_move_to (self, row, column);
  self->anchor_row = MIN (last_row, cw_table_get_n_rows (self->table) - 1);
  self->anchor_column = MIN (last_column, cw_table_get_n_columns (self->table) - 1);
  cw_table_view_update_actions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
insert_text (CwTableView *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, valid, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

/* Text with tabs is cells; lines are cells too, unless they go into a text being edited. */
static void
paste_text (CwTableView *self, const char *text)
{
  gboolean cells = strchr (text, '\t') != NULL
                   || (!self->editing && strchr (g_strchomp ((char *) text), '\n') != NULL);
  g_autoptr (CwTable) table = cells ? cw_table_from_tabs (text) : NULL;

  if (table != NULL)
    paste_table (self, table);
  else
    insert_text (self, text);
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwTableView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->entry == NULL)
    return;
  if (text == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (*text != '\0')
    paste_text (self, text);
}

static void
read_text (CwTableView *self)
{
  gdk_clipboard_read_text_async (get_clipboard (self), NULL, on_text, g_object_ref (self));
}

static void
on_html_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwTableView) self = data;
  GOutputStream *stream = G_OUTPUT_STREAM (source);
  gssize n = g_output_stream_splice_finish (stream, result, NULL);
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (CwTable) cells = NULL;

  if (self->entry == NULL)
    return;
  if (n > 0 && n <= LARGEST_PASTE)
    cells = cw_table_from_html (g_memory_output_stream_get_data (memory), n, NULL);
  if (cells != NULL && cw_table_get_n_rows (cells) * cw_table_get_n_columns (cells) > 1)
    paste_table (self, cells);
  else
    read_text (self);
}

static void
on_html (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwTableView) self = data;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (self->entry == NULL)
    return;
  if (stream == NULL)
    {
      read_text (self);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_html_read, g_object_ref (self));
}

/**
 * cw_table_view_paste:
 * @self: a table view
 *
 * Puts what is on the clipboard into the cells from the first one selected on: cells of a
 * spreadsheet or a word processor each into one, the table growing where they need it; other text
 * into the active cell.
 */
void
cw_table_view_paste (CwTableView *self)
{
  static const char *const types[] = { HTML, NULL };
  GdkClipboard *clipboard = get_clipboard (self);

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML))
    gdk_clipboard_read_async (clipboard, (const char **) types, G_PRIORITY_DEFAULT, NULL, on_html,
                              g_object_ref (self));
  else
    read_text (self);
}
