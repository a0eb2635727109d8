/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-setting-private.h"

#include "typeset/cw-standard.h"

/* Words of up to that many characters are not broken if it can be helped: 完成情况. */
#define SHORT_WORD 4

static double
side_room (const CwTableSetting *self)
{
  return 2 * CW_CELL_SIDE_ROOM * self->size;
}

static void
raise_to (double *value, double to)
{
  *value = MAX (*value, to);
}

static void
add_cell (const CwTableSetting *self, const CwCellText *text, CwColumnNeed *need)
{
  double room = side_room (self);
  double least = text->is_number ? text->natural : text->least;

  raise_to (&need->bare, text->bare + room);
  raise_to (&need->least, least + room);
  raise_to (&need->comfort, MAX (least, MIN (text->natural, SHORT_WORD * self->size)) + room);
  raise_to (&need->natural, text->natural + room);
}

/* Numbers one under the other by their points need room for the longest on both sides. */
static void
add_numbers (const CwTableSetting *self, guint column, CwColumnNeed *need)
{
  double before = 0, after = 0;

  for (guint row = self->n_header_rows; row < self->n_rows; row++)
    {
      guint number = row * self->n_columns + column;
      const CwCellText *text = self->cells[number].text;

      if (text == NULL || !text->is_number
          || cw_table_get_cell (self->table, row, column).columns > 1)
        continue;
      raise_to (&before, text->before);
      raise_to (&after, text->natural - text->before);
    }
  raise_to (&need->least, before + after + side_room (self));
  raise_to (&need->comfort, before + after + side_room (self));
  raise_to (&need->natural, before + after + side_room (self));
}

static gboolean
is_open (const CwColumnNeed *need)
{
  return need->given <= 0;
}

/* What a cell lacks in the columns it spans, given to them in equal parts. */
static void
spread (CwColumnNeed *needs, guint from, guint to, gsize field, double wanted)
{
  double sum = 0;
  guint n_open = 0;

  for (guint i = from; i < to; i++)
    {
      sum += is_open (&needs[i]) ? G_STRUCT_MEMBER (double, &needs[i], field) : needs[i].given;
      n_open += is_open (&needs[i]);
    }
  for (guint i = from; sum < wanted && i < to; i++)
    if (is_open (&needs[i]))
      G_STRUCT_MEMBER (double, &needs[i], field) += (wanted - sum) / n_open;
}

static void
add_span (const CwTableSetting *self, guint number, guint n_columns, CwColumnNeed *needs)
{
  guint from = number % self->n_columns, to = from + n_columns;
  CwColumnNeed wanted = { 0 };

  add_cell (self, self->cells[number].text, &wanted);
  spread (needs, from, to, G_STRUCT_OFFSET (CwColumnNeed, bare), wanted.bare);
  spread (needs, from, to, G_STRUCT_OFFSET (CwColumnNeed, least), wanted.least);
  spread (needs, from, to, G_STRUCT_OFFSET (CwColumnNeed, comfort), wanted.comfort);
  /* Its longest line is not worth a wide table: a heading over several columns may be broken. */
  spread (needs, from, to, G_STRUCT_OFFSET (CwColumnNeed, natural), wanted.comfort);
}

/* Least, comfort and natural width are in this order, whatever spans have added. */
static void
put_in_order (CwColumnNeed *needs, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      raise_to (&needs[i].least, needs[i].bare);
      raise_to (&needs[i].comfort, needs[i].least);
      raise_to (&needs[i].natural, needs[i].comfort);
    }
}

/**
 * cw_table_setting_measure_columns:
 * @self: a table whose texts are set
 * @needs: (out caller-allocates): what each column needs
 *
 * Measures the columns by the texts of their cells.
 */
void
cw_table_setting_measure_columns (CwTableSetting *self, CwColumnNeed *needs)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      double empty = side_room (self) + self->size;

      needs[i] = (CwColumnNeed) { CW_MM (cw_table_get_column (self->table, i).width), empty, empty,
                                  empty, empty };
      add_numbers (self, i, &needs[i]);
    }
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (self->cells[i].text != NULL
        && cw_table_get_cell (self->table, i / self->n_columns, i % self->n_columns).columns == 1)
      add_cell (self, self->cells[i].text, &needs[i % self->n_columns]);
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      CwCell cell = cw_table_get_cell (self->table, i / self->n_columns, i % self->n_columns);

      if (cell.columns > 1)
        add_span (self, i, cell.columns, needs);
    }
  put_in_order (needs, self->n_columns);
}

/**
 * cw_table_setting_get_inner_width:
 * @self: a table whose columns are set
 * @column: first column of a cell
 * @n_columns: columns it spans
 *
 * Returns: width the cell has for its text, pt
 */
double
cw_table_setting_get_inner_width (const CwTableSetting *self, guint column, guint n_columns)
{
  return self->edges[column + n_columns] - self->edges[column] - side_room (self);
}
