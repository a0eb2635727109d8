/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/edits/cw-history.h"
#include "document/tables/cw-table.h"
#include "app/editor/cw-layer.h"

G_BEGIN_DECLS

/* Strips above and beside the table, by which rows and columns are taken hold of, in pixels. */
#define CW_TABLE_STRIP 14

/**
 * CwCellMark:
 * @layer: what is marked
 * @row: row of the cell
 * @column: its column
 * @start: first byte of its text
 * @end: byte after the last
 *
 * A stretch of the text of a cell that is marked.
 */
typedef struct
{
  CwEditorLayer layer;
  guint row;
  guint column;
  guint start;
  guint end;
} CwCellMark;

#define CW_TYPE_TABLE_VIEW (cw_table_view_get_type ())

G_DECLARE_FINAL_TYPE (CwTableView, cw_table_view, CW, TABLE_VIEW, GtkWidget)

GtkWidget *cw_table_view_new (CwTable *table);
CwTable *cw_table_view_get_table (CwTableView *self);
void cw_table_view_set_table (CwTableView *self, CwTable *table);
void cw_table_view_set_space (CwTableView *self, int width, double scale);
void cw_table_view_set_name (CwTableView *self, const char *name);
void cw_table_view_set_visible_part (CwTableView *self, int top, int bottom);
int cw_table_view_get_height (CwTableView *self);
gboolean cw_table_view_get_active (CwTableView *self, guint *row, guint *column);
void cw_table_view_activate (CwTableView *self, guint row, guint column);
void cw_table_view_select_all (CwTableView *self);
void cw_table_view_set_caret (CwTableView *self, guint row, guint column, guint offset);
void cw_table_view_select_text (CwTableView *self, guint row, guint column, guint start, guint end);
guint cw_table_view_get_caret (CwTableView *self);
void cw_table_view_get_selection (CwTableView *self, guint *start, guint *end);
void cw_table_view_place_caret (CwTableView *self, guint offset);
gboolean cw_table_view_get_editing (CwTableView *self);
void cw_table_view_set_ledger (CwTableView *self, CwLedger *ledger);
GdkRectangle cw_table_view_get_active_area (CwTableView *self);
GdkRectangle cw_table_view_get_cell_area (CwTableView *self, guint row, guint column);
gboolean cw_table_view_locate (CwTableView *self, double x, double y, guint *row, guint *column,
                               guint *offset);
void cw_table_view_set_extra_menu (CwTableView *self, GMenuModel *menu);
void cw_table_view_set_marks (CwTableView *self, const CwCellMark *marks, guint n);
void cw_table_view_set_changed_rows (CwTableView *self, const guint *rows, guint n_rows);
void cw_table_view_show_popover (CwTableView *self, GtkWidget *popover, guint row);

G_END_DECLS
