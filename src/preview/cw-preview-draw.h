/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-picture-cache.h"
#include "cw-preview-hits.h"
#include "cw-preview-layout.h"

G_BEGIN_DECLS

/**
 * CwPreviewMark:
 * @shown: whether there is one
 * @page: page it is on, from 0
 * @caret: the caret, pt on the page
 * @strength: 1 for a mark that has just been set, falling to 0
 *
 * The soft mark at the line where the caret is.
 */
typedef struct
{
  gboolean shown;
  guint page;
  graphene_rect_t caret;
  double strength;
} CwPreviewMark;

/**
 * CwPreviewScene:
 * @layout: where the pages are
 * @scroll_x: application pixels
 * @scroll_y: application pixels
 * @offset_x: where the view begins on the surface, in application pixels; may lie between device
 * pixels
 * @offset_y: the same downwards
 * @pictures: the pictures there are
 * @mark: the mark
 * @element: the place of an element that is being filled in; its strength means nothing
 * @accent: the colour of both
 * @hits: (nullable): what is marked on the pages
 *
 * All that is drawn.
 */
typedef struct
{
  CwPreviewLayout layout;
  double scroll_x;
  double scroll_y;
  double offset_x;
  double offset_y;
  CwPictureCache *pictures;
  CwPreviewMark mark;
  CwPreviewMark element;
  GdkRGBA accent;
  CwPreviewHits *hits;
} CwPreviewScene;

double cw_preview_snap (double position, double scale);
graphene_point_t cw_preview_scene_get_origin (const CwPreviewScene *scene);
void cw_preview_draw (const CwPreviewScene *scene, GtkSnapshot *snapshot);

G_END_DECLS
