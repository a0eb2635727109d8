/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-masthead.h"

#include <math.h>
#include <string.h>

#include "typeset/cw-standard.h"
#include "typeset/fonts/cw-face-ink.h"

/* Widest a character of the mark is drawn of its height, and the narrowest it is condensed to before
 * the whole mark becomes smaller (R40). */
#define WIDEST 0.95
#define NARROWEST 0.5

/* 文件 beside joint names is this much larger than they are, and the more so the more they are (R41). */
#define WORD_OF_JOINT 1.4
#define WORD_OF_EACH 0.15
#define WORD_OF_MANY 5.0
/* Blank between names and 文件, and from name to name, parts of a name's height. */
#define WORD_GAP 0.4
#define NAME_PITCH 1.18

/* How far the distances below a mark may be from two blank lines, pt; a good millimetre. */
#define MOST_SHIFT 3.4

/* A joint mark is made smaller by this until it fits between the edges. */
#define SHRINK 0.97

#define PROBE 100.0
#define NEVER_BROKEN 10000

/* What is known of a text before its size is: widths and ink by its height, condensed or not. */
typedef struct
{
  double width;
  double top;
  double bottom;
} CwMarkInk;

static CwParagraph *
set_text (CwMasthead *self, const char *text, double size, double x_scale, double spread)
{
  CwSpan span = { 0, (guint) strlen (text), CW_TYPEFACE_XIAOBIAOSONG, size, size, x_scale };
  CwMeasure measure = { .width = spread > 0 ? spread : NEVER_BROKEN,
                        .alignment = spread > 0 ? CW_ALIGN_SPREAD : CW_ALIGN_START };

  return cw_piece_cache_set_text (self->builder->cache, text, &span, 1, &measure);
}

/* Ink of a line: from its optical centre down, pt. */
static gboolean
get_ink (CwParagraph *paragraph, double *top, double *bottom)
{
  CwShaped *shaped = cw_paragraph_get_shaped (paragraph);

  *top = INFINITY;
  *bottom = -INFINITY;
  for (guint i = 0; i < shaped->glyphs->len; i++)
    {
      const CwGlyph *glyph = &g_array_index (shaped->glyphs, CwGlyph, i);
      double low, high;

      if (glyph->face == NULL || !cw_face_get_ink (glyph->face, glyph->index, &low, &high))
        continue;
      *top = MIN (*top, glyph->y - high * glyph->size);
      *bottom = MAX (*bottom, glyph->y - low * glyph->size);
    }
  return *bottom > *top;
}

static double
probe_width (CwMasthead *self, const char *text)
{
  g_autoptr (CwParagraph) paragraph = set_text (self, text, PROBE, 1, 0);

  return cw_masthead_get_width (paragraph) / PROBE;
}

static CwMarkInk
probe (CwMasthead *self, const char *text)
{
  g_autoptr (CwParagraph) paragraph = set_text (self, text, PROBE, 1, 0);
  CwMarkInk ink = { cw_masthead_get_width (paragraph) / PROBE, -0.5, 0.5 };
  double top, bottom;

  if (get_ink (paragraph, &top, &bottom))
    {
      ink.top = top / PROBE;
      ink.bottom = bottom / PROBE;
    }
  return ink;
}

static double
find_x_scale (double size, double width, double room)
{
  return MIN (MIN (WIDEST, CW_STD_MARK_WIDTH / size), room / (width * size));
}

static void
put (CwMasthead *self, CwParagraph *paragraph, CwElement source, double x, double y)
{
  guint piece = cw_layout_add_piece (self->builder->layout, paragraph, (int) source, CW_COLOUR_RED);

  cw_page_builder_append_row (self->builder, piece, 0, x, y, CW_NO_SLOT);
}

/* The size at which the ink has the height that is wanted, within what is allowed. */
static double
find_size (CwMasthead *self, const CwMarkPlace *place, const CwMarkInk *ink)
{
  return MIN (place->ink * self->scale / (ink->bottom - ink->top), place->size);
}

/* A mark in the middle that begins beside a line at the left top keeps clear of it on both sides. */
static double
get_room (CwMasthead *self, const CwMarkPlace *place)
{
  if (self->stack_bottom <= place->top)
    return CW_STD_TYPE_AREA_WIDTH;
  return CW_STD_TYPE_AREA_WIDTH - 2 * (self->stack_width + self->grid.cell);
}

/* The height nearest to one that keeps what stands below on the grid, or near enough to it that the
 * two distances below the mark can make up for the rest; never more than @height. */
static double
fit_single_height (const CwMarkPlace *place, double height)
{
  double above;

  if (place->step <= 0)
    return height;
  above = place->height + ceil ((height - place->height) / place->step - 1e-6) * place->step;
  if (above - height <= 2 * MOST_SHIFT || above - place->step < MOST_SHIFT)
    return height;
  return MIN (height, above - place->step + 2 * MOST_SHIFT);
}

static double
find_shift (const CwMarkPlace *place, double height)
{
  double off = height - place->height;

  return place->step > 0 ? (round (off / place->step) * place->step - off) / 2 : 0;
}

/* One organ, with 文件 behind it, in one line: condensed as far as it looks well, then smaller, so
 * that it stays within the type area (R40). */
static void
put_single (CwMasthead *self, const CwMarkPlace *place, const char *text, CwElement source)
{
  CwMarkInk ink = probe (self, text);
  double size = find_size (self, place, &ink), room = get_room (self, place), x_scale;
  CwParagraph *paragraph;

  size = MIN (size, room / (NARROWEST * ink.width));
  size = fit_single_height (place, (ink.bottom - ink.top) * size) / (ink.bottom - ink.top);
  x_scale = find_x_scale (size, ink.width, room);
  paragraph = set_text (self, text, size, x_scale, 0);
  put (self, paragraph, source, (CW_STD_TYPE_AREA_WIDTH - cw_masthead_get_width (paragraph)) / 2,
       place->top - ink.top * size);
  self->shift = find_shift (place, (ink.bottom - ink.top) * size);
  self->bottom = place->top + (ink.bottom - ink.top) * size + self->shift;
}

typedef struct
{
  char **names;
  guint n_names;
  const char *word; /* or NULL */
  CwMarkInk first;  /* of the first name */
  CwMarkInk last;
  CwMarkInk word_ink;
  double width; /* of the longest name */
  double size;
  double pitch; /* from name to name, parts of the size */
  double x_scale;
  double word_size;
  double word_x_scale;
} CwJointMark;

static double
get_stack_height (const CwJointMark *mark)
{
  return mark->size
         * ((mark->n_names - 1) * mark->pitch - mark->first.top + mark->last.bottom);
}

static void
size_word (CwJointMark *mark)
{
  double limit = MIN (CW_STD_MARK_SIZE, get_stack_height (mark));
  double factor = MIN (WORD_OF_JOINT + WORD_OF_EACH * (mark->n_names - 2), WORD_OF_MANY);

  if (mark->word == NULL)
    return;
  mark->word_size = MAX (MIN (factor * mark->size, limit), mark->size);
  mark->word_x_scale = find_x_scale (mark->word_size, mark->word_ink.width,
                                     CW_STD_TYPE_AREA_WIDTH);
}

static double
get_word_room (const CwJointMark *mark)
{
  if (mark->word == NULL)
    return 0;
  return WORD_GAP * mark->size + mark->word_ink.width * mark->word_size * mark->word_x_scale;
}

/* The largest size at which names and 文件 fit side by side. */
static void
size_joint (CwMasthead *self, const CwMarkPlace *place, CwJointMark *mark)
{
  for (mark->size = find_size (self, place, &mark->first);; mark->size *= SHRINK)
    {
      size_word (mark);
      mark->x_scale = find_x_scale (mark->size, mark->width,
                                    get_room (self, place) - get_word_room (mark));
      if (mark->x_scale >= NARROWEST || mark->size < 1)
        break;
    }
}

/* Names whose height is to keep what stands below on the grid stand so much farther apart as they
 * lack to the next such height, or, where that is much, become as much smaller as they exceed the
 * one before. */
static void
fit_height (const CwMarkPlace *place, CwJointMark *mark)
{
  double height = get_stack_height (mark), wanted;

  if (place->step <= 0)
    return;
  wanted = place->height
           + MAX (round ((height - place->height) / place->step), 0) * place->step;
  mark->size *= MIN (wanted / height, 1);
  size_word (mark);
  mark->pitch += (wanted - get_stack_height (mark)) / ((mark->n_names - 1) * mark->size);
}

static double
get_names_width (const CwJointMark *mark)
{
  return mark->width * mark->size * mark->x_scale;
}

static void
measure_joint (CwMasthead *self, CwJointMark *mark)
{
  for (guint i = 0; i < mark->n_names; i++)
    mark->width = MAX (mark->width, probe_width (self, mark->names[i]));
  mark->first = probe (self, mark->names[0]);
  mark->last = probe (self, mark->names[mark->n_names - 1]);
  if (mark->word != NULL)
    mark->word_ink = probe (self, mark->word);
}

/* The names one under the other, all as wide as the longest (R41). */
static void
put_names (CwMasthead *self, const CwMarkPlace *place, const CwJointMark *mark, double x)
{
  double width = get_names_width (mark);
  double y = place->top - mark->first.top * mark->size;

  for (guint i = 0; i < mark->n_names; i++)
    put (self, set_text (self, mark->names[i], mark->size, mark->x_scale, width),
         CW_ELEMENT_ISSUERS, x, y + i * mark->pitch * mark->size);
}

/* Several organs, lead organ first, with 文件 at the right in the middle of their height (R41). */
static void
put_joint (CwMasthead *self, const CwMarkPlace *place, char **names, const char *word)
{
  CwJointMark mark
      = { .names = names, .n_names = g_strv_length (names), .word = word, .pitch = NAME_PITCH };
  double width, x, middle;

  measure_joint (self, &mark);
  size_joint (self, place, &mark);
  fit_height (place, &mark);
  width = get_names_width (&mark);
  x = (CW_STD_TYPE_AREA_WIDTH - width - get_word_room (&mark)) / 2;
  put_names (self, place, &mark, x);
  self->bottom = place->top + get_stack_height (&mark);
  if (word == NULL)
    return;
  middle = (mark.word_ink.top + mark.word_ink.bottom) / 2 * mark.word_size;
  put (self, set_text (self, word, mark.word_size, mark.word_x_scale, 0), CW_ELEMENT_MARK_WORD,
       x + width + WORD_GAP * mark.size, (place->top + self->bottom) / 2 - middle);
}

/* A letter's mark is the name alone, whatever was filled in for another format (R119). */
static const char *
get_word (CwMasthead *self)
{
  const char *word = cw_page_builder_get_text (self->builder, CW_ELEMENT_MARK_WORD);
  gboolean letter = self->builder->form->format == CW_FORMAT_LETTER;

  return letter && word != NULL && strcmp (word, "文件") == 0 ? NULL : word;
}

static char **
read_names (CwMasthead *self)
{
  const char *text = cw_page_builder_get_text (self->builder, CW_ELEMENT_ISSUERS);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (names, lines[i]);
  return g_strv_builder_end (names);
}

/**
 * cw_masthead_put_mark:
 * @self: a masthead
 * @place: where it goes
 *
 * Puts the issuer mark (R39–R42), its ink beginning exactly where the standard measures to. The
 * place of one that is not filled in yet is kept.
 */
void
cw_masthead_put_mark (CwMasthead *self, const CwMarkPlace *place)
{
  g_auto (GStrv) names = read_names (self);
  const char *word = get_word (self);
  guint n_names = g_strv_length (names);

  if (place->joint && n_names > 1)
    put_joint (self, place, names, word);
  else if (n_names > 0 || word != NULL)
    {
      g_autofree char *text
          = g_strconcat (n_names > 0 ? names[0] : "", word != NULL ? word : "", NULL);

      put_single (self, place, text, n_names > 0 ? CW_ELEMENT_ISSUERS : CW_ELEMENT_MARK_WORD);
    }
  else
    self->bottom = place->top + place->ink * self->scale;
}
