/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/cw-document.h"
#include "typeset/cw-profile.h"

G_BEGIN_DECLS

#define CW_TYPE_SOLUTIONS_DIALOG (cw_solutions_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwSolutionsDialog, cw_solutions_dialog, CW, SOLUTIONS_DIALOG, AdwDialog)

AdwDialog *
cw_solutions_dialog_new (CwDocument *document, const CwProfile *profile, const char *what);

G_END_DECLS
