/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-picture.h"

G_BEGIN_DECLS

/**
 * CW_PICTURE_MAX_PIXELS:
 *
 * A picture of more is not read: twice what fills a page at the finest resolution of a printer.
 */
#define CW_PICTURE_MAX_PIXELS (64 * 1000 * 1000)

/**
 * CwPictureSize:
 * @width: pixels; 0 for a drawing that has none
 * @height: pixels
 * @natural_width: what it is printed in if nobody says otherwise, pt
 * @natural_height: pt
 *
 * How large a picture is.
 */
typedef struct
{
  guint width;
  guint height;
  double natural_width;
  double natural_height;
} CwPictureSize;

gboolean cw_picture_size_find (CwPicture *picture, CwPictureSize *size);

G_END_DECLS
