/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-size.h"

#include <string.h>

/* Exif is a TIFF file in a segment of a JPEG: a header of eight bytes, at a place that says a
 * directory of entries of twelve. */
#define EXIF "Exif\0"
#define EXIF_LENGTH 6
#define HEADER_LENGTH 8
#define ENTRY_LENGTH 12
#define TAG_ORIENTATION 0x0112
#define TYPE_SHORT 3

typedef struct
{
  const guint8 *data;
  gsize length;
  gboolean big_endian;
} Tiff;

static guint
read_short (const Tiff *self, gsize at)
{
  const guint8 *p = self->data + at;

  return self->big_endian ? (guint) p[0] << 8 | p[1] : (guint) p[1] << 8 | p[0];
}

static gsize
read_long (const Tiff *self, gsize at)
{
  gsize first = read_short (self, at), second = read_short (self, at + 2);

  return self->big_endian ? first << 16 | second : second << 16 | first;
}

static gboolean
open_tiff (Tiff *self, const guint8 *data, gsize length)
{
  if (length < EXIF_LENGTH + HEADER_LENGTH || memcmp (data, EXIF, EXIF_LENGTH) != 0)
    return FALSE;
  self->data = data + EXIF_LENGTH;
  self->length = length - EXIF_LENGTH;
  self->big_endian = self->data[0] == 'M';
  return (memcmp (self->data, "MM", 2) == 0 || memcmp (self->data, "II", 2) == 0)
         && read_short (self, 2) == 42;
}

/**
 * cw_picture_find_orientation:
 * @segment: an APP1 segment of a JPEG, without its marker and length
 * @length: of @segment
 *
 * Reads the one thing a camera writes that changes how its picture looks. Nothing the segment says
 * is believed before it is inside the segment.
 *
 * Returns: 1 to 8; 1 for a segment that is not Exif, damaged, or does not say
 */
guint
cw_picture_find_orientation (const guint8 *segment, gsize length)
{
  Tiff tiff;
  gsize at, n;

  if (!open_tiff (&tiff, segment, length))
    return 1;
  at = read_long (&tiff, 4);
  if (at > tiff.length - 2)
    return 1;
  n = MIN (read_short (&tiff, at), (tiff.length - at - 2) / ENTRY_LENGTH);
  for (gsize i = 0; i < n; i++)
    {
      gsize entry = at + 2 + i * ENTRY_LENGTH;
      guint value = read_short (&tiff, entry + 8);

      if (read_short (&tiff, entry) == TAG_ORIENTATION
          && read_short (&tiff, entry + 2) == TYPE_SHORT)
        return value >= 1 && value <= 8 ? value : 1;
    }
  return 1;
}
