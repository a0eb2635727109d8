/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include "document/tables/cw-table-edit.h"

/* Which cell is the active one, and which cells are selected. */

/* Grows a range until no cell stands half in it. */
static gboolean
take_in_cells (CwTable *table, CwCellRange *range)
{
  CwCellRange old = *range;

  for (guint row = old.row; row <= old.last_row; row++)
    for (guint column = old.column; column <= old.last_column; column++)
      {
        guint r = row, c = column;
        CwCell cell = cw_table_find_cell (table, &r, &c);

        range->row = MIN (range->row, r);
        range->column = MIN (range->column, c);
        range->last_row = MAX (range->last_row, r + cell.rows - 1);
        range->last_column = MAX (range->last_column, c + cell.columns - 1);
      }
  return range->row != old.row || range->column != old.column || range->last_row != old.last_row
         || range->last_column != old.last_column;
}

/**
 * cw_table_view_get_range:
 * @self: a table view
 *
 * Returns: the cells that are selected, at least the active one; no cell is half in it
 */
CwCellRange
cw_table_view_get_range (CwTableView *self)
{
  CwCellRange range = { MIN (self->row, self->anchor_row), MIN (self->column, self->anchor_column),
                        MAX (self->row, self->anchor_row), MAX (self->column, self->anchor_column) };

  while (take_in_cells (self->table, &range))
    ;
  return range;
}

/**
 * cw_table_view_is_range:
 * @self: a table view
 *
 * Returns: whether more than one cell is selected
 */
gboolean
cw_table_view_is_range (CwTableView *self)
{
  CwCellRange range = cw_table_view_get_range (self);
  CwCell cell = cw_table_get_cell (self->table, self->row, self->column);

  return range.last_row - range.row + 1 > cell.rows
         || range.last_column - range.column + 1 > cell.columns;
}

static void
announce (CwTableView *self)
{
  cw_table_view_update_actions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "cell-moved");
}

/**
 * cw_table_view_move_to:
 * @self: a table view
 * @row: row of a place
 * @column: its column
 *
 * Makes the cell there the active one and the only one selected; what is typed replaces its text.
 */
void
cw_table_view_move_to (CwTableView *self, guint row, guint column)
{
  self->row = row;
  self->column = column;
  cw_table_find_cell (self->table, &self->row, &self->column);
  self->anchor_row = self->row;
  self->anchor_column = self->column;
  self->editing = FALSE;
  g_clear_pointer (&self->original, cw_text_unref);
  cw_table_view_fill_entry (self);
  announce (self);
}

/**
 * cw_table_view_extend_to:
 * @self: a table view
 * @row: row of a place
 * @column: its column
 *
 * Selects all cells from where the selection began to there, which becomes the active one.
 */
void
cw_table_view_extend_to (CwTableView *self, guint row, guint column)
{
  guint anchor_row = self->anchor_row, anchor_column = self->anchor_column;

  cw_table_find_cell (self->table, &row, &column);
  if (row == self->row && column == self->column)
    return;
  cw_table_view_move_to (self, row, column);
  self->anchor_row = anchor_row;
  self->anchor_column = anchor_column;
  announce (self);
}

/**
 * cw_table_view_select_all:
 * @self: a table view
 *
 * Selects every cell.
 */
void
cw_table_view_select_all (CwTableView *self)
{
  cw_table_view_move_to (self, 0, 0);
  self->anchor_row = cw_table_get_n_rows (self->table) - 1;
  self->anchor_column = cw_table_get_n_columns (self->table) - 1;
  announce (self);
}

/* The place next to the active cell, all it spans being passed over. */
static gint64
beside (guint at, guint span, int by)
{
  return by > 0 ? (gint64) at + span - 1 + by : (gint64) at + by;
}

/**
 * cw_table_view_step:
 * @self: a table view
 * @rows: rows down; negative, up
 * @columns: columns to the right; negative, to the left
 * @extend: whether to select what is passed
 *
 * Goes to another cell; at the edge it stays, but goes on in the text above or below the table.
 */
void
cw_table_view_step (CwTableView *self, int rows, int columns, gboolean extend)
{
  CwCell cell = cw_table_get_cell (self->table, self->row, self->column);
  gint64 row = rows != 0 ? beside (self->row, cell.rows, rows) : self->row;
  gint64 column = columns != 0 ? beside (self->column, cell.columns, columns) : self->column;
  gint64 last_row = (gint64) cw_table_get_n_rows (self->table) - 1;
  gint64 last_column = (gint64) cw_table_get_n_columns (self->table) - 1;

  if (!extend && ABS (rows) == 1 && (row < 0 || row > last_row))
    {
      g_signal_emit_by_name (self, "leave", rows);
      return;
    }
  row = CLAMP (row, 0, last_row);
  column = CLAMP (column, 0, last_column);
  if (extend)
    cw_table_view_extend_to (self, row, column);
  else
    cw_table_view_move_to (self, row, column);
}

static void
add_row (CwTableView *self)
{
  guint n_rows = cw_table_get_n_rows (self->table);
  g_autoptr (CwTable) table = cw_table_insert_rows (self->table, n_rows, 1);

  cw_table_view_edit (self, table, CW_EDIT_STEP);
}

/* The next place in reading order that is a cell; FALSE behind the last and before the first. */
static gboolean
find_next (CwTableView *self, int by, guint *row, guint *column)
{
  gint64 n_columns = cw_table_get_n_columns (self->table);
  gint64 n = n_columns * cw_table_get_n_rows (self->table);
  gint64 at = self->row * n_columns + self->column + by;

  for (; at >= 0 && at < n; at += by)
    if (cw_table_get_cell (self->table, at / n_columns, at % n_columns).rows > 0)
      {
        *row = at / n_columns;
        *column = at % n_columns;
        return TRUE;
      }
  return FALSE;
}

/**
 * cw_table_view_tab:
 * @self: a table view
 * @backwards: whether Shift was held
 *
 * Goes to the next cell in reading order, behind the last one to that of a new row.
 */
void
cw_table_view_tab (CwTableView *self, gboolean backwards)
{
  guint row, column;

  if (find_next (self, backwards ? -1 : 1, &row, &column))
    cw_table_view_move_to (self, row, column);
  else if (backwards)
    g_signal_emit_by_name (self, "leave", -1);
  else
    {
      add_row (self);
      cw_table_view_move_to (self, cw_table_get_n_rows (self->table) - 1, 0);
    }
}

/**
 * cw_table_view_go_on:
 * @self: a table view
 *
 * Enter: goes to the row below, below the last one to a new row.
 */
void
cw_table_view_go_on (CwTableView *self)
{
  CwCell cell = cw_table_get_cell (self->table, self->row, self->column);
  guint column = self->column;
  guint next = self->row + cell.rows;

  if (next >= cw_table_get_n_rows (self->table))
    add_row (self);
  cw_table_view_move_to (self, MIN (next, cw_table_get_n_rows (self->table) - 1), column);
}
