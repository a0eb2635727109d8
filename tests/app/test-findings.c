/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include <adwaita.h>

#include "app/cw-application.h"
#include "app/editor/cw-editor-layers.h"
#include "app/findings/cw-check-dialog.h"
#include "app/findings/cw-check-settings.h"
#include "app/window/cw-window-private.h"
#include "cw-test-window.h"

/* What the checker finds, in a real window. */
static CwApplication *application;

#define PAPER "T:青澜市水务局2026年第三季度工作总结\nP:取得了了明显成效。\n1:主要工作\nP:加强和和改进作风。"
#define MENDED "T:青澜市水务局2026年第三季度工作总结\nP:取得了明显成效。\n1:主要工作\nP:加强和改进作风。"

static gboolean
is_mapped (CwWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window));
}

static CwFindings *
get_findings (CwWindow *window)
{
  return cw_text_checker_get_findings (window->checker);
}

static gboolean
is_checked (CwWindow *window)
{
  return get_findings (window) != NULL
         && cw_findings_get_document (get_findings (window)) == cw_draft_get_document (window->draft);
}

static gboolean
is_unchecked (CwWindow *window)
{
  return get_findings (window) == NULL;
}

static CwWindow *
open_window (void)
{
  CwWindow *window = cw_window_new (application);
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);

  g_settings_reset (window->settings, "check-ignored");
  g_settings_reset (window->settings, "check-rules-off");
  g_settings_reset (window->settings, "check-terms");
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
  cw_test_wait_until (is_mapped, window);
  cw_history_reset (cw_draft_get_history (window->draft), document);
  cw_test_wait_until (is_checked, window);
  return window;
}

static void
close_window (CwWindow *window)
{
  cw_draft_discard (window->draft);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_shown (CwWindow *window)
{
  return g_list_model_get_n_items (cw_findings_panel_get_model (window->findings));
}

static guint
count_marked (CwWindow *window)
{
  guint total = 0, n;

  for (guint i = CW_EDITOR_LAYER_FINDINGS_HINT; i <= CW_EDITOR_LAYER_FINDINGS_RULE; i++)
    {
      cw_editor_get_layer (window->editor, i, &n);
      total += n;
    }
  return total;
}

static void
command (CwWindow *window, guint position, CwFindingCommand what)
{
  g_autoptr (CwFindingItem) item
      = g_list_model_get_item (cw_findings_panel_get_model (window->findings), position);

  g_signal_emit_by_name (window->findings, "command", item, what);
}

static void
test_found (void)
{
  CwWindow *window = open_window ();

  g_assert_cmpuint (count_shown (window), ==, 2);
  g_assert_cmpuint (count_marked (window), ==, 2);
  close_window (window);
}

/* What is typed is checked, and what is right goes from the list. */
static void
test_typing (void)
{
  CwWindow *window = open_window ();
  g_autoptr (CwDocument) mended = cw_test_document_new (MENDED);

  cw_editor_buffer_apply (cw_editor_get_buffer (window->editor), mended, NULL);
  cw_test_wait_until (is_checked, window);
  g_assert_cmpuint (count_shown (window), ==, 0);
  g_assert_cmpuint (count_marked (window), ==, 0);
  close_window (window);
}

static void
test_fix_all (void)
{
  CwWindow *window = open_window ();

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.fix-findings", NULL));
  cw_test_assert_document (cw_draft_get_document (window->draft), MENDED);
  cw_history_undo (cw_draft_get_history (window->draft));
  cw_test_assert_document (cw_draft_get_document (window->draft), PAPER);
  close_window (window);
}

static void
test_fix_one (void)
{
  CwWindow *window = open_window ();

  command (window, 1, CW_FINDING_FIX);
  cw_test_assert_document (cw_draft_get_document (window->draft),
                           "T:青澜市水务局2026年第三季度工作总结\nP:取得了了明显成效。\n1:主要工作\n"
                           "P:加强和改进作风。");
  close_window (window);
}

/* Left alone in this paper: part of it, and of undo; all of it comes back on request. */
static void
test_leave_alone (void)
{
  CwWindow *window = open_window ();

  command (window, 0, CW_FINDING_IGNORE);
  cw_test_wait_until (is_checked, window);
  g_assert_cmpuint (count_shown (window), ==, 1);
  g_assert_cmpuint (cw_findings_get_n_dismissed (get_findings (window)), ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-findings", NULL));
  cw_test_wait_until (is_checked, window);
  g_assert_cmpuint (count_shown (window), ==, 2);
  close_window (window);
}

static gboolean
has_one (CwWindow *window)
{
  return count_shown (window) == 1;
}

static gboolean
has_none (CwWindow *window)
{
  return count_shown (window) == 0;
}

static void
test_always (void)
{
  CwWindow *window = open_window ();

  command (window, 0, CW_FINDING_IGNORE_ALWAYS);
  cw_test_wait_until (has_one, window);
  command (window, 0, CW_FINDING_RULE_OFF);
  cw_test_wait_until (has_none, window);
  cw_test_assert_document (cw_draft_get_document (window->draft), PAPER);
  close_window (window);
}

static void
test_off (void)
{
  CwWindow *window = open_window ();

  g_settings_set_boolean (window->settings, "check-text", FALSE);
  cw_test_wait_until (is_unchecked, window);
  g_assert_cmpuint (count_shown (window), ==, 0);
  g_assert_cmpuint (count_marked (window), ==, 0);
  g_settings_set_boolean (window->settings, "check-text", TRUE);
  cw_test_wait_until (is_checked, window);
  g_assert_cmpuint (count_shown (window), ==, 2);
  close_window (window);
}

static void
test_keys (void)
{
  CwWindow *window = open_window ();

  cw_editor_set_caret (window->editor, (CwPlace) { 0, 0 });
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.next-finding", NULL));
  g_assert_cmpuint (cw_editor_get_caret (window->editor).line, ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.next-finding", NULL));
  g_assert_cmpuint (cw_editor_get_caret (window->editor).line, ==, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.next-finding", NULL));
  g_assert_cmpuint (cw_editor_get_caret (window->editor).line, ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.previous-finding", NULL));
  g_assert_cmpuint (cw_editor_get_caret (window->editor).line, ==, 3);
  close_window (window);
}

/* The office's own words count at once. */
static void
test_words (void)
{
  CwWindow *window = open_window ();

  g_settings_set_string (window->settings, "check-terms", "作风=工作作风");
  command (window, 1, CW_FINDING_FIX);
  cw_test_wait_until (is_checked, window);
  g_assert_cmpuint (count_shown (window), ==, 2);
  close_window (window);
}

static void
test_lists (void)
{
  CwWindow *window = open_window ();

  cw_check_settings_add (window->settings, "check-ignored", "a");
  cw_check_settings_add (window->settings, "check-ignored", "b");
  cw_check_settings_add (window->settings, "check-ignored", "a");
  g_assert_true (cw_check_settings_has (window->settings, "check-ignored", "a"));
  cw_check_settings_remove (window->settings, "check-ignored", "a");
  g_assert_false (cw_check_settings_has (window->settings, "check-ignored", "a"));
  g_assert_true (cw_check_settings_has (window->settings, "check-ignored", "b"));
  adw_dialog_present (cw_check_dialog_new (window->settings), GTK_WIDGET (window));
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "none", TRUE); /* GTK's test backend ends with an announcement */
  cw_test_window_init (&argc, &argv);
  application = cw_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/findings/found", test_found);
  g_test_add_func ("/app/findings/typing", test_typing);
  g_test_add_func ("/app/findings/fix-all", test_fix_all);
  g_test_add_func ("/app/findings/fix-one", test_fix_one);
  g_test_add_func ("/app/findings/leave-alone", test_leave_alone);
  g_test_add_func ("/app/findings/always", test_always);
  g_test_add_func ("/app/findings/off", test_off);
  g_test_add_func ("/app/findings/keys", test_keys);
  g_test_add_func ("/app/findings/words", test_words);
  g_test_add_func ("/app/findings/lists", test_lists);
  return g_test_run ();
}
