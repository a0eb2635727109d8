/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

void cw_editor_focus_snapshot (CwEditor *editor, GtkSnapshot *snapshot);
void cw_editor_focus_get_lit (CwEditor *editor, int *top, int *height);

G_END_DECLS
