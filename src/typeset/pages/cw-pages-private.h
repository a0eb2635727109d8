/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-layout.h"
#include "cw-pages.h"

G_BEGIN_DECLS

/* Pages are made from the layout when they are asked for, so that setting a long document costs
 * nothing for the pages nobody looks at. The lock guards only that. */
struct _CwPages
{
  gatomicrefcount refs;
  CwDocument *document;
  CwProfile profile;
  CwTypefaces *typefaces;
  CwLayout *layout;
  CwSolution solution;
  GMutex lock;
  CwPage **pages;
  GArray *remarks;
};

CwPages *cw_pages_new (CwDocument *document, const CwProfile *profile, CwTypefaces *typefaces,
                       CwLayout *layout, const CwSolution *solution);
void cw_pages_append_box (CwPages *self, guint page, const CwRow *row, double left, GArray *items,
                          GArray *shapes);
void cw_pages_append_blanks (CwPages *self, guint page, GArray *items, GArray *shapes,
                             GArray *gaps);
CwParagraph *cw_pages_append_stamp (CwPages *self, guint page, GArray *items, GArray *shapes);
double cw_pages_get_type_area_left (CwPages *self, guint page, gboolean sideways);
void cw_pages_turn_point (gboolean sideways, double *x, double *y);
void cw_pages_turn_area (gboolean sideways, graphene_rect_t *area);
const CwRow *cw_pages_find_box (CwPages *self, guint page, double *x, double *y);
guint cw_pages_find_row (CwPages *self, CwPlace place);

/* A line on a page that shows an element, as bytes from start to end of its text. */
typedef void (*CwPagesPartFunc) (guint page, const CwPageItem *item, guint start, guint end,
                                 gpointer user_data);

void cw_pages_foreach_element_part (CwPages *self, CwElement element, CwPagesPartFunc func,
                                    gpointer user_data);
GArray *cw_remarks_collect (CwLayout *layout, CwTypefaces *typefaces);
CwParagraph *cw_page_number_set (CwTypefaces *typefaces, guint number);
double cw_page_number_get_x (const CwProfile *profile, guint number, double width);

G_END_DECLS
