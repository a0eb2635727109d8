/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-paper.h"

#include <string.h>

#include "document/cw-numbering.h"
#include "formats/reading/cw-import.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-typesetter.h"

/* Everything the sheet carries below this is the page number (R105), mm. */
#define BELOW_TYPE_AREA 263.0

typedef struct
{
  GArray *chars;      /* gunichar, blanks left out */
  GArray *after_space; /* gboolean each */
} CwExpected;

static void
append_printing (CwExpected *expected, const char *text, gsize length)
{
  gboolean after_space = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isspace (ch))
        {
          g_array_append_val (expected->chars, ch);
          g_array_append_val (expected->after_space, after_space);
        }
      after_space = g_unichar_isspace (ch);
    }
}

/* What a line of the flow must print, number included. */
static CwExpected
expect (CwDocument *document, const guint *numbers, guint flow_line, CwStyle *style, guint *label)
{
  CwFlowLine flow = cw_flow_get_line (document, flow_line);
  CwExpected expected = { g_array_new (FALSE, FALSE, sizeof (gunichar)), g_array_new (FALSE, FALSE, sizeof (gboolean)) };

  *style = flow.style;
  *label = 0;
  if (flow.style >= CW_STYLE_HEADING_1 && flow.style <= CW_STYLE_HEADING_4)
    {
      g_autofree char *number = cw_numbering_format (1 + flow.style - CW_STYLE_HEADING_1, numbers[flow.block]);

      append_printing (&expected, number, strlen (number));
      *label = expected.chars->len;
    }
  append_printing (&expected, cw_text_get_string (flow.text) + flow.start, flow.end - flow.start);
  return expected;
}

static void
collect_rows (CwPaper *self)
{
  for (guint i = 0; i < self->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (self->measured, i);

      for (guint j = 0; j < page->lines->len; j++)
        {
          CwPaperRow row = { .page = page, .line = cw_measured_line (page, j) };

          if (row.line->top > BELOW_TYPE_AREA)
            g_array_append_val (self->numbers, row);
          else
            g_array_append_val (self->rows, row);
        }
    }
}

static void
assert_row_prints (const CwPaperRow *row, const gunichar *chars, guint n_chars)
{
  g_autofree char *printed = cw_measured_text (row->page, row->line);
  g_autofree char *expected = g_ucs4_to_utf8 (chars, n_chars, NULL, NULL, NULL);

  g_assert_cmpstr (printed, ==, expected);
}

/* Assigns rows from @row on to a line of the flow until its characters are used up. */
static guint
assign (CwPaper *self, guint row, const CwExpected *expected, const CwPaperRow *what)
{
  GArray *chars = expected->chars;
  guint used = 0;

  while (used < chars->len)
    {
      CwPaperRow *r = cw_paper_row (self, row++);

      r->style = what->style;
      r->flow_line = what->flow_line;
      r->label = used == 0 ? what->label : 0;
      r->first = used == 0;
      r->after_space = g_array_index (expected->after_space, gboolean, used);
      g_assert_cmpuint (used + r->line->n_chars, <=, chars->len);
      assert_row_prints (r, &g_array_index (chars, gunichar, used), r->line->n_chars);
      used += r->line->n_chars;
      r->last = used == chars->len;
    }
  return row;
}

static void
assign_all (CwPaper *self)
{
  g_autofree guint *numbers = cw_numbering_count (self->document);
  guint row = 0;

  for (guint i = 0; i < cw_flow_get_n_lines (self->document); i++)
    {
      CwPaperRow what = { .flow_line = i };
      CwExpected expected = expect (self->document, numbers, i, &what.style, &what.label);

      row = assign (self, row, &expected, &what);
      g_array_unref (expected.chars);
      g_array_unref (expected.after_space);
    }
  g_assert_cmpuint (row, ==, self->rows->len);
}

/* Sets, exports and measures a document; asserts that the PDF's text is the document's, line by line. */
CwPaper *
cw_paper_new (CwDocument *document, const CwProfile *profile)
{
  g_autoptr (GError) error = NULL;
  CwPaper *self = g_new0 (CwPaper, 1);
  g_autoptr (CwTypefaces) typefaces = cw_typefaces_ref (cw_typefaces_get_default ());
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (typefaces);
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, profile);
  g_autoptr (GBytes) pdf = cw_pdf_write (pages, &error);

  g_assert_no_error (error);
  self->document = cw_document_ref (document);
  self->measured = cw_measured_new (pdf, NULL, &error);
  g_assert_no_error (error);
  self->rows = g_array_new (FALSE, FALSE, sizeof (CwPaperRow));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (CwPaperRow));
  collect_rows (self);
  assign_all (self);
  return self;
}

CwPaper *
cw_paper_new_for_text (const char *utf8)
{
  g_autoptr (CwImport) import = cw_import_text (utf8);

  return cw_paper_new (import->document, &cw_profile_default);
}

void
cw_paper_free (CwPaper *self)
{
  cw_document_unref (self->document);
  cw_measured_free (self->measured);
  g_array_unref (self->rows);
  g_array_unref (self->numbers);
  g_free (self);
}

CwPaperRow *
cw_paper_row (CwPaper *self, guint row)
{
  g_assert_cmpuint (row, <, self->rows->len);
  return &g_array_index (self->rows, CwPaperRow, row);
}

CwMeasuredChar *
cw_paper_char (const CwPaperRow *row, guint i)
{
  return cw_measured_char (row->page, row->line, i);
}
