/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"
#include "cw-grid.h"
#include "typeset/lines/cw-paragraph.h"

G_BEGIN_DECLS

/**
 * CwPageRole:
 *
 * What a line on the page is, for the structure of the PDF.
 */
typedef enum
{
  CW_PAGE_ROLE_TITLE,
  CW_PAGE_ROLE_PARAGRAPH,
  CW_PAGE_ROLE_HEADING_1,
  CW_PAGE_ROLE_HEADING_2,
  CW_PAGE_ROLE_HEADING_3,
  CW_PAGE_ROLE_HEADING_4,
  CW_PAGE_ROLE_CAPTION,
  CW_PAGE_ROLE_HEADER_CELL,
  CW_PAGE_ROLE_CELL,
  CW_PAGE_ROLE_ARTIFACT,
} CwPageRole;

/**
 * CwColour:
 * @CW_COLOUR_BLACK: everything not named otherwise (R24)
 * @CW_COLOUR_RED: issuer mark and rules of the masthead (R24, R25)
 * @CW_COLOUR_GUIDE: never printed: a guide for the eye
 * @CW_COLOUR_HIGHLIGHT: the ground of a placeholder in a working copy
 * @CW_COLOUR_STAMP: the grey of the draft stamp
 *
 * What is printed with what ink.
 */
typedef enum
{
  CW_COLOUR_BLACK,
  CW_COLOUR_RED,
  CW_COLOUR_GUIDE,
  CW_COLOUR_HIGHLIGHT,
  CW_COLOUR_STAMP,
} CwColour;

/**
 * CwPageShapeKind:
 * @CW_SHAPE_RULE: a filled rectangle: a rule of masthead, colophon or table
 * @CW_SHAPE_PICTURE: a picture
 * @CW_SHAPE_SEAL: guide: the ring of a seal; never printed (R72)
 * @CW_SHAPE_STAMP: guide: the box of a signature stamp; never printed (R83)
 *
 * What a shape is. Guides are drawn on the screen alone, if asked for.
 */
typedef enum
{
  CW_SHAPE_RULE,
  CW_SHAPE_PICTURE,
  CW_SHAPE_SEAL,
  CW_SHAPE_STAMP,
} CwPageShapeKind;

/**
 * CwShape:
 * @kind: what it is
 * @page: number of the page, from 0
 * @x: left edge on the page, pt
 * @y: upper edge on the page, pt
 * @width: pt
 * @height: pt
 * @sideways: as in #CwPageItem
 * @colour: of a rule
 * @source: the element of the standard it belongs to, or -1 for none
 * @flow_line: line of the flow it came from, or -1
 * @picture: (nullable): the picture of %CW_SHAPE_PICTURE, referenced
 *
 * What stands on a page besides text.
 */
typedef struct
{
  CwPageShapeKind kind;
  guint page;
  double x;
  double y;
  double width;
  double height;
  gboolean sideways;
  CwColour colour;
  int source;
  int flow_line;
  CwPicture *picture;
} CwShape;

gboolean cw_shape_is_guide (const CwShape *self);

/**
 * CwPageItem:
 * @paragraph: (transfer none): the paragraph the line belongs to
 * @line: its number in the paragraph
 * @x: left edge of the measure on the page, pt
 * @y: optical centre of the line on the page, pt
 * @sideways: @x and @y are on the sheet turned to the right, head to the left edge (R112, R114)
 * @colour: what it is printed in
 * @role: what it is
 * @element: id shared by all lines of one paragraph of the document, over pages; 0 for an artifact
 * @source: the element of the standard it shows, or -1 for none
 * @flow_line: line of the flow it came from, or -1 for what is computed or no line of the flow
 * @row: row of the table cell it belongs to, from 1; 0 for none
 * @column: column of that cell, from 1
 * @flow_offset: what to add to a byte of the paragraph's text to get a byte of the flow line;
 *   negative: the text begins with a computed number of that many bytes
 *
 * One line of text on a page.
 */
typedef struct
{
  CwParagraph *paragraph;
  guint line;
  double x;
  double y;
  gboolean sideways;
  CwColour colour;
  CwPageRole role;
  guint element;
  int source;
  int flow_line;
  int flow_offset;
  guint row;
  guint column;
} CwPageItem;

/**
 * CwPageGap:
 * @item: number of a line of the page
 * @start: first byte of the paragraph's text that is not painted
 * @end: byte after the last
 *
 * What is left out of a line, its place kept: a placeholder that is ruled.
 */
typedef struct
{
  guint item;
  guint start;
  guint end;
} CwPageGap;

/**
 * CwPage:
 *
 * One finished page: a display list of shapes and lines. Immutable, atomically reference-counted.
 */
typedef struct _CwPage CwPage;

CwPage *cw_page_new (guint number, const CwGrid *grid, double left, const CwPageItem *items,
                     guint n_items, const CwShape *shapes, guint n_shapes);
CwPage *cw_page_new_with_gaps (guint number, const CwGrid *grid, double left,
                               const CwPageItem *items, guint n_items, const CwShape *shapes,
                               guint n_shapes, const CwPageGap *gaps, guint n_gaps);
CwPage *cw_page_ref (CwPage *self);
void cw_page_unref (CwPage *self);

guint cw_page_get_number (CwPage *self);
const CwGrid *cw_page_get_grid (CwPage *self);
double cw_page_get_left (CwPage *self);
guint cw_page_get_n_items (CwPage *self);
const CwPageItem *cw_page_get_item (CwPage *self, guint item);
guint cw_page_get_n_shapes (CwPage *self);
const CwShape *cw_page_get_shape (CwPage *self, guint shape);
gboolean cw_page_leaves_out (CwPage *self, guint item, guint offset);
gboolean cw_page_looks_equal (CwPage *self, CwPage *other);
const char *cw_page_role_get_tag (CwPageRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPage, cw_page_unref)

G_END_DECLS
