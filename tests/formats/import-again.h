/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"
#include "document/cw-numbering.h"
#include "formats/reading/cw-import.h"

/* What a document says as somebody would type it: a line each, with the numbers of the headings. */
static inline char *
document_to_typed_text (CwDocument *document)
{
  g_autofree guint *numbers = cw_numbering_count (document);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cw_flow_get_n_lines (document); i++)
    {
      CwFlowLine line = cw_flow_get_line (document, i);
      guint level
          = line.block < 0 ? 0 : cw_block_get_level (cw_document_get_block (document, line.block));
      g_autofree char *number
          = level > 0 ? cw_numbering_format (level, numbers[line.block]) : g_strdup ("");

      if (line.start == line.end && line.style > CW_STYLE_DATE)
        continue; /* a table or an attachment without a title: nobody would type that */
      g_string_append (text, number);
      g_string_append_len (text, cw_text_get_string (line.text) + line.start,
                           line.end - line.start);
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

/* What must hold whatever was read: two documents of one shape, clean text, punctuation nothing
 * more can be done about, notes in the order of the text. */
static inline void
assert_import_is_sound (CwImport *import)
{
  static const CwChangeKind SETTLED[] = {
    CW_CHANGE_COMMA,
    CW_CHANGE_SEMICOLON,
    CW_CHANGE_COLON,
    CW_CHANGE_QUESTION_MARK,
    CW_CHANGE_EXCLAMATION_MARK,
    CW_CHANGE_BRACKETS,
    CW_CHANGE_ELLIPSIS,
    CW_CHANGE_WIDTH,
    CW_CHANGE_SPACES,
    CW_CHANGE_INVALID_CHARACTER,
  };
  guint n_lines = cw_flow_get_n_lines (import->document), line = 0;
  g_autofree char *text = document_to_typed_text (import->document);
  g_autoptr (CwImport) again = cw_import_fragment (text);

  g_assert_cmpuint (cw_flow_get_n_lines (import->as_typed), ==, n_lines);
  for (guint i = 0; i < n_lines; i++)
    {
      CwFlowLine a = cw_flow_get_line (import->document, i),
                 b = cw_flow_get_line (import->as_typed, i);

      g_assert_cmpint (a.style, ==, b.style);
      g_assert_cmpint (a.block, ==, b.block);
      g_assert_true (g_utf8_validate (cw_text_get_string (a.text), -1, NULL));
    }
  for (guint i = 0; i < import->changes->len; i++)
    {
      const CwChange *change = g_ptr_array_index (import->changes, i);

      g_assert_cmpuint (change->line, >=, line);
      line = change->line;
    }
  g_test_message ("text: %s", text);
  for (guint i = 0; i < again->changes->len; i++)
    {
      const CwChange *change = g_ptr_array_index (again->changes, i);

      g_test_message ("again: %s: %s → %s", cw_change_kind_get_name (change->kind), change->before,
                      change->after);
    }
  if (cw_import_count (again, CW_CHANGE_LINES_JOINED) > 0)
    return; /* by chance its lines are all of one length: other paragraphs, other punctuation */
  for (gsize i = 0; i < G_N_ELEMENTS (SETTLED); i++)
    g_assert_cmpuint (cw_import_count (again, SETTLED[i]), ==, 0);
}
