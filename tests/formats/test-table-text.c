/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "formats/tables/cw-table-text.h"

/* Tables on the clipboard. */

static const char *
cell (CwTable *table, guint row, guint column)
{
  return cw_text_get_string (cw_table_get_cell (table, row, column).text);
}

static void
test_tabs (void)
{
  g_autoptr (CwTable) table
      = cw_table_from_tabs ("姓名\t单位\r\n张三\t\"办公室\n二楼\"\r\n\"李\"\"四\"\"\"\t\r\n");

  g_assert_cmpuint (cw_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (cw_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (cell (table, 0, 1), ==, "单位");
  g_assert_cmpstr (cell (table, 1, 1), ==, "办公室\n二楼");
  g_assert_cmpstr (cell (table, 2, 0), ==, "李\"四\"");
  g_assert_cmpstr (cell (table, 2, 1), ==, "");
}

static void
test_odd_tabs (void)
{
  g_autoptr (CwTable) nothing = cw_table_from_tabs ("");
  g_autoptr (CwTable) open = cw_table_from_tabs ("\"甲\t乙");
  g_autoptr (CwTable) ragged = cw_table_from_tabs ("甲\n乙\t丙\t丁");

  g_assert_null (nothing);
  g_assert_cmpstr (cell (open, 0, 0), ==, "\"甲");
  g_assert_cmpstr (cell (open, 0, 1), ==, "乙");
  g_assert_cmpuint (cw_table_get_n_columns (ragged), ==, 3);
  g_assert_cmpstr (cell (ragged, 0, 2), ==, "");
}

static const char page[]
    = "<html><head><style>td { color: red }</style></head><body>\n"
      "<table><thead><tr><th rowspan=2>序号</th><th colspan=\"2\">数量</th></tr>\n"
      "<tr><td>上年</td><td>今年</td></tr></thead>"
      "<tbody><tr><td>1</td><td>12.5</td><td><p>13<br>约</p></td></tr></tbody></table></body></html>";

static void
test_html (void)
{
  gboolean alone;
  g_autoptr (CwTable) table = cw_table_from_html (page, strlen (page), &alone);

  g_assert_true (alone);
  g_assert_cmpuint (cw_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (cw_table_get_n_columns (table), ==, 3);
  g_assert_cmpuint (cw_table_get_cell (table, 0, 0).rows, ==, 2);
  g_assert_cmpuint (cw_table_get_cell (table, 0, 1).columns, ==, 2);
  g_assert_cmpstr (cell (table, 1, 2), ==, "今年");
  g_assert_cmpstr (cell (table, 2, 2), ==, "13\n约");
}

static void
test_no_table (void)
{
  static const char words[] = "<p>通知如下</p><table><tr><td>甲</td></tr></table>";
  static const char hostile[] = "<table><tr><td colspan=99999999 rowspan=-3>x<td rowspan=9e9>";
  gboolean alone = TRUE;
  g_autoptr (CwTable) table = cw_table_from_html (words, strlen (words), &alone);
  g_autoptr (CwTable) odd = cw_table_from_html (hostile, strlen (hostile), NULL);

  g_assert_nonnull (table);
  g_assert_false (alone);
  g_assert_nonnull (odd);
  g_assert_null (cw_table_from_html ("<p>甲</p>", 10, NULL));
  g_assert_null (cw_table_from_html ("", 0, NULL));
}

/* What is copied comes back as it was. */
static void
test_round (void)
{
  g_autoptr (CwTable) table = cw_table_from_html (page, strlen (page), NULL);
  g_autofree char *html = cw_table_to_html (table, 0, 0, 2, 2);
  g_autofree char *tabs = cw_table_to_tabs (table, 2, 0, 2, 2);
  g_autoptr (CwTable) back = cw_table_from_html (html, strlen (html), NULL);

  g_assert_true (cw_table_equal (table, back));
  g_assert_cmpstr (tabs, ==, "1\t12.5\t\"13\n约\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/table-text/tabs", test_tabs);
  g_test_add_func ("/formats/table-text/odd-tabs", test_odd_tabs);
  g_test_add_func ("/formats/table-text/html", test_html);
  g_test_add_func ("/formats/table-text/no-table", test_no_table);
  g_test_add_func ("/formats/table-text/round", test_round);
  return g_test_run ();
}
