/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/sections/cw-edit-sections.h"
#include "document/sections/cw-references.h"

static char *
describe (GPtrArray *found)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      CwReference *reference = found->pdata[i];

      g_string_append_printf (string, "%s%s>%s", i > 0 ? " " : "", reference->text,
                              reference->proposal != NULL ? reference->proposal : "?");
    }
  return g_string_free_and_steal (string);
}

/* Moves the section at @block before or behind that at @target and tells what does not fit then. */
static void
assert_broken (const char *notation, guint block, guint target, CwSpot spot, const char *expected)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwDocument) moved = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *is = NULL;

  g_array_append_val (sections, block);
  moved = cw_edit_move_sections (document, sections, target, spot);
  g_assert_true (moved != document);
  found = cw_references_find_broken (document, moved);
  is = describe (found);
  g_assert_cmpstr (is, ==, expected);
}

#define PAPER(words) "T:题\nP:" words "\n1:甲\n2:子\n2:丑\n1:乙\n2:寅\n1:丙"

/* 丙, the third part, goes to the front. */
static void
test_parts (void)
{
  static const struct
  {
    const char *words;
    const char *expected;
  } cases[] = {
    { PAPER ("详见第三部分。"), "第三部分>第一部分" },
    { PAPER ("（见第一部分）和本文第二部分"), "第一部分>第二部分 第二部分>第三部分" },
    { PAPER ("第二部分所述问题"), "第二部分>第三部分" },
    { PAPER ("见本报告第一部分（二）"), "第一部分（二）>第二部分（二）" },
    { PAPER ("按照第二部分第（一）项"), "第二部分第（一）>第三部分第（一）" },
    { PAPER ("见一、（二）"), "一、（二）>二、（二）" },
    { PAPER ("全文分为三部分，第一部分讲成绩"), "" },
    { PAPER ("见《办法》第一部分"), "" },
    { PAPER ("见第四部分"), "" },
    { PAPER ("占第一部分的三成"), "" },
    { PAPER ("上述（一）"), "" }, /* in no part: names nothing */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_broken (cases[i].words, 6, 1, CW_SPOT_BEFORE, cases[i].expected);
}

static void
test_items (void)
{
  /* 子 and 丑 change places; the text is in the same part */
  assert_broken ("1:甲\nP:上述（一）、（二）和前述（三）\n2:子\n2:丑\n2:寅", 3, 2, CW_SPOT_BEFORE,
                 "（一）>（二） （二）>（一）");
  assert_broken ("1:甲\n2:子\n2:丑\nP:按第（一）项办\n1:乙\nP:上述（一）\n2:寅", 2, 1, CW_SPOT_BEFORE,
                 "（一）>（二）");
  /* what goes elsewhere is named in full */
  assert_broken ("1:甲\nP:见（二）\n2:子\n2:丑\n1:乙", 3, 4, CW_SPOT_INTO, "（二）>第二部分（一）");
  assert_broken ("1:甲\nP:见（二）\n2:子\n2:丑\n1:乙", 3, 4, CW_SPOT_AFTER, "（二）>第三部分");
  assert_broken ("1:甲\nP:见第二部分\n2:子\n1:乙", 3, 2, CW_SPOT_AFTER, "第二部分>第一部分（二）");
  /* a law's items are not ours */
  assert_broken ("1:甲\nP:《条例》第十条第（一）项\n2:子\n2:丑", 3, 2, CW_SPOT_BEFORE, "");
}

/* An attachment has numbers of its own. */
static void
test_attachments (void)
{
  assert_broken ("P:见第一部分\n1:甲\n1:乙\nF:附\nP:见第一部分\n1:丙\n1:丁", 6, 5, CW_SPOT_BEFORE,
                 "第一部分>第二部分");
  assert_broken ("P:见第一部分\n1:甲\n1:乙\nF:附\nP:见第一部分\n1:丙\n1:丁", 2, 1, CW_SPOT_BEFORE,
                 "第一部分>第二部分");
}

static void
test_gone (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:见第一部分\n1:甲\n1:乙\nP:见第二部分");
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwDocument) rest = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *is = NULL;

  g_array_append_val (sections, (guint) { 1 });
  rest = cw_edit_remove_sections (document, sections);
  found = cw_references_find_broken (document, rest);
  is = describe (found);
  g_assert_cmpstr (is, ==, "第一部分>? 第二部分>第一部分");
}

static void
test_runs (void)
{
  assert_broken ("1:甲\n2:一是抓学习\n2:二是抓作风\n2:三是抓落实", 3, 1, CW_SPOT_BEFORE,
                 "三是>一是 一是>二是 二是>三是");
  assert_broken ("2:甲\nP:第一，学\n2:乙\nP:第二，做", 2, 0, CW_SPOT_BEFORE, "第二>第一 第一>第二");
  assert_broken ("2:甲\nP:首先学\n2:乙\nP:其次做\n2:丙\nP:最后看", 4, 2, CW_SPOT_BEFORE,
                 "最后>其次 其次>最后");
  /* each has a sequence of its own, which goes along whole */
  assert_broken ("1:甲\nP:一是学，二是做\n1:乙\nP:一是看；二是说", 2, 0, CW_SPOT_BEFORE, "");
  /* wrong before already */
  assert_broken ("1:甲\nP:一是学，三是做\n1:乙", 2, 0, CW_SPOT_BEFORE, "");
  /* no sequence */
  assert_broken ("1:甲\nP:统一是前提\n1:乙\nP:第二季度，增长", 2, 0, CW_SPOT_BEFORE, "");
}

/* Splitting leaves a sequence without its beginning. */
static void
test_split (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("1:甲\nP:一是学。\nP:二是做。\nP:三是看。");
  CwPlace after;
  g_autoptr (CwDocument) split
      = cw_edit_split_section (document, (CwPlace) { 2, 0 }, &after);
  g_autoptr (GPtrArray) found = cw_references_find_broken (document, split);
  g_autofree char *is = describe (found);

  g_assert_cmpstr (is, ==, "二是>一是 三是>二是");
}

static void
test_mend (void)
{
  g_autoptr (CwDocument) document
      = cw_test_document_new ("P:见第一部分，再见第二部分\n1:甲\n1:乙\nP:见第一部分");
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwDocument) moved = NULL;
  g_autoptr (CwDocument) mended = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_array_append_val (sections, (guint) { 2 });
  moved = cw_edit_move_sections (document, sections, 1, CW_SPOT_BEFORE);
  found = cw_references_find_broken (document, moved);
  g_assert_cmpuint (found->len, ==, 3);
  mended = cw_references_mend (moved, (CwReference **) found->pdata, found->len);
  cw_test_assert_document (mended, "P:见第二部分，再见第一部分\n1:乙\nP:见第二部分\n1:甲");
}

/* Whatever moves: mended references name what they named before. */
static void
test_nothing (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER ("见第一部分"));
  g_autoptr (GPtrArray) found = cw_references_find_broken (document, document);

  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/references/parts", test_parts);
  g_test_add_func ("/document/references/items", test_items);
  g_test_add_func ("/document/references/attachments", test_attachments);
  g_test_add_func ("/document/references/gone", test_gone);
  g_test_add_func ("/document/references/runs", test_runs);
  g_test_add_func ("/document/references/split", test_split);
  g_test_add_func ("/document/references/mend", test_mend);
  g_test_add_func ("/document/references/nothing", test_nothing);
  return g_test_run ();
}
