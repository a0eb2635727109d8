/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/cw-picture.h"

G_BEGIN_DECLS

#define CW_TYPE_PICTURE_VIEW (cw_picture_view_get_type ())

G_DECLARE_FINAL_TYPE (CwPictureView, cw_picture_view, CW, PICTURE_VIEW, GtkWidget)

GtkWidget *cw_picture_view_new (CwPicture *picture);
void cw_picture_view_set_picture (CwPictureView *self, CwPicture *picture);
void cw_picture_view_set_space (CwPictureView *self, int width, double scale);
void cw_picture_view_set_name (CwPictureView *self, const char *name);
int cw_picture_view_get_height (CwPictureView *self);
double cw_picture_view_get_shown_width (CwPictureView *self);
void cw_picture_view_resize (CwPictureView *self, double width);
gboolean cw_picture_view_is_loaded (CwPictureView *self);

G_END_DECLS
