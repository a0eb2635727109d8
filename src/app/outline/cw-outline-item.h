/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "document/sections/cw-section-tree.h"

G_BEGIN_DECLS

#define CW_TYPE_OUTLINE_ITEM (cw_outline_item_get_type ())

G_DECLARE_FINAL_TYPE (CwOutlineItem, cw_outline_item, CW, OUTLINE_ITEM, GObject)

CwOutlineItem *cw_outline_item_new (void);
void cw_outline_item_set_node (CwOutlineItem *self, CwSectionTree *tree, guint place);
void cw_outline_item_set_pages (CwOutlineItem *self, const char *pages);
void cw_outline_item_set_n_marks (CwOutlineItem *self, guint n_marks);
const CwSectionNode *cw_outline_item_get_node (CwOutlineItem *self);
guint cw_outline_item_get_place (CwOutlineItem *self);
CwText *cw_outline_item_get_text (CwOutlineItem *self);
const char *cw_outline_item_get_title (CwOutlineItem *self);
const char *cw_outline_item_get_label (CwOutlineItem *self);
CwSection *cw_outline_item_get_section (CwOutlineItem *self);
guint cw_outline_item_get_n_marks (CwOutlineItem *self);
char *cw_outline_item_describe (CwOutlineItem *self);

const char *cw_section_state_get_name (CwSectionState state);
const char *cw_section_state_get_icon (CwSectionState state);

G_END_DECLS
