/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwColumnNeed:
 * @given: the width asked for, or 0 for an automatic one, pt
 * @bare: width in which no character sticks out, pt
 * @least: width of what cannot be broken, pt
 * @comfort: width in which short words stay whole, pt
 * @natural: width in which nothing needs breaking, pt
 *
 * What a column of a table needs, room beside the text included.
 */
typedef struct
{
  double given;
  double bare;
  double least;
  double comfort;
  double natural;
} CwColumnNeed;

gboolean cw_column_widths_are_comfortable (const CwColumnNeed *needs, guint n, double total);
void cw_column_widths_solve (const CwColumnNeed *needs, guint n, double total, double *widths);

G_END_DECLS
