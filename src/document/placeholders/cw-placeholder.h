/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwPlaceholder:
 * @start: first byte of the blank
 * @end: byte after the blank
 * @unit_end: byte after the unit that follows the blank (次, 名, 人次 …); equals @end without one
 *
 * A place in a draft that somebody still has to fill in: the XX of “XX名”.
 */
typedef struct
{
  guint start;
  guint end;
  guint unit_end;
} CwPlaceholder;

GArray *cw_placeholder_scan (const char *utf8, gsize length);

G_END_DECLS
