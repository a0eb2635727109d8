/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/cw-application.h"
#include "app/templates/cw-template-card.h"
#include "app/templates/cw-template-dialog.h"
#include "app/templates/cw-template-name.h"
#include "app/window/cw-window-private.h"
#include "cw-test-window.h"
#include "document/edits/cw-edit.h"
#include "formats/templates/cw-own-template.h"
#include "formats/templates/cw-template-list.h"

/* The New dialog over real windows, in process. */
static CwApplication *application;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
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

static void
close_window (CwWindow *window)
{
  cw_draft_discard (window->draft);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- the widgets of the dialog ---------------------------------------------------------------- */

static gpointer
find_widget (GtkWidget *from, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (from, type))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AdwDialog *
visible_dialog (CwWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static GtkWidget *
open_dialog (CwWindow *window)
{
  gtk_window_present (GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-from-template", NULL);
  g_assert_true (CW_IS_TEMPLATE_DIALOG (visible_dialog (window)));
  cw_test_wait_until (is_mapped, visible_dialog (window));
  return GTK_WIDGET (visible_dialog (window));
}

static GListModel *
get_model (GtkWidget *dialog)
{
  return G_LIST_MODEL (gtk_grid_view_get_model (find_widget (dialog, GTK_TYPE_GRID_VIEW)));
}

static CwTemplateItem *
get_item (GtkWidget *dialog, guint position)
{
  g_autoptr (CwTemplateItem) item = g_list_model_get_item (get_model (dialog), position);

  g_assert_nonnull (item);
  return item; /* the model keeps it */
}

static const char *
get_id (GtkWidget *dialog, guint position)
{
  return cw_template_get_id (cw_template_item_get_template (get_item (dialog, position)));
}

static void
note (GtkSearchEntry *entry, gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *) flag;
}

/* Waits until the entry has told. */
static void
search (GtkWidget *dialog, const char *query)
{
  GtkWidget *entry = find_widget (dialog, GTK_TYPE_SEARCH_ENTRY);
  gboolean changed = FALSE;
  gulong id = g_signal_connect_after (entry, "search-changed", G_CALLBACK (note), &changed);

  gtk_editable_set_text (GTK_EDITABLE (entry), query);
  cw_test_wait_until (is_set, &changed);
  g_signal_handler_disconnect (entry, id);
}

/* What Enter in the entry does. */
static void
enter (GtkWidget *dialog)
{
  g_signal_emit_by_name (find_widget (dialog, GTK_TYPE_SEARCH_ENTRY), "activate");
}

static gboolean
has_no_dialog (gpointer window)
{
  return visible_dialog (window) == NULL;
}

/* --- choosing --------------------------------------------------------------------------------- */

static void
test_search_and_enter (void)
{
  CwWindow *window = open_window (1200, 800);
  GtkWidget *dialog = open_dialog (window);
  guint n_windows = g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));

  g_assert_cmpstr (get_id (dialog, 0), ==, "blank");
  search (dialog, "季度总结");
  enter (dialog);
  cw_test_wait_until (has_no_dialog, window);
  g_assert_cmpuint (cw_document_count_placeholders (cw_draft_get_document (window->draft)), >, 50);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==,
                    n_windows);
  g_assert_null (cw_draft_get_file (window->draft));
  g_assert_false (cw_draft_get_modified (window->draft));
  g_assert_true (cw_draft_is_untouched (window->draft));
  close_window (window);
}

/* Nothing has been written into it yet, so the next template takes its place; what has been written
 * stays, and the next one gets a window of its own. */
static void
test_second_template (void)
{
  CwWindow *window = open_window (1200, 800), *other;
  GtkWidget *dialog = open_dialog (window);
  g_autoptr (CwDocument) blank = cw_document_new_blank ();
  CwPlace top = { 0, 0 };

  search (dialog, "qs");
  enter (dialog);
  cw_test_wait_until (has_no_dialog, window);
  dialog = open_dialog (window);
  search (dialog, "hyjy");
  enter (dialog);
  cw_test_wait_until (has_no_dialog, window);
  g_assert_cmpint (cw_document_get_form (cw_draft_get_document (window->draft))->kind, ==,
                   CW_KIND_MINUTES);

  cw_history_push (cw_draft_get_history (window->draft), blank, CW_EDIT_STEP, top, 0);
  dialog = open_dialog (window);
  search (dialog, "函");
  enter (dialog);
  cw_test_wait_until (has_no_dialog, window);
  other = CW_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  g_assert_true (other != window);
  g_assert_cmpint (cw_document_get_form (cw_draft_get_document (other->draft))->kind, ==,
                   CW_KIND_LETTER);
  g_assert_true (cw_draft_get_document (window->draft) == blank);
  close_window (other);
  close_window (window);
}

static void
test_nothing_found (void)
{
  CwWindow *window = open_window (1200, 800);
  GtkWidget *dialog = open_dialog (window);
  GtkStack *stack = find_widget (dialog, GTK_TYPE_STACK);

  search (dialog, "量子力学");
  enter (dialog);
  g_assert_nonnull (visible_dialog (window)); /* there is nothing to create */
  g_assert_cmpuint (g_list_model_get_n_items (get_model (dialog)), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  search (dialog, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "grid");
  close_window (window);
}

static void
test_groups (void)
{
  CwWindow *window = open_window (1200, 800);
  GtkWidget *dialog = open_dialog (window);
  AdwToggleGroup *groups = find_widget (dialog, ADW_TYPE_TOGGLE_GROUP);
  guint n;

  adw_toggle_group_set_active_name (groups, "statutory");
  n = g_list_model_get_n_items (get_model (dialog));
  g_assert_cmpuint (n, >=, 15);
  for (guint i = 0; i < n; i++)
    {
      CwTemplate *template = cw_template_item_get_template (get_item (dialog, i));
      CwDocument *document = cw_template_get_document (template);

      g_assert_true (cw_kind_is_statutory (cw_document_get_form (document)->kind));
    }
  adw_toggle_group_set_active_name (groups, "own");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (dialog)), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_widget (dialog, GTK_TYPE_STACK)), ==,
                   "none");
  close_window (window);
}

static gboolean
has_picture (gpointer item)
{
  return cw_template_item_get_picture (item) != NULL;
}

/* Pictures are drawn once and there at once the next time. */
static void
test_pictures (void)
{
  CwWindow *window = open_window (1200, 800);
  GtkWidget *dialog = open_dialog (window);
  GdkTexture *first;

  cw_test_wait_until (has_picture, get_item (dialog, 1));
  first = cw_template_item_get_picture (get_item (dialog, 1));
  g_assert_cmpint (gdk_texture_get_width (first), ==, CW_TEMPLATE_CARD_WIDTH);
  g_assert_cmpint (gdk_texture_get_height (first), ==, CW_TEMPLATE_CARD_HEIGHT);
  adw_dialog_force_close (ADW_DIALOG (dialog));

  dialog = open_dialog (window);
  cw_test_wait_until (has_picture, get_item (dialog, 1));
  g_assert_true (cw_template_item_get_picture (get_item (dialog, 1)) == first);
  close_window (window);
}

/* Nothing is cut off in the narrowest window. */
static void
test_narrow (void)
{
  CwWindow *window = open_window (360, 640);
  GtkWidget *dialog = open_dialog (window);
  int minimum;

  gtk_widget_measure (adw_dialog_get_child (ADW_DIALOG (dialog)), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  close_window (window);
}

/* --- what a blank window offers --------------------------------------------------------------- */

static void
test_offer (void)
{
  CwWindow *window = open_window (1200, 800);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (window->editor));

  g_assert_true (gtk_revealer_get_reveal_child (window->start_revealer));
  gtk_text_buffer_insert_at_cursor (buffer, "关", -1);
  g_assert_false (gtk_revealer_get_reveal_child (window->start_revealer));
  cw_history_undo (cw_draft_get_history (window->draft));
  g_assert_false (gtk_revealer_get_reveal_child (window->start_revealer));
  close_window (window);
}

/* --- the user's own --------------------------------------------------------------------------- */

static void
answer (CwWindow *window, const char *name)
{
  AdwDialog *dialog = visible_dialog (window);

  g_assert_true (CW_IS_TEMPLATE_NAME (dialog));
  gtk_editable_set_text (find_widget (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (dialog)),
                                      ADW_TYPE_ENTRY_ROW),
                         name);
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "name")
                 == cw_own_template_is_name (name));
  g_signal_emit_by_name (dialog, "response::name", "name");
  adw_dialog_force_close (dialog);
}

static void
test_own (void)
{
  CwWindow *window = open_window (1200, 800);
  g_autofree char *folder = cw_template_list_get_own_folder ();
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = open_dialog (window);

  search (dialog, "ndgzjh");
  enter (dialog);
  cw_test_wait_until (has_no_dialog, window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as-template", NULL));
  answer (window, "  ");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as-template", NULL));
  answer (window, " 我处周报 ");
  g_assert_true (cw_own_template_exists (folder, "我处周报"));

  dialog = open_dialog (window);
  search (dialog, "wczb");
  g_assert_cmpstr (get_id (dialog, 0), ==, "own:我处周报");
  enter (dialog);
  cw_test_wait_until (has_no_dialog, window);
  g_assert_cmpint (cw_document_get_form (cw_draft_get_document (window->draft))->kind, ==,
                   CW_KIND_PLAN);
  g_assert_true (cw_own_template_remove (folder, "我处周报", &error));
  close_window (window);
}

static CwTemplateCard *
find_own_card (GtkWidget *dialog)
{
  adw_toggle_group_set_active_name (find_widget (dialog, ADW_TYPE_TOGGLE_GROUP), "own");
  while (find_widget (dialog, CW_TYPE_TEMPLATE_CARD) == NULL
         || cw_template_card_get_item (find_widget (dialog, CW_TYPE_TEMPLATE_CARD)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return find_widget (dialog, CW_TYPE_TEMPLATE_CARD);
}

static void
test_remove_and_undo (void)
{
  CwWindow *window = open_window (1200, 800);
  g_autofree char *folder = cw_template_list_get_own_folder ();
  g_autoptr (CwDocument) document = cw_document_new_blank ();
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog, *button;

  g_assert_true (cw_own_template_save (folder, "甲", document, &error));
  dialog = open_dialog (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_own_card (dialog)), "card.remove",
                                             NULL));
  g_assert_false (cw_own_template_exists (folder, "甲"));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (dialog)), ==, 0);

  button = find_widget (find_widget (dialog, g_type_from_name ("AdwToastWidget")), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (cw_own_template_exists (folder, "甲"));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (dialog)), ==, 1);
  g_assert_true (cw_own_template_remove (folder, "甲", &error));
  close_window (window);
}

static void
test_damaged (void)
{
  CwWindow *window = open_window (1200, 800);
  g_autofree char *folder = cw_template_list_get_own_folder ();
  g_autofree char *path = g_build_filename (folder, "坏.chengwen", NULL);
  GtkWidget *dialog;
  AdwBanner *banner;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "no project", -1, NULL));
  dialog = open_dialog (window);
  banner = find_widget (dialog, ADW_TYPE_BANNER);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "“坏”"));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (dialog)), >, 10);
  g_remove (path);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("chengwen-home-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  cw_test_window_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = cw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/app/templates/search-and-enter", test_search_and_enter);
  g_test_add_func ("/app/templates/second-template", test_second_template);
  g_test_add_func ("/app/templates/nothing-found", test_nothing_found);
  g_test_add_func ("/app/templates/groups", test_groups);
  g_test_add_func ("/app/templates/pictures", test_pictures);
  g_test_add_func ("/app/templates/narrow", test_narrow);
  g_test_add_func ("/app/templates/offer", test_offer);
  g_test_add_func ("/app/templates/own", test_own);
  g_test_add_func ("/app/templates/remove-and-undo", test_remove_and_undo);
  g_test_add_func ("/app/templates/damaged", test_damaged);
  return g_test_run ();
}
