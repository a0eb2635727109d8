/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page-picture.h"
#include "cw-preview-anchor.h"

G_BEGIN_DECLS

/**
 * CwPreviewWish:
 * @document: what to show
 * @profile: how
 * @guides: whether the guides are drawn over the pages
 * @sight: through what it is looked at; with a width of 0 no pictures are made
 * @anchor: what the reader's eye rests on
 * @anchor_document: (nullable): the document in which @anchor has its place
 * @pictures: (element-type CwPagePicture): the pictures there are already
 * @strip_sight: through what the thumbnails are looked at; with a width of 0 none are made
 * @strip_scroll: how far down their view is scrolled, in application pixels
 * @strip_pictures: (element-type CwPagePicture): the thumbnails there are already
 *
 * What the view would like to have.
 */
typedef struct
{
  CwDocument *document;
  CwProfile profile;
  gboolean guides;
  CwPreviewSight sight;
  CwPreviewAnchor anchor;
  CwDocument *anchor_document;
  GPtrArray *pictures;
  CwPreviewSight strip_sight;
  double strip_scroll;
  GPtrArray *strip_pictures;
} CwPreviewWish;

/**
 * CwPreviewReport:
 * @pages: the document as pages, to which the pictures belong
 * @is_new: whether this is the first report of @pages; it then comes with all pictures that are to
 * be seen and were not there yet
 * @pictures: (element-type CwPagePicture): new pictures
 * @strip_pictures: (element-type CwPagePicture): new thumbnails
 * @error: (nullable): why a picture could not be made
 *
 * What the worker has ready.
 */
typedef struct
{
  CwPages *pages;
  gboolean is_new;
  GPtrArray *pictures;
  GPtrArray *strip_pictures;
  GError *error;
} CwPreviewReport;

typedef void (*CwPreviewReportFunc) (const CwPreviewReport *report, gpointer user_data);

/**
 * CwPreviewWorker:
 *
 * The thread that makes pages and pictures of a document: at once by the painter, and when the hand
 * rests by poppler from the PDF.
 */
typedef struct _CwPreviewWorker CwPreviewWorker;

CwPreviewWorker *cw_preview_worker_new (CwPreviewReportFunc func, gpointer user_data);
void cw_preview_worker_free (CwPreviewWorker *self);
void cw_preview_worker_post (CwPreviewWorker *self, const CwPreviewWish *wish);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPreviewWorker, cw_preview_worker_free)

G_END_DECLS
