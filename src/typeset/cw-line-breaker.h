/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-items.h"
#include "cw-paragraph.h"

G_BEGIN_DECLS

/**
 * CW_LOOSE_GAP:
 *
 * The most a gap between characters may grow in ordinary setting, em. Beyond it a paragraph is set only
 * if there is no other way.
 */
#define CW_LOOSE_GAP 0.1

GArray *cw_line_breaker_run (CwItems *items, const CwMeasure *measure, int *looseness);
double cw_line_breaker_line_cost (const CwItems *items, const CwMeasure *measure, guint start,
                                  guint end, gboolean strict);

G_END_DECLS
