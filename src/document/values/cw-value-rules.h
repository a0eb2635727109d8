/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

/**
 * CwValueProblem:
 * @CW_VALUE_FINE: nothing
 * @CW_VALUE_UNKNOWN: there is no quantity of that number, or one of its parts is not there
 * @CW_VALUE_WRONG_PARTS: the rule needs another number of parts
 * @CW_VALUE_CYCLE: it would be computed from itself
 * @CW_VALUE_NO_NUMBER: one of the parts is not filled in, or is not a number
 * @CW_VALUE_BY_ZERO: it would have to be divided by 0
 * @CW_VALUE_DISAGREES: it says something else than what its parts come to
 * @CW_VALUE_DIFFERS: it says different things in different places
 *
 * What is the matter with a quantity.
 */
typedef enum
{
  CW_VALUE_FINE,
  CW_VALUE_UNKNOWN,
  CW_VALUE_WRONG_PARTS,
  CW_VALUE_CYCLE,
  CW_VALUE_NO_NUMBER,
  CW_VALUE_BY_ZERO,
  CW_VALUE_DISAGREES,
  CW_VALUE_DIFFERS,
} CwValueProblem;

/**
 * CwValueFinding:
 * @value: number of the quantity
 * @problem: what is the matter with it
 * @text: what it says
 * @expected: (nullable): what it should say, if that is known
 *
 * A quantity that does not agree with what has been declared.
 */
typedef struct
{
  guint value;
  CwValueProblem problem;
  char *text;
  char *expected;
} CwValueFinding;

CwDocument *cw_value_declare (CwDocument *document, guint value, CwValueRule rule,
                              const guint *parts, guint n_parts, guint decimals,
                              CwValueProblem *problem);
char *cw_value_compute (CwDocument *document, guint value, CwValueProblem *problem);
CwDocument *cw_values_recompute (CwDocument *document, const guint *changed, guint n);
GArray *cw_values_check (CwDocument *document);

G_END_DECLS
