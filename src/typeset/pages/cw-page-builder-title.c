/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include <math.h>

#include "typeset/cw-standard.h"

static gboolean
piece_is_front (const CwPiece *piece)
{
  return piece->style == CW_STYLE_TITLE || piece->style == CW_STYLE_SUBTITLE;
}

static double
front_em (const CwPiece *piece, const CwGrid *grid)
{
  return piece->style == CW_STYLE_TITLE ? CW_STD_SIZE_2 : grid->em;
}

/* Puts the lines of the title block one under the other, a character's height and the gap of R2
 * each (R55). A title too long for a page goes on on the next. Returns the bottom of the last. */
static double
stack_front (CwPageBuilder *self, guint n_front)
{
  const CwGrid *grid = &self->layout->grid;
  double top = CW_STD_HEAD_MARGIN, bottom = 0;

  for (guint i = 0; i < n_front; i++)
    {
      const CwPiece *piece = cw_page_builder_get_piece (self, i);
      double em = front_em (piece, grid);

      for (guint line = 0;
           cw_piece_prints (piece) && line < cw_paragraph_get_n_lines (piece->paragraph); line++)
        {
          if (top + em > CW_STD_HEAD_MARGIN + CW_STD_TYPE_AREA_HEIGHT + 1e-6)
            {
              cw_page_builder_start_page (self, self->layout->rows->len);
              top = CW_STD_HEAD_MARGIN;
            }
          cw_page_builder_append_row (self, i, line, 0, top + em / 2 + grid->optical_shift,
                                      CW_NO_SLOT);
          bottom = top + em;
          top = bottom + grid->gap;
        }
    }
  return bottom;
}

/* One blank line below the title (R57, R217), then the first line of the grid (R22). What that
 * leaves over goes above the title, so that the distance below it is always the same. */
static void
snap_front (CwPageBuilder *self, double bottom)
{
  const CwGrid *grid = &self->layout->grid;
  double wanted = bottom + grid->gap + grid->pitch - CW_STD_HEAD_MARGIN;
  double slack;

  self->slot = (guint) ceil (wanted / grid->pitch - 1e-6);
  slack = self->slot * grid->pitch - wanted;
  if (self->slot >= grid->n_lines)
    {
      self->slot = grid->n_lines;
      return;
    }
  for (guint i = cw_page_builder_get_page_start (self); i < self->layout->rows->len; i++)
    cw_page_builder_get_row (self, i)->y += slack;
}

/**
 * cw_page_builder_put_title:
 * @self: a page builder on an empty page
 *
 * Puts title and subtitles (R50–R56), and sets the body off from them (R57, R217).
 *
 * Returns: the piece the body begins with
 */
guint
cw_page_builder_put_title (CwPageBuilder *self)
{
  guint n_front = 0;
  double bottom;

  while (n_front < self->layout->pieces->len
         && piece_is_front (cw_page_builder_get_piece (self, n_front)))
    n_front++;
  bottom = stack_front (self, n_front);
  if (bottom > 0)
    snap_front (self, bottom);
  return n_front;
}
