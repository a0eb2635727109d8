/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-placeholder-words.h"
#include "cw-placeholder.h"

/* Private to this room: what the rules for placeholders look at the text with. */

G_BEGIN_DECLS

/**
 * CwFill:
 *
 * Kinds of characters that stand for something missing.
 */
typedef enum
{
  CW_FILL_NONE,
  CW_FILL_X,
  CW_FILL_LINE,
  CW_FILL_RING,
  CW_FILL_STAR,
  CW_FILL_BOX,
  CW_N_FILLS,
} CwFill;

/**
 * CwRule:
 * @characters: the characters of this kind
 * @alone: so many are a blank whatever follows; 0: never
 * @counted: so many are a blank if a unit or a noun follows directly
 */
typedef struct
{
  const char *characters;
  guint alone;
  guint counted;
} CwRule;

extern const CwRule cw_scan_rules[CW_N_FILLS];

/**
 * CwScan:
 * @begin: start of the text
 * @limit: its end
 * @floor: end of the placeholder before: nothing reaches back over it
 * @star: the last run of * that was none, which may have opened **bold**
 * @found: (owned): the placeholders found
 */
typedef struct
{
  const char *begin;
  const char *limit;
  const char *floor;
  const char *star;
  GArray *found;
} CwScan;

CwFill cw_scan_fill_at (CwScan *self, const char *p, gsize *length);
const char *cw_scan_end_of_run (CwScan *self, const char *p, CwFill fill, guint *n);
gboolean cw_scan_starts_with (CwScan *self, const char *p, const char *word);
gboolean cw_scan_is_behind (CwScan *self, const char *p, const char *word);
gboolean cw_scan_is_behind_any (CwScan *self, const char *p, CwWords list);
char cw_scan_byte_at (CwScan *self, const char *p);
gboolean cw_scan_digit_at (CwScan *self, const char *p);
gboolean cw_scan_is_line_start (CwScan *self, const char *p);
gboolean cw_scan_latin_before (CwScan *self, const char *p);
gboolean cw_scan_latin_after (CwScan *self, const char *p);
gboolean cw_scan_latin_near (CwScan *self, const char *start, const char *end);
const char *cw_scan_read_date_figures (CwScan *self, const char *p, gboolean *blank);
int cw_scan_date_part_at (CwScan *self, const char *p);
const char *cw_scan_accept (CwScan *self, const char *start, const char *end, gsize unit_length);

G_END_DECLS
