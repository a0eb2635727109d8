/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/values/cw-blank.h"
#include "document/edits/cw-edit-blocks.h"
#include "document/edits/cw-edit-elements.h"
#include "document/lists/cw-list.h"
#include "document/period/cw-period-advance.h"
#include "document/period/cw-period-sheet.h"
#include "document/values/cw-value-rules.h"
#include "../cw-test.h"

#define PAPER                                                                                      \
  "T:水务局2026年第三季度工作总结\nP:第三季度，共检查XX次，其中夜查XX次，合格率XX%。\n"              \
  "1:主要工作\nP:走访企业45家，7月8日召开会议2次。全年检查XX次。\n"                              \
  "1:下一步打算\nP:第四季度将检查300家。\nS:水务局\nD:2026年10月8日"

/* --- periods --- */

static void
assert_period (const char *text, const char *want, const char *next)
{
  g_autofree char *have = NULL, *following = NULL;
  CwPeriod period, after;

  g_assert_true (cw_period_parse (text, &period));
  have = cw_period_to_string (&period);
  g_assert_cmpstr (have, ==, want);
  after = cw_period_next (&period);
  following = cw_period_to_string (&after);
  g_assert_cmpstr (following, ==, next);
}

static void
test_next (void)
{
  assert_period ("2026年第三季度", "2026年第三季度", "2026年第四季度");
  assert_period (" 2026年4季度 ", "2026年第四季度", "2027年第一季度");
  assert_period ("三季度", "第三季度", "第四季度");
  assert_period ("四季度", "第四季度", "第一季度");
  assert_period ("2026年上半年", "2026年上半年", "2026年下半年");
  assert_period ("下半年", "下半年", "上半年");
  assert_period ("2026年1—9月", "2026年1—9月", "2026年1—12月");
  assert_period ("2026年1-12月", "2026年1—12月", "2027年1—3月");
  assert_period ("2026年1至10月", "2026年1—10月", "2026年1—11月");
  assert_period ("2026年4—6月", "2026年第二季度", "2026年第三季度");
  assert_period ("12月份", "12月", "1月");
  assert_period ("2026年9月", "2026年9月", "2026年10月");
  assert_period ("2026年度", "2026年", "2027年");
  assert_period ("2025—2026学年第一学期", "2025—2026学年第一学期", "2025—2026学年第二学期");
  assert_period ("2025-2026学年度第二学期", "2025—2026学年第二学期", "2026—2027学年第一学期");
  assert_period ("2026年春季学期", "2025—2026学年第二学期", "2026—2027学年第一学期");
}

static void
test_no_period (void)
{
  static const char *const no_periods[]
      = { "", "季度", "第五季度", "2026", "2026年第三季度总结", "6—4月", "13月份", "《2026年》" };
  CwPeriod period;

  for (guint i = 0; i < G_N_ELEMENTS (no_periods); i++)
    g_assert_false (cw_period_parse (no_periods[i], &period));
}

static void
assert_found (const char *notation, const char *want)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autofree char *have = NULL;
  CwPeriod period;

  g_assert_cmpint (cw_period_find (document, &period), ==, want != NULL);
  have = cw_period_to_string (&period);
  g_assert_cmpstr (have, ==, want != NULL ? want : "");
}

static void
test_find (void)
{
  assert_found (PAPER, "2026年第三季度");
  assert_found ("T:第三季度工作总结\nP:2026年第三季度，成绩不小。", "2026年第三季度");
  assert_found ("T:第三季度工作总结\nP:2026年，成绩不小。", "2026年第三季度");
  assert_found ("T:第四季度工作总结\nP:内容。\nD:2027年1月6日", "2026年第四季度");
  assert_found ("T:水务局2026年党建工作三季度总结", "2026年第三季度");
  assert_found ("T:水务局工作总结\nP:2026年上半年，成绩不小。", "2026年上半年");
  assert_found ("T:水务局工作总结\n1:工作\nP:2026年上半年，成绩不小。", NULL);
  assert_found ("T:关于印发《2026年工作要点》的通知\nP:内容。", NULL);
  assert_found ("T:", NULL);
}

/* --- advancing --- */

/* Marks aside. */
static void
assert_text (CwDocument *document, const char *notation)
{
  g_autoptr (CwDocument) want = cw_test_document_new (notation);
  g_autofree char *have_text = cw_flow_to_string (document), *want_text = cw_flow_to_string (want);

  g_assert_cmpstr (have_text, ==, want_text);
}

/* PAPER with its blanks filled: 12 twice, 4, 98. */
static CwDocument *
make_filled (void)
{
  static const char *const texts[] = { "12", "4", "98" };
  g_autoptr (CwDocument) paper = cw_test_document_new (PAPER);
  g_autoptr (GArray) blanks = cw_blanks_find (paper, FALSE);
  CwBlank linked[2];
  g_autoptr (CwDocument) same = NULL;
  g_autoptr (GArray) again = NULL;

  g_assert_cmpuint (blanks->len, ==, 4);
  linked[0] = g_array_index (blanks, CwBlank, 0);
  linked[1] = g_array_index (blanks, CwBlank, 3);
  same = cw_blanks_link (paper, linked, 2);
  again = cw_blanks_find (same, FALSE);
  return cw_blanks_fill (same, (const CwBlank *) (gpointer) again->data, texts, 3);
}

static CwDocument *
advance (CwDocument *document, gboolean numbers)
{
  g_autoptr (GPtrArray) changes = NULL;
  CwPeriod from, to;

  g_assert_true (cw_period_find (document, &from));
  to = cw_period_next (&from);
  changes = cw_period_find_changes (document, &from, &to);
  for (guint i = 0; i < changes->len; i++)
    {
      CwPeriodChange *change = changes->pdata[i];

      if (numbers && change->kind == CW_PERIOD_CHANGE_NUMBER)
        change->chosen = TRUE;
    }
  return cw_period_apply (document, changes, TRUE);
}

static void
test_values_become_blanks (void)
{
  g_autoptr (CwDocument) filled = make_filled ();
  g_autoptr (CwDocument) next = advance (filled, FALSE);
  const CwValue *value = cw_ledger_get_nth_value (cw_document_get_ledger (next), 0);
  guint n_left;

  assert_text (
      next, "T:水务局2026年第四季度工作总结\nP:第四季度，共检查XX次，其中夜查XX次，合格率XX%。\n"
            "1:主要工作\nP:走访企业45家，7月8日召开会议2次。全年检查XX次。\n"
            "1:下一步打算\nP:明年第一季度将检查300家。\nS:水务局\nD:");
  g_assert_cmpuint (cw_blanks_count (next, &n_left), ==, 4);
  g_assert_cmpuint (n_left, ==, 4);
  g_assert_cmpuint (cw_ledger_get_n_values (cw_document_get_ledger (next)), ==, 3);
  g_assert_cmpstr (value->last, ==, "12");
  g_assert_cmpstr (value->unit, ==, "次");
  g_assert_false (value->filled);
}

static void
test_links_and_rules_stay (void)
{
  g_autoptr (CwDocument) filled = make_filled ();
  CwLedger *ledger = cw_document_get_ledger (filled);
  guint whole = cw_ledger_get_nth_value (ledger, 0)->id, part = cw_ledger_get_nth_value (ledger, 1)->id;
  guint parts[] = { part, whole };
  CwValueProblem problem;
  g_autoptr (CwDocument) declared
      = cw_value_declare (filled, cw_ledger_get_nth_value (ledger, 2)->id, CW_VALUE_PERCENT, parts, 2,
                          1, &problem);
  g_autoptr (CwDocument) next = advance (declared, FALSE);
  g_autoptr (GArray) blanks = cw_blanks_find (next, FALSE);
  const char *texts[] = { "20", "5" };
  g_autoptr (CwDocument) again
      = cw_blanks_fill (next, (const CwBlank *) (gpointer) blanks->data, texts, 2);

  g_assert_cmpint (problem, ==, CW_VALUE_FINE);
  assert_text (
      again, "T:水务局2026年第四季度工作总结\nP:第四季度，共检查20次，其中夜查5次，合格率25.0%。\n"
             "1:主要工作\nP:走访企业45家，7月8日召开会议2次。全年检查20次。\n"
             "1:下一步打算\nP:明年第一季度将检查300家。\nS:水务局\nD:");
}

static void
test_numbers_become_blanks (void)
{
  g_autoptr (CwDocument) filled = make_filled ();
  g_autoptr (CwDocument) next = advance (filled, TRUE);
  guint n = cw_ledger_get_n_values (cw_document_get_ledger (next));

  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpstr (cw_ledger_get_nth_value (cw_document_get_ledger (next), 3)->last, ==, "45");
  g_assert_cmpstr (cw_ledger_get_nth_value (cw_document_get_ledger (next), 3)->unit, ==, "家");
  g_assert_cmpuint (cw_blanks_count (next, NULL), ==, 7);
}

/* A blank of the period that was filled, as the templates have them, moves and stays filled. */
static void
test_filled_period_moves (void)
{
  g_autoptr (CwDocument) paper
      = cw_test_document_new ("T:水务局工作\nP:2026年第X季度，共检查X次。截至X月底完成。\n1:工作");
  g_autoptr (GArray) blanks = cw_blanks_find (paper, FALSE);
  const char *texts[] = { "三", "12", "9" };
  g_autoptr (CwDocument) filled = NULL;
  g_autoptr (CwDocument) next = NULL;
  guint n_left;

  g_assert_cmpuint (blanks->len, ==, 3);
  filled = cw_blanks_fill (paper, (const CwBlank *) (gpointer) blanks->data, texts, 3);
  next = advance (filled, FALSE);
  assert_text (
      next, "T:水务局工作\nP:2026年第四季度，共检查XX次。截至12月底完成。\n1:工作");
  g_assert_cmpuint (cw_blanks_count (next, &n_left), ==, 3);
  g_assert_cmpuint (n_left, ==, 1);
}

static void
test_sections_and_findings (void)
{
  g_autoptr (CwDocument) paper = cw_test_document_new (PAPER);
  g_autoptr (CwSection) section = cw_section_new (CW_SECTION_DONE, "李静", "问业务科");
  g_autoptr (CwBlock) block = cw_block_with_section (cw_document_get_block (paper, 1), section);
  g_autoptr (CwDocument) done = cw_edit_replace_block (paper, 1, block);
  g_autoptr (CwLedger) ledger
      = cw_ledger_set_dismissed (cw_document_get_ledger (done), "term:检查", TRUE);
  g_autoptr (CwDocument) known = cw_document_with_ledger (done, ledger);
  g_autoptr (CwDocument) next = advance (known, FALSE);
  CwSection *anew = cw_block_get_section (cw_document_get_block (next, 1));

  g_assert_cmpint (cw_section_get_state (anew), ==, CW_SECTION_TO_WRITE);
  g_assert_cmpstr (cw_section_get_person (anew), ==, "李静");
  g_assert_cmpstr (cw_section_get_note (anew), ==, "问业务科");
  g_assert_null (cw_block_get_section (cw_document_get_block (next, 3)));
  g_assert_true (cw_ledger_is_dismissed (cw_document_get_ledger (next), "term:检查"));
}

static CwDocument *
with_element (CwDocument *document, CwElement element, const char *string)
{
  g_autoptr (CwText) text = cw_text_new (string);
  g_autoptr (CwDocument) old = document;

  return cw_edit_set_element (old, element, text);
}

static void
test_elements (void)
{
  g_autoptr (CwDocument) paper = cw_test_document_new (PAPER);
  g_autoptr (CwDocument) next = NULL;

  paper = with_element (g_steal_pointer (&paper), CW_ELEMENT_NUMBER_YEAR, "2026");
  paper = with_element (g_steal_pointer (&paper), CW_ELEMENT_NUMBER_SERIAL, "17");
  paper = with_element (g_steal_pointer (&paper), CW_ELEMENT_PRINTING_DATE, "2026年10月9日");
  next = advance (paper, FALSE);
  g_assert_cmpstr (cw_text_get_string (cw_document_get_element (next, CW_ELEMENT_NUMBER_YEAR)), ==,
                   "2027");
  g_assert_true (cw_text_is_empty (cw_document_get_element (next, CW_ELEMENT_NUMBER_SERIAL)));
  g_assert_true (cw_text_is_empty (cw_document_get_element (next, CW_ELEMENT_PRINTING_DATE)));
  g_assert_true (cw_text_is_empty (cw_document_get_element (next, CW_ELEMENT_DATE)));
}

static void
test_tables (void)
{
  g_autoptr (CwDocument) paper = cw_test_document_new (
      "T:2026年第三季度情况\n1:工作\nG:第三季度统计|单位;7月;8月|甲;31;40\nP:完。");
  g_autoptr (CwDocument) next = advance (paper, TRUE);

  cw_test_assert_document (
      next, "T:2026年第四季度情况\n1:工作\nG:第四季度统计|单位;10月;11月|甲;XX;XX\nP:完。");
  g_assert_cmpuint (cw_ledger_get_n_values (cw_document_get_ledger (next)), ==, 2);
}

/* What is done is gone; the deadline of what is not stays. */
static void
test_lists (void)
{
  g_autoptr (CwDocument) paper = cw_test_document_new (
      "T:2026年第三季度总结\n1:存在问题\nP:一是管网老化；二是标准偏低。\nP:完。");
  g_autoptr (CwListForm) form = cw_list_form_new_built_in (CW_LIST_PROBLEMS);
  static const guint chosen[] = { 0, 1 };
  g_autoptr (GPtrArray) rows = cw_list_propose (paper, form, chosen, 2);
  CwPlace after;
  g_autoptr (CwDocument) listed = cw_list_make (paper, form, "清单", rows, &after);
  guint position = cw_document_get_n_blocks (listed) - 1;
  CwTable *table = cw_block_get_table (cw_document_get_block (listed, position));
  CwStretch cells[2] = { { { CW_FIELD_CELL, 0, position, 1,
                             cw_table_list_find_role (cw_table_get_list (table), CW_ROLE_STATE) } },
                         { { CW_FIELD_CELL, 0, position, 2,
                             cw_table_list_find_role (cw_table_get_list (table), CW_ROLE_DEADLINE) } } };
  g_autoptr (CwText) done = cw_text_new ("已完成");
  g_autoptr (CwText) deadline = cw_text_new ("2026年9月底");
  CwText *texts[] = { done, deadline };
  g_autoptr (CwDocument) said = NULL;
  g_autoptr (CwDocument) next = NULL;

  cells[0].line = cells[1].line = cw_flow_get_line_of_block (listed, position);
  said = cw_edit_stretches (listed, cells, texts, 2);
  next = advance (said, TRUE);
  table = cw_block_get_table (cw_document_get_block (next, position));
  g_assert_cmpuint (cw_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (cw_text_get_string (cw_table_get_cell (table, 1, cells[1].field.column).text), ==,
                   "2026年9月底");
}

static void
test_nothing_chosen (void)
{
  g_autoptr (CwDocument) filled = make_filled ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (CwDocument) next = NULL;
  CwPeriod from, to;

  g_assert_true (cw_period_find (filled, &from));
  to = cw_period_next (&from);
  changes = cw_period_find_changes (filled, &from, &to);
  for (guint i = 0; i < changes->len; i++)
    ((CwPeriodChange *) changes->pdata[i])->chosen = FALSE;
  next = cw_period_apply (filled, changes, FALSE);
  g_assert_true (cw_document_equal (next, filled));
}

/* --- the sheet --- */

static char *
sheet_to_string (CwDocument *document)
{
  g_autoptr (GPtrArray) rows = cw_period_sheet_find_rows (document);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const CwSheetRow *row = rows->pdata[i];

      g_string_append_printf (string, "%s|%s|%s|%s|%s|%s\n", row->name, row->unit, row->last,
                              row->now, row->change, row->percent);
    }
  return g_string_free_and_steal (string);
}

static void
test_sheet (void)
{
  g_autoptr (CwDocument) filled = make_filled ();
  g_autoptr (CwDocument) next = advance (filled, FALSE);
  g_autoptr (GArray) blanks = cw_blanks_find (next, FALSE);
  const char *texts[] = { "15", "", "99.5" };
  g_autoptr (CwDocument) again
      = cw_blanks_fill (next, (const CwBlank *) (gpointer) blanks->data, texts, 3);
  g_autofree char *sheet = sheet_to_string (again);
  g_autoptr (CwDocument) with = NULL;
  CwPlace after;

  g_assert_cmpstr (sheet, ==,
                   "共检查|次|12|15|+3|+25.0%\n其中夜查|次|4|||\n合格率|%|98|99.5|+1.5个百分点|\n");
  with = cw_period_sheet_insert (again, &after);
  g_assert_cmpuint (cw_document_get_n_attachments (with), ==, 1);
  g_assert_cmpint (cw_flow_get_line (with, after.line).style, ==, CW_STYLE_ATTACHMENT);
}

static void
test_sheet_without_values (void)
{
  g_autoptr (CwDocument) paper = cw_test_document_new ("T:题\nP:没有数据。");
  CwPlace after;
  g_autoptr (CwDocument) same = cw_period_sheet_insert (paper, &after);

  g_assert_null (cw_period_sheet_make_table (paper));
  g_assert_true (same == paper);
}

/* --- random --- */

static char *
make_random (void)
{
  static const char *const pieces[]
      = { "2026年", "第三季度", "三季度", "7—9月", "1—9月", "9月底", "《", "》", "“", "”", "，", "。",
          "12", "次", "XX", "%", "今年", "明年", "上半年", "学年", "2025—2026学年第一学期", "截至",
          "10月1日", "第", "〔2026〕", "𬭶", "9月30日", "春季学期", "\xe2\x80\xa8", "前三季度", "-" };
  GString *string = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 14); n > 0; n--)
    g_string_append (string, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (string);
}

/* Whatever is chosen, texts stay valid, no block comes or goes, and every change is one of the paper. */
static void
test_random (void)
{
  static const char *const periods[] = { "2026年第三季度", "第四季度", "2026年上半年", "2026年", "9月份",
                                         "2026年1—9月", "2025—2026学年第一学期", "2025—2026学年" };

  for (int i = 0; i < 400; i++)
    {
      g_autofree char *title = make_random (), *lead = make_random (), *body = make_random ();
      g_autofree char *notation
          = g_strdup_printf ("T:%s\nP:%s\n1:%s\nP:%s\nD:2026年10月8日", title, lead, title, body);
      g_autoptr (CwDocument) document = cw_test_document_new (notation);
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (CwDocument) next = NULL;
      g_autofree char *text = NULL;
      CwPeriod from, to;

      g_assert_true (cw_period_parse (periods[i % G_N_ELEMENTS (periods)], &from));
      to = cw_period_next (&from);
      changes = cw_period_find_changes (document, &from, &to);
      for (guint j = 0; j < changes->len; j++)
        {
          CwPeriodChange *change = changes->pdata[j];

          g_assert_true (cw_stretch_is_valid (document, &change->at));
          g_assert_cmpstr (change->was, !=, change->now);
          change->chosen = g_test_rand_bit ();
        }
      next = cw_period_apply (document, changes, TRUE);
      text = cw_flow_to_string (next);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (cw_document_get_n_blocks (next), ==, cw_document_get_n_blocks (document));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/period/next", test_next);
  g_test_add_func ("/document/period/no-period", test_no_period);
  g_test_add_func ("/document/period/find", test_find);
  g_test_add_func ("/document/period/values-become-blanks", test_values_become_blanks);
  g_test_add_func ("/document/period/links-and-rules-stay", test_links_and_rules_stay);
  g_test_add_func ("/document/period/numbers-become-blanks", test_numbers_become_blanks);
  g_test_add_func ("/document/period/filled-period-moves", test_filled_period_moves);
  g_test_add_func ("/document/period/sections-and-findings", test_sections_and_findings);
  g_test_add_func ("/document/period/elements", test_elements);
  g_test_add_func ("/document/period/tables", test_tables);
  g_test_add_func ("/document/period/lists", test_lists);
  g_test_add_func ("/document/period/nothing-chosen", test_nothing_chosen);
  g_test_add_func ("/document/period/sheet", test_sheet);
  g_test_add_func ("/document/period/sheet-without-values", test_sheet_without_values);
  g_test_add_func ("/document/period/random", test_random);
  return g_test_run ();
}
