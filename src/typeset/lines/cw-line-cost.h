/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-items.h"
#include "cw-measure.h"

G_BEGIN_DECLS

double cw_line_cost_width (const CwMeasure *measure, guint start);
double cw_line_cost (const CwItems *items, const CwMeasure *measure, guint start, guint end,
                     gboolean strict);
gboolean cw_line_cost_leaves_alone (const CwItems *items, guint start);

G_END_DECLS
