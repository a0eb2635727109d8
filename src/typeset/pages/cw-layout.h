/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/tables/cw-table-part.h"

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
 * CwPageBox:
 * @table: (nullable): a table, referenced
 * @part: what of it stands here
 * @words: (nullable): the （续表） above it, or what stands in the box of a picture that cannot be
 *   read, referenced
 * @picture: (nullable): a picture, referenced
 * @width: pt
 * @height: pt
 *
 * A part of a table or a picture, put on a page.
 */
typedef struct
{
  CwTableSetting *table;
  CwTablePart part;
  CwParagraph *words;
  CwPicture *picture;
  double width;
  double height;
} CwPageBox;

/**
 * CwLayout:
 * @grid: the grid
 * @pieces: (element-type CwPiece): what is laid out; a paragraph may have been replaced by a
 * shorter or longer setting of itself
 * @rows: (element-type CwRow): all rows, page after page
 * @boxes: (element-type CwPageBox): what rows put on the pages that is no line of text, in their order
 * @starts: (element-type guint): first row of each page, at least one page
 * @shapes: (element-type CwShape): what stands on the pages besides text, page after page
 * @addressees_moved: the addressees did not fit above the body on the first page and are printed in
 *   the colophon (R59, R98)
 * @unnumbered: (element-type guint): pages from 0 that carry no page number (R108, R126)
 * @text_with_sign_off: lines of the body on the page of the signature block; %G_MAXUINT without one
 * @sign_off_moved: the page before was ended early, to have text with the signature block (R85)
 * @sign_off_divided: the signature block has more rows of seals than a page holds with text; what
 *   is left of them stands on the next page
 * @blank_before_colophon: the text ends so low on an even page that a blank one comes before that of
 *   the colophon (R108); not said of a booklet, whose sheets are filled so
 *
 * The rows of a document on its pages, in reading order.
 */
typedef struct
{
  CwGrid grid;
  GArray *pieces;
  GArray *rows;
  GArray *boxes;
  GArray *starts;
  GArray *shapes;
  GArray *unnumbered;
  gboolean addressees_moved;
  guint text_with_sign_off;
  gboolean sign_off_moved;
  gboolean sign_off_divided;
  gboolean blank_before_colophon;
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
guint cw_layout_add_box (CwLayout *self, const CwPageBox *box);
const CwPageBox *cw_layout_get_box (CwLayout *self, const CwRow *row);
double cw_layout_get_box_top (CwLayout *self, const CwRow *row);
void cw_layout_truncate (CwLayout *self, guint n_rows);
gboolean cw_layout_is_numbered (CwLayout *self, guint page);
guint cw_layout_find_page (CwLayout *self, guint row);

G_END_DECLS
