/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

void cw_editor_scroll_to (CwEditor *editor, CwPlace place);
void cw_editor_scroll_to_cell (CwEditor *editor, guint line, guint row, guint column);

G_END_DECLS
