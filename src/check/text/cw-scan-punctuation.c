/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The ends of headings and paragraphs. */

#define LONG_SENTENCE 240

static const char *
get_last (CwTextScan *self)
{
  return g_utf8_find_prev_char (self->string, self->string + self->length);
}

static gboolean
is_one_of (const char *p, const char *marks)
{
  return g_utf8_strchr (marks, -1, g_utf8_get_char (p)) != NULL;
}

/* A heading of the first level is hardly ever a sentence; those below often are. */
static void
check_heading_end (CwTextScan *self)
{
  const char *last = get_last (self);

  if (self->level != 1 || !is_one_of (last, "。；，、：")
      || g_utf8_strlen (self->string, self->length) > 25)
    return;
  for (const char *p = self->string; p < last; p = g_utf8_next_char (p))
    if (is_one_of (p, "。，；"))
      return;
  cw_scan_report (self, CW_RULE_HEADING_END, last - self->string, self->length,
                  g_strdup (_ ("A heading on a line of its own has no mark at its end.")), "");
}

/* Only where there is a whole sentence before: lists and lines of data have none. */
static void
check_paragraph_end (CwTextScan *self)
{
  static gsize store = 0;
  GRegex *whole = cw_scan_get_regex ("。[^。：]{12,}\\p{sc:Han}{4}$", &store);
  const char *last = get_last (self);
  g_autofree char *fix = g_strconcat (last, "。", NULL);

  if (is_one_of (last, "，、") && self->length > strlen ("一二三四五六七八九十"))
    cw_scan_report (self, CW_RULE_MISSING_END, last - self->string, self->length,
                    g_strdup (_ ("The paragraph breaks off: it ends with neither 。 nor ；.")), NULL);
  else if (g_regex_match (whole, self->string, 0, NULL) && strstr (self->string, "，") != NULL)
    cw_scan_report (self, CW_RULE_MISSING_END, last - self->string, self->length,
                    g_strdup (_ ("The last sentence of the paragraph has no 。 at its end.")),
                    fix);
}

/**
 * cw_scan_punctuation:
 * @self: a scan
 *
 * Looks at the ends of headings (R62) and paragraphs.
 */
void
cw_scan_punctuation (CwTextScan *self)
{
  if (self->where == CW_IN_HEADING)
    check_heading_end (self);
  else if (self->where == CW_IN_PARAGRAPH)
    check_paragraph_end (self);
}

static void
report_long (CwTextScan *self, const char *start, const char *end, guint n)
{
  cw_scan_report (self, CW_RULE_LONG_SENTENCE, start - self->string, end - self->string,
                  g_strdup_printf (
                      _ ("A sentence of %u characters: better make two or three of it."), n),
                  NULL);
}

/**
 * cw_scan_sentences:
 * @self: a scan
 *
 * Looks for sentences too long to be read at one go.
 */
void
cw_scan_sentences (CwTextScan *self)
{
  const char *start = self->string, *end = self->string + self->length;
  guint n = 0;

  if ((self->where & CW_IN_RUNNING) == 0 || self->length < LONG_SENTENCE)
    return;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      n++;
      if (!is_one_of (p, "。！？；\342\200\250") && g_utf8_next_char (p) < end)
        continue;
      if (n > LONG_SENTENCE)
        report_long (self, start, g_utf8_next_char (p), n);
      n = 0;
      start = g_utf8_next_char (p);
    }
}
