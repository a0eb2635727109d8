/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

/**
 * cw_find_matches:
 * @text: a row's text
 * @pattern: a regular expression; it is kept, so only ever a constant
 *
 * Returns: whether it is found in the text
 */
gboolean
cw_find_matches (const char *text, const char *pattern)
{
  static GMutex mutex;
  static GHashTable *compiled;
  GRegex *regex;

  g_mutex_lock (&mutex);
  if (compiled == NULL)
    compiled = g_hash_table_new (g_direct_hash, g_direct_equal);
  regex = g_hash_table_lookup (compiled, pattern);
  if (regex == NULL)
    {
      regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (regex != NULL);
      g_hash_table_insert (compiled, (char *) pattern, regex);
    }
  g_mutex_unlock (&mutex);
  return g_regex_match (regex, text, 0, NULL);
}

/**
 * cw_find_is_han:
 * @ch: a character
 *
 * Returns: whether it is a Han character
 */
gboolean
cw_find_is_han (gunichar ch)
{
  return (ch >= 0x3400 && ch <= 0x9fff) || (ch >= 0xf900 && ch <= 0xfaff)
         || (ch >= 0x20000 && ch <= 0x323af) || ch == 0x3007;
}

/**
 * cw_find_is_mark:
 * @ch: a character
 *
 * Returns: whether it is a full-width mark half of which may go at the end of a line (R144)
 */
gboolean
cw_find_is_mark (gunichar ch)
{
  return ch < 0x10000
         && g_utf8_strchr ("，。、；：？！“”‘’《》〈〉（）〔〕【】「」『』．", -1, ch) != NULL;
}

/**
 * cw_find_level:
 * @text: a row's text
 *
 * Returns: 1 to 4 if it begins like a heading of that level (R61), or 0
 */
guint
cw_find_level (const char *text)
{
  if (cw_find_matches (text, "^[一二三四五六七八九十百]+、"))
    return 1;
  if (cw_find_matches (text, "^[（(][一二三四五六七八九十百]+[）)]"))
    return 2;
  if (cw_find_matches (text, "^[0-9]{1,2}[.．、](?![0-9])"))
    return 3;
  return cw_find_matches (text, "^[（(][0-9]{1,2}[）)]") ? 4 : 0;
}
