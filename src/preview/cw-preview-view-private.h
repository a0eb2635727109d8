/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cw-preview-draw.h"
#include "cw-preview-view.h"
#include "cw-scroller.h"

G_BEGIN_DECLS

/* For cw-preview-view.c, cw-preview-view-pages.c and cw-preview-view-moves.c, which are one class.
 */
struct _CwPreviewView
{
  GtkWidget parent_instance;

  CwScroller *scroller;
  GtkScrollablePolicy
      policies[2]; /* by GtkOrientation; kept for the interface, no size is asked for */

  CwPages *pages;
  CwPictureCache *pictures;
  CwPreviewZoomMode zoom_mode;
  double free_zoom;
  gboolean spread;
  CwPreviewLayout layout;
  CwPreviewMark mark;
  CwPreviewMark element;
  CwPreviewHits *hits; /* owned; NULL for none */

  AdwAnimation *flash;
  GdkSurface *surface; /* whose scale is watched, while realized */
  guint announcing;    /* idle that says what has changed */
  guint said_page;
  guint said_n_pages;
  double said_zoom;
};

CwPreviewSight cw_preview_view_get_sight (CwPreviewView *self);
CwPreviewAnchor cw_preview_view_take_anchor (CwPreviewView *self);
void cw_preview_view_arrange (CwPreviewView *self, const CwPreviewAnchor *anchor);
void cw_preview_view_change_zoom_mode (CwPreviewView *self, CwPreviewZoomMode mode);
void cw_preview_view_emit_activated (CwPreviewView *self, const CwPreviewPoint *point);

G_END_DECLS
