/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-face.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <hb-ot.h>

#include "cw-char-strings.h"
#include "cw-glyph-cache.h"

struct _CwFace
{
  gatomicrefcount ref_count;
  char *path;
  char *family;
  int index;
  int weight;
  hb_face_t *hb_face;
  hb_font_t *hb_font;
  double units;
  double centre;
  cairo_font_face_t *cairo_face; /* atomic, made on first use */
  CwCharStrings char_strings;
  CwGlyphCache caches[CW_N_FORMS];
};

/* Square and upright characters: the mean of their ink is within 0.01 em of the mean over 500
 * common ones in each face tried. */
static const gunichar squares[] = {
  0x56FD /* 国 */, 0x56FA /* 固 */, 0x5706 /* 圆 */, 0x65E5 /* 日 */, 0x76EE /* 目 */,
  0x7530 /* 田 */, 0x53E3 /* 口 */, 0x7533 /* 申 */, 0x7532 /* 甲 */, 0x7531 /* 由 */,
  0x5E74 /* 年 */, 0x8F66 /* 车 */, 0x4E8B /* 事 */, 0x7C73 /* 米 */, 0x679C /* 果 */,
  0x6728 /* 木 */, 0x672A /* 未 */, 0x675F /* 束 */, 0x67EC /* 柬 */, 0x6765 /* 来 */,
  0x9769 /* 革 */, 0x66F4 /* 更 */, 0x753B /* 画 */, 0x91CD /* 重 */,
};

static gboolean
is_han (gunichar ch)
{
  return (ch >= 0x4E00 && ch <= 0x9FFF) || g_unichar_get_script (ch) == G_UNICODE_SCRIPT_HAN;
}

/* A blank CFF glyph is no more than a width and an end. */
#define BLANK_PROGRAM 12

static gboolean
has_ink (CwFace *self, hb_codepoint_t glyph)
{
  if (cw_char_strings_get_length (&self->char_strings, glyph) > BLANK_PROGRAM)
    return TRUE;
  hb_glyph_extents_t extents;
  return hb_font_get_glyph_extents (self->hb_font, glyph, &extents) && extents.width != 0
         && extents.height != 0;
}

/* A Han character whose glyph is blank is as good as missing: some faces have dozens (fonts.md trap
 * 10). */
static CwCachedGlyph
fill_plain (gunichar ch, gpointer data)
{
  CwFace *self = data;
  hb_codepoint_t glyph = 0;

  if (!hb_font_get_nominal_glyph (self->hb_font, ch, &glyph) || glyph == 0)
    return (CwCachedGlyph) { .found = FALSE };
  if (is_han (ch) && !has_ink (self, glyph))
    return (CwCachedGlyph) { .found = FALSE };

  return (CwCachedGlyph) { TRUE, glyph, hb_font_get_glyph_h_advance (self->hb_font, glyph) };
}

/* Shapes @n characters that should become one glyph, as Chinese text with one feature on. */
static CwCachedGlyph
shape_one (CwFace *self, const gunichar *chars, int n, const char *feature)
{
  hb_feature_t features[] = {
    { hb_tag_from_string (feature, -1), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
    { HB_TAG ('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  };
  hb_buffer_t *buffer = hb_buffer_create ();

  hb_buffer_add_utf32 (buffer, chars, n, 0, n);
  hb_buffer_set_direction (buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, HB_SCRIPT_HAN);
  hb_buffer_set_language (buffer, hb_language_from_string ("zh-cn", -1));
  hb_buffer_set_flags (buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_shape (self->hb_font, buffer, features, G_N_ELEMENTS (features));

  guint n_glyphs = 0;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, &n_glyphs);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, NULL);
  CwCachedGlyph glyph = { .found = FALSE };
  if (n_glyphs == 1 && infos[0].codepoint != 0)
    glyph = (CwCachedGlyph) { TRUE, infos[0].codepoint, positions[0].x_advance };
  hb_buffer_destroy (buffer);
  return glyph;
}

/* U+FE01 asks LXGW WenKai and Zhuque for the wide quote, fwid asks Noto for the wide dash and dot
 * (fonts.md traps 4 and 5); faces that know neither give what they have. */
static CwCachedGlyph
fill_full (gunichar ch, gpointer data)
{
  CwFace *self = data;
  CwCachedGlyph plain = cw_glyph_cache_get (&self->caches[CW_FORM_PLAIN], ch, fill_plain, self);

  if (!plain.found)
    return plain;

  CwCachedGlyph full = shape_one (self, (gunichar[]) { ch, 0xFE01 }, 2, "fwid");
  if (!full.found || full.advance < plain.advance)
    full = shape_one (self, &ch, 1, "fwid");
  return full.found && full.advance >= plain.advance ? full : plain;
}

static CwCachedGlyph
fill_half (gunichar ch, gpointer data)
{
  CwFace *self = data;
  CwCachedGlyph plain = cw_glyph_cache_get (&self->caches[CW_FORM_PLAIN], ch, fill_plain, self);

  if (!plain.found)
    return plain;

  CwCachedGlyph half = shape_one (self, &ch, 1, "hwid");
  return half.found ? half : plain;
}

static const CwGlyphFill fills[CW_N_FORMS] = { fill_plain, fill_full, fill_half };

/* Mean height of the middle of the ink of the square characters it has, in em; 0 if it has none. */
static double
measure_centre (CwFace *self)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (squares); i++)
    {
      hb_codepoint_t glyph;
      double bottom, top;

      if (!cw_face_get_glyph (self, squares[i], &glyph)
          || !cw_face_get_extents (self, glyph, NULL, &bottom, NULL, &top))
        continue;
      sum += (bottom + top) / 2;
      n++;
    }
  return n > 0 ? sum / n : 0;
}

static hb_font_t *
make_hb_font (hb_face_t *face, int index)
{
  hb_font_t *font = hb_font_create (face);
  int units = (int) hb_face_get_upem (face);

  hb_font_set_scale (font, units, units);
  hb_ot_font_set_funcs (font);
  if (index >> 16 > 0) /* fontconfig's way to name an instance of a variable font */
    hb_font_set_var_named_instance (font, (guint) (index >> 16) - 1);
  hb_font_make_immutable (font);
  return font;
}

/**
 * cw_face_new:
 * @path: a font file
 * @index: face in the file, as fontconfig counts: the upper half names an instance of a variable
 * font
 * @family: the name to tell people
 * @weight: OpenType weight, 400 is regular
 * @error: set when the file is not there or is no font
 *
 * Opens a face. The file is mapped, not read.
 *
 * Returns: (transfer full) (nullable): the face
 */
CwFace *
cw_face_new (const char *path, int index, const char *family, int weight, GError **error)
{
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  hb_face_t *hb_face = hb_face_create (blob, (guint) index & 0xFFFF);

  hb_blob_destroy (blob);
  if (hb_face_get_glyph_count (hb_face) == 0)
    {
      hb_face_destroy (hb_face);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("The font file “%s” cannot be used: it is missing or damaged. "
                      "Another font is used in its place."),
                   path);
      return NULL;
    }

  CwFace *self = g_new0 (CwFace, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  self->family = g_strdup (family);
  self->index = index;
  self->weight = weight;
  hb_face_make_immutable (hb_face);
  self->hb_face = hb_face;
  self->hb_font = make_hb_font (hb_face, index);
  cw_char_strings_init (&self->char_strings, hb_face);
  self->units = hb_face_get_upem (hb_face);
  self->centre = measure_centre (self);
  return self;
}

/**
 * cw_face_ref:
 * @self: a face
 *
 * Returns: (transfer full): @self
 */
CwFace *
cw_face_ref (CwFace *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_face_unref:
 * @self: (transfer full): a face
 */
void
cw_face_unref (CwFace *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int form = 0; form < CW_N_FORMS; form++)
    cw_glyph_cache_clear (&self->caches[form]);
  cw_char_strings_clear (&self->char_strings);
  g_clear_pointer (&self->cairo_face, cairo_font_face_destroy);
  hb_font_destroy (self->hb_font);
  hb_face_destroy (self->hb_face);
  g_free (self->family);
  g_free (self->path);
  g_free (self);
}

/**
 * cw_face_get_family:
 * @self: a face
 *
 * Returns: the name of its family, for people
 */
const char *
cw_face_get_family (CwFace *self)
{
  return self->family;
}

/**
 * cw_face_get_path:
 * @self: a face
 *
 * Returns: the file it was opened from
 */
const char *
cw_face_get_path (CwFace *self)
{
  return self->path;
}

/**
 * cw_face_get_weight:
 * @self: a face
 *
 * Returns: its OpenType weight; 400 is regular
 */
int
cw_face_get_weight (CwFace *self)
{
  return self->weight;
}

/**
 * cw_face_may_embed:
 * @self: a face
 *
 * Whether its maker allows it in a PDF (fsType in the OS/2 table). A face without that table allows
 * it.
 *
 * Returns: %FALSE for “restricted licence” and “bitmaps only”
 */
gboolean
cw_face_may_embed (CwFace *self)
{
  hb_blob_t *table = hb_face_reference_table (self->hb_face, HB_TAG ('O', 'S', '/', '2'));
  guint length = 0;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (table, &length);
  guint type = length >= 10 ? (guint) bytes[8] << 8 | bytes[9] : 0;

  hb_blob_destroy (table);
  /* With several of the three licence bits set the most generous holds. */
  gboolean restricted = (type & 0x000E) == 0x0002;
  gboolean bitmaps_only = (type & 0x0200) != 0;
  return !restricted && !bitmaps_only;
}

/**
 * cw_face_get_hb_font:
 * @self: a face
 *
 * Returns: (transfer none): an immutable HarfBuzz font whose scale is the units of the em
 */
hb_font_t *
cw_face_get_hb_font (CwFace *self)
{
  return self->hb_font;
}

/* The very file, without anything fontconfig's rules would do to it: no hints, no emboldening. */
static cairo_font_face_t *
make_cairo_face (CwFace *self)
{
  FcPattern *pattern = FcPatternCreate ();

  FcPatternAddString (pattern, FC_FILE, (const FcChar8 *) self->path);
  FcPatternAddInteger (pattern, FC_INDEX, self->index);
  FcPatternAddBool (pattern, FC_ANTIALIAS, FcTrue);
  FcPatternAddBool (pattern, FC_HINTING, FcFalse);
  FcPatternAddBool (pattern, FC_AUTOHINT, FcFalse);
  FcPatternAddInteger (pattern, FC_HINT_STYLE, FC_HINT_NONE);
  FcPatternAddBool (pattern, FC_EMBOLDEN, FcFalse);
  FcPatternAddBool (pattern, FC_EMBEDDED_BITMAP, FcFalse);
  cairo_font_face_t *face = cairo_ft_font_face_create_for_pattern (pattern);
  FcPatternDestroy (pattern);
  return face;
}

/**
 * cw_face_get_cairo_face:
 * @self: a face
 *
 * The face for drawing, made when first asked for; the same glyph numbers as HarfBuzz uses.
 *
 * Returns: (transfer none): a cairo face
 */
cairo_font_face_t *
cw_face_get_cairo_face (CwFace *self)
{
  cairo_font_face_t *face = g_atomic_pointer_get (&self->cairo_face);

  if (face != NULL)
    return face;

  face = make_cairo_face (self);
  if (g_atomic_pointer_compare_and_exchange (&self->cairo_face, NULL, face))
    return face;
  cairo_font_face_destroy (face);
  return g_atomic_pointer_get (&self->cairo_face);
}

/**
 * cw_face_get_centre:
 * @self: a face
 *
 * Height of the middle of the ink of its square characters above the baseline, in em. Faces differ
 * by up to 0.08 em; setting each by its centre lets them stand in one line (fonts.md trap 9).
 *
 * Returns: em, or 0 for a face without Han characters
 */
double
cw_face_get_centre (CwFace *self)
{
  return self->centre;
}

/**
 * cw_face_get_glyph:
 * @self: a face
 * @ch: a character
 * @glyph: (out): its glyph
 *
 * Returns: whether it has the character; a blank glyph for a Han character does not count
 */
gboolean
cw_face_get_glyph (CwFace *self, gunichar ch, hb_codepoint_t *glyph)
{
  CwCachedGlyph cached = cw_glyph_cache_get (&self->caches[CW_FORM_PLAIN], ch, fill_plain, self);

  *glyph = cached.glyph;
  return cached.found;
}

/**
 * cw_face_get_form:
 * @self: a face
 * @form: the form wanted
 * @ch: a character
 * @glyph: (out): its glyph in that form, or the plain one if it has no such form
 * @advance: (out): its advance in em, kerned with nothing
 *
 * Returns: whether it has the character
 */
gboolean
cw_face_get_form (CwFace *self, CwGlyphForm form, gunichar ch, hb_codepoint_t *glyph, double *advance)
{
  CwCachedGlyph cached = cw_glyph_cache_get (&self->caches[form], ch, fills[form], self);

  *glyph = cached.glyph;
  *advance = cached.advance / self->units;
  return cached.found;
}

/**
 * cw_face_get_advance:
 * @self: a face
 * @glyph: one of its glyphs
 *
 * Returns: its advance in em
 */
double
cw_face_get_advance (CwFace *self, hb_codepoint_t glyph)
{
  return hb_font_get_glyph_h_advance (self->hb_font, glyph) / self->units;
}

/**
 * cw_face_get_extents:
 * @self: a face
 * @glyph: one of its glyphs
 * @left: (out) (optional): left edge of its ink, em from its origin
 * @bottom: (out) (optional): lower edge, em above the baseline
 * @right: (out) (optional): right edge
 * @top: (out) (optional): upper edge
 *
 * Returns: whether it has ink; without, nothing is set
 */
gboolean
cw_face_get_extents (CwFace *self,
                     hb_codepoint_t glyph,
                     double *left,
                     double *bottom,
                     double *right,
                     double *top)
{
  hb_glyph_extents_t extents;

  if (!hb_font_get_glyph_extents (self->hb_font, glyph, &extents) || extents.width == 0)
    return FALSE;

  if (left != NULL)
    *left = extents.x_bearing / self->units;
  if (right != NULL)
    *right = (extents.x_bearing + extents.width) / self->units;
  if (top != NULL)
    *top = extents.y_bearing / self->units;
  if (bottom != NULL)
    *bottom = (extents.y_bearing + extents.height) / self->units;
  return TRUE;
}
