/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include <string.h>

#include "typeset/cw-standard.h"

/* How near a click must be to an element, pt. */
#define REACH 6

/* Several elements may be printed as one text: 机密★1年, 国发〔2024〕1号, the issuers and 文件. What is
 * from @start to @end of it is @element. */
typedef struct
{
  CwElement element;
  gsize start;
  gsize end;
} CwPart;

#define MAX_PARTS 3

static guint
split_number (const char *text, CwPart parts[MAX_PARTS])
{
  const char *open = strstr (text, "〔");
  const char *close = open != NULL ? strstr (open, "〕") : NULL;
  gsize length = strlen (text), a, b;

  if (close == NULL)
    {
      parts[0] = (CwPart) { CW_ELEMENT_NUMBER_SERIAL, 0, length };
      return 1;
    }
  a = (gsize) (open - text);
  b = (gsize) (close - text) + strlen ("〕");
  parts[0] = (CwPart) { CW_ELEMENT_NUMBER_CODE, 0, a };
  parts[1] = (CwPart) { CW_ELEMENT_NUMBER_YEAR, a, b };
  parts[2] = (CwPart) { CW_ELEMENT_NUMBER_SERIAL, b, length };
  return 3;
}

static guint
split_at (gsize length, gsize at, CwElement before, CwElement after, CwPart parts[MAX_PARTS])
{
  parts[0] = (CwPart) { before, 0, at };
  parts[1] = (CwPart) { after, at, length };
  return at < length ? 2 : 1;
}

static guint
split_mark (CwPages *self, const char *text, CwPart parts[MAX_PARTS])
{
  CwText *word = cw_document_get_element (self->document, CW_ELEMENT_MARK_WORD);
  const char *suffix = word != NULL ? cw_text_get_string (word) : "";
  gsize length = strlen (text);
  gboolean behind = *suffix != '\0' && g_str_has_suffix (text, suffix) && strcmp (text, suffix) != 0;

  return split_at (length, behind ? length - strlen (suffix) : length, CW_ELEMENT_ISSUERS,
                   CW_ELEMENT_MARK_WORD, parts);
}

/* The elements a piece shows, in the order of its text. */
static guint
split (CwPages *self, const CwPiece *piece, CwPart parts[MAX_PARTS])
{
  int element = cw_piece_get_element (piece);
  const char *text, *star;
  gsize length;

  if (element < 0 || !cw_piece_prints (piece))
    return 0;
  text = cw_paragraph_get_shaped (piece->paragraph)->text;
  length = strlen (text);
  star = strstr (text, "★");
  if (element == CW_ELEMENT_NUMBER_SERIAL)
    return split_number (text, parts);
  if (element == CW_ELEMENT_ISSUERS)
    return split_mark (self, text, parts);
  if (element == CW_ELEMENT_CLASSIFICATION)
    return split_at (length, star != NULL ? (gsize) (star - text) : length, element,
                     CW_ELEMENT_CLASSIFICATION_PERIOD, parts);
  parts[0] = (CwPart) { (CwElement) element, 0, length };
  return 1;
}

/* From the turned sheet to the page (R112). */
static void
turn_rect (graphene_rect_t *rect)
{
  graphene_rect_t turned = *rect;

  graphene_rect_init (rect, turned.origin.y,
                      CW_STD_PAGE_HEIGHT - turned.origin.x - turned.size.width, turned.size.height,
                      turned.size.width);
}

/* Where a stretch of a row's text is on its page. */
static gboolean
get_rect (CwPages *self,
          guint page,
          const CwRow *row,
          const CwPiece *piece,
          const CwPart *part,
          graphene_rect_t *rect)
{
  const CwLine *line = cw_paragraph_get_line (piece->paragraph, row->line);
  CwShaped *shaped = cw_paragraph_get_shaped (piece->paragraph);
  double size = g_array_index (shaped->spans, CwSpan, 0).size;
  double left = row->sideways
                    ? CW_STD_PAGE_HEIGHT - CW_STD_HEAD_MARGIN - CW_STD_TYPE_AREA_HEIGHT
                    : cw_grid_get_left (&self->profile, page + 1);
  double start = cw_paragraph_get_x (piece->paragraph, row->line, (guint) part->start);
  double end = cw_paragraph_get_x (piece->paragraph, row->line, (guint) part->end);

  if (part->end <= line->start || part->start >= line->end)
    return FALSE;
  graphene_rect_init (rect, left + row->x + start, row->y - size / 2, end - start, size);
  if (row->sideways)
    turn_rect (rect);
  return TRUE;
}

static gboolean
row_shows (CwPages *self, guint page, guint row, CwElement element, graphene_rect_t *rect)
{
  const CwRow *r = &g_array_index (self->layout->rows, CwRow, row);
  const CwPiece *piece = cw_layout_get_piece (self->layout, r->piece);
  CwPart parts[MAX_PARTS];
  guint n_parts = r->box == 0 ? split (self, piece, parts) : 0;

  for (guint i = 0; i < n_parts; i++)
    if (parts[i].element == element && get_rect (self, page, r, piece, &parts[i], rect))
      return TRUE;
  return FALSE;
}

/**
 * cw_pages_foreach_element_part:
 * @self: pages
 * @element: an element of the standard
 * @func: (scope call): called for each line on a page that shows it
 * @user_data: passed to @func
 *
 * Goes through all that is printed of an element.
 */
void
cw_pages_foreach_element_part (CwPages *self,
                               CwElement element,
                               CwPagesPartFunc func,
                               gpointer user_data)
{
  for (guint row = 0; row < self->layout->rows->len; row++)
    {
      const CwRow *r = &g_array_index (self->layout->rows, CwRow, row);
      const CwPiece *piece = cw_layout_get_piece (self->layout, r->piece);
      guint page = cw_layout_find_page (self->layout, row);
      CwPageItem item = { .paragraph = piece->paragraph,
                          .line = r->line,
                          .x = cw_pages_get_type_area_left (self, page, r->sideways) + r->x,
                          .y = r->y,
                          .sideways = r->sideways };
      CwPart parts[MAX_PARTS];
      guint n_parts = r->box == 0 ? split (self, piece, parts) : 0;

      for (guint i = 0; i < n_parts; i++)
        if (parts[i].element == element)
          func (page, &item, (guint) parts[i].start, (guint) parts[i].end, user_data);
    }
}

/**
 * cw_pages_find_element:
 * @self: pages
 * @element: an element of the standard
 * @page: (out): the page it stands on, from 0
 * @rect: (out): what it covers there, pt
 *
 * Finds where an element is printed; the first page of one that is printed on several.
 *
 * Returns: %FALSE if it is not printed
 */
gboolean
cw_pages_find_element (CwPages *self, CwElement element, guint *page, graphene_rect_t *rect)
{
  gboolean found = FALSE;

  for (guint row = 0; row < self->layout->rows->len; row++)
    {
      guint on = cw_layout_find_page (self->layout, row);
      graphene_rect_t covers;

      if (found && on != *page)
        break;
      if (!row_shows (self, on, row, element, &covers))
        continue;
      if (found)
        graphene_rect_union (rect, &covers, rect);
      else
        *rect = covers;
      *page = on;
      found = TRUE;
    }
  return found;
}

static gboolean
reaches (const graphene_rect_t *rect, double x, double y)
{
  graphene_rect_t reach = *rect;
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  graphene_rect_inset (&reach, -REACH, -REACH);
  return graphene_rect_contains_point (&reach, &point);
}

static gboolean
find_in_row (CwPages *self, guint page, guint row, double x, double y, CwElement *element)
{
  const CwRow *r = &g_array_index (self->layout->rows, CwRow, row);
  const CwPiece *piece = cw_layout_get_piece (self->layout, r->piece);
  CwPart parts[MAX_PARTS];
  guint n_parts = r->box == 0 ? split (self, piece, parts) : 0;
  graphene_rect_t rect;

  for (guint i = 0; i < n_parts; i++)
    if (get_rect (self, page, r, piece, &parts[i], &rect) && reaches (&rect, x, y))
      {
        *element = parts[i].element;
        return TRUE;
      }
  return FALSE;
}

/* Rules and the places of seals belong to elements too. */
static gboolean
find_in_shapes (CwPages *self, guint page, double x, double y, CwElement *element)
{
  for (guint i = 0; i < self->layout->shapes->len; i++)
    {
      const CwShape *shape = &g_array_index (self->layout->shapes, CwShape, i);
      graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) shape->x, (float) shape->y,
                                                 (float) shape->width, (float) shape->height);

      if (shape->page != page || shape->source < 0 || shape->sideways || !reaches (&rect, x, y))
        continue;
      *element = (CwElement) shape->source;
      return TRUE;
    }
  return FALSE;
}

/**
 * cw_pages_find_element_at:
 * @self: pages
 * @page: from 0
 * @x: from the left edge of the sheet, pt
 * @y: from its top, pt
 * @element: (out): the element printed there
 *
 * Finds what a click on the paper means: an element of the flow, such as the title, or furniture.
 *
 * Returns: %FALSE if no element is printed there, but perhaps text of the body
 */
gboolean
cw_pages_find_element_at (CwPages *self, guint page, double x, double y, CwElement *element)
{
  guint end;

  g_return_val_if_fail (page < cw_pages_get_n_pages (self), FALSE);

  end = cw_layout_get_page_end (self->layout, page);
  for (guint row = g_array_index (self->layout->starts, guint, page); row < end; row++)
    if (find_in_row (self, page, row, x, y, element))
      return TRUE;
  return find_in_shapes (self, page, x, y, element);
}
