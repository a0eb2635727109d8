/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/edits/cw-edit.h"

#define ALL "T:标题\nT:第二行\nU:副题\nA:各科室：\n1:一级\nP:段\nB:\nP:落\nS:某局\nS:某办\nD:某日"

static void
test_lines (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (ALL);
  static const struct
  {
    CwStyle style;
    const char *text;
    int block;
  } expected[] = {
    { CW_STYLE_TITLE, "标题", -1 },     { CW_STYLE_TITLE, "第二行", -1 },
    { CW_STYLE_SUBTITLE, "副题", -1 },  { CW_STYLE_ADDRESSEES, "各科室：", -1 },
    { CW_STYLE_HEADING_1, "一级", 0 },  { CW_STYLE_PARAGRAPH, "段", 1 },
    { CW_STYLE_PAGE_BREAK, "", 2 },     { CW_STYLE_PARAGRAPH, "落", 3 },
    { CW_STYLE_SIGNATORY, "某局", -1 }, { CW_STYLE_SIGNATORY, "某办", -1 },
    { CW_STYLE_DATE, "某日", -1 },
  };

  g_assert_cmpuint (cw_flow_get_n_lines (document), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      CwFlowLine line = cw_flow_get_line (document, i);

      g_assert_cmpint (line.style, ==, expected[i].style);
      g_assert_cmpint (line.block, ==, expected[i].block);
      g_assert_cmpmem (cw_text_get_string (line.text) + line.start, line.end - line.start,
                       expected[i].text, strlen (expected[i].text));
    }
}

static void
test_line_numbers (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (ALL);
  g_autoptr (CwDocument) body = cw_test_document_new ("P:甲\nP:乙");

  g_assert_cmpuint (cw_flow_get_line_of_block (document, 0), ==, 4);
  g_assert_cmpuint (cw_flow_get_line_of_block (document, 4), ==, 8);
  g_assert_cmpuint (cw_flow_get_line_of_element (document, CW_ELEMENT_TITLE), ==, 0);
  g_assert_cmpuint (cw_flow_get_line_of_element (document, CW_ELEMENT_ADDRESSEES), ==, 3);
  g_assert_cmpuint (cw_flow_get_line_of_element (document, CW_ELEMENT_SIGNATORY), ==, 8);
  g_assert_cmpuint (cw_flow_get_line_of_element (document, CW_ELEMENT_DATE), ==, 10);
  g_assert_cmpuint (cw_flow_get_line_of_element (body, CW_ELEMENT_ADDRESSEES), ==, 0);
  g_assert_cmpuint (cw_flow_get_line_of_element (body, CW_ELEMENT_DATE), ==, 2);
}

static void
test_to_string (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (ALL);
  g_autoptr (CwDocument) blank = cw_document_new_blank ();
  g_autofree char *string = cw_flow_to_string (document);
  g_autofree char *nothing = cw_flow_to_string (blank);

  g_assert_cmpstr (string, ==, "标题\n第二行\n副题\n各科室：\n一级\n段\n\n落\n某局\n某办\n某日");
  g_assert_cmpstr (nothing, ==, "\n");
}

static void
test_place_compare (void)
{
  g_assert_cmpint (cw_place_compare ((CwPlace) { 1, 2 }, (CwPlace) { 1, 2 }), ==, 0);
  g_assert_cmpint (cw_place_compare ((CwPlace) { 1, 2 }, (CwPlace) { 1, 3 }), <, 0);
  g_assert_cmpint (cw_place_compare ((CwPlace) { 2, 0 }, (CwPlace) { 1, 9 }), >, 0);
}

static void
test_find_change (void)
{
  static const struct
  {
    const char *from, *to;
    CwPlace start, end_from, end_to;
  } cases[] = {
    { "P:甲乙", "P:甲字乙", { 0, 3 }, { 0, 3 }, { 0, 6 } },
    { "P:甲字乙", "P:甲乙", { 0, 3 }, { 0, 6 }, { 0, 3 } },
    { "P:甲甲", "P:甲甲甲", { 0, 6 }, { 0, 6 }, { 0, 9 } },
    { "P:一", "P:丁", { 0, 0 }, { 0, 3 }, { 0, 3 } }, /* characters that share bytes */
    { "P:甲乙\nP:丙", "P:甲\nP:乙\nP:丙", { 0, 3 }, { 0, 3 }, { 1, 0 } },
    { "P:甲\nP:丙", "P:甲\nP:乙\nP:丙", { 0, 3 }, { 0, 3 }, { 1, 3 } },
    { "P:乙", "P:甲\nP:乙", { 0, 0 }, { 0, 0 }, { 1, 0 } },
    { "P:甲\nP:乙", "P:乙", { 0, 0 }, { 1, 0 }, { 0, 0 } },
    { "P:甲\nP:乙\nP:丙", "P:甲", { 0, 3 }, { 2, 3 }, { 0, 3 } },
    { "T:题\nP:甲\nP:乙丙\nP:丁", "T:题\nP:子\nP:丑丙\nP:丁", { 1, 0 }, { 2, 3 }, { 2, 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwDocument) from = cw_test_document_new (cases[i].from);
      g_autoptr (CwDocument) to = cw_test_document_new (cases[i].to);
      CwPlace start, end_from, end_to;

      g_assert_true (cw_flow_find_change (from, to, &start, &end_from, &end_to));
      g_assert_cmpint (cw_place_compare (start, cases[i].start), ==, 0);
      g_assert_cmpint (cw_place_compare (end_from, cases[i].end_from), ==, 0);
      g_assert_cmpint (cw_place_compare (end_to, cases[i].end_to), ==, 0);
    }
}

static void
test_find_no_change (void)
{
  g_autoptr (CwDocument) from = cw_test_document_new ("P:甲\nP:乙");
  g_autoptr (CwDocument) to = cw_test_document_new ("1:甲\nP:⟦乙⟧");
  CwPlace start, end_from, end_to;

  g_assert_false (cw_flow_find_change (from, to, &start, &end_from, &end_to));
}

static char *
part_of (CwDocument *document, CwPlace start, CwPlace end)
{
  g_autoptr (CwDocument) part = cw_edit_slice (document, start, end);

  return cw_flow_to_string (part);
}

/* The change found, made in one document, gives the text of the other. */
static void
test_find_change_random (void)
{
  static const char *const lines[] = { "P:", "P:甲", "P:甲乙", "1:乙", "P:丙", "B:", "P:乙甲" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (CwDocument) from = cw_test_document_new ("P:甲");

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) notation = g_string_new ("P:首");
      g_autoptr (CwDocument) to = NULL, changed = NULL;
      g_autofree char *text = NULL, *is = NULL, *expected = NULL;
      CwPlace start, end_from, end_to;

      for (guint n = g_rand_int_range (rand, 0, 5); n > 0; n--)
        g_string_append_printf (notation, "\n%s",
                                lines[g_rand_int_range (rand, 0, G_N_ELEMENTS (lines))]);
      to = cw_test_document_new (notation->str
                                 + (i % 2 && notation->len > 5 ? strlen ("P:首\n") : 0));
      expected = cw_flow_to_string (to);
      if (cw_flow_find_change (from, to, &start, &end_from, &end_to))
        {
          text = part_of (to, start, end_to);
          changed = cw_edit_replace (from, start, end_from, text, NULL);
        }
      is = cw_flow_to_string (changed != NULL ? changed : from);
      g_assert_cmpstr (is, ==, expected);
      cw_document_unref (from);
      from = g_steal_pointer (&to);
    }
}

/* --- what documents have in common --- */

static gboolean
same_line (const CwFlowLine *a, const CwFlowLine *b)
{
  return a->style == b->style && a->end - a->start == b->end - b->start
         && memcmp (cw_text_get_string (a->text) + a->start,
                    cw_text_get_string (b->text) + b->start, a->end - a->start)
                == 0;
}

static gboolean
same_line_at (CwDocument *a, guint line_a, CwDocument *b, guint line_b)
{
  CwFlowLine x = cw_flow_get_line (a, line_a), y = cw_flow_get_line (b, line_b);

  return same_line (&x, &y);
}

/* Blocks of @document in another order, some gone, some written anew, attachments last; now and
 * then without its title or date. */
static CwDocument *
rearrange (CwDocument *document, GRand *rand)
{
  static const char *const lines[] = { "甲", "乙", "丙丁" };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  guint n = cw_document_get_n_blocks (document);
  guint turn = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 0, n) : 0;
  CwText *elements[CW_N_ELEMENTS] = { NULL };

  for (CwElement i = 0; i < CW_N_ELEMENTS; i++)
    if (g_rand_int_range (rand, 0, 6) > 0)
      elements[i] = cw_document_get_element (document, i);
  for (guint i = 0; i < n; i++)
    {
      CwBlock *block = cw_document_get_block (document, (i + turn) % n);
      g_autoptr (CwText) text = cw_text_new (lines[g_rand_int_range (rand, 0, 3)]);
      guint chance = g_rand_int_range (rand, 0, 12);

      if (chance > 0)
        g_ptr_array_add (blocks, chance == 1 ? cw_block_with_text (block, text)
                                             : cw_block_ref (block));
    }
  return cw_document_new_like (document, elements, (CwBlock **) blocks->pdata, blocks->len);
}

/* Counting by shared blocks gives what comparing line for line gives. */
static void
test_count_alike (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (CwDocument) from = cw_test_document_new (
          "T:题\nP:甲\n1:乙\nP:甲\nP:乙\nP:丙丁\nP:丙\nP:甲\nS:某局\nF:附\nP:甲\nP:乙");
      g_autoptr (CwDocument) to = rearrange (from, rand);
      guint n_from = cw_flow_get_n_lines (from), n_to = cw_flow_get_n_lines (to);
      guint n = MIN (n_from, n_to), first = 0, last = 0, behind;
      guint before = cw_flow_count_alike (from, to, same_line, &behind);

      while (first < n && same_line_at (from, first, to, first))
        first++;
      while (last < n - first && same_line_at (from, n_from - last - 1, to, n_to - last - 1))
        last++;
      g_assert_cmpuint (before, ==, first);
      g_assert_cmpuint (behind, ==, last);
    }
}

static void
test_levels (void)
{
  for (CwStyle style = CW_STYLE_TITLE; style <= CW_STYLE_DATE; style++)
    {
      gboolean heading = style >= CW_STYLE_HEADING_1 && style <= CW_STYLE_HEADING_4;

      g_assert_cmpuint (cw_style_get_level (style), ==, heading ? style - CW_STYLE_PARAGRAPH : 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/flow/lines", test_lines);
  g_test_add_func ("/document/flow/line-numbers", test_line_numbers);
  g_test_add_func ("/document/flow/to-string", test_to_string);
  g_test_add_func ("/document/flow/place-compare", test_place_compare);
  g_test_add_func ("/document/flow/find-change", test_find_change);
  g_test_add_func ("/document/flow/find-no-change", test_find_no_change);
  g_test_add_func ("/document/flow/find-change-random", test_find_change_random);
  g_test_add_func ("/document/flow/count-alike", test_count_alike);
  g_test_add_func ("/document/flow/levels", test_levels);
  return g_test_run ();
}
