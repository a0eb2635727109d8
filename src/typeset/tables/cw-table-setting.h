/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/tables/cw-table.h"

#include "cw-cell-text.h"

G_BEGIN_DECLS

/**
 * CwSetCell:
 * @text: (nullable): its text, measured; %NULL at a place another cell covers
 * @paragraph: (nullable): its text, in lines
 * @x: left edge of the paragraph's measure, from the left edge of the table, pt
 * @n_lines: how many lines
 * @in_first_row: the first of the rows it spans has room for all of its text
 *
 * A cell of a table, set.
 */
typedef struct
{
  CwCellText *text;
  CwParagraph *paragraph;
  float x;
  guint n_lines;
  gboolean in_first_row;
} CwSetCell;

/**
 * CwTableSetting:
 * @table: the table
 * @size: of its characters, pt
 * @width: of all, outer rules included, pt
 * @edges: centres of the vertical rules, one more than columns, from the left edge of the table, pt
 * @tops: centres of the horizontal rules if the table stood on one endless page, one more than
 *   rows, from its upper edge, pt
 * @cells: row after row
 * @owners: for each place the number in @cells of the cell that has it
 * @spans: (element-type guint): cells of more than one row, in their order
 *
 * A table with all its cells set and its columns and rows measured, not yet cut into pages.
 * Immutable, atomically reference-counted.
 */
typedef struct
{
  gatomicrefcount refs;
  CwTable *table;
  guint n_rows;
  guint n_columns;
  guint n_header_rows;
  double size;
  double width;
  double *edges;
  double *tops;
  CwSetCell *cells;
  guint *owners;
  GArray *spans;
} CwTableSetting;

CwTableSetting *
cw_table_setting_new (CwTable *table, CwCellCache *cache, double width, double height);
CwTableSetting *cw_table_setting_ref (CwTableSetting *self);
void cw_table_setting_unref (CwTableSetting *self);

double cw_table_setting_get_lines_height (const CwTableSetting *self, guint n_lines);
double cw_table_setting_get_leading (const CwTableSetting *self);
guint cw_table_setting_count_lines (const CwTableSetting *self, guint row);
double cw_table_setting_get_text_height (const CwTableSetting *self, const CwSetCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTableSetting, cw_table_setting_unref)

G_END_DECLS
