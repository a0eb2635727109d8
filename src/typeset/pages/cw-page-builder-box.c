/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include <math.h>

#include "typeset/cw-standard.h"

/* Lines of an annotation, in parts of its size, and how far below a table it stands. */
#define ANNOTATION_LEADING 1.5
#define ANNOTATION_GAP 0.5

/**
 * cw_page_builder_get_block:
 * @self: a page builder
 * @piece: a piece of a block
 *
 * Returns: (transfer none): the block
 */
CwBlock *
cw_page_builder_get_block (CwPageBuilder *self, guint piece)
{
  guint line = (guint) cw_page_builder_get_piece (self, piece)->flow_line;

  return cw_document_get_block (self->document,
                                (guint) cw_flow_get_line (self->document, line).block);
}

/**
 * cw_page_builder_get_width:
 * @self: a page builder
 *
 * Returns: width of the type area of the pages being made, pt (R5, R114)
 */
double
cw_page_builder_get_width (CwPageBuilder *self)
{
  return self->sideways ? CW_STD_TYPE_AREA_HEIGHT : CW_STD_TYPE_AREA_WIDTH;
}

/**
 * cw_page_builder_get_room:
 * @self: a page builder
 * @n_lines: a number of lines of the grid
 *
 * Returns: height from the top of the first of them to the bottom of the last, pt
 */
double
cw_page_builder_get_room (CwPageBuilder *self, guint n_lines)
{
  return n_lines > 0 ? n_lines * self->layout->grid.pitch - self->layout->grid.gap : 0;
}

/**
 * cw_page_builder_count_slots:
 * @self: a page builder
 * @height: of something, pt
 *
 * Returns: the fewest lines of the grid it stands within (R22)
 */
guint
cw_page_builder_count_slots (CwPageBuilder *self, double height)
{
  double lines = (height + self->layout->grid.gap) / self->layout->grid.pitch;

  return (guint) MAX (ceil (lines - 1e-4), 0);
}

/**
 * cw_page_builder_is_at_top:
 * @self: a page builder
 *
 * Returns: whether the page at hand has nothing on it yet
 */
gboolean
cw_page_builder_is_at_top (CwPageBuilder *self)
{
  return self->layout->rows->len == cw_page_builder_get_page_start (self);
}

/**
 * cw_page_builder_turn_page:
 * @self: a page builder
 *
 * Begins a new page because what comes does not fit, and takes over what must stand with it (R64).
 */
void
cw_page_builder_turn_page (CwPageBuilder *self)
{
  cw_page_builder_break_page (self, cw_page_builder_keep_headings (self, self->layout->rows->len));
}

/**
 * cw_page_builder_is_annotated:
 * @self: a page builder
 * @piece: a table or a picture
 *
 * Returns: whether an annotation follows, which stands with it
 */
gboolean
cw_page_builder_is_annotated (CwPageBuilder *self, guint piece)
{
  const CwPiece *next
      = piece + 1 < self->n_flow_pieces ? cw_page_builder_get_piece (self, piece + 1) : NULL;

  return next != NULL && next->style == CW_STYLE_ANNOTATION && cw_piece_prints (next);
}

/**
 * cw_page_builder_count_caption_lines:
 * @self: a page builder
 * @piece: a table or a picture
 *
 * Returns: lines of its caption, 0 without one
 */
guint
cw_page_builder_count_caption_lines (CwPageBuilder *self, guint piece)
{
  const CwPiece *p = cw_page_builder_get_piece (self, piece);

  return cw_piece_prints (p) ? cw_paragraph_get_n_lines (p->paragraph) : 0;
}

/**
 * cw_page_builder_put_caption:
 * @self: a page builder
 * @piece: a table or a picture
 * @keep: the next row stands on the same page as the last line
 *
 * Puts a caption on the next lines of the grid.
 */
void
cw_page_builder_put_caption (CwPageBuilder *self, guint piece, gboolean keep)
{
  guint n_lines = cw_page_builder_count_caption_lines (self, piece);

  for (guint line = 0; line < n_lines; line++)
    {
      cw_page_builder_append_row (self, piece, line, 0,
                                  cw_page_builder_get_line_centre (self, self->slot), self->slot);
      cw_page_builder_get_row (self, self->layout->rows->len - 1)->keep
          = keep || line + 1 < n_lines;
      self->slot++;
    }
}

/**
 * cw_page_builder_put_box:
 * @self: a page builder
 * @piece: the table or picture
 * @box: what of it to put here
 * @drop: how far below the next line of the grid it begins, pt
 * @keep: the next row stands on the same page
 *
 * Puts a box on the next lines of the grid, in the middle of the line. What follows goes on on the
 * grid (R22).
 */
void
cw_page_builder_put_box (CwPageBuilder *self,
                         guint piece,
                         const CwPageBox *box,
                         double drop,
                         gboolean keep)
{
  CwRow row = { .piece = piece,
                .x = (float) (cw_page_builder_get_width (self) - box->width) / 2,
                .sideways = self->sideways,
                .drop = (float) drop,
                .n_slots = cw_page_builder_count_slots (self, box->height + drop),
                .keep = keep,
                .box = cw_layout_add_box (self->layout, box) };

  cw_page_builder_place_row (self, &row);
  g_array_append_val (self->layout->rows, row);
}

/* How far below the next line of the grid an annotation begins: into the room that a table or a
 * picture's caption above it has left. */
static double
find_annotation_top (CwPageBuilder *self)
{
  const CwGrid *grid = &self->layout->grid;
  double gap = ANNOTATION_GAP * CW_STD_SIZE_SMALL_4;
  const CwRow *above;
  const CwPageBox *box;

  if (cw_page_builder_is_at_top (self))
    return 0;
  above = cw_page_builder_get_row (self, self->layout->rows->len - 1);
  box = cw_layout_get_box (self->layout, above);
  if (box == NULL)
    return 0;
  return above->drop + box->height + gap - above->n_slots * grid->pitch;
}

static void
put_annotation_lines (CwPageBuilder *self, guint piece, guint n_lines, double top, guint n_slots)
{
  const CwGrid *grid = &self->layout->grid;

  for (guint line = 0; line < n_lines; line++)
    {
      gboolean last = line + 1 == n_lines;
      CwRow row = { .piece = piece,
                    .line = line,
                    .sideways = self->sideways,
                    .drop = (float) (top + line * ANNOTATION_LEADING * CW_STD_SIZE_5
                                     + CW_STD_SIZE_5 / 2 - grid->em / 2),
                    .n_slots = last ? n_slots : 0,
                    .keep = !last };

      cw_page_builder_place_row (self, &row);
      g_array_append_val (self->layout->rows, row);
    }
}

/**
 * cw_page_builder_put_annotation:
 * @self: a page builder
 * @piece: an annotation
 *
 * Puts an annotation, smaller and closer than the text, right below the table or picture it is on;
 * what follows goes on on the grid (R22).
 *
 * Returns: whether it was put; %FALSE for one that is longer than a page, which is set like text
 */
gboolean
cw_page_builder_put_annotation (CwPageBuilder *self, guint piece)
{
  guint n_lines = cw_paragraph_get_n_lines (cw_page_builder_get_piece (self, piece)->paragraph);
  double height = CW_STD_SIZE_5 * (1 + (n_lines - 1) * ANNOTATION_LEADING);
  double top = find_annotation_top (self);
  guint most = cw_page_builder_get_n_lines (self);

  if (cw_page_builder_count_slots (self, height) > most / 2)
    return FALSE;
  if (self->slot + cw_page_builder_count_slots (self, top + height) > most)
    {
      cw_page_builder_turn_page (self);
      top = find_annotation_top (self);
    }
  if (self->slot + cw_page_builder_count_slots (self, top + height) > most)
    {
      cw_page_builder_start_page (self, self->layout->rows->len);
      top = 0;
    }
  put_annotation_lines (self, piece, n_lines, top,
                        cw_page_builder_count_slots (self, top + height));
  return TRUE;
}
