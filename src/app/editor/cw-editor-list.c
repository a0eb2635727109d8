/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "document/lists/cw-list.h"
#include "app/lists/cw-list-popover.h"
#include "app/tables/cw-table-view.h"
#include "cw-editor-blocks-private.h"

/* Tables that are lists, and the paragraphs their rows were made from. */

#define ROW "cw-list-row"
#define VIEW "cw-list-view"

/* --- checking --------------------------------------------------------------------------------- */

static gboolean
is_list (CwBlockItem *item)
{
  CwTable *table = cw_block_get_table (item->block);

  return table != NULL && cw_table_get_list (table) != NULL;
}

static void
check_item (CwEditorBlocks *self, CwBlockItem *item)
{
  g_autoptr (GPtrArray) changes = cw_list_check (self->document, item->position);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < changes->len; i++)
    {
      CwListChange *change = g_ptr_array_index (changes, i);

      if (i == 0 || change->row != g_array_index (rows, guint, rows->len - 1))
        g_array_append_val (rows, change->row);
    }
  cw_table_view_set_changed_rows (CW_TABLE_VIEW (item->widget), (guint *) rows->data, rows->len);
}

static gboolean
on_check (gpointer data)
{
  CwEditorBlocks *self = data;

  self->check = 0;
  for (guint i = 0; i < self->items->len; i++)
    if (is_list (g_ptr_array_index (self->items, i)))
      check_item (self, g_ptr_array_index (self->items, i));
  return G_SOURCE_REMOVE;
}

/**
 * cw_editor_list_queue_check:
 * @self: widgets of an editor
 *
 * Holds the lists against the text as soon as there is nothing more urgent to do.
 */
void
cw_editor_list_queue_check (CwEditorBlocks *self)
{
  gboolean lists = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    lists = lists || is_list (g_ptr_array_index (self->items, i));
  if (lists && self->check == 0)
    self->check = g_idle_add (on_check, self);
}

/* --- going there ------------------------------------------------------------------------------ */

/* The source of the column the keyboard is in, or the first one. */
static const CwRowSource *
choose_source (CwTableView *view, guint row)
{
  CwTableList *list = cw_table_get_list (cw_table_view_get_table (view));
  guint n = list != NULL ? cw_table_list_get_n_sources (list, row) : 0, active_row, column;

  if (n == 0)
    return NULL;
  cw_table_view_get_active (view, &active_row, &column);
  for (guint i = 0; active_row == row && i < n; i++)
    if (cw_table_list_get_source (list, row, i)->role == cw_table_list_get_role (list, column))
      return cw_table_list_get_source (list, row, i);
  return cw_table_list_get_source (list, row, 0);
}

static void
select_stretch (CwEditorBlocks *blocks, const CwStretch *stretch)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (blocks->editor);
  CwPlace start = { stretch->line, stretch->start }, end = { stretch->line, stretch->end };

  gtk_widget_grab_focus (GTK_WIDGET (blocks->editor));
  cw_editor_set_caret (blocks->editor, start);
  cw_editor_buffer_select (buffer, start, end);
}

static void
go_to_source (CwEditorBlocks *blocks, CwTableView *view, guint row)
{
  const CwRowSource *source = choose_source (view, row);
  CwStretch stretch;

  if (source != NULL && cw_list_find_source (blocks->document, source, &stretch))
    select_stretch (blocks, &stretch);
  else
    gtk_widget_error_bell (GTK_WIDGET (view));
}

/* --- what has changed ------------------------------------------------------------------------- */

static void
on_answered (CwListPopover *popover, int answer, CwEditorBlocks *blocks)
{
  gpointer view = g_object_get_data (G_OBJECT (popover), VIEW);
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (popover), ROW));
  CwBlockItem *item = cw_editor_blocks_find_item (blocks, view);
  guint n_rows = cw_table_get_n_rows (cw_table_view_get_table (view));
  g_autoptr (CwDocument) document = NULL;
  CwPlace caret;

  if (item == NULL)
    return;
  caret = (CwPlace) { item->line, cw_text_get_length (cw_block_get_text (item->block)) };
  document = cw_list_update_row (blocks->document, item->position, row, answer);
  cw_editor_blocks_apply (blocks, document, &caret, CW_EDIT_STEP);
  if (cw_table_get_n_rows (cw_table_view_get_table (view)) < n_rows)
    g_signal_emit_by_name (blocks->editor, "removed", _ ("The row has been removed."));
}

static void
on_go (CwListPopover *popover, CwEditorBlocks *blocks)
{
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (popover), ROW));

  go_to_source (blocks, g_object_get_data (G_OBJECT (popover), VIEW), row);
}

static void
ask (CwEditorBlocks *blocks, CwTableView *view, guint row, GPtrArray *changes)
{
  GtkWidget *popover
      = cw_list_popover_new ((const CwListChange *const *) changes->pdata, changes->len);

  g_object_set_data (G_OBJECT (popover), VIEW, view);
  g_object_set_data (G_OBJECT (popover), ROW, GUINT_TO_POINTER (row));
  g_signal_connect (popover, "answered", G_CALLBACK (on_answered), blocks);
  g_signal_connect (popover, "go", G_CALLBACK (on_go), blocks);
  cw_table_view_show_popover (view, popover, row);
}

static void
on_source_activated (CwTableView *view, guint row, CwEditorBlocks *blocks)
{
  CwBlockItem *item = cw_editor_blocks_find_item (blocks, view);
  g_autoptr (GPtrArray) changes = cw_list_check (blocks->document, item->position);

  for (guint i = changes->len; i-- > 0;)
    if (((CwListChange *) changes->pdata[i])->row != row)
      g_ptr_array_remove_index (changes, i);
  if (changes->len > 0)
    ask (blocks, view, row, changes);
  else
    go_to_source (blocks, view, row);
}

static void
on_list_command (CwTableView *view, const char *command, CwEditorBlocks *blocks)
{
  CwBlockItem *item = cw_editor_blocks_find_item (blocks, view);

  g_signal_emit_by_name (blocks->editor, "list-command", item->position, command);
}

/**
 * cw_editor_list_connect:
 * @self: widgets of an editor
 * @view: a table among them
 *
 * Has the links beside the rows of a list lead to the text.
 */
void
cw_editor_list_connect (CwEditorBlocks *self, GtkWidget *view)
{
  g_signal_connect (view, "source-activated", G_CALLBACK (on_source_activated), self);
  g_signal_connect (view, "list-command", G_CALLBACK (on_list_command), self);
}
