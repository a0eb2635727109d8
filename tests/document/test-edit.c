/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/edits/cw-edit.h"

/* --- cw_edit_replace: cases of one edit, written out --- */

typedef struct
{
  const char *what;
  const char *before;
  CwPlace start, end;
  const char *text;
  const char *after;
  CwPlace place;
} Case;

/* Offsets are bytes: 3 a Chinese character. */
static const Case cases[] = {
  { "enter behind the note",
    "P:甲\nN:乙",
    { 1, 3 },
    { 1, 3 },
    "\n",
    "P:甲\nN:乙\nN:",
    { 2, 0 } },
  { "enter behind the title of an attachment",
    "P:甲\nF:乙",
    { 1, 3 },
    { 1, 3 },
    "\n",
    "P:甲\nF:乙\nP:",
    { 2, 0 } },
  { "enter in the title of an attachment",
    "P:甲\nN:注\nF:乙丙",
    { 2, 3 },
    { 2, 3 },
    "\n",
    "P:甲\nN:注\nF:乙\nP:丙",
    { 3, 0 } },
  { "enter before the first attachment",
    "P:甲\nF:乙\nP:丙",
    { 1, 0 },
    { 1, 0 },
    "\n",
    "P:甲\nP:\nF:乙\nP:丙",
    { 2, 0 } },
  { "enter before an attachment behind the note",
    "N:甲\nF:乙",
    { 1, 0 },
    { 1, 0 },
    "\n",
    "N:甲\nN:\nF:乙",
    { 2, 0 } },
  { "enter before the second attachment",
    "F:甲\nP:乙\nF:丙",
    { 2, 0 },
    { 2, 0 },
    "\n",
    "F:甲\nP:乙\nP:\nF:丙",
    { 3, 0 } },
  { "enter in an attachment",
    "D:日\nF:甲\nP:乙丙",
    { 2, 3 },
    { 2, 3 },
    "\n",
    "D:日\nF:甲\nP:乙\nP:丙",
    { 3, 0 } },
  { "backspace before an attachment behind the body",
    "P:甲\nF:乙\nP:丙",
    { 0, 3 },
    { 1, 0 },
    "",
    "P:甲乙\nP:丙",
    { 0, 3 } },
  { "backspace before an attachment behind the date",
    "D:甲\nF:乙\nP:丙\nP:丁",
    { 0, 3 },
    { 1, 0 },
    "",
    "D:甲乙\nF:丙\nP:丁",
    { 0, 3 } },
  { "backspace before an attachment behind an attachment",
    "F:甲\nP:乙\nF:丙\nP:丁",
    { 1, 3 },
    { 2, 0 },
    "",
    "F:甲\nP:乙丙\nP:丁",
    { 1, 3 } },
  { "backspace into the title of an attachment",
    "D:日\nF:甲\nP:乙\nP:丙",
    { 1, 3 },
    { 2, 0 },
    "",
    "D:日\nF:甲乙\nP:丙",
    { 1, 3 } },
  { "deleting from the body into an attachment",
    "P:甲乙\nS:局\nD:日\nF:丙\nP:丁戊\nP:己",
    { 0, 3 },
    { 4, 3 },
    "",
    "P:甲戊\nP:己",
    { 0, 3 } },
  { "deleting from the signatory into an attachment",
    "P:甲\nS:局\nD:日\nF:丙\nP:丁戊\nP:己",
    { 1, 3 },
    { 4, 3 },
    "",
    "P:甲\nS:局戊\nF:己",
    { 1, 3 } },
  { "deleting from the date to a table",
    "D:日\nF:丙\nG:表|甲",
    { 0, 3 },
    { 1, 3 },
    "",
    "F:日\nG:表|甲",
    { 0, 3 } },
  { "deleting the title above a table",
    "D:日\nF:丙\nG:表|甲",
    { 1, 0 },
    { 2, 0 },
    "",
    "D:日\nF:\nG:表|甲",
    { 1, 0 } },
  { "enter at the end of a caption",
    "G:表|甲",
    { 0, 3 },
    { 0, 3 },
    "\n",
    "G:表|甲\nP:",
    { 1, 0 } },
  { "enter at the start of a caption",
    "G:表|甲",
    { 0, 0 },
    { 0, 0 },
    "\n",
    "P:\nG:表|甲",
    { 1, 0 } },
  { "enter in a caption",
    "I:表图|甲",
    { 0, 3 },
    { 0, 3 },
    "\n",
    "I:表|甲\nP:图",
    { 1, 0 } },
  { "typing in a caption",
    "G:表|甲;乙|丙;丁",
    { 0, 3 },
    { 0, 3 },
    "一",
    "G:表一|甲;乙|丙;丁",
    { 0, 6 } },
  { "backspace before a caption",
    "P:文\nG:表|甲",
    { 0, 3 },
    { 1, 0 },
    "",
    "P:文\nG:表|甲",
    { 0, 3 } },
  { "backspace before an empty caption",
    "P:文\nG:|甲",
    { 0, 3 },
    { 1, 0 },
    "",
    "P:文\nG:|甲",
    { 0, 3 } },
  { "backspace before a caption under an empty line",
    "P:\nG:表|甲",
    { 0, 0 },
    { 1, 0 },
    "",
    "G:表|甲",
    { 0, 0 } },
  { "backspace behind a caption",
    "G:表|甲\nP:文",
    { 0, 3 },
    { 1, 0 },
    "",
    "G:表|甲\nP:文",
    { 0, 3 } },
  { "backspace on an empty line behind a caption",
    "G:表|甲\nP:\nP:文",
    { 0, 3 },
    { 1, 0 },
    "",
    "G:表|甲\nP:文",
    { 0, 3 } },
  { "backspace between two tables",
    "G:表|甲\nG:|乙",
    { 0, 3 },
    { 1, 0 },
    "",
    "G:表|甲\nG:|乙",
    { 0, 3 } },
  { "deleting a table with its line",
    "P:文\nG:表|甲\nP:字",
    { 1, 0 },
    { 2, 0 },
    "",
    "P:文\nP:字",
    { 1, 0 } },
  { "deleting a table from the line above",
    "P:文\nG:表|甲\nP:字",
    { 0, 3 },
    { 1, 3 },
    "",
    "P:文\nP:字",
    { 0, 3 } },
  { "deleting lines with a table",
    "P:文章\nG:|甲\nP:字词",
    { 0, 3 },
    { 2, 3 },
    "",
    "P:文词",
    { 0, 3 } },
  { "deleting into a caption",
    "P:文章\nG:表格|甲",
    { 0, 3 },
    { 1, 3 },
    "",
    "P:文\nG:格|甲",
    { 0, 3 } },
  { "deleting out of a caption",
    "G:表格|甲\nP:文章",
    { 0, 3 },
    { 1, 3 },
    "",
    "G:表|甲\nP:章",
    { 0, 3 } },
  { "typing", "T:标题\nP:段落", { 1, 3 }, { 1, 3 }, "字", "T:标题\nP:段字落", { 1, 6 } },
  { "typing in the title", "T:标\nP:段", { 0, 3 }, { 0, 3 }, "题", "T:标题\nP:段", { 0, 6 } },
  { "enter in a paragraph", "P:甲乙", { 0, 3 }, { 0, 3 }, "\n", "P:甲\nP:乙", { 1, 0 } },
  { "enter at its end", "P:甲\nP:乙", { 0, 3 }, { 0, 3 }, "\n", "P:甲\nP:\nP:乙", { 1, 0 } },
  { "enter at its start", "P:甲", { 0, 0 }, { 0, 0 }, "\n", "P:\nP:甲", { 1, 0 } },
  { "enter at the end of a heading", "2:甲", { 0, 3 }, { 0, 3 }, "\n", "2:甲\nP:", { 1, 0 } },
  { "enter in a heading", "2:甲乙", { 0, 3 }, { 0, 3 }, "\n", "2:甲\nP:乙", { 1, 0 } },
  { "enter at the start of a heading", "2:甲", { 0, 0 }, { 0, 0 }, "\n", "P:\n2:甲", { 1, 0 } },
  { "enter in the title", "T:甲乙\nP:", { 0, 3 }, { 0, 3 }, "\n", "T:甲\nT:乙\nP:", { 1, 0 } },
  { "enter at the end of the title",
    "T:甲\nP:乙",
    { 0, 3 },
    { 0, 3 },
    "\n",
    "T:甲\nP:\nP:乙",
    { 1, 0 } },
  { "enter at the end of a line of the title",
    "T:甲\nT:乙",
    { 0, 3 },
    { 0, 3 },
    "\n",
    "T:甲\nT:\nT:乙",
    { 1, 0 } },
  { "enter at the end of the title before a subtitle",
    "T:甲\nU:乙\nP:丙",
    { 0, 3 },
    { 0, 3 },
    "\n",
    "T:甲\nU:\nU:乙\nP:丙",
    { 1, 0 } },
  { "enter at the end of the title before addressees",
    "T:甲\nA:乙\nP:丙",
    { 0, 3 },
    { 0, 3 },
    "\n",
    "T:甲\nA:\nA:乙\nP:丙",
    { 1, 0 } },
  { "enter behind the addressees",
    "A:甲\nS:乙",
    { 0, 3 },
    { 0, 3 },
    "\n",
    "A:甲\nP:\nS:乙",
    { 1, 0 } },
  { "enter before the signatory",
    "P:甲\nS:乙",
    { 1, 0 },
    { 1, 0 },
    "\n",
    "P:甲\nP:\nS:乙",
    { 2, 0 } },
  { "enter behind the signatory",
    "S:甲\nD:乙",
    { 0, 3 },
    { 0, 3 },
    "\n",
    "S:甲\nS:\nD:乙",
    { 1, 0 } },
  { "enter before the date", "S:甲\nD:乙", { 1, 0 }, { 1, 0 }, "\n", "S:甲\nS:\nD:乙", { 2, 0 } },
  { "enter behind the date", "D:乙", { 0, 3 }, { 0, 3 }, "\n", "D:乙\nD:", { 1, 0 } },
  { "enter on a page break", "B:\nP:甲", { 0, 0 }, { 0, 0 }, "\n", "B:\nP:\nP:甲", { 1, 0 } },
  { "typing on a page break",
    "P:甲\nB:\nP:乙",
    { 1, 0 },
    { 1, 0 },
    "字",
    "P:甲\nP:字\nP:乙",
    { 1, 3 } },
  { "backspace at the start of a paragraph",
    "1:甲\nP:乙",
    { 0, 3 },
    { 1, 0 },
    "",
    "1:甲乙",
    { 0, 3 } },
  { "backspace into the title", "T:甲\nP:乙", { 0, 3 }, { 1, 0 }, "", "T:甲乙", { 0, 3 } },
  { "backspace under an empty line", "P:\n1:乙", { 0, 0 }, { 1, 0 }, "", "1:乙", { 0, 0 } },
  { "backspace on an empty line",
    "1:甲\nP:\nP:乙",
    { 0, 3 },
    { 1, 0 },
    "",
    "1:甲\nP:乙",
    { 0, 3 } },
  { "backspace in a blank document", "T:\nP:", { 0, 0 }, { 1, 0 }, "", "T:", { 0, 0 } },
  { "backspace behind a page break",
    "P:甲\nB:\n2:乙",
    { 1, 0 },
    { 2, 0 },
    "",
    "P:甲\n2:乙",
    { 1, 0 } },
  { "delete before a page break",
    "P:甲\nB:\n2:乙",
    { 0, 3 },
    { 1, 0 },
    "",
    "P:甲\n2:乙",
    { 0, 3 } },
  { "deleting across a page break",
    "P:甲\nB:\n2:乙丙",
    { 0, 3 },
    { 2, 3 },
    "",
    "P:甲丙",
    { 0, 3 } },
  { "a page break and what follows",
    "P:甲\nB:\nP:乙\nP:丙",
    { 1, 0 },
    { 2, 3 },
    "",
    "P:甲\nP:\nP:丙",
    { 1, 0 } },
  { "signatory into the last paragraph", "P:甲\nS:乙", { 0, 3 }, { 1, 0 }, "", "P:甲乙", { 0, 3 } },
  { "date into the signatory", "S:甲\nD:乙", { 0, 3 }, { 1, 0 }, "", "S:甲乙", { 0, 3 } },
  { "a whole line", "P:甲\n1:乙\n2:丙", { 1, 0 }, { 2, 0 }, "", "P:甲\n2:丙", { 1, 0 } },
  { "a whole line before an empty one",
    "P:甲\n1:乙\nP:",
    { 1, 0 },
    { 2, 0 },
    "",
    "P:甲\nP:",
    { 1, 0 } },
  { "a heading emptied", "1:甲\nP:乙", { 0, 0 }, { 0, 3 }, "", "1:\nP:乙", { 0, 0 } },
  { "from a heading into a paragraph",
    "1:甲乙\nP:丙丁",
    { 0, 3 },
    { 1, 3 },
    "",
    "1:甲丁",
    { 0, 3 } },
  { "everything", "T:甲\nP:乙\nD:丙", { 0, 0 }, { 2, 3 }, "", "T:", { 0, 0 } },
  { "everything, for something", "T:甲\nP:乙\nD:丙", { 0, 0 }, { 2, 3 }, "字", "T:字", { 0, 3 } },
  { "the title with its line feed", "T:甲\nP:乙", { 0, 0 }, { 1, 0 }, "", "P:乙", { 0, 0 } },
  { "lines into a paragraph",
    "P:甲乙",
    { 0, 3 },
    { 0, 3 },
    "一\n二\n三",
    "P:甲一\nP:二\nP:三乙",
    { 2, 3 } },
  { "lines behind a heading",
    "1:甲\n2:乙",
    { 0, 3 },
    { 0, 3 },
    "\n一\n二",
    "1:甲\nP:一\nP:二\n2:乙",
    { 2, 3 } },
  { "lines for a part of two",
    "1:甲乙\n2:丙丁",
    { 0, 3 },
    { 1, 3 },
    "\n一\n",
    "1:甲\nP:一\n2:丁",
    { 2, 0 } },
  { "lines for all from title to addressees",
    "T:甲乙\nA:丙丁\nP:戊",
    { 0, 3 },
    { 1, 3 },
    "\n一\n",
    "T:甲\nA:一\nA:丁\nP:戊",
    { 2, 0 } },
  { "in emphasis", "P:甲⟦乙丙⟧丁", { 0, 6 }, { 0, 6 }, "字", "P:甲⟦乙字丙⟧丁", { 0, 9 } },
  { "behind emphasis", "P:甲⟦乙丙⟧丁", { 0, 9 }, { 0, 9 }, "字", "P:甲⟦乙丙⟧字丁", { 0, 12 } },
  { "for a part of emphasis", "P:甲⟦乙丙⟧丁", { 0, 3 }, { 0, 6 }, "字", "P:甲⟦字丙⟧丁", { 0, 6 } },
  { "for emphasis and more", "P:甲⟦乙丙⟧丁", { 0, 0 }, { 0, 6 }, "字", "P:字⟦丙⟧丁", { 0, 3 } },
  { "enter in emphasis", "P:甲⟦乙丙⟧丁", { 0, 6 }, { 0, 6 }, "\n", "P:甲⟦乙⟧\nP:⟦丙⟧丁", { 1, 0 } },
  { "emphasis joined", "P:甲⟦乙⟧\nP:⟦丙⟧丁", { 0, 6 }, { 1, 0 }, "", "P:甲⟦乙丙⟧丁", { 0, 6 } },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CwDocument) before = cw_test_document_new (c->before);
  CwPlace place;
  g_autoptr (CwDocument) after = cw_edit_replace (before, c->start, c->end, c->text, &place);

  cw_test_assert_document (after, c->after);
  g_assert_cmpuint (place.line, ==, c->place.line);
  g_assert_cmpuint (place.offset, ==, c->place.offset);
  cw_test_assert_document (before, c->before);
}

/* --- the law: the flow is a plain string --- */

static const char *const pieces[] = {
  "字", "一、",           "。", "\n", "\n\n", "甲乙丙", "X次",  "a",
  "“",  "第一行\n第二行", "",   "",   "",     "\n末",   "首\n",
};

static gsize
offset_of (CwDocument *document, CwPlace place)
{
  gsize offset = 0;

  for (guint i = 0; i < place.line; i++)
    {
      CwFlowLine line = cw_flow_get_line (document, i);

      offset += line.end - line.start + 1;
    }
  return offset + place.offset;
}

static CwPlace
random_place (GRand *rand, CwDocument *document)
{
  guint line_number = g_rand_int_range (rand, 0, cw_flow_get_n_lines (document));
  CwFlowLine line = cw_flow_get_line (document, line_number);
  const char *string = cw_text_get_string (line.text) + line.start;
  glong n_characters = g_utf8_strlen (string, line.end - line.start);
  glong character
      = g_rand_int_range (rand, 0, 4) == 0 ? 0 : g_rand_int_range (rand, 0, n_characters + 1);

  return (CwPlace) { line_number, g_utf8_offset_to_pointer (string, character) - string };
}

static int
rank (CwStyle style, int last)
{
  static const int ranks[] = { 0, 1, 2, 3, 3, 3, 3, 3, 3, 4, 5, 6, 7, 3, 3, 3 };

  return last == 7 && ranks[style] == 3 ? 7 : ranks[style];
}

static void
assert_sound (CwDocument *document)
{
  guint n_lines = cw_flow_get_n_lines (document);
  int last = 0;

  g_assert_cmpuint (n_lines, >, 0);
  for (guint i = 0; i < n_lines; i++)
    {
      CwFlowLine line = cw_flow_get_line (document, i);

      g_assert_cmpint (rank (line.style, last), >=, last);
      last = rank (line.style, last);
      g_assert_true ((line.block >= (int) cw_document_get_n_body_blocks (document)) == (last == 7));
      if (line.style == CW_STYLE_PAGE_BREAK)
        g_assert_true (cw_text_is_empty (line.text));
      g_assert_null (
          memchr (cw_text_get_string (line.text) + line.start, '\n', line.end - line.start));
    }
  for (guint i = 1; i < cw_document_get_n_blocks (document); i++)
    g_assert_true (cw_document_get_block (document, i) != cw_document_get_block (document, i - 1));
}

/* Blocks above the first line touched and below the last are the same blocks, but for one that
 * becomes the title of its attachment. */
static void
assert_shared (CwDocument *before, CwDocument *after, CwPlace start, CwPlace end)
{
  guint n_before = cw_flow_get_n_lines (before), n_after = cw_flow_get_n_lines (after);
  guint titles = 0;

  for (guint i = 0; i < start.line; i++)
    {
      int block = cw_flow_get_line (before, i).block;

      if (block >= 0)
        g_assert_true (cw_document_get_block (after, block)
                       == cw_document_get_block (before, block));
    }
  for (guint i = end.line + 1; i < n_before; i++)
    {
      int block = cw_flow_get_line (before, i).block;
      guint now = i + n_after - n_before;

      if (block < 0
          || cw_document_get_block (after, cw_flow_get_line (after, now).block)
                 == cw_document_get_block (before, block))
        continue;
      g_assert_cmpint (cw_flow_get_line (after, now).style, ==, CW_STYLE_ATTACHMENT);
      g_assert_cmpuint (++titles, ==, 1);
      g_assert_cmpuint (i, ==, end.line + 1);
    }
}

static gboolean
has_content (CwDocument *document, guint line)
{
  CwStyle style = line < cw_flow_get_n_lines (document) ? cw_flow_get_line (document, line).style : CW_STYLE_PARAGRAPH;

  return style == CW_STYLE_TABLE || style == CW_STYLE_PICTURE;
}

/* The text is that of the plain string, but for a break a table or picture needs to keep its line
 * to itself. */
static void
assert_text (CwDocument *before, CwPlace a, CwPlace b, CwDocument *after, GString *model, gsize at)
{
  g_autofree char *flow = cw_flow_to_string (after);

  if (strlen (flow) == model->len)
    {
      g_assert_cmpstr (flow, ==, model->str);
      return;
    }
  g_assert_true (a.line < b.line
                 && (has_content (before, a.line) || has_content (before, b.line) || has_content (before, b.line + 1)));
  g_string_insert_c (model, at, '\n');
  g_assert_cmpstr (flow, ==, model->str);
}

static guint
count_content (CwDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < cw_flow_get_n_lines (document); i++)
    n += has_content (document, i);
  return n;
}

/* Tables and pictures go only if the range goes over the end of their line, and never by a key. */
static void
assert_content_kept (CwDocument *before, CwPlace a, CwPlace b, CwDocument *after)
{
  guint gone = 0;
  gboolean is_key = a.line + 1 == b.line && b.offset == 0
                    && a.offset == cw_flow_get_line (before, a.line).end - cw_flow_get_line (before, a.line).start;

  for (guint i = a.line; i <= b.line && a.line < b.line && !is_key; i++)
    gone += has_content (before, i);
  g_assert_cmpuint (count_content (after) + gone, >=, count_content (before));
}

static void
random_edit (GRand *rand, CwDocument **document, GString *model)
{
  CwPlace a = random_place (rand, *document), b = random_place (rand, *document), after;
  g_autoptr (CwDocument) result = NULL;
  const char *text = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
  gsize start, end;

  if (g_rand_int_range (rand, 0, 3) > 0 || cw_place_compare (a, b) > 0)
    b = a;
  start = offset_of (*document, a);
  end = offset_of (*document, b);
  g_string_erase (model, start, end - start);
  g_string_insert (model, start, text);

  result = cw_edit_replace (*document, a, b, text, &after);
  assert_text (*document, a, b, result, model, start + strlen (text));
  assert_content_kept (*document, a, b, result);
  g_assert_cmpuint (offset_of (result, after), ==, start + strlen (text));
  assert_sound (result);
  assert_shared (*document, result, a, b);
  cw_document_unref (*document);
  *document = g_steal_pointer (&result);
}

static void
random_style (GRand *rand, CwDocument **document, GString *model)
{
  guint n_lines = cw_flow_get_n_lines (*document);
  guint first = g_rand_int_range (rand, 0, n_lines),
        last = MIN (n_lines - 1, first + g_rand_int_range (rand, 0, 3));
  CwStyle style = g_rand_int_range (rand, CW_STYLE_TITLE, CW_N_STYLES);
  CwDocument *result = cw_edit_set_style (*document, first, last, style);
  g_autofree char *flow = cw_flow_to_string (result);

  assert_sound (result);
  g_assert_cmpuint (strlen (flow), ==, model->len);
  g_assert_cmpuint (count_content (result), ==, count_content (*document));
  g_string_assign (model, flow);
  cw_document_unref (*document);
  *document = result;
}

/* Tables and pictures are not typed: they come now and then. */
static void
random_content (GRand *rand, CwDocument **document, GString *model)
{
  static const char *const fragments[] = { "G:表|甲;乙", "I:图|x", "G:|甲", "F:附件\nP:文", "N:注", "R:说明" };
  CwPlace at = random_place (rand, *document), after;
  g_autoptr (CwDocument) fragment
      = cw_test_document_new (fragments[g_rand_int_range (rand, 0, G_N_ELEMENTS (fragments))]);
  CwDocument *result = cw_edit_insert_document (*document, at, at, fragment, &after);
  g_autofree char *flow = cw_flow_to_string (result);

  assert_sound (result);
  if (cw_document_is_blank (*document))
    g_assert_true (result == fragment);
  else
    {
      g_assert_cmpuint (strlen (flow), >=, model->len);
      g_assert_cmpuint (count_content (result), ==, count_content (*document) + count_content (fragment));
    }
  g_string_assign (model, flow);
  cw_document_unref (*document);
  *document = result;
}

static void
test_random (void)
{
  guint32 seed = 20241220;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (CwDocument) document
      = cw_test_document_new ("T:标题\nU:副题\nA:各科室：\n1:一级\n2:二级。正文\nP:⟦段⟧落\nB:\nP:"
                              "乙\nS:某局\nS:某办\nD:某日\nN:附注\nF:清单\nP:丙\nG:表|甲;乙\nF:名单");
  g_autofree char *flow = cw_flow_to_string (document);
  g_autoptr (GString) model = g_string_new (flow);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 10000; i++)
    {
      if (i % 16 == 3)
        random_content (rand, &document, model);
      else if (i % 8 == 7)
        random_style (rand, &document, model);
      else
        random_edit (rand, &document, model);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/edit/replace/%s", cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/document/edit/replace/random", test_random);
  return g_test_run ();
}
