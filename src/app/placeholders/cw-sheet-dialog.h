/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "formats/values/cw-value-sheet.h"

G_BEGIN_DECLS

#define CW_TYPE_SHEET_DIALOG (cw_sheet_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwSheetDialog, cw_sheet_dialog, CW, SHEET_DIALOG, AdwDialog)

CwSheetDialog *cw_sheet_dialog_new (CwDocument *document, GArray *answers, const char *problems);
CwDocument *cw_sheet_dialog_apply (CwSheetDialog *self, CwDocument *document, guint *n_taken);

G_END_DECLS
