/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-items.h"

G_BEGIN_DECLS

/**
 * CW_TITLE_IMPOSSIBLE:
 *
 * The score of a place where no line of a title begins.
 */
#define CW_TITLE_IMPOSSIBLE 1e9

double *cw_title_score (const CwItems *items);

G_END_DECLS
