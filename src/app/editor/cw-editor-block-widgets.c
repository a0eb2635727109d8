/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/edits/cw-edit-blocks.h"
#include "app/pictures/cw-picture-view.h"
#include "app/tables/cw-table-view.h"
#include "cw-editor-attachment.h"
#include "cw-editor-blocks-private.h"

/* The widgets of tables, pictures and attachments, and what their changes make of the document. */

static CwPlace
end_of_line (CwBlockItem *item)
{
  return (CwPlace) { item->line, cw_text_get_length (cw_block_get_text (item->block)) };
}


/* Below a table that nothing follows there is a paragraph as soon as somebody goes there. */
static void
go_below (CwEditorBlocks *blocks, CwBlockItem *item)
{
  CwPlace end = end_of_line (item);
  CwPlace below = { item->line + 1, 0 };
  g_autoptr (CwDocument) document = NULL;

  if (below.line >= cw_flow_get_n_lines (blocks->document))
    {
      document = cw_edit_replace (blocks->document, end, end, "\n", &below);
      cw_editor_blocks_apply (blocks, document, &below, CW_EDIT_STEP);
    }
  cw_editor_set_caret (blocks->editor, below);
}

static void
on_leave (GtkWidget *widget, int direction, CwEditorBlocks *blocks)
{
  CwBlockItem *item = cw_editor_blocks_find_item (blocks, widget);
  gboolean picture = CW_IS_PICTURE_VIEW (widget);
  CwPlace line = { item->line, 0 }, above = { item->line > 0 ? item->line - 1 : 0, G_MAXUINT };

  if (direction > 0 && !picture)
    go_below (blocks, item);
  else if (direction < 0 && picture)
    cw_editor_set_caret (blocks->editor, above);
  else
    cw_editor_set_caret (blocks->editor, picture ? line : end_of_line (item));
  gtk_widget_grab_focus (GTK_WIDGET (blocks->editor));
}

static void
on_remove (GtkWidget *widget, CwEditorBlocks *blocks)
{
  CwBlockItem *item = cw_editor_blocks_find_item (blocks, widget);
  CwPlace caret = { item->line, 0 };
  g_autoptr (CwDocument) document = cw_edit_remove_block (blocks->document, item->position);

  gtk_widget_grab_focus (GTK_WIDGET (blocks->editor));
  cw_editor_blocks_apply (blocks, document, &caret, CW_EDIT_STEP);
}

/* --- tables ----------------------------------------------------------------------------------- */

static void
on_table_edited (CwTableView *view, CwTable *table, int kind, CwEditorBlocks *blocks)
{
  CwBlockItem *item = cw_editor_blocks_find_item (blocks, view);
  g_autoptr (CwBlock) block = cw_block_with_table (item->block, table);
  g_autoptr (CwDocument) typed
      = cw_edit_replace_block (blocks->document, item->position, block);

  CwPlace caret = end_of_line (item);

  if (!cw_editor_cell_filling_finish (blocks, item, typed, kind))
    cw_editor_blocks_apply (blocks, typed, &caret, kind);
}

/* The caret of the text waits in the caption, so that the page and undo know where the hand is. */
static void
on_cell_moved (CwTableView *view, CwEditorBlocks *blocks)
{
  CwBlockItem *item = cw_editor_blocks_find_item (blocks, view);
  CwPlace caption;
  guint row, column;

  if (item == NULL || !cw_table_view_get_active (view, &row, &column))
    return;
  caption = end_of_line (item);
  if (cw_place_compare (cw_editor_get_caret (blocks->editor), caption) != 0)
    cw_editor_buffer_select (cw_editor_get_buffer (blocks->editor), caption, caption);
  else
    g_signal_emit_by_name (blocks->editor, "caret-moved");
  blocks->reveal = item;
  cw_editor_blocks_queue_place (blocks);
}

static GtkWidget *
make_table (CwEditorBlocks *blocks, CwBlock *block)
{
  GtkWidget *view = cw_table_view_new (cw_block_get_table (block));

  g_signal_connect (view, "edited", G_CALLBACK (on_table_edited), blocks);
  g_signal_connect (view, "cell-moved", G_CALLBACK (on_cell_moved), blocks);
  cw_editor_list_connect (blocks, view);
  cw_editor_cell_filling_connect (blocks, view);
  return view;
}

/* --- pictures --------------------------------------------------------------------------------- */

static void
on_picture_edited (CwPictureView *view, CwPicture *picture, CwEditorBlocks *blocks)
{
  CwBlockItem *item = cw_editor_blocks_find_item (blocks, view);
  g_autoptr (CwBlock) block = cw_block_new_picture (picture, cw_block_get_text (item->block));
  g_autoptr (CwDocument) document
      = cw_edit_replace_block (blocks->document, item->position, block);
  CwPlace caret = end_of_line (item);

  cw_editor_blocks_apply (blocks, document, &caret, CW_EDIT_STEP);
}

static GtkWidget *
make_picture (CwEditorBlocks *blocks, CwBlock *block)
{
  GtkWidget *view = cw_picture_view_new (cw_block_get_picture (block));

  g_signal_connect (view, "edited", G_CALLBACK (on_picture_edited), blocks);
  g_signal_connect_swapped (view, "loaded", G_CALLBACK (cw_editor_blocks_update_room), blocks);
  return view;
}

/* --- all -------------------------------------------------------------------------------------- */

/**
 * cw_block_item_make_widget:
 * @blocks: the widgets of an editor
 * @block: a table, a picture or an attachment
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
cw_block_item_make_widget (CwEditorBlocks *blocks, CwBlock *block)
{
  GtkWidget *widget;

  if (cw_block_get_kind (block) == CW_BLOCK_ATTACHMENT)
    return cw_editor_attachment_new (blocks, block);
  widget = cw_block_get_kind (block) == CW_BLOCK_TABLE ? make_table (blocks, block)
                                                       : make_picture (blocks, block);
  g_signal_connect (widget, "leave", G_CALLBACK (on_leave), blocks);
  g_signal_connect (widget, "remove", G_CALLBACK (on_remove), blocks);
  return widget;
}

/**
 * cw_block_item_show:
 * @item: an item
 * @block: another block of the same kind
 *
 * Makes the widget show what its block has become.
 */
void
cw_block_item_show (CwBlockItem *item, CwBlock *block)
{
  cw_block_ref (block);
  cw_block_unref (item->block);
  item->block = block;
  if (CW_IS_TABLE_VIEW (item->widget))
    cw_table_view_set_table (CW_TABLE_VIEW (item->widget), cw_block_get_table (block));
  else if (CW_IS_PICTURE_VIEW (item->widget))
    cw_picture_view_set_picture (CW_PICTURE_VIEW (item->widget), cw_block_get_picture (block));
  else
    cw_editor_attachment_update (item->widget, block);
}

/**
 * cw_block_item_fit:
 * @item: an item
 * @width: width of the text, in pixels
 * @scale: pixels a millimetre of the page
 *
 * Fits the widget into the editor.
 *
 * Returns: the height it needs beside its line, in pixels
 */
int
cw_block_item_fit (CwBlockItem *item, int width, double scale)
{
  const char *name = cw_text_get_string (cw_block_get_text (item->block));

  if (CW_IS_TABLE_VIEW (item->widget))
    {
      cw_table_view_set_name (CW_TABLE_VIEW (item->widget), name);
      cw_table_view_set_space (CW_TABLE_VIEW (item->widget), width, scale);
      return cw_table_view_get_height (CW_TABLE_VIEW (item->widget));
    }
  if (CW_IS_PICTURE_VIEW (item->widget))
    {
      cw_picture_view_set_name (CW_PICTURE_VIEW (item->widget), name);
      cw_picture_view_set_space (CW_PICTURE_VIEW (item->widget), width, scale);
      return cw_picture_view_get_height (CW_PICTURE_VIEW (item->widget));
    }
  return 0;
}
