/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>
#include <pango/pango.h>

#include "document/tables/cw-table.h"

G_BEGIN_DECLS

/* Room between a rule and the text of a cell, in pixels. */
#define CW_CELL_PADDING 6

/**
 * CwTableSpace:
 * @context: how text is set in the cells
 * @em: width of a Han character of the cells, in pixels
 * @digit: width of a digit
 * @line: height of a line of text, in pixels
 * @width: pixels there are for the table
 * @scale: pixels a millimetre of the page
 *
 * What a table has to fit into on the screen.
 */
typedef struct
{
  PangoContext *context;
  double em;
  double digit;
  int line;
  int width;
  double scale;
} CwTableSpace;

/**
 * CwTableShape:
 *
 * Where the rules of a table are on the screen, in pixels from its top left corner.
 */
typedef struct _CwTableShape CwTableShape;

CwTableShape *
cw_table_shape_new (CwTable *table, const CwTableSpace *space, CwTableShape *old);
void cw_table_shape_free (CwTableShape *self);

int cw_table_shape_get_width (CwTableShape *self);
int cw_table_shape_get_height (CwTableShape *self);
int cw_table_shape_get_x (CwTableShape *self, guint column);
int cw_table_shape_get_y (CwTableShape *self, guint row);
guint cw_table_shape_find_row (CwTableShape *self, int y);
guint cw_table_shape_find_column (CwTableShape *self, int x);
int cw_table_shape_find_rule (CwTableShape *self, int x, int reach);
CwColumnAlign cw_table_shape_get_align (CwTableShape *self, guint row, guint column);
int cw_table_shape_get_indent (CwTableShape *self, guint row, guint column);
GdkRectangle cw_table_shape_get_cell (CwTableShape *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTableShape, cw_table_shape_free)

G_END_DECLS
