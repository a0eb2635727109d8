/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/editor/cw-editor-buffer.h"
#include "cw-element-field.h"

G_BEGIN_DECLS

#define CW_TYPE_ELEMENTS_PANEL (cw_elements_panel_get_type ())

G_DECLARE_FINAL_TYPE (CwElementsPanel, cw_elements_panel, CW, ELEMENTS_PANEL, AdwBin)

GtkWidget *cw_elements_panel_new (void);
void cw_elements_panel_set_buffer (CwElementsPanel *self, CwEditorBuffer *buffer);
CwElementField *cw_elements_panel_get_field (CwElementsPanel *self, CwElement element);
gboolean cw_elements_panel_open_element (CwElementsPanel *self, CwElement element);
gboolean cw_elements_panel_select_text (CwElementsPanel *self, CwElement element, guint start,
                                       guint end);
gboolean cw_elements_panel_open_missing (CwElementsPanel *self);
guint cw_elements_panel_get_n_missing (CwElementsPanel *self);

G_END_DECLS
