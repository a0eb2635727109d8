/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

#include <math.h>

#define MM_PER_PT (25.4 / 72.0)

/* The edges the text of a page keeps to. */
typedef struct
{
  double left;
  double right;
} Edges;

static gboolean
is_text (const CwFoundRow *row)
{
  return row->part == CW_PART_BODY;
}

static Edges
find_edges (CwFound *self, const CwFoundRow *of)
{
  Edges edges = { G_MAXDOUBLE, -G_MAXDOUBLE };
  double standard = of->page->number % 2 == 1 ? 28 : 26, indent = 2 * of->size * MM_PER_PT;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (row->page != of->page || row->turn != of->turn
          || (!is_text (row) && row->part != CW_PART_ADDRESSEES) || row->size < 10)
        continue;
      if (row->n_chars >= 6)
        edges.left = MIN (edges.left, cw_found_row_get_start (self, row));
      edges.right = MAX (edges.right, cw_found_row_get_stop (self, row));
    }
  /* A page of short rows alone, or of paragraphs of one line: as the standard has it. */
  if (edges.left > 45 || fabs (edges.left - standard - indent) < 0.5)
    edges.left = standard;
  edges.right = MAX (edges.right, edges.left + 130);
  return edges;
}

static gboolean
ends_sentence (const CwFoundRow *row)
{
  return cw_find_matches (row->text, "[。：；！？:;!?”）]$");
}

/* Text that stands in by more than a character begins a paragraph; where nobody indents, one begins
 * after a line that ended early. */
static gboolean
opens (CwFound *self,
       const CwFoundRow *row,
       const CwFoundRow *above,
       const Edges *edges,
       const Edges *edges_above)
{
  double em = row->size * MM_PER_PT;

  if (cw_found_row_get_start (self, row) - edges->left > 0.9 * em)
    return TRUE;
  if (above == NULL || above->centred || above->attachment != row->attachment)
    return TRUE;
  if (above->opens && above->level > 0 && !ends_sentence (above)
      && edges_above->right - cw_found_row_get_stop (self, above) > 2 * em)
    return TRUE;
  return edges_above->right - cw_found_row_get_stop (self, above) > 2.2 * em
         && ends_sentence (above);
}

static gboolean
is_centred (CwFound *self, const CwFoundRow *row, const Edges *edges)
{
  double left = cw_found_row_get_start (self, row) - edges->left,
         right = edges->right - cw_found_row_get_stop (self, row);

  return left > 3.5 * row->size * MM_PER_PT && right > 8 && fabs (left - right) < 8;
}

static void
mark_paragraphs (CwFound *self)
{
  CwFoundRow *above = NULL;
  Edges edges, edges_above = { 0, 0 };

  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (!is_text (row))
        {
          if (above != NULL && row->part != CW_PART_PAGE_NUMBER)
            {
              above->closes = TRUE;
              above = NULL;
            }
          continue;
        }
      edges = find_edges (self, row);
      row->centred = is_centred (self, row, &edges);
      row->opens = row->centred || opens (self, row, above, &edges, &edges_above);
      if (above != NULL && row->opens)
        above->closes = TRUE;
      above = row;
      edges_above = edges;
    }
  if (above != NULL)
    above->closes = TRUE;
}

/* What stands outside of the type area by far is a running head or foot, a stamp, a mark of a
 * printer. */
static gboolean
is_outside (const CwFoundRow *row)
{
  return row->turn == 0 && (row->y < 25 || row->y > 280);
}

/**
 * cw_find_body:
 * @self: what is being found
 *
 * Takes everything left for text and finds its paragraphs.
 */
void
cw_find_body (CwFound *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (row->part == CW_PART_NONE)
        row->part = is_outside (row) ? CW_PART_OTHER : CW_PART_BODY;
    }
  mark_paragraphs (self);
}
