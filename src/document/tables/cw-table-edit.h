/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-table.h"

G_BEGIN_DECLS

CwTable *cw_table_set_text (CwTable *table, guint row, guint column, CwText *text);
CwTable *cw_table_set_texts (CwTable *table, CwText *const *texts);
CwTable *cw_table_clear (CwTable *table, guint row, guint column, guint n_rows, guint n_columns);
CwTable *cw_table_paste (CwTable *table, guint row, guint column, CwTable *cells);
CwTable *cw_table_merge (CwTable *table, guint row, guint column, guint n_rows, guint n_columns);
CwTable *cw_table_split (CwTable *table, guint row, guint column);

CwTable *cw_table_insert_rows (CwTable *table, guint at, guint n);
CwTable *cw_table_remove_rows (CwTable *table, guint first, guint n);
CwTable *cw_table_move_rows (CwTable *table, guint first, guint n, guint to);
CwTable *cw_table_insert_columns (CwTable *table, guint at, guint n);
CwTable *cw_table_remove_columns (CwTable *table, guint first, guint n);
CwTable *cw_table_move_columns (CwTable *table, guint first, guint n, guint to);

CwTable *cw_table_set_header_rows (CwTable *table, guint n);
CwTable *cw_table_set_align (CwTable *table, guint column, CwColumnAlign align);
CwTable *cw_table_set_column_width (CwTable *table, guint column, double width);

G_END_DECLS
