/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

/**
 * CwPreviewHit:
 * @rect: a part of a marked stretch in one line, pt on the page
 * @current: whether it is of the one that is shown now
 */
typedef struct
{
  graphene_rect_t rect;
  gboolean current;
} CwPreviewHit;

/**
 * CwPreviewHits:
 *
 * Stretches of text marked on the pages: where they are is found page by page, as pages come to be
 * seen.
 */
typedef struct _CwPreviewHits CwPreviewHits;

CwPreviewHits *cw_preview_hits_new (CwDocument *document, const CwStretch *stretches, guint n,
                                    int current);
void cw_preview_hits_free (CwPreviewHits *self);
void cw_preview_hits_set_pages (CwPreviewHits *self, CwPages *pages);
const CwPreviewHit *cw_preview_hits_on_page (CwPreviewHits *self, guint page, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPreviewHits, cw_preview_hits_free)

G_END_DECLS
