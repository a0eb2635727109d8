/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/tables/cw-table.h"

G_BEGIN_DECLS

char *cw_table_to_csv (CwTable *table);

G_END_DECLS
