/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-char-class.h"
#include "cw-shaped.h"

G_BEGIN_DECLS

/**
 * CwBreak:
 * @CW_BREAK_FORBIDDEN: no line may begin here
 * @CW_BREAK_ALLOWED: one may
 * @CW_BREAK_UNWANTED: one may, but another place is better (2024年｜1月)
 * @CW_BREAK_ADDRESS: after a mark inside a long web address, sooner than a gaping line
 * @CW_BREAK_WORD: inside a word or number that no line can hold
 * @CW_BREAK_ANYWHERE: against all rules, because no line can hold what must stay together
 * @CW_BREAK_FORCED: one does: before it is a line break by hand
 *
 * Whether a line may begin before a cluster.
 */
typedef enum
{
  CW_BREAK_FORBIDDEN,
  CW_BREAK_ALLOWED,
  CW_BREAK_UNWANTED,
  CW_BREAK_ADDRESS,
  CW_BREAK_WORD,
  CW_BREAK_ANYWHERE,
  CW_BREAK_FORCED,
} CwBreak;

/**
 * CwShrink:
 *
 * The classes of R183 in their order. Its first, the mark at the line's end, is taken always; its
 * sixth, the gap between Han and Latin, is nought here (R185).
 */
typedef enum
{
  CW_SHRINK_SPACE,   /* word space down to ¼ em */
  CW_SHRINK_DOT,     /* full-width · down to ½ */
  CW_SHRINK_BRACKET, /* before an opener, after a closer */
  CW_SHRINK_COMMA,   /* ，、；： */
  CW_SHRINK_STOP,    /* 。？！ */
  CW_SHRINK_NONE,
} CwShrink;

#define CW_N_SHRINKS CW_SHRINK_NONE

/**
 * CW_LOOSE_GAP:
 *
 * The most a gap between characters may grow in ordinary setting, em. Beyond it a paragraph is set
 * only if there is no other way.
 */
#define CW_LOOSE_GAP 0.1

/**
 * CwGap:
 * @CW_GAP_SOLID: after it nothing is ever inserted: inside ——, at connectors and solidus, before
 * spaces
 * @CW_GAP_NUMBER: inside a number
 * @CW_GAP_WORD: inside a Western word
 * @CW_GAP_LATIN: between Han and a Western word
 * @CW_GAP_PLAIN: any other
 *
 * What may be inserted after a cluster when a line is stretched (R184).
 */
typedef enum
{
  CW_GAP_SOLID,
  CW_GAP_NUMBER,
  CW_GAP_WORD,
  CW_GAP_LATIN,
  CW_GAP_PLAIN,
} CwGap;

/**
 * CwItem:
 * @klass: CwCharClass, seen with its neighbours
 * @break_before: CwBreak
 * @shrink: CwShrink
 * @gap: CwGap after it
 * @full: whether it is a full-width mark that has a blank half
 * @left: what the mark before takes off its left side, pt (R178)
 * @right: what the mark after takes off its right side, pt
 * @spare: what squeezing may take off further, pt
 * @space: blank between it and the next item, unless a line ends between them (R185), pt
 *
 * A cluster as the line breaker sees it.
 */
typedef struct
{
  guint8 klass;
  guint8 break_before;
  guint8 shrink;
  guint8 gap;
  gboolean full;
  float left;
  float right;
  float spare;
  float space;
} CwItem;

/**
 * CwSum:
 *
 * Sums over all items before one: what a line holds is the difference of two.
 */
typedef struct
{
  double width;
  double least; /* width with everything squeezed */
  double most;  /* width with everything stretched as far as it looks well */
  double shrink[CW_N_SHRINKS];
  double space;      /* how much its word spaces may grow */
  double latin;      /* how much its gaps between Han and Latin may grow */
  guint gaps;        /* where every line may be stretched */
  guint word_gaps;   /* where a line may be stretched that has none of those */
  guint number_gaps; /* … and none of those either */
  guint han;
} CwSum;

/**
 * CwItems:
 * @shaped: (transfer none): the clusters
 * @n: how many
 * @em: the full-width cell of the paragraph, pt
 * @items: one for each cluster
 * @sums: @n + 1 of them
 * @label: clusters of the number at the start, (1) or 一、, which are never squeezed so that all
 * stand alike
 *
 * A paragraph made ready for breaking.
 */
typedef struct
{
  const CwShaped *shaped;
  guint n;
  double em;
  CwItem *items;
  CwSum *sums;
  guint label;
} CwItems;

/**
 * CwFit:
 * @natural: width with nothing squeezed but pairs and edges, pt
 * @spare: sum of @shrink
 * @shrink: what each class may give, pt
 * @space: what word spaces may take, pt
 * @latin: what gaps between Han and Latin may take, pt
 * @gaps: number of gaps all else is divided among
 * @any_gaps: the same, or the number of gaps in words, or in numbers, when there are no others
 *
 * What can be done with a line.
 */
typedef struct
{
  double natural;
  double spare;
  double shrink[CW_N_SHRINKS];
  double space;
  double latin;
  guint gaps;
  guint any_gaps;
} CwFit;

CwItems *cw_items_new (const CwShaped *shaped);
void cw_items_free (CwItems *self);

double cw_items_start_trim (const CwItems *self, guint start);
double cw_items_end_trim (const CwItems *self, guint end);
double cw_items_width (const CwItems *self, guint start, guint end);
void cw_items_fit (const CwItems *self, guint start, guint end, CwFit *fit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwItems, cw_items_free)

static inline const CwCluster *
cw_items_cluster (const CwItems *self, guint i)
{
  return &g_array_index (self->shaped->clusters, CwCluster, i);
}

/* Past the end there is space. */
static inline CwCharClass
cw_items_class (const CwItems *self, guint i)
{
  return i < self->n ? (CwCharClass) self->items[i].klass : CW_CLASS_SPACE;
}

static inline gunichar
cw_items_char (const CwItems *self, guint i)
{
  return i < self->n ? cw_items_cluster (self, i)->ch : 0;
}

/**
 * cw_items_content_end:
 * @self: items
 * @start: first item of a line
 * @end: first item of the next line
 *
 * Where the line ends when the spaces at the break are dropped.
 *
 * Returns: item after the last that is set
 */
static inline guint
cw_items_content_end (const CwItems *self, guint start, guint end)
{
  while (end > start && self->items[end - 1].klass == CW_CLASS_SPACE)
    end--;
  return end;
}

/**
 * cw_items_is_last_line:
 * @self: items
 * @end: first item of the next line
 *
 * Returns: whether the line is not stretched: the paragraph ends with it or a break by hand follows
 */
static inline gboolean
cw_items_is_last_line (const CwItems *self, guint end)
{
  return end >= self->n || self->items[end].break_before == CW_BREAK_FORCED;
}

/**
 * cw_items_ends_with_break:
 * @self: items
 *
 * Returns: whether the last thing is a line break by hand, so that an empty line follows
 */
static inline gboolean
cw_items_ends_with_break (const CwItems *self)
{
  gunichar ch = self->n > 0 ? cw_items_char (self, self->n - 1) : 0;

  return ch == '\n' || ch == 0x2028;
}

G_END_DECLS
