/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-period-private.h"

#include <string.h>

/* Months and days, one period later. Months are counted from January of the year 0. */

typedef struct
{
  const CwMention *mention;
  const CwShift *shift;
  int first;    /* month of the old period */
  int n;        /* months it has */
  int to_first; /* of the new one */
  int to_n;
} Months;

static int
get_last (const Months *months)
{
  return months->first + months->n - 1;
}

static gboolean
is_within (const Months *months, int month)
{
  return month >= months->first && month <= get_last (months);
}

static gboolean
is_behind (const Months *months, int month)
{
  return month > get_last (months) && month <= get_last (months) + months->n;
}

static gboolean
is_outside_body (const CwShift *shift)
{
  return shift->zone != CW_ZONE_BODY && shift->zone != CW_ZONE_PLAN;
}

static gboolean
ends_with (const CwMention *mention, const char *string, const char *const *words)
{
  g_autofree char *before = g_strndup (string, mention->start);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_suffix (before, words[i]))
      return TRUE;
  return FALSE;
}

/* How far what ends with the period moves: a year up to a month begins in January again. */
static int
get_delta (const Months *months)
{
  return months->to_first + months->to_n - months->first - months->n;
}

/* Which month a mention means: without a year one of the period, then one of those behind it. */
static gboolean
resolve (const Months *months, guint number, int *month)
{
  const CwMention *mention = months->mention;
  const CwShift *shift = months->shift;
  int year = mention->has_year ? mention->year : shift->from.year + mention->relative;

  *month = year * 12 + (int) number - 1;
  if (mention->has_year || *month < 0)
    return CW_PERIOD_KNOWS_YEAR (&shift->from);
  if (mention->has_relative || is_within (months, *month))
    return TRUE;
  if (shift->from.kind == CW_PERIOD_YEAR || shift->from.kind == CW_PERIOD_MONTHS)
    return FALSE;
  if (is_behind (months, *month) || is_behind (months, *month + 12))
    {
      *month += is_behind (months, *month) ? 0 : 12;
      return TRUE;
    }
  if (*month > months->first && cw_mention_compares (mention, shift->string))
    *month -= 12;
  return *month >= 0 && *month < months->first;
}

static char *
write_year (const Months *months, int month)
{
  return cw_mention_write_relative_year (months->mention, months->shift, month / 12);
}

/* --- one month --- */

/* Until its end: what has been counted up to there. */
static gboolean
is_end (const Months *months)
{
  static const char *const until[] = { "截至", "截止", "截止到", "截至目前到", "到", "至", NULL };
  const char *word = months->mention->words[0];

  return g_str_has_suffix (word, "底") || g_str_has_suffix (word, "末")
         || ends_with (months->mention, months->shift->string, until);
}

/* 7月起: what has begun then has begun for ever. */
static gboolean
begins (const Months *months)
{
  const char *rest = months->shift->string + months->mention->end;

  return (g_str_has_prefix (rest, "起") && !g_str_has_prefix (rest, "起草"))
         || g_str_has_prefix (rest, "开始") || g_str_has_prefix (rest, "以来");
}

static gboolean
is_sure_within (const Months *months, int month)
{
  const CwShift *shift = months->shift;

  if (begins (months))
    return FALSE;
  return is_outside_body (shift) || (month == get_last (months) && is_end (months))
         || (shift->from.kind == CW_PERIOD_MONTH && shift->zone == CW_ZONE_BODY
             && g_str_has_suffix (months->mention->words[0], "份"));
}

static CwVerdict
judge_month (const Months *months)
{
  const CwMention *mention = months->mention;
  gboolean up_to = months->shift->from.kind == CW_PERIOD_MONTHS;
  CwVerdict verdict = { NULL, FALSE, FALSE };
  g_autofree char *year = NULL;
  g_autofree char *number = NULL;
  int month, delta = get_delta (months);

  if (!resolve (months, mention->numbers[0], &month) || (up_to && month != get_last (months)))
    return verdict;
  if (is_within (months, month))
    verdict.sure = is_sure_within (months, month);
  else if (is_behind (months, month))
    verdict.sure = !begins (months) && cw_mention_looks_ahead (mention, months->shift);
  else if (is_within (months, month + 12) || (months->n == 1 && month == months->first - 1))
    verdict.sure = cw_mention_compares (mention, months->shift->string);
  else
    return verdict;
  year = write_year (months, month + delta);
  number = cw_mention_write_month (mention, (month + delta) % 12 + 1);
  verdict.text = g_strconcat (year, number, mention->words[0], NULL);
  return verdict;
}

/* --- several --- */

static CwVerdict
write_range (const Months *months, int first, int last, gboolean sure)
{
  const CwMention *mention = months->mention;
  g_autofree char *year = write_year (months, first);
  g_autofree char *from = cw_mention_write_month (mention, first % 12 + 1);
  g_autofree char *to = cw_mention_write_month (mention, last % 12 + 1);
  CwVerdict verdict = { NULL, sure, FALSE };

  verdict.text = g_strconcat (year, from, mention->words[0], to, mention->words[1], NULL);
  return verdict;
}

static CwVerdict
judge_range (const Months *months)
{
  const CwMention *mention = months->mention;
  const CwShift *shift = months->shift;
  gboolean compares = cw_mention_compares (mention, shift->string);
  int year = mention->has_year ? mention->year : shift->from.year + mention->relative;
  int first = year * 12 + (int) mention->numbers[0] - 1;
  int last = year * 12 + (int) mention->numbers[1] - 1;
  int to_last = months->to_first + months->to_n - 1;
  int back = is_within (months, last + 12) ? 12 : 0;

  if (last <= first || first < 0 || (mention->has_year && !CW_PERIOD_KNOWS_YEAR (&shift->from)))
    return (CwVerdict) { NULL, FALSE, FALSE };
  if (first + back == months->first && last + back == get_last (months))
    return write_range (months, months->to_first - back, to_last - back, back == 0 || compares);
  if (first % 12 == 0 && last + back == get_last (months))
    return write_range (months, to_last / 12 * 12 - back, to_last - back, back == 0 || compares);
  if (shift->from.kind == CW_PERIOD_MONTHS || back > 0)
    return (CwVerdict) { NULL, FALSE, FALSE };
  if (is_within (months, first) && is_within (months, last))
    return write_range (months, first + get_delta (months), last + get_delta (months), FALSE);
  if (!mention->has_year && first == get_last (months) - 11) /* the plans of a fourth quarter */
    first += 12, last += 12;
  if (first == get_last (months) + 1 && is_behind (months, last))
    return write_range (months, first + get_delta (months), last + get_delta (months),
                        cw_mention_looks_ahead (mention, shift));
  return (CwVerdict) { NULL, FALSE, FALSE };
}

/* --- a day --- */

static int
count_days (int month)
{
  return g_date_get_days_in_month ((GDateMonth) (month % 12 + 1), (GDateYear) MAX (month / 12, 2001));
}

static CwVerdict
write_day (const Months *months, int month, int day, gboolean event)
{
  g_autofree char *year = write_year (months, month);
  const char *word = months->mention->words[0];
  CwVerdict verdict = { NULL, !event, event };

  verdict.text = event ? g_strdup_printf ("%sX月X%s", year, word)
                       : g_strdup_printf ("%s%d月%d%s", year, month % 12 + 1, day, word);
  return verdict;
}

/* The first and the last day of the period move; on any other something has happened, and nobody
 * knows when it will the next time. */
static CwVerdict
judge_day (const Months *months)
{
  const CwMention *mention = months->mention;
  int day = (int) mention->numbers[1], month;
  CwVerdict verdict = { NULL, FALSE, FALSE };

  if (!resolve (months, mention->numbers[0], &month)
      || !(is_within (months, month) || is_behind (months, month)))
    return verdict;
  if (begins (months))
    return verdict;
  if (month == months->first && day == 1 && months->shift->from.kind != CW_PERIOD_MONTHS)
    return write_day (months, months->to_first, 1, FALSE);
  if (month == get_last (months) && day == count_days (month))
    {
      month = months->to_first + months->to_n - 1;
      return write_day (months, month, count_days (month), FALSE);
    }
  verdict = write_day (months, month + get_delta (months), 0, TRUE);
  verdict.sure = months->shift->zone == CW_ZONE_SUBTITLE;
  return verdict;
}

/**
 * cw_mention_shift_months:
 * @mention: a place where a text speaks of months
 * @shift: the periods, the text and where it stands
 *
 * Does what cw_mention_shift() does.
 *
 * Returns: what becomes of it
 */
CwVerdict
cw_mention_shift_months (const CwMention *mention, const CwShift *shift)
{
  Months months = { .mention = mention, .shift = shift };

  if (!cw_period_get_months (&shift->from, &months.first, &months.n)
      || !cw_period_get_months (&shift->to, &months.to_first, &months.to_n))
    return (CwVerdict) { NULL, FALSE, FALSE };
  if (mention->type == CW_MENTION_DAY)
    return judge_day (&months);
  return mention->type == CW_MENTION_RANGE ? judge_range (&months) : judge_month (&months);
}
