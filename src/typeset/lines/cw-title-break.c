/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-title-break.h"

#include "cw-justify.h"
#include "cw-line-breaker.h"
#include "cw-title-score.h"

/*
 * A title in balanced lines (R51–R53): of all ways to break it into as few lines as hold it, or one
 * more, the one with the best places and the best outline. Titles are short: all ways are tried,
 * those that are already worse than the best left early.
 */

#define MOST_LINES 5 /* R53 discourages even five */
#define MORE_LINES_COST 120
#define ALL_EQUAL_COST 380
#define HOURGLASS_COST 2000
#define FORLORN_COST 250 /* a line of two characters, a last line with nothing but the kind */

typedef struct
{
  CwItems *items;
  double width;
  double *scores;
  double total; /* natural width of the whole, pt */
  guint n_lines;
  guint breaks[MOST_LINES + 1];
  double widths[MOST_LINES]; /* em */
  guint best_breaks[MOST_LINES + 1];
  guint best_n_lines;
  double best;
} Search;

static gboolean
nearly (double a, double b)
{
  return ABS (a - b) < 0.26; /* em: half a digit is no difference to the eye */
}

static gboolean
all_equal (const double *widths, guint n)
{
  for (guint i = 1; i < n; i++)
    if (!nearly (widths[0], widths[i]))
      return FALSE;
  return n > 1;
}

/* Neither growing nor shrinking nor with one broadest place: it has a waist. */
static gboolean
has_waist (const double *widths, guint n)
{
  gboolean shrinks = FALSE;

  for (guint i = 1; i < n; i++)
    {
      if (nearly (widths[i], widths[i - 1]))
        continue;
      if (widths[i] < widths[i - 1])
        shrinks = TRUE;
      else if (shrinks)
        return TRUE;
    }
  return FALSE;
}

static double
square (double x)
{
  return x * x;
}

/* Long over short is liked, up to four characters of difference; short over long a little less. */
static double
outline_of_two (const double *widths)
{
  double difference = widths[0] - widths[1];

  if (difference >= 0)
    return 2 * square (MAX (difference - 4, 0));
  return 12 + 1.5 * square (MAX (-difference - 4, 0));
}

static double
outline_of_many (const double *widths, guint n)
{
  double average = 0, cost = 0;

  for (guint i = 0; i < n; i++)
    average += widths[i] / n;
  for (guint i = 0; i < n; i++)
    cost += 1.5 * square (MAX (ABS (widths[i] - average) - 1, 0));
  for (guint i = 1; i < n; i++)
    if (nearly (widths[i], widths[i - 1]))
      cost += 10;
  return cost;
}

static double
outline_cost (const double *widths, guint n)
{
  double cost = n == 2 ? outline_of_two (widths) : outline_of_many (widths, n);

  if (all_equal (widths, n))
    cost += ALL_EQUAL_COST;
  if (has_waist (widths, n))
    cost += HOURGLASS_COST;
  for (guint i = 0; i < n; i++)
    if (widths[i] < 2.75)
      cost += FORLORN_COST;
  return cost;
}

static void
finish (Search *self, guint n, double cost)
{
  if (n > 1)
    cost += outline_cost (self->widths, n);
  if (cost >= self->best)
    return;
  self->best = cost;
  self->best_n_lines = n;
  for (guint i = 0; i <= n; i++)
    self->best_breaks[i] = self->breaks[i];
}

static double
width_between (const Search *self, guint start, guint end)
{
  return cw_items_width (self->items, start, cw_items_content_end (self->items, start, end));
}

/* Whether what is left from @start fits into @lines lines, pairs at their edges counted in favour.
 */
static gboolean
can_hold (const Search *self, guint start, guint lines)
{
  double left = self->items->sums[self->items->n].width - self->items->sums[start].width;

  return left <= lines * (self->width + self->items->em) + CW_FIT_EPSILON;
}

static void
add_lines (Search *self, guint line, double cost)
{
  guint start = self->breaks[line];
  guint n = self->items->n;

  for (guint end = start + 1; end <= n; end++)
    {
      double width = width_between (self, start, end);
      double with_break = end < n ? cost + self->scores[end] : cost;

      if (width > self->width + CW_FIT_EPSILON)
        break;
      if (with_break >= self->best || (end < n) == (line + 1 == self->n_lines))
        continue;
      if (end < n && !can_hold (self, end, self->n_lines - line - 1))
        continue;
      self->breaks[line + 1] = end;
      self->widths[line] = width / self->items->em;
      if (end == n)
        finish (self, line + 1, with_break);
      else
        add_lines (self, line + 1, with_break);
    }
}

static void
search (Search *self)
{
  guint fewest = (guint) MAX (self->total / (self->width + self->items->em), 1);

  self->best = CW_TITLE_IMPOSSIBLE;
  for (self->n_lines = fewest; self->n_lines <= MOST_LINES; self->n_lines++)
    {
      gboolean one_more = self->best_n_lines > 0;

      add_lines (self, 0, one_more ? MORE_LINES_COST : 0);
      if (one_more || self->best_n_lines == 1)
        return;
    }
}

/* A title of more lines than a title has, or with something in it that no line holds. */
static GArray *
break_plainly (CwItems *items, const CwMeasure *measure, double width)
{
  CwMeasure plain = { .width = width, .alignment = CW_ALIGN_CENTRE };
  int looseness = 0;

  return cw_line_breaker_run (items, &plain, &looseness);
}

/* Whoever breaks a title by hand has said where its lines end. */
static gboolean
has_breaks (const CwItems *items)
{
  for (guint i = 0; i < items->n; i++)
    if (cw_items_is_last_line (items, i))
      return TRUE;
  return FALSE;
}

static GArray *
search_result (const Search *self)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (breaks, self->best_breaks + 1, self->best_n_lines);
  return breaks;
}

/**
 * cw_title_break_run:
 * @items: a title, or a part of it between two breaks somebody made
 * @measure: what to set it to
 *
 * Breaks a title into balanced lines (R51–R53): as few as hold it; one when it fits in one; in the
 * outline of a trapezoid or a lozenge, with words and names whole. A title too long for five lines
 * is filled like text.
 *
 * Returns: (transfer full) (element-type guint): the first item of the next line, for each line
 */
GArray *
cw_title_break_run (CwItems *items, const CwMeasure *measure)
{
  Search self = { items };
  g_autofree double *scores = NULL;

  self.width = measure->max_width > 0 ? MIN (measure->max_width, measure->width) : measure->width;
  self.total = width_between (&self, 0, items->n);
  if (items->n == 0 || self.width <= 0 || self.total > MOST_LINES * (self.width + items->em)
      || has_breaks (items))
    return break_plainly (items, measure, self.width);

  scores = cw_title_score (items);
  self.scores = scores;
  search (&self);
  return self.best_n_lines > 0 ? search_result (&self) : break_plainly (items, measure, self.width);
}
