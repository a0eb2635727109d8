/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

#include <string.h>

/* Help for tests: documents in a compact notation, a line each:
 *
 *   T:标题  U:subtitle  A:addressees  P:paragraph  1:…4: headings  B: page break  S:signatory  D:date
 *
 * Several lines of an element are several lines of its text; ⟦ and ⟧ stand around emphasis. So
 *
 *   g_autoptr (CwDocument) document = cw_test_document_new ("T:标题\n1:一级\n2:二级。正文\nP:段落");
 *   cw_test_assert_document (document, "T:标题\n1:一级\n2:二级。正文\nP:段落");
 */

#define CW_TEST_OPEN "⟦"
#define CW_TEST_CLOSE "⟧"

/* In the order of CwStyle. */
static const char cw_test_letters[] = "TUAP1234BSD";

/* A text in the notation: ⟦…⟧ is emphasis. */
static inline CwText *
cw_test_text_new (const char *notation)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CwMark));
  CwMark mark = { CW_MARK_EMPHASIS, 0, 0 };

  for (const char *p = notation; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, CW_TEST_OPEN))
        mark.start = string->len;
      else if (g_str_has_prefix (p, CW_TEST_CLOSE))
        {
          mark.end = string->len;
          g_array_append_val (marks, mark);
        }
      else
        {
          g_string_append_c (string, *p);
          continue;
        }
      p += strlen (CW_TEST_OPEN) - 1;
    }
  return cw_text_new_with_marks (string->str, string->len, (CwMark *) marks->data, marks->len);
}

static inline CwBlock *
cw_test_block_new (char letter, CwText *text)
{
  if (letter == 'B')
    return cw_block_new_page_break ();
  if (letter == 'P')
    return cw_block_new_paragraph (text);
  return cw_block_new_heading (letter - '0', text);
}

static inline void
cw_test_add_element_line (CwText **element, CwText *line)
{
  CwText *joined;

  if (*element == NULL)
    {
      *element = cw_text_ref (line);
      return;
    }
  joined = cw_text_join ((CwText *[]){ *element, line }, 2, "\n");
  cw_text_unref (*element);
  *element = joined;
}

/* A document in the notation. */
static inline CwDocument *
cw_test_document_new (const char *notation)
{
  static const char element_letters[] = "TUASD";
  g_auto (GStrv) lines = g_strsplit (notation, "\n", -1);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  CwDocument *document;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *element = strchr (element_letters, lines[i][0]);
      g_autoptr (CwText) text = NULL;

      g_assert_cmpint (lines[i][0], !=, '\0');
      g_assert_cmpint (lines[i][1], ==, ':');
      g_assert_nonnull (strchr (cw_test_letters, lines[i][0]));
      text = cw_test_text_new (lines[i] + 2);
      if (element != NULL)
        cw_test_add_element_line (&elements[element - element_letters], text);
      else
        g_ptr_array_add (blocks, cw_test_block_new (lines[i][0], text));
    }
  document = cw_document_new (elements, (CwBlock **) blocks->pdata, blocks->len);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&elements[i], cw_text_unref);
  return document;
}

/* The notation of a document. */
static inline char *
cw_test_document_to_string (CwDocument *document)
{
  GString *string = g_string_new (NULL);
  guint n_lines = cw_flow_get_n_lines (document);

  for (guint i = 0; i < n_lines; i++)
    {
      CwFlowLine line = cw_flow_get_line (document, i);
      guint n_marks;
      const CwMark *marks = cw_text_get_marks (line.text, &n_marks);

      g_string_append_printf (string, "%s%c:", i > 0 ? "\n" : "", cw_test_letters[line.style]);
      for (guint at = line.start; at <= line.end; at++)
        {
          for (guint j = 0; j < n_marks; j++)
            if (MIN (marks[j].end, line.end) == at && marks[j].end > line.start && marks[j].start < line.end)
              g_string_append (string, CW_TEST_CLOSE);
          for (guint j = 0; j < n_marks; j++)
            if (MAX (marks[j].start, line.start) == at && marks[j].start < line.end && marks[j].end > at)
              g_string_append (string, CW_TEST_OPEN);
          if (at < line.end)
            g_string_append_c (string, cw_text_get_string (line.text)[at]);
        }
    }
  return g_string_free_and_steal (string);
}

#define cw_test_assert_document(document, notation)                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *cw_test_is = cw_test_document_to_string (document);                           \
    g_assert_cmpstr (cw_test_is, ==, (notation));                                                  \
  }                                                                                                \
  G_STMT_END
