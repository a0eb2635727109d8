/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-blocks.h"

#include <adwaita.h>

#include "app/pictures/cw-picture-view.h"
#include "app/tables/cw-table-view.h"
#include "typeset/cw-standard.h"
#include "cw-editor-blocks-private.h"
#include "cw-editor-flow.h"
#include "cw-editor-folds.h"
#include "cw-editor-tags.h"

/* The text of a page is this wide, in mm, upright and sideways (R5, R114). */
#define PORTRAIT_MM (CW_STD_TYPE_AREA_WIDTH / CW_MM (1))
#define LANDSCAPE_MM (CW_STD_TYPE_AREA_HEIGHT / CW_MM (1))
/* Room below the last line, in pixels. */
#define BOTTOM_MARGIN 120
/* Room between a line and its widget, in pixels. */
#define GAP 4

typedef CwBlockItem Item;

/* --- one widget ------------------------------------------------------------------------------- */

static gboolean
is_kept (CwBlock *block)
{
  CwBlockKind kind = cw_block_get_kind (block);

  return kind == CW_BLOCK_TABLE || kind == CW_BLOCK_PICTURE || kind == CW_BLOCK_ATTACHMENT;
}

static Item *
get_item (CwEditorBlocks *self, guint i)
{
  return g_ptr_array_index (self->items, i);
}

static void
item_free (gpointer data)
{
  Item *item = data;
  GtkTextTagTable *table = cw_editor_tags_get_table ();

  if (item->blocks->reveal == item)
    item->blocks->reveal = NULL;
  if (gtk_widget_get_focus_child (item->widget) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (item->blocks->editor));
  g_signal_handlers_disconnect_by_data (item->widget, item->blocks);
  adw_bin_set_child (ADW_BIN (item->holder), NULL);
  gtk_widget_set_visible (item->holder, FALSE);
  g_ptr_array_add (item->blocks->spare, item->holder);
  g_object_unref (item->widget);
  gtk_text_tag_table_remove (table, item->tag);
  g_object_unref (item->tag);
  cw_block_unref (item->block);
  g_free (item);
}

/**
 * cw_editor_blocks_find_item:
 * @self: widgets of an editor
 * @widget: one of them
 *
 * Returns: (transfer none) (nullable): its item
 */
CwBlockItem *
cw_editor_blocks_find_item (CwEditorBlocks *self, gpointer widget)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->widget == widget)
        return item;
    }
  return NULL;
}

/**
 * cw_editor_blocks_apply:
 * @self: widgets of an editor
 * @document: what the document becomes
 * @caret: (nullable): where the caret of the text goes
 * @kind: what kind of edit it was
 *
 * Takes a change made in one of the widgets.
 */
void
cw_editor_blocks_apply (CwEditorBlocks *self,
                        CwDocument *document,
                        const CwPlace *caret,
                        CwEditKind kind)
{
  self->own = TRUE;
  cw_editor_buffer_apply_kind (cw_editor_get_buffer (self->editor), document, caret, kind);
  self->own = FALSE;
}

static GtkWidget *
take_holder (CwEditorBlocks *self)
{
  GtkWidget *holder;

  if (self->spare->len > 0)
    {
      holder = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      gtk_widget_set_visible (holder, TRUE);
      return holder;
    }
  holder = g_object_ref_sink (adw_bin_new ());
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self->editor), holder, 0, 0);
  return holder;
}

static Item *
item_new (CwEditorBlocks *self, CwBlock *block)
{
  Item *item = g_new0 (Item, 1);

  item->blocks = self;
  item->block = cw_block_ref (block);
  item->tag = gtk_text_tag_new (NULL);
  item->y = -1;
  gtk_text_tag_table_add (cw_editor_tags_get_table (), item->tag);
  item->widget = g_object_ref_sink (cw_block_item_make_widget (self, block));
  item->holder = take_holder (self);
  adw_bin_set_child (ADW_BIN (item->holder), item->widget);
  return item;
}

/* --- room beside the line --------------------------------------------------------------------- */

/* Where a tag cannot be: an empty line at the end of the text. */
static gboolean
is_bare_end (Item *item)
{
  return item->line + 1 == cw_flow_get_n_lines (item->blocks->document)
         && cw_text_is_empty (cw_block_get_text (item->block));
}

static void
tag_line (Item *item)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (item->blocks->editor));
  GtkTextIter start, end, tagged, first, last;

  gtk_text_buffer_get_bounds (buffer, &first, &last);
  gtk_text_buffer_get_iter_at_line (buffer, &start, item->line);
  end = start;
  gtk_text_iter_forward_line (&end);
  tagged = start;
  if (gtk_text_iter_starts_tag (&start, item->tag)
      && gtk_text_iter_forward_to_tag_toggle (&tagged, item->tag)
      && gtk_text_iter_equal (&tagged, &end))
    return;
  gtk_text_buffer_remove_tag (buffer, item->tag, &first, &last);
  gtk_text_buffer_apply_tag (buffer, item->tag, &start, &end);
}

/* How wide the page is that @item is on; @width: that of the item before it. */
static double
get_page_width (Item *item, double width)
{
  if (cw_block_get_kind (item->block) != CW_BLOCK_ATTACHMENT)
    return width;
  return (cw_block_get_attachment_flags (item->block) & CW_ATTACHMENT_LANDSCAPE) != 0
             ? LANDSCAPE_MM
             : PORTRAIT_MM;
}

/* Above the caption of a picture, below that of a table. */
static const char *
room_property (Item *item)
{
  return cw_block_get_kind (item->block) == CW_BLOCK_PICTURE && !is_bare_end (item)
             ? "pixels-above-lines"
             : "pixels-below-lines";
}

static void
make_room (Item *item, double page_width)
{
  int height = cw_block_item_fit (item, item->blocks->width, item->blocks->width / page_width);
  int room = height > 0 ? height + GAP : 0;

  if (room != item->room)
    g_object_set (item->tag, room_property (item), room, NULL);
  item->room = room;
}

/**
 * cw_editor_blocks_update_room:
 * @self: widgets of an editor
 *
 * Keeps as much room free for each of them as it needs.
 */
void
cw_editor_blocks_update_room (CwEditorBlocks *self)
{
  int bottom = BOTTOM_MARGIN;
  double page_width = PORTRAIT_MM;

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = get_item (self, i);

      page_width = get_page_width (item, page_width);
      make_room (item, page_width);
      tag_line (item);
      if (is_bare_end (item))
        bottom += item->room;
    }
  if (gtk_text_view_get_bottom_margin (GTK_TEXT_VIEW (self->editor)) != bottom)
    gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->editor), bottom);
  cw_editor_blocks_queue_place (self);
}

/* --- places ----------------------------------------------------------------------------------- */

static int
find_y (Item *item)
{
  GtkTextView *view = GTK_TEXT_VIEW (item->blocks->editor);
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, item->line);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  if (is_bare_end (item) && item->room > 0)
    return y + height;
  return cw_block_get_kind (item->block) == CW_BLOCK_TABLE ? y + height - item->room + GAP / 2 : y;
}

/* A table begins left of the text by the strips it is taken hold of by; a menu stands at the end. */
static int
find_x (Item *item)
{
  int width;

  if (cw_block_get_kind (item->block) == CW_BLOCK_TABLE)
    return item->blocks->left - CW_TABLE_STRIP;
  if (cw_block_get_kind (item->block) == CW_BLOCK_PICTURE)
    return item->blocks->left;
  gtk_widget_measure (item->widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return item->blocks->left + item->blocks->width - width;
}

static void
place_item (Item *item)
{
  GtkTextView *view = GTK_TEXT_VIEW (item->blocks->editor);
  gboolean hidden
      = cw_editor_folds_is_hidden (cw_editor_get_folds (item->blocks->editor), item->position);
  int x = find_x (item), y = find_y (item);
  GdkRectangle visible;

  gtk_widget_set_child_visible (item->widget, !hidden);

  if (x != item->x || y != item->y)
    gtk_text_view_move_overlay (view, item->holder, x, y);
  item->x = x;
  item->y = y;
  gtk_text_view_get_visible_rect (view, &visible);
  if (CW_IS_TABLE_VIEW (item->widget))
    cw_table_view_set_visible_part (CW_TABLE_VIEW (item->widget), visible.y - y,
                                    visible.y + visible.height - y);
}

static void
reveal_cell (CwEditorBlocks *self, Item *item)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->editor));
  GdkRectangle area = CW_IS_TABLE_VIEW (item->widget)
                          ? cw_table_view_get_active_area (CW_TABLE_VIEW (item->widget))
                          : (GdkRectangle) { 0, 0, 0, item->room };
  GdkRectangle visible;
  int top = item->y + area.y - GAP, bottom = top + area.height + 2 * GAP, by = 0;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->editor), &visible);
  if (bottom > visible.y + visible.height)
    by = bottom - visible.y - visible.height;
  if (top < visible.y + by)
    by = top - visible.y;
  if (by != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CwEditorBlocks *self = data;
  Item *reveal = g_steal_pointer (&self->reveal);

  self->tick = 0;
  for (guint i = 0; i < self->items->len; i++)
    place_item (g_ptr_array_index (self->items, i));
  if (reveal != NULL)
    reveal_cell (self, reveal);
  return G_SOURCE_REMOVE;
}

/**
 * cw_editor_blocks_queue_place:
 * @self: widgets of an editor
 *
 * Puts them where they belong with the next frame: lines get their places shortly before.
 */
void
cw_editor_blocks_queue_place (CwEditorBlocks *self)
{
  if (self->tick == 0 && self->items->len > 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->editor), on_tick, self, NULL);
}

/**
 * cw_editor_blocks_check:
 * @self: widgets of an editor
 *
 * To be called whenever the editor is drawn: lines may have moved since the widgets were placed.
 */
void
cw_editor_blocks_check (CwEditorBlocks *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->y != find_y (item) || item->x != find_x (item))
        {
          cw_editor_blocks_queue_place (self);
          return;
        }
    }
}

/**
 * cw_editor_blocks_set_room:
 * @self: widgets of an editor
 * @left: where the text begins, in pixels
 * @width: how wide it is
 */
void
cw_editor_blocks_set_room (CwEditorBlocks *self, int left, int width)
{
  self->left = left;
  if (self->width != width)
    {
      self->width = width;
      cw_editor_blocks_update_room (self);
    }
  cw_editor_blocks_queue_place (self);
}

/* --- following the document ------------------------------------------------------------------- */

static void
add_block (CwDocument *document, guint position, GPtrArray *blocks, GArray *positions)
{
  CwBlock *block = cw_document_get_block (document, position);

  if (!is_kept (block))
    return;
  g_ptr_array_add (blocks, block);
  g_array_append_val (positions, position);
}

/* The blocks of @document that have a widget. Those it shares with the document before, at both
 * ends, are known; only between them they have to be looked for. */
static GPtrArray *
find_blocks (CwEditorBlocks *self, CwDocument *document, GArray *positions)
{
  GPtrArray *blocks = g_ptr_array_new ();
  guint n = cw_document_get_n_blocks (document);
  guint n_old = self->document != NULL ? cw_document_get_n_blocks (self->document) : 0;
  guint behind = 0;
  guint before = n_old > 0 ? cw_document_count_alike (self->document, document, &behind) : 0;
  guint i = 0;

  for (; i < self->items->len && get_item (self, i)->position < before; i++)
    add_block (document, get_item (self, i)->position, blocks, positions);
  for (guint position = before; position < n - behind; position++)
    add_block (document, position, blocks, positions);
  for (; i < self->items->len; i++)
    if (get_item (self, i)->position >= n_old - behind)
      add_block (document, get_item (self, i)->position + n - n_old, blocks, positions);
  return blocks;
}

/* The widget that shows what becomes @block: its own, or the one at the same place in the order. */
static Item *
take_item (CwEditorBlocks *self, GPtrArray *old, CwBlock *block, guint index, guint n)
{
  guint from_end = n - index;
  guint guesses[] = { index, old->len - MIN (from_end, old->len) };

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    if (guesses[i] < old->len && old->pdata[guesses[i]] != NULL
        && ((Item *) old->pdata[guesses[i]])->block == block)
      return g_steal_pointer (&old->pdata[guesses[i]]);
  for (guint i = 0; i < old->len; i++)
    {
      Item *item = g_ptr_array_index (old, i);

      if (item != NULL && item->block == block)
        {
          old->pdata[i] = NULL;
          return item;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (guesses) && old->len == n; i++)
    {
      Item *item = guesses[i] < old->len ? g_ptr_array_index (old, guesses[i]) : NULL;

      if (item == NULL || cw_block_get_kind (item->block) != cw_block_get_kind (block))
        continue;
      old->pdata[guesses[i]] = NULL;
      return item;
    }
  return item_new (self, block);
}

/* Undo leads back to the table where it has changed something. */
static void
focus_changed (CwEditorBlocks *self, Item *changed)
{
  GtkWidget *editor = GTK_WIDGET (self->editor);
  GtkRoot *root = gtk_widget_get_root (editor);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->own || focus == NULL)
    return;
  if (focus == editor || gtk_widget_is_ancestor (focus, editor))
    gtk_widget_grab_focus (changed->widget);
}

static void
take_over (CwEditorBlocks *self, GPtrArray *blocks, GArray *positions)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  Item *changed = NULL;
  guint n_changed = 0;

  self->items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < blocks->len; i++)
    {
      CwBlock *block = g_ptr_array_index (blocks, i);
      Item *item = take_item (self, old, block, i, blocks->len);

      item->position = g_array_index (positions, guint, i);
      item->line = cw_flow_get_line_of_block (self->document, item->position);
      if (item->block != block)
        {
          cw_block_item_show (item, block);
          changed = item;
          n_changed++;
        }
      if (CW_IS_TABLE_VIEW (item->widget))
        cw_table_view_set_ledger (CW_TABLE_VIEW (item->widget),
                                  cw_document_get_ledger (self->document));
      g_ptr_array_add (self->items, item);
    }
  g_ptr_array_set_free_func (old, NULL);
  for (guint i = 0; i < old->len; i++)
    g_clear_pointer (&old->pdata[i], item_free);
  cw_editor_blocks_update_room (self);
  if (n_changed == 1)
    focus_changed (self, changed);
  cw_editor_list_queue_check (self);
}

/**
 * cw_editor_blocks_sync:
 * @self: widgets of an editor
 *
 * Makes them follow the document, when it has changed.
 */
void
cw_editor_blocks_sync (CwEditorBlocks *self)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (self->editor));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) blocks = find_blocks (self, document, positions);

  cw_document_ref (document);
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = document;
  take_over (self, blocks, positions);
}

/**
 * cw_editor_blocks_new:
 * @editor: an editor with a document
 *
 * Returns: (transfer full): the widgets between its lines
 */
CwEditorBlocks *
cw_editor_blocks_new (CwEditor *editor)
{
  CwEditorBlocks *self = g_new0 (CwEditorBlocks, 1);

  self->editor = editor;
  self->width = 400;
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
  cw_editor_blocks_sync (self);
  return self;
}

/**
 * cw_editor_blocks_free:
 * @self: (transfer full): widgets of an editor
 */
void
cw_editor_blocks_free (CwEditorBlocks *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->editor), self->tick);
  g_clear_handle_id (&self->check, g_source_remove);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->spare);
  g_clear_pointer (&self->document, cw_document_unref);
  cw_filling_clear (&self->filling);
  g_free (self);
}

/**
 * cw_editor_blocks_get_cell_area:
 * @self: widgets of an editor
 * @line: a line of the document
 * @row: row of a cell of its table
 * @column: its column
 * @area: (out): where the cell is, in the coordinates of the buffer
 *
 * Returns: whether there is a table
 */
gboolean
cw_editor_blocks_get_cell_area (CwEditorBlocks *self,
                                guint line,
                                guint row,
                                guint column,
                                GdkRectangle *area)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->line != line || !CW_IS_TABLE_VIEW (item->widget))
        continue;
      *area = cw_table_view_get_cell_area (CW_TABLE_VIEW (item->widget), row, column);
      area->x += find_x (item);
      area->y += find_y (item);
      return TRUE;
    }
  return FALSE;
}

/**
 * cw_editor_blocks_enter:
 * @self: widgets of an editor
 * @line: a line of the document
 * @direction: 1 to come from above, -1 from below, 0 to take hold of the whole
 *
 * Gives the keyboard to the table or picture of a line.
 *
 * Returns: whether there is one
 */
gboolean
cw_editor_blocks_enter (CwEditorBlocks *self, guint line, int direction)
{
  GtkWidget *widget = cw_editor_blocks_get_widget (self, line);
  CwTableView *table;

  if (CW_IS_PICTURE_VIEW (widget))
    {
      gtk_widget_grab_focus (widget);
      return TRUE;
    }
  if (!CW_IS_TABLE_VIEW (widget))
    return FALSE;
  table = CW_TABLE_VIEW (widget);
  cw_table_view_activate (table, direction < 0 ? G_MAXUINT : 0, 0);
  if (direction == 0)
    cw_table_view_select_all (table);
  return TRUE;
}
