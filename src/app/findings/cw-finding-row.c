/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-finding-row.h"

#include <glib/gi18n-lib.h>

#include "app/cw-settings.h"

/**
 * CwFindingRow:
 *
 * A finding on the screen: what is wrong, the words it is about, where the rule comes from, and
 * what can be done about it.
 */
struct _CwFindingRow
{
  GtkBox parent_instance;

  CwFindingItem *item;
  GtkLabel *message;
  GtkLabel *quote;
  GtkLabel *source;
  GtkWidget *fix_button;
  GtkWidget *menu_button;
};

enum
{
  COMMAND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFindingRow, cw_finding_row, GTK_TYPE_BOX)

static const char *const actions[CW_N_FINDING_COMMANDS] = {
  [CW_FINDING_FIX] = "finding.fix",
  [CW_FINDING_IGNORE] = "finding.ignore",
  [CW_FINDING_IGNORE_WORDS] = "finding.ignore-words",
  [CW_FINDING_IGNORE_ALWAYS] = "finding.ignore-always",
  [CW_FINDING_RULE_OFF] = "finding.rule-off",
};

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < CW_N_FINDING_COMMANDS; i++)
    if (g_str_equal (actions[i], name))
      g_signal_emit (widget, signals[COMMAND], 0, i);
}

static void
show_strength (CwFindingRow *self, CwStrength strength)
{
  for (guint i = 0; i < CW_N_STRENGTHS; i++)
    if (i == strength)
      gtk_widget_add_css_class (GTK_WIDGET (self->source), cw_strength_get_id (i));
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->source), cw_strength_get_id (i));
}

static void
show (CwFindingRow *self)
{
  const CwFinding *finding = cw_finding_item_get (self->item);
  g_autofree char *quote = cw_finding_item_dup_quote (self->item);
  g_autofree char *source
      = g_strdup_printf ("%s · %s", cw_strength_get_name (finding->rule->strength),
                         finding->rule->source);

  gtk_label_set_text (self->message, finding->message);
  gtk_label_set_markup (self->quote, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), *quote != '\0');
  gtk_label_set_text (self->source, source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source),
                               cw_text_rule_get_explanation (finding->rule));
  show_strength (self, finding->rule->strength);
  gtk_widget_set_visible (self->fix_button, finding->n_fixes > 0);
}

static void
cw_finding_row_dispose (GObject *object)
{
  cw_finding_row_set_item (CW_FINDING_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CW_TYPE_FINDING_ROW);
  G_OBJECT_CLASS (cw_finding_row_parent_class)->dispose (object);
}

static void
cw_finding_row_class_init (CwFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_finding_row_dispose;

  /**
   * CwFindingRow::command:
   * @command: a #CwFindingCommand
   *
   * The user has chosen what to do.
   */
  signals[COMMAND] = g_signal_new ("command", CW_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  for (guint i = 0; i < CW_N_FINDING_COMMANDS; i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, on_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CwFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, CwFindingRow, quote);
  gtk_widget_class_bind_template_child (widget_class, CwFindingRow, source);
  gtk_widget_class_bind_template_child (widget_class, CwFindingRow, fix_button);
  gtk_widget_class_bind_template_child (widget_class, CwFindingRow, menu_button);
}

static void
cw_finding_row_init (CwFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cw_finding_row_new:
 *
 * Returns: (transfer floating): a row of nothing yet
 */
GtkWidget *
cw_finding_row_new (void)
{
  return g_object_new (CW_TYPE_FINDING_ROW, NULL);
}

/**
 * cw_finding_row_set_item:
 * @self: a row
 * @item: (nullable): what to show
 *
 * Shows a finding, and what becomes of it.
 */
void
cw_finding_row_set_item (CwFindingRow *self, CwFindingItem *item)
{
  g_return_if_fail (CW_IS_FINDING_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

/**
 * cw_finding_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CwFindingItem *
cw_finding_row_get_item (CwFindingRow *self)
{
  g_return_val_if_fail (CW_IS_FINDING_ROW (self), NULL);

  return self->item;
}
