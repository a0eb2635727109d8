/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/editor/cw-editor-blocks.h"
#include "app/lists/cw-list-dialog.h"
#include "app/lists/cw-list-picker.h"
#include "app/lists/cw-list-preview.h"
#include "app/tables/cw-table-view.h"
#include "document/edits/cw-edit.h"
#include "formats/templates/cw-list-forms.h"
#include "cw-test.h"
#include "cw-test-window.h"

/* Lists made from the text, in the dialog and beside the text. */

#define PAPER                                                                                      \
  "T:总结\n1:工作成效\n2:成效一。内容\n1:存在的问题\nP:一是管网老化；二是标准偏低。\n"             \
  "1:下一步打算\n2:改造管网。改造70公里。\n2:提高标准。治理5条。\nS:某局"

typedef struct
{
  GtkWidget *window;
  CwEditor *editor;
  CwHistory *history;
  guint position; /* of the list */
} Fixture;

static CwDocument *
make_document (guint *position)
{
  static const guint chosen[] = { 2, 3, 4, 5, 6 };
  g_autoptr (CwDocument) paper = cw_test_document_new (PAPER);
  g_autoptr (CwListForm) form = cw_list_form_new_built_in (CW_LIST_PROBLEMS);
  g_autoptr (GPtrArray) rows = cw_list_propose (paper, form, chosen, G_N_ELEMENTS (chosen));
  CwPlace after;
  CwDocument *document = cw_list_make (paper, form, "问题清单", rows, &after);

  *position = cw_document_get_n_blocks (document) - 1;
  return document;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->history);
}

static GtkWidget *
get_view (Fixture *f)
{
  CwDocument *document = cw_history_get_document (f->history);

  return cw_editor_blocks_get_widget (cw_editor_get_blocks (f->editor),
                                      cw_flow_get_line_of_block (document, f->position));
}

/* The link of a row as its name says it: "go to" or "has changed". */
static GtkWidget *
find_link (Fixture *f, guint row, gboolean changed)
{
  g_autofree char *start = g_strdup_printf ("Row %u:", row + 1);

  for (GtkWidget *child = gtk_widget_get_first_child (get_view (f)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *tip = gtk_widget_get_tooltip_text (child);

      if (GTK_IS_BUTTON (child) && tip != NULL && g_str_has_prefix (tip, start)
          && (strstr (tip, "changed") != NULL) == changed)
        return child;
    }
  return NULL;
}

static gboolean
has_links (gpointer data)
{
  return find_link (data, 2, FALSE) != NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (CwDocument) document = make_document (&f->position);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  f->history = cw_history_new (document);
  f->window = gtk_window_new ();
  f->editor = CW_EDITOR (cw_editor_new ());
  cw_editor_set_history (f->editor, f->history);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (f->editor));
  gtk_window_set_child (GTK_WINDOW (f->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 700, 700);
  gtk_window_present (GTK_WINDOW (f->window));
  cw_test_wait_until (has_links, f);
}

static gboolean
is_marked (gpointer data)
{
  return find_link (data, 1, TRUE) != NULL;
}

static gboolean
is_unmarked (gpointer data)
{
  return find_link (data, 1, TRUE) == NULL;
}

static void
type (Fixture *f, guint position, const char *text)
{
  CwDocument *document = cw_history_get_document (f->history);
  CwPlace at = { cw_flow_get_line_of_block (document, position), 0 }, after;
  g_autoptr (CwDocument) typed = cw_edit_replace (document, at, at, text, &after);

  cw_editor_buffer_apply (cw_editor_get_buffer (f->editor), typed, &after);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
cell_text (Fixture *f, guint row, guint column)
{
  CwTable *table = cw_block_get_table (
      cw_document_get_block (cw_history_get_document (f->history), f->position));

  return cw_text_get_string (cw_table_get_cell (table, row, column).text);
}

static void
test_go (Fixture *f, gconstpointer data)
{
  CwPlace start, end;

  g_assert_null (find_link (f, 0, FALSE));
  g_assert_nonnull (find_link (f, 2, FALSE));
  g_signal_emit_by_name (find_link (f, 2, FALSE), "clicked");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == GTK_WIDGET (f->editor));
  g_assert_true (cw_editor_buffer_get_selection (cw_editor_get_buffer (f->editor), &start, &end));
  g_assert_cmpuint (start.line, ==,
                    cw_flow_get_line_of_block (cw_history_get_document (f->history), 3));
  g_assert_cmpuint (start.offset, ==, strlen ("一是管网老化；"));
}

static void
test_take (Fixture *f, gconstpointer data)
{
  type (f, 5, "抓紧");
  cw_test_wait_until (is_marked, f);
  g_signal_emit_by_name (find_link (f, 1, TRUE), "clicked");
  g_signal_emit_by_name (find_button (get_view (f), "_Take It Over"), "clicked");
  cw_test_wait_until (is_unmarked, f);
  g_assert_cmpstr (cell_text (f, 1, 2), ==, "抓紧改造管网");
  cw_history_undo (f->history);
  g_assert_cmpstr (cell_text (f, 1, 2), ==, "改造管网");
  cw_test_wait_until (is_marked, f);
}

static void
test_leave (Fixture *f, gconstpointer data)
{
  type (f, 5, "抓紧");
  cw_test_wait_until (is_marked, f);
  g_signal_emit_by_name (find_link (f, 1, TRUE), "clicked");
  g_signal_emit_by_name (find_button (get_view (f), "_Leave"), "clicked");
  cw_test_wait_until (is_unmarked, f);
  g_assert_cmpstr (cell_text (f, 1, 2), ==, "改造管网");
}

/* --- the dialog ------------------------------------------------------------------------------- */

/* Sections are chosen by what their headings say, until somebody chooses. */
static void
test_picker (void)
{
  static const guint first[] = { 1 };
  g_autoptr (CwDocument) paper = cw_test_document_new (PAPER);
  g_autoptr (CwListForm) problems = cw_list_form_new_built_in (CW_LIST_PROBLEMS);
  g_autoptr (CwListForm) tasks = cw_list_form_new_built_in (CW_LIST_TASKS);
  CwListPicker *picker = CW_LIST_PICKER (g_object_ref_sink (cw_list_picker_new (paper)));
  g_autoptr (GArray) both = NULL;
  g_autoptr (GArray) measures = NULL;
  g_autoptr (GArray) chosen = NULL;

  cw_list_picker_choose_for (picker, problems);
  both = cw_list_picker_get_positions (picker);
  cw_list_picker_choose_for (picker, tasks);
  measures = cw_list_picker_get_positions (picker);
  g_assert_cmpuint (both->len, ==, 5);
  g_assert_cmpuint (measures->len, ==, 3);
  g_assert_cmpuint (g_array_index (measures, guint, 0), ==, 4);
  cw_list_picker_choose (picker, first, 1);
  cw_list_picker_choose_for (picker, problems);
  chosen = cw_list_picker_get_positions (picker);
  g_assert_cmpuint (chosen->len, ==, 4);
  g_object_unref (picker);
}

static void
on_create (AdwDialog *dialog, CwListForm *form, const char *title, GPtrArray *rows, char **made)
{
  *made = g_strdup_printf ("%s %u", title, rows->len);
}

static void
test_dialog (void)
{
  g_autoptr (CwDocument) paper = cw_test_document_new (PAPER);
  g_autoptr (GPtrArray) forms = cw_list_forms_read ("/nonexistent", NULL);
  GtkWidget *window = gtk_window_new ();
  AdwDialog *dialog = cw_list_dialog_new (paper, forms, NULL, 0);
  g_autofree char *made = NULL;

  g_signal_connect (dialog, "create", G_CALLBACK (on_create), &made);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);
  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), "C_reate"), "clicked");
  g_assert_cmpstr (made, ==, "问题清单 2");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Generated; the application does this when it starts. */
void cw_register_resource (void);

#define ADD(name, function)                                                                        \
  g_test_add ("/app/lists/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  cw_test_window_init (&argc, &argv);
  cw_register_resource ();
  ADD ("go", test_go);
  ADD ("take", test_take);
  ADD ("leave", test_leave);
  g_test_add_func ("/app/lists/picker", test_picker);
  g_test_add_func ("/app/lists/dialog", test_dialog);
  return g_test_run ();
}
