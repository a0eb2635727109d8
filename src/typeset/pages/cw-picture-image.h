/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "cw-picture-size.h"

G_BEGIN_DECLS

gboolean cw_picture_image_is_readable (CwPicture *picture);
gboolean cw_picture_image_paint (CwPicture *picture,
                                 cairo_t *cr,
                                 double width,
                                 double height,
                                 gboolean whole);
cairo_surface_t *cw_picture_image_get_upright (CwPicture *picture);

cairo_surface_t *cw_picture_png_read (GBytes *bytes);
cairo_surface_t *cw_picture_jpeg_read (GBytes *bytes, guint longest, gboolean *plain);
GBytes *cw_picture_jpeg_write (cairo_surface_t *surface);
gboolean cw_picture_svg_is_light (GBytes *bytes);
gboolean cw_picture_svg_paint (GBytes *bytes, cairo_t *cr, double width, double height);

G_END_DECLS
