/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-parse.h"

static void
clear_cell (gpointer data)
{
  CwCell *cell = data;

  g_clear_pointer (&cell->text, cw_text_unref);
}

/**
 * cw_project_table_init:
 * @table: (out caller-allocates): a table with nothing in it
 *
 * To be cleared with cw_project_table_clear().
 */
void
cw_project_table_init (CwProjectTable *table)
{
  *table = (CwProjectTable) {
    .columns = g_array_new (FALSE, FALSE, sizeof (CwColumn)),
    .cells = g_array_new (FALSE, FALSE, sizeof (CwCell)),
  };
  g_array_set_clear_func (table->cells, clear_cell);
}

/**
 * cw_project_table_clear:
 * @table: a table
 *
 * Frees what it holds.
 */
void
cw_project_table_clear (CwProjectTable *table)
{
  g_array_unref (table->columns);
  g_array_unref (table->cells);
  g_clear_pointer (&table->caption, cw_text_unref);
}

/**
 * cw_project_table_start:
 * @self: a reader
 * @attributes: of the element that starts
 *
 * Begins a table.
 */
void
cw_project_table_start (CwProjectReader *self, CwProjectAttributes attributes)
{
  CwProjectTable *table = &self->table;

  g_array_set_size (table->columns, 0);
  g_array_set_size (table->cells, 0);
  g_clear_pointer (&table->caption, cw_text_unref);
  table->n_header_rows = 1;
  if (!cw_project_attributes_get_number (attributes, "header-rows", 10, &table->n_header_rows))
    cw_project_reader_fail_damaged (self);
}

/**
 * cw_project_table_start_column:
 * @self: a reader
 * @attributes: of the element that starts
 *
 * Adds a column to the table, before its rows.
 */
void
cw_project_table_start_column (CwProjectReader *self, CwProjectAttributes attributes)
{
  CwProjectTable *table = &self->table;
  g_autofree char *align = cw_project_attributes_get (attributes, "align");
  CwColumn column = { CW_COLUMN_AUTO, 0 };

  if (align != NULL && !cw_column_align_find (align, &column.align))
    cw_project_reader_fail_unknown (self);
  if (!cw_project_attributes_get_width (attributes, &column.width) || table->cells->len > 0
      || table->columns->len >= CW_TABLE_MAX_COLUMNS)
    cw_project_reader_fail_damaged (self);
  g_array_append_val (table->columns, column);
}

/**
 * cw_project_table_start_row:
 * @self: a reader
 *
 * Begins a row of the table.
 */
void
cw_project_table_start_row (CwProjectReader *self)
{
  CwProjectTable *table = &self->table;

  table->row_start = table->cells->len;
  if (table->columns->len == 0
      || table->cells->len / table->columns->len >= CW_TABLE_MAX_ROWS)
    cw_project_reader_fail_damaged (self);
}

static void
add_cell (CwProjectReader *self, CwCell cell)
{
  CwProjectTable *table = &self->table;

  g_array_append_val (table->cells, cell);
  if (table->cells->len - table->row_start > table->columns->len
      || ++self->n_cells > CW_PROJECT_MAX_CELLS)
    cw_project_reader_fail_damaged (self);
}

/**
 * cw_project_table_start_cell:
 * @self: a reader
 * @attributes: of the element that starts
 *
 * Begins a cell; what is in it comes with cw_project_table_end_cell().
 */
void
cw_project_table_start_cell (CwProjectReader *self, CwProjectAttributes attributes)
{
  CwCell *cell = &self->table.cell;

  *cell = (CwCell) { NULL, 1, 1 };
  if (!cw_project_attributes_get_number (attributes, "columns", 10, &cell->columns)
      || !cw_project_attributes_get_number (attributes, "rows", 10, &cell->rows)
      || cell->columns == 0 || cell->rows == 0)
    cw_project_reader_fail_damaged (self);
  cw_project_reader_begin_text (self);
}

/**
 * cw_project_table_end_cell:
 * @self: a reader
 *
 * Adds the cell that was begun.
 */
void
cw_project_table_end_cell (CwProjectReader *self)
{
  CwCell cell = self->table.cell;

  cell.text = cw_project_reader_end_text (self);
  add_cell (self, cell);
}

/**
 * cw_project_table_add_covered:
 * @self: a reader
 *
 * Adds a place that a cell before it covers.
 */
void
cw_project_table_add_covered (CwProjectReader *self)
{
  add_cell (self, (CwCell) { NULL, 0, 0 });
}

/**
 * cw_project_table_end_row:
 * @self: a reader
 *
 * Ends a row, which must have a cell for each column.
 */
void
cw_project_table_end_row (CwProjectReader *self)
{
  CwProjectTable *table = &self->table;

  if (table->cells->len - table->row_start != table->columns->len)
    cw_project_reader_fail_damaged (self);
}

/* Whether the spans were such that no place is left over and none is taken twice. */
static gboolean
spans_fit (CwTable *table, GArray *cells)
{
  guint n_columns = cw_table_get_n_columns (table);

  for (guint i = 0; i < cells->len; i++)
    {
      CwCell cell = cw_table_get_cell (table, i / n_columns, i % n_columns);
      CwCell *said = &g_array_index (cells, CwCell, i);

      if (cell.columns != said->columns || cell.rows != said->rows)
        return FALSE;
    }
  return TRUE;
}

/**
 * cw_project_table_end:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): the table, or %NULL if it was none
 */
CwBlock *
cw_project_table_end (CwProjectReader *self)
{
  CwProjectTable *read = &self->table;
  guint n_columns = read->columns->len;
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwTable) table = NULL;

  if (read->cells->len == 0)
    {
      cw_project_reader_fail_damaged (self);
      return NULL;
    }
  table = cw_table_new (read->cells->len / n_columns, n_columns, read->n_header_rows,
                        (const CwColumn *) read->columns->data,
                        (const CwCell *) read->cells->data);
  if (!spans_fit (table, read->cells))
    cw_project_reader_fail_damaged (self);
  return cw_block_new_table (table, read->caption != NULL ? read->caption : nothing);
}
