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
 *
 * A line of a piece, put on a page.
 */
typedef struct
{
  guint piece;
  guint line;
  float x;
  float y;
  guint slot;
} CwRow;

/**
 * CwLayout:
 * @grid: the grid
 * @pieces: (element-type CwPiece): what is laid out; a paragraph may have been replaced by a
 * shorter or longer setting of itself
 * @rows: (element-type CwRow): all rows, page after page
 * @starts: (element-type guint): first row of each page, at least one page
 *
 * The rows of a document on its pages.
 */
typedef struct
{
  CwGrid grid;
  GArray *pieces;
  GArray *rows;
  GArray *starts;
} CwLayout;

CwLayout *cw_layout_new (GArray *pieces, const CwGrid *grid);
void cw_layout_free (CwLayout *self);
const CwPiece *cw_layout_get_piece (CwLayout *self, guint piece);
guint cw_layout_get_n_pages (CwLayout *self);
guint cw_layout_get_page_end (CwLayout *self, guint page);
guint cw_layout_find_page (CwLayout *self, guint row);

G_END_DECLS
