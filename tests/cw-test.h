/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

#include <string.h>

/* Help for tests: documents in a compact notation, a line each:
 *
 *   T:标题  U:subtitle  A:addressees  P:paragraph  1:…4: headings  B: page break  S:signatory  D:date
 *   N:note  F:title of an attachment (附件), whose blocks follow  R:annotation (remark)
 *   G:caption|甲;乙|丙;丁  a grid (table): after the caption its rows, each behind a |, cells behind ;
 *   I:caption|bytes  an image (picture) in PNG, of those bytes
 *
 * Several lines of an element are several lines of its text; ⟦ and ⟧ stand around emphasis. So
 *
 *   g_autoptr (CwDocument) document = cw_test_document_new ("T:标题\n1:一级\n2:二级。正文\nP:段落");
 *   cw_test_assert_document (document, "T:标题\n1:一级\n2:二级。正文\nP:段落");
 */

#define CW_TEST_OPEN "⟦"
#define CW_TEST_CLOSE "⟧"

/* In the order of CwStyle. */
static const char cw_test_letters[] = "TUAP1234BSDNFRGI";

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

/* Rows behind | and cells behind ;: all rows are as long as the first. One empty cell without rows. */
static inline CwTable *
cw_test_table_new (const char *const *rows)
{
  guint n_rows = MAX (1, g_strv_length ((char **) rows)), n_columns = 1;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);
  g_autofree CwCell *cells = NULL;

  for (guint row = 0; rows[row] != NULL; row++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[row], ";", -1);

      n_columns = row == 0 ? MAX (1, g_strv_length (parts)) : n_columns;
      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (texts, cw_text_new (i < g_strv_length (parts) ? parts[i] : ""));
    }
  if (texts->len == 0)
    g_ptr_array_add (texts, cw_text_new (""));
  cells = g_new0 (CwCell, texts->len);
  for (guint i = 0; i < texts->len; i++)
    cells[i] = (CwCell){ texts->pdata[i], 1, 1 };
  return cw_table_new (n_rows, n_columns, 1, NULL, cells);
}

static inline CwBlock *
cw_test_table_block_new (const char *notation)
{
  g_auto (GStrv) parts = g_strsplit (notation, "|", -1);
  g_autoptr (CwText) caption = cw_test_text_new (parts[0] != NULL ? parts[0] : "");
  g_autoptr (CwTable) table = cw_test_table_new ((const char *const *) parts + (parts[0] != NULL ? 1 : 0));

  return cw_block_new_table (table, caption);
}

static inline CwBlock *
cw_test_picture_block_new (const char *notation)
{
  g_auto (GStrv) parts = g_strsplit (notation, "|", 2);
  g_autoptr (CwText) caption = cw_test_text_new (parts[0] != NULL ? parts[0] : "");
  const char *content = parts[0] != NULL && parts[1] != NULL ? parts[1] : "";
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (CwPicture) picture = cw_picture_new (CW_PICTURE_PNG, bytes, 0);

  return cw_block_new_picture (picture, caption);
}

static inline CwBlock *
cw_test_block_new (char letter, const char *notation)
{
  g_autoptr (CwText) text = cw_test_text_new (notation);

  switch (letter)
    {
    case 'B':
      return cw_block_new_page_break ();
    case 'P':
      return cw_block_new_paragraph (text);
    case 'F':
      return cw_block_new_attachment (CW_ATTACHMENT_PLAIN, text);
    case 'R':
      return cw_block_new_annotation (text);
    case 'G':
      return cw_test_table_block_new (notation);
    case 'I':
      return cw_test_picture_block_new (notation);
    default:
      return cw_block_new_heading (letter - '0', text);
    }
}

/* What stands behind the caption of a table or a picture in the notation. */
static inline void
cw_test_append_content (GString *string, CwBlock *block)
{
  CwTable *table = cw_block_get_table (block);
  CwPicture *picture = cw_block_get_picture (block);

  for (guint row = 0; table != NULL && row < cw_table_get_n_rows (table); row++)
    for (guint column = 0; column < cw_table_get_n_columns (table); column++)
      g_string_append_printf (string, "%s%s", column == 0 ? "|" : ";",
                              cw_text_get_string (cw_table_get_cell (table, row, column).text));
  if (picture != NULL && g_bytes_get_size (cw_picture_get_bytes (picture)) > 0)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (cw_picture_get_bytes (picture), &length);

      g_string_append_printf (string, "|%.*s", (int) length, bytes);
    }
}

/* @document as another kind of paper, with @value in an element that is not of the flow. */
static inline CwDocument *
cw_test_document_with (CwDocument *document, CwKind kind, CwElement element, const char *value)
{
  CwForm form = *cw_document_get_form (document);
  CwText *elements[CW_N_ELEMENTS];
  g_autoptr (CwText) text = value != NULL ? cw_text_new (value) : NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  cw_form_set_kind (&form, kind);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = i == element ? text : cw_document_get_element (document, i);
  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    g_ptr_array_add (blocks, cw_document_get_block (document, i));
  return cw_document_new_with_form (&form, elements, (CwBlock **) blocks->pdata, blocks->len);
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
  static const char element_letters[] = "TUASDN";
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
        g_ptr_array_add (blocks, cw_test_block_new (lines[i][0], lines[i] + 2));
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
      if (line.block >= 0)
        cw_test_append_content (string, cw_document_get_block (document, line.block));
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
