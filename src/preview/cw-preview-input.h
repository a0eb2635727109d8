/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-preview-view.h"

G_BEGIN_DECLS

void cw_preview_input_bind_keys (GtkWidgetClass *widget_class);
void cw_preview_input_attach (CwPreviewView *view);

G_END_DECLS
