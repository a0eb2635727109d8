/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Find and replace in a window. */

#include <adwaita.h>

#include "app/cw-application.h"
#include "app/editor/cw-editor-layers.h"
#include "app/find/cw-find-list.h"
#include "app/find/cw-find-row.h"
#include "app/window/cw-window-private.h"
#include "cw-test-window.h"
#include "cw-test.h"

#define PAPER                                                                                      \
  "T:校舍检查小结\n1:检查情况\nP:检查校舍12栋，已经整改。\nG:表1 检查表|学校;结果|甲小学;已检查\n"           \
  "1:下步打算\nP:继续检查，做到⟦全部检查⟧到位。"

static CwApplication *application;

typedef struct
{
  CwWindow *window;
} Fixture;

static gboolean
is_mapped (CwWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window));
}

static void
set_up (Fixture *f, gconstpointer width)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);

  f->window = cw_window_new (application);
  g_settings_reset (f->window->settings, "recent-searches");
  gtk_window_set_default_size (GTK_WINDOW (f->window), GPOINTER_TO_INT (width), 700);
  gtk_window_present (GTK_WINDOW (f->window));
  cw_test_wait_until (is_mapped, f->window);
  cw_editor_buffer_apply (cw_editor_get_buffer (f->window->editor), document,
                          &(CwPlace) { 0, 0 });
  gtk_widget_grab_focus (GTK_WIDGET (f->window->editor));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cw_draft_discard (f->window->draft);
  gtk_window_destroy (GTK_WINDOW (f->window));
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
}

static GtkWidget *
find_child (GtkWidget *parent, const char *id)
{
  GtkWidget *child = GTK_WIDGET (gtk_widget_get_template_child (parent, CW_TYPE_FIND_BAR, id));

  g_assert_nonnull (child);
  return child;
}

#define CHILD(f, id) find_child (GTK_WIDGET ((f)->window->find_bar), id)

static gboolean
is_caught_up (Fixture *f)
{
  CwSearchHits *hits = cw_finder_get_hits (f->window->finder);

  return cw_finder_get_problem (f->window->finder) != NULL
         || (hits != NULL
             && cw_search_hits_get_document (hits) == cw_draft_get_document (f->window->draft));
}

static void
type (Fixture *f, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (CHILD (f, id)), text);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  cw_test_wait_until (is_caught_up, f);
  cw_finder_catch_up (f->window->finder);
}

static void
look_for (Fixture *f, const char *text)
{
  act (f, "win.find");
  type (f, "find_entry", text);
}

static void
assert_count (Fixture *f, const char *text)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (CHILD (f, "count_label"))), ==, text);
}

static guint
count_layer (Fixture *f, CwEditorLayer layer)
{
  guint n;

  cw_editor_get_layer (f->window->editor, layer, &n);
  return n;
}

static char *
get_selected (Fixture *f)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (f->window->editor));
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return g_strdup ("");
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
assert_text (Fixture *f, const char *notation)
{
  cw_test_assert_document (cw_draft_get_document (f->window->draft), notation);
}

/* --- finding ---------------------------------------------------------------------------------- */

static void
test_find (Fixture *f, gconstpointer data)
{
  look_for (f, "检查");
  assert_count (f, "1 of 7");
  g_assert_true (cw_find_bar_has_focus (f->window->find_bar));
  g_assert_cmpuint (count_layer (f, CW_EDITOR_LAYER_HITS), ==, 7);
  g_assert_cmpuint (count_layer (f, CW_EDITOR_LAYER_CURRENT), ==, 1);
  act (f, "win.find-next");
  assert_count (f, "2 of 7");
  act (f, "win.find-previous");
  act (f, "win.find-previous");
  assert_count (f, "7 of 7");
  g_assert_true (cw_find_bar_has_focus (f->window->find_bar));
}

/* Closing puts the caret at the hit and takes all marks away. */
static void
test_close (Fixture *f, gconstpointer data)
{
  g_autofree char *selected = NULL;

  look_for (f, "整改");
  assert_count (f, "1 of 1");
  cw_find_bar_close (f->window->find_bar);
  selected = get_selected (f);
  g_assert_cmpstr (selected, ==, "整改");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (f->window->editor)));
  g_assert_cmpuint (count_layer (f, CW_EDITOR_LAYER_HITS), ==, 0);
  g_assert_cmpuint (count_layer (f, CW_EDITOR_LAYER_CURRENT), ==, 0);
}

/* With the keyboard in the text, F3 goes on from the caret: into cells too. */
static void
test_from_text (Fixture *f, gconstpointer data)
{
  int row, column;

  look_for (f, "检查");
  gtk_widget_grab_focus (GTK_WIDGET (f->window->editor));
  cw_editor_set_caret (f->window->editor, (CwPlace) { 2, 9 });
  act (f, "win.find-next");
  assert_count (f, "4 of 7");
  g_assert_cmpuint (cw_editor_get_caret (f->window->editor).line, ==, 3);
  act (f, "win.find-next");
  assert_count (f, "5 of 7");
  g_assert_true (cw_editor_get_cell (f->window->editor, &row, &column));
  g_assert_cmpint (row, ==, 1);
  act (f, "win.find-next");
  assert_count (f, "6 of 7");
  g_assert_cmpuint (cw_editor_get_caret (f->window->editor).line, ==, 5);
}

static void
test_selected_text (Fixture *f, gconstpointer data)
{
  cw_editor_buffer_select (cw_editor_get_buffer (f->window->editor), (CwPlace) { 2, 6 },
                           (CwPlace) { 2, 12 });
  act (f, "win.find");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (CHILD (f, "find_entry"))), ==, "校舍");
}

static void
test_only_selected (Fixture *f, gconstpointer data)
{
  cw_editor_buffer_select (cw_editor_get_buffer (f->window->editor), (CwPlace) { 1, 0 },
                           (CwPlace) { 3, 0 });
  act (f, "win.find");
  g_assert_true (cw_find_bar_get_only_selection (f->window->find_bar));
  type (f, "find_entry", "检查");
  assert_count (f, "1 of 2");
}

static void
test_only_section (Fixture *f, gconstpointer data)
{
  cw_editor_set_caret (f->window->editor, (CwPlace) { 5, 0 });
  look_for (f, "检查");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (CHILD (f, "section_check")), TRUE);
  cw_test_wait_until (is_caught_up, f);
  cw_finder_catch_up (f->window->finder);
  assert_count (f, "1 of 2");
}

static void
test_wrong_pattern (Fixture *f, gconstpointer data)
{
  look_for (f, "(检");
  assert_count (f, "Not found");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (CHILD (f, "regex_check")), TRUE);
  g_assert_nonnull (cw_finder_get_problem (f->window->finder));
  g_assert_true (gtk_widget_has_css_class (CHILD (f, "find_entry"), "error"));
  type (f, "find_entry", "检.");
  assert_count (f, "1 of 7");
  g_assert_false (gtk_widget_has_css_class (CHILD (f, "find_entry"), "error"));
}

static void
test_follows_typing (Fixture *f, gconstpointer data)
{
  look_for (f, "检查");
  cw_editor_set_caret (f->window->editor, (CwPlace) { 2, 0 });
  gtk_text_buffer_insert_interactive_at_cursor (
      GTK_TEXT_BUFFER (cw_editor_get_buffer (f->window->editor)), "再检查。", -1, TRUE);
  cw_test_wait_until (is_caught_up, f);
  assert_count (f, "1 of 8");
}

static void
test_remembered (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) recent = NULL;

  look_for (f, "检查");
  act (f, "win.find-next");
  type (f, "find_entry", "整改");
  act (f, "win.find-next");
  recent = g_settings_get_strv (f->window->settings, "recent-searches");
  g_assert_cmpuint (g_strv_length (recent), ==, 2);
  g_assert_cmpstr (recent[0], ==, "整改");
}

/* --- replacing -------------------------------------------------------------------------------- */

static void
test_replace (Fixture *f, gconstpointer data)
{
  look_for (f, "检查");
  act (f, "win.find-replace");
  type (f, "replace_entry", "查看");
  g_signal_emit_by_name (CHILD (f, "replace_button"), "clicked");
  cw_test_wait_until (is_caught_up, f);
  assert_text (f, "T:校舍查看小结\n1:检查情况\nP:检查校舍12栋，已经整改。\nG:表1 检查表|学校;结果|"
                  "甲小学;已检查\n1:下步打算\nP:继续检查，做到⟦全部检查⟧到位。");
  assert_count (f, "1 of 6");
}

static gboolean
has_toast (Fixture *f)
{
  return gtk_widget_get_visible (GTK_WIDGET (f->window->toasts));
}

/* What was left out stays left out while the replacement is still being typed. */
static void
test_replace_all (Fixture *f, gconstpointer data)
{
  CwHistory *history = cw_draft_get_history (f->window->draft);

  look_for (f, "检查");
  act (f, "win.find-replace");
  type (f, "replace_entry", "查看");
  cw_finder_leave_out (f->window->finder, 1, TRUE);
  type (f, "replace_entry", "看");
  type (f, "replace_entry", "查看");
  g_assert_true (cw_finder_is_left_out (f->window->finder, 1));
  g_signal_emit_by_name (CHILD (f, "replace_all_button"), "clicked");
  assert_text (f, "T:校舍查看小结\n1:检查情况\nP:查看校舍12栋，已经整改。\nG:表1 查看表|学校;结果|"
                  "甲小学;已查看\n1:下步打算\nP:继续查看，做到⟦全部查看⟧到位。");
  g_assert_true (has_toast (f));
  cw_history_undo (history);
  assert_text (f, PAPER);
  cw_test_wait_until (is_caught_up, f);
  assert_count (f, "1 of 7");
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  if (CW_IS_FIND_ROW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static gboolean
has_row (Fixture *f)
{
  return find_row (CHILD (f, "list")) != NULL;
}

/* The list shows the sentences, and a click goes there. */
static void
test_list (Fixture *f, gconstpointer data)
{
  g_autofree char *selected = NULL;

  look_for (f, "检查");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (CHILD (f, "list_toggle")), TRUE);
  cw_test_wait_until (has_row, f);
  g_assert_cmpstr (cw_find_row_get_sentence (CW_FIND_ROW (find_row (CHILD (f, "list")))), ==,
                   "校舍检查小结");
  g_signal_emit_by_name (CHILD (f, "list"), "chosen", 2);
  selected = get_selected (f);
  g_assert_cmpstr (selected, ==, "检查");
  g_assert_cmpuint (cw_editor_get_caret (f->window->editor).line, ==, 2);
}

/* Nothing of the bar makes a narrow window wider. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  int minimum;

  look_for (f, "检查");
  act (f, "win.find-replace");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (CHILD (f, "list_toggle")), TRUE);
  cw_test_wait_until (has_row, f);
  gtk_widget_measure (GTK_WIDGET (f->window->find_bar), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static gboolean
is_set (Fixture *f)
{
  return cw_preview_get_n_pages (f->window->preview) > 0 && !cw_preview_get_busy (f->window->preview);
}

/* There by key, and back again to a line that can be seen there. */
static void
test_same_place (Fixture *f, gconstpointer data)
{
  GtkWidget *focus;

  cw_test_wait_until (is_set, f);
  act (f, "win.same-place");
  focus = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_true (gtk_widget_is_ancestor (focus, f->window->preview_side));
  act (f, "win.same-place");
  focus = gtk_window_get_focus (GTK_WINDOW (f->window));
  g_assert_true (gtk_widget_is_ancestor (focus, f->window->editor_side));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("chengwen-home-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  cw_test_window_init (&argc, &argv);
  application = cw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
#define ADD(path, width, function)                                                                 \
  g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)
  ADD ("/app/find/find", 1200, test_find);
  ADD ("/app/find/close", 1200, test_close);
  ADD ("/app/find/from-text", 1200, test_from_text);
  ADD ("/app/find/selected-text", 1200, test_selected_text);
  ADD ("/app/find/only-selected", 1200, test_only_selected);
  ADD ("/app/find/only-section", 1200, test_only_section);
  ADD ("/app/find/wrong-pattern", 1200, test_wrong_pattern);
  ADD ("/app/find/follows-typing", 1200, test_follows_typing);
  ADD ("/app/find/remembered", 1200, test_remembered);
  ADD ("/app/find/replace", 1200, test_replace);
  ADD ("/app/find/replace-all", 1200, test_replace_all);
  ADD ("/app/find/list", 1200, test_list);
  ADD ("/app/find/same-place", 1200, test_same_place);
  ADD ("/app/find/narrow", 360, test_narrow);
#undef ADD
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
