/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-combo-row.h"

/* libadwaita's own items say nothing to assistive tools; these have names. */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (mark, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_list_item_set_child (item, box);
}

static void
name_item (GtkListItem *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_list_item_set_accessible_label (item, name);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  name_item (item);
}

static void
mark_selected (GtkListItem *item, AdwComboRow *row)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_visible (mark,
                          adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (item));
}

static void
on_row_selected (AdwComboRow *row, GParamSpec *pspec, GtkListItem *item)
{
  if (gtk_list_item_get_item (item) != NULL)
    mark_selected (item, row);
}

static void
on_bind_in_list (GtkListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  name_item (item);
  mark_selected (item, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_row_selected), item,
                           G_CONNECT_DEFAULT);
}

static void
on_unbind_in_list (GtkListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, on_row_selected, item);
}

static GtkListItemFactory *
make_factory (AdwComboRow *row, gboolean in_list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  if (!in_list)
    {
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
      return factory;
    }
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_in_list), row);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_in_list), row);
  return factory;
}

/**
 * cw_combo_row_new:
 * @title: what is chosen
 * @names: the choices
 * @n_names: how many
 *
 * Returns: (transfer full): a row with one of @names
 */
AdwComboRow *
cw_combo_row_new (const char *title, const char *const *names, guint n_names)
{
  AdwComboRow *row = g_object_ref_sink (ADW_COMBO_ROW (adw_combo_row_new ()));
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = make_factory (row, FALSE);
  g_autoptr (GtkListItemFactory) list_factory = make_factory (row, TRUE);

  for (guint i = 0; i < n_names; i++)
    gtk_string_list_append (list, names[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_factory (row, factory);
  adw_combo_row_set_list_factory (row, list_factory);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}
