/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-search-private.h"

#include <string.h>

/* Characters a keyboard gives in two widths, besides the full-width forms of ASCII: all in one string
 * stand for each other. */
static const char *const alike[] = { "\"“”＂", "'‘’＇", ".。．", "-－—–", "~～", "<《〈＜", ">》〉＞",
                                     "[［【〔", "]］】〕", "$＄￥" };

static void
append_escaped (GString *pattern, gunichar ch)
{
  g_string_append_printf (pattern, "\\x{%X}", ch);
}

static const char *
find_alike (gunichar ch)
{
  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    if (g_utf8_strchr (alike[i], -1, ch) != NULL)
      return alike[i];
  return NULL;
}

static gunichar
other_width (gunichar ch)
{
  if (ch > 0x20 && ch < 0x7f)
    return ch + 0xfee0;
  if (ch > 0xff00 && ch < 0xff5f)
    return ch - 0xfee0;
  return ch == 0x20 ? 0x3000 : ch == 0x3000 ? 0x20 : 0;
}

static void
append_any_width (GString *pattern, gunichar ch)
{
  const char *others = find_alike (ch);
  gunichar other = other_width (ch);

  if (others == NULL && other == 0)
    {
      append_escaped (pattern, ch);
      return;
    }
  g_string_append_c (pattern, '[');
  append_escaped (pattern, ch);
  if (other != 0)
    append_escaped (pattern, other);
  for (; others != NULL && *others != '\0'; others = g_utf8_next_char (others))
    append_escaped (pattern, g_utf8_get_char (others));
  g_string_append_c (pattern, ']');
}

/**
 * cw_search_pattern_from_text:
 * @text: plain text
 * @any_width: whether characters stand for those of the other width too
 *
 * Returns: (transfer full): a regular expression that matches it
 */
char *
cw_search_pattern_from_text (const char *text, gboolean any_width)
{
  GString *pattern = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (any_width)
      append_any_width (pattern, g_utf8_get_char (p));
    else
      append_escaped (pattern, g_utf8_get_char (p));
  return g_string_free_and_steal (pattern);
}
