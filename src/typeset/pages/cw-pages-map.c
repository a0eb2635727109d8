/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include <math.h>

#include "typeset/cw-standard.h"

static const CwPiece *
row_get_piece (CwPages *self, guint row)
{
  return cw_layout_get_piece (self->layout, g_array_index (self->layout->rows, CwRow, row).piece);
}

static const CwLine *
row_get_line (CwPages *self, guint row)
{
  return cw_paragraph_get_line (row_get_piece (self, row)->paragraph,
                                g_array_index (self->layout->rows, CwRow, row).line);
}

static gboolean
row_starts_after (CwPages *self, guint row, CwPlace place)
{
  const CwPiece *piece = row_get_piece (self, row);

  if (piece->flow_line != (int) place.line || piece->computed)
    return piece->flow_line > (int) place.line;
  return (int) row_get_line (self, row)->start > (int) place.offset - piece->flow_offset;
}

/* Computed rows have no places: the one before them stands for them, or below a masthead the one after
 * it. */
static guint
skip_computed (CwPages *self, guint row)
{
  guint before = row;

  while (before > 0 && row_get_piece (self, before)->computed)
    before--;
  while (row_get_piece (self, before)->computed && before + 1 < self->layout->rows->len)
    before++;
  return before;
}

/* The caption of a table or picture stands for all of it. */
static guint
skip_boxes (CwPages *self, guint row, guint line)
{
  while (row > 0 && g_array_index (self->layout->rows, CwRow, row).box > 0
         && row_get_piece (self, row - 1)->flow_line == (int) line)
    row--;
  return row;
}

/**
 * cw_pages_find_row:
 * @self: pages
 * @place: a place in the document
 *
 * Returns: the last row that does not start after it: rows are in reading order
 */
guint
cw_pages_find_row (CwPages *self, CwPlace place)
{
  guint low = 0, high = self->layout->rows->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (row_starts_after (self, middle, place))
        high = middle;
      else
        low = middle;
    }
  return skip_computed (self, skip_boxes (self, low, place.line));
}

/**
 * cw_pages_find_place:
 * @self: pages
 * @place: a place in the document
 * @page: (out): the page it stands on, from 0
 * @caret: (out): the caret there, on the page, pt; the height of a character, no width
 *
 * Finds where a place of the document is on paper. A place that prints nothing, such as an empty
 * line, is found where it would be.
 *
 * Returns: %FALSE if nothing is printed at all
 */
gboolean
cw_pages_find_place (CwPages *self, CwPlace place, guint *page, graphene_rect_t *caret)
{
  guint row;
  const CwRow *r;
  const CwPiece *piece;
  guint offset;
  double x;

  if (self->layout->rows->len == 0)
    return FALSE;

  row = cw_pages_find_row (self, place);
  r = &g_array_index (self->layout->rows, CwRow, row);
  piece = row_get_piece (self, row);
  offset = piece->flow_line == (int) place.line ? place.offset - piece->flow_offset
                                                : row_get_line (self, row)->end;
  *page = cw_layout_find_page (self->layout, row);
  x = cw_pages_get_type_area_left (self, *page, r->sideways) + r->x
      + cw_paragraph_get_x (piece->paragraph, r->line, offset);
  graphene_rect_init (caret, x, r->y - CW_STD_SIZE_3 / 2, 0, CW_STD_SIZE_3);
  cw_pages_turn_area (r->sideways, caret);
  return TRUE;
}

/* First how far above or below, then how far beside the line. */
static double
find_distance (const CwPageItem *item, double x, double y)
{
  double width = cw_paragraph_get_line (item->paragraph, item->line)->width;
  double beside;

  cw_pages_turn_point (item->sideways, &x, &y);
  beside = MAX (MAX (item->x - x, x - item->x - width), 0);
  return fabs (item->y - y) + beside / CW_STD_PAGE_WIDTH;
}

/* The nearest line of text, be it of the flow or furniture; not the page number. */
static int
find_nearest_item (CwPage *page, double x, double y)
{
  int nearest = -1;
  double distance = INFINITY;

  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    {
      const CwPageItem *item = cw_page_get_item (page, i);

      if ((item->flow_line >= 0 || item->source >= 0) && find_distance (item, x, y) < distance)
        {
          distance = find_distance (item, x, y);
          nearest = (int) i;
        }
    }
  return nearest;
}

/* A click on a table or a picture is one on its line of the flow. */
static gboolean
find_in_box (CwPages *self, guint page, double x, double y, CwPlace *place)
{
  const CwRow *row = cw_pages_find_box (self, page, &x, &y);

  if (row == NULL)
    return FALSE;
  *place = (CwPlace) { (guint) cw_layout_get_piece (self->layout, row->piece)->flow_line, 0 };
  return TRUE;
}

/**
 * cw_pages_find_point:
 * @self: pages
 * @page: from 0
 * @x: from the left edge of the sheet, pt
 * @y: from its top, pt
 * @place: (out): the place in the document
 *
 * Finds what a click on the paper means: the nearest place of the nearest line of text.
 *
 * Returns: %FALSE if the page has no text of the document, or furniture is nearer
 */
gboolean
cw_pages_find_point (CwPages *self, guint page, double x, double y, CwPlace *place)
{
  CwPage *p = cw_pages_get_page (self, page);
  int nearest = p != NULL ? find_nearest_item (p, x, y) : -1;
  const CwPageItem *item;
  CwFlowLine flow;
  int offset;

  if (p != NULL && find_in_box (self, page, x, y, place))
    return TRUE;
  if (nearest < 0)
    return FALSE;

  item = cw_page_get_item (p, (guint) nearest);
  if (item->flow_line < 0)
    return FALSE;
  cw_pages_turn_point (item->sideways, &x, &y);
  offset = (int) cw_paragraph_get_offset (item->paragraph, item->line, x - item->x)
           + item->flow_offset;
  if (item->row > 0)
    offset = 0; /* a cell's text is none of the flow line's */
  place->line = (guint) item->flow_line;
  flow = cw_flow_get_line (self->document, (guint) item->flow_line);
  /* A click on the computed number is one on the text's start, on a computed bracket on its end. */
  place->offset = (guint) CLAMP (offset, 0, (int) (flow.end - flow.start));
  return TRUE;
}
