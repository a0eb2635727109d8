/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-edit-sections.h"

/* Private to the files that edit sections. */

G_BEGIN_DECLS

GPtrArray *cw_sections_blocks_new (void);
void cw_sections_add_range (GPtrArray *blocks, CwDocument *document, guint first, guint end);
CwDocument *cw_sections_with_blocks (CwDocument *document, GPtrArray *blocks);
guint cw_sections_get_level (CwDocument *document, guint block);
gboolean cw_sections_is_attachment (CwDocument *document, guint block);
int cw_sections_find_sibling (CwSectionTree *tree, int place, int direction);

G_END_DECLS
