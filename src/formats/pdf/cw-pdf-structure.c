/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pdf-private.h"

#include <string.h>

#include "document/cw-numbering.h"
#include "typeset/cw-standard.h"

/* One paragraph of the document in the structure tree: a reference to its lines on each page. */
static void
write_reference (cairo_t *cr, guint element, guint page_number)
{
  g_autofree char *attributes = g_strdup_printf ("ref='%u.%u'", element, page_number);

  cairo_tag_begin (cr, CAIRO_TAG_CONTENT_REF, attributes);
  cairo_tag_end (cr, CAIRO_TAG_CONTENT_REF);
}

static void
open_element (cairo_t *cr, const CwPageItem *item, const char **open)
{
  if (*open != NULL)
    cairo_tag_end (cr, *open);
  *open = item != NULL ? cw_page_role_get_tag (item->role) : NULL;
  if (*open != NULL)
    cairo_tag_begin (cr, *open, NULL);
}

/**
 * cw_pdf_write_structure:
 * @pages: the pages, all of them painted with their structure
 * @cr: the PDF's context
 *
 * Writes the structure tree: a document of headings and paragraphs in reading order. A paragraph
 * that runs over a page stays one paragraph, which is why the tree is written after the pages.
 */
void
cw_pdf_write_structure (CwPages *pages, cairo_t *cr)
{
  guint element = 0, page_number = 0;
  const char *open = NULL;

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    {
      CwPage *page = cw_pages_get_page (pages, i);

      for (guint j = 0; j < cw_page_get_n_items (page); j++)
        {
          const CwPageItem *item = cw_page_get_item (page, j);

          if (item->role == CW_PAGE_ROLE_ARTIFACT
              || (item->element == element && page_number == i + 1))
            continue;
          if (item->element != element)
            open_element (cr, item, &open);
          element = item->element;
          page_number = i + 1;
          write_reference (cr, element, cw_page_get_number (page));
        }
    }
  open_element (cr, NULL, &open);
  cairo_tag_end (cr, "Document");
}

typedef struct
{
  cairo_surface_t *surface;
  int parents[CW_HEADING_LEVELS + 1]; /* the last entry of each level; [0] is the root */
} CwOutline;

static char *
make_entry (CwDocument *document, const CwPageItem *item)
{
  CwFlowLine flow = cw_flow_get_line (document, (guint) item->flow_line);
  CwShaped *shaped = cw_paragraph_get_shaped (item->paragraph);
  gsize length = cw_block_get_heading_length (cw_document_get_block (document, (guint) flow.block))
                 - item->flow_offset;
  g_autofree char *text = g_strndup (shaped->text, length);

  if (g_str_has_suffix (text, "。"))
    text[strlen (text) - strlen ("。")] = '\0';
  return g_steal_pointer (&text);
}

static void
add_entry (CwOutline *self, CwPage *page, const CwPageItem *item, guint level, const char *text)
{
  g_autofree char *target = g_strdup_printf ("page=%u pos=[%d %d]", cw_page_get_number (page),
                                             (int) item->x, (int) (item->y - CW_STD_SIZE_3));
  int entry = cairo_pdf_surface_add_outline (self->surface, self->parents[level - 1], text, target,
                                             level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

  for (guint i = level; i <= CW_HEADING_LEVELS; i++)
    self->parents[i] = entry;
}

static void
add_item (CwOutline *self, CwDocument *document, CwPage *page, const CwPageItem *item)
{
  g_autofree char *text = NULL;
  guint level;

  if (item->flow_line < 0 || item->line > 0)
    return;
  level = cw_style_get_level (cw_flow_get_line (document, (guint) item->flow_line).style);
  if (level == 0)
    return;
  text = make_entry (document, item);
  add_entry (self, page, item, level, text);
}

/**
 * cw_pdf_write_outline:
 * @pages: the pages
 * @surface: the PDF
 *
 * Gives the PDF an outline of all headings, run-in headings included.
 */
void
cw_pdf_write_outline (CwPages *pages, cairo_surface_t *surface)
{
  CwOutline self = { .surface = surface };

  for (guint i = 0; i <= CW_HEADING_LEVELS; i++)
    self.parents[i] = CAIRO_PDF_OUTLINE_ROOT;
  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    {
      CwPage *page = cw_pages_get_page (pages, i);

      for (guint j = 0; j < cw_page_get_n_items (page); j++)
        add_item (&self, cw_pages_get_document (pages), page, cw_page_get_item (page, j));
    }
}
