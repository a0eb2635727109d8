/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C1–C9: paper, type area, lines and characters. */

#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Text of 3号 that the grid is about: paragraphs and addressees, upright, not in the middle. */
static gboolean
is_text (const CwFoundRow *row)
{
  return (row->part == CW_PART_BODY || row->part == CW_PART_ADDRESSEES) && row->turn == 0
         && !row->centred && fabs (row->size - 16) < 1.6;
}

static gboolean
has_table_or_picture (CwJudge *judge, CwMeasuredPage *page)
{
  for (guint i = 0; i < judge->found->tables->len; i++)
    if (g_array_index (judge->found->tables, CwFoundRule, i).page == page)
      return TRUE;
  for (guint i = 0; i < page->marks->pictures->len; i++)
    {
      const CwBox *box = &g_array_index (page->marks->pictures, CwBox, i);

      if ((box->right - box->left) * (box->bottom - box->top) > 25)
        return TRUE;
    }
  return FALSE;
}

/* C1 */
void
cw_check_page_size (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (judge->found->measured, i);
      CwBox box = { 0, 0, page->width, page->height };

      cw_judge_near_at (judge, _ ("width"), 210, 0.1, page->width, page, box);
      cw_judge_near_at (judge, _ ("height"), 297, 0.1, page->height, page, box);
    }
}

/* C2. An opening mark may drop its left half (R180): its glyph then starts half a cell out. */
void
cw_check_left_edge (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      double left = cw_judge_get_left (judge, row->page);
      double x = cw_found_row_get_start (judge->found, row);

      if (!is_text (row) || (row->part == CW_PART_BODY && row->opens))
        continue;
      if (cw_find_is_mark (cw_found_row_get_char (row, 0)->ch) && x < left)
        x = MIN (x + CW_C_CELL / 2, left);
      cw_judge_near (judge, NULL, left, 0.5, x, row);
    }
}

/* C3. Some faces draw ！ and ？ in the middle of their cell; they are moved to its left. */
void
cw_check_right_edge (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      double right = cw_judge_get_right (judge, row->page), end;
      gunichar last;

      if (!is_text (row) || row->part != CW_PART_BODY || row->closes)
        continue;
      end = cw_found_row_get_stop (judge->found, row);
      if (end > cw_found_row_get_end (row))
        {
          cw_judge_near (judge, NULL, right, 0.3, end, row);
          continue;
        }
      last = cw_found_row_get_last_char (row)->ch;
      if (!cw_find_is_han (last) && !cw_find_is_mark (last))
        continue;
      end = cw_judge_get_last_end (row);
      if (last == 0xFF01 || last == 0xFF1F)
        end = CLAMP (right, end - 0.1, end + CW_C_CELL / 2);
      cw_judge_near (judge, NULL, right, 0.3, end, row);
    }
}

/* --- lines of a page --- */

static int
get_capacity (CwJudge *judge)
{
  static const struct
  {
    double pitch;
    int lines;
  } adjusted[] = { { 10.971, 21 }, { 9.974, 23 }, { 9.540, 24 } };

  for (guint i = 0; i < G_N_ELEMENTS (adjusted); i++)
    if (fabs (judge->pitch - adjusted[i].pitch) < 0.05)
      return adjusted[i].lines;
  if (judge->options->profile.line_pitch > 0)
    return (int) floor ((225 - CW_C_EM) / (judge->options->profile.line_pitch * CW_MM_PER_PT)
                        + 1e-3)
           + 1;
  return 22;
}

typedef struct
{
  int n_rows;
  const CwFoundRow *last;
  guint last_index;
  gboolean other; /* something besides text stands on it */
  CwBox box;
} Filled;

static Filled
look_at_page (CwJudge *judge, CwMeasuredPage *page)
{
  Filled filled = { .box = CW_BOX_EMPTY };

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      CwBox box;

      if (row->page != page || row->part == CW_PART_PAGE_NUMBER || row->part == CW_PART_OTHER)
        continue;
      box = cw_found_row_get_box (row);
      cw_box_unite (&filled.box, &box);
      filled.other = filled.other || !is_text (row);
      filled.n_rows++;
      filled.last = row;
      filled.last_index = i;
    }
  return filled;
}

/* How many lines of a paragraph stand on the next page. */
static int
count_rest (CwJudge *judge, guint i)
{
  int n = 0;

  for (i++; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part == CW_PART_PAGE_NUMBER)
        continue;
      if (row->part != CW_PART_BODY || row->opens)
        break;
      n++;
      if (row->closes)
        break;
    }
  return n;
}

/* A few lines of text, brought over so that the signature block is not alone (R85). */
#define BROUGHT_OVER 5

/* Whether the signature block stands on a page with hardly any text. */
static gboolean
has_signature (CwJudge *judge, guint page_number)
{
  gboolean signature = FALSE;
  guint n_rows = 0;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->page->number != page_number || row->attachment > 0)
        continue;
      n_rows += is_text (row);
      signature = signature || row->part == CW_PART_DATE || row->part == CW_PART_SIGNATORY
                  || row->part == CW_PART_POSITION;
    }
  return signature && n_rows <= BROUGHT_OVER;
}

/* C4. A page is full if a paragraph runs over its end; it may then be a line short only so that the
 * paragraph's last line is not left alone. A page between paragraphs may be short: a heading goes
 * with its text, and authors break pages; but never longer. */
void
cw_check_lines (CwJudge *judge)
{
  int capacity = get_capacity (judge);

  for (guint i = 1; i < judge->found->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (judge->found->measured, i);
      Filled filled = look_at_page (judge, page);
      gboolean runs_over = filled.n_rows > 0 && !filled.last->closes;
      int expected = capacity;

      if (filled.n_rows == 0 || filled.other || has_table_or_picture (judge, page))
        continue;
      if (!runs_over && filled.n_rows <= capacity)
        continue;
      if (filled.n_rows < capacity && has_signature (judge, page->number + 1))
        continue;
      if (filled.n_rows == capacity - 1 && count_rest (judge, filled.last_index) <= 2)
        expected = capacity - 1;
      cw_judge_count (judge, _ ("lines"), expected, filled.n_rows, page, filled.box);
    }
}

/* The last two characters of two rows that are of one font: their baselines can be compared. */
static gboolean
get_distance (const CwFoundRow *above, const CwFoundRow *row, double *distance)
{
  for (guint i = above->n_chars; i > 0; i--)
    for (guint j = row->n_chars; j > 0; j--)
      {
        const CwMeasuredChar *a = cw_found_row_get_char (above, i - 1),
                             *b = cw_found_row_get_char (row, j - 1);

        if (a->font != b->font || !a->printed || !b->printed || !cw_find_is_han (a->ch)
            || !cw_find_is_han (b->ch) || fabs (a->size - b->size) > 0.05)
          continue;
        *distance = b->y - a->y;
        return TRUE;
      }
  return FALSE;
}

/* Adjusted, or as expected. */
static double
get_expected_pitch (CwJudge *judge)
{
  double pitch = cw_judge_get_pitch (judge);
  g_autofree char *remark = g_strdup_printf (
      _ ("The whole text is set with %d lines a page, as 7.3.5.5 allows."), get_capacity (judge));

  if (get_capacity (judge) != 22 && judge->options->profile.line_pitch <= 0)
    cw_judge_remark (judge, remark);
  return pitch;
}

/* C5 */
void
cw_check_pitch (CwJudge *judge)
{
  double expected = get_expected_pitch (judge);

  for (guint i = 1; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *above = cw_found_get_row (judge->found, i - 1),
                       *row = cw_found_get_row (judge->found, i);
      double distance;

      if (!is_text (above) || !is_text (row) || above->page != row->page
          || above->attachment != row->attachment || !get_distance (above, row, &distance))
        continue;
      if (distance > 1.7 * expected && has_table_or_picture (judge, row->page))
        continue;
      cw_judge_near (judge, NULL, expected, 0.05, distance, row);
      if (fabs (distance - expected) <= 0.05)
        cw_judge_near (judge, _ ("difference from the others"), 0, 0.02, distance - judge->pitch,
                       row);
    }
}

/* C6. Page 1 and the first page of an attachment have a block of another pitch above their text,
 * which only R22 brings back to the grid. */
void
cw_check_grid (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      double centre, line;

      if (!is_text (row) || row->page->number == 1 || has_table_or_picture (judge, row->page))
        continue;
      if (row->attachment > 0
          && (i == 0 || cw_found_get_row (judge->found, i - 1)->attachment != row->attachment))
        continue;
      centre = cw_found_row_get_centre (judge->found, row);
      line = round ((centre - CW_C_FIRST_CENTRE) / judge->pitch);
      cw_judge_near (judge, _ ("middle of the line"),
                     CW_C_FIRST_CENTRE + MAX (line, 0) * judge->pitch, 0.3, centre, row);
    }
}

/* C7 */
void
cw_check_last_line (CwJudge *judge)
{
  int capacity = get_capacity (judge);

  /* Another pitch does not fill the page and was chosen so (R18). */
  if (judge->options->profile.line_pitch > 0)
    return;
  for (guint i = 1; i < judge->found->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (judge->found->measured, i);
      Filled filled = look_at_page (judge, page);

      if (filled.n_rows < capacity || filled.other || has_table_or_picture (judge, page))
        continue;
      cw_judge_near (judge, NULL, CW_C_BOTTOM, 0.5,
                     cw_found_row_get_centre (judge->found, filled.last) + CW_C_EM / 2,
                     filled.last);
    }
}

/* --- characters of a line --- */

static gboolean
is_han_only (const CwFoundRow *row)
{
  for (guint i = 0; i < row->n_chars; i++)
    if (!cw_find_is_han (cw_found_row_get_char (row, i)->ch))
      return FALSE;
  return TRUE;
}

/* A line may be looser where the next would otherwise end the paragraph with a single character
 * (R186), or begins with a blank to be filled in, which is not divided. */
static gboolean
makes_room (CwFound *found, guint row)
{
  const CwFoundRow *next = row + 1 < found->rows->len ? cw_found_get_row (found, row + 1) : NULL;

  if (next == NULL || !is_text (next) || next->opens)
    return FALSE;
  return (next->closes && next->n_chars <= 4)
         || cw_found_row_get_start (found, next) < cw_found_row_get_x (next);
}

/* C8. 27 and 29 are the adjustments of R23. */
void
cw_check_columns (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      int indent = row->part == CW_PART_BODY && row->opens ? 2 : 0;
      int columns = (int) lround (CW_C_WIDTH / judge->cell);

      if (!is_text (row) || row->closes || !is_han_only (row) || makes_room (judge->found, i)
          || cw_found_row_has_blank (judge->found, row))
        continue;
      if (columns != 28)
        cw_judge_remark (judge,
                         _ ("The whole text is set with another number of characters a line, as "
                            "7.3.5.5 allows."));
      cw_judge_count (judge, _ ("characters"), columns - indent, (int) row->n_chars, row->page,
                      cw_found_row_get_box (row));
      for (guint j = 1; j < row->n_chars; j++)
        cw_judge_near (judge, _ ("from character to character"), CW_C_WIDTH / columns, 0.02,
                       cw_found_row_get_char (row, j)->x - cw_found_row_get_char (row, j - 1)->x,
                       row);
    }
}

/* The blank left half of an opening mark may be squeezed (R138, R150): its glyph then begins up to
 * half a character before its cell. */
static double
get_indent_tolerance (CwJudge *judge, gunichar first)
{
  if (g_utf8_strchr ("“‘《〈（〔【「『［", -1, first) != NULL)
    return judge->cell / 2 + 0.1;
  return cw_find_is_han (first) ? 0.1 : 0.6;
}

/* C9. The glyphs of digits and marks do not begin where their cells do. */
void
cw_check_indent (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      double tolerance = get_indent_tolerance (judge, cw_found_row_get_char (row, 0)->ch);

      if (is_text (row) && row->part == CW_PART_BODY && row->opens)
        cw_judge_near (
            judge, NULL, 2 * judge->cell, tolerance,
            cw_found_row_get_start (judge->found, row) - cw_judge_get_left (judge, row->page), row);
    }
}
