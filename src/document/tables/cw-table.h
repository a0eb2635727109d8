/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-table-list.h"
#include "document/cw-text.h"

G_BEGIN_DECLS

/**
 * CwColumnAlign:
 * @CW_COLUMN_AUTO: numbers right, all else by length: short in the middle, long at the start
 * @CW_COLUMN_DECIMAL: decimal points one under the other
 *
 * How the cells of a column are aligned (R117); header cells always stand in the middle.
 */
typedef enum
{
  CW_COLUMN_AUTO,
  CW_COLUMN_START,
  CW_COLUMN_CENTRE,
  CW_COLUMN_END,
  CW_COLUMN_DECIMAL,
  CW_N_COLUMN_ALIGNS,
} CwColumnAlign;

/**
 * CwColumn:
 * @align: how its cells are aligned
 * @width: mm, in hundredths, or 0 for automatic
 *
 * A column of a table.
 */
typedef struct
{
  CwColumnAlign align;
  double width;
} CwColumn;

/**
 * CwCell:
 * @text: (transfer none): its text, which may hold line feeds
 * @columns: columns it spans, at least 1; 0 if another cell covers its place
 * @rows: rows it spans, at least 1; 0 if another cell covers its place
 *
 * A cell of a table. A covered place keeps an empty text.
 */
typedef struct
{
  CwText *text;
  guint columns;
  guint rows;
} CwCell;

#define CW_COLUMN_MAX_WIDTH 999
#define CW_TABLE_MAX_COLUMNS 64
#define CW_TABLE_MAX_ROWS 10000

/**
 * CwTable:
 *
 * A table (R116, R117), immutable and atomically reference-counted: rows of cells, of which the
 * first may be header rows repeated on every page. A table that is a list (问题清单 …) knows so.
 */
typedef struct _CwTable CwTable;

#define CW_TYPE_TABLE (cw_table_get_type ())

GType cw_table_get_type (void) G_GNUC_CONST;

CwTable *cw_table_new (guint n_rows, guint n_columns, guint n_header_rows, const CwColumn *columns,
                       const CwCell *cells);
CwTable *cw_table_new_empty (guint n_rows, guint n_columns);
CwTable *cw_table_new_like (CwTable *like, guint n_header_rows, const CwColumn *columns,
                            const CwCell *cells);
CwTable *cw_table_with_list (CwTable *self, CwTableList *list);
CwTable *cw_table_ref (CwTable *self);
void cw_table_unref (CwTable *self);

gboolean cw_table_equal (CwTable *self, CwTable *other);
guint cw_table_get_n_rows (CwTable *self);
guint cw_table_get_n_columns (CwTable *self);
guint cw_table_get_n_header_rows (CwTable *self);
CwTableList *cw_table_get_list (CwTable *self);
CwColumn cw_table_get_column (CwTable *self, guint column);
CwCell cw_table_get_cell (CwTable *self, guint row, guint column);
CwCell cw_table_find_cell (CwTable *self, guint *row, guint *column);

const char *cw_column_align_get_id (CwColumnAlign align);
gboolean cw_column_align_find (const char *id, CwColumnAlign *align);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTable, cw_table_unref)

G_END_DECLS
