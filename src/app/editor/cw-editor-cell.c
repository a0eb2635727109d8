/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tables/cw-table-view.h"
#include "cw-editor-blocks.h"

/* The cell of a table the keyboard is in. */

/**
 * cw_editor_get_cell:
 * @self: an editor
 * @row: (out): row of the cell the keyboard is in, or -1
 * @column: (out): its column, or -1
 *
 * Returns: whether the keyboard is in a cell; the caret of the text then is in the caption of its
 *   table
 */
gboolean
cw_editor_get_cell (CwEditor *self, int *row, int *column)
{
  GtkWidget *widget;
  guint r, c;

  g_return_val_if_fail (CW_IS_EDITOR (self), FALSE);

  *row = *column = -1;
  widget = cw_editor_blocks_get_widget (cw_editor_get_blocks (self),
                                        cw_editor_get_caret (self).line);
  if (!CW_IS_TABLE_VIEW (widget) || !cw_table_view_get_active (CW_TABLE_VIEW (widget), &r, &c))
    return FALSE;
  *row = (int) r;
  *column = (int) c;
  return TRUE;
}

/**
 * cw_editor_set_cell:
 * @self: an editor
 * @line: line of a table
 * @row: row of a cell
 * @column: its column
 *
 * Gives the keyboard to a cell, which is scrolled into view.
 */
void
cw_editor_set_cell (CwEditor *self, guint line, guint row, guint column)
{
  GtkWidget *widget;

  g_return_if_fail (CW_IS_EDITOR (self));

  widget = cw_editor_blocks_get_widget (cw_editor_get_blocks (self), line);
  if (CW_IS_TABLE_VIEW (widget))
    cw_table_view_activate (CW_TABLE_VIEW (widget), row, column);
  else
    cw_editor_set_caret (self, (CwPlace) { line, 0 });
}
