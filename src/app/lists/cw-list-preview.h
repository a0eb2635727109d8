/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/lists/cw-list.h"

G_BEGIN_DECLS

#define CW_TYPE_LIST_PREVIEW (cw_list_preview_get_type ())

G_DECLARE_FINAL_TYPE (CwListPreview, cw_list_preview, CW, LIST_PREVIEW, AdwBin)

GtkWidget *cw_list_preview_new (void);
void cw_list_preview_set_rows (CwListPreview *self, CwListForm *form, GPtrArray *rows);
GPtrArray *cw_list_preview_get_rows (CwListPreview *self);

G_END_DECLS
