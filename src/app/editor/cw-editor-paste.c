/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-paste.h"

#include <string.h>

#include "document/edits/cw-edit.h"
#include "document/cw-numbering.h"
#include "formats/reading/cw-import.h"
#include "formats/tables/cw-table-text.h"
#include "cw-editor-blocks.h"
#include "cw-editor-commands.h"
#include "cw-editor-flow.h"
#include "cw-editor-tags.h"

/* A text of that many lines is a draft, not something typed on from. */
#define N_LINES_OF_DRAFT 5

static void
append_table (GString *string, CwTable *table)
{
  g_autofree char *tabs = cw_table_to_tabs (table, 0, 0, cw_table_get_n_rows (table) - 1,
                                            cw_table_get_n_columns (table) - 1);

  g_string_append_printf (string, "\n%s", tabs);
}

/* Copied text has the numbers that stand beside it: other programs know nothing of ours. */
static void
append_line (GString *string, CwEditorBuffer *buffer, guint line, guint start, guint end)
{
  CwDocument *document = cw_editor_buffer_get_document (buffer);
  CwFlowLine flow = cw_flow_get_line (document, line);

  end = MIN (end, flow.end - flow.start);
  if (start == 0 && cw_style_get_level (flow.style) > 0)
    {
      guint number = cw_editor_buffer_get_numbers (buffer)[flow.block];
      g_autofree char *label = cw_numbering_format (cw_style_get_level (flow.style), number);

      g_string_append (string, label);
    }
  if (end > start)
    g_string_append_len (string, cw_text_get_string (flow.text) + flow.start + start, end - start);
  if (flow.style == CW_STYLE_TABLE)
    append_table (string, cw_block_get_table (cw_document_get_block (document, flow.block)));
}

static char *
selection_to_string (CwEditorBuffer *buffer, CwPlace start, CwPlace end)
{
  GString *string = g_string_new (NULL);

  if (start.line == end.line)
    {
      CwFlowLine flow = cw_flow_get_line (cw_editor_buffer_get_document (buffer), start.line);

      g_string_append_len (string, cw_text_get_string (flow.text) + flow.start + start.offset,
                           end.offset - start.offset);
      return g_string_free_and_steal (string);
    }
  for (guint line = start.line; line <= end.line; line++)
    {
      append_line (string, buffer, line, line == start.line ? start.offset : 0,
                   line == end.line ? end.offset : G_MAXUINT);
      if (line < end.line)
        g_string_append_c (string, '\n');
    }
  return g_string_free_and_steal (string);
}

/**
 * cw_editor_copy_selection:
 * @editor: an editor
 *
 * Puts what is selected on the clipboard: with its structure for this program, as text with
 * numbers for others.
 */
void
cw_editor_copy_selection (CwEditor *editor)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  g_autoptr (CwDocument) fragment = NULL;
  g_autofree char *text = NULL;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  CwPlace start, end;

  if (!cw_editor_buffer_get_selection (buffer, &start, &end))
    return;

  fragment = cw_edit_slice (cw_editor_buffer_get_document (buffer), start, end);
  text = selection_to_string (buffer, start, end);
  providers[0] = gdk_content_provider_new_typed (CW_TYPE_DOCUMENT, fragment);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (editor)), both);
}

/**
 * cw_editor_cut_selection:
 * @editor: an editor
 *
 * Copies what is selected and takes it out of the text.
 */
void
cw_editor_cut_selection (CwEditor *editor)
{
  cw_editor_copy_selection (editor);
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (cw_editor_get_buffer (editor)), TRUE,
                                    gtk_text_view_get_editable (GTK_TEXT_VIEW (editor)));
}

/**
 * cw_editor_paste_document:
 * @editor: an editor
 * @fragment: a piece of a document, as cw_edit_slice() makes it
 *
 * Puts @fragment in place of the selection.
 */
void
cw_editor_paste_document (CwEditor *editor, CwDocument *fragment)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  g_autoptr (CwDocument) document = NULL;
  CwPlace start, end, after;

  cw_editor_buffer_get_selection (buffer, &start, &end);
  document = cw_edit_insert_document (cw_editor_buffer_get_document (buffer), start, end, fragment,
                                      &after);
  cw_editor_buffer_apply (buffer, document, &after);
}

/* A whole draft is read from its beginning; after a line the typing goes on. */
static CwPlace
caret_in (CwDocument *document)
{
  guint n_lines = cw_flow_get_n_lines (document);

  return n_lines >= N_LINES_OF_DRAFT ? (CwPlace) { 0, 0 } : (CwPlace) { n_lines - 1, G_MAXUINT };
}

/* First as it was typed, then normalised: one undo takes back what the reader changed. */
static void
paste_import (CwEditor *editor, CwImport **read)
{
  CwImport *import = *read;
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  CwDocument *document = cw_editor_buffer_get_document (buffer);
  g_autoptr (CwDocument) typed = NULL, normal = NULL;
  CwPlace start, end, after_typed, after;

  if (cw_document_is_blank (document))
    {
      typed = cw_document_ref (import->as_typed);
      normal = cw_document_ref (import->document);
      after_typed = caret_in (typed);
      after = caret_in (normal);
    }
  else
    {
      cw_editor_buffer_get_selection (buffer, &start, &end);
      typed = cw_edit_insert_document (document, start, end, import->as_typed, &after_typed);
      normal = cw_edit_insert_document (document, start, end, import->document, &after);
    }
  cw_editor_buffer_apply (buffer, typed, &after_typed);
  if (!cw_document_equal (typed, normal))
    cw_editor_buffer_apply (buffer, normal, &after);
  if (import->changes->len > 0)
    g_signal_emit_by_name (editor, "text-read", read);
}

/* Words for a placeholder that is selected are its value, as if they had been typed. */
static gboolean
fill_placeholder (CwEditor *editor, const char *text)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  GtkTextBuffer *text_buffer = GTK_TEXT_BUFFER (buffer);
  g_autofree char *value = g_strstrip (g_strdup (text));
  CwPlace start, end;
  CwBlank blank;

  if (*value == '\0' || strpbrk (value, "\r\n\t") != NULL
      || !cw_editor_buffer_get_selection (buffer, &start, &end) || start.line != end.line
      || !cw_editor_get_placeholder (editor, start.line, start.offset, &blank)
      || blank.at.start != start.offset || blank.at.end != end.offset)
    return FALSE;
  gtk_text_buffer_begin_user_action (text_buffer);
  gtk_text_buffer_delete_selection (text_buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (text_buffer, value, -1, TRUE);
  gtk_text_buffer_end_user_action (text_buffer);
  return TRUE;
}

/**
 * cw_editor_paste_text:
 * @editor: an editor
 * @text: text from another program
 *
 * Puts @text in place of the selection, through the reader: numbers become headings, half-width
 * punctuation between Chinese becomes full-width. Into an empty document it goes whole, title
 * included. Over a placeholder that is selected one line is its value.
 */
void
cw_editor_paste_text (CwEditor *editor, const char *text)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));
  g_autoptr (CwImport) import = NULL;

  if (*text == '\0' || fill_placeholder (editor, text))
    return;

  import = cw_document_is_blank (document) ? cw_import_text (text) : cw_import_fragment (text);
  paste_import (editor, &import);
}

static void
finish_paste (CwEditor *editor)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (editor));

  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (editor), gtk_text_buffer_get_insert (buffer));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwEditor) editor = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL)
    gtk_widget_error_bell (GTK_WIDGET (editor));
  else
    cw_editor_paste_text (editor, text);
  finish_paste (editor);
}

static void
on_fragment (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwEditor) editor = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL)
    cw_editor_paste_document (editor, g_value_get_boxed (value));
  finish_paste (editor);
}

/**
 * cw_editor_paste_plain_async:
 * @editor: an editor
 * @clipboard: where from
 *
 * Pastes text.
 */
void
cw_editor_paste_plain_async (CwEditor *editor, GdkClipboard *clipboard)
{
  gdk_clipboard_read_text_async (clipboard, NULL, on_text, g_object_ref (editor));
}

/**
 * cw_editor_paste_async:
 * @editor: an editor
 * @clipboard: where from
 *
 * Pastes when the clipboard's owner has handed over its contents.
 */
void
cw_editor_paste_async (CwEditor *editor, GdkClipboard *clipboard)
{
  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), CW_TYPE_DOCUMENT))
    gdk_clipboard_read_value_async (clipboard, CW_TYPE_DOCUMENT, G_PRIORITY_DEFAULT, NULL,
                                    on_fragment, g_object_ref (editor));
  else if (!cw_editor_paste_object_async (editor, clipboard))
    cw_editor_paste_plain_async (editor, clipboard);
}

/* The middle button pastes what is selected elsewhere: through the reader, too. */
static void
on_middle_click (GtkGestureClick *gesture, int n, double x, double y, CwEditor *editor)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor);
  GtkTextIter iter;
  int bx, by;

  if (cw_editor_blocks_find_at (cw_editor_get_blocks (editor), x, y) != NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
  gtk_text_view_get_iter_at_location (view, &iter, bx, by);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &iter);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  cw_editor_paste_async (editor, gtk_widget_get_primary_clipboard (GTK_WIDGET (editor)));
}

/**
 * cw_editor_paste_install:
 * @editor: an editor
 *
 * Makes the middle button paste as Ctrl+V does.
 */
void
cw_editor_paste_install (CwEditor *editor)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_MIDDLE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_middle_click), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), GTK_EVENT_CONTROLLER (gesture));
}
