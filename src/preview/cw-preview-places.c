/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-cell.h"
#include "cw-preview-private.h"

/* From places in the document to the pages and back. */

/**
 * cw_preview_update_mark:
 * @self: a preview
 *
 * Puts the mark where the place is on the pages shown, and shows it once they are of the document
 * it is in.
 */
void
cw_preview_update_mark (CwPreview *self)
{
  CwPages *pages = cw_preview_view_get_pages (self->view);
  CwPlace place = self->place;
  graphene_rect_t caret;
  guint page = 0;

  if (!pages || !self->has_place)
    return;
  cw_preview_translate_place (self->place, self->document, cw_pages_get_document (pages), &place);
  if (!cw_preview_find_cell (pages, place.line, self->row, self->column, &page, &caret)
      && !cw_pages_find_place (pages, place, &page, &caret))
    {
      cw_preview_view_set_mark (self->view, 0, NULL);
      return;
    }
  cw_preview_view_set_mark (self->view, page, &caret);
  if (!self->reveal || !cw_preview_is_up_to_date (self))
    return;
  self->reveal = FALSE;
  self->reveal = !cw_preview_view_reveal_mark (self->view, self->flash);
  self->flash = self->flash && self->reveal;
}

/**
 * cw_preview_update_element:
 * @self: a preview
 *
 * Puts the box around the element being filled in on the pages shown.
 */
void
cw_preview_update_element (CwPreview *self)
{
  CwPages *pages = cw_preview_view_get_pages (self->view);
  graphene_rect_t place;
  guint page;

  if (!pages)
    return;
  if (self->element < 0 || !cw_pages_find_element (pages, self->element, &page, &place))
    {
      cw_preview_view_set_element (self->view, 0, NULL);
      return;
    }
  cw_preview_view_set_element (self->view, page, &place);
  if (self->reveal_element && cw_preview_is_up_to_date (self))
    self->reveal_element = !cw_preview_view_reveal_element (self->view);
}

/**
 * cw_preview_show_page:
 * @self: a preview
 * @page: number of the page, from 0
 *
 * Scrolls to the top of a page.
 */
void
cw_preview_show_page (CwPreview *self, guint page)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  cw_preview_view_show_page (self->view, page);
}

/**
 * cw_preview_show_place:
 * @self: a preview
 * @place: a place in the document set last
 * @flash: whether to draw the eye to it
 *
 * Puts a soft mark beside the line of the place and scrolls if it is not comfortably to be seen; at
 * once or, if the document has not been set yet, as soon as it is.
 */
void
cw_preview_show_place (CwPreview *self, CwPlace place, gboolean flash)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  cw_preview_show_cell (self, place, -1, -1, flash);
}

/**
 * cw_preview_show_cell:
 * @self: a preview
 * @caption: a place in the caption of a table of the document set last
 * @row: row of a cell, or -1 for the caption itself
 * @column: its column
 * @flash: whether to draw the eye to it
 *
 * As cw_preview_show_place(), for a cell of a table.
 */
void
cw_preview_show_cell (CwPreview *self, CwPlace caption, int row, int column, gboolean flash)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  self->has_place = TRUE;
  self->place = caption;
  self->row = row;
  self->column = column;
  self->reveal = TRUE;
  self->flash = self->flash || flash;
  cw_preview_update_mark (self);
}

/**
 * cw_preview_show_element:
 * @self: a preview
 * @element: the #CwElement being filled in, or -1 for none
 *
 * Puts a box around what is printed of the element, for as long as it is filled in, and scrolls
 * there.
 */
void
cw_preview_show_element (CwPreview *self, int element)
{
  g_return_if_fail (CW_IS_PREVIEW (self));
  g_return_if_fail (element < CW_N_ELEMENTS);

  self->element = element;
  self->reveal_element = TRUE;
  cw_preview_update_element (self);
}

static void
activate_element (CwPreview *self, CwPages *pages, const CwPreviewPoint *point)
{
  CwElement element;

  if (cw_pages_find_element_at (pages, point->page, point->x, point->y, &element))
    g_signal_emit (self, cw_preview_signals[CW_PREVIEW_ELEMENT_ACTIVATED], 0, element);
}

/**
 * cw_preview_on_activated:
 * @view: the view that was clicked
 * @point: where on the paper
 * @self: its preview
 *
 * Says what stands there.
 */
void
cw_preview_on_activated (CwPreviewView *view, const CwPreviewPoint *point, CwPreview *self)
{
  CwPages *pages = cw_preview_view_get_pages (view);
  CwPlace place;
  guint row, column;

  if (!pages)
    return;
  if (cw_preview_find_cell_at (pages, point, &place, &row, &column))
    {
      cw_preview_translate_place (place, cw_pages_get_document (pages), self->document, &place);
      g_signal_emit (self, cw_preview_signals[CW_PREVIEW_CELL_ACTIVATED], 0, &place, row, column);
      return;
    }
  if (!cw_pages_find_point (pages, point->page, point->x, point->y, &place))
    {
      activate_element (self, pages, point);
      return;
    }
  cw_preview_translate_place (place, cw_pages_get_document (pages), self->document, &place);
  g_signal_emit (self, cw_preview_signals[CW_PREVIEW_PLACE_ACTIVATED], 0, &place);
}
