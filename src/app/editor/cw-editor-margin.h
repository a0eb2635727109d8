/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

void cw_editor_margin_snapshot (CwEditor *editor, GtkSnapshot *snapshot);
char *cw_editor_margin_get_label (CwEditor *editor, guint line);

G_END_DECLS
