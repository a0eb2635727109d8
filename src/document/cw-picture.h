/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwPictureType:
 *
 * What a picture's bytes are.
 */
typedef enum
{
  CW_PICTURE_PNG,
  CW_PICTURE_JPEG,
  CW_PICTURE_SVG,
  CW_N_PICTURE_TYPES,
} CwPictureType;

/* Far above what a printed page can use, far below what hurts. */
#define CW_PICTURE_MAX_BYTES (64 * 1024 * 1024)
#define CW_PICTURE_MAX_WIDTH 999

/**
 * CwPicture:
 *
 * A picture as it came, with the width it is printed in: immutable, atomically reference-counted.
 * Pictures with the same bytes share them.
 */
typedef struct _CwPicture CwPicture;

#define CW_TYPE_PICTURE (cw_picture_get_type ())

GType cw_picture_get_type (void) G_GNUC_CONST;

CwPicture *cw_picture_new (CwPictureType type, GBytes *bytes, double width);
CwPicture *cw_picture_ref (CwPicture *self);
void cw_picture_unref (CwPicture *self);

gboolean cw_picture_equal (CwPicture *self, CwPicture *other);
CwPictureType cw_picture_get_picture_type (CwPicture *self);
GBytes *cw_picture_get_bytes (CwPicture *self);
double cw_picture_get_width (CwPicture *self);
const char *cw_picture_type_get_extension (CwPictureType type);
gboolean cw_picture_guess_type (GBytes *bytes, CwPictureType *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPicture, cw_picture_unref)

G_END_DECLS
