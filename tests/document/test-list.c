/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/edits/cw-edit-blocks.h"
#include "document/edits/cw-edit.h"
#include "document/lists/cw-list.h"
#include "document/tables/cw-table-edit.h"
#include "../cw-test.h"

/* Blocks 0–8; problems as 一是 in a paragraph, measures as headings. */
#define PAPER                                                                                      \
  "T:总结\n1:工作成效\n2:成效一。内容\n1:存在的问题\n"                                             \
  "P:一是管网老化，漏损率高；二是标准偏低；三是共享不够。下面再说。\n"                             \
  "1:下一步打算\nP:重点抓好以下工作：\n2:改造管网。改造70公里。\n2:补齐短板。治理5条。\n"          \
  "S:某局"

static CwDocument *
paper (void)
{
  return cw_test_document_new (PAPER);
}

/* All rows: points divided by |, rows by /; P or M is the column. */
static char *
rows_to_string (GPtrArray *rows)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      CwListRow *row = g_ptr_array_index (rows, i);

      g_string_append (string, i > 0 ? "/" : "");
      for (guint p = 0; p < row->n_points; p++)
        g_string_append_printf (string, "%s%s:%s", p > 0 ? "|" : "",
                                row->points[p].role == CW_ROLE_PROBLEM ? "P" : "M",
                                row->points[p].text);
    }
  return g_string_free_and_steal (string);
}

static GPtrArray *
propose (CwDocument *document, CwListKind kind, guint first, guint last)
{
  g_autoptr (CwListForm) form = cw_list_form_new_built_in (kind);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i <= last; i++)
    g_array_append_val (positions, i);
  return cw_list_propose (document, form, (guint *) positions->data, positions->len);
}

static void
expect_rows (const char *notation, guint first, guint last, CwListKind kind, const char *wanted)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (GPtrArray) rows = propose (document, kind, first, last);
  g_autofree char *have = rows_to_string (rows);

  g_assert_cmpstr (have, ==, wanted);
}

static void
test_propose (void)
{
  expect_rows (PAPER, 2, 7, CW_LIST_PROBLEMS,
               "P:管网老化，漏损率高|M:改造管网/P:标准偏低|M:补齐短板/P:共享不够");
  expect_rows (PAPER, 4, 7, CW_LIST_TASKS, "M:改造管网/M:补齐短板");
  expect_rows (PAPER, 3, 3, CW_LIST_DUTIES, "M:管网老化，漏损率高/M:标准偏低/M:共享不够");
  /* paragraphs, one of which only leads to the others; a quotation does not end a sentence */
  expect_rows ("T:题\n1:不足之处\nP:主要有：\nP:学习“两山。理论”不深。再说\nP:1.纪律不严；\nP:",
               0, 4, CW_LIST_PROBLEMS, "P:学习“两山。理论”不深/P:纪律不严");
  /* each point a paragraph; the sentence before them is none */
  expect_rows ("T:题\n1:主要困难\nP:总的看还有不足。\nP:一是人手少。\nP:二是经费紧。", 0, 3,
               CW_LIST_PROBLEMS, "P:人手少/P:经费紧");
  /* 1. below （一） are the points of it, 一是 within one is not */
  expect_rows ("T:题\n1:工作安排\nP:要抓好：\n2:抓学习。\n3:学原文。一是细读。二是多想。\n3:学榜样\n"
               "4:小点\n2:抓作风。详情",
               0, 6, CW_LIST_TASKS, "M:学原文/M:学榜样/M:抓作风");
  /* the highest heading has the last word */
  expect_rows ("T:题\n1:存在问题\nP:一是甲；二是乙\n1:下步打算\n2:补齐短板。内容\n2:加快建设。内容", 0, 4,
               CW_LIST_PROBLEMS, "P:甲|M:补齐短板/P:乙|M:加快建设");
}

static void
test_section_role (void)
{
  g_assert_cmpint (cw_list_get_section_role ("存在的问题和不足"), ==, CW_ROLE_PROBLEM);
  g_assert_cmpint (cw_list_get_section_role ("下步工作打算"), ==, CW_ROLE_MEASURE);
  g_assert_cmpint (cw_list_get_section_role ("2026年工作安排"), ==, CW_ROLE_MEASURE);
  g_assert_cmpint (cw_list_get_section_role ("整改措施"), ==, CW_ROLE_MEASURE);
  g_assert_cmpint (cw_list_get_section_role ("主要措施和成效"), ==, CW_ROLE_FREE);
  g_assert_cmpint (cw_list_get_section_role ("工作任务完成情况"), ==, CW_ROLE_FREE);
  g_assert_cmpint (cw_list_get_section_role ("总体要求"), ==, CW_ROLE_FREE);
}

/* --- making ----------------------------------------------------------------------------------- */

static CwDocument *
make (CwDocument *document, CwListKind kind, guint *position)
{
  g_autoptr (CwListForm) form = cw_list_form_new_built_in (kind);
  g_autoptr (GPtrArray) rows = propose (document, kind, 2, 7);
  CwPlace after;
  CwDocument *made
      = cw_list_make (document, form, cw_list_form_get_name (form), rows, &after);

  *position = cw_document_get_n_blocks (made) - 1;
  g_assert_cmpint (cw_flow_get_line (made, after.line).style, ==, CW_STYLE_ATTACHMENT);
  return made;
}

static const char *
cell_text (CwDocument *document, guint position, guint row, guint column)
{
  CwTable *table = cw_block_get_table (cw_document_get_block (document, position));

  return cw_text_get_string (cw_table_get_cell (table, row, column).text);
}

static guint
count_sources (CwDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      CwTable *table = cw_block_get_table (cw_document_get_block (document, i));
      CwTableList *list = table != NULL ? cw_table_get_list (table) : NULL;

      for (guint row = 0; list != NULL && row < cw_table_list_get_n_rows (list); row++)
        n += cw_table_list_get_n_sources (list, row);
    }
  return n;
}

/* A list copied into another paper must not lead to what goes by the same numbers there; in its own
 * it leads where it did. */
static void
test_paste (void)
{
  g_autoptr (CwDocument) document = paper ();
  guint position, line;
  g_autoptr (CwDocument) made = make (document, CW_LIST_PROBLEMS, &position);
  g_autoptr (CwDocument) fragment = NULL;
  g_autoptr (CwDocument) other = cw_test_document_new ("T:题\nP:甲\nP:乙");
  g_autoptr (CwBlock) named = NULL;
  g_autoptr (CwDocument) numbered = NULL;
  g_autoptr (CwDocument) pasted = NULL;
  g_autoptr (CwDocument) again = NULL;
  CwTable *table = cw_block_get_table (cw_document_get_block (made, position));
  guint id = cw_table_list_get_source (cw_table_get_list (table), 1, 0)->block;
  CwFlowLine caption;

  line = cw_flow_get_line_of_block (made, position);
  caption = cw_flow_get_line (made, line);
  fragment = cw_edit_slice (made, (CwPlace) { line, 0 },
                            (CwPlace) { line, caption.end - caption.start });
  g_assert_cmpuint (count_sources (fragment), ==, count_sources (made));
  g_assert_cmpuint (count_sources (made), >, 0);
  named = cw_block_with_id (cw_document_get_block (other, 0), id);
  numbered = cw_edit_replace_block (other, 0, named);
  pasted = cw_edit_insert_document (numbered, (CwPlace) { 2, 3 }, (CwPlace) { 2, 3 }, fragment, NULL);
  g_assert_cmpuint (count_sources (pasted), ==, 0);
  again = cw_edit_insert_document (made, (CwPlace) { 1, 0 }, (CwPlace) { 1, 0 }, fragment, NULL);
  g_assert_cmpuint (count_sources (again), ==, 2 * count_sources (made));
}

static void
test_make (void)
{
  g_autoptr (CwDocument) document = paper ();
  guint position;
  g_autoptr (CwDocument) made = make (document, CW_LIST_PROBLEMS, &position);
  CwTable *table = cw_block_get_table (cw_document_get_block (made, position));
  CwBlock *title = cw_document_get_block (made, position - 1);
  CwTableList *list = cw_table_get_list (table);

  g_assert_cmpint (cw_block_get_kind (title), ==, CW_BLOCK_ATTACHMENT);
  g_assert_cmpstr (cw_text_get_string (cw_block_get_text (title)), ==, "问题清单");
  g_assert_cmpint (cw_block_get_attachment_flags (title), ==, CW_ATTACHMENT_LANDSCAPE);
  g_assert_cmpuint (cw_table_get_n_rows (table), ==, 4);
  g_assert_cmpuint (cw_table_get_n_header_rows (table), ==, 1);
  g_assert_cmpstr (cell_text (made, position, 0, 1), ==, "存在问题");
  g_assert_cmpstr (cell_text (made, position, 2, 0), ==, "2");
  g_assert_cmpstr (cell_text (made, position, 2, 1), ==, "标准偏低");
  g_assert_cmpstr (cell_text (made, position, 2, 2), ==, "补齐短板");
  g_assert_cmpstr (cell_text (made, position, 3, 2), ==, "");
  g_assert_cmpuint (cw_table_list_get_n_sources (list, 0), ==, 0);
  g_assert_cmpuint (cw_table_list_get_n_sources (list, 1), ==, 2);
  g_assert_cmpuint (cw_table_list_get_source (list, 2, 0)->part, ==, 2);
  /* one paragraph has one number, whatever comes of it */
  g_assert_cmpuint (cw_table_list_get_source (list, 1, 0)->block, ==,
                    cw_table_list_get_source (list, 3, 0)->block);
  g_assert_cmpuint (cw_block_get_id (cw_document_get_block (made, 3)), >, 0);
  g_assert_true (cw_list_is_list (made, position));
  g_assert_false (cw_list_is_list (made, 0));
}

/* A second list uses the numbers the paragraphs have, and new ones are nobody else's. */
static void
test_make_twice (void)
{
  g_autoptr (CwDocument) document = paper ();
  guint first, second;
  g_autoptr (CwDocument) once = make (document, CW_LIST_TASKS, &first);
  g_autoptr (CwDocument) twice = make (once, CW_LIST_PROBLEMS, &second);
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (cw_document_get_n_attachments (twice), ==, 2);
  g_assert_cmpuint (second, ==, first + 2);
  for (guint i = 0; i < cw_document_get_n_blocks (twice); i++)
    {
      guint id = cw_block_get_id (cw_document_get_block (twice, i));

      g_assert_true (id == 0 || g_hash_table_add (ids, GUINT_TO_POINTER (id)));
    }
  g_assert_cmpuint (g_hash_table_size (ids), ==, 3);
  for (guint i = first; i <= second; i += 2)
    {
      g_autoptr (GPtrArray) changes = cw_list_check (twice, i);

      g_assert_cmpuint (changes->len, ==, 0);
    }
}

/* --- checking --------------------------------------------------------------------------------- */

static CwDocument *
retype (CwDocument *document, guint position, const char *text)
{
  guint line = cw_flow_get_line_of_block (document, position);
  CwFlowLine old = cw_flow_get_line (document, line);
  CwPlace after;

  return cw_edit_replace (document, (CwPlace) { line, 0 }, (CwPlace) { line, old.end - old.start },
                          text, &after);
}

static char *
changes_to_string (CwDocument *document, guint position)
{
  g_autoptr (GPtrArray) changes = cw_list_check (document, position);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      CwListChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (string, "%u %s>%s;", change->row, change->was,
                              change->now != NULL ? change->now : "-");
    }
  return g_string_free_and_steal (string);
}

static void
expect_changes (CwDocument *document, guint position, const char *wanted)
{
  g_autofree char *have = changes_to_string (document, position);

  g_assert_cmpstr (have, ==, wanted);
}

static void
test_check (void)
{
  g_autoptr (CwDocument) document = paper ();
  guint position;
  g_autoptr (CwDocument) made = make (document, CW_LIST_PROBLEMS, &position);
  g_autoptr (CwDocument) heading = retype (made, 6, "改造老旧管网。改造90公里。");
  g_autoptr (CwDocument) rest = retype (made, 6, "改造管网。改造100公里。");
  g_autoptr (CwDocument) point
      = retype (made, 3, "一是管网老化，漏损率高；二是标准太低；三是共享不够。");
  g_autoptr (CwDocument) inserted
      = retype (made, 3, "一是人手不足；二是管网老化，漏损率高；三是标准偏低；四是共享不够。");
  g_autoptr (CwDocument) fewer = retype (made, 3, "一是管网老化，漏损率高；二是共享不够。");
  g_autoptr (CwDocument) gone = cw_edit_remove_block (made, 3);

  expect_changes (made, position, "");
  expect_changes (rest, position, "");
  expect_changes (heading, position, "1 改造管网>改造老旧管网;");
  expect_changes (point, position, "2 标准偏低>标准太低;");
  expect_changes (inserted, position, "");
  expect_changes (fewer, position, "2 标准偏低>-;");
  expect_changes (gone, position - 1,
                  "1 管网老化，漏损率高>-;2 标准偏低>-;3 共享不够>-;");
  expect_changes (made, 0, "");
}

/* Its number goes with a paragraph that is moved, made a heading, or whose table is copied. */
static void
test_follows (void)
{
  g_autoptr (CwDocument) document = paper ();
  guint position, line;
  g_autoptr (CwDocument) made = make (document, CW_LIST_PROBLEMS, &position);
  g_autoptr (CwDocument) styled = NULL, copied = NULL, twice = NULL;
  CwPlace start, end = { 0, 0 }, after;
  CwFlowLine last;
  CwStretch stretch;
  CwTableList *list = cw_table_get_list (
      cw_block_get_table (cw_document_get_block (made, position)));

  line = cw_flow_get_line_of_block (made, 6);
  styled = cw_edit_set_style (made, line, line, CW_STYLE_HEADING_3);
  expect_changes (styled, position, "");
  g_assert_true (cw_list_find_source (made, cw_table_list_get_source (list, 2, 0), &stretch));
  g_assert_cmpuint (stretch.line, ==, cw_flow_get_line_of_block (made, 3));
  g_assert_cmpuint (stretch.start, ==, strlen ("一是管网老化，漏损率高；"));

  start = (CwPlace) { cw_flow_get_line_of_block (made, position - 1), 0 };
  end.line = cw_flow_get_n_lines (made) - 1;
  last = cw_flow_get_line (made, end.line);
  end.offset = last.end - last.start;
  copied = cw_edit_slice (made, start, end);
  twice = cw_edit_insert_document (made, end, end, copied, &after);
  g_assert_cmpuint (cw_document_get_n_blocks (twice), >, cw_document_get_n_blocks (made));
  g_assert_true (cw_list_is_list (twice, cw_document_get_n_blocks (twice) - 1));
  expect_changes (twice, cw_document_get_n_blocks (twice) - 1, "");
}

static void
test_update (void)
{
  g_autoptr (CwDocument) document = paper ();
  guint position, taken, gone;
  g_autoptr (CwDocument) made = make (document, CW_LIST_PROBLEMS, &position);
  g_autoptr (CwDocument) changed
      = retype (made, 3, "一是管网很旧；二是标准太低；三是共享不够。");
  g_autoptr (CwDocument) fewer = cw_edit_remove_block (changed, 7);
  g_autoptr (CwDocument) took = cw_list_update_row (changed, position, 2, CW_LIST_TAKE);
  g_autoptr (CwDocument) left = cw_list_update_row (changed, position, 2, CW_LIST_LEAVE);
  g_autoptr (CwDocument) all = cw_list_update (fewer, position - 1, &taken, &gone);

  g_assert_cmpstr (cell_text (took, position, 2, 1), ==, "标准太低");
  g_assert_cmpstr (cell_text (took, position, 2, 2), ==, "补齐短板");
  expect_changes (took, position, "1 管网老化，漏损率高>管网很旧;");
  g_assert_cmpstr (cell_text (left, position, 2, 1), ==, "标准偏低");
  expect_changes (left, position, "1 管网老化，漏损率高>管网很旧;");
  g_assert_cmpuint (taken, ==, 2);
  g_assert_cmpuint (gone, ==, 1);
  g_assert_cmpstr (cell_text (all, position - 1, 1, 1), ==, "管网很旧");
  expect_changes (all, position - 1, "2 补齐短板>-;");
}

/* What somebody has written beside the words stays; a row nothing is left of goes. */
static void
test_update_kept (void)
{
  g_autoptr (CwDocument) document = paper ();
  guint position;
  g_autoptr (CwDocument) made = make (document, CW_LIST_TASKS, &position);
  CwBlock *block = cw_document_get_block (made, position);
  g_autoptr (CwText) text = cw_text_new ("改造管网（重点）");
  g_autoptr (CwTable) table = cw_table_set_text (cw_block_get_table (block), 4, 1, text);
  g_autoptr (CwBlock) edited_block = cw_block_with_table (block, table);
  g_autoptr (CwDocument) edited = cw_edit_replace_block (made, position, edited_block);
  g_autoptr (CwDocument) changed = retype (edited, 6, "更新管网。后面");
  g_autoptr (CwDocument) took = cw_list_update_row (changed, position, 4, CW_LIST_TAKE);
  g_autoptr (CwDocument) gone = cw_edit_remove_block (changed, 6);
  g_autoptr (CwDocument) removed = cw_list_update_row (gone, position - 1, 4, CW_LIST_TAKE);
  g_autoptr (CwDocument) kept = cw_list_update_row (gone, position - 1, 4, CW_LIST_LEAVE);

  g_assert_cmpstr (cell_text (took, position, 4, 1), ==, "更新管网（重点）");
  g_assert_cmpstr (cell_text (removed, position - 1, 4, 1), ==, "补齐短板");
  g_assert_cmpstr (cell_text (removed, position - 1, 4, 0), ==, "4");
  expect_changes (removed, position - 1, "");
  g_assert_cmpstr (cell_text (kept, position - 1, 4, 1), ==, "改造管网（重点）");
  expect_changes (kept, position - 1, "");
}

/* --- the next period -------------------------------------------------------------------------- */

static CwDocument *
with_state (CwDocument *document, guint position, guint row, const char *state)
{
  CwBlock *block = cw_document_get_block (document, position);
  g_autoptr (CwText) text = cw_text_new (state);
  CwTable *table = cw_block_get_table (block);
  g_autoptr (CwTable) said
      = cw_table_set_text (table, row, cw_table_get_n_columns (table) - 1, text);
  g_autoptr (CwBlock) other = cw_block_with_table (block, said);

  return cw_edit_replace_block (document, position, other);
}

static void
test_carry_over (void)
{
  g_autoptr (CwDocument) document = paper ();
  guint position;
  g_autoptr (CwDocument) made = make (document, CW_LIST_PROBLEMS, &position);
  g_autoptr (CwDocument) one = with_state (made, position, 1, "已完成");
  g_autoptr (CwDocument) two = with_state (one, position, 2, "未完成");
  g_autoptr (CwDocument) next = cw_list_carry_over_all (two);
  g_autoptr (CwDocument) three = with_state (one, position, 2, "已办结");
  g_autoptr (CwDocument) all = with_state (three, position, 3, "整改到位");
  g_autoptr (CwDocument) nothing = cw_list_carry_over_all (all);
  CwTable *table = cw_block_get_table (cw_document_get_block (next, position));
  CwTable *empty = cw_block_get_table (cw_document_get_block (nothing, position));

  g_assert_cmpuint (cw_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (cell_text (next, position, 1, 0), ==, "1");
  g_assert_cmpstr (cell_text (next, position, 1, 1), ==, "标准偏低");
  g_assert_cmpuint (cw_table_list_get_source (cw_table_get_list (table), 1, 0)->part, ==, 2);
  g_assert_cmpuint (cw_table_get_n_rows (empty), ==, 2);
  g_assert_cmpstr (cell_text (nothing, position, 1, 1), ==, "");
  g_assert_cmpuint (cw_table_list_get_n_sources (cw_table_get_list (empty), 1), ==, 0);
}

static void
test_is_done (void)
{
  static const char *const done[] = { "已完成", "完成", "已办结", "销号", "已整改到位", "√" };
  static const char *const open[]
      = { "", "未完成", "正在推进", "整改中", "基本完成", "持续推进", "预计6月完成", "部分完成" };

  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    g_assert_true (cw_list_is_done (done[i]));
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    g_assert_false (cw_list_is_done (open[i]));
}

static void
test_form (void)
{
  for (CwListKind kind = CW_LIST_PROBLEMS; kind < CW_N_LIST_KINDS; kind++)
    {
      g_autoptr (CwDocument) document = paper ();
      guint position;
      g_autoptr (CwDocument) made = make (document, kind, &position);
      g_autoptr (CwListForm) form = cw_list_form_new_built_in (kind);
      g_autoptr (CwListForm) again = cw_list_form_new_from_table (
          cw_list_form_get_name (form),
          cw_block_get_table (cw_document_get_block (made, position)));

      g_assert_true (cw_list_form_equal (form, again));
      g_assert_cmpint (cw_list_form_find_role (form, CW_ROLE_STATE), >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/list/propose", test_propose);
  g_test_add_func ("/document/list/section-role", test_section_role);
  g_test_add_func ("/document/list/make", test_make);
  g_test_add_func ("/document/list/paste", test_paste);
  g_test_add_func ("/document/list/make-twice", test_make_twice);
  g_test_add_func ("/document/list/check", test_check);
  g_test_add_func ("/document/list/follows", test_follows);
  g_test_add_func ("/document/list/update", test_update);
  g_test_add_func ("/document/list/update-kept", test_update_kept);
  g_test_add_func ("/document/list/carry-over", test_carry_over);
  g_test_add_func ("/document/list/is-done", test_is_done);
  g_test_add_func ("/document/list/form", test_form);
  return g_test_run ();
}
