/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-insert.h"

#include "document/edits/cw-edit-blocks.h"
#include "cw-editor-blocks.h"

/* What is not typed but put in: tables, pictures, attachments, notes, line breaks. */

/* A line ends here by hand, the paragraph goes on (U+2028). */
#define LINE_BREAK "\xe2\x80\xa8"

static CwDocument *
get_document (CwEditor *editor)
{
  return cw_editor_buffer_get_document (cw_editor_get_buffer (editor));
}

/* Takes the change over and goes to the new line. */
static void
finish (CwEditor *editor, CwDocument *document, CwPlace after)
{
  cw_editor_buffer_apply (cw_editor_get_buffer (editor), document, &after);
  cw_editor_set_caret (editor, after);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

static guint
insert_block (CwEditor *editor, CwBlock *block)
{
  CwPlace after = cw_editor_get_caret (editor);
  g_autoptr (CwDocument) document
      = cw_edit_insert_block (get_document (editor), after, block, &after);

  finish (editor, document, after);
  return after.line;
}

/**
 * cw_editor_insert_table:
 * @editor: an editor
 * @table: a table
 *
 * Puts a table behind the line of the caret and goes to its first cell.
 */
void
cw_editor_insert_table (CwEditor *editor, CwTable *table)
{
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) block = cw_block_new_table (table, nothing);
  guint line = insert_block (editor, block);

  cw_editor_blocks_enter (cw_editor_get_blocks (editor), line, 1);
}

/**
 * cw_editor_insert_picture:
 * @editor: an editor
 * @picture: a picture
 *
 * Puts a picture behind the line of the caret and goes to its caption.
 */
void
cw_editor_insert_picture (CwEditor *editor, CwPicture *picture)
{
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) block = cw_block_new_picture (picture, nothing);

  insert_block (editor, block);
}

/**
 * cw_editor_insert_annotation:
 * @editor: an editor
 *
 * Puts an annotation behind the line of the caret.
 */
void
cw_editor_insert_annotation (CwEditor *editor)
{
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) block = cw_block_new_annotation (nothing);

  insert_block (editor, block);
}

/* The attachment the caret is in, counted from 1, or how many there are if it is in none. */
static guint
find_attachment (CwDocument *document, guint line)
{
  guint n = cw_document_get_n_attachments (document), end;
  int block = cw_flow_get_line (document, line).block;

  for (guint i = 0; i < n; i++)
    if (block >= (int) cw_document_get_attachment (document, i, &end) && block < (int) end)
      return i + 1;
  return n;
}

/**
 * cw_editor_insert_attachment:
 * @editor: an editor
 * @flags: how it goes with the paper
 *
 * Begins another attachment behind the one the caret is in, from the body behind the last one, and
 * goes to its title.
 */
void
cw_editor_insert_attachment (CwEditor *editor, CwAttachmentFlags flags)
{
  CwDocument *old = get_document (editor);
  guint number = find_attachment (old, cw_editor_get_caret (editor).line);
  CwPlace after = { 0, 0 };
  g_autoptr (CwDocument) document = cw_edit_insert_attachment (old, number, flags, &after);

  finish (editor, document, after);
}

/**
 * cw_editor_insert_note:
 * @editor: an editor
 *
 * Goes to the note (附注, 7.3.6), which is there from then on.
 */
void
cw_editor_insert_note (CwEditor *editor)
{
  CwPlace after = { 0, 0 };
  g_autoptr (CwDocument) document = cw_edit_insert_note (get_document (editor), &after);

  finish (editor, document, after);
}

/**
 * cw_editor_insert_line_break:
 * @editor: an editor
 *
 * Ends the line at the caret, but not the paragraph.
 */
void
cw_editor_insert_line_break (CwEditor *editor)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (editor));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, LINE_BREAK, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (editor), gtk_text_buffer_get_insert (buffer));
}
