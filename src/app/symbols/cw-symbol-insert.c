/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-symbol-insert.h"

/* Symbols go wherever the keyboard was: the text, a cell of a table, a field beside it. */

/* What stands between keeps its marks: nothing of it is taken out. */
static void
wrap_selection (GtkTextBuffer *buffer, const char *text, const char *behind, gboolean editable)
{
  GtkTextIter start, end;
  GtkTextMark *mark;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  mark = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  gtk_text_buffer_insert_interactive (buffer, &end, behind, -1, editable);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_buffer_get_iter_at_mark (buffer, &start, mark);
  gtk_text_buffer_insert_interactive (buffer, &start, text, -1, editable);
  gtk_text_buffer_delete_mark (buffer, mark);
}

static void
insert_in_view (GtkTextView *view, const char *text, const char *behind)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gboolean editable = gtk_text_view_get_editable (view);
  gboolean selected = gtk_text_buffer_get_has_selection (buffer);
  g_autofree char *whole = g_strconcat (text, behind, NULL);
  GtkTextIter caret;

  gtk_text_buffer_begin_user_action (buffer);
  if (behind != NULL && selected)
    wrap_selection (buffer, text, behind, editable);
  else
    {
      gtk_text_buffer_delete_selection (buffer, TRUE, editable);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, whole, -1, editable);
    }
  gtk_text_buffer_end_user_action (buffer);
  if (behind == NULL || selected)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_backward_chars (&caret, (int) g_utf8_strlen (behind, -1));
  gtk_text_buffer_place_cursor (buffer, &caret);
}

static void
insert_in_entry (GtkEditable *entry, const char *text, const char *behind)
{
  g_autofree char *selected = NULL;
  g_autofree char *whole = NULL;
  int start, end;

  if (!gtk_editable_get_selection_bounds (entry, &start, &end))
    start = end = gtk_editable_get_position (entry);
  selected = behind != NULL ? gtk_editable_get_chars (entry, start, end) : g_strdup ("");
  whole = g_strconcat (text, selected, behind, NULL);
  gtk_editable_delete_text (entry, start, end);
  gtk_editable_insert_text (entry, whole, -1, &start);
  if (behind != NULL && *selected == '\0')
    start -= (int) g_utf8_strlen (behind, -1);
  gtk_editable_set_position (entry, start);
}

/**
 * cw_symbol_can_insert:
 * @target: (nullable): a widget
 *
 * Returns: whether text can be typed into it
 */
gboolean
cw_symbol_can_insert (GtkWidget *target)
{
  return GTK_IS_TEXT_VIEW (target) || GTK_IS_EDITABLE (target);
}

/**
 * cw_symbol_insert:
 * @target: a widget one can type into
 * @text: what goes in at the caret, in place of what is selected
 * @behind: (nullable): if there is one, @text goes before the selection and this behind it; with
 *   nothing selected the caret stays between the two
 *
 * Puts a symbol in and gives @target the keyboard.
 */
void
cw_symbol_insert (GtkWidget *target, const char *text, const char *behind)
{
  g_return_if_fail (cw_symbol_can_insert (target));

  gtk_widget_grab_focus (target);
  if (GTK_IS_TEXT_VIEW (target))
    insert_in_view (GTK_TEXT_VIEW (target), text, behind);
  else
    insert_in_entry (GTK_EDITABLE (target), text, behind);
}

static void
get_caret_in_view (GtkTextView *view, GdkRectangle *area)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, area);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x,
                                         &area->y);
  area->width = MAX (area->width, 1);
}

/**
 * cw_symbol_get_caret_area:
 * @target: a widget one can type into
 * @relative_to: a widget above it
 * @area: (out): where the caret is in @relative_to, for a popover to point to
 *
 * Returns: whether it is anywhere to be seen
 */
gboolean
cw_symbol_get_caret_area (GtkWidget *target, GtkWidget *relative_to, GdkRectangle *area)
{
  int width = gtk_widget_get_width (relative_to), height = gtk_widget_get_height (relative_to);
  graphene_point_t at;

  *area = (GdkRectangle) { 0, 0, gtk_widget_get_width (target), gtk_widget_get_height (target) };
  if (GTK_IS_TEXT_VIEW (target))
    get_caret_in_view (GTK_TEXT_VIEW (target), area);
  if (!gtk_widget_compute_point (target, relative_to,
                                 &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y), &at))
    return FALSE;
  area->x = CLAMP ((int) at.x, 0, MAX (width - 1, 0));
  area->y = CLAMP ((int) at.y, 0, MAX (height - 1, 0));
  return TRUE;
}
