/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/lists/cw-list.h"

G_BEGIN_DECLS

#define CW_TYPE_LIST_DIALOG (cw_list_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwListDialog, cw_list_dialog, CW, LIST_DIALOG, AdwDialog)

AdwDialog *cw_list_dialog_new (CwDocument *document, GPtrArray *forms, const guint *positions,
                               guint n_positions);

G_END_DECLS
