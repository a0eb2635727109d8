/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

#define CW_TYPE_REMARKS_DIALOG (cw_remarks_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwRemarksDialog, cw_remarks_dialog, CW, REMARKS_DIALOG, AdwDialog)

AdwDialog *cw_remarks_dialog_new (CwPages *pages);
gboolean cw_remarks_need_attention (CwPages *pages);

G_END_DECLS
