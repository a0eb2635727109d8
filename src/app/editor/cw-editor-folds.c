/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-folds.h"

#include "document/sections/cw-section-tree.h"
#include "cw-editor-flow.h"
#include "cw-editor-tags.h"

/* Folding hides text by a tag and changes nothing else: buffer and document are as they were. A
 * fold belongs to a heading, which is known again by its text when it moves and by its place while
 * it is written; where neither tells, the section unfolds. */

struct _CwEditorFolds
{
  CwEditor *editor;     /* unowned */
  CwDocument *document; /* whose blocks the folds are */
  GArray *blocks;       /* headings folded */
};

/**
 * cw_editor_folds_new:
 * @editor: an editor
 *
 * Returns: (transfer full): its folds, none yet
 */
CwEditorFolds *
cw_editor_folds_new (CwEditor *editor)
{
  CwEditorFolds *self = g_new0 (CwEditorFolds, 1);

  self->editor = editor;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * cw_editor_folds_free:
 * @self: folds
 *
 * Frees them.
 */
void
cw_editor_folds_free (CwEditorFolds *self)
{
  g_clear_pointer (&self->document, cw_document_unref);
  g_array_unref (self->blocks);
  g_free (self);
}

static CwDocument *
get_document (CwEditorFolds *self)
{
  return cw_editor_buffer_get_document (cw_editor_get_buffer (self->editor));
}

/* --- the tag --- */

static void
hide (CwEditorFolds *self, guint block)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (self->editor));
  CwDocument *document = self->document;
  guint end = cw_section_get_end (document, block);
  guint line = cw_flow_get_line_of_block (document, block);
  GtkTextIter from, to;

  if (end == block + 1)
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &from, line + 1);
  gtk_text_buffer_get_iter_at_line (buffer, &to, line + end - block);
  if (line + end - block >= (guint) gtk_text_buffer_get_line_count (buffer))
    gtk_text_buffer_get_end_iter (buffer, &to);
  gtk_text_buffer_apply_tag (buffer, cw_editor_tags_get_fold (), &from, &to);
}

static void
show_folds (CwEditorFolds *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (self->editor));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, cw_editor_tags_get_fold (), &start, &end);
  for (guint i = 0; i < self->blocks->len; i++)
    hide (self, g_array_index (self->blocks, guint, i));
  gtk_widget_queue_allocate (GTK_WIDGET (self->editor));
}

/* --- following the document --- */

static gboolean
is_heading (CwDocument *document, guint block)
{
  return block < cw_document_get_n_blocks (document)
         && cw_block_get_level (cw_document_get_block (document, block)) > 0;
}

static int
find_again (CwDocument *older, CwDocument *newer, guint block)
{
  CwText *text = cw_block_get_text (cw_document_get_block (older, block));

  if (is_heading (newer, block) && cw_block_get_text (cw_document_get_block (newer, block)) == text)
    return block;
  for (guint i = 0; i < cw_document_get_n_blocks (newer); i++)
    if (is_heading (newer, i) && cw_block_get_text (cw_document_get_block (newer, i)) == text)
      return i;
  return is_heading (newer, block) ? (int) block : -1;
}

/**
 * cw_editor_folds_sync:
 * @self: folds
 *
 * Follows the document: headings that are gone take their folds along.
 */
void
cw_editor_folds_sync (CwEditorFolds *self)
{
  CwDocument *document = get_document (self);
  guint kept = 0;

  if (self->blocks->len == 0 || self->document == document)
    return;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      int block = find_again (self->document, document, g_array_index (self->blocks, guint, i));

      if (block >= 0)
        g_array_index (self->blocks, guint, kept++) = block;
    }
  g_array_set_size (self->blocks, kept);
  cw_document_ref (document);
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = document;
  show_folds (self);
  cw_editor_folds_reveal_caret (self);
}

/**
 * cw_editor_folds_is_folded:
 * @self: folds
 * @block: a heading
 *
 * Returns: whether its section is folded
 */
gboolean
cw_editor_folds_is_folded (CwEditorFolds *self, guint block)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_array_index (self->blocks, guint, i) == block)
      return TRUE;
  return FALSE;
}

/**
 * cw_editor_folds_is_hidden:
 * @self: folds
 * @block: number of a block
 *
 * Returns: whether it is in a folded section, below the heading
 */
gboolean
cw_editor_folds_is_hidden (CwEditorFolds *self, guint block)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      guint first = g_array_index (self->blocks, guint, i);

      if (block > first && block < cw_section_get_end (self->document, first))
        return TRUE;
    }
  return FALSE;
}

/**
 * cw_editor_folds_set:
 * @self: folds
 * @block: a heading of the document
 * @folded: whether its section is to be folded
 *
 * Folds or unfolds a section. The caret, if it was in there, goes to the heading.
 */
void
cw_editor_folds_set (CwEditorFolds *self, guint block, gboolean folded)
{
  CwDocument *document = get_document (self);
  CwPlace caret = cw_editor_get_caret (self->editor);
  CwFlowLine line = cw_flow_get_line (document, caret.line);

  cw_editor_folds_sync (self);
  if (!is_heading (document, block) || cw_editor_folds_is_folded (self, block) == folded)
    return;
  cw_document_ref (document);
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = document;
  if (folded && line.block > (int) block && line.block < (int) cw_section_get_end (document, block))
    cw_editor_set_caret (self->editor, (CwPlace){ cw_flow_get_line_of_block (document, block), 0 });
  if (folded)
    g_array_append_val (self->blocks, block);
  else
    for (guint i = self->blocks->len; i > 0; i--)
      if (g_array_index (self->blocks, guint, i - 1) == block)
        g_array_remove_index (self->blocks, i - 1);
  show_folds (self);
}

/**
 * cw_editor_folds_reveal:
 * @self: folds
 * @block: number of a block of the document
 *
 * Unfolds what it is in, so that it can be seen.
 */
void
cw_editor_folds_reveal (CwEditorFolds *self, int block)
{
  gboolean any = FALSE;

  cw_editor_folds_sync (self);
  for (guint i = self->blocks->len; i > 0; i--)
    {
      guint first = g_array_index (self->blocks, guint, i - 1);

      if (block <= (int) first || block >= (int) cw_section_get_end (self->document, first))
        continue;
      g_array_remove_index (self->blocks, i - 1);
      any = TRUE;
    }
  if (any)
    show_folds (self);
}

/**
 * cw_editor_folds_reveal_caret:
 * @self: folds
 *
 * Unfolds what the caret is in, however it came there: nobody writes what cannot be seen.
 */
void
cw_editor_folds_reveal_caret (CwEditorFolds *self)
{
  CwDocument *document = get_document (self);
  CwPlace caret;

  if (self->blocks->len == 0 || self->document != document)
    return;
  caret = cw_editor_get_caret (self->editor);
  if (caret.line < cw_flow_get_n_lines (document))
    cw_editor_folds_reveal (self, cw_flow_get_line (document, caret.line).block);
}

/* --- commands --- */

/* The heading of the innermost section that the caret is in and that is not in that state yet. */
static int
find_heading (CwEditor *editor, gboolean folded)
{
  CwEditorFolds *folds = cw_editor_get_folds (editor);
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));
  int block = cw_flow_get_line (document, cw_editor_get_caret (editor).line).block;
  g_autoptr (CwSectionTree) tree = cw_section_tree_new (document);
  int place = cw_section_tree_find_around (tree, block);

  while (place >= 0)
    {
      const CwSectionNode *node = cw_section_tree_get_node (tree, place);

      if (node->level > 0 && cw_editor_folds_is_folded (folds, node->block) != folded)
        return node->block;
      place = node->parent;
    }
  return -1;
}

/**
 * cw_editor_fold:
 * @editor: an editor
 * @folded: whether to fold or to unfold
 *
 * Folds the section the caret is in, or the one above if that is folded already; or unfolds it.
 */
void
cw_editor_fold (CwEditor *editor, gboolean folded)
{
  int block = find_heading (editor, folded);

  if (block >= 0)
    cw_editor_folds_set (cw_editor_get_folds (editor), block, folded);
}

/**
 * cw_editor_fold_at:
 * @editor: an editor
 * @x: a place in the window of the text, in pixels
 * @y: the same
 *
 * Folds or unfolds the section of the heading in whose margin the place is.
 *
 * Returns: whether there is one
 */
gboolean
cw_editor_fold_at (CwEditor *editor, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor);
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));
  CwEditorFolds *folds = cw_editor_get_folds (editor);
  GtkTextIter iter;
  CwFlowLine line;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (buffer_x >= gtk_text_view_get_left_margin (view))
    return FALSE;
  gtk_text_view_get_line_at_y (view, &iter, buffer_y, NULL);
  line = cw_flow_get_line (document, gtk_text_iter_get_line (&iter));
  if (line.block < 0 || !is_heading (document, line.block))
    return FALSE;
  cw_editor_folds_set (folds, line.block, !cw_editor_folds_is_folded (folds, line.block));
  return TRUE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CwEditor *editor)
{
  if (cw_editor_get_buffer (editor) != NULL && cw_editor_fold_at (editor, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/**
 * cw_editor_folds_install:
 * @editor: an editor
 *
 * Makes clicks beside headings fold and unfold.
 */
void
cw_editor_folds_install (CwEditor *editor)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), GTK_EVENT_CONTROLLER (click));
}
