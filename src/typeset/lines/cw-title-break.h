/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-items.h"
#include "cw-measure.h"

G_BEGIN_DECLS

GArray *cw_title_break_run (CwItems *items, const CwMeasure *measure);

G_END_DECLS
