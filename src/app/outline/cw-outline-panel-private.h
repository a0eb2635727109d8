/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-outline-panel.h"
#include "cw-outline-row.h"

/* Private to the files of the outline. */

G_BEGIN_DECLS

struct _CwOutlinePanel
{
  AdwBin parent_instance;

  CwEditor *editor; /* unowned */
  CwSectionTree *tree;
  CwPages *pages;
  GArray *marks; /* findings in each block */
  GListStore *items;
  GtkFilter *filter;
  GtkSelectionModel *selection;
  GArray *dragged; /* the sections that are dragged over the panel */
  guint update_timer;
  gboolean selecting; /* by the panel itself */

  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *search;
  GtkWidget *progress;
  GtkWidget *menu;
};

void cw_outline_panel_install_menu (CwOutlinePanel *self);
void cw_outline_panel_install_drag (CwOutlinePanel *self, CwOutlineRow *row);
void cw_outline_panel_emit_dropped (CwOutlinePanel *self, GArray *sections, guint target,
                                    CwSpot spot);
CwOutlineItem *cw_outline_panel_get_item (CwOutlinePanel *self, guint place);
int cw_outline_panel_find_row (CwOutlinePanel *self, int place);
void cw_outline_panel_show_pages (CwOutlinePanel *self, CwOutlineItem *item);
void cw_outline_panel_show_marks (CwOutlinePanel *self, CwOutlineItem *item);
void cw_outline_panel_show_stack (CwOutlinePanel *self);
void cw_outline_panel_follow_caret (CwOutlinePanel *self);
CwDocument *cw_outline_panel_get_document (CwOutlinePanel *self);

G_END_DECLS
