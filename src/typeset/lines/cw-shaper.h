/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-shaped.h"

G_BEGIN_DECLS

/**
 * CwShapeKind:
 * @CW_SHAPE_CELL: a full cell: Han, full-width marks, “ ” ‘ ’ ·
 * @CW_SHAPE_SYMBOL: a full cell if the face draws it so, else its own width: ℃ ① × №
 * @CW_SHAPE_DASH: — ―
 * @CW_SHAPE_ELLIPSIS: …
 * @CW_SHAPE_DIGIT: half a cell (R166)
 * @CW_SHAPE_NUMBER_SIGN: . , : % and the like at a digit, short dashes, solidus
 * @CW_SHAPE_APOSTROPHE: ’ in a word
 * @CW_SHAPE_SPACE: any space
 * @CW_SHAPE_LINE_BREAK: line feed and U+2028: a cluster without width
 * @CW_SHAPE_IGNORABLE: control characters: nothing to see
 * @CW_SHAPE_RUN: words of an alphabetic script and whatever else needs HarfBuzz
 *
 * How a character is set.
 */
typedef enum
{
  CW_SHAPE_CELL,
  CW_SHAPE_SYMBOL,
  CW_SHAPE_DASH,
  CW_SHAPE_ELLIPSIS,
  CW_SHAPE_DIGIT,
  CW_SHAPE_NUMBER_SIGN,
  CW_SHAPE_APOSTROPHE,
  CW_SHAPE_SPACE,
  CW_SHAPE_LINE_BREAK,
  CW_SHAPE_IGNORABLE,
  CW_SHAPE_RUN,
  CW_N_SHAPE_KINDS,
} CwShapeKind;

/**
 * CwShaper:
 * @typefaces: where glyphs come from
 * @shaped: what is being made
 * @text: its text
 * @span: the span at work
 * @span_index: its number
 * @primary: the face of the span; %NULL on a machine without fonts
 * @centre: centre of the primary face, em
 * @latin: (nullable): the face of digits and Western words, on the baseline of the primary face
 * @capacity: clusters, and glyphs, there is room for without asking
 * @buffer: for HarfBuzz, made when needed
 * @language: set with it
 *
 * The work in progress of cw_shaped_new().
 */
typedef struct
{
  CwTypefaces *typefaces;
  CwShaped *shaped;
  const char *text;
  const CwSpan *span;
  guint span_index;
  CwFace *primary;
  double centre;
  CwFace *latin;
  guint capacity;
  hb_buffer_t *buffer;
  hb_language_t language;
} CwShaper;

CwShapeKind cw_shaper_get_kind (CwShaper *self, guint at, gunichar ch);
gboolean cw_shaper_joins_previous (gunichar ch);
gboolean cw_shaper_is_joined (CwShaper *self, guint next);
gunichar cw_shaper_peek (CwShaper *self, guint at);
gunichar cw_shaper_peek_back (CwShaper *self, guint at);

void cw_shaper_add_cluster (CwShaper *self, guint offset, guint length, gunichar ch,
                            double advance);
void cw_shaper_add_missing (CwShaper *self, guint offset, guint length, gunichar ch);
CwGlyph *cw_shaper_add_glyph (CwShaper *self, CwFace *face, hb_codepoint_t index, double x);

guint cw_shape_cell (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_symbol (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_dash (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_ellipsis (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_digit (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_number_sign (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_apostrophe (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_space (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_line_break (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_ignorable (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_run (CwShaper *self, guint at, guint length, gunichar ch);
guint cw_shape_grapheme (CwShaper *self, guint at, guint length, gunichar ch);

G_END_DECLS
