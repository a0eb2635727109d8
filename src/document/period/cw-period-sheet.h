/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

G_BEGIN_DECLS

/**
 * CwSheetRow:
 * @value: number of the quantity
 * @name: what it counts: its name, or the words before it
 * @unit: its unit, may be empty
 * @last: what it was, may be empty
 * @now: what it is, empty while it is a blank
 * @change: by how much it has changed, empty if that cannot be told
 * @percent: by how many per cent, empty if that cannot be told
 *
 * A row of the three-column sheet.
 */
typedef struct
{
  guint value;
  char *name;
  char *unit;
  char *last;
  char *now;
  char *change;
  char *percent;
} CwSheetRow;

GPtrArray *cw_period_sheet_find_rows (CwDocument *document);
CwTable *cw_period_sheet_make_table (CwDocument *document);
CwDocument *cw_period_sheet_insert (CwDocument *document, CwPlace *after);
void cw_sheet_row_free (CwSheetRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSheetRow, cw_sheet_row_free)

G_END_DECLS
