/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

static gboolean
ends_body (const CwPiece *piece)
{
  return piece->style >= CW_STYLE_SIGNATORY && piece->style <= CW_STYLE_ATTACHMENT;
}

/* Whether the line that would open the next page is the last of a paragraph that began before it
 * (R187). */
static gboolean
leaves_widow (CwPageBuilder *self, guint break_row, guint piece, guint line)
{
  guint n_lines = cw_paragraph_get_n_lines (cw_page_builder_get_piece (self, piece)->paragraph);

  return n_lines > 1 && line + 1 == n_lines && break_row > cw_page_builder_get_page_start (self);
}

static void
replace_paragraph (CwPageBuilder *self, guint piece, CwParagraph *paragraph)
{
  CwPiece *p = cw_page_builder_get_piece (self, piece);

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
  other = cw_other_settings_loosen (cw_piece_cache_get_others (self->cache),
                                    cw_page_builder_get_piece (self, piece)->paragraph, looseness);
  if (other == NULL)
    return FALSE;
  replace_paragraph (self, piece, other);
  return TRUE;
}

/* The first piece of the flow that begins on the page at hand. */
static guint
find_first_piece (CwPageBuilder *self)
{
  for (guint i = cw_page_builder_get_page_start (self); i < self->layout->rows->len; i++)
    {
      const CwRow *row = cw_page_builder_get_row (self, i);

      if (row->piece < self->n_flow_pieces)
        return row->line == 0 && row->box == 0 ? row->piece : row->piece + 1;
    }
  return self->n_flow_pieces;
}

/* Saves the line that would stand alone on the next page by setting a paragraph of this page a line
 * shorter, the last ones first; the page then keeps its 22 lines. Failing that the last paragraph
 * is set a line longer, so that two lines go over. Returns the piece to set anew from, or -1. */
static int
cure_widow (CwPageBuilder *self, guint widow_piece)
{
  guint first_piece = find_first_piece (self);

  for (guint piece = widow_piece + 1; piece-- > first_piece;)
    {
      const CwPiece *p = cw_page_builder_get_piece (self, piece);

      if (p->style <= CW_STYLE_SUBTITLE)
        break;
      if (cw_piece_prints (p) && try_loosen (self, piece, -1))
        return (int) piece;
    }
  if (widow_piece >= first_piece && try_loosen (self, widow_piece, 1))
    return (int) widow_piece;
  return -1;
}

static void
truncate_rows (CwPageBuilder *self, guint piece)
{
  GArray *rows = self->layout->rows;
  guint n_rows = rows->len;

  while (n_rows > MAX (cw_page_builder_get_page_start (self), self->n_opening)
         && cw_page_builder_get_row (self, n_rows - 1)->piece >= piece)
    n_rows--;
  self->slot = n_rows < rows->len ? cw_page_builder_get_row (self, n_rows)->slot : self->slot;
  cw_layout_truncate (self->layout, n_rows);
}

/* Whether the page at hand may end before @row: the first page always shows text (R60), be it at the
 * cost of a widow. */
static gboolean
keeps_text (CwPageBuilder *self, guint row)
{
  const CwRow *last;

  if (self->layout->starts->len > 1 || !self->has_masthead)
    return TRUE;
  if (row <= self->n_opening)
    return FALSE;
  last = cw_page_builder_get_row (self, row - 1);
  return last->box > 0
         || cw_page_builder_get_piece (self, last->piece)->style != CW_STYLE_ADDRESSEES;
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
      if (break_row > cw_page_builder_get_page_start (self) + 1
          && keeps_text (self, break_row - 1))
        break_row--;
    }
  cw_page_builder_break_page (self, cw_page_builder_keep_headings (self, break_row));
  return TRUE;
}

/* Returns the piece to go on with: the next one, or an earlier one that has been set anew. */
static guint
put_piece (CwPageBuilder *self, guint piece)
{
  CwParagraph *paragraph = cw_page_builder_get_piece (self, piece)->paragraph;
  guint n_lines = cw_paragraph_get_n_lines (paragraph);

  for (guint line = 0; line < n_lines; line++)
    {
      if (self->slot >= cw_page_builder_get_n_lines (self) && !end_page (self, &piece, line))
        return piece;
      cw_page_builder_append_row (self, piece, line, 0,
                                  cw_page_builder_get_line_centre (self, self->slot), self->slot);
      self->slot++;
    }
  return piece + 1;
}

/* Returns the piece to go on with. */
static guint
put_anything (CwPageBuilder *self, guint piece)
{
  const CwPiece *p = cw_page_builder_get_piece (self, piece);

  if (p->style == CW_STYLE_TABLE)
    return cw_page_builder_put_table (self, piece);
  if (p->style == CW_STYLE_PICTURE)
    return cw_page_builder_put_picture (self, piece);
  if (!cw_piece_prints (p) || cw_page_builder_skips (self, piece))
    return piece + 1;
  if (p->style == CW_STYLE_ANNOTATION && cw_page_builder_put_annotation (self, piece))
    return piece + 1;
  return put_piece (self, piece);
}

/**
 * cw_page_builder_put_body:
 * @self: a page builder
 * @piece: the piece the body begins with
 *
 * Puts addressees, headings, paragraphs, tables and pictures on the lines of the grid, page after page; keeps
 * headings with their text (R64) and cures widows (R187).
 *
 * Returns: the piece after the body
 */
guint
cw_page_builder_put_body (CwPageBuilder *self, guint piece)
{
  while (piece < self->n_flow_pieces)
    {
      const CwPiece *p = cw_page_builder_get_piece (self, piece);

      if (ends_body (p))
        break;
      if (p->style == CW_STYLE_PAGE_BREAK
          && self->layout->rows->len > cw_page_builder_get_page_start (self))
        cw_page_builder_start_page (self, self->layout->rows->len);
      piece = put_anything (self, piece);
    }
  return piece;
}
