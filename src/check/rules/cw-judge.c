/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Faults of one kind come in hundreds; nobody looks at more. */
#define MOST_FAULTS 48

/* Of the measures of coordinates in a PDF. */
#define ROUNDING 0.005

/* Takes the place over: it is the worst so far, or a fault, or both, or freed. */
static void
put (CwJudge *self, CwVerifyPlace *place, double off, gboolean right)
{
  CwVerifyRow *row = self->row;
  gboolean worst = row->n_measured == 0 || off > row->off;

  row->n_measured++;
  row->state = right && row->state != CW_VERIFY_FAILED ? CW_VERIFY_PASSED : CW_VERIFY_FAILED;
  if (worst)
    {
      cw_verify_place_clear (&row->worst);
      cw_verify_place_copy (&row->worst, place);
      row->off = off;
    }
  if (!right && row->n_faults++ < MOST_FAULTS)
    g_array_append_val (row->faults, *place);
  else
    cw_verify_place_clear (place);
}

static const char *
get_unit_name (const char *unit)
{
  if (g_str_equal (unit, "mm"))
    return _ ("mm");
  return g_str_equal (unit, "pt") ? _ ("pt") : "";
}

static void
judge_value (CwJudge *self,
             const char *what,
             double expected,
             double tolerance,
             double found,
             const char *unit,
             CwMeasuredPage *page,
             CwBox box)
{
  CwVerifyPlace place = { page->number, box, g_strdup (what) };
  double off = fabs (found - expected) / MAX (tolerance, 1e-3);

  place.expected = g_strdup_printf ("%.2f±%.2g %s", expected, tolerance, get_unit_name (unit));
  place.found = g_strdup_printf ("%.2f %s", found, get_unit_name (unit));
  place.expected_value = expected;
  place.tolerance = tolerance;
  place.found_value = found;
  place.unit = unit;
  put (self, &place, off, fabs (found - expected) <= tolerance + ROUNDING);
}

/**
 * cw_judge_near_at:
 * @self: a check
 * @what: what is measured
 * @expected: mm
 * @tolerance: mm
 * @found: mm
 * @page: where
 * @box: where on it
 *
 * Puts a length that should be @expected.
 */
void
cw_judge_near_at (CwJudge *self,
                  const char *what,
                  double expected,
                  double tolerance,
                  double found,
                  CwMeasuredPage *page,
                  CwBox box)
{
  judge_value (self, what, expected, tolerance, found, "mm", page, box);
}

/**
 * cw_judge_near:
 * @self: a check
 * @what: what is measured
 * @expected: mm
 * @tolerance: mm
 * @found: mm
 * @at: the row it is measured at
 *
 * Puts a length that should be @expected.
 */
void
cw_judge_near (CwJudge *self,
               const char *what,
               double expected,
               double tolerance,
               double found,
               const CwFoundRow *at)
{
  judge_value (self, what, expected, tolerance, found, "mm", at->page, cw_found_row_get_box (at));
}

/**
 * cw_judge_size:
 * @self: a check
 * @what: what is measured
 * @expected: pt
 * @tolerance: pt
 * @at: the row
 *
 * Puts the size of a row's characters.
 */
void
cw_judge_size (CwJudge *self,
               const char *what,
               double expected,
               double tolerance,
               const CwFoundRow *at)
{
  judge_value (self, what, expected, tolerance, at->size, "pt", at->page,
               cw_found_row_get_box (at));
}

/**
 * cw_judge_between:
 * @self: a check
 * @what: what is measured
 * @least: mm
 * @most: mm
 * @found: mm
 * @page: where
 * @box: where on it
 *
 * Puts a length that may be anything between two.
 */
void
cw_judge_between (CwJudge *self,
                  const char *what,
                  double least,
                  double most,
                  double found,
                  CwMeasuredPage *page,
                  CwBox box)
{
  CwVerifyPlace place = { page->number, box, g_strdup (what) };
  double half = (most - least) / 2;

  place.expected = g_strdup_printf ("%.2f–%.2f %s", least, most, _ ("mm"));
  place.found = g_strdup_printf ("%.2f %s", found, _ ("mm"));
  place.expected_value = least + half;
  place.tolerance = half;
  place.found_value = found;
  place.unit = "mm";
  put (self, &place, fabs (found - least - half) / MAX (half, 1e-3),
       found >= least - ROUNDING && found <= most + ROUNDING);
}

/**
 * cw_judge_count:
 * @self: a check
 * @what: what is counted
 * @expected: how many there should be
 * @found: how many there are
 * @page: where
 * @box: where on it
 *
 * Puts a number of things.
 */
void
cw_judge_count (CwJudge *self,
                const char *what,
                int expected,
                int found,
                CwMeasuredPage *page,
                CwBox box)
{
  CwVerifyPlace place = { page->number, box, g_strdup (what) };

  place.expected = g_strdup_printf ("%d", expected);
  place.found = g_strdup_printf ("%d", found);
  place.expected_value = expected;
  place.found_value = found;
  place.unit = "";
  put (self, &place, 2 * abs (expected - found), expected == found);
}

/**
 * cw_judge_that:
 * @self: a check
 * @right: whether it is so
 * @expected: what should be, for the user
 * @found: what is, for the user
 * @page: where
 * @box: where on it
 *
 * Puts something that is no number.
 */
void
cw_judge_that (CwJudge *self,
               gboolean right,
               const char *expected,
               const char *found,
               CwMeasuredPage *page,
               CwBox box)
{
  CwVerifyPlace place = { page->number, box };

  place.expected = g_strdup (expected);
  place.found = g_strdup (found);
  place.expected_value = NAN;
  place.found_value = NAN;
  place.unit = "";
  put (self, &place, right ? 0 : 1e6, right);
}

/**
 * cw_judge_remark:
 * @self: a check
 * @remark: for the user
 *
 * Says something besides; the first word stands.
 */
void
cw_judge_remark (CwJudge *self, const char *remark)
{
  if (self->row->remark == NULL)
    self->row->remark = g_strdup (remark);
}

/**
 * cw_judge_get_left:
 * @self: a check
 * @page: a page
 *
 * Returns: the left edge of its type area, mm (R5, R7)
 */
double
cw_judge_get_left (CwJudge *self, CwMeasuredPage *page)
{
  return self->options->profile.mirrored && page->number % 2 == 0 ? 26.0 : 28.0;
}

/**
 * cw_judge_get_right:
 * @self: a check
 * @page: a page
 *
 * Returns: the right edge of its type area, mm
 */
double
cw_judge_get_right (CwJudge *self, CwMeasuredPage *page)
{
  return cw_judge_get_left (self, page) + CW_C_WIDTH;
}

/**
 * cw_judge_get_last_end:
 * @row: a row
 *
 * Returns: where it ends, mm, a mark at its end counted as half an em (R144)
 */
double
cw_judge_get_last_end (const CwFoundRow *row)
{
  const CwMeasuredChar *last = cw_found_row_get_last_char (row);

  return cw_find_is_mark (last->ch) ? last->x + last->size * CW_MM_PER_PT / 2 : last->end;
}

/**
 * cw_judge_unite_rows:
 * @self: a check
 * @part: a part of the paper itself
 * @page: (nullable): only on that page
 *
 * Returns: what all its rows cover, mm
 */
CwBox
cw_judge_unite_rows (CwJudge *self, CwFoundPart part, CwMeasuredPage *page)
{
  CwBox box = CW_BOX_EMPTY;

  for (guint i = 0; i < self->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self->found, i);
      CwBox own = cw_found_row_get_box (row);

      if (row->part == part && row->attachment == 0 && (page == NULL || row->page == page))
        cw_box_unite (&box, &own);
    }
  return box;
}

/**
 * cw_judge_has_number_gap:
 * @self: a check
 *
 * Returns: whether “two blank lines below the issuer mark” begin after the mark line's own gap (D5,
 *   reading A), as the digest recommends
 */
gboolean
cw_judge_has_number_gap (CwJudge *self)
{
  return !self->options->profile.tight_number;
}

/**
 * cw_judge_get_number_height:
 * @self: a check
 *
 * Returns: where the stroke of a page number's dash should be, mm (R105, D4)
 */
double
cw_judge_get_number_height (CwJudge *self)
{
  /* Read as its box, the stroke is half a character lower. */
  return self->options->profile.dash_is_box ? 271.5 : 269.0;
}

/**
 * cw_judge_get_pitch:
 * @self: a check
 *
 * Returns: from line to line as it should be, mm: by the profile, or as R23 lets the whole text be
 *   adjusted if it is
 */
double
cw_judge_get_pitch (CwJudge *self)
{
  static const double adjusted[] = { 10.971, 9.974, 9.540 };

  for (guint i = 0; i < G_N_ELEMENTS (adjusted); i++)
    if (fabs (self->pitch - adjusted[i]) < 0.05)
      return adjusted[i];
  return self->options->profile.line_pitch > 0 ? self->options->profile.line_pitch * CW_MM_PER_PT
                                               : CW_C_PITCH;
}
