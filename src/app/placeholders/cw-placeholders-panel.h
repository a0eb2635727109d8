/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/editor/cw-editor-buffer.h"
#include "typeset/pages/cw-pages.h"
#include "cw-placeholder-list.h"

G_BEGIN_DECLS

#define CW_TYPE_PLACEHOLDERS_PANEL (cw_placeholders_panel_get_type ())

G_DECLARE_FINAL_TYPE (CwPlaceholdersPanel, cw_placeholders_panel, CW, PLACEHOLDERS_PANEL, AdwBin)

void cw_placeholders_panel_set_buffer (CwPlaceholdersPanel *self, CwEditorBuffer *buffer);
void cw_placeholders_panel_set_pages (CwPlaceholdersPanel *self, CwPages *pages);
CwPlaceholderList *cw_placeholders_panel_get_list (CwPlaceholdersPanel *self);
GtkWidget *cw_placeholders_panel_get_row (CwPlaceholdersPanel *self, guint position);
void cw_placeholders_panel_set_filter (CwPlaceholdersPanel *self, CwPlaceholderFilter filter);
gboolean cw_placeholders_panel_enter (CwPlaceholdersPanel *self, guint position);

G_END_DECLS
