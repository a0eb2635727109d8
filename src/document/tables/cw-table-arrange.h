/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-table.h"

/* Private to this room: rows and columns of a table in another order. */

G_BEGIN_DECLS

CwTable *cw_table_arrange (CwTable *table, const int *rows, guint n_rows, const int *columns,
                           guint n_columns, guint n_header_rows);

G_END_DECLS
