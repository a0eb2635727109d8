/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-template-name.h"

#include <glib/gi18n-lib.h>

#include "formats/templates/cw-own-template.h"

/**
 * CwTemplateName:
 *
 * Asks what a template of the user's own shall be called.
 */
struct _CwTemplateName
{
  AdwAlertDialog parent_instance;

  char *folder;
  char *button;
  char *old_name;
  gboolean may_replace;
  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (CwTemplateName, cw_template_name, ADW_TYPE_ALERT_DIALOG)

enum
{
  NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
get_name (CwTemplateName *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
on_changed (CwTemplateName *self)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (self);
  g_autofree char *name = get_name (self);
  gboolean taken = cw_own_template_exists (self->folder, name)
                   && (self->may_replace || !g_str_equal (name, self->old_name));
  gboolean replaces = taken && self->may_replace;

  adw_alert_dialog_set_body (alert, taken ? _ ("There is a template of this name already.") : "");
  adw_alert_dialog_set_response_label (alert, "name", replaces ? _ ("_Replace") : self->button);
  adw_alert_dialog_set_response_appearance (
      alert, "name", replaces ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (alert, "name",
                                         cw_own_template_is_name (name) && (!taken || replaces));
}

static void
cw_template_name_response (AdwAlertDialog *alert, const char *response)
{
  CwTemplateName *self = CW_TEMPLATE_NAME (alert);
  g_autofree char *name = get_name (self);

  if (g_str_equal (response, "name") && cw_own_template_is_name (name))
    g_signal_emit (self, signals[NAMED], 0, name);
}

static void
cw_template_name_finalize (GObject *object)
{
  CwTemplateName *self = CW_TEMPLATE_NAME (object);

  g_free (self->folder);
  g_free (self->button);
  g_free (self->old_name);
  G_OBJECT_CLASS (cw_template_name_parent_class)->finalize (object);
}

static void
cw_template_name_class_init (CwTemplateNameClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_template_name_finalize;
  ADW_ALERT_DIALOG_CLASS (klass)->response = cw_template_name_response;

  /**
   * CwTemplateName::named:
   * @name: the name
   *
   * The user has given a name a template can have.
   */
  signals[NAMED] = g_signal_new ("named", CW_TYPE_TEMPLATE_NAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cw_template_name_init (CwTemplateName *self)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (self);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  self->entry = GTK_EDITABLE (row);
  adw_alert_dialog_set_extra_child (alert, list);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "name", "", NULL);
  adw_alert_dialog_set_default_response (alert, "name");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * cw_template_name_new:
 * @heading: what it is about
 * @button: label of the button that does it
 * @folder: where the user's own templates are
 * @name: the name it has, or one to offer
 * @may_replace: whether it may take the name of another template, which then goes
 *
 * Returns: (transfer floating): the dialog
 */
CwTemplateName *
cw_template_name_new (const char *heading,
                      const char *button,
                      const char *folder,
                      const char *name,
                      gboolean may_replace)
{
  CwTemplateName *self = g_object_new (CW_TYPE_TEMPLATE_NAME, NULL);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), heading);
  self->folder = g_strdup (folder);
  self->button = g_strdup (button);
  self->old_name = g_strdup (name);
  self->may_replace = may_replace;
  gtk_editable_set_text (self->entry, name);
  on_changed (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->entry));
  return self;
}
