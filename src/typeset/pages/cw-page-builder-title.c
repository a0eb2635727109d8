/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include <math.h>

#include "typeset/cw-standard.h"

/* How far a line may stand above its place below a masthead, to stand on the grid: less than the
 * millimetre of C22, as glyphs are a little higher than their cells (R16). */
#define ROUND_DOWN CW_MM (0.85)
/* Share of the title's distances from red rule and text in what the grid leaves over. */
#define SHARE_ABOVE 0.47

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
  double top = self->front_top, bottom = 0;

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

/* The line of the grid at or below @y, on the page. A little above it will do below a masthead (C22,
 * C49). */
static guint
find_slot (CwPageBuilder *self, double y)
{
  double wanted = (y - CW_STD_HEAD_MARGIN) / self->layout->grid.pitch;
  double tolerance = self->has_masthead ? ROUND_DOWN / self->layout->grid.pitch : 1e-6;

  return (guint) MAX (ceil (wanted - tolerance), 0);
}

/* How much of what is left over goes above the title: all of it on a page without a masthead, so
 * that the distance below is always the same; otherwise each distance takes a share, as the title
 * must not stand too far from the red rule (C22, C26). */
static double
share_slack (CwPageBuilder *self, double slack)
{
  return self->has_masthead && slack > 0 ? slack * SHARE_ABOVE : slack;
}

/* One blank line below the title (R57, R217), then the first line of the grid (R22). */
static void
snap_front (CwPageBuilder *self, guint first_row, double bottom)
{
  const CwGrid *grid = &self->layout->grid;
  guint n_lines = cw_page_builder_get_n_lines (self);
  double wanted = bottom + grid->gap + grid->pitch;
  double slack;

  self->slot = find_slot (self, wanted);
  slack = share_slack (self, cw_grid_get_line_top (grid, self->slot) - wanted);
  if (self->slot >= n_lines)
    {
      self->slot = n_lines;
      return;
    }
  for (guint i = MAX (cw_page_builder_get_page_start (self), first_row);
       i < self->layout->rows->len; i++)
    cw_page_builder_get_row (self, i)->y += slack;
}

/**
 * cw_page_builder_put_title:
 * @self: a page builder on a page with nothing but the masthead
 *
 * Puts title and subtitles (R50–R56), and sets the body off from them (R57, R217).
 *
 * Returns: the piece the body begins with
 */
guint
cw_page_builder_put_title (CwPageBuilder *self)
{
  guint n_front = 0, first_row = self->layout->rows->len;
  double bottom;

  while (n_front < self->n_flow_pieces
         && piece_is_front (cw_page_builder_get_piece (self, n_front)))
    n_front++;
  bottom = stack_front (self, n_front);
  if (bottom > 0)
    snap_front (self, first_row, bottom);
  else if (self->has_masthead)
    self->slot = MIN (find_slot (self, self->front_top), cw_page_builder_get_n_lines (self));
  return n_front;
}
