/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include <math.h>

#include "typeset/cw-standard.h"

G_DEFINE_BOXED_TYPE (CwPages, cw_pages, cw_pages_ref, cw_pages_unref)

/**
 * cw_pages_new:
 * @document: the document
 * @profile: the choices made
 * @typefaces: the typefaces it was set in; kept, as they own the faces
 * @layout: (transfer full): where its lines are
 * @solution: how its signature block came to its page
 *
 * Returns: (transfer full): the pages
 */
CwPages *
cw_pages_new (CwDocument *document,
              const CwProfile *profile,
              CwTypefaces *typefaces,
              CwLayout *layout,
              const CwSolution *solution)
{
  CwPages *self = g_new0 (CwPages, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->document = cw_document_ref (document);
  self->profile = *profile;
  self->typefaces = cw_typefaces_ref (typefaces);
  self->layout = layout;
  self->solution = *solution;
  self->pages = g_new0 (CwPage *, cw_layout_get_n_pages (layout));
  return self;
}

/**
 * cw_pages_ref:
 * @self: pages
 *
 * Returns: (transfer full): @self
 */
CwPages *
cw_pages_ref (CwPages *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * cw_pages_unref:
 * @self: (transfer full): pages
 */
void
cw_pages_unref (CwPages *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < cw_layout_get_n_pages (self->layout); i++)
    g_clear_pointer (&self->pages[i], cw_page_unref);
  g_free (self->pages);
  g_clear_pointer (&self->remarks, g_array_unref);
  cw_layout_free (self->layout);
  cw_typefaces_unref (self->typefaces);
  cw_document_unref (self->document);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * cw_pages_get_document:
 * @self: pages
 *
 * Returns: (transfer none): the document they show
 */
CwDocument *
cw_pages_get_document (CwPages *self)
{
  return self->document;
}

/**
 * cw_pages_get_profile:
 * @self: pages
 *
 * Returns: (transfer none): the choices they were made by
 */
const CwProfile *
cw_pages_get_profile (CwPages *self)
{
  return &self->profile;
}

/**
 * cw_pages_get_solution:
 * @self: pages
 *
 * Returns: (transfer none): how the signature block came to stand with text (R85–R87), and the
 *   lines and characters of the pages
 */
const CwSolution *
cw_pages_get_solution (CwPages *self)
{
  return &self->solution;
}

/**
 * cw_pages_have_moved_addressees:
 * @self: pages
 *
 * Returns: whether the addressees did not fit above the text on the first page and are printed in the
 *   colophon, which nobody asked for (R59)
 */
gboolean
cw_pages_have_moved_addressees (CwPages *self)
{
  return self->layout->addressees_moved;
}

/**
 * cw_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are, at least one
 */
guint
cw_pages_get_n_pages (CwPages *self)
{
  return cw_layout_get_n_pages (self->layout);
}

static CwPageRole
style_get_role (CwStyle style)
{
  switch (style)
    {
    case CW_STYLE_TITLE:
      return CW_PAGE_ROLE_TITLE;
    case CW_STYLE_HEADING_1:
      return CW_PAGE_ROLE_HEADING_1;
    case CW_STYLE_HEADING_2:
      return CW_PAGE_ROLE_HEADING_2;
    case CW_STYLE_HEADING_3:
      return CW_PAGE_ROLE_HEADING_3;
    case CW_STYLE_HEADING_4:
      return CW_PAGE_ROLE_HEADING_4;
    case CW_STYLE_ATTACHMENT:
      return CW_PAGE_ROLE_HEADING_1;
    case CW_STYLE_TABLE:
    case CW_STYLE_PICTURE:
      return CW_PAGE_ROLE_CAPTION;
    case CW_STYLE_SUBTITLE:
    case CW_STYLE_ADDRESSEES:
    case CW_STYLE_PARAGRAPH:
    case CW_STYLE_PAGE_BREAK:
    case CW_STYLE_SIGNATORY:
    case CW_STYLE_DATE:
    case CW_STYLE_NOTE:
    case CW_STYLE_ANNOTATION:
    case CW_N_STYLES:
    default:
      return CW_PAGE_ROLE_PARAGRAPH;
    }
}

static CwPageItem
make_item (const CwRow *row, const CwPiece *piece, double left)
{
  return (CwPageItem) {
    .paragraph = piece->paragraph,
    .line = row->line,
    .x = left + row->x,
    .y = row->y,
    .sideways = row->sideways,
    .colour = piece->colour,
    .source = piece->source,
    /* A run-in heading is a paragraph that begins with one: its structure is that of a paragraph.
     */
    .role = piece->colour == CW_COLOUR_GUIDE ? CW_PAGE_ROLE_ARTIFACT
            : piece->flow_offset < 0 && !piece->keep_with_next ? CW_PAGE_ROLE_PARAGRAPH
                                                             : style_get_role (piece->style),
    .element = row->piece + 1,
    .flow_line = piece->computed ? -1 : piece->flow_line,
    .flow_offset = piece->flow_offset,
  };
}

/* What is red stands on the paper already (R24). */
static gboolean
is_preprinted (CwPages *self, CwColour colour)
{
  return self->profile.preprinted && colour == CW_COLOUR_RED;
}

static GArray *
take_shapes (CwPages *self, guint page)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));

  for (guint i = 0; i < self->layout->shapes->len; i++)
    {
      const CwShape *shape = &g_array_index (self->layout->shapes, CwShape, i);

      if (shape->page == page
          && (shape->kind != CW_SHAPE_RULE || !is_preprinted (self, shape->colour)))
        g_array_append_vals (shapes, shape, 1);
    }
  return shapes;
}

static void
append_number (CwPages *self, guint page, CwParagraph *number, GArray *items)
{
  double width = cw_paragraph_get_line (number, 0)->width;
  CwPageItem item = {
    .paragraph = number,
    .x = cw_grid_get_left (&self->profile, page + 1)
         + cw_page_number_get_x (&self->profile, page + 1, width),
    .y = CW_STD_HEAD_MARGIN + CW_STD_TYPE_AREA_HEIGHT + CW_STD_PAGE_NUMBER_DROP
         + (self->profile.dash_is_box ? CW_STD_SIZE_4 / 2 : 0), /* R105, D4 */
    .role = CW_PAGE_ROLE_ARTIFACT,
    .source = -1,
    .flow_line = -1,
  };

  g_array_append_val (items, item);
}

static CwPage *
make_page (CwPages *self, guint page)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (CwPageItem));
  g_autoptr (GArray) shapes = take_shapes (self, page);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (CwPageGap));
  g_autoptr (CwParagraph) number = cw_page_number_set (self->typefaces, page + 1);
  g_autoptr (CwParagraph) stamp = NULL;
  double left = cw_grid_get_left (&self->profile, page + 1);
  CwPageItem item;

  for (guint i = g_array_index (self->layout->starts, guint, page);
       i < cw_layout_get_page_end (self->layout, page); i++)
    {
      const CwRow *row = &g_array_index (self->layout->rows, CwRow, i);

      double x = cw_pages_get_type_area_left (self, page, row->sideways);

      if (row->box > 0)
        {
          cw_pages_append_box (self, page, row, x, items, shapes);
          continue;
        }
      item = make_item (row, cw_layout_get_piece (self->layout, row->piece), x);
      if (!is_preprinted (self, item.colour))
        g_array_append_val (items, item);
    }
  if (cw_layout_is_numbered (self->layout, page))
    append_number (self, page, number, items);
  cw_pages_append_blanks (self, page, items, shapes, gaps);
  stamp = cw_pages_append_stamp (self, page, items, shapes);
  return cw_page_new_with_gaps (
      page + 1, &self->layout->grid, left, (const CwPageItem *) (gpointer) items->data, items->len,
      (const CwShape *) (gpointer) shapes->data, shapes->len,
      (const CwPageGap *) (gpointer) gaps->data, gaps->len);
}

/**
 * cw_pages_get_page:
 * @self: pages
 * @page: from 0
 *
 * Returns: (transfer none): the page
 */
CwPage *
cw_pages_get_page (CwPages *self, guint page)
{
  g_return_val_if_fail (page < cw_pages_get_n_pages (self), NULL);

  g_mutex_lock (&self->lock);
  if (self->pages[page] == NULL)
    self->pages[page] = make_page (self, page);
  g_mutex_unlock (&self->lock);
  return self->pages[page];
}

/**
 * cw_pages_get_remarks:
 * @self: pages
 * @n_remarks: (out): how many
 *
 * Returns: (transfer none): what there is to say about the fonts on them
 */
const CwRemark *
cw_pages_get_remarks (CwPages *self, guint *n_remarks)
{
  g_mutex_lock (&self->lock);
  if (self->remarks == NULL)
    self->remarks = cw_remarks_collect (self->layout, self->typefaces);
  g_mutex_unlock (&self->lock);
  *n_remarks = self->remarks->len;
  return (const CwRemark *) (gpointer) self->remarks->data;
}
