/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "cw-table-part.h"

G_BEGIN_DECLS

GArray *cw_table_rules_find (const CwTableSetting *table, const CwTablePart *part);
gboolean cw_table_part_find_cell (const CwTablePart *self,
                                  const CwTableSetting *table,
                                  double x,
                                  double y,
                                  guint *row,
                                  guint *column);
gboolean cw_table_part_find_area (const CwTablePart *self,
                                  const CwTableSetting *table,
                                  guint row,
                                  guint column,
                                  graphene_rect_t *area);
void cw_table_part_get_lines (const CwTablePart *self,
                              const CwTableSetting *table,
                              guint number,
                              guint *first,
                              guint *end);

G_END_DECLS
