/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

void cw_editor_paste_install (CwEditor *editor);
void cw_editor_copy_selection (CwEditor *editor);
void cw_editor_cut_selection (CwEditor *editor);
void cw_editor_paste_async (CwEditor *editor, GdkClipboard *clipboard);
void cw_editor_paste_plain_async (CwEditor *editor, GdkClipboard *clipboard);
gboolean cw_editor_paste_object_async (CwEditor *editor, GdkClipboard *clipboard);
void cw_editor_paste_text (CwEditor *editor, const char *text);
void cw_editor_paste_document (CwEditor *editor, CwDocument *fragment);

G_END_DECLS
