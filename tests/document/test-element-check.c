/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/elements/cw-element-check.h"
#include "document/elements/cw-paper-date.h"

typedef struct
{
  CwKind kind;
  CwElement element;
  const char *text;
} Entry;

/* Right as they are, and tidy. */
static const Entry good[] = {
  { CW_KIND_NOTICE, CW_ELEMENT_COPY_NUMBER, "000001" },
  { CW_KIND_NOTICE, CW_ELEMENT_CLASSIFICATION, "机密" },
  { CW_KIND_NOTICE, CW_ELEMENT_URGENCY, "特急" },
  { CW_KIND_NOTICE, CW_ELEMENT_ISSUERS, "甲县人民政府\n乙县人民政府" },
  { CW_KIND_NOTICE, CW_ELEMENT_MARK_WORD, "文件" },
  { CW_KIND_ORDER, CW_ELEMENT_MARK_WORD, "令" },
  { CW_KIND_MINUTES, CW_ELEMENT_MARK_WORD, "常务会议纪要" },
  { CW_KIND_NOTICE, CW_ELEMENT_NUMBER_CODE, "甲政发" },
  { CW_KIND_NOTICE, CW_ELEMENT_NUMBER_YEAR, "2024" },
  { CW_KIND_NOTICE, CW_ELEMENT_NUMBER_SERIAL, "10" },
  { CW_KIND_ORDER, CW_ELEMENT_NUMBER_SERIAL, "12" },
  { CW_KIND_BULLETIN, CW_ELEMENT_NUMBER_SERIAL, "第3期（总第15期）" },
  { CW_KIND_REPORT, CW_ELEMENT_SIGNERS, "张　三\n欧阳四" },
  { CW_KIND_NOTICE, CW_ELEMENT_TITLE, "关于印发《办法（试行）》的通知" },
  { CW_KIND_SUMMARY, CW_ELEMENT_TITLE, "我们做了什么？" },
  { CW_KIND_NOTICE, CW_ELEMENT_ADDRESSEES, "各乡镇人民政府，县政府各部门：" },
  { CW_KIND_REPORT, CW_ELEMENT_ADDRESSEES, "甲市人民政府：" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "2024年7月1日" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "2024年2月29日" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "2024年　月　日" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "202X年X月X日" },
  { CW_KIND_NOTICE, CW_ELEMENT_NOTE, "此件公开发布" },
  { CW_KIND_NOTICE, CW_ELEMENT_NOTE, "（此件公开发布）" },
  { CW_KIND_REQUEST, CW_ELEMENT_NOTE, "（联系人：张三，电话：0571-5550100）" },
  { CW_KIND_REQUEST, CW_ELEMENT_NOTE, "（联系人：XXX，电话：XXXXXXXX）" },
  { CW_KIND_MINUTES, CW_ELEMENT_ATTENDEES, "张三、李四" },
  { CW_KIND_NOTICE, CW_ELEMENT_COPY_RECIPIENTS, "县委办公室，县人大常委会办公室。" },
  { CW_KIND_NOTICE, CW_ELEMENT_PRINTING_OFFICE, "甲县人民政府办公室" },
  { CW_KIND_NOTICE, CW_ELEMENT_COPIES, "30" },
  { CW_KIND_NOTICE, CW_ELEMENT_COPIES, "" },
  /* what the paper does not have is not looked at */
  { CW_KIND_SUMMARY, CW_ELEMENT_COPY_NUMBER, "abc" },
};

static const Entry bad[] = {
  { CW_KIND_NOTICE, CW_ELEMENT_COPY_NUMBER, "1" },
  { CW_KIND_NOTICE, CW_ELEMENT_COPY_NUMBER, "0000001" },
  { CW_KIND_NOTICE, CW_ELEMENT_COPY_NUMBER, "000000" },
  { CW_KIND_NOTICE, CW_ELEMENT_COPY_NUMBER, "00000a" },
  { CW_KIND_NOTICE, CW_ELEMENT_CLASSIFICATION, "机密★1年" },
  { CW_KIND_NOTICE, CW_ELEMENT_CLASSIFICATION, "内部" },
  { CW_KIND_NOTICE, CW_ELEMENT_CLASSIFICATION_PERIOD, "一年" },
  { CW_KIND_NOTICE, CW_ELEMENT_CLASSIFICATION_PERIOD, "1年" }, /* of what? */
  { CW_KIND_NOTICE, CW_ELEMENT_URGENCY, "紧急" },
  { CW_KIND_NOTICE, CW_ELEMENT_ISSUERS, "甲县人民政府文件" },
  { CW_KIND_NOTICE, CW_ELEMENT_ISSUERS, "甲县人民政府、乙县人民政府" },
  { CW_KIND_ORDER, CW_ELEMENT_MARK_WORD, "文件" },
  { CW_KIND_MINUTES, CW_ELEMENT_MARK_WORD, "文件" },
  { CW_KIND_NOTICE, CW_ELEMENT_NUMBER_CODE, "甲政发〔2024〕" },
  { CW_KIND_NOTICE, CW_ELEMENT_NUMBER_CODE, "甲政 发" },
  { CW_KIND_NOTICE, CW_ELEMENT_NUMBER_YEAR, "24" },
  { CW_KIND_NOTICE, CW_ELEMENT_NUMBER_YEAR, "〔2024〕" },
  { CW_KIND_ORDER, CW_ELEMENT_NUMBER_SERIAL, "十二" },
  { CW_KIND_REPORT, CW_ELEMENT_SIGNERS, "签发人：张三" },
  { CW_KIND_REPORT, CW_ELEMENT_SIGNERS, "张三、李四" },
  { CW_KIND_NOTICE, CW_ELEMENT_TITLE, "关于某事的通知。" },
  { CW_KIND_RESOLUTION, CW_ELEMENT_SUBTITLE, "2024年7月1日会议通过" },
  { CW_KIND_REPORT, CW_ELEMENT_ADDRESSEES, "甲市人民政府、乙市人民政府：" },
  { CW_KIND_REQUEST, CW_ELEMENT_ADDRESSEES, "甲市人民政府：\n乙市人民政府：" },
  { CW_KIND_NOTICE, CW_ELEMENT_ADDRESSEES, "各乡镇人民政府。" },
  { CW_KIND_NOTICE, CW_ELEMENT_SIGNATORY, "甲县人民政府。" },
  { CW_KIND_ORDER, CW_ELEMENT_POSITIONS, "县长\n局长" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "2024年07月01日" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "2024-7-1" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "二〇二四年七月一日" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "2023年2月29日" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "2024年13月1日" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "24年7月1日" },
  { CW_KIND_NOTICE, CW_ELEMENT_DATE, "2024年7月1日\n某地" },
  { CW_KIND_NOTICE, CW_ELEMENT_NOTE, "（（此件公开发布））" },
  { CW_KIND_NOTICE, CW_ELEMENT_NOTE, "（此件公开发布" },
  { CW_KIND_REQUEST, CW_ELEMENT_NOTE, "（此件公开发布）" },
  { CW_KIND_MINUTES, CW_ELEMENT_ATTENDEES, "出席：张三" },
  { CW_KIND_NOTICE, CW_ELEMENT_COPY_RECIPIENTS, "抄送：县委办公室。" },
  { CW_KIND_NOTICE, CW_ELEMENT_PRINTING_OFFICE, "甲县人民政府办公室印发" },
  { CW_KIND_NOTICE, CW_ELEMENT_PRINTING_DATE, "2024年6月30日" }, /* the day before it was signed */
  { CW_KIND_NOTICE, CW_ELEMENT_COPIES, "30份" },
  { CW_KIND_NOTICE, CW_ELEMENT_COPIES, "0" },
};

static CwDocument *
paper (CwKind kind)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("T:题\nP:文\nS:局\nD:2024年7月1日");

  return cw_test_document_with (plain, kind, CW_ELEMENT_NUMBER_CODE, kind == CW_KIND_NOTICE ? "甲" : NULL);
}

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (CwDocument) document = paper (good[i].kind);
      g_autofree char *mistake = cw_element_check (good[i].element, good[i].text, document);
      g_autofree char *tidy = cw_element_tidy (good[i].element, good[i].text);

      g_test_message ("%s %s", cw_element_get_id (good[i].element), good[i].text);
      g_assert_cmpstr (mistake, ==, NULL);
      g_assert_cmpstr (tidy, ==, good[i].text);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (CwDocument) document = paper (bad[i].kind);
      g_autofree char *mistake = cw_element_check (bad[i].element, bad[i].text, document);

      g_test_message ("%s %s", cw_element_get_id (bad[i].element), bad[i].text);
      g_assert_nonnull (mistake);
      g_assert_cmpuint (strlen (mistake), >, 20);
    }
}

/* A serial number of a paper with a code and of one that counts by itself (R43, R129). */
static void
test_serial (void)
{
  g_autoptr (CwDocument) notice = paper (CW_KIND_NOTICE);
  g_autofree char *zero = cw_element_check (CW_ELEMENT_NUMBER_SERIAL, "05", notice);
  g_autofree char *words = cw_element_check (CW_ELEMENT_NUMBER_SERIAL, "第5号", notice);

  g_assert_nonnull (zero);
  g_assert_nonnull (words);
  g_assert_cmpstr (zero, !=, words);
}

/* --- repairs ----------------------------------------------------------------------------------- */

static void
test_tidy (void)
{
  static const struct
  {
    CwElement element;
    const char *text, *tidy;
  } rows[] = {
    { CW_ELEMENT_COPY_NUMBER, "１２", "000012" },
    { CW_ELEMENT_COPY_NUMBER, " 份号：7 ", "000007" },
    { CW_ELEMENT_COPY_NUMBER, "12a", "12a" },
    { CW_ELEMENT_CLASSIFICATION, "秘　密", "秘密" },
    { CW_ELEMENT_CLASSIFICATION_PERIOD, "★一年", "1年" },
    { CW_ELEMENT_CLASSIFICATION_PERIOD, "２０ 年", "20年" },
    { CW_ELEMENT_URGENCY, "特 急", "特急" },
    { CW_ELEMENT_NUMBER_CODE, "国发〔", "国发" },
    { CW_ELEMENT_NUMBER_YEAR, "[2024]", "2024" },
    { CW_ELEMENT_NUMBER_YEAR, "〔２０２４〕", "2024" },
    { CW_ELEMENT_NUMBER_SERIAL, "第05号", "5" },
    { CW_ELEMENT_NUMBER_SERIAL, "1０", "10" },
    { CW_ELEMENT_NUMBER_SERIAL, "第03期", "第3期" },
    { CW_ELEMENT_SIGNERS, "签发人：张三、李四", "张三\n李四" },
    { CW_ELEMENT_TITLE, "关于某事的通知。", "关于某事的通知" },
    { CW_ELEMENT_TITLE, "  关于某事\n 的通知 ", "关于某事\n的通知" },
    { CW_ELEMENT_ADDRESSEES, "各乡镇, 县直各部门:", "各乡镇，县直各部门：" },
    { CW_ELEMENT_DATE, "2024-7-1", "2024年7月1日" },
    { CW_ELEMENT_DATE, "2024/07/01", "2024年7月1日" },
    { CW_ELEMENT_DATE, "２０２４．１２．３１", "2024年12月31日" },
    { CW_ELEMENT_DATE, " 2024 年 07 月 01 日 ", "2024年7月1日" },
    { CW_ELEMENT_DATE, "二〇二四年七月一日", "2024年7月1日" },
    { CW_ELEMENT_DATE, "二○二四年十二月三十一日", "2024年12月31日" },
    { CW_ELEMENT_DATE, "二〇二四年十月二十日", "2024年10月20日" },
    { CW_ELEMENT_DATE, "二〇二四年十一月十五日", "2024年11月15日" },
    { CW_ELEMENT_DATE, "2023-2-29", "2023-2-29" },
    { CW_ELEMENT_DATE, "某日", "某日" },
    { CW_ELEMENT_PRINTING_DATE, "2024年7月2日印发", "2024年7月2日" },
    { CW_ELEMENT_NOTE, "(此件公开发布)", "（此件公开发布）" },
    { CW_ELEMENT_NOTE, "（（此件公开发布））", "（此件公开发布）" },
    { CW_ELEMENT_NOTE, "（一）和（二）", "（一）和（二）" },
    { CW_ELEMENT_COPY_RECIPIENTS, "抄送：县委办,县人大办。", "县委办，县人大办。" },
    { CW_ELEMENT_PRINTING_OFFICE, "甲县人民政府办公室 印发", "甲县人民政府办公室" },
    { CW_ELEMENT_COPIES, "共印３０份", "30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tidy = cw_element_tidy (rows[i].element, rows[i].text);
      g_autofree char *again = cw_element_tidy (rows[i].element, tidy);

      g_assert_cmpstr (tidy, ==, rows[i].tidy);
      g_assert_cmpstr (again, ==, tidy);
    }
}

/* Any text at all: no crash, valid, and tidy the second time too. */
static void
test_tidy_anything (void)
{
  static const char *const pieces[] = { "（", "）", "(", "第", "0", "5", "号", "★", "一", "十", "年", "月", "日", "-",
                                        "\n", "　", " ", "、", ",", "抄送：", "印发", "〔", "〕", "共印", "份", "é", "𠀀" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  g_autoptr (CwDocument) document = paper (CW_KIND_NOTICE);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      CwElement element = g_rand_int_range (rand, 0, CW_N_ELEMENTS);
      g_autofree char *tidy = NULL, *mistake = NULL;

      if (element == CW_N_FLOW_ELEMENTS)
        continue;
      for (guint n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      tidy = cw_element_tidy (element, text->str);
      mistake = cw_element_check (element, text->str, document);
      g_assert_true (g_utf8_validate (tidy, -1, NULL));
    }
}

static void
test_date (void)
{
  GDate date;

  g_assert_true (cw_paper_date_parse ("2024年12月31日", &date));
  g_assert_cmpint (g_date_get_month (&date), ==, 12);
  g_assert_false (cw_paper_date_parse ("2024年4月31日", &date));
  g_assert_false (cw_paper_date_parse ("2024年4月3日 ", &date));
  g_assert_true (cw_paper_date_is_open ("　　年　月　日"));
  g_assert_true (cw_paper_date_is_open ("2024年7月　日"));
  g_assert_false (cw_paper_date_is_open ("2024年7月1日"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/element-check/good", test_good);
  g_test_add_func ("/document/element-check/bad", test_bad);
  g_test_add_func ("/document/element-check/serial", test_serial);
  g_test_add_func ("/document/element-check/tidy", test_tidy);
  g_test_add_func ("/document/element-check/tidy-anything", test_tidy_anything);
  g_test_add_func ("/document/element-check/date", test_date);
  return g_test_run ();
}
