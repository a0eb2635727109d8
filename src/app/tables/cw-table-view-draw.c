/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include <adwaita.h>

/* How the table looks. Only the rows that can be seen are drawn. */

typedef struct
{
  CwTableView *self;
  GtkSnapshot *snapshot;
  GdkRGBA text;
  GdkRGBA rule;
  GdkRGBA head;
  GdkRGBA accent;
  GdkRGBA selection;
  guint first; /* rows drawn */
  guint last;
} Drawing;

static GdkRGBA
with_alpha (GdkRGBA colour, float alpha)
{
  colour.alpha *= alpha;
  return colour;
}

static void
choose_colours (Drawing *d)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);

  gtk_widget_get_color (GTK_WIDGET (d->self), &d->text);
  d->rule = with_alpha (d->text, contrast ? 1 : 0.45);
  d->head = with_alpha (d->text, contrast ? 0.14 : 0.06);
  d->accent = *accent;
  d->selection = with_alpha (*accent, contrast ? 0.45 : 0.22);
}

static PangoAlignment
get_alignment (CwColumnAlign align)
{
  switch (align)
    {
    case CW_COLUMN_CENTRE:
    case CW_COLUMN_DECIMAL:
      return PANGO_ALIGN_CENTER;
    case CW_COLUMN_END:
      return PANGO_ALIGN_RIGHT;
    case CW_COLUMN_AUTO:
    case CW_COLUMN_START:
    case CW_N_COLUMN_ALIGNS:
    default:
      return PANGO_ALIGN_LEFT;
    }
}

/**
 * cw_table_view_make_layout:
 * @self: a table view
 * @row: row of a cell
 * @column: its column
 * @x: (out): where its text begins, from the left of the view
 * @y: (out): the same from its top
 *
 * Returns: (transfer full): the text of the cell as it is drawn
 */
PangoLayout *
cw_table_view_make_layout (CwTableView *self, guint row, guint column, int *x, int *y)
{
  CwText *text = cw_table_get_cell (self->table, row, column).text;
  GdkRectangle cell = cw_table_shape_get_cell (self->shape, row, column);
  CwColumnAlign align = cw_table_shape_get_align (self->shape, row, column);
  PangoLayout *layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (self), cw_text_get_string (text));
  int indent = cw_table_shape_get_indent (self->shape, row, column);
  int width = MAX (cell.width - 2 * CW_CELL_PADDING - MAX (indent, 0), 1), height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, indent >= 0 ? PANGO_ALIGN_LEFT : get_alignment (align));
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *x = CW_TABLE_STRIP + cell.x + CW_CELL_PADDING + MAX (indent, 0);
  *y = CW_TABLE_STRIP + cell.y + MAX (cell.height - height, 0) / 2;
  return layout;
}

static void
draw_text (Drawing *d, guint row, guint column)
{
  CwText *text = cw_table_get_cell (d->self->table, row, column).text;
  g_autoptr (PangoLayout) layout = NULL;
  int x, y;

  if (cw_text_is_empty (text))
    return;
  layout = cw_table_view_make_layout (d->self, row, column, &x, &y);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (d->snapshot, layout, &d->text);
  gtk_snapshot_restore (d->snapshot);
}

static void
fill (Drawing *d, const GdkRGBA *colour, GdkRectangle r)
{
  gtk_snapshot_append_color (d->snapshot, colour,
                             &GRAPHENE_RECT_INIT (r.x, r.y, r.width, r.height));
}

static void
draw_cell (Drawing *d, guint row, guint column)
{
  CwTableView *self = d->self;
  GdkRectangle r = cw_table_shape_get_cell (self->shape, row, column);
  gboolean active = row == self->row && column == self->column;

  r.x += CW_TABLE_STRIP;
  r.y += CW_TABLE_STRIP;
  if (row < cw_table_get_n_header_rows (self->table))
    fill (d, &d->head, r);
  fill (d, &d->rule, (GdkRectangle) { r.x, r.y + r.height, r.width + 1, 1 });
  fill (d, &d->rule, (GdkRectangle) { r.x + r.width, r.y, 1, r.height });
  cw_table_view_draw_marks (self, d->snapshot, row, column, TRUE);
  if (!active || !cw_table_view_has_focus (self))
    draw_text (d, row, column);
  cw_table_view_draw_marks (self, d->snapshot, row, column, FALSE);
}

/* A cell over several rows may begin above the first row that can be seen. */
static void
draw_cells (Drawing *d)
{
  CwTable *table = d->self->table;
  guint n_columns = cw_table_get_n_columns (table);

  for (guint column = 0; column < n_columns; column++)
    {
      guint row = d->first, c = column;

      cw_table_find_cell (table, &row, &c);
      if (row < d->first && c == column)
        draw_cell (d, row, column);
    }
  for (guint row = d->first; row <= d->last; row++)
    for (guint column = 0; column < n_columns; column++)
      if (cw_table_get_cell (table, row, column).rows > 0)
        draw_cell (d, row, column);
}

static void
draw_edges (Drawing *d)
{
  int width = cw_table_shape_get_width (d->self->shape);
  int top = cw_table_shape_get_y (d->self->shape, d->first) + CW_TABLE_STRIP;
  int bottom = cw_table_shape_get_y (d->self->shape, d->last + 1) + CW_TABLE_STRIP;

  if (d->first == 0)
    fill (d, &d->rule, (GdkRectangle) { CW_TABLE_STRIP, top, width + 1, 1 });
  fill (d, &d->rule, (GdkRectangle) { CW_TABLE_STRIP, top, 1, bottom - top });
}

static GdkRectangle
range_area (CwTableView *self, CwCellRange range)
{
  int x = cw_table_shape_get_x (self->shape, range.column);
  int y = cw_table_shape_get_y (self->shape, range.row);

  return (GdkRectangle) { CW_TABLE_STRIP + x, CW_TABLE_STRIP + y,
                          cw_table_shape_get_x (self->shape, range.last_column + 1) - x,
                          cw_table_shape_get_y (self->shape, range.last_row + 1) - y };
}

static void
draw_frame (Drawing *d, GdkRectangle r, int width)
{
  fill (d, &d->accent, (GdkRectangle) { r.x - 1, r.y - 1, r.width + width, width });
  fill (d, &d->accent, (GdkRectangle) { r.x - 1, r.y + r.height - 1, r.width + width, width });
  fill (d, &d->accent, (GdkRectangle) { r.x - 1, r.y - 1, width, r.height + width });
  fill (d, &d->accent, (GdkRectangle) { r.x + r.width - 1, r.y - 1, width, r.height + width });
}

static void
draw_selection (Drawing *d)
{
  CwCellRange range = cw_table_view_get_range (d->self);

  if (!cw_table_view_has_focus (d->self))
    return;
  if (cw_table_view_is_range (d->self))
    fill (d, &d->selection, range_area (d->self, range));
  draw_frame (d, range_area (d->self, range), 2);
}

/* Strips that rows and columns are taken hold of by; those of the selection stand out. */
static void
draw_strips (Drawing *d)
{
  CwTableView *self = d->self;
  CwCellRange range = cw_table_view_get_range (self);
  GdkRectangle area = range_area (self, range);
  GdkRGBA plain = with_alpha (d->text, 0.10);
  int size = CW_TABLE_STRIP - 4;

  if (!self->hover && !cw_table_view_has_focus (self))
    return;
  for (guint column = 0; column < cw_table_get_n_columns (self->table); column++)
    {
      int x = cw_table_shape_get_x (self->shape, column) + CW_TABLE_STRIP;
      int right = cw_table_shape_get_x (self->shape, column + 1) + CW_TABLE_STRIP;

      fill (d, &plain, (GdkRectangle) { x + 1, 1, right - x - 1, size });
    }
  for (guint row = d->first; row <= d->last; row++)
    {
      int y = cw_table_shape_get_y (self->shape, row) + CW_TABLE_STRIP;
      int bottom = cw_table_shape_get_y (self->shape, row + 1) + CW_TABLE_STRIP;

      fill (d, &plain, (GdkRectangle) { 1, y + 1, size, bottom - y - 1 });
    }
  fill (d, &plain, (GdkRectangle) { 1, 1, size, size });
  if (!cw_table_view_has_focus (self))
    return;
  fill (d, &d->accent, (GdkRectangle) { area.x + 1, 1, area.width - 1, size });
  fill (d, &d->accent, (GdkRectangle) { 1, area.y + 1, size, area.height - 1 });
}

static void
draw_width_label (Drawing *d)
{
  CwTableView *self = d->self;
  int left = cw_table_shape_get_x (self->shape, self->drag_column) + CW_TABLE_STRIP;
  g_autofree char *text = g_strdup_printf ("%.0f mm", (self->drag_at - left) / self->scale);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA white = { 1, 1, 1, 1 };
  int width, height, x;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = MAX (self->drag_at - width - 12, 0);
  fill (d, &d->accent, (GdkRectangle) { x, self->press_y, width + 8, height + 4 });
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT (x + 4, self->press_y + 2));
  gtk_snapshot_append_layout (d->snapshot, layout, &white);
  gtk_snapshot_restore (d->snapshot);
}

static void
draw_drag (Drawing *d)
{
  CwTableView *self = d->self;
  int width = cw_table_shape_get_width (self->shape) + CW_TABLE_STRIP;
  int height = cw_table_shape_get_height (self->shape) + CW_TABLE_STRIP;

  switch (self->drag)
    {
    case CW_TABLE_DRAG_RULE:
      fill (d, &d->accent, (GdkRectangle) { self->drag_at - 1, 0, 2, height });
      draw_width_label (d);
      break;
    case CW_TABLE_DRAG_COLUMNS:
      fill (d, &d->accent, (GdkRectangle) { self->drag_at - 1, 0, 3, height });
      break;
    case CW_TABLE_DRAG_ROWS:
      fill (d, &d->accent, (GdkRectangle) { 0, self->drag_at - 1, width, 3 });
      break;
    case CW_TABLE_DRAG_NOTHING:
    case CW_TABLE_DRAG_CELLS:
    default:
      break;
    }
}

/**
 * cw_table_view_draw:
 * @self: a table view
 * @snapshot: what to draw to
 *
 * Draws all but the text of the active cell.
 */
void
cw_table_view_draw (CwTableView *self, GtkSnapshot *snapshot)
{
  Drawing d = { .self = self, .snapshot = snapshot };

  d.first = cw_table_shape_find_row (self->shape, self->visible_top - CW_TABLE_STRIP);
  d.last = cw_table_shape_find_row (self->shape, self->visible_bottom - CW_TABLE_STRIP);
  choose_colours (&d);
  draw_cells (&d);
  draw_edges (&d);
  draw_strips (&d);
  draw_selection (&d);
  draw_drag (&d);
}
