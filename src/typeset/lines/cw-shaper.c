/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-shaper.h"

#include <string.h>

/* Where the middle of Han ink is in a usual face, for a machine whose only face has none. */
#define USUAL_CENTRE 0.36

static gboolean
is_latin (gunichar ch)
{
  return ch != 0 && g_unichar_isalpha (ch) && g_unichar_get_script (ch) == G_UNICODE_SCRIPT_LATIN;
}

static gboolean
is_digit (gunichar ch)
{
  return ch >= '0' && ch <= '9';
}

/**
 * cw_shaper_peek:
 * @self: a shaper
 * @at: byte of the text
 *
 * Returns: the character at @at, or 0 at or beyond the end of the span
 */
gunichar
cw_shaper_peek (CwShaper *self, guint at)
{
  return at < self->span->end ? g_utf8_get_char (self->text + at) : 0;
}

/**
 * cw_shaper_peek_back:
 * @self: a shaper
 * @at: byte of the text
 *
 * Returns: the character before @at, or 0 at the start of the span
 */
gunichar
cw_shaper_peek_back (CwShaper *self, guint at)
{
  return at > self->span->start ? g_utf8_get_char (g_utf8_prev_char (self->text + at)) : 0;
}

/**
 * cw_shaper_joins_previous:
 * @ch: a character
 *
 * Returns: whether it is one with the character before it: combining marks, variation selectors,
 * joiners, skin tones, tags
 */
gboolean
cw_shaper_joins_previous (gunichar ch)
{
  if (G_LIKELY (ch < 0x300 || (ch > 0x309A && ch < 0xA000) || (ch > 0xFE0F && ch < 0xFFFF)
                || (ch >= 0x3000 && ch < 0x302A)))
    return FALSE;
  return g_unichar_ismark (ch) || ch == 0x200C || ch == 0x200D || (ch >= 0x1F3FB && ch <= 0x1F3FF)
         || (ch >= 0xE0020 && ch <= 0xE007F);
}

/**
 * cw_shaper_is_joined:
 * @self: a shaper
 * @next: the byte after a character
 *
 * Returns: whether something joins that character
 */
gboolean
cw_shaper_is_joined (CwShaper *self, guint next)
{
  return cw_shaper_joins_previous (cw_shaper_peek (self, next));
}

/* ’ in don’t is a letter's mark, not half of a pair of quotes. */
static gboolean
is_apostrophe (CwShaper *self, guint at, gunichar ch)
{
  return ch == 0x2019 && is_latin (cw_shaper_peek_back (self, at))
         && is_latin (cw_shaper_peek (self, at + 3));
}

static CwShapeKind
get_ascii_kind (CwShaper *self, guint at, gunichar ch)
{
  if (is_digit (ch))
    return CW_SHAPE_DIGIT;
  if (ch == ' ' || ch == '\t')
    return CW_SHAPE_SPACE;
  if (ch == '\n')
    return CW_SHAPE_LINE_BREAK;
  if (ch < ' ' || ch == 0x7F)
    return CW_SHAPE_IGNORABLE;
  if (strchr (".,:/%-~+", (int) ch) == NULL)
    return CW_SHAPE_RUN;

  gunichar previous = cw_shaper_peek_back (self, at), next = cw_shaper_peek (self, at + 1);
  gboolean connects_han
      = (ch == '-' || ch == '/') && g_unichar_iswide (previous) && g_unichar_iswide (next);
  return is_digit (previous) || is_digit (next) || connects_han ? CW_SHAPE_NUMBER_SIGN
                                                                : CW_SHAPE_RUN;
}

static CwShapeKind
get_narrow_kind (gunichar ch)
{
  switch ((int) g_unichar_type (ch))
    {
    case G_UNICODE_SPACE_SEPARATOR:
      return CW_SHAPE_SPACE;
    case G_UNICODE_PRIVATE_USE: /* rare characters of old office systems */
      return CW_SHAPE_SYMBOL;
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return cw_shaper_joins_previous (ch) ? CW_SHAPE_RUN : CW_SHAPE_IGNORABLE;
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return CW_SHAPE_RUN;
    default:
      break;
    }
  gboolean flag_letter = ch >= 0x1F1E6 && ch <= 0x1F1FF;
  gboolean common = g_unichar_get_script (ch) == G_UNICODE_SCRIPT_COMMON;
  return common && !flag_letter ? CW_SHAPE_SYMBOL : CW_SHAPE_RUN;
}

/**
 * cw_shaper_get_kind:
 * @self: a shaper
 * @at: where @ch stands
 * @ch: a character
 *
 * Returns: how it is set, by itself and by its neighbours
 */
CwShapeKind
cw_shaper_get_kind (CwShaper *self, guint at, gunichar ch)
{
  if ((ch >= 0x4E00 && ch <= 0x9FFF) || (ch > 0x3000 && ch <= 0x3029)
      || (ch > 0xFF00 && ch <= 0xFF60))
    return CW_SHAPE_CELL;
  if (ch < 0x80)
    return get_ascii_kind (self, at, ch);
  switch (ch)
    {
    case 0x2014: /* — */
    case 0x2015: /* ― */
    case 0x2E3A: /* ⸺ */
      return CW_SHAPE_DASH;
    case 0x2010: /* ‐ */
    case 0x2011:
    case 0x2012:
    case 0x2013: /* – */
      return CW_SHAPE_NUMBER_SIGN;
    case 0x2026: /* … */
      return CW_SHAPE_ELLIPSIS;
    case 0x2019: /* ’ */
      return is_apostrophe (self, at, ch) ? CW_SHAPE_APOSTROPHE : CW_SHAPE_CELL;
    case 0x2018: /* ‘ */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0xB7:   /* · */
      return CW_SHAPE_CELL;
    case 0x3000:
      return CW_SHAPE_SPACE;
    case 0x2028:
      return CW_SHAPE_LINE_BREAK;
    default:
      return g_unichar_iswide (ch) && !g_unichar_ismark (ch) ? CW_SHAPE_CELL : get_narrow_kind (ch);
    }
}

/* The next element of an array that was made with room for @capacity: most are written in place. */
static inline gpointer
add_element (GArray *array, guint capacity, guint size)
{
  guint last = array->len;

  if (G_LIKELY (last < capacity))
    array->len++;
  else
    g_array_set_size (array, last + 1);
  return array->data + (gsize) last * size;
}

/**
 * cw_shaper_add_cluster:
 * @self: a shaper
 * @offset: first byte
 * @length: bytes
 * @ch: its first character
 * @advance: its width, pt
 *
 * Begins a cluster; glyphs are added to it until the next begins.
 */
void
cw_shaper_add_cluster (CwShaper *self, guint offset, guint length, gunichar ch, double advance)
{
  CwCluster *cluster = add_element (self->shaped->clusters, self->capacity, sizeof (CwCluster));

  *cluster = (CwCluster) {
    .offset = offset,
    .length = (guint16) MIN (length, G_MAXUINT16),
    .ch = ch,
    .first_glyph = self->shaped->glyphs->len,
    .advance = (float) advance,
    .cell = (float) self->span->cell,
    .span = self->span_index,
  };
}

static CwCluster *
get_last_cluster (CwShaper *self)
{
  GArray *clusters = self->shaped->clusters;

  return &g_array_index (clusters, CwCluster, clusters->len - 1);
}

/* Lists the last cluster once. */
static void
list_last_cluster (CwShaper *self, GArray *list)
{
  guint last = self->shaped->clusters->len - 1;

  if (list->len == 0 || g_array_index (list, guint, list->len - 1) != last)
    g_array_append_val (list, last);
}

/* A face without Han stands on the baseline of the primary face. */
static double
get_centre (CwShaper *self, CwFace *face)
{
  double centre = face == self->primary ? self->centre : cw_face_get_centre (face);

  if (centre == 0)
    centre = self->centre;
  return centre != 0 ? centre : USUAL_CENTRE;
}

static CwGlyph *
append_glyph (CwShaper *self, CwFace *face, hb_codepoint_t index, double x)
{
  CwGlyph *glyph = add_element (self->shaped->glyphs, self->capacity, sizeof (CwGlyph));

  *glyph = (CwGlyph) {
    .face = face,
    .index = index,
    .size = (float) self->span->size,
    .x = (float) x,
    .y = (float) (get_centre (self, face) * self->span->size),
    .x_scale = 1,
  };
  get_last_cluster (self)->n_glyphs++;
  return glyph;
}

/**
 * cw_shaper_add_glyph:
 * @self: a shaper
 * @face: its face
 * @index: which glyph
 * @x: its origin from the start of the cluster, pt
 *
 * Adds a glyph to the last cluster, standing on the baseline that brings its face's centre to the
 * centre of the line. A face other than the span's own is noted as a substitution.
 *
 * Returns: (transfer none): the glyph, to be adjusted at once
 */
CwGlyph *
cw_shaper_add_glyph (CwShaper *self, CwFace *face, hb_codepoint_t index, double x)
{
  if (G_UNLIKELY (face != self->primary))
    list_last_cluster (self, self->shaped->substituted);
  return append_glyph (self, face, index, x);
}

/**
 * cw_shaper_add_missing:
 * @self: a shaper
 * @offset: first byte
 * @length: bytes
 * @ch: a character no font has
 *
 * Adds a cluster that shows a box, so that the gap is seen, and lists it as missing. On a machine
 * without fonts it has no glyph at all.
 */
void
cw_shaper_add_missing (CwShaper *self, guint offset, guint length, gunichar ch)
{
  gboolean wide = g_unichar_iswide (ch) || g_unichar_type (ch) == G_UNICODE_PRIVATE_USE;
  double cell = wide ? self->span->cell : self->span->cell / 2;
  CwFace *face = cw_typefaces_get_box_face (self->typefaces, self->span->typeface);
  double box = face != NULL ? cw_face_get_advance (face, 0) * self->span->size : 0;

  cw_shaper_add_cluster (self, offset, length, ch, MAX (cell, box));
  list_last_cluster (self, self->shaped->missing);
  if (face != NULL)
    append_glyph (self, face, 0, MAX (0, (cell - box) / 2));
}
