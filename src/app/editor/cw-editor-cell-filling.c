/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tables/cw-table-view.h"
#include "cw-editor-blocks-private.h"

/* Placeholders in the cells of tables: what is typed over them is their value, as in the text. */

static CwStretch
make_stretch (CwBlockItem *item, CwTableView *view, guint start, guint end)
{
  CwStretch stretch = { { CW_FIELD_CELL, 0, item->position, 0, 0 }, item->line, start, end };

  cw_table_view_get_active (view, &stretch.field.row, &stretch.field.column);
  return stretch;
}

static void
on_typed (CwTableView *view, guint start, guint end, const char *text, CwEditorBlocks *self)
{
  CwStretch at = make_stretch (cw_editor_blocks_find_item (self, view), view, start, end);

  if (!cw_filling_is_at (&self->filling, &at))
    self->by_cell = !cw_table_view_get_editing (view);
  cw_filling_note (&self->filling, self->document, TRUE, &at, text);
}

static gboolean
is_selected_blank (CwEditorBlocks *self, const CwStretch *at)
{
  g_autoptr (GArray) blanks = NULL;

  if (at->start == at->end)
    return FALSE;
  blanks = cw_blanks_find (self->document, FALSE);
  for (guint i = 0; i < blanks->len; i++)
    if (cw_stretch_compare (&g_array_index (blanks, CwBlank, i).at, at) == 0
        && g_array_index (blanks, CwBlank, i).at.end == at->end)
      return TRUE;
  return FALSE;
}

/* Enter leads from blank to blank for who has come to them so; in a column of cells it leads down. */
static gboolean
on_go_on (CwTableView *view, CwEditorBlocks *self)
{
  CwBlockItem *item = cw_editor_blocks_find_item (self, view);
  guint start, end;
  CwStretch at;

  if (!cw_table_view_get_editing (view))
    return FALSE;
  cw_table_view_get_selection (view, &start, &end);
  at = make_stretch (item, view, start, end);
  if (start == end ? self->by_cell || !cw_filling_is_at (&self->filling, &at)
                   : !is_selected_blank (self, &at))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "win.next-placeholder", NULL);
  return TRUE;
}

/**
 * cw_editor_cell_filling_connect:
 * @self: widgets of an editor
 * @view: a table view among them
 *
 * Fills placeholders that are typed over in it.
 */
void
cw_editor_cell_filling_connect (CwEditorBlocks *self, GtkWidget *view)
{
  g_signal_connect (view, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect (view, "go-on", G_CALLBACK (on_go_on), self);
}

/**
 * cw_editor_cell_filling_finish:
 * @self: widgets of an editor
 * @item: a table among them
 * @typed: what an edit of it has made of the document
 * @kind: what kind of edit it was
 *
 * If the edit typed over a placeholder in a cell, or into a value, that becomes its value.
 *
 * Returns: whether it was that; else @typed is still to be applied
 */
gboolean
cw_editor_cell_filling_finish (CwEditorBlocks *self,
                               CwBlockItem *item,
                               CwDocument *typed,
                               CwEditKind kind)
{
  CwPlace caption = { item->line, cw_text_get_length (cw_block_get_text (item->block)) };
  CwTableView *view = CW_TABLE_VIEW (item->widget);
  CwStretch caret;
  g_autoptr (CwDocument) filled = NULL;

  if (kind == CW_EDIT_STEP) /* nothing was typed */
    self->filling.stage = CW_FILLING_NONE;
  filled = cw_filling_finish (&self->filling, self->document, typed, &caret);
  if (filled == NULL)
    return FALSE;
  cw_editor_blocks_apply (self, filled, &caption,
                          kind == CW_EDIT_ERASING ? CW_EDIT_ERASING : CW_EDIT_TYPING);
  cw_table_view_place_caret (view, caret.end);
  return TRUE;
}
