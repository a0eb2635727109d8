/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-char-class.h"
#include "cw-shaper.h"

/* A glyph this near to one em is drawn from the left edge of its cell, as its maker placed it. */
#define EM_TOLERANCE 0.02
/* A symbol at least this wide is meant for a full cell. */
#define SYMBOL_CELL 0.75
/* A sign in a number between these is meant for half a cell, em. */
#define HALF_MIN 0.4
#define HALF_MAX 0.6
/* Least and most white on either side of a dash, em. */
#define DASH_INSET_MIN 0.05
#define DASH_INSET_MAX 0.08
/* Dots drawn further apart than this would be ovals to the eye. */
#define DOTS_SCALE_MAX 1.25
/* White on either side of ’ in a word, em. */
#define APOSTROPHE_INSET 0.05
/* White to the right of ？！。 in the half cell they may be squeezed to, em. */
#define STOP_INSET 0.04
/* Least and widest word space, em. */
#define SPACE_MIN 0.25
#define SPACE_MAX 0.33

typedef struct
{
  hb_codepoint_t index;
  double advance; /* em */
} CwFormGlyph;

/* Form in which a full cell is asked for: only these have a narrow form too. */
static CwGlyphForm
get_cell_form (gunichar ch)
{
  gboolean two_widths = ch == 0xB7 || (ch >= 0x2018 && ch <= 0x201D);
  return two_widths ? CW_FORM_FULL : CW_FORM_PLAIN;
}

/* The face that has @ch in @form and its glyph there. If no font has it, the box is added and %NULL
 * returned. */
static CwFace *
find_or_miss (CwShaper *self, CwGlyphForm form, guint at, guint length, gunichar ch, CwFormGlyph *glyph)
{
  if (G_LIKELY (self->primary != NULL
                && cw_face_get_form (self->primary, form, ch, &glyph->index, &glyph->advance)))
    return self->primary;

  CwFace *face = cw_typefaces_find (self->typefaces, self->span->typeface, ch, &glyph->index);
  if (face != NULL)
    cw_face_get_form (face, form, ch, &glyph->index, &glyph->advance);
  else
    cw_shaper_add_missing (self, at, length, ch);
  return face;
}

/* Where a narrow glyph stands in its cell: opening marks at the right, closing ones and stops at
   the left, all else in the middle (R176). */
static double
get_slack_share (gunichar ch)
{
  switch ((int) g_unichar_type (ch))
    {
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
      return 1;
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return 0;
    case G_UNICODE_OTHER_PUNCTUATION:
      return ch > 0x3000 && g_unichar_iswide (ch) && ch != 0x30FB ? 0 : 0.5;
    default:
      return 0.5;
    }
}

static void
add_in_cell (CwShaper *self, CwFace *face, const CwFormGlyph *glyph, gunichar ch)
{
  const CwSpan *span = self->span;
  double width = glyph->advance * span->size;
  if (G_LIKELY (ABS (glyph->advance - 1) <= EM_TOLERANCE))
    cw_shaper_add_glyph (self, face, glyph->index, 0);
  else if (width <= span->cell)
    cw_shaper_add_glyph (self, face, glyph->index, (span->cell - width) * get_slack_share (ch));
  else
    { /* emoji are drawn wider than their em: made smaller, they fit */
      CwGlyph *placed = cw_shaper_add_glyph (self, face, glyph->index, 0);
      placed->size = (float) (placed->size * span->cell / width);
      placed->y = (float) (placed->y * span->cell / width);
    }
}

/* Some faces draw ？ and ！ in the middle of their cell (P24). Squeezed to half of it they would run
 * into the mark after them: they go to the left, where R176 has them. */
static void
move_stop_left (CwGlyph *glyph, double cell)
{
  double left, right;

  if (!cw_face_get_extents (glyph->face, glyph->index, &left, NULL, &right, NULL))
    return;
  double over = glyph->x + right * glyph->size - (cell / 2 - STOP_INSET * glyph->size);
  if (over > 0)
    glyph->x -= (float) CLAMP (over, 0, MAX (glyph->x + left * glyph->size, 0));
}

/**
 * cw_shape_cell:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: a Han character, a full-width mark, or one of “ ” ‘ ’ ·
 *
 * Sets it in one full cell (R17).
 *
 * Returns: the byte after it
 */
guint
cw_shape_cell (CwShaper *self, guint at, guint length, gunichar ch)
{
  CwFormGlyph glyph;
  CwFace *face = find_or_miss (self, get_cell_form (ch), at, length, ch, &glyph);
  if (G_UNLIKELY (face == NULL))
    return at + length;

  cw_shaper_add_cluster (self, at, length, ch, self->span->cell);
  add_in_cell (self, face, &glyph, ch);
  if (G_UNLIKELY (cw_char_class (ch) == CW_CLASS_STOP))
    move_stop_left (&g_array_index (self->shaped->glyphs, CwGlyph, self->shaped->glyphs->len - 1),
                    self->span->cell);
  return at + length;
}

/**
 * cw_shape_symbol:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: a symbol that is full-width in some faces and narrow in others
 *
 * Sets it in a full cell if the face draws it about an em wide, else by its own width.
 *
 * Returns: the byte after it
 */
guint
cw_shape_symbol (CwShaper *self, guint at, guint length, gunichar ch)
{
  CwFormGlyph glyph;
  CwFace *face = find_or_miss (self, CW_FORM_PLAIN, at, length, ch, &glyph);
  if (face == NULL)
    return at + length;

  gboolean full = glyph.advance >= SYMBOL_CELL;
  double width = full ? self->span->cell : glyph.advance * self->span->size;
  cw_shaper_add_cluster (self, at, length, ch, width);
  if (full)
    add_in_cell (self, face, &glyph, ch);
  else
    cw_shaper_add_glyph (self, face, glyph.index, 0);
  return at + length;
}

/* Draws one dash over the cells, stretched sideways: it cannot fall apart in the middle, whatever
   the face's side bearings, and is as long as the grid asks (R139). */
static void
add_dash (CwShaper *self, CwFace *face, hb_codepoint_t index, double width)
{
  double left, bottom, right, top;
  CwGlyph *glyph = cw_shaper_add_glyph (self, face, index, 0);
  if (!cw_face_get_extents (face, index, &left, &bottom, &right, &top))
    return;

  double size = self->span->size;
  double inset = CLAMP (left, DASH_INSET_MIN, DASH_INSET_MAX) * size;
  double scale = (width - 2 * inset) / ((right - left) * size);
  glyph->x_scale = (float) scale;
  glyph->x = (float) (inset - left * size * scale);
  glyph->y = (float) ((bottom + top) / 2 * size); /* the stroke at the centre of the line */
}

/**
 * cw_shape_dash:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: — or ―, or the two-em dash ⸺
 *
 * Sets —— as one cluster of two cells, a single — in one.
 *
 * Returns: the byte after it
 */
guint
cw_shape_dash (CwShaper *self, guint at, guint length, gunichar ch)
{
  gboolean two_em = ch == 0x2E3A;
  gboolean pair = !two_em && cw_shaper_peek (self, at + length) == ch;
  double width = pair || two_em ? 2 * self->span->cell : self->span->cell;
  guint total = pair ? 2 * length : length;

  CwFormGlyph glyph;
  CwFace *face = find_or_miss (self, CW_FORM_FULL, at, total, 0x2014, &glyph);
  if (face == NULL)
    return at + total;

  cw_shaper_add_cluster (self, at, total, ch, width);
  add_dash (self, face, glyph.index, width);
  return at + total;
}

/* How far sideways the three dots have to be drawn apart to stand a third of a cell from each
   other, so that six of them are even. The dots are round: their height is their width. */
static double
get_dot_scale (CwShaper *self, double ink_width, double ink_height)
{
  double pitch = (ink_width - ink_height) / 2 * self->span->size;
  return pitch > 0 ? CLAMP (self->span->cell / 3 / pitch, 1, DOTS_SCALE_MAX) : 1;
}

/* Three dots in the middle of a cell, at the centre of the line. */
static void
add_dots (CwShaper *self, CwFace *face, hb_codepoint_t index, double cell_start)
{
  double left, bottom, right, top, size = self->span->size;
  CwGlyph *dots = cw_shaper_add_glyph (self, face, index, cell_start);
  if (!cw_face_get_extents (face, index, &left, &bottom, &right, &top))
    return;

  double scale = get_dot_scale (self, right - left, top - bottom);
  double middle = (left + right) / 2 * size * scale;
  dots->x_scale = (float) scale;
  dots->x = (float) (cell_start + self->span->cell / 2 - middle);
  dots->y = (float) ((bottom + top) / 2 * size);
}

/**
 * cw_shape_ellipsis:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: …
 *
 * Sets …… as one cluster of two cells, a single … in one (R140), the dots even and at the centre of
 * the line.
 *
 * Returns: the byte after it
 */
guint
cw_shape_ellipsis (CwShaper *self, guint at, guint length, gunichar ch)
{
  guint n_cells = cw_shaper_peek (self, at + length) == ch ? 2 : 1;
  guint total = n_cells * length;
  CwFormGlyph glyph;
  CwFace *face = find_or_miss (self, CW_FORM_FULL, at, total, ch, &glyph);
  if (face == NULL)
    return at + total;

  double cell = self->span->cell;
  cw_shaper_add_cluster (self, at, total, ch, n_cells * cell);
  for (guint i = 0; i < n_cells; i++)
    add_dots (self, face, glyph.index, i * cell);
  return at + total;
}

/* In the middle of half a cell; ink too wide for it is drawn in. */
static void
add_in_half_cell (CwShaper *self, CwFace *face, const CwFormGlyph *glyph)
{
  double half = self->span->cell / 2, size = self->span->size;
  double left, right;
  double x = (half - glyph->advance * size) / 2;
  CwGlyph *placed = cw_shaper_add_glyph (self, face, glyph->index, x);
  if (glyph->advance <= 0.5 + EM_TOLERANCE
      || !cw_face_get_extents (face, glyph->index, &left, NULL, &right, NULL)
      || (right - left) * size <= half)
    return;

  double scale = half / ((right - left) * size);
  placed->x_scale = (float) scale;
  placed->x = (float) (-left * size * scale);
}

/**
 * cw_shape_digit:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: 0 to 9
 *
 * Sets it in half a cell, upright (R17, R166), whatever its width in the face.
 *
 * Returns: the byte after it
 */
guint
cw_shape_digit (CwShaper *self, guint at, guint length, gunichar ch)
{
  CwFormGlyph glyph;
  CwFace *face = find_or_miss (self, CW_FORM_HALF, at, length, ch, &glyph);
  if (face == NULL)
    return at + length;

  cw_shaper_add_cluster (self, at, length, ch, self->span->cell / 2);
  add_in_half_cell (self, face, &glyph);
  return at + length;
}

/* The short dash and the solidus take half an em in any face (R141, R143). */
static gboolean
is_half_connector (gunichar ch)
{
  return ch == '-' || ch == '/' || (ch >= 0x2010 && ch <= 0x2013);
}

/**
 * cw_shape_number_sign:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: a sign in or at a number: . , : / % - ~ + –
 *
 * Sets it in half a cell if the face has it about that wide, so that the number keeps to the grid;
 * else by its own width. Not kerned, or the number would change its width with its digits.
 *
 * Returns: the byte after it
 */
guint
cw_shape_number_sign (CwShaper *self, guint at, guint length, gunichar ch)
{
  CwFormGlyph glyph;
  CwFace *face = find_or_miss (self, CW_FORM_HALF, at, length, ch, &glyph);
  if (face == NULL)
    return at + length;

  gboolean about_half = glyph.advance >= HALF_MIN && glyph.advance <= HALF_MAX;
  gboolean half = about_half || is_half_connector (ch);
  double width = half ? self->span->cell / 2 : glyph.advance * self->span->size;
  cw_shaper_add_cluster (self, at, length, ch, width);
  if (half)
    add_in_half_cell (self, face, &glyph);
  else
    cw_shaper_add_glyph (self, face, glyph.index, 0);
  return at + length;
}

/**
 * cw_shape_apostrophe:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: ’ between letters
 *
 * Chinese faces have ’ in a full cell; between letters it takes no more than its ink and a little
 * white.
 *
 * Returns: the byte after it
 */
guint
cw_shape_apostrophe (CwShaper *self, guint at, guint length, gunichar ch)
{
  CwFormGlyph glyph;
  CwFace *face = find_or_miss (self, CW_FORM_PLAIN, at, length, ch, &glyph);
  if (face == NULL)
    return at + length;

  double left, right, shift = 0;
  if (glyph.advance > HALF_MIN
      && cw_face_get_extents (face, glyph.index, &left, NULL, &right, NULL))
    {
      shift = APOSTROPHE_INSET - left;
      glyph.advance = right - left + 2 * APOSTROPHE_INSET;
    }
  cw_shaper_add_cluster (self, at, length, ch, glyph.advance * self->span->size);
  cw_shaper_add_glyph (self, face, glyph.index, shift * self->span->size);
  return at + length;
}

/* Width in em of the spaces with a width of their own. */
static double
get_space_width (gunichar ch)
{
  static const double widths[] = { 0.5, 1, 0.5, 1, 1 / 3.0, 0.25, 1 / 6.0, 0.5, 0.25, 0.2, 0.1 };
  if (ch >= 0x2000 && ch <= 0x200A)
    return widths[ch - 0x2000];
  return ch == '\t' ? 1 : 0.25;
}

/**
 * cw_shape_space:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: any space
 *
 * Sets an ideographic space in a full cell, a word space between a quarter and a third of an em,
 * the others by the width in their name. No font is needed for it.
 *
 * Returns: the byte after it
 */
guint
cw_shape_space (CwShaper *self, guint at, guint length, gunichar ch)
{
  hb_codepoint_t glyph = 0;
  double advance = 0;
  gboolean has_glyph = self->primary != NULL && ch != '\t'
                       && cw_face_get_form (self->primary, CW_FORM_PLAIN, ch, &glyph, &advance);
  const CwSpan *span = self->span;
  double width = get_space_width (ch) * span->size;
  if (ch == 0x3000)
    width = span->cell;
  else if (has_glyph && (ch == ' ' || ch == 0xA0))
    width = MIN (CLAMP (advance, SPACE_MIN, SPACE_MAX) * span->size, span->cell / 2);

  cw_shaper_add_cluster (self, at, length, ch, width);
  if (has_glyph)
    cw_shaper_add_glyph (self, self->primary, glyph, 0);
  return at + length;
}

/* Gives bytes to the cluster before them, if there is one in the span with room for them. */
static gboolean
extend_last_cluster (CwShaper *self, guint length)
{
  GArray *clusters = self->shaped->clusters;
  if (clusters->len == 0)
    return FALSE;
  CwCluster *last = &g_array_index (clusters, CwCluster, clusters->len - 1);
  if (last->span != self->span_index || last->length + length > G_MAXUINT16)
    return FALSE;

  last->length = (guint16) (last->length + length);
  return TRUE;
}

/**
 * cw_shape_line_break:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: a line feed or U+2028
 *
 * Makes it a cluster of its own, which ends a line.
 *
 * Returns: the byte after it
 */
guint
cw_shape_line_break (CwShaper *self, guint at, guint length, gunichar ch)
{
  cw_shaper_add_cluster (self, at, length, ch, 0);
  return at + length;
}

/**
 * cw_shape_ignorable:
 * @self: a shaper
 * @at: first byte
 * @length: bytes
 * @ch: a control or format character
 *
 * Keeps its bytes with the cluster before it, where they do no harm.
 *
 * Returns: the byte after it
 */
guint
cw_shape_ignorable (CwShaper *self, guint at, guint length, gunichar ch)
{
  if (!extend_last_cluster (self, length))
    cw_shaper_add_cluster (self, at, length, ch, 0);
  return at + length;
}
