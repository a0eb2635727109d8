/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include <glib/gi18n-lib.h>

/* In a table that is a list: beside each row that was made from the text a small button leads
 * there, and says when the text has changed. Only rows that can be seen have theirs. */

#define ROW "cw-row"

static guint
get_row (GtkWidget *link)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (link), ROW));
}

static gboolean
is_changed (CwTableView *self, guint row)
{
  for (guint i = 0; i < self->changed_rows->len; i++)
    if (g_array_index (self->changed_rows, guint, i) == row)
      return TRUE;
  return FALSE;
}

static void
on_clicked (GtkButton *link, CwTableView *self)
{
  g_signal_emit_by_name (self, "source-activated", get_row (GTK_WIDGET (link)));
}

static void
show_state (CwTableView *self, GtkWidget *link)
{
  guint row = get_row (link);
  gboolean changed = is_changed (self, row);
  g_autofree char *label
      = changed ? g_strdup_printf (_ ("Row %u: its paragraph has changed"), row + 1)
                : g_strdup_printf (_ ("Row %u: go to its paragraph"), row + 1);

  gtk_button_set_icon_name (GTK_BUTTON (link),
                            changed ? "dialog-warning-symbolic" : "insert-link-symbolic");
  gtk_widget_set_tooltip_text (link, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (changed)
    gtk_widget_add_css_class (link, "warning");
  else
    gtk_widget_remove_css_class (link, "warning");
}

static GtkWidget *
find_link (CwTableView *self, guint row)
{
  for (guint i = 0; i < self->links->len; i++)
    if (get_row (self->links->pdata[i]) == row)
      return self->links->pdata[i];
  return NULL;
}

static GtkWidget *
make_link (CwTableView *self, guint row)
{
  GtkWidget *link = gtk_button_new ();

  g_object_set_data (G_OBJECT (link), ROW, GUINT_TO_POINTER (row));
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "cw-row-link");
  gtk_widget_set_parent (link, GTK_WIDGET (self));
  g_signal_connect (link, "clicked", G_CALLBACK (on_clicked), self);
  return link;
}

/**
 * cw_table_view_clear_links:
 * @self: a table view
 *
 * Takes all links away.
 */
void
cw_table_view_clear_links (CwTableView *self)
{
  for (guint i = 0; i < self->links->len; i++)
    gtk_widget_unparent (self->links->pdata[i]);
  g_ptr_array_set_size (self->links, 0);
}

/* A link keeps its row, so that the keyboard on it does not come to another by scrolling. */
static GPtrArray *
collect_links (CwTableView *self, CwTableList *list)
{
  GPtrArray *links = g_ptr_array_new ();
  guint first = cw_table_shape_find_row (self->shape, self->visible_top - CW_TABLE_STRIP);
  guint last = cw_table_shape_find_row (self->shape, self->visible_bottom - CW_TABLE_STRIP);

  for (guint row = first; row <= last; row++)
    {
      GtkWidget *link = find_link (self, row);

      if (cw_table_list_get_n_sources (list, row) == 0)
        continue;
      if (link != NULL)
        g_ptr_array_remove_fast (self->links, link);
      g_ptr_array_add (links, link != NULL ? link : make_link (self, row));
      show_state (self, links->pdata[links->len - 1]);
    }
  return links;
}

/**
 * cw_table_view_update_links:
 * @self: a table view
 *
 * Gives the rows that can be seen and have a source their links.
 */
void
cw_table_view_update_links (CwTableView *self)
{
  CwTableList *list = cw_table_get_list (self->table);
  GPtrArray *links;

  if (list == NULL)
    {
      cw_table_view_clear_links (self);
      return;
    }
  links = collect_links (self, list);
  cw_table_view_clear_links (self);
  g_ptr_array_unref (self->links);
  self->links = links;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cw_table_view_place_links:
 * @self: a table view
 *
 * Puts the links, and what is said about a row, beside their rows.
 */
void
cw_table_view_place_links (CwTableView *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      GtkWidget *link = self->links->pdata[i];
      guint row = get_row (link);
      int y = cw_table_shape_get_y (self->shape, row);
      int bottom = cw_table_shape_get_y (self->shape, row + 1);
      GtkAllocation place = { 0, CW_TABLE_STRIP + y + 1, CW_TABLE_STRIP, MAX (bottom - y - 1, 1) };
      int least;

      gtk_widget_measure (link, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      place.width = MAX (place.width, least);
      gtk_widget_measure (link, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      place.height = MAX (place.height, least);
      gtk_widget_size_allocate (link, &place, -1);
    }
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/**
 * cw_table_view_snapshot_links:
 * @self: a table view
 * @snapshot: what to draw to
 */
void
cw_table_view_snapshot_links (CwTableView *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->links->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), self->links->pdata[i], snapshot);
}

/**
 * cw_table_view_is_link:
 * @self: a table view
 * @x: from its left
 * @y: from its top
 *
 * Returns: whether a link is there
 */
gboolean
cw_table_view_is_link (CwTableView *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; picked != NULL && i < self->links->len; i++)
    if (picked == self->links->pdata[i] || gtk_widget_is_ancestor (picked, self->links->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * cw_table_view_focus_link:
 * @self: a table view
 * @row: a row
 *
 * Gives the keyboard to the link of a row.
 *
 * Returns: whether it has one
 */
gboolean
cw_table_view_focus_link (CwTableView *self, guint row)
{
  GtkWidget *link = find_link (self, row);

  return link != NULL && gtk_widget_grab_focus (link);
}

/**
 * cw_table_view_get_focus_link:
 * @self: a table view
 * @row: (out): the row
 *
 * Returns: whether keys go to the link of a row
 */
gboolean
cw_table_view_get_focus_link (CwTableView *self, guint *row)
{
  for (guint i = 0; i < self->links->len; i++)
    if (gtk_widget_has_focus (self->links->pdata[i]))
      {
        *row = get_row (self->links->pdata[i]);
        return TRUE;
      }
  return FALSE;
}

/**
 * cw_table_view_set_changed_rows:
 * @self: a table view
 * @rows: (nullable) (array length=n_rows): rows whose paragraph does not say any more what it said
 * @n_rows: how many
 */
void
cw_table_view_set_changed_rows (CwTableView *self, const guint *rows, guint n_rows)
{
  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  g_array_set_size (self->changed_rows, 0);
  if (n_rows > 0)
    g_array_append_vals (self->changed_rows, rows, n_rows);
  for (guint i = 0; i < self->links->len; i++)
    show_state (self, self->links->pdata[i]);
}

static void
on_popover_closed (GtkPopover *popover, CwTableView *self)
{
  if (self->entry != NULL && gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (
                                                         GTK_WIDGET (self))),
                                                     GTK_WIDGET (popover)))
    cw_table_view_activate (self, self->popover_row, 0);
}

/**
 * cw_table_view_show_popover:
 * @self: a table view
 * @popover: (transfer floating): what is to be said about a row
 * @row: the row
 *
 * Shows something beside the link of a row, in place of what was there before.
 */
void
cw_table_view_show_popover (CwTableView *self, GtkWidget *popover, guint row)
{
  GdkRectangle at = { 0, CW_TABLE_STRIP + cw_table_shape_get_y (self->shape, row), CW_TABLE_STRIP,
                      1 };

  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  at.height = MAX (cw_table_shape_get_y (self->shape, row + 1) + CW_TABLE_STRIP - at.y, 1);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = popover;
  self->popover_row = row;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* --- actions ---------------------------------------------------------------------------------- */

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "source-activated", CW_TABLE_VIEW (widget)->row);
}

static void
on_command (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *command = g_str_has_suffix (name, "update-list")  ? "update"
                        : g_str_has_suffix (name, "export-csv") ? "export"
                                                                : "save-form";

  g_signal_emit_by_name (widget, "list-command", command);
}

static void
on_role (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwTableView *self = CW_TABLE_VIEW (widget);
  CwTableList *list = cw_table_get_list (self->table);
  g_autoptr (CwTableList) other = NULL;
  g_autoptr (CwTable) table = NULL;
  CwListRole role;

  if (list == NULL || !cw_list_role_find (g_variant_get_string (parameter, NULL), &role))
    return;
  other = cw_table_list_with_role (list, self->column, role);
  table = cw_table_with_list (self->table, other);
  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

/* Only there so that its menu is hidden where it makes no sense. */
static void
on_list_columns (GtkWidget *widget, const char *name, GVariant *parameter)
{
}

/**
 * cw_table_view_install_list_actions:
 * @klass: the class of table views
 *
 * What the menu of a table can do with it as a list.
 */
void
cw_table_view_install_list_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "table.go-to-source", NULL, on_go);
  gtk_widget_class_install_action (klass, "table.update-list", NULL, on_command);
  gtk_widget_class_install_action (klass, "table.export-csv", NULL, on_command);
  gtk_widget_class_install_action (klass, "table.save-form", NULL, on_command);
  gtk_widget_class_install_action (klass, "table.list-columns", NULL, on_list_columns);
  gtk_widget_class_install_action (klass, "table.role", "s", on_role);
}

/**
 * cw_table_view_update_list_actions:
 * @self: a table view
 *
 * Makes the commands of lists available where the table is one.
 */
void
cw_table_view_update_list_actions (CwTableView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CwTableList *list = cw_table_get_list (self->table);

  gtk_widget_action_set_enabled (widget, "table.go-to-source",
                                 list != NULL
                                     && cw_table_list_get_n_sources (list, self->row) > 0);
  gtk_widget_action_set_enabled (widget, "table.update-list", list != NULL);
  gtk_widget_action_set_enabled (widget, "table.list-columns", list != NULL);
}
