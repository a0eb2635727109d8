/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include "document/tables/cw-table-edit.h"

/* Rows PageUp and PageDown pass. */
#define PAGE_ROWS 12

static gboolean
act (CwTableView *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return GDK_EVENT_STOP;
}

/* Escape gives the cell its text back, then leaves the table. */
static gboolean
on_escape (CwTableView *self)
{
  g_autoptr (CwTable) table = NULL;
  g_autoptr (CwText) original = g_steal_pointer (&self->original);
  gboolean was_editing = self->editing;

  if (original != NULL)
    {
      self->editing = FALSE;
      table = cw_table_set_text (self->table, self->row, self->column, original);
      cw_table_view_edit (self, table, CW_EDIT_STEP);
    }
  else if (cw_table_view_is_range (self))
    cw_table_view_move_to (self, self->row, self->column);
  else if (!was_editing)
    g_signal_emit_by_name (self, "leave", -1);
  cw_table_view_set_editing (self, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
on_return (CwTableView *self, GdkModifierType state)
{
  if ((state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    cw_table_view_break_line (self);
  else if (!cw_table_view_ask_go_on (self))
    cw_table_view_go_on (self);
  return GDK_EVENT_STOP;
}

/* With Alt rows and columns move, with Ctrl+Alt new ones come beside the active cell, with Shift+Alt
 * columns grow and shrink. */
static gboolean
on_alt_arrow (CwTableView *self, int rows, int columns, GdkModifierType state)
{
  gboolean insert = (state & GDK_CONTROL_MASK) != 0;

  if ((state & GDK_SHIFT_MASK) != 0 && !insert && columns != 0)
    return act (self, columns < 0 ? "table.narrower" : "table.wider");
  if (rows < 0)
    return act (self, insert ? "table.insert-row-above" : "table.move-row-up");
  if (rows > 0)
    return act (self, insert ? "table.insert-row-below" : "table.move-row-down");
  if (columns < 0)
    return act (self, insert ? "table.insert-column-before" : "table.move-column-left");
  return act (self, insert ? "table.insert-column-after" : "table.move-column-right");
}

static gboolean
on_arrow (CwTableView *self, int rows, int columns, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if ((state & GDK_ALT_MASK) != 0)
    return on_alt_arrow (self, rows, columns, state);
  if (self->editing && (shift || control || !cw_table_view_is_at_edge (self, rows, columns)))
    return GDK_EVENT_PROPAGATE;
  if (columns < 0 && !control && !shift && self->column == 0 && !cw_table_view_is_range (self)
      && cw_table_view_focus_link (self, self->row))
    return GDK_EVENT_STOP;
  if (control)
    {
      rows *= (int) cw_table_get_n_rows (self->table);
      columns *= (int) cw_table_get_n_columns (self->table);
    }
  cw_table_view_step (self, rows, columns, shift);
  return GDK_EVENT_STOP;
}

/* Home and End in the row; with Ctrl in the table. */
static gboolean
on_home (CwTableView *self, int direction, GdkModifierType state)
{
  int rows = (state & GDK_CONTROL_MASK) != 0 ? CW_TABLE_MAX_ROWS * direction : 0;

  if (self->editing)
    return GDK_EVENT_PROPAGATE;
  cw_table_view_step (self, rows, CW_TABLE_MAX_COLUMNS * direction,
                      (state & GDK_SHIFT_MASK) != 0);
  return GDK_EVENT_STOP;
}

static gboolean
on_page (CwTableView *self, int direction, GdkModifierType state)
{
  cw_table_view_step (self, PAGE_ROWS * direction, 0, (state & GDK_SHIFT_MASK) != 0);
  return GDK_EVENT_STOP;
}

static gboolean
on_delete (CwTableView *self, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0 && !self->editing)
    return act (self, (state & GDK_SHIFT_MASK) != 0 ? "table.remove-columns"
                                                    : "table.remove-rows");
  if (self->editing)
    return GDK_EVENT_PROPAGATE;
  cw_table_view_clear (self);
  return GDK_EVENT_STOP;
}

/* The first Ctrl+A takes the text of the cell, the next all cells. */
static gboolean
on_select_all (CwTableView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
  GtkTextIter start, end, from, to;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  if (!self->editing || (gtk_text_iter_equal (&start, &from) && gtk_text_iter_equal (&end, &to)))
    cw_table_view_select_all (self);
  else
    gtk_text_buffer_select_range (buffer, &end, &start);
  return GDK_EVENT_STOP;
}

static gboolean
on_menu (CwTableView *self)
{
  GdkRectangle area = cw_table_view_get_active_area (self);

  cw_table_view_show_menu (self, area.x + area.width / 2.0, area.y + area.height);
  return GDK_EVENT_STOP;
}

static gboolean
on_control_key (CwTableView *self, guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_a:
      return on_select_all (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_moving_key (CwTableView *self, guint key, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return on_arrow (self, -1, 0, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return on_arrow (self, 1, 0, state);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return on_arrow (self, 0, -1, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return on_arrow (self, 0, 1, state);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return on_home (self, -1, state);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return on_home (self, 1, state);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return on_page (self, -1, state);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return on_page (self, 1, state);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* On the link beside a row: up and down go to other rows, right and Escape back to the cells. */
static gboolean
on_link_key (CwTableView *self, guint row, guint key)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      gtk_widget_grab_focus (self->entry);
      cw_table_view_step (self, key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 1, 0, FALSE);
      cw_table_view_focus_link (self, self->row);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Escape:
      cw_table_view_activate (self, row, 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Before the text view of the cell sees a key, but after the input method when it is composing. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CwTableView *self)
{
  guint row;

  if (self->composing)
    return GDK_EVENT_PROPAGATE;
  if (cw_table_view_get_focus_link (self, &row))
    return on_link_key (self, row, key);
  if (!cw_table_view_has_focus (self))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if ((state & GDK_CONTROL_MASK) != 0)
        return GDK_EVENT_PROPAGATE;
      cw_table_view_tab (self, (state & GDK_SHIFT_MASK) != 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return on_return (self, state);
    case GDK_KEY_Escape:
      return on_escape (self);
    case GDK_KEY_F2:
      cw_table_view_set_editing (self, !self->editing);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      return on_delete (self, state);
    case GDK_KEY_Menu:
      return on_menu (self);
    case GDK_KEY_F10:
      return (state & GDK_SHIFT_MASK) != 0 ? on_menu (self) : GDK_EVENT_PROPAGATE;
    default:
      if ((state & GDK_CONTROL_MASK) != 0 && on_control_key (self, key))
        return GDK_EVENT_STOP;
      return on_moving_key (self, key, state);
    }
}

/* What the cell has no use for must not reach the text around the table, which would take it for
 * its own; the keys of the window have been looked at before. */
static gboolean
on_unused_key (GtkEventControllerKey *controller,
               guint key,
               guint code,
               GdkModifierType state,
               CwTableView *self)
{
  return key != GDK_KEY_F10 && key != GDK_KEY_F6;
}

/**
 * cw_table_view_install_keys:
 * @self: a table view
 *
 * Makes the keys of this file work in it.
 */
void
cw_table_view_install_keys (CwTableView *self)
{
  GtkEventController *before = gtk_event_controller_key_new ();
  GtkEventController *behind = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (before, GTK_PHASE_CAPTURE);
  g_signal_connect (before, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), before);
  g_signal_connect (behind, "key-pressed", G_CALLBACK (on_unused_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), behind);
}
