/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/edits/cw-edit.h"
#include "document/edits/cw-history.h"

#define MSEC 1000

/* Makes an edit as an editor does and hands it to the history. */
static void
edit (CwHistory *history,
      CwEditKind kind,
      CwPlace start,
      CwPlace end,
      const char *text,
      gint64 time)
{
  CwPlace after;
  g_autoptr (CwDocument) document
      = cw_edit_replace (cw_history_get_document (history), start, end, text, &after);

  cw_history_push (history, document, kind, after, time);
}

static void
type (CwHistory *history, guint line, guint offset, const char *text, gint64 time)
{
  edit (history, CW_EDIT_TYPING, (CwPlace) { line, offset }, (CwPlace) { line, offset }, text,
        time);
}

#define assert_place(history, at_line, at_offset)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpuint (cw_history_get_place (history).line, ==, at_line);                           \
    g_assert_cmpuint (cw_history_get_place (history).offset, ==, at_offset);                       \
  }                                                                                                \
  G_STMT_END

#define assert_document(history, notation)                                                         \
  cw_test_assert_document (cw_history_get_document (history), notation)

static CwHistory *
new_history (const char *notation)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);

  return cw_history_new (document);
}

static void
test_new (void)
{
  g_autoptr (CwHistory) history = new_history ("P:甲");

  assert_document (history, "P:甲");
  assert_place (history, 0, 0);
  g_assert_false (cw_history_get_can_undo (history));
  g_assert_false (cw_history_get_can_redo (history));
  g_assert_false (cw_history_get_modified (history));
  cw_history_undo (history);
  cw_history_redo (history);
  assert_document (history, "P:甲");
}

static void
test_undo_redo (void)
{
  g_autoptr (CwHistory) history = new_history ("P:甲");
  CwDocument *first = cw_history_get_document (history);

  edit (history, CW_EDIT_STEP, (CwPlace) { 0, 3 }, (CwPlace) { 0, 3 }, "乙", 0);
  edit (history, CW_EDIT_STEP, (CwPlace) { 0, 0 }, (CwPlace) { 0, 3 }, "", 0);
  assert_document (history, "P:乙");
  cw_history_undo (history);
  assert_document (history, "P:甲乙");
  assert_place (history, 0, 3); /* behind what came back */
  cw_history_undo (history);
  g_assert_true (cw_history_get_document (history) == first);
  assert_place (history, 0, 3); /* where it went away */
  cw_history_redo (history);
  assert_document (history, "P:甲乙");
  assert_place (history, 0, 6);
  g_assert_true (cw_history_get_can_redo (history));
  edit (history, CW_EDIT_STEP, (CwPlace) { 0, 6 }, (CwPlace) { 0, 6 }, "丙", 0);
  g_assert_false (cw_history_get_can_redo (history));
  assert_document (history, "P:甲乙丙");
}

static void
test_typing_joins (void)
{
  g_autoptr (CwHistory) history = new_history ("P:");

  type (history, 0, 0, "甲", 0);
  type (history, 0, 3, "乙", 900 * MSEC);
  type (history, 0, 6, "丙丁", 1800 * MSEC);
  cw_history_undo (history);
  assert_document (history, "P:");
  assert_place (history, 0, 0);
  g_assert_false (cw_history_get_can_undo (history));
  cw_history_redo (history);
  assert_document (history, "P:甲乙丙丁");
  assert_place (history, 0, 12);
}

static void
test_pause_parts (void)
{
  g_autoptr (CwHistory) history = new_history ("P:");

  type (history, 0, 0, "甲", 0);
  type (history, 0, 3, "乙", 1000 * MSEC);
  cw_history_undo (history);
  assert_document (history, "P:甲");
}

static void
test_elsewhere_parts (void)
{
  g_autoptr (CwHistory) history = new_history ("P:\nP:");

  type (history, 0, 0, "甲", 0);
  type (history, 0, 0, "乙", 0);
  cw_history_undo (history);
  assert_document (history, "P:甲\nP:");
  type (history, 1, 0, "丙", 0);
  cw_history_undo (history);
  assert_document (history, "P:甲\nP:");
}

static void
test_enter_parts (void)
{
  g_autoptr (CwHistory) history = new_history ("P:");

  type (history, 0, 0, "甲", 0);
  type (history, 0, 3, "\n", 0);
  type (history, 1, 0, "乙", 0);
  cw_history_undo (history);
  assert_document (history, "P:甲\nP:");
  cw_history_undo (history);
  assert_document (history, "P:甲");
}

static void
test_erasing_joins (void)
{
  g_autoptr (CwHistory) history = new_history ("P:甲乙丙丁");

  edit (history, CW_EDIT_ERASING, (CwPlace) { 0, 9 }, (CwPlace) { 0, 12 }, "", 0);
  edit (history, CW_EDIT_ERASING, (CwPlace) { 0, 6 }, (CwPlace) { 0, 9 }, "", 0); /* Backspace */
  assert_document (history, "P:甲乙");
  cw_history_undo (history);
  assert_document (history, "P:甲乙丙丁");
  assert_place (history, 0, 12);
  edit (history, CW_EDIT_ERASING, (CwPlace) { 0, 0 }, (CwPlace) { 0, 3 }, "", 0);
  edit (history, CW_EDIT_ERASING, (CwPlace) { 0, 0 }, (CwPlace) { 0, 3 }, "", 0); /* Delete */
  cw_history_undo (history);
  assert_document (history, "P:甲乙丙丁");
}

static void
test_kinds_part (void)
{
  g_autoptr (CwHistory) history = new_history ("P:");

  type (history, 0, 0, "甲", 0);
  type (history, 0, 3, "乙", 0);
  edit (history, CW_EDIT_ERASING, (CwPlace) { 0, 3 }, (CwPlace) { 0, 6 }, "", 0);
  type (history, 0, 3, "丙", 0);
  cw_history_undo (history);
  assert_document (history, "P:甲");
  cw_history_undo (history);
  assert_document (history, "P:甲乙");
  cw_history_undo (history);
  assert_document (history, "P:");
}

/* After an undo, typing on must not change the step that was gone back to. */
static void
test_undo_parts (void)
{
  g_autoptr (CwHistory) history = new_history ("P:");

  type (history, 0, 0, "甲", 0);
  edit (history, CW_EDIT_STEP, (CwPlace) { 0, 3 }, (CwPlace) { 0, 3 }, "乙", 0);
  cw_history_undo (history);
  type (history, 0, 3, "丙", 0);
  cw_history_undo (history);
  assert_document (history, "P:甲");
}

static void
test_style_keeps_place (void)
{
  g_autoptr (CwHistory) history = new_history ("P:甲\nP:乙");
  g_autoptr (CwDocument) styled = cw_edit_shift_level (cw_history_get_document (history), 1, 1, 1);

  cw_history_push (history, styled, CW_EDIT_STEP, (CwPlace) { 1, 3 }, 0);
  cw_history_undo (history);
  assert_document (history, "P:甲\nP:乙");
  assert_place (history, 1, 3);
}

static void
test_modified (void)
{
  g_autoptr (CwHistory) history = new_history ("P:");

  type (history, 0, 0, "甲", 0);
  g_assert_true (cw_history_get_modified (history));
  cw_history_set_saved (history, cw_history_get_document (history));
  g_assert_false (cw_history_get_modified (history));
  type (history, 0, 3, "乙", 0); /* does not join what was saved */
  g_assert_true (cw_history_get_modified (history));
  cw_history_undo (history);
  assert_document (history, "P:甲");
  g_assert_false (cw_history_get_modified (history));
  cw_history_undo (history);
  g_assert_true (cw_history_get_modified (history));
  cw_history_redo (history);
  g_assert_false (cw_history_get_modified (history));
}

static void
test_reset (void)
{
  g_autoptr (CwHistory) history = new_history ("P:");
  g_autoptr (CwDocument) other = cw_test_document_new ("P:乙");

  type (history, 0, 0, "甲", 0);
  cw_history_reset (history, other);
  assert_document (history, "P:乙");
  assert_place (history, 0, 0);
  g_assert_false (cw_history_get_can_undo (history));
  g_assert_false (cw_history_get_modified (history));
  cw_history_reset (history, cw_history_get_document (history));
  assert_document (history, "P:乙");
}

static void
test_same_document_moves_caret (void)
{
  g_autoptr (CwHistory) history = new_history ("P:甲");

  cw_history_push (history, cw_history_get_document (history), CW_EDIT_STEP, (CwPlace) { 0, 3 }, 0);
  g_assert_false (cw_history_get_can_undo (history));
  assert_place (history, 0, 3);
}

static void
note (GObject *object, GParamSpec *pspec, gpointer data)
{
  GString *names = data;

  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_notifies (void)
{
  g_autoptr (CwHistory) history = new_history ("P:");
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (CwDocument) document = NULL;
  CwPlace *place = NULL;
  gboolean can_undo, can_redo, modified;

  g_signal_connect (history, "notify", G_CALLBACK (note), names);
  type (history, 0, 0, "甲", 0);
  g_assert_cmpstr (names->str, ==, "place document can-undo modified ");
  g_string_truncate (names, 0);
  type (history, 0, 3, "乙", 0);
  g_assert_cmpstr (names->str, ==, "place document ");
  g_string_truncate (names, 0);
  cw_history_undo (history);
  g_assert_cmpstr (names->str, ==, "place document can-undo can-redo modified ");
  g_object_get (history, "document", &document, "place", &place, "can-undo", &can_undo, "can-redo",
                &can_redo, "modified", &modified, NULL);
  cw_test_assert_document (document, "P:");
  g_assert_cmpuint (place->line, ==, 0);
  g_assert_false (can_undo);
  g_assert_true (can_redo);
  g_assert_false (modified);
  g_boxed_free (CW_TYPE_PLACE, place);
}

/* Whatever was done, undone and done again: at the start is the very first document, and every
 * redo leads to the very document it led to before. */
static void
test_random (void)
{
  guint32 seed = 4711;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (CwHistory) history = new_history ("T:题\nP:甲乙\n1:丙");
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  CwDocument *first = cw_history_get_document (history);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2000; i++)
    {
      guint n_lines = cw_flow_get_n_lines (cw_history_get_document (history));
      CwPlace start = { g_rand_int_range (rand, 0, n_lines), g_rand_int_range (rand, 0, 12) };
      CwPlace end = { start.line, start.offset + g_rand_int_range (rand, 0, 6) };
      guint dice = g_rand_int_range (rand, 0, 10);

      if (dice == 0)
        cw_history_undo (history);
      else if (dice == 1)
        cw_history_redo (history);
      else
        edit (history, dice % 3, start, end,
              dice == 2  ? "\n"
              : dice < 6 ? "字"
                         : "",
              i * 100 * MSEC);
      start = cw_history_get_place (history);
      end = start;
      g_assert_cmpuint (start.line, <, cw_flow_get_n_lines (cw_history_get_document (history)));
    }
  while (cw_history_get_can_redo (history))
    cw_history_redo (history);
  for (; cw_history_get_can_undo (history); cw_history_undo (history))
    g_ptr_array_add (passed, cw_history_get_document (history));
  g_assert_true (cw_history_get_document (history) == first);
  g_assert_false (cw_history_get_modified (history));
  for (guint i = passed->len; i > 0; i--)
    {
      cw_history_redo (history);
      g_assert_true (cw_history_get_document (history) == g_ptr_array_index (passed, i - 1));
    }
  g_assert_false (cw_history_get_can_redo (history));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/history/new", test_new);
  g_test_add_func ("/document/history/undo-redo", test_undo_redo);
  g_test_add_func ("/document/history/typing-joins", test_typing_joins);
  g_test_add_func ("/document/history/pause-parts", test_pause_parts);
  g_test_add_func ("/document/history/elsewhere-parts", test_elsewhere_parts);
  g_test_add_func ("/document/history/enter-parts", test_enter_parts);
  g_test_add_func ("/document/history/erasing-joins", test_erasing_joins);
  g_test_add_func ("/document/history/kinds-part", test_kinds_part);
  g_test_add_func ("/document/history/undo-parts", test_undo_parts);
  g_test_add_func ("/document/history/style-keeps-place", test_style_keeps_place);
  g_test_add_func ("/document/history/modified", test_modified);
  g_test_add_func ("/document/history/reset", test_reset);
  g_test_add_func ("/document/history/same-document-moves-caret", test_same_document_moves_caret);
  g_test_add_func ("/document/history/notifies", test_notifies);
  g_test_add_func ("/document/history/random", test_random);
  return g_test_run ();
}
