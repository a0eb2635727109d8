/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-grid.h"

G_BEGIN_DECLS

/**
 * CwSignOffPlace:
 * @signatory: left edge of the signatory, from the left edge of the type area, pt
 * @date: the same of the date
 *
 * Where an unsealed signatory and its date stand.
 */
typedef struct
{
  double signatory;
  double date;
} CwSignOffPlace;

CwSignOffPlace cw_sign_off_place (const CwProfile *profile, double cell, double signatory_width,
                                  double date_width);

G_END_DECLS
