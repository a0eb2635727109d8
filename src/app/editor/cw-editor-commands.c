/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-commands.h"

#include "document/edits/cw-edit.h"

static void
get_lines (CwEditor *editor, guint *first, guint *last)
{
  CwPlace start, end;

  cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end);
  *first = start.line;
  /* a selection that ends before a line's first character does not mean that line */
  *last = end.line > start.line && end.offset == 0 ? end.line - 1 : end.line;
}

static void
apply (CwEditor *editor, CwDocument *document, const CwPlace *caret)
{
  cw_editor_buffer_apply (cw_editor_get_buffer (editor), document, caret);
}

/**
 * cw_editor_set_style:
 * @editor: an editor
 * @style: what the lines of the selection, or the caret's, become
 */
void
cw_editor_set_style (CwEditor *editor, CwStyle style)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));
  g_autoptr (CwDocument) changed = NULL;
  guint first, last;

  get_lines (editor, &first, &last);
  changed = cw_edit_set_style (document, first, last, style);
  apply (editor, changed, NULL);
}

/**
 * cw_editor_shift_level:
 * @editor: an editor
 * @by: 1 for the next deeper level, -1 for the one above
 *
 * Makes the lines of the selection, or the caret's, headings of another level, or paragraphs.
 */
void
cw_editor_shift_level (CwEditor *editor, int by)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));
  g_autoptr (CwDocument) changed = NULL;
  guint first, last;

  get_lines (editor, &first, &last);
  changed = cw_edit_shift_level (document, first, last, by);
  apply (editor, changed, NULL);
}

static gboolean
line_is_emphasised (CwDocument *document, guint line, guint start, guint end)
{
  CwFlowLine flow = cw_flow_get_line (document, line);

  end = MIN (end, flow.end - flow.start);
  return start >= end
         || cw_text_has_mark (flow.text, CW_MARK_EMPHASIS, flow.start + start, flow.start + end);
}

/**
 * cw_editor_get_emphasis:
 * @editor: an editor
 *
 * Returns: whether something is selected and all of it is emphasised
 */
gboolean
cw_editor_get_emphasis (CwEditor *editor)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  CwDocument *document = cw_editor_buffer_get_document (buffer);
  CwPlace start, end;

  if (!cw_editor_buffer_get_selection (buffer, &start, &end))
    return FALSE;
  for (guint line = start.line; line <= end.line; line++)
    if (!line_is_emphasised (document, line, line == start.line ? start.offset : 0,
                             line == end.line ? end.offset : G_MAXUINT))
      return FALSE;
  return TRUE;
}

/**
 * cw_editor_toggle_emphasis:
 * @editor: an editor
 *
 * Emphasises what is selected, or takes the emphasis off when all of it has it.
 */
void
cw_editor_toggle_emphasis (CwEditor *editor)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  CwDocument *document = cw_editor_buffer_get_document (buffer);
  g_autoptr (CwDocument) changed = NULL;
  CwPlace start, end;

  if (!cw_editor_buffer_get_selection (buffer, &start, &end))
    return;
  changed
      = cw_edit_set_mark (document, start, end, CW_MARK_EMPHASIS, !cw_editor_get_emphasis (editor));
  apply (editor, changed, NULL);
}

/**
 * cw_editor_insert_page_break:
 * @editor: an editor
 *
 * What follows the caret starts on a new page.
 */
void
cw_editor_insert_page_break (CwEditor *editor)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  CwPlace caret = cw_editor_get_caret (editor);
  CwPlace after = caret;
  g_autoptr (CwDocument) changed
      = cw_edit_insert_page_break (cw_editor_buffer_get_document (buffer), caret, &after);

  apply (editor, changed, &after);
}
