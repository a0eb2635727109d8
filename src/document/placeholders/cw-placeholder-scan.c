/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-scan.h"

#include <string.h>

/* --- characters --- */

/* The length of the character at @p if it is one of @fill, otherwise 0. */
static gsize
fill_length (CwScan *self, const char *p, CwFill fill)
{
  const char *next;

  for (const char *c = cw_scan_rules[fill].characters; p < self->limit && *c != '\0'; c = next)
    {
      next = g_utf8_next_char (c);
      if (memcmp (c, p, MIN (next - c, self->limit - p)) == 0)
        return next - c;
    }
  return 0;
}

/**
 * cw_scan_fill_at:
 * @self: a scan
 * @p: where to look
 * @length: (out): the length of the fill character there
 *
 * Returns: which kind of fill character stands at @p
 */
CwFill
cw_scan_fill_at (CwScan *self, const char *p, gsize *length)
{
  for (CwFill fill = CW_FILL_X; fill < CW_N_FILLS; fill++)
    if ((*length = fill_length (self, p, fill)) != 0)
      return fill;
  return CW_FILL_NONE;
}

/**
 * cw_scan_end_of_run:
 * @self: a scan
 * @p: where a run of @fill starts
 * @fill: a kind of fill
 * @n: (out): how many characters it has
 *
 * Returns: where the run ends
 */
const char *
cw_scan_end_of_run (CwScan *self, const char *p, CwFill fill, guint *n)
{
  gsize length;

  for (*n = 0; (length = fill_length (self, p, fill)) != 0; ++*n)
    p += length;
  return p;
}

/**
 * cw_scan_starts_with:
 * @self: a scan
 * @p: where to look
 * @word: a word
 *
 * Returns: whether @word stands at @p
 */
gboolean
cw_scan_starts_with (CwScan *self, const char *p, const char *word)
{
  return (gsize) (self->limit - p) >= strlen (word) && memcmp (p, word, strlen (word)) == 0;
}

/**
 * cw_scan_is_behind:
 * @self: a scan
 * @p: where to look
 * @word: a word
 *
 * Returns: whether @word stands just before @p
 */
gboolean
cw_scan_is_behind (CwScan *self, const char *p, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (p - self->begin) >= length && memcmp (p - length, word, length) == 0;
}

/**
 * cw_scan_is_behind_any:
 * @self: a scan
 * @p: where to look
 * @list: words of one character
 *
 * Returns: whether the character before @p is one of @list
 */
gboolean
cw_scan_is_behind_any (CwScan *self, const char *p, CwWords list)
{
  const char *q = p > self->begin ? g_utf8_prev_char (p) : p;

  return q < p && cw_words_match (list, q, p) == (gsize) (p - q);
}

/**
 * cw_scan_byte_at:
 * @self: a scan
 * @p: where to look, perhaps outside the text
 *
 * Returns: the byte at @p, NUL outside the text
 */
char
cw_scan_byte_at (CwScan *self, const char *p)
{
  return p >= self->begin && p < self->limit ? *p : '\0';
}

/**
 * cw_scan_digit_at:
 * @self: a scan
 * @p: where to look, perhaps outside the text
 *
 * Returns: whether an ASCII digit stands at @p
 */
gboolean
cw_scan_digit_at (CwScan *self, const char *p)
{
  return g_ascii_isdigit (cw_scan_byte_at (self, p));
}

/* Whether an ASCII letter stands at @p, perhaps outside the text. */
static gboolean
letter_at (CwScan *self, const char *p)
{
  return g_ascii_isalpha (cw_scan_byte_at (self, p));
}

/* Ａ–Ｚ and ａ–ｚ. */
static gboolean
wide_letter_at (CwScan *self, const char *p)
{
  const guchar *u = (const guchar *) p;

  if (p < self->begin || self->limit - p < 3 || u[0] != 0xef)
    return FALSE;
  return (u[1] == 0xbc && u[2] >= 0xa1 && u[2] <= 0xba)
         || (u[1] == 0xbd && u[2] >= 0x81 && u[2] <= 0x9a);
}

/**
 * cw_scan_is_line_start:
 * @self: a scan
 * @p: where to look
 *
 * Returns: whether @p begins a line, blanks apart
 */
gboolean
cw_scan_is_line_start (CwScan *self, const char *p)
{
  while (p > self->begin && p[-1] == ' ')
    p--;
  return p == self->begin || p[-1] == '\n' || cw_scan_is_behind (self, p, "　");
}

/* --- what stands around --- */

/**
 * cw_scan_latin_before:
 * @self: a scan
 * @p: where a would-be blank starts
 *
 * Returns: whether @p continues a Latin word, file name or address to its left: aX, v1.X,
 *   www.xx, a_X, a-X
 */
gboolean
cw_scan_latin_before (CwScan *self, const char *p)
{
  char byte = cw_scan_byte_at (self, p - 1);

  if (p - 1 == self->floor && self->found->len > 0) /* XX/XX人, 202X-202X学年 */
    return FALSE;
  if (wide_letter_at (self, p - 3))
    return TRUE;
  if (g_ascii_isalpha (byte) || (byte != '\0' && strchr ("_@/\\#&=+", byte) != NULL))
    return TRUE;
  return (byte == '.' || byte == '-') && letter_at (self, p - 2);
}

/**
 * cw_scan_latin_after:
 * @self: a scan
 * @p: where a would-be blank ends
 *
 * Returns: whether @p goes on as a Latin word, file name or address: Xa, XX.doc, xx@, XX_1,
 *   X-ray
 */
gboolean
cw_scan_latin_after (CwScan *self, const char *p)
{
  char byte = cw_scan_byte_at (self, p);

  if (wide_letter_at (self, p))
    return TRUE;
  if (g_ascii_isalnum (byte) || (byte != '\0' && strchr ("_@\\=+", byte) != NULL))
    return TRUE;
  if (byte == '/' || byte == '-' || byte == '.')
    return letter_at (self, p + 1) && g_ascii_toupper (p[1]) != 'X';
  return FALSE;
}

/**
 * cw_scan_latin_near:
 * @self: a scan
 * @start: where a would-be blank starts
 * @end: where it ends
 *
 * Returns: whether a Latin word stands beside it with a blank between: iPhone X, X Window
 */
gboolean
cw_scan_latin_near (CwScan *self, const char *start, const char *end)
{
  if (cw_scan_byte_at (self, end) == ' ' && letter_at (self, end + 1))
    return TRUE;
  return cw_scan_byte_at (self, start - 1) == ' ' && letter_at (self, start - 2);
}

/* --- accepting --- */

static const char *const date_parts[] = { "年", "月", "日", "时", "分", "秒" };

/**
 * cw_scan_read_date_figures:
 * @self: a scan
 * @p: where to look
 * @blank: (out): whether there is a blank among the figures
 *
 * Returns: the end of the figures of a part of a date at @p; %NULL if there are none
 */
const char *
cw_scan_read_date_figures (CwScan *self, const char *p, gboolean *blank)
{
  const char *start = p;
  gsize length;

  for (*blank = FALSE; p < self->limit; p += length)
    {
      length = cw_scan_starts_with (self, p, "某") ? strlen ("某") : 0;
      if (length != 0 || cw_scan_fill_at (self, p, &length) != CW_FILL_NONE)
        *blank = TRUE;
      else if (g_ascii_isdigit (*p))
        length = 1;
      else
        break;
    }
  return p > start ? p : NULL;
}

/**
 * cw_scan_date_part_at:
 * @self: a scan
 * @p: where to look
 *
 * Returns: which part of a date @p names, 0 for the year; -1 if none, or if it only begins like
 *   one (年级, 分公司)
 */
int
cw_scan_date_part_at (CwScan *self, const char *p)
{
  if (cw_words_match (CW_WORDS_NOT_DATES, p, self->limit) != 0)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (date_parts); i++)
    if (cw_scan_starts_with (self, p, date_parts[i]))
      return i;
  return -1;
}

/* Goes on through the further parts of a date as long as they are of a smaller unit each. The blank
 * reaches to the last part that is one. */
static void
extend_date (CwScan *self, CwPlaceholder *placeholder)
{
  const char *p = self->begin + placeholder->end;
  int part = cw_scan_date_part_at (self, p), next;

  while (part >= 0)
    {
      gboolean blank;
      const char *end = cw_scan_read_date_figures (self, p + strlen ("年"), &blank);

      next = end != NULL ? cw_scan_date_part_at (self, end) : -1;
      if (next <= part)
        return;
      if (blank)
        {
          placeholder->end = end - self->begin;
          placeholder->unit_end = placeholder->end + strlen ("年");
        }
      p = end;
      part = next;
    }
}

/**
 * cw_scan_accept:
 * @self: a scan
 * @start: where a blank starts
 * @end: where it ends
 * @unit_length: bytes of the unit behind it
 *
 * Takes @start to @end as a blank. If it begins a date, all of the date to its last blank is
 * one.
 *
 * Returns: where to go on
 */
const char *
cw_scan_accept (CwScan *self, const char *start, const char *end, gsize unit_length)
{
  CwPlaceholder placeholder
      = { start - self->begin, end - self->begin, end - self->begin + unit_length };

  extend_date (self, &placeholder);
  g_array_append_val (self->found, placeholder);
  self->floor = self->begin + placeholder.unit_end;
  return self->floor;
}
