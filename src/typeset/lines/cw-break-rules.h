/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-items.h"

G_BEGIN_DECLS

void cw_break_rules_apply (CwItems *items);

G_END_DECLS
