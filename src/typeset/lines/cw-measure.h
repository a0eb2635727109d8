/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a paragraph is set to, and what becomes of each of its clusters. */

G_BEGIN_DECLS

/**
 * CwAlignment:
 * @CW_ALIGN_JUSTIFY: every line but the last fills the measure (R182)
 * @CW_ALIGN_START: lines set solid from the left edge; still broken by all rules
 * @CW_ALIGN_CENTRE: each line centred
 * @CW_ALIGN_END: each line ends at the right edge
 * @CW_ALIGN_SPREAD: the characters of each line spread evenly over the measure (分散对齐)
 */
typedef enum
{
  CW_ALIGN_JUSTIFY,
  CW_ALIGN_START,
  CW_ALIGN_CENTRE,
  CW_ALIGN_END,
  CW_ALIGN_SPREAD,
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

G_END_DECLS
