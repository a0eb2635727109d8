/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-justify.h"

/*
 * Squeezing and stretching lines (R183, R184), and what it costs: how much worse a line looks for
 * it. Squeezing is dear in the order of its classes, and dearer the more of a class is used up; any
 * stretching of Han text costs something at once, since it takes the whole line off the grid: so
 * marks are pushed in before characters are pushed out (R175). What shows of it grows faster than the
 * gaps do: two lines of a paragraph rather give up a character each than one of them two (R186).
 */

static const double shrink_cost[CW_N_SHRINKS] = {
  [CW_SHRINK_SPACE] = 6,  [CW_SHRINK_DOT] = 10,   [CW_SHRINK_BRACKET] = 16,
  [CW_SHRINK_COMMA] = 24, [CW_SHRINK_STOP] = 100,
};

#define SPACE_STRETCH_COST 8
#define LATIN_STRETCH_COST 16
#define PLAIN_STRETCH_COST 30
#define PLAIN_STRETCH_SQUARE_COST 20000
#define PLAIN_STRETCH_SHOWS 0.05 /* of an em between characters */
#define HOPELESS_STRETCH_COST 100000

/* How each adjustable thing of a line is changed: a share of what it has to give or take. */
typedef struct
{
  double shrink[CW_N_SHRINKS];
  double space;
  double latin;
  double gap;
  CwGap from; /* the tightest gap that takes part */
} Shares;

static double
share (double wanted, double available)
{
  if (available <= 0)
    return 0;
  return MIN (wanted / available, 1);
}

static void
share_shrink (const CwFit *fit, double excess, Shares *shares)
{
  for (guint i = 0; i < CW_N_SHRINKS && excess > 0; i++)
    {
      shares->shrink[i] = share (excess, fit->shrink[i]);
      excess -= shares->shrink[i] * fit->shrink[i];
    }
}

static void
share_stretch (const CwFit *fit, double lack, Shares *shares)
{
  shares->space = share (lack, fit->space);
  lack -= shares->space * fit->space;
  shares->latin = share (lack, fit->latin);
  lack -= shares->latin * fit->latin;
  if (fit->any_gaps > 0)
    shares->gap = MAX (lack, 0) / fit->any_gaps;
}

/* Squeezed text that still does not fit sticks out: an impossible line, but no letter is lost. */
static void
find_shares (const CwFit *fit, double width, Shares *shares)
{
  *shares = (Shares) { .from = CW_GAP_LATIN };
  if (width < fit->natural)
    share_shrink (fit, fit->natural - width, shares);
  else
    share_stretch (fit, width - fit->natural, shares);
}

static CwGap
tightest_gap (const CwItems *items, guint start, guint end)
{
  CwGap widest = CW_GAP_SOLID;

  for (guint i = start; i + 1 < end; i++)
    widest = MAX (widest, (CwGap) items->items[i].gap);
  return CLAMP (widest, CW_GAP_NUMBER, CW_GAP_LATIN);
}

/* What an item loses on its left and on its right in all. */
typedef struct
{
  double left;
  double right;
} Trim;

static void
trim_squeezed (const CwItem *item, double squeeze, Trim *trim)
{
  if (item->klass == CW_CLASS_OPENER)
    trim->left += squeeze;
  else if (item->klass == CW_CLASS_MIDDLE_DOT)
    {
      trim->left += squeeze / 2;
      trim->right += squeeze / 2;
    }
  else
    trim->right += squeeze;
}

static Trim
trim_item (const CwItems *items, guint i, guint start, guint end, const Shares *shares)
{
  const CwItem *item = &items->items[i];
  Trim trim = { item->left, item->right };
  double start_trim = i == start ? cw_items_start_trim (items, start) : 0;
  double end_trim = i + 1 == end ? cw_items_end_trim (items, end) : 0;

  if (start_trim > 0 || end_trim > 0)
    trim_squeezed (item, start_trim + end_trim, &trim);
  else if (item->shrink != CW_SHRINK_NONE)
    trim_squeezed (item, shares->shrink[item->shrink] * item->spare, &trim);
  return trim;
}

static double
stretch_after (const CwItems *items, guint i, const Shares *shares)
{
  const CwItem *item = &items->items[i];
  const CwCluster *cluster = cw_items_cluster (items, i);
  double stretch = 0;

  if (item->klass == CW_CLASS_SPACE && cluster->ch != 0x3000)
    stretch += shares->space * MAX (cluster->cell / 2 - cluster->advance, 0);
  if (item->gap == CW_GAP_LATIN)
    stretch += shares->latin * cluster->cell / 3;
  if (item->gap >= shares->from)
    stretch += shares->gap;
  return stretch;
}

static void
place (const CwItems *items,
       guint start,
       guint end,
       const Shares *shares,
       double x,
       CwPlacedCluster *placed)
{
  for (guint i = start; i < end; i++)
    {
      Trim trim = trim_item (items, i, start, end, shares);
      double advance = cw_items_cluster (items, i)->advance - trim.left - trim.right;

      if (i + 1 < end)
        advance += stretch_after (items, i, shares) + items->items[i].space;
      placed[i - start] = (CwPlacedCluster) { i, x, advance, -trim.left };
      x += advance;
    }
}

/**
 * cw_justify_line:
 * @items: the paragraph
 * @start: first item of the line
 * @end: item after the last, spaces already dropped
 * @width: to set it in, pt; negative: its natural width
 * @x: where it begins, pt
 * @placed: (out caller-allocates): @end − @start places
 *
 * Sets a line: squeezes or stretches it to @width by equal shares within each class (R183, R184). A
 * line that cannot be squeezed so far sticks out; one without any gap stays short.
 */
void
cw_justify_line (const CwItems *items,
                 guint start,
                 guint end,
                 double width,
                 double x,
                 CwPlacedCluster *placed)
{
  CwFit fit;
  Shares shares;

  cw_items_fit (items, start, end, &fit);
  find_shares (&fit, width < 0 ? fit.natural : width, &shares);
  if (fit.gaps == 0 && shares.gap > 0)
    shares.from = tightest_gap (items, start, end);
  place (items, start, end, &shares, x, placed);
}

static double
cost_of_shrinking (const CwItems *items, const CwFit *fit, const Shares *shares)
{
  double cost = 0;

  for (guint i = 0; i < CW_N_SHRINKS; i++)
    cost += shrink_cost[i] * shares->shrink[i] * fit->shrink[i] * (1 + shares->shrink[i]);
  return cost / items->em;
}

static double
cost_of_stretching (const CwItems *items, const CwFit *fit, const Shares *shares, double lack)
{
  double gap = shares->gap / items->em;
  double cost = (SPACE_STRETCH_COST * shares->space * fit->space
                 + LATIN_STRETCH_COST * shares->latin * fit->latin)
                / items->em;

  if (gap > 0)
    {
      double shows = gap / PLAIN_STRETCH_SHOWS;

      cost += PLAIN_STRETCH_COST + PLAIN_STRETCH_SQUARE_COST * gap * gap * (1 + shows * shows);
    }
  if (fit->any_gaps == 0)
    cost += HOPELESS_STRETCH_COST * lack / items->em;
  return cost;
}

/**
 * cw_justify_cost:
 * @items: the paragraph
 * @fit: what can be done with a line of it
 * @width: to set the line in, pt
 *
 * How bad the line looks when it is squeezed or stretched to @width: 0 when it fits as it is. The
 * line must be squeezable that far.
 *
 * Returns: the cost
 */
double
cw_justify_cost (const CwItems *items, const CwFit *fit, double width)
{
  Shares shares;

  if (ABS (width - fit->natural) < CW_FIT_EPSILON)
    return 0;
  find_shares (fit, width, &shares);
  if (width < fit->natural)
    return cost_of_shrinking (items, fit, &shares);
  return cost_of_stretching (items, fit, &shares, width - fit->natural);
}
