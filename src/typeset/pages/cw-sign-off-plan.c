/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sign-off-plan.h"

#include <math.h>

/**
 * cw_sign_off_plan_new:
 *
 * Returns: (transfer full): a plan of nothing
 */
CwSignOffPlan *
cw_sign_off_plan_new (void)
{
  CwSignOffPlan *self = g_new0 (CwSignOffPlan, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (CwPlannedRow));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (CwPlannedShape));
  return self;
}

/**
 * cw_sign_off_plan_free:
 * @self: (transfer full): a plan
 */
void
cw_sign_off_plan_free (CwSignOffPlan *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->shapes);
  g_free (self);
}

/**
 * cw_sign_off_plan_add_row:
 * @self: a plan
 * @piece: number of the piece
 * @line: line of its paragraph
 * @x: left edge of its measure from the left edge of the type area, pt
 * @slot: line of the grid, 0 for the first below the text
 *
 * Plans a line of text.
 */
void
cw_sign_off_plan_add_row (CwSignOffPlan *self, guint piece, guint line, double x, guint slot)
{
  CwPlannedRow row = { piece, line, x, slot };

  g_array_append_val (self->rows, row);
  self->n_slots = MAX (self->n_slots, slot + 1);
}

/**
 * cw_sign_off_plan_add_shape:
 * @self: a plan
 * @shape: a guide
 *
 * Plans a guide.
 */
void
cw_sign_off_plan_add_shape (CwSignOffPlan *self, const CwPlannedShape *shape)
{
  g_array_append_val (self->shapes, *shape);
  self->bottom = MAX (self->bottom, shape->y + shape->height);
}

/* The line of the first guides at or below line @slot; @n_slots if there are none. */
static guint
find_guides (const CwSignOffPlan *self, guint slot)
{
  guint found = self->n_slots;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      guint at = g_array_index (self->shapes, CwPlannedShape, i).slot;

      if (at >= slot)
        found = MIN (found, at);
    }
  return found;
}

static void
measure_guides (const CwSignOffPlan *self, const CwGrid *grid, CwSignOffStep *step, guint guides)
{
  double top = step->slot * grid->pitch;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const CwPlannedShape *shape = &g_array_index (self->shapes, CwPlannedShape, i);

      if (shape->slot != guides)
        continue;
      top = MIN (top, shape->y - grid->gap);
      step->bottom = MAX (step->bottom, shape->y + shape->height);
    }
  step->first = (guint) MAX (floor (top / grid->pitch), 0);
}

/**
 * cw_sign_off_plan_get_step:
 * @self: a plan
 * @grid: the grid
 * @slot: a line, where a step begins
 *
 * Returns: that step
 */
CwSignOffStep
cw_sign_off_plan_get_step (const CwSignOffPlan *self, const CwGrid *grid, guint slot)
{
  CwSignOffStep step = { slot, slot + 1, slot, 0 };
  guint guides = find_guides (self, slot);

  /* The blank lines above the first guides are theirs. */
  if (guides >= self->n_slots || (slot > 0 && guides > slot))
    return step;
  measure_guides (self, grid, &step, guides);
  step.next = find_guides (self, guides + 1);
  /* Below the last ones, what stands beside them. */
  if (step.next >= self->n_slots)
    step.next = CLAMP ((guint) ceil (step.bottom / grid->pitch), guides + 1, self->n_slots);
  return step;
}
