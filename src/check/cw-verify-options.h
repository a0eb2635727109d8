/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/cw-profile.h"

G_BEGIN_DECLS

/**
 * CwVerifyOptions:
 * @profile: the readings of the standard the paper was set by
 * @seal_diameter: of the seal to be pressed on it, mm; 0 for any usual one (R74)
 *
 * What a PDF is measured against. Plain data.
 */
typedef struct
{
  CwProfile profile;
  double seal_diameter;
} CwVerifyOptions;

void cw_verify_options_init (CwVerifyOptions *self);

G_END_DECLS
