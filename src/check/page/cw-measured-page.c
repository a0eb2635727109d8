/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-measured.h"

#include <math.h>

#define MM_PER_PT (25.4 / 72.0)

/* Baselines of one line differ by less, mm: characters of other fonts may stand a little off. */
#define SAME_LINE 1.2

/**
 * cw_measured_page_free:
 * @self: a page
 *
 * Frees it.
 */
void
cw_measured_page_free (CwMeasuredPage *self)
{
  g_array_unref (self->chars);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->fonts);
  cw_marks_free (self->marks);
  g_object_unref (self->page);
  g_free (self);
}

static const char *
keep_font (CwMeasuredPage *self, const char *name)
{
  for (guint i = 0; i < self->fonts->len; i++)
    if (g_strcmp0 (self->fonts->pdata[i], name) == 0)
      return self->fonts->pdata[i];
  g_ptr_array_add (self->fonts, g_strdup (name != NULL ? name : ""));
  return self->fonts->pdata[self->fonts->len - 1];
}

static void
add_char (CwMeasuredPage *self,
          gunichar ch,
          gboolean space,
          const PopplerRectangle *box,
          const PopplerTextAttributes *attributes)
{
  CwMeasuredChar c = { .ch = ch, .space = space, .ink = CW_BOX_EMPTY };

  c.box = (CwBox) { box->x1 * MM_PER_PT, box->y1 * MM_PER_PT, box->x2 * MM_PER_PT,
                    box->y2 * MM_PER_PT };
  if (attributes != NULL)
    {
      c.size = attributes->font_size;
      c.tint = (CwTint) { attributes->color.red / 65535.0, attributes->color.green / 65535.0,
                          attributes->color.blue / 65535.0 };
      c.font = keep_font (self, attributes->font_name);
    }
  else
    c.font = keep_font (self, "");
  g_array_append_val (self->chars, c);
}

/* Fills @runs with the end of each line of text as poppler takes them. */
static void
read_chars (CwMeasuredPage *self, GArray *runs)
{
  g_autofree char *text = poppler_page_get_text (self->page);
  g_autofree PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  GList *attributes = poppler_page_get_text_attributes (self->page), *at = attributes;
  gboolean space = FALSE;
  int i = 0;

  poppler_page_get_text_layout (self->page, &boxes, &n_boxes);
  for (const char *p = text; p != NULL && *p != '\0' && i < (int) n_boxes;
       p = g_utf8_next_char (p), i++)
    {
      gunichar ch = g_utf8_get_char (p);

      while (at != NULL && ((PopplerTextAttributes *) at->data)->end_index < i)
        at = at->next;
      if (!g_unichar_isspace (ch) && g_unichar_isprint (ch))
        add_char (self, ch, space, &boxes[i], at != NULL ? at->data : NULL);
      space = g_unichar_isspace (ch);
      if (ch == '\n')
        g_array_append_val (runs, self->chars->len);
    }
  g_array_append_val (runs, self->chars->len);
  poppler_page_free_text_attributes (attributes);
}

/* --- characters and their glyphs --- */

/* How far, in ems, a glyph's origin is from where a character of that box begins when its text is
 * turned so; more than an em if it lies on the wrong side. */
static double
get_miss (const CwMeasuredChar *c, const CwGlyphMark *g, int turn)
{
  double em = MAX (c->size * MM_PER_PT, 0.5);
  double from_top = (g->y - c->box.top) / em, from_bottom = (c->box.bottom - g->y) / em;
  double from_left = (g->x - c->box.left) / em, from_right = (c->box.right - g->x) / em;

  /* The baseline is nearer to the feet of the letters than to their heads. */
  if (turn == 0)
    return from_bottom < from_top && from_bottom > -0.3 ? fabs (from_left) : 2;
  if (turn == 1)
    return from_right < from_left && from_right > -0.3 ? fabs (from_bottom) : 2;
  return from_left < from_right && from_left > -0.3 ? fabs (from_top) : 2;
}

/* Glyphs by rows of a few millimetres, so that each character looks at few of them. */
#define ROW 4.0

typedef struct
{
  CwMeasuredPage *page;
  GPtrArray *rows; /* GArray of guint, the glyphs whose baseline is there */
} Glyphs;

static void
glyphs_init (Glyphs *self, CwMeasuredPage *page)
{
  guint n_rows = (guint) (CLAMP (page->height, 0, 5000) / ROW) + 1;

  self->page = page;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->rows, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < page->marks->glyphs->len; i++)
    {
      const CwGlyphMark *g = &g_array_index (page->marks->glyphs, CwGlyphMark, i);
      guint row = (guint) CLAMP (g->y / ROW, 0, n_rows - 1);

      if (!cw_box_is_empty (&g->ink))
        g_array_append_val (self->rows->pdata[row], i);
    }
}

/* The glyph not yet taken that misses the character's beginning least, by less than @most ems. */
static CwGlyphMark *
find_glyph (Glyphs *self, const CwMeasuredChar *c, int turn, double most)
{
  guint n_rows = self->rows->len;
  guint first = (guint) CLAMP ((c->box.top - 2) / ROW, 0, n_rows - 1);
  guint last = (guint) CLAMP ((c->box.bottom + 2) / ROW, 0, n_rows - 1);
  CwGlyphMark *best = NULL;

  for (guint row = first; row <= last; row++)
    {
      GArray *in_row = self->rows->pdata[row];

      for (guint i = 0; i < in_row->len; i++)
        {
          CwGlyphMark *g = &g_array_index (self->page->marks->glyphs, CwGlyphMark,
                                           g_array_index (in_row, guint, i));
          double miss = g->taken ? 2 : get_miss (c, g, turn);

          if (miss >= most)
            continue;
          most = miss;
          best = g;
        }
    }
  return best;
}

/* A glyph that fits exactly says how the text is turned; one alone may be a neighbour's. */
static int
find_turn (Glyphs *self, guint first, guint end)
{
  static const int turns[] = { 0, 1, 3 };
  guint votes[] = { 0, 0, 0 }, best = 0;

  for (guint i = first; i < end; i++)
    for (guint j = 0; j < G_N_ELEMENTS (turns); j++)
      votes[j] += find_glyph (self, &g_array_index (self->page->chars, CwMeasuredChar, i), turns[j],
                              0.03)
                  != NULL;
  for (guint j = 1; j < G_N_ELEMENTS (turns); j++)
    if (votes[j] > votes[best])
      best = j;
  return turns[best];
}

static void
take_glyph (CwMeasuredChar *c, CwGlyphMark *g, int turn)
{
  double length = turn == 0 ? c->box.right - c->box.left : c->box.bottom - c->box.top;

  g->taken = TRUE;
  c->printed = TRUE;
  c->turn = (guint8) turn;
  c->ink = g->ink;
  c->tint = g->tint;
  c->x = turn == 0 ? g->x : turn == 1 ? -g->y : g->y;
  c->y = turn == 0 ? g->y : turn == 1 ? g->x : -g->x;
  /* poppler's advance ends where its box does; the glyph may begin a little beside the box. */
  c->end = turn == 0 ? MAX (c->box.right, c->x) : c->x + length;
}

/* A character nothing is drawn of stands where poppler says; the second half of a long dash that is
 * one glyph is such a one. */
static void
place_unprinted (CwMeasuredChar *c, int turn)
{
  c->turn = (guint8) turn;
  c->x = turn == 0 ? c->box.left : turn == 1 ? -c->box.bottom : c->box.top;
  c->end = c->x + (turn == 0 ? c->box.right - c->box.left : c->box.bottom - c->box.top);
  c->y = turn == 0   ? c->box.bottom - 0.2 * (c->box.bottom - c->box.top)
         : turn == 1 ? c->box.right - 0.2 * (c->box.right - c->box.left)
                     : -c->box.left - 0.2 * (c->box.right - c->box.left);
}

/* A glyph nobody claimed that lies on a character's own: made-up bold. */
static gboolean
is_doubled (Glyphs *self, const CwMeasuredChar *c)
{
  double y = c->turn == 0 ? c->y : c->ink.bottom;
  GArray *in_row = self->rows->pdata[(guint) CLAMP (y / ROW, 0, self->rows->len - 1)];

  for (guint i = 0; i < in_row->len; i++)
    {
      const CwGlyphMark *g = &g_array_index (self->page->marks->glyphs, CwGlyphMark,
                                             g_array_index (in_row, guint, i));

      if (!g->taken && fabs (g->ink.left - c->ink.left) < 0.6
          && fabs (g->ink.bottom - c->ink.bottom) < 0.6 && fabs (g->ink.right - c->ink.right) < 0.6
          && fabs (g->ink.top - c->ink.top) < 0.6)
        return TRUE;
    }
  return FALSE;
}

/* A stroke around the character, or around all of its line: no higher than its characters, as a
 * frame or a ring around them would be. */
static gboolean
is_outlined (const CwMeasuredChar *c, GArray *strokes)
{
  double height = c->ink.bottom - c->ink.top, em = c->size * MM_PER_PT;

  for (guint i = 0; i < strokes->len; i++)
    {
      const CwShapeMark *s = &g_array_index (strokes, CwShapeMark, i);

      if (s->box.left <= c->ink.left && s->box.right >= c->ink.right && s->box.top <= c->ink.top
          && s->box.bottom >= c->ink.bottom
          && s->box.bottom - s->box.top < MAX (1.1 * em, height + 0.6))
        return TRUE;
    }
  return FALSE;
}

static void
find_doubled (Glyphs *self)
{
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (CwShapeMark));

  for (guint i = 0; i < self->page->marks->shapes->len; i++)
    {
      CwShapeMark *s = &g_array_index (self->page->marks->shapes, CwShapeMark, i);

      if (s->kind == CW_SHAPE_STROKE && s->box.bottom - s->box.top < 25)
        g_array_append_vals (strokes, s, 1);
    }
  for (guint i = 0; i < self->page->chars->len; i++)
    {
      CwMeasuredChar *c = &g_array_index (self->page->chars, CwMeasuredChar, i);

      c->doubled = c->printed && (is_doubled (self, c) || is_outlined (c, strokes));
    }
}

static void
match_run (Glyphs *self, guint first, guint end)
{
  int turn = find_turn (self, first, end);

  for (guint i = first; i < end; i++)
    {
      CwMeasuredChar *c = &g_array_index (self->page->chars, CwMeasuredChar, i);
      CwGlyphMark *g = find_glyph (self, c, turn, 0.55);

      if (g != NULL)
        take_glyph (c, g, turn);
      else
        place_unprinted (c, turn);
      /* Turned text is measured from the foot of the sheet. */
      if (c->turn == 1)
        {
          c->x += self->page->height;
          c->end += self->page->height;
        }
      c->top = c->turn == 0 ? c->box.top : c->y - c->size * MM_PER_PT;
      c->black = cw_tint_is_black (&c->tint);
    }
}

static void
match_glyphs (CwMeasuredPage *self, GArray *runs)
{
  Glyphs glyphs;
  guint first = 0;

  glyphs_init (&glyphs, self);
  for (guint i = 0; i < runs->len; i++)
    {
      match_run (&glyphs, first, g_array_index (runs, guint, i));
      first = g_array_index (runs, guint, i);
    }
  find_doubled (&glyphs);
  g_ptr_array_unref (glyphs.rows);
}

/* --- lines --- */

static int
compare_baselines (gconstpointer a, gconstpointer b)
{
  const CwMeasuredChar *c = a, *d = b;

  if (c->turn != d->turn)
    return c->turn < d->turn ? -1 : 1;
  return c->y < d->y ? -1 : c->y > d->y;
}

static int
compare_origins (gconstpointer a, gconstpointer b)
{
  const CwMeasuredChar *c = a, *d = b;

  return c->x < d->x ? -1 : c->x > d->x;
}

/* First by baselines into lines, then each line by origins: baselines that differ a little would
 * make no order of the characters in one step. */
static void
find_lines (CwMeasuredPage *self)
{
  CwMeasuredChar *chars = (CwMeasuredChar *) (gpointer) self->chars->data;
  guint first = 0;

  g_array_sort (self->chars, compare_baselines);
  for (guint i = 1; i <= self->chars->len; i++)
    {
      CwMeasuredLine line = { first, i - first };

      if (i < self->chars->len && chars[i].turn == chars[first].turn
          && chars[i].y - chars[first].y <= SAME_LINE)
        continue;
      qsort (chars + first, line.n_chars, sizeof *chars, compare_origins);
      line.top = chars[first].top;
      line.y = chars[first].y;
      line.turn = chars[first].turn;
      g_array_append_val (self->lines, line);
      first = i;
    }
}

/**
 * cw_measured_page_new:
 * @document: a document
 * @number: of the page, from 1
 *
 * Returns: (transfer full) (nullable): the page, measured; %NULL if it is damaged
 */
CwMeasuredPage *
cw_measured_page_new (PopplerDocument *document, guint number)
{
  PopplerPage *page = poppler_document_get_page (document, (int) number - 1);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (guint));
  CwMeasuredPage *self;

  if (page == NULL)
    return NULL;
  self = g_new0 (CwMeasuredPage, 1);
  self->page = page;
  self->number = number;
  self->chars = g_array_new (FALSE, FALSE, sizeof (CwMeasuredChar));
  self->lines = g_array_new (FALSE, FALSE, sizeof (CwMeasuredLine));
  self->fonts = g_ptr_array_new_with_free_func (g_free);
  poppler_page_get_size (self->page, &self->width, &self->height);
  self->width *= MM_PER_PT;
  self->height *= MM_PER_PT;
  self->marks = cw_marks_new (page);
  read_chars (self, runs);
  match_glyphs (self, runs);
  find_lines (self);
  return self;
}
