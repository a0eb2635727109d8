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
 * @orientation: how what the file has is to be turned to stand upright, as Exif numbers it: 1 not at
 *   all, 3 upside down, 6 by a quarter to the right, 8 to the left, the others mirrored
 * @natural_width: what it is printed in if nobody says otherwise, pt
 * @natural_height: pt
 *
 * How large a picture is, upright.
 */
typedef struct
{
  guint width;
  guint height;
  guint orientation;
  double natural_width;
  double natural_height;
} CwPictureSize;

guint cw_picture_find_orientation (const guint8 *segment, gsize length);
gboolean cw_picture_size_find (CwPicture *picture, CwPictureSize *size);

G_END_DECLS
