/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture.h"

#include <math.h>
#include <string.h>

struct _CwPicture
{
  gatomicrefcount ref_count;
  CwPictureType type;
  GBytes *bytes;
  double width;
};

G_DEFINE_BOXED_TYPE (CwPicture, cw_picture, cw_picture_ref, cw_picture_unref)

/**
 * cw_picture_new:
 * @type: what @bytes are
 * @bytes: the picture's file
 * @width: what it is printed in, mm, in hundredths; 0 for as wide as it says itself, at most the
 *   type area
 *
 * Returns: (transfer full): the picture
 */
CwPicture *
cw_picture_new (CwPictureType type, GBytes *bytes, double width)
{
  CwPicture *self = g_new0 (CwPicture, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->bytes = g_bytes_ref (bytes);
  self->width = width > 0 ? round (MIN (width, CW_PICTURE_MAX_WIDTH) * 100) / 100 : 0;
  return self;
}

/**
 * cw_picture_ref:
 * @self: a picture
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwPicture *
cw_picture_ref (CwPicture *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_picture_unref:
 * @self: (transfer full): a picture
 *
 * Gives a reference back; from any thread.
 */
void
cw_picture_unref (CwPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * cw_picture_equal:
 * @self: a picture
 * @other: another
 *
 * Returns: whether both are the same file in the same width
 */
gboolean
cw_picture_equal (CwPicture *self, CwPicture *other)
{
  if (self == other)
    return TRUE;
  return self->type == other->type && self->width == other->width
         && g_bytes_equal (self->bytes, other->bytes);
}

/**
 * cw_picture_get_picture_type:
 * @self: a picture
 *
 * Returns: what its bytes are
 */
CwPictureType
cw_picture_get_picture_type (CwPicture *self)
{
  return self->type;
}

/**
 * cw_picture_get_bytes:
 * @self: a picture
 *
 * Returns: (transfer none): its file
 */
GBytes *
cw_picture_get_bytes (CwPicture *self)
{
  return self->bytes;
}

/**
 * cw_picture_get_width:
 * @self: a picture
 *
 * Returns: the width it is printed in, mm, or 0
 */
double
cw_picture_get_width (CwPicture *self)
{
  return self->width;
}

/**
 * cw_picture_type_get_extension:
 * @type: a type of picture
 *
 * Returns: (transfer none): how names of such files end, without the dot
 */
const char *
cw_picture_type_get_extension (CwPictureType type)
{
  static const char *const extensions[CW_N_PICTURE_TYPES] = { "png", "jpg", "svg" };

  g_return_val_if_fail (type < CW_N_PICTURE_TYPES, NULL);

  return extensions[type];
}

static gboolean
looks_like_svg (const char *data, gsize length)
{
  return g_strstr_len (data, (gssize) MIN (length, 4096), "<svg") != NULL;
}

/**
 * cw_picture_guess_type:
 * @bytes: a file
 * @type: (out): what it is
 *
 * Looks at how the file begins; whether the rest is sound shows when it is drawn.
 *
 * Returns: whether it is a picture of a type the program takes
 */
gboolean
cw_picture_guess_type (GBytes *bytes, CwPictureType *type)
{
  static const char png[] = "\x89PNG\r\n\x1a\n", jpeg[] = "\xff\xd8\xff";
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > strlen (png) && memcmp (data, png, strlen (png)) == 0)
    *type = CW_PICTURE_PNG;
  else if (length > strlen (jpeg) && memcmp (data, jpeg, strlen (jpeg)) == 0)
    *type = CW_PICTURE_JPEG;
  else if (length > 0 && looks_like_svg (data, length))
    *type = CW_PICTURE_SVG;
  else
    return FALSE;
  return TRUE;
}
