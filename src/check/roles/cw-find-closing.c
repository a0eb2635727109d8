/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

#include <math.h>

#define MM_PER_PT (25.4 / 72.0)

/* Rows of names stand no farther apart than the largest seals and a little, mm. */
#define FARTHEST 66.0

#define DATE                                                                                       \
  "^[0-9XxＸ×]{0,4}年[0-9XxＸ×]{0,2}月[0-9XxＸ×]{0,2}日$|^[二一][〇○０零一二三四五六七八九]{3}年[" \
  "一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日$"
#define POSITION "(长|主席|主任|总理|书记|校长|经理|会长|代表|委员)$"

static double
get_em (const CwFoundRow *row)
{
  return row->size * MM_PER_PT;
}

static gboolean
may_close (const CwFoundRow *row)
{
  return row->part == CW_PART_NONE && row->attachment == 0 && row->turn == 0;
}

/* --- attachment list --- */

static double
get_margin (CwFound *self, CwMeasuredPage *page)
{
  double margin = 30;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (row->page == page && row->turn == 0 && row->n_chars > 15 && row->part != CW_PART_MARK)
        margin = MIN (margin, cw_found_row_get_x (row));
    }
  return margin;
}

/* Under the first character of a name, or one beside it. */
static gboolean
is_list_indent (CwFound *self, const CwFoundRow *row)
{
  double indent = (cw_found_row_get_x (row) - get_margin (self, row->page)) / get_em (row);

  return indent > 3.6 && indent < 7.5;
}

/* The list goes on in rows that stand in far enough, one under the other. */
static void
find_attachment_list (CwFound *self)
{
  guint i = self->rows->len;

  while (i > 0
         && !(may_close (cw_found_get_row (self, i - 1))
              && cw_find_matches (cw_found_get_row (self, i - 1)->text, "^附件[：:]?[0-9]?[^0-9]")))
    i--;
  if (i == 0)
    return;
  for (guint j = i - 1; j < self->rows->len; j++)
    {
      CwFoundRow *row = cw_found_get_row (self, j);
      const CwFoundRow *above = j >= i ? cw_found_get_row (self, j - 1) : NULL;

      if (row->part == CW_PART_PAGE_NUMBER)
        continue;
      if (above != NULL
          && (!may_close (row) || !is_list_indent (self, row)
              || (row->page == above->page && row->y - above->y > 2.6 * get_em (row))
              || cw_find_matches (row->text, DATE)))
        return;
      row->part = CW_PART_ATTACHMENT_LIST;
    }
}

/* --- signature block --- */

static guint
split_by_gaps (CwFound *self, guint i)
{
  guint n = 0;

  for (guint j = 1; j < cw_found_get_row (self, i)->n_chars; j++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (cw_found_row_get_char (row, j)->x - cw_found_row_get_char (row, j - 1)->end
          <= 1.6 * get_em (row))
        continue;
      cw_find_split_row (self, i++, j);
      n++;
      j = 0;
    }
  return n;
}

static gboolean
has_gap (const CwFoundRow *row)
{
  for (guint j = 1; j < row->n_chars; j++)
    if (cw_found_row_get_char (row, j)->x - cw_found_row_get_char (row, j - 1)->end
        > 1.6 * get_em (row))
      return TRUE;
  return FALSE;
}

static double
get_middle (const CwFoundRow *row)
{
  return (cw_found_row_get_x (row) + cw_found_row_get_end (row)) / 2;
}

/* Whether one stands right above the middle of the other. */
static gboolean
stands_on (const CwFoundRow *row, const CwFoundRow *below)
{
  return below->page == row->page && below->y - row->y > 1
         && below->y - row->y < 2.6 * get_em (row)
         && fabs (get_middle (below) - get_middle (row)) < 0.6 * get_em (row);
}

static gboolean
stands_on_name (CwFound *self, const CwFoundRow *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (cw_found_get_row (self, i)->part == CW_PART_SIGNATORY
        && stands_on (row, cw_found_get_row (self, i)))
      return TRUE;
  return FALSE;
}

/* More rows of seals than a page holds go on at the head of the next. */
static gboolean
goes_over (const CwFoundRow *row, const CwFoundRow *below)
{
  return below->page->number == row->page->number + 1 && below->part == CW_PART_SIGNATORY
         && has_gap (row);
}

static gboolean
is_name (CwFound *self, const CwFoundRow *row, const CwFoundRow *below)
{
  double inset = cw_found_row_get_x (row) - get_margin (self, row->page);

  if (!may_close (row) || row->level > 0)
    return FALSE;
  if (row->page != below->page ? !goes_over (row, below) : below->y - row->y > FARTHEST)
    return FALSE;
  if (cw_find_matches (row->text, "[。；：！？，、;:,.]$") || row->n_chars > 48)
    return FALSE;
  return inset > 2.6 * get_em (row) || has_gap (row) || stands_on_name (self, row);
}

static gboolean
is_date (const CwFoundRow *row)
{
  return may_close (row) && cw_find_matches (row->text, DATE)
         && cw_found_row_get_x (row) > row->page->width * 0.3;
}

static gboolean
find_date (CwFound *self, guint *date)
{
  for (guint i = self->rows->len; i > 0; i--)
    if (is_date (cw_found_get_row (self, i - 1)))
      {
        *date = i - 1;
        return TRUE;
      }
  return FALSE;
}

/* The row above is the date's own line's if a name stands beside the date. */
static guint
mark_names (CwFound *self, guint date)
{
  guint i = date, last = date;

  while (i > 0)
    {
      const CwFoundRow *below = cw_found_get_row (self, last);
      CwFoundRow *row = cw_found_get_row (self, i - 1);
      guint n;

      if (row->part == CW_PART_PAGE_NUMBER)
        {
          i--;
          continue;
        }
      if (!is_name (self, row, below))
        break;
      n = split_by_gaps (self, i - 1);
      for (guint j = i - 1; j <= i - 1 + n; j++)
        cw_found_get_row (self, j)->part = CW_PART_SIGNATORY;
      date += n;
      last = --i;
    }
  return date;
}

static gboolean
has_names_beside (CwFound *self)
{
  const CwFoundRow *above = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (row->part != CW_PART_SIGNATORY)
        continue;
      if (above != NULL && above->page == row->page && fabs (above->y - row->y) < 2)
        return TRUE;
      above = row;
    }
  return FALSE;
}

/* A long name under its seal takes two lines, one in the middle above the other (R75). Names one
 * below the other without seals are no such (R81). */
static void
mark_halves (CwFound *self)
{
  if (!has_names_beside (self))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (row->part == CW_PART_SIGNATORY)
        row->goes_on = stands_on_name (self, row);
    }
}

/* A signature stamp or a name beside it stands on the row of the position (R83). */
static void
mark_positions (CwFound *self)
{
  for (guint i = 0; i + 1 < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i), *next = cw_found_get_row (self, i + 1);

      if (row->part == CW_PART_SIGNATORY && cw_find_matches (row->text, POSITION)
          && (next->part != CW_PART_SIGNATORY || fabs (next->y - row->y) < 4))
        row->part = CW_PART_POSITION;
    }
}

static void
mark_note (CwFound *self, guint i)
{
  guint first = i;

  if (i >= self->rows->len || !may_close (cw_found_get_row (self, i))
      || !cw_find_matches (cw_found_get_row (self, i)->text, "^[（(]"))
    return;
  for (; i < self->rows->len && i < first + 6 && may_close (cw_found_get_row (self, i)); i++)
    {
      cw_found_get_row (self, i)->part = CW_PART_NOTE;
      if (cw_find_matches (cw_found_get_row (self, i)->text, "[）)]$"))
        return;
    }
}

/* A paper without a date, such as minutes, may have a note too: after a blank line, in brackets. */
static void
find_note_alone (CwFound *self)
{
  for (guint i = self->rows->len; i > 1; i--)
    {
      const CwFoundRow *row = cw_found_get_row (self, i - 1),
                       *above = cw_found_get_row (self, i - 2);

      if (!may_close (row))
        continue;
      if (cw_find_matches (row->text, "^[（(].*[）)]$")
          && (above->page != row->page || row->y - above->y > 2.6 * get_em (row)))
        mark_note (self, i - 1);
      return;
    }
}

/* Far to the right, and no sentence. */
static gboolean
is_name_alone (CwFound *self, const CwFoundRow *row)
{
  double right = get_margin (self, row->page) + 156;

  return may_close (row) && row->level == 0 && cw_found_row_get_x (row) > row->page->width * 0.3
         && right - cw_found_row_get_end (row) < 5 * get_em (row)
         && !cw_find_matches (row->text, "[。；：！？，、;:,.）)]$");
}

/* The date of a bulletin stands in its head; who signed it, after a blank line below the text. */
static void
find_names_alone (CwFound *self)
{
  guint last = self->rows->len, first;

  while (last > 0
         && (!may_close (cw_found_get_row (self, last - 1))
             || cw_find_matches (cw_found_get_row (self, last - 1)->text, "^[（(].*[）)]$")))
    last--;
  for (first = last; first > 0 && is_name_alone (self, cw_found_get_row (self, first - 1)); first--)
    {
      const CwFoundRow *row = cw_found_get_row (self, first - 1);
      const CwFoundRow *above = first > 1 ? cw_found_get_row (self, first - 2) : NULL;

      if (above != NULL && above->page == row->page && row->y - above->y <= 2.6 * get_em (row))
        continue;
      for (guint i = first - 1; i < last; i++)
        cw_found_get_row (self, i)->part = CW_PART_SIGNATORY;
      return;
    }
}

/* --- attendees of minutes --- */

static void
find_attendees (CwFound *self)
{
  gboolean within = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (!may_close (row))
        continue;
      if (cw_find_matches (row->text, "^(出席|请假|列席|缺席)(人员)?[：:]"))
        within = TRUE;
      else if (within
               && cw_found_row_get_x (row) < get_margin (self, row->page) + 3.6 * get_em (row))
        within = FALSE;
      if (within)
        row->part = CW_PART_ATTENDEES;
    }
}

/**
 * cw_find_closing:
 * @self: what is being found
 *
 * Finds what stands below the text of the paper: attachment list, signatories, date, note,
 * attendees.
 */
void
cw_find_closing (CwFound *self)
{
  guint date;

  if (self->format == CW_FORMAT_MINUTES || self->format == CW_FORMAT_BULLETIN)
    find_attendees (self);
  find_attachment_list (self);
  if (!find_date (self, &date))
    {
      find_names_alone (self);
      find_note_alone (self);
      return;
    }
  date = mark_names (self, date);
  cw_found_get_row (self, date)->part = CW_PART_DATE;
  mark_note (self, date + 1);
  mark_positions (self);
  mark_halves (self);
}
