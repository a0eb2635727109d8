/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwNumber:
 * @value: what it amounts to; 12 for 12%
 * @decimals: digits behind the point as it is written
 * @scale: what a 万 or 亿 at its end multiplies it by; 1 without
 * @percent: whether it is written as a percentage
 * @grouped: whether its thousands are divided by commas
 *
 * A number as it stands in a paper.
 */
typedef struct
{
  double value;
  guint decimals;
  double scale;
  gboolean percent;
  gboolean grouped;
} CwNumber;

#define CW_NUMBER_MAX_DECIMALS 6

gboolean cw_number_parse (const char *text, CwNumber *number);
double cw_number_round (double value, guint decimals);
char *cw_number_format (double value, guint decimals, gboolean grouped);
double cw_number_get_unit_scale (const char *unit);

G_END_DECLS
