/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include <string.h>

#include "cw-sign-off-parts.h"
#include "typeset/cw-standard.h"

/* Lines of text that stay with the signatory and date on their page (R85). */
#define LINES_WITH_SIGN_OFF 2

/* Lines that may go over for the second of them. */
#define MOST_DRAGGED 3

static void
parts_clear (CwSignOffParts *parts)
{
  g_array_unref (parts->names);
  g_array_unref (parts->positions);
  g_array_unref (parts->dates);
  g_array_unref (parts->notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CwSignOffParts, parts_clear)

static void
collect_piece (CwPageBuilder *self, CwSignOffParts *parts, guint piece)
{
  const CwPiece *p = cw_page_builder_get_piece (self, piece);

  if (!cw_piece_prints (p))
    return;
  if (p->style == CW_STYLE_SIGNATORY)
    g_array_append_val (parts->names, piece);
  else if (p->style == CW_STYLE_DATE)
    g_array_append_val (parts->dates, piece);
  else
    g_array_append_val (parts->notes, piece);
}

/* Sets the positions of the signers, a line each (R83). */
static void
collect_positions (CwPageBuilder *self, CwSignOffParts *parts)
{
  const char *text = cw_page_builder_get_text (self, CW_ELEMENT_POSITIONS);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  CwMeasure measure = { .width = CW_STD_TYPE_AREA_WIDTH, .alignment = CW_ALIGN_START };

  if (self->form->sealing != CW_SEALING_SIGNATURE)
    return;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint piece = cw_layout_add_piece (
          self->layout,
          cw_page_builder_set_text (self, lines[i], CW_TYPEFACE_FANGSONG, CW_STD_SIZE_3,
                                    self->layout->grid.cell, &measure),
          CW_ELEMENT_POSITIONS, CW_COLOUR_BLACK);

      g_array_append_val (parts->positions, piece);
    }
}

static CwSignOffParts
collect_parts (CwPageBuilder *self, guint *piece)
{
  CwSignOffParts parts = {
    .names = g_array_new (FALSE, FALSE, sizeof (guint)),
    .positions = g_array_new (FALSE, FALSE, sizeof (guint)),
    .dates = g_array_new (FALSE, FALSE, sizeof (guint)),
    .notes = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  for (; *piece < self->n_flow_pieces
         && cw_page_builder_get_piece (self, *piece)->style <= CW_STYLE_NOTE;
       (*piece)++)
    collect_piece (self, &parts, *piece);
  collect_positions (self, &parts);
  return parts;
}

/* The bottom of the text above line @slot of the grid, on the page. */
static double
find_text_bottom (CwPageBuilder *self, guint slot)
{
  const CwGrid *grid = &self->layout->grid;

  return cw_page_builder_get_line_centre (self, 0) - grid->optical_shift + grid->em / 2
         + ((int) slot - 1) * grid->pitch;
}

/* Whether a step of the block stands on a page of @n_lines, whose text takes @base of them, when line
 * @first of the block is the first below it. */
static gboolean
step_fits (
    CwPageBuilder *self, const CwSignOffStep *step, guint base, guint first, guint n_lines)
{
  double pitch = self->layout->grid.pitch;

  return base + step->next - first <= n_lines
         && step->bottom - first * pitch <= (n_lines - base) * pitch + 1e-6;
}

static gboolean
is_within (CwPageBuilder *self, const CwSignOffPlan *plan, guint slot, guint n_lines)
{
  double room = (n_lines - MIN (slot, n_lines)) * self->layout->grid.pitch;

  return plan->n_slots == 0
         || (slot + plan->n_slots <= n_lines && plan->bottom <= room + 1e-6);
}

static CwSignOffPlan *
plan_at (CwPageBuilder *self, const CwSignOffParts *parts, guint slot, guint n_lines)
{
  double room = (n_lines - MIN (slot, n_lines)) * self->layout->grid.pitch;

  return cw_page_builder_plan_sign_off (self, parts, slot, room);
}

/* Whether so many seals are in the block that no page holds it below a line of text. */
static gboolean
exceeds_page (CwPageBuilder *self, const CwSignOffParts *parts)
{
  guint n_lines = self->layout->grid.n_lines;
  g_autoptr (CwSignOffPlan) plan = plan_at (self, parts, 1, n_lines);

  return !is_within (self, plan, 1, n_lines);
}

/* Plans the block for a page of @n_lines whose text takes @slot of them. Returns whether it fits, or
 * as much of one that no page holds as must not be divided. */
static gboolean
plan_for (CwPageBuilder *self,
          const CwSignOffParts *parts,
          guint slot,
          guint n_lines,
          CwSignOffPlan **plan)
{
  CwSignOffStep first;

  *plan = plan_at (self, parts, slot, n_lines);
  if (is_within (self, *plan, slot, n_lines))
    return TRUE;
  if (slot == 0 || !exceeds_page (self, parts))
    return FALSE;
  first = cw_sign_off_plan_get_step (*plan, &self->layout->grid, 0);
  (*plan)->divided = first.next < (*plan)->n_slots && step_fits (self, &first, slot, 0, n_lines);
  return (*plan)->divided;
}

/* Whether a row is text of the body: not masthead, title, addressees or attachment list. */
static gboolean
row_is_body (CwPageBuilder *self, guint row)
{
  const CwRow *r = cw_page_builder_get_row (self, row);
  const CwPiece *piece;

  if (r->box > 0)
    return TRUE;
  piece = cw_page_builder_get_piece (self, r->piece);
  if (piece->computed)
    return FALSE;
  return piece->style > CW_STYLE_ADDRESSEES && piece->style < CW_STYLE_SIGNATORY;
}

static guint
count_body_rows (CwPageBuilder *self, guint from, guint to)
{
  guint n = 0;

  for (guint row = from; row < to; row++)
    n += row_is_body (self, row);
  return n;
}

/* The row before which to end the page so that @wanted lines of the body go over with the block, or
 * the end of the page if there are not so many, or none would be left of the first page (R60). */
static guint
find_break_for (CwPageBuilder *self, guint wanted)
{
  guint start = cw_page_builder_get_page_start (self), n_rows = self->layout->rows->len;
  guint row = n_rows;
  guint left = self->layout->starts->len == 1 ? 1 : 0;

  while (row > start && count_body_rows (self, row, n_rows) < wanted)
    row--;
  if (count_body_rows (self, row, n_rows) < wanted)
    return n_rows;
  row = cw_page_builder_keep_headings (self, row);
  if (row <= start || count_body_rows (self, start, row) < left
      || cw_page_builder_get_row (self, row)->slot == CW_NO_SLOT)
    return n_rows;
  return row;
}

/* Lines of the grid from a row to the end of the page; none from behind it. */
static guint
count_slots_from (CwPageBuilder *self, guint row)
{
  return row < self->layout->rows->len ? self->slot - cw_page_builder_get_row (self, row)->slot : 0;
}

/* Whether the second line of text takes a table or the like over with it, which leaves more of the
 * page empty than it is worth. */
static gboolean
drags_too_much (CwPageBuilder *self, guint row)
{
  guint least = count_slots_from (self, find_break_for (self, 1));

  return least > 0 && count_slots_from (self, row) > least + MOST_DRAGGED;
}

/* Ends the page so early that text goes over together with the block (R85). Returns the plan of the
 * block there, or %NULL if there is no such way. */
static CwSignOffPlan *
move_with_text (CwPageBuilder *self, const CwSignOffParts *parts)
{
  for (guint wanted = LINES_WITH_SIGN_OFF; wanted > 0; wanted--)
    {
      guint row = find_break_for (self, wanted);
      g_autoptr (CwSignOffPlan) plan = NULL;

      if (row == self->layout->rows->len || drags_too_much (self, row))
        continue;
      if (!plan_for (self, parts, count_slots_from (self, row), self->layout->grid.n_lines, &plan))
        continue;
      cw_page_builder_break_page (self, row);
      return g_steal_pointer (&plan);
    }
  return NULL;
}

static gboolean
row_is_list (CwPageBuilder *self, guint row)
{
  const CwRow *r = cw_page_builder_get_row (self, row);
  const CwPiece *piece = cw_page_builder_get_piece (self, r->piece);

  return r->box == 0 && piece->computed && piece->source < 0;
}

/* Where the page begins with the attachment list or a part of it, all of the list may go over with
 * the block and the last lines of the text. */
static CwSignOffPlan *
move_with_list (CwPageBuilder *self, const CwSignOffParts *parts)
{
  guint start = cw_page_builder_get_page_start (self), n_pages = self->layout->starts->len;
  const CwRow *above;
  CwSignOffPlan *plan;

  if (n_pages < 2 || start == 0 || !row_is_list (self, start)
      || cw_page_builder_get_row (self, start - 1)->slot == CW_NO_SLOT)
    return NULL;
  above = cw_page_builder_get_row (self, start - 1);
  g_array_set_size (self->layout->starts, n_pages - 1);
  self->slot = above->slot + above->n_slots;
  for (guint row = start; row < self->layout->rows->len; row++)
    cw_page_builder_place_row (self, cw_page_builder_get_row (self, row));
  plan = move_with_text (self, parts);
  if (plan == NULL)
    cw_page_builder_break_page (self, start);
  return plan;
}

/* Arranges the block where the text ends; failing that on a page with the last lines of the text;
 * failing that too on a page of its own, which only a change of the text can mend. */
static CwSignOffPlan *
make_plan (CwPageBuilder *self, const CwSignOffParts *parts)
{
  g_autoptr (CwSignOffPlan) plan = NULL;
  guint start = cw_page_builder_get_page_start (self), n_rows = self->layout->rows->len;
  gboolean fits
      = plan_for (self, parts, self->slot, cw_page_builder_get_n_lines (self), &plan);
  CwSignOffPlan *moved;

  if (n_rows == start || (fits && count_body_rows (self, start, n_rows) > 0))
    return g_steal_pointer (&plan);
  moved = move_with_text (self, parts);
  if (moved == NULL)
    moved = move_with_list (self, parts);
  self->layout->sign_off_moved = moved != NULL || !fits;
  if (moved != NULL || fits)
    return moved != NULL ? moved : g_steal_pointer (&plan);
  cw_page_builder_start_page (self, self->layout->rows->len);
  g_clear_pointer (&plan, cw_sign_off_plan_free);
  plan_for (self, parts, 0, self->layout->grid.n_lines, &plan);
  return g_steal_pointer (&plan);
}

/* Puts the places of seals and stamps of a step; @y is the bottom of the text the plan counts from. */
static void
put_shapes (CwPageBuilder *self, const CwSignOffPlan *plan, const CwSignOffStep *step, double y)
{
  guint page = self->layout->starts->len - 1;
  double left = cw_grid_get_left (self->profile, page + 1);

  for (guint i = 0; i < plan->shapes->len; i++)
    {
      const CwPlannedShape *shape = &g_array_index (plan->shapes, CwPlannedShape, i);

      if (shape->slot < step->slot || shape->slot >= step->next)
        continue;
      cw_layout_add_shape (self->layout, &(CwShape) { .kind = shape->kind,
                                                      .page = page,
                                                      .x = left + shape->x,
                                                      .y = y + shape->y,
                                                      .width = shape->width,
                                                      .height = shape->height,
                                                      .colour = CW_COLOUR_GUIDE,
                                                      .source = CW_ELEMENT_SIGNATORY,
                                                      .flow_line = shape->flow_line });
    }
}

static void
put_step (CwPageBuilder *self,
          const CwSignOffPlan *plan,
          const CwSignOffStep *step,
          guint base,
          guint first)
{
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const CwPlannedRow *row = &g_array_index (plan->rows, CwPlannedRow, i);
      guint slot = base + row->slot - first;

      if (row->slot < step->slot || row->slot >= step->next)
        continue;
      cw_page_builder_append_row (self, row->piece, row->line, row->x,
                                  cw_page_builder_get_line_centre (self, slot), slot);
      self->slot = MAX (self->slot, slot + 1);
    }
  put_shapes (self, plan, step,
              find_text_bottom (self, base) - first * self->layout->grid.pitch);
}

/* Puts a plan. A row of seals, or a line, that the page cannot hold goes on at the head of the next,
 * the seals below its upper edge. */
static void
put_plan (CwPageBuilder *self, const CwSignOffPlan *plan)
{
  guint base = self->slot, first = 0;
  CwSignOffStep step;

  for (guint slot = 0; slot < plan->n_slots; slot = step.next)
    {
      step = cw_sign_off_plan_get_step (plan, &self->layout->grid, slot);
      if (!step_fits (self, &step, base, first, cw_page_builder_get_n_lines (self))
          && step.first > first)
        {
          cw_page_builder_start_page (self, self->layout->rows->len);
          first = step.first;
          base = 0;
        }
      put_step (self, plan, &step, base, first);
    }
}

/**
 * cw_page_builder_put_sign_off:
 * @self: a page builder
 * @piece: the piece after the body
 *
 * Puts signatories, date and note below the text, with the places of seals or stamps, never without
 * text on their page if there is a way (R69–R88).
 *
 * Returns: the piece after them
 */
guint
cw_page_builder_put_sign_off (CwPageBuilder *self, guint piece)
{
  g_auto (CwSignOffParts) parts = collect_parts (self, &piece);
  g_autoptr (CwSignOffPlan) plan = make_plan (self, &parts);

  if (plan->n_slots == 0)
    return piece;
  self->layout->text_with_sign_off = count_body_rows (
      self, cw_page_builder_get_page_start (self), self->layout->rows->len);
  self->layout->sign_off_divided = plan->divided;
  put_plan (self, plan);
  return piece;
}
