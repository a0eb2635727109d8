/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-drop.h"

#include "document/edits/cw-edit.h"
#include "cw-editor-blocks.h"
#include "cw-editor-flow.h"
#include "cw-editor-paste.h"

/* Where @place is once [start, end) has been taken out before it. */
static CwPlace
place_after_removal (CwPlace place, CwPlace start, CwPlace end)
{
  if (cw_place_compare (place, end) < 0)
    return place;
  if (place.line > end.line)
    return (CwPlace) { place.line - (end.line - start.line), place.offset };
  return (CwPlace) { start.line, start.offset + place.offset - end.offset };
}

/**
 * cw_editor_move_selection:
 * @editor: an editor
 * @to: where the selected text goes; inside the selection nothing happens
 *
 * Moves what is selected, with its structure, as one step.
 */
void
cw_editor_move_selection (CwEditor *editor, CwPlace to)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  CwDocument *document = cw_editor_buffer_get_document (buffer);
  g_autoptr (CwDocument) fragment = NULL, without = NULL, moved = NULL;
  CwPlace start, end, after;

  if (!cw_editor_buffer_get_selection (buffer, &start, &end))
    return;
  if (cw_place_compare (to, start) >= 0 && cw_place_compare (to, end) <= 0)
    return;

  fragment = cw_edit_slice (document, start, end);
  without = cw_edit_replace (document, start, end, "", &after);
  to = place_after_removal (to, start, end);
  moved = cw_edit_insert_document (without, to, to, fragment, &after);
  cw_editor_buffer_apply (buffer, moved, &after);
}

static CwPlace
place_at (CwEditor *editor, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor);
  GtkTextIter iter;
  int bx, by;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
  gtk_text_view_get_iter_at_location (view, &iter, bx, by);
  return cw_place_at_iter (&iter);
}

static gboolean
is_own (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && gdk_drop_get_drag (drop) != NULL;
}

/* The drag of our own selection is finished as a copy, or the text view would delete it again. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CwEditor *editor)
{
  CwPlace to = place_at (editor, x, y);
  CwPlace start, end;

  if (cw_editor_blocks_find_at (cw_editor_get_blocks (editor), x, y) != NULL)
    return FALSE;
  if (is_own (target)
      && cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end))
    {
      cw_editor_move_selection (editor, to);
      return TRUE;
    }
  cw_editor_set_caret (editor, to);
  cw_editor_paste_text (editor, g_value_get_string (value));
  return TRUE;
}

/**
 * cw_editor_drop_install:
 * @editor: an editor
 *
 * Text dropped here from elsewhere comes in through the reader; the editor's own is moved with its
 * structure.
 */
void
cw_editor_drop_install (CwEditor *editor)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), GTK_EVENT_CONTROLLER (target));
}
