/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C41–C43, C51: page numbers and sideways pages. */

#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const CwFoundRow *
get_number (CwJudge *judge, CwMeasuredPage *page)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->page == page && row->part == CW_PART_PAGE_NUMBER)
        return row;
    }
  return NULL;
}

static gboolean
is_dash (gunichar ch)
{
  return ch == 0x2014 || ch == 0x2015 || ch == 0x2500 || ch == 0x4E00;
}

static gboolean
has_dashes (const CwFoundRow *row)
{
  return is_dash (cw_found_row_get_char (row, 0)->ch)
         && is_dash (cw_found_row_get_last_char (row)->ch);
}

/* A page that must have one: not the first of a letter (R126), not blank, and none that a blank
 * page comes before (R108, C44). */
static gboolean
needs_number (CwJudge *judge, CwMeasuredPage *page)
{
  if (judge->found->format == CW_FORMAT_LETTER && page->number <= 2)
    return FALSE;
  for (guint i = 0; i + 1 < page->number; i++)
    if (cw_measured_page (judge->found->measured, i)->chars->len == 0)
      return FALSE;
  return page->chars->len > 0;
}

/* C41. The stroke of the dash is where the page says, not where its box is. */
void
cw_check_number_height (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (judge->found->measured, i);
      const CwFoundRow *row = get_number (judge, page);
      CwBox foot = { 26, CW_C_BOTTOM, 184, 276 }, ink;

      if (row == NULL)
        {
          if (needs_number (judge, page))
            cw_judge_that (judge, FALSE, _ ("page number"), _ ("none"), page, foot);
          continue;
        }
      ink = has_dashes (row) ? cw_found_row_get_char (row, 0)->ink : cw_found_row_get_ink (row);
      cw_judge_near (judge, NULL, cw_judge_get_number_height (judge), 1.0,
                     (ink.top + ink.bottom) / 2, row);
    }
}

/* C42. The dash is a character of 4号 whatever its glyph's width. */
void
cw_check_number_side (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (judge->found->measured, i);
      const CwFoundRow *row = get_number (judge, page);
      double left = cw_judge_get_left (judge, page), right = cw_judge_get_right (judge, page), x,
             end;

      if (row == NULL)
        continue;
      x = cw_found_row_get_x (row);
      end = has_dashes (row) ? cw_found_row_get_last_char (row)->x + row->size * CW_MM_PER_PT
                             : cw_found_row_get_end (row);
      if (judge->options->profile.page_number == CW_PAGE_NUMBER_CENTRE)
        cw_judge_near (judge, _ ("centre"), (left + right) / 2, 0.5, (x + end) / 2, row);
      else if (page->number % 2 == 1)
        cw_judge_near (judge, _ ("right end, odd page"), right - CW_C_SMALL_EM, 0.3, end, row);
      else
        cw_judge_near (judge, _ ("left end, even page"), left + CW_C_SMALL_EM, 0.3, x, row);
    }
}

static gboolean
is_song (const char *font)
{
  static const char *const names[]
      = { "Song", "SimSun", "宋", "Serif", "Ming", "STSong", "SC-Song" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (font, names[i]) != NULL)
      return strstr (font, "Liberation") == NULL;
  return FALSE;
}

/* C43. The stroke nearly fills its character; how nearly depends on the design. */
void
cw_check_number_size (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      const CwMeasuredChar *dash, *digit;

      if (row->part != CW_PART_PAGE_NUMBER)
        continue;
      dash = cw_found_row_get_char (row, 0);
      digit = cw_found_row_get_char (row, row->n_chars / 2);
      cw_judge_size (judge, _ ("size"), 14, 0.1, row);
      cw_judge_that (judge, has_dashes (row), _ ("a dash on each side"), row->text, row->page,
                     cw_found_row_get_box (row));
      if (has_dashes (row))
        cw_judge_between (judge, _ ("dash"), 3.9, 5.2, dash->ink.right - dash->ink.left, row->page,
                          dash->ink);
      cw_judge_that (judge, is_song (digit->font), "宋体", digit->font, row->page,
                     cw_found_row_get_box (row));
    }
}

/* C51 */
void
cw_check_landscape (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (judge->found->measured, i);
      guint n[4] = { 0 };
      CwBox sheet = { 0, 0, page->width, page->height };

      for (guint j = 0; j < page->chars->len; j++)
        n[g_array_index (page->chars, CwMeasuredChar, j).turn % 4]++;
      if (page->width > page->height)
        cw_judge_that (judge, FALSE, _ ("an upright sheet, its content turned"),
                       _ ("a sheet lying on its side"), page, sheet);
      else if (n[1] + n[3] > n[0])
        cw_judge_that (judge, n[1] > n[3], _ ("head of the table at the left edge of the sheet"),
                       n[1] > n[3] ? _ ("at the left edge") : _ ("at the right edge"), page, sheet);
    }
}
