/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include <string.h>

#include "typeset/cw-standard.h"

/* What a letter's last line may stand nearer to the lower rules than the standard has it, mm. */
#define LETTER_TOLERANCE 0.4

/**
 * cw_page_builder_get_piece:
 * @self: a page builder
 * @piece: number of a piece
 *
 * Returns: (transfer none): the piece
 */
CwPiece *
cw_page_builder_get_piece (CwPageBuilder *self, guint piece)
{
  return &g_array_index (self->layout->pieces, CwPiece, piece);
}

/**
 * cw_page_builder_get_row:
 * @self: a page builder
 * @row: number of a row, from the first page on
 *
 * Returns: (transfer none): the row; valid until another is appended
 */
CwRow *
cw_page_builder_get_row (CwPageBuilder *self, guint row)
{
  return &g_array_index (self->layout->rows, CwRow, row);
}

/**
 * cw_page_builder_get_page_start:
 * @self: a page builder
 *
 * Returns: the first row of the page at hand
 */
guint
cw_page_builder_get_page_start (CwPageBuilder *self)
{
  return g_array_index (self->layout->starts, guint, self->layout->starts->len - 1);
}

/**
 * cw_page_builder_start_page:
 * @self: a page builder
 * @row: the row it begins with, there or still to come
 *
 * Begins a page, at the top of its grid.
 */
void
cw_page_builder_start_page (CwPageBuilder *self, guint row)
{
  g_array_append_val (self->layout->starts, row);
  self->slot = 0;
}

/**
 * cw_page_builder_append_row:
 * @self: a page builder
 * @piece: number of the piece
 * @line: line of its paragraph
 * @x: from the left edge of the type area, pt
 * @y: optical centre on the page, pt
 * @slot: line of the grid it stands on, or %CW_NO_SLOT
 *
 * Puts a line on the page at hand.
 */
void
cw_page_builder_append_row (CwPageBuilder *self,
                            guint piece,
                            guint line,
                            double x,
                            double y,
                            guint slot)
{
  CwRow row = { .piece = piece,
                .line = line,
                .x = x,
                .y = y,
                .slot = slot,
                .sideways = self->sideways,
                .n_slots = 1 };

  g_array_append_val (self->layout->rows, row);
}

/* Lines of a letter's first page: it has no page number, and its text goes on below the type area
 * (R126). */
static guint
count_letter_lines (const CwGrid *grid)
{
  double room = CW_STD_LETTER_TEXT_BOTTOM - CW_STD_HEAD_MARGIN - grid->em;

  return MAX ((guint) ((room + CW_MM (LETTER_TOLERANCE)) / grid->pitch) + 1, grid->n_lines);
}

static gboolean
is_letter_head (CwPageBuilder *self)
{
  return self->form->format == CW_FORMAT_LETTER && self->layout->starts->len == 1;
}

/* How far the lines of a letter's first page stand above those of the grid: the one it has more
 * would stand a third of a millimetre too near to the lower rules (C47). */
static double
get_letter_shift (CwPageBuilder *self)
{
  const CwGrid *grid = &self->layout->grid;
  guint n_lines = count_letter_lines (grid);
  double excess = cw_grid_get_line_top (grid, n_lines - 1) + grid->em - CW_STD_LETTER_TEXT_BOTTOM;

  return excess > 0 ? excess + grid->optical_shift : 0;
}

/**
 * cw_page_builder_get_n_lines:
 * @self: a page builder
 *
 * Returns: lines of the grid on the page being made: fewer on sideways ones, one more on the first
 *   of a letter (R126)
 */
guint
cw_page_builder_get_n_lines (CwPageBuilder *self)
{
  const CwGrid *grid = &self->layout->grid;

  if (self->sideways)
    return cw_grid_get_sideways_lines (grid);
  return is_letter_head (self) ? count_letter_lines (grid) : grid->n_lines;
}

/**
 * cw_page_builder_get_line_centre:
 * @self: a page builder
 * @slot: line of the grid of the page at hand
 *
 * Returns: height at which the ink of that line is centred, pt; on a sideways page on the turned
 *   sheet, whose head margin depends on the side of the page (R114)
 */
double
cw_page_builder_get_line_centre (CwPageBuilder *self, guint slot)
{
  double centre = cw_grid_get_line_centre (&self->layout->grid, slot);

  if (!self->sideways)
    return is_letter_head (self) ? centre - get_letter_shift (self) : centre;
  return centre - CW_STD_HEAD_MARGIN
         + cw_grid_get_left (self->profile, self->layout->starts->len);
}

/**
 * cw_page_builder_place_row:
 * @self: a page builder
 * @row: a row that stands on the grid
 *
 * Puts the row on the next free lines of the grid of the page at hand.
 */
void
cw_page_builder_place_row (CwPageBuilder *self, CwRow *row)
{
  row->slot = self->slot;
  row->y = cw_page_builder_get_line_centre (self, self->slot) + row->drop;
  self->slot += row->n_slots;
}

/**
 * cw_page_builder_get_text:
 * @self: a page builder
 * @element: an element of the standard
 *
 * Returns: (transfer none) (nullable): what it says, or %NULL if the document has not got it, it is
 *   empty, or papers of this format have no such element
 */
const char *
cw_page_builder_get_text (CwPageBuilder *self, CwElement element)
{
  CwText *text = cw_document_get_element (self->document, element);

  if (text == NULL || cw_text_is_empty (text)
      || cw_element_get_need (element, self->form) == CW_NEED_NONE)
    return NULL;
  return cw_text_get_string (text);
}

/**
 * cw_page_builder_set_text:
 * @self: a page builder
 * @text: a computed text
 * @typeface: what to set it in
 * @size: pt
 * @cell: advance of a full-width character, pt
 * @measure: what to set it to
 *
 * Sets a text of one typeface that is no line of the flow; the same text in the next document is
 * the same paragraph.
 *
 * Returns: (transfer full): the paragraph
 */
CwParagraph *
cw_page_builder_set_text (CwPageBuilder *self,
                          const char *text,
                          CwTypeface typeface,
                          double size,
                          double cell,
                          const CwMeasure *measure)
{
  CwSpan span = { 0, (guint) strlen (text), typeface, size, cell };

  return cw_piece_cache_set_text (self->cache, text, &span, 1, measure);
}

/* Whether a row stands above the body. */
static gboolean
is_opening (CwPageBuilder *self, guint row)
{
  return row < self->n_opening
         || cw_page_builder_get_piece (self, cw_page_builder_get_row (self, row)->piece)->style
         <= CW_STYLE_ADDRESSEES;
}

static gboolean
keeps_with_next (CwPageBuilder *self, guint row)
{
  const CwRow *r = cw_page_builder_get_row (self, row);

  return r->keep || (r->box == 0 && cw_page_builder_get_piece (self, r->piece)->keep_with_next);
}

/**
 * cw_page_builder_keep_headings:
 * @self: a page builder
 * @break_row: where the page at hand is to end
 *
 * Moves the end of the page up until it does not fall behind a heading (R64). A page of nothing but
 * headings stays as it is, and so does the first if nothing but the title would be left of it
 * (R60).
 *
 * Returns: the row the next page is to begin with
 */
guint
cw_page_builder_keep_headings (CwPageBuilder *self, guint break_row)
{
  guint start = cw_page_builder_get_page_start (self);
  guint row = break_row;

  while (row > start && keeps_with_next (self, row - 1))
    row--;
  return row > start && !is_opening (self, row - 1) ? row : break_row;
}

/**
 * cw_page_builder_break_page:
 * @self: a page builder
 * @break_row: the row the new page begins with
 *
 * Takes the rows from @break_row on over to a new page, in the lines of its grid from the top.
 */
void
cw_page_builder_break_page (CwPageBuilder *self, guint break_row)
{
  cw_page_builder_start_page (self, break_row);
  for (guint i = break_row; i < self->layout->rows->len; i++)
    cw_page_builder_place_row (self, cw_page_builder_get_row (self, i));
}

/**
 * cw_page_builder_build:
 * @cache: where other settings of a paragraph and computed ones come from
 * @document: the document, for its elements
 * @pieces: (transfer full) (element-type CwPiece): the pieces of the document
 * @grid: the grid of the pages
 * @profile: the choices made
 *
 * Stacks the pieces into pages: title block, body on the grid, signatory and date; keeps headings
 * with their text (R64), avoids a paragraph's last line alone at the top of a page (R187) and keeps
 * the sign-off with text (R85).
 *
 * Returns: (transfer full): the layout
 */
CwLayout *
cw_page_builder_build (CwPieceCache *cache,
                       CwDocument *document,
                       GArray *pieces,
                       const CwGrid *grid,
                       const CwProfile *profile)
{
  CwLayout *layout = cw_layout_new (pieces, grid);
  CwPageBuilder self = { .cache = cache,
                         .document = document,
                         .form = cw_document_get_form (document),
                         .profile = profile,
                         .layout = layout,
                         .front_top = CW_STD_HEAD_MARGIN,
                         .n_flow_pieces = pieces->len };
  guint piece;

  self.settled = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (self.settled, pieces->len);

  cw_page_builder_start_page (&self, 0);
  piece = cw_page_builder_put_opening (&self);
  piece = cw_page_builder_put_body (&self, piece);
  cw_page_builder_put_attachment_list (&self);
  piece = cw_page_builder_put_sign_off (&self, piece);
  cw_page_builder_put_attendees (&self);
  cw_page_builder_put_attachments (&self, piece);
  cw_page_builder_put_colophon (&self);

  g_array_unref (self.settled);
  return layout;
}
