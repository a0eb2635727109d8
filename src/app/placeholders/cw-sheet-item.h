/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/values/cw-value-sheet.h"

G_BEGIN_DECLS

#define CW_TYPE_SHEET_ITEM (cw_sheet_item_get_type ())

G_DECLARE_FINAL_TYPE (CwSheetItem, cw_sheet_item, CW, SHEET_ITEM, GObject)

CwSheetItem *cw_sheet_item_new (GArray *answers, guint position);
const CwSheetAnswer *cw_sheet_item_get_answer (CwSheetItem *self);
gboolean cw_sheet_item_get_chosen (CwSheetItem *self);
void cw_sheet_item_set_chosen (CwSheetItem *self, gboolean chosen);
gboolean cw_sheet_item_is_rival (CwSheetItem *self, CwSheetItem *other);
char *cw_sheet_item_dup_change (CwSheetItem *self);
char *cw_sheet_item_dup_giver (CwSheetItem *self);
char *cw_sheet_item_dup_problem (CwSheetItem *self);

G_END_DECLS
