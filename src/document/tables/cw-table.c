/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table.h"

#include <math.h>

struct _CwTable
{
  gatomicrefcount ref_count;
  guint n_rows;
  guint n_columns;
  guint n_header_rows;
  CwColumn *columns;
  CwCell *cells;
  CwTableList *list; /* what it knows if it is a list */
};

G_DEFINE_BOXED_TYPE (CwTable, cw_table, cw_table_ref, cw_table_unref)

static guint
cell_index (CwTable *self, guint row, guint column)
{
  return row * self->n_columns + column;
}

/* Hundredths of a millimetre are what a file holds, so that nothing changes by saving it. */
static CwColumn
clean_column (CwColumn column)
{
  if (!(column.width > 0))
    column.width = 0;
  column.width = round (MIN (column.width, CW_COLUMN_MAX_WIDTH) * 100) / 100;
  return column;
}

/* A span may not leave the table, nor reach into a place another cell has covered. */
static void
trim_span (CwTable *self, guint row, guint column, CwCell *cell)
{
  cell->columns = CLAMP (cell->columns, 1, self->n_columns - column);
  cell->rows = CLAMP (cell->rows, 1, self->n_rows - row);
  for (guint c = 1; c < cell->columns; c++)
    if (self->cells[cell_index (self, row, column + c)].rows == G_MAXUINT)
      cell->columns = c;
  for (guint r = 1; r < cell->rows; r++)
    for (guint c = 0; c < cell->columns; c++)
      if (self->cells[cell_index (self, row + r, column + c)].rows == G_MAXUINT)
        cell->rows = r;
}

/* Marks what a cell covers, G_MAXUINT while the table is being made. */
static void
cover (CwTable *self, guint row, guint column, guint rows, guint columns)
{
  for (guint r = 0; r < rows; r++)
    for (guint c = 0; c < columns; c++)
      if (r > 0 || c > 0)
        self->cells[cell_index (self, row + r, column + c)].rows = G_MAXUINT;
}

static void
set_cells (CwTable *self, const CwCell *cells)
{
  g_autoptr (CwText) nothing = cw_text_new ("");

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      CwCell cell = cells != NULL ? cells[i] : (CwCell) { NULL, 1, 1 };
      guint row = i / self->n_columns, column = i % self->n_columns;
      gboolean covered = self->cells[i].rows == G_MAXUINT;

      self->cells[i].text = cw_text_ref (covered || cell.text == NULL ? nothing : cell.text);
      if (covered)
        continue;
      trim_span (self, row, column, &cell);
      self->cells[i].columns = cell.columns;
      self->cells[i].rows = cell.rows;
      cover (self, row, column, cell.rows, cell.columns);
    }
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (self->cells[i].rows == G_MAXUINT)
      self->cells[i].rows = self->cells[i].columns = 0;
}

/**
 * cw_table_new:
 * @n_rows: number of rows, at least 1
 * @n_columns: number of columns, at least 1
 * @n_header_rows: how many of the rows are header rows
 * @columns: (nullable) (array length=n_columns): the columns; %NULL for automatic ones
 * @cells: (nullable): the cells row after row; the spans say which places are covered, what is
 *   said at those places is dropped; spans that do not fit are cut
 *
 * Returns: (transfer full): the table
 */
CwTable *
cw_table_new (guint n_rows,
              guint n_columns,
              guint n_header_rows,
              const CwColumn *columns,
              const CwCell *cells)
{
  CwTable *self;

  g_return_val_if_fail (n_rows > 0 && n_rows <= CW_TABLE_MAX_ROWS, NULL);
  g_return_val_if_fail (n_columns > 0 && n_columns <= CW_TABLE_MAX_COLUMNS, NULL);

  self = g_new0 (CwTable, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->n_header_rows = MIN (n_header_rows, n_rows);
  self->columns = g_new0 (CwColumn, n_columns);
  self->cells = g_new0 (CwCell, n_rows * n_columns);
  for (guint i = 0; columns != NULL && i < n_columns; i++)
    self->columns[i] = clean_column (columns[i]);
  set_cells (self, cells);
  return self;
}

/**
 * cw_table_new_empty:
 * @n_rows: number of rows
 * @n_columns: number of columns
 *
 * Returns: (transfer full): an empty table with one header row
 */
CwTable *
cw_table_new_empty (guint n_rows, guint n_columns)
{
  return cw_table_new (n_rows, n_columns, 1, NULL, NULL);
}

/**
 * cw_table_new_like:
 * @like: a table
 * @n_header_rows: how many of the rows are header rows
 * @columns: (array): the columns, as many as @like has
 * @cells: the cells row after row, as many as @like has
 *
 * Returns: (transfer full): a table of the size of @like that is a list as @like is
 */
CwTable *
cw_table_new_like (CwTable *like,
                   guint n_header_rows,
                   const CwColumn *columns,
                   const CwCell *cells)
{
  CwTable *self = cw_table_new (like->n_rows, like->n_columns, n_header_rows, columns, cells);

  self->list = like->list != NULL ? cw_table_list_ref (like->list) : NULL;
  return self;
}

/**
 * cw_table_with_list:
 * @self: a table
 * @list: (nullable): what it is to know as a list, of the same size; %NULL makes it a table as any
 *
 * Returns: (transfer full): the table; @self itself if that is what it knows
 */
CwTable *
cw_table_with_list (CwTable *self, CwTableList *list)
{
  CwTable *table;

  g_return_val_if_fail (list == NULL
                            || (cw_table_list_get_n_rows (list) == self->n_rows
                                && cw_table_list_get_n_columns (list) == self->n_columns),
                        NULL);

  if (cw_table_list_equal (self->list, list))
    return cw_table_ref (self);
  table = cw_table_new_like (self, self->n_header_rows, self->columns, self->cells);
  g_clear_pointer (&table->list, cw_table_list_unref);
  table->list = list != NULL ? cw_table_list_ref (list) : NULL;
  return table;
}

/**
 * cw_table_ref:
 * @self: a table
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwTable *
cw_table_ref (CwTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_table_unref:
 * @self: (transfer full): a table
 *
 * Gives a reference back; from any thread.
 */
void
cw_table_unref (CwTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    cw_text_unref (self->cells[i].text);
  g_clear_pointer (&self->list, cw_table_list_unref);
  g_free (self->cells);
  g_free (self->columns);
  g_free (self);
}

static gboolean
cell_equal (const CwCell *a, const CwCell *b)
{
  return a->columns == b->columns && a->rows == b->rows && cw_text_equal (a->text, b->text);
}

/**
 * cw_table_equal:
 * @self: a table
 * @other: another
 *
 * Returns: whether both have the same columns and cells, and are the same list if they are one
 */
gboolean
cw_table_equal (CwTable *self, CwTable *other)
{
  if (self == other)
    return TRUE;
  if (self->n_rows != other->n_rows || self->n_columns != other->n_columns
      || self->n_header_rows != other->n_header_rows
      || !cw_table_list_equal (self->list, other->list))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].align != other->columns[i].align
        || self->columns[i].width != other->columns[i].width)
      return FALSE;
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (!cell_equal (&self->cells[i], &other->cells[i]))
      return FALSE;
  return TRUE;
}

/**
 * cw_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, header rows included
 */
guint
cw_table_get_n_rows (CwTable *self)
{
  return self->n_rows;
}

/**
 * cw_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
cw_table_get_n_columns (CwTable *self)
{
  return self->n_columns;
}

/**
 * cw_table_get_n_header_rows:
 * @self: a table
 *
 * Returns: how many of its first rows are repeated on every page
 */
guint
cw_table_get_n_header_rows (CwTable *self)
{
  return self->n_header_rows;
}

/**
 * cw_table_get_list:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what it knows as a list; %NULL if it is none
 */
CwTableList *
cw_table_get_list (CwTable *self)
{
  return self->list;
}

/**
 * cw_table_get_column:
 * @self: a table
 * @column: from 0
 *
 * Returns: the column
 */
CwColumn
cw_table_get_column (CwTable *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, ((CwColumn) { 0 }));

  return self->columns[column];
}

/**
 * cw_table_get_cell:
 * @self: a table
 * @row: from 0
 * @column: from 0
 *
 * Returns: what is at that place; its text is valid as long as the table
 */
CwCell
cw_table_get_cell (CwTable *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, ((CwCell) { 0 }));

  return self->cells[cell_index (self, row, column)];
}

/**
 * cw_table_find_cell:
 * @self: a table
 * @row: (inout): a place's row; on return that of the cell that has the place
 * @column: (inout): the same of its column
 *
 * Finds the cell a place belongs to: its own, or the one that covers it.
 *
 * Returns: the cell
 */
CwCell
cw_table_find_cell (CwTable *self, guint *row, guint *column)
{
  g_return_val_if_fail (*row < self->n_rows && *column < self->n_columns, ((CwCell) { 0 }));

  for (guint r = *row + 1; r-- > 0;)
    for (guint c = *column + 1; c-- > 0;)
      {
        const CwCell *cell = &self->cells[cell_index (self, r, c)];

        if (cell->rows == 0 || r + cell->rows <= *row || c + cell->columns <= *column)
          continue;
        *row = r;
        *column = c;
        return *cell;
      }
  g_return_val_if_reached ((CwCell) { 0 });
}

static const char *const aligns[CW_N_COLUMN_ALIGNS] = {
  [CW_COLUMN_AUTO] = "auto", [CW_COLUMN_START] = "start",     [CW_COLUMN_CENTRE] = "centre",
  [CW_COLUMN_END] = "end",   [CW_COLUMN_DECIMAL] = "decimal",
};

/**
 * cw_column_align_get_id:
 * @align: an alignment
 *
 * Returns: (transfer none): what files call it; never changes
 */
const char *
cw_column_align_get_id (CwColumnAlign align)
{
  g_return_val_if_fail (align < CW_N_COLUMN_ALIGNS, NULL);

  return aligns[align];
}

/**
 * cw_column_align_find:
 * @id: what a file calls an alignment
 * @align: (out): the alignment
 *
 * Returns: whether there is such an alignment
 */
gboolean
cw_column_align_find (const char *id, CwColumnAlign *align)
{
  for (guint i = 0; i < CW_N_COLUMN_ALIGNS; i++)
    if (g_str_equal (aligns[i], id))
      {
        *align = i;
        return TRUE;
      }
  return FALSE;
}
