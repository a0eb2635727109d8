/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-shaped.h"

G_BEGIN_DECLS

/**
 * CwAlignment:
 * @CW_ALIGN_JUSTIFY: every line but the last fills the measure (R182)
 * @CW_ALIGN_START: lines set solid from the left edge; still broken by all rules
 * @CW_ALIGN_CENTRE: each line centred
 * @CW_ALIGN_END: each line ends at the right edge
 */
typedef enum
{
  CW_ALIGN_JUSTIFY,
  CW_ALIGN_START,
  CW_ALIGN_CENTRE,
  CW_ALIGN_END,
} CwAlignment;

/**
 * CwMeasure:
 * @width: of the lines, pt
 * @first_indent: of the first line, pt
 * @indent: of the other lines, pt
 * @alignment: how lines are set in the width
 * @looseness: how many lines more (or, negative, fewer) than the best setting to try for; taken
 * only as far as the permitted squeezing and stretching go
 * @balanced: break into balanced lines of a title instead of filling lines (R51–R53)
 * @max_width: with @balanced: widest a line may become, pt
 */
typedef struct
{
  double width;
  double first_indent;
  double indent;
  CwAlignment alignment;
  int looseness;
  gboolean balanced;
  double max_width;
} CwMeasure;

/**
 * CwPlacedCluster:
 * @cluster: its number in the shaped text
 * @x: left edge of its cell, from the left edge of the measure, pt
 * @advance: width it takes after squeezing and stretching, pt
 * @shift: what is added to its glyphs' x: negative when an opening mark has lost its left half
 */
typedef struct
{
  guint cluster;
  float x;
  float advance;
  float shift;
} CwPlacedCluster;

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
double cw_paragraph_get_x (CwParagraph *self, guint line, guint offset);
guint cw_paragraph_get_offset (CwParagraph *self, guint line, double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwParagraph, cw_paragraph_unref)

G_END_DECLS
