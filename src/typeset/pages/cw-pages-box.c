/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include "typeset/cw-standard.h"
#include "typeset/tables/cw-table-rules.h"

/* A part of a table being turned into lines and shapes of a page. */
typedef struct
{
  const CwTableSetting *table;
  const CwTablePart *part;
  double left;
  double top;
  CwPageItem item; /* what all lines have in common */
  GArray *items;
  GArray *shapes;
} TablePlacer;

static void
append_line (TablePlacer *self, CwParagraph *paragraph, guint line, double x, double y)
{
  CwPageItem item = self->item;

  item.paragraph = paragraph;
  item.line = line;
  item.x = self->left + x;
  item.y = self->top + y;
  g_array_append_val (self->items, item);
}

/* Text stands in the middle of its cell, and begins at the top of one that is cut. */
static double
find_first_centre (TablePlacer *self,
                   const CwSetCell *cell,
                   guint first,
                   guint end,
                   double top,
                   double bottom)
{
  double text = (end - first - 1) * cw_table_setting_get_leading (self->table);

  if (end - first < cell->n_lines)
    return top + cw_table_setting_get_lines_height (self->table, 1) / 2;
  return (top + bottom - text) / 2;
}

static void
append_cell (TablePlacer *self, guint number, guint first, guint end, double top, double bottom)
{
  const CwSetCell *cell = &self->table->cells[number];
  double y;

  if (first >= end || cw_paragraph_get_shaped (cell->paragraph)->length == 0)
    return;
  y = find_first_centre (self, cell, first, end, top, bottom);
  self->item.row = number / self->table->n_columns + 1;
  self->item.column = number % self->table->n_columns + 1;
  for (guint line = first; line < end; line++)
    append_line (self, cell->paragraph, line, cell->x,
                 y + (line - first) * cw_table_setting_get_leading (self->table));
}

/* A row seen in the part; the repeated head is no part of the table's structure. */
static void
append_row (TablePlacer *self, guint visible)
{
  guint row = cw_table_part_get_row (self->part, visible);
  guint n_visible = cw_table_part_get_n_rows (self->part);
  double top = cw_table_part_get_top (self->part, self->table, visible);
  gboolean repeated = visible < self->part->n_head_rows;

  self->item.role = repeated                           ? CW_PAGE_ROLE_ARTIFACT
                    : row < self->table->n_header_rows ? CW_PAGE_ROLE_HEADER_CELL
                                                       : CW_PAGE_ROLE_CELL;
  for (guint column = 0; column < self->table->n_columns; column++)
    {
      guint number = row * self->table->n_columns + column;
      guint n_rows = cw_table_get_cell (self->table->table, row, column).rows;
      guint limit = repeated ? self->part->n_head_rows : n_visible;
      guint below = MIN (visible + n_rows, limit);
      guint first = 0, end = self->table->cells[number].n_lines;

      if (n_rows == 0)
        continue;
      if (!repeated)
        cw_table_part_get_lines (self->part, self->table, number, &first, &end);
      append_cell (self, number, first, end, top,
                   cw_table_part_get_top (self->part, self->table, below));
    }
}

static void
append_rule (TablePlacer *self, const CwShape *common, const graphene_rect_t *rule)
{
  CwShape shape = *common;

  shape.kind = CW_SHAPE_RULE;
  shape.x = self->left + rule->origin.x;
  shape.y = self->top + rule->origin.y;
  shape.width = rule->size.width;
  shape.height = rule->size.height;
  g_array_append_val (self->shapes, shape);
}

static void
append_rules (TablePlacer *self, const CwShape *common)
{
  g_autoptr (GArray) rules = cw_table_rules_find (self->table, self->part);

  for (guint i = 0; i < rules->len; i++)
    append_rule (self, common, &g_array_index (rules, graphene_rect_t, i));
}

/* （续表） at the right above the repeated head (R116). */
static void
append_continued (TablePlacer *self, CwParagraph *continued)
{
  double width = cw_paragraph_get_line (continued, 0)->width;

  self->item.role = CW_PAGE_ROLE_ARTIFACT;
  append_line (self, continued, 0, self->table->width - width, CW_STD_SIZE_SMALL_4 / 2);
}

static void
append_table (const CwPageBox *box, TablePlacer *placer, const CwShape *common)
{
  if (box->words != NULL)
    append_continued (placer, box->words);
  for (guint visible = 0; visible < cw_table_part_get_n_rows (placer->part); visible++)
    append_row (placer, visible);
  append_rules (placer, common);
}

/* A frame with words in it, where a picture cannot be read. */
static void
append_frame (const CwPageBox *box, TablePlacer *placer, const CwShape *common)
{
  double thick = CW_STD_TABLE_FRAME;
  const graphene_rect_t sides[] = {
    GRAPHENE_RECT_INIT (0, 0, (float) box->width, (float) thick),
    GRAPHENE_RECT_INIT (0, (float) (box->height - thick), (float) box->width, (float) thick),
    GRAPHENE_RECT_INIT (0, 0, (float) thick, (float) box->height),
    GRAPHENE_RECT_INIT ((float) (box->width - thick), 0, (float) thick, (float) box->height),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    append_rule (placer, common, &sides[i]);
  placer->item.role = CW_PAGE_ROLE_ARTIFACT;
  append_line (placer, box->words, 0,
               (box->width - cw_paragraph_get_line (box->words, 0)->width) / 2, box->height / 2);
}

/**
 * cw_pages_append_box:
 * @self: pages
 * @page: number of the page, from 0
 * @row: a row that puts a part of a table or a picture on it
 * @left: left edge of the type area, pt
 * @items: (element-type CwPageItem): where lines of text are added
 * @shapes: (element-type CwShape): where all else is added
 *
 * Makes of a box what the painter draws.
 */
void
cw_pages_append_box (CwPages *self,
                     guint page,
                     const CwRow *row,
                     double left,
                     GArray *items,
                     GArray *shapes)
{
  const CwPageBox *box = cw_layout_get_box (self->layout, row);
  int flow_line = cw_layout_get_piece (self->layout, row->piece)->flow_line;
  CwShape shape = { .page = page,
                    .x = left + row->x,
                    .y = cw_layout_get_box_top (self->layout, row),
                    .width = box->width,
                    .height = box->height,
                    .sideways = row->sideways,
                    .source = -1,
                    .flow_line = flow_line };
  TablePlacer placer = { .table = box->table,
                         .part = &box->part,
                         .left = shape.x,
                         .top = shape.y,
                         .items = items,
                         .shapes = shapes };

  placer.item = (CwPageItem) {
    .sideways = row->sideways, .element = row->piece + 1, .source = -1, .flow_line = flow_line
  };
  if (box->table != NULL)
    append_table (box, &placer, &shape);
  else if (box->picture == NULL)
    append_frame (box, &placer, &shape);
  if (box->picture == NULL)
    return;
  shape.kind = CW_SHAPE_PICTURE;
  shape.picture = box->picture;
  g_array_append_val (shapes, shape);
}
