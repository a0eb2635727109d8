/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/lists/cw-list.h"

G_BEGIN_DECLS

#define CW_TYPE_LIST_POPOVER (cw_list_popover_get_type ())

G_DECLARE_FINAL_TYPE (CwListPopover, cw_list_popover, CW, LIST_POPOVER, GtkPopover)

GtkWidget *cw_list_popover_new (const CwListChange *const *changes, guint n_changes);

G_END_DECLS
