/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-buffer.h"

#include "cw-editor-flow.h"

/* Caret and selection of an editor's buffer, as places in its document. */

/**
 * cw_editor_buffer_get_caret:
 * @self: an editor buffer
 *
 * Returns: where the caret is
 */
CwPlace
cw_editor_buffer_get_caret (CwEditorBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return cw_place_at_iter (&iter);
}

/**
 * cw_editor_buffer_get_selection:
 * @self: an editor buffer
 * @start: (out): where the selection starts, or the caret
 * @end: (out): where it ends, or the caret
 *
 * Returns: whether anything is selected
 */
gboolean
cw_editor_buffer_get_selection (CwEditorBuffer *self, CwPlace *start, CwPlace *end)
{
  GtkTextIter from, to;
  gboolean selected;

  g_return_val_if_fail (CW_IS_EDITOR_BUFFER (self), FALSE);

  selected = gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &from, &to);
  *start = cw_place_at_iter (&from);
  *end = cw_place_at_iter (&to);
  return selected;
}

/**
 * cw_editor_buffer_select:
 * @self: an editor buffer
 * @start: where the selection starts
 * @end: where it ends, and where the caret goes
 */
void
cw_editor_buffer_select (CwEditorBuffer *self, CwPlace start, CwPlace end)
{
  GtkTextIter from, to;

  g_return_if_fail (CW_IS_EDITOR_BUFFER (self));

  cw_place_get_iter (start, GTK_TEXT_BUFFER (self), &from);
  cw_place_get_iter (end, GTK_TEXT_BUFFER (self), &to);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self), &to, &from);
}
