/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/elements/cw-element.h"

G_BEGIN_DECLS

/* The paper of the sketch is so large, in units of its own. */
#define CW_SKETCH_WIDTH 100
#define CW_SKETCH_HEIGHT 141
#define CW_SKETCH_PAGES 2

/**
 * CwSketchPart:
 * @page: 0 for the first page, 1 for the last
 * @x: left edge
 * @y: upper edge
 * @width: its width
 * @height: its height; 0 for an element that has no place
 *
 * Where an element stands on the sketch of a page.
 */
typedef struct
{
  guint8 page, x, y, width, height;
} CwSketchPart;

/**
 * CwSketchRule:
 * @page: 0 for the first page, 1 for the last; %CW_SKETCH_PAGES behind the last rule
 * @y: where it is
 * @red: whether it is a red one
 *
 * A rule across the sketch of a page.
 */
typedef struct
{
  guint8 page, y;
  gboolean red;
} CwSketchRule;

/**
 * CwSketchText:
 * @page: 0 for the first page, 1 for the last
 * @top: upper edge
 * @bottom: lower edge
 *
 * Lines of text on the sketch of a page.
 */
typedef struct
{
  guint8 page, top, bottom;
} CwSketchText;

CwSketchPart cw_sketch_plan_get_part (CwElement element, const CwForm *form);
const CwSketchRule *cw_sketch_plan_get_rules (CwFormat format);
const CwSketchText *cw_sketch_plan_get_text (CwFormat format);

G_END_DECLS
