/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor-blocks.h"

G_BEGIN_DECLS

GtkWidget *cw_editor_attachment_new (CwEditorBlocks *blocks, CwBlock *block);
void cw_editor_attachment_update (GtkWidget *button, CwBlock *block);
gboolean cw_editor_show_attachment_menu (CwEditor *editor);

G_END_DECLS
