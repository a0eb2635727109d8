/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-parse.h"

static void
clear_cell (gpointer data)
{
  CwCell *cell = data;

  g_clear_pointer (&cell->text, cw_text_unref);
}

static void
clear_source (gpointer data)
{
  g_free (((CwRowSource *) data)->text);
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
    .roles = g_array_new (FALSE, FALSE, sizeof (CwListRole)),
    .sources = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
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
  g_array_unref (table->roles);
  g_ptr_array_unref (table->sources);
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
  g_autofree char *list = cw_project_attributes_get (attributes, "list");

  g_array_set_size (table->columns, 0);
  g_array_set_size (table->cells, 0);
  g_array_set_size (table->roles, 0);
  g_ptr_array_set_size (table->sources, 0);
  g_clear_pointer (&table->caption, cw_text_unref);
  table->n_header_rows = 1;
  table->is_list = list != NULL;
  if (list != NULL && !cw_list_kind_find (list, &table->list_kind))
    cw_project_reader_fail_unknown (self);
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
  g_autofree char *role_id = cw_project_attributes_get (attributes, "role");
  CwColumn column = { CW_COLUMN_AUTO, 0 };
  CwListRole role = CW_ROLE_FREE;

  if (role_id != NULL && !cw_list_role_find (role_id, &role))
    cw_project_reader_fail_unknown (self);
  if (align != NULL && !cw_column_align_find (align, &column.align))
    cw_project_reader_fail_unknown (self);
  if (!cw_project_attributes_get_width (attributes, &column.width) || table->cells->len > 0
      || table->columns->len >= CW_TABLE_MAX_COLUMNS)
    cw_project_reader_fail_damaged (self);
  g_array_append_val (table->columns, column);
  g_array_append_val (table->roles, role);
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
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (CwRowSource));

  g_array_set_clear_func (sources, clear_source);
  g_ptr_array_add (table->sources, sources);
  table->row_start = table->cells->len;
  if (table->columns->len == 0
      || table->cells->len / table->columns->len >= CW_TABLE_MAX_ROWS)
    cw_project_reader_fail_damaged (self);
}

/**
 * cw_project_table_start_source:
 * @self: a reader
 * @attributes: of the element that starts
 * @which: %CW_PROJECT_STRING_SOURCE
 *
 * Begins to say where the row comes from, before its cells.
 */
void
cw_project_table_start_source (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  CwProjectTable *table = &self->table;
  g_autofree char *role = cw_project_attributes_get (attributes, "role");
  GArray *sources = table->sources->pdata[table->sources->len - 1];

  table->source = (CwRowSource) { 0 };
  self->string = which;
  cw_project_reader_begin_text (self);
  if (!table->is_list || table->cells->len > table->row_start
      || !cw_project_attributes_get_id (attributes, "block", &table->source.block)
      || !cw_project_attributes_get_number (attributes, "part", 10, &table->source.part)
      || sources->len >= CW_PROJECT_MAX_SOURCES)
    cw_project_reader_fail_damaged (self);
  if (role != NULL && !cw_list_role_find (role, &table->source.role))
    cw_project_reader_fail_unknown (self);
}

/**
 * cw_project_table_end_source:
 * @self: a reader
 * @text: what it said then
 *
 * Adds it to the row.
 */
void
cw_project_table_end_source (CwProjectReader *self, const char *text)
{
  CwProjectTable *table = &self->table;

  table->source.text = g_strdup (text);
  g_array_append_val (table->sources->pdata[table->sources->len - 1], table->source);
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

/* What it knows as a list. */
static CwTableList *
make_list (CwProjectTable *read)
{
  g_autoptr (CwTableList) list
      = cw_table_list_new (read->list_kind, (const CwListRole *) read->roles->data,
                           read->columns->len, read->sources->len);

  for (guint row = 0; row < read->sources->len; row++)
    {
      GArray *sources = read->sources->pdata[row];
      g_autoptr (CwTableList) old = NULL;

      if (sources->len == 0)
        continue;
      old = g_steal_pointer (&list);
      list = cw_table_list_with_sources (old, row, (const CwRowSource *) sources->data,
                                         sources->len);
    }
  return g_steal_pointer (&list);
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
  if (read->is_list)
    {
      g_autoptr (CwTable) plain = g_steal_pointer (&table);
      g_autoptr (CwTableList) list = make_list (read);

      table = cw_table_with_list (plain, list);
    }
  return cw_block_new_table (table, read->caption != NULL ? read->caption : nothing);
}
