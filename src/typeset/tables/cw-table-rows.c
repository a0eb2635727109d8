/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-setting-private.h"

#include "typeset/cw-standard.h"

/* A text that reaches over more than this part of a page counts for the first row of its cell: so
 * the text of every other cell of several rows stands whole on one page. */
#define SHORT_TEXT 3

static CwCell
get_cell (const CwTableSetting *self, guint number)
{
  return cw_table_get_cell (self->table, number / self->n_columns, number % self->n_columns);
}

/**
 * cw_table_setting_count_lines:
 * @self: a table, set
 * @row: one of its rows
 *
 * Returns: lines of the longest text that stands in this row alone
 */
guint
cw_table_setting_count_lines (const CwTableSetting *self, guint row)
{
  guint n_lines = 1;

  for (guint column = 0; column < self->n_columns; column++)
    {
      const CwSetCell *cell = &self->cells[row * self->n_columns + column];

      if (cell->text != NULL && cell->in_first_row)
        n_lines = MAX (n_lines, cell->n_lines);
    }
  return n_lines;
}

static void
find_long_texts (CwTableSetting *self, double height)
{
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (self->cells[i].text != NULL)
      self->cells[i].in_first_row
          = get_cell (self, i).rows == 1
            || cw_table_setting_get_text_height (self, &self->cells[i]) > height / SHORT_TEXT;
}

/* What the text of a cell lacks in the rows it spans, given to them in equal parts. */
static void
stretch_rows (CwTableSetting *self, guint number, double *heights)
{
  guint row = number / self->n_columns, n_rows = get_cell (self, number).rows;
  double lack = cw_table_setting_get_text_height (self, &self->cells[number]);

  for (guint i = row; i < row + n_rows; i++)
    lack -= heights[i];
  for (guint i = row; lack > 0 && i < row + n_rows; i++)
    heights[i] += lack / n_rows;
}

/**
 * cw_table_setting_measure_rows:
 * @self: a table whose cells are set
 * @height: height of the pages it will stand on, pt
 *
 * Makes each row as high as its longest text needs.
 */
void
cw_table_setting_measure_rows (CwTableSetting *self, double height)
{
  g_autofree double *heights = g_new (double, self->n_rows);

  find_long_texts (self, height);
  for (guint row = 0; row < self->n_rows; row++)
    heights[row]
        = cw_table_setting_get_lines_height (self, cw_table_setting_count_lines (self, row));
  for (guint i = 0; i < self->spans->len; i++)
    stretch_rows (self, g_array_index (self->spans, guint, i), heights);
  self->tops[0] = CW_STD_TABLE_FRAME / 2;
  for (guint row = 0; row < self->n_rows; row++)
    self->tops[row + 1] = self->tops[row] + heights[row];
}
