/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/lines/cw-items.h"
#include "typeset/lines/cw-paragraph.h"

#include <string.h>

/* Shaped text without fonts: Han and full-width marks one cell of 16 pt, digits, letters and
 * half-width marks half a cell, word spaces 0.3, —— and …… one cluster of two cells. */

#define CW_TEST_CELL 16.0f
#define CW_TEST_WORD_SPACE 0.3f

static inline gboolean
cw_test_is_pair (gunichar ch, const char *next)
{
  return (ch == 0x2014 || ch == 0x2026) && g_utf8_get_char (next) == ch;
}

static inline float
cw_test_cells (gunichar ch)
{
  if (ch == ' ')
    return CW_TEST_WORD_SPACE;
  if (ch == 0x200B || ch == 0x2028 || ch == '\n')
    return 0;
  return ch < 0x2000 && ch != 0x00B7 ? 0.5f : 1;
}

static inline void
cw_test_shaped_add (CwShaped *shaped, const char *start, const char *end, float cells, guint span)
{
  CwCluster cluster = {
    .offset = start - shaped->text,
    .length = end - start,
    .ch = g_utf8_get_char (start),
    .advance = cells * CW_TEST_CELL,
    .cell = CW_TEST_CELL,
    .span = span,
  };

  g_array_append_val (shaped->clusters, cluster);
}

/* @text in which ¦ begins a new span. */
static inline CwShaped *
cw_test_shaped_new (const char *text)
{
  CwShaped *shaped = g_new0 (CwShaped, 1);
  g_auto (GStrv) parts = g_strsplit (text, "¦", -1);
  guint span = 0;
  gsize span_end = parts[0] != NULL ? strlen (parts[0]) : 0;

  shaped->text = g_strjoinv ("", parts);
  shaped->length = strlen (shaped->text);
  shaped->spans = g_array_new (FALSE, TRUE, sizeof (CwSpan));
  shaped->clusters = g_array_new (FALSE, TRUE, sizeof (CwCluster));
  shaped->glyphs = g_array_new (FALSE, TRUE, sizeof (CwGlyph));
  shaped->substituted = g_array_new (FALSE, FALSE, sizeof (guint));
  shaped->missing = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *at = shaped->text; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);
      gunichar ch = g_utf8_get_char (at);
      gboolean pair = cw_test_is_pair (ch, next);

      while ((gsize) (at - shaped->text) >= span_end && parts[span + 1] != NULL)
        span_end += strlen (parts[++span]);
      if (pair)
        next = g_utf8_next_char (next);
      cw_test_shaped_add (shaped, at, next, pair ? 2 : cw_test_cells (ch), span);
      at = next;
    }
  g_array_set_size (shaped->spans, span + 1);
  return shaped;
}

static inline CwParagraph *
cw_test_paragraph_new (const char *text, double columns, double first_indent)
{
  CwMeasure measure
      = { .width = columns * CW_TEST_CELL, .first_indent = first_indent * CW_TEST_CELL };

  return cw_paragraph_new (cw_test_shaped_new (text), &measure);
}

/* The lines of a paragraph, parted by ｜. */
static inline char *
cw_test_lines (CwParagraph *paragraph)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < cw_paragraph_get_n_lines (paragraph); i++)
    {
      const CwLine *line = cw_paragraph_get_line (paragraph, i);

      if (i > 0)
        g_string_append (string, "｜");
      g_string_append_len (string, cw_paragraph_get_shaped (paragraph)->text + line->start,
                           line->end - line->start);
    }
  return g_string_free_and_steal (string);
}

#define cw_test_assert_lines(paragraph, expected)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *cw_test_is = cw_test_lines (paragraph);                                       \
    if (strcmp (cw_test_is, (expected)) != 0)                                                      \
      {                                                                                            \
        g_test_message ("line %d: should be %s, is %s", __LINE__, (expected), cw_test_is);         \
        g_test_fail ();                                                                            \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END
