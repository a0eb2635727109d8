/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include <adwaita.h>

#include "app/cw-application.h"
#include "app/editor/cw-editor-folds.h"
#include "app/editor/cw-editor-layers.h"
#include "app/lists/cw-list-dialog.h"
#include "app/outline/cw-section-popover.h"
#include "app/window/cw-window-private.h"
#include "document/edits/cw-edit.h"
#include "cw-test-window.h"

/* The outline of a real window. */
static CwApplication *application;

#define PAPER "T:题\nP:见第二部分\n1:甲\nP:甲文\n2:子\n2:丑\n1:乙\nP:乙文XX次"

static gboolean
is_mapped (CwWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window));
}

static CwWindow *
open_window (const char *notation)
{
  CwWindow *window = cw_window_new (application);
  g_autoptr (CwDocument) document = cw_test_document_new (notation);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
  cw_test_wait_until (is_mapped, window);
  cw_history_reset (cw_draft_get_history (window->draft), document);
  cw_outline_panel_update (window->outline);
  gtk_widget_grab_focus (GTK_WIDGET (window->editor));
  return window;
}

static void
close_window (CwWindow *window)
{
  cw_draft_discard (window->draft);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
act (CwWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static void
go (CwWindow *window, guint line)
{
  cw_editor_set_caret (window->editor, (CwPlace) { line, 0 });
}

static void
assert_shown (CwWindow *window, const char *notation)
{
  cw_test_assert_document (cw_draft_get_document (window->draft), notation);
}

static void
assert_selected (CwWindow *window, guint block)
{
  g_autoptr (GArray) selected = cw_outline_panel_get_selected (window->outline);

  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpuint (g_array_index (selected, guint, 0), ==, block);
}

/* The section of the caret is the one selected. */
static void
test_follows_caret (void)
{
  CwWindow *window = open_window (PAPER);

  go (window, 3);
  assert_selected (window, 1);
  go (window, 5);
  assert_selected (window, 4);
  go (window, 7);
  assert_selected (window, 5);
  close_window (window);
}

/* Each is one step, the caret stays in its text, the row selected goes along. */
static void
test_move (void)
{
  CwWindow *window = open_window (PAPER);

  go (window, 7);
  act (window, "win.section-up");
  assert_shown (window, "T:题\nP:见第二部分\n1:乙\nP:乙文XX次\n1:甲\nP:甲文\n2:子\n2:丑");
  g_assert_cmpuint (cw_editor_get_caret (window->editor).line, ==, 3);
  assert_selected (window, 1);
  act (window, "win.undo");
  assert_shown (window, PAPER);
  act (window, "win.redo");
  act (window, "win.section-down");
  assert_shown (window, PAPER);
  close_window (window);
}

static void
test_levels (void)
{
  CwWindow *window = open_window (PAPER);

  go (window, 2);
  act (window, "win.section-demote");
  assert_shown (window, "T:题\nP:见第二部分\n2:甲\nP:甲文\n3:子\n3:丑\n1:乙\nP:乙文XX次");
  act (window, "win.section-promote-alone");
  assert_shown (window, "T:题\nP:见第二部分\n1:甲\nP:甲文\n3:子\n3:丑\n1:乙\nP:乙文XX次");
  act (window, "win.section-promote");
  assert_shown (window, "T:题\nP:见第二部分\n1:甲\nP:甲文\n3:子\n3:丑\n1:乙\nP:乙文XX次");
  close_window (window);
}

static void
test_commands (void)
{
  CwWindow *window = open_window ("1:甲\nP:文\n1:乙\nP:前后");

  go (window, 0);
  act (window, "win.section-duplicate");
  assert_shown (window, "1:甲\nP:文\n1:甲\nP:文\n1:乙\nP:前后");
  act (window, "win.section-delete");
  assert_shown (window, "1:甲\nP:文\n1:乙\nP:前后");
  cw_editor_set_caret (window->editor, (CwPlace) { 3, 3 });
  act (window, "win.section-split");
  assert_shown (window, "1:甲\nP:文\n1:乙\nP:前\n1:\nP:后");
  g_assert_cmpuint (cw_editor_get_caret (window->editor).line, ==, 4);
  act (window, "win.section-merge");
  assert_shown (window, "1:甲\nP:文\n1:乙\nP:前\nP:后");
  close_window (window);
}

/* What does not fit any more is pointed out, and no longer once the move is undone. */
static void
test_references (void)
{
  CwWindow *window = open_window (PAPER);

  g_assert_false (adw_banner_get_revealed (window->references_banner));
  go (window, 6);
  act (window, "win.section-up");
  g_assert_true (adw_banner_get_revealed (window->references_banner));
  act (window, "win.undo");
  g_assert_false (adw_banner_get_revealed (window->references_banner));
  close_window (window);
}

/* What is said about a section stays with its heading and is no change of the text. */
static void
test_said (void)
{
  CwWindow *window = open_window (PAPER);
  g_autoptr (CwSection) section = cw_section_new (CW_SECTION_DONE, "王", "核对");
  CwDocument *document;

  g_signal_emit_by_name (window->outline, "said", 5, section);
  assert_shown (window, PAPER);
  go (window, 6);
  act (window, "win.section-up");
  document = cw_draft_get_document (window->draft);
  g_assert_true (cw_section_equal (cw_block_get_section (cw_document_get_block (document, 1)),
                                   section));
  act (window, "win.undo");
  act (window, "win.undo");
  document = cw_draft_get_document (window->draft);
  g_assert_null (cw_block_get_section (cw_document_get_block (document, 5)));
  close_window (window);
}

static GtkWidget *
find_below (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child, type);
  return found;
}

/* Asked about a section while the paper changes, it is written to that section, wherever it is. */
static void
test_said_follows (void)
{
  CwWindow *window = open_window (PAPER);
  g_autoptr (CwDocument) longer = NULL;
  g_autoptr (CwSectionPopover) popover = NULL;
  CwSection *said;
  CwPlace at = { 1, 0 }, after;

  go (window, 6);
  act (window, "win.section-say");
  popover = CW_SECTION_POPOVER (
      g_object_ref (find_below (GTK_WIDGET (window->outline), CW_TYPE_SECTION_POPOVER)));
  longer = cw_edit_replace (cw_draft_get_document (window->draft), at, at, "一行\n两行\n", &after);
  cw_editor_buffer_apply (cw_editor_get_buffer (window->editor), longer, NULL);
  act (window, "win.section-up"); /* the one asked about is still selected */
  assert_shown (window,
                "T:题\nP:一行\nP:两行\nP:见第二部分\n1:乙\nP:乙文XX次\n1:甲\nP:甲文\n2:子\n2:丑");
  gtk_editable_set_text (GTK_EDITABLE (find_below (GTK_WIDGET (popover), GTK_TYPE_ENTRY)), "王");
  gtk_popover_popdown (GTK_POPOVER (popover));
  said = cw_block_get_section (cw_document_get_block (cw_draft_get_document (window->draft), 3));
  g_assert_cmpstr (cw_section_get_person (said), ==, "王");
  close_window (window);
}

/* A heading that is gone takes what was to be said about it along. */
static void
test_said_gone (void)
{
  g_autoptr (CwDocument) before = cw_test_document_new ("1:甲\nP:文\n1:乙\nP:丙");
  g_autoptr (CwDocument) without = cw_test_document_new ("1:甲\nP:文");
  g_autoptr (CwDocument) edited = NULL;
  GtkWidget *popover = g_object_ref_sink (cw_section_popover_new (before, 2));
  CwPlace at = { cw_flow_get_line_of_block (before, 2), 0 }, after;

  edited = cw_edit_replace (before, at, at, "新", &after);
  g_assert_cmpint (cw_section_popover_find_block (CW_SECTION_POPOVER (popover), before), ==, 2);
  g_assert_cmpint (cw_section_popover_find_block (CW_SECTION_POPOVER (popover), edited), ==, 2);
  g_assert_cmpint (cw_section_popover_find_block (CW_SECTION_POPOVER (popover), without), ==, -1);
  g_object_unref (popover);
}

/* The menu of a section offers a list of what stands in it. */
static void
test_make_list (void)
{
  CwWindow *window = open_window ("1:工作\nP:文\n1:存在问题\nP:一是甲；二是乙。\n2:子\nP:丙");
  AdwDialog *dialog;

  go (window, 3);
  act (window, "win.list-from-sections");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (CW_IS_LIST_DIALOG (dialog));
  adw_dialog_force_close (dialog);
  close_window (window);
}

static void
test_dropped (void)
{
  CwWindow *window = open_window (PAPER);
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (sections, (guint) { 4 });
  g_signal_emit_by_name (window->outline, "dropped", sections, 5, CW_SPOT_INTO);
  assert_shown (window, "T:题\nP:见第二部分\n1:甲\nP:甲文\n2:子\n1:乙\nP:乙文XX次\n2:丑");
  assert_selected (window, 6);
  close_window (window);
}

/* Folding hides and changes nothing; the caret is never in what is hidden, and typing goes on. */
static void
test_fold (void)
{
  CwWindow *window = open_window (PAPER);
  CwEditorFolds *folds = cw_editor_get_folds (window->editor);

  go (window, 3);
  act (window, "win.fold");
  g_assert_true (cw_editor_folds_is_folded (folds, 1));
  g_assert_true (cw_editor_folds_is_hidden (folds, 4));
  g_assert_false (cw_editor_folds_is_hidden (folds, 5));
  g_assert_cmpuint (cw_editor_get_caret (window->editor).line, ==, 2);
  assert_shown (window, PAPER);
  go (window, 6);
  act (window, "win.section-up"); /* its number changes, and it stays folded behind the other */
  g_assert_true (cw_editor_folds_is_folded (folds, 3));
  act (window, "win.undo");
  g_assert_true (cw_editor_folds_is_folded (folds, 1) || !cw_editor_folds_is_hidden (folds, 2));
  go (window, 4);
  g_assert_false (cw_editor_folds_is_hidden (folds, 3));
  close_window (window);
}

/* Delete behind a folded heading joins nothing unseen: the first shows what there is. */
static void
test_delete_folded (void)
{
  CwWindow *window = open_window ("1:甲\nP:文\n1:乙\nP:丙");
  CwEditorFolds *folds = cw_editor_get_folds (window->editor);

  cw_editor_folds_set (folds, 0, TRUE);
  cw_editor_set_caret (window->editor, (CwPlace) { 0, strlen ("甲") });
  g_signal_emit_by_name (window->editor, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_shown (window, "1:甲\nP:文\n1:乙\nP:丙");
  g_assert_false (cw_editor_folds_is_folded (folds, 0));
  g_signal_emit_by_name (window->editor, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  assert_shown (window, "1:甲文\n1:乙\nP:丙");
  close_window (window);
}

/* Whoever is led to a place sees it. */
static void
test_show_folded (void)
{
  CwWindow *window = open_window ("1:甲\nP:文字\n1:乙\nP:丙");
  CwEditorFolds *folds = cw_editor_get_folds (window->editor);
  CwStretch stretch = { .line = 1, .start = 0, .end = strlen ("文") };

  cw_editor_folds_set (folds, 0, TRUE);
  cw_editor_folds_set (folds, 2, TRUE);
  cw_editor_reveal_stretch (window->editor, &stretch);
  g_assert_false (cw_editor_folds_is_folded (folds, 0));
  g_assert_true (cw_editor_folds_is_folded (folds, 2));
  stretch.line = 3;
  cw_editor_show_stretch (window->editor, &stretch);
  g_assert_false (cw_editor_folds_is_folded (folds, 2));
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("chengwen-home-XXXXXX", NULL);

  g_setenv ("GTK_A11Y", "none", TRUE); /* GTK 4.18's own test backend cannot announce and falls over */
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  cw_test_window_init (&argc, &argv);
  application = cw_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/outline/follows-caret", test_follows_caret);
  g_test_add_func ("/app/outline/move", test_move);
  g_test_add_func ("/app/outline/levels", test_levels);
  g_test_add_func ("/app/outline/commands", test_commands);
  g_test_add_func ("/app/outline/references", test_references);
  g_test_add_func ("/app/outline/said", test_said);
  g_test_add_func ("/app/outline/said-follows", test_said_follows);
  g_test_add_func ("/app/outline/said-gone", test_said_gone);
  g_test_add_func ("/app/outline/make-list", test_make_list);
  g_test_add_func ("/app/outline/dropped", test_dropped);
  g_test_add_func ("/app/outline/fold", test_fold);
  g_test_add_func ("/app/outline/delete-folded", test_delete_folded);
  g_test_add_func ("/app/outline/show-folded", test_show_folded);
  return g_test_run ();
}
