/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-cell-number.h"

#include <string.h>

/* Skips the characters of @set. */
static const char *
skip (const char *p, const char *set)
{
  while (*p != '\0' && g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL)
    p = g_utf8_next_char (p);
  return p;
}

/**
 * cw_cell_number_find:
 * @text: text of a cell
 * @point: (out): byte at which its decimal point stands, or would
 * @fraction: (out): whether there is one
 *
 * Whether a cell holds a number and nothing else: 1,234.50, −3.2%, ￥80, or XX.X for one still to
 * come. Such cells stand one under the other by their points (R117).
 *
 * Returns: %FALSE for any other text
 */
gboolean
cw_cell_number_find (const char *text, guint *point, gboolean *fraction)
{
  const char *p = skip (text, " +-−－＋￥¥$");
  const char *digits = p, *end;

  p = skip (p, "0123456789,X");
  end = p;
  *fraction = *p == '.';
  if (*fraction)
    p = skip (p + 1, "0123456789X");
  if (p == digits || (*fraction && p == digits + 1) || *digits == ',')
    return FALSE;
  *point = (guint) (end - text);
  return *skip (p, "%％‰* ") == '\0';
}

/**
 * cw_cell_number_is_blank:
 * @text: text of a cell
 *
 * Returns: whether it says no more than that there is nothing: empty, or a dash or a stroke
 */
gboolean
cw_cell_number_is_blank (const char *text)
{
  return *skip (text, " \n　-—–－/／…无") == '\0';
}
