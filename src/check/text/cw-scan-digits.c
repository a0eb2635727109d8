/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Digits whose right form has to be computed (R160–R166). */

static void
on_wide (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  GString *fix = g_string_new (NULL);

  for (const char *p = self->string + start; p < self->string + end; p = g_utf8_next_char (p))
    g_string_append_c (fix, (char) (g_utf8_get_char (p) - g_utf8_get_char ("０") + '0'));
  cw_scan_report (self, CW_RULE_WIDE_DIGIT, start, end,
                  g_strdup (_ ("Full-width digits: use half-width ones.")), fix->str);
  g_string_free (fix, TRUE);
}

/* 2024年十月 and 3月十五日: the numeral becomes digits. */
static void
on_numeral_in_date (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *numeral = g_match_info_fetch (match, 2);
  g_autofree char *unit = g_match_info_fetch (match, 3);
  guint number = cw_scan_parse_numeral (numeral, strlen (numeral));
  g_autofree char *fix = g_strdup_printf ("%s%u%s", before, number, unit);

  if (number >= 1 && number <= (g_str_equal (unit, "月") ? 12 : 31))
    cw_scan_report (self, CW_RULE_MIXED_DATE, start, end,
                    g_strdup_printf (_ ("Digits and numerals in one date: write “%s”."), fix), fix);
}

static void
on_han_year (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  cw_scan_report (self, CW_RULE_MIXED_DATE, start, end,
                  g_strdup (_ ("Digits and numerals in one date: write all of it in digits.")), NULL);
}

/* The numerals of a year with a zero that is none. */
static void
on_year_zero (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  static const char *const wrong[] = { "○", "零", "O", "Ｏ", "o", "０", "0", "◯" };
  g_autoptr (GString) fix = g_string_new_len (self->string + start, end - start);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_string_replace (fix, wrong[i], "〇", 0);
  if (strncmp (fix->str, self->string + start, end - start) != 0)
    cw_scan_report (self, CW_RULE_YEAR_ZERO, start, end,
                    g_strdup_printf (_ ("Zero in a year is 〇: write “%s”."), fix->str), fix->str);
}

static void
on_short_year (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  g_autofree char *digits = g_match_info_fetch (match, 1);
  g_autofree char *fix
      = g_strdup_printf ("%s%s年", *digits >= '8' ? "19" : "20", digits);

  cw_scan_report (self, CW_RULE_SHORT_YEAR, start, end,
                  g_strdup_printf (_ ("A year has four digits: write “%s”."), fix), fix);
}

/* 3亿4500万 is 3.45亿. */
static void
on_pieces (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  g_autofree char *large = g_match_info_fetch (match, 1);
  g_autofree char *small = g_match_info_fetch (match, 2);
  guint64 rest = g_ascii_strtoull (small, NULL, 10);
  g_autofree char *decimals = g_strdup_printf ("%04" G_GUINT64_FORMAT, rest);
  g_autofree char *fix = NULL;

  for (gsize n = strlen (decimals); n > 1 && decimals[n - 1] == '0'; n--)
    decimals[n - 1] = '\0';
  fix = rest == 0 ? g_strdup_printf ("%s亿", large) : g_strdup_printf ("%s.%s亿", large, decimals);
  cw_scan_report (self, CW_RULE_MIXED_UNIT, start, end,
                  g_strdup_printf (_ ("Do not cut the number up: write “%s”."), fix), fix);
}

static void
on_quarter (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  static const char *const names[] = { "第一季度", "第二季度", "第三季度", "第四季度" };
  g_autofree char *digit = g_match_info_fetch (match, 1);
  const char *fix = names[*digit - '1'];

  cw_scan_report (self, CW_RULE_QUARTER_DIGIT, start, end,
                  g_strdup_printf (_ ("Write “%s”."), fix), fix);
}

/* --- all of them --- */

#define NUMERALS "一二三四五六七八九十"
#define ZEROS "〇○零OＯo０0◯"

static const struct
{
  guint where;
  const char *pattern;
  CwScanMatchFunc on_match;
} rows[] = {
  { CW_IN_ANY, "[０-９]+", on_wide },
  { CW_IN_RUNNING | CW_IN_TITLE,
    "(?<!农历)((?:19|20)\\d\\d年)([" NUMERALS "]{1,3})(月)(?![初廿三])", on_numeral_in_date },
  { CW_IN_RUNNING | CW_IN_ELEMENT, "((?<!\\d)1?\\d月)([" NUMERALS "]{1,3})(日)",
    on_numeral_in_date },
  { CW_IN_RUNNING | CW_IN_ELEMENT, "[一二][九" ZEROS "][" ZEROS "一二三四五六七八九]{2}年1?\\d月",
    on_han_year },
  { CW_IN_ANY, "(?<![\\p{Nd}" NUMERALS "])[一二][九" ZEROS "][" ZEROS "一二三四五六七八九]{2}(?=年)",
    on_year_zero },
  { CW_IN_RUNNING | CW_IN_TITLE,
    "(?<![\\d.,—～\\-~至到第满近逾过’])(?:’)?([012]\\d|3[0-5]|8\\d|9\\d)年"
    "(?=(?:1[0-2]|[1-9])月(?!以|之)|上半年|下半年|第[一二三四]季度|度)",
    on_short_year },
  { CW_IN_ANY, "(?<![\\d.])(\\d+)亿(\\d{1,4})万(?![分一\\d])", on_pieces },
  { CW_IN_ANY, "第([1-4])季度", on_quarter },
};

/**
 * cw_scan_digits:
 * @self: a scan
 *
 * Looks for digits and numerals in the wrong form.
 */
void
cw_scan_digits (CwTextScan *self)
{
  static gsize stores[G_N_ELEMENTS (rows)];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((rows[i].where & self->where) != 0)
      cw_scan_foreach_match (self, cw_scan_get_regex (rows[i].pattern, &stores[i]), rows[i].on_match);
}
