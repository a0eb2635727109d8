/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-blocks-private.h"

/* Which widget stands where. */

/**
 * cw_editor_blocks_has_focus:
 * @self: widgets of an editor
 *
 * Returns: whether keys go to one of them
 */
gboolean
cw_editor_blocks_has_focus (CwEditorBlocks *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->editor));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && focus != GTK_WIDGET (self->editor)
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->editor));
}

/**
 * cw_editor_blocks_get_widget:
 * @self: widgets of an editor
 * @line: a line of the document
 *
 * Returns: (transfer none) (nullable): the widget beside that line
 */
GtkWidget *
cw_editor_blocks_get_widget (CwEditorBlocks *self, guint line)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      CwBlockItem *item = g_ptr_array_index (self->items, i);

      if (item->line == line)
        return item->widget;
    }
  return NULL;
}

/**
 * cw_editor_blocks_get_nth_table:
 * @self: widgets of an editor
 * @n: which table, from 0
 * @view: (out) (transfer none): it
 * @line: (out): its line in the document
 *
 * Returns: whether there are so many
 */
gboolean
cw_editor_blocks_get_nth_table (CwEditorBlocks *self, guint n, CwTableView **view, guint *line)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      CwBlockItem *item = g_ptr_array_index (self->items, i);

      if (!CW_IS_TABLE_VIEW (item->widget) || n-- > 0)
        continue;
      *view = CW_TABLE_VIEW (item->widget);
      *line = item->line;
      return TRUE;
    }
  return FALSE;
}

/**
 * cw_editor_blocks_find_at:
 * @self: widgets of an editor
 * @x: from the left of the editor
 * @y: from its top
 *
 * Returns: (transfer none) (nullable): the widget there
 */
GtkWidget *
cw_editor_blocks_find_at (CwEditorBlocks *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->editor), x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; picked != NULL && i < self->items->len; i++)
    {
      CwBlockItem *item = g_ptr_array_index (self->items, i);

      if (picked == item->widget || gtk_widget_is_ancestor (picked, item->widget))
        return item->widget;
    }
  return NULL;
}
