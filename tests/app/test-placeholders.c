/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/cw-application.h"
#include "app/editor/cw-editor-commands.h"
#include "app/editor/cw-editor-paste.h"
#include "app/placeholders/cw-placeholder-row.h"
#include "app/window/cw-window-private.h"
#include "document/edits/cw-edit.h"
#include "cw-test-issued.h"
#include "cw-test-window.h"

/* The panel of placeholders and the keys to them in a real window, in process. */
static CwApplication *application;

#define PAPER                                                                                      \
  "title=工作总结\naddressees=各科室：\n1=主要做法\nP=共检查XX次，整改XX处。\n1=下步打算\nP=再检查X次。\n"

static gboolean
is_mapped (CwWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window));
}

static gboolean
is_shown (CwWindow *window)
{
  return !cw_preview_get_busy (window->preview) && window->count_timer == 0;
}

static CwWindow *
open_paper (const char *notation)
{
  CwWindow *window = cw_window_new (application);
  g_autoptr (CwDocument) document = cw_test_issued_new (CW_KIND_SUMMARY, notation);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  cw_test_wait_until (is_mapped, window);
  cw_editor_buffer_apply (cw_editor_get_buffer (window->editor), document, NULL);
  cw_window_show_panel (window, "placeholders");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  cw_test_wait_until (is_shown, window);
  return window;
}

static void
close_window (CwWindow *window)
{
  cw_draft_discard (window->draft);
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
get_text (CwWindow *window)
{
  return cw_flow_to_string (cw_draft_get_document (window->draft));
}

static guint
count (CwWindow *window, guint *n_left)
{
  return cw_placeholder_list_get_total (cw_placeholders_panel_get_list (window->placeholders),
                                        n_left);
}

static CwPlaceholderRow *
get_row (CwWindow *window, guint position)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  GtkWidget *row;

  while ((row = cw_placeholders_panel_get_row (window->placeholders, position)) == NULL
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (row);
  return CW_PLACEHOLDER_ROW (row);
}

static guint n_left_wanted;

static gboolean
has_left (CwWindow *window)
{
  guint n_left;

  count (window, &n_left);
  return n_left == n_left_wanted;
}

static gboolean
has_focus (GtkEditable *editable)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (editable)));

  return focus != NULL
         && (focus == GTK_WIDGET (editable) || gtk_widget_is_ancestor (focus, GTK_WIDGET (editable)));
}

static void
fill (CwWindow *window, guint position, const char *text)
{
  GtkEditable *editable = cw_placeholder_row_get_editable (get_row (window, position));

  gtk_editable_set_text (editable, text);
  g_signal_emit_by_name (editable, "activate");
}

/* Every placeholder has its row, under its section. */
static void
test_list (void)
{
  CwWindow *window = open_paper (PAPER);
  CwPlaceholderList *list = cw_placeholders_panel_get_list (window->placeholders);
  guint n_left, start, end;

  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  g_assert_cmpuint (count (window, &n_left), ==, 3);
  gtk_section_model_get_section (GTK_SECTION_MODEL (list), 0, &start, &end);
  g_assert_cmpuint (end - start, ==, 2);
  g_assert_cmpstr (cw_placeholder_item_get_title (cw_placeholder_list_get (list, 0)), ==,
                   "一、主要做法");
  g_assert_cmpstr (cw_placeholder_item_get_title (cw_placeholder_list_get (list, 2)), ==,
                   "二、下步打算");
  get_row (window, 2);
  close_window (window);
}

/* A value goes into the paper with Enter, and the keyboard to the next blank. */
static void
test_fill (void)
{
  CwWindow *window = open_paper (PAPER);
  g_autofree char *text = NULL, *undone = NULL;

  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  fill (window, 0, "12");
  n_left_wanted = 2;
  cw_test_wait_until (has_left, window);
  text = get_text (window);
  g_assert_nonnull (strstr (text, "共检查12次，整改XX处"));
  cw_test_wait_until (has_focus, cw_placeholder_row_get_editable (get_row (window, 1)));
  g_assert_cmpstr (gtk_editable_get_text (cw_placeholder_row_get_editable (get_row (window, 0))),
                   ==, "12");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  undone = get_text (window);
  g_assert_nonnull (strstr (undone, "共检查XX次"));
  close_window (window);
}

static void
test_filter (void)
{
  CwWindow *window = open_paper (PAPER);
  GListModel *list = G_LIST_MODEL (cw_placeholders_panel_get_list (window->placeholders));

  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  fill (window, 0, "12");
  cw_placeholders_panel_set_filter (window->placeholders, CW_PLACEHOLDERS_LEFT);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  cw_placeholders_panel_set_filter (window->placeholders, CW_PLACEHOLDERS_FILLED);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  cw_placeholders_panel_set_filter (window->placeholders, CW_PLACEHOLDERS_ALL);
  cw_placeholder_list_set_search (CW_PLACEHOLDER_LIST (list), "再检查");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  close_window (window);
}

/* While the text is typed, items of untouched paragraphs stay the same objects. */
static void
test_incremental (void)
{
  CwWindow *window = open_paper (PAPER);
  CwPlaceholderList *list = cw_placeholders_panel_get_list (window->placeholders);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (window->editor));
  CwPlaceholderItem *last;
  GtkTextIter iter;

  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  last = cw_placeholder_list_get (list, 2);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, 3);
  gtk_text_buffer_insert (buffer, &iter, "走访XX户，", -1);
  n_left_wanted = 4;
  cw_test_wait_until (has_left, window);
  g_assert_true (cw_placeholder_list_get (list, 3) == last);
  close_window (window);
}

static void
test_next_and_previous (void)
{
  CwWindow *window = open_paper (PAPER);
  CwEditorBuffer *buffer = cw_editor_get_buffer (window->editor);
  CwPlace start, end, first;

  cw_editor_set_caret (window->editor, (CwPlace) { 0, 0 });
  g_assert_true (cw_editor_next_placeholder (window->editor));
  cw_editor_buffer_get_selection (buffer, &first, &end);
  g_assert_cmpuint (first.line, ==, 3);
  g_assert_true (cw_editor_next_placeholder (window->editor));
  g_assert_true (cw_editor_next_placeholder (window->editor));
  cw_editor_buffer_get_selection (buffer, &start, &end);
  g_assert_cmpuint (start.line, ==, 5);
  g_assert_true (cw_editor_previous_placeholder (window->editor));
  g_assert_true (cw_editor_previous_placeholder (window->editor));
  cw_editor_buffer_get_selection (buffer, &start, &end);
  g_assert_cmpint (cw_place_compare (start, first), ==, 0);
  close_window (window);
}

static void
test_make_and_drop (void)
{
  CwWindow *window = open_paper (PAPER);
  CwEditorBuffer *buffer = cw_editor_get_buffer (window->editor);

  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  cw_editor_buffer_select (buffer, (CwPlace) { 3, 0 }, (CwPlace) { 3, strlen ("共") });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.make-placeholder", NULL);
  n_left_wanted = 4;
  cw_test_wait_until (has_left, window);
  cw_editor_set_caret (window->editor, (CwPlace) { 0, 0 });
  cw_editor_next_placeholder (window->editor);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.not-a-placeholder", NULL);
  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  close_window (window);
}

static void
type_over (CwWindow *window, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (window->editor));

  /* as a text view does it: what is selected goes, then comes what is typed */
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static const CwValue *
get_only_value (CwWindow *window)
{
  CwLedger *ledger = cw_document_get_ledger (cw_draft_get_document (window->draft));

  g_assert_cmpuint (cw_ledger_get_n_values (ledger), ==, 1);
  return cw_ledger_get_nth_value (ledger, 0);
}

/* What is typed over a blank is its value, the next keys go on with it, one undo takes it all back. */
static void
test_type (void)
{
  CwWindow *window = open_paper (PAPER);
  g_autofree char *text = NULL, *more = NULL, *undone = NULL;
  CwPlace caret;

  cw_editor_set_caret (window->editor, (CwPlace) { 0, 0 });
  g_assert_true (cw_editor_next_placeholder (window->editor));
  type_over (window, "1");
  type_over (window, "2");
  text = get_text (window);
  g_assert_nonnull (strstr (text, "共检查12次，整改XX处"));
  g_assert_true (get_only_value (window)->filled);
  g_assert_true (cw_editor_buffer_get_filling (cw_editor_get_buffer (window->editor)));
  caret = cw_editor_get_caret (window->editor);
  g_assert_cmpuint (caret.offset, ==, strlen ("共检查12"));
  cw_history_undo (cw_draft_get_history (window->draft));
  undone = get_text (window);
  g_assert_nonnull (strstr (undone, "共检查XX次，整改XX处"));
  close_window (window);
}

/* An input method gives several characters at once. */
static void
test_commit (void)
{
  CwWindow *window = open_paper (PAPER);
  g_autofree char *text = NULL;
  guint n_left;

  cw_editor_set_caret (window->editor, (CwPlace) { 0, 0 });
  cw_editor_next_placeholder (window->editor);
  type_over (window, "十二");
  cw_editor_next_placeholder (window->editor);
  type_over (window, "3");
  g_assert_true (cw_editor_buffer_get_filling (cw_editor_get_buffer (window->editor)));
  type_over (window, "0");
  g_assert_true (cw_editor_buffer_get_filling (cw_editor_get_buffer (window->editor)));
  text = get_text (window);
  g_assert_nonnull (strstr (text, "共检查十二次，整改30处。"));
  cw_blanks_count (cw_draft_get_document (window->draft), &n_left);
  g_assert_cmpuint (n_left, ==, 1);
  close_window (window);
}

/* What takes the blank away first and types then fills it all the same. */
static void
test_clear_first (void)
{
  CwWindow *window = open_paper (PAPER);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (window->editor));
  g_autofree char *text = NULL;

  cw_editor_set_caret (window->editor, (CwPlace) { 0, 0 });
  cw_editor_next_placeholder (window->editor);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  type_over (window, "7");
  text = get_text (window);
  g_assert_nonnull (strstr (text, "共检查7次，整改XX处。"));
  g_assert_true (get_only_value (window)->filled);
  close_window (window);
}

/* Places of one quantity follow what is typed in any of them. */
static void
test_linked (void)
{
  CwWindow *window = open_paper (PAPER);
  CwEditorBuffer *buffer = cw_editor_get_buffer (window->editor);
  g_autoptr (GArray) blanks = cw_blanks_find (cw_editor_buffer_get_document (buffer), FALSE);
  CwBlank pair[] = { g_array_index (blanks, CwBlank, 0), g_array_index (blanks, CwBlank, 2) };
  g_autoptr (CwDocument) linked
      = cw_blanks_link (cw_editor_buffer_get_document (buffer), pair, G_N_ELEMENTS (pair));
  g_autofree char *text = NULL;

  cw_editor_buffer_apply (buffer, linked, NULL);
  cw_editor_set_caret (window->editor, (CwPlace) { 0, 0 });
  cw_editor_next_placeholder (window->editor);
  type_over (window, "4");
  type_over (window, "5");
  text = get_text (window);
  g_assert_nonnull (strstr (text, "共检查45次"));
  g_assert_nonnull (strstr (text, "再检查45次"));
  close_window (window);
}

/* One line pasted over a placeholder is its value, a cell of a table too; more lines are text. */
static void
test_paste (void)
{
  CwWindow *window = open_paper (PAPER);
  CwEditorBuffer *buffer = cw_editor_get_buffer (window->editor);
  g_autofree char *text = NULL, *lines = NULL;

  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  cw_editor_set_caret (window->editor, (CwPlace) { 0, 0 });
  g_assert_true (cw_editor_next_placeholder (window->editor));
  cw_editor_paste_text (window->editor, " 一百二十\n");
  text = get_text (window);
  g_assert_nonnull (strstr (text, "共检查一百二十次"));
  g_assert_true (cw_editor_buffer_get_filling (buffer));
  n_left_wanted = 2;
  cw_test_wait_until (has_left, window);
  g_assert_true (cw_editor_next_placeholder (window->editor));
  cw_editor_paste_text (window->editor, "甲\n乙");
  lines = get_text (window);
  g_assert_nonnull (strstr (lines, "甲\n乙处"));
  g_assert_false (cw_editor_buffer_get_filling (buffer));
  close_window (window);
}

/* Ctrl+L says what was said last time; without a last value it does nothing. */
static void
press_same (CwPlaceholderRow *row)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (cw_placeholder_row_get_editable (row)));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_l, 0, GDK_CONTROL_MASK, &handled);
    }
}

/* A paper whose first blank was 12 the last time. */
static void
set_last (CwWindow *window)
{
  CwDocument *document = cw_draft_get_document (window->draft);
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);
  g_autoptr (CwDocument) numbered = NULL, known = NULL;
  g_autoptr (CwLedger) ledger = NULL;
  CwValue value;

  numbered = cw_blanks_number (document, (CwBlank *) (gpointer) blanks->data, 1);
  value = *cw_ledger_get_value (cw_document_get_ledger (numbered),
                                g_array_index (blanks, CwBlank, 0).value);
  value.last = "12";
  ledger = cw_ledger_set_value (cw_document_get_ledger (numbered), &value);
  known = cw_document_with_ledger (numbered, ledger);
  cw_editor_buffer_apply (cw_editor_get_buffer (window->editor), known, NULL);
}

static gboolean
knows_last (CwPlaceholderRow *row)
{
  return g_str_equal (gtk_entry_get_placeholder_text (
                          GTK_ENTRY (cw_placeholder_row_get_editable (row))),
                      "last 12");
}

static void
test_same (void)
{
  CwWindow *window = open_paper (PAPER);
  g_autofree char *text = NULL, *other = NULL;

  n_left_wanted = 3;
  cw_test_wait_until (has_left, window);
  set_last (window);
  cw_test_wait_until (knows_last, get_row (window, 0));
  press_same (get_row (window, 1));
  other = get_text (window);
  g_assert_nonnull (strstr (other, "整改XX处"));
  press_same (get_row (window, 0));
  text = get_text (window);
  g_assert_nonnull (strstr (text, "共检查12次，整改XX处"));
  n_left_wanted = 2;
  cw_test_wait_until (has_left, window);
  close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/app/placeholders/paste", test_paste);
  g_test_add_func ("/app/placeholders/same", test_same);
  g_test_add_func ("/app/placeholders/list", test_list);
  g_test_add_func ("/app/placeholders/fill", test_fill);
  g_test_add_func ("/app/placeholders/filter", test_filter);
  g_test_add_func ("/app/placeholders/incremental", test_incremental);
  g_test_add_func ("/app/placeholders/next-and-previous", test_next_and_previous);
  g_test_add_func ("/app/placeholders/type", test_type);
  g_test_add_func ("/app/placeholders/commit", test_commit);
  g_test_add_func ("/app/placeholders/clear-first", test_clear_first);
  g_test_add_func ("/app/placeholders/linked", test_linked);
  g_test_add_func ("/app/placeholders/make-and-drop", test_make_and_drop);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("chengwen-placeholders-XXXXXX", NULL);
  int status;

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  cw_test_window_init (&argc, &argv);
  application = cw_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  add_tests ();
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
