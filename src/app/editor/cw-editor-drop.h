/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

void cw_editor_drop_install (CwEditor *editor);
void cw_editor_move_selection (CwEditor *editor, CwPlace to);

G_END_DECLS
