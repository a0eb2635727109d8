/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-char-class.h"

typedef struct
{
  gunichar first;
  gunichar last;
  CwCharClass klass;
} Range;

/* Sorted by code point. Whatever is not here is a letter (Latin) or set in a cell (Han). */
static const Range ranges[] = {
  { 0x0009, 0x000D, CW_CLASS_SPACE },
  { ' ', ' ', CW_CLASS_SPACE },
  { '!', '!', CW_CLASS_NARROW_STOP },
  { '"', '#', CW_CLASS_LATIN },
  { '$', '$', CW_CLASS_NUMBER_PREFIX },
  { '%', '%', CW_CLASS_NUMBER_SUFFIX },
  { '&', '\'', CW_CLASS_LATIN },
  { '(', '(', CW_CLASS_NARROW_OPENER },
  { ')', ')', CW_CLASS_NARROW_CLOSER },
  { '*', '*', CW_CLASS_LATIN },
  { '+', '+', CW_CLASS_CONNECTOR }, /* 互联网+ */
  { ',', ',', CW_CLASS_NARROW_STOP },
  { '-', '-', CW_CLASS_CONNECTOR },
  { '.', '.', CW_CLASS_NARROW_STOP },
  { '/', '/', CW_CLASS_SOLIDUS },
  { '0', '9', CW_CLASS_DIGIT },
  { ':', ';', CW_CLASS_NARROW_STOP },
  { '<', '>', CW_CLASS_LATIN },
  { '?', '?', CW_CLASS_NARROW_STOP },
  { '@', 'Z', CW_CLASS_LATIN },
  { '[', '[', CW_CLASS_NARROW_OPENER },
  { '\\', '\\', CW_CLASS_LATIN },
  { ']', ']', CW_CLASS_NARROW_CLOSER },
  { '^', 'z', CW_CLASS_LATIN },
  { '{', '{', CW_CLASS_NARROW_OPENER },
  { '|', '|', CW_CLASS_LATIN },
  { '}', '}', CW_CLASS_NARROW_CLOSER },
  { '~', '~', CW_CLASS_CONNECTOR },
  { 0x00A0, 0x00A0, CW_CLASS_GLUE },
  { 0x00A3, 0x00A3, CW_CLASS_NUMBER_PREFIX }, /* £ */
  { 0x00A5, 0x00A5, CW_CLASS_NUMBER_PREFIX }, /* ¥ */
  { 0x00AD, 0x00AD, CW_CLASS_LATIN },         /* soft hyphen: words are not hyphenated */
  { 0x00B0, 0x00B0, CW_CLASS_NUMBER_SUFFIX }, /* ° */
  { 0x00B1, 0x00B1, CW_CLASS_NUMBER_PREFIX }, /* ± */
  { 0x00B2, 0x00B3, CW_CLASS_LATIN }, /* ² ³: one with the unit before them */
  { 0x00B7, 0x00B7, CW_CLASS_MIDDLE_DOT },
  { 0x00B9, 0x00B9, CW_CLASS_LATIN }, /* ¹ */
  { 0x2000, 0x2006, CW_CLASS_SPACE },
  { 0x2007, 0x2007, CW_CLASS_GLUE },
  { 0x2008, 0x200B, CW_CLASS_SPACE },
  { 0x2010, 0x2013, CW_CLASS_CONNECTOR },
  { 0x2014, 0x2015, CW_CLASS_DASH },
  { 0x2018, 0x2018, CW_CLASS_OPENER },
  { 0x2019, 0x2019, CW_CLASS_CLOSER },
  { 0x201C, 0x201C, CW_CLASS_OPENER },
  { 0x201D, 0x201D, CW_CLASS_CLOSER },
  { 0x2022, 0x2022, CW_CLASS_MIDDLE_DOT },
  { 0x2025, 0x2026, CW_CLASS_ELLIPSIS },
  { 0x2027, 0x2027, CW_CLASS_MIDDLE_DOT },
  { 0x2028, 0x2029, CW_CLASS_SPACE },
  { 0x202F, 0x202F, CW_CLASS_GLUE },
  { 0x2030, 0x2031, CW_CLASS_NUMBER_SUFFIX }, /* ‰ ‱ */
  { 0x2032, 0x2034, CW_CLASS_NUMBER_SUFFIX }, /* ′ ″ ‴ */
  { 0x205F, 0x205F, CW_CLASS_SPACE },
  { 0x2060, 0x2060, CW_CLASS_GLUE },
  { 0x20AC, 0x20AC, CW_CLASS_NUMBER_PREFIX }, /* € */
  { 0x2103, 0x2103, CW_CLASS_NUMBER_SUFFIX }, /* ℃ */
  { 0x2109, 0x2109, CW_CLASS_NUMBER_SUFFIX }, /* ℉ */
  { 0x2116, 0x2116, CW_CLASS_NUMBER_PREFIX }, /* № */
  { 0x2212, 0x2212, CW_CLASS_NUMBER_PREFIX }, /* minus */
  { 0x2236, 0x2236, CW_CLASS_SOLIDUS }, /* ∶ 3∶2 */
  { 0x2248, 0x2248, CW_CLASS_NUMBER_PREFIX }, /* ≈ */
  { 0x2264, 0x2267, CW_CLASS_NUMBER_PREFIX }, /* ≤ ≥ ≦ ≧ */
  { 0x22EF, 0x22EF, CW_CLASS_ELLIPSIS },
  { 0x2E3A, 0x2E3A, CW_CLASS_DASH },
  { 0x3000, 0x3000, CW_CLASS_SPACE },
  { 0x3001, 0x3001, CW_CLASS_COMMA },
  { 0x3002, 0x3002, CW_CLASS_STOP },
  { 0x3008, 0x3008, CW_CLASS_OPENER },
  { 0x3009, 0x3009, CW_CLASS_CLOSER },
  { 0x300A, 0x300A, CW_CLASS_OPENER },
  { 0x300B, 0x300B, CW_CLASS_CLOSER },
  { 0x300C, 0x300C, CW_CLASS_OPENER },
  { 0x300D, 0x300D, CW_CLASS_CLOSER },
  { 0x300E, 0x300E, CW_CLASS_OPENER },
  { 0x300F, 0x300F, CW_CLASS_CLOSER },
  { 0x3010, 0x3010, CW_CLASS_OPENER },
  { 0x3011, 0x3011, CW_CLASS_CLOSER },
  { 0x3014, 0x3014, CW_CLASS_OPENER },
  { 0x3015, 0x3015, CW_CLASS_CLOSER },
  { 0x3016, 0x3016, CW_CLASS_OPENER },
  { 0x3017, 0x3017, CW_CLASS_CLOSER },
  { 0x3018, 0x3018, CW_CLASS_OPENER },
  { 0x3019, 0x3019, CW_CLASS_CLOSER },
  { 0x301A, 0x301A, CW_CLASS_OPENER },
  { 0x301B, 0x301B, CW_CLASS_CLOSER },
  { 0x301C, 0x301C, CW_CLASS_CONNECTOR },
  { 0x301D, 0x301D, CW_CLASS_OPENER },
  { 0x301E, 0x301F, CW_CLASS_CLOSER },
  { 0x30FB, 0x30FB, CW_CLASS_MIDDLE_DOT },
  { 0x3371, 0x33DF, CW_CLASS_NUMBER_SUFFIX }, /* ㎏ ㎡ … */
  { 0xFEFF, 0xFEFF, CW_CLASS_GLUE },
  { 0xFF01, 0xFF01, CW_CLASS_STOP },
  { 0xFF04, 0xFF04, CW_CLASS_NUMBER_PREFIX },
  { 0xFF05, 0xFF05, CW_CLASS_NUMBER_SUFFIX },
  { 0xFF08, 0xFF08, CW_CLASS_OPENER },
  { 0xFF09, 0xFF09, CW_CLASS_CLOSER },
  { 0xFF0B, 0xFF0B, CW_CLASS_CONNECTOR },
  { 0xFF0C, 0xFF0C, CW_CLASS_COMMA },
  { 0xFF0D, 0xFF0D, CW_CLASS_CONNECTOR },
  { 0xFF0E, 0xFF0E, CW_CLASS_COMMA },
  { 0xFF0F, 0xFF0F, CW_CLASS_SOLIDUS },
  { 0xFF10, 0xFF19, CW_CLASS_DIGIT },
  { 0xFF1A, 0xFF1B, CW_CLASS_COMMA },
  { 0xFF1F, 0xFF1F, CW_CLASS_STOP },
  { 0xFF21, 0xFF3A, CW_CLASS_LATIN },
  { 0xFF3B, 0xFF3B, CW_CLASS_OPENER },
  { 0xFF3D, 0xFF3D, CW_CLASS_CLOSER },
  { 0xFF41, 0xFF5A, CW_CLASS_LATIN },
  { 0xFF5B, 0xFF5B, CW_CLASS_OPENER },
  { 0xFF5D, 0xFF5D, CW_CLASS_CLOSER },
  { 0xFF5E, 0xFF5E, CW_CLASS_CONNECTOR },
  { 0xFF5F, 0xFF5F, CW_CLASS_OPENER },
  { 0xFF60, 0xFF60, CW_CLASS_CLOSER },
  { 0xFF61, 0xFF61, CW_CLASS_STOP },
  { 0xFF62, 0xFF62, CW_CLASS_OPENER },
  { 0xFF63, 0xFF63, CW_CLASS_CLOSER },
  { 0xFF64, 0xFF64, CW_CLASS_COMMA },
  { 0xFFE1, 0xFFE1, CW_CLASS_NUMBER_PREFIX }, /* ￡ */
  { 0xFFE5, 0xFFE5, CW_CLASS_NUMBER_PREFIX }, /* ￥ */
};

static const Range *
find_range (gunichar ch)
{
  guint low = 0, high = G_N_ELEMENTS (ranges);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ch > ranges[middle].last)
        low = middle + 1;
      else if (ch < ranges[middle].first)
        high = middle;
      else
        return &ranges[middle];
    }
  return NULL;
}

/* Letters of scripts that are not written in cells: Latin, Greek, Cyrillic, Arabic … */
static CwCharClass
class_of_the_rest (gunichar ch)
{
  if (ch >= 0x2E80 || g_unichar_iswide (ch))
    return CW_CLASS_HAN;
  return g_unichar_isalpha (ch) || g_unichar_ismark (ch) ? CW_CLASS_LATIN : CW_CLASS_HAN;
}

/**
 * cw_char_class:
 * @ch: a character
 *
 * What @ch is to the line breaker and the justifier, seen without its neighbours. Neighbours refine
 * it: a single — is a connector and not a dash, ’ inside a word belongs to the word.
 *
 * Returns: the class
 */
CwCharClass
cw_char_class (gunichar ch)
{
  const Range *range;

  if (ch >= 0x3400 && ch <= 0x9FFF)
    return CW_CLASS_HAN;

  range = find_range (ch);
  return range != NULL ? range->klass : class_of_the_rest (ch);
}
