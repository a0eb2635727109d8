/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-judge.h"

G_BEGIN_DECLS

void cw_check_copies (CwJudge *judge, GPtrArray *found);

G_END_DECLS
