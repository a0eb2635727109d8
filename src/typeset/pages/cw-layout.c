/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-layout.h"

/**
 * cw_layout_new:
 * @pieces: (transfer full) (element-type CwPiece): the pieces of a document
 * @grid: the grid of its pages
 *
 * Returns: (transfer full): a layout without a page
 */
CwLayout *
cw_layout_new (GArray *pieces, const CwGrid *grid)
{
  CwLayout *self = g_new0 (CwLayout, 1);

  self->grid = *grid;
  self->pieces = pieces;
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (CwRow), pieces->len * 4);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * cw_layout_free:
 * @self: (transfer full): a layout
 */
void
cw_layout_free (CwLayout *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->rows);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * cw_layout_get_piece:
 * @self: a layout
 * @piece: from 0
 *
 * Returns: (transfer none): the piece
 */
const CwPiece *
cw_layout_get_piece (CwLayout *self, guint piece)
{
  return &g_array_index (self->pieces, CwPiece, piece);
}

/**
 * cw_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages it has, at least one
 */
guint
cw_layout_get_n_pages (CwLayout *self)
{
  return self->starts->len;
}

/**
 * cw_layout_get_page_end:
 * @self: a layout
 * @page: from 0
 *
 * Returns: the row after the last of that page
 */
guint
cw_layout_get_page_end (CwLayout *self, guint page)
{
  return page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1)
                                      : self->rows->len;
}

/**
 * cw_layout_find_page:
 * @self: a layout
 * @row: a row
 *
 * Returns: the page it stands on, from 0
 */
guint
cw_layout_find_page (CwLayout *self, guint row)
{
  guint low = 0, high = self->starts->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->starts, guint, middle) <= row)
        low = middle;
      else
        high = middle;
    }
  return low;
}
