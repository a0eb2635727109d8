/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"
#include "cw-source-lines.h"

G_BEGIN_DECLS

/**
 * CwPart:
 * @style: what it is
 * @text: its text without a typed number; not NUL-terminated
 * @length: bytes in @text
 * @line: line of the source
 *
 * What one line of a source text, or a part of it, is in the document.
 */
typedef struct
{
  CwStyle style;
  const char *text;
  gsize length;
  guint line;
} CwPart;

GArray *cw_structure_find (CwSourceLines *lines, CwChanges *changes);
GArray *cw_structure_find_in_fragment (CwSourceLines *lines, CwChanges *changes);

/* Parts of the above; what they find is appended to an array of CwPart. */
guint cw_opening_find (CwSourceLines *lines, GArray *parts, CwChanges *changes);
guint cw_closing_find (CwSourceLines *lines, guint first, GArray *parts);
gboolean cw_closing_is_unit (const char *text, gsize length);
gsize cw_closing_match_date (const char *text);

G_END_DECLS
