/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-squeeze.h"

/*
 * Widths of marks (R176–R178). The ink of a mainland mark lies in the left half of its cell, that
 * of an opening mark in the right half: a half taken off is an advance made shorter, and for
 * openers also glyphs moved to the left. Nothing here asks for spans: a mark in bold beside one in
 * regular is a pair like any other (P18).
 */

static const guint takes_right
    = CW_CLASS_BIT (CW_CLASS_CLOSER) | CW_CLASS_BIT (CW_CLASS_COMMA) | CW_CLASS_BIT (CW_CLASS_STOP);
static const guint has_blank = CW_CLASS_BIT (CW_CLASS_OPENER) | CW_CLASS_BIT (CW_CLASS_CLOSER)
                               | CW_CLASS_BIT (CW_CLASS_COMMA) | CW_CLASS_BIT (CW_CLASS_STOP)
                               | CW_CLASS_BIT (CW_CLASS_MIDDLE_DOT);

/* A mark is full-width by the width its font gave it: quotes of a Latin face are not. */
static gboolean
is_full (const CwCluster *cluster, guint klass)
{
  return (CW_CLASS_BIT (klass) & has_blank) != 0 && cluster->advance > 0.75 * cluster->cell;
}

static float
blank_of (const CwItems *items, guint i)
{
  const CwCluster *cluster = cw_items_cluster (items, i);

  return cluster->advance - cluster->cell / 2;
}

/* Between two marks one blank half is left of two. It is the one after the first mark, unless that
 * is followed by a mark that closes or stops: then nothing parts them. */
static void
squeeze_pair (CwItems *items, guint i)
{
  CwItem *first = &items->items[i - 1];
  CwItem *second = &items->items[i];

  if (!first->full || !second->full || first->klass == CW_CLASS_MIDDLE_DOT)
    return;
  if (second->klass == CW_CLASS_OPENER)
    second->left = blank_of (items, i);
  else if ((CW_CLASS_BIT (first->klass) & takes_right) != 0
           && (CW_CLASS_BIT (second->klass) & takes_right) != 0)
    first->right = blank_of (items, i - 1);
}

static gboolean
is_exclamation (const CwItems *items, guint i)
{
  gunichar ch = cw_items_cluster (items, i)->ch;

  return items->items[i].full && (ch == 0xFF01 || ch == 0xFF1F);
}

/* R137: two of ？！ take one em in all, three two. */
static void
squeeze_exclamations (CwItems *items)
{
  for (guint i = 1; i < items->n; i++)
    {
      if (!is_exclamation (items, i - 1) || !is_exclamation (items, i))
        continue;
      items->items[i].right = blank_of (items, i);
      if (i + 1 < items->n && is_exclamation (items, i + 1))
        i++;
    }
}

static CwShrink
shrink_of_class (CwCharClass klass)
{
  if (klass == CW_CLASS_COMMA)
    return CW_SHRINK_COMMA;
  if (klass == CW_CLASS_STOP)
    return CW_SHRINK_STOP;
  if (klass == CW_CLASS_MIDDLE_DOT)
    return CW_SHRINK_DOT;
  return CW_SHRINK_BRACKET;
}

/* A word space may go down to ¼ em. The full-width space is a distance somebody asked for. */
static void
set_space (const CwItems *items, guint i)
{
  const CwCluster *cluster = cw_items_cluster (items, i);
  float spare = cluster->advance - cluster->cell / 4;

  if (cluster->ch == 0x3000 || spare <= 0)
    return;
  items->items[i].shrink = CW_SHRINK_SPACE;
  items->items[i].spare = spare;
}

static void
set_spare (const CwItems *items, guint i)
{
  CwItem *item = &items->items[i];

  item->shrink = CW_SHRINK_NONE;
  if (item->klass == CW_CLASS_SPACE)
    set_space (items, i);
  if (!item->full || item->left > 0 || item->right > 0)
    return;
  item->shrink = shrink_of_class (item->klass);
  item->spare = blank_of (items, i);
}

/**
 * cw_squeeze_pairs:
 * @items: items whose classes are known
 *
 * Sets how wide marks are: neighbouring full-width marks share one blank half, so that a pair takes
 * 1.5 em (R177, R178) and two of ？！ one (R137), and how much further each may be squeezed (R183).
 */
void
cw_squeeze_pairs (CwItems *items)
{
  for (guint i = 0; i < items->n; i++)
    {
      items->items[i].full = is_full (cw_items_cluster (items, i), items->items[i].klass);
      if (i > 0)
        squeeze_pair (items, i);
    }
  squeeze_exclamations (items);
  for (guint i = 0; i < items->n; i++)
    set_spare (items, i);
  for (guint i = 0; i < items->label; i++)
    {
      items->items[i].shrink = CW_SHRINK_NONE;
      items->items[i].spare = 0;
    }
}
