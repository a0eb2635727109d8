/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-items.h"
#include "cw-measure.h"

G_BEGIN_DECLS

void cw_break_groups_open (CwItems *items, const CwMeasure *measure);

G_END_DECLS
