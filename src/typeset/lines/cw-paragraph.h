/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-measure.h"
#include "cw-shaped.h"

G_BEGIN_DECLS

/**
 * CwLine:
 * @start: first byte of its text
 * @end: byte after the last, counting spaces dropped at the break
 * @first: first of its placed clusters
 * @n_placed: how many
 * @width: from the left edge of the measure to the end of the last cluster's advance, pt
 */
typedef struct
{
  guint start;
  guint end;
  guint first;
  guint n_placed;
  double width;
} CwLine;

/**
 * CwParagraph:
 *
 * A paragraph broken into lines: immutable, atomically reference-counted.
 */
typedef struct _CwParagraph CwParagraph;

CwParagraph *cw_paragraph_new (CwShaped *shaped, const CwMeasure *measure);
CwParagraph *cw_paragraph_ref (CwParagraph *self);
void cw_paragraph_unref (CwParagraph *self);

CwShaped *cw_paragraph_get_shaped (CwParagraph *self);
guint cw_paragraph_get_n_lines (CwParagraph *self);
const CwLine *cw_paragraph_get_line (CwParagraph *self, guint line);
const CwPlacedCluster *cw_paragraph_get_placed (CwParagraph *self);
CwParagraph *cw_paragraph_with_looseness (CwParagraph *self, int looseness);
CwParagraph *cw_paragraph_with_measure (CwParagraph *self, const CwMeasure *measure);
void cw_paragraph_get_widths (CwParagraph *self, double *natural, double *least, double *bare);
double cw_paragraph_get_x (CwParagraph *self, guint line, guint offset);
guint cw_paragraph_get_offset (CwParagraph *self, guint line, double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwParagraph, cw_paragraph_unref)

G_END_DECLS
