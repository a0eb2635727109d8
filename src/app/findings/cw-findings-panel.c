/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-findings-panel.h"

#include <glib/gi18n-lib.h>

#include "app/cw-settings.h"

/**
 * CwFindingsPanel:
 *
 * All findings of the text checker, in the order of reading, with what can be done about them.
 */
struct _CwFindingsPanel
{
  AdwBin parent_instance;

  CwFindings *findings;
  GListStore *items;
  GtkFilter *filter;
  GtkFilterListModel *shown;

  GtkLabel *count;
  GtkWidget *fix_all;
  AdwToggleGroup *strengths;
  GtkStack *stack;
  AdwStatusPage *none;
  GtkWidget *return_button;
  GtkListView *view;
};

enum
{
  ACTIVATED,
  COMMAND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFindingsPanel, cw_findings_panel, ADW_TYPE_BIN)

/* --- the list --- */

static gboolean
is_same (CwFindingsPanel *self, guint item, CwFindings *findings, guint position)
{
  g_autoptr (CwFindingItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), item);

  return cw_finding_item_is_same (old, cw_findings_get (findings, position));
}

static void
move_item (CwFindingsPanel *self, guint item, CwFindings *findings, guint position)
{
  g_autoptr (CwFindingItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), item);

  cw_finding_item_move (old, findings, position);
}

/* What is the same at both ends of the list stays; only what is between is put in anew. */
static void
update_items (CwFindingsPanel *self, CwFindings *findings)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_new = findings != NULL ? cw_findings_get_n (findings) : 0;
  guint first = 0, last = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (first < MIN (n_old, n_new) && is_same (self, first, findings, first))
    move_item (self, first, findings, first), first++;
  while (last < MIN (n_old, n_new) - first
         && is_same (self, n_old - 1 - last, findings, n_new - 1 - last))
    move_item (self, n_old - 1 - last, findings, n_new - 1 - last), last++;
  for (guint i = first; i < n_new - last; i++)
    g_ptr_array_add (added, cw_finding_item_new (findings, i));
  if (added->len > 0 || n_old - first - last > 0)
    g_list_store_splice (self->items, first, n_old - first - last, added->pdata, added->len);
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  CwFindingsPanel *self = data;
  const char *name = adw_toggle_group_get_active_name (self->strengths);
  const CwFinding *finding = cw_finding_item_get (item);

  return name == NULL || g_str_equal (name, "all")
         || g_str_equal (name, cw_strength_get_id (finding->rule->strength));
}

/* --- what is said above it --- */

static void
show_none (CwFindingsPanel *self)
{
  guint n = self->findings != NULL ? cw_findings_get_n (self->findings) : 0;
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0;

  adw_status_page_set_title (self->none, self->findings == NULL ? _ ("Nothing Checked Yet")
                                         : n == 0               ? _ ("Nothing to Point Out")
                                                                : _ ("None of This Strength"));
  gtk_stack_set_visible_child_name (self->stack, empty ? "none" : "list");
}

static void
show_counts (CwFindingsPanel *self)
{
  guint n = self->findings != NULL ? cw_findings_get_n (self->findings) : 0;
  guint n_fixable = self->findings != NULL ? cw_findings_count_fixable (self->findings) : 0;
  guint n_dismissed = self->findings != NULL ? cw_findings_get_n_dismissed (self->findings) : 0;
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", n), n);
  g_autofree char *fix = g_strdup_printf (_ ("Put %u Right"), n_fixable);
  g_autofree char *back = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Show %u Left Alone", "Show %u Left Alone", n_dismissed),
      n_dismissed);

  gtk_label_set_text (self->count, text);
  gtk_button_set_label (GTK_BUTTON (self->fix_all), fix);
  gtk_widget_set_visible (self->fix_all, n_fixable > 0);
  gtk_button_set_label (GTK_BUTTON (self->return_button), back);
  gtk_widget_set_visible (self->return_button, n_dismissed > 0);
  show_none (self);
}

static void
on_strength (CwFindingsPanel *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_none (self);
}

/* --- rows --- */

static void
on_command (CwFindingRow *row, guint command, CwFindingsPanel *self)
{
  CwFindingItem *item = cw_finding_row_get_item (row);

  if (item != NULL)
    g_signal_emit (self, signals[COMMAND], 0, item, command);
}

static void
on_setup (CwFindingsPanel *self, GtkListItem *item)
{
  GtkWidget *row = cw_finding_row_new ();

  g_signal_connect_object (row, "command", G_CALLBACK (on_command), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (CwFindingsPanel *self, GtkListItem *list_item)
{
  CwFindingItem *item = gtk_list_item_get_item (list_item);

  cw_finding_row_set_item (CW_FINDING_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, cw_finding_item_get (item)->message);
}

static void
on_unbind (CwFindingsPanel *self, GtkListItem *list_item)
{
  cw_finding_row_set_item (CW_FINDING_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
on_activate (CwFindingsPanel *self, guint position)
{
  g_autoptr (CwFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

/* --- the class --- */

static void
cw_findings_panel_dispose (GObject *object)
{
  CwFindingsPanel *self = CW_FINDINGS_PANEL (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_FINDINGS_PANEL);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_pointer (&self->findings, cw_findings_unref);
  G_OBJECT_CLASS (cw_findings_panel_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[ACTIVATED] = g_signal_new ("activated", CW_TYPE_FINDINGS_PANEL, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, CW_TYPE_FINDING_ITEM);
  signals[COMMAND] = g_signal_new ("command", CW_TYPE_FINDINGS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, CW_TYPE_FINDING_ITEM, G_TYPE_UINT);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CwFindingsPanel, name)

static void
cw_findings_panel_class_init (CwFindingsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_findings_panel_dispose;
  install_signals ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-findings-panel.ui");
  BIND (count);
  BIND (fix_all);
  BIND (strengths);
  BIND (stack);
  BIND (none);
  BIND (return_button);
  BIND (view);
  gtk_widget_class_bind_template_callback (widget_class, on_strength);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

#undef BIND

static void
cw_findings_panel_init (CwFindingsPanel *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->items = g_list_store_new (CW_TYPE_FINDING_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                           g_object_ref (self->filter));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  show_counts (self);
}

/**
 * cw_findings_panel_set_findings:
 * @self: a panel
 * @findings: (nullable): what was found; %NULL if nothing was checked
 *
 * Shows the findings; those that are still there keep their rows.
 */
void
cw_findings_panel_set_findings (CwFindingsPanel *self, CwFindings *findings)
{
  g_return_if_fail (CW_IS_FINDINGS_PANEL (self));

  update_items (self, findings);
  g_clear_pointer (&self->findings, cw_findings_unref);
  self->findings = findings != NULL ? cw_findings_ref (findings) : NULL;
  show_counts (self);
}

/**
 * cw_findings_panel_get_model:
 * @self: a panel
 *
 * Returns: (transfer none): the #CwFindingItem it shows
 */
GListModel *
cw_findings_panel_get_model (CwFindingsPanel *self)
{
  g_return_val_if_fail (CW_IS_FINDINGS_PANEL (self), NULL);

  return G_LIST_MODEL (self->shown);
}
