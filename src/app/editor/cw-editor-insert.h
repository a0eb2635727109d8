/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

void cw_editor_insert_table (CwEditor *editor, CwTable *table);
void cw_editor_insert_picture (CwEditor *editor, CwPicture *picture);
void cw_editor_insert_attachment (CwEditor *editor, CwAttachmentFlags flags);
void cw_editor_insert_annotation (CwEditor *editor);
void cw_editor_insert_note (CwEditor *editor);
void cw_editor_insert_line_break (CwEditor *editor);

G_END_DECLS
