/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-edit.h"

#include "cw-table-arrange.h"

/* Every edit of a table is a function from a table to a table. Texts are shared. */

/* --- cells ------------------------------------------------------------------------------------ */

static CwCell *
copy_cells (CwTable *table)
{
  guint n_columns = cw_table_get_n_columns (table);
  guint n = cw_table_get_n_rows (table) * n_columns;
  CwCell *cells = g_new (CwCell, n);

  for (guint i = 0; i < n; i++)
    cells[i] = cw_table_get_cell (table, i / n_columns, i % n_columns);
  return cells;
}

static CwColumn *
copy_columns (CwTable *table)
{
  guint n = cw_table_get_n_columns (table);
  CwColumn *columns = g_new (CwColumn, n);

  for (guint i = 0; i < n; i++)
    columns[i] = cw_table_get_column (table, i);
  return columns;
}

static CwTable *
with_cells (CwTable *table, const CwCell *cells)
{
  g_autofree CwColumn *columns = copy_columns (table);

  return cw_table_new_like (table, cw_table_get_n_header_rows (table), columns, cells);
}

/**
 * cw_table_set_text:
 * @table: a table
 * @row: row of a cell
 * @column: its column
 * @text: what it is to hold
 *
 * Returns: (transfer full): the new table; @table itself if nothing changes
 */
CwTable *
cw_table_set_text (CwTable *table, guint row, guint column, CwText *text)
{
  g_autofree CwCell *cells = NULL;
  guint r = row, c = column;

  g_return_val_if_fail (row < cw_table_get_n_rows (table), NULL);
  g_return_val_if_fail (column < cw_table_get_n_columns (table), NULL);

  if (cw_text_equal (cw_table_find_cell (table, &r, &c).text, text))
    return cw_table_ref (table);
  cells = copy_cells (table);
  cells[r * cw_table_get_n_columns (table) + c].text = text;
  return with_cells (table, cells);
}

/**
 * cw_table_set_texts:
 * @table: a table
 * @texts: for each cell, row by row: what it is to hold, or %NULL to leave it
 *
 * As cw_table_set_text(), for many cells at once. Cells that another one covers are left.
 *
 * Returns: (transfer full): the new table
 */
CwTable *
cw_table_set_texts (CwTable *table, CwText *const *texts)
{
  g_autofree CwCell *cells = copy_cells (table);
  guint n = cw_table_get_n_rows (table) * cw_table_get_n_columns (table);

  for (guint i = 0; i < n; i++)
    if (texts[i] != NULL && cells[i].columns > 0)
      cells[i].text = texts[i];
  return with_cells (table, cells);
}

static gboolean
is_inside (guint at, guint first, guint n)
{
  return at >= first && at - first < n;
}

/**
 * cw_table_clear:
 * @table: a table
 * @row: first row
 * @column: first column
 * @n_rows: how many rows
 * @n_columns: how many columns
 *
 * Empties the cells that begin there.
 *
 * Returns: (transfer full): the new table; @table itself if they are empty
 */
CwTable *
cw_table_clear (CwTable *table, guint row, guint column, guint n_rows, guint n_columns)
{
  g_autofree CwCell *cells = copy_cells (table);
  guint width = cw_table_get_n_columns (table);
  gboolean changed = FALSE;

  for (guint i = 0; i < cw_table_get_n_rows (table) * width; i++)
    if (is_inside (i / width, row, n_rows) && is_inside (i % width, column, n_columns))
      {
        changed |= !cw_text_is_empty (cells[i].text);
        cells[i].text = NULL;
      }
  return changed ? with_cells (table, cells) : cw_table_ref (table);
}

/* Every cell that reaches into the area becomes single ones, its text in the first. */
static void
split_cells (CwTable *table, CwCell *cells, guint row, guint column, guint n_rows, guint n_columns)
{
  guint width = cw_table_get_n_columns (table);

  for (guint r = row; r < row + n_rows; r++)
    for (guint c = column; c < column + n_columns; c++)
      {
        guint top = r, left = c;
        CwCell cell = cw_table_find_cell (table, &top, &left);

        for (guint i = 0; i < cell.rows * cell.columns; i++)
          {
            CwCell *place = &cells[(top + i / cell.columns) * width + left + i % cell.columns];

            place->rows = place->columns = 1;
          }
      }
}

/**
 * cw_table_split:
 * @table: a table
 * @row: row of a cell
 * @column: its column
 *
 * Makes a merged cell single ones again; its text stays in the first.
 *
 * Returns: (transfer full): the new table; @table itself if the cell is not merged
 */
CwTable *
cw_table_split (CwTable *table, guint row, guint column)
{
  g_autofree CwCell *cells = copy_cells (table);
  CwCell cell = cw_table_find_cell (table, &row, &column);

  if (cell.rows == 1 && cell.columns == 1)
    return cw_table_ref (table);
  split_cells (table, cells, row, column, 1, 1);
  return with_cells (table, cells);
}

static CwText *
join_texts (CwCell *cells, guint width, guint row, guint column, guint n_rows, guint n_columns)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      CwText *text = cells[(row + i / n_columns) * width + column + i % n_columns].text;

      if (text != NULL && !cw_text_is_empty (text))
        g_ptr_array_add (texts, text);
    }
  if (texts->len == 0)
    return cw_text_new ("");
  return cw_text_join ((CwText **) texts->pdata, texts->len, "\n");
}

/**
 * cw_table_merge:
 * @table: a table
 * @row: first row
 * @column: first column
 * @n_rows: how many rows
 * @n_columns: how many columns
 *
 * Makes one cell of several, with their texts one below the other. Merged cells that reach into
 * the area are split before.
 *
 * Returns: (transfer full): the new table
 */
CwTable *
cw_table_merge (CwTable *table, guint row, guint column, guint n_rows, guint n_columns)
{
  g_autofree CwCell *cells = copy_cells (table);
  guint width = cw_table_get_n_columns (table);
  g_autoptr (CwText) text = NULL;

  g_return_val_if_fail (row < cw_table_get_n_rows (table) && column < width, NULL);

  n_rows = CLAMP (n_rows, 1, cw_table_get_n_rows (table) - row);
  n_columns = CLAMP (n_columns, 1, width - column);
  split_cells (table, cells, row, column, n_rows, n_columns);
  text = join_texts (cells, width, row, column, n_rows, n_columns);
  cells[row * width + column] = (CwCell) { text, n_columns, n_rows };
  return with_cells (table, cells);
}

/* --- rows and columns ------------------------------------------------------------------------- */

static int *
count_up (guint n)
{
  int *lines = g_new (int, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    lines[i] = i;
  return lines;
}

/* @n new lines before line @at of @n_lines. */
static int *
lines_with_new (guint n_lines, guint at, guint n)
{
  int *lines = g_new (int, n_lines + n);

  for (guint i = 0; i < n_lines + n; i++)
    lines[i] = i < at ? (int) i : i < at + n ? -1 : (int) (i - n);
  return lines;
}

static int *
lines_without (guint n_lines, guint first, guint n)
{
  int *lines = g_new (int, n_lines);

  for (guint i = 0; i + n < n_lines; i++)
    lines[i] = i < first ? i : i + n;
  return lines;
}

/* The @n lines from @first on stand before what is line @to. */
static int *
lines_moved (guint n_lines, guint first, guint n, guint to)
{
  int *lines = g_new (int, n_lines);
  guint length = 0;

  for (guint i = 0; i <= n_lines; i++)
    {
      for (guint j = first; i == to && j < first + n; j++)
        lines[length++] = j;
      if (i < n_lines && !is_inside (i, first, n))
        lines[length++] = i;
    }
  return lines;
}

static CwTable *
arrange_rows (CwTable *table, const int *rows, guint n_rows, guint n_header_rows)
{
  guint n_columns = cw_table_get_n_columns (table);
  g_autofree int *columns = count_up (n_columns);

  return cw_table_arrange (table, rows, n_rows, columns, n_columns, n_header_rows);
}

static CwTable *
arrange_columns (CwTable *table, const int *columns, guint n_columns)
{
  guint n_rows = cw_table_get_n_rows (table);
  g_autofree int *rows = count_up (n_rows);

  return cw_table_arrange (table, rows, n_rows, columns, n_columns,
                           cw_table_get_n_header_rows (table));
}

/**
 * cw_table_insert_rows:
 * @table: a table
 * @at: the row before which they come, or the number of rows
 * @n: how many; no more than a table can have
 *
 * Rows put in between header rows are header rows.
 *
 * Returns: (transfer full): the new table; @table itself if it is full
 */
CwTable *
cw_table_insert_rows (CwTable *table, guint at, guint n)
{
  guint n_rows = cw_table_get_n_rows (table), head = cw_table_get_n_header_rows (table);
  g_autofree int *rows = NULL;

  n = MIN (n, CW_TABLE_MAX_ROWS - n_rows);
  if (n == 0)
    return cw_table_ref (table);
  at = MIN (at, n_rows);
  rows = lines_with_new (n_rows, at, n);
  return arrange_rows (table, rows, n_rows + n, at < head ? head + n : head);
}

/**
 * cw_table_remove_rows:
 * @table: a table
 * @first: first row to go
 * @n: how many
 *
 * Returns: (transfer full): the new table; @table itself if no row would be left
 */
CwTable *
cw_table_remove_rows (CwTable *table, guint first, guint n)
{
  guint n_rows = cw_table_get_n_rows (table), head = cw_table_get_n_header_rows (table);
  g_autofree int *rows = NULL;

  n = first < n_rows ? MIN (n, n_rows - first) : 0;
  if (n == 0 || n == n_rows)
    return cw_table_ref (table);
  rows = lines_without (n_rows, first, n);
  if (first < head)
    head -= MIN (n, head - first);
  return arrange_rows (table, rows, n_rows - n, head);
}

/**
 * cw_table_move_rows:
 * @table: a table
 * @first: first row to move
 * @n: how many
 * @to: the row before which they go, or the number of rows
 *
 * Returns: (transfer full): the new table; @table itself if they are there already
 */
CwTable *
cw_table_move_rows (CwTable *table, guint first, guint n, guint to)
{
  guint n_rows = cw_table_get_n_rows (table);
  g_autofree int *rows = NULL;

  if (first >= n_rows || n > n_rows - first || to > n_rows || (to >= first && to <= first + n))
    return cw_table_ref (table);
  rows = lines_moved (n_rows, first, n, to);
  return arrange_rows (table, rows, n_rows, cw_table_get_n_header_rows (table));
}

/**
 * cw_table_insert_columns:
 * @table: a table
 * @at: the column before which they come, or the number of columns
 * @n: how many; no more than a table can have
 *
 * Returns: (transfer full): the new table; @table itself if it is full
 */
CwTable *
cw_table_insert_columns (CwTable *table, guint at, guint n)
{
  guint n_columns = cw_table_get_n_columns (table);
  g_autofree int *columns = NULL;

  n = MIN (n, CW_TABLE_MAX_COLUMNS - n_columns);
  if (n == 0)
    return cw_table_ref (table);
  columns = lines_with_new (n_columns, MIN (at, n_columns), n);
  return arrange_columns (table, columns, n_columns + n);
}

/**
 * cw_table_remove_columns:
 * @table: a table
 * @first: first column to go
 * @n: how many
 *
 * Returns: (transfer full): the new table; @table itself if no column would be left
 */
CwTable *
cw_table_remove_columns (CwTable *table, guint first, guint n)
{
  guint n_columns = cw_table_get_n_columns (table);
  g_autofree int *columns = NULL;

  n = first < n_columns ? MIN (n, n_columns - first) : 0;
  if (n == 0 || n == n_columns)
    return cw_table_ref (table);
  columns = lines_without (n_columns, first, n);
  return arrange_columns (table, columns, n_columns - n);
}

/**
 * cw_table_move_columns:
 * @table: a table
 * @first: first column to move
 * @n: how many
 * @to: the column before which they go, or the number of columns
 *
 * Returns: (transfer full): the new table; @table itself if they are there already
 */
CwTable *
cw_table_move_columns (CwTable *table, guint first, guint n, guint to)
{
  guint n_columns = cw_table_get_n_columns (table);
  g_autofree int *columns = NULL;

  if (first >= n_columns || n > n_columns - first || to > n_columns
      || (to >= first && to <= first + n))
    return cw_table_ref (table);
  columns = lines_moved (n_columns, first, n, to);
  return arrange_columns (table, columns, n_columns);
}

static CwTable *
grow (CwTable *table, guint n_rows, guint n_columns)
{
  guint rows = cw_table_get_n_rows (table), columns = cw_table_get_n_columns (table);
  g_autoptr (CwTable) taller
      = cw_table_insert_rows (table, rows, MAX (n_rows, rows) - rows);

  return cw_table_insert_columns (taller, columns, MAX (n_columns, columns) - columns);
}

/* Rows of a list that come as a whole bring along where they come from. */
static CwTable *
paste_sources (CwTable *table, guint row, guint column, guint n_rows, CwTable *cells)
{
  CwTableList *list = cw_table_get_list (table), *pasted = cw_table_get_list (cells);
  g_autoptr (CwTableList) result = NULL;

  if (list == NULL || pasted == NULL || column > 0
      || cw_table_get_n_columns (cells) < cw_table_get_n_columns (table))
    return cw_table_ref (table);
  result = cw_table_list_paste (list, row, pasted, n_rows);
  return cw_table_with_list (table, result);
}

/**
 * cw_table_paste:
 * @table: a table
 * @row: row of the first cell
 * @column: its column
 * @cells: cells to put there, with their spans
 *
 * Puts cells over others. The table grows where they need it, as far as a table can. In a list,
 * whole rows of another list bring their sources along.
 *
 * Returns: (transfer full): the new table
 */
CwTable *
cw_table_paste (CwTable *table, guint row, guint column, CwTable *cells)
{
  g_autoptr (CwTable) grown = grow (table, row + cw_table_get_n_rows (cells),
                                    column + cw_table_get_n_columns (cells));
  g_autofree CwCell *places = copy_cells (grown);
  guint width = cw_table_get_n_columns (grown);
  g_autoptr (CwTable) result = NULL;
  guint n_rows, n_columns;

  g_return_val_if_fail (row < cw_table_get_n_rows (table), NULL);
  g_return_val_if_fail (column < cw_table_get_n_columns (table), NULL);

  n_rows = MIN (cw_table_get_n_rows (cells), cw_table_get_n_rows (grown) - row);
  n_columns = MIN (cw_table_get_n_columns (cells), width - column);
  split_cells (grown, places, row, column, n_rows, n_columns);
  for (guint i = 0; i < n_rows * n_columns; i++)
    places[(row + i / n_columns) * width + column + i % n_columns]
        = cw_table_get_cell (cells, i / n_columns, i % n_columns);
  result = with_cells (grown, places);
  return paste_sources (result, row, column, n_rows, cells);
}

/* --- how it is set ---------------------------------------------------------------------------- */

static CwTable *
with_looks (CwTable *table, guint n_header_rows, const CwColumn *columns)
{
  g_autofree CwCell *cells = copy_cells (table);

  return cw_table_new_like (table, n_header_rows, columns, cells);
}

static CwTable *
with_column (CwTable *table, guint column, CwColumn look)
{
  g_autofree CwColumn *columns = copy_columns (table);

  if (columns[column].align == look.align && columns[column].width == look.width)
    return cw_table_ref (table);
  columns[column] = look;
  return with_looks (table, cw_table_get_n_header_rows (table), columns);
}

/**
 * cw_table_set_header_rows:
 * @table: a table
 * @n: how many of its first rows are repeated on every page
 *
 * Returns: (transfer full): the new table; @table itself if nothing changes
 */
CwTable *
cw_table_set_header_rows (CwTable *table, guint n)
{
  g_autofree CwColumn *columns = copy_columns (table);

  n = MIN (n, cw_table_get_n_rows (table));
  if (n == cw_table_get_n_header_rows (table))
    return cw_table_ref (table);
  return with_looks (table, n, columns);
}

/**
 * cw_table_set_align:
 * @table: a table
 * @column: a column
 * @align: how its cells are to be aligned
 *
 * Returns: (transfer full): the new table; @table itself if nothing changes
 */
CwTable *
cw_table_set_align (CwTable *table, guint column, CwColumnAlign align)
{
  g_return_val_if_fail (column < cw_table_get_n_columns (table), NULL);
  g_return_val_if_fail (align < CW_N_COLUMN_ALIGNS, NULL);

  return with_column (table, column,
                      (CwColumn) { align, cw_table_get_column (table, column).width });
}

/**
 * cw_table_set_column_width:
 * @table: a table
 * @column: a column
 * @width: its width, mm, or 0 for automatic
 *
 * Returns: (transfer full): the new table; @table itself if nothing changes
 */
CwTable *
cw_table_set_column_width (CwTable *table, guint column, double width)
{
  g_return_val_if_fail (column < cw_table_get_n_columns (table), NULL);

  return with_column (table, column,
                      (CwColumn) { cw_table_get_column (table, column).align, MAX (width, 0) });
}
