/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-shaper.h"

/* A longer word is shaped in pieces; no cluster comes near the limits of CwCluster. */
#define MAX_RUN 8192
/* Words written from right to left stay together as one cluster up to this many cells: about half a
 * line. */
#define MAX_RTL_CELLS 14
#define EM_TOLERANCE 0.02

/* A stretch in one face and one script. */
typedef struct
{
  guint start;
  guint end;
  CwFace *face; /* NULL: no font has it */
  hb_script_t script;
} CwSegment;

static gboolean
is_flag_letter (gunichar ch)
{
  return ch >= 0x1F1E6 && ch <= 0x1F1FF;
}

static gboolean
is_ignorable (gunichar ch)
{
  return ch == 0x200C || ch == 0x200D || (ch >= 0xFE00 && ch <= 0xFE0F)
         || (ch >= 0xE0000 && ch <= 0xE0FFF);
}

static guint
skip_char (CwShaper *self, guint at)
{
  return at + (guint) g_utf8_skip[(guchar) self->text[at]];
}

/* The byte after a character and all that belongs to it: marks, selectors, what a joiner joins, the
 * second letter of a flag. */
static guint
skip_grapheme (CwShaper *self, guint at)
{
  gunichar first = cw_shaper_peek (self, at);
  gunichar previous = first;
  guint next = skip_char (self, at);
  guint limit = at + MAX_RUN;

  if (is_flag_letter (first) && is_flag_letter (cw_shaper_peek (self, next)))
    next = skip_char (self, next);
  for (gunichar ch = cw_shaper_peek (self, next); ch != 0 && next < limit;
       ch = cw_shaper_peek (self, next))
    {
      gboolean joined_picture = previous == 0x200D && ch >= 0x2000 && !g_unichar_isalpha (ch);

      if (!cw_shaper_joins_previous (ch) && !joined_picture)
        break;
      previous = ch;
      next = skip_char (self, next);
    }
  return next;
}

static gboolean
has_stretch (CwShaper *self, CwFace *face, guint start, guint end)
{
  hb_codepoint_t glyph;

  for (guint at = start; at < end; at = skip_char (self, at))
    {
      gunichar ch = g_utf8_get_char (self->text + at);

      if (!is_ignorable (ch) && !cw_face_get_glyph (face, ch, &glyph))
        return FALSE;
    }
  return TRUE;
}

/* A face that has all of it, tried in the order in which its characters name one; else the face of
 * the first. */
static CwFace *
find_face (CwShaper *self, guint start, guint end, gboolean whole)
{
  CwFace *first = NULL, *tried = NULL;
  hb_codepoint_t glyph;

  if (self->primary != NULL && has_stretch (self, self->primary, start, end))
    return self->primary;
  for (guint at = start; at < end; at = skip_char (self, at))
    {
      gunichar ch = g_utf8_get_char (self->text + at);

      if (is_ignorable (ch) && at > start)
        continue;
      CwFace *face = cw_typefaces_find (self->typefaces, self->span->typeface, ch, &glyph);
      if (at == start)
        first = face;
      if (face == NULL || face == self->primary || face == tried)
        continue;
      if (has_stretch (self, face, start, end))
        return face;
      tried = face; /* nearly all letters of a word name the same one */
    }
  return whole ? NULL : first;
}

static hb_script_t
get_script (gunichar ch)
{
  return hb_unicode_script (hb_unicode_funcs_get_default (), ch);
}

static gboolean
is_real_script (hb_script_t script)
{
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

static hb_direction_t
get_direction (hb_script_t script)
{
  hb_direction_t direction = hb_script_get_horizontal_direction (script);

  return direction == HB_DIRECTION_RTL ? direction : HB_DIRECTION_LTR;
}

static gboolean
is_rtl (gunichar ch)
{
  return ch != 0 && get_direction (get_script (ch)) == HB_DIRECTION_RTL;
}

static void
shape_segment (CwShaper *self, const CwSegment *segment)
{
  static const hb_feature_t no_ligatures[] = {
    { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
    { HB_TAG ('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  };

  if (self->buffer == NULL)
    {
      self->buffer = hb_buffer_create ();
      self->language = hb_language_from_string ("zh-cn", -1);
    }

  hb_buffer_t *buffer = self->buffer;
  hb_buffer_reset (buffer);
  hb_buffer_set_flags (buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_buffer_add_utf8 (buffer, self->text, (int) self->shaped->length, segment->start,
                      (int) (segment->end - segment->start));
  hb_buffer_set_script (buffer, segment->script);
  hb_buffer_set_direction (buffer, get_direction (segment->script));
  hb_buffer_set_language (buffer, self->language);
  /* Every letter can be clicked; ﬁ would be one. Other scripts need theirs. */
  gboolean letters = segment->script == HB_SCRIPT_LATIN || segment->script == HB_SCRIPT_GREEK
                     || segment->script == HB_SCRIPT_CYRILLIC;
  hb_shape (cw_face_get_hb_font (segment->face), buffer, no_ligatures,
            letters ? G_N_ELEMENTS (no_ligatures) : 0);
}

static double
get_unit (CwShaper *self, CwFace *face)
{
  return self->span->size / hb_face_get_upem (hb_font_get_face (cw_face_get_hb_font (face)));
}

static double
sum_advances (CwShaper *self, CwFace *face, guint first, guint last)
{
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (self->buffer, NULL);
  gint64 sum = 0;

  for (guint i = first; i < last; i++)
    sum += positions[i].x_advance;
  return (double) sum * get_unit (self, face);
}

/* A wide character with marks or selectors keeps its cell; drawn wider, as emoji are, it is made to
 * fit. So does a letter of a full em: Chinese faces have their Greek and Cyrillic like that. */
static double
fit_cell (CwShaper *self, gunichar ch, double width, double *scale, double *x)
{
  double cell = self->span->cell, size = self->span->size;

  *scale = 1;
  *x = 0;
  if (!g_unichar_iswide (ch) && !is_flag_letter (ch))
    return ch >= 0x80 && ABS (width - size) <= EM_TOLERANCE * size ? cell : width;

  if (width > MAX (cell, size) * (1 + EM_TOLERANCE))
    *scale = cell / width;
  else if (width < size * (1 - EM_TOLERANCE))
    *x = (cell - width) / 2;
  return cell;
}

/* Adds the glyphs from @first to before @last as one cluster of the bytes from @start to @end. */
static void
emit_cluster (CwShaper *self, CwFace *face, guint start, guint end, guint first, guint last)
{
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (self->buffer, NULL);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (self->buffer, NULL);
  gunichar ch = g_utf8_get_char (self->text + start);
  double unit = get_unit (self, face), scale, x;
  double advance = fit_cell (self, ch, sum_advances (self, face, first, last), &scale, &x);

  cw_shaper_add_cluster (self, start, end - start, ch, first < last ? advance : 0);
  for (guint i = first; i < last; i++)
    {
      const hb_glyph_position_t *position = &positions[i];
      CwGlyph *glyph = cw_shaper_add_glyph (self, face, infos[i].codepoint,
                                            x + position->x_offset * unit * scale);

      glyph->size = (float) (glyph->size * scale);
      glyph->y = (float) ((glyph->y - position->y_offset * unit) * scale);
      x += position->x_advance * unit * scale;
    }
}

/* HarfBuzz gives glyphs of one cluster the same number: its first byte. */
static void
emit_clusters (CwShaper *self, const CwSegment *segment)
{
  guint n_glyphs = 0;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (self->buffer, &n_glyphs);
  guint start = segment->start;
  guint first = 0;

  for (guint i = 1; i < n_glyphs; i++)
    if (infos[i].cluster != infos[first].cluster)
      {
        emit_cluster (self, segment->face, start, infos[i].cluster, first, i);
        start = infos[i].cluster;
        first = i;
      }
  emit_cluster (self, segment->face, start, segment->end, first, n_glyphs);
}

/* The space nearest to the middle, or 0. */
static guint
find_middle_space (CwShaper *self, guint start, guint end)
{
  guint middle = start + (end - start) / 2, best = 0;

  for (guint at = start + 1; at + 1 < end; at++)
    if (self->text[at] == ' '
        && (best == 0 || ABS ((int) at - (int) middle) < ABS ((int) best - (int) middle)))
      best = at;
  return best;
}

/*
 * Clusters stand in the order of the text, but these words run from right to left: so a phrase is
 * one cluster, right in itself. Only a phrase too long for a line is cut at its spaces; Chinese
 * papers have a name or two in Uyghur, not paragraphs of it.
 */
static void
shape_rtl (CwShaper *self, const CwSegment *segment)
{
  shape_segment (self, segment);
  guint n_glyphs = hb_buffer_get_length (self->buffer);
  double width = sum_advances (self, segment->face, 0, n_glyphs);
  guint cut = find_middle_space (self, segment->start, segment->end);
  if (cut == 0 || width <= MAX_RTL_CELLS * self->span->cell)
    {
      emit_cluster (self, segment->face, segment->start, segment->end, 0, n_glyphs);
      return;
    }

  CwSegment left = *segment, right = *segment;
  left.end = right.start = cut + 1;
  shape_rtl (self, &left);
  shape_rtl (self, &right);
}

static void
finish_segment (CwShaper *self, CwSegment *segment)
{
  if (segment->start == segment->end)
    return;
  if (!is_real_script (segment->script))
    segment->script = HB_SCRIPT_LATIN;

  if (get_direction (segment->script) == HB_DIRECTION_RTL)
    {
      shape_rtl (self, segment);
      return;
    }
  shape_segment (self, segment);
  emit_clusters (self, segment);
}

static void
shape_missing (CwShaper *self, guint start, guint end)
{
  gunichar ch = g_utf8_get_char (self->text + start);

  if (is_ignorable (ch))
    cw_shape_ignorable (self, start, end - start, ch);
  else
    cw_shaper_add_missing (self, start, end - start, ch);
}

/* Cuts the run where face or script change, and shapes each piece. */
static void
shape_segments (CwShaper *self, guint start, guint end)
{
  CwFace *word_face = find_face (self, start, end, TRUE);
  CwSegment segment = { start, start, NULL, HB_SCRIPT_COMMON };

  for (guint at = start, next; at < end; at = next)
    {
      next = MIN (skip_grapheme (self, at), end);
      CwFace *face = word_face != NULL ? word_face : find_face (self, at, next, FALSE);
      hb_script_t script = get_script (g_utf8_get_char (self->text + at));
      gboolean new_script
          = is_real_script (script) && is_real_script (segment.script) && script != segment.script;
      if (face != segment.face || new_script)
        {
          finish_segment (self, &segment);
          segment = (CwSegment) { at, at, face, HB_SCRIPT_COMMON };
        }
      if (face == NULL)
        shape_missing (self, at, next);
      if (is_real_script (script))
        segment.script = script;
      segment.end = face != NULL ? next : segment.start;
    }
  finish_segment (self, &segment);
}

/* Spaces between words that run from right to left belong to them. */
static guint
skip_rtl_space (CwShaper *self, guint at)
{
  guint next = at;

  while (cw_shaper_peek (self, next) == ' ')
    next++;
  return next > at && is_rtl (cw_shaper_peek_back (self, at))
                 && is_rtl (cw_shaper_peek (self, next))
             ? next
             : at;
}

/* The X of a blank to be filled in: a lone letter is its glyph, without asking HarfBuzz. */
static gboolean
shape_letter (CwShaper *self, guint at, gunichar ch)
{
  hb_codepoint_t glyph;
  double advance;

  if (self->primary == NULL
      || !cw_face_get_form (self->primary, CW_FORM_PLAIN, ch, &glyph, &advance))
    return FALSE;
  cw_shaper_add_cluster (self, at, 1, ch, advance * self->span->size);
  cw_shaper_add_glyph (self, self->primary, glyph, 0);
  return TRUE;
}

/**
 * cw_shape_run:
 * @self: a shaper
 * @at: first byte of a word
 * @length: bytes of its first character
 * @first: its first character
 *
 * Shapes a word, or several in a script that runs from right to left: one cluster a letter with its
 * marks, each with its own width and kerned (a cluster of several letters only where the script
 * cannot do without).
 *
 * Returns: the byte after it
 */
guint
cw_shape_run (CwShaper *self, guint at, guint length, gunichar first)
{
  guint end = skip_grapheme (self, at);

  for (gunichar ch = cw_shaper_peek (self, end); ch != 0 && end - at < MAX_RUN;
       ch = cw_shaper_peek (self, end))
    {
      guint after_space = skip_rtl_space (self, end);

      if (after_space == end && cw_shaper_get_kind (self, end, ch) != CW_SHAPE_RUN)
        break;
      end = after_space > end ? after_space : skip_grapheme (self, end);
    }
  if (end - at > 1 || !shape_letter (self, at, first))
    shape_segments (self, at, end);
  return end;
}

/**
 * cw_shape_grapheme:
 * @self: a shaper
 * @at: first byte of a character that others join
 * @length: its bytes
 * @first: the character
 *
 * Shapes a character with its marks, selectors and joined pictures.
 *
 * Returns: the byte after it
 */
guint
cw_shape_grapheme (CwShaper *self, guint at, guint length, gunichar first)
{
  guint end = skip_grapheme (self, at);

  shape_segments (self, at, end);
  return end;
}
