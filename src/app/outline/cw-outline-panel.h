/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/sections/cw-edit-sections.h"
#include "typeset/pages/cw-pages.h"
#include "app/editor/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_OUTLINE_PANEL (cw_outline_panel_get_type ())

G_DECLARE_FINAL_TYPE (CwOutlinePanel, cw_outline_panel, CW, OUTLINE_PANEL, AdwBin)

GtkWidget *cw_outline_panel_new (void);
void cw_outline_panel_set_editor (CwOutlinePanel *self, CwEditor *editor);
void cw_outline_panel_set_pages (CwOutlinePanel *self, CwPages *pages);
void cw_outline_panel_set_marks (CwOutlinePanel *self, const guint *per_block, guint n_blocks);
void cw_outline_panel_set_menu (CwOutlinePanel *self, GMenuModel *menu);
void cw_outline_panel_update (CwOutlinePanel *self);
gboolean cw_outline_panel_has_focus (CwOutlinePanel *self);
GArray *cw_outline_panel_get_selected (CwOutlinePanel *self);
void cw_outline_panel_select (CwOutlinePanel *self, GArray *sections);
void cw_outline_panel_say (CwOutlinePanel *self, guint block);

G_END_DECLS
