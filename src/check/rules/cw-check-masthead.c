/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C10–C21: the masthead. */

#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const CwFoundPart corner[]
    = { CW_PART_COPY_NUMBER, CW_PART_CLASSIFICATION, CW_PART_URGENCY };

static const CwFoundRule *
get_rule (CwJudge *judge, guint i)
{
  return i < judge->found->red_rules->len ? &g_array_index (judge->found->red_rules, CwFoundRule, i)
                                          : NULL;
}

/* C10. Those there are stand on lines 1, 2, 3; in a letter under the first rule (R123). */
void
cw_check_corner (CwJudge *judge)
{
  const CwFoundRule *rule = get_rule (judge, 1);
  gboolean letter = judge->found->format == CW_FORMAT_LETTER;
  double first
      = letter && rule != NULL ? rule->box.bottom + CW_C_GAP + CW_C_EM / 2 : CW_C_FIRST_CENTRE;
  guint line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (corner); i++)
    {
      const CwFoundRow *row = cw_found_get_first (judge->found, corner[i]);

      if (row == NULL)
        continue;
      cw_judge_near (judge, _ ("middle of the line"), first + line++ * CW_C_PITCH, 0.35,
                     cw_found_row_get_centre (judge->found, row), row);
      cw_judge_near (judge, _ ("left edge"), cw_judge_get_left (judge, row->page), 0.5,
                     cw_found_row_get_x (row), row);
    }
}

static CwBox
get_mark_ink (CwJudge *judge)
{
  CwBox ink = CW_BOX_EMPTY;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      CwBox own = cw_found_row_get_ink (row);

      if (row->part == CW_PART_MARK)
        cw_box_unite (&ink, &own);
    }
  return ink;
}

static void
judge_mark_top (CwJudge *judge, double expected)
{
  const CwFoundRow *row = cw_found_get_first (judge->found, CW_PART_MARK);
  CwBox ink = get_mark_ink (judge);

  if (row != NULL && !cw_box_is_empty (&ink))
    cw_judge_near_at (judge, NULL, expected, 1.0, ink.top, row->page, ink);
}

/* C11 */
void
cw_check_mark_top (CwJudge *judge)
{
  if (judge->found->format == CW_FORMAT_GENERAL || judge->found->format == CW_FORMAT_MINUTES)
    judge_mark_top (judge, 72);
}

/* C12 */
void
cw_check_special_mark_top (CwJudge *judge)
{
  if (judge->found->format == CW_FORMAT_ORDER)
    judge_mark_top (judge, 57);
  else if (judge->found->format == CW_FORMAT_LETTER)
    judge_mark_top (judge, 30);
}

/* C13. In a letter of the sheet, or of the type area if that is how it is read (D12). */
void
cw_check_mark_centre (CwJudge *judge)
{
  const CwFoundRow *row = cw_found_get_first (judge->found, CW_PART_MARK);
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, expected, centre;

  if (row == NULL)
    return;
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *other = cw_found_get_row (judge->found, i);

      if (other->part != CW_PART_MARK)
        continue;
      left = MIN (left, cw_found_row_get_x (other));
      right = MAX (right, cw_found_row_get_end (other));
    }
  centre = (left + right) / 2;
  expected = cw_judge_get_left (judge, row->page) + CW_C_WIDTH / 2;
  if (judge->found->format == CW_FORMAT_LETTER && !judge->options->profile.rules_on_type_area
      && centre < expected - 0.5)
    expected = 105;
  cw_judge_near_at (judge, NULL, expected, 0.5, centre, row->page, get_mark_ink (judge));
}

static void
judge_red (CwJudge *judge, CwTint tint, CwMeasuredPage *page, CwBox box)
{
  g_autofree char *found
      = g_strdup_printf ("RGB %.0f,%.0f,%.0f", tint.red * 255, tint.green * 255, tint.blue * 255);

  cw_judge_that (judge, cw_tint_is_red (&tint), _ ("red"), found, page, box);
}

/* C14 */
void
cw_check_red (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      for (guint j = 0; j < row->n_chars && row->part == CW_PART_MARK; j++)
        judge_red (judge, cw_found_row_get_char (row, j)->tint, row->page,
                   cw_found_row_get_char (row, j)->box);
    }
  for (guint i = 0; i < judge->found->red_rules->len; i++)
    judge_red (judge, get_rule (judge, i)->tint, get_rule (judge, i)->page,
               get_rule (judge, i)->box);
}

/* The foot of the issuer mark: of its em boxes, or of its ink if that is where something else
 * counts from; the standard does not say which height is that of the mark. */
static double
get_mark_bottom (CwJudge *judge, double expected_gap, double em_top)
{
  double em = 0, ink = get_mark_ink (judge).bottom;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part == CW_PART_MARK)
        em = MAX (em, cw_found_row_get_em_bottom (judge->found, row));
    }
  return fabs (em_top - em - expected_gap) < fabs (em_top - ink - expected_gap) ? em : ink;
}

static const CwFoundRow *
get_first_head_row (CwJudge *judge)
{
  const CwFoundRow *number = cw_found_get_first (judge->found, CW_PART_NUMBER);
  const CwFoundRow *signers = cw_found_get_first (judge->found, CW_PART_SIGNERS);

  if (number == NULL || (signers != NULL && signers->y < number->y))
    return signers;
  return number;
}

/* C15. The first row below the issuer mark, signers before the number. */
void
cw_check_number_gap (CwJudge *judge)
{
  const CwFoundRow *row = get_first_head_row (judge),
                   *mark = cw_found_get_first (judge->found, CW_PART_MARK);
  CwFormat format = judge->found->format;
  double expected = 2 * CW_C_PITCH + (cw_judge_has_number_gap (judge) ? CW_C_GAP : 0);
  double top;

  if (row == NULL || mark == NULL || (format != CW_FORMAT_GENERAL && format != CW_FORMAT_MINUTES))
    return;
  top = cw_found_row_get_em_top (judge->found, row);
  cw_judge_near (judge, NULL, expected, 1.5, top - get_mark_bottom (judge, expected, top), row);
}

/* C16 */
void
cw_check_number_centre (CwJudge *judge)
{
  const CwFoundRow *row = cw_found_get_first (judge->found, CW_PART_NUMBER);
  CwFormat format = judge->found->format;

  if (row == NULL || cw_found_get_first (judge->found, CW_PART_SIGNERS) != NULL
      || format == CW_FORMAT_LETTER)
    return;
  cw_judge_near (judge, NULL, cw_judge_get_left (judge, row->page) + CW_C_WIDTH / 2, 0.3,
                 (cw_found_row_get_x (row) + cw_found_row_get_end (row)) / 2, row);
}

/* C17. Faces put their baselines differently; the middles of their characters are on one line
 * (R21). */
void
cw_check_upward_number (CwJudge *judge)
{
  const CwFoundRow *row = cw_found_get_first (judge->found, CW_PART_NUMBER);
  const CwFoundRow *signers = cw_found_get_last (judge->found, CW_PART_SIGNERS);

  if (row == NULL || signers == NULL)
    return;
  cw_judge_near (judge, _ ("left edge"), cw_judge_get_left (judge, row->page) + CW_C_CELL, 0.2,
                 cw_found_row_get_x (row), row);
  cw_judge_near (judge, _ ("below the last row of signers"), 0, 0.2,
                 cw_found_row_get_centre (judge->found, row)
                     - cw_found_row_get_centre (judge->found, signers),
                 row);
}

/* C18 */
void
cw_check_signer_end (CwJudge *judge)
{
  const CwFoundRow *first = cw_found_get_first (judge->found, CW_PART_SIGNERS);
  double end = -G_MAXDOUBLE;

  if (first == NULL)
    return;
  for (guint i = 0; i < judge->found->rows->len; i++)
    if (cw_found_get_row (judge->found, i)->part == CW_PART_SIGNERS)
      end = MAX (end, cw_found_row_get_end (cw_found_get_row (judge->found, i)));
  cw_judge_near_at (judge, NULL, cw_judge_get_right (judge, first->page) - CW_C_CELL, 0.2, end,
                    first->page, cw_judge_unite_rows (judge, CW_PART_SIGNERS, NULL));
}

/* The first character of a signer's name in a row: behind the label in the first. */
static guint
get_name_start (const CwFoundRow *row)
{
  for (guint i = 0; i < row->n_chars; i++)
    if (cw_found_row_get_char (row, i)->ch == 0xFF1A || cw_found_row_get_char (row, i)->ch == ':')
      return i + 1 < row->n_chars ? i + 1 : 0;
  return 0;
}

/* C19. A name fills three characters, and one is free between two (R48). */
void
cw_check_signer_rows (CwJudge *judge)
{
  double first_x = NAN;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      double x, names;

      if (row->part != CW_PART_SIGNERS)
        continue;
      x = cw_found_row_get_char (row, get_name_start (row))->x;
      names = round ((cw_found_row_get_end (row) - x + CW_C_CELL) / (4 * CW_C_CELL));
      if (isnan (first_x))
        first_x = x;
      cw_judge_between (judge, _ ("names in the row"), 0, 2, names, row->page,
                        cw_found_row_get_box (row));
      cw_judge_near (judge, _ ("first name from the one above"), 0, 0.1, x - first_x, row);
    }
}

/* The row next above the red rule: the number, or the organ and date of minutes (R135). */
static const CwFoundRow *
find_row_above (CwJudge *judge, const CwFoundRule *rule)
{
  const CwFoundRow *above = cw_found_get_last (judge->found, CW_PART_NUMBER);

  for (guint i = 0; above != NULL && i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      double bottom = cw_found_row_get_em_bottom (judge->found, row);

      if (row->page == rule->page && bottom < rule->box.top
          && bottom > cw_found_row_get_em_bottom (judge->found, above))
        above = row;
    }
  return above;
}

/* C20 */
void
cw_check_red_rule_gap (CwJudge *judge)
{
  const CwFoundRule *rule = get_rule (judge, 0);
  const CwFoundRow *number = rule != NULL ? find_row_above (judge, rule) : NULL;
  CwFormat format = judge->found->format;
  double gap;

  if (rule == NULL || number == NULL
      || (format != CW_FORMAT_GENERAL && format != CW_FORMAT_MINUTES))
    return;
  gap = rule->box.top - cw_found_row_get_em_bottom (judge->found, number);
  cw_judge_near_at (judge, NULL, 4.0, 0.3, gap, rule->page, rule->box);
}

/* C21 */
void
cw_check_red_rule_width (CwJudge *judge)
{
  const CwFoundRule *rule = get_rule (judge, 0);

  if (rule == NULL || judge->found->format == CW_FORMAT_LETTER)
    return;
  cw_judge_near_at (judge, _ ("length"), CW_C_WIDTH, 0.2, rule->box.right - rule->box.left,
                    rule->page, rule->box);
  cw_judge_near_at (judge, _ ("left end"), cw_judge_get_left (judge, rule->page), 0.2,
                    rule->box.left, rule->page, rule->box);
}
