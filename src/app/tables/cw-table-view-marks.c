/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

/* Marked stretches of the text of cells, see cw_editor_set_layer(). */

static int
compare (gconstpointer a, gconstpointer b)
{
  const CwCellMark *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return (int) x->layer - (int) y->layer;
}

/**
 * cw_table_view_set_marks:
 * @self: a table view
 * @marks: (array length=n) (nullable): what is marked, in any order
 * @n: how many there are
 *
 * Marks stretches of the text of its cells, instead of those marked before.
 */
void
cw_table_view_set_marks (CwTableView *self, const CwCellMark *marks, guint n)
{
  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  if (n == 0 && self->marks == NULL)
    return;
  g_clear_pointer (&self->marks, g_array_unref);
  if (n > 0)
    {
      self->marks = g_array_sized_new (FALSE, FALSE, sizeof (CwCellMark), n);
      g_array_append_vals (self->marks, marks, n);
      g_array_sort (self->marks, compare);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The first mark of a cell, or where it would be. */
static guint
find_first (GArray *marks, guint row, guint column)
{
  CwCellMark wanted = { 0, row, column, 0, 0 };
  guint low = 0, high = marks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare (&g_array_index (marks, CwCellMark, middle), &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_in_line (const CwCellMark *mark,
              GtkSnapshot *snapshot,
              PangoLayoutLine *line,
              const PangoRectangle *box,
              graphene_point_t at)
{
  int line_start = pango_layout_line_get_start_index (line);
  int line_end = line_start + pango_layout_line_get_length (line);
  int start = MAX ((int) mark->start, line_start), end = MIN ((int) mark->end, line_end);
  g_autofree int *ranges = NULL;
  int n_ranges;

  if (start >= end)
    return;
  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    cw_layer_draw (mark->layer, snapshot,
                   &GRAPHENE_RECT_INIT (at.x + (float) ranges[2 * i] / PANGO_SCALE,
                                        at.y + (float) box->y / PANGO_SCALE,
                                        (float) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
                                        (float) box->height / PANGO_SCALE));
}

static void
draw_mark (const CwCellMark *mark, GtkSnapshot *snapshot, PangoLayout *layout, int x, int y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle box;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      draw_in_line (mark, snapshot, pango_layout_iter_get_line_readonly (iter), &box,
                    GRAPHENE_POINT_INIT (x, y));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* --- blanks ----------------------------------------------------------------------------------- */

/**
 * cw_table_view_set_ledger:
 * @self: a table view
 * @ledger: the ledger of its document
 *
 * Tells it which values are not filled in: they are tinted like placeholders found in the text.
 */
void
cw_table_view_set_ledger (CwTableView *self, CwLedger *ledger)
{
  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  if (self->ledger == ledger)
    return;
  cw_ledger_ref (ledger);
  g_clear_pointer (&self->ledger, cw_ledger_unref);
  self->ledger = ledger;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_blank (CwTableView *self, const CwMark *mark)
{
  const CwValue *value = mark->kind == CW_MARK_VALUE && self->ledger != NULL
                             ? cw_ledger_get_value (self->ledger, mark->value)
                             : NULL;

  return value != NULL && !value->filled;
}

static GArray *
find_blanks (CwTableView *self, CwText *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CwCellMark));
  guint n_marks, n_placeholders;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  const CwPlaceholder *placeholders = cw_text_get_placeholders (text, &n_placeholders);

  for (guint i = 0; i < n_marks + n_placeholders; i++)
    {
      const CwPlaceholder *placeholder = i < n_marks ? NULL : &placeholders[i - n_marks];
      CwCellMark mark = { CW_EDITOR_LAYER_BLANKS, 0, 0, 0, 0 };

      if (placeholder == NULL && !is_blank (self, &marks[i]))
        continue;
      mark.start = placeholder != NULL ? placeholder->start : marks[i].start;
      mark.end = placeholder != NULL ? placeholder->end : marks[i].end;
      g_array_append_val (found, mark);
    }
  return found;
}

static void
draw_blanks (CwTableView *self, GtkSnapshot *snapshot, guint row, guint column)
{
  CwText *text = cw_table_get_cell (self->table, row, column).text;
  g_autoptr (GArray) found = find_blanks (self, text);
  g_autoptr (PangoLayout) layout = NULL;
  int x, y;

  if (found->len == 0)
    return;
  layout = cw_table_view_make_layout (self, row, column, &x, &y);
  for (guint i = 0; i < found->len; i++)
    draw_mark (&g_array_index (found, CwCellMark, i), snapshot, layout, x, y);
}

/**
 * cw_table_view_draw_marks:
 * @self: a table view
 * @snapshot: what to draw to
 * @row: row of a cell
 * @column: its column
 * @ground: whether to draw what is behind the text, or what is over it
 *
 * Draws what is marked in a cell, and what is still to be filled in.
 */
void
cw_table_view_draw_marks (CwTableView *self,
                          GtkSnapshot *snapshot,
                          guint row,
                          guint column,
                          gboolean ground)
{
  g_autoptr (PangoLayout) layout = NULL;
  int x, y;

  if (ground)
    draw_blanks (self, snapshot, row, column);
  if (self->marks == NULL)
    return;
  for (guint i = find_first (self->marks, row, column); i < self->marks->len; i++)
    {
      const CwCellMark *mark = &g_array_index (self->marks, CwCellMark, i);

      if (mark->row != row || mark->column != column)
        return;
      if (cw_layer_is_ground (mark->layer) != ground)
        continue;
      if (layout == NULL)
        layout = cw_table_view_make_layout (self, row, column, &x, &y);
      draw_mark (mark, snapshot, layout, x, y);
    }
}
