/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-break-groups.h"

#include "cw-line-cost.h"

#include <string.h>

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
  return is_address_mark (cw_items_cluster (items, i - 1)->ch)
                 && (CW_CLASS_BIT (items->items[i].klass) & word)
             ? CW_BREAK_WORD
             : CW_BREAK_ANYWHERE;
}

/* After a mark of an address: beside a letter, since a number has . and - too (R167). */
static gboolean
is_address_break (const CwItems *items, guint i)
{
  guint word = CW_CLASS_BIT (CW_CLASS_LATIN) | CW_CLASS_BIT (CW_CLASS_DIGIT);

  return is_address_mark (cw_items_char (items, i - 1))
         && (CW_CLASS_BIT (items->items[i].klass) & word) != 0
         && (items->items[i].klass == CW_CLASS_LATIN
             || (i > 1 && items->items[i - 2].klass == CW_CLASS_LATIN));
}

/* Text that must stay together and is longer than a line; addresses longer than a third of one. */
static void
open_group (CwItems *items, guint start, guint end, double width)
{
  double group_width = cw_items_width (items, start, cw_items_content_end (items, start, end));

  for (guint i = start + 1; i < end; i++)
    {
      if (group_width > width / 3 && is_address_break (items, i))
        items->items[i].break_before = CW_BREAK_ADDRESS;
      else if (group_width > width)
        items->items[i].break_before = desperate_break (items, i);
    }
}

/**
 * cw_break_groups_open:
 * @items: the paragraph
 * @measure: what it is to be set to
 *
 * Opens what must stay together and is longer than a line: marks where it may be broken if all else
 * fails
 * (%CW_BREAK_WORD, %CW_BREAK_ANYWHERE), and where a long web address may be sooner than leave a
 * gaping line (%CW_BREAK_ADDRESS).
 */
void
cw_break_groups_open (CwItems *items, const CwMeasure *measure)
{
  guint start = 0;

  for (guint i = 1; i <= items->n; i++)
    {
      if (i < items->n && items->items[i].break_before == CW_BREAK_FORBIDDEN)
        continue;
      if (i > start + 1)
        open_group (items, start, i, cw_line_cost_width (measure, start));
      start = i;
    }
}
