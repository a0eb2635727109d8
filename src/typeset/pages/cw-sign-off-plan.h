/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page.h"
#include "cw-sign-off.h"

G_BEGIN_DECLS

/**
 * CwPlannedRow:
 * @piece: number of the piece
 * @line: line of its paragraph
 * @x: left edge of its measure from the left edge of the type area, pt
 * @slot: line of the grid, 0 for the first below the text
 */
typedef struct
{
  guint piece;
  guint line;
  double x;
  guint slot;
} CwPlannedRow;

/**
 * CwPlannedShape:
 * @kind: %CW_SHAPE_SEAL or %CW_SHAPE_STAMP
 * @x: left edge from the left edge of the type area, pt
 * @y: upper edge from the bottom of the text, pt
 * @width: pt
 * @height: pt
 * @slot: line it belongs to, counted as in #CwPlannedRow
 * @flow_line: the signatory it is of
 */
typedef struct
{
  CwPageShapeKind kind;
  double x;
  double y;
  double width;
  double height;
  guint slot;
  int flow_line;
} CwPlannedShape;

/**
 * CwSignOffPlan:
 * @rows: (element-type CwPlannedRow): what is printed, downwards
 * @shapes: (element-type CwPlannedShape): the guides
 * @n_slots: lines of the grid it takes, blank ones above it included
 * @bottom: from the bottom of the text to that of the lowest guide, pt
 * @divided: its rows of seals do not all stand on the page of the first
 *
 * A signature block that is not on a page yet: everything in it, from the bottom of the text down.
 */
typedef struct
{
  GArray *rows;
  GArray *shapes;
  guint n_slots;
  double bottom;
  gboolean divided;
} CwSignOffPlan;

/**
 * CwSignOffStep:
 * @slot: its first line, counted as in #CwPlannedRow
 * @next: the line the next step begins with
 * @first: the line that may be the first on a page that begins with it
 * @bottom: from the bottom of the text to that of its lowest guide, pt
 *
 * What of a signature block must not be divided between pages: a row of seals with their names and
 * what stands below them, or else a line.
 */
typedef struct
{
  guint slot;
  guint next;
  guint first;
  double bottom;
} CwSignOffStep;

CwSignOffPlan *cw_sign_off_plan_new (void);
void cw_sign_off_plan_free (CwSignOffPlan *self);
void cw_sign_off_plan_add_row (CwSignOffPlan *self, guint piece, guint line, double x, guint slot);
void cw_sign_off_plan_add_shape (CwSignOffPlan *self, const CwPlannedShape *shape);
CwSignOffStep cw_sign_off_plan_get_step (const CwSignOffPlan *self, const CwGrid *grid,
                                         guint slot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSignOffPlan, cw_sign_off_plan_free)

G_END_DECLS
