/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-column-widths.h"
#include "cw-table-setting.h"

G_BEGIN_DECLS

/* How a table's text is set, in parts of its size; R117 leaves it open. */
#define CW_CELL_SIDE_ROOM 0.35 /* between text and a vertical rule */
#define CW_CELL_HEAD_ROOM 0.45 /* between text and a horizontal rule */
#define CW_CELL_LEADING 1.3    /* from line to line */

double cw_table_setting_get_inner_width (const CwTableSetting *self, guint column, guint n_columns);
void cw_table_setting_measure_columns (CwTableSetting *self, CwColumnNeed *needs);
void cw_table_setting_align_cells (CwTableSetting *self, CwCellCache *cache);
void cw_table_setting_measure_rows (CwTableSetting *self, double height);

G_END_DECLS
