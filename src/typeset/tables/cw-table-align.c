/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-setting-private.h"

/* Texts of an automatic column stand in the middle as long as they are that short, or differ no
 * more than that; characters. */
#define SHORT_TEXT 8
#define LITTLE_DIFFERENCE 3

/* From that width on the lines of a cell are justified; in narrow ones that tears gaps. Characters.
 */
#define WIDE_CELL 14

/* What is in a column below the header. */
typedef struct
{
  guint n_numbers;
  guint n_texts;
  double longest;
  double shortest;
  double before;
  double after;
} ColumnContent;

static void
add_content (ColumnContent *content, const CwCellText *text)
{
  if (text->is_blank)
    return;
  if (text->is_number)
    {
      content->n_numbers++;
      content->before = MAX (content->before, text->before);
      content->after = MAX (content->after, text->natural - text->before);
      return;
    }
  content->longest = MAX (content->longest, text->natural);
  content->shortest = content->n_texts > 0 ? MIN (content->shortest, text->natural) : text->natural;
  content->n_texts++;
}

static ColumnContent
look_at_column (const CwTableSetting *self, guint column)
{
  ColumnContent content = { 0 };

  for (guint row = self->n_header_rows; row < self->n_rows; row++)
    {
      const CwSetCell *cell = &self->cells[row * self->n_columns + column];

      if (cell->text != NULL && cw_table_get_cell (self->table, row, column).columns == 1)
        add_content (&content, cell->text);
    }
  return content;
}

/* R117: numbers by their points, the rest by length: short in the middle, long at the start. */
static CwColumnAlign
choose (const CwTableSetting *self, guint column, const ColumnContent *content)
{
  double width = cw_table_setting_get_inner_width (self, column, 1);
  CwColumnAlign align = cw_table_get_column (self->table, column).align;

  if (align != CW_COLUMN_AUTO)
    return align;
  if (content->n_numbers > 0 && content->n_numbers >= content->n_texts)
    return CW_COLUMN_DECIMAL;
  if (content->longest > width + 0.01)
    return CW_COLUMN_START;
  if (content->longest <= SHORT_TEXT * self->size
      || content->longest - content->shortest <= LITTLE_DIFFERENCE * self->size)
    return CW_COLUMN_CENTRE;
  return CW_COLUMN_START;
}

static CwAlignment
get_alignment (CwColumnAlign align, double width, double size)
{
  switch (align)
    {
    case CW_COLUMN_START:
      return width >= WIDE_CELL * size ? CW_ALIGN_JUSTIFY : CW_ALIGN_START;
    case CW_COLUMN_END:
      return CW_ALIGN_END;
    case CW_COLUMN_AUTO:
    case CW_COLUMN_CENTRE:
    case CW_COLUMN_DECIMAL:
    case CW_N_COLUMN_ALIGNS:
    default:
      return CW_ALIGN_CENTRE;
    }
}

/* The narrowest width that takes no more lines: centred lines then are about equally long. */
static double
find_balanced_width (CwCellCache *cache, CwCellText *text, double width, double em)
{
  CwMeasure measure = { .width = width, .alignment = CW_ALIGN_START };
  g_autoptr (CwParagraph) widest = cw_cell_cache_wrap (cache, text, &measure);
  guint n_lines = cw_paragraph_get_n_lines (widest);
  double low = MAX (text->natural / n_lines - em, text->least - 0.01);

  while (width - low > em / 2)
    {
      g_autoptr (CwParagraph) tried = NULL;

      measure.width = (low + width) / 2;
      tried = cw_paragraph_with_measure (text->paragraph, &measure);
      if (cw_paragraph_get_n_lines (tried) > n_lines)
        low = measure.width;
      else
        width = measure.width;
    }
  return width;
}

static void
wrap_cell (CwTableSetting *self,
           CwCellCache *cache,
           CwSetCell *cell,
           double left,
           double width,
           CwAlignment alignment)
{
  CwMeasure measure = { .width = width, .alignment = alignment };

  if (alignment == CW_ALIGN_CENTRE)
    measure.width = find_balanced_width (cache, cell->text, width, self->size);
  cell->x = left + (width - measure.width) / 2;
  cell->paragraph = cw_cell_cache_wrap (cache, cell->text, &measure);
}

/* A text on one line is moved to its place; one with line breaks by hand is set anew unless it
 * stands at the start. */
static void
place_cell (CwTableSetting *self,
            CwCellCache *cache,
            CwSetCell *cell,
            double left,
            double width,
            CwAlignment alignment)
{
  double slack = width - cell->text->natural;

  if (slack < -0.01
      || (cw_paragraph_get_n_lines (cell->text->paragraph) > 1 && alignment != CW_ALIGN_START))
    {
      wrap_cell (self, cache, cell, left, width, alignment);
      return;
    }
  cell->paragraph = cw_paragraph_ref (cell->text->paragraph);
  cell->x = left;
  if (alignment == CW_ALIGN_CENTRE)
    cell->x += slack / 2;
  else if (alignment == CW_ALIGN_END)
    cell->x += slack;
}

static void
align_cell (CwTableSetting *self,
            CwCellCache *cache,
            guint number,
            CwColumnAlign align,
            const ColumnContent *content)
{
  CwSetCell *cell = &self->cells[number];
  guint row = number / self->n_columns, column = number % self->n_columns;
  guint n_columns = cw_table_get_cell (self->table, row, column).columns;
  double width = cw_table_setting_get_inner_width (self, column, n_columns);
  double left = self->edges[column] + CW_CELL_SIDE_ROOM * self->size;
  double block = content->before + content->after;
  gboolean spans = n_columns > 1;

  if (row < self->n_header_rows || cell->text->is_blank
      || (spans && cell->text->natural <= width + 0.01))
    align = CW_COLUMN_CENTRE;
  if (align == CW_COLUMN_DECIMAL && cell->text->is_number && !spans && block <= width + 0.01)
    {
      cell->paragraph = cw_paragraph_ref (cell->text->paragraph);
      cell->x = left + (width - block) / 2 + content->before - cell->text->before;
    }
  else
    place_cell (self, cache, cell, left, width, get_alignment (align, width, self->size));
  cell->n_lines = cw_paragraph_get_n_lines (cell->paragraph);
}

/**
 * cw_table_setting_align_cells:
 * @self: a table whose columns are set
 * @cache: where its cells' texts came from
 *
 * Sets each cell's text in its column: header cells in the middle, numbers with their points one
 * under the other, the rest as the column says (R117).
 */
void
cw_table_setting_align_cells (CwTableSetting *self, CwCellCache *cache)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      ColumnContent content = look_at_column (self, column);
      CwColumnAlign align = choose (self, column, &content);

      for (guint row = 0; row < self->n_rows; row++)
        if (self->cells[row * self->n_columns + column].text != NULL)
          align_cell (self, cache, row * self->n_columns + column, align, &content);
    }
}
