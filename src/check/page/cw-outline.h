/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-mark.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * CwOutlinePart:
 * @box: what it covers, without a stroke's width
 * @start_x: where it starts
 * @start_y: where it starts
 * @straight: whether it has no curve
 * @n_points: corners of a straight one
 * @area: enclosed by a straight one
 *
 * A subpath.
 */
typedef struct
{
  CwBox box;
  double start_x;
  double start_y;
  gboolean straight;
  guint n_points;
  double area;
} CwOutlinePart;

/**
 * CwOutlineSide:
 * @x1: from
 * @y1: from
 * @x2: to
 * @y2: to
 *
 * A straight piece of a path.
 */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} CwOutlineSide;

/**
 * CwOutline:
 * @parts: (element-type CwOutlinePart): its subpaths
 * @sides: (element-type CwOutlineSide): its straight pieces
 *
 * The path of an SVG element, already brought to millimetres.
 */
typedef struct
{
  GArray *parts;
  GArray *sides;
} CwOutline;

CwOutline *cw_outline_parse (const char *data, const cairo_matrix_t *matrix);
void cw_outline_free (CwOutline *self);
CwBox cw_outline_get_box (CwOutline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwOutline, cw_outline_free)

G_END_DECLS
