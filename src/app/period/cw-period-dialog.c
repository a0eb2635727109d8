/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-period-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/cw-settings.h"
#include "document/values/cw-blank.h"
#include "document/period/cw-period-advance.h"

/**
 * CwPeriodDialog:
 *
 * Makes the paper of the next period: from which period to which, and what is changed, each change
 * with a check box.
 */
struct _CwPeriodDialog
{
  AdwDialog parent_instance;

  CwDocument *document;
  GPtrArray *changes;
  gboolean filling;

  GtkWidget *create_button;
  GtkEditable *from_row;
  GtkEditable *to_row;
  GtkLabel *problem;
  AdwSwitchRow *numbers_row;
  AdwSwitchRow *lists_row;
  AdwPreferencesGroup *changes_group;
  GtkListBox *list;
};

enum
{
  CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPeriodDialog, cw_period_dialog, ADW_TYPE_DIALOG)

/* --- the periods --- */

static gboolean
read_period (GtkEditable *row, CwPeriod *period)
{
  *period = (CwPeriod) { CW_PERIOD_NONE, 0, 0 };
  return *gtk_editable_get_text (row) == '\0'
         || cw_period_parse (gtk_editable_get_text (row), period);
}

/* Why nothing can be made of the two, a sentence. */
static const char *
find_problem (gboolean understood, const CwPeriod *from, const CwPeriod *to)
{
  if (!understood)
    return _ ("This is no period. Write it like 2026年第三季度, 2026年上半年 or 2026年1—9月.");
  if (from->kind != to->kind)
    return _ ("Both periods have to be of the same kind, such as two quarters.");
  if ((from->year < 1900) != (to->year < 1900))
    return _ ("Write the year in both periods, or in neither.");
  if (from->kind != CW_PERIOD_NONE && cw_period_equal (from, to))
    return _ ("Both periods are the same.");
  return NULL;
}

/* --- the changes --- */

static const char *
describe_kind (const CwPeriodChange *change)
{
  switch (change->kind)
    {
    case CW_PERIOD_CHANGE_EVENT:
      return _ ("Date of something that has happened");
    case CW_PERIOD_CHANGE_VALUE:
      return _ ("Becomes a blank; what it was stays beside it");
    case CW_PERIOD_CHANGE_NUMBER:
      return _ ("Number never marked");
    case CW_PERIOD_CHANGE_ELEMENT:
      return cw_element_get_name (change->element);
    case CW_PERIOD_CHANGE_TIME:
    case CW_N_PERIOD_CHANGES:
    default:
      return change->sure ? NULL : _ ("Look whether this is right");
    }
}

static char *
describe (CwPeriodDialog *self, const CwPeriodChange *change)
{
  CwBlank blank = { change->at, change->at.end, 0, FALSE };
  const char *kind = describe_kind (change);
  g_autofree char *sentence = NULL;

  if (change->kind == CW_PERIOD_CHANGE_ELEMENT)
    return g_strdup (kind);
  sentence = cw_blank_describe_sentence (self->document, &blank, NULL, NULL);
  return kind != NULL ? g_strconcat (kind, "\n", sentence, NULL) : g_steal_pointer (&sentence);
}

static void
on_toggled (GtkCheckButton *button, CwPeriodChange *change)
{
  change->chosen = gtk_check_button_get_active (button);
}

static GtkWidget *
make_row (CwPeriodDialog *self, CwPeriodChange *change)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  const char *now = *change->now != '\0' ? change->now : _ ("(empty)");
  g_autofree char *title = g_strdup_printf ("%s → %s", change->was, now);
  g_autofree char *subtitle = describe (self, change);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), change->chosen);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), change);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check); /* names it by the row */
  return row;
}

static void
show_changes (CwPeriodDialog *self)
{
  gboolean numbers = adw_switch_row_get_active (self->numbers_row);
  g_autofree char *count = NULL;
  guint n = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      CwPeriodChange *change = g_ptr_array_index (self->changes, i);

      if (change->kind == CW_PERIOD_CHANGE_NUMBER && !numbers)
        continue;
      gtk_list_box_append (self->list, make_row (self, change));
      n++;
    }
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n), n);
  adw_preferences_group_set_description (self->changes_group, n > 0 ? count : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group), n > 0);
}

static void
update (CwPeriodDialog *self)
{
  CwPeriod from, to;
  gboolean has_from = read_period (self->from_row, &from);
  gboolean has_to = read_period (self->to_row, &to);
  const char *problem = find_problem (has_from && has_to, &from, &to);

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (self->create_button, problem == NULL);
  gtk_list_box_remove_all (self->list); /* before what its rows change goes */
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  if (problem == NULL)
    self->changes = cw_period_find_changes (self->document, &from, &to);
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      CwPeriodChange *change = g_ptr_array_index (self->changes, i);

      if (change->kind == CW_PERIOD_CHANGE_NUMBER)
        change->chosen = adw_switch_row_get_active (self->numbers_row);
    }
  show_changes (self);
}

/* --- what is entered --- */

static void
on_to (CwPeriodDialog *self)
{
  if (!self->filling)
    update (self);
}

/* The period after what is entered is proposed at once. */
static void
on_from (CwPeriodDialog *self)
{
  CwPeriod from, next;
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  if (read_period (self->from_row, &from) && from.kind != CW_PERIOD_NONE)
    {
      next = cw_period_next (&from);
      text = cw_period_to_string (&next);
      self->filling = TRUE;
      gtk_editable_set_text (self->to_row, text);
      self->filling = FALSE;
    }
  update (self);
}

static void
on_numbers (CwPeriodDialog *self)
{
  gboolean numbers = adw_switch_row_get_active (self->numbers_row);

  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      CwPeriodChange *change = g_ptr_array_index (self->changes, i);

      if (change->kind == CW_PERIOD_CHANGE_NUMBER)
        change->chosen = numbers;
    }
  show_changes (self);
}

static void
on_create (GtkButton *button, CwPeriodDialog *self)
{
  g_autoptr (CwDocument) next = NULL;

  if (self->changes == NULL)
    return;
  next = cw_period_apply (self->document, self->changes,
                          adw_switch_row_get_active (self->lists_row));
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CREATE], 0, next);
}

static void
on_cancel (GtkButton *button, CwPeriodDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- the class --- */

static void
cw_period_dialog_dispose (GObject *object)
{
  CwPeriodDialog *self = CW_PERIOD_DIALOG (object);

  if (self->list != NULL)
    gtk_list_box_remove_all (self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_PERIOD_DIALOG);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->document, cw_document_unref);
  G_OBJECT_CLASS (cw_period_dialog_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CwPeriodDialog, name)

static void
cw_period_dialog_class_init (CwPeriodDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_period_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-period-dialog.ui");
  BIND (create_button);
  BIND (from_row);
  BIND (to_row);
  BIND (problem);
  BIND (numbers_row);
  BIND (lists_row);
  BIND (changes_group);
  BIND (list);
  gtk_widget_class_bind_template_callback (widget_class, on_from);
  gtk_widget_class_bind_template_callback (widget_class, on_to);
  gtk_widget_class_bind_template_callback (widget_class, on_numbers);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);

  /**
   * CwPeriodDialog::create:
   * @document: (type CwDocument): the paper of the new period
   *
   * The new paper is to be shown; the dialog is closed.
   */
  signals[CREATE] = g_signal_new ("create", CW_TYPE_PERIOD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, CW_TYPE_DOCUMENT);
}

#undef BIND

static void
cw_period_dialog_init (CwPeriodDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

/**
 * cw_period_dialog_new:
 * @document: the paper of this period
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
cw_period_dialog_new (CwDocument *document)
{
  CwPeriodDialog *self = g_object_new (CW_TYPE_PERIOD_DIALOG, NULL);
  g_autofree char *text = NULL;
  CwPeriod period;

  self->document = cw_document_ref (document);
  cw_period_find (document, &period);
  text = cw_period_to_string (&period);
  gtk_editable_set_text (self->from_row, text);
  on_from (self);
  return ADW_DIALOG (self);
}
