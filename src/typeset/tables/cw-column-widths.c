/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-column-widths.h"

#include <math.h>

/* Neighbours whose texts differ no more than that become equally wide. */
#define ALIKE 1.3

/* Lines are never quite full: a text takes that much more than its width by the number of lines. */
#define SLACK 1.06

/* A share of the width that is left over is given by this measure: a column with four times the
 * text gets twice the width, so that its lines do not grow beyond those of its neighbours too
 * far, and theirs not below a few characters. */
static double
weight (const CwColumnNeed *need)
{
  return sqrt (MAX (need->natural, 1));
}

/**
 * cw_column_widths_are_comfortable:
 * @needs: (array length=n): what the columns need
 * @n: how many there are
 * @total: the width for all of them, pt
 *
 * Returns: whether no short word needs to be broken
 */
gboolean
cw_column_widths_are_comfortable (const CwColumnNeed *needs, guint n, double total)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      if (needs[i].given > 0 && needs[i].given < needs[i].least - 0.01)
        return FALSE;
      sum += needs[i].given > 0 ? needs[i].given : needs[i].comfort;
    }
  return sum <= total + 0.01;
}

/* Columns of the same sort, such as four quarters, get the same width if there is room for it. */
static void
make_alike (CwColumnNeed *needs, guint n, double total)
{
  g_autofree double *natural = g_new (double, n);
  double sum = 0;

  for (guint i = 0, end; i < n; i = end)
    {
      double least = needs[i].natural, most = least;

      for (end = i + 1; end < n; end++)
        {
          double other = needs[end].natural;

          if (MAX (most, other) > ALIKE * MIN (least, other))
            break;
          least = MIN (least, other);
          most = MAX (most, other);
        }
      for (guint j = i; j < end; j++)
        natural[j] = most;
      sum += most * (end - i);
    }
  for (guint i = 0; sum <= total && i < n; i++)
    needs[i].natural = natural[i];
}

static double
sum_of (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum;
}

/* All in proportion, if they do not come out at the whole. */
static void
scale_to (double *widths, guint n, double total)
{
  double sum = sum_of (widths, n);

  for (guint i = 0; sum > 0 && i < n; i++)
    widths[i] *= total / sum;
}

/* More room than the texts need: every column grows by the same part of itself. */
static void
widen (const CwColumnNeed *needs, guint n, double total, double *widths)
{
  for (guint i = 0; i < n; i++)
    widths[i] = needs[i].natural;
  scale_to (widths, n, total);
}

/* Between two widths of each column so that they come out at the whole; the smaller ones made
 * smaller still if even those are too wide. */
static void
interpolate (const double *low, const double *high, guint n, double total, double *widths)
{
  double least = sum_of (low, n), most = sum_of (high, n);
  double share = most > least ? CLAMP ((total - least) / (most - least), 0, 1) : 0;

  for (guint i = 0; i < n; i++)
    widths[i] = low[i] + share * (high[i] - low[i]);
  if (least > total)
    scale_to (widths, n, total);
}

/* What a column is not to be narrower than: comfortable if all can be, otherwise that much less for
 * each of them, down to where characters would stick out. */
static void
find_floors (const CwColumnNeed *needs, guint n, double total, double *floors)
{
  g_autofree double *bare = g_new (double, n);
  g_autofree double *least = g_new (double, n);
  g_autofree double *comfort = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      bare[i] = needs[i].bare;
      least[i] = needs[i].least;
      comfort[i] = needs[i].comfort;
    }
  if (sum_of (least, n) > total)
    interpolate (bare, least, n, total, floors);
  else
    interpolate (least, comfort, n, total, floors);
}

/* Lines a column's longest text takes in a width, as far as that can be said without breaking it.
 */
static double
count_lines (const CwColumnNeed *need, double width)
{
  return ceil (need->natural / width - 1e-6);
}

/* What a column can give away without another line. */
static double
find_spare (const CwColumnNeed *need, double floor, double width)
{
  double lines = count_lines (need, width);

  return MAX (width - MAX (floor, need->natural / MAX (lines, 1) * SLACK), 0);
}

/* A column that needs only a little more for its text to stand on one line gets it from those that
 * can do without, the one that needs least first. */
static void
give_little_more (const CwColumnNeed *needs, const double *floors, guint n, double *widths)
{
  for (guint round = 0; round < n; round++)
    {
      double spare = 0, least = INFINITY;
      guint found = n;

      for (guint i = 0; i < n; i++)
        {
          double lack = needs[i].natural - widths[i];

          if (lack > 1e-9 && lack < least && count_lines (&needs[i], widths[i]) <= 2)
            {
              least = lack;
              found = i;
            }
        }
      for (guint i = 0; found < n && i < n; i++)
        spare += i == found || widths[i] >= needs[i].natural - 1e-9
                     ? 0
                     : find_spare (&needs[i], floors[i], widths[i]);
      if (found == n || spare < least)
        return;
      for (guint i = 0; i < n; i++)
        if (i != found && widths[i] < needs[i].natural - 1e-9)
          widths[i] -= find_spare (&needs[i], floors[i], widths[i]) * least / spare;
      widths[found] = needs[found].natural;
    }
}

/* Less room than the texts need: columns with little text get all they need, the others share the
 * rest by weight, none below its floor. */
static void
share_out (const CwColumnNeed *needs, guint n, double total, double *widths)
{
  g_autofree double *floors = g_new (double, n);
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  gboolean again = TRUE;

  find_floors (needs, n, total, floors);
  while (again)
    {
      double weights = 0, rest = total;

      for (guint i = 0; i < n; i++)
        {
          weights += settled[i] ? 0 : weight (&needs[i]);
          rest -= settled[i] ? widths[i] : 0;
        }
      again = FALSE;
      for (guint i = 0; i < n; i++)
        if (!settled[i])
          widths[i] = MAX (rest, 0) * weight (&needs[i]) / weights;
      /* Those that lack come first: what they take is not there for the others. */
      for (guint pass = 0; pass < 2 && !again; pass++)
        for (guint i = 0; i < n; i++)
          {
            double bound = pass == 0 ? floors[i] : needs[i].natural;

            if (settled[i] || (pass == 0 ? widths[i] >= bound - 1e-9 : widths[i] <= bound + 1e-9))
              continue;
            widths[i] = bound;
            settled[i] = again = TRUE;
          }
    }
  scale_to (widths, n, total);
  give_little_more (needs, floors, n, widths);
}

static void
solve_automatic (CwColumnNeed *needs, guint n, double total, double *widths)
{
  double natural = 0;

  make_alike (needs, n, total);
  for (guint i = 0; i < n; i++)
    natural += needs[i].natural;
  if (natural <= total)
    widen (needs, n, total, widths);
  else
    share_out (needs, n, total, widths);
}

/* The widths asked for, less if the others could not exist beside them. Returns their sum. */
static double
take_given (const CwColumnNeed *needs, guint n, double total, double *widths)
{
  g_autofree double *bare = g_new0 (double, n);
  g_autofree double *given = g_new0 (double, n);
  double least = 0, least_bare = 0, room;

  for (guint i = 0; i < n; i++)
    {
      if (needs[i].given > 0)
        {
          bare[i] = needs[i].bare;
          given[i] = MAX (needs[i].given, needs[i].bare);
          continue;
        }
      least += needs[i].least;
      least_bare += needs[i].bare;
    }
  room = MIN (total - MIN (least, total / 2), MAX (total - least_bare, total / 2));
  interpolate (bare, given, n, MIN (room, sum_of (given, n)), widths);
  return sum_of (widths, n);
}

/**
 * cw_column_widths_solve:
 * @needs: (array length=n): what the columns need
 * @n: how many there are
 * @total: the width for all of them, pt
 * @widths: (out caller-allocates) (array length=n): the width of each, pt
 *
 * Divides the width of a table fairly among its columns: widths asked for are kept, as far as they
 * fit; automatic columns with little text get what it needs, those with much share what is left so
 * that nothing is broken that should stay whole, if that is possible at all. The widths come out at
 * @total, or at less if all of them were asked for and are less.
 */
void
cw_column_widths_solve (const CwColumnNeed *needs, guint n, double total, double *widths)
{
  g_autofree CwColumnNeed *automatic = g_new (CwColumnNeed, n);
  g_autofree double *found = g_new (double, n);
  double given = take_given (needs, n, total, widths);
  guint at = 0;

  for (guint i = 0; i < n; i++)
    if (needs[i].given <= 0)
      automatic[at++] = needs[i];
  if (at == 0)
    return;
  solve_automatic (automatic, at, total - given, found);
  at = 0;
  for (guint i = 0; i < n; i++)
    if (needs[i].given <= 0)
      widths[i] = found[at++];
}
