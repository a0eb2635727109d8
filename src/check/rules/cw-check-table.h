/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-judge.h"

G_BEGIN_DECLS

/**
 * CwCheck:
 * @id: "C1" to "C60"
 * @clause: of GB/T 9704—2012
 * @rule: of the digest
 * @what: what is checked, to be translated
 * @check: does it; %NULL for what several papers together show
 *
 * A check of the digest.
 */
typedef struct
{
  const char *id;
  const char *clause;
  const char *rule;
  const char *what;
  CwCheckFunction check;
} CwCheck;

#define CW_N_CHECKS 60

extern const CwCheck cw_checks[CW_N_CHECKS];

G_END_DECLS
