/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

static void
test_kinds (void)
{
  g_autoptr (CwText) text = cw_text_new ("甲");
  g_autoptr (CwBlock) paragraph = cw_block_new_paragraph (text);
  g_autoptr (CwBlock) heading = cw_block_new_heading (3, text);
  g_autoptr (CwBlock) page_break = cw_block_new_page_break ();

  g_assert_cmpint (cw_block_get_kind (paragraph), ==, CW_BLOCK_PARAGRAPH);
  g_assert_cmpuint (cw_block_get_level (paragraph), ==, 0);
  g_assert_true (cw_block_get_text (paragraph) == text);
  g_assert_cmpint (cw_block_get_kind (heading), ==, CW_BLOCK_HEADING);
  g_assert_cmpuint (cw_block_get_level (heading), ==, 3);
  g_assert_cmpint (cw_block_get_kind (page_break), ==, CW_BLOCK_PAGE_BREAK);
  g_assert_true (cw_text_is_empty (cw_block_get_text (page_break)));
}

static void
test_equal (void)
{
  g_autoptr (CwText) a = cw_text_new ("甲"), b = cw_text_new ("乙");
  g_autoptr (CwBlock) first = cw_block_new_heading (1, a);
  g_autoptr (CwBlock) same = cw_block_new_heading (1, a);
  g_autoptr (CwBlock) level = cw_block_new_heading (2, a);
  g_autoptr (CwBlock) kind = cw_block_new_paragraph (a);
  g_autoptr (CwBlock) text = cw_block_new_heading (1, b);

  g_assert_true (cw_block_equal (first, same));
  g_assert_false (cw_block_equal (first, level));
  g_assert_false (cw_block_equal (first, kind));
  g_assert_false (cw_block_equal (first, text));
}

/* R62; the heading is what is before the |. */
static void
test_heading_length (void)
{
  static const char *const cases[] = {
    "独立标题|",
    "夯实基础。|一是抓学习。",
    "夯实基础。|",
    "夯实基础。　 |",
    "学习“先学一步。学深一层”精神。|二是",
    "（试行。）印发。|后文",
    "《甲。乙》和〈丙。〉。|后文",
    "他说：“甲‘乙。’丙。”。|后文",
    "【注。】甲。|乙",
    "half (a。b) c。|d",
    "straight \"a。b\" c。|d",
    "没有合上的“引号。|一是抓学习。二是抓落实。",
    "没有合上的（括号，“甲。乙”丙。|丁",
    "多余的”引号。|后文",
    "（（甲。）乙。）丙。|丁",
    "“甲。”|",
    "甲！乙？丙。|丁",
    "|",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i], "|", 2);
      gboolean blank = *g_strstrip (parts[1]) == '\0';
      g_autofree char *string = g_strconcat (parts[0], strchr (cases[i], '|') + 1, NULL);
      g_autoptr (CwText) text = cw_text_new (string);
      g_autoptr (CwBlock) heading = cw_block_new_heading (2, text);

      g_assert_cmpuint (cw_block_get_heading_length (heading), ==,
                        blank ? strlen (string) : strlen (parts[0]));
    }
}

static void
test_heading_length_of_others (void)
{
  g_autoptr (CwText) text = cw_text_new ("甲。乙");
  g_autoptr (CwBlock) paragraph = cw_block_new_paragraph (text);
  g_autoptr (CwBlock) page_break = cw_block_new_page_break ();

  g_assert_cmpuint (cw_block_get_heading_length (paragraph), ==, 0);
  g_assert_cmpuint (cw_block_get_heading_length (page_break), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/block/kinds", test_kinds);
  g_test_add_func ("/document/block/equal", test_equal);
  g_test_add_func ("/document/block/heading-length", test_heading_length);
  g_test_add_func ("/document/block/heading-length-of-others", test_heading_length_of_others);
  return g_test_run ();
}
