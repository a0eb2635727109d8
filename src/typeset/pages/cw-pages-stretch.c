/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include <string.h>

#include "typeset/cw-standard.h"

/* Where a stretch of text is on paper: in lines of the flow, cells of tables and furniture. */

typedef struct
{
  CwPages *pages;
  const CwStretch *stretch;
  CwPagesRectFunc func;
  gpointer user_data;
  gboolean found;
  gboolean stopped;
  gboolean whole; /* all of an element stands for it */
} Search;

/* What of a line of text is from @start to @end, bytes of its paragraph. */
static void
tell_part (Search *search, guint page, const CwPageItem *item, int start, int end)
{
  const CwLine *line = cw_paragraph_get_line (item->paragraph, item->line);
  CwShaped *shaped = cw_paragraph_get_shaped (item->paragraph);
  double size = g_array_index (shaped->spans, CwSpan, 0).size;
  graphene_rect_t rect;
  double x;

  start = MAX (start, (int) line->start);
  end = MIN (end, (int) line->end);
  if (start >= end || search->stopped)
    return;
  x = cw_paragraph_get_x (item->paragraph, item->line, (guint) start);
  graphene_rect_init (&rect, (float) (item->x + x), (float) (item->y - size / 2),
                      (float) (cw_paragraph_get_x (item->paragraph, item->line, (guint) end) - x),
                      (float) size);
  cw_pages_turn_area (item->sideways, &rect);
  search->found = TRUE;
  search->stopped = !search->func (page, &rect, search->user_data);
}

/* --- lines of the flow ------------------------------------------------------------------------ */

static void
tell_row (Search *search, guint row)
{
  CwPages *self = search->pages;
  const CwRow *r = &g_array_index (self->layout->rows, CwRow, row);
  const CwPiece *piece = cw_layout_get_piece (self->layout, r->piece);
  guint page = cw_layout_find_page (self->layout, row);
  CwPageItem item = { .paragraph = piece->paragraph,
                      .line = r->line,
                      .x = cw_pages_get_type_area_left (self, page, r->sideways) + r->x,
                      .y = r->y,
                      .sideways = r->sideways };

  tell_part (search, page, &item, MAX ((int) search->stretch->start - piece->flow_offset, 0),
             (int) search->stretch->end - piece->flow_offset);
}

/* Rows of one line of the flow follow each other, but for what is computed from it. */
static void
search_flow (Search *search)
{
  CwPages *self = search->pages;
  CwPlace place = { search->stretch->line, search->stretch->start };
  int line = (int) search->stretch->line;

  for (guint row = cw_pages_find_row (self, place); row < self->layout->rows->len; row++)
    {
      const CwRow *r = &g_array_index (self->layout->rows, CwRow, row);
      const CwPiece *piece = cw_layout_get_piece (self->layout, r->piece);

      if (piece->flow_line > line)
        return;
      if (piece->flow_line == line && !piece->computed && r->box == 0)
        tell_row (search, row);
    }
}

/* --- cells ------------------------------------------------------------------------------------ */

/* Only the rows of the table's caption and parts are gone through, and pages made only where it is. */
static void
search_page_for_cell (Search *search, guint number)
{
  CwPage *page = cw_pages_get_page (search->pages, number);
  const CwField *field = &search->stretch->field;

  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    {
      const CwPageItem *item = cw_page_get_item (page, i);

      if (item->flow_line == (int) search->stretch->line && item->row == field->row + 1
          && item->column == field->column + 1)
        tell_part (search, number, item, (int) search->stretch->start,
                   (int) search->stretch->end);
    }
}

static gboolean
may_show_cell (const CwPageBox *box, guint row)
{
  return box != NULL && box->table != NULL
         && (row < box->part.n_head_rows || row < box->part.end);
}

static void
search_cell (Search *search)
{
  CwPages *self = search->pages;
  CwPlace caption = { search->stretch->line, 0 };
  guint done = G_MAXUINT;

  for (guint row = cw_pages_find_row (self, caption); row < self->layout->rows->len; row++)
    {
      const CwRow *r = &g_array_index (self->layout->rows, CwRow, row);
      int line = cw_layout_get_piece (self->layout, r->piece)->flow_line;
      guint page = cw_layout_find_page (self->layout, row);

      if (line > (int) search->stretch->line)
        return;
      if (line != (int) search->stretch->line || page == done
          || !may_show_cell (cw_layout_get_box (self->layout, r), search->stretch->field.row))
        continue;
      search_page_for_cell (search, page);
      done = page;
    }
}

/* --- elements --------------------------------------------------------------------------------- */

static guint
count_before (const char *text, const char *wanted, guint end)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, wanted)) != NULL && p < text + end; p++)
    n++;
  return n;
}

/* What is printed of an element may be set otherwise than it was entered, with commas for line ends,
 * say: the stretch is looked up by what it says, and where it is the second such in the one, it is in
 * the other. */
static gboolean
find_in_print (Search *search, const char *print, guint from, guint to, guint *start, guint *end)
{
  CwText *text
      = cw_document_get_element (search->pages->document, search->stretch->field.element);
  g_autofree char *wanted = cw_stretch_to_string (search->pages->document, search->stretch);
  guint n = *wanted != '\0'
                ? count_before (cw_text_get_string (text), wanted, search->stretch->start)
                : 0;
  const char *p = print + from;

  if (*wanted == '\0')
    return FALSE;
  for (p = strstr (p, wanted); p != NULL && n > 0; n--)
    p = strstr (p + 1, wanted);
  if (p == NULL || p + strlen (wanted) > print + to)
    return FALSE;
  *start = (guint) (p - print);
  *end = *start + (guint) strlen (wanted);
  return TRUE;
}

static void
tell_element (guint page, const CwPageItem *item, guint start, guint end, gpointer user_data)
{
  Search *search = user_data;
  const char *print = cw_paragraph_get_shaped (item->paragraph)->text;

  if (search->whole || find_in_print (search, print, start, end, &start, &end))
    tell_part (search, page, item, (int) start, (int) end);
}

/* All that is printed of the element stands for what cannot be told in it. */
static void
search_element (Search *search)
{
  CwElement element = search->stretch->field.element;

  cw_pages_foreach_element_part (search->pages, element, tell_element, search);
  if (search->found)
    return;
  search->whole = TRUE;
  cw_pages_foreach_element_part (search->pages, element, tell_element, search);
}

/**
 * cw_pages_find_stretch:
 * @self: pages
 * @stretch: a stretch of their document
 * @func: (scope call): called for each part of it that stands in one line, in the order of reading
 * @user_data: passed to @func
 *
 * Finds what a stretch of text covers on paper: over lines and pages, in cells of tables (a repeated
 * head is covered on each page), and in the furniture.
 *
 * Returns: whether any of it is printed
 */
gboolean
cw_pages_find_stretch (CwPages *self,
                       const CwStretch *stretch,
                       CwPagesRectFunc func,
                       gpointer user_data)
{
  Search search = { .pages = self, .stretch = stretch, .func = func, .user_data = user_data };

  g_return_val_if_fail (cw_stretch_is_valid (self->document, stretch), FALSE);

  if (self->layout->rows->len == 0)
    return FALSE;
  if (stretch->field.kind == CW_FIELD_NONE)
    search_flow (&search);
  else if (stretch->field.kind == CW_FIELD_CELL)
    search_cell (&search);
  else
    search_element (&search);
  return search.found;
}
