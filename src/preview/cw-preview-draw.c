/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-draw.h"

#include <math.h>

#include "typeset/cw-standard.h"

static const GdkRGBA paper_white = { 1, 1, 1, 1 };

/* Width of the bar beside the line with the caret, and how far left of the type area it is, pt. */
#define MARK_WIDTH 3.0
#define MARK_DISTANCE 9.0

/**
 * cw_preview_snap:
 * @position: application pixels
 * @scale: device pixels to an application pixel
 *
 * Returns: the position of the nearest whole device pixel, in application pixels
 */
double
cw_preview_snap (double position, double scale)
{
  return floor (position * scale + 0.5) / scale;
}

/**
 * cw_preview_scene_get_origin:
 * @scene: what is drawn
 *
 * Where the upper left corner of the content is drawn, in the coordinates of the view, so that it
 * falls on a whole device pixel: both the scroll position and the place of the view in its window
 * may be fractions of one, and a picture drawn between pixels is blurred.
 *
 * Returns: the origin, application pixels
 */
graphene_point_t
cw_preview_scene_get_origin (const CwPreviewScene *scene)
{
  double scale = scene->layout.scale;
  double x = cw_preview_snap (scene->offset_x - scene->scroll_x, scale) - scene->offset_x;
  double y = cw_preview_snap (scene->offset_y - scene->scroll_y, scale) - scene->offset_y;

  return GRAPHENE_POINT_INIT ((float) x, (float) y);
}

static graphene_rect_t
to_view (const CwPreviewScene *scene, const cairo_rectangle_int_t *box)
{
  graphene_point_t origin = cw_preview_scene_get_origin (scene);
  double scale = scene->layout.scale;

  return GRAPHENE_RECT_INIT ((float) (origin.x + box->x / scale),
                             (float) (origin.y + box->y / scale), (float) (box->width / scale),
                             (float) (box->height / scale));
}

static void
draw_paper (GtkSnapshot *snapshot, const graphene_rect_t *paper)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.10f }, 0, 0, 1, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.22f }, 0, 2, 0, 7);
  gtk_snapshot_append_color (snapshot, &paper_white, paper);
}

/* A picture of the density asked for goes pixel for pixel; an older one is stretched until the new
 * one comes. It is placed in device pixels, for GSK first brings a texture to the size of its node,
 * and only then to the screen. */
static void
draw_picture (const CwPreviewScene *scene,
              GtkSnapshot *snapshot,
              CwPagePicture *picture,
              const graphene_rect_t *paper)
{
  float pixel = (float) (1 / scene->layout.scale);
  double stretch = scene->layout.density / cw_page_picture_get_density (picture);
  const cairo_rectangle_int_t *part = cw_page_picture_get_part (picture);
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT ((float) (part->x * stretch), (float) (part->y * stretch),
                            (float) (part->width * stretch), (float) (part->height * stretch));
  GskScalingFilter filter = fabs (stretch - 1) < 1e-9 ? GSK_SCALING_FILTER_NEAREST
                            : stretch < 0.5           ? GSK_SCALING_FILTER_TRILINEAR
                                                      : GSK_SCALING_FILTER_LINEAR;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &paper->origin);
  gtk_snapshot_scale (snapshot, pixel, pixel);
  gtk_snapshot_append_scaled_texture (snapshot, cw_page_picture_get_texture (picture), filter,
                                      &bounds);
  gtk_snapshot_restore (snapshot);
}

static graphene_rect_t
on_paper (const CwPreviewScene *scene,
          const graphene_rect_t *paper,
          double x,
          double y,
          double width,
          double height)
{
  double unit = scene->layout.density / scene->layout.scale;

  return GRAPHENE_RECT_INIT ((float) (paper->origin.x + x * unit),
                             (float) (paper->origin.y + y * unit), (float) (width * unit),
                             (float) (height * unit));
}

static void
draw_mark (const CwPreviewScene *scene, GtkSnapshot *snapshot, const graphene_rect_t *paper)
{
  const graphene_rect_t *caret = &scene->mark.caret;
  double left = CW_STD_BINDING_MARGIN - 2;
  double top = caret->origin.y - 3;
  double height = caret->size.height + 6;
  double width = CW_STD_PAGE_WIDTH - 2 * left;
  graphene_rect_t band = on_paper (scene, paper, left, top, width, height);
  graphene_rect_t bar = on_paper (scene, paper, CW_STD_BINDING_MARGIN * 0.8 - MARK_DISTANCE, top,
                                  MARK_WIDTH, height);
  GdkRGBA colour = scene->accent;

  /* when the margin is out of sight, at the edge of the view */
  bar.origin.x = MAX (bar.origin.x, 2);
  colour.alpha = (float) (0.16 * scene->mark.strength);
  if (colour.alpha > 0)
    gtk_snapshot_append_color (snapshot, &colour, &band);
  colour.alpha = 0.55f;
  gtk_snapshot_append_color (snapshot, &colour, &bar);
}

/* Around what is printed of an element, a little larger. */
static void
draw_element (const CwPreviewScene *scene, GtkSnapshot *snapshot, const graphene_rect_t *paper)
{
  const graphene_rect_t *place = &scene->element.caret;
  graphene_rect_t box = on_paper (scene, paper, place->origin.x - 3, place->origin.y - 3,
                                  place->size.width + 6, place->size.height + 6);
  const float width[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  GdkRGBA colour = scene->accent;
  const GdkRGBA colours[4] = { colour, colour, colour, colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, 3);
  gtk_snapshot_append_border (snapshot, &outline, width, colours);
  colour.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot, &colour, &box);
}

/* As with a marker on the paper: the print can be read through it. */
static void
draw_hits (const CwPreviewScene *scene,
           GtkSnapshot *snapshot,
           const graphene_rect_t *paper,
           guint page)
{
  static const GdkRGBA yellow = { 1, 0.8f, 0, 0.42f }, orange = { 1, 0.45f, 0, 0.55f };
  guint n = 0;
  const CwPreviewHit *hits
      = scene->hits != NULL ? cw_preview_hits_on_page (scene->hits, page, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      const graphene_rect_t *rect = &hits[i].rect;
      graphene_rect_t box = on_paper (scene, paper, rect->origin.x - 0.5, rect->origin.y - 1.5,
                                      rect->size.width + 1, rect->size.height + 3);

      gtk_snapshot_append_color (snapshot, hits[i].current ? &orange : &yellow, &box);
    }
}

static void
draw_page (const CwPreviewScene *scene, GtkSnapshot *snapshot, guint page)
{
  cairo_rectangle_int_t box = cw_preview_layout_get_page_box (&scene->layout, page);
  graphene_rect_t paper = to_view (scene, &box);
  CwPagePicture *picture = cw_picture_cache_get (scene->pictures, page);

  draw_paper (snapshot, &paper);
  gtk_snapshot_push_clip (snapshot, &paper);
  if (picture)
    draw_picture (scene, snapshot, picture, &paper);
  draw_hits (scene, snapshot, &paper, page);
  if (scene->mark.shown && scene->mark.page == page)
    draw_mark (scene, snapshot, &paper);
  if (scene->element.shown && scene->element.page == page)
    draw_element (scene, snapshot, &paper);
  gtk_snapshot_pop (snapshot);
}

/**
 * cw_preview_draw:
 * @scene: what is drawn
 * @snapshot: where to
 *
 * Draws the pages that are to be seen: white paper with a soft shadow, in a dark theme too, for
 * that is the colour it will be printed on.
 */
void
cw_preview_draw (const CwPreviewScene *scene, GtkSnapshot *snapshot)
{
  guint first;
  guint last;

  if (!cw_preview_layout_get_visible (&scene->layout, scene->scroll_y, &first, &last))
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) scene->layout.width,
                                                         (float) scene->layout.height));
  for (guint page = first; page <= last; page++)
    draw_page (scene, snapshot, page);
  gtk_snapshot_pop (snapshot);
}
