/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-layout.h"

G_BEGIN_DECLS

CwLayout *cw_page_builder_build (CwPieceCache *cache, CwDocument *document, GArray *pieces,
                                 const CwGrid *grid,
                                 const CwProfile *profile);

G_END_DECLS
