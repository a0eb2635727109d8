/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/cw-document.h"

G_BEGIN_DECLS

#define CW_TYPE_PERIOD_DIALOG (cw_period_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwPeriodDialog, cw_period_dialog, CW, PERIOD_DIALOG, AdwDialog)

AdwDialog *cw_period_dialog_new (CwDocument *document);

G_END_DECLS
