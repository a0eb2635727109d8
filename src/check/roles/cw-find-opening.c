/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

#include <math.h>

#define MM_PER_PT (25.4 / 72.0)

/* A title has no more lines. */
#define MOST_TITLE_ROWS 8

/* Addressees fill no more lines. */
#define MOST_ADDRESSEE_ROWS 12

static double
get_margin (CwFound *self)
{
  double margin = 28;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (row->page->number == 1 && row->turn == 0 && row->part == CW_PART_NONE && row->n_chars > 18
          && row->size < 17.5)
        margin = MIN (margin, cw_found_row_get_x (row));
    }
  return margin;
}

/* Whether as much is free on both sides, and clearly so. */
static gboolean
is_centred (const CwFoundRow *row, double margin)
{
  double left = cw_found_row_get_x (row) - margin,
         right = margin + 156 - cw_found_row_get_end (row);

  return left > 8 && right > 4 && fabs (left - right) < 8;
}

static gboolean
may_open (const CwFoundRow *row)
{
  return row->page->number == 1 && row->turn == 0 && row->part == CW_PART_NONE
         && row->attachment == 0;
}

/* The title by its size; where no row has it, by its place in the middle above everything. */
static guint
find_title (CwFound *self, guint first, double margin)
{
  guint i = first;

  while (i < self->rows->len && i < first + MOST_TITLE_ROWS && may_open (cw_found_get_row (self, i))
         && cw_found_get_row (self, i)->size >= 17.5)
    cw_found_get_row (self, i++)->part = CW_PART_TITLE;
  if (i > first || self->format == CW_FORMAT_ORDER)
    return i;
  while (i < self->rows->len && i < first + 4 && may_open (cw_found_get_row (self, i))
         && is_centred (cw_found_get_row (self, i), margin)
         && !cw_find_matches (cw_found_get_row (self, i)->text, "[。；：:]$|^[（(—]"))
    cw_found_get_row (self, i++)->part = CW_PART_TITLE;
  return i;
}

/* What stands right under a title has no blank line above it; text has one (R57). */
static gboolean
is_under_title (CwFound *self, guint i)
{
  const CwFoundRow *above = cw_found_get_row (self, i - 1), *row = cw_found_get_row (self, i);

  return above->part == CW_PART_TITLE && cw_find_matches (row->text, "^[（(]")
         && cw_found_row_get_em_top (self, row) - cw_found_row_get_em_bottom (self, above) < 9;
}

static guint
find_subtitle (CwFound *self, guint i, double margin)
{
  guint first = i;

  while (i < self->rows->len && i < first + 6 && may_open (cw_found_get_row (self, i)))
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (!cw_find_matches (row->text, "^[—―-]{2}") && !is_centred (row, margin)
          && !is_under_title (self, i))
        break;
      if (cw_find_matches (row->text, "[：:。]$"))
        break;
      row->part = CW_PART_SUBTITLE;
      i++;
    }
  return i;
}

static void
find_addressees (CwFound *self, guint first, double margin)
{
  guint end = first;

  for (guint i = first; i < self->rows->len && i < first + MOST_ADDRESSEE_ROWS; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (!may_open (row) || cw_found_row_get_x (row) > margin + 1.2 * row->size * MM_PER_PT
          || cw_find_matches (row->text, "[。；]"))
        break;
      if (!cw_find_matches (row->text, "[：:]$"))
        continue;
      end = i + 1;
      break;
    }
  for (guint i = first; i < end; i++)
    cw_found_get_row (self, i)->part = CW_PART_ADDRESSEES;
}

/* The editor's note of a bulletin may stand above its title (R209). */
static guint
skip_editor_note (CwFound *self, guint first)
{
  guint title = first;

  while (title < self->rows->len && may_open (cw_found_get_row (self, title))
         && cw_found_get_row (self, title)->size < 17.5)
    title++;
  if (title == self->rows->len || !may_open (cw_found_get_row (self, title)))
    return first;
  for (guint i = first; i < title; i++)
    cw_found_get_row (self, i)->part = CW_PART_OTHER;
  return title;
}

/**
 * cw_find_opening:
 * @self: what is being found
 *
 * Finds title, what stands under it, and addressees on the first page.
 */
void
cw_find_opening (CwFound *self)
{
  double margin = get_margin (self);
  guint i = 0;

  while (i < self->rows->len && cw_found_get_row (self, i)->part != CW_PART_NONE)
    i++;
  if (i == self->rows->len || !may_open (cw_found_get_row (self, i)))
    return;
  if (self->format == CW_FORMAT_BULLETIN)
    i = skip_editor_note (self, i);
  i = find_title (self, i, margin);
  if (cw_found_get_first (self, CW_PART_TITLE) != NULL)
    i = find_subtitle (self, i, margin);
  find_addressees (self, i, margin);
}
