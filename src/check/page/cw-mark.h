/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

/* What a page of a PDF leaves on the paper: glyphs, shapes and pictures, exact, in millimetres from
 * the top left corner of the sheet. */

G_BEGIN_DECLS

/**
 * CwBox:
 * @left: left edge, mm
 * @top: upper edge, mm
 * @right: right edge, mm
 * @bottom: lower edge, mm
 *
 * A rectangle of the sheet; @right < @left means that it is empty.
 */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} CwBox;

#define CW_BOX_EMPTY ((CwBox) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

/**
 * CwTint:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 *
 * A colour as it reaches the paper.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} CwTint;

/**
 * CwGlyphMark:
 * @x: origin, mm
 * @y: baseline, mm
 * @ink: what it blackens; empty for a blank
 * @tint: its colour
 * @taken: whether a character was found that it belongs to
 *
 * One glyph as it is drawn.
 */
typedef struct
{
  double x;
  double y;
  CwBox ink;
  CwTint tint;
  gboolean taken;
} CwGlyphMark;

/**
 * CwDrawnKind:
 * @CW_SHAPE_BAR: a filled rectangle or a straight stroke along an edge of the paper
 * @CW_SHAPE_FILL: any other filled area
 * @CW_SHAPE_STROKE: any other stroke
 */
typedef enum
{
  CW_SHAPE_BAR,
  CW_SHAPE_FILL,
  CW_SHAPE_STROKE,
} CwDrawnKind;

/**
 * CwShapeMark:
 * @kind: what it is
 * @box: what it covers, stroke width included
 * @stroke: width of the stroke, mm; 0 if filled
 * @tint: its colour
 *
 * A drawn line or area.
 */
typedef struct
{
  CwDrawnKind kind;
  CwBox box;
  double stroke;
  CwTint tint;
} CwShapeMark;

/**
 * CwMarks:
 * @glyphs: (element-type CwGlyphMark): in the order they are drawn
 * @shapes: (element-type CwShapeMark): in the order they are drawn
 * @pictures: (element-type CwBox): places of images
 *
 * All marks of a page.
 */
typedef struct
{
  GArray *glyphs;
  GArray *shapes;
  GArray *pictures;
} CwMarks;

CwMarks *cw_marks_new (PopplerPage *page);
void cw_marks_free (CwMarks *self);

void cw_box_unite (CwBox *self, const CwBox *other);
void cw_box_add (CwBox *self, double x, double y);
gboolean cw_box_is_empty (const CwBox *self);
gboolean cw_tint_is_black (const CwTint *self);
gboolean cw_tint_is_red (const CwTint *self);
gboolean cw_tint_is_reddish (const CwTint *self);
gboolean cw_tint_is_paper (const CwTint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMarks, cw_marks_free)

G_END_DECLS
