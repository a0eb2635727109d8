/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "formats/reading/cw-joined.h"

static void
check_joined (const char *lines, const char *expected)
{
  g_autofree char *joined = cw_joined_from_lines (lines);

  g_assert_cmpstr (joined, ==, expected);
}

static void
check_tabs (const char *lines, const char *expected)
{
  g_autofree char *tabs = cw_joined_tabs_from_lines (lines);

  g_assert_cmpstr (tabs, ==, expected);
}

static void
test_paragraph (void)
{
  check_joined ("　　第一行\n第二行  \n\n 第三行。\n", "第一行第二行第三行。");
  check_joined ("第一行,\r\n第二行", "第一行，第二行");
  check_joined ("the first\nline", "the first line");
  check_joined ("使用WPS\n软件", "使用WPS软件");
  check_joined ("\n\n", "");
}

static void
test_rows (void)
{
  check_tabs ("甲\t乙\n1  2\t3", "甲\t乙\n1  2\t3");
  check_tabs ("单位  人数\n一科  1,234", "单位\t人数\n一科\t1,234");
  check_tabs ("　单位　人数", "单位\t人数");
  check_tabs ("单位,人数\n一科,12", "单位\t人数\n一科\t12");
  check_tabs ("单位，人数\n一科，1,234", "单位\t人数\n一科\t1,234");
  check_tabs ("只有一列\n又一行", "只有一列\n又一行");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/joined/paragraph", test_paragraph);
  g_test_add_func ("/formats/joined/rows", test_rows);

  return g_test_run ();
}
