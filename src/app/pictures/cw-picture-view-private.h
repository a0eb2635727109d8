/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-picture-view.h"

/* Private to the files of the picture view, which is divided by theme. */

G_BEGIN_DECLS

/* Smallest and largest width a picture can be given by hand, mm. */
#define CW_PICTURE_NARROWEST_MM 5
#define CW_PICTURE_WIDEST_MM 225
/* Side of the square at its corner by which it is taken hold of, px. */
#define CW_PICTURE_HANDLE 10

/**
 * CwPictureView:
 *
 * A picture between the lines of the editor, as wide as it is printed. It can be made wider and
 * narrower by its corner, by + and -, or by number; every change is handed out as a new picture by
 * #CwPictureView::edited.
 */
struct _CwPictureView
{
  GtkWidget parent_instance;

  CwPicture *picture;
  GdkTexture *texture;
  char *trouble; /* why there is none */
  GCancellable *cancellable;
  int width;    /* there is for it, px */
  double scale; /* px a mm */
  double drag;  /* width while its corner is dragged, mm; else 0 */
  GtkWidget *popover;
  GtkWidget *spin;
};

graphene_rect_t cw_picture_view_get_area (CwPictureView *self);
void cw_picture_view_add_controllers (CwPictureView *self);

G_END_DECLS
