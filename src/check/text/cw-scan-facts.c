/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"
#include "cw-pairs.h"

#include <string.h>

/* What rules about the whole paper compare: noted once a text, compared at every check. */

#define NUMERALS "一二三四五六七八九十"

static guint
fetch_number (GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return text != NULL && *text != '\0' ? cw_scan_parse_numeral (text, strlen (text)) : 0;
}

static void
on_ordinal (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  cw_scan_note (self, CW_FACT_ORDINAL, start, end, fetch_number (match, 1), 0);
}

static void
on_attachment (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  cw_scan_note (self, CW_FACT_ATTACHMENT, start, end, fetch_number (match, 1), 0);
}

static void
on_part (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  g_match_info_fetch_pos (match, 1, &start, &end);
  cw_scan_note (self, CW_FACT_PART, start, end, fetch_number (match, 2), 0);
}

static void
on_quarter (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  cw_scan_note (self, CW_FACT_QUARTER, start, end, fetch_number (match, 2),
                fetch_number (match, 1));
}

static void
on_day (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  cw_scan_note (self, CW_FACT_DAY, start, end, fetch_number (match, 1), 0);
}

static void
on_numeral (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  gboolean grouped = memchr (self->string + start, ',', end - start) != NULL;

  cw_scan_note (self, CW_FACT_NUMERAL, start, end, grouped, 0);
}

static void
on_agency (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  cw_scan_note (self, CW_FACT_AGENCY, start, end, 0, 0);
}

static void
on_phrase (CwTextScan *self, GMatchInfo *match, int start, int end)
{
  static const char *const phrases[CW_N_PHRASES] = {
    [CW_PHRASE_ASK] = "请批示",    [CW_PHRASE_REPORT] = "特此报告",
    [CW_PHRASE_NOTICE] = "特此通知", [CW_PHRASE_REQUEST] = "特此请示",
    [CW_PHRASE_LETTER] = "特此函",
  };

  for (guint i = CW_N_PHRASES; i > 1; i--)
    if (g_strstr_len (self->string + start, end - start, phrases[i - 1]) != NULL)
      {
        cw_scan_note (self, CW_FACT_PHRASE, start, end, i - 1, 0);
        return;
      }
  cw_scan_note (self, CW_FACT_PHRASE, start, end, CW_PHRASE_ASK, 0);
}

static const struct
{
  const char *pattern;
  CwScanMatchFunc on_match;
} rows[] = {
  { "(?:(?<=^)|(?<=[。；，：！？…”）]))([" NUMERALS "]{1,3})是(?![" NUMERALS "非否])", on_ordinal },
  { "(?<!》)(?<!号）)(?<!的)附件 ?([1-9]\\d?|[" NUMERALS "]{1,2}(?![" NUMERALS "]))?", on_attachment },
  { "(?:见|详见|参见|参照)(?:本[\\p{sc:Han}]{0,3})?(第([" NUMERALS "]{1,2})部分)", on_part },
  { "(?:((?:19|20)\\d\\d)年)?第([" NUMERALS "1-4])季度", on_quarter },
  { "(?:(?<=^)|(?<=[。；]))(1?\\d)月\\d{1,2}日(?=[，至—上下晚])", on_day },
  { "(?<![\\d.,])(?:\\d{5,9}|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?(?=人次|人|元|个|亩|户|吨|名|件|次|平方)",
    on_numeral },
  { "(?:妥否|当否|可否|是否妥当|特此报告|以上)?，?(?:请予?批示|请予?批复|请予?批准|请审批)(?=[。！]?$)|"
    "特此(?:报告|通知|请示|函[告复达询])(?=[。！]?$)",
    on_phrase },
};

static void
note_words (CwTextScan *self, CwFactKind kind, const char *const (*pairs)[2], guint n_pairs)
{
  for (guint i = 0; i < n_pairs; i++)
    for (guint k = 0; k < 2; k++)
      {
        const char *word = pairs[i][k];

        for (const char *p = strstr (self->string, word); p != NULL; p = strstr (p + 1, word))
          cw_scan_note (self, kind, p - self->string, p - self->string + strlen (word), i, k);
      }
}

/**
 * cw_scan_facts:
 * @self: a scan
 *
 * Notes what the rest of the paper is compared with.
 */
void
cw_scan_facts (CwTextScan *self)
{
  static gsize stores[G_N_ELEMENTS (rows)], agency;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cw_scan_foreach_match (self, cw_scan_get_regex (rows[i].pattern, &stores[i]), rows[i].on_match);
  cw_scan_foreach_match (self,
                cw_scan_get_regex ("\\p{sc:Han}{4,24}?(?:局|委员会|办公室|委|厅|部|院|处|中心|公司|大学|学校)",
                                   &agency),
                on_agency);
  note_words (self, CW_FACT_VARIANT, cw_pairs_variants, cw_n_pairs_variants);
  note_words (self, CW_FACT_OFFICE, cw_pairs_offices, cw_n_pairs_offices);
}
