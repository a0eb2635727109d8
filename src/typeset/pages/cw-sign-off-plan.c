/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sign-off-plan.h"

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
