/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include "app/cw-settings.h"
#include "document/tables/cw-table-edit.h"

/* By how much keys change the width of a column, in points: about two millimetres. */
#define WIDTH_STEP 6

/* What the menu of a table and the keys can do to rows, columns and cells. */

static guint
n_rows (CwCellRange range)
{
  return range.last_row - range.row + 1;
}

static guint
n_columns (CwCellRange range)
{
  return range.last_column - range.column + 1;
}

/* Hands out a change and selects, in what it has become, the cells @range. */
static void
edit_and_select (CwTableView *self, CwTable *table, CwCellRange range)
{
  g_autoptr (CwTable) edited = table;

  cw_table_view_edit (self, edited, CW_EDIT_STEP);
  range.last_row = MIN (range.last_row, cw_table_get_n_rows (self->table) - 1);
  range.last_column = MIN (range.last_column, cw_table_get_n_columns (self->table) - 1);
  cw_table_view_move_to (self, MIN (range.row, range.last_row),
                         MIN (range.column, range.last_column));
  self->anchor_row = range.last_row;
  self->anchor_column = range.last_column;
  cw_table_view_update_actions (self);
}

static void
insert_rows (CwTableView *self, gboolean below)
{
  CwCellRange range = cw_table_view_get_range (self);
  guint at = below ? range.last_row + 1 : range.row;
  guint n = n_rows (range);

  range.row = at;
  range.last_row = at + n - 1;
  edit_and_select (self, cw_table_insert_rows (self->table, at, n), range);
}

static void
insert_columns (CwTableView *self, gboolean after)
{
  CwCellRange range = cw_table_view_get_range (self);
  guint at = after ? range.last_column + 1 : range.column;
  guint n = n_columns (range);

  range.column = at;
  range.last_column = at + n - 1;
  edit_and_select (self, cw_table_insert_columns (self->table, at, n), range);
}

static void
remove_table (CwTableView *self)
{
  g_signal_emit_by_name (self, "remove");
}

static void
remove_rows (CwTableView *self)
{
  CwCellRange range = cw_table_view_get_range (self);
  guint n = n_rows (range);

  if (n == cw_table_get_n_rows (self->table))
    {
      remove_table (self);
      return;
    }
  range.last_row = range.row;
  range.last_column = range.column = self->column;
  edit_and_select (self, cw_table_remove_rows (self->table, range.row, n), range);
}

static void
remove_columns (CwTableView *self)
{
  CwCellRange range = cw_table_view_get_range (self);
  guint n = n_columns (range);

  if (n == cw_table_get_n_columns (self->table))
    {
      remove_table (self);
      return;
    }
  range.last_column = range.column;
  range.last_row = range.row = self->row;
  edit_and_select (self, cw_table_remove_columns (self->table, range.column, n), range);
}

static void
move_rows (CwTableView *self, int by)
{
  CwCellRange range = cw_table_view_get_range (self);
  guint n = n_rows (range);

  if (by < 0 ? range.row == 0 : range.last_row + 1 >= cw_table_get_n_rows (self->table))
    return;
  g_autoptr (CwTable) table
      = cw_table_move_rows (self->table, range.row, n, by < 0 ? range.row - 1 : range.last_row + 2);
  if (table == self->table)
    return;
  range.row += by;
  range.last_row += by;
  edit_and_select (self, cw_table_ref (table), range);
}

static void
move_columns (CwTableView *self, int by)
{
  CwCellRange range = cw_table_view_get_range (self);
  guint n = n_columns (range);

  if (by < 0 ? range.column == 0
             : range.last_column + 1 >= cw_table_get_n_columns (self->table))
    return;
  g_autoptr (CwTable) table = cw_table_move_columns (
      self->table, range.column, n, by < 0 ? range.column - 1 : range.last_column + 2);
  if (table == self->table)
    return;
  range.column += by;
  range.last_column += by;
  edit_and_select (self, cw_table_ref (table), range);
}

static void
merge_cells (CwTableView *self)
{
  CwCellRange range = cw_table_view_get_range (self);
  g_autoptr (CwTable) table
      = cw_table_merge (self->table, range.row, range.column, n_rows (range), n_columns (range));

  range.last_row = range.row;
  range.last_column = range.column;
  edit_and_select (self, g_steal_pointer (&table), range);
}

static void
split_cell (CwTableView *self)
{
  g_autoptr (CwTable) table = cw_table_split (self->table, self->row, self->column);

  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

/* --- the actions ------------------------------------------------------------------------------ */

static void
on_insert_row (GtkWidget *widget, const char *name, GVariant *parameter)
{
  insert_rows (CW_TABLE_VIEW (widget), g_str_has_suffix (name, "below"));
}

static void
on_insert_column (GtkWidget *widget, const char *name, GVariant *parameter)
{
  insert_columns (CW_TABLE_VIEW (widget), g_str_has_suffix (name, "after"));
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_has_suffix (name, "rows"))
    remove_rows (CW_TABLE_VIEW (widget));
  else if (g_str_has_suffix (name, "columns"))
    remove_columns (CW_TABLE_VIEW (widget));
  else
    remove_table (CW_TABLE_VIEW (widget));
}

static void
on_move_row (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_rows (CW_TABLE_VIEW (widget), g_str_has_suffix (name, "up") ? -1 : 1);
}

static void
on_move_column (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_columns (CW_TABLE_VIEW (widget), g_str_has_suffix (name, "left") ? -1 : 1);
}

static void
on_merge (GtkWidget *widget, const char *name, GVariant *parameter)
{
  merge_cells (CW_TABLE_VIEW (widget));
}

static void
on_split (GtkWidget *widget, const char *name, GVariant *parameter)
{
  split_cell (CW_TABLE_VIEW (widget));
}

static void
on_align (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwTableView *self = CW_TABLE_VIEW (widget);
  CwCellRange range = cw_table_view_get_range (self);
  g_autoptr (CwTable) table = cw_table_ref (self->table);

  for (guint column = range.column; column <= range.last_column; column++)
    {
      CwTable *aligned = cw_table_set_align (table, column, g_variant_get_int32 (parameter));

      cw_table_unref (table);
      table = aligned;
    }
  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

static void
on_header_rows (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwTableView *self = CW_TABLE_VIEW (widget);
  g_autoptr (CwTable) table
      = cw_table_set_header_rows (self->table, g_variant_get_int32 (parameter));

  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

static void
on_automatic_width (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwTableView *self = CW_TABLE_VIEW (widget);
  CwCellRange range = cw_table_view_get_range (self);
  g_autoptr (CwTable) table = cw_table_ref (self->table);

  for (guint column = range.column; column <= range.last_column; column++)
    {
      CwTable *widened = cw_table_set_column_width (table, column, 0);

      cw_table_unref (table);
      table = widened;
    }
  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

/* Wider or narrower by one step of the hand; what is still automatic starts from what it is. */
static void
on_widen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwTableView *self = CW_TABLE_VIEW (widget);
  CwCellRange range = cw_table_view_get_range (self);
  double by = g_str_has_suffix (name, "wider") ? WIDTH_STEP : -WIDTH_STEP;
  g_autoptr (CwTable) table = cw_table_ref (self->table);

  for (guint column = range.column; column <= range.last_column; column++)
    {
      int pixels = cw_table_shape_get_x (self->shape, column + 1)
                   - cw_table_shape_get_x (self->shape, column);
      double width = MAX (pixels / self->scale + by, WIDTH_STEP);
      CwTable *widened = cw_table_set_column_width (table, column, width);

      cw_table_unref (table);
      table = widened;
    }
  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

static void
on_clipboard (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwTableView *self = CW_TABLE_VIEW (widget);

  if (g_str_has_suffix (name, "cut"))
    cw_table_view_cut (self);
  else if (g_str_has_suffix (name, "copy"))
    cw_table_view_copy (self);
  else if (g_str_has_suffix (name, "paste"))
    cw_table_view_paste (self);
  else
    cw_table_view_clear (self);
}

/**
 * cw_table_view_install_actions:
 * @klass: the class of table views
 *
 * Everything the menu of a table can do.
 */
void
cw_table_view_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "table.insert-row-above", NULL, on_insert_row },
    { "table.insert-row-below", NULL, on_insert_row },
    { "table.insert-column-before", NULL, on_insert_column },
    { "table.insert-column-after", NULL, on_insert_column },
    { "table.remove-rows", NULL, on_remove },
    { "table.remove-columns", NULL, on_remove },
    { "table.remove", NULL, on_remove },
    { "table.move-row-up", NULL, on_move_row },
    { "table.move-row-down", NULL, on_move_row },
    { "table.move-column-left", NULL, on_move_column },
    { "table.move-column-right", NULL, on_move_column },
    { "table.merge", NULL, on_merge },
    { "table.split", NULL, on_split },
    { "table.align", "i", on_align },
    { "table.header-rows", "i", on_header_rows },
    { "table.automatic-width", NULL, on_automatic_width },
    { "table.narrower", NULL, on_widen },
    { "table.wider", NULL, on_widen },
    { "table.cut", NULL, on_clipboard },
    { "table.copy", NULL, on_clipboard },
    { "table.paste", NULL, on_clipboard },
    { "table.clear", NULL, on_clipboard },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

/**
 * cw_table_view_update_actions:
 * @self: a table view
 *
 * Makes actions available that make sense for the cells selected.
 */
void
cw_table_view_update_actions (CwTableView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  CwCellRange range = cw_table_view_get_range (self);
  CwCell cell = cw_table_get_cell (self->table, self->row, self->column);
  guint rows = cw_table_get_n_rows (self->table), columns = cw_table_get_n_columns (self->table);

  gtk_widget_action_set_enabled (widget, "table.merge", cw_table_view_is_range (self));
  gtk_widget_action_set_enabled (widget, "table.split", cell.rows > 1 || cell.columns > 1);
  gtk_widget_action_set_enabled (widget, "table.move-row-up", range.row > 0);
  gtk_widget_action_set_enabled (widget, "table.move-row-down", range.last_row + 1 < rows);
  gtk_widget_action_set_enabled (widget, "table.move-column-left", range.column > 0);
  gtk_widget_action_set_enabled (widget, "table.move-column-right",
                                 range.last_column + 1 < columns);
  cw_table_view_update_list_actions (self);
}

/* --- the menu --------------------------------------------------------------------------------- */

static void
on_menu_closed (GtkPopover *popover, CwTableView *self)
{
  gtk_widget_grab_focus (self->entry);
}

static GtkWidget *
make_menu (CwTableView *self)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource (CW_RESOURCE_PATH "/cw-table-menu.ui");
  GMenuModel *model = G_MENU_MODEL (gtk_builder_get_object (builder, "table_menu"));
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  if (self->extra_menu != NULL)
    g_menu_prepend_section (G_MENU (model), NULL, self->extra_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  g_signal_connect (menu, "closed", G_CALLBACK (on_menu_closed), self);
  return menu;
}

/**
 * cw_table_view_set_extra_menu:
 * @self: a table view
 * @menu: what its menu is to begin with; may be empty, and change
 *
 * Adds to the menu of the cells.
 */
void
cw_table_view_set_extra_menu (CwTableView *self, GMenuModel *menu)
{
  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  if (g_set_object (&self->extra_menu, menu))
    g_clear_pointer (&self->menu, gtk_widget_unparent);
}

/**
 * cw_table_view_show_menu:
 * @self: a table view
 * @x: where
 * @y: where
 *
 * Shows the menu of the cells selected.
 */
void
cw_table_view_show_menu (CwTableView *self, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (self->menu == NULL)
    self->menu = make_menu (self);
  cw_table_view_update_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
