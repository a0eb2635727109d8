/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-items.h"
#include "cw-measure.h"

G_BEGIN_DECLS

/**
 * CW_FIT_EPSILON:
 *
 * A difference of widths that is none, pt: what single precision leaves over in a line.
 */
#define CW_FIT_EPSILON 0.01

void cw_justify_line (const CwItems *items, guint start, guint end, double width, double x,
                      CwPlacedCluster *placed);
double cw_justify_cost (const CwItems *items, const CwFit *fit, double width);

G_END_DECLS
