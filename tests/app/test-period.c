/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/period/cw-period-dialog.h"
#include "document/values/cw-blank.h"
#include "cw-test.h"
#include "cw-test-window.h"

/* The dialog that makes the paper of the next period. */

#define PAPER                                                                                      \
  "T:水务局2026年第三季度总结\nP:第三季度检查XX次，走访企业45家。8月，开展演练。\n1:工作\n"        \
  "D:2026年10月8日"

typedef struct
{
  GtkWidget *window;
  AdwDialog *dialog;
  CwDocument *document;
  CwDocument *made;
} Fixture;

static void
on_create (AdwDialog *dialog, CwDocument *next, Fixture *f)
{
  f->made = cw_document_ref (next);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const char *notation = data;
  g_autoptr (CwDocument) paper = cw_test_document_new (notation);
  g_autoptr (GArray) blanks = cw_blanks_find (paper, FALSE);
  const char *texts[] = { "12" };

  f->document = cw_blanks_fill (paper, (const CwBlank *) (gpointer) blanks->data, texts,
                                MIN (blanks->len, 1));
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 720);
  adw_window_set_content (ADW_WINDOW (f->window), gtk_label_new ("本期"));
  f->dialog = cw_period_dialog_new (f->document);
  g_signal_connect (f->dialog, "create", G_CALLBACK (on_create), f);
  gtk_window_present (GTK_WINDOW (f->window));
  adw_dialog_present (f->dialog, f->window);
  gtk_test_widget_wait_for_draw (f->window);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_clear_pointer (&f->document, cw_document_unref);
  g_clear_pointer (&f->made, cw_document_unref);
}

/* The first widget of @type below @widget whose accessible name or title begins with @name. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *deeper;

      if (g_type_is_a (G_OBJECT_TYPE (child), type)
          && (name == NULL
              || g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), name)))
        return child;
      deeper = find (child, type, name);
      if (deeper != NULL)
        return deeper;
    }
  return NULL;
}

static GtkWidget *
get (Fixture *f, const char *name)
{
  return GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (f->dialog), CW_TYPE_PERIOD_DIALOG, name));
}

static GtkCheckButton *
get_check (Fixture *f, const char *title)
{
  GtkWidget *row = find (get (f, "list"), ADW_TYPE_ACTION_ROW, title);

  return row != NULL ? GTK_CHECK_BUTTON (find (row, GTK_TYPE_CHECK_BUTTON, NULL)) : NULL;
}

static void
assert_made (Fixture *f, const char *want)
{
  g_autofree char *text = NULL;

  g_signal_emit_by_name (get (f, "create_button"), "clicked");
  g_assert_nonnull (f->made);
  text = cw_flow_to_string (f->made);
  g_assert_cmpstr (text, ==, want);
}

static void
test_proposes (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (f, "from_row"))), ==, "2026年第三季度");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (f, "to_row"))), ==, "2026年第四季度");
  g_assert_true (gtk_check_button_get_active (get_check (f, "2026年第三季度 →")));
  g_assert_null (get_check (f, "45 → XX"));
  assert_made (f, "水务局2026年第四季度总结\n第四季度检查XX次，走访企业45家。11月，开展演练。\n工作\n");
}

static void
test_unticked (Fixture *f, gconstpointer data)
{
  gtk_check_button_set_active (get_check (f, "12 → XX"), FALSE);
  gtk_check_button_set_active (get_check (f, "第三季度 → 第四季度"), FALSE);
  gtk_check_button_set_active (get_check (f, "8月 → 11月"), FALSE);
  assert_made (f, "水务局2026年第四季度总结\n第三季度检查12次，走访企业45家。8月，开展演练。\n工作\n");
}

static void
test_numbers (Fixture *f, gconstpointer data)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (get (f, "numbers_row")), TRUE);
  g_assert_true (gtk_check_button_get_active (get_check (f, "45 → XX")));
  assert_made (f, "水务局2026年第四季度总结\n第四季度检查XX次，走访企业XX家。11月，开展演练。\n工作\n");
}

static void
test_periods (Fixture *f, gconstpointer data)
{
  GtkEditable *to = GTK_EDITABLE (get (f, "to_row"));
  static const char *const wrong[]
      = { "第四", "2026年", "第四季度", "2026年第三季度", "2026年下半年", "" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (to, wrong[i]);
      g_assert_false (gtk_widget_get_sensitive (get (f, "create_button")));
      g_assert_true (gtk_widget_get_visible (get (f, "problem")));
    }
  gtk_editable_set_text (to, "2027年第三季度");
  g_assert_true (gtk_widget_get_sensitive (get (f, "create_button")));
  g_assert_nonnull (get_check (f, "2026年第三季度 → 2027年第三季度"));
}

/* Without a period the values become blanks all the same. */
static void
test_without_period (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (f, "from_row"))), ==, "");
  assert_made (f, "水务局总结\n检查XX次。");
}

/* Made by the build. */
void cw_register_resource (void);

int
main (int argc, char **argv)
{
  cw_test_window_init (&argc, &argv);
  cw_register_resource ();
#define ADD(path, paper, test)                                                                     \
  g_test_add ("/app/period/" path, Fixture, paper, set_up, test, tear_down)
  ADD ("proposes", PAPER, test_proposes);
  ADD ("unticked", PAPER, test_unticked);
  ADD ("numbers", PAPER, test_numbers);
  ADD ("periods", PAPER, test_periods);
  ADD ("without-period", "T:水务局总结\nP:检查XX次。", test_without_period);
#undef ADD
  return g_test_run ();
}
