/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-part.h"

#include "typeset/cw-standard.h"

/* Rows tied together by a cell that spans them stay on one page up to this part of it. */
#define TIED_ROWS 0.5

/* A row higher than a page begins on a page that has this part of it left, as there is room then
 * for all texts that are not cut. */
#define CUT_ROOM (1.0 / 3)

#define MOST_HEAD 0.4

#define EPSILON 0.01

/* One part being taken. */
typedef struct
{
  const CwTableSetting *table;
  CwTablePart *part;
  double room;
  double page;
  gboolean anyhow;
} Taker;

/* Height of what stands above the first row: （续表） and the repeated head, pt. */
static double
get_head (const CwTablePart *self, const CwTableSetting *table)
{
  double head = self->continued ? CW_TABLE_CONTINUED_HEIGHT * CW_STD_SIZE_SMALL_4 : 0;

  return head + table->tops[self->n_head_rows] - table->tops[0];
}

static double
row_height (const CwTablePart *part, const CwTableSetting *table, guint row)
{
  guint from = row == part->first ? part->first_line : 0;
  guint to = row + 1 == part->end ? part->end_line : 0;

  if (from == 0 && to == 0)
    return table->tops[row + 1] - table->tops[row];
  if (to == 0)
    to = cw_table_setting_count_lines (table, row);
  return cw_table_setting_get_lines_height (table, to - from);
}

/* The height of whole rows, the first one perhaps cut. */
static double
rows_height (const Taker *self, guint end)
{
  const CwTablePart *part = self->part;

  if (end <= part->first)
    return 0;
  return self->table->tops[end] - self->table->tops[part->first + 1]
         + row_height (part, self->table, part->first);
}

static guint
span_end (const CwTableSetting *table, guint number)
{
  return number / table->n_columns
         + cw_table_get_cell (table->table, number / table->n_columns, number % table->n_columns)
               .rows;
}

/* The first of the table's spans that begins in @row or below it. */
static guint
find_span (const CwTableSetting *table, guint row)
{
  guint low = 0, high = table->spans->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (table->spans, guint, middle) / table->n_columns < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What a text lacks on this page if the page ends before @row in the midst of its cell. A text
 * stands where its cell begins. */
static double
find_lack (const Taker *self, guint row)
{
  const CwTableSetting *table = self->table;
  double lack = 0;

  for (guint i = find_span (table, self->part->first); i < table->spans->len; i++)
    {
      guint number = g_array_index (table->spans, guint, i), first = number / table->n_columns;
      const CwSetCell *cell = &table->cells[number];

      if (first >= row)
        break;
      if (span_end (table, number) > row && !cell->in_first_row)
        lack = MAX (lack, cw_table_setting_get_text_height (table, cell)
                              - (table->tops[row] - table->tops[first]));
    }
  return lack;
}

/* Whether a page may end before @row without cutting a cell of several rows. */
static gboolean
is_boundary (const CwTableSetting *table, guint row)
{
  if (row == 0 || row >= table->n_rows)
    return TRUE;
  for (guint column = 0; column < table->n_columns; column++)
    if (table->owners[row * table->n_columns + column]
        == table->owners[(row - 1) * table->n_columns + column])
      return FALSE;
  return TRUE;
}

/* Moves the end up to where no cell is cut, unless the rows tied together are too many for that. */
static guint
keep_tied_rows (const Taker *self, guint end)
{
  const CwTableSetting *table = self->table;
  guint from = end, to = end;

  while (from > self->part->first && !is_boundary (table, from))
    from--;
  while (!is_boundary (table, to))
    to++;
  if (from == end || from <= self->part->first || from <= table->n_header_rows
      || table->tops[to] - table->tops[from] > TIED_ROWS * self->page)
    return end;
  return from;
}

/* No row alone on the last page. */
static guint
keep_last_row_company (const Taker *self, guint end)
{
  if (end + 1 == self->table->n_rows
      && end >= MAX (self->part->first, self->table->n_header_rows) + 3
      && is_boundary (self->table, end - 1))
    return end - 1;
  return end;
}

static double
get_limit (const Taker *self)
{
  return self->room - CW_STD_TABLE_FRAME - get_head (self->part, self->table)
         + EPSILON;
}

static guint
take_whole_rows (const Taker *self)
{
  guint end = self->part->first;

  while (end < self->table->n_rows && rows_height (self, end + 1) <= get_limit (self))
    end++;
  if (end == self->table->n_rows)
    return end;
  end = keep_last_row_company (self, keep_tied_rows (self, end));
  while (end > self->part->first && find_lack (self, end) > EPSILON)
    end--;
  return end;
}

/* A head that is too high, or reaches into the rows below, is not repeated. */
static guint
count_repeated_rows (const CwTableSetting *table, double page)
{
  if (table->tops[table->n_header_rows] > page * MOST_HEAD
      || !is_boundary (table, table->n_header_rows))
    return 0;
  return table->n_header_rows;
}

static gboolean
is_higher_than_page (const Taker *self, guint row)
{
  CwTablePart alone = { .continued = TRUE };

  alone.n_head_rows = count_repeated_rows (self->table, self->page);
  return self->table->tops[row + 1] - self->table->tops[row]
         > self->page - CW_STD_TABLE_FRAME - get_head (&alone, self->table) + EPSILON;
}

/* Adds as many lines of the next row as there is room for, to a part that ends before it. */
static void
cut_row (Taker *self)
{
  CwTablePart *part = self->part;
  guint row = part->end;
  guint from = row == part->first ? part->first_line : 0;
  guint n_lines = cw_table_setting_count_lines (self->table, row);
  double left = get_limit (self) - rows_height (self, row);
  guint to = from + 1;

  while (to < n_lines && cw_table_setting_get_lines_height (self->table, to + 1 - from) <= left)
    to++;
  part->end = row + 1;
  part->end_line = to < n_lines ? to : 0;
}

/* Rows that fit; then, of a row no page holds, lines; on a page of its own at least something. */
static void
take_rows (Taker *self)
{
  CwTablePart *part = self->part;
  double left;

  part->end = take_whole_rows (self);
  if (part->end == self->table->n_rows)
    return;
  left = get_limit (self) - rows_height (self, part->end);
  if (is_higher_than_page (self, part->end)
      && (left >= CUT_ROOM * self->page || (self->anyhow && part->end == part->first)))
    cut_row (self);
  else if (self->anyhow && part->end == part->first && rows_height (self, part->end + 1) <= left)
    {
      part->end++;
      part->extra = MAX (find_lack (self, part->end), 0);
    }
  else if (self->anyhow && part->end == part->first)
    cut_row (self);
}

/**
 * cw_table_part_take:
 * @table: a table, set
 * @before: (nullable): the part on the page before; %NULL for the first one
 * @room: height left on the page, pt
 * @page: height of a whole page, pt
 * @anyhow: something is to be taken even if there is not enough room: the page is empty
 * @part: (out): the part
 *
 * Takes as many rows of a table as the page has room for: the first part has its head and a row at
 * least; rows are whole unless one is higher than a page, which is cut between lines; rows that a
 * cell ties together stay together unless they are many (R116).
 *
 * Returns: %FALSE if there is not enough room
 */
gboolean
cw_table_part_take (const CwTableSetting *table,
                    const CwTablePart *before,
                    double room,
                    double page,
                    gboolean anyhow,
                    CwTablePart *part)
{
  Taker self = { table, part, room, page, anyhow };
  guint least = MIN (table->n_header_rows + 1, table->n_rows);

  *part = (CwTablePart) { 0 };
  if (before != NULL)
    {
      part->continued = TRUE;
      part->first = before->end_line > 0 ? before->end - 1 : before->end;
      part->first_line = before->end_line;
      if (part->first >= table->n_header_rows)
        part->n_head_rows = count_repeated_rows (table, page);
    }
  take_rows (&self);
  part->height = CW_STD_TABLE_FRAME + get_head (part, table)
                 + cw_table_part_get_top (part, table, cw_table_part_get_n_rows (part))
                 - cw_table_part_get_top (part, table, part->n_head_rows);
  return anyhow || (part->end > part->first && (before != NULL || part->end >= least));
}

/**
 * cw_table_part_is_last:
 * @self: a part
 * @table: the table
 *
 * Returns: whether the table ends with it
 */
gboolean
cw_table_part_is_last (const CwTablePart *self, const CwTableSetting *table)
{
  return self->end == table->n_rows && self->end_line == 0;
}

/**
 * cw_table_part_get_n_rows:
 * @self: a part
 *
 * Returns: how many rows are seen in it, the repeated head included
 */
guint
cw_table_part_get_n_rows (const CwTablePart *self)
{
  return self->n_head_rows + self->end - self->first;
}

/**
 * cw_table_part_get_row:
 * @self: a part
 * @visible: a row seen in it, from 0
 *
 * Returns: the row of the table it is
 */
guint
cw_table_part_get_row (const CwTablePart *self, guint visible)
{
  return visible < self->n_head_rows ? visible : self->first + visible - self->n_head_rows;
}

/**
 * cw_table_part_get_top:
 * @self: a part
 * @table: the table
 * @visible: a row seen in it; or their number, for the lower edge of the last
 *
 * Returns: the centre of the rule above the row, from the upper edge of the part, pt
 */
double
cw_table_part_get_top (const CwTablePart *self, const CwTableSetting *table, guint visible)
{
  double y = table->tops[0];
  guint row = cw_table_part_get_row (self, visible);

  if (self->continued)
    y += CW_TABLE_CONTINUED_HEIGHT * CW_STD_SIZE_SMALL_4;
  y += table->tops[MIN (visible, self->n_head_rows)] - table->tops[0];
  if (visible <= self->n_head_rows)
    return y;
  y += row_height (self, table, self->first);
  if (row < self->end)
    return y + table->tops[row] - table->tops[self->first + 1];
  if (self->end > self->first + 1)
    y += table->tops[self->end - 1] - table->tops[self->first + 1]
         + row_height (self, table, self->end - 1);
  return y + self->extra;
}
