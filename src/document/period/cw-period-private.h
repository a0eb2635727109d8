/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-period.h"

/* Private to this room: counting periods, and what a paper calls them. */

G_BEGIN_DECLS

/* Whether a paper says the year of its period. */
#define CW_PERIOD_KNOWS_YEAR(period) ((period)->year >= 1900)

guint cw_period_get_per_year (CwPeriodKind kind);
int cw_period_get_index (const CwPeriod *period);
CwPeriod cw_period_from_index (CwPeriodKind kind, int index);
gboolean cw_period_get_months (const CwPeriod *period, int *first, int *n);

/**
 * CwMentionType:
 * @CW_MENTION_TERM: a school year, a term, or both
 * @CW_MENTION_DAY: a month and its day
 * @CW_MENTION_RANGE: several months
 *
 * What kind of words speak of a time.
 */
typedef enum
{
  CW_MENTION_YEAR,
  CW_MENTION_TERM,
  CW_MENTION_DAY,
  CW_MENTION_RANGE,
  CW_MENTION_MONTH,
  CW_MENTION_QUARTER,
  CW_MENTION_HALF,
  CW_MENTION_CUMULATIVE,
} CwMentionType;

/**
 * CwMention:
 * @type: what kind of words
 * @start: first byte
 * @end: byte after the last
 * @year_words: what it says before its numbers: 2026年, 今年, 二〇二六年度; may be empty
 * @has_year: whether it says a year in numbers
 * @year: that year
 * @relative: years from the one the paper is about, of 今年, 明年 and 去年
 * @has_relative: whether it says one of these
 * @words: what stands before, between and behind its numbers
 * @numbers: its numbers: quarter, half or term, months, month and day
 * @chinese: whether they are Chinese numerals
 *
 * A place where a paper speaks of a time.
 */
typedef struct
{
  CwMentionType type;
  guint start;
  guint end;
  char year_words[40];
  gboolean has_year;
  gboolean has_relative;
  int year;
  int relative;
  char words[3][24];
  guint numbers[2];
  gboolean chinese;
} CwMention;

GArray *cw_mentions_find (const char *text);
char *cw_mention_write_month (const CwMention *mention, guint month);
char *cw_mention_write_year (const CwMention *mention, int year);
gboolean cw_mention_get_period (const CwMention *mention, CwPeriod *period);

/**
 * CwZone:
 * @CW_ZONE_TITLE: titles, headings, captions, heads of tables
 * @CW_ZONE_SUBTITLE: what stands under the title
 * @CW_ZONE_LEAD: before the first heading
 * @CW_ZONE_BODY: what was done
 * @CW_ZONE_PLAN: what is to be done
 * @CW_ZONE_CLOSING: the last paragraph
 *
 * Where in a paper something stands.
 */
typedef enum
{
  CW_ZONE_TITLE,
  CW_ZONE_SUBTITLE,
  CW_ZONE_LEAD,
  CW_ZONE_BODY,
  CW_ZONE_PLAN,
  CW_ZONE_CLOSING,
} CwZone;

/**
 * CwShift:
 * @from: the period a paper is about
 * @to: the one it is to be about, of the same kind
 * @string: a text of it
 * @zone: where it stands
 *
 * What has to be known to move what a text says in time.
 */
typedef struct
{
  CwPeriod from;
  CwPeriod to;
  const char *string;
  CwZone zone;
} CwShift;

/**
 * CwVerdict:
 * @text: (nullable): what is to stand there; %NULL to leave it
 * @sure: whether that is certain
 * @event: whether it is the date of something that has happened
 *
 * What becomes of a mention.
 */
typedef struct
{
  char *text;
  gboolean sure;
  gboolean event;
} CwVerdict;

CwVerdict cw_mention_shift (const CwMention *mention, const CwShift *shift);
CwVerdict cw_mention_shift_months (const CwMention *mention, const CwShift *shift);
gboolean cw_mention_compares (const CwMention *mention, const char *string);
gboolean cw_mention_looks_ahead (const CwMention *mention, const CwShift *shift);
char *cw_mention_write_relative_year (const CwMention *mention, const CwShift *shift, int year);

G_END_DECLS
