/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/findings/cw-text-checker.h"
#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

#define CW_TYPE_READY_DIALOG (cw_ready_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwReadyDialog, cw_ready_dialog, CW, READY_DIALOG, AdwDialog)

AdwDialog *cw_ready_dialog_new (CwPages *pages, const char *name, CwTextChecker *checker);

G_END_DECLS
