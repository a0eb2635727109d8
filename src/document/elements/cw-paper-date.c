/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-paper-date.h"

#include <string.h>

/* Dates as the standard writes them (7.3.5.4, R69): 2012年7月1日. */

static gboolean
make_date (guint year, guint month, guint day, GDate *date)
{
  if (!g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

static guint
fetch_number (GMatchInfo *match, int group)
{
  g_autofree char *digits = g_match_info_fetch (match, group);

  return g_ascii_strtoull (digits, NULL, 10);
}

static gboolean
match_date (const char *pattern, const char *text, GDate *date)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match)
         && make_date (fetch_number (match, 1), fetch_number (match, 2), fetch_number (match, 3),
                       date);
}

/**
 * cw_paper_date_parse:
 * @text: a text
 * @date: (out): the date
 *
 * Returns: whether @text is a date in the form of the standard, years 1900 to 2099, and one of the
 *   calendar
 */
gboolean
cw_paper_date_parse (const char *text, GDate *date)
{
  return match_date ("^((?:19|20)[0-9]{2})年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日$", text, date);
}

/**
 * cw_paper_date_is_open:
 * @text: a text
 *
 * Returns: whether @text is a date with blanks for what is not known yet (R230): 2024年　月　日
 */
gboolean
cw_paper_date_is_open (const char *text)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("^(?:[0-9]{4}|\\s*)年(?:[0-9]{1,2}|\\s*)月\\s*日$", 0, 0, NULL);

  return g_regex_match (regex, text, 0, NULL);
}

/* --- repairing --- */

/* 二〇二四 → 2024, digit by digit; full-width digits too. */
static void
replace_digits (GString *text)
{
  static const char *const from[] = { "〇", "○", "零", "０", "１", "２", "３", "４", "５", "６",
                                      "７", "８", "９", "．", "／", "－", "—" };
  static const char *const to[]
      = { "0", "0", "0", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "/", "-", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    g_string_replace (text, from[i], to[i], 0);
}

/* 十 and 二十 of months and days, which are no digits: 十二月 → 12月, 三十一日 → 31日. */
static char *
replace_tens (const char *text)
{
  static const char *const han[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  static const char *const patterns[][2] = {
    { "([1-9])十([1-9])", "\\1\\2" },
    { "([1-9])十", "\\g<1>0" },
    { "十([1-9])", "1\\1" },
    { "十", "10" },
  };
  g_autoptr (GString) string = g_string_new (text);
  char *result;

  for (guint i = 0; i < G_N_ELEMENTS (han); i++)
    {
      char digit[] = { '1' + i, '\0' };

      g_string_replace (string, han[i], digit, 0);
    }
  result = g_string_free_and_steal (g_steal_pointer (&string));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i][0], 0, 0, NULL);
      char *next = g_regex_replace (regex, result, -1, 0, patterns[i][1], 0, NULL);

      g_free (result);
      result = next;
    }
  return result;
}

/**
 * cw_paper_date_tidy:
 * @text: a date as somebody has typed it: 2024-7-1, 2024.07.01, 二〇二四年七月一日
 *
 * Returns: (transfer full): the date in the form of the standard; @text without blanks around it if
 *   it is no date
 */
char *
cw_paper_date_tidy (const char *text)
{
  g_autoptr (GString) digits = g_string_new (text);
  g_autofree char *plain = NULL;
  GDate date;

  replace_digits (digits);
  plain = replace_tens (digits->str);
  if (!match_date ("^\\s*([0-9]{4})\\s*[-./年]\\s*([0-9]{1,2})\\s*[-./月]\\s*([0-9]{1,2})\\s*[日号]?\\s*$",
                   plain, &date))
    return g_strstrip (g_strdup (text));
  return g_strdup_printf ("%u年%u月%u日", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * cw_paper_date_format:
 * @date: a date
 *
 * Returns: (transfer full): the date as the standard writes it (R69): 2026年11月23日
 */
char *
cw_paper_date_format (const GDate *date)
{
  return g_strdup_printf ("%u年%u月%u日", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/* Up to 99 as it is spoken: 十, 十一, 二十, 二十三. */
static void
append_spoken (GString *string, guint number, const char *const *digits)
{
  if (number >= 20)
    g_string_append (string, digits[number / 10]);
  if (number >= 10)
    g_string_append (string, "十");
  if (number % 10 > 0)
    g_string_append (string, digits[number % 10]);
}

/**
 * cw_paper_date_format_chinese:
 * @date: a date
 *
 * Returns: (transfer full): the date in Chinese numerals: 二〇二六年十一月二十三日
 */
char *
cw_paper_date_format_chinese (const GDate *date)
{
  static const char *const digits[]
      = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  g_autofree char *year = g_strdup_printf ("%u", g_date_get_year (date));
  GString *string = g_string_new (NULL);

  for (const char *p = year; *p != '\0'; p++)
    g_string_append (string, digits[*p - '0']);
  g_string_append (string, "年");
  append_spoken (string, g_date_get_month (date), digits);
  g_string_append (string, "月");
  append_spoken (string, g_date_get_day (date), digits);
  g_string_append (string, "日");
  return g_string_free_and_steal (string);
}
