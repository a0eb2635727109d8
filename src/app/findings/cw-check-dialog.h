/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_CHECK_DIALOG (cw_check_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwCheckDialog, cw_check_dialog, CW, CHECK_DIALOG, AdwPreferencesDialog)

AdwDialog *cw_check_dialog_new (GSettings *settings);

G_END_DECLS
