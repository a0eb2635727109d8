/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"
#include "document/elements/cw-needs.h"
#include "document/elements/cw-printed-text.h"

static CwDocument *
numbered (CwKind kind, const char *code, const char *year, const char *serial)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("T:题\nP:文");
  g_autoptr (CwDocument) a = cw_test_document_with (plain, kind, CW_ELEMENT_NUMBER_CODE, code);
  g_autoptr (CwDocument) b = cw_test_document_with (a, kind, CW_ELEMENT_NUMBER_YEAR, year);

  return cw_test_document_with (b, kind, CW_ELEMENT_NUMBER_SERIAL, serial);
}

/* R43, R129, R135, R193, R209, R231 */
static void
test_number (void)
{
  static const struct
  {
    CwKind kind;
    const char *code, *year, *serial, *number;
  } rows[] = {
    { CW_KIND_NOTICE, "国发", "2012", "10", "国发〔2012〕10号" },
    { CW_KIND_NOTICE, " 国发　", "2012", NULL, "国发〔2012〕　号" },
    { CW_KIND_NOTICE, "国发", "2012", " ", "国发〔2012〕　号" },
    { CW_KIND_NOTICE, "国发", NULL, NULL, "国发〔　　〕　号" },
    { CW_KIND_NOTICE, NULL, NULL, NULL, NULL },
    { CW_KIND_LETTER, "甲函", "2024", "3", "甲函〔2024〕3号" },
    { CW_KIND_ORDER, NULL, NULL, "12", "第12号" },
    { CW_KIND_ORDER, "国发", "2012", "第12号", "第12号" },
    { CW_KIND_ORDER, NULL, NULL, NULL, "第　号" },
    { CW_KIND_BULLETIN, NULL, NULL, "3", "第3期" },
    { CW_KIND_BULLETIN, NULL, NULL, "第3期（总第15期）", "第3期（总第15期）" },
    { CW_KIND_MINUTES, NULL, "2024", "1", "〔2024〕1号" },
    { CW_KIND_MINUTES, NULL, NULL, "7", "第7期" },
    { CW_KIND_MINUTES, NULL, NULL, NULL, NULL },
    { CW_KIND_PROCLAMATION, NULL, NULL, "5", "第5号" },
    { CW_KIND_SUMMARY, "国发", "2012", "10", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CwDocument) document = numbered (rows[i].kind, rows[i].code, rows[i].year, rows[i].serial);
      g_autofree char *number = cw_document_get_number_text (document);

      g_assert_cmpstr (number, ==, rows[i].number);
    }
}

/* R91 */
static void
test_attachment_label (void)
{
  g_autoptr (CwDocument) one = cw_test_document_new ("P:文\nF:清单\nP:一");
  g_autoptr (CwDocument) two = cw_test_document_new ("P:文\nF:清单\nP:一\nF:表");
  g_autofree char *only = cw_document_get_attachment_label (one, 0);
  g_autofree char *first = cw_document_get_attachment_label (two, 0);
  g_autofree char *second = cw_document_get_attachment_label (two, 1);

  g_assert_cmpstr (only, ==, "附件");
  g_assert_cmpstr (first, ==, "附件1");
  g_assert_cmpstr (second, ==, "附件2");
}

/* R65, R68: the words of the title, without what the list does not have. */
static void
test_attachment_names (void)
{
  g_autoptr (CwDocument) document
    = cw_test_document_new ("P:文\nF:重点任务\342\200\250责任清单。\nP:一\nF:《实施办法》；\nF:《甲》和《乙》\nF:"
                            "\nF:附表（试行）");
  static const char *const names[]
      = { "重点任务责任清单", "实施办法", "《甲》和《乙》", "", "附表（试行）" };

  g_assert_cmpuint (cw_document_get_n_attachments (document), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = cw_document_get_attachment_name (document, i);

      g_assert_cmpstr (name, ==, names[i]);
    }
}

/* --- what is missing --------------------------------------------------------------------------- */

static void
assert_missing (CwDocument *document, CwElement element, gboolean missing)
{
  g_test_message ("%s", cw_element_get_id (element));
  g_assert_true (cw_document_is_missing (document, element) == missing);
}

static void
test_missing (void)
{
  g_autoptr (CwDocument) empty = cw_test_document_new ("T:\nP:");
  g_autoptr (CwDocument) summary = cw_test_document_new ("T:工作总结\nP:文");
  g_autoptr (CwDocument) notice = cw_test_document_with (summary, CW_KIND_NOTICE, CW_ELEMENT_ISSUERS, "某局");
  g_autoptr (CwDocument) filled = cw_test_document_with (notice, CW_KIND_NOTICE, CW_ELEMENT_ISSUERS, "教育局");

  g_assert_cmpuint (cw_document_count_missing (empty), ==, 1);
  g_assert_cmpuint (cw_document_count_missing (summary), ==, 0);
  assert_missing (notice, CW_ELEMENT_TITLE, FALSE);
  assert_missing (notice, CW_ELEMENT_ADDRESSEES, TRUE);
  assert_missing (notice, CW_ELEMENT_SIGNERS, FALSE);
  assert_missing (notice, CW_ELEMENT_NUMBER_SERIAL, FALSE); /* given out later, R231 */
  assert_missing (notice, CW_ELEMENT_COPY_NUMBER, FALSE);
  g_assert_cmpuint (cw_document_count_missing (filled), >, 4);
}

/* A blank to be filled in is not filled in. */
static void
test_missing_placeholders (void)
{
  static const struct
  {
    const char *date;
    gboolean missing;
  } dates[] = {
    { "2024年7月1日", FALSE },  { "", TRUE },           { "　", TRUE },        { "XXXX年X月X日", TRUE },
    { "2024年X月X日", TRUE },   { "　　年　月　日", TRUE }, { "2024年　月　日", TRUE }, { "二〇二四年七月一日", FALSE },
    { "七月一日", FALSE },
  };
  g_autoptr (CwDocument) plain = cw_test_document_new ("T:题\nP:文");

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (CwDocument) document = cw_test_document_with (plain, CW_KIND_NOTICE, CW_ELEMENT_DATE, dates[i].date);

      g_test_message ("%s", dates[i].date);
      assert_missing (document, CW_ELEMENT_DATE, dates[i].missing);
    }
}

/* R34, R56, R89, R98 */
static void
test_needs (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("T:题\nP:文\nD:2024年7月1日");
  g_autoptr (CwDocument) secret = cw_test_document_with (plain, CW_KIND_NOTICE, CW_ELEMENT_CLASSIFICATION, "机密");
  g_autoptr (CwDocument) coded = cw_test_document_with (plain, CW_KIND_PUBLIC_NOTICE, CW_ELEMENT_NUMBER_CODE, "甲");
  g_autoptr (CwDocument) resolution = cw_test_document_with (plain, CW_KIND_RESOLUTION, CW_ELEMENT_DATE, NULL);
  g_autoptr (CwDocument) request = cw_test_document_with (plain, CW_KIND_REQUEST, CW_ELEMENT_NOTE, "（联系人：XXX）");
  g_autoptr (CwDocument) order = cw_test_document_with (plain, CW_KIND_ORDER, CW_ELEMENT_NOTE, NULL);
  g_autoptr (CwDocument) letter = cw_test_document_with (plain, CW_KIND_LETTER, CW_ELEMENT_NOTE, NULL);

  assert_missing (secret, CW_ELEMENT_COPY_NUMBER, TRUE);
  assert_missing (coded, CW_ELEMENT_NUMBER_YEAR, TRUE);
  assert_missing (resolution, CW_ELEMENT_SUBTITLE, TRUE);
  assert_missing (resolution, CW_ELEMENT_DATE, FALSE);
  assert_missing (resolution, CW_ELEMENT_SIGNATORY, FALSE);
  assert_missing (request, CW_ELEMENT_SIGNERS, TRUE);
  assert_missing (request, CW_ELEMENT_NOTE, FALSE);
  assert_missing (order, CW_ELEMENT_TITLE, FALSE);
  assert_missing (order, CW_ELEMENT_POSITIONS, TRUE);
  assert_missing (order, CW_ELEMENT_MARK_WORD, TRUE);
  assert_missing (letter, CW_ELEMENT_PRINTING_OFFICE, FALSE);
  g_assert_cmpint (cw_document_get_need (letter, CW_ELEMENT_MARK_WORD), ==, CW_NEED_NONE);
  g_assert_cmpint (cw_document_get_need (letter, CW_ELEMENT_PRINTING_DATE), ==, CW_NEED_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/printed-text/number", test_number);
  g_test_add_func ("/document/printed-text/attachment-label", test_attachment_label);
  g_test_add_func ("/document/printed-text/attachment-names", test_attachment_names);
  g_test_add_func ("/document/needs/missing", test_missing);
  g_test_add_func ("/document/needs/placeholders", test_missing_placeholders);
  g_test_add_func ("/document/needs/kinds", test_needs);
  return g_test_run ();
}
