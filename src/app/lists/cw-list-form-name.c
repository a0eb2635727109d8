/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list-form-name.h"

#include <glib/gi18n-lib.h>

#include "formats/templates/cw-list-forms.h"
#include "formats/templates/cw-own-name.h"

/**
 * CwListFormName:
 *
 * Asks what the columns of a table shall be called when they are kept as a form of lists.
 */
struct _CwListFormName
{
  AdwAlertDialog parent_instance;

  char *folder;
  CwTable *table;
  GtkEditable *entry;
};

enum
{
  NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwListFormName, cw_list_form_name, ADW_TYPE_ALERT_DIALOG)

static char *
get_name (CwListFormName *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static gboolean
is_built_in (const char *name)
{
  for (CwListKind kind = CW_LIST_PROBLEMS; kind < CW_N_LIST_KINDS; kind++)
    {
      g_autoptr (CwListForm) form = cw_list_form_new_built_in (kind);

      if (g_str_equal (cw_list_form_get_name (form), name))
        return TRUE;
    }
  return FALSE;
}

static void
on_changed (CwListFormName *self)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (self);
  g_autofree char *name = get_name (self);
  gboolean built_in = is_built_in (name);
  gboolean replaces = !built_in && cw_list_forms_exists (self->folder, name);

  adw_alert_dialog_set_body (alert, built_in   ? _ ("This is the name of a form that came with the "
                                                    "program. Choose another one.")
                                    : replaces ? _ ("There is a form of this name already.")
                                               : "");
  adw_alert_dialog_set_response_label (alert, "name", replaces ? _ ("_Replace") : _ ("_Save"));
  adw_alert_dialog_set_response_appearance (
      alert, "name", replaces ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (alert, "name",
                                         cw_own_name_is_valid (name) && !built_in);
}

static void
cw_list_form_name_response (AdwAlertDialog *alert, const char *response)
{
  CwListFormName *self = CW_LIST_FORM_NAME (alert);
  g_autofree char *name = get_name (self);

  if (g_str_equal (response, "name") && cw_own_name_is_valid (name))
    g_signal_emit (self, signals[NAMED], 0, name);
}

static void
cw_list_form_name_finalize (GObject *object)
{
  CwListFormName *self = CW_LIST_FORM_NAME (object);

  g_free (self->folder);
  g_clear_pointer (&self->table, cw_table_unref);
  G_OBJECT_CLASS (cw_list_form_name_parent_class)->finalize (object);
}

static void
cw_list_form_name_class_init (CwListFormNameClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_list_form_name_finalize;
  ADW_ALERT_DIALOG_CLASS (klass)->response = cw_list_form_name_response;

  /**
   * CwListFormName::named:
   * @name: the name
   *
   * The user has given a name a form can have.
   */
  signals[NAMED] = g_signal_new ("named", CW_TYPE_LIST_FORM_NAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cw_list_form_name_init (CwListFormName *self)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (self);
  GtkWidget *group = adw_preferences_group_new (), *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->entry = GTK_EDITABLE (row);
  adw_alert_dialog_set_heading (alert, _ ("Save Columns as Form"));
  adw_alert_dialog_set_extra_child (alert, group);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "name", _ ("_Save"), NULL);
  adw_alert_dialog_set_default_response (alert, "name");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * cw_list_form_name_new:
 * @folder: where the user's own forms are
 * @table: the table whose columns are to be kept
 * @name: a name to offer
 *
 * Returns: (transfer floating): the dialog
 */
CwListFormName *
cw_list_form_name_new (const char *folder, CwTable *table, const char *name)
{
  CwListFormName *self = g_object_new (CW_TYPE_LIST_FORM_NAME, NULL);

  self->folder = g_strdup (folder);
  self->table = cw_table_ref (table);
  gtk_editable_set_text (self->entry, name);
  on_changed (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->entry));
  return self;
}

/**
 * cw_list_form_name_get_table:
 * @self: the dialog
 *
 * Returns: (transfer none): the table whose columns are to be kept
 */
CwTable *
cw_list_form_name_get_table (CwListFormName *self)
{
  g_return_val_if_fail (CW_IS_LIST_FORM_NAME (self), NULL);

  return self->table;
}
