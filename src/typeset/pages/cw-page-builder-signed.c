/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include "cw-sign-off-parts.h"
#include "typeset/cw-standard.h"

/* How the four kinds of signature block are arranged: seals, several seals, none, stamps. */

static CwParagraph *
get_paragraph (CwPageBuilder *self, guint piece)
{
  return cw_page_builder_get_piece (self, piece)->paragraph;
}

/* The width of the longest line. */
static double
get_width (CwParagraph *paragraph)
{
  double width = 0;

  for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
    width = MAX (width, cw_paragraph_get_line (paragraph, line)->width);
  return width;
}

static double
widest (CwPageBuilder *self, const GArray *pieces)
{
  double width = 0;

  for (guint i = 0; i < pieces->len; i++)
    width = MAX (width, get_width (get_paragraph (self, g_array_index (pieces, guint, i))));
  return width;
}

/* Plans the lines of a piece from @slot on, each at @x or, with @centred, centred there; returns
 * the line below them. */
static guint
plan_piece (CwPageBuilder *self,
            CwSignOffPlan *plan,
            guint piece,
            guint slot,
            double x,
            gboolean centred)
{
  CwParagraph *paragraph = get_paragraph (self, piece);

  for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
    {
      double width = cw_paragraph_get_line (paragraph, line)->width;

      cw_sign_off_plan_add_row (plan, piece, line, centred ? MAX (x - width / 2, 0) : x, slot++);
    }
  return slot;
}

static guint
plan_pieces (CwPageBuilder *self,
             CwSignOffPlan *plan,
             const GArray *pieces,
             guint slot,
             double x,
             gboolean centred)
{
  for (guint i = 0; i < pieces->len; i++)
    slot = plan_piece (self, plan, g_array_index (pieces, guint, i), slot, x, centred);
  return slot;
}

static void
plan_seal (CwPageBuilder *self, CwSignOffPlan *plan, double x, double y, guint slot, guint piece)
{
  double diameter = CW_MM (self->form->seal_diameter);
  CwPlannedShape seal = { .kind = CW_SHAPE_SEAL,
                          .x = x - diameter / 2,
                          .y = y,
                          .width = diameter,
                          .height = diameter,
                          .slot = slot,
                          .flow_line = cw_page_builder_get_piece (self, piece)->flow_line };

  cw_sign_off_plan_add_shape (plan, &seal);
}

/* One blank line below the text, none at the head of a page; names one below the other (R79–R81). */
static void
plan_unsealed (
    CwPageBuilder *self, CwSignOffPlan *plan, const CwSignOffParts *parts, guint text_slots)
{
  CwSignOffPlace place
      = cw_sign_off_place (self->profile, self->layout->grid.cell, widest (self, parts->names),
                           widest (self, parts->dates));
  guint slot = text_slots > 0 ? 1 : 0;

  slot = plan_pieces (self, plan, parts->names, slot, place.signatory, FALSE);
  plan_pieces (self, plan, parts->dates, slot, place.date, FALSE);
}

static guint
count_lines (CwPageBuilder *self, const GArray *pieces)
{
  guint n_lines = 0;

  for (guint i = 0; i < pieces->len; i++)
    n_lines += cw_paragraph_get_n_lines (get_paragraph (self, g_array_index (pieces, guint, i)));
  return n_lines;
}

/* A seal that stands above the note on the line after the date ends above it. */
static double
keep_off_note (
    CwPageBuilder *self, const CwSignOffParts *parts, double left, guint n_lines, double room)
{
  const CwGrid *grid = &self->layout->grid;
  double diameter = CW_MM (self->form->seal_diameter);
  CwSealPlace seal;

  if (parts->notes->len == 0 || left > widest (self, parts->notes))
    return room;
  seal = cw_sign_off_hang_seal (self->profile, grid, diameter, n_lines, room);
  return MIN (room, (seal.blank + n_lines + 1) * grid->pitch - grid->em);
}

/* Signatory centred on the date, both under one seal (R70–R73). */
static void
plan_sealed (CwPageBuilder *self, CwSignOffPlan *plan, const CwSignOffParts *parts, double room)
{
  double names = widest (self, parts->names), dates = widest (self, parts->dates);
  CwSignOffPlace place
      = cw_sign_off_place_sealed (self->layout->grid.cell, names, dates);
  guint n_lines = count_lines (self, parts->names) + count_lines (self, parts->dates), slot;
  double diameter = CW_MM (self->form->seal_diameter);
  double centre = dates > 0 ? place.date + dates / 2 : place.signatory + names / 2;
  CwSealPlace seal;

  room = keep_off_note (self, parts, centre - diameter / 2, n_lines, room);
  seal = cw_sign_off_hang_seal (self->profile, &self->layout->grid, diameter, n_lines, room);
  slot = plan_pieces (self, plan, parts->names, seal.blank, centre, TRUE);

  plan_pieces (self, plan, parts->dates, slot, centre, TRUE);
  if (parts->names->len > 0)
    plan_seal (self, plan, centre, seal.top, seal.blank, g_array_index (parts->names, guint, 0));
}

/* The rows of seals leave so much room below the first of them as the others need. */
static CwSealPlace
hang_array (CwPageBuilder *self,
            const CwSignOffParts *parts,
            const CwSealArray *array,
            guint n_lines,
            double room)
{
  const CwGrid *grid = &self->layout->grid;
  double diameter = CW_MM (self->form->seal_diameter);
  guint n = parts->names->len, last_row = (n - 1) / array->n_columns;
  double left = cw_sign_off_get_seal_x (array, n, last_row * array->n_columns) - diameter / 2;

  room -= last_row * array->row_lines * grid->pitch;
  return cw_sign_off_hang_seal (self->profile, grid, diameter, n_lines,
                                keep_off_note (self, parts, left, n_lines, room));
}

/* The widths of the names as they are, and in two lines. */
static void
measure_names (CwPageBuilder *self, const CwSignOffParts *parts, double *names, double *halves)
{
  CwOtherSettings *others = cw_piece_cache_get_others (self->cache);

  for (guint i = 0; i < parts->names->len; i++)
    {
      CwPiece *piece
          = cw_page_builder_get_piece (self, g_array_index (parts->names, guint, i));
      CwParagraph *whole = piece->paragraph;

      names[i] = halves[i] = get_width (whole);
      if (cw_paragraph_get_n_lines (whole) == 1)
        halves[i] = get_width (cw_other_settings_halve (others, whole));
    }
}

/* Sets the names in two lines that are to stand so. Returns the most lines a name has. */
static guint
halve_names (CwPageBuilder *self, const CwSignOffParts *parts, const double *names)
{
  CwOtherSettings *others = cw_piece_cache_get_others (self->cache);
  guint most = 1;

  for (guint i = 0; i < parts->names->len; i++)
    {
      CwPiece *piece
          = cw_page_builder_get_piece (self, g_array_index (parts->names, guint, i));
      CwParagraph *whole = piece->paragraph;

      if (names[i] < get_width (whole))
        {
          piece->paragraph = cw_paragraph_ref (cw_other_settings_halve (others, whole));
          cw_paragraph_unref (whole);
        }
      most = MAX (most, cw_paragraph_get_n_lines (piece->paragraph));
    }
  return most;
}

static CwSealArray
arrange_names (CwPageBuilder *self, const CwSignOffParts *parts, guint *n_lines)
{
  guint n = parts->names->len;
  g_autofree double *names = g_new (double, n), *halves = g_new (double, n);
  CwSealArray array;

  measure_names (self, parts, names, halves);
  array = cw_sign_off_array_seals (self->profile, &self->layout->grid,
                                   CW_MM (self->form->seal_diameter), names, halves, n,
                                   widest (self, parts->dates));
  *n_lines = halve_names (self, parts, names);
  return array;
}

/* Each name under its seal in a regular array, the last one with the date (R75–R77). Names of one
 * line stand on the second of those that have two, so that the date is below all of them. */
static void
plan_joint (CwPageBuilder *self, CwSignOffPlan *plan, const CwSignOffParts *parts, double room)
{
  const CwGrid *grid = &self->layout->grid;
  guint n = parts->names->len, slot = 0, n_lines;
  CwSealArray array = arrange_names (self, parts, &n_lines);
  CwSealPlace seal = hang_array (self, parts, &array, n_lines + 1, room);
  double centre = 0;

  for (guint i = 0; i < n; i++)
    {
      guint row = i / array.n_columns * array.row_lines;
      guint piece = g_array_index (parts->names, guint, i);
      guint lower = n_lines - cw_paragraph_get_n_lines (get_paragraph (self, piece));

      centre = cw_sign_off_get_seal_x (&array, n, i);
      slot = plan_piece (self, plan, piece, seal.blank + row + lower, centre, TRUE);
      plan_seal (self, plan, centre, seal.top + row * grid->pitch, seal.blank + row, piece);
    }
  plan_pieces (self, plan, parts->dates, slot, centre, TRUE);
}

static void
plan_stamp (
    CwPageBuilder *self, CwSignOffPlan *plan, const CwSignOffParts *parts, guint i, guint slot)
{
  const CwGrid *grid = &self->layout->grid;
  guint name = g_array_index (parts->names, guint, i);
  CwPlannedShape stamp = { .kind = CW_SHAPE_STAMP,
                           .x = CW_STD_TYPE_AREA_WIDTH - CW_STD_STAMP_INSET * grid->cell
                                - CW_STD_STAMP_WIDTH,
                           .y = (slot + 1) * grid->pitch - grid->em / 2 - CW_STD_STAMP_HEIGHT / 2,
                           .width = CW_STD_STAMP_WIDTH,
                           .height = CW_STD_STAMP_HEIGHT,
                           .slot = slot,
                           .flow_line = cw_page_builder_get_piece (self, name)->flow_line };

  if (i < parts->positions->len)
    {
      guint position = g_array_index (parts->positions, guint, i);
      double width = cw_paragraph_get_line (get_paragraph (self, position), 0)->width;

      cw_sign_off_plan_add_row (
          plan, position, 0, MAX (stamp.x - CW_STD_POSITION_INSET * grid->cell - width, 0), slot);
    }
  cw_page_builder_get_piece (self, name)->colour = CW_COLOUR_GUIDE;
  plan_piece (self, plan, name, slot, stamp.x + stamp.width / 2, TRUE);
  cw_sign_off_plan_add_shape (plan, &stamp);
}

/* Positions left of the places of their stamps, one below the other, then the date (R83, R84). The
 * name is what the stamp says, and not printed below it. */
static void
plan_stamped (CwPageBuilder *self, CwSignOffPlan *plan, const CwSignOffParts *parts)
{
  const CwGrid *grid = &self->layout->grid;
  guint lines_apart = 2, slot = CW_STD_STAMP_BLANK;
  double x = CW_STD_TYPE_AREA_WIDTH - CW_STD_STAMP_INSET * grid->cell - widest (self, parts->dates);

  while (lines_apart * grid->pitch < CW_STD_STAMP_HEIGHT)
    lines_apart++;
  for (guint i = 0; i < parts->names->len; i++)
    {
      plan_stamp (self, plan, parts, i, slot);
      slot += lines_apart;
    }
  plan_pieces (self, plan, parts->dates, parts->names->len > 0 ? slot - lines_apart + 2 : slot, x,
               FALSE);
}

/* On the line after the date (R88), or after the text if there is no date. */
static void
plan_notes (CwPageBuilder *self, CwSignOffPlan *plan, const CwSignOffParts *parts)
{
  plan_pieces (self, plan, parts->notes, plan->n_slots, 0, FALSE);
}

/**
 * cw_page_builder_plan_sign_off:
 * @self: a page builder
 * @parts: what the block is made of
 * @text_slots: lines of the grid above it on its page
 * @room: from the bottom of the text to the foot of the type area, pt
 *
 * Arranges signatories, seals, date and note below the text (R69–R88).
 *
 * Returns: (transfer full): the plan
 */
CwSignOffPlan *
cw_page_builder_plan_sign_off (CwPageBuilder *self,
                               const CwSignOffParts *parts,
                               guint text_slots,
                               double room)
{
  CwSignOffPlan *plan = cw_sign_off_plan_new ();
  gboolean empty = parts->names->len + parts->dates->len == 0;

  if (empty)
    ;
  else if (self->form->sealing == CW_SEALING_SIGNATURE)
    plan_stamped (self, plan, parts);
  else if (self->form->sealing == CW_SEALING_NONE)
    plan_unsealed (self, plan, parts, text_slots);
  else if (parts->names->len > 1)
    plan_joint (self, plan, parts, room);
  else
    plan_sealed (self, plan, parts, room);
  plan_notes (self, plan, parts);
  return plan;
}
