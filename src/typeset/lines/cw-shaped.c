/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-shaped.h"

#include "cw-shaper.h"

typedef guint (*ShapeFunc) (CwShaper *self, guint at, guint length, gunichar ch);

static const ShapeFunc shape_funcs[CW_N_SHAPE_KINDS] = {
  [CW_SHAPE_CELL] = cw_shape_cell,
  [CW_SHAPE_SYMBOL] = cw_shape_symbol,
  [CW_SHAPE_DASH] = cw_shape_dash,
  [CW_SHAPE_ELLIPSIS] = cw_shape_ellipsis,
  [CW_SHAPE_DIGIT] = cw_shape_digit,
  [CW_SHAPE_NUMBER_SIGN] = cw_shape_number_sign,
  [CW_SHAPE_APOSTROPHE] = cw_shape_apostrophe,
  [CW_SHAPE_SPACE] = cw_shape_space,
  [CW_SHAPE_LINE_BREAK] = cw_shape_line_break,
  [CW_SHAPE_IGNORABLE] = cw_shape_ignorable,
  [CW_SHAPE_RUN] = cw_shape_run,
};

/* Digits and words in the Latin face: for them it is the face of the span (R11). */
static guint
shape_latin (CwShaper *self, CwShapeKind kind, guint at, guint length, gunichar ch)
{
  CwFace *primary = self->primary;
  guint next;

  self->primary = self->latin;
  next = shape_funcs[kind](self, at, length, ch);
  self->primary = primary;
  return next;
}

/* Sets the character at @at, with what belongs to it. */
static guint
shape_next (CwShaper *self, guint at)
{
  gunichar ch = g_utf8_get_char (self->text + at);
  guint length = (guint) g_utf8_skip[(guchar) self->text[at]];
  CwShapeKind kind = cw_shaper_get_kind (self, at, ch);
  gboolean alone = kind == CW_SHAPE_RUN || kind == CW_SHAPE_IGNORABLE;

  if (!alone && G_UNLIKELY (cw_shaper_is_joined (self, at + length)))
    return cw_shape_grapheme (self, at, length, ch);

  if (self->latin != NULL
      && (kind == CW_SHAPE_DIGIT || kind == CW_SHAPE_NUMBER_SIGN || kind == CW_SHAPE_RUN))
    return shape_latin (self, kind, at, length, ch);
  return shape_funcs[kind](self, at, length, ch);
}

/* Draws the clusters from @first on narrower, or wider, with their advances. */
static void
scale_clusters (CwShaped *self, guint first, double x_scale)
{
  for (guint i = first; i < self->clusters->len; i++)
    {
      CwCluster *cluster = &g_array_index (self->clusters, CwCluster, i);

      cluster->advance *= (float) x_scale;
      cluster->cell *= (float) x_scale;
      for (guint j = cluster->first_glyph; j < cluster->first_glyph + cluster->n_glyphs; j++)
        {
          CwGlyph *glyph = &g_array_index (self->glyphs, CwGlyph, j);

          glyph->x *= (float) x_scale;
          glyph->x_scale *= (float) x_scale;
        }
    }
}

static void
shape_span (CwShaper *self, guint index)
{
  guint first = self->shaped->clusters->len;

  self->span_index = index;
  self->span = &g_array_index (self->shaped->spans, CwSpan, index);
  self->primary = cw_typefaces_get_primary (self->typefaces, self->span->typeface);
  self->latin = self->span->latin ? cw_typefaces_get_latin (self->typefaces) : NULL;
  self->centre = self->primary != NULL ? cw_face_get_centre (self->primary) : 0;
  for (guint at = self->span->start; at < self->span->end;)
    at = shape_next (self, at);
  if (self->span->x_scale > 0)
    scale_clusters (self->shaped, first, self->span->x_scale);
}

static gboolean
are_spans_whole (const CwSpan *spans, guint n_spans, gsize length)
{
  guint at = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].start != at || spans[i].end < at || spans[i].typeface >= CW_N_TYPEFACES)
        return FALSE;
      at = spans[i].end;
    }
  return at == length;
}

/* Enough for Chinese text, which has three bytes to a cluster. */
static guint
get_capacity (gsize length)
{
  return (guint) length / 3 + 64;
}

static CwShaped *
allocate (CwTypefaces *typefaces,
          const char *text,
          gsize length,
          const CwSpan *spans,
          guint n_spans)
{
  CwShaped *self = g_new0 (CwShaped, 1);

  self->typefaces = cw_typefaces_ref (typefaces);
  self->text = g_strndup (text, length);
  self->length = length;
  self->spans = g_array_sized_new (FALSE, FALSE, sizeof (CwSpan), n_spans);
  if (n_spans > 0)
    g_array_append_vals (self->spans, spans, n_spans);
  self->clusters = g_array_sized_new (FALSE, FALSE, sizeof (CwCluster), get_capacity (length));
  self->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (CwGlyph), get_capacity (length));
  self->substituted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->missing = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * cw_shaped_new:
 * @typefaces: the typefaces; kept alive by the result
 * @text: valid UTF-8 without NUL
 * @length: bytes
 * @spans: (array length=n_spans): how each stretch is set; in order, without gaps, on character
 * boundaries
 * @n_spans: how many
 *
 * Turns the text into clusters of glyphs with their natural widths: a full cell for a Han character
 * or full-width mark, half a cell for a digit, two for —— and ……, the width of the letters for
 * words. Each character is set in the span's face or else in the first fallback that has it, all
 * with the centre of their ink on one line. The same fonts give the same numbers, on any thread.
 *
 * Returns: (transfer full): the shaped text
 */
CwShaped *
cw_shaped_new (CwTypefaces *typefaces,
               const char *text,
               gsize length,
               const CwSpan *spans,
               guint n_spans)
{
  g_return_val_if_fail (length < G_MAXINT, NULL);
  g_return_val_if_fail (are_spans_whole (spans, n_spans, length), NULL);

  CwShaped *self = allocate (typefaces, text, length, spans, n_spans);
  CwShaper shaper = {
    .typefaces = typefaces,
    .shaped = self,
    .text = self->text,
    .capacity = get_capacity (length),
  };
  for (guint i = 0; i < n_spans; i++)
    shape_span (&shaper, i);
  g_clear_pointer (&shaper.buffer, hb_buffer_destroy);
  return self;
}

/**
 * cw_shaped_free:
 * @self: (transfer full): shaped text
 */
void
cw_shaped_free (CwShaped *self)
{
  g_array_unref (self->missing);
  g_array_unref (self->substituted);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_array_unref (self->spans);
  g_free (self->text);
  g_clear_pointer (&self->typefaces, cw_typefaces_unref);
  g_free (self);
}
