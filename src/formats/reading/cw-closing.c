/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-structure.h"

#include <stdio.h>
#include <string.h>

#include "document/cw-numbering.h"

#define MAX_SIGNATORY 30 /* characters */
#define MAX_SIGNATORY_LINES 4
#define MAX_NOTE 80 /* characters */
#define MIN_RIGHT_INDENT 12 /* columns: more than any paragraph is indented */

/* What the name of a unit ends with. */
static const char *const units[] = {
  "局",   "委",   "办",   "部",   "厅",     "院",     "校",   "园",     "室",     "组",
  "科",   "处",   "署",   "社",   "站",     "所",     "队",   "委员会", "办公厅", "中心",
  "政府", "公司", "集团", "小学", "中学",   "高中",   "大学", "学校",   "支部",   "总支",
  "党委", "党组", "协会", "学会", "联合会", "总工会", "工会", "妇联",   "团委",   "银行",
};

/* Characters of a date besides its units: digits of any kind, and what stands for one still to be
 * filled in. */
static const char date_digits[]
    = "0123456789０１２３４５６７８９〇○ＯO零一二三四五六七八九十元廿卅XxＸｘ×_＿*＊某 　";

/* Steps over at most @max characters of date_digits; returns how many there were. */
static guint
skip_date_digits (const char **p, guint max)
{
  guint n = 0;

  for (; n < max && **p != '\0' && g_utf8_strchr (date_digits, -1, g_utf8_get_char (*p)) != NULL;
       n++)
    *p = g_utf8_next_char (*p);
  return n;
}

static gboolean
skip_word (const char **p, const char *word)
{
  if (!g_str_has_prefix (*p, word))
    return FALSE;
  *p += strlen (word);
  return TRUE;
}

/* 2024-9-30, 2024.9.30, 2024/9/30. */
static gsize
match_numeric_date (const char *text)
{
  guint year, month, day;
  int length = 0;

  if (strspn (text, "0123456789") != 4 || strchr ("-./", text[4]) == NULL || text[4] == '\0')
    return 0;
  if (sscanf (text, "%4u%*[-./]%2u%*[-./]%2u%n", &year, &month, &day, &length) != 3)
    return 0;
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? length
                                                                                           : 0;
}

/**
 * cw_closing_match_date:
 * @text: a text
 *
 * Recognises a date at the start of @text: `2024年9月30日`, `二〇二四年九月三十日`, with blanks,
 * with places still to be filled in (`2024年X月X日`, `202X年 月 日`), without the day, or
 * `2024-09-30`.
 *
 * Returns: bytes it takes, or 0
 */
gsize
cw_closing_match_date (const char *text)
{
  const char *p = text, *month;
  guint n_year = skip_date_digits (&p, 10);

  if (n_year < 2 || !skip_word (&p, "年"))
    return match_numeric_date (text);
  skip_date_digits (&p, 6);
  if (!skip_word (&p, "月"))
    return 0;
  month = p;
  skip_date_digits (&p, 6);
  return (skip_word (&p, "日") ? p : month) - text;
}

/**
 * cw_closing_is_unit:
 * @text: a text
 * @length: bytes to look at
 *
 * Returns: whether @text could be the name of a unit: short, without punctuation, and ending as
 *   such names do
 */
gboolean
cw_closing_is_unit (const char *text, gsize length)
{
  g_autofree char *name = NULL;

  if (length == 0 || length > 4 * MAX_SIGNATORY)
    return FALSE;
  name = g_strndup (text, length);
  if (g_utf8_strlen (name, -1) > MAX_SIGNATORY)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_ispunct (g_utf8_get_char (p)) && strchr ("()·", *p) == NULL
        && !g_str_has_prefix (p, "（") && !g_str_has_prefix (p, "）"))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (name, units[i]))
      return TRUE;
  return FALSE;
}

static gboolean
could_sign (const CwSourceLine *line)
{
  static const char *const ends[]
      = { "。", "；", "，", "！", "？", "”", ".", ";", ",", "!", "?", "\"" };
  guint level, number;

  if (line->length > 4 * MAX_SIGNATORY || g_utf8_strlen (line->text, line->length) > MAX_SIGNATORY)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (strstr (line->text, ends[i]) != NULL)
      return FALSE;
  return !g_str_has_prefix (line->text, "附件")
         && cw_numbering_parse (line->text, &level, &number) == 0;
}

static gboolean
is_pushed_right (const CwSourceLine *line)
{
  return line->indent >= MIN_RIGHT_INDENT;
}

/* A name of a person, alone on the line before the date: 王堃, 述职人：王　堃. */
static gboolean
is_person (const CwSourceLine *line)
{
  return g_utf8_strlen (line->text, line->length) <= 4 || strstr (line->text, "人：") != NULL
         || strstr (line->text, "人:") != NULL;
}

static gboolean
is_signatory (const CwSourceLine *line)
{
  return could_sign (line)
         && (is_pushed_right (line) || cw_closing_is_unit (line->text, line->length)
             || is_person (line));
}

/* Where the date starts on a line that ends with one and starts with who signs, or NULL. */
static const char *
find_date_behind_name (const CwSourceLine *line)
{
  if (!could_sign (line))
    return NULL;
  for (const char *p = g_utf8_next_char (line->text); *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ' && cw_closing_match_date (p) > 0 && !g_str_has_prefix (p, "　"))
      return p + cw_closing_match_date (p) == line->text + line->length ? p : NULL;
  return NULL;
}

static void
add_part (GArray *parts, CwStyle style, const char *text, const char *end, guint line)
{
  CwPart part = { style, text, end - text, line, 0 };

  g_array_append_val (parts, part);
}

/* 县教育局 2024年7月5日 on one line. */
static gboolean
split_last_line (const CwSourceLine *line, GArray *parts)
{
  const char *date = find_date_behind_name (line), *end = date;

  if (date == NULL)
    return FALSE;
  while (end > line->text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (end == line->text
      || !(cw_closing_is_unit (line->text, end - line->text) || is_pushed_right (line)))
    return FALSE;
  add_part (parts, CW_STYLE_SIGNATORY, line->text, end, line->number);
  add_part (parts, CW_STYLE_DATE, date, line->text + line->length, line->number);
  return TRUE;
}

/* The first of the lines of those who sign that end before @end; of a joint paper one each. */
static guint
find_signatories (CwSourceLines *lines, guint first, guint end)
{
  guint start = end;

  while (start > first && end - start < MAX_SIGNATORY_LINES)
    {
      const CwSourceLine *line = cw_source_lines_get (lines, start - 1);

      if (!is_signatory (line)
          || (start < end && !is_pushed_right (line)
              && !cw_closing_is_unit (line->text, line->length)))
        break;
      start--;
    }
  return start;
}

/* --- the note --- */

/**
 * cw_closing_is_note:
 * @line: a line
 *
 * Returns: whether it is a remark in brackets (R88) and no numbered line
 */
gboolean
cw_closing_is_note (const CwSourceLine *line)
{
  guint level, number;

  return (g_str_has_prefix (line->text, "（") || g_str_has_prefix (line->text, "("))
         && (g_str_has_suffix (line->text, "）") || g_str_has_suffix (line->text, ")"))
         && g_utf8_strlen (line->text, line->length) <= MAX_NOTE
         && cw_numbering_parse (line->text, &level, &number) == 0;
}

static gboolean
ends_with_date (const CwSourceLine *line)
{
  return cw_closing_match_date (line->text) == line->length || find_date_behind_name (line) != NULL;
}

/* A note stands behind the date and nowhere else. */
static const CwSourceLine *
find_note (CwSourceLines *lines, guint first, guint end)
{
  const CwSourceLine *last = end > first + 1 ? cw_source_lines_get (lines, end - 1) : NULL;

  return last != NULL && cw_closing_is_note (last) && ends_with_date (last - 1) ? last : NULL;
}

static guint
find_signed (CwSourceLines *lines, guint first, guint n, GArray *parts)
{
  guint end = n, start;
  const CwSourceLine *last;
  gboolean has_date;

  if (n <= first)
    return n;
  last = cw_source_lines_get (lines, n - 1);
  has_date = cw_closing_match_date (last->text) == last->length;
  if (!has_date && split_last_line (last, parts))
    return n - 1;
  if (has_date)
    end--;
  else if (!is_pushed_right (last) || !could_sign (last))
    return n;

  start = find_signatories (lines, first, end);
  for (guint i = start; i < end; i++)
    {
      const CwSourceLine *line = cw_source_lines_get (lines, i);

      add_part (parts, CW_STYLE_SIGNATORY, line->text, line->text + line->length, line->number);
    }
  if (has_date)
    add_part (parts, CW_STYLE_DATE, last->text, last->text + last->length, last->number);
  return start;
}

/**
 * cw_closing_find:
 * @lines: the lines of a text
 * @first: first line of the body
 * @end: the line after the last that is not of an attachment
 * @parts: (element-type CwPart): what is found is appended
 *
 * Finds who signs and the date at the end of a text (7.3.5): by the date, by what names of units
 * end with, and by the blanks that push such lines to the right; and the note behind the date
 * (7.3.6).
 *
 * Returns: the line after the last one of the body
 */
guint
cw_closing_find (CwSourceLines *lines, guint first, guint end, GArray *parts)
{
  const CwSourceLine *note = find_note (lines, first, end);
  guint found = find_signed (lines, first, note != NULL ? end - 1 : end, parts);

  if (note != NULL)
    add_part (parts, CW_STYLE_NOTE, note->text, note->text + note->length, note->number);
  return found;
}
