/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

void cw_editor_keys_install (CwEditor *editor);
gboolean cw_editor_keys_backspace (CwEditor *editor);
gboolean cw_editor_keys_delete (CwEditor *editor);
gboolean cw_editor_keys_tab (CwEditor *editor, gboolean backwards);
gboolean cw_editor_keys_return (CwEditor *editor);

G_END_DECLS
