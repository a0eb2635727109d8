/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-template-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/cw-settings.h"
#include "app/dialogs/cw-alert.h"
#include "cw-template-card.h"
#include "cw-template-name.h"
#include "cw-template-pictures.h"
#include "formats/templates/cw-own-template.h"
#include "formats/templates/cw-template-list.h"

/**
 * CwTemplateDialog:
 *
 * Where a document begins: blank, or from a template. What is typed filters, arrows choose, Enter
 * creates.
 */
struct _CwTemplateDialog
{
  AdwDialog parent_instance;

  CwProfile profile;
  char *folder;  /* of the user's own templates */
  char *query;
  GListStore *items;
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkSingleSelection *selection;
  CwTemplatePictures *pictures;
  CwTemplate *removed; /* until its toast has gone */

  AdwToastOverlay *toasts;
  GtkEditable *search_entry;
  AdwToggleGroup *groups;
  AdwBanner *problem_banner;
  GtkStack *stack;
  GtkGridView *grid;
  GtkWidget *create_button;
};

G_DEFINE_FINAL_TYPE (CwTemplateDialog, cw_template_dialog, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- what is offered -------------------------------------------------------------------------- */

static void
append (CwTemplateDialog *self, CwTemplate *template)
{
  g_autoptr (CwTemplateItem) item
      = cw_template_item_new (template, g_list_model_get_n_items (G_LIST_MODEL (self->items)));

  g_list_store_append (self->items, item);
}

static void
append_blank (CwTemplateDialog *self)
{
  static const char *const keywords[] = { "空白", "新建", NULL };
  g_autoptr (CwDocument) document = cw_document_new_blank ();
  g_autoptr (CwTemplate) blank
      = cw_template_new ("blank", _ ("Blank Document"), _ ("Starts with nothing at all."), keywords,
                         CW_TEMPLATE_COMMON, document);

  append (self, blank);
}

static void
append_all (CwTemplateDialog *self, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    append (self, g_ptr_array_index (list, i));
}

/* What is wrong with one template keeps nobody from using the others. */
static void
show_problems (CwTemplateDialog *self, GPtrArray *problems)
{
  adw_banner_set_revealed (self->problem_banner, problems->len > 0);
  if (problems->len > 0)
    adw_banner_set_title (self->problem_banner, g_ptr_array_index (problems, 0));
}

/* Small files, the more so as most users have none of their own: nothing to wait for. */
static void
read_templates (CwTemplateDialog *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = cw_template_list_get_folder ();
  g_autoptr (GPtrArray) installed = cw_template_list_read (folder, problems);
  g_autoptr (GPtrArray) own = cw_template_list_read_own (self->folder, problems);

  g_list_store_remove_all (self->items);
  append_blank (self);
  append_all (self, installed);
  append_all (self, own);
  show_problems (self, problems);
}

static gboolean
is_in_group (CwTemplateItem *item, const char *group)
{
  CwTemplate *template = cw_template_item_get_template (item);
  CwTemplateFlags flags = cw_template_get_flags (template);
  CwKind kind = cw_document_get_form (cw_template_get_document (template))->kind;

  if (g_str_equal (group, "common"))
    return (flags & CW_TEMPLATE_COMMON) != 0;
  if (g_str_equal (group, "own"))
    return (flags & CW_TEMPLATE_OWN) != 0;
  if ((flags & CW_TEMPLATE_OWN) != 0 || cw_template_item_is_blank (item))
    return FALSE;
  return cw_kind_is_statutory (kind) == g_str_equal (group, "statutory");
}

/* A search goes through all groups. */
static gboolean
is_offered (gpointer item, gpointer data)
{
  CwTemplateDialog *self = data;

  if (*self->query != '\0')
    return cw_template_match (cw_template_item_get_template (item), self->query) > 0;
  return is_in_group (item, adw_toggle_group_get_active_name (self->groups));
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  CwTemplateDialog *self = data;
  CwTemplateItem *x = (gpointer) a, *y = (gpointer) b;
  int better = (int) cw_template_match (cw_template_item_get_template (y), self->query)
               - (int) cw_template_match (cw_template_item_get_template (x), self->query);

  if (better != 0)
    return better;
  return (int) cw_template_item_get_position (x) - (int) cw_template_item_get_position (y);
}

static void
update_stack (CwTemplateDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_widget_set_sensitive (self->create_button, any);
  if (any)
    gtk_stack_set_visible_child_name (self->stack, "grid");
  else
    gtk_stack_set_visible_child_name (self->stack, *self->query != '\0' ? "nothing" : "none");
}

static void
update (CwTemplateDialog *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_grid_view_scroll_to (self->grid, 0, GTK_LIST_SCROLL_NONE, NULL);
    }
  update_stack (self);
}

static void
on_search_changed (CwTemplateDialog *self)
{
  if (g_set_str (&self->query, gtk_editable_get_text (self->search_entry)))
    update (self);
}

static void
on_group_changed (CwTemplateDialog *self)
{
  gtk_editable_set_text (self->search_entry, "");
  g_set_str (&self->query, "");
  update (self);
}

static void
on_stop_search (CwTemplateDialog *self)
{
  if (*self->query != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* --- choosing --------------------------------------------------------------------------------- */

static void
choose (CwTemplateDialog *self, CwTemplateItem *item)
{
  g_autoptr (CwDocument) document
      = cw_document_ref (cw_template_get_document (cw_template_item_get_template (item)));

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, document);
}

/* Enter may come before the entry has told what was typed last. */
static void
on_create (CwTemplateDialog *self)
{
  CwTemplateItem *item;

  on_search_changed (self);
  item = gtk_single_selection_get_selected_item (self->selection);
  if (item != NULL)
    choose (self, item);
}

static void
on_activated (CwTemplateDialog *self, guint position)
{
  g_autoptr (CwTemplateItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    choose (self, item);
}

/* From the entry the arrows go on into the grid. */
static gboolean
on_entry_key (GtkEventControllerKey *controller,
              guint key,
              guint code,
              GdkModifierType state,
              CwTemplateDialog *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || selected == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_PROPAGATE;
  gtk_grid_view_scroll_to (self->grid, selected, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                           NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* --- the user's own --------------------------------------------------------------------------- */

static void
on_undo_removal (CwTemplateDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->removed == NULL)
    return;
  if (!cw_own_template_save (self->folder, cw_template_get_name (self->removed),
                             cw_template_get_document (self->removed), &error))
    cw_alert_present (GTK_WIDGET (self), _ ("The Template Is Still Removed"), error->message);
  g_clear_object (&self->removed);
  read_templates (self);
  update (self);
}

static void
remove_template (CwTemplateDialog *self, CwTemplate *template)
{
  const char *name = cw_template_get_name (template);
  g_autofree char *title = g_strdup_printf (_ ("“%s” was removed."), name);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!cw_own_template_remove (self->folder, name, &error))
    {
      cw_alert_present (GTK_WIDGET (self), _ ("The Template Was Not Removed"), error->message);
      return;
    }
  g_set_object (&self->removed, template);
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_removal), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
  read_templates (self);
  update (self);
}

static void
on_named (CwTemplateName *dialog, const char *name, CwTemplateDialog *self)
{
  const char *old_name = g_object_get_data (G_OBJECT (dialog), "old-name");
  g_autoptr (GError) error = NULL;

  if (!cw_own_template_rename (self->folder, old_name, name, &error))
    cw_alert_present (GTK_WIDGET (self), _ ("The Template Was Not Renamed"), error->message);
  read_templates (self);
  update (self);
}

static void
rename_template (CwTemplateDialog *self, CwTemplate *template)
{
  const char *name = cw_template_get_name (template);
  CwTemplateName *dialog = cw_template_name_new (_ ("Rename the Template"), _ ("_Rename"),
                                                 self->folder, name, FALSE);

  g_object_set_data_full (G_OBJECT (dialog), "old-name", g_strdup (name), g_free);
  g_signal_connect_object (dialog, "named", G_CALLBACK (on_named), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
on_rename (CwTemplateCard *card, CwTemplateDialog *self)
{
  rename_template (self, cw_template_item_get_template (cw_template_card_get_item (card)));
}

static void
on_remove (CwTemplateCard *card, CwTemplateDialog *self)
{
  remove_template (self, cw_template_item_get_template (cw_template_card_get_item (card)));
}

/* What the menu of a card does, for those who do not use one. */
static gboolean
on_grid_key (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             CwTemplateDialog *self)
{
  CwTemplateItem *item = gtk_single_selection_get_selected_item (self->selection);
  CwTemplate *template = item != NULL ? cw_template_item_get_template (item) : NULL;

  if (template == NULL || (cw_template_get_flags (template) & CW_TEMPLATE_OWN) == 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_F2)
    rename_template (self, template);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    remove_template (self, template);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* --- the grid --------------------------------------------------------------------------------- */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, CwTemplateDialog *self)
{
  GtkWidget *card = cw_template_card_new ();

  g_signal_connect_object (card, "rename", G_CALLBACK (on_rename), self, 0);
  g_signal_connect_object (card, "remove", G_CALLBACK (on_remove), self, 0);
  gtk_list_item_set_child (list_item, card);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, CwTemplateDialog *self)
{
  CwTemplateItem *item = gtk_list_item_get_item (list_item);
  CwTemplate *template = cw_template_item_get_template (item);

  cw_template_card_set_item (CW_TEMPLATE_CARD (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, cw_template_get_name (template));
  gtk_list_item_set_accessible_description (list_item, cw_template_get_use (template));
  if (self->pictures != NULL)
    cw_template_pictures_want (self->pictures, item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, CwTemplateDialog *self)
{
  cw_template_card_set_item (CW_TEMPLATE_CARD (gtk_list_item_get_child (list_item)), NULL);
}

static void
make_factory (CwTemplateDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_grid_view_set_factory (self->grid, factory);
}

static void
make_model (CwTemplateDialog *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                        g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (self->selection));
}

static void
on_map (CwTemplateDialog *self)
{
  guint scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->pictures == NULL)
    self->pictures = cw_template_pictures_new (&self->profile, CW_TEMPLATE_CARD_WIDTH * scale);
  read_templates (self);
  update (self);
}

static void
cw_template_dialog_dispose (GObject *object)
{
  CwTemplateDialog *self = CW_TEMPLATE_DIALOG (object);

  if (self->grid != NULL)
    gtk_grid_view_set_model (self->grid, NULL);
  if (self->pictures != NULL)
    g_object_run_dispose (G_OBJECT (self->pictures));
  g_clear_object (&self->pictures);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->items);
  g_clear_object (&self->removed);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_TEMPLATE_DIALOG);
  G_OBJECT_CLASS (cw_template_dialog_parent_class)->dispose (object);
}

static void
cw_template_dialog_finalize (GObject *object)
{
  CwTemplateDialog *self = CW_TEMPLATE_DIALOG (object);

  g_free (self->folder);
  g_free (self->query);
  G_OBJECT_CLASS (cw_template_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwTemplateDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateDialog, problem_banner);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_group_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
}

static void
cw_template_dialog_class_init (CwTemplateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_template_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_template_dialog_finalize;

  /**
   * CwTemplateDialog::chosen:
   * @document: the document to begin with
   *
   * The user has decided; the dialog closes.
   */
  signals[CHOSEN] = g_signal_new ("chosen", CW_TYPE_TEMPLATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, CW_TYPE_DOCUMENT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

typedef gboolean (*KeyFunc) (GtkEventControllerKey *controller,
                             guint key,
                             guint code,
                             GdkModifierType state,
                             CwTemplateDialog *self);

static void
take_keys (CwTemplateDialog *self, GtkWidget *widget, KeyFunc func)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (func), self);
  gtk_widget_add_controller (widget, keys);
}

static void
cw_template_dialog_init (CwTemplateDialog *self)
{
  self->query = g_strdup ("");
  self->folder = cw_template_list_get_own_folder ();
  self->items = g_list_store_new (CW_TYPE_TEMPLATE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_factory (self);
  make_model (self);
  take_keys (self, GTK_WIDGET (self->search_entry), on_entry_key);
  take_keys (self, GTK_WIDGET (self->grid), on_grid_key);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self->grid));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search_entry), 0);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->search_entry));
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

/**
 * cw_template_dialog_new:
 * @profile: the choices for the page, which the pictures show
 *
 * Returns: (transfer floating): the dialog
 */
CwTemplateDialog *
cw_template_dialog_new (const CwProfile *profile)
{
  CwTemplateDialog *self = g_object_new (CW_TYPE_TEMPLATE_DIALOG, NULL);

  self->profile = *profile;
  return self;
}
