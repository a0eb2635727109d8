/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-typefaces.h"

G_BEGIN_DECLS

/**
 * CwTypefaceRank:
 * @CW_RANK_STANDARD: a face of the trade, the one the standard's readers expect
 * @CW_RANK_SUBSTITUTE: an open face that stands in for it
 * @CW_RANK_FALLBACK: only fills in characters the typeface itself lacks
 */
typedef enum
{
  CW_RANK_STANDARD,
  CW_RANK_SUBSTITUTE,
  CW_RANK_FALLBACK,
} CwTypefaceRank;

#define CW_ANY_WEIGHT 0

/**
 * CwTypefaceRow:
 * @typeface: the typeface it may fill, or %CW_N_TYPEFACES: it fills in characters for all
 * @rank: in what sense
 * @weight: the OpenType weight it must have, or %CW_ANY_WEIGHT: the family's most regular file
 * @names: names of the family, localized ones too, separated by |, tried from left to right
 *
 * A line of the ordered lists of families.
 */
typedef struct
{
  CwTypeface typeface;
  CwTypefaceRank rank;
  int weight;
  const char *names;
} CwTypefaceRow;

const CwTypefaceRow *cw_typeface_table_get (guint *n_rows);

G_END_DECLS
