/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include <adwaita.h>

#include "app/cw-application.h"
#include "app/editor/cw-editor-blocks.h"
#include "app/editor/cw-editor-layers.h"
#include "app/tables/cw-table-view.h"
#include "app/window/cw-window-private.h"
#include "cw-test-window.h"

/* Misspelled words in a real window, and what its menu does about them. */
static CwApplication *application;

#define PAPER "T:关于managment的报告\nP:推广Smart Camppus平台。\nG:表1|处;budjet|甲处;1"

static gboolean
is_mapped (CwWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window));
}

static const CwStretch *
get_marked (CwWindow *window, guint *n)
{
  return cw_editor_get_layer (window->editor, CW_EDITOR_LAYER_SPELLING, n);
}

static gboolean
is_looked_up (CwWindow *window)
{
  CwSpelling *spelling = cw_spelling_checker_get_spelling (window->spelling);

  return spelling != NULL
         && cw_spelling_get_document (spelling) == cw_draft_get_document (window->draft);
}

static gboolean
has_no_mark (CwWindow *window)
{
  guint n;

  get_marked (window, &n);
  return n == 0;
}

static gboolean
has_two_marks (CwWindow *window)
{
  guint n;

  get_marked (window, &n);
  return n == 2;
}

static gboolean
has_three_marks (CwWindow *window)
{
  guint n;

  get_marked (window, &n);
  return n == 3;
}

static CwWindow *
open_window (void)
{
  CwWindow *window;
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);

  if (cw_dictionary_get_default () == NULL)
    {
      g_test_skip ("this computer has no English dictionary");
      return NULL;
    }
  window = cw_window_new (application);
  g_settings_reset (window->settings, "spelling");
  g_settings_reset (window->settings, "spelling-words");
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
  cw_test_wait_until (is_mapped, window);
  cw_history_reset (cw_draft_get_history (window->draft), document);
  cw_test_wait_until (is_looked_up, window);
  return window;
}

static void
close_window (CwWindow *window)
{
  cw_draft_discard (window->draft);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
activate (CwWindow *window, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, target != NULL ? "s" : NULL,
                                             target));
}

static void
offer (CwWindow *window, guint position)
{
  guint n;
  const CwStretch *marked = get_marked (window, &n);

  g_assert_cmpuint (position, <, n);
  cw_window_offer_spelling (window, &marked[position]);
}

static char *
get_string (CwWindow *window)
{
  return cw_flow_to_string (cw_draft_get_document (window->draft));
}

/* The menu of the text begins with what is offered. */
static void
assert_offered (CwWindow *window, const char *word)
{
  GMenuModel *menu = gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (window->editor));
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  int n = g_menu_model_get_n_items (section);
  gboolean found = FALSE;

  g_assert_cmpint (n, <=, 7);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *target = NULL;

      if (g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_TARGET, "s", &target))
        found = found || g_str_equal (target, word);
    }
  g_assert_true (found);
}

static void
test_marked (void)
{
  CwWindow *window = open_window ();
  CwStretch at = { .line = 1, .start = 0, .end = 0 };
  g_autoptr (CwText) typed = cw_text_new ("recieve");
  g_autoptr (CwDocument) document = NULL;

  if (window == NULL)
    return;
  g_assert_true (has_three_marks (window));
  document = cw_edit_stretches (cw_draft_get_document (window->draft), &at, &typed, 1);
  cw_editor_buffer_apply (cw_editor_get_buffer (window->editor), document, NULL);
  g_assert_true (has_three_marks (window)); /* not on the way of the keys */
  cw_test_wait_until (is_looked_up, window);
  g_assert_false (has_three_marks (window));
  g_settings_set_boolean (window->settings, "spelling", FALSE);
  g_assert_true (has_no_mark (window));
  close_window (window);
}

/* One step of the history each. */
static void
test_respell (void)
{
  CwWindow *window = open_window ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  if (window == NULL)
    return;
  before = get_string (window);
  offer (window, 0);
  assert_offered (window, "management");
  activate (window, "win.respell", "management");
  after = get_string (window);
  g_assert_nonnull (strstr (after, "关于management的报告"));
  cw_test_wait_until (has_two_marks, window);
  activate (window, "win.undo", NULL);
  undone = get_string (window);
  g_assert_cmpstr (undone, ==, before);
  cw_test_wait_until (has_three_marks, window);
  close_window (window);
}

/* A menu left open while its word goes does no harm. */
static void
test_gone (void)
{
  CwWindow *window = open_window ();
  g_autoptr (CwDocument) other = cw_test_document_new ("P:短");
  g_autofree char *after = NULL;

  if (window == NULL)
    return;
  offer (window, 1);
  cw_history_reset (cw_draft_get_history (window->draft), other);
  activate (window, "win.respell", "Campus");
  after = get_string (window);
  g_assert_nonnull (strstr (after, "短"));
  g_assert_null (strstr (after, "Campus"));
  close_window (window);
}

static void
test_learn (void)
{
  CwWindow *window = open_window ();
  g_auto (GStrv) words = NULL;

  if (window == NULL)
    return;
  offer (window, 1);
  activate (window, "win.learn-word", NULL);
  words = g_settings_get_strv (window->settings, "spelling-words");
  g_assert_true (g_strv_contains ((const char *const *) words, "Camppus"));
  cw_test_wait_until (has_two_marks, window);
  close_window (window);
}

/* Only in this document, and undone like any edit. */
static void
test_ignore (void)
{
  CwWindow *window = open_window ();

  if (window == NULL)
    return;
  offer (window, 1);
  activate (window, "win.ignore-word", NULL);
  cw_test_wait_until (has_two_marks, window);
  activate (window, "win.undo", NULL);
  cw_test_wait_until (has_three_marks, window);
  close_window (window);
}

/* A cell is mended as the text is. */
static void
test_cell (void)
{
  CwWindow *window = open_window ();
  CwDocument *document;
  CwStretch cell;
  g_autofree char *word = NULL;
  guint n;

  if (window == NULL)
    return;
  cell = get_marked (window, &n)[2];
  g_assert_cmpint (cell.field.kind, ==, CW_FIELD_CELL);
  offer (window, 2);
  activate (window, "win.respell", "budget");
  document = cw_draft_get_document (window->draft);
  cell.end = cell.start + strlen ("budget");
  word = cw_stretch_to_string (document, &cell);
  g_assert_cmpstr (word, ==, "budget");
  close_window (window);
}

/* The menu of the text, as the right button opens it. */
static void
press (CwWindow *window, graphene_point_t at)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (window->editor));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "pressed", 1, (double) at.x, (double) at.y);
    }
}

static void
test_press_text (void)
{
  CwWindow *window = open_window ();
  GtkTextView *view;
  GtkTextIter iter;
  GdkRectangle place;
  int x, y;

  if (window == NULL)
    return;
  view = GTK_TEXT_VIEW (window->editor);
  gtk_text_buffer_get_iter_at_line_offset (gtk_text_view_get_buffer (view), &iter, 1, 10);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &x, &y);
  press (window, GRAPHENE_POINT_INIT (x + 2, y + place.height / 2));
  g_assert_cmpstr (window->misspelled, ==, "Camppus");
  assert_offered (window, "Campus");
  press (window, GRAPHENE_POINT_INIT (1, 1));
  g_assert_null (window->misspelled);
  close_window (window);
}

static void
test_press_cell (void)
{
  CwWindow *window = open_window ();
  CwTableView *table;
  GdkRectangle cell;
  graphene_point_t at;
  guint line;

  if (window == NULL)
    return;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (cw_editor_blocks_get_nth_table (cw_editor_get_blocks (window->editor), 0, &table,
                                                 &line));
  cell = cw_table_view_get_cell_area (table, 0, 1);
  g_assert_true (gtk_widget_compute_point (
      GTK_WIDGET (table), GTK_WIDGET (window->editor),
      &GRAPHENE_POINT_INIT (cell.x + cell.width / 2.0f, cell.y + cell.height / 2.0f), &at));
  press (window, at);
  g_assert_cmpstr (window->misspelled, ==, "budjet");
  activate (window, "win.respell", "budget");
  cw_test_wait_until (has_two_marks, window);
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "none", TRUE); /* GTK's test backend ends with an announcement */
  cw_test_window_init (&argc, &argv);
  application = cw_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/spelling/marked", test_marked);
  g_test_add_func ("/app/spelling/respell", test_respell);
  g_test_add_func ("/app/spelling/gone", test_gone);
  g_test_add_func ("/app/spelling/learn", test_learn);
  g_test_add_func ("/app/spelling/ignore", test_ignore);
  g_test_add_func ("/app/spelling/cell", test_cell);
  g_test_add_func ("/app/spelling/press-text", test_press_text);
  g_test_add_func ("/app/spelling/press-cell", test_press_cell);
  return g_test_run ();
}
