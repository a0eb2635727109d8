/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "cw-test.h"
#include "document/cw-numbering.h"
#include "formats/reading/cw-import.h"
#include "formats/files/cw-file-error.h"

/* --- structure: a text and, in the notation of cw-test.h, what it says ----------------------- */

typedef struct
{
  const char *name;
  const char *text;
  const char *document;
} Case;

static const Case CASES[] = {
  /* title */
  { "title", "县教育局2024年工作总结\n正文。", "T:县教育局2024年工作总结\nP:正文。" },
  { "title-only", "工作总结", "T:工作总结\nP:" },
  { "title-repeated", "工作总结\n工作总结\n正文。", "T:工作总结\nP:正文。" },
  { "title-repeated-twice", "工作总结\n\n 工作总结\n工作总结 \n正文。", "T:工作总结\nP:正文。" },
  { "title-repeated-with-blanks", "2024年 工作总结\n2024年工作总结\n正文。",
    "T:2024年 工作总结\nP:正文。" },
  { "title-two-lines", "中共云陵县教育局党组\n关于2024年党建工作总结的报告\n正文。",
    "T:中共云陵县教育局党组\nT:关于2024年党建工作总结的报告\nP:正文。" },
  { "title-two-lines-repeated",
    "中共云陵县教育局党组\n关于党建工作的报告\n中共云陵县教育局党组关于党建工作的报告\n正文。",
    "T:中共云陵县教育局党组\nT:关于党建工作的报告\nP:正文。" },
  { "title-trial", "云陵县教育局考勤办法（试行）\n第一条 为了。",
    "T:云陵县教育局考勤办法（试行）\nP:第一条 为了。" },
  { "no-title", "一、总体情况\n正文。", "1:总体情况\nP:正文。" },
  { "no-title-sentence", "今年以来，我局认真落实。\n下一段。",
    "P:今年以来，我局认真落实。\nP:下一段。" },
  /* subtitle */
  { "subtitle-dash", "坚持党建引领 办好人民教育\n——云陵县教育局2024年工作总结\n正文。",
    "T:坚持党建引领 办好人民教育\nU:——云陵县教育局2024年工作总结\nP:正文。" },
  { "title-long",
    "在全县教育系统深入学习贯彻党的二十届三中全会精神动员大会暨二〇二四年春季学期教育教学和"
    "校园安全稳定工作部署会议上的讲话提纲（征求意见稿）\n正文。",
    "T:在全县教育系统深入学习贯彻党的二十届三中全会精神动员大会暨二〇二四年春季学期教育教学和"
    "校园安全稳定工作部署会议上的讲话提纲（征求意见稿）\nP:正文。" },
  { "subtitle-date", "在全县教育大会上的讲话\n（2024年12月20日）\n同志们：\n正文。",
    "T:在全县教育大会上的讲话\nU:（2024年12月20日）\nA:同志们：\nP:正文。" },
  { "subtitle-unit-and-date", "2024年工作总结\n云陵县教育局\n（2024年12月20日）\n正文。",
    "T:2024年工作总结\nU:云陵县教育局\nU:（2024年12月20日）\nP:正文。" },
  { "subtitle-speaker", "在全县教育大会上的讲话\n局长 马龚䶮\n（2024年12月20日）\n正文。",
    "T:在全县教育大会上的讲话\nU:局长 马龚䶮\nU:（2024年12月20日）\nP:正文。" },
  { "subtitle-draft", "工作要点\n（征求意见稿）\n正文。",
    "T:工作要点\nU:（征求意见稿）\nP:正文。" },
  { "subtitle-not", "工作总结\n（一）坚持规范。\n正文。", "T:工作总结\n2:坚持规范。\nP:正文。" },
  /* addressees */
  { "addressees", "通知\n各区县教育局：\n正文。", "T:通知\nA:各区县教育局：\nP:正文。" },
  { "addressees-half-width", "通知\n各区、县教育局,局属各单位:\n正文。",
    "T:通知\nA:各区、县教育局，局属各单位：\nP:正文。" },
  { "addressees-in-brackets", "通知\n各县直学校，各民办学校（幼儿园）：\n正文。",
    "T:通知\nA:各县直学校，各民办学校（幼儿园）：\nP:正文。" },
  { "form-of-address", "讲话\n各位领导、同志们：\n正文。",
    "T:讲话\nA:各位领导、同志们：\nP:正文。" },
  { "lead-is-no-addressee", "总结\n现将有关情况总结如下：\n一、情况",
    "T:总结\nP:现将有关情况总结如下：\n1:情况" },
  { "lead-of-one-word", "总结\n主要做法：\n一、情况", "T:总结\nP:主要做法：\n1:情况" },
  { "lead-to-units", "总结\n现将名单通报各单位：\n正文。",
    "T:总结\nP:现将名单通报各单位：\nP:正文。" },
  /* headings */
  { "levels", "总结\n一、甲\n（一）乙\n1.丙\n（1）丁", "T:总结\n1:甲\n2:乙\n3:丙\n4:丁" },
  { "levels-other-signs", "总结\n一、甲\n(一)乙\n1．丙\n2、丙\n(1)丁\n(２)丁",
    "T:总结\n1:甲\n2:乙\n3:丙\n3:丙\n4:丁\n4:丁" },
  { "level-2-with-comma", "总结\n一、甲\n（一）、乙", "T:总结\n1:甲\n2:乙" },
  { "two-levels", "总结\n一、甲\n1.乙\n2.丙\n二、丁\n1.戊",
    "T:总结\n1:甲\n3:乙\n3:丙\n1:丁\n3:戊" },
  { "run-in", "总结\n（一）坚持规范。一是，学习。", "T:总结\n2:坚持规范。一是，学习。" },
  { "indented", "总结\n　　一、甲\n\t（一） 乙\n    正文。", "T:总结\n1:甲\n2:乙\nP:正文。" },
  { "numbered-paragraph", "总结\n1.组织学习5次，覆盖全体党员；\n2.开展活动3次。",
    "T:总结\n3:组织学习5次，覆盖全体党员；\n3:开展活动3次。" },
  { "numbers-in-text", "总结\n一是学习。\n第一，学习。\n1.5万名。\n2024年以来。",
    "T:总结\nP:一是学习。\nP:第一，学习。\nP:1.5万名。\nP:2024年以来。" },
  { "list-is-no-heading", "总结\n一、二年级学生参加了活动，效果良好。\n1、2号楼已完工。",
    "T:总结\nP:一、二年级学生参加了活动，效果良好。\nP:1、2号楼已完工。" },
  { "heading-starts-with-numeral", "总结\n一、开头\n二、三季度工作打算\n三、四季度安排",
    "T:总结\n1:开头\n1:三季度工作打算\n1:四季度安排" },
  { "heading-starts-with-year", "总结\n1.2023年工作回顾\n2.2024年工作打算",
    "T:总结\n3:2023年工作回顾\n3:2024年工作打算" },
  { "attachments", "通知\n正文。\n附件：1.名单\n2.方案\n云陵县教育局\n2024年9月30日",
    "T:通知\nP:正文。\nP:附件：1.名单\nP:2.方案\nS:云陵县教育局\nD:2024年9月30日" },
  /* signatory and date */
  { "signed", "总结\n正文。\n云陵县教育局\n2024年9月30日",
    "T:总结\nP:正文。\nS:云陵县教育局\nD:2024年9月30日" },
  { "signed-right",
    "总结\n正文。\n                    办公室主任王堃\n                    2024年9月30日",
    "T:总结\nP:正文。\nS:办公室主任王堃\nD:2024年9月30日" },
  { "signed-chinese-date", "总结\n正文。\n云陵县教育局\n二〇二四年九月三十日",
    "T:总结\nP:正文。\nS:云陵县教育局\nD:二〇二四年九月三十日" },
  { "signed-open-date", "总结\n正文。\n云陵县教育局\n2024年X月X日",
    "T:总结\nP:正文。\nS:云陵县教育局\nD:2024年X月X日" },
  { "signed-blank-date", "总结\n正文。\n云陵县教育局\n2024年　月　日",
    "T:总结\nP:正文。\nS:云陵县教育局\nD:2024年　月　日" },
  { "signed-spaced-date", "总结\n正文。\n云陵县教育局\n2024 年 9 月 30 日",
    "T:总结\nP:正文。\nS:云陵县教育局\nD:2024年9月30日" },
  { "signed-one-line", "总结\n正文。\n　　　　　　　　云陵县教育局　2024年9月30日",
    "T:总结\nP:正文。\nS:云陵县教育局\nD:2024年9月30日" },
  { "signed-jointly", "通知\n正文。\n云陵县教育局\n云陵县财政局\n2024年9月30日",
    "T:通知\nP:正文。\nS:云陵县教育局\nS:云陵县财政局\nD:2024年9月30日" },
  { "signed-by-person", "述职报告\n正文。\n述职人：王　堃\n2024年9月30日",
    "T:述职报告\nP:正文。\nS:述职人：王　堃\nD:2024年9月30日" },
  { "date-only", "总结\n正文。\n2024年9月30日", "T:总结\nP:正文。\nD:2024年9月30日" },
  { "signatory-only", "总结\n正文。\n　　　　　　　　　　　　云陵县教育局",
    "T:总结\nP:正文。\nS:云陵县教育局" },
  { "not-signed", "总结\n正文。\n会议于2024年9月30日召开",
    "T:总结\nP:正文。\nP:会议于2024年9月30日召开" },
  { "heading-does-not-sign", "总结\n一、成立办公室\n2024年9月30日",
    "T:总结\n1:成立办公室\nD:2024年9月30日" },
  { "note-after-date", "通知\n正文。\n云陵县教育局\n2024年9月30日\n（此件公开发布）",
    "T:通知\nP:正文。\nS:云陵县教育局\nD:2024年9月30日\nN:（此件公开发布）" },
  { "note-half-width", "通知\n正文。\n2024年9月30日\n(联系人：王堃)",
    "T:通知\nP:正文。\nD:2024年9月30日\nN:（联系人：王堃）" },
  { "note-not-without-date", "通知\n正文。\n（此件公开发布）", "T:通知\nP:正文。\nP:（此件公开发布）" },
  { "note-not-numbered", "通知\n正文。\n2024年9月30日\n（一）（二）",
    "T:通知\nP:正文。\nP:2024年9月30日\n2:（二）" },
  /* attachments */
  { "attachment", "通知\n正文。\n云陵县教育局\n2024年9月30日\n附件\n重点任务清单\n一、任务\n内容。",
    "T:通知\nP:正文。\nS:云陵县教育局\nD:2024年9月30日\nF:重点任务清单\n1:任务\nP:内容。" },
  { "attachments-with-list",
    "通知\n一、正文\n附件：1.名单\n2.方案\n云陵县教育局\n2024年9月30日\n（此件公开发布）\n附件1\n名单\n一、甲\n附件2\n"
    "方案\n一、乙",
    "T:通知\n1:正文\nS:云陵县教育局\nD:2024年9月30日\nN:（此件公开发布）\nF:名单\n1:甲\nF:方案\n1:乙" },
  { "attachments-other-list", "通知\n正文。\n附件：1.名单\n2.方案\n2024年9月30日\n附件1\n名单\n甲。",
    "T:通知\nP:正文。\nP:附件：1.名单\nP:2.方案\nD:2024年9月30日\nF:名单\nP:甲。" },
  { "attachment-with-name", "通知\n正文。\n2024年9月30日\n附件：名单\n甲。\n附件2：方案\n乙。",
    "T:通知\nP:正文。\nD:2024年9月30日\nF:名单\nP:甲。\nF:方案\nP:乙。" },
  { "attachment-without-title", "通知\n正文。\n附件1\n这一句话太长，不是题目。\n附件2\n表\n乙。",
    "T:通知\nP:正文。\nF:\nP:这一句话太长，不是题目。\nF:表\nP:乙。" },
  { "attachment-is-no-list", "通知\n正文。\n附件：\n1.名单\n2.方案\n云陵县教育局\n2024年9月30日",
    "T:通知\nP:正文。\nP:附件：\nP:1.名单\nP:2.方案\nS:云陵县教育局\nD:2024年9月30日" },
  { "attachment-in-text", "通知\n附件1列出了任务。\n见附件\n正文。",
    "T:通知\nP:附件1列出了任务。\nP:见附件\nP:正文。" },
  /* tables */
  { "table", "总结\n情况如下：\n项目\t数量\n 桌子\t3\n椅子\t\n完毕。",
    "T:总结\nP:情况如下：\nG:|项目;数量|桌子;3|椅子;\nP:完毕。" },
  { "table-of-three-columns", "总结\n正文。\n序号\t姓名\t单位\r\n1\t王堃\t县教育局\r\n\t马龚䶮\t\r\n完。",
    "T:总结\nP:正文。\nG:|序号;姓名;单位|1;王堃;县教育局|;马龚䶮;\nP:完。" },
  { "table-first", "项目\t数量\n桌子\t3", "G:|项目;数量|桌子;3" },
  { "table-in-attachment", "通知\n正文。\n2024年9月30日\n附件\n名单\n姓名\t单位\n王堃\t局办",
    "T:通知\nP:正文。\nD:2024年9月30日\nF:名单\nG:|姓名;单位|王堃;局办" },
  { "no-table-of-one-line", "总结\n甲\t乙\n丙。", "T:总结\nP:甲 乙\nP:丙。" },
  { "no-table-other-counts", "总结\n甲\t乙\n丙\t丁\t戊", "T:总结\nP:甲 乙\nP:丙 丁 戊" },
  { "no-table-apart", "总结\n甲\t乙\n\n丙\t丁", "T:总结\nP:甲 乙\nP:丙 丁" },
  { "no-table-headings", "总结\n一、\t甲\n二、\t乙", "T:总结\n1:甲\n1:乙" },
  { "no-table-contents", "总结\n一、甲\t1\n二、乙\t3", "T:总结\n1:甲 1\n1:乙 3" },
  { "no-table-blanks", "总结\n甲    乙\n丙    丁", "T:总结\nP:甲 乙\nP:丙 丁" },
  { "no-table-indents", "总结\n\t\t甲。\n\t\t乙。", "T:总结\nP:甲。\nP:乙。" },
  /* lines */
  { "crlf", "总结\r\n一、甲\r\n正文。\r\n", "T:总结\n1:甲\nP:正文。" },
  { "cr", "总结\r一、甲\r正文。", "T:总结\n1:甲\nP:正文。" },
  { "other-line-ends", "总结\xe2\x80\xa8一、甲\xe2\x80\xa9乙。\v丙。\f丁。\xc2\x85戊。",
    "T:总结\n1:甲\nP:乙。\nP:丙。\nP:丁。\nP:戊。" },
  { "blanks", "总结\n\n \t\n　　甲。\xc2\xa0\xc2\xa0\n\n\n", "T:总结\nP:甲。" },
  { "blanks-within", "总结\n甲\t乙  丙\xc2\xa0丁　戊　　己。",
    "T:总结\nP:甲 乙 丙 丁　戊　　己。" },
  { "invisible", "总\xe2\x80\x8b结\n\xef\xbb\xbf甲\xe2\x80\xae乙\xc2\xad丙\x01丁。",
    "T:总结\nP:甲乙丙丁。" },
  { "variant-selector", "总结\n葛\xf3\xa0\x84\x80城。", "T:总结\nP:葛\xf3\xa0\x84\x80城。" },
  { "markdown-stays", "总结\n# 标题\n**重点**。", "T:总结\nP:# 标题\nP:**重点**。" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CwImport) import = cw_import_text (c->text);

  cw_test_assert_document (import->document, c->document);
}

/* --- what is noted --------------------------------------------------------------------------- */

static const CwChange *
find_change (CwImport *import, CwChangeKind kind)
{
  for (guint i = 0; i < import->changes->len; i++)
    {
      const CwChange *change = g_ptr_array_index (import->changes, i);

      if (change->kind == kind)
        return change;
    }
  return NULL;
}

static void
assert_change (CwImport *import,
               CwChangeKind kind,
               guint line,
               const char *before,
               const char *after)
{
  const CwChange *change = find_change (import, kind);

  g_assert_nonnull (change);
  g_assert_cmpuint (change->line, ==, line);
  g_assert_cmpstr (change->before, ==, before);
  g_assert_cmpstr (change->after, ==, after);
}

/* --- masthead and colophon ------------------------------------------------------------------- */

static void
assert_element (CwImport *import, CwElement element, const char *expected)
{
  CwText *text = cw_document_get_element (import->document, element);

  g_assert_cmpstr (text != NULL ? cw_text_get_string (text) : NULL, ==, expected);
}

static void
test_furniture (void)
{
  g_autoptr (CwImport) import = cw_import_text (
      "000003\n机密★1年\n特急\n云陵县教育局文件\n云教发[2024]5号　签发人：王堃\n关于校园安全的请示\n县人民政府：\n"
      "正文。\n云陵县教育局\n2024年9月30日\n抄送：县委办,县财政局。\n云陵县教育局办公室　2024年10月8日印发\n共印30份");
  const CwForm *form = cw_document_get_form (import->document);

  cw_test_assert_document (import->document, "T:关于校园安全的请示\nA:县人民政府：\nP:正文。\nS:云陵县教育局\n"
                                             "D:2024年9月30日");
  assert_element (import, CW_ELEMENT_COPY_NUMBER, "000003");
  assert_element (import, CW_ELEMENT_CLASSIFICATION, "机密");
  assert_element (import, CW_ELEMENT_CLASSIFICATION_PERIOD, "1年");
  assert_element (import, CW_ELEMENT_URGENCY, "特急");
  assert_element (import, CW_ELEMENT_ISSUERS, "云陵县教育局");
  assert_element (import, CW_ELEMENT_MARK_WORD, "文件");
  assert_element (import, CW_ELEMENT_NUMBER_CODE, "云教发");
  assert_element (import, CW_ELEMENT_NUMBER_YEAR, "2024");
  assert_element (import, CW_ELEMENT_NUMBER_SERIAL, "5");
  assert_element (import, CW_ELEMENT_SIGNERS, "王堃");
  assert_element (import, CW_ELEMENT_COPY_RECIPIENTS, "县委办，县财政局。");
  assert_element (import, CW_ELEMENT_PRINTING_OFFICE, "云陵县教育局办公室");
  assert_element (import, CW_ELEMENT_PRINTING_DATE, "2024年10月8日");
  assert_element (import, CW_ELEMENT_COPIES, "30");
  g_assert_cmpint (form->kind, ==, CW_KIND_REQUEST);
  g_assert_cmpint (form->format, ==, CW_FORMAT_GENERAL);
  g_assert_true (cw_form_equal (form, cw_document_get_form (import->as_typed)));
}

static void
test_letter_number (void)
{
  g_autoptr (CwImport) import = cw_import_text ("云教函〔2024〕　号\n关于商请支持的函\n县财政局：\n正文。");

  cw_test_assert_document (import->document, "T:关于商请支持的函\nA:县财政局：\nP:正文。");
  assert_element (import, CW_ELEMENT_NUMBER_CODE, "云教函");
  assert_element (import, CW_ELEMENT_NUMBER_SERIAL, NULL);
  g_assert_cmpint (cw_document_get_form (import->document)->format, ==, CW_FORMAT_LETTER);
}

/* What only looks like it stays text, and a working paper stays one. */
static void
test_no_furniture (void)
{
  static const char *const texts[][2] = {
    { "学习文件\n正文。", "T:学习文件\nP:正文。" },
    { "000001\n正文。", "T:000001\nP:正文。" },
    { "工作总结\n抄送单位要加强学习。", "T:工作总结\nP:抄送单位要加强学习。" },
    { "工作总结\n根据云教发〔2024〕5号文件要求，落实工作。", "T:工作总结\nP:根据云教发〔2024〕5号文件要求，落实工作。" },
    { "工作总结\n机密工作抓得紧。", "T:工作总结\nP:机密工作抓得紧。" },
    { "工作总结\n文件于2024年9月30日印发", "T:工作总结\nP:文件于2024年9月30日印发" },
    { "工作总结\n正文。\n签发人：王堃", "T:工作总结\nP:正文。\nP:签发人：王堃" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CwImport) import = cw_import_text (texts[i][0]);

      cw_test_assert_document (import->document, texts[i][1]);
      g_assert_true (cw_form_equal (cw_document_get_form (import->document), &cw_form_default));
    }
}

static void
test_list_taken (void)
{
  g_autoptr (CwImport) import = cw_import_text ("通知\n正文。\n附件：名单\n2024年9月30日\n附件\n名单\n甲。");

  cw_test_assert_document (import->document, "T:通知\nP:正文。\nD:2024年9月30日\nF:名单\nP:甲。");
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_LIST_TAKEN), ==, 1);
  assert_change (import, CW_CHANGE_LIST_TAKEN, 3, "附件：名单", "");
}

static void
test_number_taken (void)
{
  g_autoptr (CwImport) import = cw_import_text ("总结\n一、甲\n(一)乙");

  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_NUMBER_TAKEN), ==, 2);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_NUMBER_WRONG), ==, 0);
  assert_change (import, CW_CHANGE_NUMBER_TAKEN, 2, "一、甲", "甲");
}

static void
test_number_wrong (void)
{
  g_autoptr (CwImport) import
      = cw_import_text ("总结\n一、甲\n（一）乙\n三、丙\n（一）丁\n（三）戊");

  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_NUMBER_WRONG), ==, 2);
  assert_change (import, CW_CHANGE_NUMBER_WRONG, 4, "三、丙", "二、丙");
}

static void
test_repeated_title (void)
{
  g_autoptr (CwImport) import = cw_import_text ("工作总结\n\n工作总结\n正文。");

  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_REPEATED_TITLE), ==, 1);
  assert_change (import, CW_CHANGE_REPEATED_TITLE, 3, "工作总结", "");
}

static void
test_spaces (void)
{
  g_autoptr (CwImport) import = cw_import_text ("总结\n\n\n　　正文。");

  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_SPACES), ==, 2);
  assert_change (import, CW_CHANGE_SPACES, 2, "¶¶", "");
}

static void
test_invalid (void)
{
  static const char DAMAGED[] = "工作总结\n各项工\xe4\xbd作有序推进。";
  g_autoptr (GBytes) bytes = g_bytes_new (DAMAGED, sizeof DAMAGED - 1);
  g_autoptr (CwImport) damaged = cw_import_bytes (bytes, NULL);
  g_autoptr (CwImport) controls = cw_import_text ("总结\n甲\x01乙。");
  g_autoptr (CwImport) on_purpose = cw_import_text ("总结\n甲\xef\xbf\xbd乙。");

  g_assert_cmpuint (cw_import_count (damaged, CW_CHANGE_INVALID_CHARACTER), ==, 1);
  assert_change (damaged, CW_CHANGE_INVALID_CHARACTER, 2, "各项工[?]作有序推进。",
                 "各项工\xef\xbf\xbd作有序推进。");
  assert_change (controls, CW_CHANGE_INVALID_CHARACTER, 2, "甲[U+0001]乙。", "甲乙。");
  g_assert_cmpuint (cw_import_count (on_purpose, CW_CHANGE_INVALID_CHARACTER), ==, 0);
}

static void
test_order (void)
{
  g_autoptr (CwImport) import = cw_import_text ("总结\n总结\n　　一、甲,乙\n\n　　丙;丁\n");
  guint line = 0;

  g_assert_cmpuint (import->changes->len, ==, 7);
  for (guint i = 0; i < import->changes->len; i++)
    {
      const CwChange *change = g_ptr_array_index (import->changes, i);

      g_assert_cmpuint (change->line, >=, line);
      line = change->line;
    }
}

static void
test_as_typed (void)
{
  g_autoptr (CwImport) import = cw_import_text ("总结\n　　一、甲,\"乙\"\n丙。\n");

  cw_test_assert_document (import->as_typed, "T:总结\n1:甲,\"乙\"\nP:丙。");
  cw_test_assert_document (import->document, "T:总结\n1:甲，“乙”\nP:丙。");
  g_assert_true (cw_document_get_block (import->as_typed, 1)
                 == cw_document_get_block (import->document, 1));
}

static void
test_describe (void)
{
  g_autoptr (CwImport) import = cw_import_text ("总结\n一、甲,乙\n丙,丁");
  g_auto (GStrv) lines = cw_import_describe (import);
  g_autoptr (CwImport) clean = cw_import_text ("总结\n丙，丁");
  g_auto (GStrv) nothing = cw_import_describe (clean);

  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_cmpstr (lines[0], ==, "Commas made full-width: 2");
  g_assert_cmpstr (lines[1], ==, "Typed numbers replaced by automatic ones: 1");
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
}

/* Every kind has a name of its own. */
static void
test_kind_names (void)
{
  for (guint i = 0; i < CW_N_CHANGE_KINDS; i++)
    {
      g_assert_cmpuint (strlen (cw_change_kind_get_name (i)), >, 0);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (cw_change_kind_get_name (i), !=, cw_change_kind_get_name (j));
    }
}

/* --- fragments, files ------------------------------------------------------------------------ */

static void
test_fragment (void)
{
  g_autoptr (CwImport) import
      = cw_import_fragment ("总结\n（三）甲,乙\n1.丙\n（四）丁\n四、戊\n2024年9月30日\n");

  cw_test_assert_document (import->document, "P:总结\n2:甲，乙\n3:丙\n2:丁\n1:戊\nP:2024年9月30日");
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_NUMBER_WRONG), ==, 0);
}

static void
test_fragment_wrong_number (void)
{
  g_autoptr (CwImport) import = cw_import_fragment ("（三）甲\n（五）乙\n（六）丙");

  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_NUMBER_WRONG), ==, 2);
  assert_change (import, CW_CHANGE_NUMBER_WRONG, 2, "（五）乙", "（四）乙");
}

static void
test_fragment_of_nothing (void)
{
  g_autoptr (CwImport) import = cw_import_fragment ("\n \n");

  cw_test_assert_document (import->document, "P:");
}

static void
test_empty (void)
{
  static const char *const TEXTS[] = { "", "\n", " \n\t\r\n", "\xef\xbb\xbf", "\xe2\x80\x8b" };
  g_autoptr (CwDocument) blank = cw_document_new_blank ();

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr (CwImport) import = cw_import_text (TEXTS[i]);

      g_assert_true (cw_document_equal (import->document, blank));
    }
}

static void
test_bytes (void)
{
  gsize length;
  g_autofree char *encoded
      = g_convert ("总结\n马龚䶮、周𬭶。", -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (encoded, length);
  g_autoptr (GBytes) zip = g_bytes_new ("PK\x03\x04\x14", 6);
  g_autoptr (CwImport) import = cw_import_bytes (bytes, NULL);
  g_autoptr (GError) error = NULL;

  cw_test_assert_document (import->document, "T:总结\nP:马龚䶮、周𬭶。");
  g_assert_cmpstr (import->charset, ==, "GB18030");
  g_assert_null (cw_import_bytes (zip, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_TEXT);
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (CwImport) import = cw_import_text ("总结\n甲\xff乙。");

  cw_test_assert_document (import->document, "T:总结\nP:甲\xef\xbf\xbd乙。");
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_INVALID_CHARACTER), ==, 1);
}

/* --- broken lines ---------------------------------------------------------------------------- */

/* As an e-mail program breaks it: 20 characters a line. */
#define WRAPPED                                                                                    \
  "工作总结\n"                                                                                     \
  "　　第二季度，全县教育系统坚持围绕中心、服务\n"                                                 \
  "大局，扎实推进各项重点工作，取得了较好成效。现\n"                                               \
  "将有关情况总结如下。\n"                                                                         \
  "　　一、坚持把学习摆在首位，不断提高党员干部\n"                                                 \
  "队伍的理论水平和业务能力\n"                                                                     \
  "　　组织学习十二次，参加人员达到一千二百余人\n"                                                 \
  "次，撰写心得体会三百余篇，编印学习资料四期。\n"                                                 \
  "　　下一步，继续抓好落实。\n"

static void
test_unwrap (void)
{
  g_autoptr (CwImport) import = cw_import_text (WRAPPED);

  cw_test_assert_document (
      import->document,
      "T:工作总结\n"
      "P:"
      "第二季度，全县教育系统坚持围绕中心、服务大局，扎实推进各项重点工作，取得了较好成效。现将有关"
      "情况总结如下。\n"
      "1:坚持把学习摆在首位，不断提高党员干部队伍的理论水平和业务能力\n"
      "P:组织学习十二次，参加人员达到一千二百余人次，撰写心得体会三百余篇，编印学习资料四期。\n"
      "P:下一步，继续抓好落实。");
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_LINES_JOINED), ==, 4);
}

/* Paragraphs of about the same length are still paragraphs. */
static void
test_unwrap_not (void)
{
  static const char TEXT[] = "工作总结\n"
                             "第二季度全县教育系统扎实推进了各项重点工作。\n"
                             "第二季度全县卫生系统扎实推进了各项重点工作。\n"
                             "第二季度全县交通系统扎实推进了各项重点工作。\n"
                             "第二季度全县水利系统扎实推进了各项重点工作。\n"
                             "第二季度全县农业系统扎实推进了各项重点工作。\n"
                             "第二季度全县商务系统扎实推进了各项重点工作。\n";
  g_autoptr (CwImport) import = cw_import_text (TEXT);

  g_assert_cmpuint (cw_document_get_n_blocks (import->document), ==, 6);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_LINES_JOINED), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/import/structure/%s", CASES[i].name);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  g_test_add_func ("/formats/import/furniture", test_furniture);
  g_test_add_func ("/formats/import/furniture/letter", test_letter_number);
  g_test_add_func ("/formats/import/furniture/none", test_no_furniture);
  g_test_add_func ("/formats/import/list-taken", test_list_taken);
  g_test_add_func ("/formats/import/notes/number-taken", test_number_taken);
  g_test_add_func ("/formats/import/notes/number-wrong", test_number_wrong);
  g_test_add_func ("/formats/import/notes/repeated-title", test_repeated_title);
  g_test_add_func ("/formats/import/notes/spaces", test_spaces);
  g_test_add_func ("/formats/import/notes/invalid", test_invalid);
  g_test_add_func ("/formats/import/notes/order", test_order);
  g_test_add_func ("/formats/import/notes/as-typed", test_as_typed);
  g_test_add_func ("/formats/import/notes/describe", test_describe);
  g_test_add_func ("/formats/import/notes/kind-names", test_kind_names);
  g_test_add_func ("/formats/import/fragment/middle", test_fragment);
  g_test_add_func ("/formats/import/fragment/wrong-number", test_fragment_wrong_number);
  g_test_add_func ("/formats/import/fragment/nothing", test_fragment_of_nothing);
  g_test_add_func ("/formats/import/empty", test_empty);
  g_test_add_func ("/formats/import/bytes", test_bytes);
  g_test_add_func ("/formats/import/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/formats/import/unwrap/wrapped", test_unwrap);
  g_test_add_func ("/formats/import/unwrap/not-wrapped", test_unwrap_not);
  return g_test_run ();
}
