/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/cw-application.h"
#include "app/cw-settings.h"
#include "app/dialogs/cw-changes-dialog.h"
#include "app/dialogs/cw-guide.h"
#include "app/dialogs/cw-preferences.h"
#include "app/dialogs/cw-remarks-dialog.h"
#include "app/elements/cw-memory-dialog.h"
#include "app/elements/cw-solutions-dialog.h"
#include "app/findings/cw-check-dialog.h"
#include "app/lists/cw-list-dialog.h"
#include "app/lists/cw-list-form-name.h"
#include "app/lists/cw-list-popover.h"
#include "app/outline/cw-references-dialog.h"
#include "app/outline/cw-section-popover.h"
#include "app/placeholders/cw-draft-question.h"
#include "app/placeholders/cw-placeholder-chooser.h"
#include "app/period/cw-period-dialog.h"
#include "app/placeholders/cw-sheet-dialog.h"
#include "app/ready/cw-ready-dialog.h"
#include "app/start/cw-start-window.h"
#include "app/symbols/cw-symbol-palette.h"
#include "app/templates/cw-template-dialog.h"
#include "app/templates/cw-template-name.h"
#include "app/window/cw-window-private.h"
#include "cw-test-access.h"
#include "cw-test-window.h"
#include "cw-test.h"
#include "document/sections/cw-edit-sections.h"
#include "document/sections/cw-references.h"
#include "formats/templates/cw-list-forms.h"

/* Everything that can have the keyboard has a role and a name, in every class of widgets and every
 * dialog there is: which those are is read from the sources, so that none can be forgotten. */

/* Every kind of block, every level, placeholders, and a reference. */
#define PAPER                                                                                      \
  "T:关于总结的报告\nA:各科室：\n1:工作情况\n2:成效。开展了了检查X次，“未完，见第二部分。\n1:存在的问题\n"    \
  "P:一是管网老化；二是标准偏低。\n1:下一步打算\n2:改造管网。改造XX公里。\n"                       \
  "G:表|甲|乙\nI:图|drawing\nS:某局\nD:2026年10月8日\nF:附件一\nP:内容\nF:附件二\nP:内容"

static CwApplication *application;
static CwWindow *window;
/* Makers that were called, by name. */
static GHashTable *called;

static CwDocument *
get_document (void)
{
  return cw_draft_get_document (window->draft);
}

/* --- what is made by a function --------------------------------------------------------------- */

static AdwDialog *
make_changes (void)
{
  static CwImport *import; /* the dialog looks at it */

  if (import == NULL)
    import = cw_import_text ("关于X的报告\n\n一、情况\n检查了 3 次,都好.\n");
  return cw_changes_dialog_new (import, TRUE);
}

static AdwDialog *
make_preferences (void)
{
  return ADW_DIALOG (cw_preferences_new (window->settings));
}

static AdwDialog *
make_remarks (void)
{
  return cw_remarks_dialog_new (cw_preview_get_pages (window->preview));
}

static AdwDialog *
make_check (void)
{
  return cw_check_dialog_new (window->settings);
}

static AdwDialog *
make_period (void)
{
  return cw_period_dialog_new (get_document ());
}

static AdwDialog *
make_sheet (void)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (CwSheetAnswer));

  return ADW_DIALOG (cw_sheet_dialog_new (get_document (), answers, "第2行无法识别。"));
}

static AdwDialog *
make_memory (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "cw-test-access-memory.ini", NULL);
  g_autoptr (CwMemory) memory = cw_memory_new (path);

  cw_memory_add (memory, CW_SHELF_AGENCIES, "某市水务局");
  return cw_memory_dialog_new (memory);
}

static AdwDialog *
make_solutions (void)
{
  return cw_solutions_dialog_new (get_document (), &cw_profile_default,
                                  "句子。");
}

static AdwDialog *
make_list (void)
{
  static const guint chosen[] = { 2, 3 };
  g_autoptr (GPtrArray) forms
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_list_form_unref);

  g_ptr_array_add (forms, cw_list_form_new_built_in (CW_LIST_PROBLEMS));
  return cw_list_dialog_new (get_document (), forms, chosen, G_N_ELEMENTS (chosen));
}

static AdwDialog *
make_form_name (void)
{
  g_autoptr (CwTable) table = cw_test_table_new ((const char *[]){ "甲", "乙", NULL });

  return ADW_DIALOG (cw_list_form_name_new (g_get_tmp_dir (), table, "清单"));
}

static AdwDialog *
make_references (void)
{
  g_autoptr (CwDocument) before = cw_test_document_new ("P:见第一部分\n1:甲\n1:乙");
  g_autoptr (CwDocument) after = cw_test_document_new ("P:见第一部分\n1:乙\n1:甲");
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwDocument) moved = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_array_append_val (sections, (guint) { 1 });
  moved = cw_edit_move_sections (before, sections, 2, CW_SPOT_AFTER);
  found = cw_references_find_broken (before, moved);
  g_assert_cmpuint (found->len, >, 0);
  return cw_references_dialog_new (moved, found);
}

static AdwDialog *
make_draft_question (void)
{
  return cw_draft_question_new (cw_preview_get_pages (window->preview), 0, FALSE);
}

static AdwDialog *
make_chooser (void)
{
  g_autoptr (GArray) blanks = cw_blanks_find (get_document (), TRUE);
  CwPlaceholderChooser *chooser;

  g_assert_cmpuint (blanks->len, >=, 2);
  chooser = cw_placeholder_chooser_new (get_document (), &g_array_index (blanks, CwBlank, 0));
  cw_placeholder_chooser_set_words (chooser, "选择", "说明", "确定");
  return ADW_DIALOG (chooser);
}

static AdwDialog *
make_ready (void)
{
  return cw_ready_dialog_new (cw_preview_get_pages (window->preview), "总结", window->checker);
}

static AdwDialog *
make_template_dialog (void)
{
  return ADW_DIALOG (cw_template_dialog_new (&cw_profile_default));
}

static AdwDialog *
make_template_name (void)
{
  return ADW_DIALOG (cw_template_name_new ("另存", "保存", g_get_tmp_dir (), "模板", TRUE));
}

static const struct
{
  const char *name;
  AdwDialog *(*make) (void);
} dialogs[] = {
  { "cw_changes_dialog_new", make_changes },
  { "cw_check_dialog_new", make_check },
  { "cw_draft_question_new", make_draft_question },
  { "cw_guide_new", cw_guide_new },
  { "cw_list_dialog_new", make_list },
  { "cw_list_form_name_new", make_form_name },
  { "cw_memory_dialog_new", make_memory },
  { "cw_period_dialog_new", make_period },
  { "cw_placeholder_chooser_new", make_chooser },
  { "cw_preferences_new", make_preferences },
  { "cw_ready_dialog_new", make_ready },
  { "cw_references_dialog_new", make_references },
  { "cw_remarks_dialog_new", make_remarks },
  { "cw_sheet_dialog_new", make_sheet },
  { "cw_solutions_dialog_new", make_solutions },
  { "cw_template_dialog_new", make_template_dialog },
  { "cw_template_name_new", make_template_name },
};

/* Rows of lists come with the first frames. */
static void
settle (GtkWidget *widget)
{
  gtk_test_widget_wait_for_draw (widget);
  gtk_test_widget_wait_for_draw (widget);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_ready_at_rest (GtkWidget *dialog)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return gtk_widget_get_mapped (dialog);
}

static void
test_dialogs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      AdwDialog *dialog = dialogs[i].make ();

      g_hash_table_add (called, (gpointer) dialogs[i].name);
      adw_dialog_present (dialog, GTK_WIDGET (window));
      cw_test_wait_until (is_ready_at_rest, GTK_WIDGET (dialog));
      settle (GTK_WIDGET (window));
      cw_test_walk (GTK_WIDGET (dialog));
      adw_dialog_force_close (dialog);
    }
}

/* --- popovers --------------------------------------------------------------------------------- */

static void
look_at_popover (const char *maker, GtkWidget *popover)
{
  g_hash_table_add (called, (gpointer) maker);
  gtk_widget_set_parent (popover, GTK_WIDGET (window->editor_side));
  cw_test_walk (popover);
  gtk_widget_unparent (popover);
}

static void
test_popovers (void)
{
  CwListChange change = { .row = 0, .was = (char *) "甲", .now = (char *) "乙", .block = 1 };
  const CwListChange *changes[] = { &change };

  g_settings_set_strv (window->settings, "recent-symbols", (const char *[]){ "〔", "①", NULL });
  look_at_popover ("cw_symbol_palette_new", cw_symbol_palette_new (window->settings));
  look_at_popover ("cw_section_popover_new", cw_section_popover_new (cw_draft_get_document (window->draft), 0));
  look_at_popover ("cw_list_popover_new", cw_list_popover_new (changes, 1));
  g_settings_reset (window->settings, "recent-symbols");
}

static void
test_statistics (void)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.statistics", NULL));
  settle (GTK_WIDGET (window->count_popover));
  cw_test_walk (GTK_WIDGET (window->count_popover));
  gtk_popover_popdown (window->count_popover);
  settle (GTK_WIDGET (window));
}

/* --- windows ---------------------------------------------------------------------------------- */

static gboolean
has_pages (gpointer data)
{
  return cw_preview_get_pages (window->preview) != NULL && !cw_preview_get_busy (window->preview)
         && cw_pages_get_document (cw_preview_get_pages (window->preview)) == get_document ();
}

static void
open_window (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);

  window = cw_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  settle (GTK_WIDGET (window));
  cw_history_push (cw_draft_get_history (window->draft), document, CW_EDIT_STEP,
                   (CwPlace) { 0, 0 }, g_get_monotonic_time ());
  cw_test_wait_until (has_pages, NULL);
}

/* Rows come when the hand rests. */
static gboolean
has_seen (const char *class_name)
{
  cw_test_walk (GTK_WIDGET (window));
  return g_hash_table_contains (cw_test_seen, class_name);
}

static void
test_panels (void)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (window->panels);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      cw_window_show_panel (window, adw_view_stack_page_get_name (page));
      settle (GTK_WIDGET (window));
      cw_test_walk (GTK_WIDGET (window));
    }
  cw_window_show_panel (window, "outline");
  cw_test_wait_until (has_seen, "CwOutlineRow");
  cw_window_show_panel (window, "placeholders");
  cw_test_wait_until (has_seen, "CwPlaceholderRow");
  cw_window_show_panel (window, "findings");
  cw_test_wait_until (has_seen, "CwFindingRow");
}

static GtkWidget *
find_by_id (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_id (child, id);
  return found;
}

static void
test_find (void)
{
  GtkWidget *toggle = find_by_id (GTK_WIDGET (window->find_bar), "list_toggle");

  cw_find_bar_open (window->find_bar, "管网", TRUE);
  settle (GTK_WIDGET (window));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  cw_test_wait_until (has_seen, "CwFindRow");
  cw_find_bar_close (window->find_bar);
}

static void
test_thumbnails (void)
{
  cw_preview_set_thumbnails (window->preview, TRUE);
  settle (GTK_WIDGET (window));
  cw_test_walk (GTK_WIDGET (window->preview));
  cw_preview_set_thumbnails (window->preview, FALSE);
}

static void
test_narrow (void)
{
  CwWindow *wide = window;

  window = cw_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_present (GTK_WINDOW (window));
  settle (GTK_WIDGET (window));
  cw_test_walk (GTK_WIDGET (window));
  cw_draft_discard (window->draft);
  gtk_window_destroy (GTK_WINDOW (window));
  window = wide;
}

static void
test_start (void)
{
  GtkWidget *start = GTK_WIDGET (cw_start_window_new (application));

  gtk_window_present (GTK_WINDOW (start));
  settle (start);
  cw_test_walk (start);
  gtk_window_destroy (GTK_WINDOW (start));
}

/* Menus with parts of their own, such as the grid that says how large a table will be. */
static void
test_menus (void)
{
  GtkMenuButton *buttons[] = { window->insert_button, window->menu_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_menu_button_popup (buttons[i]);
      settle (GTK_WIDGET (window));
      cw_test_walk (GTK_WIDGET (gtk_menu_button_get_popover (buttons[i])));
      gtk_menu_button_popdown (buttons[i]);
      settle (GTK_WIDGET (window));
    }
}

/* --- none is forgotten ------------------------------------------------------------------------ */

static void
match_all (const char *pattern, const char *text, GHashTable *known, GPtrArray *missing)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      if (!g_hash_table_contains (known, name))
        g_ptr_array_add (missing, g_steal_pointer (&name));
    }
}

static void
look_through_file (const char *path, GPtrArray *missing)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  match_all ("^G_DEFINE_\\w*TYPE\\w* \\((Cw\\w+),\\s*\\w+,\\s*"
             "(?:GTK_TYPE_(?!TEXT_BUFFER)|ADW_TYPE_(?!APPLICATION\\b)|CW_TYPE_)\\w+",
             text, cw_test_seen, missing);
  /* what is a dialog or a popover without a class of its own */
  match_all ("^AdwDialog \\*\\n(cw_\\w+_new) \\(", text, called, missing);
}

static void
look_through_folder (const char *path, GPtrArray *missing)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        look_through_folder (inside, missing);
      else if (g_str_has_suffix (name, ".c"))
        look_through_file (inside, missing);
    }
}

static void
test_none_is_forgotten (void)
{
  static const char *const rooms[] = { "app", "preview" };
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *room = g_test_build_filename (G_TEST_DIST, "..", "src", rooms[i], NULL);

      look_through_folder (room, missing);
    }
  for (guint i = 0; i < missing->len; i++)
    g_test_message ("this test does not look at %s", (char *) missing->pdata[i]);
  if (missing->len > 0)
    g_test_fail ();
}

static void
test_no_faults (void)
{
  for (guint i = 0; i < cw_test_faults->len; i++)
    g_test_message ("%s", (char *) cw_test_faults->pdata[i]);
  if (cw_test_faults->len > 0)
    g_test_fail ();
}

int
main (int argc, char **argv)
{
  int result;

  cw_test_window_init (&argc, &argv);
  cw_test_seen = g_hash_table_new (g_str_hash, g_str_equal);
  cw_test_faults = g_ptr_array_new_with_free_func (g_free);
  called = g_hash_table_new (g_str_hash, g_str_equal);
  application = cw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  open_window ();
  g_test_add_func ("/app/access/panels", test_panels);
  g_test_add_func ("/app/access/find", test_find);
  g_test_add_func ("/app/access/thumbnails", test_thumbnails);
  g_test_add_func ("/app/access/statistics", test_statistics);
  g_test_add_func ("/app/access/popovers", test_popovers);
  g_test_add_func ("/app/access/dialogs", test_dialogs);
  g_test_add_func ("/app/access/narrow", test_narrow);
  g_test_add_func ("/app/access/start", test_start);
  g_test_add_func ("/app/access/menus", test_menus);
  g_test_add_func ("/app/access/every-focusable-widget-has-role-and-name", test_no_faults);
  g_test_add_func ("/app/access/none-is-forgotten", test_none_is_forgotten);
  result = g_test_run ();
  g_hash_table_unref (cw_test_seen);
  g_hash_table_unref (called);
  g_ptr_array_unref (cw_test_faults);
  return result;
}
