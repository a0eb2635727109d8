/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages/cw-pages.h"
#include "cw-preview-layout.h"

G_BEGIN_DECLS

gboolean cw_preview_find_cell (CwPages *pages, guint line, int row, int column, guint *page,
                               graphene_rect_t *area);
gboolean cw_preview_find_cell_at (CwPages *pages, const CwPreviewPoint *point, CwPlace *caption,
                                  guint *row, guint *column);

G_END_DECLS
