/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-preview-view.h"
#include "cw-preview-worker.h"
#include "cw-preview.h"

G_BEGIN_DECLS

/* For cw-preview.c, cw-preview-places.c and cw-preview-zoom.c, which are one class. */
struct _CwPreview
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  CwPreviewView *view;
  GtkWidget *strip_scrolled; /* thumbnails, while they are shown */
  CwPreviewView *strip;
  CwPreviewWorker *worker; /* from the first document on */

  CwDocument *document; /* the newest, which the pages shown may not be of yet */
  CwProfile profile;
  gboolean guides;
  gboolean busy;

  gboolean has_place;
  CwPlace place; /* in @document */
  int row;       /* of the cell, if the place is the caption of a table; else -1 */
  int column;
  gboolean reveal;
  gboolean flash;

  int element; /* being filled in, or -1 */
  gboolean reveal_element;
};

enum
{
  CW_PREVIEW_PLACE_ACTIVATED,
  CW_PREVIEW_ELEMENT_ACTIVATED,
  CW_PREVIEW_CELL_ACTIVATED,
  CW_PREVIEW_N_SIGNALS,
};

extern guint cw_preview_signals[CW_PREVIEW_N_SIGNALS];

CwPreviewView *cw_preview_get_view (CwPreview *self);
gboolean cw_preview_is_up_to_date (CwPreview *self);
void cw_preview_update_mark (CwPreview *self);
void cw_preview_update_element (CwPreview *self);
void cw_preview_on_activated (CwPreviewView *view, const CwPreviewPoint *point, CwPreview *self);
void cw_preview_post_wish (CwPreview *self);
void cw_preview_describe_strip (CwPreview *self, CwPreviewWish *wish);
void cw_preview_show_strip_pages (CwPreview *self, CwPages *pages);
void cw_preview_mark_strip (CwPreview *self);
void cw_preview_add_style (void);

G_END_DECLS
