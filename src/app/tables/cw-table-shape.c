/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-shape.h"

#include <string.h>

/* What an automatic column may ask for, in ems, before the rest of the width is shared out. */
#define NARROWEST_EMS 2
#define WIDEST_EMS 14
/* Longest text that stands in the middle of an automatic column. */
#define SHORT_EMS 8
/* Texts that differ no more in length stand in the middle however long they are. */
#define LITTLE_EMS 3

struct _CwTableShape
{
  CwTable *table;
  CwTableSpace space;
  guint n_rows;
  guint n_columns;
  int *x;      /* of the rules, one more than columns */
  int *y;      /* of the rules, one more than rows */
  int *height; /* what the cells of each row ask for that are in no other row */
  CwColumnAlign *aligns;
  guint *before; /* most characters of a number before its point */
  guint *after;  /* and from it on */
};

/* --- how long texts are --- */

/* At most this wide: no character is wider than a Han character. */
static double
ems_of_character (gunichar ch)
{
  return g_unichar_iswide (ch) ? 1 : 0.6;
}

static double
ems_of_longest_line (CwText *text)
{
  double longest = 0, ems = 0;

  for (const char *p = cw_text_get_string (text); *p != '\0'; p = g_utf8_next_char (p))
    {
      ems = *p == '\n' ? 0 : ems + ems_of_character (g_utf8_get_char (p));
      longest = MAX (longest, ems);
    }
  return longest;
}

static gboolean
is_number (CwText *text)
{
  const char *string = cw_text_get_string (text);

  return strpbrk (string, "0123456789") != NULL
         && strspn (string, "0123456789.,+-% ") == strlen (string);
}

/* Characters before the decimal point of a number, and from it on. */
static void
measure_number (CwText *text, guint *before, guint *after)
{
  const char *string = cw_text_get_string (text);
  const char *point = strrchr (string, '.');

  *after = point != NULL ? strlen (point) : 0;
  *before = strlen (string) - *after;
}

/* --- columns ---------------------------------------------------------------------------------- */

/* What is in a column below the header. */
typedef struct
{
  guint n_numbers;
  guint n_texts;
  double longest;
  double shortest;
} Content;

static void
look_at_cell (CwTableShape *self, Content *content, guint column, CwText *text)
{
  double ems = ems_of_longest_line (text);
  guint before, after;

  if (cw_text_is_empty (text))
    return;
  if (is_number (text))
    {
      measure_number (text, &before, &after);
      self->before[column] = MAX (self->before[column], before);
      self->after[column] = MAX (self->after[column], after);
      content->n_numbers++;
      return;
    }
  content->longest = MAX (content->longest, ems);
  content->shortest = content->n_texts++ > 0 ? MIN (content->shortest, ems) : ems;
}

/* As on the page: numbers by their points, short texts in the middle, long ones at the start. */
static CwColumnAlign
choose_align (CwTableShape *self, Content *content, guint column)
{
  double width = (self->x[column + 1] - self->x[column] - 2 * CW_CELL_PADDING) / self->space.em;

  if (content->n_numbers > 0 && content->n_numbers >= content->n_texts)
    return CW_COLUMN_DECIMAL;
  if (content->longest > width)
    return CW_COLUMN_START;
  if (content->longest <= SHORT_EMS || content->longest - content->shortest <= LITTLE_EMS)
    return CW_COLUMN_CENTRE;
  return CW_COLUMN_START;
}

static void
align_column (CwTableShape *self, guint column)
{
  CwColumnAlign align = cw_table_get_column (self->table, column).align;
  Content content = { 0 };

  for (guint row = cw_table_get_n_header_rows (self->table); row < self->n_rows; row++)
    look_at_cell (self, &content, column, cw_table_get_cell (self->table, row, column).text);
  self->aligns[column]
      = align == CW_COLUMN_AUTO ? choose_align (self, &content, column) : align;
}

static double
natural_width (CwTableShape *self, guint column)
{
  double ems = NARROWEST_EMS;

  for (guint row = 0; row < self->n_rows; row++)
    {
      CwCell cell = cw_table_get_cell (self->table, row, column);

      if (cell.columns == 1)
        ems = MAX (ems, ems_of_longest_line (cell.text));
    }
  return MIN (ems, WIDEST_EMS) * self->space.em + 2 * CW_CELL_PADDING;
}

static double
narrowest_width (CwTableShape *self)
{
  return NARROWEST_EMS * self->space.em + 2 * CW_CELL_PADDING;
}

/* Columns with a width have it; the others share what is left as their texts are long. */
static void
share_width (CwTableShape *self, double *widths)
{
  double given = 0, asked = 0, left;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double mm = cw_table_get_column (self->table, i).width;

      widths[i] = mm > 0 ? mm * self->space.scale : natural_width (self, i);
      *(mm > 0 ? &given : &asked) += widths[i];
    }
  left = MAX (self->space.width - given, 0);
  for (guint i = 0; i < self->n_columns; i++)
    if (cw_table_get_column (self->table, i).width <= 0)
      widths[i] = MAX (widths[i] * left / asked, narrowest_width (self));
}

static void
place_columns (CwTableShape *self)
{
  g_autofree double *widths = g_new0 (double, self->n_columns);
  double sum = 0, at = 0;

  share_width (self, widths);
  for (guint i = 0; i < self->n_columns; i++)
    sum += widths[i];
  for (guint i = 0; i < self->n_columns; i++)
    {
      double width = widths[i];

      if (sum > self->space.width)
        width = MAX (width * self->space.width / sum, 2 * CW_CELL_PADDING + self->space.em);
      at += width;
      self->x[i + 1] = (int) (at + 0.5);
    }
}

/* --- rows --- */

static int
text_height (CwTableShape *self, CwText *text, int width)
{
  g_autoptr (PangoLayout) layout = NULL;
  gboolean one_line = strchr (cw_text_get_string (text), '\n') == NULL;
  int height;

  if (one_line && ems_of_longest_line (text) * self->space.em <= width)
    return self->space.line;
  layout = pango_layout_new (self->space.context);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, cw_text_get_string (text), -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (height, self->space.line);
}

static int
cell_height (CwTableShape *self, CwCell cell, guint column)
{
  int width = self->x[column + cell.columns] - self->x[column] - 2 * CW_CELL_PADDING;

  return text_height (self, cell.text, width) + 2 * CW_CELL_PADDING;
}

static gboolean
same_columns (CwTableShape *self, CwTableShape *old)
{
  return old != NULL && old->n_columns == self->n_columns && old->space.line == self->space.line
         && memcmp (old->x, self->x, (self->n_columns + 1) * sizeof *self->x) == 0;
}

static gboolean
same_row (CwTableShape *self, CwTableShape *old, guint row)
{
  if (row >= old->n_rows)
    return FALSE;
  for (guint column = 0; column < self->n_columns; column++)
    {
      CwCell a = cw_table_get_cell (self->table, row, column);
      CwCell b = cw_table_get_cell (old->table, row, column);

      if (a.text != b.text || a.rows != b.rows || a.columns != b.columns)
        return FALSE;
    }
  return TRUE;
}

static int
row_height (CwTableShape *self, guint row)
{
  int height = self->space.line + 2 * CW_CELL_PADDING;

  for (guint column = 0; column < self->n_columns; column++)
    {
      CwCell cell = cw_table_get_cell (self->table, row, column);

      if (cell.rows == 1 && !cw_text_is_empty (cell.text))
        height = MAX (height, cell_height (self, cell, column));
    }
  return height;
}

/* A cell over several rows makes the last of them higher where it needs to. */
static void
fit_tall_cells (CwTableShape *self, guint row, int *heights)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      CwCell cell = cw_table_get_cell (self->table, row, column);
      int have = 0, want;

      if (cell.rows < 2)
        continue;
      want = cell_height (self, cell, column);
      for (guint i = 0; i < cell.rows; i++)
        have += heights[row + i];
      heights[row + cell.rows - 1] += MAX (want - have, 0);
    }
}

static void
place_rows (CwTableShape *self, CwTableShape *old)
{
  gboolean reuse = same_columns (self, old);
  g_autofree int *heights = g_new0 (int, self->n_rows);

  for (guint row = 0; row < self->n_rows; row++)
    self->height[row] = heights[row] = reuse && same_row (self, old, row)
                                           ? old->height[row]
                                           : row_height (self, row);
  for (guint row = 0; row < self->n_rows; row++)
    fit_tall_cells (self, row, heights);
  for (guint row = 0; row < self->n_rows; row++)
    self->y[row + 1] = self->y[row] + heights[row];
}

/**
 * cw_table_shape_new:
 * @table: a table
 * @space: what it has to fit into
 * @old: (nullable): the shape before, of which the rows that have not changed are taken over
 *
 * Finds where the rules of @table are. Texts are only set where they may need more than a line, so
 * that a thousand rows take a few milliseconds.
 *
 * Returns: (transfer full): its shape
 */
CwTableShape *
cw_table_shape_new (CwTable *table, const CwTableSpace *space, CwTableShape *old)
{
  CwTableShape *self = g_new0 (CwTableShape, 1);

  self->table = cw_table_ref (table);
  self->space = *space;
  self->space.context = g_object_ref (space->context);
  self->n_rows = cw_table_get_n_rows (table);
  self->n_columns = cw_table_get_n_columns (table);
  self->x = g_new0 (int, self->n_columns + 1);
  self->y = g_new0 (int, self->n_rows + 1);
  self->height = g_new0 (int, self->n_rows);
  self->aligns = g_new0 (CwColumnAlign, self->n_columns);
  self->before = g_new0 (guint, self->n_columns);
  self->after = g_new0 (guint, self->n_columns);
  place_columns (self);
  for (guint column = 0; column < self->n_columns; column++)
    align_column (self, column);
  place_rows (self, old);
  return self;
}

/**
 * cw_table_shape_free:
 * @self: (transfer full): a shape
 */
void
cw_table_shape_free (CwTableShape *self)
{
  cw_table_unref (self->table);
  g_object_unref (self->space.context);
  g_free (self->x);
  g_free (self->y);
  g_free (self->height);
  g_free (self->aligns);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * cw_table_shape_get_width:
 * @self: a shape
 *
 * Returns: the width of the table, in pixels; more than there was room for if it has many columns
 */
int
cw_table_shape_get_width (CwTableShape *self)
{
  return self->x[self->n_columns];
}

/**
 * cw_table_shape_get_height:
 * @self: a shape
 *
 * Returns: the height of the table, in pixels
 */
int
cw_table_shape_get_height (CwTableShape *self)
{
  return self->y[self->n_rows];
}

/**
 * cw_table_shape_get_x:
 * @self: a shape
 * @column: a column, or the number of columns
 *
 * Returns: where the rule before @column is
 */
int
cw_table_shape_get_x (CwTableShape *self, guint column)
{
  return self->x[MIN (column, self->n_columns)];
}

/**
 * cw_table_shape_get_y:
 * @self: a shape
 * @row: a row, or the number of rows
 *
 * Returns: where the rule above @row is
 */
int
cw_table_shape_get_y (CwTableShape *self, guint row)
{
  return self->y[MIN (row, self->n_rows)];
}

static guint
find (const int *rules, guint n, int at)
{
  guint low = 0, high = n;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      *(rules[middle] <= at ? &low : &high) = middle;
    }
  return low;
}

/**
 * cw_table_shape_find_row:
 * @self: a shape
 * @y: pixels from the top
 *
 * Returns: the row there; above and below the table, the first and the last
 */
guint
cw_table_shape_find_row (CwTableShape *self, int y)
{
  return find (self->y, self->n_rows, y);
}

/**
 * cw_table_shape_find_column:
 * @self: a shape
 * @x: pixels from the left
 *
 * Returns: the column there; beside the table, the first or the last
 */
guint
cw_table_shape_find_column (CwTableShape *self, int x)
{
  return find (self->x, self->n_columns, x);
}

/**
 * cw_table_shape_find_rule:
 * @self: a shape
 * @x: pixels from the left
 * @reach: how near is near enough
 *
 * Returns: the column whose right rule is at @x, or -1
 */
int
cw_table_shape_find_rule (CwTableShape *self, int x, int reach)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (ABS (self->x[i + 1] - x) <= reach)
      return i;
  return -1;
}

/**
 * cw_table_shape_get_align:
 * @self: a shape
 * @row: a row
 * @column: a column
 *
 * Returns: how the cell is aligned, never automatically; header cells stand in the middle
 */
CwColumnAlign
cw_table_shape_get_align (CwTableShape *self, guint row, guint column)
{
  if (row < cw_table_get_n_header_rows (self->table))
    return CW_COLUMN_CENTRE;
  return self->aligns[column];
}

/**
 * cw_table_shape_get_indent:
 * @self: a shape
 * @row: row of a cell
 * @column: its column
 *
 * Numbers of a column stand with their points one under the other, as a block in the middle.
 *
 * Returns: pixels from where text may begin to where the number begins, -1 for what is no number
 *   to be aligned so
 */
int
cw_table_shape_get_indent (CwTableShape *self, guint row, guint column)
{
  CwCell cell = cw_table_get_cell (self->table, row, column);
  double digit = self->space.digit, room, indent;
  guint before, after;

  if (cw_table_shape_get_align (self, row, column) != CW_COLUMN_DECIMAL || !is_number (cell.text))
    return -1;
  measure_number (cell.text, &before, &after);
  room = cw_table_shape_get_cell (self, row, column).width - 2 * CW_CELL_PADDING;
  indent = (room - (self->before[column] + self->after[column]) * digit) / 2
           + (self->before[column] - MIN (before, self->before[column])) * digit;
  return (int) MAX (indent, 0);
}

/**
 * cw_table_shape_get_cell:
 * @self: a shape
 * @row: row of a cell that is not covered
 * @column: its column
 *
 * Returns: where the cell is, all it spans included
 */
GdkRectangle
cw_table_shape_get_cell (CwTableShape *self, guint row, guint column)
{
  CwCell cell = cw_table_get_cell (self->table, row, column);
  int x = self->x[column], y = self->y[row];
  guint right = MIN (column + MAX (cell.columns, 1), self->n_columns);
  guint bottom = MIN (row + MAX (cell.rows, 1), self->n_rows);

  return (GdkRectangle) { x, y, self->x[right] - x, self->y[bottom] - y };
}
