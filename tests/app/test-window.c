/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/cw-application.h"
#include "app/editor/cw-editor-commands.h"
#include "app/editor/cw-editor-paste.h"
#include "app/cw-print-settings.h"
#include "app/window/cw-window-private.h"
#include "document/edits/cw-edit.h"
#include "cw-test-window.h"

/* The real application, its windows opened and looked at in process. */
static CwApplication *application;

static gboolean
is_mapped (CwWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window));
}

static gboolean
is_loaded (CwWindow *window)
{
  return window->loading == NULL && cw_draft_get_source (window->draft) != NULL;
}

static gboolean
has_pages (CwWindow *window)
{
  return cw_preview_get_n_pages (window->preview) > 1 && !cw_preview_get_busy (window->preview)
         && window->count_timer == 0;
}

static CwWindow *
open_window (int width, int height)
{
  CwWindow *window = cw_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  cw_test_wait_until (is_mapped, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static GFile *
sample (void)
{
  return g_file_new_build_filename (g_getenv ("CHENGWEN_SAMPLES"), "summary.txt", NULL);
}

static CwWindow *
open_sample (int width, int height)
{
  CwWindow *window = open_window (width, height);
  g_autoptr (GFile) file = sample ();

  cw_window_load (window, file);
  cw_test_wait_until (is_loaded, window);
  cw_test_wait_until (has_pages, window);
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

static AdwDialog *
visible_dialog (CwWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/* --- opening ---------------------------------------------------------------------------------- */

static void
test_sample (void)
{
  CwWindow *window = open_sample (1200, 800);
  CwDocument *document = cw_draft_get_document (window->draft);
  g_autofree char *flow = cw_flow_to_string (document);
  g_autofree char *pages = g_strdup_printf ("%u pages", cw_preview_get_n_pages (window->preview));
  g_autofree char *characters
      = g_strdup_printf ("%u characters", cw_document_count_characters (document));
  g_autofree char *placeholders
      = g_strdup_printf ("%u placeholders left", cw_document_count_placeholders (document));
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (cw_editor_get_buffer (window->editor)), &start,
                              &end);
  shown = gtk_text_iter_get_slice (&start, &end);
  g_assert_cmpstr (shown, ==, flow);
  g_assert_cmpuint (cw_preview_get_n_pages (window->preview), >=, 6);
  g_assert_nonnull (strstr (gtk_label_get_text (window->count_label), pages));
  g_assert_nonnull (strstr (gtk_label_get_text (window->count_label), characters));
  g_assert_cmpstr (gtk_label_get_text (window->placeholder_label), ==, placeholders);
  g_assert_cmpstr (adw_window_title_get_title (window->window_title), ==, "summary");
  close_window (window);
}

static void
test_import_bar (void)
{
  CwWindow *window = open_sample (1200, 800);
  CwImport *import = cw_draft_get_import (window->draft);
  g_autofree char *text
      = g_strdup_printf ("%u changes were made while reading this text.", import->changes->len);

  g_assert_true (gtk_revealer_get_reveal_child (window->import_revealer));
  g_assert_cmpstr (gtk_label_get_text (window->import_label), ==, text);
  act (window, "win.changes");
  g_assert_nonnull (visible_dialog (window));
  adw_dialog_force_close (visible_dialog (window));

  act (window, "win.undo-changes");
  g_assert_true (cw_document_equal (cw_draft_get_document (window->draft), import->as_typed));
  g_assert_false (gtk_revealer_get_reveal_child (window->import_revealer));
  act (window, "win.undo-changes"); /* has nothing to do any more */
  g_assert_true (cw_document_equal (cw_draft_get_document (window->draft), import->as_typed));
  act (window, "win.redo");
  g_assert_true (cw_draft_get_document (window->draft) == import->document);
  close_window (window);
}

static void
test_same_file_twice (void)
{
  CwWindow *window = open_sample (900, 600);
  g_autoptr (GFile) file = sample ();
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));
  guint n = g_list_length (windows);

  cw_application_open_file (application, file, NULL);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==,
                    n);
  g_assert_true (cw_application_find_window (application, file) == window);
  close_window (window);
}

static void
test_untouched_window_is_used (void)
{
  CwWindow *window = open_window (900, 600);
  g_autoptr (GFile) file = sample ();

  cw_application_open_file (application, file, window);
  g_assert_true (window->loading != NULL);
  g_assert_true (cw_application_find_window (application, file) == window);
  cw_test_wait_until (is_loaded, window);
  close_window (window);
}

static gboolean
has_dialog (CwWindow *window)
{
  return visible_dialog (window) != NULL;
}

static void
test_cannot_open (void)
{
  CwWindow *window = open_window (900, 600);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/没有.txt");

  cw_window_load (window, file);
  cw_test_wait_until (has_dialog, window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (visible_dialog (window))), ==,
                   "This File Cannot Be Opened");
  g_assert_true (cw_draft_is_untouched (window->draft));
  adw_dialog_force_close (visible_dialog (window));
  close_window (window);
}

/* --- what a hand does ------------------------------------------------------------------------- */

static gboolean
counts_two (CwWindow *window)
{
  return strstr (gtk_label_get_text (window->count_label), "2 characters") != NULL;
}

static void
type (CwWindow *window, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (window->editor));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
test_typing (void)
{
  CwWindow *window = open_window (1200, 800);

  g_assert_false (cw_history_get_can_undo (cw_draft_get_history (window->draft)));
  type (window, "总结");
  cw_test_wait_until (counts_two, window);
  g_assert_true (g_str_has_prefix (adw_window_title_get_title (window->window_title), "• "));
  act (window, "win.undo");
  g_assert_true (cw_document_is_blank (cw_draft_get_document (window->draft)));
  act (window, "win.redo");
  g_assert_false (cw_document_is_blank (cw_draft_get_document (window->draft)));
  close_window (window);
}

static void
test_style_menu (void)
{
  CwWindow *window = open_window (1200, 800);

  type (window, "总结\n学习");
  cw_editor_set_caret (window->editor, (CwPlace) { 1, 0 });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.style", "s", "heading-2");
  g_assert_cmpint (cw_editor_get_style (window->editor), ==, CW_STYLE_HEADING_2);
  g_assert_cmpstr (gtk_menu_button_get_label (window->style_button), ==, "Heading 2");
  close_window (window);
}

static void
test_next_placeholder (void)
{
  CwWindow *window = open_sample (1200, 800);
  guint before = cw_document_count_placeholders (cw_draft_get_document (window->draft));

  act (window, "win.next-placeholder");
  type (window, "3");
  g_assert_cmpuint (cw_document_count_placeholders (cw_draft_get_document (window->draft)), ==,
                    before - 1);
  close_window (window);
}

static void
test_click_on_page (void)
{
  CwWindow *window = open_sample (1200, 800);
  CwPlace place = { 5, 3 };

  g_signal_emit_by_name (window->preview, "place-activated", &place);
  g_assert_cmpuint (cw_editor_get_caret (window->editor).line, ==, 5);
  g_assert_cmpuint (cw_editor_get_caret (window->editor).offset, ==, 3);
  close_window (window);
}

static gboolean
is_on_last_page (CwWindow *window)
{
  return cw_preview_get_page (window->preview) + 2 >= cw_preview_get_n_pages (window->preview);
}

static void
test_page_follows_caret (void)
{
  CwWindow *window = open_sample (1200, 800);
  CwDocument *document = cw_draft_get_document (window->draft);

  g_assert_cmpuint (cw_preview_get_page (window->preview), ==, 0);
  cw_editor_set_caret (window->editor, (CwPlace) { cw_flow_get_n_lines (document) - 1, 0 });
  cw_test_wait_until (is_on_last_page, window);
  close_window (window);
}

static gboolean
is_at_double (CwWindow *window)
{
  return strcmp (gtk_label_get_text (window->zoom_label), "200 %") == 0;
}

static void
test_zoom (void)
{
  CwWindow *window = open_sample (1200, 800);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.zoom", "d", 2.0);
  cw_test_wait_until (is_at_double, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.zoom-mode", "s", "fit-page");
  g_assert_cmpint (cw_preview_get_zoom_mode (window->preview), ==, CW_PREVIEW_ZOOM_FIT_PAGE);
  close_window (window);
}

static gboolean
is_narrow (CwWindow *window)
{
  return window->narrow;
}

static void
test_narrow (void)
{
  CwWindow *window = open_window (360, 640);

  cw_test_wait_until (is_narrow, window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_true (gtk_widget_get_visible (window->editor_side));
  g_assert_false (gtk_widget_get_visible (window->preview_side));
  act (window, "win.switch-side");
  g_assert_false (gtk_widget_get_visible (window->editor_side));
  g_assert_true (gtk_widget_get_visible (window->preview_side));
  act (window, "win.switch-side");
  g_assert_true (gtk_widget_get_visible (window->editor_side));
  close_window (window);
}

static void
test_wide (void)
{
  CwWindow *window = open_window (1200, 800);

  g_assert_false (window->narrow);
  g_assert_true (gtk_widget_get_visible (window->editor_side));
  g_assert_true (gtk_widget_get_visible (window->preview_side));
  g_assert_cmpint (gtk_paned_get_position (window->paned), >, 320);
  close_window (window);
}

/* --- closing ---------------------------------------------------------------------------------- */

static void
on_gone (gpointer data, GObject *window)
{
  *(gboolean *) data = TRUE;
}

static void
wait_for (gboolean *done)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!*done && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (*done);
}

static void
answer (CwWindow *window, const char *response)
{
  g_autoptr (CwWindow) kept = g_object_ref (window);
  g_autoptr (AdwDialog) dialog = g_object_ref (visible_dialog (window));

  g_signal_emit_by_name (dialog, "response", response);
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    adw_dialog_force_close (dialog);
}

static void
test_close_asks_once (void)
{
  CwWindow *window = open_window (900, 600);
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (window), on_gone, &gone);
  type (window, "没有保存");
  gtk_window_close (GTK_WINDOW (window));
  cw_test_wait_until (has_dialog, window);
  answer (window, "cancel");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));

  gtk_window_close (GTK_WINDOW (window));
  cw_test_wait_until (has_dialog, window);
  answer (window, "discard");
  wait_for (&gone);
}

static void
test_close_at_once (void)
{
  CwWindow *window = open_sample (900, 600); /* what is unchanged needs no question */
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (window), on_gone, &gone);
  gtk_window_close (GTK_WINDOW (window));
  wait_for (&gone);
}

static gboolean
is_changed_outside (CwWindow *window)
{
  return adw_banner_get_revealed (window->outside_banner);
}

static gboolean
is_idle (CwWindow *window)
{
  return !cw_draft_get_busy (window->draft) && cw_draft_get_file (window->draft) != NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (cw_draft_save_finish (CW_DRAFT (source), result, NULL));
}

static void
test_changed_outside (void)
{
  CwWindow *window = open_window (900, 600);
  g_autofree char *folder = g_dir_make_tmp ("chengwen-window-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.chengwen", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;

  type (window, "总结");
  cw_draft_save_async (window->draft, file, FALSE, NULL, on_saved, NULL);
  cw_test_wait_until (is_idle, window);
  close_window (window);

  window = open_window (900, 600);
  cw_window_load (window, file);
  cw_test_wait_until (is_idle, window);
  g_assert_true (g_file_set_contents (path, "a stranger", -1, NULL));
  cw_test_wait_until (is_changed_outside, window);
  type (window, "更多");
  act (window, "win.save");
  cw_test_wait_until (has_dialog, window);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "a stranger");
  adw_dialog_force_close (visible_dialog (window));
  close_window (window);
  g_unlink (path);
  g_rmdir (folder);
}

/* --- everything has a name -------------------------------------------------------------------- */

static gboolean
is_icon_only (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL;
}

static void
check_names (GtkWidget *widget, guint *n)
{
  GtkWidget *child;

  if (is_icon_only (widget)
      && g_str_has_suffix (gtk_button_get_icon_name (GTK_BUTTON (widget)), "-symbolic")
      && gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL
      /* libadwaita's own, which has names for its keys */
      && gtk_widget_get_ancestor (widget, ADW_TYPE_SPIN_ROW) == NULL)
    {
      g_test_message ("%s", gtk_button_get_icon_name (GTK_BUTTON (widget)));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
      (*n)++;
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child, n);
}

static void
test_accessible_names (void)
{
  CwWindow *window = open_window (900, 600);
  guint n = 0;

  check_names (GTK_WIDGET (window), &n);
  g_assert_cmpuint (n, >=, 6);
  close_window (window);
}

static void
test_print_settings (void)
{
  g_autoptr (GtkPrintSettings) settings = cw_print_settings_new ();
  g_autoptr (GtkPageSetup) page = cw_print_settings_new_page ();

  g_assert_cmpfloat (gtk_print_settings_get_scale (settings), ==, 100);
  g_assert_cmpint (gtk_print_settings_get_duplex (settings), ==, GTK_PRINT_DUPLEX_HORIZONTAL);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_width (page, GTK_UNIT_MM), 210, .01);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_paper_height (page, GTK_UNIT_MM), 297, .01);
}

static void
test_dialogs (void)
{
  static const char *const actions[]
      = { "win.preferences", "win.remarks", "win.changes", "app.about" };
  CwWindow *window = open_sample (900, 600);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      act (window, actions[i]);
      cw_test_wait_until (has_dialog, window);
      adw_dialog_force_close (visible_dialog (window));
    }
  close_window (window);
}

static GtkWidget *
find_expander (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_expander (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_result (CwWindow *window)
{
  return has_dialog (window) && find_expander (GTK_WIDGET (visible_dialog (window))) != NULL;
}

/* The check before printing measures the PDF and finds nothing wrong with a page of our own. */
static void
test_ready (void)
{
  CwWindow *window = open_sample (900, 600);
  GtkWidget *expander;

  act (window, "win.ready");
  cw_test_wait_until (has_result, window);
  expander = find_expander (GTK_WIDGET (visible_dialog (window)));
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander)), " 0 wrong"));
  adw_dialog_force_close (visible_dialog (window));
  /* Closed before the answer comes: nothing may come of it. */
  act (window, "win.ready");
  cw_test_wait_until (has_dialog, window);
  adw_dialog_force_close (visible_dialog (window));
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("chengwen-home-XXXXXX", NULL);
  int status;

  /* what is kept for recovery, and the list of recent files, are not the user's */
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  cw_test_window_init (&argc, &argv);
  application = cw_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/window/sample", test_sample);
  g_test_add_func ("/app/window/import-bar", test_import_bar);
  g_test_add_func ("/app/window/same-file-twice", test_same_file_twice);
  g_test_add_func ("/app/window/untouched-window-is-used", test_untouched_window_is_used);
  g_test_add_func ("/app/window/cannot-open", test_cannot_open);
  g_test_add_func ("/app/window/ready", test_ready);
  g_test_add_func ("/app/window/typing", test_typing);
  g_test_add_func ("/app/window/style-menu", test_style_menu);
  g_test_add_func ("/app/window/next-placeholder", test_next_placeholder);
  g_test_add_func ("/app/window/click-on-page", test_click_on_page);
  g_test_add_func ("/app/window/page-follows-caret", test_page_follows_caret);
  g_test_add_func ("/app/window/zoom", test_zoom);
  g_test_add_func ("/app/window/narrow", test_narrow);
  g_test_add_func ("/app/window/wide", test_wide);
  g_test_add_func ("/app/window/close-asks-once", test_close_asks_once);
  g_test_add_func ("/app/window/close-at-once", test_close_at_once);
  g_test_add_func ("/app/window/changed-outside", test_changed_outside);
  g_test_add_func ("/app/window/accessible-names", test_accessible_names);
  g_test_add_func ("/app/window/print-settings", test_print_settings);
  g_test_add_func ("/app/window/dialogs", test_dialogs);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
