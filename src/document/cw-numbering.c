/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-numbering.h"

#include <string.h>

#define MAX_NUMBER 9999

static const char *const digits[] = {
  "零", "一", "二", "三", "四", "五", "六", "七", "八", "九",
};

/* --- writing --- */

/* Chinese numerals as read aloud: 10 is 十, 12 十二, 102 一百零二, 110 一百一十, 1,002 一千零二. */
static void
append_han (GString *string, guint number)
{
  static const char *const units[] = { "千", "百", "十", "" };
  gboolean gap = FALSE;

  for (guint i = 0, weight = 1000; i < G_N_ELEMENTS (units); i++, weight /= 10)
    {
      guint digit = number / weight % 10;

      if (digit == 0)
        {
          gap = string->len > 0;
          continue;
        }
      if (gap)
        g_string_append (string, digits[0]);
      if (digit > 1 || weight != 10 || string->len > 0)
        g_string_append (string, digits[digit]);
      g_string_append (string, units[i]);
      gap = FALSE;
    }
}

/**
 * cw_numbering_format_han:
 * @number: a number, from 1
 *
 * Returns: (transfer full): it in Chinese numerals, as in headings: 十二, 一百零二; beyond 9,999 in
 *   digits
 */
char *
cw_numbering_format_han (guint number)
{
  GString *string = g_string_new (NULL);

  if (number > MAX_NUMBER)
    g_string_append_printf (string, "%u", number);
  else
    append_han (string, number);
  return g_string_free_and_steal (string);
}

/**
 * cw_numbering_format:
 * @level: level of a heading, 1–4
 * @number: its number, from 1
 *
 * Writes the number of a heading as the standard does (7.3.3, R61, R67): 一、 then （一） then 1.
 * (digit and ASCII full stop) then （1）. Beyond 9,999 Chinese numerals give way to digits.
 *
 * Returns: (transfer full): the number with its punctuation
 */
char *
cw_numbering_format (guint level, guint number)
{
  g_autofree char *han = NULL;

  g_return_val_if_fail (level >= 1 && level <= CW_HEADING_LEVELS, NULL);

  if (level == 3)
    return g_strdup_printf ("%u.", number);
  if (level == 4)
    return g_strdup_printf ("（%u）", number);
  han = cw_numbering_format_han (number);
  return level == 1 ? g_strdup_printf ("%s、", han) : g_strdup_printf ("（%s）", han);
}

/* --- reading --- */

/* The length of whichever of @choices (separated by blanks) @p starts with, or 0. */
static gsize
match_any (const char *p, const char *choices)
{
  while (*choices != '\0')
    {
      gsize length = strcspn (choices, " ");

      if (strncmp (p, choices, length) == 0)
        return length;
      choices += length;
      choices += strspn (choices, " ");
    }
  return 0;
}

/* One Chinese digit or unit; returns its length, its value in @value (十, 百, 千: the weight). */
static gsize
read_han_digit (const char *p, guint *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (g_str_has_prefix (p, digits[i]))
      {
        *value = i;
        return strlen (digits[i]);
      }
  if (match_any (p, "十") != 0)
    *value = 10;
  else if (match_any (p, "百") != 0)
    *value = 100;
  else if (match_any (p, "千") != 0)
    *value = 1000;
  else
    return 0;
  return strlen ("十");
}

/**
 * cw_numbering_read_han:
 * @p: a text
 * @number: (out): its value
 *
 * Reads Chinese numerals up to 九千九百九十九, only as cw_numbering_format_han() writes them: that
 * throws out 一九, 十百 and the like without a grammar.
 *
 * Returns: how many bytes they take at the start of @p; 0 if there are none
 */
gsize
cw_numbering_read_han (const char *p, guint *number)
{
  guint total = 0, pending = 0, value;
  gsize length = 0, step;
  g_autofree char *again = NULL;

  while (length < 30 && (step = read_han_digit (p + length, &value)) != 0)
    {
      length += step;
      if (value >= 10)
        {
          total += MAX (pending, 1) * value;
          pending = 0;
        }
      else
        pending = value;
    }
  total += pending;
  if (length == 0 || total == 0 || total > MAX_NUMBER)
    return 0;
  again = cw_numbering_format_han (total);
  if (strlen (again) != length || strncmp (p, again, length) != 0)
    return 0;
  *number = total;
  return length;
}

/* An ASCII or full-width digit. */
static gsize
read_digit (const char *p, guint *value)
{
  if (g_ascii_isdigit (*p))
    {
      *value = *p - '0';
      return 1;
    }
  if (g_str_has_prefix (p, "\xef\xbc") && (guchar) p[2] >= 0x90 && (guchar) p[2] <= 0x99)
    {
      *value = (guchar) p[2] - 0x90;
      return 3;
    }
  return 0;
}

/* Up to three digits that do not start with 0: longer ones are years and sums, not numbers. */
static gsize
read_digits (const char *p, guint *number)
{
  guint value, n_digits = 0;
  gsize length = 0, step;

  *number = 0;
  while ((step = read_digit (p + length, &value)) != 0)
    {
      *number = *number * 10 + value;
      length += step;
      if (++n_digits > 3 || *number == 0)
        return 0;
    }
  return length;
}

static gsize
skip_blanks (const char *p)
{
  gsize length = 0, step;

  while ((step = match_any (p + length, "\t \xc2\xa0 \xe3\x80\x80")) != 0 || p[length] == ' ')
    length += MAX (step, 1);
  return length;
}

/* Whether what follows the 、 of a would-be number is the next numeral: then it is a list in
 * running text (一、二年级; 1、2号楼), not a number. The list may stand for a numeral of more
 * digits (一、二十大精神): then it is a number after all. */
static gboolean
goes_on_counting (const char *p, guint number, gsize (*read) (const char *, guint *))
{
  guint next;

  return read (p, &next) != 0 && next == number + 1;
}

/* 一、 and 1、 1. 1．; a full stop with a digit behind it is a decimal point. */
static gsize
read_plain (const char *p, guint *level, guint *number)
{
  guint digit;
  gboolean han = TRUE;
  gsize length = cw_numbering_read_han (p, number), comma;

  if (length == 0)
    {
      han = FALSE;
      length = read_digits (p, number);
    }
  if (length == 0)
    return 0;
  *level = han ? 1 : 3;
  comma = match_any (p + length, "、");
  if (comma != 0)
    return goes_on_counting (p + length + comma, *number, han ? cw_numbering_read_han : read_digits)
               ? 0
               : length + comma;
  comma = match_any (p + length, ". ．");
  if (comma == 0 || read_digit (p + length + comma, &digit) != 0)
    return 0;
  return length + comma;
}

/* （一） (一) and （1） (1), with a 、 too many behind it if there is one. */
static gsize
read_bracketed (const char *p, guint *level, guint *number)
{
  gsize open = match_any (p, "（ ("), inside, close;

  if (open == 0)
    return 0;
  *level = 2;
  inside = cw_numbering_read_han (p + open, number);
  if (inside == 0)
    {
      *level = 4;
      inside = read_digits (p + open, number);
    }
  if (inside == 0)
    return 0;
  close = match_any (p + open + inside, "） )");
  if (close == 0)
    return 0;
  return open + inside + close + match_any (p + open + inside + close, "、");
}

/**
 * cw_numbering_parse:
 * @utf8: the start of a line, without indentation
 * @level: (out): the level its number stands for
 * @number: (out): the number
 *
 * Recognises a typed number: `一、` `一.` `一．` (level 1), `（一）` `(一)` (2), `1.` `1．` `1、`
 * (3), `（1）` `(1)` (4), full-width digits included, and the blanks behind it. Not taken for
 * numbers: digits without punctuation (2024年), more than three digits, decimals
 * (1.5万, 10.3%, 3.15), 一是, and a list that goes on counting (一、二年级; 1、2号楼), although a
 * heading could start so.
 *
 * Returns: how many bytes the number and its blanks take; 0 if there is none
 */
gsize
cw_numbering_parse (const char *utf8, guint *level, guint *number)
{
  gsize length = read_bracketed (utf8, level, number);

  if (length == 0)
    length = read_plain (utf8, level, number);
  return length == 0 ? 0 : length + skip_blanks (utf8 + length);
}

/**
 * cw_numbering_count:
 * @document: a document
 *
 * Counts the headings: each level from 1 again after every heading of a higher level. Levels may
 * be left out (一、 then 1., R61). An attachment counts from 1.
 *
 * Returns: (transfer full): for each block its number, 0 for one that is not a heading; free with
 *   g_free()
 */
guint *
cw_numbering_count (CwDocument *document)
{
  guint n_blocks = cw_document_get_n_blocks (document);
  guint *numbers = g_new0 (guint, MAX (n_blocks, 1));
  guint counters[CW_HEADING_LEVELS + 1] = { 0 };

  for (guint i = 0; i < n_blocks; i++)
    {
      CwBlock *block = cw_document_get_block (document, i);
      guint level = cw_block_get_level (block);

      if (cw_block_get_kind (block) == CW_BLOCK_ATTACHMENT)
        memset (counters, 0, sizeof counters);
      if (level == 0)
        continue;
      numbers[i] = ++counters[level];
      for (guint lower = level + 1; lower <= CW_HEADING_LEVELS; lower++)
        counters[lower] = 0;
    }
  return numbers;
}
