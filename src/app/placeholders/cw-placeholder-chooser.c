/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/cw-settings.h"
#include "app/elements/cw-combo-row.h"

/**
 * CwPlaceholderChooser:
 *
 * A dialog to choose other quantities of the paper: those that are the same as one, or those it is
 * computed from, in the order in which they are chosen.
 */
struct _CwPlaceholderChooser
{
  AdwDialog parent_instance;

  CwBlank blank;
  GListStore *items;
  GtkCustomFilter *wanted;
  GPtrArray *order; /* the items chosen, first to last */
  GPtrArray *checks; /* of the rows there are */
  GArray *chosen;   /* CwBlank, as last given out */
  AdwComboRow *rule;

  GtkWidget *cancel;
  GtkWidget *accept;
  GtkLabel *description;
  GtkListBox *rules;
  GtkEditable *search;
  GtkListView *view;
};

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPlaceholderChooser, cw_placeholder_chooser, ADW_TYPE_DIALOG)

static char *
dup_item_text (CwPlaceholderItem *item)
{
  g_autofree char *name = cw_placeholder_item_dup_name (item);
  g_autofree char *value = cw_placeholder_item_dup_text (item);

  return g_strdup_printf ("%s (%s)", name, value);
}

/* --- how many are needed --- */

static gboolean
is_enough (CwPlaceholderChooser *self)
{
  CwValueRule rule = cw_placeholder_chooser_get_rule (self);

  if (self->rule == NULL || rule == CW_VALUE_SUM)
    return self->order->len > 0;
  return rule == CW_VALUE_ENTERED || self->order->len == 2;
}

/* Which is first and which is second matters to all rules but the sum. */
static void
show_order (CwPlaceholderChooser *self, GtkWidget *check)
{
  gpointer item = g_object_get_data (G_OBJECT (check), "cw-item");
  GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));
  g_autofree char *text = NULL;
  g_autofree char *numbered = NULL;
  guint at = 0;

  if (item == NULL)
    return;
  text = dup_item_text (item);
  if (self->rule != NULL && g_ptr_array_find (self->order, item, &at))
    numbered = g_strdup_printf (_ ("%u. %s"), at + 1, text);
  gtk_label_set_text (GTK_LABEL (label), numbered != NULL ? numbered : text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  numbered != NULL ? numbered : text, -1);
}

static void
update (CwPlaceholderChooser *self)
{
  gboolean entered
      = self->rule != NULL && cw_placeholder_chooser_get_rule (self) == CW_VALUE_ENTERED;

  gtk_widget_set_sensitive (self->accept, is_enough (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->view), !entered);
  for (guint i = 0; i < self->checks->len; i++)
    show_order (self, self->checks->pdata[i]);
}

/* --- the list --- */

static gboolean
is_chosen (CwPlaceholderChooser *self, gpointer item)
{
  return g_ptr_array_find (self->order, item, NULL);
}

static void
on_toggled (GtkCheckButton *check, CwPlaceholderChooser *self)
{
  gpointer item = g_object_get_data (G_OBJECT (check), "cw-item");
  gboolean active = gtk_check_button_get_active (check);

  if (item == NULL || active == is_chosen (self, item))
    return;
  if (active)
    g_ptr_array_add (self->order, item);
  else
    g_ptr_array_remove (self->order, item);
  update (self);
}

static void
on_setup (CwPlaceholderChooser *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_DEFAULT);
  g_ptr_array_add (self->checks, check);
  gtk_list_item_set_child (list_item, check);
  gtk_list_item_set_focusable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
}

static void
on_bind (CwPlaceholderChooser *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);
  CwPlaceholderItem *item = CW_PLACEHOLDER_ITEM (gtk_list_item_get_item (list_item));
  g_autofree char *text = dup_item_text (item);

  g_object_set_data (G_OBJECT (check), "cw-item", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, item));
  g_object_set_data (G_OBJECT (check), "cw-item", item);
  show_order (self, check);
  gtk_list_item_set_accessible_label (list_item, text);
}

static void
on_unbind (CwPlaceholderChooser *self, GtkListItem *list_item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "cw-item", NULL);
}

static void
on_teardown (CwPlaceholderChooser *self, GtkListItem *list_item)
{
  if (self->checks != NULL)
    g_ptr_array_remove (self->checks, gtk_list_item_get_child (list_item));
}

static gboolean
is_wanted (gpointer object, gpointer data)
{
  CwPlaceholderChooser *self = data;
  CwPlaceholderItem *item = CW_PLACEHOLDER_ITEM (object);
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *name = cw_placeholder_item_dup_name (item);
  g_autofree char *sentence = cw_blank_describe_sentence (
      cw_placeholder_item_get_document (item), cw_placeholder_item_get_blank (item), NULL, NULL);
  g_autofree char *both = g_strconcat (name, "\n", sentence, NULL);
  g_autofree char *folded = g_utf8_casefold (both, -1);

  return strstr (folded, needle) != NULL;
}

static void
on_search (CwPlaceholderChooser *self)
{
  gtk_filter_changed (GTK_FILTER (self->wanted), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
install_list (CwPlaceholderChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;
  GtkNoSelection *selection;

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (on_teardown), self, G_CONNECT_SWAPPED);
  self->wanted = gtk_custom_filter_new (is_wanted, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                        g_object_ref (GTK_FILTER (self->wanted)));
  selection = gtk_no_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
}

/* --- the class --- */

static void
on_cancel (CwPlaceholderChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_accept (CwPlaceholderChooser *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cw_placeholder_chooser_dispose (GObject *object)
{
  CwPlaceholderChooser *self = CW_PLACEHOLDER_CHOOSER (object);

  if (self->wanted != NULL)
    gtk_custom_filter_set_filter_func (self->wanted, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_PLACEHOLDER_CHOOSER);
  g_clear_object (&self->wanted);
  g_clear_object (&self->items);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (cw_placeholder_chooser_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CwPlaceholderChooser, name)

static void
cw_placeholder_chooser_class_init (CwPlaceholderChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_placeholder_chooser_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-placeholder-chooser.ui");
  BIND (cancel);
  BIND (accept);
  BIND (description);
  BIND (rules);
  BIND (search);
  BIND (view);

  /**
   * CwPlaceholderChooser::accepted:
   *
   * The choice is made; see cw_placeholder_chooser_get_chosen().
   */
  signals[ACCEPTED] = g_signal_new ("accepted", CW_TYPE_PLACEHOLDER_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

#undef BIND

static void
cw_placeholder_chooser_init (CwPlaceholderChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (CW_TYPE_PLACEHOLDER_ITEM);
  self->order = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->chosen = g_array_new (FALSE, FALSE, sizeof (CwBlank));
  install_list (self);
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (on_cancel), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (on_accept), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
is_same_quantity (const CwBlank *a, const CwBlank *b)
{
  if (a->value != 0)
    return a->value == b->value;
  return cw_stretch_compare (&a->at, &b->at) == 0;
}

/* One place of each quantity is enough. */
static void
add_items (CwPlaceholderChooser *self, CwDocument *document)
{
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < blanks->len; i++)
    {
      g_autoptr (CwPlaceholderItem) item = NULL;
      g_autoptr (CwText) text = NULL;
      CwPlaceholderFacts facts = { document, g_array_index (blanks, CwBlank, i) };

      if (is_same_quantity (&self->blank, &facts.blank)
          || (facts.blank.value != 0
              && !g_hash_table_add (seen, GUINT_TO_POINTER (facts.blank.value))))
        continue;
      facts.text = text = cw_stretch_get_text (document, &facts.blank.at);
      item = cw_placeholder_item_new (&facts);
      g_list_store_append (self->items, item);
    }
}

/**
 * cw_placeholder_chooser_new:
 * @document: a document
 * @blank: the placeholder others are chosen for; it is not among them
 *
 * Returns: (transfer floating): a dialog with all other quantities of the document
 */
CwPlaceholderChooser *
cw_placeholder_chooser_new (CwDocument *document, const CwBlank *blank)
{
  CwPlaceholderChooser *self = g_object_new (CW_TYPE_PLACEHOLDER_CHOOSER, NULL);

  self->blank = *blank;
  add_items (self, document);
  update (self);
  return self;
}

/**
 * cw_placeholder_chooser_set_words:
 * @self: a chooser
 * @title: of the dialog
 * @description: what to choose
 * @button: label of the button that accepts
 */
void
cw_placeholder_chooser_set_words (CwPlaceholderChooser *self,
                                  const char *title,
                                  const char *description,
                                  const char *button)
{
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_label_set_text (self->description, description);
  gtk_button_set_label (GTK_BUTTON (self->accept), button);
}

/**
 * cw_placeholder_chooser_add_rules:
 * @self: a chooser
 * @rule: how the value is computed now
 *
 * Lets the user choose how a value is computed as well.
 */
void
cw_placeholder_chooser_add_rules (CwPlaceholderChooser *self, CwValueRule rule)
{
  const char *names[CW_N_VALUE_RULES];

  names[CW_VALUE_ENTERED] = _ ("Entered, not computed");
  names[CW_VALUE_SUM] = _ ("Sum of the chosen ones");
  names[CW_VALUE_DIFFERENCE] = _ ("First less second");
  names[CW_VALUE_PERCENT] = _ ("First as a percentage of second");
  names[CW_VALUE_GROWTH] = _ ("Growth of first over second, %");
  self->rule = cw_combo_row_new (_ ("Computed As"), names, CW_N_VALUE_RULES);
  adw_combo_row_set_selected (self->rule, rule);
  g_signal_connect_object (self->rule, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rules, GTK_WIDGET (self->rule));
  gtk_widget_set_visible (GTK_WIDGET (self->rules), TRUE);
  update (self);
}

/**
 * cw_placeholder_chooser_get_rule:
 * @self: a chooser
 *
 * Returns: how the value is to be computed
 */
CwValueRule
cw_placeholder_chooser_get_rule (CwPlaceholderChooser *self)
{
  return self->rule != NULL ? adw_combo_row_get_selected (self->rule) : CW_VALUE_ENTERED;
}

/**
 * cw_placeholder_chooser_choose:
 * @self: a chooser
 * @value: number of a quantity, chosen from the beginning
 */
void
cw_placeholder_chooser_choose (CwPlaceholderChooser *self, guint value)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CwPlaceholderItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (cw_placeholder_item_get_blank (item)->value == value && !is_chosen (self, item))
        g_ptr_array_add (self->order, item);
    }
  on_search (self);
  update (self);
}

/**
 * cw_placeholder_chooser_get_chosen:
 * @self: a chooser
 * @n_chosen: (out): how many
 *
 * Returns: (transfer none) (array length=n_chosen): what has been chosen, first to last
 */
const CwBlank *
cw_placeholder_chooser_get_chosen (CwPlaceholderChooser *self, guint *n_chosen)
{
  g_array_set_size (self->chosen, 0);
  for (guint i = 0; i < self->order->len; i++)
    g_array_append_vals (self->chosen, cw_placeholder_item_get_blank (self->order->pdata[i]), 1);
  *n_chosen = self->chosen->len;
  return (const CwBlank *) (gpointer) self->chosen->data;
}
