/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C60: the numbered copies of one paper. */

#include "cw-check-copies.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Copies are printed from one layout; more than this is another one, mm. */
#define SAME 0.05

static gboolean
is_same_row (const CwFoundRow *a, const CwFoundRow *b)
{
  if (a->part == CW_PART_COPY_NUMBER && b->part == CW_PART_COPY_NUMBER)
    return fabs (a->y - b->y) < SAME
           && fabs (cw_found_row_get_x (a) - cw_found_row_get_x (b)) < SAME;
  if (a->page->number != b->page->number || a->n_chars != b->n_chars
      || !g_str_equal (a->text, b->text))
    return FALSE;
  for (guint i = 0; i < a->n_chars; i++)
    {
      const CwMeasuredChar *c = cw_found_row_get_char (a, i), *d = cw_found_row_get_char (b, i);

      if (fabs (c->x - d->x) > SAME || fabs (c->y - d->y) > SAME || fabs (c->size - d->size) > SAME)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_same_shapes (CwMeasuredPage *a, CwMeasuredPage *b)
{
  if (a->marks->shapes->len != b->marks->shapes->len
      || a->marks->pictures->len != b->marks->pictures->len)
    return FALSE;
  for (guint i = 0; i < a->marks->shapes->len; i++)
    {
      const CwBox *c = &g_array_index (a->marks->shapes, CwShapeMark, i).box;
      const CwBox *d = &g_array_index (b->marks->shapes, CwShapeMark, i).box;

      if (fabs (c->left - d->left) > SAME || fabs (c->top - d->top) > SAME
          || fabs (c->right - d->right) > SAME || fabs (c->bottom - d->bottom) > SAME)
        return FALSE;
    }
  return TRUE;
}

/* The first row of @found that is another in @copy, or one that has none; NULL if all are the same.
 */
static const CwFoundRow *
find_difference (CwFound *found, CwFound *copy)
{
  for (guint i = 0; i < copy->rows->len; i++)
    if (i >= found->rows->len
        || !is_same_row (cw_found_get_row (found, i), cw_found_get_row (copy, i)))
      return cw_found_get_row (copy, i);
  return found->rows->len > copy->rows->len ? cw_found_get_row (found, copy->rows->len) : NULL;
}

static void
judge_copy (CwJudge *judge, CwFound *first, CwFound *copy, guint number)
{
  const CwFoundRow *other = find_difference (first, copy);
  guint n_pages = MIN (first->measured->pages->len, copy->measured->pages->len);
  CwMeasuredPage *page = cw_measured_page (copy->measured, 0);
  const CwFoundRow *at = cw_found_get_first (copy, CW_PART_COPY_NUMBER);
  g_autofree char *expected = g_strdup_printf ("%06u", number);

  cw_judge_count (judge, _ ("pages"), (int) first->measured->pages->len,
                  (int) copy->measured->pages->len, page,
                  (CwBox) { 0, 0, page->width, page->height });
  cw_judge_that (judge, other == NULL, _ ("the same text at the same place"),
                 other != NULL ? other->text : _ ("the same"), other != NULL ? other->page : page,
                 other != NULL ? cw_found_row_get_box (other)
                               : (CwBox) { 0, 0, page->width, page->height });
  for (guint i = 0; i < n_pages; i++)
    if (!has_same_shapes (cw_measured_page (first->measured, i),
                          cw_measured_page (copy->measured, i)))
      cw_judge_that (judge, FALSE, _ ("the same rules and pictures"), _ ("others"),
                     cw_measured_page (copy->measured, i),
                     (CwBox) { 0, 0, page->width, page->height });
  cw_judge_that (judge, at != NULL && g_str_equal (at->text, expected), expected,
                 at != NULL ? at->text : _ ("none"), page,
                 at != NULL ? cw_found_row_get_box (at) : (CwBox) { 28, 37, 60, 43 });
}

/**
 * cw_check_copies:
 * @judge: the check, of the first copy
 * @found: (element-type CwFound): all copies, in their order
 *
 * Puts that every copy is like the first but for its number, and that the numbers run on from 1.
 */
void
cw_check_copies (CwJudge *judge, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    judge_copy (judge, found->pdata[0], found->pdata[i], i + 1);
}
