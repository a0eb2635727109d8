/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor-blocks.h"
#include "cw-editor-filling.h"

/* Private to the files that make the widgets between the lines of an editor. */

G_BEGIN_DECLS

/**
 * CwBlockItem:
 * @blocks: (unowned): all widgets of the editor
 * @block: what it shows
 * @position: number of the block in the document
 * @line: line of the block
 * @widget: the widget
 * @holder: its parent in the text view
 * @tag: keeps room free beside the line
 * @room: how much, in pixels
 * @x: where it is, in the coordinates of the buffer
 * @y: the same
 *
 * One widget between the lines of an editor.
 */
typedef struct
{
  CwEditorBlocks *blocks;
  CwBlock *block;
  guint position;
  guint line;
  GtkWidget *widget;
  GtkWidget *holder;
  GtkTextTag *tag;
  int room;
  int x;
  int y;
} CwBlockItem;

struct _CwEditorBlocks
{
  CwEditor *editor; /* unowned */
  GPtrArray *items;
  GPtrArray *spare; /* holders without a widget: a text view lets nothing it holds over itself go */
  CwDocument *document; /* whose blocks they are */
  int left;
  int width;
  guint tick;
  guint check; /* lists are about to be held against the text */
  CwBlockItem *reveal; /* what is to be scrolled into view */
  CwFilling filling;   /* a placeholder in a cell that is typed over */
  gboolean by_cell;    /* the cell had been chosen as a whole: Enter goes to the one below */
  gboolean own;        /* a change made here is on its way through the history */
};

CwBlockItem *cw_editor_blocks_find_item (CwEditorBlocks *self, gpointer widget);
void cw_editor_blocks_apply (CwEditorBlocks *self, CwDocument *document, const CwPlace *caret,
                             CwEditKind kind);
void cw_editor_blocks_queue_place (CwEditorBlocks *self);
void cw_editor_blocks_update_room (CwEditorBlocks *self);

/* cw-editor-cell-filling.c */
void cw_editor_cell_filling_connect (CwEditorBlocks *self, GtkWidget *view);
gboolean cw_editor_cell_filling_finish (CwEditorBlocks *self, CwBlockItem *item, CwDocument *typed,
                                        CwEditKind kind);

/* cw-editor-list.c */
void cw_editor_list_connect (CwEditorBlocks *self, GtkWidget *view);
void cw_editor_list_queue_check (CwEditorBlocks *self);

GtkWidget *cw_block_item_make_widget (CwEditorBlocks *blocks, CwBlock *block);
void cw_block_item_show (CwBlockItem *item, CwBlock *block);
int cw_block_item_fit (CwBlockItem *item, int width, double scale);

G_END_DECLS
