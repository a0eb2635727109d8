/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preferences.h"

#include "app/cw-settings.h"
#include "app/elements/cw-combo-row.h"
#include "app/elements/cw-memory-dialog.h"
#include "check/spelling/cw-dictionary.h"
#include "typeset/cw-profile-table.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
make_switch (GSettings *settings, const CwChoice *choice)
{
  GtkWidget *row = adw_switch_row_new ();

  g_settings_bind (settings, choice->id, row, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

/* What the page does not take shows as what the page has instead. */
static gboolean
setting_to_number (GValue *value, GVariant *variant, gpointer data)
{
  double number = g_variant_get_double (variant);

  g_value_set_double (value, cw_choice_accepts (data, number) ? number : 0);
  return TRUE;
}

static GVariant *
number_to_setting (const GValue *value, const GVariantType *type, gpointer data)
{
  double number = g_value_get_double (value);

  return cw_choice_accepts (data, number) ? g_variant_new_double (number) : NULL;
}

/* Between “as the standard has it” and the smallest number there is nothing to choose: a step leads
 * from one to the other, and what is typed there becomes the smallest. The last number is kept by
 * the adjustment. */
static void
on_number (GtkAdjustment *adjustment, const CwChoice *choice)
{
  double value = gtk_adjustment_get_value (adjustment);
  double *last = g_object_get_data (G_OBJECT (adjustment), "last");

  if (!cw_choice_accepts (choice, value))
    gtk_adjustment_set_value (adjustment, *last == choice->min ? 0 : choice->min);
  else
    *last = value;
}

static void
skip_gap (AdwSpinRow *row, const CwChoice *choice)
{
  GtkAdjustment *adjustment = adw_spin_row_get_adjustment (row);
  double *last = g_new (double, 1);

  *last = gtk_adjustment_get_value (adjustment);
  g_object_set_data_full (G_OBJECT (adjustment), "last", last, g_free);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_number), (gpointer) choice);
}

static GtkWidget *
make_spin (GSettings *settings, const CwChoice *choice)
{
  gboolean whole = choice->kind == CW_CHOICE_COUNT;
  double step = choice->max > 1 ? 1 : 0.05;
  GtkWidget *row = adw_spin_row_new_with_range (0, choice->max, step);

  adw_spin_row_set_digits (ADW_SPIN_ROW (row), whole ? 0 : 2);
  g_settings_bind_with_mapping (settings, choice->id, row, "value", G_SETTINGS_BIND_DEFAULT,
                                setting_to_number, number_to_setting, (gpointer) choice, NULL);
  skip_gap (ADW_SPIN_ROW (row), choice);
  return row;
}

static gboolean
word_to_number (GValue *value, GVariant *variant, gpointer data)
{
  const CwChoice *choice = data;

  for (guint i = 0; choice->words[i] != NULL; i++)
    if (g_str_equal (choice->words[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
number_to_word (const GValue *value, const GVariantType *type, gpointer data)
{
  const CwChoice *choice = data;

  return g_variant_new_string (choice->words[g_value_get_uint (value)]);
}

static GtkWidget *
make_combo (GSettings *settings, const CwChoice *choice)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  AdwComboRow *row;

  for (guint i = 0; choice->names[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) _ (choice->names[i]));
  row = cw_combo_row_new (_ (choice->name), (const char *const *) names->pdata, names->len);
  g_settings_bind_with_mapping (settings, choice->id, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                word_to_number, number_to_word, (gpointer) choice, NULL);
  g_object_force_floating (G_OBJECT (row)); /* as the other rows are, for the group to take */
  return GTK_WIDGET (row);
}

static GtkWidget *
make_row (GSettings *settings, const CwChoice *choice)
{
  GtkWidget *row = choice->kind == CW_CHOICE_SWITCH   ? make_switch (settings, choice)
                   : choice->kind == CW_CHOICE_ONE_OF ? make_combo (settings, choice)
                                                      : make_spin (settings, choice);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (choice->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (choice->what));
  return row;
}

static void
on_memory (AdwDialog *preferences)
{
  adw_dialog_present (cw_memory_dialog_new (cw_memory_get_default ()), GTK_WIDGET (preferences));
}

/* Nothing to choose where there is nothing to look words up in. */
static void
bind_spelling (GSettings *settings, AdwActionRow *row)
{
  g_settings_bind (settings, "spelling", row, "active",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
  if (cw_dictionary_get_default () != NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  adw_action_row_set_subtitle (row, _ ("This computer has no English dictionary. Have the packages "
                                       "libenchant-2-2 and hunspell-en-us installed."));
}

/**
 * cw_preferences_new:
 * @settings: the program's settings
 *
 * Returns: (transfer floating): the choices the standard leaves to the office, a row each
 */
AdwDialog *
cw_preferences_new (GSettings *settings)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource (CW_RESOURCE_PATH "/cw-preferences.ui");
  AdwDialog *dialog = ADW_DIALOG (gtk_builder_get_object (builder, "dialog"));
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "choices"));
  guint n_choices;
  const CwChoice *choices = cw_profile_get_choices (&n_choices);

  for (guint i = 0; i < n_choices; i++)
    adw_preferences_group_add (group, make_row (settings, &choices[i]));
  g_settings_bind (settings, "remember-values", gtk_builder_get_object (builder, "remember-values"),
                   "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "typing-help", gtk_builder_get_object (builder, "typing-help"),
                   "active", G_SETTINGS_BIND_DEFAULT);
  bind_spelling (settings, ADW_ACTION_ROW (gtk_builder_get_object (builder, "spelling")));
  g_signal_connect_object (gtk_builder_get_object (builder, "memory"), "activated",
                           G_CALLBACK (on_memory), dialog, G_CONNECT_SWAPPED);
  return g_object_ref (dialog);
}
