/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C29–C35, C56: the signature block. */

#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef enum
{
  BLOCK_NONE,
  BLOCK_SEALED,
  BLOCK_UNSEALED,
  BLOCK_STAMPED,
} Block;

static const CwFoundRow *
get_date (CwJudge *judge)
{
  return cw_found_get_last (judge->found, CW_PART_DATE);
}

/* The name the date belongs to: the lowest, of several on a row the last. */
static const CwFoundRow *
get_name (CwJudge *judge)
{
  return cw_found_get_last (judge->found, CW_PART_SIGNATORY);
}

/* A character ends with its cell, which is a little less or, on an adjusted paper, more than its
 * glyph’s own advance. */
static double
get_end (CwJudge *judge, const CwFoundRow *row)
{
  const CwMeasuredChar *last = cw_found_row_get_last_char (row);

  return cw_find_is_han (last->ch) && fabs (last->size - 16) < 0.3 ? last->x + judge->cell
                                                                   : last->end;
}

static double
get_middle (CwJudge *judge, const CwFoundRow *row)
{
  return (cw_found_row_get_x (row) + get_end (judge, row)) / 2;
}

static double
get_width (CwJudge *judge, const CwFoundRow *row)
{
  return get_end (judge, row) - cw_found_row_get_x (row);
}

static guint
count_names (CwJudge *judge)
{
  guint n = 0;

  for (guint i = 0; i < judge->found->rows->len; i++)
    n += cw_found_row_is_name (cw_found_get_row (judge->found, i));
  return n;
}

/* How many names share the row of a name. */
static guint
count_beside (CwJudge *judge, const CwFoundRow *name)
{
  guint n = 0;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      n += cw_found_row_is_name (row) && row->page == name->page && fabs (row->y - name->y) < 2;
    }
  return n;
}

/* Seals keep names farther apart than lines are. */
static gboolean
stand_close (CwJudge *judge)
{
  const CwFoundRow *above = NULL;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (!cw_found_row_is_name (row))
        continue;
      if (above != NULL
          && (above->page != row->page || row->y - above->y > 30 || row->y - above->y < 2))
        return FALSE;
      above = row;
    }
  return TRUE;
}

/* The name that goes farthest to the left: under it the date stands two characters in. */
static const CwFoundRow *
get_longest_name (CwJudge *judge)
{
  const CwFoundRow *longest = NULL;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part == CW_PART_SIGNATORY
          && (longest == NULL || get_width (judge, row) > get_width (judge, longest)))
        longest = row;
    }
  return longest;
}

/* Where an unsealed date and name should end, characters from the right edge (R80). */
static void
get_unsealed (CwJudge *judge,
              const CwFoundRow *name,
              const CwFoundRow *date,
              double *name_right,
              double *date_right)
{
  double s = get_width (judge, name) / judge->cell, d = get_width (judge, date) / judge->cell;

  *date_right = MAX (2, s - d);
  *name_right = *date_right + d + 2 - s;
}

static double
get_right_blank (CwJudge *judge, const CwFoundRow *row)
{
  return (cw_judge_get_right (judge, row->page) - get_end (judge, row)) / judge->cell;
}

/* A sealed date and an unsealed one of the same words stand at different places; which of the two
 * the block is nearer to is what it was meant to be, and a ring is a seal. */
static Block
tell_block (CwJudge *judge)
{
  const CwFoundRow *date = get_date (judge), *name = get_name (judge);
  double name_right, date_right, sealed, unsealed;

  if (date == NULL)
    return BLOCK_NONE;
  if (cw_found_get_first (judge->found, CW_PART_POSITION) != NULL)
    return BLOCK_STAMPED;
  if (name == NULL || name->page != date->page)
    return BLOCK_NONE;
  if (judge->found->seals->len > 0 || count_beside (judge, name) > 1)
    return BLOCK_SEALED;
  if (count_names (judge) > 1)
    return stand_close (judge) ? BLOCK_UNSEALED : BLOCK_SEALED;
  get_unsealed (judge, name, date, &name_right, &date_right);
  unsealed = fabs (get_right_blank (judge, name) - name_right)
             + fabs (get_right_blank (judge, date) - date_right);
  sealed = fabs (get_middle (judge, name) - get_middle (judge, date)) / judge->cell;
  sealed += MAX (0, 4 - get_right_blank (judge, date));
  return sealed < unsealed ? BLOCK_SEALED : BLOCK_UNSEALED;
}

/* C29. A long name moves both to the left (R71), several seals the date with the last of them
 * (R77). */
void
cw_check_sealed_date (CwJudge *judge)
{
  const CwFoundRow *date = get_date (judge), *name = get_name (judge);
  double blank, over;

  if (tell_block (judge) != BLOCK_SEALED || count_names (judge) > 1
      || judge->options->profile.sign_off == CW_SIGN_OFF_CENTRED)
    return;
  over = (get_width (judge, name) - get_width (judge, date)) / 2 / judge->cell;
  blank = over > 4 - 1e-3 ? over + 1 : 4;
  /* One to four characters too long: either reading of “generally” (7.3.5.1). */
  if (over > 3 - 1e-3 && over <= 4 + 1e-3 && fabs (get_right_blank (judge, date) - over - 1) < 0.1)
    blank = over + 1;
  cw_judge_near (judge, NULL, cw_judge_get_right (judge, date->page) - blank * judge->cell, 0.2,
                 get_end (judge, date), date);
}

/* C30 */
void
cw_check_sealed_centre (CwJudge *judge)
{
  const CwFoundRow *date = get_date (judge), *name = get_name (judge);

  if (tell_block (judge) != BLOCK_SEALED)
    return;
  cw_judge_near (judge, _ ("middle of the date from that of the name"), 0, 0.2,
                 get_middle (judge, date) - get_middle (judge, name), date);
  cw_judge_near (judge, _ ("date below the name"), judge->pitch, 0.2,
                 cw_found_row_get_centre (judge->found, date)
                     - cw_found_row_get_centre (judge->found, name),
                 date);
}

/* --- the seal --- */

/* The last row of text, or of the attachment list, above the block on its page. */
static const CwFoundRow *
get_text_above (CwJudge *judge, const CwFoundRow *of)
{
  const CwFoundRow *above = NULL;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row == of)
        break;
      if (row->page == of->page && row->turn == 0 && row->y < of->y - 2
          && (row->part == CW_PART_BODY || row->part == CW_PART_ATTACHMENT_LIST
              || row->part == CW_PART_ATTENDEES || row->part == CW_PART_ADDRESSEES
              || row->part == CW_PART_TABLE))
        above = row;
    }
  return above;
}

static const CwFoundRow *
get_first_name (CwJudge *judge)
{
  const CwFoundRow *first = cw_found_get_first (judge->found, CW_PART_SIGNATORY);

  return first != NULL ? first : get_date (judge);
}

/* How far its upper edge may be below the text, and how far its middle above that of name and date.
 */
static gboolean
can_be_sealed (double diameter, double text_bottom, double middle, double row_top)
{
  double highest = text_bottom + diameter / 2, lowest = text_bottom + CW_C_PITCH + diameter / 2;

  /* Its middle is above the middle of name and date, which is in the ring, as is the name’s upper
   * edge. */
  return highest < middle + 0.5 && lowest > middle - diameter / 2 && row_top > text_bottom - 0.5;
}

static void
judge_ring (CwJudge *judge, const CwFoundRule *seal, const CwFoundRow *name, const CwFoundRow *date)
{
  const CwFoundRow *above = get_text_above (judge, get_first_name (judge));
  double centre = (seal->box.top + seal->box.bottom) / 2;
  double middle = (cw_found_row_get_em_top (judge->found, name)
                   + cw_found_row_get_em_bottom (judge->found, date))
                  / 2;

  cw_judge_near_at (judge, _ ("middle of the seal from that of the date"), 0, 0.5,
                    (seal->box.left + seal->box.right) / 2 - get_middle (judge, date), seal->page,
                    seal->box);
  if (above != NULL && above->page == seal->page && count_names (judge) == 1)
    cw_judge_between (judge, _ ("seal below the text"), -0.5, CW_C_PITCH + 0.5,
                      seal->box.top - cw_found_row_get_em_bottom (judge->found, above), seal->page,
                      seal->box);
  cw_judge_between (judge, _ ("name and date below the seal’s centre"), -0.5,
                    (seal->box.bottom - seal->box.top) / 2, middle - centre, seal->page, seal->box);
}

/* The seal of the date: the lowest of its page, of these the one nearest to the date. */
static const CwFoundRule *
get_ring (CwJudge *judge, const CwFoundRow *date)
{
  const CwFoundRule *ring = NULL;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < judge->found->seals->len; i++)
    {
      const CwFoundRule *seal = &g_array_index (judge->found->seals, CwFoundRule, i);
      double x = (seal->box.left + seal->box.right) / 2, y = (seal->box.top + seal->box.bottom) / 2;
      double distance = hypot (x - get_middle (judge, date), y - date->y);

      if (seal->page != date->page || distance >= nearest)
        continue;
      nearest = distance;
      ring = seal;
    }
  return ring;
}

/* Lines the names of a joint paper take: two if some of them are too long for one. */
static guint
count_lines (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    if (cw_found_get_row (judge->found, i)->goes_on)
      return 2;
  return 1;
}

/* C31. A seal that is only stamped on the paper must find its room. */
void
cw_check_seal (CwJudge *judge)
{
  static const double usual[] = { 42, 45, 40, 38, 50, 60 };
  const CwFoundRow *date = get_date (judge), *name = get_name (judge), *above;
  const CwFoundRule *ring;
  double text_bottom, middle, first_top, given = judge->options->seal_diameter;
  gboolean fits = FALSE;
  g_autofree char *expected = NULL;

  if (tell_block (judge) != BLOCK_SEALED)
    return;
  ring = get_ring (judge, date);
  if (ring != NULL)
    {
      judge_ring (judge, ring, name, date);
      return;
    }
  /* Of several rows of seals the first decides. Its names stand in their seals as the last one does,
   * which has the date on the next line in the same seal (R75). */
  above = get_text_above (judge, get_first_name (judge));
  if (above == NULL)
    return;
  text_bottom = cw_found_row_get_em_bottom (judge->found, above);
  first_top = cw_found_row_get_em_top (judge->found, get_first_name (judge));
  middle = count_beside (judge, name) < count_names (judge)
               ? first_top + (CW_C_EM + count_lines (judge) * judge->pitch) / 2
               : (first_top + cw_found_row_get_em_bottom (judge->found, date)) / 2;
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    fits = fits || can_be_sealed (given > 0 ? given : usual[i], text_bottom, middle, first_top);
  expected = given > 0 ? g_strdup_printf (_ ("room for a seal of %.0f mm"), given)
                       : g_strdup (_ ("room for a seal of 38–60 mm"));
  cw_judge_that (judge, fits, expected, fits ? _ ("there is room") : _ ("no room by 7.3.5.1"),
                 date->page,
                 (CwBox) { get_middle (judge, date) - 22, text_bottom,
                           get_middle (judge, date) + 22, text_bottom + 45 });
}

/* C32. Rings that can be seen are measured, others are thought around the middles of the names. */
void
cw_check_joint_seals (CwJudge *judge)
{
  const CwFoundRow *above = NULL;
  double diameter = judge->options->seal_diameter > 0 ? judge->options->seal_diameter : 38;

  if (tell_block (judge) != BLOCK_SEALED || count_names (judge) < 2)
    return;
  if (judge->found->seals->len > 0)
    diameter = g_array_index (judge->found->seals, CwFoundRule, 0).box.right
               - g_array_index (judge->found->seals, CwFoundRule, 0).box.left;
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      double left, right;

      if (!cw_found_row_is_name (row))
        continue;
      left = cw_judge_get_left (judge, row->page);
      right = cw_judge_get_right (judge, row->page);
      cw_judge_between (judge, _ ("seals in the row"), 1, 3, count_beside (judge, row), row->page,
                        cw_found_row_get_box (row));
      cw_judge_between (judge, _ ("middle of the name"), left + diameter / 2, right - diameter / 2,
                        get_middle (judge, row), row->page, cw_found_row_get_box (row));
      if (above != NULL && above->page == row->page)
        cw_judge_between (
            judge, _ ("from seal to seal"), diameter, 300,
            hypot (get_middle (judge, row) - get_middle (judge, above), row->y - above->y),
            row->page, cw_found_row_get_box (row));
      above = row;
    }
}

/* --- without a seal --- */

/* C33 */
void
cw_check_unsealed (CwJudge *judge)
{
  const CwFoundRow *date = get_date (judge), *name = get_name (judge), *above, *first;
  double name_right, date_right;

  if (tell_block (judge) != BLOCK_UNSEALED)
    return;
  first = get_first_name (judge);
  above = get_text_above (judge, first);
  if (above != NULL && above->part != CW_PART_TABLE)
    cw_judge_near (judge, _ ("name below the text"), 2 * judge->pitch, 0.3,
                   cw_found_row_get_centre (judge->found, first)
                       - cw_found_row_get_centre (judge->found, above),
                   first);
  if (judge->options->profile.sign_off == CW_SIGN_OFF_CENTRED)
    {
      cw_judge_near (judge, _ ("middle of the date from that of the name"), 0, 0.2,
                     get_middle (judge, date) - get_middle (judge, name), date);
      return;
    }
  name = get_longest_name (judge);
  get_unsealed (judge, name, date, &name_right, &date_right);
  cw_judge_near (judge, _ ("end of the date"),
                 cw_judge_get_right (judge, date->page) - date_right * judge->cell, 0.2,
                 get_end (judge, date), date);
  if (count_names (judge) == 1)
    {
      cw_judge_near (judge, _ ("end of the name"),
                     cw_judge_get_right (judge, name->page) - name_right * judge->cell, 0.2,
                     get_end (judge, name), name);
      cw_judge_near (judge, _ ("date from the name’s beginning"), 2 * judge->cell, 0.2,
                     cw_found_row_get_x (date) - cw_found_row_get_x (name), date);
    }
  cw_judge_near (judge, _ ("date below the name"), judge->pitch, 0.2,
                 cw_found_row_get_centre (judge->found, date)
                     - cw_found_row_get_centre (judge->found, get_name (judge)),
                 date);
}

/* What stands beside a position: a name, or a picture of the signature, or room for it. */
static gboolean
find_signature (CwJudge *judge, const CwFoundRow *position, CwBox *box)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (row->part != CW_PART_SIGNATORY || row->page != position->page
          || fabs (row->y - position->y) > 4)
        continue;
      *box = cw_found_row_get_box (row);
      return TRUE;
    }
  for (guint i = 0; i < position->page->marks->pictures->len; i++)
    {
      *box = g_array_index (position->page->marks->pictures, CwBox, i);
      if (box->left > get_end (judge, position) && box->top < position->y
          && box->bottom > position->y - 6)
        return TRUE;
    }
  return FALSE;
}

/* C34 */
void
cw_check_stamp (CwJudge *judge)
{
  const CwFoundRow *position = cw_found_get_last (judge->found, CW_PART_POSITION),
                   *date = get_date (judge);
  double right;
  CwBox box;

  if (tell_block (judge) != BLOCK_STAMPED)
    return;
  right = cw_judge_get_right (judge, date->page) - 4 * judge->cell;
  cw_judge_near (judge, _ ("end of the date"), right, 0.5, get_end (judge, date), date);
  if (!find_signature (judge, position, &box))
    return;
  cw_judge_near_at (judge, _ ("right edge of the signature"), right, 0.5, box.right, position->page,
                    box);
  cw_judge_near (judge, _ ("signature right of the position"), 2 * judge->cell, 0.5,
                 box.left - get_end (judge, position), position);
}

/* C35 */
void
cw_check_note (CwJudge *judge)
{
  const CwFoundRow *note = cw_found_get_first (judge->found, CW_PART_NOTE),
                   *date = get_date (judge);

  if (note == NULL || date == NULL)
    return;
  if (note->page == date->page)
    cw_judge_near (judge, _ ("below the date"), judge->pitch, 0.3,
                   cw_found_row_get_centre (judge->found, note)
                       - cw_found_row_get_centre (judge->found, date),
                   note);
  cw_judge_near (judge, _ ("left edge"), cw_judge_get_left (judge, note->page) + 2 * judge->cell,
                 0.2, cw_found_row_get_x (note), note);
}

static guint
count_text (CwJudge *judge, CwMeasuredPage *page)
{
  guint n = 0;

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      n += row->page == page && row->attachment == 0
           && (row->part == CW_PART_BODY || row->part == CW_PART_ATTACHMENT_LIST
               || row->part == CW_PART_TABLE || row->part == CW_PART_ATTENDEES);
    }
  return n;
}

/* C56 */
void
cw_check_signature_page (CwJudge *judge)
{
  const CwFoundRow *date = get_date (judge);

  if (date != NULL)
    {
      guint n = count_text (judge, date->page);
      g_autofree char *found = g_strdup_printf (ngettext ("%u line", "%u lines", n), n);

      cw_judge_that (judge, n > 0, _ ("text on the page of the signature block"), found, date->page,
                     cw_found_row_get_box (date));
    }
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      if (strstr (row->text, "此页无正文") != NULL)
        cw_judge_that (judge, FALSE, _ ("no such words"), row->text, row->page,
                       cw_found_row_get_box (row));
    }
}
