/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include "document/tables/cw-table-edit.h"

/* How near the pointer must be to a rule to take hold of it, in pixels. */
#define REACH 4
/* Narrowest column that can be dragged, in mm. */
#define NARROWEST_MM 8

/* What is under the pointer. */
typedef enum
{
  ON_CELL,
  ON_RULE,
  ON_ROWS,
  ON_COLUMNS,
  ON_CORNER,
  ON_NOTHING,
} Spot;

static Spot
find_spot (CwTableView *self, double x, double y, int *rule)
{
  int width = cw_table_shape_get_width (self->shape) + CW_TABLE_STRIP + REACH;

  *rule = cw_table_shape_find_rule (self->shape, (int) x - CW_TABLE_STRIP, REACH);
  if (x > width)
    return ON_NOTHING;
  if (x < CW_TABLE_STRIP && y < CW_TABLE_STRIP)
    return ON_CORNER;
  if (*rule >= 0)
    return ON_RULE;
  if (x < CW_TABLE_STRIP)
    return ON_ROWS;
  return y < CW_TABLE_STRIP ? ON_COLUMNS : ON_CELL;
}

static void
find_cell (CwTableView *self, double x, double y, guint *row, guint *column)
{
  *row = cw_table_shape_find_row (self->shape, (int) y - CW_TABLE_STRIP);
  *column = cw_table_shape_find_column (self->shape, (int) x - CW_TABLE_STRIP);
}

static gboolean
is_active (CwTableView *self, guint row, guint column)
{
  cw_table_find_cell (self->table, &row, &column);
  return cw_table_view_has_focus (self) && row == self->row && column == self->column;
}

static gboolean
is_selected (CwTableView *self, guint row, guint column)
{
  CwCellRange range = cw_table_view_get_range (self);

  return row >= range.row && row <= range.last_row && column >= range.column
         && column <= range.last_column;
}

/* --- pressing --------------------------------------------------------------------------------- */

/* The byte before which the caret goes when the text is clicked there. */
static guint
find_offset (CwTableView *self, guint row, guint column, double x, double y)
{
  int left, top, index, trailing;
  g_autoptr (PangoLayout) layout = cw_table_view_make_layout (self, row, column, &left, &top);

  pango_layout_xy_to_index (layout, (x - left) * PANGO_SCALE, (y - top) * PANGO_SCALE, &index,
                            &trailing);
  if (trailing > 0)
    index = g_utf8_offset_to_pointer (pango_layout_get_text (layout) + index, trailing)
            - pango_layout_get_text (layout);
  return index;
}

/* The caret goes where the text was clicked, as in any text. */
static void
press_cell (CwTableView *self, guint row, guint column, double x, double y)
{
  cw_table_find_cell (self->table, &row, &column);
  cw_table_view_set_caret (self, row, column, find_offset (self, row, column, x, y));
}

/**
 * cw_table_view_locate:
 * @self: a table view with a size
 * @x: px from its left
 * @y: px from its top
 * @row: (out): row of the cell there
 * @column: (out): its column
 * @offset: (out): byte in its text
 *
 * Returns: whether there is the inside of a cell
 */
gboolean
cw_table_view_locate (CwTableView *self,
                      double x,
                      double y,
                      guint *row,
                      guint *column,
                      guint *offset)
{
  int rule;

  g_return_val_if_fail (CW_IS_TABLE_VIEW (self), FALSE);

  if (find_spot (self, x, y, &rule) != ON_CELL)
    return FALSE;
  find_cell (self, x, y, row, column);
  cw_table_find_cell (self->table, row, column);
  *offset = find_offset (self, *row, *column, x, y);
  return TRUE;
}

static void
select_row (CwTableView *self, guint row, gboolean extend)
{
  guint anchor = extend ? self->anchor_row : row;

  cw_table_view_activate (self, row, 0);
  self->anchor_row = anchor;
  self->anchor_column = cw_table_get_n_columns (self->table) - 1;
  cw_table_view_update_actions (self);
}

static void
select_column (CwTableView *self, guint column, gboolean extend)
{
  guint anchor = extend ? self->anchor_column : column;

  cw_table_view_activate (self, 0, column);
  self->anchor_column = anchor;
  self->anchor_row = cw_table_get_n_rows (self->table) - 1;
  cw_table_view_update_actions (self);
}

static CwTableDrag
press_strip (CwTableView *self, Spot spot, guint row, guint column, gboolean extend)
{
  CwCellRange range = cw_table_view_get_range (self);
  gboolean whole_rows = range.column == 0
                        && range.last_column + 1 == cw_table_get_n_columns (self->table);
  gboolean whole_columns
      = range.row == 0 && range.last_row + 1 == cw_table_get_n_rows (self->table);

  if (spot == ON_ROWS)
    {
      if (extend || !whole_rows || !is_selected (self, row, 0))
        select_row (self, row, extend);
      return CW_TABLE_DRAG_ROWS;
    }
  if (extend || !whole_columns || !is_selected (self, 0, column))
    select_column (self, column, extend);
  return CW_TABLE_DRAG_COLUMNS;
}

static void
on_press (CwTableView *self, double x, double y, gboolean extend)
{
  guint row, column;
  int rule;
  Spot spot = find_spot (self, x, y, &rule);

  find_cell (self, x, y, &row, &column);
  self->drag_at = -1;
  switch (spot)
    {
    case ON_RULE:
      self->drag = CW_TABLE_DRAG_RULE;
      self->drag_column = rule;
      break;
    case ON_CORNER:
      gtk_widget_grab_focus (self->entry);
      cw_table_view_select_all (self);
      break;
    case ON_ROWS:
    case ON_COLUMNS:
      self->drag = press_strip (self, spot, row, column, extend);
      gtk_widget_grab_focus (self->entry);
      break;
    case ON_CELL:
      self->drag = CW_TABLE_DRAG_CELLS;
      if (extend)
        cw_table_view_extend_to (self, row, column);
      else if (!is_active (self, row, column))
        press_cell (self, row, column, x, y);
      break;
    case ON_NOTHING:
    default:
      break;
    }
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, CwTableView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;
  int rule;
  gboolean on_entry;

  if (cw_table_view_is_link (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  find_cell (self, x, y, &row, &column);
  on_entry = find_spot (self, x, y, &rule) == ON_CELL && is_active (self, row, column)
             && (state & GDK_SHIFT_MASK) == 0;
  self->press_x = x;
  self->press_y = y;
  self->drag = CW_TABLE_DRAG_NOTHING;
  if (on_entry)
    cw_table_view_set_editing (self, TRUE);
  on_press (self, x, y, (state & GDK_SHIFT_MASK) != 0);
  if (!on_entry)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* --- dragging --------------------------------------------------------------------------------- */

/* The rule nearest to the pointer: where rows or columns would go in. */
static guint
nearest_row_rule (CwTableView *self, double y)
{
  guint row = cw_table_shape_find_row (self->shape, (int) y - CW_TABLE_STRIP);
  int middle = (cw_table_shape_get_y (self->shape, row)
                + cw_table_shape_get_y (self->shape, row + 1))
               / 2;

  return y - CW_TABLE_STRIP > middle ? row + 1 : row;
}

static guint
nearest_column_rule (CwTableView *self, double x)
{
  guint column = cw_table_shape_find_column (self->shape, (int) x - CW_TABLE_STRIP);
  int middle = (cw_table_shape_get_x (self->shape, column)
                + cw_table_shape_get_x (self->shape, column + 1))
               / 2;

  return x - CW_TABLE_STRIP > middle ? column + 1 : column;
}

static void
drag_cells (CwTableView *self, GtkGesture *gesture, double x, double y)
{
  guint row, column;

  find_cell (self, x, y, &row, &column);
  cw_table_find_cell (self->table, &row, &column);
  if (row == self->row && column == self->column && !cw_table_view_is_range (self))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  cw_table_view_extend_to (self, row, column);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, CwTableView *self)
{
  double x = self->press_x + dx, y = self->press_y + dy;
  int left;

  switch (self->drag)
    {
    case CW_TABLE_DRAG_CELLS:
      drag_cells (self, GTK_GESTURE (gesture), x, y);
      return;
    case CW_TABLE_DRAG_RULE:
      left = cw_table_shape_get_x (self->shape, self->drag_column) + CW_TABLE_STRIP;
      self->drag_at = MAX (x, left + NARROWEST_MM * self->scale);
      break;
    case CW_TABLE_DRAG_ROWS:
      if (ABS (dy) > REACH || self->drag_at >= 0)
        self->drag_at = CW_TABLE_STRIP
                        + cw_table_shape_get_y (self->shape, nearest_row_rule (self, y));
      break;
    case CW_TABLE_DRAG_COLUMNS:
      if (ABS (dx) > REACH || self->drag_at >= 0)
        self->drag_at = CW_TABLE_STRIP
                        + cw_table_shape_get_x (self->shape, nearest_column_rule (self, x));
      break;
    case CW_TABLE_DRAG_NOTHING:
    default:
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static CwTable *
finish_drag (CwTableView *self, double x, double y)
{
  CwCellRange range = cw_table_view_get_range (self);
  int left;

  switch (self->drag)
    {
    case CW_TABLE_DRAG_RULE:
      left = cw_table_shape_get_x (self->shape, self->drag_column) + CW_TABLE_STRIP;
      return cw_table_set_column_width (self->table, self->drag_column,
                                        (int) ((self->drag_at - left) / self->scale + 0.5));
    case CW_TABLE_DRAG_ROWS:
      return cw_table_move_rows (self->table, range.row, range.last_row - range.row + 1,
                                 nearest_row_rule (self, y));
    case CW_TABLE_DRAG_COLUMNS:
      return cw_table_move_columns (self->table, range.column,
                                    range.last_column - range.column + 1,
                                    nearest_column_rule (self, x));
    case CW_TABLE_DRAG_NOTHING:
    case CW_TABLE_DRAG_CELLS:
    default:
      return NULL;
    }
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, CwTableView *self)
{
  g_autoptr (CwTable) table = NULL;

  if (self->drag_at >= 0)
    table = finish_drag (self, self->press_x + dx, self->press_y + dy);
  self->drag = CW_TABLE_DRAG_NOTHING;
  self->drag_at = -1;
  if (table != NULL)
    cw_table_view_edit (self, table, CW_EDIT_STEP);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- hovering, menu --------------------------------------------------------------------------- */

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CwTableView *self)
{
  static const char *const cursors[] = { [ON_CELL] = "text",          [ON_RULE] = "col-resize",
                                         [ON_ROWS] = "grab",          [ON_COLUMNS] = "grab",
                                         [ON_CORNER] = "default",     [ON_NOTHING] = "default" };
  int rule;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[find_spot (self, x, y, &rule)]);
  if (!self->hover)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hover = TRUE;
}

static void
on_pointer_leave (GtkEventControllerMotion *controller, CwTableView *self)
{
  self->hover = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_right_click (GtkGestureClick *gesture, int n, double x, double y, CwTableView *self)
{
  guint row, column;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  find_cell (self, x, y, &row, &column);
  if (!is_selected (self, row, column) || !cw_table_view_has_focus (self))
    cw_table_view_activate (self, row, column);
  cw_table_view_show_menu (self, x, y);
}

/* A width given by hand goes back to automatic. */
static void
on_double_click (GtkGestureClick *gesture, int n, double x, double y, CwTableView *self)
{
  g_autoptr (CwTable) table = NULL;
  int rule;

  if (n != 2 || find_spot (self, x, y, &rule) != ON_RULE)
    return;
  table = cw_table_set_column_width (self->table, rule, 0);
  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

static void
add_gesture (CwTableView *self, GtkGesture *gesture, guint button)
{
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

/**
 * cw_table_view_install_pointer:
 * @self: a table view
 *
 * Makes clicks and drags work in it.
 */
void
cw_table_view_install_pointer (CwTableView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *right = gtk_gesture_click_new ();
  GtkGesture *twice = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (twice, "pressed", G_CALLBACK (on_double_click), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (right, "pressed", G_CALLBACK (on_right_click), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_leave), self);
  add_gesture (self, drag, GDK_BUTTON_PRIMARY);
  add_gesture (self, twice, GDK_BUTTON_PRIMARY);
  add_gesture (self, right, GDK_BUTTON_SECONDARY);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
