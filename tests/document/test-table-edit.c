/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/edits/cw-edit-blocks.h"
#include "document/edits/cw-history.h"
#include "document/tables/cw-table-change.h"
#include "document/tables/cw-table-edit.h"

/* A table of single letters, row after row. */
static CwTable *
letters (guint n_rows, guint n_columns, guint n_header_rows)
{
  g_autofree CwCell *cells = g_new (CwCell, n_rows * n_columns);
  CwTable *table;

  for (guint i = 0; i < n_rows * n_columns; i++)
    cells[i] = (CwCell) { cw_text_new ((char[]) { (char) ('a' + i), '\0' }), 1, 1 };
  table = cw_table_new (n_rows, n_columns, n_header_rows, NULL, cells);
  for (guint i = 0; i < n_rows * n_columns; i++)
    cw_text_unref (cells[i].text);
  return table;
}

/* Its texts row after row; a covered place is *, an empty cell -. */
static char *
to_string (CwTable *table)
{
  GString *string = g_string_new (NULL);

  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    {
      if (row > 0)
        g_string_append_c (string, '/');
      for (guint column = 0; column < cw_table_get_n_columns (table); column++)
        {
          CwCell cell = cw_table_get_cell (table, row, column);
          const char *text = cw_text_get_string (cell.text);

          g_string_append (string, cell.rows == 0 ? "*" : *text == '\0' ? "-" : text);
        }
    }
  return g_string_free_and_steal (string);
}

static void
expect (CwTable *table, const char *wanted)
{
  g_autofree char *have = to_string (table);

  g_assert_cmpstr (have, ==, wanted);
  cw_table_unref (table);
}

static void
test_rows (void)
{
  g_autoptr (CwTable) table = letters (3, 2, 1);
  g_autoptr (CwTable) above = cw_table_insert_rows (table, 0, 1);
  g_autoptr (CwTable) without = cw_table_remove_rows (table, 0, 1);

  expect (cw_table_insert_rows (table, 1, 2), "ab/--/--/cd/ef");
  expect (cw_table_insert_rows (table, 3, 1), "ab/cd/ef/--");
  expect (cw_table_remove_rows (table, 1, 1), "ab/ef");
  expect (cw_table_move_rows (table, 0, 1, 3), "cd/ef/ab");
  expect (cw_table_move_rows (table, 2, 1, 0), "ef/ab/cd");
  expect (cw_table_move_rows (table, 0, 2, 3), "ef/ab/cd");
  g_assert_cmpuint (cw_table_get_n_header_rows (above), ==, 2);
  g_assert_cmpuint (cw_table_get_n_header_rows (without), ==, 0);
}

static void
test_columns (void)
{
  g_autoptr (CwTable) plain = letters (2, 3, 1);
  g_autoptr (CwTable) table = cw_table_set_column_width (plain, 2, 30);
  g_autoptr (CwTable) moved = cw_table_move_columns (table, 2, 1, 0);
  g_autoptr (CwTable) added = cw_table_insert_columns (table, 2, 1);

  expect (cw_table_ref (moved), "cab/fde");
  g_assert_cmpfloat (cw_table_get_column (moved, 0).width, ==, 30);
  expect (cw_table_ref (added), "ab-c/de-f");
  g_assert_cmpfloat (cw_table_get_column (added, 3).width, ==, 30);
  expect (cw_table_remove_columns (table, 0, 2), "c/f");
}

/* Nothing an edit is asked to do may leave no table. */
static void
test_never_empty (void)
{
  g_autoptr (CwTable) table = letters (2, 2, 1);
  g_autoptr (CwTable) rows = cw_table_remove_rows (table, 0, 2);
  g_autoptr (CwTable) columns = cw_table_remove_columns (table, 0, 9);
  g_autoptr (CwTable) full = cw_table_insert_columns (table, 0, 1000);

  g_assert_true (rows == table);
  g_assert_true (columns == table);
  g_assert_cmpuint (cw_table_get_n_columns (full), ==, CW_TABLE_MAX_COLUMNS);
}

static void
test_merge (void)
{
  g_autoptr (CwTable) table = letters (3, 3, 1);
  g_autoptr (CwTable) merged = cw_table_merge (table, 0, 0, 2, 2);
  CwCell cell = cw_table_get_cell (merged, 0, 0);

  g_assert_cmpstr (cw_text_get_string (cell.text), ==, "a\nb\nd\ne");
  g_assert_cmpuint (cell.rows, ==, 2);
  g_assert_cmpuint (cell.columns, ==, 2);
  expect (cw_table_ref (merged), "a\nb\nd\ne*c/**f/ghi");
  expect (cw_table_split (merged, 1, 1), "a\nb\nd\ne-c/--f/ghi");
  /* rows put in between become part of the cell, rows moved out tear it apart */
  expect (cw_table_insert_rows (merged, 1, 1), "a\nb\nd\ne*c/**-/**f/ghi");
  expect (cw_table_move_rows (merged, 1, 1, 3), "a\nb\nd\ne-c/ghi/--f");
  expect (cw_table_remove_rows (merged, 0, 1), "a\nb\nd\ne*f/ghi");
  expect (cw_table_remove_columns (merged, 1, 1), "a\nb\nd\nec/*f/gi");
}

static void
test_paste (void)
{
  g_autoptr (CwTable) table = letters (2, 2, 1);
  g_autoptr (CwText) text = cw_text_new ("X");
  g_autoptr (CwTable) big = letters (2, 2, 0);
  g_autoptr (CwTable) cells = cw_table_set_text (big, 0, 0, text);
  g_autoptr (CwTable) merged = cw_table_merge (table, 0, 0, 1, 2);

  expect (cw_table_paste (table, 1, 1, cells), "ab-/cXb/-cd");
  expect (cw_table_paste (table, 0, 0, cells), "Xb/cd");
  expect (cw_table_paste (merged, 0, 1, cells), "a\nbXb/ccd");
  expect (cw_table_clear (table, 0, 1, 2, 1), "a-/c-");
}

/* @table as a list, each row made from the block whose number is that of the row and one; the first
 * column says the same. */
static CwTable *
sourced (CwTable *table)
{
  g_autoptr (CwTableList) list = cw_table_list_new (
      CW_LIST_PROBLEMS, NULL, cw_table_get_n_columns (table), cw_table_get_n_rows (table));

  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    {
      g_autofree char *said = g_strdup_printf ("%u", row + 1);
      CwRowSource source = { row + 1, 0, CW_ROLE_PROBLEM, said };
      CwTableList *next = cw_table_list_with_sources (list, row, &source, 1);

      cw_table_list_unref (list);
      list = next;
    }
  return cw_table_with_list (table, list);
}

/* What a row is known by here: the numbers of its sources, a new row has none. */
static GArray *
row_sources (CwTable *table)
{
  CwTableList *list = cw_table_get_list (table);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));

  g_assert_nonnull (list);
  g_assert_cmpuint (cw_table_list_get_n_rows (list), ==, cw_table_get_n_rows (table));
  g_assert_cmpuint (cw_table_list_get_n_columns (list), ==, cw_table_get_n_columns (table));
  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    {
      int number = cw_table_list_get_n_sources (list, row) > 0
                       ? (int) cw_table_list_get_source (list, row, 0)->block
                       : -1;

      g_array_append_val (numbers, number);
    }
  return numbers;
}

/* The sources as the rows are: the model of the random edits. */
static void
model_edit (GArray *rows, guint edit, guint row, guint to, guint n)
{
  int none = -1, moved = g_array_index (rows, int, row);

  if (edit == 0 && n > 0)
    g_array_insert_val (rows, row, none);
  else if (edit == 1 && rows->len > 1)
    g_array_remove_index (rows, row);
  else if (edit == 2 && to != row && to != row + 1)
    {
      g_array_remove_index (rows, row);
      g_array_insert_val (rows, to > row ? to - 1 : to, moved);
    }
}

static void
assert_sources (CwTable *table, GArray *wanted)
{
  g_autoptr (GArray) have = row_sources (table);

  g_assert_cmpmem (have->data, have->len * sizeof (int), wanted->data, wanted->len * sizeof (int));
}

/* Many edits after another: the spans always fit, and every row keeps where it comes from. */
static void
test_random (void)
{
  g_autoptr (CwTable) plain = letters (4, 5, 1);
  g_autoptr (CwTable) table = sourced (plain);
  g_autoptr (GArray) sources = row_sources (table);

  for (guint i = 0; i < 3000; i++)
    {
      guint rows = cw_table_get_n_rows (table), columns = cw_table_get_n_columns (table);
      guint row = g_test_rand_int_range (0, rows), column = g_test_rand_int_range (0, columns);
      guint to = g_test_rand_int_range (0, rows + 1);
      guint edit = g_test_rand_int_range (0, 11);
      g_autoptr (CwText) text = cw_text_new ("新");
      CwTable *next = NULL;

      switch (edit)
        {
        case 0:
          next = cw_table_insert_rows (table, row, rows < 8 ? 1 : 0);
          break;
        case 1:
          next = cw_table_remove_rows (table, row, 1);
          break;
        case 2:
          next = cw_table_move_rows (table, row, 1, to);
          break;
        case 3:
          next = cw_table_insert_columns (table, column, columns < 8 ? 1 : 0);
          break;
        case 4:
          next = cw_table_remove_columns (table, column, 1);
          break;
        case 5:
          next = cw_table_move_columns (table, column, 1, g_test_rand_int_range (0, columns + 1));
          break;
        case 6:
          next = cw_table_merge (table, row, column, 2, 2);
          break;
        case 7:
          next = cw_table_set_text (table, row, column, text);
          break;
        case 8:
          next = cw_table_clear (table, row, column, 2, 2);
          break;
        case 9:
          next = cw_table_set_align (table, column, CW_COLUMN_END);
          break;
        default:
          next = cw_table_split (table, row, column);
          break;
        }
      cw_table_unref (table);
      table = next;
      model_edit (sources, edit, row, to, rows < 8 ? 1 : 0);
      assert_sources (table, sources);
      for (guint j = 0; j < cw_table_get_n_rows (table) * cw_table_get_n_columns (table); j++)
        {
          guint r = j / cw_table_get_n_columns (table), c = j % cw_table_get_n_columns (table);
          CwCell cell = cw_table_find_cell (table, &r, &c);

          g_assert_cmpuint (cell.rows, >, 0);
          g_assert_cmpuint (r + cell.rows, <=, cw_table_get_n_rows (table));
          g_assert_cmpuint (c + cell.columns, <=, cw_table_get_n_columns (table));
        }
    }
}

/* Whole rows of a list bring their sources along, parts of rows and other tables do not. */
static void
test_list_paste (void)
{
  g_autoptr (CwTable) plain = letters (3, 2, 1);
  g_autoptr (CwTable) list = sourced (plain);
  g_autoptr (CwTable) rows = cw_table_remove_rows (list, 0, 1);
  g_autoptr (CwTable) part = cw_table_remove_columns (rows, 0, 1);
  g_autoptr (CwTable) whole = cw_table_paste (list, 2, 0, rows);
  g_autoptr (CwTable) partly = cw_table_paste (list, 0, 0, part);
  g_autoptr (CwTable) plainly = cw_table_paste (list, 0, 0, plain);
  g_autoptr (GArray) have = row_sources (whole);

  g_assert_cmpuint (have->len, ==, 4);
  g_assert_cmpint (g_array_index (have, int, 1), ==, 2);
  g_assert_cmpint (g_array_index (have, int, 2), ==, 2);
  g_assert_cmpint (g_array_index (have, int, 3), ==, 3);
  g_assert_true (cw_table_list_equal (cw_table_get_list (partly), cw_table_get_list (list)));
  g_assert_true (cw_table_list_equal (cw_table_get_list (plainly), cw_table_get_list (list)));
  g_assert_false (cw_table_equal (plain, list));
}

static void
test_find_change (void)
{
  g_autoptr (CwTable) table = letters (2, 2, 1);
  g_autoptr (CwText) text = cw_text_new ("新");
  g_autoptr (CwTable) one = cw_table_set_text (table, 1, 0, text);
  g_autoptr (CwTable) two = cw_table_set_text (one, 0, 0, text);
  guint row, column;

  g_assert_true (cw_table_find_change (table, one, &row, &column));
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpuint (column, ==, 0);
  g_assert_false (cw_table_find_change (table, two, &row, &column));
  g_assert_false (cw_table_find_change (table, table, &row, &column));
}

/* --- in a document ---------------------------------------------------------------------------- */

static CwDocument *
with_attachments (void)
{
  g_autoptr (CwText) one = cw_text_new ("名单"), two = cw_text_new ("日程");
  g_autoptr (CwText) body = cw_text_new ("正文。");
  g_autoptr (CwBlock) paragraph = cw_block_new_paragraph (body);
  g_autoptr (CwBlock) first = cw_block_new_attachment (CW_ATTACHMENT_PLAIN, one);
  g_autoptr (CwBlock) inside = cw_block_new_paragraph (body);
  g_autoptr (CwBlock) second = cw_block_new_attachment (CW_ATTACHMENT_LANDSCAPE, two);
  CwBlock *blocks[] = { paragraph, first, inside, second };

  return cw_document_new (NULL, blocks, G_N_ELEMENTS (blocks));
}

static void
expect_flow (CwDocument *document, const char *wanted)
{
  g_autofree char *flow = cw_flow_to_string (document);

  g_assert_cmpstr (flow, ==, wanted);
  cw_document_unref (document);
}

static void
test_attachments (void)
{
  g_autoptr (CwDocument) document = with_attachments ();
  CwPlace after;

  expect_flow (cw_document_ref (document), "正文。\n名单\n正文。\n日程");
  expect_flow (cw_edit_move_attachment (document, 0, 1), "正文。\n日程\n名单\n正文。");
  expect_flow (cw_edit_move_attachment (document, 1, 0), "正文。\n日程\n名单\n正文。");
  expect_flow (cw_edit_remove_attachment (document, 0), "正文。\n日程");
  expect_flow (cw_edit_insert_attachment (document, 1, CW_ATTACHMENT_PLAIN, &after),
               "正文。\n名单\n正文。\n\n\n日程");
  g_assert_cmpuint (after.line, ==, 3);
  expect_flow (cw_edit_insert_note (document, &after), "正文。\n\n名单\n正文。\n日程");
  g_assert_cmpuint (after.line, ==, 1);
}

static void
test_blocks (void)
{
  g_autoptr (CwDocument) document = with_attachments ();
  g_autoptr (CwDocument) with_table = NULL;
  g_autoptr (CwTable) table = cw_table_new_empty (2, 2);
  g_autoptr (CwText) caption = cw_text_new ("表1");
  g_autoptr (CwBlock) block = cw_block_new_table (table, caption);
  CwPlace after;

  with_table = cw_edit_insert_block (document, (CwPlace) { 0, 3 }, block, &after);
  expect_flow (cw_document_ref (with_table), "正文。\n表1\n名单\n正文。\n日程");
  g_assert_cmpuint (after.line, ==, 1);
  g_assert_true (cw_document_get_block (with_table, 1) == block);
  expect_flow (cw_edit_remove_block (with_table, 1), "正文。\n名单\n正文。\n日程");
}

/* What is typed into one cell is one step, what is typed into another is another. */
static void
test_history (void)
{
  g_autoptr (CwDocument) document = with_attachments ();
  g_autoptr (CwDocument) start = NULL;
  g_autoptr (CwTable) table = cw_table_new_empty (2, 2);
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) block = cw_block_new_table (table, nothing);
  g_autoptr (CwHistory) history = NULL;
  CwPlace after;
  const char *const typed[] = { "甲", "甲乙", "甲乙丙" };

  start = cw_edit_insert_block (document, (CwPlace) { 0, 0 }, block, &after);
  history = cw_history_new (start);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (CwText) text = cw_text_new (typed[i % 3]);
      CwDocument *now = cw_history_get_document (history);
      CwTable *old = cw_block_get_table (cw_document_get_block (now, 1));
      g_autoptr (CwTable) next = cw_table_set_text (old, 1, i / 3, text);
      g_autoptr (CwBlock) changed = cw_block_new_table (next, nothing);
      g_autoptr (CwDocument) pushed = cw_edit_replace_block (now, 1, changed);

      cw_history_push (history, pushed, CW_EDIT_TYPING, after, 1000 * i);
    }
  cw_history_undo (history);
  table = (cw_table_unref (table),
           cw_table_ref (cw_block_get_table (
               cw_document_get_block (cw_history_get_document (history), 1))));
  g_assert_cmpstr (cw_text_get_string (cw_table_get_cell (table, 1, 0).text), ==, "甲乙丙");
  g_assert_cmpstr (cw_text_get_string (cw_table_get_cell (table, 1, 1).text), ==, "");
  cw_history_undo (history);
  g_assert_true (cw_history_get_document (history) == start);
  g_assert_false (cw_history_get_can_undo (history));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/table-edit/rows", test_rows);
  g_test_add_func ("/document/table-edit/columns", test_columns);
  g_test_add_func ("/document/table-edit/never-empty", test_never_empty);
  g_test_add_func ("/document/table-edit/merge", test_merge);
  g_test_add_func ("/document/table-edit/paste", test_paste);
  g_test_add_func ("/document/table-edit/random", test_random);
  g_test_add_func ("/document/table-edit/list-paste", test_list_paste);
  g_test_add_func ("/document/table-edit/find-change", test_find_change);
  g_test_add_func ("/document/table-edit/attachments", test_attachments);
  g_test_add_func ("/document/table-edit/blocks", test_blocks);
  g_test_add_func ("/document/table-edit/history", test_history);
  return g_test_run ();
}
