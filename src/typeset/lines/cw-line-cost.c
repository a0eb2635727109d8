/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-line-cost.h"

#include "cw-justify.h"

/* All costs stand to each other: squeezing every comma of a line to the utmost costs about 50,
 * stretching a line by one character about 75, by two 450, by three 1500. */
#define IMPOSSIBLE G_MAXDOUBLE
#define ALONE_COST 2500  /* R186: less than two characters on the last line */
#define FEW_HAN_COST 300 /* … or enough of it, but fewer than two Han */
#define OVERFULL_COST 1e9
#define GAPING_COST 1e8 /* however far a line is stretched, it is better than sticking out */
#define LINE_COST 1e4 /* unjustified text: as few lines as can be */

static const double break_cost[] = {
  [CW_BREAK_FORBIDDEN] = 0, /* the end of the paragraph */
  [CW_BREAK_ALLOWED] = 0,   [CW_BREAK_UNWANTED] = 8,   [CW_BREAK_ADDRESS] = 800,
  [CW_BREAK_WORD] = 20000,  [CW_BREAK_ANYWHERE] = 1e6, [CW_BREAK_FORCED] = 0,
};

/**
 * cw_line_cost_width:
 * @measure: what a paragraph is set to
 * @start: first item of a line
 *
 * Returns: the width the line has, pt
 */
double
cw_line_cost_width (const CwMeasure *measure, guint start)
{
  return measure->width - (start == 0 ? measure->first_indent : measure->indent);
}

/* R186. Text that is no Han but wide enough does not look forlorn. */
static double
last_line_cost (const CwItems *items, guint start, guint end)
{
  guint han = items->sums[end].han - items->sums[start].han;
  double wide = 0;

  if (start == 0 || han >= 2)
    return 0;
  for (guint i = start; i < end; i++)
    if ((CW_CLASS_BIT (items->items[i].klass)
         & (CW_CLASS_BIT (CW_CLASS_HAN) | CW_CLASS_BIT (CW_CLASS_DIGIT)
            | CW_CLASS_BIT (CW_CLASS_LATIN)))
        != 0)
      wide += cw_items_cluster (items, i)->advance;
  return wide < 2 * items->em - CW_FIT_EPSILON ? ALONE_COST : FEW_HAN_COST;
}

/**
 * cw_line_cost_leaves_alone:
 * @items: the paragraph
 * @start: first item of its last line
 *
 * Returns: whether a single character, or one and a mark, would stand on that line (R186)
 */
gboolean
cw_line_cost_leaves_alone (const CwItems *items, guint start)
{
  return last_line_cost (items, start, cw_items_content_end (items, start, items->n)) >= ALONE_COST;
}

/* What does not fit and cannot be broken sticks out, but alone. */
static double
overfull_cost (const CwItems *items, double excess)
{
  double em = 1 + excess / items->em;

  return OVERFULL_COST * em * em;
}

static double
least_fit (const CwMeasure *measure, const CwFit *fit)
{
  return fit->natural - (measure->alignment == CW_ALIGN_JUSTIFY ? fit->spare : 0);
}

static gboolean
is_too_loose (const CwItems *items, const CwFit *fit, double width)
{
  double lack = width - fit->natural - fit->space - fit->latin;

  return lack > fit->gaps * CW_LOOSE_GAP * items->em + CW_FIT_EPSILON;
}

/* What it costs to set a line in a width; @last is not stretched. */
static double
setting_cost (const CwItems *items,
              const CwMeasure *measure,
              const CwFit *fit,
              double width,
              gboolean last)
{
  double excess = least_fit (measure, fit) - width;

  if (excess >= CW_FIT_EPSILON)
    return overfull_cost (items, excess);
  if (measure->alignment != CW_ALIGN_JUSTIFY)
    return LINE_COST;
  if (last && fit->natural <= width)
    return 0;
  return MIN (cw_justify_cost (items, fit, width), GAPING_COST);
}

static gboolean
is_permitted (const CwItems *items,
              const CwMeasure *measure,
              const CwFit *fit,
              double width,
              gboolean last)
{
  if (least_fit (measure, fit) - width >= CW_FIT_EPSILON)
    return FALSE;
  return last || measure->alignment != CW_ALIGN_JUSTIFY || !is_too_loose (items, fit, width);
}

/**
 * cw_line_cost:
 * @items: the paragraph
 * @measure: what it is set to
 * @start: first item of a line
 * @end: first item of the next line
 * @strict: whether to permit only squeezing and stretching within the limits
 *
 * What a line costs: its squeezing or stretching, the break after it, and for a last line what R186
 * has against it. The best setting is the one with the smallest sum.
 *
 * Returns: the cost; 1e9 and more for a line that sticks out; %G_MAXDOUBLE for one that is not
 * permitted
 */
double
cw_line_cost (const CwItems *items,
              const CwMeasure *measure,
              guint start,
              guint end,
              gboolean strict)
{
  guint content_end = cw_items_content_end (items, start, end);
  double width = cw_line_cost_width (measure, start);
  gboolean last = cw_items_is_last_line (items, end);
  CwFit fit;
  double cost;

  cw_items_fit (items, start, content_end, &fit);
  if (strict && !is_permitted (items, measure, &fit, width, last))
    return IMPOSSIBLE;
  cost = setting_cost (items, measure, &fit, width, last);
  if (end >= items->n)
    return cost + last_line_cost (items, start, content_end);
  return cost + break_cost[items->items[end].break_before];
}
