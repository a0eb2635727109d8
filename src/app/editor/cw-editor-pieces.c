/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-pieces.h"

/* Within the lines in which two documents differ, those that both have in the same order stay: a
 * section that was moved is taken out and put in as one, and what it was moved past is left alone. */

#define NONE G_MAXUINT

typedef struct
{
  CwFlowSpan span;
  GArray *old_lines; /* for each line of the newer document: the line of the same block, or NONE */
  GArray *before;    /* for each: the one before it in the longest run that ends with it */
  GArray *last;      /* for each length: the line with which such a run ends soonest */
} Search;

/* The lines of the blocks in the span of @document. A block that is there twice is taken once. */
static GHashTable *
index_blocks (CwDocument *document, CwFlowSpan span)
{
  GHashTable *lines = g_hash_table_new (NULL, NULL);

  for (guint line = span.old_end; line > span.first; line--)
    {
      int block = cw_flow_get_line (document, line - 1).block;

      if (block >= 0)
        g_hash_table_insert (lines, cw_document_get_block (document, block),
                             GUINT_TO_POINTER (line));
    }
  return lines;
}

static GArray *
find_old_lines (CwDocument *older, CwDocument *newer, CwFlowSpan span)
{
  g_autoptr (GHashTable) lines = index_blocks (older, span);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint line = span.first; line < span.new_end; line++)
    {
      int block = cw_flow_get_line (newer, line).block;
      gpointer old
          = block >= 0 ? g_hash_table_lookup (lines, cw_document_get_block (newer, block)) : NULL;
      guint old_line = old != NULL ? GPOINTER_TO_UINT (old) - 1 : NONE;

      g_array_append_val (found, old_line);
    }
  return found;
}

static guint
get (GArray *array, guint i)
{
  return g_array_index (array, guint, i);
}

/* How long the longest run is that ends before @old_line. */
static guint
find_length (Search *search, guint old_line)
{
  guint low = 0, high = search->last->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get (search->old_lines, get (search->last, middle)) < old_line)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The longest increasing run of the old lines. */
static void
find_runs (Search *search)
{
  for (guint i = 0; i < search->old_lines->len; i++)
    {
      guint old_line = get (search->old_lines, i), before = NONE, length;

      if (old_line != NONE)
        {
          length = find_length (search, old_line);
          before = length > 0 ? get (search->last, length - 1) : NONE;
          if (length == search->last->len)
            g_array_append_val (search->last, i);
          else
            g_array_index (search->last, guint, length) = i;
        }
      g_array_append_val (search->before, before);
    }
}

static void
add_piece (GArray *pieces, guint old_first, guint old_end, guint new_first, guint new_end)
{
  CwFlowPiece piece = { old_first, old_end, new_first, new_end };

  if (old_first < old_end || new_first < new_end)
    g_array_append_val (pieces, piece);
}

/* What is between the lines of the run, from the last to the first. */
static GArray *
make_pieces (Search *search)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (CwFlowPiece));
  guint old_end = search->span.old_end, new_end = search->span.new_end;
  guint i = search->last->len > 0 ? get (search->last, search->last->len - 1) : NONE;

  for (; i != NONE; i = get (search->before, i))
    {
      add_piece (pieces, get (search->old_lines, i) + 1, old_end, search->span.first + i + 1,
                 new_end);
      old_end = get (search->old_lines, i);
      new_end = search->span.first + i;
    }
  add_piece (pieces, search->span.first, old_end, search->span.first, new_end);
  return pieces;
}

/**
 * cw_flow_find_pieces:
 * @older: a document
 * @newer: another one
 * @span: where they differ, see cw_flow_compare()
 *
 * Finds the fewest lines to be taken out and put in, where blocks in common stay if they can.
 *
 * Returns: (transfer full) (element-type CwFlowPiece): the pieces, from the last to the first
 */
GArray *
cw_flow_find_pieces (CwDocument *older, CwDocument *newer, CwFlowSpan span)
{
  g_autoptr (GArray) old_lines = find_old_lines (older, newer, span);
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) last = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { span, old_lines, before, last };

  find_runs (&search);
  return make_pieces (&search);
}
