/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Dates that do not exist, and days of the week that do not go with them. */

static guint
fetch_number (GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return text != NULL && *text != '\0' ? cw_scan_parse_numeral (text, strlen (text)) : 0;
}

static void
check_exists (CwTextScan *self, GMatchInfo *match, guint year, guint month, guint day)
{
  static const guint8 days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  g_autofree char *words = g_match_info_fetch (match, 0);
  gboolean right = month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]
                   && (year < 1582 || g_date_valid_dmy (day, month, year));
  int start, end;

  g_match_info_fetch_pos (match, 0, &start, &end);
  if (!right)
    cw_scan_report (self, CW_RULE_IMPOSSIBLE_DATE, start, end,
                    g_strdup_printf (_ ("There is no such day as “%s”."), words), NULL);
}

/* 5月9日至5日: within one month the end comes after the beginning. */
static void
check_order (CwTextScan *self, GMatchInfo *match)
{
  g_autofree char *words = g_match_info_fetch (match, 0);
  int start, end;

  g_match_info_fetch_pos (match, 0, &start, &end);
  if (fetch_number (match, 2) > fetch_number (match, 3))
    cw_scan_report (self, CW_RULE_IMPOSSIBLE_DATE, start, end,
                    g_strdup_printf (_ ("“%s” ends before it begins."), words), NULL);
}

static const char *
get_weekday_name (GDateWeekday weekday)
{
  static const char *const names[] = { "一", "二", "三", "四", "五", "六", "日" };

  return names[weekday - 1];
}

static void
check_weekday (CwTextScan *self, GMatchInfo *match)
{
  guint year = fetch_number (match, 1), month = fetch_number (match, 2);
  guint day = fetch_number (match, 3);
  g_autofree char *said = g_match_info_fetch (match, 4);
  const char *name;
  GDate date;
  int start, end;

  if (!g_date_valid_dmy (day, month, year) || year < 1582)
    return;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  name = get_weekday_name (g_date_get_weekday (&date));
  if (strcmp (said, name) == 0 || (strcmp (said, "天") == 0 && strcmp (name, "日") == 0))
    return;
  g_match_info_fetch_pos (match, 4, &start, &end);
  cw_scan_report (self, CW_RULE_WEEKDAY, start, end,
                  g_strdup_printf (_ ("That day is a 星期%s: correct the date or the day."), name), name);
}

/**
 * cw_scan_dates:
 * @self: a scan
 *
 * Looks for dates and times that cannot be.
 */
void
cw_scan_dates (CwTextScan *self)
{
  static gsize stores[5];
  GRegex *full = cw_scan_get_regex ("(?<!\\d)(?:((?:19|20)\\d\\d)年)?(\\d{1,2})月(\\d{1,2})日", &stores[0]);
  GRegex *range
      = cw_scan_get_regex ("(?<!\\d)(\\d{1,2})月(\\d{1,2})日?[至—－-](\\d{1,2})日", &stores[1]);
  GRegex *week = cw_scan_get_regex (
      "((?:19|20)\\d\\d)年(\\d{1,2})月(\\d{1,2})日[（(，]?(?:星期|周)([一二三四五六日天])", &stores[2]);
  GRegex *month = cw_scan_get_regex (
      "((?:19|20)\\d\\d)年(?:1[3-9]|[2-9]\\d|0)月|"
      "(?<![\\d:：.])(?:(?:2[4-9]|[3-9]\\d)[:：][0-5]\\d(?![\\d:：])|"
      "(?:[01]?\\d|2[0-3])[:：][6-9]\\d(?=[，。；）至—～-]|$|开始|前))",
      &stores[3]);
  g_autoptr (GMatchInfo) match = NULL;
  gboolean clean = strstr (self->string, "月") == NULL && strchr (self->string, ':') == NULL
                   && strstr (self->string, "：") == NULL;

  if (clean)
    return;
  for (g_regex_match (full, self->string, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    check_exists (self, match, fetch_number (match, 1), fetch_number (match, 2),
                  fetch_number (match, 3));
  g_clear_pointer (&match, g_match_info_unref);
  for (g_regex_match (range, self->string, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    check_order (self, match);
  g_clear_pointer (&match, g_match_info_unref);
  for (g_regex_match (week, self->string, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    check_weekday (self, match);
  g_clear_pointer (&match, g_match_info_unref);
  for (g_regex_match (month, self->string, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    check_exists (self, match, 0, 0, 0);
}
