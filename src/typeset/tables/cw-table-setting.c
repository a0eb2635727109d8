/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-setting-private.h"

#include "typeset/cw-standard.h"

/* Covered places are those of the cells that cover them. */
static void
find_owners (CwTableSetting *self)
{
  self->owners = g_new0 (guint, self->n_rows * self->n_columns);
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        CwCell cell = cw_table_get_cell (self->table, row, column);
        guint number = row * self->n_columns + column;

        for (guint r = 0; r < cell.rows; r++)
          for (guint c = 0; c < cell.columns; c++)
            self->owners[number + r * self->n_columns + c] = number;
        if (cell.rows > 1)
          g_array_append_val (self->spans, number);
      }
}

static void
clear_cells (CwTableSetting *self)
{
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      g_clear_pointer (&self->cells[i].text, cw_cell_text_unref);
      g_clear_pointer (&self->cells[i].paragraph, cw_paragraph_unref);
    }
}

static void
set_texts (CwTableSetting *self, CwCellCache *cache, double size)
{
  self->size = size;
  clear_cells (self);
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      guint row = i / self->n_columns;
      CwCell cell = cw_table_get_cell (self->table, row, i % self->n_columns);
      CwCellStyle style = { size, row < self->n_header_rows };

      if (cell.rows > 0)
        self->cells[i].text = cw_cell_cache_get (cache, cell.text, &style);
    }
}

/* The larger size if no short word needs to be broken for it, the smaller one otherwise; one in all
 * of the table. */
static void
set_columns (CwTableSetting *self, CwCellCache *cache, double width)
{
  g_autofree CwColumnNeed *needs = g_new0 (CwColumnNeed, self->n_columns);
  g_autofree double *widths = g_new0 (double, self->n_columns);
  double room = width - CW_STD_TABLE_FRAME;

  set_texts (self, cache, CW_STD_SIZE_SMALL_4);
  cw_table_setting_measure_columns (self, needs);
  if (!cw_column_widths_are_comfortable (needs, self->n_columns, room))
    {
      set_texts (self, cache, CW_STD_SIZE_5);
      cw_table_setting_measure_columns (self, needs);
    }
  cw_column_widths_solve (needs, self->n_columns, room, widths);
  self->edges[0] = CW_STD_TABLE_FRAME / 2;
  for (guint i = 0; i < self->n_columns; i++)
    self->edges[i + 1] = self->edges[i] + widths[i];
  self->width = self->edges[self->n_columns] + CW_STD_TABLE_FRAME / 2;
}

/**
 * cw_table_setting_new:
 * @table: a table
 * @cache: where its cells' texts come from
 * @width: the width to set it to, pt
 * @height: height of the pages it will stand on, pt
 *
 * Sets a table (R117): columns as wide as asked for, or shared out fairly; 小四 仿宋, or 五号 where
 * many columns need it; header cells in 黑体, in the middle.
 *
 * Returns: (transfer full): the table, set
 */
CwTableSetting *
cw_table_setting_new (CwTable *table, CwCellCache *cache, double width, double height)
{
  CwTableSetting *self = g_new0 (CwTableSetting, 1);

  g_atomic_ref_count_init (&self->refs);
  self->table = cw_table_ref (table);
  self->n_rows = cw_table_get_n_rows (table);
  self->n_columns = cw_table_get_n_columns (table);
  self->n_header_rows = cw_table_get_n_header_rows (table);
  self->edges = g_new0 (double, self->n_columns + 1);
  self->tops = g_new0 (double, self->n_rows + 1);
  self->cells = g_new0 (CwSetCell, self->n_rows * self->n_columns);
  self->spans = g_array_new (FALSE, FALSE, sizeof (guint));
  find_owners (self);
  set_columns (self, cache, width);
  cw_table_setting_align_cells (self, cache);
  cw_table_setting_measure_rows (self, height);
  return self;
}

/**
 * cw_table_setting_ref:
 * @self: a table, set
 *
 * Returns: (transfer full): @self
 */
CwTableSetting *
cw_table_setting_ref (CwTableSetting *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * cw_table_setting_unref:
 * @self: (transfer full): a table, set
 */
void
cw_table_setting_unref (CwTableSetting *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  clear_cells (self);
  g_free (self->cells);
  g_free (self->owners);
  g_free (self->edges);
  g_free (self->tops);
  g_array_unref (self->spans);
  cw_table_unref (self->table);
  g_free (self);
}

/**
 * cw_table_setting_get_leading:
 * @self: a table, set
 *
 * Returns: distance from line to line in a cell, pt
 */
double
cw_table_setting_get_leading (const CwTableSetting *self)
{
  return self->size * CW_CELL_LEADING;
}

/**
 * cw_table_setting_get_lines_height:
 * @self: a table, set
 * @n_lines: a number of lines
 *
 * Returns: height of a row whose longest cell has so many, pt
 */
double
cw_table_setting_get_lines_height (const CwTableSetting *self, guint n_lines)
{
  return self->size * (1 + 2 * CW_CELL_HEAD_ROOM)
         + (MAX (n_lines, 1) - 1) * cw_table_setting_get_leading (self);
}

/**
 * cw_table_setting_get_text_height:
 * @self: a table, set
 * @cell: one of its cells
 *
 * Returns: height its text needs, room above and below included, pt
 */
double
cw_table_setting_get_text_height (const CwTableSetting *self, const CwSetCell *cell)
{
  return cw_table_setting_get_lines_height (self, cell->n_lines);
}
