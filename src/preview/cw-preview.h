/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

/**
 * CwPreviewZoomMode:
 * @CW_PREVIEW_ZOOM_FIT_WIDTH: the page is as wide as the view
 * @CW_PREVIEW_ZOOM_FIT_PAGE: one whole page fits into the view
 * @CW_PREVIEW_ZOOM_FREE: the zoom stays as it was set
 *
 * What decides how large the pages are drawn.
 */
typedef enum
{
  CW_PREVIEW_ZOOM_FIT_WIDTH,
  CW_PREVIEW_ZOOM_FIT_PAGE,
  CW_PREVIEW_ZOOM_FREE,
} CwPreviewZoomMode;

#define CW_TYPE_PREVIEW_ZOOM_MODE (cw_preview_zoom_mode_get_type ())

GType cw_preview_zoom_mode_get_type (void) G_GNUC_CONST;

/*
 * CwPreview:pages (CwPages, boxed, read-only): the setting now shown; notified when a newer one is
 * CwPreview:n-pages (guint, read-only)
 * CwPreview:page (guint, read-only): the page most visible, from 0
 * CwPreview:zoom (double): 1.0 is true size on a screen of 96 dpi; setting it makes zoom-mode free
 * CwPreview:zoom-mode (CwPreviewZoomMode)
 * CwPreview:busy (gboolean, read-only): whether what is shown is behind the document
 * CwPreview:guides (gboolean): whether type area, grid, line numbers and seals are drawn over it
 * CwPreview:spread (gboolean): whether two pages stand side by side, odd ones on the right
 * CwPreview:thumbnails (gboolean): whether small pages stand beside the large ones, to go there
 * CwPreview::place-activated (const CwPlace *place): a line was clicked; the place is in the
 *   document last set
 * CwPreview::element-activated (CwElement): furniture of the page was clicked
 */
#define CW_TYPE_PREVIEW (cw_preview_get_type ())

G_DECLARE_FINAL_TYPE (CwPreview, cw_preview, CW, PREVIEW, GtkWidget)

GtkWidget *cw_preview_new (void);

void cw_preview_set_document (CwPreview *self, CwDocument *document);
void cw_preview_set_profile (CwPreview *self, const CwProfile *profile);

void cw_preview_set_guides (CwPreview *self, gboolean guides);
gboolean cw_preview_get_guides (CwPreview *self);

CwPages *cw_preview_get_pages (CwPreview *self);
guint cw_preview_get_n_pages (CwPreview *self);
guint cw_preview_get_page (CwPreview *self);
gboolean cw_preview_get_busy (CwPreview *self);

double cw_preview_get_zoom (CwPreview *self);
void cw_preview_set_zoom (CwPreview *self, double zoom);
CwPreviewZoomMode cw_preview_get_zoom_mode (CwPreview *self);
void cw_preview_set_zoom_mode (CwPreview *self, CwPreviewZoomMode mode);
void cw_preview_zoom_in (CwPreview *self);
void cw_preview_zoom_out (CwPreview *self);
void cw_preview_zoom_reset (CwPreview *self);

gboolean cw_preview_get_spread (CwPreview *self);
void cw_preview_set_spread (CwPreview *self, gboolean spread);
gboolean cw_preview_get_thumbnails (CwPreview *self);
void cw_preview_set_thumbnails (CwPreview *self, gboolean thumbnails);

void cw_preview_show_page (CwPreview *self, guint page);
void cw_preview_show_place (CwPreview *self, CwPlace place, gboolean flash);
void cw_preview_show_cell (CwPreview *self, CwPlace caption, int row, int column, gboolean flash);
void cw_preview_show_element (CwPreview *self, int element);
gboolean cw_preview_find_eye (CwPreview *self, CwDocument *document, CwPlace *place);
void cw_preview_set_hits (CwPreview *self, CwDocument *document, const CwStretch *stretches,
                          guint n, int current);

G_END_DECLS
