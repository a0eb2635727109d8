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

/**
 * CwSealPlace:
 * @blank: blank lines between text and signatory
 * @top: from the bottom of the text down to the top of the seal, pt
 *
 * How a seal hangs below the text.
 */
typedef struct
{
  guint blank;
  double top;
} CwSealPlace;

/**
 * CwSealArray:
 * @n_columns: seals in a full row
 * @pitch: from centre to centre in a row, pt
 * @row_lines: lines of the grid from row to row
 *
 * How the seals of a joint paper stand in rows.
 */
typedef struct
{
  guint n_columns;
  double pitch;
  guint row_lines;
} CwSealArray;

CwSignOffPlace cw_sign_off_place_sealed (double cell, double signatory_width, double date_width);
CwSealPlace cw_sign_off_hang_seal (const CwProfile *profile, const CwGrid *grid, double diameter,
                                   guint n_lines, double room);
CwSealArray cw_sign_off_array_seals (const CwProfile *profile, const CwGrid *grid, double diameter,
                                     double *names, const double *halves, guint n_seals,
                                     double date_width);
double cw_sign_off_get_seal_x (const CwSealArray *array, guint n_seals, guint seal);
CwSignOffPlace cw_sign_off_place (const CwProfile *profile, double cell, double signatory_width,
                                  double date_width);

G_END_DECLS
