/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pinyin.h"

#include <string.h>

/* Chinese names in Latin letters stand in no English dictionary. */

typedef struct
{
  const char *initial;
  const char *finals; /* between blanks */
} Row;

/* clang-format off */
static const Row rows[] = {
  { "b", " a o ai ei ao an en ang eng i ie iao ian in ing u " },
  { "p", " a o ai ei ao ou an en ang eng i ie iao ian in ing u " },
  { "m", " a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u " },
  { "f", " a o ei ou an en ang eng u " },
  { "d", " a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un " },
  { "t", " a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un " },
  { "n", " a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un v ü ve üe ue " },
  { "l", " a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ü ve üe ue " },
  { "g", " a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang " },
  { "k", " a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang " },
  { "h", " a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang " },
  { "j", " i ia ie iao iu ian in iang ing iong u ue uan un " },
  { "q", " i ia ie iao iu ian in iang ing iong u ue uan un " },
  { "x", " i ia ie iao iu ian in iang ing iong u ue uan un " },
  { "zh", " a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang " },
  { "ch", " a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang " },
  { "sh", " a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang " },
  { "r", " e i ao ou an en ang eng ong u ua uo ui uan un " },
  { "z", " a e i ai ei ao ou an en ang eng ong u uo ui uan un " },
  { "c", " a e i ai ao ou an en ang eng ong u uo ui uan un " },
  { "s", " a e i ai ao ou an en ang eng ong u uo ui uan un " },
  { "y", " a o e ao ou an ang ing in i u ue uan un ong " },
  { "w", " a o ai ei an en ang eng u " },
  { "", " a o e ai ei ao ou an en ang eng er " },
};
/* clang-format on */

/* Bytes of the longest final: iang, and one more for ü. */
#define LONGEST 5

static gboolean
has_final (const Row *row, const char *final, gsize length)
{
  char wanted[LONGEST + 3] = " ";

  memcpy (wanted + 1, final, length);
  wanted[length + 1] = ' ';
  return strstr (row->finals, wanted) != NULL;
}

static gboolean is_made_of_syllables (const char *p, const char *end);

static gboolean
begins_with (const Row *row, const char *p, const char *end)
{
  gsize initial = strlen (row->initial);

  if ((gsize) (end - p) <= initial || strncmp (p, row->initial, initial) != 0)
    return FALSE;
  p += initial;
  for (gsize length = MIN (LONGEST, end - p); length > 0; length--)
    if (has_final (row, p, length) && is_made_of_syllables (p + length, end))
      return TRUE;
  return FALSE;
}

static gboolean
is_made_of_syllables (const char *p, const char *end)
{
  if (p == end)
    return TRUE;
  if (*p == '\'')
    return is_made_of_syllables (p + 1, end);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (begins_with (&rows[i], p, end))
      return TRUE;
  return FALSE;
}

/* Longer than any name, and a word of so many letters could be taken apart in too many ways. */
#define LONGEST_NAME 32

/**
 * cw_pinyin_is_name:
 * @utf8: a word
 * @length: its bytes
 *
 * Returns: whether it has a capital and is made of syllables of Mandarin: Qinglan, Xi’an, Lü
 */
gboolean
cw_pinyin_is_name (const char *utf8, gsize length)
{
  g_autoptr (GString) word = NULL;

  if (length > LONGEST_NAME || !g_unichar_isupper (g_utf8_get_char_validated (utf8, length)))
    return FALSE;
  word = g_string_new_len (utf8, length);
  g_string_replace (word, "’", "'", 0);
  word->str[0] = g_ascii_tolower (word->str[0]);
  return is_made_of_syllables (word->str, word->str + word->len);
}
