/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*CwScrollerFunc) (gpointer user_data);

/**
 * CwScroller:
 *
 * The two adjustments of a scrollable widget as one position, to be set at once or reached
 * smoothly. Belongs to the user interface's thread.
 */
typedef struct _CwScroller CwScroller;

CwScroller *cw_scroller_new (GtkWidget *widget, CwScrollerFunc moved, gpointer user_data);
void cw_scroller_free (CwScroller *self);

GtkAdjustment *cw_scroller_get_adjustment (CwScroller *self, GtkOrientation orientation);
gboolean cw_scroller_set_adjustment (CwScroller *self,
                                     GtkOrientation orientation,
                                     GtkAdjustment *adjustment);

void cw_scroller_get_position (CwScroller *self, double *x, double *y);
void cw_scroller_get_destination (CwScroller *self, double *x, double *y);
void cw_scroller_go (CwScroller *self, double x, double y);
void cw_scroller_glide (CwScroller *self, double x, double y);
void cw_scroller_stop (CwScroller *self);
void cw_scroller_configure (CwScroller *self,
                            double x,
                            double y,
                            const double content[2],
                            const double view[2]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwScroller, cw_scroller_free)

G_END_DECLS
