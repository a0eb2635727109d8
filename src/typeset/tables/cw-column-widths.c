/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-column-widths.h"

#include <math.h>

/* Neighbours whose texts differ no more than that become equally wide. */
#define ALIKE 1.3

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

/* What a column is not to be narrower than: comfortable if all can be, otherwise that much less
 * for each of them. */
static void
find_floors (const CwColumnNeed *needs, guint n, double total, double *floors)
{
  double least = 0, comfort = 0, share;

  for (guint i = 0; i < n; i++)
    {
      least += needs[i].least;
      comfort += needs[i].comfort;
    }
  share = comfort <= total || comfort <= least ? 1 : (total - least) / (comfort - least);
  for (guint i = 0; i < n; i++)
    floors[i] = needs[i].least + CLAMP (share, 0, 1) * (needs[i].comfort - needs[i].least);
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

/* The widths asked for, less if the others could not exist beside them. */
static double
take_given (const CwColumnNeed *needs, guint n, double total, double *widths, guint *n_given)
{
  double given = 0, others = 0, scale = 1;

  *n_given = 0;
  for (guint i = 0; i < n; i++)
    {
      *n_given += needs[i].given > 0;
      given += needs[i].given;
      others += needs[i].given > 0 ? 0 : needs[i].least;
    }
  others = MIN (others, total / 2);
  if (given > total - others)
    scale = (total - others) / given;
  for (guint i = 0; i < n; i++)
    widths[i] = needs[i].given * scale;
  return given * scale;
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
  guint n_given, at = 0;
  double given = take_given (needs, n, total, widths, &n_given);

  if (n_given == n)
    return;
  for (guint i = 0; i < n; i++)
    if (needs[i].given <= 0)
      automatic[at++] = needs[i];
  solve_automatic (automatic, at, total - given, found);
  at = 0;
  for (guint i = 0; i < n; i++)
    if (needs[i].given <= 0)
      widths[i] = found[at++];
}
