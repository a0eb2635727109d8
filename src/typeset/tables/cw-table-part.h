/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-table-setting.h"

G_BEGIN_DECLS

/**
 * CwTablePart:
 * @first: its first row
 * @end: the row after its last
 * @first_line: line the first row begins with; above 0 if it is cut and began on the page before
 * @end_line: line the last row ends before if it is cut, 0 if it is whole
 * @n_head_rows: header rows repeated above the first row
 * @continued: the table began on an earlier page: （续表） stands above
 * @extra: added to the last row, so that a text of several rows has room, pt
 * @height: of all, pt
 *
 * What of a table stands on one page.
 */
typedef struct
{
  guint first;
  guint end;
  guint first_line;
  guint end_line;
  guint n_head_rows;
  gboolean continued;
  double extra;
  double height;
} CwTablePart;

/**
 * CW_TABLE_CONTINUED_HEIGHT:
 *
 * Height of the line with （续表） above the head, in parts of 小四.
 */
#define CW_TABLE_CONTINUED_HEIGHT 1.5

gboolean cw_table_part_take (const CwTableSetting *table,
                             const CwTablePart *before,
                             double room,
                             double page,
                             gboolean anyhow,
                             CwTablePart *part);
gboolean cw_table_part_is_last (const CwTablePart *self, const CwTableSetting *table);
guint cw_table_part_get_n_rows (const CwTablePart *self);
guint cw_table_part_get_row (const CwTablePart *self, guint visible);
double cw_table_part_get_top (const CwTablePart *self, const CwTableSetting *table, guint visible);

G_END_DECLS
