/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cw-settings.h"
#include "app/dialogs/cw-preferences.h"
#include "cw-test-window.h"
#include "typeset/cw-profile-table.h"

static AdwSpinRow *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_SPIN_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return ADW_SPIN_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwSpinRow *row = find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

typedef struct
{
  GSettings *settings;
  AdwDialog *dialog;
  GtkWidget *window;
} Fixture;

static void
show (Fixture *f)
{
  f->dialog = cw_preferences_new (f->settings);
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 700, 600);
  gtk_window_present (GTK_WINDOW (f->window));
  adw_dialog_present (f->dialog, f->window);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->settings = cw_settings_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->settings);
}

static AdwSpinRow *
get_row (AdwDialog *dialog, const CwChoice *choice)
{
  AdwSpinRow *row = find_row (GTK_WIDGET (dialog), choice->name);

  g_assert_nonnull (row);
  return row;
}

/* What the row shows, what is kept and what the page gets are one number. */
static void
assert_same (AdwSpinRow *row, GSettings *settings, const CwChoice *choice, double expected)
{
  CwProfile profile = cw_settings_get_profile (settings);

  g_assert_cmpfloat (adw_spin_row_get_value (row), ==, expected);
  g_assert_cmpfloat (g_settings_get_double (settings, choice->id), ==, expected);
  g_assert_cmpfloat (cw_profile_get_value (&profile, choice), ==, expected);
}

static void
test_line_pitch (Fixture *f, gconstpointer data)
{
  const CwChoice *choice = cw_profile_find_choice ("line-pitch");
  AdwSpinRow *row;
  /* from the number before: typed ones, and steps over what no page has */
  static const double set[] = { 28.5, 15.5, 15, 1, 15, 17, 7, 0, 3 };
  static const double got[] = { 28.5, 16, 0, 16, 0, 17, 16, 0, 16 };

  show (f);
  row = get_row (f->dialog, choice);
  assert_same (row, f->settings, choice, 0);
  for (guint i = 0; i < G_N_ELEMENTS (set); i++)
    {
      adw_spin_row_set_value (row, set[i]);
      assert_same (row, f->settings, choice, got[i]);
    }
  g_settings_reset (f->settings, choice->id);
  assert_same (row, f->settings, choice, 0);
}

/* What an earlier program or another hand has left there is not shown as if the page had it. */
static void
test_refused_setting (Fixture *f, gconstpointer data)
{
  const CwChoice *choice = cw_profile_find_choice ("line-pitch");
  CwProfile profile;

  g_settings_set_double (f->settings, choice->id, 9);
  show (f);
  profile = cw_settings_get_profile (f->settings);
  g_assert_cmpfloat (adw_spin_row_get_value (get_row (f->dialog, choice)), ==, 0);
  g_assert_cmpfloat (cw_profile_get_value (&profile, choice), ==, 0);
  g_settings_reset (f->settings, choice->id);
}

/* Nowhere can a number be set that the page would not have. */
static void
test_nothing_refused (Fixture *f, gconstpointer data)
{
  guint n;
  const CwChoice *choices = cw_profile_get_choices (&n);

  show (f);
  for (guint i = 0; i < n; i++)
    for (double value = 0; choices[i].kind == CW_CHOICE_NUMBER && value <= choices[i].max + 1;
         value += 0.05)
      {
        AdwSpinRow *row = get_row (f->dialog, &choices[i]);

        adw_spin_row_set_value (row, value);
        g_assert_true (cw_choice_accepts (&choices[i], adw_spin_row_get_value (row)));
        assert_same (row, f->settings, &choices[i], adw_spin_row_get_value (row));
      }
}

void cw_register_resource (void);

#define ADD(name, function)                                                                        \
  g_test_add ("/app/preferences/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  cw_test_window_init (&argc, &argv);
  cw_register_resource ();
  ADD ("line-pitch", test_line_pitch);
  ADD ("refused-setting", test_refused_setting);
  ADD ("nothing-refused", test_nothing_refused);
  return g_test_run ();
}
