/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/sections/cw-edit-sections.h"

#define PAPER                                                                                      \
  "T:季度小结\nP:开头\n1:工作情况\nP:做了XX件\n2:学习。读书三次\n2:走访\n3:入户\n1:下步打算\nP:继续\n" \
  "P:特此报告。\nF:清单\nP:前言\n1:人员\nF:表格\nP:内容"

/* Every node as label|title|depth|block-end. */
static char *
describe (CwSectionTree *outline)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < cw_section_tree_get_n_nodes (outline); i++)
    {
      const CwSectionNode *node = cw_section_tree_get_node (outline, i);
      g_autofree char *label = cw_section_tree_get_label (outline, i);
      g_autofree char *title = cw_section_tree_get_title (outline, i);

      g_string_append_printf (string, "%s|%s|%u|%u-%u\n", label, title, node->depth, node->block,
                              node->end);
    }
  return g_string_free_and_steal (string);
}

static void
test_tree (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (CwSectionTree) outline = cw_section_tree_new (document);
  g_autofree char *is = describe (outline);

  g_assert_cmpstr (is, ==,
                   "|季度小结|0|0-9\n一、|工作情况|0|1-6\n（一）|学习|1|3-4\n（二）|走访|1|4-6\n"
                   "1.|入户|2|5-6\n二、|下步打算|0|6-8\n附件1|清单|0|9-12\n一、|人员|1|11-12\n"
                   "附件2|表格|0|12-14\n");
}

/* Numbers of the sections agree with what the document says by itself. */
static void
test_counts (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (CwSectionTree) outline = cw_section_tree_new (document);
  const CwSectionNode *first = cw_section_tree_get_node (outline, 1);

  g_assert_cmpuint (first->n_characters, ==, 4 + 5 + 7 + 2 + 2);
  g_assert_cmpuint (first->n_placeholders, ==, 1);
  g_assert_cmpuint (cw_section_tree_get_node (outline, 0)->n_placeholders, ==, 1);
  g_assert_cmpuint (cw_section_tree_get_node (outline, 5)->n_placeholders, ==, 0);
  g_assert_cmpuint (cw_document_count_placeholders (document), ==, 1);
}

static void
test_find (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (CwSectionTree) outline = cw_section_tree_new (document);

  g_assert_cmpint (cw_section_tree_find (outline, 4), ==, 3);
  g_assert_cmpint (cw_section_tree_find (outline, 2), ==, -1);
  g_assert_cmpint (cw_section_tree_find_around (outline, -1), ==, 0);
  g_assert_cmpint (cw_section_tree_find_around (outline, 0), ==, 0);
  g_assert_cmpint (cw_section_tree_find_around (outline, 2), ==, 1);
  g_assert_cmpint (cw_section_tree_find_around (outline, 5), ==, 4);
  g_assert_cmpint (cw_section_tree_find_around (outline, 8), ==, 0); /* the closing is of no section */
  g_assert_cmpint (cw_section_tree_find_around (outline, 13), ==, 8);
}

static void
test_opening (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);

  g_assert_cmpuint (cw_section_get_opening (document, 1), ==, 3);
  g_assert_cmpuint (cw_section_get_opening (document, 5), ==, 6);
  g_assert_cmpuint (cw_section_get_opening (document, 9), ==, 11);
}

/* Levels left out (R61), headings before any of a higher level, no title, nothing at all. */
static void
test_odd (void)
{
  g_autoptr (CwDocument) odd = cw_test_document_new ("3:低\n2:中\n4:最低\n1:高\n3:跳级");
  g_autoptr (CwDocument) empty = cw_test_document_new ("P:");
  g_autoptr (CwSectionTree) outline = cw_section_tree_new (odd);
  g_autoptr (CwSectionTree) none = cw_section_tree_new (empty);
  g_autofree char *is = describe (outline);

  g_assert_cmpstr (is, ==,
                   "1.|低|0|0-1\n（一）|中|0|1-3\n（1）|最低|1|2-3\n一、|高|0|3-5\n1.|跳级|1|4-5\n");
  g_assert_cmpuint (cw_section_tree_get_n_nodes (none), ==, 0);
  g_assert_cmpint (cw_section_tree_find_around (none, 0), ==, -1);
}

static void
test_done (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("1:甲\n1:乙\n1:丙");
  g_autoptr (CwSection) done = cw_section_new (CW_SECTION_DONE, NULL, NULL);
  g_autoptr (CwSection) draft = cw_section_new (CW_SECTION_DRAFT, "王", NULL);
  g_autoptr (CwDocument) one = cw_edit_set_section (document, 0, done);
  g_autoptr (CwDocument) two = cw_edit_set_section (one, 2, draft);
  g_autoptr (CwSectionTree) outline = cw_section_tree_new (two);
  guint n_done, n_said;

  cw_section_tree_count_done (outline, &n_done, &n_said);
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpuint (n_said, ==, 2);
  g_assert_true (cw_document_get_block (two, 1) == cw_document_get_block (document, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/section-tree/tree", test_tree);
  g_test_add_func ("/document/section-tree/counts", test_counts);
  g_test_add_func ("/document/section-tree/find", test_find);
  g_test_add_func ("/document/section-tree/opening", test_opening);
  g_test_add_func ("/document/section-tree/odd", test_odd);
  g_test_add_func ("/document/section-tree/done", test_done);
  return g_test_run ();
}
