/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-latin-words.h"

#include "cw-pinyin.h"

#include <string.h>

/* What is one token to the eye, such as an address, holds no words to be spelled; of the others,
 * what office papers are full of is left alone: GDP, COVID-19, 5G, iPhone, XX. */

/* A part of a compound this short is a prefix, or what is left of one: co-operation. */
#define PREFIX_LETTERS 2

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha (c);
  return c >= 0xc0 && c < 0x250 && g_unichar_isalpha (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_of_run (gunichar c)
{
  return is_letter (c) || is_apostrophe (c) || c == '-' || c == '_'
         || (c < 0x80 && g_ascii_isdigit (c));
}

/* Whatever is written without a blank and without a Chinese character. */
static gboolean
is_of_token (gunichar c)
{
  return is_of_run (c) || (c > ' ' && c < 0x7f);
}

static const char *
skip_while (const char *p, const char *end, gboolean (*holds) (gunichar c))
{
  while (p < end && holds (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* --- tokens --- */

static gboolean
has (const char *start, const char *end, const char *what)
{
  return g_strstr_len (start, end - start, what) != NULL;
}

/* A dot between two letters or digits: a domain, the name of a file. */
static gboolean
has_inner_dot (const char *start, const char *end)
{
  for (const char *p = start + 1; p + 1 < end; p++)
    if (*p == '.' && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[1]))
      return TRUE;
  return FALSE;
}

static gboolean
is_address (const char *start, const char *end)
{
  return *start == '/' || has (start, end, "://") || has (start, end, "@") || has (start, end, "\\")
         || has_inner_dot (start, end);
}

/* --- words --- */

/* As ordinary words are written: lower case, the first letter perhaps not; and no blank of a
 * draft. */
static gboolean
is_plain (const char *start, const char *end)
{
  gboolean only_x = TRUE;
  guint n = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n > 0 && g_unichar_isupper (c))
        return FALSE;
      only_x = only_x && (c == 'x' || c == 'X');
      n++;
    }
  return n > 1 && !only_x;
}

static void
add_part (GArray *words, const char *utf8, const char *start, const char *end, CwLatinWord whole)
{
  while (start < end && is_apostrophe (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_apostrophe (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (!is_plain (start, end) || cw_pinyin_is_name (start, end - start))
    return;
  whole.start = start - utf8;
  whole.end = end - utf8;
  if (whole.whole_end == 0)
    {
      whole.whole_start = whole.start;
      whole.whole_end = whole.end;
    }
  else if (g_utf8_strlen (start, end - start) <= PREFIX_LETTERS)
    return;
  g_array_append_val (words, whole);
}

/* Letters with what may stand between them; a figure among them makes a name of it all. */
static void
add_run (GArray *words, const char *utf8, const char *start, const char *end)
{
  CwLatinWord whole = { 0 };

  for (const char *p = start; p < end; p++)
    if (g_ascii_isdigit (*p) || *p == '_')
      return;
  while (start < end && *start == '-')
    start++;
  while (end > start && end[-1] == '-')
    end--;
  if (has (start, end, "-"))
    whole = (CwLatinWord) { .whole_start = start - utf8, .whole_end = end - utf8 };
  while (start < end)
    {
      const char *hyphen = memchr (start, '-', end - start);
      const char *stop = hyphen != NULL ? hyphen : end;

      add_part (words, utf8, start, stop, whole);
      start = stop + 1;
    }
}

static void
add_token (GArray *words, const char *utf8, const char *start, const char *end)
{
  if (is_address (start, end))
    return;
  while (start < end)
    {
      const char *stop = skip_while (start, end, is_of_run);

      if (stop > start)
        add_run (words, utf8, start, stop);
      start = stop < end ? g_utf8_next_char (stop) : end;
    }
}

/**
 * cw_latin_words_find:
 * @utf8: a text
 * @length: its bytes
 *
 * Finds the words that are to be looked up. Not among them: single letters, abbreviations in
 * capitals and what has capitals within, names in pinyin, what stands together with figures,
 * addresses and names of files, blanks of a draft such as XX.
 *
 * Returns: (transfer full) (element-type CwLatinWord): the words in their order
 */
GArray *
cw_latin_words_find (const char *utf8, gsize length)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (CwLatinWord));
  const char *p = utf8, *end = utf8 + length;

  while (p < end)
    {
      const char *stop = skip_while (p, end, is_of_token);

      if (stop > p)
        add_token (words, utf8, p, stop);
      p = stop < end ? g_utf8_next_char (stop) : end;
    }
  return words;
}
