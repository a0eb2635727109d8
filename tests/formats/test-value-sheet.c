/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "formats/values/cw-value-sheet.h"

static GArray *
read_sheet (CwDocument *document, const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  GArray *answers = cw_value_sheet_read_csv (document, bytes, &error);

  g_assert_no_error (error);
  return answers;
}

static CwDocument *
paper (void)
{
  return cw_test_document_new ("1:培训\nP:培训XX名。走访__户。\nG:表|区县;数量|东城;XX");
}

static void
test_write (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autofree char *csv = cw_value_sheet_to_csv (document, FALSE);

  g_assert_cmpstr (csv, ==,
                   "\xef\xbb\xbf编号,所在部分,内容,单位,上期数,本期数,填报人,备注\r\n"
                   "1,\"培训\",\"培训【　】名。\",\"名\",\"\",\"\",\"\",\"\"\r\n"
                   "2,\"培训\",\"走访【　】户。\",\"户\",\"\",\"\",\"\",\"\"\r\n"
                   "3,\"培训\",\"东城／数量：【　】\",\"\",\"\",\"\",\"\",\"\"\r\n");
}

static void
test_read (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GArray) answers = read_sheet (
      document, "填报人;本期数;内容\r\n张三;\"1;2\";走访【　】户。\n李;35;培训【　】名。\n;9;没有【　】了\n;;培训【　】名。\n");
  g_autoptr (CwDocument) filled = NULL;
  const CwValue *value;

  g_assert_cmpuint (answers->len, ==, 3);
  g_assert_cmpint (g_array_index (answers, CwSheetAnswer, 0).match, ==, CW_SHEET_SURE);
  g_assert_cmpstr (g_array_index (answers, CwSheetAnswer, 0).old_text, ==, "__");
  g_assert_cmpint (g_array_index (answers, CwSheetAnswer, 2).match, ==, CW_SHEET_LOST);
  filled = cw_value_sheet_apply (document, (CwSheetAnswer *) answers->data, answers->len);
  cw_test_assert_document (filled, "1:培训\nP:培训⟦35⟧名。走访⟦1;2⟧户。\nG:表|区县;数量|东城;XX");
  value = cw_ledger_get_value (cw_document_get_ledger (filled), 1);
  g_assert_cmpstr (value->source, ==, "张三");
}

static void
test_changed_and_twice (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GArray) answers = read_sheet (
      document, "编号,内容,本期数\n1,原来【　】名。,5\n2,走访【　】户。,6\n,走访【　】户。,7\n8,,1\n");

  g_assert_cmpuint (answers->len, ==, 4);
  g_assert_cmpint (g_array_index (answers, CwSheetAnswer, 0).match, ==, CW_SHEET_CHANGED);
  g_assert_cmpint (g_array_index (answers, CwSheetAnswer, 1).match, ==, CW_SHEET_TWICE);
  g_assert_cmpint (g_array_index (answers, CwSheetAnswer, 2).match, ==, CW_SHEET_TWICE);
  g_assert_cmpint (g_array_index (answers, CwSheetAnswer, 3).match, ==, CW_SHEET_LOST);
}

static void
test_gbk (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autofree char *sheet = g_strconcat ("编号,所在部分,内容,单位,本期数\n1,培训情况,培训人数,名,35\n",
                                        "2,走访情况的说明,走访户数,户,40\n", NULL);
  gsize length;
  g_autofree char *gbk = g_convert (sheet, -1, "GBK", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (gbk, length);
  g_autoptr (GArray) answers = cw_value_sheet_read_csv (document, bytes, NULL);

  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (g_array_index (answers, CwSheetAnswer, 1).new_text, ==, "40");
}

static void
test_round_trip (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);
  const char *texts[] = { "35", "4", "\"5\",=6" };
  g_autoptr (CwDocument) filled = cw_blanks_fill (document, (CwBlank *) blanks->data, texts, 3);
  g_autofree char *csv = cw_value_sheet_to_csv (filled, TRUE);
  g_autoptr (GArray) same = read_sheet (filled, csv);
  g_autoptr (GArray) answers = read_sheet (document, csv);
  g_autoptr (CwDocument) again
      = cw_value_sheet_apply (document, (CwSheetAnswer *) answers->data, answers->len);

  g_assert_cmpuint (same->len, ==, 0);
  g_assert_true (cw_document_equal (again, filled));
}

static void
test_no_sheet (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GArray) answers = read_sheet (document, "一,二\n\"三,四");

  g_assert_cmpuint (answers->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/value-sheet/write", test_write);
  g_test_add_func ("/formats/value-sheet/read", test_read);
  g_test_add_func ("/formats/value-sheet/changed", test_changed_and_twice);
  g_test_add_func ("/formats/value-sheet/gbk", test_gbk);
  g_test_add_func ("/formats/value-sheet/round-trip", test_round_trip);
  g_test_add_func ("/formats/value-sheet/none", test_no_sheet);
  return g_test_run ();
}
