/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include <string.h>

/* Where rule and ground of a placeholder are, parts of its character's size from the centre. */
#define RULE_DROP 0.5
#define GROUND_REACH 0.58
#define RULE_THICKNESS 0.6

/* The blanks of one line being put on its page. */
typedef struct
{
  CwPages *pages;
  guint page;
  guint number; /* of the line on its page */
  const CwPageItem *item;
  GArray *shapes;
  GArray *gaps;
} Marker;

static double
get_size (CwShaped *shaped, guint offset)
{
  for (guint i = 0; i < shaped->spans->len; i++)
    {
      const CwSpan *span = &g_array_index (shaped->spans, CwSpan, i);

      if (offset >= span->start && offset < span->end)
        return span->size;
    }
  return g_array_index (shaped->spans, CwSpan, 0).size;
}

static void
append_shape (Marker *self, guint start, guint end)
{
  const CwPageItem *item = self->item;
  gboolean ruled = self->pages->profile.placeholders == CW_PLACEHOLDERS_RULED;
  double size = get_size (cw_paragraph_get_shaped (item->paragraph), start);
  double x = cw_paragraph_get_x (item->paragraph, item->line, start);
  CwShape shape = { .kind = CW_SHAPE_RULE,
                    .page = self->page,
                    .x = item->x + x,
                    .y = item->y + (ruled ? RULE_DROP : -GROUND_REACH) * size,
                    .width = cw_paragraph_get_x (item->paragraph, item->line, end) - x,
                    .height = ruled ? RULE_THICKNESS : 2 * GROUND_REACH * size,
                    .sideways = item->sideways,
                    .colour = ruled ? item->colour : CW_COLOUR_HIGHLIGHT,
                    .source = -1,
                    .flow_line = -1 };

  g_array_append_val (self->shapes, shape);
}

/* A blank from @start to @end of the paragraph's text, or what of it is on this line. */
static void
mark_bytes (Marker *self, int start, int end)
{
  const CwLine *line = cw_paragraph_get_line (self->item->paragraph, self->item->line);
  CwPageGap gap = { self->number, (guint) MAX (start, (int) line->start),
                    (guint) MAX (MIN (end, (int) line->end), 0) };

  if (gap.start >= gap.end)
    return;
  append_shape (self, gap.start, gap.end);
  if (self->pages->profile.placeholders == CW_PLACEHOLDERS_RULED)
    g_array_append_val (self->gaps, gap);
}

/* @shift is what to add to a byte of @text to get one of the paragraph. */
static void
mark_text (Marker *self, CwText *text, int shift)
{
  CwLedger *ledger = cw_document_get_ledger (self->pages->document);
  guint n_placeholders, n_marks;
  const CwPlaceholder *placeholders = cw_text_get_placeholders (text, &n_placeholders);
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_placeholders; i++)
    mark_bytes (self, (int) placeholders[i].start + shift, (int) placeholders[i].end + shift);
  for (guint i = 0; i < n_marks; i++)
    {
      const CwValue *value
          = marks[i].kind == CW_MARK_VALUE ? cw_ledger_get_value (ledger, marks[i].value) : NULL;

      if (value != NULL && !value->filled)
        mark_bytes (self, (int) marks[i].start + shift, (int) marks[i].end + shift);
    }
}

static void
mark_cell (Marker *self, int block)
{
  CwTable *table
      = block >= 0 ? cw_block_get_table (cw_document_get_block (self->pages->document, block)) : NULL;
  guint row = self->item->row - 1, column = self->item->column - 1;

  if (table != NULL && row < cw_table_get_n_rows (table) && column < cw_table_get_n_columns (table))
    mark_text (self, cw_table_get_cell (table, row, column).text, 0);
}

/* What stands on a page as furniture is put together from elements: 国办发〔202X〕XX号. Its blanks are
 * looked for in what is printed, unless its element has none. */
static void
mark_furniture (Marker *self)
{
  CwText *element = cw_document_get_element (self->pages->document, self->item->source);
  CwShaped *shaped = cw_paragraph_get_shaped (self->item->paragraph);
  g_autoptr (GArray) found = cw_placeholder_scan (shaped->text, shaped->length);
  guint n_own = 0;

  if (element != NULL)
    cw_text_get_placeholders (element, &n_own);
  for (guint i = 0; element != NULL && n_own > 0 && i < found->len; i++)
    {
      const CwPlaceholder *placeholder = &g_array_index (found, CwPlaceholder, i);

      mark_bytes (self, (int) placeholder->start, (int) placeholder->end);
    }
}

static void
mark_item (Marker *self)
{
  const CwPageItem *item = self->item;
  CwFlowLine line;

  if (item->flow_line < 0)
    {
      if (item->source >= 0)
        mark_furniture (self);
      return;
    }
  line = cw_flow_get_line (self->pages->document, (guint) item->flow_line);
  if (item->row > 0)
    mark_cell (self, line.block);
  else
    mark_text (self, line.text, -(int) line.start - item->flow_offset);
}

/**
 * cw_pages_append_blanks:
 * @self: pages
 * @page: number of the page, from 0
 * @items: (element-type CwPageItem): the lines of the page
 * @shapes: (element-type CwShape): where grounds and rules are added
 * @gaps: (element-type CwPageGap): where is added what the rules stand for
 *
 * Highlights or rules what is still to be filled in, as the profile has it. Lines stay as they are
 * set, so that no text moves by it.
 */
void
cw_pages_append_blanks (CwPages *self, guint page, GArray *items, GArray *shapes, GArray *gaps)
{
  Marker marker = { .pages = self, .page = page, .shapes = shapes, .gaps = gaps };

  if (self->profile.placeholders == CW_PLACEHOLDERS_AS_IS)
    return;
  for (guint i = 0; i < items->len; i++)
    {
      marker.number = i;
      marker.item = &g_array_index (items, CwPageItem, i);
      if (marker.item->colour != CW_COLOUR_GUIDE)
        mark_item (&marker);
    }
}
