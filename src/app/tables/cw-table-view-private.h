/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-table-shape.h"
#include "cw-table-view.h"

/* Private to the files of the table view, which is divided by theme. */

G_BEGIN_DECLS

/**
 * CwTableDrag:
 *
 * What a pressed button is doing.
 */
typedef enum
{
  CW_TABLE_DRAG_NOTHING,
  CW_TABLE_DRAG_CELLS,
  CW_TABLE_DRAG_RULE,
  CW_TABLE_DRAG_ROWS,
  CW_TABLE_DRAG_COLUMNS,
} CwTableDrag;

/**
 * CwCellRange:
 * @row: first row
 * @column: first column
 * @last_row: last row, itself included
 * @last_column: last column, itself included
 *
 * A rectangle of cells.
 */
typedef struct
{
  guint row;
  guint column;
  guint last_row;
  guint last_column;
} CwCellRange;

struct _CwTableView
{
  GtkWidget parent_instance;

  CwTable *table;
  CwTableShape *shape;
  int width;    /* there is for the table, px */
  double scale; /* px a mm */
  char *name;
  int visible_top; /* what can be seen of it, px from its top */
  int visible_bottom;

  guint row; /* the active cell, never a covered place */
  guint column;
  guint anchor_row; /* where the selection began */
  guint anchor_column;
  gboolean editing; /* arrows move in the text of the cell */

  GtkWidget *entry;
  gboolean filling; /* the entry is being made to show the cell */
  gboolean composing;
  guint actions; /* depth of the entry's user actions */
  gboolean changed;
  guint chosen_start; /* what was selected in it when they began, in bytes */
  guint chosen_end;
  CwLedger *ledger; /* of the document, which knows what is a blank; may be NULL */
  GArray *marks;    /* of CwCellMark, row by row; NULL for none */
  CwText *original; /* what the cell had when it became the active one */

  CwTableDrag drag;
  guint drag_column;
  int drag_at; /* where the rule or the rows would go, px */
  double press_x;
  double press_y;
  gboolean hover;
  GtkWidget *menu;
  GMenuModel *extra_menu; /* shown before the rest of it */
  GtkWidget *popover; /* what is said about a row */
  guint popover_row;

  GPtrArray *links; /* of a list: buttons beside the rows that can be seen */
  GArray *changed_rows; /* rows whose paragraph does not say any more what it said */
};

/* cw-table-view.c */
void cw_table_view_edit (CwTableView *self, CwTable *table, CwEditKind kind);
void cw_table_view_reshape (CwTableView *self);
gboolean cw_table_view_has_focus (CwTableView *self);

/* cw-table-view-select.c */
CwCellRange cw_table_view_get_range (CwTableView *self);
gboolean cw_table_view_is_range (CwTableView *self);
void cw_table_view_move_to (CwTableView *self, guint row, guint column);
void cw_table_view_extend_to (CwTableView *self, guint row, guint column);
void cw_table_view_step (CwTableView *self, int rows, int columns, gboolean extend);
void cw_table_view_tab (CwTableView *self, gboolean backwards);
void cw_table_view_go_on (CwTableView *self);

/* cw-table-view-entry.c */
void cw_table_view_make_entry (CwTableView *self);
void cw_table_view_fill_entry (CwTableView *self);
void cw_table_view_set_editing (CwTableView *self, gboolean editing);
void cw_table_view_place_entry (CwTableView *self);
void cw_table_view_break_line (CwTableView *self);
gboolean cw_table_view_ask_go_on (CwTableView *self);
void cw_table_view_install_entry_signals (void);
gboolean cw_table_view_is_at_edge (CwTableView *self, int rows, int columns);

/* cw-table-view-draw.c */
PangoLayout *cw_table_view_make_layout (CwTableView *self, guint row, guint column, int *x, int *y);
void cw_table_view_draw (CwTableView *self, GtkSnapshot *snapshot);

/* cw-table-view-marks.c */
void cw_table_view_draw_marks (CwTableView *self, GtkSnapshot *snapshot, guint row, guint column,
                               gboolean ground);

/* cw-table-view-links.c */
void cw_table_view_update_links (CwTableView *self);
void cw_table_view_place_links (CwTableView *self);
void cw_table_view_snapshot_links (CwTableView *self, GtkSnapshot *snapshot);
void cw_table_view_clear_links (CwTableView *self);
gboolean cw_table_view_is_link (CwTableView *self, double x, double y);
gboolean cw_table_view_focus_link (CwTableView *self, guint row);
gboolean cw_table_view_get_focus_link (CwTableView *self, guint *row);
void cw_table_view_update_list_actions (CwTableView *self);
void cw_table_view_install_list_actions (GtkWidgetClass *klass);

/* cw-table-view-keys.c */
void cw_table_view_install_keys (CwTableView *self);

/* cw-table-view-pointer.c */
void cw_table_view_install_pointer (CwTableView *self);

/* cw-table-view-actions.c */
void cw_table_view_install_actions (GtkWidgetClass *klass);
void cw_table_view_update_actions (CwTableView *self);
void cw_table_view_show_menu (CwTableView *self, double x, double y);

/* cw-table-view-clipboard.c */
void cw_table_view_copy (CwTableView *self);
void cw_table_view_cut (CwTableView *self);
void cw_table_view_clear (CwTableView *self);
void cw_table_view_paste (CwTableView *self);

G_END_DECLS
