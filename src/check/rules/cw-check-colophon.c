/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C36–C40, C44: attachments' heads and the colophon. */

#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Seen along a turned page its type area begins 35 mm from the foot of the sheet and as far from
 * its left edge as the binding margin is (R114). */
static double
get_frame_left (CwJudge *judge, const CwFoundRow *row)
{
  return row->turn == 1 ? 35.0 : cw_judge_get_left (judge, row->page);
}

static double
get_frame_top (CwJudge *judge, const CwFoundRow *row)
{
  return row->turn == 1 ? cw_judge_get_left (judge, row->page) : CW_C_TOP;
}

static gboolean
is_hei (const char *font)
{
  static const char *const names[] = { "Hei", "黑", "Sans", "Gothic" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (font, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* C36. The third line is another where the whole text has another pitch (R23). */
void
cw_check_attachment_head (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      const CwFoundRow *next = i + 1 < judge->found->rows->len ? row + 1 : NULL;
      double top = get_frame_top (judge, row);
      const char *font;

      if (row->part != CW_PART_ATTACHMENT_HEAD)
        continue;
      font = cw_found_row_get_char (row, 0)->font;
      cw_judge_near (judge, _ ("upper edge"), top, 1, cw_found_row_get_em_top (judge->found, row),
                     row);
      cw_judge_near (judge, _ ("left edge"), get_frame_left (judge, row), 0.5,
                     cw_found_row_get_x (row), row);
      cw_judge_size (judge, _ ("size"), 16, 0.3, row);
      cw_judge_that (judge, is_hei (font), "黑体", font, row->page, cw_found_row_get_box (row));
      if (next != NULL && next->part == CW_PART_ATTACHMENT_TITLE)
        cw_judge_near (judge, _ ("middle of the title’s first line"),
                       top + 2 * cw_judge_get_pitch (judge) + CW_C_EM / 2, 1,
                       cw_found_row_get_centre (judge->found, next), next);
    }
}

static const CwFoundRule *
get_rule (CwJudge *judge, guint i)
{
  return &g_array_index (judge->found->colophon_rules, CwFoundRule, i);
}

static void
judge_rule (CwJudge *judge, const CwFoundRule *rule, double thickness)
{
  cw_judge_near_at (judge, _ ("thickness"), thickness, 0.05, rule->box.bottom - rule->box.top,
                    rule->page, rule->box);
}

/* C37, and the first rule, which is as thick */
void
cw_check_last_rule (CwJudge *judge)
{
  guint n = judge->found->colophon_rules->len;

  if (n == 0 || judge->found->format == CW_FORMAT_LETTER)
    return;
  cw_judge_near_at (judge, _ ("lower edge"), CW_C_BOTTOM, 0.2, get_rule (judge, n - 1)->box.bottom,
                    get_rule (judge, n - 1)->page, get_rule (judge, n - 1)->box);
  for (guint i = 0; i < n; i++)
    cw_judge_near_at (judge, _ ("length"), CW_C_WIDTH, 0.2,
                      get_rule (judge, i)->box.right - get_rule (judge, i)->box.left,
                      get_rule (judge, i)->page, get_rule (judge, i)->box);
  judge_rule (judge, get_rule (judge, 0), 0.35);
  judge_rule (judge, get_rule (judge, n - 1), 0.35);
}

/* How many rules lie between two rows. */
static int
count_between (CwJudge *judge, const CwFoundRow *above, const CwFoundRow *below)
{
  int n = 0;

  for (guint i = 0; i < judge->found->colophon_rules->len; i++)
    n += get_rule (judge, i)->box.top > above->y - 3 && get_rule (judge, i)->box.bottom < below->y;
  return n;
}

static gboolean
is_printing (const CwFoundRow *row)
{
  return cw_find_matches (row->text, "印发$");
}

static gboolean
is_recipients (const CwFoundRow *row)
{
  return cw_find_matches (row->text, "^(主送|抄送|抄报|分送|报|送|发)[：:]");
}

/* C38. A rule between recipients and printing office, and before what follows it (R100); none
 * between addressees and copy recipients, or within one element. */
void
cw_check_middle_rules (CwJudge *judge)
{
  const CwFoundRow *above = NULL;
  guint n = judge->found->colophon_rules->len;

  if (n == 0 || judge->found->format == CW_FORMAT_LETTER)
    return;
  for (guint i = 1; i + 1 < n; i++)
    judge_rule (judge, get_rule (judge, i), 0.25);
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part != CW_PART_COLOPHON)
        continue;
      if (above != NULL && judge->found->format != CW_FORMAT_BULLETIN)
        cw_judge_count (judge, _ ("rules above the row"), is_printing (row) || is_printing (above),
                        count_between (judge, above, row), row->page, cw_found_row_get_box (row));
      above = row;
    }
}

static void
judge_colophon_row (CwJudge *judge, const CwFoundRow *row, gboolean wrapped)
{
  double left = cw_judge_get_left (judge, row->page), right = cw_judge_get_right (judge, row->page);
  double inset = wrapped ? 4 * CW_C_SMALL_EM : CW_C_SMALL_EM;

  cw_judge_size (judge, _ ("size"), 14, 0.1, row);
  if (cw_find_is_han (cw_found_row_get_char (row, 0)->ch))
    cw_judge_near (judge, wrapped ? _ ("next line’s left edge") : _ ("left edge"), left + inset,
                   0.2, cw_found_row_get_x (row), row);
  if (is_printing (row))
    cw_judge_near (judge, _ ("right end"), right - CW_C_SMALL_EM, 0.2, cw_found_row_get_end (row),
                   row);
}

/* C39 */
void
cw_check_colophon_text (CwJudge *judge)
{
  gboolean within = FALSE;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part != CW_PART_COLOPHON || judge->found->format == CW_FORMAT_BULLETIN)
        continue;
      /* Copies and the like stand at the right, one character in. */
      if (!cw_find_matches (row->text, "^共印"))
        judge_colophon_row (judge, row, within && !is_recipients (row) && !is_printing (row));
      within = within || is_recipients (row);
      if (is_printing (row))
        within = FALSE;
    }
}

/* C40. Of a letter only that it is last (R127). */
void
cw_check_colophon_page (CwJudge *judge)
{
  const CwFoundRow *row = cw_found_get_first (judge->found, CW_PART_COLOPHON);
  guint n_pages = judge->found->measured->pages->len;
  g_autofree char *found = NULL;
  gboolean even;

  if (row == NULL)
    return;
  even = row->page->number % 2 == 0 || judge->options->profile.odd_colophon
         || judge->found->format == CW_FORMAT_LETTER || judge->found->format == CW_FORMAT_BULLETIN;
  found = g_strdup_printf (_ ("page %u of %u"), row->page->number, n_pages);
  cw_judge_that (judge, row->page->number == n_pages && even,
                 judge->options->profile.odd_colophon ? _ ("last page")
                                                      : _ ("last page, an even one"),
                 found, row->page, cw_judge_unite_rows (judge, CW_PART_COLOPHON, NULL));
}

static gboolean
has_number (CwJudge *judge, CwMeasuredPage *page)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    if (cw_found_get_row (judge->found, i)->page == page
        && cw_found_get_row (judge->found, i)->part == CW_PART_PAGE_NUMBER)
      return TRUE;
  return FALSE;
}

/* Nothing but perhaps a page number. */
static gboolean
is_blank (CwJudge *judge, CwMeasuredPage *page)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    if (cw_found_get_row (judge->found, i)->page == page
        && cw_found_get_row (judge->found, i)->part != CW_PART_PAGE_NUMBER)
      return FALSE;
  return page->marks->pictures->len == 0 && page->marks->shapes->len == 0;
}

/* C44 */
void
cw_check_blank_pages (CwJudge *judge)
{
  const CwFoundRow *colophon = cw_found_get_first (judge->found, CW_PART_COLOPHON);
  guint n_blank = 0;

  if (colophon == NULL || judge->found->format == CW_FORMAT_LETTER)
    return;
  for (guint i = 0; i < judge->found->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (judge->found->measured, i);
      CwBox foot = { 26, CW_C_BOTTOM, 184, 276 };

      if (is_blank (judge, page))
        {
          n_blank++;
          cw_judge_that (judge, !has_number (judge, page), _ ("no number on a blank page"),
                         has_number (judge, page) ? _ ("a page number") : _ ("none"), page, foot);
        }
      else if (page == colophon->page)
        cw_judge_that (judge, has_number (judge, page) == (n_blank == 0),
                       n_blank > 0 ? _ ("no number after blank pages") : _ ("page number"),
                       has_number (judge, page) ? _ ("a page number") : _ ("none"), page, foot);
    }
}
