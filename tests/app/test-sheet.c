/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/cw-application.h"
#include "app/placeholders/cw-sheet-dialog.h"
#include "app/window/cw-window-private.h"
#include "document/edits/cw-edit.h"
#include "cw-test-issued.h"
#include "cw-test-window.h"

/* Collection sheets coming back, in a real window, in process. */
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

static GFile *
make_file (const char *name, const void *content, gssize length)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return g_file_new_for_path (path);
}

static gboolean
has_dialog (CwWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL;
}

/* One may have come over another. */
static gboolean
has_no_dialog (CwWindow *window)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  return dialog == NULL;
}

/* The dialog that comes when @files have been read. */
static AdwDialog *
take (CwWindow *window, GListStore *files)
{
  cw_window_take_answers (window, G_LIST_MODEL (files));
  cw_test_wait_until (has_dialog, window);
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static GListStore *
make_files (const char *first, const char *second)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) one = make_file ("甲.csv", first, -1);

  g_list_store_append (files, one);
  if (second != NULL)
    {
      g_autoptr (GFile) two = make_file ("乙.csv", second, -1);

      g_list_store_append (files, two);
    }
  return files;
}

static void
close_dialogs (CwWindow *window)
{
  cw_test_wait_until (has_no_dialog, window);
  close_window (window);
}

/* The answers of two sections: one step, which one undo takes back. What is in doubt is not taken. */
static void
test_take (void)
{
  CwWindow *window = open_paper (PAPER);
  g_autofree char *before = get_text (window), *after = NULL, *undone = NULL;
  g_autoptr (GListStore) files
      = make_files ("编号,内容,本期数,填报人\n1,共检查【　】次，整改XX处。,12,张三\n",
                    "编号,内容,本期数\n3,再检查【　】次。,45\n2,共检查XX次，整改【　】处。,不清楚\n");
  AdwDialog *dialog = take (window, files);
  const CwValue *value;

  g_assert_true (CW_IS_SHEET_DIALOG (dialog));
  g_signal_emit_by_name (dialog, "accepted");
  after = get_text (window);
  g_assert_nonnull (strstr (after, "共检查12次，整改XX处"));
  g_assert_nonnull (strstr (after, "再检查45次"));
  value = cw_ledger_get_value (cw_document_get_ledger (cw_draft_get_document (window->draft)), 1);
  g_assert_cmpstr (value->source, ==, "张三");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  undone = get_text (window);
  g_assert_cmpstr (undone, ==, before);
  close_dialogs (window);
}

/* A paper that has changed under the dialog is left alone. */
static void
test_changed (void)
{
  CwWindow *window = open_paper (PAPER);
  g_autoptr (GListStore) files = make_files ("编号,本期数,内容\n1,12,共检查【　】次，整改XX处。\n", NULL);
  AdwDialog *dialog = take (window, files);
  g_autoptr (CwDocument) other = cw_test_issued_new (CW_KIND_SUMMARY, "title=另一篇\nP=共X次。\n");
  g_autofree char *text = NULL, *after = NULL;

  cw_editor_buffer_apply (cw_editor_get_buffer (window->editor), other, NULL);
  text = get_text (window);
  g_signal_emit_by_name (dialog, "accepted");
  after = get_text (window);
  g_assert_cmpstr (after, ==, text);
  close_dialogs (window);
}

/* What is no sheet, or says nothing new, is told about, and nothing else happens. */
static void
test_no_answers (void)
{
  static const char *const contents[] = { "", "甲,乙\n1,2\n", "编号,本期数\n1,\n" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      CwWindow *window = open_paper (PAPER);
      g_autoptr (GListStore) files = make_files (contents[i], NULL);
      g_autofree char *before = get_text (window), *after = NULL;
      AdwDialog *dialog = take (window, files);

      g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
      after = get_text (window);
      g_assert_cmpstr (after, ==, before);
      close_dialogs (window);
    }
}

/* Of several files those that can be read are shown, and the others named. */
static void
test_one_bad (void)
{
  CwWindow *window = open_paper (PAPER);
  g_autoptr (GListStore) files
      = make_files ("一,二\n", "编号,内容,本期数\n1,共检查【　】次，整改XX处。,12\n");
  AdwDialog *dialog = take (window, files);
  g_autofree char *after = NULL;

  g_assert_true (CW_IS_SHEET_DIALOG (dialog));
  g_signal_emit_by_name (dialog, "accepted");
  after = get_text (window);
  g_assert_nonnull (strstr (after, "共检查12次"));
  close_dialogs (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/app/sheet/take", test_take);
  g_test_add_func ("/app/sheet/changed", test_changed);
  g_test_add_func ("/app/sheet/no-answers", test_no_answers);
  g_test_add_func ("/app/sheet/one-bad", test_one_bad);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("chengwen-sheet-XXXXXX", NULL);
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
