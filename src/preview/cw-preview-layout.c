/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-layout.h"

#include <math.h>

#include "typeset/cw-standard.h"

/* Application pixels to a point at zoom 1. */
#define TRUE_SIZE (96.0 / 72.0)

#define GAP 16.0
/* Between facing pages: the fold of the paper. */
#define FOLD 1.0

/* A larger page is not painted whole, but what is seen of it and a little around. */
#define MAX_WHOLE_PAGE_PIXELS 8000000.0

/* Edges of such parts stand on this grid, so that small movements ask for the same part again. */
#define PART_GRID 64

static const double zoom_steps[] = { 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0,
                                     1.1, 1.25, 1.5, 1.75, 2.0,  2.5, 3.0,  4.0, 5.0, 6.0 };

/**
 * cw_preview_zoom_clamp:
 * @zoom: any number
 *
 * Returns: the nearest zoom the view can show
 */
double
cw_preview_zoom_clamp (double zoom)
{
  return isfinite (zoom) ? CLAMP (zoom, CW_PREVIEW_MIN_ZOOM, CW_PREVIEW_MAX_ZOOM) : 1.0;
}

/**
 * cw_preview_zoom_step:
 * @zoom: the zoom now
 * @direction: 1 for larger, -1 for smaller
 *
 * Returns: the next zoom of a row of round ones; a zoom within 2 % of one counts as being there
 */
double
cw_preview_zoom_step (double zoom, int direction)
{
  int n = G_N_ELEMENTS (zoom_steps);

  if (direction > 0)
    {
      for (int i = 0; i < n; i++)
        if (zoom_steps[i] > zoom * 1.02)
          return zoom_steps[i];
      return CW_PREVIEW_MAX_ZOOM;
    }
  for (int i = n - 1; i >= 0; i--)
    if (zoom_steps[i] < zoom / 1.02)
      return zoom_steps[i];
  return CW_PREVIEW_MIN_ZOOM;
}

static double
fitting_zoom (const CwPreviewSight *sight)
{
  double fold = sight->spread ? FOLD : 0;
  double across = (sight->width - 2 * GAP - fold)
                  / ((sight->spread ? 2 : 1) * CW_STD_PAGE_WIDTH * TRUE_SIZE);
  double down = (sight->height - 2 * GAP) / (CW_STD_PAGE_HEIGHT * TRUE_SIZE);

  /* not yet on the screen */
  if (sight->width <= 0 || sight->height <= 0)
    return cw_preview_zoom_clamp (sight->zoom);
  switch (sight->mode)
    {
    case CW_PREVIEW_ZOOM_FIT_WIDTH:
      return cw_preview_zoom_clamp (across);
    case CW_PREVIEW_ZOOM_FIT_PAGE:
      return cw_preview_zoom_clamp (MIN (across, down));
    case CW_PREVIEW_ZOOM_FREE:
      break;
    }
  return cw_preview_zoom_clamp (sight->zoom);
}

/**
 * cw_preview_layout_init:
 * @self: (out): where to put it
 * @sight: what is looked through
 * @n_pages: how many pages there are
 *
 * Lays the pages out. A page is a whole number of device pixels wide: the density follows from that
 * and differs from what the zoom says by less than a thousandth.
 */
void
cw_preview_layout_init (CwPreviewLayout *self, const CwPreviewSight *sight, guint n_pages)
{
  double scale = sight->scale > 0 ? sight->scale : 1;
  double zoom = fitting_zoom (sight);
  int page_width = MAX (1, (int) floor (CW_STD_PAGE_WIDTH * TRUE_SIZE * zoom * scale + 1e-6));
  double density = page_width / CW_STD_PAGE_WIDTH;

  *self = (CwPreviewLayout) {
    .width = sight->width,
    .height = sight->height,
    .scale = scale,
    .zoom = zoom,
    .density = density,
    .n_pages = n_pages,
    .page_width = page_width,
    .page_height = MAX (1, (int) round (CW_STD_PAGE_HEIGHT * density)),
    .gap = (int) round (GAP * scale),
    .fold = sight->spread ? MAX (1, (int) round (FOLD * scale)) : 0,
    .n_columns = sight->spread ? 2 : 1,
  };
}

/* Places before the first page: facing pages begin with an odd one, on the right. */
static guint
get_lead (const CwPreviewLayout *self)
{
  return self->n_columns > 1 ? 1 : 0;
}

static int
get_row (const CwPreviewLayout *self, guint page)
{
  return (int) ((page + get_lead (self)) / (guint) self->n_columns);
}

static int
get_n_rows (const CwPreviewLayout *self)
{
  return self->n_pages > 0 ? get_row (self, self->n_pages - 1) + 1 : 0;
}

static int
get_pages_width (const CwPreviewLayout *self)
{
  return self->n_columns * self->page_width + self->fold;
}

/**
 * cw_preview_layout_get_content_width:
 * @self: a layout
 *
 * Returns: width of all there is to scroll over, at least the view's, in application pixels
 */
double
cw_preview_layout_get_content_width (const CwPreviewLayout *self)
{
  return MAX (self->width, (get_pages_width (self) + 2 * self->gap) / self->scale);
}

/**
 * cw_preview_layout_get_content_height:
 * @self: a layout
 *
 * Returns: height of all there is to scroll over, at least the view's, in application pixels
 */
double
cw_preview_layout_get_content_height (const CwPreviewLayout *self)
{
  double pages = self->gap + (double) get_n_rows (self) * (self->page_height + self->gap);

  return MAX (self->height, pages / self->scale);
}

/**
 * cw_preview_layout_get_page_box:
 * @self: a layout
 * @page: number of the page, from 0
 *
 * Returns: the paper of @page, in device pixels of the content
 */
cairo_rectangle_int_t
cw_preview_layout_get_page_box (const CwPreviewLayout *self, guint page)
{
  double content = cw_preview_layout_get_content_width (self) * self->scale;
  int left = MAX (self->gap, (int) floor ((content - get_pages_width (self)) / 2 + 1e-6));
  int column = (int) ((page + get_lead (self)) % (guint) self->n_columns);

  return (cairo_rectangle_int_t) {
    .x = left + column * (self->page_width + self->fold),
    .y = self->gap + get_row (self, page) * (self->page_height + self->gap),
    .width = self->page_width,
    .height = self->page_height,
  };
}

static guint
page_at (const CwPreviewLayout *self, double device_x, double device_y)
{
  /* half of a gap belongs to the page above, half to the one below */
  double row = floor ((device_y - self->gap / 2.0) / (self->page_height + self->gap));
  double page;

  if (self->n_pages == 0)
    return 0;
  page = CLAMP (row, 0, get_n_rows (self) - 1.0) * self->n_columns - get_lead (self);
  if (self->n_columns > 1
      && device_x >= cw_preview_layout_get_page_box (self, 0).x - self->fold / 2.0)
    page++;
  return (guint) CLAMP (page, 0, self->n_pages - 1.0);
}

/**
 * cw_preview_layout_to_paper:
 * @self: a layout
 * @x: application pixels of the content
 * @y: application pixels of the content
 *
 * Returns: the same point on the nearest page; it may lie beside the paper
 */
CwPreviewPoint
cw_preview_layout_to_paper (const CwPreviewLayout *self, double x, double y)
{
  guint page = page_at (self, x * self->scale, y * self->scale);
  cairo_rectangle_int_t box = cw_preview_layout_get_page_box (self, page);

  return (CwPreviewPoint) {
    .page = page,
    .x = (x * self->scale - box.x) / self->density,
    .y = (y * self->scale - box.y) / self->density,
  };
}

/**
 * cw_preview_layout_from_paper:
 * @self: a layout
 * @point: a point on paper
 * @x: (out): application pixels of the content
 * @y: (out): application pixels of the content
 *
 * The reverse of cw_preview_layout_to_paper().
 */
void
cw_preview_layout_from_paper (const CwPreviewLayout *self,
                              CwPreviewPoint point,
                              double *x,
                              double *y)
{
  cairo_rectangle_int_t box = cw_preview_layout_get_page_box (self, point.page);

  *x = (box.x + point.x * self->density) / self->scale;
  *y = (box.y + point.y * self->density) / self->scale;
}

/**
 * cw_preview_layout_get_visible:
 * @self: a layout
 * @scroll_y: how far the view is scrolled, in application pixels
 * @first: (out): first page of which paper is to be seen
 * @last: (out): last one
 *
 * Returns: whether any is
 */
gboolean
cw_preview_layout_get_visible (const CwPreviewLayout *self,
                               double scroll_y,
                               guint *first,
                               guint *last)
{
  double top = scroll_y * self->scale;
  double bottom = top + self->height * self->scale;
  double pitch = self->page_height + self->gap;
  double from = floor ((top - self->gap) / pitch);
  double to = ceil ((bottom - self->gap) / pitch) - 1;

  /* the view may begin in the gap below a page */
  if (self->gap + from * pitch + self->page_height <= top)
    from++;
  from = MAX (from * self->n_columns - get_lead (self), 0);
  to = MIN (to * self->n_columns - get_lead (self) + self->n_columns - 1, self->n_pages - 1.0);
  if (self->width <= 0 || self->height <= 0 || to < from)
    return FALSE;
  *first = (guint) from;
  *last = (guint) to;
  return TRUE;
}

/**
 * cw_preview_layout_get_current_page:
 * @self: a layout
 * @scroll_y: how far the view is scrolled, in application pixels
 *
 * Returns: the page of which most is to be seen, the first of equals; 0 when there is none
 */
guint
cw_preview_layout_get_current_page (const CwPreviewLayout *self, double scroll_y)
{
  guint first;
  guint last;
  guint best = 0;
  double most = 0;

  if (!cw_preview_layout_get_visible (self, scroll_y, &first, &last))
    return 0;
  for (guint page = first; page <= last; page++)
    {
      cairo_rectangle_int_t box = cw_preview_layout_get_page_box (self, page);
      double top = MAX (box.y, scroll_y * self->scale);
      double bottom = MIN ((double) box.y + box.height, (scroll_y + self->height) * self->scale);

      if (bottom - top > most + 0.5)
        {
          most = bottom - top;
          best = page;
        }
    }
  return best;
}

/**
 * cw_preview_layout_clamp_x:
 * @self: a layout
 * @scroll_x: application pixels
 *
 * Returns: the nearest possible horizontal scroll position
 */
double
cw_preview_layout_clamp_x (const CwPreviewLayout *self, double scroll_x)
{
  return CLAMP (scroll_x, 0, cw_preview_layout_get_content_width (self) - self->width);
}

/**
 * cw_preview_layout_clamp_y:
 * @self: a layout
 * @scroll_y: application pixels
 *
 * Returns: the nearest possible vertical scroll position
 */
double
cw_preview_layout_clamp_y (const CwPreviewLayout *self, double scroll_y)
{
  return CLAMP (scroll_y, 0, cw_preview_layout_get_content_height (self) - self->height);
}

/* The stretch from @start to @end, widened by half the @view on both sides, on the grid, in the
 * page. */
static void
widen (int start, int end, double view, int limit, int *from, int *length)
{
  int extra = (int) ceil (view / 2);
  int a = MAX (0, (start - extra) / PART_GRID * PART_GRID);
  int b = MIN (limit, (end + extra + PART_GRID - 1) / PART_GRID * PART_GRID);

  *from = a;
  *length = MAX (0, b - a);
}

static CwPreviewNeed
visible_need (const CwPreviewLayout *self, guint page, double scroll_x, double scroll_y)
{
  cairo_rectangle_int_t box = cw_preview_layout_get_page_box (self, page);
  double left = floor (scroll_x * self->scale);
  double top = floor (scroll_y * self->scale);
  double width = ceil (self->width * self->scale) + 1;
  double height = ceil (self->height * self->scale) + 1;
  int x0 = (int) CLAMP (left - box.x, 0, box.width);
  int y0 = (int) CLAMP (top - box.y, 0, box.height);
  int x1 = (int) CLAMP (left + width - box.x, x0, box.width);
  int y1 = (int) CLAMP (top + height - box.y, y0, box.height);
  CwPreviewNeed need = {
    .page = page,
    .visible = TRUE,
    .seen = { x0, y0, x1 - x0, y1 - y0 },
    .wanted = { 0, 0, box.width, box.height },
  };

  if ((double) box.width * box.height > MAX_WHOLE_PAGE_PIXELS)
    {
      widen (x0, x1, width, box.width, &need.wanted.x, &need.wanted.width);
      widen (y0, y1, height, box.height, &need.wanted.y, &need.wanted.height);
    }
  return need;
}

static void
append_neighbour (const CwPreviewLayout *self, GArray *needs, guint page)
{
  CwPreviewNeed need = {
    .page = page,
    .seen = { 0, 0, self->page_width, self->page_height },
    .wanted = { 0, 0, self->page_width, self->page_height },
  };

  if ((double) self->page_width * self->page_height <= MAX_WHOLE_PAGE_PIXELS)
    g_array_append_val (needs, need);
}

/**
 * cw_preview_layout_get_needs:
 * @self: a layout
 * @scroll_x: application pixels
 * @scroll_y: application pixels
 *
 * What pictures this view needs: of the pages to be seen, top to bottom, then of those after and
 * before them, one each or two where pages face each other. Pages too large for a picture of their own are asked for in part.
 *
 * Returns: (transfer full) (element-type CwPreviewNeed): the needs, most urgent first
 */
GArray *
cw_preview_layout_get_needs (const CwPreviewLayout *self, double scroll_x, double scroll_y)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (CwPreviewNeed));
  guint first;
  guint last;

  if (!cw_preview_layout_get_visible (self, scroll_y, &first, &last))
    return needs;
  for (guint page = first; page <= last; page++)
    {
      CwPreviewNeed need = visible_need (self, page, scroll_x, scroll_y);

      g_array_append_val (needs, need);
    }
  for (guint i = 1; i <= (guint) self->n_columns; i++)
    {
      if (last + i < self->n_pages)
        append_neighbour (self, needs, last + i);
      if (first >= i)
        append_neighbour (self, needs, first - i);
    }
  return needs;
}
