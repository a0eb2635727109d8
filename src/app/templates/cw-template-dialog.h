/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "formats/templates/cw-template.h"
#include "typeset/cw-profile.h"

G_BEGIN_DECLS

#define CW_TYPE_TEMPLATE_DIALOG (cw_template_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwTemplateDialog, cw_template_dialog, CW, TEMPLATE_DIALOG, AdwDialog)

CwTemplateDialog *cw_template_dialog_new (const CwProfile *profile);

G_END_DECLS
