/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cw-outline-item.h"

G_BEGIN_DECLS

/**
 * CwDropLine:
 * @CW_DROP_LINE_NONE: nothing lands here
 * @CW_DROP_LINE_ABOVE: a line above the row
 * @CW_DROP_LINE_BELOW: a line below it
 * @CW_DROP_LINE_INTO: a frame around it
 *
 * How a row shows where sections dropped on it will land.
 */
typedef enum
{
  CW_DROP_LINE_NONE,
  CW_DROP_LINE_ABOVE,
  CW_DROP_LINE_BELOW,
  CW_DROP_LINE_INTO,
} CwDropLine;

#define CW_OUTLINE_INDENT 16

#define CW_TYPE_OUTLINE_ROW (cw_outline_row_get_type ())

G_DECLARE_FINAL_TYPE (CwOutlineRow, cw_outline_row, CW, OUTLINE_ROW, GtkBox)

GtkWidget *cw_outline_row_new (void);
void cw_outline_row_set_item (CwOutlineRow *self, CwOutlineItem *item);
CwOutlineItem *cw_outline_row_get_item (CwOutlineRow *self);
void cw_outline_row_set_drop_line (CwOutlineRow *self, CwDropLine line, guint depth);
GtkWidget *cw_outline_row_get_state_button (CwOutlineRow *self);
char *cw_outline_row_get_name (CwOutlineItem *item);

G_END_DECLS
