/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/editor/cw-editor-buffer.h"
#include "cw-placeholder-item.h"

G_BEGIN_DECLS

void cw_placeholder_details_present (CwEditorBuffer *buffer, CwPlaceholderItem *item,
                                     GtkWidget *parent);

G_END_DECLS
