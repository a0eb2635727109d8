/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-keys.h"

#include "cw-editor-blocks.h"
#include "cw-editor-commands.h"
#include "cw-editor-folds.h"
#include "cw-editor-insert.h"
#include "cw-editor-tags.h"

static CwFlowLine
caret_line (CwEditor *editor)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));

  return cw_flow_get_line (document, cw_editor_get_caret (editor).line);
}

/**
 * cw_editor_keys_backspace:
 * @editor: an editor
 *
 * Backspace before the first character of a heading takes off its number: it becomes a paragraph.
 * Below a table it takes hold of the table, so that no text runs into its caption unawares. Right
 * behind a mark that typing help has changed it gives back what was typed.
 *
 * Returns: whether the key is done with
 */
gboolean
cw_editor_keys_backspace (CwEditor *editor)
{
  CwPlace start, end;

  if (cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end))
    return FALSE;
  if (start.offset > 0)
    return cw_editor_buffer_take_back_help (cw_editor_get_buffer (editor));
  if (start.line > 0 && cw_editor_blocks_enter (cw_editor_get_blocks (editor), start.line - 1, 0))
    return TRUE;
  if (cw_style_get_level (caret_line (editor).style) == 0)
    return FALSE;

  cw_editor_set_style (editor, CW_STYLE_PARAGRAPH);
  return TRUE;
}

/**
 * cw_editor_keys_delete:
 * @editor: an editor
 *
 * Delete at the end of a folded heading would join it with a line nobody sees: the section is
 * unfolded first.
 *
 * Returns: whether the key is done with
 */
gboolean
cw_editor_keys_delete (CwEditor *editor)
{
  CwEditorFolds *folds = cw_editor_get_folds (editor);
  CwPlace start, end;
  CwFlowLine flow;

  if (cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end))
    return FALSE;
  flow = caret_line (editor);
  if (flow.block < 0 || start.offset < flow.end - flow.start
      || !cw_editor_folds_is_folded (folds, flow.block))
    return FALSE;
  cw_editor_folds_set (folds, flow.block, FALSE);
  return TRUE;
}

/* Whether a placeholder is selected, or its value has just been typed. */
static gboolean
is_filling (CwEditor *editor)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  CwPlace start, end;
  CwBlank blank;

  if (cw_editor_buffer_get_filling (buffer))
    return TRUE;
  return cw_editor_buffer_get_selection (buffer, &start, &end)
         && cw_editor_get_placeholder (editor, start.line, start.offset, &blank)
         && !blank.filled && start.line == end.line && blank.at.start == start.offset
         && blank.at.end == end.offset;
}

/**
 * cw_editor_keys_return:
 * @editor: an editor
 *
 * Enter at a placeholder goes to the next one, in an empty heading it takes off the number;
 * elsewhere it is a new line.
 *
 * Returns: whether the key is done with
 */
gboolean
cw_editor_keys_return (CwEditor *editor)
{
  CwFlowLine flow = caret_line (editor);

  if (is_filling (editor))
    {
      gtk_widget_activate_action (GTK_WIDGET (editor), "win.next-placeholder", NULL);
      return TRUE;
    }
  if (cw_style_get_level (flow.style) == 0 || flow.end > flow.start)
    return FALSE;

  cw_editor_set_style (editor, CW_STYLE_PARAGRAPH);
  return TRUE;
}

/**
 * cw_editor_keys_tab:
 * @editor: an editor
 * @backwards: whether Shift was held
 *
 * Tab makes a heading one level deeper, Shift+Tab one level higher; in the caption of a table it
 * goes to the first cell.
 *
 * Returns: whether the key is done with
 */
gboolean
cw_editor_keys_tab (CwEditor *editor, gboolean backwards)
{
  CwEditorBlocks *blocks = cw_editor_get_blocks (editor);

  if (!backwards && cw_editor_blocks_enter (blocks, cw_editor_get_caret (editor).line, 1))
    return TRUE;
  cw_editor_shift_level (editor, backwards ? -1 : 1);
  return TRUE;
}

/* Whether the caret cannot go further up or down within its line of the document. */
static gboolean
is_last_row (CwEditor *editor, int direction)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  int line;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  line = gtk_text_iter_get_line (&iter);
  if (direction > 0)
    return !gtk_text_view_forward_display_line (view, &iter)
           || gtk_text_iter_get_line (&iter) != line;
  return !gtk_text_view_backward_display_line (view, &iter)
         || gtk_text_iter_get_line (&iter) != line;
}

/* Down from the caption of a table, up from the line below it: into the table. */
static gboolean
on_vertical (CwEditor *editor, int direction, GdkModifierType state)
{
  CwEditorBlocks *blocks = cw_editor_get_blocks (editor);
  guint line = cw_editor_get_caret (editor).line;

  if ((state & GDK_SHIFT_MASK) != 0 || (direction < 0 && line == 0))
    return GDK_EVENT_PROPAGATE;
  if (direction < 0)
    line--;
  if (cw_flow_get_line (cw_editor_buffer_get_document (cw_editor_get_buffer (editor)), line).style
      != CW_STYLE_TABLE)
    return GDK_EVENT_PROPAGATE;
  return is_last_row (editor, direction) && cw_editor_blocks_enter (blocks, line, direction);
}

/* Delete at the end of a caption takes hold of its table: the text below stays below. */
static gboolean
on_delete (CwEditor *editor)
{
  CwPlace start, end;
  CwFlowLine flow = caret_line (editor);

  if (cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end)
      || flow.style != CW_STYLE_TABLE || start.offset < flow.end - flow.start)
    return GDK_EVENT_PROPAGATE;
  return cw_editor_blocks_enter (cw_editor_get_blocks (editor), start.line, 0);
}

/* Before the text view sees a key, but after the input method when it is composing. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CwEditor *editor)
{
  GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;

  if (cw_editor_get_composing (editor) || (state & others) != 0
      || cw_editor_blocks_has_focus (cw_editor_get_blocks (editor)))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return cw_editor_keys_tab (editor, (state & GDK_SHIFT_MASK) != 0);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if ((state & GDK_SHIFT_MASK) == 0)
        return cw_editor_keys_return (editor);
      cw_editor_insert_line_break (editor);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return on_vertical (editor, -1, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return on_vertical (editor, 1, state);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return on_delete (editor);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * cw_editor_keys_install:
 * @editor: an editor
 *
 * Makes the keys of this file work in it.
 */
void
cw_editor_keys_install (CwEditor *editor)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);
}
