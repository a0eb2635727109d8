/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-text.h"

#include <string.h>

/* One allocation for the string; marks and placeholders apart, since most texts have neither. */
struct _CwText
{
  gatomicrefcount ref_count;
  guint n_marks;
  guint n_placeholders;
  guint n_lines;
  guint n_characters;
  guint *line_starts; /* of the second line and all after it */
  CwMark *marks;
  CwPlaceholder *placeholders;
  gsize length;
  char string[];
};

G_DEFINE_BOXED_TYPE (CwText, cw_text, cw_text_ref, cw_text_unref)

/* Whether the character at @p is a blank nobody counts: spaces of every width, controls, the
 * invisible joiners and the selectors of a variant (which belong to the character before). */
static gboolean
is_uncounted (const char *p)
{
  const guchar *u = (const guchar *) p;

  if (u[0] < 0x80)
    return u[0] <= 0x20 || u[0] == 0x7f;
  if (u[0] == 0xc2)
    return u[1] <= 0xa0; /* C1 controls and U+00A0 */
  if (u[0] == 0xe2) /* U+2000–200F, 2028–202F, 205F–206F */
    return (u[1] == 0x80 && (u[2] <= 0x8f || (u[2] >= 0xa8 && u[2] <= 0xaf)))
           || (u[1] == 0x81 && u[2] >= 0x9f && u[2] <= 0xaf);
  if (u[0] == 0xe3)
    return u[1] == 0x80 && u[2] == 0x80; /* U+3000 */
  if (u[0] == 0xef)                      /* U+FE00–FE0F, U+FEFF */
    return (u[1] == 0xb8 && u[2] <= 0x8f) || (u[1] == 0xbb && u[2] == 0xbf);
  return u[0] == 0xf3 && u[1] == 0xa0; /* U+E0000–E0FFF: tags, U+E0100 selectors */
}

static void
count (CwText *self)
{
  g_autoptr (GArray) starts = NULL;

  for (const char *p = self->string, *end = p + self->length; p < end; p++)
    {
      if (((guchar) *p & 0xc0) == 0x80)
        continue;
      if (!is_uncounted (p))
        self->n_characters++;
      else if (*p == '\n')
        {
          guint start = p + 1 - self->string;

          if (starts == NULL)
            starts = g_array_new (FALSE, FALSE, sizeof (guint));
          g_array_append_val (starts, start);
        }
    }
  self->n_lines = starts != NULL ? starts->len + 1 : 1;
  if (starts != NULL)
    self->line_starts = (guint *) g_array_steal (starts, NULL);
}

static void
find_placeholders (CwText *self)
{
  g_autoptr (GArray) found = cw_placeholder_scan (self->string, self->length);

  self->n_placeholders = found->len;
  if (found->len > 0)
    self->placeholders = (CwPlaceholder *) g_array_steal (found, NULL);
}

static CwText *
new_unmarked (const char *utf8, gsize length)
{
  CwText *self = g_malloc0 (sizeof (CwText) + length + 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->length = length;
  memcpy (self->string, utf8, length);
  count (self);
  find_placeholders (self);
  return self;
}

/* --- marks --- */

/* The nearest character boundary at or before @offset. */
static guint
boundary (CwText *self, gsize offset)
{
  offset = MIN (offset, self->length);
  while (offset > 0 && ((guchar) self->string[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

static int
compare_by_kind (gconstpointer a, gconstpointer b)
{
  const CwMark *x = a, *y = b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

static int
compare_by_start (gconstpointer a, gconstpointer b)
{
  const CwMark *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return (int) x->kind - (int) y->kind;
}

/* Marks of one kind that touch become one, unless they are different values: of those the first
 * keeps its characters. @marks is sorted by kind, then by start. */
static void
merge_touching (GArray *marks)
{
  guint kept = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      CwMark mark = g_array_index (marks, CwMark, i);
      CwMark *last = kept > 0 ? &g_array_index (marks, CwMark, kept - 1) : NULL;
      gboolean follows = last != NULL && last->kind == mark.kind && mark.start <= last->end;

      if (follows && last->value != mark.value)
        mark.start = last->end;
      else if (follows)
        last->end = MAX (last->end, mark.end);
      if ((!follows || last->value != mark.value) && mark.start < mark.end)
        g_array_index (marks, CwMark, kept++) = mark;
    }
  g_array_set_size (marks, kept);
}

/* What the author has spoken about is no blank of its own: a value is filled or not as the ledger
 * says. */
static gboolean
is_spoken_of (CwText *self, const CwPlaceholder *placeholder)
{
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].kind != CW_MARK_EMPHASIS && self->marks[i].start < placeholder->end
        && self->marks[i].end > placeholder->start)
      return TRUE;
  return FALSE;
}

static void
drop_placeholders (CwText *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->n_placeholders; i++)
    if (!is_spoken_of (self, &self->placeholders[i]))
      self->placeholders[kept++] = self->placeholders[i];
  self->n_placeholders = kept;
}

static void
take_marks (CwText *self, const CwMark *marks, guint n_marks)
{
  g_autoptr (GArray) clean = NULL;

  if (n_marks == 0)
    return;
  clean = g_array_sized_new (FALSE, FALSE, sizeof (CwMark), n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      CwMark mark = { marks[i].kind, boundary (self, marks[i].start),
                      boundary (self, marks[i].end), marks[i].value };

      if (mark.start < mark.end)
        g_array_append_val (clean, mark);
    }
  g_array_sort (clean, compare_by_kind);
  merge_touching (clean);
  g_array_sort (clean, compare_by_start);
  self->n_marks = clean->len;
  if (clean->len > 0)
    self->marks = (CwMark *) g_array_steal (clean, NULL);
  drop_placeholders (self);
}

/* --- life --- */

/**
 * cw_text_new:
 * @utf8: the text; what is not valid UTF-8 in it is replaced by U+FFFD
 *
 * Makes a text without marks.
 *
 * Returns: (transfer full): the new text
 */
CwText *
cw_text_new (const char *utf8)
{
  return cw_text_new_with_marks (utf8, -1, NULL, 0);
}

/**
 * cw_text_new_with_marks:
 * @utf8: the text; what is not valid UTF-8 in it is replaced by U+FFFD
 * @length: its length in bytes, or -1 if it ends with NUL
 * @marks: (array length=n_marks) (nullable): its marks, in any order; they are sorted, clipped to
 *   the text, moved to character boundaries and joined where they touch
 * @n_marks: number of marks
 *
 * Makes a text. Its placeholders are looked for here, once and for all.
 *
 * Returns: (transfer full): the new text
 */
CwText *
cw_text_new_with_marks (const char *utf8, gssize length, const CwMark *marks, guint n_marks)
{
  gsize n_bytes;
  CwText *self;

  g_return_val_if_fail (utf8 != NULL, NULL);

  n_bytes = length < 0 ? strlen (utf8) : (gsize) length;
  if (G_LIKELY (g_utf8_validate_len (utf8, n_bytes, NULL)))
    self = new_unmarked (utf8, n_bytes);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (utf8, n_bytes);

      self = new_unmarked (valid, strlen (valid));
    }
  take_marks (self, marks, n_marks);
  return self;
}

/**
 * cw_text_ref:
 * @self: a text
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwText *
cw_text_ref (CwText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_text_unref:
 * @self: (transfer full): a text
 *
 * Gives a reference back; from any thread.
 */
void
cw_text_unref (CwText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->line_starts);
  g_free (self->marks);
  g_free (self->placeholders);
  g_free (self);
}

/* --- what it says --- */

/**
 * cw_text_equal:
 * @self: a text
 * @other: another
 *
 * Returns: whether both have the same characters and the same marks
 */
gboolean
cw_text_equal (CwText *self, CwText *other)
{
  if (self == other)
    return TRUE;
  if (self->length != other->length || self->n_marks != other->n_marks)
    return FALSE;
  if (memcmp (self->string, other->string, self->length) != 0)
    return FALSE;
  for (guint i = 0; i < self->n_marks; i++)
    if (self->marks[i].kind != other->marks[i].kind || self->marks[i].start != other->marks[i].start
        || self->marks[i].end != other->marks[i].end
        || self->marks[i].value != other->marks[i].value)
      return FALSE;
  return TRUE;
}

/**
 * cw_text_is_empty:
 * @self: a text
 *
 * Returns: whether it has no characters at all
 */
gboolean
cw_text_is_empty (CwText *self)
{
  return self->length == 0;
}

/**
 * cw_text_get_string:
 * @self: a text
 *
 * Returns: (transfer none): its characters, valid UTF-8 ending with NUL
 */
const char *
cw_text_get_string (CwText *self)
{
  return self->string;
}

/**
 * cw_text_get_length:
 * @self: a text
 *
 * Returns: its length in bytes
 */
gsize
cw_text_get_length (CwText *self)
{
  return self->length;
}

/**
 * cw_text_get_n_lines:
 * @self: a text
 *
 * Returns: how many lines its line feeds make of it, at least 1
 */
guint
cw_text_get_n_lines (CwText *self)
{
  return self->n_lines;
}

/**
 * cw_text_get_line:
 * @self: a text
 * @line: number of a line, from 0
 * @start: (out): its first byte
 * @end: (out): the byte after it, where its line feed is or the text ends
 *
 * Tells in constant time where a line is.
 */
void
cw_text_get_line (CwText *self, guint line, guint *start, guint *end)
{
  g_return_if_fail (line < self->n_lines);

  *start = line == 0 ? 0 : self->line_starts[line - 1];
  *end = line + 1 == self->n_lines ? self->length : self->line_starts[line] - 1;
}

/**
 * cw_text_get_n_characters:
 * @self: a text
 *
 * Counts as offices do (字数): Han characters, letters, digits and punctuation are one each;
 * spaces of every width, line feeds, invisible joiners and variation selectors are none.
 *
 * Returns: the count
 */
guint
cw_text_get_n_characters (CwText *self)
{
  return self->n_characters;
}

/**
 * cw_text_get_marks:
 * @self: a text
 * @n_marks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_marks) (nullable): its marks, sorted by start
 */
const CwMark *
cw_text_get_marks (CwText *self, guint *n_marks)
{
  *n_marks = self->n_marks;
  return self->marks;
}

/**
 * cw_text_get_placeholders:
 * @self: a text
 * @n_placeholders: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_placeholders) (nullable): the blanks still to be filled
 *   in, sorted, not overlapping
 */
const CwPlaceholder *
cw_text_get_placeholders (CwText *self, guint *n_placeholders)
{
  *n_placeholders = self->n_placeholders;
  return self->placeholders;
}

/* --- new texts from old --- */

/* Adds the marks of @self between @start and @end, moved so that @start comes to lie at @at. */
static void
add_marks (GArray *marks, CwText *self, gsize start, gsize end, gsize at)
{
  for (guint i = 0; i < self->n_marks; i++)
    {
      CwMark mark = self->marks[i];

      if (mark.end <= start || mark.start >= end)
        continue;
      mark.start = MAX (mark.start, start) - start + at;
      mark.end = MIN (mark.end, end) - start + at;
      g_array_append_val (marks, mark);
    }
}

/* A mark lasts over what is put inside it, and over what takes the place of a part of it. */
static gboolean
grows (const CwMark *mark, gsize start, gsize end)
{
  if (start == end)
    return mark->start < start && end < mark->end;
  return mark->start <= start && end <= mark->end;
}

/**
 * cw_text_slice:
 * @self: a text
 * @start: first byte, on a character boundary
 * @end: byte after the last, on a character boundary
 *
 * Returns: (transfer full): the part of @self from @start to @end with its marks
 */
CwText *
cw_text_slice (CwText *self, gsize start, gsize end)
{
  g_autoptr (GArray) marks = NULL;

  g_return_val_if_fail (start <= end && end <= self->length, NULL);

  if (start == 0 && end == self->length)
    return cw_text_ref (self);
  marks = g_array_new (FALSE, FALSE, sizeof (CwMark));
  add_marks (marks, self, start, end, 0);
  return cw_text_new_with_marks (self->string + start, end - start, (CwMark *) marks->data,
                                 marks->len);
}

/**
 * cw_text_splice:
 * @self: a text
 * @start: first byte to go, on a character boundary
 * @end: byte after the last to go, on a character boundary
 * @insert: what comes in its place
 *
 * Marks outside stay with their characters; a mark around the whole range takes in what is
 * inserted, so that typing inside emphasis is emphasis.
 *
 * Returns: (transfer full): the new text; @self itself if nothing changes
 */
CwText *
cw_text_splice (CwText *self, gsize start, gsize end, CwText *insert)
{
  gsize tail = self->length - MIN (end, self->length);
  g_autofree char *string = NULL;
  g_autoptr (GArray) marks = NULL;

  g_return_val_if_fail (start <= end && end <= self->length, NULL);

  if (start == end && insert->length == 0)
    return cw_text_ref (self);
  string = g_malloc (start + insert->length + tail + 1);
  memcpy (string, self->string, start);
  memcpy (string + start, insert->string, insert->length);
  memcpy (string + start + insert->length, self->string + end, tail);

  marks = g_array_new (FALSE, FALSE, sizeof (CwMark));
  add_marks (marks, self, 0, start, 0);
  add_marks (marks, insert, 0, insert->length, start);
  add_marks (marks, self, end, self->length, start + insert->length);
  for (guint i = 0; i < self->n_marks; i++)
    if (grows (&self->marks[i], start, end))
      {
        CwMark mark = { self->marks[i].kind, start, start + insert->length, self->marks[i].value };

        g_array_append_val (marks, mark);
      }
  return cw_text_new_with_marks (string, start + insert->length + tail, (CwMark *) marks->data,
                                 marks->len);
}

/**
 * cw_text_join:
 * @texts: (array length=n_texts): the texts
 * @n_texts: how many there are
 * @separator: what comes between every two
 *
 * Returns: (transfer full): all of them in one text, with their marks
 */
CwText *
cw_text_join (CwText *const *texts, guint n_texts, const char *separator)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CwMark));

  if (n_texts == 1)
    return cw_text_ref (texts[0]);
  for (guint i = 0; i < n_texts; i++)
    {
      if (i > 0)
        g_string_append (string, separator);
      add_marks (marks, texts[i], 0, texts[i]->length, string->len);
      g_string_append_len (string, texts[i]->string, texts[i]->length);
    }
  return cw_text_new_with_marks (string->str, string->len, (CwMark *) marks->data, marks->len);
}
