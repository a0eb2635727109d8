/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/values/cw-value-rules.h"
#include "formats/files/cw-file-error.h"
#include "formats/values/cw-value-sheet.h"
#include "pack.h"

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
assert_fails (CwDocument *document, const void *data, gsize length, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_value_sheet_read (document, bytes, &error));
  g_assert_error (error, CW_FILE_ERROR, code);
}

static void
test_no_sheet (void)
{
  g_autoptr (CwDocument) document = paper ();
  const char *csv = "一,二\n\"三,四";
  PackEntry xlsx = { "xl/workbook.xml", "<workbook/>", 0 };
  g_autoptr (GBytes) packed = pack (&xlsx, 1);

  assert_fails (document, csv, strlen (csv), CW_FILE_ERROR_FAILED);
  assert_fails (document, "", 0, CW_FILE_ERROR_FAILED);
  assert_fails (document, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, CW_FILE_ERROR_NOT_TEXT);
  assert_fails (document, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed),
                CW_FILE_ERROR_NOT_TEXT);
}

static void
test_no_number (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GArray) answers
      = read_sheet (document, "编号,本期数\n1,约三十\n2,不清楚\n3,无\n");

  g_assert_cmpuint (answers->len, ==, 3);
  g_assert_false (g_array_index (answers, CwSheetAnswer, 0).no_number);
  g_assert_true (g_array_index (answers, CwSheetAnswer, 1).no_number);
  g_assert_false (g_array_index (answers, CwSheetAnswer, 2).no_number);
}

/* A quantity in two places is asked for once, and one that is computed not at all. */
static void
test_asked_once (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:查XX次，占X%。又查XX次。罚X家。");
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);
  CwBlank linked[] = { g_array_index (blanks, CwBlank, 0), g_array_index (blanks, CwBlank, 2) };
  g_autoptr (CwDocument) once = cw_blanks_link (document, linked, 2);
  g_autoptr (GArray) all = cw_blanks_find (once, FALSE);
  CwBlank share[] = { g_array_index (all, CwBlank, 1), g_array_index (all, CwBlank, 0),
                      g_array_index (all, CwBlank, 3) };
  g_autoptr (CwDocument) numbered = cw_blanks_number (once, share, 3);
  guint parts[] = { share[1].value, share[2].value };
  CwValueProblem problem;
  g_autoptr (CwDocument) declared = cw_value_declare (numbered, share[0].value, CW_VALUE_PERCENT,
                                                      parts, 2, 1, &problem);
  g_autofree char *csv = cw_value_sheet_to_csv (declared, FALSE);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4); /* heads, two questions, the end */
  g_assert_true (g_str_has_prefix (lines[1], "1,"));
  g_assert_true (g_str_has_prefix (lines[2], "4,"));
}

static void
test_join (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GArray) all = read_sheet (document, "编号,本期数,填报人\n1,35,甲\n");
  g_autoptr (GArray) same = read_sheet (document, "编号,本期数,填报人\n1,35,乙\n2,4,乙\n");
  g_autoptr (GArray) other = read_sheet (document, "编号,本期数,填报人\n1,36,丙\n");

  cw_value_sheet_join (all, same, "乙.csv");
  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (g_array_index (all, CwSheetAnswer, 1).origin, ==, "乙.csv");
  g_assert_cmpint (g_array_index (all, CwSheetAnswer, 0).match, ==, CW_SHEET_CHANGED);
  cw_value_sheet_join (all, other, "丙.csv");
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (g_array_index (all, CwSheetAnswer, 0).match, ==, CW_SHEET_TWICE);
  g_assert_cmpint (g_array_index (all, CwSheetAnswer, 2).match, ==, CW_SHEET_TWICE);
}

/* --- .ods --- */

static GArray *
read_ods (CwDocument *document, const char *rows)
{
  g_autofree char *xml = g_strconcat (
      "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">"
      "<office:body><office:spreadsheet><table:table>",
      rows, "</table:table></office:spreadsheet></office:body></office:document-content>", NULL);
  PackEntry entries[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0 },
                          { "content.xml", xml, 0 } };
  g_autoptr (GBytes) bytes = pack (entries, 2);
  g_autoptr (GError) error = NULL;
  GArray *answers = cw_value_sheet_read (document, bytes, &error);

  g_assert_no_error (error);
  return answers;
}

#define C(text) "<table:table-cell><text:p>" text "</text:p></table:table-cell>"
#define R(cells) "<table:table-row>" cells "</table:table-row>"

static void
test_ods_read (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GArray) answers = read_ods (
      document,
      R (C ("关于报送数据的表")) R ("<table:table-cell table:number-columns-repeated=\"3\"/>" C (
          "编号") C ("本期数") C ("填报人"))
          "<table:table-row table:number-rows-repeated=\"1048000\">"
          "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
          R ("<table:covered-table-cell table:number-columns-repeated=\"3\"/>" C ("1")
             "<table:table-cell><office:annotation><text:p>问过</text:p></office:annotation>"
             "<text:p>3<text:span>5</text:span></text:p></table:table-cell>" C ("张<text:s/>三"))
          R ("<table:table-cell table:number-columns-repeated=\"3\"/>"
             "<table:table-cell table:number-columns-repeated=\"2\"><text:p>2</text:p>"
             "</table:table-cell>"));

  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (g_array_index (answers, CwSheetAnswer, 0).new_text, ==, "35");
  g_assert_cmpstr (g_array_index (answers, CwSheetAnswer, 0).source, ==, "张 三");
  g_assert_cmpstr (g_array_index (answers, CwSheetAnswer, 1).old_text, ==, "__");
  g_assert_cmpstr (g_array_index (answers, CwSheetAnswer, 1).new_text, ==, "2");
}

static void
test_ods_round_trip (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("1:培训\nP:培训 <甲>&  乙XX名。\nP:走访__户。");
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);
  const char *texts[] = { "35", "约  4" };
  g_autoptr (CwDocument) filled = cw_blanks_fill (document, (CwBlank *) blanks->data, texts, 2);
  g_autoptr (GBytes) sheet = cw_value_sheet_to_ods (filled, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) answers = cw_value_sheet_read (document, sheet, &error);
  g_autoptr (CwDocument) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpint (g_array_index (answers, CwSheetAnswer, 0).match, ==, CW_SHEET_SURE);
  again = cw_value_sheet_apply (document, (CwSheetAnswer *) answers->data, answers->len);
  g_assert_true (cw_document_equal (again, filled));
}

/* The type comes first and unpacked, so that anybody can see what the file is. */
static void
test_ods_type (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GBytes) sheet = cw_value_sheet_to_ods (document, FALSE);
  gsize length;
  const char *data = g_bytes_get_data (sheet, &length);
  const char *type = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

  g_assert_cmpuint (length, >, 200);
  g_assert_nonnull (g_strstr_len (data + 30, 200, type));
}

static void
test_ods_hostile (void)
{
  g_autoptr (CwDocument) document = paper ();
  const char *bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
  PackEntry entries[] = { { "content.xml", bomb, 0 } };
  g_autoptr (GBytes) entity = pack (entries, 1);
  g_autofree char *zeros = g_strnfill (40 * 1024 * 1024, ' ');
  PackEntry big = { "content.xml", zeros, 0 };
  g_autoptr (GBytes) large = pack (&big, 1);

  assert_fails (document, g_bytes_get_data (entity, NULL), g_bytes_get_size (entity),
                CW_FILE_ERROR_DAMAGED);
  assert_fails (document, g_bytes_get_data (large, NULL), g_bytes_get_size (large),
                CW_FILE_ERROR_DAMAGED);
}

/* Whatever is wrong with a file: an error or answers, no crash. */
static void
test_ods_mutations (void)
{
  g_autoptr (CwDocument) document = paper ();
  g_autoptr (GBytes) sheet = cw_value_sheet_to_ods (document, FALSE);
  gsize length;
  const guint8 *data = g_bytes_get_data (sheet, &length);
  guint n_bad = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GArray) answers = NULL;
      g_autoptr (GError) error = NULL;
      gsize cut = i % 4 == 0 ? (gsize) g_test_rand_int_range (0, (gint32) length) : length;

      for (guint j = 0; j < 1 + i % 5; j++)
        copy[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int ();
      bytes = g_bytes_new (copy, cut);
      answers = cw_value_sheet_read (document, bytes, &error);
      g_assert_true ((answers == NULL) == (error != NULL));
      n_bad += answers == NULL;
    }
  g_assert_cmpuint (n_bad, >, 50);
}

/* The same with what is packed, which the zip would vouch for. */
static void
test_ods_wild_xml (void)
{
  static const char *const pieces[]
      = { "<table:table-row>", "</table:table-row>", "<table:table-cell>", "</table:table-cell>",
          "<text:p>", "</text:p>", "本期数", "编号", "1", "<table:table>", "</table:table>",
          "<office:annotation>", "</office:annotation>", "<text:s text:c=\"99999999999\"/>",
          "<table:table-cell table:number-columns-repeated=\"-5\"/>" };
  g_autoptr (CwDocument) document = paper ();

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) xml = g_string_new ("<a>");
      PackEntry entry = { "content.xml", NULL, 0 };
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GArray) answers = NULL;

      for (guint j = 0; j < 30; j++)
        g_string_append (xml, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_string_append (xml, "</a>");
      entry.content = xml->str;
      bytes = pack (&entry, 1);
      answers = cw_value_sheet_read (document, bytes, NULL);
      g_assert_true (answers == NULL || answers->len < 30);
    }
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
  g_test_add_func ("/formats/value-sheet/no-number", test_no_number);
  g_test_add_func ("/formats/value-sheet/asked-once", test_asked_once);
  g_test_add_func ("/formats/value-sheet/join", test_join);
  g_test_add_func ("/formats/value-sheet/ods/read", test_ods_read);
  g_test_add_func ("/formats/value-sheet/ods/round-trip", test_ods_round_trip);
  g_test_add_func ("/formats/value-sheet/ods/type", test_ods_type);
  g_test_add_func ("/formats/value-sheet/ods/hostile", test_ods_hostile);
  g_test_add_func ("/formats/value-sheet/ods/mutations", test_ods_mutations);
  g_test_add_func ("/formats/value-sheet/ods/wild", test_ods_wild_xml);
  return g_test_run ();
}
