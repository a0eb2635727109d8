/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/text/cw-finding.h"

G_BEGIN_DECLS

/*
 * CwFindingItem::changed   its place in the list of findings is another
 */
#define CW_TYPE_FINDING_ITEM (cw_finding_item_get_type ())

G_DECLARE_FINAL_TYPE (CwFindingItem, cw_finding_item, CW, FINDING_ITEM, GObject)

CwFindingItem *cw_finding_item_new (CwFindings *findings, guint position);
const CwFinding *cw_finding_item_get (CwFindingItem *self);
guint cw_finding_item_get_position (CwFindingItem *self);
gboolean cw_finding_item_is_same (CwFindingItem *self, const CwFinding *finding);
void cw_finding_item_move (CwFindingItem *self, CwFindings *findings, guint position);
char *cw_finding_item_dup_quote (CwFindingItem *self);

G_END_DECLS
