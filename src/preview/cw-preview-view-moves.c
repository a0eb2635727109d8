/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "cw-preview-view-private.h"

/* A glide over more than so many views would only be a blur: the view jumps. */
#define MAX_GLIDE 2.5

/* --- zoom --- */

/**
 * cw_preview_view_get_zoom:
 * @self: a view
 *
 * Returns: the zoom in effect
 */
double
cw_preview_view_get_zoom (CwPreviewView *self)
{
  return self->layout.zoom;
}

/**
 * cw_preview_view_get_zoom_mode:
 * @self: a view
 *
 * Returns: what decides the zoom
 */
CwPreviewZoomMode
cw_preview_view_get_zoom_mode (CwPreviewView *self)
{
  return self->zoom_mode;
}

/**
 * cw_preview_view_set_zoom_mode:
 * @self: a view
 * @mode: what shall decide the zoom
 *
 * Keeps the text at the upper edge where it is. With %CW_PREVIEW_ZOOM_FREE the zoom stays as it is.
 */
void
cw_preview_view_set_zoom_mode (CwPreviewView *self, CwPreviewZoomMode mode)
{
  CwPreviewAnchor anchor;

  if (self->zoom_mode == mode)
    return;
  if (mode == CW_PREVIEW_ZOOM_FREE)
    self->free_zoom = self->layout.zoom;
  cw_scroller_stop (self->scroller);
  cw_preview_view_change_zoom_mode (self, mode);
  anchor = cw_preview_view_take_anchor (self);
  cw_preview_view_arrange (self, &anchor);
}

/**
 * cw_preview_view_get_spread:
 * @self: a view
 *
 * Returns: whether pages stand side by side
 */
gboolean
cw_preview_view_get_spread (CwPreviewView *self)
{
  return self->spread;
}

/**
 * cw_preview_view_set_spread:
 * @self: a view
 * @spread: whether pages stand side by side as in the printed paper, odd ones on the right
 *
 * Keeps the text at the upper edge where it is.
 */
void
cw_preview_view_set_spread (CwPreviewView *self, gboolean spread)
{
  CwPreviewAnchor anchor;

  if (!self->spread == !spread)
    return;
  cw_scroller_stop (self->scroller);
  anchor = cw_preview_view_take_anchor (self);
  self->spread = spread;
  cw_preview_view_arrange (self, &anchor);
}

/**
 * cw_preview_view_zoom_at:
 * @self: a view
 * @zoom: the zoom to have
 * @x: a point of the view
 * @y: a point of the view
 *
 * Zooms so that what is at that point stays there, as far as there is paper to scroll over.
 */
void
cw_preview_view_zoom_at (CwPreviewView *self, double zoom, double x, double y)
{
  CwPreviewAnchor anchor;
  double scroll_x;
  double scroll_y;

  cw_scroller_stop (self->scroller);
  cw_preview_view_get_scroll (self, &scroll_x, &scroll_y);
  anchor = cw_preview_anchor_take_point (&self->layout, scroll_x, scroll_y, x, y);
  self->free_zoom = cw_preview_zoom_clamp (zoom);
  cw_preview_view_change_zoom_mode (self, CW_PREVIEW_ZOOM_FREE);
  cw_preview_view_arrange (self, &anchor);
}

/**
 * cw_preview_view_set_zoom:
 * @self: a view
 * @zoom: the zoom to have
 *
 * Zooms about the middle of the view.
 */
void
cw_preview_view_set_zoom (CwPreviewView *self, double zoom)
{
  cw_preview_view_zoom_at (self, zoom, self->layout.width / 2, self->layout.height / 2);
}

/**
 * cw_preview_view_step_zoom:
 * @self: a view
 * @direction: 1 for larger, -1 for smaller
 *
 * Zooms to the next round figure.
 */
void
cw_preview_view_step_zoom (CwPreviewView *self, int direction)
{
  cw_preview_view_set_zoom (self, cw_preview_zoom_step (self->layout.zoom, direction));
}

/* --- going somewhere --- */

/**
 * cw_preview_view_scroll_to:
 * @self: a view
 * @x: application pixels
 * @y: application pixels
 * @smooth: whether to be seen moving, which it is not over long distances
 *
 * Scrolls as far as there is something to see.
 */
void
cw_preview_view_scroll_to (CwPreviewView *self, double x, double y, gboolean smooth)
{
  double from_x;
  double from_y;

  cw_preview_view_get_scroll (self, &from_x, &from_y);
  x = cw_preview_layout_clamp_x (&self->layout, x);
  y = cw_preview_layout_clamp_y (&self->layout, y);
  if (smooth && fabs (y - from_y) <= MAX_GLIDE * self->layout.height)
    cw_scroller_glide (self->scroller, x, y);
  else
    cw_scroller_go (self->scroller, x, y);
}

/**
 * cw_preview_view_scroll_by:
 * @self: a view
 * @pages_x: widths of the view
 * @pages_y: heights of the view
 *
 * Scrolls on from where it is going.
 */
void
cw_preview_view_scroll_by (CwPreviewView *self, double pages_x, double pages_y)
{
  double x;
  double y;

  cw_scroller_get_destination (self->scroller, &x, &y);
  cw_preview_view_scroll_to (self, x + pages_x * self->layout.width,
                             y + pages_y * self->layout.height, TRUE);
}

/**
 * cw_preview_view_show_page:
 * @self: a view
 * @page: number of the page, from 0
 *
 * Scrolls to the top of a page.
 */
void
cw_preview_view_show_page (CwPreviewView *self, guint page)
{
  cairo_rectangle_int_t box;
  double x;
  double y;

  if (page >= self->layout.n_pages)
    return;
  cw_scroller_get_destination (self->scroller, &x, &y);
  box = cw_preview_layout_get_page_box (&self->layout, page);
  y = (box.y - self->layout.gap) / self->layout.scale;
  if (self->spread)
    x = (box.x - self->layout.gap) / self->layout.scale;
  cw_preview_view_scroll_to (self, x, y, TRUE);
}

/**
 * cw_preview_view_set_mark:
 * @self: a view
 * @page: number of the page, from 0
 * @caret: (nullable): where on it, pt, or %NULL for no mark
 *
 * Marks the line at @caret.
 */
void
cw_preview_view_set_mark (CwPreviewView *self, guint page, const graphene_rect_t *caret)
{
  self->mark.shown = caret != NULL;
  self->mark.page = page;
  if (caret)
    self->mark.caret = *caret;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Scrolls if a marked place is not comfortably to be seen. */
static void
reveal (CwPreviewView *self, const CwPreviewMark *mark)
{
  const graphene_rect_t *place = &mark->caret;
  CwPreviewPoint head = { mark->page, place->origin.x, place->origin.y };
  CwPreviewPoint foot = { mark->page, place->origin.x, place->origin.y + place->size.height };
  double from_x, from_y, left, right, top, bottom, x, y;

  cw_scroller_get_destination (self->scroller, &from_x, &from_y);
  cw_preview_layout_from_paper (&self->layout, head, &left, &top);
  cw_preview_layout_from_paper (&self->layout, foot, &right, &bottom);
  x = cw_preview_layout_clamp_x (&self->layout,
                                 cw_preview_reveal (from_x, self->layout.width, left, right));
  y = cw_preview_layout_clamp_y (&self->layout,
                                 cw_preview_reveal (from_y, self->layout.height, top, bottom));
  if (x != from_x || y != from_y)
    cw_preview_view_scroll_to (self, x, y, TRUE);
}

/**
 * cw_preview_view_reveal_mark:
 * @self: a view
 * @flash: whether to draw the eye to it
 *
 * Scrolls if the marked line is not comfortably to be seen.
 *
 * Returns: %FALSE if that cannot be told yet, the view having no size
 */
gboolean
cw_preview_view_reveal_mark (CwPreviewView *self, gboolean flash)
{
  if (self->layout.height <= 0)
    return FALSE;
  if (!self->mark.shown || self->mark.page >= self->layout.n_pages)
    return TRUE;
  if (flash)
    {
      adw_animation_reset (self->flash);
      adw_animation_play (self->flash);
    }
  reveal (self, &self->mark);
  return TRUE;
}

/**
 * cw_preview_view_set_element:
 * @self: a view
 * @page: number of the page, from 0
 * @place: (nullable): what is printed of an element, pt, or %NULL for no element
 *
 * Puts a box around an element.
 */
void
cw_preview_view_set_element (CwPreviewView *self, guint page, const graphene_rect_t *place)
{
  self->element.shown = place != NULL;
  self->element.page = page;
  if (place)
    self->element.caret = *place;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cw_preview_view_reveal_element:
 * @self: a view
 *
 * Scrolls if the element in the box is not comfortably to be seen.
 *
 * Returns: %FALSE if that cannot be told yet, the view having no size
 */
gboolean
cw_preview_view_reveal_element (CwPreviewView *self)
{
  if (self->layout.height <= 0)
    return FALSE;
  if (self->element.shown && self->element.page < self->layout.n_pages)
    reveal (self, &self->element);
  return TRUE;
}

/**
 * cw_preview_view_activate_at:
 * @self: a view
 * @x: a point of the view
 * @y: a point of the view
 *
 * What a click does: nothing beside the paper.
 */
void
cw_preview_view_activate_at (CwPreviewView *self, double x, double y)
{
  CwPreviewPoint point;
  double scroll_x;
  double scroll_y;
  double left = 0;
  double top = 0;
  cairo_rectangle_int_t box;

  if (self->layout.n_pages == 0)
    return;
  cw_preview_view_get_scroll (self, &scroll_x, &scroll_y);
  point = cw_preview_layout_to_paper (&self->layout, scroll_x + x, scroll_y + y);
  box = cw_preview_layout_get_page_box (&self->layout, point.page);
  left = (scroll_x + x) * self->layout.scale - box.x;
  top = (scroll_y + y) * self->layout.scale - box.y;
  if (left >= 0 && left < box.width && top >= 0 && top < box.height)
    cw_preview_view_emit_activated (self, &point);
}
