/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-change.h"

static gboolean
same_cell (CwCell a, CwCell b)
{
  return a.rows == b.rows && a.columns == b.columns
         && (a.text == b.text || cw_text_equal (a.text, b.text));
}

/**
 * cw_table_find_change:
 * @from: a table
 * @to: another
 * @row: (out): the row of the first cell that differs
 * @column: (out): its column
 *
 * Finds what an edit of one cell has changed. Cells that share their text cost a comparison of
 * pointers.
 *
 * Returns: whether both tables have the same size and exactly one cell differs
 */
gboolean
cw_table_find_change (CwTable *from, CwTable *to, guint *row, guint *column)
{
  guint n_rows = cw_table_get_n_rows (to), n_columns = cw_table_get_n_columns (to), n = 0;

  if (n_rows != cw_table_get_n_rows (from) || n_columns != cw_table_get_n_columns (from))
    return FALSE;
  for (guint r = 0; r < n_rows && n < 2; r++)
    for (guint c = 0; c < n_columns; c++)
      {
        if (same_cell (cw_table_get_cell (from, r, c), cw_table_get_cell (to, r, c)) || n++ > 0)
          continue;
        *row = r;
        *column = c;
      }
  return n == 1;
}
