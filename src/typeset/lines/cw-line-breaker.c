/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-line-breaker.h"

#include "cw-break-groups.h"
#include "cw-line-cost.h"

/*
 * Breaking a whole paragraph at once: of all ways to break it the one whose lines together look
 * best. best[place] = min over earlier places of best[earlier] + cost (line between). Only about a
 * line's worth of earlier places can matter, so the time is linear in the text.
 *
 * First with permitted breaks and permitted stretching only. If that leads nowhere, once more with
 * every stretching and with breaks that rules forbid, each dearer than any setting that does
 * without.
 */

#define IMPOSSIBLE G_MAXDOUBLE

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
  gboolean fits; /* breaks set by hand are all it takes */
  GArray *places;    /* guint: items a line may begin with; first 0, last the end */
  GArray *nodes;     /* Node */
  guint forced;      /* last place a line must begin with, before the one being reached */
  guint *first_node; /* of each place; nodes of place p are first_node[p] … first_node[p + 1] − 1 */
} Breaker;

static gboolean
is_place (const Breaker *self, guint i)
{
  CwBreak kind = self->items->items[i].break_before;

  if (kind == CW_BREAK_FORBIDDEN || self->fits)
    return kind == CW_BREAK_FORCED;
  return self->desperate || kind <= CW_BREAK_UNWANTED || kind == CW_BREAK_FORCED;
}

/* The texts of cells are first set without an end to the line: a line's worth of earlier places
 * would then be all of the text. */
static gboolean
fits_without_breaks (const Breaker *self)
{
  const CwMeasure *measure = self->measure;
  double indent = MAX (measure->first_indent, measure->indent);

  return measure->alignment == CW_ALIGN_START && !measure->balanced && !self->count_lines
         && self->items->sums[self->items->n].width + indent <= measure->width;
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
 * nearest start is offered first: earlier lines are filled, and typing at the end leaves them
 * alone. */
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

/* Past this no start further back can make a line that fits. Edges may take off one em more. */
static gboolean
is_hopeless (const Breaker *self, guint start, guint end)
{
  const CwItems *items = self->items;
  const CwMeasure *measure = self->measure;
  double width = measure->width - MIN (measure->first_indent, measure->indent);
  guint content_end = cw_items_content_end (items, start, end);

  return items->sums[content_end].least - items->sums[start].least > width + items->em;
}

/* The last place from which a line to @place would not be too loose. */
static guint
nearest_start (const Breaker *self, guint place, guint *hint)
{
  const CwSum *sums = self->items->sums;
  const CwMeasure *measure = self->measure;
  double width = measure->width - MAX (measure->first_indent, measure->indent);
  double most = sums[place_at (self, place)].most;

  if (self->desperate || measure->alignment != CW_ALIGN_JUSTIFY
      || cw_items_is_last_line (self->items, place_at (self, place)))
    return place - 1;
  while (*hint + 1 < place && most - sums[place_at (self, *hint + 1)].most >= width)
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
      if (from < self->forced)
        break;
      if (self->first_node[from] == self->first_node[from + 1])
        continue;
      cost = cw_line_cost (self->items, self->measure, start, end, !self->desperate);
      for (guint i = self->first_node[from]; cost < IMPOSSIBLE && i < self->first_node[from + 1];
           i++)
        offer (self, place, i, cost);
    }
  self->first_node[place + 1] = self->nodes->len;
  if (end < self->items->n && self->items->items[end].break_before == CW_BREAK_FORCED)
    self->forced = place;
}

static void
run_pass (Breaker *self)
{
  Node start = { 0 };
  guint hint = 0;

  self->forced = 0;
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

/* Whether a way to the end leaves a character alone on the last line (R186). */
static gboolean
leaves_alone (const Breaker *self, guint node)
{
  guint last = node_at (self, node_at (self, node)->from)->place;

  return cw_line_cost_leaves_alone (self->items, place_at (self, last));
}

/* The node whose number of lines is nearest to what is asked, not further off than the best one's.
 * Another number of lines than the best one's is not worth a character alone on the last. */
static guint
node_with_looseness (const Breaker *self, int *looseness)
{
  guint best = best_node (self);
  int wanted = (int) node_at (self, best)->lines + *looseness;
  guint nearest = best;

  for (guint i = self->first_node[self->places->len - 1]; i < self->nodes->len; i++)
    if (ABS ((int) node_at (self, i)->lines - wanted)
            < ABS ((int) node_at (self, nearest)->lines - wanted)
        && (leaves_alone (self, best) || !leaves_alone (self, i)))
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
 * @looseness: (inout): how many lines more, or fewer, than the best setting has; what of it was
 * possible
 *
 * Breaks a paragraph into lines so that their costs together are least (R174, R175, R183, R184,
 * R186). Every paragraph gets an answer: where the rules leave none, words and groups longer than a
 * line are broken, and a character wider than the line sticks out.
 *
 * Returns: (transfer full) (element-type guint): the first item of the next line, for each line;
 * the last is the number of items
 */
GArray *
cw_line_breaker_run (CwItems *items, const CwMeasure *measure, int *looseness)
{
  Breaker self = { items, measure };

  if (items->n == 0)
    return g_array_new (FALSE, FALSE, sizeof (guint));

  cw_break_groups_open (items, measure);
  self.count_lines = *looseness != 0;
  self.fits = fits_without_breaks (&self);
  self.places = g_array_new (FALSE, FALSE, sizeof (guint));
  self.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  run (&self);
  return take_result (&self, looseness);
}
