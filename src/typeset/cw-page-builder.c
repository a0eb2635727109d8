/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder.h"

#include <math.h>

#include "cw-sign-off.h"
#include "cw-standard.h"

/* Lines of text that stay with the signatory and date on their page (R85). */
#define LINES_WITH_SIGN_OFF 2

typedef struct
{
  CwPieceCache *cache;
  const CwProfile *profile;
  CwLayout *layout;
  guint slot;      /* next free line of the grid on the page at hand */
  GArray *slots;   /* guint8: the slot of each row; NO_SLOT for the title's */
  GArray *settled; /* gboolean a piece: set shorter or longer once, not to be tried again */
} CwPageBuilder;

#define NO_SLOT G_MAXUINT8

static CwPiece *
get_piece (CwPageBuilder *self, guint piece)
{
  return &g_array_index (self->layout->pieces, CwPiece, piece);
}

static CwRow *
get_row (CwPageBuilder *self, guint row)
{
  return &g_array_index (self->layout->rows, CwRow, row);
}

static guint
get_page_start (CwPageBuilder *self)
{
  return g_array_index (self->layout->starts, guint, self->layout->starts->len - 1);
}

static void
start_page (CwPageBuilder *self, guint row)
{
  g_array_append_val (self->layout->starts, row);
  self->slot = 0;
}

static gboolean
piece_prints (const CwPiece *piece)
{
  return piece->paragraph != NULL && cw_paragraph_get_shaped (piece->paragraph)->length > 0;
}

static gboolean
piece_is_front (const CwPiece *piece)
{
  return piece->style == CW_STYLE_TITLE || piece->style == CW_STYLE_SUBTITLE;
}

static gboolean
piece_is_sign_off (const CwPiece *piece)
{
  return piece->style == CW_STYLE_SIGNATORY || piece->style == CW_STYLE_DATE;
}

static void
append_row (CwPageBuilder *self, guint piece, guint line, double x, double y, guint8 slot)
{
  CwRow row = { piece, line, x, y };

  g_array_append_val (self->layout->rows, row);
  g_array_append_val (self->slots, slot);
}

/* ---- the title and what stands under it ---- */

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
      const CwPiece *piece = get_piece (self, i);
      double em = front_em (piece, grid);

      for (guint line = 0; piece_prints (piece) && line < cw_paragraph_get_n_lines (piece->paragraph); line++)
        {
          if (top + em > CW_STD_HEAD_MARGIN + CW_STD_TYPE_AREA_HEIGHT + 1e-6)
            {
              start_page (self, self->layout->rows->len);
              top = CW_STD_HEAD_MARGIN;
            }
          append_row (self, i, line, 0, top + em / 2 + grid->optical_shift, NO_SLOT);
          bottom = top + em;
          top = bottom + grid->gap;
        }
    }
  return bottom;
}

/* One blank line below the title (R57, R217), then the first line of the grid (R22). What that leaves
 * over goes above the title, so that the distance below it is always the same. */
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
  for (guint i = get_page_start (self); i < self->layout->rows->len; i++)
    get_row (self, i)->y += slack;
}

static guint
build_front (CwPageBuilder *self)
{
  guint n_front = 0;
  double bottom;

  while (n_front < self->layout->pieces->len && piece_is_front (get_piece (self, n_front)))
    n_front++;
  bottom = stack_front (self, n_front);
  if (bottom > 0)
    snap_front (self, bottom);
  return n_front;
}

/* ---- where a page ends ---- */

/* Whether the line that would open the next page is the last of a paragraph that began before it
 * (R187). */
static gboolean
leaves_widow (CwPageBuilder *self, guint break_row, guint piece, guint line)
{
  guint n_lines = cw_paragraph_get_n_lines (get_piece (self, piece)->paragraph);

  return n_lines > 1 && line + 1 == n_lines && break_row > get_page_start (self);
}

static void
replace_paragraph (CwPageBuilder *self, guint piece, CwParagraph *paragraph)
{
  CwPiece *p = get_piece (self, piece);

  cw_paragraph_unref (p->paragraph);
  p->paragraph = cw_paragraph_ref (paragraph);
  g_array_index (self->settled, gboolean, piece) = TRUE;
}

static gboolean
try_loosen (CwPageBuilder *self, guint piece, int looseness)
{
  CwParagraph *other;

  if (g_array_index (self->settled, gboolean, piece))
    return FALSE;
  other = cw_piece_cache_loosen (self->cache, get_piece (self, piece)->paragraph, looseness);
  if (other == NULL)
    return FALSE;
  replace_paragraph (self, piece, other);
  return TRUE;
}

/* Saves the line that would stand alone on the next page by setting a paragraph of this page a line
 * shorter, the last ones first; the page then keeps its 22 lines. Failing that the last paragraph is
 * set a line longer, so that two lines go over. Returns the piece to set anew from, or -1. */
static int
cure_widow (CwPageBuilder *self, guint widow_piece)
{
  const CwRow *first = get_row (self, get_page_start (self));
  guint first_piece = first->line == 0 ? first->piece : first->piece + 1;

  for (guint piece = widow_piece + 1; piece-- > first_piece;)
    {
      const CwPiece *p = get_piece (self, piece);

      if (piece_is_front (p))
        break;
      if (piece_prints (p) && try_loosen (self, piece, -1))
        return (int) piece;
    }
  if (widow_piece >= first_piece && try_loosen (self, widow_piece, 1))
    return (int) widow_piece;
  return -1;
}

/* Moves the end of the page up until it does not fall behind a heading (R64). */
static guint
keep_headings (CwPageBuilder *self, guint break_row)
{
  guint start = get_page_start (self);
  guint row = break_row;

  while (row > start && get_piece (self, get_row (self, row - 1)->piece)->keep_with_next)
    row--;
  return row > start ? row : break_row;
}

/* Takes the rows from @break_row on over to a new page, in the lines of its grid from the top. */
static void
break_page (CwPageBuilder *self, guint break_row)
{
  start_page (self, break_row);
  for (guint i = break_row; i < self->layout->rows->len; i++)
    {
      get_row (self, i)->y = cw_grid_get_line_centre (&self->layout->grid, self->slot);
      g_array_index (self->slots, guint8, i) = self->slot++;
    }
}

static void
truncate_rows (CwPageBuilder *self, guint piece)
{
  GArray *rows = self->layout->rows;
  guint n_rows = rows->len;

  while (n_rows > get_page_start (self) && get_row (self, n_rows - 1)->piece >= piece)
    n_rows--;
  self->slot = n_rows < rows->len ? g_array_index (self->slots, guint8, n_rows) : self->slot;
  g_array_set_size (rows, n_rows);
  g_array_set_size (self->slots, n_rows);
}

/* Ends a full page before line @line of @piece. Returns whether that line can now be put; if not,
 * *@piece is the piece to go on from. */
static gboolean
end_page (CwPageBuilder *self, guint *piece, guint line)
{
  guint break_row = self->layout->rows->len;

  if (leaves_widow (self, break_row, *piece, line))
    {
      int again = cure_widow (self, *piece);

      if (again >= 0)
        {
          *piece = (guint) again;
          truncate_rows (self, *piece);
          return FALSE;
        }
      if (break_row > get_page_start (self) + 1)
        break_row--;
    }
  break_page (self, keep_headings (self, break_row));
  return TRUE;
}

/* ---- the body ---- */

/* Returns the piece to go on with: the next one, or an earlier one that has been set anew. */
static guint
put_piece (CwPageBuilder *self, guint piece)
{
  CwParagraph *paragraph = get_piece (self, piece)->paragraph;
  guint n_lines = cw_paragraph_get_n_lines (paragraph);

  for (guint line = 0; line < n_lines; line++)
    {
      if (self->slot >= self->layout->grid.n_lines && !end_page (self, &piece, line))
        return piece;
      append_row (self, piece, line, 0, cw_grid_get_line_centre (&self->layout->grid, self->slot), self->slot);
      self->slot++;
    }
  return piece + 1;
}

static guint
build_body (CwPageBuilder *self, guint piece)
{
  while (piece < self->layout->pieces->len)
    {
      const CwPiece *p = get_piece (self, piece);

      if (piece_is_sign_off (p))
        break;
      if (p->style == CW_STYLE_PAGE_BREAK && self->layout->rows->len > get_page_start (self))
        start_page (self, self->layout->rows->len);
      if (piece_prints (p))
        piece = put_piece (self, piece);
      else
        piece++;
    }
  return piece;
}

/* ---- signatory and date ---- */

static double
widest (CwPageBuilder *self, guint piece, CwStyle style)
{
  double width = 0;

  for (; piece < self->layout->pieces->len; piece++)
    {
      const CwPiece *p = get_piece (self, piece);

      for (guint i = 0; p->style == style && piece_prints (p) && i < cw_paragraph_get_n_lines (p->paragraph); i++)
        width = MAX (width, cw_paragraph_get_line (p->paragraph, i)->width);
    }
  return width;
}

static guint
count_lines (CwPageBuilder *self, guint piece)
{
  guint n_lines = 0;

  for (; piece < self->layout->pieces->len; piece++)
    if (piece_prints (get_piece (self, piece)))
      n_lines += cw_paragraph_get_n_lines (get_piece (self, piece)->paragraph);
  return n_lines;
}

/* Where to end the page so that text goes over together with the signatory (R85), without leaving the
 * first line of those alone behind or a heading at the foot of the page. */
static guint
find_sign_off_break (CwPageBuilder *self)
{
  guint n_rows = self->layout->rows->len;
  guint start = get_page_start (self);
  guint break_row = n_rows >= start + LINES_WITH_SIGN_OFF ? n_rows - LINES_WITH_SIGN_OFF : start;

  while (break_row > start && g_array_index (self->slots, guint8, break_row) == NO_SLOT)
    break_row++;
  return break_row > start ? keep_headings (self, MIN (break_row, n_rows)) : n_rows;
}

static void
make_room_for_sign_off (CwPageBuilder *self, guint n_lines)
{
  const CwGrid *grid = &self->layout->grid;
  guint blank = self->slot > 0 ? 1 : 0;

  if (self->slot + blank + n_lines > grid->n_lines && self->layout->rows->len > get_page_start (self))
    break_page (self, find_sign_off_break (self));
  if (self->slot > 0)
    self->slot++; /* one blank line below the text (R79) */
}

static void
put_sign_off_line (CwPageBuilder *self, guint piece, guint line, double x)
{
  if (self->slot >= self->layout->grid.n_lines)
    start_page (self, self->layout->rows->len);
  append_row (self, piece, line, x, cw_grid_get_line_centre (&self->layout->grid, self->slot), self->slot);
  self->slot++;
}

static void
build_sign_off (CwPageBuilder *self, guint piece)
{
  CwSignOffPlace place;
  guint n_lines = count_lines (self, piece);

  if (n_lines == 0)
    return;
  place = cw_sign_off_place (self->profile, self->layout->grid.cell, widest (self, piece, CW_STYLE_SIGNATORY),
                             widest (self, piece, CW_STYLE_DATE));
  make_room_for_sign_off (self, n_lines);
  for (; piece < self->layout->pieces->len; piece++)
    {
      const CwPiece *p = get_piece (self, piece);
      double x = p->style == CW_STYLE_SIGNATORY ? place.signatory : place.date;

      for (guint line = 0; piece_prints (p) && line < cw_paragraph_get_n_lines (p->paragraph); line++)
        put_sign_off_line (self, piece, line, x);
    }
}

/**
 * cw_page_builder_build:
 * @cache: where other settings of a paragraph come from
 * @pieces: (transfer full) (element-type CwPiece): the pieces of the document
 * @grid: the grid of the pages
 * @profile: the choices made
 *
 * Stacks the pieces into pages: title block, body on the grid, signatory and date; keeps headings with
 * their text (R64), avoids a paragraph's last line alone at the top of a page (R187) and keeps the
 * sign-off with text (R85).
 *
 * Returns: (transfer full): the layout
 */
CwLayout *
cw_page_builder_build (CwPieceCache *cache, GArray *pieces, const CwGrid *grid, const CwProfile *profile)
{
  CwLayout *layout = g_new0 (CwLayout, 1);
  CwPageBuilder self = { .cache = cache, .profile = profile, .layout = layout };
  guint piece;

  layout->grid = *grid;
  layout->pieces = pieces;
  layout->rows = g_array_new (FALSE, FALSE, sizeof (CwRow));
  layout->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self.slots = g_array_new (FALSE, FALSE, sizeof (guint8));
  self.settled = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (self.settled, pieces->len);

  start_page (&self, 0);
  piece = build_front (&self);
  piece = build_body (&self, piece);
  build_sign_off (&self, piece);

  g_array_unref (self.slots);
  g_array_unref (self.settled);
  return layout;
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
  return page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1) : self->rows->len;
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
