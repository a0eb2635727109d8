/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/tables/cw-table.h"

G_BEGIN_DECLS

char *
cw_table_to_tabs (CwTable *table, guint row, guint column, guint last_row, guint last_column);
char *
cw_table_to_html (CwTable *table, guint row, guint column, guint last_row, guint last_column);
CwTable *cw_table_from_tabs (const char *text);
CwTable *cw_table_from_html (const char *html, gsize length, gboolean *alone);

G_END_DECLS
