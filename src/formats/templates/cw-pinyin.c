/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pinyin.h"

/* GB 2312 sorts its first 3,755 characters, those of daily use, by their reading in pinyin: where a
 * letter begins is all there is to know. No reading begins with i, u or v. */
static const struct
{
  guint first;
  char letter;
} beginnings[] = {
  { 0xB0A1, 'a' }, { 0xB0C5, 'b' }, { 0xB2C1, 'c' }, { 0xB4EE, 'd' }, { 0xB6EA, 'e' },
  { 0xB7A2, 'f' }, { 0xB8C1, 'g' }, { 0xB9FE, 'h' }, { 0xBBF7, 'j' }, { 0xBFA6, 'k' },
  { 0xC0AC, 'l' }, { 0xC2E8, 'm' }, { 0xC4C3, 'n' }, { 0xC5B6, 'o' }, { 0xC5BE, 'p' },
  { 0xC6DA, 'q' }, { 0xC8BB, 'r' }, { 0xC8F6, 's' }, { 0xCBFA, 't' }, { 0xCDDA, 'w' },
  { 0xCEF4, 'x' }, { 0xD1B9, 'y' }, { 0xD4D1, 'z' }, { 0xD7FA, '\0' },
};

static char
get_initial (guint code)
{
  if (code < beginnings[0].first)
    return '\0';
  for (guint i = 1; i < G_N_ELEMENTS (beginnings); i++)
    if (code < beginnings[i].first)
      return beginnings[i - 1].letter;
  return '\0';
}

/* GB 18030: a byte of ASCII, two bytes, or four of which the second is a digit. */
static gsize
append_initial (GString *initials, const guchar *p, gsize left)
{
  char initial;

  if (p[0] < 0x80)
    {
      if (g_ascii_isalnum (p[0]))
        g_string_append_c (initials, g_ascii_tolower (p[0]));
      return 1;
    }
  if (left < 2)
    return left;
  if (g_ascii_isdigit (p[1]))
    return MIN (left, 4);
  initial = get_initial (p[0] << 8 | p[1]);
  if (initial != '\0')
    g_string_append_c (initials, initial);
  return 2;
}

/**
 * cw_pinyin_initials:
 * @text: a text
 *
 * Spells a name as hands do that are in a hurry: 工作总结 is gzzj. Of several readings it knows the
 * one GB 2312 sorts the character by; rare characters, which GB 2312 does not sort so, and
 * punctuation are left out, letters and digits are kept.
 *
 * Returns: (transfer full): the initials in small letters; empty if this machine cannot tell
 */
char *
cw_pinyin_initials (const char *text)
{
  g_autoptr (GString) initials = g_string_new (NULL);
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, NULL);

  for (gsize i = 0; bytes != NULL && i < length;)
    i += append_initial (initials, (const guchar *) bytes + i, length - i);
  return g_string_free_and_steal (g_steal_pointer (&initials));
}
