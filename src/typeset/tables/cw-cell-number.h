/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_cell_number_find (const char *text, guint *point, gboolean *fraction);
gboolean cw_cell_number_is_blank (const char *text);

G_END_DECLS
