/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

/* Private to this room: what the points of a paragraph say. */

G_BEGIN_DECLS

/**
 * CwListPart:
 * @start: first byte, that of its 一是
 * @end: byte after the last
 *
 * A point within a paragraph.
 */
typedef struct
{
  guint start;
  guint end;
} CwListPart;

GArray *cw_list_find_parts (const char *text);
char *cw_list_get_point (CwBlock *block, guint part);
guint cw_list_count_parts (CwBlock *block);
gboolean cw_list_is_item (const char *text);

G_END_DECLS
