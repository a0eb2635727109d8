/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"
#include "cw-source-lines.h"

G_BEGIN_DECLS

/**
 * CwPart:
 * @style: what it is
 * @text: its text without a typed number; not NUL-terminated; of a table the lines as they came
 * @length: bytes in @text
 * @line: line of the source
 * @element: an element that is not in the flow, in place of @style; 0 otherwise
 *
 * What one line of a source text, or a part of it, is in the document.
 */
typedef struct
{
  CwStyle style;
  const char *text;
  gsize length;
  guint line;
  CwElement element;
} CwPart;

GArray *cw_structure_find (CwSourceLines *lines, CwChanges *changes);
GArray *cw_structure_find_in_fragment (CwSourceLines *lines, CwChanges *changes);

/* Parts of the above; what they find is appended to an array of CwPart. */
guint cw_opening_find (CwSourceLines *lines, GArray *parts, CwChanges *changes);
gboolean cw_opening_is_title (const CwSourceLine *line);
guint cw_closing_find (CwSourceLines *lines, guint first, guint end, GArray *parts);
gboolean cw_closing_is_note (const CwSourceLine *line);
guint cw_grid_count_lines (CwSourceLines *lines, guint first, guint end);
CwPart cw_grid_get_part (CwSourceLines *lines, guint first, guint n);
CwTable *cw_grid_new_table (const CwPart *part);
void cw_furniture_take (CwSourceLines *lines, GArray *parts);
guint cw_attachments_find (CwSourceLines *lines, guint first);
gboolean cw_attachments_is_head (CwSourceLines *lines, guint i);
guint cw_attachments_add_title (CwSourceLines *lines, guint head, GArray *parts);
gboolean cw_closing_is_unit (const char *text, gsize length);
gsize cw_closing_match_date (const char *text);

G_END_DECLS
