/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-period-private.h"

#include <string.h>

/* What a text says of time, one period later. */

/* --- the words around a mention --- */

static gboolean
matches (gsize *store, const char *pattern, const char *text)
{
  if (g_once_init_enter (store))
    g_once_init_leave (store, (gsize) g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match ((GRegex *) *store, text, 0, NULL);
}

/**
 * cw_mention_compares:
 * @mention: a place in @string
 * @string: a text
 *
 * Returns: whether what is said there is compared with: 较上年, 2025年同期
 */
gboolean
cw_mention_compares (const CwMention *mention, const char *string)
{
  static gsize before_store = 0, after_store = 0;
  g_autofree char *before = g_strndup (string, mention->start);

  return matches (&before_store, "(?:较|比|与|同|高于|低于|优于|多于|少于|超过|环比|对照)$", before)
         || matches (&after_store, "^(?:同期|同比|末?相比|水平)", string + mention->end);
}

static char *
get_sentence (const CwMention *mention, const char *string)
{
  const char *start = string + mention->start, *end = string + mention->end;

  while (start > string && !g_str_has_prefix (g_utf8_prev_char (start), "。"))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && !g_str_has_prefix (end, "。"))
    end = g_utf8_next_char (end);
  return g_strndup (start, end - start);
}

/**
 * cw_mention_looks_ahead:
 * @mention: a place in a text
 * @shift: the text and where it stands
 *
 * Returns: whether its sentence is about what is to be done
 */
gboolean
cw_mention_looks_ahead (const CwMention *mention, const CwShift *shift)
{
  static gsize store = 0;
  g_autofree char *sentence = get_sentence (mention, shift->string);

  return shift->zone == CW_ZONE_PLAN
         || matches (&store, "将|拟|打算|力争|确保|争取|下一?步|预计|谋划|前完成|计划于|安排", sentence);
}

/* 起施行, 开始: what has begun at a time has begun then for ever. */
static gboolean
begins (const CwMention *mention, const char *string)
{
  static gsize store = 0;

  return matches (&store, "^(?:起(?!来|草|到|步|义|伏|点)|开始|印发|发布|施行)", string + mention->end);
}

/* Within “…”: a name of something, perhaps. */
static gboolean
is_in_quotes (const CwMention *mention, const char *string)
{
  gboolean open = FALSE;

  for (const char *p = string; p < string + mention->start; p = g_utf8_next_char (p))
    if (g_str_has_prefix (p, "“"))
      open = TRUE;
    else if (g_str_has_prefix (p, "”"))
      open = FALSE;
  return open && strstr (string + mention->end, "”") != NULL;
}

static gboolean
is_doubtful (const CwMention *mention, const CwShift *shift)
{
  return begins (mention, shift->string) || is_in_quotes (mention, shift->string);
}

static gboolean
is_outside_body (const CwShift *shift)
{
  return shift->zone != CW_ZONE_BODY && shift->zone != CW_ZONE_PLAN;
}

/* --- years --- */

/**
 * cw_mention_write_relative_year:
 * @mention: a place in a text
 * @shift: the periods
 * @year: the year it is to be in
 *
 * Returns: (transfer full): what it is to say of the year: in the way it did, or 明年 and 上年 if it
 *   is not that of the new period; may be empty
 */
char *
cw_mention_write_relative_year (const CwMention *mention, const CwShift *shift, int year)
{
  int away = year - shift->to.year;
  gboolean in_title = shift->zone == CW_ZONE_TITLE || shift->zone == CW_ZONE_SUBTITLE;

  if (mention->has_year)
    return cw_mention_write_year (mention, year);
  if (mention->has_relative && away == mention->relative)
    return g_strdup (mention->year_words);
  if (away == 0)
    return g_strdup (mention->has_relative && mention->relative == 0 ? mention->year_words : "");
  if (in_title && CW_PERIOD_KNOWS_YEAR (&shift->to))
    return g_strdup_printf ("%d年", year);
  if (away == 1)
    return g_strdup ("明年");
  return away == -1 ? g_strdup ("上年") : g_strdup ("");
}

/* The year a mention says, or that of the period. */
static gboolean
get_year (const CwMention *mention, const CwShift *shift, int *year)
{
  *year = mention->has_year ? mention->year : shift->from.year + mention->relative;
  return !mention->has_year || CW_PERIOD_KNOWS_YEAR (&shift->from);
}

static CwVerdict
judge_year (const CwMention *mention, const CwShift *shift)
{
  int away = mention->year - shift->from.year, by = shift->to.year - shift->from.year;
  gboolean compares = cw_mention_compares (mention, shift->string);
  gboolean years = shift->from.kind == CW_PERIOD_YEAR;
  CwVerdict verdict = { NULL, !is_doubtful (mention, shift), FALSE };

  if (by == 0 || !CW_PERIOD_KNOWS_YEAR (&shift->from) || ABS (away) > 1
      || shift->from.kind == CW_PERIOD_TERM || shift->from.kind == CW_PERIOD_SCHOOL_YEAR)
    return verdict;
  if (!years && (away == 1 || (away == -1 && !compares)))
    return verdict;
  if (away == -1)
    verdict.sure = verdict.sure && compares;
  else if (away == 0)
    verdict.sure = verdict.sure && is_outside_body (shift);
  verdict.text = cw_mention_write_year (mention, mention->year + by);
  return verdict;
}

/* --- quarters and halves of the year --- */

/* How many periods a mention is away from that of the paper. */
static int
get_distance (const CwMention *mention, const CwShift *shift, int year)
{
  CwPeriod named = { shift->from.kind, year, mention->numbers[0] };
  int per_year = (int) cw_period_get_per_year (named.kind);
  int away = cw_period_get_index (&named) - cw_period_get_index (&shift->from);

  if (mention->has_year || mention->has_relative)
    return away;
  if (away + per_year == 1 && cw_mention_looks_ahead (mention, shift)
      && !cw_mention_compares (mention, shift->string))
    return 1;
  if (away - per_year == -1 && cw_mention_compares (mention, shift->string))
    return -1;
  return away;
}

static gboolean
is_sure_at (const CwMention *mention, const CwShift *shift, int away)
{
  if (is_doubtful (mention, shift))
    return FALSE;
  if (away == 0)
    return TRUE;
  if (away == 1)
    return is_outside_body (shift) || cw_mention_looks_ahead (mention, shift);
  return cw_mention_compares (mention, shift->string);
}

static char *
write_number (const CwMention *mention, guint number)
{
  static const char *const numerals[] = { "", "一", "二", "三", "四" };

  if (mention->type == CW_MENTION_HALF)
    return g_strdup (number == 1 ? "上" : "下");
  return mention->chinese ? g_strdup (numerals[number]) : g_strdup_printf ("%u", number);
}

static CwVerdict
judge_part (const CwMention *mention, const CwShift *shift)
{
  int per_year = (int) cw_period_get_per_year (shift->from.kind), year, away;
  CwVerdict verdict = { NULL, FALSE, FALSE };
  g_autofree char *year_words = NULL, *number = NULL;
  CwPeriod next;

  if (!get_year (mention, shift, &year))
    return verdict;
  away = get_distance (mention, shift, year);
  if (away < -1 ? away != -per_year : away > 1)
    return verdict;
  next = cw_period_from_index (shift->to.kind, cw_period_get_index (&shift->to) + away);
  year_words = cw_mention_write_relative_year (mention, shift, next.year);
  number = write_number (mention, next.number);
  verdict.sure = is_sure_at (mention, shift, away);
  verdict.text = mention->type == CW_MENTION_HALF
                     ? g_strconcat (year_words, number, mention->words[0], NULL)
                     : g_strconcat (year_words, mention->words[0], number, mention->words[1], NULL);
  return verdict;
}

/* --- the year up to a quarter --- */

/* The quarter a period ends with, 0 if it does not end with one or does not count from January. */
static guint
get_quarters (const CwPeriod *period)
{
  if (period->kind == CW_PERIOD_QUARTER)
    return period->number;
  return period->kind == CW_PERIOD_MONTHS && period->number % 3 == 0 ? period->number / 3 : 0;
}

static guint
get_named_quarters (const CwMention *mention)
{
  if (mention->type == CW_MENTION_HALF)
    return mention->numbers[0] == 1 ? 2 : 0;
  return strstr (mention->words[0], "三") != NULL || strstr (mention->words[0], "3") != NULL ? 3 : 2;
}

static CwVerdict
judge_cumulative (const CwMention *mention, const CwShift *shift)
{
  static const char *const names[] = { "", "第一季度", "上半年", "前三季度", "全年" };
  guint has = get_quarters (&shift->from), gets = get_quarters (&shift->to);
  CwVerdict verdict = { NULL, FALSE, FALSE };
  g_autofree char *year_words = NULL;
  int year;

  if (has == 0 || gets == 0 || has != get_named_quarters (mention)
      || !get_year (mention, shift, &year) || year != shift->from.year)
    return verdict;
  year_words = cw_mention_write_relative_year (mention, shift, shift->to.year);
  verdict.text = g_strconcat (year_words, names[gets], NULL);
  verdict.sure = is_outside_body (shift) && !is_doubtful (mention, shift);
  return verdict;
}

/* --- schools --- */

static char *
write_term (const CwMention *mention, const CwPeriod *period)
{
  const char *numeral = period->number == 1 ? "一" : "二";
  gboolean spring = period->number == 2;
  g_autofree char *year = NULL;

  if (strcmp (mention->words[0], "春") == 0 || strcmp (mention->words[0], "秋") == 0)
    {
      year = mention->has_year ? cw_mention_write_year (mention, period->year + spring)
                               : g_strdup (mention->year_words);
      return g_strconcat (year, spring ? "春" : "秋", "季学期", NULL);
    }
  if (!mention->has_year)
    return g_strdup_printf ("第%s学期", numeral);
  if (mention->numbers[0] == 0)
    return g_strdup_printf ("%d%s%d%s", period->year, mention->words[0], period->year + 1,
                            mention->words[1]);
  return g_strdup_printf ("%d%s%d%s第%s学期", period->year, mention->words[0], period->year + 1,
                          mention->words[1], numeral);
}

static CwVerdict
judge_term (const CwMention *mention, const CwShift *shift)
{
  CwVerdict verdict = { NULL, FALSE, FALSE };
  CwPeriod named, next;
  int away;

  cw_mention_get_period (mention, &named);
  if (!CW_PERIOD_KNOWS_YEAR (&named))
    named.year = shift->from.year;
  if (named.kind == CW_PERIOD_SCHOOL_YEAR && shift->from.kind == CW_PERIOD_TERM)
    {
      next = (CwPeriod) { CW_PERIOD_SCHOOL_YEAR, shift->to.year, 0 };
      verdict.sure = !is_doubtful (mention, shift);
      verdict.text = named.year == shift->from.year ? write_term (mention, &next) : NULL;
      return verdict;
    }
  if (named.kind != shift->from.kind)
    return verdict;
  away = cw_period_get_index (&named) - cw_period_get_index (&shift->from);
  if (!mention->has_year && away == -1 && cw_mention_looks_ahead (mention, shift))
    away = 1;
  if (ABS (away) > 1)
    return verdict;
  next = cw_period_from_index (named.kind, cw_period_get_index (&shift->to) + away);
  verdict.text = write_term (mention, &next);
  verdict.sure = is_sure_at (mention, shift, away);
  return verdict;
}

/* --- all of them --- */

static CwVerdict
judge (const CwMention *mention, const CwShift *shift)
{
  switch ((int) mention->type)
    {
    case CW_MENTION_YEAR:
      return judge_year (mention, shift);
    case CW_MENTION_TERM:
      return judge_term (mention, shift);
    case CW_MENTION_QUARTER:
      if (shift->from.kind == CW_PERIOD_QUARTER)
        return judge_part (mention, shift);
      break;
    case CW_MENTION_HALF:
      return shift->from.kind == CW_PERIOD_HALF ? judge_part (mention, shift)
                                                : judge_cumulative (mention, shift);
    case CW_MENTION_CUMULATIVE:
      return judge_cumulative (mention, shift);
    default:
      return cw_mention_shift_months (mention, shift);
    }
  return (CwVerdict) { NULL, FALSE, FALSE };
}

/**
 * cw_mention_shift:
 * @mention: a place where a text speaks of a time
 * @shift: the periods, the text and where it stands
 *
 * Says what is to stand there in the paper about the new period. What belongs to the period, the
 * plans for the next one and what is compared with move; another year stays.
 *
 * Returns: what becomes of it; its text is owned by the caller, and %NULL if it stays as it is
 */
CwVerdict
cw_mention_shift (const CwMention *mention, const CwShift *shift)
{
  CwVerdict verdict = judge (mention, shift);
  g_autofree char *old = g_strndup (shift->string + mention->start, mention->end - mention->start);

  if (g_strcmp0 (verdict.text, old) == 0)
    g_clear_pointer (&verdict.text, g_free);
  return verdict;
}
