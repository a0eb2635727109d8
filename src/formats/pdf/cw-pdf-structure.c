/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pdf-private.h"

#include <string.h>

#include "document/cw-numbering.h"
#include "document/elements/cw-printed-text.h"
#include "typeset/cw-standard.h"

/* The elements that are open while the structure tree is written, the document outermost. */
#define MOST_OPEN 4

typedef struct
{
  cairo_t *cr;
  const char *open[MOST_OPEN];
  guint n_open;
  CwPageItem last; /* the item written last */
  guint last_page;
  int figure; /* line of the flow of the last picture */
  CwDocument *document;
  GPtrArray *figures; /* utf8: what they show */
} CwTree;

static void
open_element (CwTree *self, const char *tag)
{
  g_return_if_fail (self->n_open < MOST_OPEN);

  cairo_tag_begin (self->cr, tag, NULL);
  self->open[self->n_open++] = tag;
}

/* What a figure shows is what its caption says. */
static void
open_figure (CwTree *self, int flow_line)
{
  CwFlowLine flow = cw_flow_get_line (self->document, (guint) flow_line);
  char *caption = g_strndup (cw_text_get_string (flow.text) + flow.start, flow.end - flow.start);

  if (*caption == '\0')
    {
      g_free (caption);
      caption = g_strdup ("图片");
    }
  g_ptr_array_add (self->figures, caption);
  open_element (self, "Figure");
  self->figure = flow_line;
}

static void
close_to (CwTree *self, guint n_open)
{
  while (self->n_open > n_open)
    cairo_tag_end (self->cr, self->open[--self->n_open]);
}

static gboolean
is_open (CwTree *self, const char *tag)
{
  return self->n_open > 0 && g_str_equal (self->open[0], tag);
}

/* A reference to what was painted on a page. */
static void
write_reference (CwTree *self, const char *id)
{
  g_autofree char *attributes = g_strdup_printf ("ref='%s'", id);

  cairo_tag_begin (self->cr, CAIRO_TAG_CONTENT_REF, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_CONTENT_REF);
}

static gboolean
is_cell (const CwPageItem *item)
{
  return item->role == CW_PAGE_ROLE_CELL || item->role == CW_PAGE_ROLE_HEADER_CELL;
}

/* Table, TR and TD or TH; a table's caption opens it, and over a page's end it stays the same. */
static void
open_cell (CwTree *self, const CwPageItem *item)
{
  gboolean same_table = is_open (self, "Table") && self->last.flow_line == item->flow_line;

  if (!same_table)
    {
      close_to (self, 0);
      open_element (self, "Table");
    }
  if (!same_table || !is_cell (&self->last) || self->last.row != item->row)
    {
      close_to (self, 1);
      open_element (self, "TR");
    }
  close_to (self, 2);
  open_element (self, cw_page_role_get_tag (item->role));
}

/* Of a table or of the figure just written. */
static void
open_caption (CwTree *self, CwDocument *document, const CwPageItem *item)
{
  gboolean table = cw_flow_get_line (document, (guint) item->flow_line).style == CW_STYLE_TABLE;

  close_to (self, is_open (self, "Figure") && self->figure == item->flow_line ? 1 : 0);
  if (self->n_open == 0 && table)
    open_element (self, "Table");
  else if (self->n_open == 0)
    open_figure (self, item->flow_line);
  open_element (self, cw_page_role_get_tag (item->role));
}

static gboolean
is_continued (const CwTree *self, const CwPageItem *item)
{
  return self->n_open > 0 && item->element == self->last.element && item->row == self->last.row
         && item->column == self->last.column && item->role == self->last.role;
}

static void
write_item (CwTree *self, CwDocument *document, CwPage *page, const CwPageItem *item)
{
  g_autofree char *id = g_strdup_printf ("%u.%u.%u.%u", item->element, item->row, item->column,
                                         cw_page_get_number (page));

  if (is_continued (self, item) && self->last_page == cw_page_get_number (page))
    return;
  if (is_cell (item) && !is_continued (self, item))
    open_cell (self, item);
  else if (item->role == CW_PAGE_ROLE_CAPTION && !is_continued (self, item))
    open_caption (self, document, item);
  else if (!is_continued (self, item))
    {
      close_to (self, 0);
      open_element (self, cw_page_role_get_tag (item->role));
    }
  self->last = *item;
  self->last_page = cw_page_get_number (page);
  write_reference (self, id);
}

/* The pictures of a page that stand before a line of the flow. */
static void
write_figures (CwTree *self, CwPage *page, int flow_line, guint *shape)
{
  for (; *shape < cw_page_get_n_shapes (page); (*shape)++)
    {
      const CwShape *s = cw_page_get_shape (page, *shape);
      g_autofree char *id = g_strdup_printf ("figure.%d", s->flow_line);

      if (s->kind != CW_SHAPE_PICTURE)
        continue;
      if (s->flow_line > flow_line)
        return;
      close_to (self, 0);
      open_figure (self, s->flow_line);
      write_reference (self, id);
    }
}

static void
write_page (CwTree *self, CwDocument *document, CwPage *page)
{
  guint shape = 0;

  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    {
      const CwPageItem *item = cw_page_get_item (page, i);

      if (item->role == CW_PAGE_ROLE_ARTIFACT)
        continue;
      if (item->flow_line >= 0)
        write_figures (self, page, item->flow_line, &shape);
      write_item (self, document, page, item);
    }
  write_figures (self, page, G_MAXINT, &shape);
}

/**
 * cw_pdf_write_structure:
 * @pages: the pages, all of them painted with their structure
 * @cr: the PDF's context
 *
 * Writes the structure tree: a document of headings, paragraphs, tables and figures in reading
 * order. What runs over a page stays one element, which is why the tree is written after the pages.
 *
 * Returns: (transfer full) (element-type utf8): what its figures show, in their order
 */
GPtrArray *
cw_pdf_write_structure (CwPages *pages, cairo_t *cr)
{
  CwTree tree = { .cr = cr,
                  .figure = -1,
                  .document = cw_pages_get_document (pages),
                  .figures = g_ptr_array_new_with_free_func (g_free) };

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    write_page (&tree, cw_pages_get_document (pages), cw_pages_get_page (pages, i));
  close_to (&tree, 0);
  cairo_tag_end (cr, "Document");
  return tree.figures;
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

/* 附件1 and its title. */
static char *
make_attachment_entry (CwDocument *document, int block)
{
  for (guint i = 0; i < cw_document_get_n_attachments (document); i++)
    if ((int) cw_document_get_attachment (document, i, NULL) == block)
      {
        g_autofree char *label = cw_document_get_attachment_label (document, i);
        g_autofree char *name = cw_document_get_attachment_name (document, i);

        return g_strconcat (label, "　", name, NULL);
      }
  return NULL;
}

static void
add_entry (CwOutline *self, CwPage *page, const CwPageItem *item, guint level, const char *text)
{
  double top = item->y - CW_STD_SIZE_3;
  g_autofree char *target = g_strdup_printf (
      "page=%u pos=[%d %d]", cw_page_get_number (page), (int) (item->sideways ? top : item->x),
      (int) (item->sideways ? CW_STD_PAGE_HEIGHT - item->x : top));
  int entry = cairo_pdf_surface_add_outline (self->surface, self->parents[level - 1], text, target,
                                             level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

  for (guint i = level; i <= CW_HEADING_LEVELS; i++)
    self->parents[i] = entry;
}

static void
add_item (CwOutline *self, CwDocument *document, CwPage *page, const CwPageItem *item)
{
  g_autofree char *text = NULL;
  CwFlowLine flow;
  guint level;

  if (item->flow_line < 0 || item->line > 0)
    return;
  flow = cw_flow_get_line (document, (guint) item->flow_line);
  level = cw_style_get_level (flow.style);
  if (flow.style == CW_STYLE_ATTACHMENT && item->flow_offset < 0)
    {
      text = make_attachment_entry (document, flow.block);
      level = 1;
    }
  else if (level > 0)
    text = make_entry (document, item);
  if (text != NULL)
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
