/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-verification-private.h"

#include "check/roles/cw-find.h"
#include "check/rules/cw-check-copies.h"
#include "check/rules/cw-check-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

G_DEFINE_FINAL_TYPE (CwVerification, cw_verification, G_TYPE_OBJECT)

/**
 * cw_verify_place_clear:
 * @self: a place
 *
 * Frees what it holds.
 */
void
cw_verify_place_clear (CwVerifyPlace *self)
{
  g_clear_pointer (&self->what, g_free);
  g_clear_pointer (&self->expected, g_free);
  g_clear_pointer (&self->found, g_free);
}

/**
 * cw_verify_place_copy:
 * @self: (out caller-allocates): where to
 * @other: a place
 *
 * Makes a copy that holds its own words.
 */
void
cw_verify_place_copy (CwVerifyPlace *self, const CwVerifyPlace *other)
{
  *self = *other;
  self->what = g_strdup (other->what);
  self->expected = g_strdup (other->expected);
  self->found = g_strdup (other->found);
}

static void
clear_row (CwVerifyRow *row)
{
  cw_verify_place_clear (&row->worst);
  g_free (row->remark);
  g_array_unref (row->faults);
}

static void
cw_verification_finalize (GObject *object)
{
  CwVerification *self = CW_VERIFICATION (object);

  for (guint i = 0; i < CW_N_CHECKS; i++)
    clear_row (&self->rows[i]);
  g_free (self->rows);
  g_clear_pointer (&self->measured, cw_measured_free);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (cw_verification_parent_class)->finalize (object);
}

static void
cw_verification_class_init (CwVerificationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_verification_finalize;
}

static void
clear_place (gpointer data)
{
  cw_verify_place_clear (data);
}

static void
cw_verification_init (CwVerification *self)
{
  g_mutex_init (&self->lock);
  self->rows = g_new0 (CwVerifyRow, CW_N_CHECKS);
  for (guint i = 0; i < CW_N_CHECKS; i++)
    {
      CwVerifyRow *row = &self->rows[i];

      row->id = cw_checks[i].id;
      row->clause = cw_checks[i].clause;
      row->rule = cw_checks[i].rule;
      row->what = _ (cw_checks[i].what);
      row->faults = g_array_new (FALSE, FALSE, sizeof (CwVerifyPlace));
      g_array_set_clear_func (row->faults, clear_place);
    }
}

/* --- what the paper keeps to --- */

static int
compare_lengths (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static double
get_median (GArray *lengths, double otherwise)
{
  if (lengths->len == 0)
    return otherwise;
  qsort (lengths->data, lengths->len, sizeof (double), compare_lengths);
  return g_array_index (lengths, double, lengths->len / 2);
}

static gboolean
is_text (const CwFoundRow *row)
{
  return row->part == CW_PART_BODY && row->turn == 0 && fabs (row->size - 16) < 1.6;
}

/* From line to line, most of the time. */
static double
measure_pitch (CwFound *found)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < found->rows->len; i++)
    {
      const CwFoundRow *above = cw_found_get_row (found, i - 1), *row = cw_found_get_row (found, i);
      double length = row->y - above->y;

      if (is_text (above) && is_text (row) && above->page == row->page && length > 5 && length < 18
          && cw_found_row_get_last_char (above)->font == cw_found_row_get_last_char (row)->font)
        g_array_append_val (lengths, length);
    }
  return get_median (lengths, CW_C_PITCH);
}

/* Adds the distances between the Han characters of a row. */
static void
add_distances (GArray *lengths, const CwFoundRow *row)
{
  for (guint i = 1; i < row->n_chars; i++)
    {
      const CwMeasuredChar *a = cw_found_row_get_char (row, i - 1),
                           *b = cw_found_row_get_char (row, i);
      double length = b->x - a->x;

      if (cw_find_is_han (a->ch) && cw_find_is_han (b->ch))
        g_array_append_val (lengths, length);
    }
}

/* From character to character: one of the pitches that R23 allows, or the usual one. It is told by
 * the last lines of paragraphs, for justification alters all others. */
static double
measure_cell (CwFound *found)
{
  static const double adjusted[] = { CW_C_WIDTH / 27, CW_C_WIDTH / 29 };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) closing = g_array_new (FALSE, FALSE, sizeof (double));
  double median;

  for (guint i = 0; i < found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (found, i);

      if (is_text (row))
        add_distances (all, row);
      if (is_text (row) && row->closes)
        add_distances (closing, row);
    }
  median = get_median (closing->len > 0 ? closing : all, CW_C_CELL);
  for (guint i = 0; i < G_N_ELEMENTS (adjusted); i++)
    if (fabs (median - adjusted[i]) < 0.012)
      return adjusted[i];
  return CW_C_CELL;
}

static void
run_checks (CwVerification *self, CwFound *found, const CwVerifyOptions *options, GPtrArray *copies)
{
  CwJudge judge = { found, options, NULL, measure_pitch (found), measure_cell (found) };

  for (guint i = 0; i < CW_N_CHECKS; i++)
    {
      judge.row = &self->rows[i];
      if (cw_checks[i].check != NULL)
        cw_checks[i].check (&judge);
      else if (copies != NULL)
        cw_check_copies (&judge, copies);
    }
}

static CwVerification *
verify (CwMeasured *measured, CwFound *found, const CwVerifyOptions *options, GPtrArray *copies)
{
  CwVerification *self = g_object_new (CW_TYPE_VERIFICATION, NULL);
  CwVerifyOptions usual;

  cw_verify_options_init (&usual);
  self->measured = measured;
  self->format = found->format;
  self->n_pages = measured->pages->len;
  run_checks (self, found, options != NULL ? options : &usual, copies);
  return self;
}

/**
 * cw_verify_bytes:
 * @pdf: the bytes of a PDF
 * @options: (nullable): what to measure against; %NULL for what the digest recommends
 * @cancellable: (nullable): to stop it
 * @error: return location for an error, a sentence for the user
 *
 * Reads a finished PDF back, finds out what paper it is and measures it against every check. Any
 * thread may do it.
 *
 * Returns: (transfer full) (nullable): how the checks ended, or %NULL with @error set if it cannot
 * be measured
 */
CwVerification *
cw_verify_bytes (GBytes *pdf,
                 const CwVerifyOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  CwMeasured *measured = cw_measured_new (pdf, cancellable, error);
  g_autoptr (CwFound) found = NULL;

  if (measured == NULL)
    return NULL;
  found = cw_found_new (measured);
  return verify (measured, found, options, NULL);
}

/**
 * cw_verify_copies:
 * @pdfs: (element-type GBytes): the numbered copies of one paper, in their order
 * @options: (nullable): what to measure against; %NULL for what the digest recommends
 * @cancellable: (nullable): to stop it
 * @error: return location for an error, a sentence for the user
 *
 * Measures the first copy against every check, and the others against it (C60).
 *
 * Returns: (transfer full) (nullable): how the checks ended, or %NULL with @error set if one of
 * them cannot be measured
 */
CwVerification *
cw_verify_copies (GPtrArray *pdfs,
                  const CwVerifyOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) measured
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_measured_free);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_found_free);

  g_return_val_if_fail (pdfs->len > 0, NULL);

  for (guint i = 0; i < pdfs->len; i++)
    {
      CwMeasured *copy = cw_measured_new (pdfs->pdata[i], cancellable, error);

      if (copy == NULL)
        return NULL;
      g_ptr_array_add (measured, copy);
      g_ptr_array_add (found, cw_found_new (copy));
    }
  return verify (g_ptr_array_steal_index (measured, 0), found->pdata[0], options, found);
}

/**
 * cw_verification_get_n_rows:
 * @self: a verification
 *
 * Returns: how many checks there are
 */
guint
cw_verification_get_n_rows (CwVerification *self)
{
  return CW_N_CHECKS;
}

/**
 * cw_verification_get_row:
 * @self: a verification
 * @row: from 0
 *
 * Returns: (transfer none): how that check ended
 */
const CwVerifyRow *
cw_verification_get_row (CwVerification *self, guint row)
{
  g_return_val_if_fail (row < CW_N_CHECKS, NULL);

  return &self->rows[row];
}

/**
 * cw_verification_get_format:
 * @self: a verification
 *
 * Returns: the format the paper was taken for
 */
CwFormat
cw_verification_get_format (CwVerification *self)
{
  return self->format;
}

/**
 * cw_verification_get_n_pages:
 * @self: a verification
 *
 * Returns: how many pages the PDF has
 */
guint
cw_verification_get_n_pages (CwVerification *self)
{
  return self->n_pages;
}

/**
 * cw_verification_count:
 * @self: a verification
 * @state: a state
 *
 * Returns: how many checks ended so
 */
guint
cw_verification_count (CwVerification *self, CwVerifyState state)
{
  guint n = 0;

  for (guint i = 0; i < CW_N_CHECKS; i++)
    n += self->rows[i].state == state;
  return n;
}

/**
 * cw_verification_is_right:
 * @self: a verification
 *
 * Returns: whether no check failed
 */
gboolean
cw_verification_is_right (CwVerification *self)
{
  return cw_verification_count (self, CW_VERIFY_FAILED) == 0;
}
