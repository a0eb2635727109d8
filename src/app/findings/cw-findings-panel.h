/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cw-finding-row.h"

G_BEGIN_DECLS

/*
 * CwFindingsPanel::activated (CwFindingItem): its place is to be shown
 * CwFindingsPanel::command   (CwFindingItem, CwFindingCommand): something is to be done about it
 */
#define CW_TYPE_FINDINGS_PANEL (cw_findings_panel_get_type ())

G_DECLARE_FINAL_TYPE (CwFindingsPanel, cw_findings_panel, CW, FINDINGS_PANEL, AdwBin)

void cw_findings_panel_set_findings (CwFindingsPanel *self, CwFindings *findings);
GListModel *cw_findings_panel_get_model (CwFindingsPanel *self);

G_END_DECLS
