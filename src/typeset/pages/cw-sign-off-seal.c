/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sign-off.h"

#include <math.h>
#include <string.h>

#include "typeset/cw-standard.h"

/* Most lines above a signatory that are tried; a seal of 60 mm needs three. */
#define MOST_BLANK 4

/* A seal neither touches the text nor hangs lower than a line below it (R72). */
#define LEAST_TOP CW_MM (1.0)
#define TOP_MARGIN CW_MM (0.3)

/* The date stands inside the ring, this much above its lowest point. */
#define DATE_MARGIN CW_MM (1.0)

/* What is free between the seals of two rows, at least: they must not touch (R75). */
#define LEAST_ROW_GAP CW_MM (2.0)

/* Characters free between names side by side, which must not read as one. */
#define NAME_GAP 2

/**
 * cw_sign_off_place_sealed:
 * @cell: width of a character, pt
 * @signatory_width: width of the longest signatory line, 0 without one, pt
 * @date_width: width of the date, 0 without one, pt
 *
 * Places a sealed signatory and its date: four characters free right of the date, the signatory
 * centred on it (R70); a long signatory moves both so far in that a character stays free (R71).
 *
 * Returns: their left edges, never outside the type area
 */
CwSignOffPlace
cw_sign_off_place_sealed (double cell, double signatory_width, double date_width)
{
  double width = date_width > 0 ? date_width : signatory_width;
  double blank = MAX (CW_STD_SEALED_INSET * cell, (signatory_width - width) / 2 + cell);
  double centre = CW_STD_TYPE_AREA_WIDTH - blank - width / 2;

  return (CwSignOffPlace) {
    .signatory = MAX (centre - signatory_width / 2, 0),
    .date = MAX (centre - date_width / 2, 0),
  };
}

/* From the bottom of the text to the middle of @n_lines lines behind @blank ones. */
static double
find_middle (const CwGrid *grid, guint blank, guint n_lines)
{
  return blank * grid->pitch + grid->pitch - grid->em
         + ((n_lines - 1) * grid->pitch + grid->em) / 2;
}

/**
 * cw_sign_off_hang_seal:
 * @profile: the choices made
 * @grid: the grid
 * @diameter: of the seal, pt
 * @n_lines: lines of signatory and date it is pressed on
 * @room: from the bottom of the text to the foot of the type area, pt
 *
 * Finds how many lines to leave blank above a sealed signatory, and where the seal goes: its top
 * within a line of the text, signatory and date a little below its centre (R72). So many lines
 * follow from its diameter and are in no standard (R73); the profile may fix them (D8). Where
 * there is little @room both go higher, as far as they may.
 *
 * Returns: the place, whose seal hangs out of @room if there is not enough
 */
CwSealPlace
cw_sign_off_hang_seal (
    const CwProfile *profile, const CwGrid *grid, double diameter, guint n_lines, double room)
{
  guint first = profile->blank_before_seal > 0 ? profile->blank_before_seal : 1;
  guint last = profile->blank_before_seal > 0 ? first : MOST_BLANK;
  double best = INFINITY, lowest = grid->pitch - TOP_MARGIN;
  CwSealPlace place = { first, LEAST_TOP };

  for (guint blank = first; blank <= last; blank++)
    {
      double wanted = find_middle (grid, blank, n_lines) - diameter / 2 - CW_STD_SEAL_DROP;
      double bottom = (blank + n_lines) * grid->pitch;
      double highest = CLAMP (bottom + DATE_MARGIN - diameter, LEAST_TOP, lowest);
      double top = CLAMP (MIN (wanted, room - diameter), highest, lowest);

      if (fabs (wanted - top) < best - 1e-6)
        {
          best = fabs (wanted - top);
          place = (CwSealPlace) { blank, top };
        }
    }
  return place;
}

/* Whether every seal and every name stands in the type area. */
static gboolean
array_fits (const CwSealArray *array, double diameter, const double *names, guint n_seals)
{
  double half = CW_STD_TYPE_AREA_WIDTH / 2 + 1e-3;

  for (guint i = 0; i < n_seals; i++)
    {
      double x = cw_sign_off_get_seal_x (array, n_seals, i) - CW_STD_TYPE_AREA_WIDTH / 2;

      if (fabs (x) + MAX (diameter, names[i]) / 2 > half)
        return FALSE;
    }
  return TRUE;
}

/* The least pitch at which neither seals touch nor names side by side run into each other. */
static double
find_least_pitch (
    const CwGrid *grid, double diameter, const double *names, guint n_seals, guint n_columns)
{
  double pitch = diameter + CW_STD_SEAL_GAP;

  for (guint i = 1; i < n_seals; i++)
    if (i % n_columns != 0)
      pitch = MAX (pitch, (names[i - 1] + names[i]) / 2 + NAME_GAP * grid->cell);
  return pitch;
}

/* Two side by side stand as far apart as leaves the last date its four characters at the right,
 * which is also how the figures of the standard have them; more stand as close as they may. */
static double
find_even_pitch (const CwGrid *grid, double date_width)
{
  return CW_STD_TYPE_AREA_WIDTH - 2 * CW_STD_SEALED_INSET * grid->cell - date_width;
}

/* Whether the seals stand in so many columns, which their pitch is made for. */
static gboolean
try_columns (CwSealArray *array,
             const CwGrid *grid,
             double diameter,
             const double *names,
             guint n_seals,
             double date_width)
{
  double least = find_least_pitch (grid, diameter, names, n_seals, array->n_columns);

  array->pitch = least;
  if (array->n_columns == 2)
    array->pitch = MAX (least, find_even_pitch (grid, date_width));
  if (array_fits (array, diameter, names, n_seals))
    return TRUE;
  array->pitch = least;
  return array_fits (array, diameter, names, n_seals);
}

/* Takes the longest name that still stands in one line in two. Returns whether there was one. */
static gboolean
halve_longest (double *names, const double *halves, guint n_seals)
{
  guint longest = n_seals;

  for (guint i = 0; i < n_seals; i++)
    if (halves[i] < names[i] && (longest == n_seals || names[i] > names[longest]))
      longest = i;
  if (longest == n_seals)
    return FALSE;
  names[longest] = halves[longest];
  return TRUE;
}

/**
 * cw_sign_off_array_seals:
 * @profile: the choices made
 * @grid: the grid
 * @diameter: of the seals, pt
 * @names: (array length=n_seals) (inout): widths of the signatories, pt; of those that are to stand
 *   in two lines the width they then have
 * @halves: (array length=n_seals): their widths in two lines, pt
 * @n_seals: how many there are
 * @date_width: width of the date, pt
 *
 * Puts the seals of a joint paper into rows: as many side by side as the type area holds without
 * one touching the other or a name running into the next, not more than the profile says (R75–R77,
 * D7). Names that would keep a row from its seals stand in two lines, the longest first: a seal
 * belongs beside the others rather than below them.
 *
 * Returns: the array
 */
CwSealArray
cw_sign_off_array_seals (const CwProfile *profile,
                         const CwGrid *grid,
                         double diameter,
                         double *names,
                         const double *halves,
                         guint n_seals,
                         double date_width)
{
  CwSealArray array = { MAX (n_seals, 1), 0, 0 };
  gsize size = n_seals * sizeof (double);

  if (profile->seals_in_a_row > 0)
    array.n_columns = MIN (array.n_columns, profile->seals_in_a_row);
  array.row_lines = (guint) ceil ((diameter + LEAST_ROW_GAP) / grid->pitch);
  for (; array.n_columns > 0; array.n_columns--)
    {
      g_autofree double *widths = g_memdup2 (names, size);
      gboolean fits;

      do
        fits = try_columns (&array, grid, diameter, widths, n_seals, date_width);
      while (!fits && halve_longest (widths, halves, n_seals));
      if (!fits && array.n_columns > 1)
        continue;
      if (fits)
        memcpy (names, widths, size);
      break;
    }
  return array;
}

/**
 * cw_sign_off_get_seal_x:
 * @array: how the seals stand
 * @n_seals: how many there are
 * @seal: from 0
 *
 * Returns: the centre of a seal from the left edge of the type area, pt: each row is symmetrical to
 *   its middle, the last one too if it is not full (R76)
 */
double
cw_sign_off_get_seal_x (const CwSealArray *array, guint n_seals, guint seal)
{
  guint row = seal / array->n_columns;
  guint in_row = MIN (array->n_columns, n_seals - row * array->n_columns);

  return CW_STD_TYPE_AREA_WIDTH / 2
         + (seal % array->n_columns - (in_row - 1) / 2.0) * array->pitch;
}
