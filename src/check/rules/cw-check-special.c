/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C45–C50: letters, orders and minutes. */

#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_letter (CwJudge *judge)
{
  return judge->found->format == CW_FORMAT_LETTER;
}

/* The rules of a letter's head (or of its foot) as one box; how many there are. */
static guint
get_pair (CwJudge *judge,
          gboolean foot,
          CwBox *box,
          double *first_thickness,
          double *last_thickness)
{
  guint n = 0;

  *box = CW_BOX_EMPTY;
  for (guint i = 0; i < judge->found->red_rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (judge->found->red_rules, CwFoundRule, i);

      if ((rule->box.top > 200) != foot)
        continue;
      cw_box_unite (box, &rule->box);
      *last_thickness = rule->box.bottom - rule->box.top;
      if (n++ == 0)
        *first_thickness = *last_thickness;
    }
  return n;
}

static void
judge_lengths (CwJudge *judge, gboolean foot)
{
  for (guint i = 0; i < judge->found->red_rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (judge->found->red_rules, CwFoundRule, i);

      if ((rule->box.top > 200) == foot)
        cw_judge_near_at (judge, _ ("length"), 170, 0.3, rule->box.right - rule->box.left,
                          rule->page, rule->box);
    }
}

static void
judge_pair (CwJudge *judge, gboolean foot)
{
  CwMeasuredPage *page = cw_measured_page (judge->found->measured, 0);
  double first = 0, last = 0, middle = judge->options->profile.rules_on_type_area ? 106 : 105;
  CwBox box;
  guint n = get_pair (judge, foot, &box, &first, &last);

  cw_judge_count (judge, foot ? _ ("rules at the foot") : _ ("rules at the head"), 2, (int) n, page,
                  n > 0 ? box : (CwBox) { 20, foot ? 270 : 40, 190, foot ? 280 : 60 });
  if (n == 0)
    return;
  judge_lengths (judge, foot);
  cw_judge_near_at (judge, _ ("middle"), middle, 0.3, (box.left + box.right) / 2, page, box);
  if (n == 2)
    cw_judge_that (judge, foot ? first < last : first > last,
                   foot ? _ ("thin over thick") : _ ("thick over thin"),
                   first < last ? _ ("thin over thick") : _ ("thick over thin"), page, box);
}

/* C45. 4 mm below the mark, whose foot is that of its em boxes or of its ink. */
void
cw_check_letter_rules (CwJudge *judge)
{
  CwMeasuredPage *page = cw_measured_page (judge->found->measured, 0);
  const CwFoundRow *mark = cw_found_get_first (judge->found, CW_PART_MARK);
  double first, last, em, ink;
  CwBox box;

  if (!is_letter (judge))
    return;
  judge_pair (judge, FALSE);
  judge_pair (judge, TRUE);
  if (mark != NULL && get_pair (judge, FALSE, &box, &first, &last) > 0)
    {
      em = box.top - cw_found_row_get_em_bottom (judge->found, mark);
      ink = box.top - cw_found_row_get_ink (mark).bottom;
      cw_judge_near_at (judge, _ ("below the issuer mark"), 4, 0.3,
                        fabs (em - 4) < fabs (ink - 4) ? em : ink, page, box);
    }
  if (get_pair (judge, TRUE, &box, &first, &last) > 0)
    cw_judge_near_at (judge, _ ("lower edge"), 277, 0.3, box.bottom, page, box);
}

/* C46 */
void
cw_check_letter_number (CwJudge *judge)
{
  const CwFoundRow *row = cw_found_get_first (judge->found, CW_PART_NUMBER);
  double first, last;
  CwBox box;

  if (!is_letter (judge) || row == NULL)
    return;
  cw_judge_near (judge, _ ("right end"), cw_judge_get_right (judge, row->page), 0.3,
                 cw_found_row_get_end (row), row);
  if (get_pair (judge, FALSE, &box, &first, &last) > 0)
    cw_judge_near (judge, _ ("below the rules"), CW_C_GAP, 0.3,
                   cw_found_row_get_em_top (judge->found, row) - box.bottom, row);
}

/* C47. The one line more that a first page may have ends a third of a millimetre lower than R126
 * says if it stands on the grid. */
void
cw_check_letter_page (CwJudge *judge)
{
  double lowest = 0;
  const CwFoundRow *at = NULL;

  for (guint i = 0; i < judge->found->rows->len && is_letter (judge); i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->page->number != 1 || row->turn != 0)
        continue;
      if (row->part == CW_PART_PAGE_NUMBER)
        cw_judge_that (judge, FALSE, _ ("no page number"), row->text, row->page,
                       cw_found_row_get_box (row));
      else if (cw_found_row_get_em_bottom (judge->found, row) > lowest)
        {
          lowest = cw_found_row_get_em_bottom (judge->found, row);
          at = row;
        }
    }
  if (at != NULL)
    cw_judge_between (judge, _ ("lowest text"), 0, 272.12 + 0.35, lowest, at->page,
                      cw_found_row_get_box (at));
  for (guint i = 0; i < judge->found->rules->len && is_letter (judge); i++)
    {
      const CwFoundRule *rule = &g_array_index (judge->found->rules, CwFoundRule, i);

      if (rule->page->number > 1 && cw_tint_is_reddish (&rule->tint)
          && rule->box.right - rule->box.left > 100)
        cw_judge_that (judge, FALSE, _ ("rules on the first page only"), _ ("a red rule"),
                       rule->page, rule->box);
    }
}

/* C48 */
void
cw_check_letter_colophon (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len && is_letter (judge); i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part != CW_PART_COLOPHON)
        continue;
      cw_judge_between (judge, _ ("lower edge"), 0, CW_C_BOTTOM + 0.3,
                        cw_found_row_get_em_bottom (judge->found, row), row->page,
                        cw_found_row_get_box (row));
      cw_judge_that (judge, !cw_find_matches (row->text, "印发$"),
                     _ ("no printing office and date"), row->text, row->page,
                     cw_found_row_get_box (row));
    }
  for (guint i = 0; i < judge->found->colophon_rules->len && is_letter (judge); i++)
    {
      const CwFoundRule *rule = &g_array_index (judge->found->colophon_rules, CwFoundRule, i);

      cw_judge_that (judge, FALSE, _ ("no rules"), _ ("a rule"), rule->page, rule->box);
    }
}

/* C49 */
void
cw_check_order (CwJudge *judge)
{
  const CwFoundRow *number = cw_found_get_first (judge->found, CW_PART_NUMBER);
  const CwFoundRow *mark = cw_found_get_last (judge->found, CW_PART_MARK);
  const CwFoundRow *body = cw_found_get_first (judge->found, CW_PART_BODY);
  double expected = 2 * CW_C_PITCH + (cw_judge_has_number_gap (judge) ? CW_C_GAP : 0);

  if (judge->found->format != CW_FORMAT_ORDER || number == NULL)
    return;
  if (mark != NULL)
    {
      double top = cw_found_row_get_em_top (judge->found, number);
      double em = top - cw_found_row_get_em_bottom (judge->found, mark),
             ink = top - cw_found_row_get_ink (mark).bottom;

      cw_judge_near (judge, _ ("number below the issuer mark"), expected, 1.5,
                     fabs (em - expected) < fabs (ink - expected) ? em : ink, number);
    }
  if (body != NULL && body->page == number->page)
    cw_judge_near (judge, _ ("text below the number"), expected, 1.5,
                   cw_found_row_get_em_top (judge->found, body)
                       - cw_found_row_get_em_bottom (judge->found, number),
                   body);
}

static gboolean
is_hei (const char *font)
{
  return strstr (font, "Hei") != NULL || strstr (font, "黑") != NULL
         || strstr (font, "Sans") != NULL || strstr (font, "Gothic") != NULL;
}

/* C50 */
void
cw_check_attendees (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      gboolean label = cw_find_matches (row->text, "^(出席|请假|列席|缺席)");
      const CwMeasuredChar *c = cw_found_row_get_char (row, 0);

      if (row->part != CW_PART_ATTENDEES)
        continue;
      if (cw_find_is_han (c->ch))
        cw_judge_near (judge, label ? _ ("left edge") : _ ("next line’s left edge"),
                       cw_judge_get_left (judge, row->page) + (label ? 2 : 5) * judge->cell, 0.1,
                       c->x, row);
      if (label)
        cw_judge_that (judge, is_hei (c->font), "黑体", c->font, row->page,
                       cw_found_row_get_box (row));
    }
  for (guint i = 0; i < judge->found->seals->len && judge->found->format == CW_FORMAT_MINUTES; i++)
    {
      const CwFoundRule *seal = &g_array_index (judge->found->seals, CwFoundRule, i);

      cw_judge_that (judge, FALSE, _ ("no seal on minutes"), _ ("a seal"), seal->page, seal->box);
    }
}
