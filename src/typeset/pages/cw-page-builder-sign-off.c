/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include "cw-sign-off.h"
#include "typeset/cw-standard.h"

/* Lines of text that stay with the signatory and date on their page (R85). */
#define LINES_WITH_SIGN_OFF 2

static double
widest (CwPageBuilder *self, guint piece, CwStyle style)
{
  double width = 0;

  for (; piece < self->layout->pieces->len; piece++)
    {
      const CwPiece *p = cw_page_builder_get_piece (self, piece);

      for (guint i = 0;
           p->style == style && cw_piece_prints (p) && i < cw_paragraph_get_n_lines (p->paragraph);
           i++)
        width = MAX (width, cw_paragraph_get_line (p->paragraph, i)->width);
    }
  return width;
}

static guint
count_lines (CwPageBuilder *self, guint piece)
{
  guint n_lines = 0;

  for (; piece < self->layout->pieces->len; piece++)
    if (cw_piece_prints (cw_page_builder_get_piece (self, piece)))
      n_lines += cw_paragraph_get_n_lines (cw_page_builder_get_piece (self, piece)->paragraph);
  return n_lines;
}

/* Where to end the page so that text goes over together with the signatory (R85), without leaving
 * the first line of those alone behind or a heading at the foot of the page. */
static guint
find_sign_off_break (CwPageBuilder *self)
{
  guint n_rows = self->layout->rows->len;
  guint start = cw_page_builder_get_page_start (self);
  guint break_row = n_rows >= start + LINES_WITH_SIGN_OFF ? n_rows - LINES_WITH_SIGN_OFF : start;

  while (break_row > start && cw_page_builder_get_row (self, break_row)->slot == CW_NO_SLOT)
    break_row++;
  return break_row > start ? cw_page_builder_keep_headings (self, MIN (break_row, n_rows)) : n_rows;
}

static void
make_room_for_sign_off (CwPageBuilder *self, guint n_lines)
{
  guint blank = self->slot > 0 ? 1 : 0;

  if (self->slot + blank + n_lines > cw_page_builder_get_n_lines (self)
      && self->layout->rows->len > cw_page_builder_get_page_start (self))
    cw_page_builder_break_page (self, find_sign_off_break (self));
  if (self->slot > 0)
    self->slot++; /* one blank line below the text (R79) */
}

static void
put_sign_off_line (CwPageBuilder *self, guint piece, guint line, double x)
{
  if (self->slot >= cw_page_builder_get_n_lines (self))
    cw_page_builder_start_page (self, self->layout->rows->len);
  cw_page_builder_append_row (self, piece, line, x,
                              cw_page_builder_get_line_centre (self, self->slot), self->slot);
  self->slot++;
}

/**
 * cw_page_builder_put_sign_off:
 * @self: a page builder
 * @piece: the piece after the body
 *
 * Puts signatory and date at the right (R79, R80), never without text on their page (R85).
 */
void
cw_page_builder_put_sign_off (CwPageBuilder *self, guint piece)
{
  CwSignOffPlace place;
  guint n_lines = count_lines (self, piece);

  if (n_lines == 0)
    return;
  place = cw_sign_off_place (self->profile, self->layout->grid.cell,
                             widest (self, piece, CW_STYLE_SIGNATORY),
                             widest (self, piece, CW_STYLE_DATE));
  make_room_for_sign_off (self, n_lines);
  for (; piece < self->layout->pieces->len; piece++)
    {
      const CwPiece *p = cw_page_builder_get_piece (self, piece);
      double x = p->style == CW_STYLE_SIGNATORY ? place.signatory : place.date;

      for (guint line = 0; cw_piece_prints (p) && line < cw_paragraph_get_n_lines (p->paragraph);
           line++)
        put_sign_off_line (self, piece, line, x);
    }
}
