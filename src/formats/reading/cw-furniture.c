/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-structure.h"

#include <string.h>

/* What stands above the title and below everything else of an issued paper, when its text was
 * copied as a whole: masthead (7.2) and colophon (7.4). Lines are taken only if they are nothing
 * but an element, so that no text is lost to a likeness. */

#define MAX_TOP_LINES 10

/* A line of masthead or colophon: the elements its groups are. */
typedef struct
{
  const char *regex;
  gboolean is_sure; /* an element by itself, without others beside it */
  CwElement elements[4];
} Pattern;

#define DATE "[0-9]{4}\\s*年\\s*[0-9]{1,2}\\s*月\\s*[0-9]{1,2}\\s*日"

static const Pattern top_patterns[] = {
  { "^([0-9]{6})$", FALSE, { CW_ELEMENT_COPY_NUMBER } },
  { "^(绝密|机密|秘密)(?:\\s*★\\s*(\\S{1,8}))?$",
    TRUE,
    { CW_ELEMENT_CLASSIFICATION, CW_ELEMENT_CLASSIFICATION_PERIOD } },
  { "^(特急|加急|特提|平急)$", TRUE, { CW_ELEMENT_URGENCY } },
  { "^(\\S{2,40})(文件)$", FALSE, { CW_ELEMENT_ISSUERS, CW_ELEMENT_MARK_WORD } },
  { "^(\\p{Han}{1,12})\\s*[〔\\[［（(【]\\s*([0-9]{4})\\s*[〕\\]］）)】]\\s*第?([0-9]*)\\s*号"
    "(?:\\s+签发人\\s*[：:]\\s*(.{2,60}))?$",
    TRUE,
    { CW_ELEMENT_NUMBER_CODE, CW_ELEMENT_NUMBER_YEAR, CW_ELEMENT_NUMBER_SERIAL,
      CW_ELEMENT_SIGNERS } },
  { "^签发人\\s*[：:]\\s*(.{2,60})$", TRUE, { CW_ELEMENT_SIGNERS } },
};

static const Pattern bottom_patterns[] = {
  { "^[（(]?共印\\s*([0-9]+)\\s*份[）)。]?$", TRUE, { CW_ELEMENT_COPIES } },
  { "^(\\S{2,40}?)\\s*(" DATE ")\\s*印发$",
    TRUE,
    { CW_ELEMENT_PRINTING_OFFICE, CW_ELEMENT_PRINTING_DATE } },
  { "^(?:抄送|分送)\\s*[：:]\\s*(.+)$", TRUE, { CW_ELEMENT_COPY_RECIPIENTS } },
};

static void
add_groups (GArray *parts, const CwSourceLine *line, const Pattern *pattern, GMatchInfo *match)
{
  for (guint i = 0; i < G_N_ELEMENTS (pattern->elements) && pattern->elements[i] != 0; i++)
    {
      int start, end;
      CwPart part = { .element = pattern->elements[i], .line = line->number };

      if (!g_match_info_fetch_pos (match, i + 1, &start, &end) || start < 0 || start == end)
        continue;
      part.text = line->text + start;
      part.length = end - start;
      g_array_append_val (parts, part);
    }
}

/* 文件于2024年9月30日印发 is a sentence: before the date there must be the name of an office. */
static gboolean
is_meant (const CwSourceLine *line, const Pattern *pattern, GMatchInfo *match)
{
  int start, end;

  return pattern->elements[0] != CW_ELEMENT_PRINTING_OFFICE
         || (g_match_info_fetch_pos (match, 1, &start, &end)
             && cw_closing_is_unit (line->text + start, end - start));
}

/* The pattern @line is of, whose elements are added; %NULL if it is of none. */
static const Pattern *
match_line (const CwSourceLine *line, const Pattern *patterns, guint n, GArray *parts)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i].regex, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (regex, line->text, 0, &match) || !is_meant (line, &patterns[i], match))
        continue;
      add_groups (parts, line, &patterns[i], match);
      return &patterns[i];
    }
  return NULL;
}

/* 000001 or 学习文件 alone says nothing: there must be something nobody could mistake. */
static void
take_top (CwSourceLines *lines, GArray *parts)
{
  guint n_before = parts->len, n = 0;
  gboolean is_sure = FALSE;

  while (n < MIN (lines->lines->len, MAX_TOP_LINES))
    {
      const Pattern *pattern = match_line (cw_source_lines_get (lines, n), top_patterns,
                                           G_N_ELEMENTS (top_patterns), parts);

      if (pattern == NULL)
        break;
      is_sure |= pattern->is_sure;
      n++;
    }
  if (is_sure && n < lines->lines->len)
    g_array_remove_range (lines->lines, 0, n);
  else
    g_array_set_size (parts, n_before);
}

static void
take_bottom (CwSourceLines *lines, GArray *parts)
{
  while (lines->lines->len > 1
         && match_line (cw_source_lines_get (lines, lines->lines->len - 1), bottom_patterns,
                        G_N_ELEMENTS (bottom_patterns), parts)
                != NULL)
    g_array_set_size (lines->lines, lines->lines->len - 1);
}

/**
 * cw_furniture_take:
 * @lines: the lines of a whole text; those of masthead and colophon are taken out
 * @parts: (element-type CwPart): what is found is appended
 *
 * Finds copy number, classification, urgency, issuer, document number and signers above the title,
 * and copy recipients, printing office, printing date and number of copies at the end.
 */
void
cw_furniture_take (CwSourceLines *lines, GArray *parts)
{
  take_top (lines, parts);
  take_bottom (lines, parts);
}
