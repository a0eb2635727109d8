/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-rules.h"

#include "typeset/cw-standard.h"

/* The rules of one part, found line by line. */
typedef struct
{
  const CwTableSetting *table;
  const CwTablePart *part;
  guint n_visible;
  GArray *rules; /* graphene_rect_t */
} Finder;

static guint
owner_at (const Finder *self, guint visible, guint column)
{
  return self->table
      ->owners[cw_table_part_get_row (self->part, visible) * self->table->n_columns + column];
}

/* Whether the rule above a row seen in the part stands above that column too. */
static gboolean
has_rule_above (const Finder *self, guint visible, guint column)
{
  if (visible == 0 || visible == self->n_visible || visible == self->part->n_head_rows)
    return TRUE;
  return owner_at (self, visible, column) != owner_at (self, visible - 1, column);
}

static gboolean
has_rule_left (const Finder *self, guint visible, guint column)
{
  if (column == 0 || column == self->table->n_columns)
    return TRUE;
  return owner_at (self, visible, column) != owner_at (self, visible, column - 1);
}

static void
append (Finder *self, double x, double y, double width, double height)
{
  graphene_rect_t rule = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  g_array_append_val (self->rules, rule);
}

static double
thickness (gboolean frame)
{
  return frame ? CW_STD_TABLE_FRAME : CW_STD_TABLE_RULE;
}

/* Rules reach into the corners: half of the frame beyond their ends. */
static void
add_horizontal (Finder *self, guint visible)
{
  const double *edges = self->table->edges;
  double y = cw_table_part_get_top (self->part, self->table, visible);
  double thick = thickness (visible == 0 || visible == self->n_visible);
  double corner = CW_STD_TABLE_FRAME / 2;

  for (guint column = 0, end; column < self->table->n_columns; column = end)
    {
      for (end = column; end < self->table->n_columns && has_rule_above (self, visible, end); end++)
        ;
      if (end > column)
        append (self, edges[column] - corner, y - thick / 2,
                edges[end] - edges[column] + 2 * corner, thick);
      else
        end++;
    }
}

static void
add_vertical (Finder *self, guint column)
{
  double thick = thickness (column == 0 || column == self->table->n_columns);

  for (guint visible = 0, end; visible < self->n_visible; visible = end)
    {
      double top, bottom;

      for (end = visible; end < self->n_visible && has_rule_left (self, end, column); end++)
        ;
      if (end == visible)
        {
          end++;
          continue;
        }
      top = cw_table_part_get_top (self->part, self->table, visible);
      bottom = cw_table_part_get_top (self->part, self->table, end);
      append (self, self->table->edges[column] - thick / 2, top, thick, bottom - top);
    }
}

/**
 * cw_table_rules_find:
 * @table: a table, set
 * @part: a part of it
 *
 * Finds the rules of a part: a frame, and thinner ones between its cells (R117).
 *
 * Returns: (transfer full) (element-type graphene_rect_t): the rules, from the upper left corner of
 *   the part, pt
 */
GArray *
cw_table_rules_find (const CwTableSetting *table, const CwTablePart *part)
{
  Finder self = { table, part, cw_table_part_get_n_rows (part) };

  self.rules = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  for (guint visible = 0; visible <= self.n_visible; visible++)
    add_horizontal (&self, visible);
  for (guint column = 0; column <= table->n_columns; column++)
    add_vertical (&self, column);
  return self.rules;
}

/**
 * cw_table_part_find_cell:
 * @self: a part
 * @table: the table
 * @x: from its left edge, pt
 * @y: from its upper edge, pt
 * @row: (out): row of the cell
 * @column: (out): its column
 *
 * Finds the cell a point lies in, or the nearest one.
 *
 * Returns: %FALSE for a part without rows
 */
gboolean
cw_table_part_find_cell (const CwTablePart *self,
                         const CwTableSetting *table,
                         double x,
                         double y,
                         guint *row,
                         guint *column)
{
  guint visible = 0, n_visible = cw_table_part_get_n_rows (self), owner;

  if (n_visible == 0)
    return FALSE;
  while (visible + 1 < n_visible && y >= cw_table_part_get_top (self, table, visible + 1))
    visible++;
  *column = 0;
  while (*column + 1 < table->n_columns && x >= table->edges[*column + 1])
    (*column)++;
  owner = table->owners[cw_table_part_get_row (self, visible) * table->n_columns + *column];
  *row = owner / table->n_columns;
  *column = owner % table->n_columns;
  return TRUE;
}

/**
 * cw_table_part_find_area:
 * @self: a part
 * @table: the table
 * @row: row of a cell
 * @column: its column
 * @area: (out): where it stands, from the upper left corner of the part, pt
 *
 * Finds what of a cell is seen in a part; of a repeated head only where it is not repeated.
 *
 * Returns: %FALSE if it stands on other pages
 */
gboolean
cw_table_part_find_area (const CwTablePart *self,
                         const CwTableSetting *table,
                         guint row,
                         guint column,
                         graphene_rect_t *area)
{
  CwCell cell = cw_table_get_cell (table->table, row, column);
  guint first = MAX (row, self->first), end = MIN (row + cell.rows, self->end);
  double top, bottom;

  if (cell.rows == 0 || first >= end)
    return FALSE;
  first += self->n_head_rows - self->first;
  end += self->n_head_rows - self->first;
  top = cw_table_part_get_top (self, table, first);
  bottom = cw_table_part_get_top (self, table, end);
  graphene_rect_init (area, (float) table->edges[column], (float) top,
                      (float) (table->edges[column + cell.columns] - table->edges[column]),
                      (float) (bottom - top));
  return TRUE;
}

/**
 * cw_table_part_get_lines:
 * @self: a part
 * @table: the table
 * @number: number of a cell that is seen in it
 * @first: (out): first line of its text that stands in this part
 * @end: (out): line after the last
 *
 * Says which lines of a cell stand in a part: all of them where the cell begins, unless its row is
 * cut.
 */
void
cw_table_part_get_lines (const CwTablePart *self,
                         const CwTableSetting *table,
                         guint number,
                         guint *first,
                         guint *end)
{
  const CwSetCell *cell = &table->cells[number];
  guint row = number / table->n_columns;

  *first = 0;
  *end = row >= self->first && row < self->end ? cell->n_lines : 0;
  if (row == self->first && self->first_line > 0)
    *first = cell->in_first_row ? MIN (self->first_line, *end) : *end;
  if (row + 1 == self->end && self->end_line > 0 && cell->in_first_row)
    *end = MIN (self->end_line, *end);
}
