/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

/**
 * CwPeriodKind:
 * @CW_PERIOD_NONE: nobody knows
 * @CW_PERIOD_YEAR: 2026年, 2026年度
 * @CW_PERIOD_HALF: 上半年, 下半年
 * @CW_PERIOD_QUARTER: 第三季度, 三季度
 * @CW_PERIOD_MONTHS: the year up to a month: 1—9月
 * @CW_PERIOD_MONTH: 9月, 9月份
 * @CW_PERIOD_SCHOOL_YEAR: 2025—2026学年
 * @CW_PERIOD_TERM: 2025—2026学年第一学期, 2025年秋季学期
 *
 * What kind of period a paper is about.
 */
typedef enum
{
  CW_PERIOD_NONE,
  CW_PERIOD_YEAR,
  CW_PERIOD_HALF,
  CW_PERIOD_QUARTER,
  CW_PERIOD_MONTHS,
  CW_PERIOD_MONTH,
  CW_PERIOD_SCHOOL_YEAR,
  CW_PERIOD_TERM,
  CW_N_PERIOD_KINDS,
} CwPeriodKind;

/**
 * CwPeriod:
 * @kind: what kind
 * @year: its year, for schools the one it begins in; below 1900 if the paper does not say
 * @number: which half, quarter, month or term, from 1; of %CW_PERIOD_MONTHS the last month; else 0
 *
 * A period a paper is about. Plain data.
 */
typedef struct
{
  CwPeriodKind kind;
  int year;
  guint number;
} CwPeriod;

gboolean cw_period_find (CwDocument *document, CwPeriod *period);
gboolean cw_period_parse (const char *text, CwPeriod *period);
gboolean cw_period_equal (const CwPeriod *a, const CwPeriod *b);
CwPeriod cw_period_next (const CwPeriod *period);
char *cw_period_to_string (const CwPeriod *period);

G_END_DECLS
