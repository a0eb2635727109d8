/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/tables/cw-table-view.h"
#include "cw-editor.h"

G_BEGIN_DECLS

CwEditorBlocks *cw_editor_blocks_new (CwEditor *editor);
void cw_editor_blocks_free (CwEditorBlocks *self);
void cw_editor_blocks_sync (CwEditorBlocks *self);
void cw_editor_blocks_set_room (CwEditorBlocks *self, int left, int width);
void cw_editor_blocks_check (CwEditorBlocks *self);
gboolean cw_editor_blocks_has_focus (CwEditorBlocks *self);
GtkWidget *cw_editor_blocks_get_widget (CwEditorBlocks *self, guint line);
gboolean cw_editor_blocks_get_nth_table (CwEditorBlocks *self, guint n, CwTableView **view,
                                         guint *line);
gboolean cw_editor_blocks_get_cell_area (CwEditorBlocks *self, guint line, guint row, guint column,
                                         GdkRectangle *area);
gboolean cw_editor_blocks_enter (CwEditorBlocks *self, guint line, int direction);
GtkWidget *cw_editor_blocks_find_at (CwEditorBlocks *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwEditorBlocks, cw_editor_blocks_free)

G_END_DECLS
