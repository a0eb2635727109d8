/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-edit-lines.h"

/* Private to this room: the part of a document that an edit replaces. */

G_BEGIN_DECLS

/**
 * CwRange:
 * @document: (unowned): the document
 * @start: where the part begins
 * @end: where it ends
 * @upper: the line @start is in
 * @lower: the line @end is in
 * @low: rank of the line above @upper, the lowest if there is none
 * @high: rank of the line below @lower, the highest if there is none
 * @same_line: whether @upper is @lower
 * @keeps_upper: whether @upper has a table or picture that is not deleted with the part
 * @keeps_lower: the same of @lower
 * @tail_empty: whether nothing is left of @lower behind the part
 * @is_all: whether it is the whole document
 */
typedef struct
{
  CwDocument *document;
  CwPlace start;
  CwPlace end;
  CwFlowLine upper;
  CwFlowLine lower;
  CwRank low;
  CwRank high;
  gboolean same_line;
  gboolean keeps_upper;
  gboolean keeps_lower;
  gboolean tail_empty;
  gboolean is_all;
} CwRange;

void cw_range_init (CwRange *self, CwDocument *document, CwPlace start, CwPlace end);
void cw_range_set_next_style (CwRange *self, CwEditLine *line);
gboolean cw_range_keeps_break (CwRange *self, CwText *part);
CwPlace cw_range_get_after (CwRange *self, GPtrArray *parts);
GArray *cw_range_make_lines (CwRange *self, GPtrArray *parts);
CwDocument *cw_range_replace (CwRange *self, GArray *lines);

G_END_DECLS
