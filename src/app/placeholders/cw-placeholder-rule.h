/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/editor/cw-editor-buffer.h"
#include "cw-placeholder-item.h"

G_BEGIN_DECLS

void cw_placeholder_rule_present (CwEditorBuffer *buffer, CwPlaceholderItem *item,
                                  GtkWidget *parent);
GHashTable *cw_placeholder_rule_find_problems (CwDocument *document);

G_END_DECLS
