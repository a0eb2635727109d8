/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/fonts/cw-typefaces.h"

G_BEGIN_DECLS

/**
 * CwSpan:
 * @start: first byte
 * @end: byte after the last
 * @typeface: the typeface of the standard it is set in
 * @size: glyph size in pt
 * @cell: advance of a full-width character in pt; a half-width digit takes half of it
 * @x_scale: how wide characters and their advances are drawn: below 1 condensed, as those of an
 *   issuer mark (R40); 0 for as they are
 * @latin: digits and Western words in a Latin face, if the machine has one (R11)
 * @latin_gap: between Han and Western words, pt; none at the edges of a line (R185)
 * @names: what stands before marks and blanks are names of persons, which are not divided (R133)
 *
 * A stretch of a paragraph set in one way.
 */
typedef struct
{
  guint start;
  guint end;
  CwTypeface typeface;
  double size;
  double cell;
  double x_scale;
  gboolean latin;
  double latin_gap;
  gboolean names;
} CwSpan;

/**
 * CwGlyph:
 * @face: (transfer none): the face, which the typefaces keep alive
 * @index: glyph index in @face
 * @size: pt
 * @x: from the start of its cluster, pt, to the right
 * @y: from the optical centre of the line to the glyph's baseline, pt, downwards. Setting glyphs by
 * the centre of their ink lets faces with different baselines share a line (fonts.md trap 9)
 * @x_scale: horizontal scale of the outline, 1 unless a dash is drawn out to its two ems, the dots
 * of …… to even distances, or a digit drawn in to its half cell
 */
typedef struct
{
  CwFace *face;
  hb_codepoint_t index;
  float size;
  float x;
  float y;
  float x_scale;
} CwGlyph;

/**
 * CwCluster:
 * @offset: first byte of its text
 * @length: bytes of text; the smallest stretch that is set, copied and clicked as one
 * @ch: its first character
 * @first_glyph: its glyphs in the shaped text
 * @n_glyphs: how many
 * @advance: width before any squeezing or stretching, pt
 * @cell: the full-width cell of its span, pt
 * @span: number of its span
 *
 * A cluster: usually one Han character, a Latin letter, a digit; a pair —— or …… is one cluster.
 * Its glyphs share one face, size and scale.
 */
typedef struct
{
  guint offset;
  guint16 length;
  guint16 n_glyphs;
  gunichar ch;
  guint first_glyph;
  float advance;
  float cell;
  guint span;
} CwCluster;

/**
 * CwShaped:
 *
 * A paragraph's text turned into clusters of glyphs, not yet broken into lines. Plain data, owned
 * by whoever made it. The clusters stand in the order of the text and cover every byte of it; those
 * of control characters have no glyph and no advance.
 */
typedef struct
{
  CwTypefaces *typefaces;
  char *text;
  gsize length;
  GArray *spans;       /* CwSpan */
  GArray *clusters;    /* CwCluster */
  GArray *glyphs;      /* CwGlyph */
  GArray *substituted; /* guint: clusters set in another face than their typeface's primary one */
  GArray *missing;     /* guint: clusters for which no font has a glyph */
} CwShaped;

CwShaped *cw_shaped_new (CwTypefaces *typefaces, const char *text, gsize length,
                         const CwSpan *spans, guint n_spans);
void cw_shaped_free (CwShaped *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwShaped, cw_shaped_free)

G_END_DECLS
