/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preview/cw-preview-layout.h"

#include <math.h>

#include "preview/cw-preview-draw.h"
#include "typeset/cw-standard.h"

static CwPreviewLayout
lay_out (double width,
         double height,
         double scale,
         CwPreviewZoomMode mode,
         double zoom,
         guint n_pages)
{
  CwPreviewSight sight = { width, height, scale, mode, zoom };
  CwPreviewLayout layout;

  cw_preview_layout_init (&layout, &sight, n_pages);
  return layout;
}

/* Fit width: paper and both gaps take up the width, to within a device pixel. */
static void
test_fit_width (void)
{
  const double widths[] = { 360, 611.5, 900, 1600 };
  const double scales[] = { 1, 1.25, 1.5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
      {
        CwPreviewLayout layout
            = lay_out (widths[i], 700, scales[j], CW_PREVIEW_ZOOM_FIT_WIDTH, 3, 4);
        double device_width = widths[i] * scales[j];

        g_assert_cmpfloat (layout.page_width + 2 * layout.gap, <=, device_width + 1.0);
        g_assert_cmpfloat (layout.page_width + 2 * layout.gap, >, device_width - 2.0);
        g_assert_cmpfloat (cw_preview_layout_get_content_width (&layout), <=,
                           widths[i] + 1.0 / scales[j]);
      }
}

/* Fit page: a whole page with its gaps fits, and touches one pair of edges. */
static void
test_fit_page (void)
{
  const double widths[] = { 360, 800, 1600 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      CwPreviewLayout layout = lay_out (widths[i], 700, 1, CW_PREVIEW_ZOOM_FIT_PAGE, 3, 4);
      double free_x = widths[i] - layout.page_width - 2 * layout.gap;
      double free_y = 700 - layout.page_height - 2 * layout.gap;

      g_assert_cmpfloat (free_x, >=, -1);
      g_assert_cmpfloat (free_y, >=, -1);
      g_assert_cmpfloat (MIN (free_x, free_y), <, 2);
    }
}

/* Zoom 1 is true size at 96 dpi: 210 mm are 793.7 pixels. */
static void
test_true_size (void)
{
  CwPreviewLayout layout = lay_out (1200, 700, 2, CW_PREVIEW_ZOOM_FREE, 1, 1);

  g_assert_cmpint (layout.page_width, ==, 1587);
  g_assert_cmpint (layout.page_height, ==, 2244);
  g_assert_cmpfloat_with_epsilon (layout.density, 192.0 / 72, 0.003);
}

static CwPreviewLayout
lay_out_spread (double width, double height, double scale, CwPreviewZoomMode mode, guint n_pages)
{
  CwPreviewSight sight = { width, height, scale, mode, 1, TRUE };
  CwPreviewLayout layout;

  cw_preview_layout_init (&layout, &sight, n_pages);
  return layout;
}

/* Facing pages: 1 alone on the right, then 2 and 3, 4 and 5 …; both fit the width. */
static void
test_spread (void)
{
  CwPreviewLayout layout = lay_out_spread (1000, 600, 1.5, CW_PREVIEW_ZOOM_FIT_WIDTH, 6);
  cairo_rectangle_int_t first = cw_preview_layout_get_page_box (&layout, 0);

  for (guint page = 0; page < 6; page++)
    {
      cairo_rectangle_int_t box = cw_preview_layout_get_page_box (&layout, page);
      int row = (int) (page + 1) / 2;

      g_assert_cmpint (box.y, ==, first.y + row * (layout.page_height + layout.gap));
      if (page % 2 == 0)
        g_assert_cmpint (box.x, ==, first.x);
      else
        g_assert_cmpint (box.x + box.width + layout.fold, ==, first.x);
    }
  g_assert_cmpint (first.x + first.width + layout.gap, <=, 1500);
  g_assert_cmpint (first.x + first.width + layout.gap, >, 1500 - 4);
  g_assert_cmpfloat_with_epsilon (cw_preview_layout_get_content_height (&layout) * 1.5,
                                  4 * (layout.page_height + layout.gap) + layout.gap, 1e-6);
}

/* Every point of a page is found on it again; the empty place before the first is nobody's. */
static void
test_spread_points (void)
{
  CwPreviewLayout layout = lay_out_spread (1000, 600, 1, CW_PREVIEW_ZOOM_FIT_WIDTH, 6);
  CwPreviewPoint point;

  for (guint page = 0; page < 6; page++)
    for (double part = 0.1; part < 1; part += 0.2)
      {
        CwPreviewPoint want = { page, part * CW_STD_PAGE_WIDTH, part * CW_STD_PAGE_HEIGHT };
        double x, y;

        cw_preview_layout_from_paper (&layout, want, &x, &y);
        point = cw_preview_layout_to_paper (&layout, x, y);
        g_assert_cmpuint (point.page, ==, page);
        g_assert_cmpfloat_with_epsilon (point.x, want.x, 1e-6);
      }
  point = cw_preview_layout_to_paper (&layout, 100, 100);
  g_assert_cmpuint (point.page, ==, 0);
  g_assert_cmpfloat (point.x, <, 0);
}

/* Both pages of each row that is to be seen are needed, and the rows above and below. */
static void
test_spread_needs (void)
{
  CwPreviewLayout layout = lay_out_spread (600, 500, 1, CW_PREVIEW_ZOOM_FIT_PAGE, 9);
  double scroll = 2.0 * (layout.page_height + layout.gap);
  g_autoptr (GArray) needs = cw_preview_layout_get_needs (&layout, 0, scroll);
  guint first, last;

  g_assert_true (cw_preview_layout_get_visible (&layout, scroll, &first, &last));
  g_assert_cmpuint (first, ==, 3);
  g_assert_cmpuint (last, >=, 4);
  g_assert_cmpuint (g_array_index (needs, CwPreviewNeed, 0).page, ==, 3);
  g_assert_cmpuint (g_array_index (needs, CwPreviewNeed, 1).page, ==, 4);
  g_assert_cmpuint (cw_preview_layout_get_current_page (&layout, scroll), ==, 3);
  g_assert_cmpuint (cw_preview_layout_get_current_page (&layout, 0), ==, 0);
}

/* At every scale every page begins and ends on a whole device pixel, in the order of the pages. */
static void
test_fractional_scale (void)
{
  const double scales[] = { 1, 1.25, 1.5, 1.75, 2, 2.333 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      CwPreviewLayout layout = lay_out (777, 501, scales[i], CW_PREVIEW_ZOOM_FIT_WIDTH, 1, 900);
      int bottom = 0;

      g_assert_cmpfloat (layout.scale, ==, scales[i]);
      for (guint page = 0; page < 900; page++)
        {
          cairo_rectangle_int_t box = cw_preview_layout_get_page_box (&layout, page);

          g_assert_cmpint (box.y, ==, bottom + layout.gap);
          g_assert_cmpint (box.width, ==, layout.page_width);
          bottom = box.y + box.height;
        }
      g_assert_cmpfloat_with_epsilon (cw_preview_layout_get_content_height (&layout) * scales[i],
                                      bottom + layout.gap, 1e-6);
    }
}

/* Whatever the scroll position and the place of the view on its window, the content's origin is on
 * a device pixel. */
static void
test_snapped_origin (void)
{
  for (double scale = 1; scale <= 2.5; scale += 0.25)
    for (double scroll = 0; scroll < 10; scroll += 0.37)
      for (double offset = 0; offset < 40; offset += 3.3)
        {
          CwPreviewScene scene
              = { .layout = lay_out (700, 500, scale, CW_PREVIEW_ZOOM_FIT_WIDTH, 1, 3),
                  .scroll_x = scroll / 2,
                  .scroll_y = scroll,
                  .offset_x = offset,
                  .offset_y = offset };
          graphene_point_t origin = cw_preview_scene_get_origin (&scene);
          double device = (offset + origin.y) * scale;

          g_assert_cmpfloat_with_epsilon (device, round (device), 1e-3);
          g_assert_cmpfloat (fabs (origin.y + scroll), <=, 0.5 / scale + 1e-4);
          device = (offset + origin.x) * scale;
          g_assert_cmpfloat_with_epsilon (device, round (device), 1e-3);
        }
}

static void
test_paper_and_back (void)
{
  CwPreviewLayout layout = lay_out (640, 480, 1.5, CW_PREVIEW_ZOOM_FREE, 1.3, 7);

  for (guint page = 0; page < 7; page++)
    {
      CwPreviewPoint point = { page, 100.25, 3.5 };
      CwPreviewPoint back;
      double x;
      double y;

      cw_preview_layout_from_paper (&layout, point, &x, &y);
      back = cw_preview_layout_to_paper (&layout, x, y);
      g_assert_cmpuint (back.page, ==, page);
      g_assert_cmpfloat_with_epsilon (back.x, point.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.y, point.y, 1e-9);
    }
}

/* Compared with looking at each page in turn. */
static void
test_visible (void)
{
  for (double scale = 1; scale <= 2; scale += 0.5)
    {
      CwPreviewLayout layout = lay_out (300, 250, scale, CW_PREVIEW_ZOOM_FREE, 0.2, 12);
      double end = cw_preview_layout_get_content_height (&layout) - 250;

      for (double scroll = 0; scroll <= end; scroll += 0.5)
        {
          guint first = 0, last = 0, seen_first = G_MAXUINT, seen_last = 0;

          for (guint page = 0; page < 12; page++)
            {
              cairo_rectangle_int_t box = cw_preview_layout_get_page_box (&layout, page);

              if (box.y + box.height <= scroll * scale || box.y >= (scroll + 250) * scale)
                continue;
              seen_first = MIN (seen_first, page);
              seen_last = page;
            }
          g_assert_true (cw_preview_layout_get_visible (&layout, scroll, &first, &last));
          g_assert_cmpuint (first, ==, seen_first);
          g_assert_cmpuint (last, ==, seen_last);
        }
    }
}

static void
test_nothing_visible (void)
{
  CwPreviewLayout empty = lay_out (300, 250, 1, CW_PREVIEW_ZOOM_FIT_WIDTH, 1, 0);
  CwPreviewLayout hidden = lay_out (0, 0, 1, CW_PREVIEW_ZOOM_FIT_WIDTH, 1, 9);
  g_autoptr (GArray) needs = cw_preview_layout_get_needs (&hidden, 0, 0);
  guint first;
  guint last;

  g_assert_false (cw_preview_layout_get_visible (&empty, 0, &first, &last));
  g_assert_false (cw_preview_layout_get_visible (&hidden, 0, &first, &last));
  g_assert_cmpuint (needs->len, ==, 0);
}

static void
test_current_page (void)
{
  CwPreviewLayout layout = lay_out (640, 600, 1, CW_PREVIEW_ZOOM_FIT_WIDTH, 1, 3);
  double pitch = layout.page_height + layout.gap;

  g_assert_cmpuint (cw_preview_layout_get_current_page (&layout, 0), ==, 0);
  g_assert_cmpuint (cw_preview_layout_get_current_page (&layout, pitch - 250), ==, 1);
  g_assert_cmpuint (cw_preview_layout_get_current_page (&layout, pitch - 350), ==, 0);
  g_assert_cmpuint (cw_preview_layout_get_current_page (&layout, 2 * pitch), ==, 2);
}

/* Whole pages while they are small; of one too large for that, at least what is seen, and not all
 * of it. */
static void
test_needs (void)
{
  CwPreviewLayout layout = lay_out (640, 600, 1, CW_PREVIEW_ZOOM_FIT_WIDTH, 1, 9);
  g_autoptr (GArray) needs
      = cw_preview_layout_get_needs (&layout, 0, 2 * (layout.page_height + layout.gap));
  CwPreviewNeed *need = &g_array_index (needs, CwPreviewNeed, 0);

  g_assert_cmpuint (needs->len, ==, 3);
  g_assert_cmpuint (need[0].page, ==, 2);
  g_assert_true (need[0].visible);
  g_assert_cmpint (need[0].wanted.width, ==, layout.page_width);
  g_assert_cmpint (need[0].wanted.height, ==, layout.page_height);
  g_assert_cmpuint (need[1].page, ==, 3);
  g_assert_false (need[1].visible);
  g_assert_cmpuint (need[2].page, ==, 1);
  g_assert_false (need[2].visible);
}

static void
test_needs_of_large_pages (void)
{
  CwPreviewLayout layout = lay_out (640, 600, 2, CW_PREVIEW_ZOOM_FREE, 6, 9);
  g_autoptr (GArray) needs = cw_preview_layout_get_needs (&layout, 1500, 3000);
  CwPreviewNeed *need = &g_array_index (needs, CwPreviewNeed, 0);
  cairo_rectangle_int_t box = cw_preview_layout_get_page_box (&layout, 0);

  g_assert_cmpuint (needs->len, ==, 1);
  g_assert_cmpint (need->seen.x, ==, 3000 - box.x);
  g_assert_cmpint (need->seen.y, ==, 6000 - box.y);
  g_assert_cmpint (need->seen.width, >=, 1280);
  g_assert_cmpint (need->wanted.x, <=, need->seen.x);
  g_assert_cmpint (need->wanted.y, <=, need->seen.y);
  g_assert_cmpint (need->wanted.x + need->wanted.width, >=, need->seen.x + need->seen.width);
  g_assert_cmpint (need->wanted.y + need->wanted.height, >=, need->seen.y + need->seen.height);
  g_assert_cmpint (need->wanted.width * need->wanted.height, <=, 8000000);
}

static void
test_zoom_steps (void)
{
  double zoom = CW_PREVIEW_MIN_ZOOM;
  guint steps = 0;

  for (; zoom < CW_PREVIEW_MAX_ZOOM; steps++)
    {
      double next = cw_preview_zoom_step (zoom, 1);

      g_assert_cmpfloat (next, >, zoom);
      g_assert_cmpfloat (cw_preview_zoom_step (next, -1), ==, zoom);
      zoom = next;
    }
  g_assert_cmpuint (steps, >, 10);
  g_assert_cmpfloat (cw_preview_zoom_step (zoom, 1), ==, CW_PREVIEW_MAX_ZOOM);
  g_assert_cmpfloat (cw_preview_zoom_step (CW_PREVIEW_MIN_ZOOM, -1), ==, CW_PREVIEW_MIN_ZOOM);
  g_assert_cmpfloat (cw_preview_zoom_step (0.97, 1), ==, 1.0);
  g_assert_cmpfloat (cw_preview_zoom_clamp (NAN), ==, 1.0);
  g_assert_cmpfloat (cw_preview_zoom_clamp (1000), ==, CW_PREVIEW_MAX_ZOOM);
  g_assert_cmpfloat (cw_preview_zoom_clamp (-1), ==, CW_PREVIEW_MIN_ZOOM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/layout/fit-width", test_fit_width);
  g_test_add_func ("/preview/layout/fit-page", test_fit_page);
  g_test_add_func ("/preview/layout/spread", test_spread);
  g_test_add_func ("/preview/layout/spread-points", test_spread_points);
  g_test_add_func ("/preview/layout/spread-needs", test_spread_needs);
  g_test_add_func ("/preview/layout/true-size", test_true_size);
  g_test_add_func ("/preview/layout/fractional-scale", test_fractional_scale);
  g_test_add_func ("/preview/layout/snapped-origin", test_snapped_origin);
  g_test_add_func ("/preview/layout/paper-and-back", test_paper_and_back);
  g_test_add_func ("/preview/layout/visible", test_visible);
  g_test_add_func ("/preview/layout/nothing-visible", test_nothing_visible);
  g_test_add_func ("/preview/layout/current-page", test_current_page);
  g_test_add_func ("/preview/layout/needs", test_needs);
  g_test_add_func ("/preview/layout/needs-of-large-pages", test_needs_of_large_pages);
  g_test_add_func ("/preview/layout/zoom-steps", test_zoom_steps);
  return g_test_run ();
}
