/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-items.h"

#include "cw-break-rules.h"
#include "cw-squeeze.h"

#define SET(a) CW_CLASS_BIT (CW_CLASS_##a)

static const guint in_words = SET (LATIN) | SET (DIGIT) | SET (NARROW_STOP) | SET (NARROW_OPENER)
                              | SET (NARROW_CLOSER) | SET (NUMBER_PREFIX) | SET (NUMBER_SUFFIX)
                              | SET (GLUE);
static const guint in_numbers
    = SET (DIGIT) | SET (NARROW_STOP) | SET (NUMBER_PREFIX) | SET (NUMBER_SUFFIX);

static gboolean
is_same_char (const CwItems *self, guint i, guint other)
{
  return other < self->n && cw_items_cluster (self, i)->ch == cw_items_cluster (self, other)->ch;
}

/* A dash is —— ; one — alone is a connector (R141). */
static gboolean
is_lone_dash (const CwItems *self, guint i)
{
  const CwCluster *cluster = cw_items_cluster (self, i);

  if (cluster->ch == 0x2E3A || cluster->length > 3)
    return FALSE;
  return !is_same_char (self, i, i + 1) && !(i > 0 && is_same_char (self, i, i - 1));
}

static CwCharClass
refine_quote (const CwItems *self, guint i, CwCharClass klass)
{
  const CwCluster *cluster = cw_items_cluster (self, i);

  if (cluster->advance > 0.75 * cluster->cell)
    return klass;
  if (cluster->ch == 0x2019 && i > 0 && cw_items_class (self, i - 1) == CW_CLASS_LATIN
      && cw_items_class (self, i + 1) == CW_CLASS_LATIN)
    return CW_CLASS_LATIN;
  return klass == CW_CLASS_OPENER ? CW_CLASS_NARROW_OPENER : CW_CLASS_NARROW_CLOSER;
}

static gboolean
is_blank (const CwItems *self, guint i)
{
  gunichar ch = i < self->n ? cw_items_cluster (self, i)->ch : 0;

  return ch == 'X' || ch == 'x' || ch == 0xFF38 || ch == 0xFF58;
}

/* XX名 is a number in waiting: it is set as the number will be (R172, R185). Words with an X are
 * words. Returns the last item of the run. */
static guint
refine_blanks (CwItems *self, guint start)
{
  guint word = SET (LATIN) | SET (DIGIT);
  guint end = start;

  while (is_blank (self, end))
    end++;
  if ((start > 0 && (CW_CLASS_BIT (cw_items_class (self, start - 1)) & word) != 0)
      || (CW_CLASS_BIT (cw_items_class (self, end)) & word) != 0)
    return end - 1;
  for (guint i = start; i < end; i++)
    self->items[i].klass = CW_CLASS_DIGIT;
  return end - 1;
}

static void
refine_classes (CwItems *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      CwItem *item = &self->items[i];

      if (item->klass == CW_CLASS_DASH && is_lone_dash (self, i))
        item->klass = CW_CLASS_CONNECTOR;
      else if (item->klass == CW_CLASS_OPENER || item->klass == CW_CLASS_CLOSER)
        item->klass = refine_quote (self, i, item->klass);
      else if (is_blank (self, i))
        i = refine_blanks (self, i);
    }
}

static CwGap
gap_between (CwCharClass before, CwCharClass after)
{
  guint both = CW_CLASS_BIT (before) | CW_CLASS_BIT (after);

  if (after == CW_CLASS_SPACE || (both & (SET (CONNECTOR) | SET (SOLIDUS))) != 0)
    return CW_GAP_SOLID;
  if (both == SET (DASH) || both == SET (ELLIPSIS))
    return CW_GAP_SOLID;
  if ((both & SET (DIGIT)) != 0 && (both & ~in_numbers) == 0)
    return CW_GAP_NUMBER;
  if ((both & ~in_words) == 0)
    return CW_GAP_WORD;
  return both == (SET (HAN) | SET (LATIN)) ? CW_GAP_LATIN : CW_GAP_PLAIN;
}

/* Past the last item of a run of letters, digits and their signs; whether there are letters in it.
 */
static guint
find_word_end (const CwItems *self, guint i, gboolean *letters)
{
  guint signs = SET (CONNECTOR) | SET (SOLIDUS);

  for (*letters = FALSE; i < self->n; i++)
    {
      guint klass = CW_CLASS_BIT (self->items[i].klass);

      if ((klass & (in_words | signs)) == 0)
        break;
      *letters |= klass == SET (LATIN);
    }
  return i;
}

/* 5G, A1, HTTP/2: what a letter is in is a word, and has on both sides what it has on one. */
static void
set_gaps_of_words (CwItems *self)
{
  guint edges = SET (LATIN) | SET (DIGIT) | SET (NUMBER_SUFFIX);
  gboolean letters;

  for (guint i = 0, end; i < self->n; i = end + 1)
    {
      end = find_word_end (self, i, &letters);
      if (!letters)
        continue;
      if (i > 0 && cw_items_class (self, i - 1) == CW_CLASS_HAN
          && (CW_CLASS_BIT (cw_items_class (self, i)) & edges) != 0)
        self->items[i - 1].gap = CW_GAP_LATIN;
      if (cw_items_class (self, end) == CW_CLASS_HAN
          && (CW_CLASS_BIT (cw_items_class (self, end - 1)) & edges) != 0)
        self->items[end - 1].gap = CW_GAP_LATIN;
    }
}

/* The blank between Han and words that an office wants (R185). */
static void
set_spaces (CwItems *self)
{
  for (guint i = 0; i + 1 < self->n; i++)
    if (self->items[i].gap == CW_GAP_LATIN)
      self->items[i].space = (float) g_array_index (self->shaped->spans, CwSpan,
                                                    cw_items_cluster (self, i)->span)
                                 .latin_gap;
}

static void
set_gaps (CwItems *self)
{
  for (guint i = 0; i + 1 < self->n; i++)
    self->items[i].gap = gap_between (self->items[i].klass, self->items[i + 1].klass);
  set_gaps_of_words (self);
  set_spaces (self);
}

/* R184: a word space may grow to half an em; 0x3000 is a distance, not a word space. */
static double
space_growth (const CwCluster *cluster)
{
  double growth = cluster->cell / 2 - cluster->advance;

  return cluster->ch != 0x3000 ? MAX (growth, 0) : 0;
}

static void
add_item (const CwItems *self, guint i, CwSum *sum)
{
  const CwItem *item = &self->items[i];
  const CwCluster *cluster = cw_items_cluster (self, i);
  double width = (double) cluster->advance - item->left - item->right + item->space;
  double space = item->klass == CW_CLASS_SPACE ? space_growth (cluster) : 0;
  double latin = item->gap == CW_GAP_LATIN ? cluster->cell / 3.0 : 0;
  double plain = item->gap >= CW_GAP_LATIN ? CW_LOOSE_GAP * self->em : 0;

  if (item->shrink != CW_SHRINK_NONE)
    sum->shrink[item->shrink] += item->spare;
  sum->width += width;
  sum->least += width - item->spare;
  sum->most += width + space + latin + plain;
  sum->space += space;
  sum->latin += latin;
  sum->gaps += item->gap >= CW_GAP_LATIN;
  sum->word_gaps += item->gap == CW_GAP_WORD;
  sum->number_gaps += item->gap == CW_GAP_NUMBER;
  sum->han += item->klass == CW_CLASS_HAN;
}

static void
add_up (CwItems *self)
{
  self->sums = g_new (CwSum, self->n + 1);
  self->sums[0] = (CwSum) { 0 };
  for (guint i = 0; i < self->n; i++)
    {
      self->sums[i + 1] = self->sums[i];
      add_item (self, i, &self->sums[i + 1]);
    }
}

/**
 * cw_items_new:
 * @shaped: a paragraph's clusters; must outlive the result
 *
 * Makes a paragraph ready for breaking: classes, permitted breaks, widths of marks.
 *
 * Returns: (transfer full): the items
 */
CwItems *
cw_items_new (const CwShaped *shaped)
{
  CwItems *self = g_new0 (CwItems, 1);

  self->shaped = shaped;
  self->n = shaped->clusters->len;
  self->items = g_new0 (CwItem, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      self->em = MAX (self->em, cw_items_cluster (self, i)->cell);
      self->items[i].klass = cw_char_class (cw_items_cluster (self, i)->ch);
    }
  if (self->em <= 0)
    self->em = 1;
  refine_classes (self);
  cw_break_rules_apply (self);
  cw_squeeze_pairs (self);
  set_gaps (self);
  add_up (self);
  return self;
}

/**
 * cw_items_free:
 * @self: items
 *
 * Frees them, not what they were made from.
 */
void
cw_items_free (CwItems *self)
{
  g_free (self->items);
  g_free (self->sums);
  g_free (self);
}

/**
 * cw_items_start_trim:
 * @self: items
 * @start: first item of a line
 *
 * What an opening mark loses on its left because a line begins with it (R180), beyond what the mark
 * before has taken. At the start of a paragraph it keeps its cell, so that the text stands on the
 * grid.
 *
 * Returns: pt
 */
double
cw_items_start_trim (const CwItems *self, guint start)
{
  const CwItem *item = &self->items[start];
  const CwCluster *cluster;

  if (start == 0 || start >= self->n || !item->full || item->klass != CW_CLASS_OPENER
      || item->left > 0)
    return 0;
  cluster = cw_items_cluster (self, start);
  return cluster->advance - cluster->cell / 2;
}

/**
 * cw_items_end_trim:
 * @self: items
 * @end: item after the last of a line
 *
 * What a full-width mark loses because a line ends with it (R144, R179), beyond what the mark after
 * has taken.
 *
 * Returns: pt
 */
double
cw_items_end_trim (const CwItems *self, guint end)
{
  const CwItem *item;
  const CwCluster *cluster;

  if (end == 0)
    return 0;
  item = &self->items[end - 1];
  if (!item->full || item->klass == CW_CLASS_OPENER || item->right > 0)
    return 0;
  cluster = cw_items_cluster (self, end - 1);
  return cluster->advance - cluster->cell / 2;
}

/**
 * cw_items_width:
 * @self: items
 * @start: first item of a line
 * @end: item after the last, spaces already dropped
 *
 * The natural width of a line: pairs and edges squeezed, nothing else.
 *
 * Returns: pt
 */
double
cw_items_width (const CwItems *self, guint start, guint end)
{
  if (end <= start)
    return 0;
  return self->sums[end].width - self->sums[start].width - cw_items_start_trim (self, start)
         - cw_items_end_trim (self, end) - self->items[end - 1].space;
}

static void
take_edge (CwFit *fit, const CwItem *item, double trim)
{
  if (trim > 0 && item->shrink != CW_SHRINK_NONE)
    fit->shrink[item->shrink] -= item->spare;
}

static void
count_gaps (const CwItems *self, const CwSum *from, const CwSum *to, CwFit *fit)
{
  fit->space = to->space - from->space;
  fit->latin = to->latin - from->latin;
  fit->gaps = to->gaps - from->gaps;
  fit->any_gaps = fit->gaps;
  if (fit->any_gaps == 0)
    fit->any_gaps = to->word_gaps - from->word_gaps;
  if (fit->any_gaps == 0)
    fit->any_gaps = to->number_gaps - from->number_gaps;
}

/**
 * cw_items_fit:
 * @self: items
 * @start: first item of a line
 * @end: item after the last, spaces already dropped
 * @fit: (out): what can be done with the line
 *
 * Finds how wide a line is and how far it can be squeezed and stretched.
 */
void
cw_items_fit (const CwItems *self, guint start, guint end, CwFit *fit)
{
  const CwSum *from = &self->sums[start];
  const CwSum *to = &self->sums[end];

  *fit = (CwFit) { 0 };
  if (end <= start)
    return;
  fit->natural = cw_items_width (self, start, end);
  for (guint i = 0; i < CW_N_SHRINKS; i++)
    fit->shrink[i] = to->shrink[i] - from->shrink[i];
  take_edge (fit, &self->items[start], cw_items_start_trim (self, start));
  take_edge (fit, &self->items[end - 1], cw_items_end_trim (self, end));
  for (guint i = 0; i < CW_N_SHRINKS; i++)
    fit->spare += fit->shrink[i];
  /* Gaps stand after items: the last one's is not in the line. */
  count_gaps (self, from, &self->sums[end - 1], fit);
}
