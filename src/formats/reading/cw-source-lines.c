/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-source-lines.h"

#include <string.h>

#define TAB_WIDTH 4
#define CONTEXT 12

/* g_str_has_prefix() is not used on the text: it measures all of it first. */

/* Characters that no printed page shows, but that split words, turn text round or stop a search:
 * rich text and web pages leave them behind. Joiners and selectors of a variant stay: they choose
 * the shape of a name. */
static const struct
{
  gunichar first, last;
} invisible[] = {
  { 0x0000, 0x0008 }, { 0x000e, 0x001f }, { 0x007f, 0x0084 }, { 0x0086, 0x009f },
  { 0x00ad, 0x00ad }, /* soft hyphen */
  { 0x061c, 0x061c }, { 0x180e, 0x180e }, { 0x200b, 0x200c }, { 0x200e, 0x200f },
  { 0x202a, 0x202e }, { 0x2060, 0x2064 }, { 0x2066, 0x206f }, { 0xfeff, 0xfeff },
  { 0xfff9, 0xfffc }, { 0xfffe, 0xffff }, { 0xfdd0, 0xfdef }, { 0xe0001, 0xe007f },
};

typedef struct
{
  const char *start; /* of the whole text */
  gboolean list_replaced;
  CwChanges *changes;
  GString *out;
  guint number;
  guint n_blank;
  gboolean spaces_changed;
} Cleaner;

typedef enum
{
  CHAR_TEXT,
  CHAR_BLANK,
  CHAR_INVISIBLE,
  CHAR_LINE_END,
} CharClass;

static gboolean
is_invisible (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invisible); i++)
    if (c >= invisible[i].first && c <= invisible[i].last)
      return TRUE;
  return (c & 0xfffe) == 0xfffe;
}

/* The common case, a Chinese character, is settled by the first byte. */
static CharClass
classify (const char *p)
{
  guchar first = (guchar) *p;
  gunichar c;

  if (first == '\n' || first == '\v' || first == '\f' || first == '\r')
    return CHAR_LINE_END;
  if (first == ' ' || first == '\t')
    return CHAR_BLANK;
  if ((first > 0x20 && first < 0x7f) || (first >= 0xe4 && first <= 0xee))
    return CHAR_TEXT;
  c = g_utf8_get_char (p);
  if (c == 0x85 || c == 0x2028 || c == 0x2029)
    return CHAR_LINE_END;
  if (c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f
      || c == 0x3000)
    return CHAR_BLANK;
  return is_invisible (c) ? CHAR_INVISIBLE : CHAR_TEXT;
}

/* --- noting what was done --- */

/* A few characters from @start on, or, with @backwards, before it. */
static char *
excerpt (const char *start, const char *limit, gboolean backwards)
{
  const char *p = start;

  for (guint i = 0; i < CONTEXT && p != limit && (backwards || *p != '\0'); i++)
    {
      const char *next = backwards ? g_utf8_prev_char (p) : g_utf8_next_char (p);

      if (classify (backwards ? next : p) == CHAR_LINE_END)
        break;
      p = next;
    }
  return backwards ? g_strndup (p, start - p) : g_strndup (start, p - start);
}

/* Of a long indent only the last two blanks are shown, so that the words behind it are, too. */
static const char *
skip_long_indent (const char *line)
{
  const char *last[2] = { line, line };

  for (; *line != '\0' && classify (line) == CHAR_BLANK; line = g_utf8_next_char (line))
    {
      last[0] = last[1];
      last[1] = line;
    }
  return last[0];
}

static void
note_spaces (Cleaner *self, const char *line, const char *line_end, gsize out_start)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *out = self->out->str + out_start;

  if (cw_changes_is_full (self->changes))
    {
      cw_changes_add (self->changes, CW_CHANGE_SPACES, self->number, NULL, NULL);
      return;
    }
  before = excerpt (skip_long_indent (line), line_end, FALSE);
  after = excerpt (out, self->out->str + self->out->len, FALSE);
  cw_changes_add (self->changes, CW_CHANGE_SPACES, self->number, before, after);
}

static void
note_blank_lines (Cleaner *self)
{
  g_autoptr (GString) before = NULL;

  if (self->n_blank == 0)
    return;
  before = g_string_new (NULL);
  for (guint i = 0; i < MIN (self->n_blank, CONTEXT); i++)
    g_string_append (before, "¶");
  cw_changes_add (self->changes, CW_CHANGE_SPACES, self->number - self->n_blank, before->str, "");
}

/* @from to @to: the invisible characters, or the character that replaces a broken one. */
static void
note_invalid (Cleaner *self, const char *from, const char *to, gboolean removed)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *code = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (cw_changes_is_full (self->changes))
    {
      cw_changes_add (self->changes, CW_CHANGE_INVALID_CHARACTER, self->number, NULL, NULL);
      return;
    }
  left = excerpt (from, self->start, TRUE);
  right = excerpt (to, NULL, FALSE);
  code = removed ? g_strdup_printf ("[U+%04X]", g_utf8_get_char (from)) : g_strdup ("[?]");
  before = g_strconcat (left, code, right, NULL);
  after = g_strconcat (left, removed ? "" : "\xef\xbf\xbd", right, NULL);
  cw_changes_add (self->changes, CW_CHANGE_INVALID_CHARACTER, self->number, before, after);
}

/* --- cleaning --- */

/* Steps over the blanks and invisible characters at @p; returns their width in columns. */
static guint
skip_indent (Cleaner *self, const char **p)
{
  guint width = 0;

  for (CharClass class;
       (class = classify (*p)) != CHAR_TEXT && class != CHAR_LINE_END && **p != '\0';)
    {
      const char *next = g_utf8_next_char (*p);

      if (class == CHAR_INVISIBLE)
        note_invalid (self, *p, next, TRUE);
      else
        width += **p == '\t' ? TAB_WIDTH : next - *p > 1 ? 2 : 1;
      *p = next;
    }
  return width;
}

/* Blanks within a line: one stays, a full-width one if there is one (it spreads a name); several
 * full-width ones stay as they are. Blanks at the end of the line go. */
static void
copy_blanks (Cleaner *self, const char **p)
{
  const char *start = *p;
  guint n = 0, n_wide = 0;

  for (CharClass class;
       **p != '\0' && ((class = classify (*p)) == CHAR_BLANK || class == CHAR_INVISIBLE);
       *p = g_utf8_next_char (*p))
    {
      n += class == CHAR_BLANK;
      n_wide += (strncmp (*p, "　", 3) == 0);
      if (class == CHAR_INVISIBLE)
        note_invalid (self, *p, g_utf8_next_char (*p), TRUE);
    }
  if (**p == '\0' || classify (*p) == CHAR_LINE_END)
    {
      self->spaces_changed |= n > 0;
      return;
    }
  for (guint i = 0; n_wide == n && i < n; i++)
    g_string_append (self->out, "　");
  if (n_wide < n)
    g_string_append (self->out, n_wide > 0 ? "　" : " ");
  self->spaces_changed |= n_wide < n && (n > 1 || *start != ' ');
}

static void
copy_invisible (Cleaner *self, const char **p)
{
  const char *start = *p;

  while (**p != '\0' && classify (*p) == CHAR_INVISIBLE)
    *p = g_utf8_next_char (*p);
  note_invalid (self, start, *p, TRUE);
}

/* Copies one line without its indent; leaves @p at its end. */
static void
copy_line (Cleaner *self, const char **p)
{
  while (**p != '\0')
    {
      CharClass class = classify (*p);
      const char *next;

      if (class == CHAR_LINE_END)
        return;
      if (class == CHAR_BLANK)
        copy_blanks (self, p);
      else if (class == CHAR_INVISIBLE)
        copy_invisible (self, p);
      else
        {
          next = g_utf8_next_char (*p);
          if (self->list_replaced && strncmp (*p, "\xef\xbf\xbd", 3) == 0)
            note_invalid (self, *p, next, FALSE);
          g_string_append_len (self->out, *p, next - *p);
          *p = next;
        }
    }
}

/* An invisible character may have stood between two blanks, or between a blank and the end. */
static void
trim_end (Cleaner *self, gsize start)
{
  GString *out = self->out;

  while (out->len > start)
    {
      const char *last = g_utf8_prev_char (out->str + out->len);

      if (classify (last) != CHAR_BLANK)
        return;
      g_string_truncate (out, last - out->str);
    }
}

static const char *
skip_line_end (const char *p)
{
  if (p[0] == '\r' && p[1] == '\n')
    return p + 2;
  return *p == '\0' ? p : g_utf8_next_char (p);
}

static guint
count_tabs (const char *start, const char *end)
{
  guint n = 0;

  for (; start < end; start++)
    n += *start == '\t';
  return n;
}

/* Tabs before and behind a line may be empty cells, or only push it about. */
static void
note_raw (CwSourceLine *line, const char *start, const char *end)
{
  line->raw = start;
  line->raw_length = end - start;
  line->n_all_tabs = count_tabs (start, end);
  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  line->n_tabs = count_tabs (start, end);
}

/* Reads the line at @p into the buffer; returns where the next one starts. Since the buffer still
 * moves, the line's text holds its offset for now. */
static const char *
read_line (Cleaner *self, const char *p, GArray *lines)
{
  const char *line_start = p;
  gsize start = self->out->len;
  CwSourceLine line = { .number = self->number, .indent = skip_indent (self, &p) };

  self->spaces_changed = line.indent > 0;
  copy_line (self, &p);
  trim_end (self, start);
  note_raw (&line, line_start, p);
  line.length = self->out->len - start;
  if (line.length == 0)
    {
      if (*p != '\0')
        self->n_blank++;
      return skip_line_end (p);
    }
  note_blank_lines (self);
  if (self->spaces_changed)
    note_spaces (self, line_start, p, start);
  line.after_blank = self->n_blank > 0;
  line.text = GSIZE_TO_POINTER (start);
  self->n_blank = 0;
  g_array_append_val (lines, line);
  g_string_append_c (self->out, '\0');
  return skip_line_end (p);
}

/**
 * cw_source_lines_new:
 * @utf8: a text
 * @list_replaced: whether each U+FFFD of the text stands for something that could not be decoded,
 *   and is to be noted
 * @changes: what was changed is noted here
 *
 * Splits a text into lines, at any of the line ends in use (LF, CR LF, CR, vertical tab, form
 * feed, U+0085, U+2028, U+2029), and cleans them: no blanks at either end, none doubled, no
 * control characters, nothing invisible. Empty lines are dropped.
 *
 * Returns: (transfer full): the lines, which refer to @utf8
 */
CwSourceLines *
cw_source_lines_new (const char *utf8, gboolean list_replaced, CwChanges *changes)
{
  CwSourceLines *self = g_new0 (CwSourceLines, 1);
  Cleaner cleaner = { utf8, list_replaced, changes, g_string_sized_new (strlen (utf8) + 1), 1 };

  self->lines = g_array_new (FALSE, FALSE, sizeof (CwSourceLine));
  for (const char *p = utf8; *p != '\0'; cleaner.number++)
    p = read_line (&cleaner, p, self->lines);

  self->buffer = g_string_free_and_steal (cleaner.out);
  for (guint i = 0; i < self->lines->len; i++)
    cw_source_lines_get (self, i)->text
        = self->buffer + GPOINTER_TO_SIZE (cw_source_lines_get (self, i)->text);
  return self;
}

/**
 * cw_source_lines_free:
 * @self: (nullable): lines
 */
void
cw_source_lines_free (CwSourceLines *self)
{
  if (self == NULL)
    return;
  g_free (self->buffer);
  g_array_unref (self->lines);
  g_free (self);
}
