/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-joined.h"

#include <string.h>

#include "cw-normalise.h"
#include "cw-passage.h"

/* Lines of a pasted text brought together by hand: to one paragraph, to the rows of a table. */

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000;
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
trim_end (const char *start, const char *end)
{
  while (end > start && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end;
}

/* Words of other languages keep the blank that the line end was. */
static gboolean
needs_blank (GString *joined, const char *next)
{
  return joined->len > 0 && cw_char_is_word ((guchar) joined->str[joined->len - 1])
         && cw_char_is_word (g_utf8_get_char (next));
}

static void
append_line (GString *joined, const char *start, const char *end)
{
  start = skip_blanks (start, end);
  end = trim_end (start, end);
  if (start == end)
    return;
  if (needs_blank (joined, start))
    g_string_append_c (joined, ' ');
  g_string_append_len (joined, start, end - start);
}

/**
 * cw_joined_from_lines:
 * @text: valid UTF-8
 *
 * Makes one paragraph of all lines: indents, empty lines and blanks at line ends go, and its
 * punctuation is put right as cw_normaliser_run() does.
 *
 * Returns: (transfer full): the paragraph
 */
char *
cw_joined_from_lines (const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (CwChanges) changes = cw_changes_new ();
  g_autoptr (CwNormaliser) normaliser = cw_normaliser_new (changes);
  char *normal;

  for (const char *p = text; *p != '\0';)
    {
      gsize n = strcspn (p, "\r\n");

      append_line (joined, p, p + n);
      p += n;
      p += strspn (p, "\r\n");
    }
  normal = cw_normaliser_run (normaliser, joined->str, joined->len, 1);
  cw_normaliser_finish (normaliser);
  return normal != NULL ? normal : g_strdup (joined->str);
}

/* A gap as wide as two blanks, or one full-width blank. */
static gsize
get_gap (const char *p)
{
  const char *end = p;
  gboolean wide = FALSE;

  while (*end == ' ' || g_str_has_prefix (end, "　"))
    {
      wide = wide || *end != ' ';
      end = g_utf8_next_char (end);
    }
  return wide || end - p >= 2 ? (gsize) (end - p) : 0;
}

static gboolean
has_gaps (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (get_gap (p) > 0 && p > text && p[-1] != '\n')
      return TRUE;
  return FALSE;
}

/* The comma of 1,234 divides nothing. */
static gsize
get_comma (const char *start, const char *p)
{
  if (g_str_has_prefix (p, "，"))
    return strlen ("，");
  return *p == ','
         && !(p > start && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]));
}

static gsize
get_divider (const char *start, const char *p, gboolean gaps)
{
  return gaps ? get_gap (p) : get_comma (start, p);
}

/**
 * cw_joined_tabs_from_lines:
 * @text: valid UTF-8
 *
 * Makes lines with tabs of other lines: where there is no tab yet, wide gaps divide cells, and where
 * there are none of those either, commas do.
 *
 * Returns: (transfer full): the lines, for cw_table_from_tabs()
 */
char *
cw_joined_tabs_from_lines (const char *text)
{
  gboolean gaps = has_gaps (text), at_start = TRUE;
  GString *tabs;

  if (strchr (text, '\t') != NULL)
    return g_strdup (text);
  tabs = g_string_new (NULL);
  for (const char *p = text; *p != '\0';)
    {
      gsize n = get_divider (text, p, gaps);

      if (n == 0)
        g_string_append_unichar (tabs, g_utf8_get_char (p));
      else if (!at_start)
        g_string_append_c (tabs, '\t');
      if (n == 0)
        n = (gsize) (g_utf8_next_char (p) - p);
      at_start = *p == '\n' || *p == '\r';
      p += n;
    }
  return g_string_free_and_steal (tabs);
}
