/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-passage.h"

#include <string.h>

#define CONTEXT 4   /* characters shown on either side of a change */
#define WIDE 0xfee0 /* from an ASCII character to its full-width form */
#define MAX_WORD 32 /* how far back a Latin word or a number may reach to the Chinese before it */

/**
 * cw_char_is_chinese:
 * @c: a character
 *
 * The curved quotation marks, the dash and the ellipsis are none: English has them too.
 *
 * Returns: whether it is a Chinese character or a mark only Chinese text has
 */
gboolean
cw_char_is_chinese (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3001 && c <= 0x303f)
         || (c >= 0xff01 && c <= 0xff60) || (c >= 0x3400 && c <= 0x4dbf)
         || (c >= 0x20000 && c <= 0x3ffff) || (c >= 0xf900 && c <= 0xfaff);
}

/**
 * cw_char_is_word:
 * @c: a character
 *
 * Returns: whether it is an ASCII letter or digit
 */
gboolean
cw_char_is_word (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char) c);
}

static gboolean
is_transparent (gunichar c)
{
  return c == 0x201c || c == 0x201d || c == 0x2018 || c == 0x2019;
}

/* The same for full-width forms. */
static gboolean
is_latin_letter (gunichar c)
{
  return (c < 0x80 && g_ascii_isalpha ((char) c)) || (c >= 0xff21 && c <= 0xff3a)
         || (c >= 0xff41 && c <= 0xff5a);
}

/**
 * cw_passage_get:
 * @self: a passage
 * @i: a place, possibly outside
 *
 * Returns: the character there, 0 outside
 */
gunichar
cw_passage_get (CwPassage *self, int i)
{
  return i >= 0 && i < self->n ? self->chars[i] : 0;
}

/* --- what must stay --- */

static gboolean
is_address_char (gunichar c)
{
  return c > 0x20 && c < 0x7f && strchr ("\"<>`{}|^", (int) c) == NULL;
}

/* From @start on as far as an address goes; marks at its end belong to the sentence. */
static int
fix_address (CwPassage *self, int start, int i)
{
  int end = i;

  while (end < self->n && is_address_char (self->chars[end]))
    end++;
  while (end > i && strchr (",.;:!?)'(", (int) self->chars[end - 1]) != NULL)
    end--;
  for (int k = start; k < end; k++)
    self->fixed[k] = TRUE;
  return MAX (end, i);
}

static int
find_word_start (CwPassage *self, int i)
{
  int start = i;

  while (start > 0 && i - start < MAX_WORD && !self->fixed[start - 1]
         && (cw_char_is_word (self->chars[start - 1])
             || (self->chars[start - 1] < 0x80
                 && strchr ("._%+-", (int) self->chars[start - 1]) != NULL)))
    start--;
  return start;
}

static gboolean
matches (CwPassage *self, int i, const char *ascii)
{
  for (; *ascii != '\0'; ascii++, i++)
    if (cw_passage_get (self, i) != (guchar) *ascii)
      return FALSE;
  return TRUE;
}

/* Addresses of pages and mail, and Windows paths. */
static void
find_fixed (CwPassage *self)
{
  for (int i = 0; i < self->n; i++)
    {
      gunichar c = self->chars[i];

      if (c == ':' && i > 0 && matches (self, i, "://") && cw_char_is_word (self->chars[i - 1]))
        i = fix_address (self, find_word_start (self, i), i + 3) - 1;
      else if (c == ':' && matches (self, i, ":\\")
               && cw_char_is_word (cw_passage_get (self, i - 1)))
        i = fix_address (self, i - 1, i + 1) - 1;
      else if (c == 'w' && matches (self, i, "www.")
               && !cw_char_is_word (cw_passage_get (self, i - 1)))
        i = fix_address (self, i, i + 4) - 1;
      else if (c == '@' && i > 0 && cw_char_is_word (self->chars[i - 1])
               && cw_char_is_word (cw_passage_get (self, i + 1)))
        i = fix_address (self, find_word_start (self, i), i + 1) - 1;
    }
}

static gboolean
is_letter_of_chinese (gunichar c)
{
  return c >= 0x3400 && (c < 0xfe00 || c > 0xffff);
}

/* Whether Latin letters come before any Chinese. */
static gboolean
starts_latin (CwPassage *self)
{
  for (int i = 0; i < self->n; i++)
    if (is_latin_letter (self->chars[i]) || is_letter_of_chinese (self->chars[i]))
      return is_latin_letter (self->chars[i]);
  return FALSE;
}

/**
 * cw_passage_is_english:
 * @self: a passage
 *
 * Returns: whether it has more Latin words than Chinese characters, and starts with one or has
 *   many more, so that its punctuation is left alone
 */
gboolean
cw_passage_is_english (CwPassage *self)
{
  int n_chinese = 0, n_words = 0;

  for (int i = 0; i < self->n; i++)
    {
      gunichar c = self->chars[i];

      n_chinese += is_letter_of_chinese (c);
      n_words += !self->fixed[i] && is_latin_letter (c)
                 && is_latin_letter (cw_passage_get (self, i + 1))
                 && !is_latin_letter (cw_passage_get (self, i - 1));
    }
  return n_words > n_chinese && (n_words > 4 * n_chinese || starts_latin (self));
}

/* --- what is around a mark --- */

static gboolean
becomes_chinese (CwPassage *self, int i)
{
  return self->becomes[i] != NULL && (guchar) self->becomes[i][0] >= 0xe3;
}

/* Steps back over a blank and over what closes: quotation marks, and whole brackets. */
static int
skip_closing (CwPassage *self, int i)
{
  for (; i >= 0 && !becomes_chinese (self, i); i--)
    {
      gunichar c = self->chars[i];

      if (self->partner[i] >= 0 && self->partner[i] < i && c == ')')
        i = self->partner[i];
      else if (c != '"' && c != '\'' && c != ' ' && c != '%' && !is_transparent (c))
        break;
    }
  return i;
}

/**
 * cw_passage_is_chinese_before:
 * @self: a passage
 * @i: a place
 *
 * Returns: whether what comes before @i is Chinese, closing marks and one Latin word or number
 *   that follows directly (WPS软件用5G) aside
 */
gboolean
cw_passage_is_chinese_before (CwPassage *self, int i)
{
  int k = skip_closing (self, i - 1), limit = k - MAX_WORD;
  gboolean closes_quotation = k < i - 1;

  while (k >= 0 && k > limit && self->chars[k] < 0x80 && self->chars[k] > ' '
         && (cw_char_is_word (self->chars[k]) || strchr ("%.+-/~&", (int) self->chars[k]) != NULL)
         && !becomes_chinese (self, k))
    k--;
  if (closes_quotation && k >= 0
      && (is_transparent (self->chars[k]) || self->chars[k] == '"' || self->chars[k] == '\''))
    k = skip_closing (self, k); /* 使用“WPS”, */
  return k >= 0 && (cw_char_is_chinese (self->chars[k]) || becomes_chinese (self, k));
}

/**
 * cw_passage_is_chinese_after:
 * @self: a passage
 * @i: a place
 *
 * Returns: whether what comes after @i is Chinese, opening marks aside
 */
gboolean
cw_passage_is_chinese_after (CwPassage *self, int i)
{
  int k = i + 1;

  while (k < self->n && !becomes_chinese (self, k)
         && (self->chars[k] == ' ' || self->chars[k] == '"' || self->chars[k] == '\''
             || self->chars[k] == '(' || is_transparent (self->chars[k])))
    k++;
  return k < self->n && (cw_char_is_chinese (self->chars[k]) || becomes_chinese (self, k));
}

/**
 * cw_passage_is_between_words:
 * @self: a passage
 * @i: a place
 *
 * Returns: whether @i stands between two Latin letters or digits, a blank aside: 1,234; 10:30;
 *   Word, Excel
 */
gboolean
cw_passage_is_between_words (CwPassage *self, int i)
{
  int before = i - 1, after = i + 1;

  while (cw_passage_get (self, before) == ' ')
    before--;
  while (cw_passage_get (self, after) == ' ')
    after++;
  return cw_char_is_word (cw_passage_get (self, before))
         && cw_char_is_word (cw_passage_get (self, after));
}

/* --- in and out --- */

/* ２０２４ and ＷＰＳ are read, and printed, as 2024 and WPS; so is the point of ３．５. */
static void
narrow (CwPassage *self)
{
  static const char narrow_forms[128][2] = {
#define ROW(c) { c }, { c + 1 }, { c + 2 }, { c + 3 }, { c + 4 }, { c + 5 }, { c + 6 }, { c + 7 }
    ROW (0),  ROW (8),  ROW (16), ROW (24), ROW (32), ROW (40),  ROW (48),  ROW (56),
    ROW (64), ROW (72), ROW (80), ROW (88), ROW (96), ROW (104), ROW (112), ROW (120),
#undef ROW
  };

  for (int i = 0; i < self->n; i++)
    {
      gunichar c = self->chars[i] - WIDE;
      gboolean is_point = c == '.' && g_unichar_isdigit (cw_passage_get (self, i - 1))
                          && g_unichar_isdigit (cw_passage_get (self, i + 1));

      if (self->chars[i] < WIDE || c >= 0x80 || !(cw_char_is_word (c) || is_point))
        continue;
      self->chars[i] = c;
      cw_passage_set (self, i, narrow_forms[c], CW_CHANGE_WIDTH);
    }
}

/**
 * cw_passage_init:
 * @self: a passage to fill
 * @text: valid UTF-8
 * @length: bytes of it
 *
 * Lays @text on the bench.
 */
void
cw_passage_init (CwPassage *self, const char *text, gsize length)
{
  glong n = 0;

  self->chars = g_utf8_to_ucs4_fast (text, length, &n);
  self->n = n;
  self->becomes = g_new0 (const char *, n + 1);
  self->kinds = g_new0 (guint8, n + 1);
  self->fixed = g_new0 (gboolean, n + 1);
  self->partner = g_new (int, n + 1);
  memset (self->partner, 0xff, sizeof (int) * (n + 1));
  narrow (self);
  find_fixed (self);
}

/**
 * cw_passage_clear:
 * @self: a passage
 *
 * Frees what cw_passage_init() made.
 */
void
cw_passage_clear (CwPassage *self)
{
  g_free (self->chars);
  g_free (self->becomes);
  g_free (self->kinds);
  g_free (self->fixed);
  g_free (self->partner);
}

/**
 * cw_passage_set:
 * @self: a passage
 * @i: a place in it
 * @becomes: a static string: what the character becomes; "" to take it out
 * @kind: the kind of change
 *
 * Decides about one character. Neighbours of one kind make one change.
 */
void
cw_passage_set (CwPassage *self, int i, const char *becomes, CwChangeKind kind)
{
  self->becomes[i] = becomes;
  self->kinds[i] = kind;
}

static void
append (CwPassage *self, GString *out, int i, gboolean changed)
{
  if (changed && self->becomes[i] != NULL)
    g_string_append (out, self->becomes[i]);
  else if (self->becomes[i] != NULL && self->kinds[i] == CW_CHANGE_WIDTH)
    g_string_append_unichar (out, self->chars[i] + WIDE);
  else
    g_string_append_unichar (out, self->chars[i]);
}

/**
 * cw_passage_excerpt:
 * @self: a passage
 * @from: first character of a change
 * @to: character after its last
 * @changed: whether to show it as it becomes
 *
 * Returns: (transfer full): the change with a little of what is around it
 */
char *
cw_passage_excerpt (CwPassage *self, int from, int to, gboolean changed)
{
  GString *out = g_string_new (NULL);

  for (int i = MAX (from - CONTEXT, 0); i < MIN (to + CONTEXT, self->n); i++)
    append (self, out, i, changed);
  return g_string_free_and_steal (out);
}

static void
note (CwPassage *self, CwChanges *changes, guint line, int from, int to)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!cw_changes_is_full (changes))
    {
      before = cw_passage_excerpt (self, from, to, FALSE);
      after = cw_passage_excerpt (self, from, to, TRUE);
    }
  cw_changes_add (changes, self->kinds[from], line, before, after);
}

/* A change is one character, with those behind it that go because of it. */
static int
find_change_end (CwPassage *self, int from)
{
  int to = from + 1;

  while (to < self->n && self->becomes[to] != NULL && self->kinds[to] == self->kinds[from]
         && (self->becomes[to][0] == '\0' || self->kinds[from] == CW_CHANGE_WIDTH))
    to++;
  return to;
}

/**
 * cw_passage_render:
 * @self: a passage
 * @changes: what was changed is noted here
 * @line: line of the source
 *
 * Returns: (transfer full) (nullable): the new text, or %NULL if nothing changes
 */
char *
cw_passage_render (CwPassage *self, CwChanges *changes, guint line)
{
  GString *out = NULL;

  for (int i = 0; i < self->n;)
    {
      int end = i + 1;

      if (self->becomes[i] != NULL)
        {
          end = find_change_end (self, i);
          note (self, changes, line, i, end);
          if (out == NULL)
            {
              out = g_string_sized_new (self->n * 3);
              for (int k = 0; k < i; k++)
                append (self, out, k, TRUE);
            }
        }
      for (; i < end; i++)
        if (out != NULL)
          append (self, out, i, TRUE);
    }
  return out != NULL ? g_string_free_and_steal (out) : NULL;
}
