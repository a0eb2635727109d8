/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-standard.h"

#define LENGTH(name, value, clause, rule, what) const double CW_STD_##name = CW_MM (value);
#define SIZE(name, value, clause, rule, what) const double CW_STD_##name = value;
#define COUNT(name, value, clause, rule, what)
CW_STANDARD_TABLE (LENGTH, SIZE, COUNT)
#undef LENGTH
#undef SIZE
#undef COUNT

#define LENGTH(name, value, clause, rule, what) { #name, value, "mm", clause, rule, what },
#define SIZE(name, value, clause, rule, what) { #name, value, "pt", clause, rule, what },
#define COUNT(name, value, clause, rule, what) { #name, value, "", clause, rule, what },
static const CwStandardRow rows[] = { CW_STANDARD_TABLE (LENGTH, SIZE, COUNT) };
#undef LENGTH
#undef SIZE
#undef COUNT

/**
 * cw_standard_get_rows:
 * @n_rows: (out): how many rows
 *
 * The whole table of the standard's numbers, for reports and tests.
 *
 * Returns: (transfer none): the rows, in the order of the standard
 */
const CwStandardRow *
cw_standard_get_rows (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}
