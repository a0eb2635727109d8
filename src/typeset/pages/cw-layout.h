/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-piece.h"

G_BEGIN_DECLS

/**
 * CW_NO_SLOT:
 *
 * The slot of a line that does not stand on the grid, such as a title's.
 */
#define CW_NO_SLOT G_MAXUINT

/**
 * CwRow:
 * @piece: number of the piece
 * @line: line of the piece's paragraph
 * @x: from the left edge of the type area, pt
 * @y: optical centre on the page, pt
 * @slot: line of the grid it stands on, or %CW_NO_SLOT
 * @sideways: @x is from the left edge of the turned type area, @y on the turned sheet (R112)
 * @drop: how far @y lies below the centre of its line of the grid, pt
 * @n_slots: lines of the grid it takes; 0 for one in the room that what is above it left
 * @keep: the next row stands on the same page
 * @box: 0 for a line of text; otherwise the row is a part of a table or a picture, number @box − 1
 *   of the layout's boxes, and @y the centre of a line at its top
 *
 * A line of a piece, put on a page, or something else that takes lines of the grid.
 */
typedef struct
{
  guint piece;
  guint line;
  float x;
  float y;
  guint slot;
  gboolean sideways;
  float drop;
  guint n_slots;
  gboolean keep;
  guint box;
} CwRow;

/**
 * CwLayout:
 * @grid: the grid
 * @pieces: (element-type CwPiece): what is laid out; a paragraph may have been replaced by a
 * shorter or longer setting of itself
 * @rows: (element-type CwRow): all rows, page after page
 * @starts: (element-type guint): first row of each page, at least one page
 * @shapes: (element-type CwShape): what stands on the pages besides text, page after page
 * @addressees_moved: the addressees did not fit above the body on the first page and are printed in
 *   the colophon (R59, R98)
 * @unnumbered: (element-type guint): pages from 0 that carry no page number (R108, R126)
 * @text_with_sign_off: lines of the body on the page of the signature block; %G_MAXUINT without one
 * @sign_off_moved: the page before was ended early, to have text with the signature block (R85)
 *
 * The rows of a document on its pages, in reading order.
 */
typedef struct
{
  CwGrid grid;
  GArray *pieces;
  GArray *rows;
  GArray *starts;
  GArray *shapes;
  GArray *unnumbered;
  gboolean addressees_moved;
  guint text_with_sign_off;
  gboolean sign_off_moved;
} CwLayout;

CwLayout *cw_layout_new (GArray *pieces, const CwGrid *grid);
void cw_layout_free (CwLayout *self);
const CwPiece *cw_layout_get_piece (CwLayout *self, guint piece);
guint cw_layout_get_n_pages (CwLayout *self);
guint cw_layout_get_page_end (CwLayout *self, guint page);
guint cw_layout_add_piece (CwLayout *self, CwParagraph *paragraph, int source, CwColour colour);
void cw_layout_add_rule (CwLayout *self, guint page, double x, double y, double width,
                         double height, CwColour colour, int source);
void cw_layout_add_shape (CwLayout *self, const CwShape *shape);
gboolean cw_layout_is_numbered (CwLayout *self, guint page);
guint cw_layout_find_page (CwLayout *self, guint row);

G_END_DECLS
