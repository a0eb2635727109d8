/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-stretch.h"
#include "cw-editor.h"
#include "cw-layer.h"

G_BEGIN_DECLS

void cw_editor_set_layer (CwEditor *editor, CwEditorLayer layer, CwDocument *document,
                          const CwStretch *stretches, guint n);
const CwStretch *cw_editor_get_layer (CwEditor *editor, CwEditorLayer layer, guint *n);
const CwStretch *cw_editor_find_in_layer (CwEditor *editor, CwEditorLayer layer, CwPlace place);
void cw_editor_show_stretch (CwEditor *editor, const CwStretch *stretch);
void cw_editor_reveal_stretch (CwEditor *editor, const CwStretch *stretch);

/* For the editor itself. */
CwEditorLayers *cw_editor_layers_new (CwEditor *editor);
void cw_editor_layers_free (CwEditorLayers *self);
void cw_editor_layers_sync (CwEditorLayers *self);
void cw_editor_layers_draw (CwEditorLayers *self, GtkTextViewLayer layer, GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwEditorLayers, cw_editor_layers_free)

G_END_DECLS
