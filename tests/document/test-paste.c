/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/edits/cw-edit.h"

typedef struct
{
  const char *what;
  const char *before;
  CwPlace start, end;
  const char *fragment;
  const char *after;
  CwPlace place;
} Case;

static const Case cases[] = {
  { "a table into an empty line",
    "P:文\nP:",
    { 1, 0 },
    { 1, 0 },
    "G:表|甲;乙",
    "P:文\nG:表|甲;乙",
    { 1, 3 } },
  { "a table into a line",
    "P:文章",
    { 0, 3 },
    { 0, 3 },
    "G:表|甲",
    "P:文\nG:表|甲\nP:章",
    { 2, 0 } },
  { "a table at the start of a line",
    "P:文",
    { 0, 0 },
    { 0, 0 },
    "G:表|甲",
    "G:表|甲\nP:文",
    { 1, 0 } },
  { "a table at the end of a line",
    "P:文\nP:章",
    { 0, 3 },
    { 0, 3 },
    "G:表|甲",
    "P:文\nG:表|甲\nP:章",
    { 1, 3 } },
  { "a table into a title",
    "T:题\nP:文",
    { 0, 3 },
    { 0, 3 },
    "G:表|甲",
    "T:题\nG:表|甲\nP:文",
    { 1, 3 } },
  { "a table into the date",
    "P:文\nD:日",
    { 1, 0 },
    { 1, 0 },
    "G:表|甲",
    "P:文\nG:表|甲\nD:日",
    { 1, 3 } },
  { "a table behind the title of an attachment",
    "D:日\nF:附\nP:文",
    { 1, 0 },
    { 1, 0 },
    "G:表|甲",
    "D:日\nF:附\nG:表|甲\nP:文",
    { 2, 3 } },
  { "lines with a picture",
    "P:文章",
    { 0, 3 },
    { 0, 3 },
    "P:甲\nI:图|x\nP:乙",
    "P:文甲\nI:图|x\nP:乙章",
    { 2, 3 } },
  { "text into a caption",
    "G:表|甲",
    { 0, 3 },
    { 0, 3 },
    "P:一",
    "G:表一|甲",
    { 0, 6 } },
  { "an attachment at the end",
    "P:文\nD:日",
    { 1, 3 },
    { 1, 3 },
    "P:\nF:附\nP:甲",
    "P:文\nD:日\nF:附\nP:甲",
    { 3, 3 } },
  { "an attachment in the body",
    "P:文\nP:章\nD:日",
    { 0, 3 },
    { 0, 3 },
    "P:\nF:附\nP:甲",
    "P:文\nP:附\nP:甲\nP:章\nD:日",
    { 2, 3 } },
  { "an attachment in an attachment",
    "D:日\nF:一\nP:文\nP:章",
    { 2, 3 },
    { 2, 3 },
    "P:\nF:附\nP:甲",
    "D:日\nF:一\nP:文\nF:附\nP:甲\nP:章",
    { 4, 3 } },
  { "a note where there is one",
    "P:文\nN:注",
    { 0, 3 },
    { 0, 3 },
    "P:\nN:另",
    "P:文\nP:另\nN:注",
    { 1, 3 } },
  { "a note where there is none",
    "P:文",
    { 0, 3 },
    { 0, 3 },
    "P:\nN:另",
    "P:文\nN:另",
    { 1, 3 } },
  { "a paragraph goes into the line",
    "1:甲乙",
    { 0, 3 },
    { 0, 3 },
    "P:字⟦重⟧",
    "1:甲字⟦重⟧乙",
    { 0, 9 } },
  { "a paragraph into an empty heading",
    "1:\nP:丙",
    { 0, 0 },
    { 0, 0 },
    "P:字",
    "1:字\nP:丙",
    { 0, 3 } },
  { "a heading into an empty paragraph",
    "P:甲\nP:",
    { 1, 0 },
    { 1, 0 },
    "2:字",
    "P:甲\n2:字",
    { 1, 3 } },
  { "a heading into text", "P:甲", { 0, 3 }, { 0, 3 }, "2:字", "P:甲字", { 0, 3 + 3 } },
  { "a title into an empty paragraph",
    "T:题\nP:",
    { 1, 0 },
    { 1, 0 },
    "T:字",
    "T:题\nP:字",
    { 1, 3 } },
  { "a blank document is replaced",
    "T:\nP:",
    { 1, 0 },
    { 1, 0 },
    "T:题\n1:甲\nD:日",
    "T:题\n1:甲\nD:日",
    { 2, 3 } },
  { "a blank document takes a paragraph in",
    "T:\nP:",
    { 0, 0 },
    { 0, 0 },
    "P:题",
    "T:题\nP:",
    { 0, 3 } },
  { "everything is replaced",
    "T:甲\nP:乙",
    { 0, 0 },
    { 1, 3 },
    "T:题\nP:丙",
    "T:题\nP:丙",
    { 1, 3 } },
  { "lines between",
    "P:甲乙",
    { 0, 3 },
    { 0, 3 },
    "1:一\n2:二\nP:三",
    "P:甲一\n2:二\nP:三乙",
    { 2, 3 } },
  { "lines at the start of a line",
    "1:甲",
    { 0, 0 },
    { 0, 0 },
    "2:一\nP:二\nP:",
    "2:一\nP:二\n1:甲",
    { 2, 0 } },
  { "lines at the end of a line",
    "P:甲",
    { 0, 3 },
    { 0, 3 },
    "P:\n1:一\n2:二",
    "P:甲\n1:一\n2:二",
    { 2, 3 } },
  { "lines into an empty line",
    "P:甲\nP:\nP:乙",
    { 1, 0 },
    { 1, 0 },
    "1:一\n2:二",
    "P:甲\n1:一\n2:二\nP:乙",
    { 2, 3 } },
  { "a page break comes along",
    "P:甲",
    { 0, 3 },
    { 0, 3 },
    "P:一\nB:\nP:二",
    "P:甲一\nB:\nP:二",
    { 2, 3 } },
  { "elements the document has",
    "T:题\nP:\nS:局",
    { 1, 0 },
    { 1, 0 },
    "T:一\nP:二\nS:三",
    "T:题\nP:一\nP:二\nP:三\nS:局",
    { 3, 3 } },
  { "elements it lacks",
    "P:",
    { 0, 0 },
    { 0, 0 },
    "T:一\nP:二\nS:三",
    "T:一\nP:二\nS:三",
    { 2, 3 } },
  { "a title before what has none",
    "P:甲",
    { 0, 0 },
    { 0, 0 },
    "T:一\nP:",
    "T:一\nP:甲",
    { 1, 0 } },
  { "a signatory behind what has none",
    "P:甲",
    { 0, 3 },
    { 0, 3 },
    "P:\nS:一\nD:二",
    "P:甲\nS:一\nD:二",
    { 2, 3 } },
  { "elements in the middle",
    "P:甲\nP:\nP:乙",
    { 1, 0 },
    { 1, 0 },
    "T:一\nD:二",
    "P:甲\nP:一\nP:二\nP:乙",
    { 2, 3 } },
  { "lines in the title",
    "T:甲乙\nP:丙",
    { 0, 3 },
    { 0, 3 },
    "P:一\n1:二\nP:三",
    "T:甲一\nT:二\nT:三乙\nP:丙",
    { 2, 3 } },
  { "lines for part of two",
    "1:甲乙\n2:丙丁",
    { 0, 3 },
    { 1, 3 },
    "P:一\nP:二",
    "1:甲一\n2:二丁",
    { 1, 3 } },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CwDocument) before = cw_test_document_new (c->before);
  g_autoptr (CwDocument) fragment = cw_test_document_new (c->fragment);
  CwPlace place;
  g_autoptr (CwDocument) after
      = cw_edit_insert_document (before, c->start, c->end, fragment, &place);

  cw_test_assert_document (after, c->after);
  g_assert_cmpuint (place.line, ==, c->place.line);
  g_assert_cmpuint (place.offset, ==, c->place.offset);
}

static void
test_slice (void)
{
  static const struct
  {
    const char *document;
    CwPlace start, end;
    const char *slice;
  } slices[] = {
    { "1:甲⟦乙⟧丙", { 0, 3 }, { 0, 9 }, "P:⟦乙⟧丙" },
    { "1:甲乙\n2:丙丁", { 0, 3 }, { 1, 3 }, "1:乙\n2:丙" },
    { "T:题\n1:甲\nP:乙\nD:日", { 0, 0 }, { 3, 3 }, "T:题\n1:甲\nP:乙\nD:日" },
    { "1:甲\n2:乙", { 0, 0 }, { 1, 0 }, "1:甲\nP:" },
    { "P:甲\nB:\nP:乙", { 0, 0 }, { 1, 0 }, "P:甲\nP:" },
    { "P:甲\nB:\nP:乙", { 0, 0 }, { 2, 3 }, "P:甲\nB:\nP:乙" },
    { "P:甲\nS:乙", { 0, 0 }, { 1, 0 }, "P:甲\nP:" },
    { "S:甲\nD:乙", { 0, 0 }, { 1, 0 }, "S:甲\nS:" },
    { "P:甲", { 0, 3 }, { 0, 3 }, "P:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slices); i++)
    {
      g_autoptr (CwDocument) document = cw_test_document_new (slices[i].document);
      g_autoptr (CwDocument) slice = cw_edit_slice (document, slices[i].start, slices[i].end);

      cw_test_assert_document (slice, slices[i].slice);
    }
}

/* Whole lines that are cut out and put back at the same place are what they were. */
static void
test_cut_and_put_back (void)
{
  const char *notation = "T:题\nU:副\n1:甲\n2:乙。⟦丙⟧\nB:\nP:丁\nS:局\nD:日";
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  guint n_lines = cw_flow_get_n_lines (document);

  for (guint first = 0; first < n_lines; first++)
    for (guint last = first + 1; last < n_lines; last++)
      {
        CwPlace start = { first, 0 }, end = { last, 0 };
        g_autoptr (CwDocument) slice = cw_edit_slice (document, start, end);
        g_autoptr (CwDocument) cut = cw_edit_replace (document, start, end, "", NULL);
        g_autoptr (CwDocument) back = cw_edit_insert_document (cut, start, start, slice, NULL);

        cw_test_assert_document (back, notation);
      }
}

static CwPlace
random_place (GRand *rand, CwDocument *document)
{
  guint line = g_rand_int_range (rand, 0, cw_flow_get_n_lines (document));
  CwFlowLine flow_line = cw_flow_get_line (document, line);

  return (CwPlace) { line,
                     g_rand_int_range (rand, 0, (flow_line.end - flow_line.start) / 3 + 1) * 3 };
}

/* The flow of the result is what the text of the fragment makes of the flow. */
static void
test_random (void)
{
  guint32 seed = 9704;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (CwDocument) source
      = cw_test_document_new ("T:题\nT:目\nA:各科室\n1:甲乙\nP:⟦丙⟧\nB:\n2:丁\nP:\nS:局\nD:日");

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2000; i++)
    {
      CwPlace a = random_place (rand, source), b = random_place (rand, source);
      CwPlace c = random_place (rand, source), d = random_place (rand, source), after, after_text;
      g_autoptr (CwDocument) slice = cw_edit_slice (source, a, b);
      g_autofree char *text = cw_flow_to_string (slice);
      g_autoptr (CwDocument) pasted = cw_edit_insert_document (source, c, d, slice, &after);
      g_autoptr (CwDocument) typed = cw_edit_replace (source, c, d, text, &after_text);
      g_autofree char *is = cw_flow_to_string (pasted), *expected = cw_flow_to_string (typed);
      g_autoptr (CwDocument) again = NULL;
      g_autofree char *notation = NULL;

      g_assert_cmpstr (is, ==, expected);
      g_assert_cmpint (cw_place_compare (after, after_text), ==, 0);
      /* the order of lines is right if the notation, which sorts nothing, gives the same document
       */
      notation = cw_test_document_to_string (pasted);
      again = cw_test_document_new (notation);
      g_assert_true (cw_document_equal (again, pasted));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/paste/%s", cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/document/paste/slice", test_slice);
  g_test_add_func ("/document/paste/cut-and-put-back", test_cut_and_put_back);
  g_test_add_func ("/document/paste/random", test_random);
  return g_test_run ();
}
