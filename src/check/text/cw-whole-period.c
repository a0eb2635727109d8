/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A summary of one quarter speaks of that quarter. */

static const char *const names[] = { "", "第一季度", "第二季度", "第三季度", "第四季度" };

typedef struct
{
  guint year;
  guint quarter;
  guint last_block; /* of what is reported; plans come behind */
} Period;

static guint
fetch (GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return text != NULL && *text != '\0' ? cw_scan_parse_numeral (text, strlen (text)) : 0;
}

static gboolean
read_period (CwWhole *self, Period *period)
{
  static gsize store = 0;
  GRegex *regex = cw_scan_get_regex (
      "(?:((?:19|20)\\d\\d)年)?第?([一二三四1-4])季度.*(?:总结|汇报|报告|情况|小结)", &store);
  g_autofree char *title = cw_whole_get_title (self);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, title, 0, &match))
    return FALSE;
  period->year = fetch (match, 1);
  period->quarter = fetch (match, 2);
  return period->quarter >= 1 && period->quarter <= 4
         && strstr (title, "计划") == NULL && strstr (title, "打算") == NULL;
}

/* Problems and plans look around: only what was done is of the period. */
static guint
find_last_block (CwWhole *self)
{
  static gsize store = 0;
  GRegex *ahead = cw_scan_get_regex ("下一?步|下一?阶段|打算|计划|安排|展望|目标|思路|建议|问题|原因", &store);

  for (guint i = 0; i < self->n_body; i++)
    {
      CwBlock *block = cw_document_get_block (self->document, i);
      gboolean is_heading = cw_block_get_level (block) == 1;

      if (is_heading && g_regex_match (ahead, cw_text_get_string (cw_block_get_text (block)), 0, NULL))
        return i;
    }
  return self->n_body;
}

static char *
get_sentence (const char *string, const CwFact *fact)
{
  const char *start = string + fact->start, *end = string + fact->end;

  while (start > string && !g_str_has_prefix (g_utf8_prev_char (start), "。"))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && !g_str_has_prefix (end, "。"))
    end = g_utf8_next_char (end);
  return g_strndup (start, end - start);
}

/* Sentences that compare, look back or look ahead may speak of other times. */
static gboolean
looks_elsewhere (const char *string, const CwFact *fact)
{
  static gsize store = 0;
  GRegex *elsewhere = cw_scan_get_regex (
      "比|较|同期|上年|去年|上一|上季|以来|至|到|自|将|拟|预计|力争|计划|打算|下一|明年|截至|前|继|延续|"
      "曾|印发|通知|文件|会议精神|《|季度末|各季度|每季度|第[一二三四]、|和第",
      &store);
  g_autofree char *sentence = get_sentence (string, fact);

  return g_regex_match (elsewhere, sentence, 0, NULL);
}

static void
on_quarter (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  const Period *period = user_data;
  const char *string = cw_whole_get_string (self, block);
  CwStretch at = cw_whole_get_stretch (self, block, fact->start, fact->end);

  if (block >= period->last_block || fact->number == 0 || fact->number > 4)
    return;
  if (fact->number == period->quarter && fact->other != 0 && period->year != 0
      && fact->other != period->year && !looks_elsewhere (string, fact))
    cw_whole_report (self, CW_RULE_PERIOD, &at,
                     g_strdup_printf (_ ("The title says %u: correct the year, or say that this "
                                         "is another one."),
                                      period->year));
  else if (fact->number != period->quarter && (fact->other == 0 || fact->other == period->year)
           && !looks_elsewhere (string, fact))
    cw_whole_report (self, CW_RULE_PERIOD, &at,
                     g_strdup_printf (_ ("The title says %s: correct it here if that is what is "
                                         "meant."),
                                      names[period->quarter]));
}

static void
on_day (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  const Period *period = user_data;
  CwStretch at = cw_whole_get_stretch (self, block, fact->start, fact->end);

  if (block >= period->last_block || fact->number == 0 || fact->number > 12
      || (fact->number + 2) / 3 == period->quarter
      || looks_elsewhere (cw_whole_get_string (self, block), fact))
    return;
  cw_whole_report (self, CW_RULE_PERIOD, &at,
                   g_strdup_printf (_ ("This day is not within %s, of which the paper speaks."),
                                    names[period->quarter]));
}

/**
 * cw_whole_check_period:
 * @self: a paper
 *
 * Looks, in a paper about one quarter, for others spoken of as if they were that one.
 */
void
cw_whole_check_period (CwWhole *self)
{
  Period period = { 0 };

  if (!read_period (self, &period))
    return;
  period.last_block = find_last_block (self);
  cw_whole_foreach (self, CW_FACT_QUARTER, self->n_body, on_quarter, &period);
  cw_whole_foreach (self, CW_FACT_DAY, self->n_body, on_day, &period);
}
