/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-check-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/cw-settings.h"
#include "check/text/cw-text-rule.h"
#include "cw-check-settings.h"

/**
 * CwCheckDialog:
 *
 * What the text checker looks for: its rules, the words an office wants and does not want, and what
 * was said to be left alone in every document. Everything counts at once.
 */
struct _CwCheckDialog
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings;

  AdwPreferencesPage *rules_page;
  GtkWidget *check_row;
  GtkTextView *terms_view;
  GtkLabel *mistakes;
  AdwExpanderRow *built_in_row;
  AdwPreferencesGroup *ignored_group;
};

G_DEFINE_FINAL_TYPE (CwCheckDialog, cw_check_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* --- rules --- */

static void
on_rule (GtkWidget *row, GParamSpec *pspec, CwCheckDialog *self)
{
  const CwTextRule *rule = g_object_get_data (G_OBJECT (row), "rule");

  if (adw_switch_row_get_active (ADW_SWITCH_ROW (row)))
    cw_check_settings_remove (self->settings, "check-rules-off", rule->id);
  else
    cw_check_settings_add (self->settings, "check-rules-off", rule->id);
}

static GtkWidget *
make_rule_row (CwCheckDialog *self, const CwTextRule *rule)
{
  GtkWidget *row = adw_switch_row_new ();
  g_autofree char *subtitle
      = g_strdup_printf ("%s\n%s", cw_text_rule_get_explanation (rule), rule->source);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cw_text_rule_get_name (rule));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (row), !cw_check_settings_has (self->settings, "check-rules-off", rule->id));
  g_object_set_data (G_OBJECT (row), "rule", (gpointer) rule);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_rule), self, 0);
  return row;
}

static void
add_rules (CwCheckDialog *self, CwStrength strength)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), cw_strength_get_name (strength));
  for (guint i = 0; i < cw_text_rule_get_n_rules (); i++)
    if (cw_text_rule_get (i)->strength == strength)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_rule_row (self, cw_text_rule_get (i)));
  adw_preferences_page_add (self->rules_page, ADW_PREFERENCES_GROUP (group));
  g_object_bind_property (self->check_row, "active", group, "sensitive", G_BINDING_SYNC_CREATE);
}

/* --- words --- */

static void
on_terms_changed (CwCheckDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->terms_view);
  g_autofree char *terms = NULL;
  g_auto (GStrv) mistakes = NULL;
  g_autofree char *said = NULL;

  g_object_get (buffer, "text", &terms, NULL);
  mistakes = cw_check_options_find_mistakes (terms);
  said = g_strjoinv ("\n", mistakes);
  gtk_label_set_text (self->mistakes, said);
  gtk_widget_set_visible (GTK_WIDGET (self->mistakes), *said != '\0');
  g_settings_set_string (self->settings, "check-terms", terms);
}

static void
show_terms (CwCheckDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->terms_view);
  g_autofree char *terms = g_settings_get_string (self->settings, "check-terms");
  g_autofree char *built_in = cw_check_options_describe_built_in ();
  GtkWidget *label = gtk_label_new (built_in);

  gtk_text_buffer_set_text (buffer, terms, -1);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_terms_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  adw_expander_row_add_row (self->built_in_row, label);
}

/* --- what is left alone --- */

static void
on_allow (GtkButton *button, CwCheckDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  cw_check_settings_remove (self->settings, "check-ignored",
                            g_object_get_data (G_OBJECT (row), "key"));
  adw_preferences_group_remove (self->ignored_group, row);
}

static GtkWidget *
make_ignored_row (CwCheckDialog *self, const char *key)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Point Out Again"));
  g_auto (GStrv) parts = g_strsplit (key, ":", 2);
  const CwTextRule *rule = cw_text_rule_find (parts[0]);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), parts[1] != NULL ? parts[1] : key);
  if (rule != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cw_text_rule_get_name (rule));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_allow), self, 0);
  return row;
}

static void
show_ignored (CwCheckDialog *self)
{
  g_auto (GStrv) ignored = g_settings_get_strv (self->settings, "check-ignored");

  for (guint i = 0; ignored[i] != NULL; i++)
    adw_preferences_group_add (self->ignored_group, make_ignored_row (self, ignored[i]));
  if (ignored[0] != NULL)
    adw_preferences_group_set_description (self->ignored_group, NULL);
}

/* --- the class --- */

static void
cw_check_dialog_dispose (GObject *object)
{
  CwCheckDialog *self = CW_CHECK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_CHECK_DIALOG);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cw_check_dialog_parent_class)->dispose (object);
}

static void
cw_check_dialog_class_init (CwCheckDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_check_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-check-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwCheckDialog, rules_page);
  gtk_widget_class_bind_template_child (widget_class, CwCheckDialog, check_row);
  gtk_widget_class_bind_template_child (widget_class, CwCheckDialog, terms_view);
  gtk_widget_class_bind_template_child (widget_class, CwCheckDialog, mistakes);
  gtk_widget_class_bind_template_child (widget_class, CwCheckDialog, built_in_row);
  gtk_widget_class_bind_template_child (widget_class, CwCheckDialog, ignored_group);
}

static void
cw_check_dialog_init (CwCheckDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cw_check_dialog_new:
 * @settings: the settings
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
cw_check_dialog_new (GSettings *settings)
{
  CwCheckDialog *self = g_object_new (CW_TYPE_CHECK_DIALOG, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "check-text", self->check_row, "active", G_SETTINGS_BIND_DEFAULT);
  for (guint i = 0; i < CW_N_STRENGTHS; i++)
    add_rules (self, i);
  show_terms (self);
  show_ignored (self);
  return ADW_DIALOG (self);
}
