/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include "typeset/cw-standard.h"
#include "typeset/tables/cw-table-rules.h"

/**
 * cw_pages_get_type_area_left:
 * @self: pages
 * @page: from 0
 * @sideways: whether the page is set sideways
 *
 * Returns: left edge of the type area of a page, on the turned sheet if it is sideways, pt
 */
double
cw_pages_get_type_area_left (CwPages *self, guint page, gboolean sideways)
{
  if (sideways)
    return CW_STD_PAGE_HEIGHT - CW_STD_HEAD_MARGIN - CW_STD_TYPE_AREA_HEIGHT;
  return cw_grid_get_left (&self->profile, page + 1);
}

/**
 * cw_pages_turn_point:
 * @sideways: whether what is asked about is set sideways
 * @x: (inout): from the left edge of the sheet, pt
 * @y: (inout): from its top, pt
 *
 * Turns a point on the sheet as it lies into one on the sheet as it is read (R112).
 */
void
cw_pages_turn_point (gboolean sideways, double *x, double *y)
{
  double on_sheet = *x;

  if (!sideways)
    return;
  *x = CW_STD_PAGE_HEIGHT - *y;
  *y = on_sheet;
}

/**
 * cw_pages_turn_area:
 * @sideways: whether it is set sideways
 * @area: (inout): an area on the sheet as it is read; on return on the sheet as it lies, pt
 */
void
cw_pages_turn_area (gboolean sideways, graphene_rect_t *area)
{
  graphene_rect_t read = *area;

  if (!sideways)
    return;
  graphene_rect_init (area, read.origin.y,
                      (float) CW_STD_PAGE_HEIGHT - read.origin.x - read.size.width,
                      read.size.height, read.size.width);
}

static gboolean
box_holds (CwPages *self, guint page, const CwRow *row, double *x, double *y)
{
  const CwPageBox *box = cw_layout_get_box (self->layout, row);

  if (box == NULL)
    return FALSE;
  cw_pages_turn_point (row->sideways, x, y);
  *x -= cw_pages_get_type_area_left (self, page, row->sideways) + row->x;
  *y -= cw_layout_get_box_top (self->layout, row);
  return *x >= 0 && *x <= box->width && *y >= 0 && *y <= box->height;
}

/**
 * cw_pages_find_box:
 * @self: pages
 * @page: from 0
 * @x: (inout): from the left edge of the sheet, pt; on return from that of the box
 * @y: (inout): from its top, pt; on return from that of the box
 *
 * Returns: (transfer none) (nullable): the row of the table or picture at that point
 */
const CwRow *
cw_pages_find_box (CwPages *self, guint page, double *x, double *y)
{
  for (guint i = g_array_index (self->layout->starts, guint, page);
       i < cw_layout_get_page_end (self->layout, page); i++)
    {
      const CwRow *row = &g_array_index (self->layout->rows, CwRow, i);
      double in_x = *x, in_y = *y;

      if (!box_holds (self, page, row, &in_x, &in_y))
        continue;
      *x = in_x;
      *y = in_y;
      return row;
    }
  return NULL;
}

static int
row_get_block (CwPages *self, const CwRow *row)
{
  int line = cw_layout_get_piece (self->layout, row->piece)->flow_line;

  return line >= 0 ? cw_flow_get_line (self->document, (guint) line).block : -1;
}

/**
 * cw_pages_find_cell:
 * @self: pages
 * @page: from 0
 * @x: from the left edge of the sheet, pt
 * @y: from its top, pt
 * @block: (out): the block of the table
 * @row: (out): row of the cell
 * @column: (out): its column
 *
 * Finds the cell of a table that a click on the paper hits; in a repeated head, the head's.
 *
 * Returns: %FALSE if there is no table at that point
 */
gboolean
cw_pages_find_cell (CwPages *self,
                    guint page,
                    double x,
                    double y,
                    guint *block,
                    guint *row,
                    guint *column)
{
  const CwRow *r;
  const CwPageBox *box;

  g_return_val_if_fail (page < cw_pages_get_n_pages (self), FALSE);

  r = cw_pages_find_box (self, page, &x, &y);
  box = r != NULL ? cw_layout_get_box (self->layout, r) : NULL;
  if (box == NULL || box->table == NULL
      || !cw_table_part_find_cell (&box->part, box->table, x, y, row, column))
    return FALSE;
  *block = (guint) row_get_block (self, r);
  return TRUE;
}

/**
 * cw_pages_find_cell_place:
 * @self: pages
 * @block: the block of a table
 * @row: row of a cell
 * @column: its column
 * @page: (out): the page it begins on, from 0
 * @area: (out): where it stands on the sheet, pt
 *
 * Finds where a cell of a table is on paper.
 *
 * Returns: %FALSE if the block is no table, or there is no such cell
 */
gboolean
cw_pages_find_cell_place (CwPages *self,
                          guint block,
                          guint row,
                          guint column,
                          guint *page,
                          graphene_rect_t *area)
{
  for (guint i = 0; i < self->layout->rows->len; i++)
    {
      const CwRow *r = &g_array_index (self->layout->rows, CwRow, i);
      const CwPageBox *box = cw_layout_get_box (self->layout, r);

      if (box == NULL || box->table == NULL || row_get_block (self, r) != (int) block)
        continue;
      if (row >= box->table->n_rows || column >= box->table->n_columns)
        return FALSE;
      if (!cw_table_part_find_area (&box->part, box->table, row, column, area))
        continue;
      *page = cw_layout_find_page (self->layout, i);
      graphene_rect_offset (area,
                            (float) cw_pages_get_type_area_left (self, *page, r->sideways) + r->x,
                            (float) cw_layout_get_box_top (self->layout, r));
      cw_pages_turn_area (r->sideways, area);
      return TRUE;
    }
  return FALSE;
}
