/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-line-breaker.h"

#include "cw-justify.h"

/*
 * Breaking a whole paragraph at once: of all ways to break it the one whose lines together look best.
 * best[place] = min over earlier places of best[earlier] + cost (line between). Only about a line's
 * worth of earlier places can matter, so the time is linear in the text.
 *
 * First with permitted breaks and permitted stretching only. If that leads nowhere, once more with every
 * stretching and with breaks that rules forbid, each dearer than any setting that does without.
 */

#define IMPOSSIBLE G_MAXDOUBLE
#define ALONE_COST 2500    /* R186: less than two characters on the last line */
#define FEW_HAN_COST 300   /* … or enough of it, but fewer than two Han */
#define OVERFULL_COST 1e9
#define LINE_COST 1e4      /* unjustified text: as few lines as can be */
/* No line that is worth considering is emptier than this. */
#define EMPTIEST_LINE 0.7

static const double break_cost[] = {
  [CW_BREAK_FORBIDDEN] = 0, /* the end of the paragraph */
  [CW_BREAK_ALLOWED] = 0,
  [CW_BREAK_UNWANTED] = 8,
  [CW_BREAK_ADDRESS] = 800,
  [CW_BREAK_WORD] = 20000,
  [CW_BREAK_ANYWHERE] = 1e6,
};

/* The best way to break the text up to a place, in a given number of lines if lines are counted. */
typedef struct
{
  guint place;
  guint lines;
  double cost;
  guint from;
} Node;

typedef struct
{
  const CwItems *items;
  const CwMeasure *measure;
  gboolean desperate;
  gboolean count_lines;
  GArray *places; /* guint: items a line may begin with; first 0, last the end */
  GArray *nodes;  /* Node */
  guint *first_node; /* of each place; nodes of place p are first_node[p] … first_node[p + 1] − 1 */
} Breaker;

static double
line_width (const CwMeasure *measure, guint start)
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
         & (CW_CLASS_BIT (CW_CLASS_HAN) | CW_CLASS_BIT (CW_CLASS_DIGIT) | CW_CLASS_BIT (CW_CLASS_LATIN)))
        != 0)
      wide += cw_items_cluster (items, i)->advance;
  return wide < 2 * items->em - CW_FIT_EPSILON ? ALONE_COST : FEW_HAN_COST;
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
setting_cost (const CwItems *items, const CwMeasure *measure, const CwFit *fit, double width,
              gboolean last)
{
  double excess = least_fit (measure, fit) - width;

  if (excess >= CW_FIT_EPSILON)
    return overfull_cost (items, excess);
  if (measure->alignment != CW_ALIGN_JUSTIFY)
    return LINE_COST;
  return last && fit->natural <= width ? 0 : cw_justify_cost (items, fit, width);
}

static gboolean
is_permitted (const CwItems *items, const CwMeasure *measure, const CwFit *fit, double width,
              gboolean last)
{
  if (least_fit (measure, fit) - width >= CW_FIT_EPSILON)
    return FALSE;
  return last || measure->alignment != CW_ALIGN_JUSTIFY || !is_too_loose (items, fit, width);
}

/**
 * cw_line_breaker_line_cost:
 * @items: the paragraph
 * @measure: what it is set to
 * @start: first item of a line
 * @end: first item of the next line
 * @strict: whether to permit only squeezing and stretching within the limits
 *
 * What a line costs: its squeezing or stretching, the break after it, and for a last line what R186
 * has against it. The best setting is the one with the smallest sum.
 *
 * Returns: the cost; 1e9 and more for a line that sticks out; %G_MAXDOUBLE for one that is not permitted
 */
double
cw_line_breaker_line_cost (const CwItems *items, const CwMeasure *measure, guint start, guint end,
                           gboolean strict)
{
  guint content_end = cw_items_content_end (items, start, end);
  double width = line_width (measure, start);
  gboolean last = end >= items->n;
  CwFit fit;
  double cost;

  cw_items_fit (items, start, content_end, &fit);
  if (strict && !is_permitted (items, measure, &fit, width, last))
    return IMPOSSIBLE;
  cost = setting_cost (items, measure, &fit, width, last);
  if (last)
    return cost + last_line_cost (items, start, content_end);
  return cost + break_cost[items->items[end].break_before];
}

static gboolean
is_place (const Breaker *self, guint i)
{
  CwBreak kind = self->items->items[i].break_before;

  if (kind == CW_BREAK_FORBIDDEN)
    return FALSE;
  return self->desperate || kind <= CW_BREAK_UNWANTED;
}

static void
find_places (Breaker *self)
{
  guint zero = 0;

  g_array_append_val (self->places, zero);
  for (guint i = 1; i < self->items->n; i++)
    if (is_place (self, i))
      g_array_append_val (self->places, i);
  if (self->items->n > 0)
    g_array_append_val (self->places, self->items->n);
}

static guint
place_at (const Breaker *self, guint place)
{
  return g_array_index (self->places, guint, place);
}

static Node *
node_at (const Breaker *self, guint node)
{
  return &g_array_index (self->nodes, Node, node);
}

/* Keeps the better of two ways to the same place. Of equal ones the first offered stays, and the
 * nearest start is offered first: earlier lines are filled, and typing at the end leaves them alone. */
static void
offer (Breaker *self, guint place, guint from, double line_cost)
{
  const Node *before = node_at (self, from);
  Node node = { place, self->count_lines ? before->lines + 1 : 0, before->cost + line_cost, from };

  for (guint i = self->first_node[place]; i < self->nodes->len; i++)
    {
      Node *known = node_at (self, i);

      if (known->lines != node.lines)
        continue;
      if (node.cost < known->cost - 1e-9)
        *known = node;
      return;
    }
  g_array_append_val (self->nodes, node);
}

static double
least_width (const Breaker *self, guint start, guint end)
{
  const CwSum *from = &self->items->sums[start];
  const CwSum *to = &self->items->sums[end];
  double least = to->width - from->width;

  for (guint i = 0; i < CW_N_SHRINKS; i++)
    least -= to->shrink[i] - from->shrink[i];
  return least;
}

/* Past this no start further back can make a line that fits. Edges may give one em more. */
static gboolean
is_hopeless (const Breaker *self, guint start, guint end)
{
  const CwMeasure *measure = self->measure;
  double width = measure->width - MIN (measure->first_indent, measure->indent);
  guint content_end = cw_items_content_end (self->items, start, end);

  return least_width (self, start, content_end) > width + 2 * self->items->em;
}

/* The last place from which a line to @end would not be too empty. */
static guint
nearest_start (const Breaker *self, guint place, guint *hint)
{
  guint end = place_at (self, place);
  double emptiest = EMPTIEST_LINE * (self->measure->width
                                     - MAX (self->measure->first_indent, self->measure->indent));

  if (self->desperate || end >= self->items->n || self->measure->alignment != CW_ALIGN_JUSTIFY)
    return place - 1;
  while (*hint + 1 < place
         && self->items->sums[end].width - self->items->sums[place_at (self, *hint + 1)].width
                >= emptiest)
    (*hint)++;
  return *hint;
}

static void
reach_place (Breaker *self, guint place, guint *hint)
{
  guint end = place_at (self, place);

  self->first_node[place] = self->nodes->len;
  for (guint from = nearest_start (self, place, hint) + 1; from-- > 0;)
    {
      guint start = place_at (self, from);
      double cost;

      if (from + 1 < place && is_hopeless (self, start, end))
        break;
      if (self->first_node[from] == self->first_node[from + 1])
        continue;
      cost = cw_line_breaker_line_cost (self->items, self->measure, start, end, !self->desperate);
      for (guint i = self->first_node[from]; cost < IMPOSSIBLE && i < self->first_node[from + 1]; i++)
        offer (self, place, i, cost);
    }
  self->first_node[place + 1] = self->nodes->len;
}

static void
run_pass (Breaker *self)
{
  Node start = { 0 };
  guint hint = 0;

  g_array_set_size (self->places, 0);
  g_array_set_size (self->nodes, 0);
  find_places (self);
  g_array_append_val (self->nodes, start);
  g_free (self->first_node);
  self->first_node = g_new0 (guint, self->places->len + 1);
  self->first_node[1] = 1;
  for (guint place = 1; place < self->places->len; place++)
    reach_place (self, place, &hint);
}

static gboolean
has_arrived (const Breaker *self)
{
  return self->first_node[self->places->len] > self->first_node[self->places->len - 1];
}

static guint
best_node (const Breaker *self)
{
  guint best = self->first_node[self->places->len - 1];

  for (guint i = best + 1; i < self->nodes->len; i++)
    if (node_at (self, i)->cost < node_at (self, best)->cost)
      best = i;
  return best;
}

/* The node whose number of lines is nearest to what is asked, not further off than the best one's. */
static guint
node_with_looseness (const Breaker *self, int *looseness)
{
  guint best = best_node (self);
  int wanted = (int) node_at (self, best)->lines + *looseness;
  guint nearest = best;

  for (guint i = self->first_node[self->places->len - 1]; i < self->nodes->len; i++)
    if (ABS ((int) node_at (self, i)->lines - wanted)
        < ABS ((int) node_at (self, nearest)->lines - wanted))
      nearest = i;
  *looseness = (int) node_at (self, nearest)->lines - (int) node_at (self, best)->lines;
  return nearest;
}

static GArray *
trace (const Breaker *self, guint node)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (guint));

  while (node != 0)
    {
      guint end = place_at (self, node_at (self, node)->place);

      g_array_append_val (breaks, end);
      node = node_at (self, node)->from;
    }
  for (guint i = 0; i < breaks->len / 2; i++)
    {
      guint *a = &g_array_index (breaks, guint, i);
      guint *b = &g_array_index (breaks, guint, breaks->len - 1 - i);
      guint swap = *a;

      *a = *b;
      *b = swap;
    }
  return breaks;
}

static gboolean
is_address_mark (gunichar ch)
{
  return ch < 128 && ch > 0 && strchr (".-_?&=#@:", (int) ch) != NULL;
}

static CwBreak
desperate_break (const CwItems *items, guint i)
{
  guint word = CW_CLASS_BIT (CW_CLASS_LATIN) | CW_CLASS_BIT (CW_CLASS_DIGIT);
  guint both = CW_CLASS_BIT (items->items[i - 1].klass) | CW_CLASS_BIT (items->items[i].klass);

  if (items->items[i].klass == CW_CLASS_SPACE)
    return CW_BREAK_FORBIDDEN;
  if ((both & ~word) == 0)
    return CW_BREAK_WORD;
  return is_address_mark (cw_items_cluster (items, i - 1)->ch) && (CW_CLASS_BIT (items->items[i].klass) & word)
             ? CW_BREAK_WORD
             : CW_BREAK_ANYWHERE;
}

/* Text that must stay together and is longer than a line; web addresses longer than half of one. */
static void
open_group (CwItems *items, guint start, guint end, double width)
{
  double group_width = cw_items_width (items, start, cw_items_content_end (items, start, end));
  guint word = CW_CLASS_BIT (CW_CLASS_LATIN) | CW_CLASS_BIT (CW_CLASS_DIGIT);

  for (guint i = start + 1; i < end; i++)
    {
      CwItem *item = &items->items[i];

      if (group_width > width / 2 && is_address_mark (cw_items_cluster (items, i - 1)->ch)
          && (CW_CLASS_BIT (item->klass) & word) != 0)
        item->break_before = CW_BREAK_ADDRESS;
      else if (group_width > width)
        item->break_before = desperate_break (items, i);
    }
}

static void
open_groups (CwItems *items, const CwMeasure *measure)
{
  guint start = 0;

  for (guint i = 1; i <= items->n; i++)
    {
      if (i < items->n && items->items[i].break_before == CW_BREAK_FORBIDDEN)
        continue;
      if (i > start + 1)
        open_group (items, start, i, line_width (measure, start));
      start = i;
    }
}

static void
run (Breaker *self)
{
  run_pass (self);
  if (has_arrived (self))
    return;
  self->desperate = TRUE;
  run_pass (self);
}

static GArray *
take_result (Breaker *self, int *looseness)
{
  GArray *breaks;

  if (self->desperate)
    *looseness = 0;
  breaks = trace (self, node_with_looseness (self, looseness));
  g_array_unref (self->places);
  g_array_unref (self->nodes);
  g_free (self->first_node);
  return breaks;
}

/**
 * cw_line_breaker_run:
 * @items: the paragraph; breaks are added to it where it cannot be set otherwise
 * @measure: what to set it to
 * @looseness: (inout): how many lines more, or fewer, than the best setting has; what of it was possible
 *
 * Breaks a paragraph into lines so that their costs together are least (R174, R175, R183, R184, R186).
 * Every paragraph gets an answer: where the rules leave none, words and groups longer than a line are
 * broken, and a character wider than the line sticks out.
 *
 * Returns: (transfer full) (element-type guint): the first item of the next line, for each line; the
 *   last is the number of items
 */
GArray *
cw_line_breaker_run (CwItems *items, const CwMeasure *measure, int *looseness)
{
  Breaker self = { items, measure };

  if (items->n == 0)
    return g_array_new (FALSE, FALSE, sizeof (guint));

  open_groups (items, measure);
  self.count_lines = *looseness != 0;
  self.places = g_array_new (FALSE, FALSE, sizeof (guint));
  self.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  run (&self);
  return take_result (&self, looseness);
}
