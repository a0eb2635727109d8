/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sheet-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/cw-settings.h"
#include "cw-sheet-item.h"

/**
 * CwSheetDialog:
 *
 * What the answers of collection sheets would change in the paper, one by one, before anything is
 * changed. What is in doubt is not chosen from the beginning.
 */
struct _CwSheetDialog
{
  AdwDialog parent_instance;

  CwDocument *document;
  GListStore *items;
  gboolean updating;

  GtkWidget *cancel;
  GtkWidget *accept;
  GtkLabel *problems;
  GtkCheckButton *all;
  GtkLabel *count;
  GtkListView *view;
};

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSheetDialog, cw_sheet_dialog, ADW_TYPE_DIALOG)

/* --- what is chosen --- */

static guint
get_n (CwSheetDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* The list keeps it alive. */
static CwSheetItem *
get (CwSheetDialog *self, guint position)
{
  g_autoptr (CwSheetItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;
}

static guint
count_chosen (CwSheetDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < get_n (self); i++)
    n += cw_sheet_item_get_chosen (get (self, i));
  return n;
}

static void
update (CwSheetDialog *self)
{
  guint n = count_chosen (self);
  g_autofree char *text = g_strdup_printf (_ ("%u of %u answers chosen"), n, get_n (self));

  self->updating = TRUE;
  gtk_label_set_text (self->count, text);
  gtk_check_button_set_active (self->all, n > 0 && n == get_n (self));
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < get_n (self));
  gtk_widget_set_sensitive (self->accept, n > 0);
  self->updating = FALSE;
}

/* Only one of two answers to one blank can be taken. */
static void
on_chosen (CwSheetItem *item, GParamSpec *pspec, CwSheetDialog *self)
{
  gboolean twice = cw_sheet_item_get_answer (item)->match == CW_SHEET_TWICE;

  for (guint i = 0; twice && cw_sheet_item_get_chosen (item) && i < get_n (self); i++)
    if (cw_sheet_item_is_rival (item, get (self, i)))
      cw_sheet_item_set_chosen (get (self, i), FALSE);
  if (!self->updating)
    update (self);
}

static void
on_all (CwSheetDialog *self)
{
  gboolean active = gtk_check_button_get_active (self->all);

  if (self->updating)
    return;
  self->updating = TRUE;
  for (guint i = 0; i < get_n (self); i++)
    cw_sheet_item_set_chosen (get (self, i), active);
  update (self);
}

/* --- rows --- */

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (CwSheetDialog *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  add_label (box, NULL);
  add_label (box, "heading");
  add_label (box, "dim-label");
  add_label (box, "warning");
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_list_item_set_child (list_item, check);
  gtk_list_item_set_focusable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
}

static GtkWidget *
show_text (GtkWidget *label, const char *text, GString *name)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
  if (text != NULL && *text != '\0')
    g_string_append_printf (name, "%s%s", name->len > 0 ? "\n" : "", text);
  return gtk_widget_get_next_sibling (label);
}

static void
on_bind (CwSheetDialog *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);
  CwSheetItem *item = CW_SHEET_ITEM (gtk_list_item_get_item (list_item));
  GtkWidget *label
      = gtk_widget_get_first_child (gtk_check_button_get_child (GTK_CHECK_BUTTON (check)));
  g_autofree char *change = cw_sheet_item_dup_change (item);
  g_autofree char *giver = cw_sheet_item_dup_giver (item);
  g_autofree char *problem = cw_sheet_item_dup_problem (item);
  g_autoptr (GString) name = g_string_new (NULL);

  label = show_text (label, cw_sheet_item_get_answer (item)->sentence, name);
  label = show_text (label, change, name);
  label = show_text (label, giver, name);
  show_text (label, problem, name);
  gtk_widget_set_sensitive (check, cw_sheet_item_get_answer (item)->match != CW_SHEET_LOST);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  gtk_list_item_set_accessible_label (list_item, name->str);
  g_object_set_data_full (
      G_OBJECT (check), "cw-binding",
      g_object_ref (g_object_bind_property (item, "chosen", check, "active",
                                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)),
      g_object_unref);
}

static void
on_unbind (CwSheetDialog *self, GtkListItem *list_item)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);

  g_binding_unbind (g_object_get_data (G_OBJECT (check), "cw-binding"));
  g_object_set_data (G_OBJECT (check), "cw-binding", NULL);
}

static void
install_list (CwSheetDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
}

/* --- the class --- */

static void
on_cancel (CwSheetDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_accept (CwSheetDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cw_sheet_dialog_dispose (GObject *object)
{
  CwSheetDialog *self = CW_SHEET_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_SHEET_DIALOG);
  g_clear_object (&self->items);
  g_clear_pointer (&self->document, cw_document_unref);
  G_OBJECT_CLASS (cw_sheet_dialog_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CwSheetDialog, name)

static void
cw_sheet_dialog_class_init (CwSheetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_sheet_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-sheet-dialog.ui");
  BIND (cancel);
  BIND (accept);
  BIND (problems);
  BIND (all);
  BIND (count);
  BIND (view);

  /**
   * CwSheetDialog::accepted:
   *
   * What is chosen is to be taken; see cw_sheet_dialog_apply().
   */
  signals[ACCEPTED] = g_signal_new ("accepted", CW_TYPE_SHEET_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

#undef BIND

static void
cw_sheet_dialog_init (CwSheetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (CW_TYPE_SHEET_ITEM);
  install_list (self);
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (on_cancel), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (on_accept), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (on_all), self, G_CONNECT_SWAPPED);
}

/**
 * cw_sheet_dialog_new:
 * @document: the paper the answers were read for
 * @answers: (element-type CwSheetAnswer): the answers
 * @problems: (nullable): what could not be read, a sentence a line
 *
 * Returns: (transfer floating): a dialog that shows what they would change
 */
CwSheetDialog *
cw_sheet_dialog_new (CwDocument *document, GArray *answers, const char *problems)
{
  CwSheetDialog *self = g_object_new (CW_TYPE_SHEET_DIALOG, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  self->document = cw_document_ref (document);
  for (guint i = 0; i < answers->len; i++)
    {
      CwSheetItem *item = cw_sheet_item_new (answers, i);

      g_signal_connect_object (item, "notify::chosen", G_CALLBACK (on_chosen), self, 0);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  gtk_label_set_text (self->problems, problems != NULL ? problems : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problems), problems != NULL);
  update (self);
  return self;
}

/**
 * cw_sheet_dialog_apply:
 * @self: a dialog
 * @document: the paper as it is now
 * @n_taken: (out): how many answers were taken
 *
 * Takes the chosen answers.
 *
 * Returns: (transfer full) (nullable): the paper with them, one step for the history; %NULL if it is
 *   not any more the one the answers were read for
 */
CwDocument *
cw_sheet_dialog_apply (CwSheetDialog *self, CwDocument *document, guint *n_taken)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (CwSheetAnswer));

  for (guint i = 0; i < get_n (self); i++)
    if (cw_sheet_item_get_chosen (get (self, i)))
      g_array_append_vals (chosen, cw_sheet_item_get_answer (get (self, i)), 1);
  *n_taken = chosen->len;
  if (document != self->document)
    return NULL;
  return cw_value_sheet_apply (document, (const CwSheetAnswer *) (gpointer) chosen->data,
                               chosen->len);
}
