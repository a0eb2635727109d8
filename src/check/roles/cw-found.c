/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-found.h"

#include "cw-find.h"

#include <math.h>

#define MM_PER_PT (25.4 / 72.0)

/* Of a font nothing is known of: between the two that are usual (R21). */
#define USUAL_CENTRE 0.37

static void
row_clear (gpointer data)
{
  g_free (((CwFoundRow *) data)->text);
}

static GArray *
new_rules (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CwFoundRule));
}

/**
 * cw_found_new:
 * @measured: a measured PDF, which must live as long as the result
 *
 * Finds out what paper a PDF is and what stands where on it.
 *
 * Returns: (transfer full): what was found
 */
CwFound *
cw_found_new (CwMeasured *measured)
{
  CwFound *self = g_new0 (CwFound, 1);

  self->measured = measured;
  self->format = CW_FORMAT_WORKING_PAPER;
  self->rows = g_array_new (FALSE, FALSE, sizeof (CwFoundRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->rules = new_rules ();
  self->red_rules = new_rules ();
  self->colophon_rules = new_rules ();
  self->tables = new_rules ();
  self->seals = new_rules ();
  self->centres = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  cw_find_rows (self);
  cw_find_rules (self);
  cw_find_centres (self);
  cw_find_tables (self);
  cw_find_page_numbers (self);
  cw_find_colophon (self);
  cw_find_masthead (self);
  cw_find_attachments (self);
  cw_find_opening (self);
  cw_find_closing (self);
  cw_find_body (self);
  return self;
}

/**
 * cw_found_free:
 * @self: what was found
 *
 * Frees it.
 */
void
cw_found_free (CwFound *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->rules);
  g_array_unref (self->red_rules);
  g_array_unref (self->colophon_rules);
  g_array_unref (self->tables);
  g_array_unref (self->seals);
  g_hash_table_unref (self->centres);
  g_free (self);
}

/**
 * cw_found_get_row:
 * @self: what was found
 * @row: from 0
 *
 * Returns: (transfer none): the row
 */
CwFoundRow *
cw_found_get_row (CwFound *self, guint row)
{
  return &g_array_index (self->rows, CwFoundRow, row);
}

/**
 * cw_found_get_first:
 * @self: what was found
 * @part: a part
 *
 * Returns: (transfer none) (nullable): its first row in the paper itself, not in its attachments
 */
CwFoundRow *
cw_found_get_first (CwFound *self, CwFoundPart part)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (cw_found_get_row (self, i)->part == part && cw_found_get_row (self, i)->attachment == 0)
      return cw_found_get_row (self, i);
  return NULL;
}

/**
 * cw_found_get_last:
 * @self: what was found
 * @part: a part
 *
 * Returns: (transfer none) (nullable): its last row in the paper itself, not in its attachments
 */
CwFoundRow *
cw_found_get_last (CwFound *self, CwFoundPart part)
{
  for (guint i = self->rows->len; i > 0; i--)
    if (cw_found_get_row (self, i - 1)->part == part
        && cw_found_get_row (self, i - 1)->attachment == 0)
      return cw_found_get_row (self, i - 1);
  return NULL;
}

/**
 * cw_found_count:
 * @self: what was found
 * @part: a part
 *
 * Returns: how many rows it has, attachments included
 */
guint
cw_found_count (CwFound *self, CwFoundPart part)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += cw_found_get_row (self, i)->part == part;
  return n;
}

/**
 * cw_found_row_is_name:
 * @self: a row
 *
 * Returns: whether it is a signatory, or the last line of one
 */
gboolean
cw_found_row_is_name (const CwFoundRow *self)
{
  return self->part == CW_PART_SIGNATORY && !self->goes_on;
}

/**
 * cw_found_row_get_char:
 * @self: a row
 * @i: from 0
 *
 * Returns: (transfer none): its character
 */
const CwMeasuredChar *
cw_found_row_get_char (const CwFoundRow *self, guint i)
{
  return &g_array_index (self->page->chars, CwMeasuredChar, self->first + i);
}

/**
 * cw_found_row_get_last_char:
 * @self: a row
 *
 * Returns: (transfer none): its last character
 */
const CwMeasuredChar *
cw_found_row_get_last_char (const CwFoundRow *self)
{
  return cw_found_row_get_char (self, self->n_chars - 1);
}

/**
 * cw_found_row_get_x:
 * @self: a row
 *
 * Returns: the origin of its first character, mm
 */
double
cw_found_row_get_x (const CwFoundRow *self)
{
  return cw_found_row_get_char (self, 0)->x;
}

/* A rule to be written on stands in the place of words of its row: a little below their baseline.
 */
static gboolean
is_blank_of (const CwFoundRule *rule, const CwFoundRow *row)
{
  double em = row->size * MM_PER_PT;

  return row->turn == 0 && rule->page == row->page && rule->box.top > row->y - 0.1 * em
         && rule->box.bottom < row->y + 0.4 * em;
}

/* It ends where the next word begins. */
static gboolean
is_blank_before (const CwFoundRule *rule, const CwFoundRow *row)
{
  double x = cw_found_row_get_x (row);

  return is_blank_of (rule, row) && rule->box.left < x
         && fabs (rule->box.right - x) < 0.5 * row->size * MM_PER_PT;
}

/* It begins where the word before it ends. */
static gboolean
is_blank_behind (const CwFoundRule *rule, const CwFoundRow *row)
{
  double end = cw_found_row_get_end (row);

  return is_blank_of (rule, row) && rule->box.right > end
         && fabs (rule->box.left - end) < 0.5 * row->size * MM_PER_PT;
}

/**
 * cw_found_row_get_start:
 * @found: what it is of
 * @self: a row
 *
 * Returns: where it begins, with a blank to be filled in by hand or with its first character, mm
 */
double
cw_found_row_get_start (CwFound *found, const CwFoundRow *self)
{
  for (guint i = 0; i < found->rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (found->rules, CwFoundRule, i);

      if (is_blank_before (rule, self))
        return rule->box.left;
    }
  return cw_found_row_get_x (self);
}

/**
 * cw_found_row_has_blank:
 * @found: what it is of
 * @self: a row
 *
 * Returns: whether a blank to be filled in by hand stands in it
 */
gboolean
cw_found_row_has_blank (CwFound *found, const CwFoundRow *self)
{
  for (guint i = 0; i < found->rules->len; i++)
    if (is_blank_of (&g_array_index (found->rules, CwFoundRule, i), self))
      return TRUE;
  return FALSE;
}

/**
 * cw_found_row_get_stop:
 * @found: what it is of
 * @self: a row
 *
 * Returns: where it stops, with a blank to be filled in by hand or with its last character, mm
 */
double
cw_found_row_get_stop (CwFound *found, const CwFoundRow *self)
{
  for (guint i = 0; i < found->rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (found->rules, CwFoundRule, i);

      if (is_blank_behind (rule, self))
        return rule->box.right;
    }
  return cw_found_row_get_end (self);
}

/**
 * cw_found_row_get_end:
 * @self: a row
 *
 * Returns: where the advance of its last character ends, mm
 */
double
cw_found_row_get_end (const CwFoundRow *self)
{
  return cw_found_row_get_last_char (self)->end;
}

/* The middle of a character's em box, from the top of its frame, mm. */
static double
get_centre (CwFound *found, const CwMeasuredChar *c)
{
  const double *centre = g_hash_table_lookup (found->centres, c->font);

  return c->y - (centre != NULL ? *centre : USUAL_CENTRE) * c->size * MM_PER_PT;
}

/* The character a row's place is told by: a Han one of its size if there is one. */
static const CwMeasuredChar *
get_typical (const CwFoundRow *self)
{
  for (guint i = 0; i < self->n_chars; i++)
    {
      const CwMeasuredChar *c = cw_found_row_get_char (self, i);

      if (c->printed && cw_find_is_han (c->ch) && ABS (c->size - self->size) < 0.3)
        return c;
    }
  return cw_found_row_get_char (self, 0);
}

/**
 * cw_found_row_get_centre:
 * @found: what was found
 * @self: a row
 *
 * Returns: the middle of its em boxes, mm
 */
double
cw_found_row_get_centre (CwFound *found, const CwFoundRow *self)
{
  return get_centre (found, get_typical (self));
}

/**
 * cw_found_row_get_em_top:
 * @found: what was found
 * @self: a row
 *
 * Returns: the upper edge of its em boxes, mm
 */
double
cw_found_row_get_em_top (CwFound *found, const CwFoundRow *self)
{
  return cw_found_row_get_centre (found, self) - self->size * MM_PER_PT / 2;
}

/**
 * cw_found_row_get_em_bottom:
 * @found: what was found
 * @self: a row
 *
 * Returns: the lower edge of its em boxes, mm
 */
double
cw_found_row_get_em_bottom (CwFound *found, const CwFoundRow *self)
{
  return cw_found_row_get_centre (found, self) + self->size * MM_PER_PT / 2;
}

/**
 * cw_found_row_get_box:
 * @self: a row
 *
 * Returns: what it covers on the sheet, mm
 */
CwBox
cw_found_row_get_box (const CwFoundRow *self)
{
  CwBox box = CW_BOX_EMPTY;

  for (guint i = 0; i < self->n_chars; i++)
    cw_box_unite (&box, &cw_found_row_get_char (self, i)->box);
  return box;
}

/**
 * cw_found_row_get_ink:
 * @self: a row
 *
 * Returns: what it blackens, mm; empty if nothing of it is printed
 */
CwBox
cw_found_row_get_ink (const CwFoundRow *self)
{
  CwBox box = CW_BOX_EMPTY;

  for (guint i = 0; i < self->n_chars; i++)
    cw_box_unite (&box, &cw_found_row_get_char (self, i)->ink);
  return box;
}
