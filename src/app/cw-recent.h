/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *cw_recent_get_infos (guint most);
GMenuModel *cw_recent_menu_new (void);
void cw_recent_add (GFile *file);

G_END_DECLS
