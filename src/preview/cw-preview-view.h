/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page-picture.h"
#include "cw-preview-anchor.h"
#include "cw-preview-hits.h"
#include "cw-preview-worker.h"

G_BEGIN_DECLS

/*
 * CwPreviewView:page        (guint, read-only) the page most visible, from 0
 * CwPreviewView:zoom        (double)
 * CwPreviewView:zoom-mode   (CwPreviewZoomMode)
 * CwPreviewView::moved      what is to be seen has changed: other pictures may be needed
 * CwPreviewView::activated  (const CwPreviewPoint *point): the paper was clicked
 */
#define CW_TYPE_PREVIEW_VIEW (cw_preview_view_get_type ())

G_DECLARE_FINAL_TYPE (CwPreviewView, cw_preview_view, CW, PREVIEW_VIEW, GtkWidget)

GtkWidget *cw_preview_view_new (void);

CwPages *cw_preview_view_get_pages (CwPreviewView *self);
void cw_preview_view_show_pages (CwPreviewView *self, CwPages *pages, GPtrArray *pictures);
void cw_preview_view_add_pictures (CwPreviewView *self, GPtrArray *pictures);
void cw_preview_view_describe (CwPreviewView *self, CwPreviewWish *wish);

guint cw_preview_view_get_page (CwPreviewView *self);
double cw_preview_view_get_zoom (CwPreviewView *self);
void cw_preview_view_set_zoom (CwPreviewView *self, double zoom);
CwPreviewZoomMode cw_preview_view_get_zoom_mode (CwPreviewView *self);
void cw_preview_view_set_zoom_mode (CwPreviewView *self, CwPreviewZoomMode mode);
gboolean cw_preview_view_get_spread (CwPreviewView *self);
void cw_preview_view_set_spread (CwPreviewView *self, gboolean spread);
void cw_preview_view_zoom_at (CwPreviewView *self, double zoom, double x, double y);
void cw_preview_view_step_zoom (CwPreviewView *self, int direction);

void cw_preview_view_scroll_to (CwPreviewView *self, double x, double y, gboolean smooth);
void cw_preview_view_scroll_by (CwPreviewView *self, double pages_x, double pages_y);
void cw_preview_view_show_page (CwPreviewView *self, guint page);
void cw_preview_view_set_mark (CwPreviewView *self, guint page, const graphene_rect_t *caret);
gboolean cw_preview_view_reveal_mark (CwPreviewView *self, gboolean flash);
void cw_preview_view_set_element (CwPreviewView *self, guint page, const graphene_rect_t *place);
gboolean cw_preview_view_reveal_element (CwPreviewView *self);
void cw_preview_view_take_hits (CwPreviewView *self, CwPreviewHits *hits);
void cw_preview_view_activate_at (CwPreviewView *self, double x, double y);

const CwPreviewLayout *cw_preview_view_get_layout (CwPreviewView *self);
void cw_preview_view_get_scroll (CwPreviewView *self, double *x, double *y);

G_END_DECLS
