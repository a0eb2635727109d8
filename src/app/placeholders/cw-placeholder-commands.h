/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/editor/cw-editor-buffer.h"
#include "cw-placeholder-list.h"

G_BEGIN_DECLS

void cw_placeholder_fill (CwEditorBuffer *buffer, CwPlaceholderItem *item, const char *text);
char *cw_placeholder_command (CwEditorBuffer *buffer, CwPlaceholderItem *item,
                              CwPlaceholderList *list, const char *command, GtkWidget *parent);

G_END_DECLS
