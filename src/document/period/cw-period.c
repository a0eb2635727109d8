/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-period-private.h"

#include "document/elements/cw-paper-date.h"

/* The period a paper is about, and the one after it. */

/* --- counting --- */

/**
 * cw_period_get_per_year:
 * @kind: a kind of period
 *
 * Returns: how many of them a year has
 */
guint
cw_period_get_per_year (CwPeriodKind kind)
{
  static const guint per_year[CW_N_PERIOD_KINDS] = { 1, 1, 2, 4, 12, 12, 1, 2 };

  return per_year[kind];
}

/**
 * cw_period_get_index:
 * @period: a period
 *
 * Returns: its number among all of its kind: that of the next is one higher
 */
int
cw_period_get_index (const CwPeriod *period)
{
  int per_year = (int) cw_period_get_per_year (period->kind);

  return period->year * per_year + (per_year > 1 ? (int) period->number - 1 : 0);
}

/**
 * cw_period_from_index:
 * @kind: a kind of period
 * @index: a number, see cw_period_get_index()
 *
 * Returns: the period of that number
 */
CwPeriod
cw_period_from_index (CwPeriodKind kind, int index)
{
  int per_year = (int) cw_period_get_per_year (kind);
  int rest = ((index % per_year) + per_year) % per_year;

  return (CwPeriod) { kind, (index - rest) / per_year, per_year > 1 ? (guint) rest + 1 : 0 };
}

/**
 * cw_period_get_months:
 * @period: a period
 * @first: (out): its first month, counted from January of the year 0
 * @n: (out): how many months it has
 *
 * Returns: whether its months are known; those of schools are not
 */
gboolean
cw_period_get_months (const CwPeriod *period, int *first, int *n)
{
  static const int lengths[CW_N_PERIOD_KINDS]
      = { [CW_PERIOD_YEAR] = 12, [CW_PERIOD_HALF] = 6, [CW_PERIOD_QUARTER] = 3, [CW_PERIOD_MONTH] = 1 };

  *first = period->year * 12;
  *n = period->kind == CW_PERIOD_MONTHS ? (int) period->number : lengths[period->kind];
  if (period->number > 0 && period->kind != CW_PERIOD_MONTHS)
    *first += ((int) period->number - 1) * *n;
  return *n > 0;
}

/**
 * cw_period_equal:
 * @a: a period
 * @b: another
 *
 * Returns: whether they are the same
 */
gboolean
cw_period_equal (const CwPeriod *a, const CwPeriod *b)
{
  return a->kind == b->kind && a->year == b->year && a->number == b->number;
}

/**
 * cw_period_next:
 * @period: a period
 *
 * Gives the period after this one. Of a year up to the end of a quarter it is the year up to the end
 * of the next quarter, otherwise the year up to the next month.
 *
 * Returns: the next period
 */
CwPeriod
cw_period_next (const CwPeriod *period)
{
  gboolean quarters = period->kind == CW_PERIOD_MONTHS && period->number % 3 == 0;

  return cw_period_from_index (period->kind, cw_period_get_index (period) + (quarters ? 3 : 1));
}

/**
 * cw_period_to_string:
 * @period: a period
 *
 * Returns: (transfer full): what papers call it: 2026年第三季度; without its year if that is not known
 */
char *
cw_period_to_string (const CwPeriod *period)
{
  static const char *const numerals[] = { "", "一", "二", "三", "四" };
  g_autofree char *year = CW_PERIOD_KNOWS_YEAR (period) ? g_strdup_printf ("%d年", period->year)
                                                        : g_strdup ("");
  guint number = MIN (period->number, 4);

  switch ((int) period->kind)
    {
    case CW_PERIOD_YEAR:
      return g_strdup (year);
    case CW_PERIOD_HALF:
      return g_strconcat (year, number == 1 ? "上半年" : "下半年", NULL);
    case CW_PERIOD_QUARTER:
      return g_strdup_printf ("%s第%s季度", year, numerals[number]);
    case CW_PERIOD_MONTHS:
      return g_strdup_printf ("%s1—%u月", year, period->number);
    case CW_PERIOD_MONTH:
      return g_strdup_printf ("%s%u月", year, period->number);
    case CW_PERIOD_SCHOOL_YEAR:
      return g_strdup_printf ("%d—%d学年", period->year, period->year + 1);
    case CW_PERIOD_TERM:
      return CW_PERIOD_KNOWS_YEAR (period)
                 ? g_strdup_printf ("%d—%d学年第%s学期", period->year, period->year + 1,
                                    numerals[number])
                 : g_strdup_printf ("第%s学期", numerals[number]);
    default:
      return g_strdup ("");
    }
}

/* --- finding it --- */

/* The first period in @text, a narrower one before a mere year. */
static gboolean
find_in_text (const char *text, CwPeriod *period)
{
  g_autoptr (GArray) mentions = cw_mentions_find (text);
  gboolean found = FALSE;

  for (guint i = 0; i < mentions->len; i++)
    {
      CwPeriod next;

      if (!cw_mention_get_period (&g_array_index (mentions, CwMention, i), &next))
        continue;
      if (!found)
        *period = next;
      else if (period->kind == CW_PERIOD_YEAR && next.kind != CW_PERIOD_YEAR)
        {
          next.year = CW_PERIOD_KNOWS_YEAR (&next) ? next.year : period->year;
          *period = next;
        }
      found = TRUE;
    }
  return found;
}

/**
 * cw_period_parse:
 * @text: what a period is called: 2026年第三季度, 1—9月, 2025—2026学年第一学期
 * @period: (out): the period
 *
 * Returns: whether @text is a period and nothing else
 */
gboolean
cw_period_parse (const char *text, CwPeriod *period)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  g_autoptr (GArray) mentions = cw_mentions_find (plain);
  const CwMention *mention = (const CwMention *) (gpointer) mentions->data;

  return mentions->len == 1 && mention->start == 0 && plain[mention->end] == '\0'
         && cw_mention_get_period (mention, period);
}

static gboolean
find_in_element (CwDocument *document, CwElement element, CwPeriod *period)
{
  CwText *text = cw_document_get_element (document, element);

  return text != NULL && find_in_text (cw_text_get_string (text), period);
}

/* What stands before the first heading, three paragraphs at the most. */
static gboolean
find_in_lead (CwDocument *document, CwPeriod *period)
{
  for (guint i = 0; i < MIN (cw_document_get_n_body_blocks (document), 3); i++)
    {
      CwBlock *block = cw_document_get_block (document, i);

      if (cw_block_get_kind (block) == CW_BLOCK_HEADING)
        return FALSE;
      if (find_in_text (cw_text_get_string (cw_block_get_text (block)), period))
        return TRUE;
    }
  return FALSE;
}

/* The year in which a period without one was, from the date of the paper. */
static void
date_period (CwDocument *document, CwPeriod *period)
{
  CwText *text = cw_document_get_element (document, CW_ELEMENT_DATE);
  GDate date;
  int first, n;

  if (text == NULL || !cw_paper_date_parse (cw_text_get_string (text), &date))
    return;
  period->year = g_date_get_year (&date);
  if (cw_period_get_months (period, &first, &n)
      && first > period->year * 12 + (int) g_date_get_month (&date) - 1)
    period->year--;
}

/**
 * cw_period_find:
 * @document: a document
 * @period: (out): the period it is about
 *
 * Recognises the period of a paper in its title or in what stands before its first heading. A year
 * the title does not say is taken from there too, or else from the date of the paper.
 *
 * Returns: whether it is about one
 */
gboolean
cw_period_find (CwDocument *document, CwPeriod *period)
{
  CwPeriod lead = { CW_PERIOD_NONE, 0, 0 };
  gboolean has_lead = find_in_lead (document, &lead);

  *period = (CwPeriod) { CW_PERIOD_NONE, 0, 0 };
  if (!find_in_element (document, CW_ELEMENT_TITLE, period)
      && !find_in_element (document, CW_ELEMENT_SUBTITLE, period))
    *period = lead;
  if (period->kind == CW_PERIOD_NONE)
    return FALSE;
  if (has_lead && !CW_PERIOD_KNOWS_YEAR (period) && CW_PERIOD_KNOWS_YEAR (&lead)
      && (lead.kind == period->kind || lead.kind == CW_PERIOD_YEAR))
    period->year = lead.year;
  if (!CW_PERIOD_KNOWS_YEAR (period))
    date_period (document, period);
  return TRUE;
}
