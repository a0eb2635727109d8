/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-table.h"

G_BEGIN_DECLS

gboolean cw_table_find_change (CwTable *from, CwTable *to, guint *row, guint *column);

G_END_DECLS
