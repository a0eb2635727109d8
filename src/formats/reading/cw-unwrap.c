/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-source-lines.h"

#include <string.h>

#include "document/cw-numbering.h"

/* Text from e-mail and PDF is broken into lines of one width. To join them wrongly would run two
 * paragraphs together, so all of this must hold. Widths in columns, a Chinese character being 2. */
#define MIN_WIDTH 40 /* the width all the lines share */
#define MAX_WIDTH 120
#define MIN_LINES 6
#define MIN_BROKEN 3 /* full lines that end within a sentence */
#define SLACK 3      /* how far short a full line may be: a mark or half a word was moved down */

typedef struct
{
  guint *widths;
  guint width;
  guint min_indent;
  gboolean shows_paragraphs; /* by indents or by empty lines */
} Shape;

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += (guchar) *p < 0xe2 ? 1 : 2;
  return width;
}

static gboolean
ends_sentence (const CwSourceLine *line)
{
  static const char *const ends[] = { "。", "！", "？", "：", "；", "”", "!", "?", ":", ";", "\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (line->text, ends[i]))
      return TRUE;
  return line->text[line->length - 1] == '.';
}

static gboolean
is_full (const Shape *shape, guint i)
{
  return shape->widths[i] + SLACK >= shape->width;
}

static gboolean
starts_paragraph (const Shape *shape, const CwSourceLine *line)
{
  guint level, number;

  return line->after_blank || line->indent >= shape->min_indent + 2
         || cw_numbering_parse (line->text, &level, &number) > 0;
}

/* Whether line @i runs on into the next. */
static gboolean
runs_on (const Shape *shape, CwSourceLines *lines, guint i)
{
  if (i + 1 >= lines->lines->len || !is_full (shape, i)
      || cw_source_lines_get (lines, i)->n_tabs > 0
      || cw_source_lines_get (lines, i + 1)->n_tabs > 0
      || starts_paragraph (shape, cw_source_lines_get (lines, i + 1)))
    return FALSE;
  return shape->shows_paragraphs || !ends_sentence (cw_source_lines_get (lines, i));
}

static void
find_shape (Shape *shape, CwSourceLines *lines)
{
  guint n = lines->lines->len;

  shape->min_indent = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    shape->min_indent = MIN (shape->min_indent, cw_source_lines_get (lines, i)->indent);
  for (guint i = 0; i < n; i++)
    {
      const CwSourceLine *line = cw_source_lines_get (lines, i);

      shape->widths[i] = line->indent + measure (line->text);
      shape->width = MAX (shape->width, shape->widths[i]);
      shape->shows_paragraphs
          |= i > 2 && (line->after_blank || line->indent >= shape->min_indent + 2);
    }
}

static gboolean
is_wrapped (const Shape *shape, CwSourceLines *lines)
{
  guint n = lines->lines->len, n_full = 0, n_broken = 0;

  if (shape->width < MIN_WIDTH || shape->width > MAX_WIDTH)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      n_full += is_full (shape, i);
      n_broken += runs_on (shape, lines, i) && !ends_sentence (cw_source_lines_get (lines, i));
    }
  return n_broken >= MIN_BROKEN && n_full * 3 >= n;
}

static void
note_join (CwChanges *changes, const CwSourceLine *first, const CwSourceLine *second)
{
  const char *start = first->text + first->length;
  const char *end = second->text;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 6; i++)
    {
      start = start > first->text ? g_utf8_prev_char (start) : start;
      end = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  left = g_strdup (start);
  right = g_strndup (second->text, end - second->text);
  before = g_strconcat (left, "¶", right, NULL);
  after = g_strconcat (left, right, NULL);
  cw_changes_add (changes, CW_CHANGE_LINES_JOINED, second->number, before, after);
}

/* Where a line ended between two Latin words there was a blank. */
static gboolean
needs_blank (const CwSourceLine *first, const CwSourceLine *second)
{
  return g_ascii_isalpha (first->text[first->length - 1]) && g_ascii_isalpha (*second->text);
}

static void
join (CwSourceLines *self, const Shape *shape, CwChanges *changes)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (CwSourceLine));

  for (guint i = 0; i < self->lines->len; i++)
    {
      CwSourceLine line = *cw_source_lines_get (self, i);
      gsize start = out->len;

      g_string_append_len (out, line.text, line.length);
      for (; runs_on (shape, self, i); i++)
        {
          const CwSourceLine *first = cw_source_lines_get (self, i),
                             *second = cw_source_lines_get (self, i + 1);

          if (needs_blank (first, second))
            g_string_append_c (out, ' ');
          g_string_append_len (out, second->text, second->length);
          note_join (changes, first, second);
        }
      line.text = GSIZE_TO_POINTER (start);
      line.length = out->len - start;
      g_string_append_c (out, '\0');
      g_array_append_val (joined, line);
    }
  g_free (self->buffer);
  g_array_unref (self->lines);
  self->buffer = g_string_free_and_steal (g_steal_pointer (&out));
  self->lines = joined;
  for (guint i = 0; i < joined->len; i++)
    cw_source_lines_get (self, i)->text
        = self->buffer + GPOINTER_TO_SIZE (cw_source_lines_get (self, i)->text);
}

/**
 * cw_source_lines_unwrap:
 * @self: the lines of a text
 * @changes: what was changed is noted here
 *
 * Makes paragraphs whole that were broken into lines of one width, as e-mail programs and the
 * copying of PDF do. Does nothing unless the text clearly is of that kind.
 */
void
cw_source_lines_unwrap (CwSourceLines *self, CwChanges *changes)
{
  g_autofree guint *widths = NULL;
  Shape shape = { 0 };

  if (self->lines->len < MIN_LINES)
    return;
  widths = g_new0 (guint, self->lines->len);
  shape.widths = widths;
  find_shape (&shape, self);
  if (is_wrapped (&shape, self))
    join (self, &shape, changes);
}
