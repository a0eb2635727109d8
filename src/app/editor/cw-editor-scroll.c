/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-scroll.h"

#include "cw-editor-blocks.h"
#include "cw-editor-flow.h"

/* Scrolling to places that may be far away. GTK scrolls smoothly to where a line is thought to be,
 * and ends elsewhere when the lines above get their heights on the way: here the line is looked for
 * again with each frame until it stays where it is wanted. */

#define MARK "cw-scroll"
#define KEY "cw-scroll-search"

/* Where the line goes if it must be scrolled to, and how near to the edge it may be if not; shares of
 * what can be seen. */
#define AIM 0.3
#define EDGE 0.1
/* So many frames without a change are rest; more than so many are given up. */
#define REST 4
#define PATIENCE 60

typedef struct
{
  int row; /* of a cell of the line's table, or -1 */
  int column;
  guint frames;
  guint resting;
  gboolean moved;
} Search;

static GtkAdjustment *
get_adjustment (CwEditor *editor)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (editor));
}

/* Where it is now, in the coordinates of the buffer. */
static GdkRectangle
find_place (CwEditor *editor, const Search *search)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle place;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_mark (buffer, MARK));
  if (search->row < 0
      || !cw_editor_blocks_get_cell_area (cw_editor_get_blocks (editor),
                                          (guint) gtk_text_iter_get_line (&iter),
                                          (guint) search->row, (guint) search->column, &place))
    gtk_text_view_get_iter_location (view, &iter, &place);
  return place;
}

static double
find_wanted (CwEditor *editor, const Search *search)
{
  GtkAdjustment *adjustment = get_adjustment (editor);
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double last = gtk_adjustment_get_upper (adjustment) - page;
  GdkRectangle place = find_place (editor, search);

  place.y += gtk_text_view_get_top_margin (GTK_TEXT_VIEW (editor));
  if (!search->moved && place.y >= value + EDGE * page
      && place.y + place.height <= value + (1 - EDGE) * page)
    return value;
  return CLAMP (place.y - AIM * page, 0, MAX (last, 0));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CwEditor *editor = CW_EDITOR (widget);
  Search *search = data;
  double wanted = find_wanted (editor, search);

  if (ABS (gtk_adjustment_get_value (get_adjustment (editor)) - wanted) < 1)
    search->resting++;
  else
    {
      search->moved = TRUE;
      search->resting = 0;
      gtk_adjustment_set_value (get_adjustment (editor), wanted);
    }
  if (search->resting < REST && ++search->frames < PATIENCE)
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (editor), KEY, NULL);
  return G_SOURCE_REMOVE;
}

static void
begin (CwEditor *editor, int row, int column)
{
  guint old = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (editor), KEY));
  Search *search = g_new0 (Search, 1);

  search->row = row;
  search->column = column;
  if (old != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (editor), old);
  g_object_set_data (G_OBJECT (editor), KEY,
                     GUINT_TO_POINTER (gtk_widget_add_tick_callback (GTK_WIDGET (editor), on_tick,
                                                                     search, g_free)));
}

static void
set_mark (CwEditor *editor, CwPlace place)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (editor));
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, MARK);
  GtkTextIter iter;

  cw_place_get_iter (place, buffer, &iter);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, MARK, &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  /* in the place of what else may be about to be scrolled to */
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (editor), mark, EDGE, FALSE, 0, AIM);
}

/**
 * cw_editor_scroll_to:
 * @editor: an editor
 * @place: a place in its document
 *
 * Scrolls so that the place can be seen comfortably, however far it is. Caret and keyboard stay where
 * they are.
 */
void
cw_editor_scroll_to (CwEditor *editor, CwPlace place)
{
  g_return_if_fail (CW_IS_EDITOR (editor));

  set_mark (editor, place);
  begin (editor, -1, -1);
}

/**
 * cw_editor_scroll_to_cell:
 * @editor: an editor
 * @line: line of a table
 * @row: row of a cell
 * @column: its column
 *
 * As cw_editor_scroll_to(), for a cell of a table.
 */
void
cw_editor_scroll_to_cell (CwEditor *editor, guint line, guint row, guint column)
{
  g_return_if_fail (CW_IS_EDITOR (editor));

  set_mark (editor, (CwPlace) { line, 0 });
  begin (editor, (int) row, (int) column);
}
