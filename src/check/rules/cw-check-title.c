/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C22–C28: title, addressees, first page, attachment list. */

#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* C22. Below the rule, or in a letter below the lowest row of the head (R125), whose own gap comes
 * first. */
void
cw_check_title_gap (CwJudge *judge)
{
  const CwFoundRow *title = cw_found_get_first (judge->found, CW_PART_TITLE);
  CwFormat format = judge->found->format;
  double above = 0;

  if (title == NULL || judge->found->red_rules->len == 0)
    return;
  if (format == CW_FORMAT_GENERAL || format == CW_FORMAT_MINUTES)
    above = g_array_index (judge->found->red_rules, CwFoundRule, 0).box.bottom;
  for (guint i = 0; i < judge->found->rows->len && format == CW_FORMAT_LETTER; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part == CW_PART_NUMBER
          || (row->part >= CW_PART_COPY_NUMBER && row->part <= CW_PART_URGENCY))
        above = MAX (above, cw_found_row_get_em_bottom (judge->found, row));
    }
  if (above > 0)
    cw_judge_between (judge, NULL, 20.90 - 1,
                      20.90 + 5 + (format == CW_FORMAT_LETTER ? CW_C_GAP : 0),
                      cw_found_row_get_em_top (judge->found, title) - above, title->page,
                      cw_found_row_get_box (title));
}

static gboolean
is_title (const CwFoundRow *row)
{
  return row->part == CW_PART_TITLE && row->turn == 0;
}

/* C23. A mark at the end gives up half its cell (R144); one at the beginning may too. */
void
cw_check_title_centre (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      double slack = 0.3;

      if (!is_title (row))
        continue;
      if (cw_find_is_mark (cw_found_row_get_char (row, 0)->ch))
        slack += row->size * CW_MM_PER_PT / 4;
      cw_judge_near (judge, _ ("centre"), cw_judge_get_left (judge, row->page) + CW_C_WIDTH / 2,
                     slack, (cw_found_row_get_x (row) + cw_judge_get_last_end (row)) / 2, row);
      cw_judge_size (judge, _ ("size"), 22, 0.3, row);
    }
}

/* Widths of the lines of a title, in characters. */
static guint
collect_widths (CwJudge *judge, double *widths, guint most)
{
  guint n = 0;

  for (guint i = 0; i < judge->found->rows->len && n < most; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (is_title (row))
        widths[n++]
            = (cw_judge_get_last_end (row) - cw_found_row_get_x (row)) / (row->size * CW_MM_PER_PT);
    }
  return n;
}

/* Narrower lines between wider ones: an hourglass. */
static gboolean
has_waist (const double *widths, guint n)
{
  gboolean falling = FALSE;

  for (guint i = 1; i < n; i++)
    {
      if (falling && widths[i] > widths[i - 1] + 0.5)
        return TRUE;
      falling = falling || widths[i] < widths[i - 1] - 0.5;
    }
  return FALSE;
}

static gboolean
is_block (const double *widths, guint n)
{
  for (guint i = 1; i < n; i++)
    if (fabs (widths[i] - widths[0]) > 0.5)
      return FALSE;
  return n > 2;
}

/* C24 */
void
cw_check_title_shape (CwJudge *judge)
{
  double widths[16];
  guint n = collect_widths (judge, widths, G_N_ELEMENTS (widths));
  const CwFoundRow *title = cw_found_get_first (judge->found, CW_PART_TITLE);
  CwBox box = cw_judge_unite_rows (judge, CW_PART_TITLE, NULL);
  const char *found;

  if (n == 0)
    return;
  found = has_waist (widths, n)  ? _ ("hourglass")
          : is_block (widths, n) ? _ ("rectangle")
                                 : _ ("good shape");
  cw_judge_that (judge, !has_waist (widths, n) && !is_block (widths, n), _ ("trapezium or rhombus"),
                 found, title->page, box);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *width = g_strdup_printf (_ ("%.1f characters"), widths[i]);

      cw_judge_that (judge, widths[i] <= 18.6, _ ("at most 18 characters a line"), width,
                     title->page, box);
    }
}

/* C25. With another line pitch the gap between the lines of a title is another too. */
void
cw_check_title_pitch (CwJudge *judge)
{
  double em = 22 * CW_MM_PER_PT, adjusted = em + cw_judge_get_pitch (judge) - CW_C_EM;

  for (guint i = 1; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *above = cw_found_get_row (judge->found, i - 1),
                       *row = cw_found_get_row (judge->found, i);

      if (row->part == above->part && (is_title (row) || row->part == CW_PART_ATTACHMENT_TITLE)
          && row->attachment == above->attachment && row->turn == above->turn)
        cw_judge_near (judge, NULL, fabs (row->y - above->y - 12.64) <= 0.4 ? 12.64 : adjusted, 0.4,
                       row->y - above->y, row);
    }
}

/* C26. Without addressees the text stands in their place (R58). */
void
cw_check_addressees (CwJudge *judge)
{
  const CwFoundRow *title = cw_found_get_last (judge->found, CW_PART_TITLE);
  const CwFoundRow *row = cw_found_get_first (judge->found, CW_PART_ADDRESSEES);
  const CwFoundRow *body = cw_found_get_first (judge->found, CW_PART_BODY);
  const CwFoundRow *next = row != NULL ? row : body;
  double pitch = cw_judge_get_pitch (judge), gap = MIN (15.33, 2 * pitch - CW_C_EM);

  if (row != NULL)
    cw_judge_near (judge, _ ("left edge"), cw_judge_get_left (judge, row->page), 0.5,
                   cw_found_row_get_x (row), row);
  if (title == NULL || next == NULL || next->page != title->page || next->turn != 0
      || cw_found_get_first (judge->found, CW_PART_SUBTITLE) != NULL)
    return;
  cw_judge_between (judge, _ ("below the title"), gap - 1, 15.33 + CW_C_PITCH + 0.5,
                    cw_found_row_get_em_top (judge->found, next)
                        - cw_found_row_get_em_bottom (judge->found, title),
                    next->page, cw_found_row_get_box (next));
}

/* C27 */
void
cw_check_body_on_first (CwJudge *judge)
{
  CwMeasuredPage *page = cw_measured_page (judge->found->measured, 0);
  guint n = 0;
  g_autofree char *found = NULL;

  if (cw_found_get_first (judge->found, CW_PART_BODY) == NULL)
    return;
  for (guint i = 0; i < judge->found->rows->len; i++)
    n += cw_found_get_row (judge->found, i)->page == page
         && cw_found_get_row (judge->found, i)->part == CW_PART_BODY;
  found = g_strdup_printf (ngettext ("%u line", "%u lines", n), n);
  cw_judge_that (judge, n > 0, _ ("at least one line of the text"), found, page,
                 (CwBox) { 26, CW_C_TOP, 184, CW_C_BOTTOM });
}

/* --- attachment list --- */

/* Where the name begins in a row: behind 附件： and the number; 0 if it goes on from the row above.
 */
static guint
get_name_start (const CwFoundRow *row, gboolean *numbered)
{
  guint i = 0;

  *numbered = FALSE;
  if (g_str_has_prefix (row->text, "附件"))
    for (i = 2;
         i < row->n_chars && g_utf8_strchr ("：:", -1, cw_found_row_get_char (row, i)->ch) != NULL;
         i++)
      ;
  if (!cw_find_matches (row->text, "^(附件[：:])?[0-9]{1,2}[.．、]"))
    return i;
  while (i < row->n_chars && g_unichar_isdigit (cw_found_row_get_char (row, i)->ch))
    i++;
  *numbered = TRUE;
  return i + 1 < row->n_chars ? i + 1 : i;
}

static const CwFoundRow *
get_row_before (CwJudge *judge, const CwFoundRow *row)
{
  guint i = (guint) (row - cw_found_get_row (judge->found, 0));

  while (i > 0 && cw_found_get_row (judge->found, i - 1)->part == CW_PART_PAGE_NUMBER)
    i--;
  return i > 0 ? cw_found_get_row (judge->found, i - 1) : NULL;
}

/* Cells from the left edge to the names: the longest number has whole half cells to itself, and the
 * points of the others stand under its own (R67). */
static double
get_names_column (CwJudge *judge)
{
  guint widest = 1;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part == CW_PART_ATTACHMENT_LIST
          && cw_find_matches (row->text, "^(附件[：:])?[0-9]{2}[.．、]"))
        widest = 2;
    }
  return 5.5 + 0.5 * widest;
}

static void
judge_list_row (CwJudge *judge, const CwFoundRow *row, const CwFoundRow *next, gboolean *numbered)
{
  gboolean own_number;
  guint start = get_name_start (row, &own_number);
  double left = cw_judge_get_left (judge, row->page);
  const CwMeasuredChar *c = cw_found_row_get_char (row, start),
                       *last = cw_found_row_get_last_char (row);
  gboolean first = start > 0, ends = next == NULL || get_name_start (next, &own_number) > 0;

  get_name_start (row, &own_number);
  *numbered = first ? own_number : *numbered;
  if (cw_find_is_han (c->ch))
    cw_judge_near (judge, first ? _ ("name") : _ ("name’s next line"),
                   left + (*numbered ? get_names_column (judge) : 5) * judge->cell, 0.1, c->x, row);
  if (ends)
    cw_judge_that (
        judge, !cw_find_is_mark (last->ch) || g_utf8_strchr ("）”》", -1, last->ch) != NULL,
        _ ("no punctuation after the name"), row->text, row->page, cw_found_row_get_box (row));
}

/* C28 */
void
cw_check_attachment_list (CwJudge *judge)
{
  const CwFoundRow *first = cw_found_get_first (judge->found, CW_PART_ATTACHMENT_LIST), *before;
  gboolean numbered = FALSE;

  if (first == NULL)
    return;
  before = get_row_before (judge, first);
  cw_judge_near (judge, _ ("left edge"), cw_judge_get_left (judge, first->page) + 2 * judge->cell,
                 0.1, cw_found_row_get_x (first), first);
  if (before != NULL && before->page == first->page && before->part == CW_PART_BODY)
    cw_judge_near (judge, _ ("below the text"), 2 * judge->pitch, 0.3,
                   cw_found_row_get_centre (judge->found, first)
                       - cw_found_row_get_centre (judge->found, before),
                   first);
  for (const CwFoundRow *row = first; row < first + judge->found->rows->len; row++)
    {
      const CwFoundRow *end = cw_found_get_row (judge->found, judge->found->rows->len - 1);
      const CwFoundRow *next = row < end && row[1].part == CW_PART_ATTACHMENT_LIST ? row + 1 : NULL;

      if (row->part == CW_PART_ATTACHMENT_LIST)
        judge_list_row (judge, row, next, &numbered);
      if (row == end || (row->part != CW_PART_ATTACHMENT_LIST && row->part != CW_PART_PAGE_NUMBER))
        break;
    }
}
