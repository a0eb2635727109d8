/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/values/cw-blank.h"
#include "cw-editor.h"

G_BEGIN_DECLS

void cw_editor_set_style (CwEditor *editor, CwStyle style);
void cw_editor_shift_level (CwEditor *editor, int by);
void cw_editor_toggle_emphasis (CwEditor *editor);
gboolean cw_editor_get_emphasis (CwEditor *editor);
void cw_editor_insert_page_break (CwEditor *editor);
gboolean cw_editor_next_placeholder (CwEditor *editor);
gboolean cw_editor_previous_placeholder (CwEditor *editor);
gboolean cw_editor_get_placeholder (CwEditor *editor, guint line, guint offset, CwBlank *blank);
gboolean cw_editor_make_placeholder (CwEditor *editor);
gboolean cw_editor_drop_placeholder (CwEditor *editor);

G_END_DECLS
