/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/cw-verification-private.h"

#include <math.h>

#define MM_PER_PT (25.4 / 72.0)

/* What is shown around a place, mm. */
#define AROUND 8.0

/* A place may be smaller than anybody can see. */
#define LEAST 24.0

static CwBox
get_view (const CwVerifyPlace *place, double width, double height)
{
  double across = MAX (place->box.right - place->box.left + 2 * AROUND, LEAST);
  double down = MAX (place->box.bottom - place->box.top + 2 * AROUND, LEAST);
  double x = (place->box.left + place->box.right) / 2, y = (place->box.top + place->box.bottom) / 2;

  /* The shape of the picture. */
  if (across * height < down * width)
    across = down * width / height;
  else
    down = across * height / width;
  return (CwBox) { x - across / 2, y - down / 2, x + across / 2, y + down / 2 };
}

static void
mark_fault (cairo_t *cr, const CwBox *box, double scale)
{
  double line = 2 / scale;

  cairo_rectangle (cr, box->left - line, box->top - line, box->right - box->left + 2 * line,
                   box->bottom - box->top + 2 * line);
  cairo_set_line_width (cr, line);
  cairo_set_source_rgba (cr, 0.1, 0.3, 0.9, 0.9);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, 0.1, 0.3, 0.9, 0.08);
  cairo_fill (cr);
}

/**
 * cw_verification_paint_place:
 * @self: a verification
 * @place: a place of one of its rows
 * @cr: where to paint
 * @width: of the picture, in units of @cr
 * @height: of the picture
 *
 * Paints the place as it is printed, with its surroundings and a blue frame, red being a colour of
 * the paper. Any thread may do it.
 */
void
cw_verification_paint_place (CwVerification *self,
                             const CwVerifyPlace *place,
                             cairo_t *cr,
                             double width,
                             double height)
{
  CwBox view = get_view (place, width, height);
  /* Of a copy with more pages than the first, the last there is. */
  CwMeasuredPage *page
      = cw_measured_page (self->measured, CLAMP (place->page, 1, self->n_pages) - 1);
  double scale = width / (view.right - view.left);

  g_mutex_lock (&self->lock);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 0.93, 0.93, 0.93);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -view.left, -view.top);
  cairo_rectangle (cr, 0, 0, page->width, page->height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_scale (cr, MM_PER_PT, MM_PER_PT);
  poppler_page_render_for_printing (page->page, cr);
  cairo_restore (cr);
  mark_fault (cr, &place->box, scale);
  cairo_restore (cr);
  g_mutex_unlock (&self->lock);
}
