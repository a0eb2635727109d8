/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-preview-view.h"
#include "cw-preview.h"

G_BEGIN_DECLS

/* For cw-preview.c and cw-preview-zoom.c, which are one class. */
CwPreviewView *cw_preview_get_view (CwPreview *self);
void cw_preview_add_style (void);

G_END_DECLS
