/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "cw-preview.h"

G_BEGIN_DECLS

#define CW_PREVIEW_MIN_ZOOM 0.1
#define CW_PREVIEW_MAX_ZOOM 6.0

/**
 * CwPreviewSight:
 * @width: of the view, in application pixels; 0 while nothing can be seen
 * @height: of the view, in application pixels
 * @scale: device pixels to an application pixel, may be fractional
 * @mode: what decides the zoom
 * @zoom: the zoom when @mode is %CW_PREVIEW_ZOOM_FREE
 * @spread: whether two pages stand side by side as in the printed paper, odd ones on the right
 *
 * Through what opening the pages are looked at.
 */
typedef struct
{
  double width;
  double height;
  double scale;
  CwPreviewZoomMode mode;
  double zoom;
  gboolean spread;
} CwPreviewSight;

/**
 * CwPreviewLayout:
 * @width: of the view, in application pixels
 * @height: of the view, in application pixels
 * @scale: device pixels to an application pixel
 * @zoom: zoom in effect
 * @density: device pixels to a point of paper
 * @n_pages: how many pages there are
 * @page_width: device pixels
 * @page_height: device pixels
 * @gap: device pixels between two pages and around them
 * @fold: device pixels between two pages side by side
 * @n_columns: 1, or 2 for facing pages, of which the first stands alone on the right
 *
 * Where the pages stand: in one column or two, each on whole device pixels. Every question about it is
 * answered by arithmetic, whatever the number of pages. Plain data.
 */
typedef struct
{
  double width;
  double height;
  double scale;
  double zoom;
  double density;
  guint n_pages;
  int page_width;
  int page_height;
  int gap;
  int fold;
  int n_columns;
} CwPreviewLayout;

/**
 * CwPreviewPoint:
 * @page: number of the page, from 0
 * @x: pt from its left edge
 * @y: pt from its top edge
 *
 * A point on paper.
 */
typedef struct
{
  guint page;
  double x;
  double y;
} CwPreviewPoint;

/**
 * CwPreviewNeed:
 * @page: number of the page, from 0
 * @visible: whether any of it is to be seen; otherwise it is a neighbour, likely to be seen next
 * @seen: what must be there, in device pixels of the page
 * @wanted: what to make when it is not: the whole page, or of a very large page more than is seen
 *
 * A picture the view needs.
 */
typedef struct
{
  guint page;
  gboolean visible;
  cairo_rectangle_int_t seen;
  cairo_rectangle_int_t wanted;
} CwPreviewNeed;

double cw_preview_zoom_clamp (double zoom);
double cw_preview_zoom_step (double zoom, int direction);

void cw_preview_layout_init (CwPreviewLayout *self, const CwPreviewSight *sight, guint n_pages);
double cw_preview_layout_get_content_width (const CwPreviewLayout *self);
double cw_preview_layout_get_content_height (const CwPreviewLayout *self);
cairo_rectangle_int_t cw_preview_layout_get_page_box (const CwPreviewLayout *self, guint page);
CwPreviewPoint cw_preview_layout_to_paper (const CwPreviewLayout *self, double x, double y);
void cw_preview_layout_from_paper (const CwPreviewLayout *self,
                                   CwPreviewPoint point,
                                   double *x,
                                   double *y);
gboolean cw_preview_layout_get_visible (const CwPreviewLayout *self,
                                        double scroll_y,
                                        guint *first,
                                        guint *last);
guint cw_preview_layout_get_current_page (const CwPreviewLayout *self, double scroll_y);
double cw_preview_layout_clamp_x (const CwPreviewLayout *self, double scroll_x);
double cw_preview_layout_clamp_y (const CwPreviewLayout *self, double scroll_y);
GArray *cw_preview_layout_get_needs (const CwPreviewLayout *self, double scroll_x, double scroll_y);

G_END_DECLS
