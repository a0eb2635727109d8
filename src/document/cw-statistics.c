/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-statistics.h"

#include "cw-numbering.h"
#include "cw-stretch.h"

/* What the character before was, for runs are counted where they begin. */
typedef enum
{
  RUN_NONE,
  RUN_WORD,
  RUN_NUMBER,
} Run;

/* --- characters ------------------------------------------------------------------------------- */

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000;
}

/* Joiners and variation selectors are no characters to anybody. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL
         || (type == G_UNICODE_NON_SPACING_MARK && c >= 0xfe00);
}

/* The point of 3.5 and the comma of 1,234 belong to the number, an apostrophe to the word. */
static gboolean
goes_on (Run run, gunichar c, gunichar next)
{
  if (run == RUN_NUMBER)
    return (c == '.' || c == ',') && g_unichar_isdigit (next);
  return run == RUN_WORD && (c == '\'' || c == 0x2019 || c == '-') && g_unichar_isalpha (next)
         && !is_han (next);
}

static Run
count_letter (CwStatistics *self, gunichar c, Run run)
{
  if (is_han (c))
    {
      self->han++;
      return RUN_NONE;
    }
  if (g_unichar_isdigit (c))
    {
      self->digits++;
      /* G7, B2 */
      if (run == RUN_WORD)
        return RUN_WORD;
      self->numbers += run != RUN_NUMBER;
      return RUN_NUMBER;
    }
  /* 5G, 4S: a number that goes on as a word */
  self->words += run == RUN_NONE;
  return RUN_WORD;
}

static Run
count (CwStatistics *self, gunichar c, gunichar next, Run run)
{
  if (is_space (c))
    {
      self->spaces += c != '\n' && c != 0x2028;
      return RUN_NONE;
    }
  if (is_invisible (c))
    return run;
  self->characters++;
  if (g_unichar_isalnum (c) || is_han (c))
    return count_letter (self, c, run);
  self->punctuation++;
  return goes_on (run, c, next) ? run : RUN_NONE;
}

/**
 * cw_statistics_add:
 * @self: what has been counted so far
 * @text: one paragraph or a part of it, valid UTF-8
 * @length: bytes of it
 *
 * Counts more text.
 */
void
cw_statistics_add (CwStatistics *self, const char *text, gsize length)
{
  const char *end = text + length;
  guint before = self->characters;
  Run run = RUN_NONE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);

      run = count (self, g_utf8_get_char (p), next < end ? g_utf8_get_char (next) : 0, run);
    }
  self->paragraphs += self->characters > before;
}

/**
 * cw_statistics_get_office_count:
 * @self: what was counted
 *
 * As word processors count 字数: Chinese characters and punctuation one each, a Western word or a
 * number one each however long; marks within numbers and words are counted too.
 *
 * Returns: the count
 */
guint
cw_statistics_get_office_count (const CwStatistics *self)
{
  return self->han + self->punctuation + self->words + self->numbers;
}

/**
 * cw_statistics_get_minutes:
 * @self: what was counted
 * @per_minute: how many Chinese characters are read aloud in a minute; a Western word or a number
 *   takes as long as two
 *
 * Returns: how long reading aloud takes, in minutes
 */
double
cw_statistics_get_minutes (const CwStatistics *self, guint per_minute)
{
  return per_minute > 0 ? (self->han + 2.0 * (self->words + self->numbers)) / per_minute : 0;
}

/* --- documents -------------------------------------------------------------------------------- */

static gboolean
add_whole (const CwStretch *whole, CwText *text, gpointer statistics)
{
  cw_statistics_add (statistics, cw_text_get_string (text) + whole->start,
                     whole->end - whole->start);
  return TRUE;
}

/**
 * cw_statistics_of_document:
 * @document: a document
 *
 * Returns: what its text, cells and elements consist of; computed numbers are no text
 */
CwStatistics
cw_statistics_of_document (CwDocument *document)
{
  CwStatistics statistics = { 0 };

  cw_stretch_foreach (document, add_whole, &statistics);
  return statistics;
}

/**
 * cw_statistics_of_selection:
 * @document: a document
 * @start: where a selection begins
 * @end: where it ends
 *
 * Returns: what the lines between the two consist of, without the cells of tables
 */
CwStatistics
cw_statistics_of_selection (CwDocument *document, CwPlace start, CwPlace end)
{
  CwStatistics statistics = { 0 };

  for (guint line = start.line; line <= end.line && line < cw_flow_get_n_lines (document); line++)
    {
      CwFlowLine flow = cw_flow_get_line (document, line);
      guint length = flow.end - flow.start;
      guint from = line == start.line ? MIN (start.offset, length) : 0;
      guint to = line == end.line ? MIN (end.offset, length) : length;

      if (to > from)
        cw_statistics_add (&statistics, cw_text_get_string (flow.text) + flow.start + from,
                           to - from);
    }
  return statistics;
}

/* --- sections --------------------------------------------------------------------------------- */

typedef struct
{
  CwDocument *document;
  guint *numbers;
  GArray *sections;
} Sections;

static void
section_clear (gpointer section)
{
  g_free (((CwSectionStatistics *) section)->title);
}

static char *
make_title (Sections *self, const CwFlowLine *line)
{
  g_autofree char *text
      = g_strndup (cw_text_get_string (line->text) + line->start, line->end - line->start);
  g_autofree char *number = NULL;

  if (line->style != CW_STYLE_HEADING_1)
    return g_steal_pointer (&text);
  number = cw_numbering_format (1, self->numbers[line->block]);
  return g_strconcat (number, text, NULL);
}

static void
begin_section (Sections *self, guint line)
{
  CwFlowLine flow = cw_flow_get_line (self->document, line);
  CwSectionStatistics section = { .line = line };

  if (flow.style != CW_STYLE_HEADING_1 && flow.style != CW_STYLE_ATTACHMENT)
    return;
  section.title = make_title (self, &flow);
  g_array_append_val (self->sections, section);
}

static gboolean
add_to_section (const CwStretch *whole, CwText *text, gpointer data)
{
  Sections *self = data;

  if (whole->field.kind == CW_FIELD_ELEMENT)
    return TRUE;
  if (whole->field.kind == CW_FIELD_NONE)
    begin_section (self, whole->line);
  if (self->sections->len > 0)
    add_whole (whole, text,
               &g_array_index (self->sections, CwSectionStatistics, self->sections->len - 1)
                    .statistics);
  return TRUE;
}

/**
 * cw_statistics_of_sections:
 * @document: a document
 *
 * Returns: (transfer full) (element-type CwSectionStatistics): its sections of the first level and
 *   its attachments, in the order of the text
 */
GArray *
cw_statistics_of_sections (CwDocument *document)
{
  g_autofree guint *numbers = cw_numbering_count (document);
  Sections sections = { document, numbers, NULL };

  sections.sections = g_array_new (FALSE, TRUE, sizeof (CwSectionStatistics));
  g_array_set_clear_func (sections.sections, section_clear);
  cw_stretch_foreach (document, add_to_section, &sections);
  return sections.sections;
}
