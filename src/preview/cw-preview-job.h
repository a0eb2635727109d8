/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-preview-worker.h"
#include "typeset/pages/cw-typesetter.h"

G_BEGIN_DECLS

/* Internal to the worker: reports and wishes as they go from thread to thread. */
CwPreviewWish *cw_preview_wish_copy (const CwPreviewWish *wish);
void cw_preview_wish_free (CwPreviewWish *wish);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPreviewWish, cw_preview_wish_free)

CwPreviewReport *cw_preview_report_new (CwPages *pages, gboolean is_new);
void cw_preview_report_free (CwPreviewReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPreviewReport, cw_preview_report_free)

/**
 * CwPreviewJob:
 *
 * The work itself, step by step: what is set, which pictures are there, which are still wanted.
 * Belongs to one thread.
 */
typedef struct _CwPreviewJob CwPreviewJob;

CwPreviewJob *cw_preview_job_new (void);
void cw_preview_job_free (CwPreviewJob *self);

CwPreviewReport *cw_preview_job_begin (CwPreviewJob *self, CwPreviewWish *wish);
CwPreviewReport *cw_preview_job_paint_next (CwPreviewJob *self);
CwPreviewReport *cw_preview_job_prove_next (CwPreviewJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPreviewJob, cw_preview_job_free)

G_END_DECLS
