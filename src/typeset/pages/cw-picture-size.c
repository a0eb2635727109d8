/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-size.h"

#include <math.h>
#include <string.h>

/* Pixels to the inch where a picture does not say, and what may be believed if it does. */
#define USUAL_DENSITY 300.0
#define LEAST_DENSITY 36.0
#define MOST_DENSITY 2400.0

/* A drawing's own unit, to the inch. */
#define DRAWING_DENSITY 96.0

#define INCH_IN_METRES 0.0254
#define INCH_IN_CENTIMETRES 2.54

typedef struct
{
  const guint8 *data;
  gsize length;
} Bytes;

static guint32
read_32 (const guint8 *p)
{
  return ((guint32) p[0] << 24) | ((guint32) p[1] << 16) | ((guint32) p[2] << 8) | p[3];
}

static guint
read_16 (const guint8 *p)
{
  return ((guint) p[0] << 8) | p[1];
}

static void
set_density (CwPictureSize *size, double across, double down)
{
  if (!(across >= LEAST_DENSITY && across <= MOST_DENSITY && down >= LEAST_DENSITY
        && down <= MOST_DENSITY))
    across = down = USUAL_DENSITY;
  size->natural_width = size->width * 72.0 / across;
  size->natural_height = size->height * 72.0 / down;
}

/* The header chunk comes first; the density, if there is one, before the first data. */
static gboolean
find_png (Bytes png, CwPictureSize *size)
{
  double across = 0, down = 0;

  if (png.length < 33 || memcmp (png.data + 12, "IHDR", 4) != 0)
    return FALSE;
  size->width = read_32 (png.data + 16);
  size->height = read_32 (png.data + 20);
  for (gsize at = 33; at + 12 <= png.length;)
    {
      const guint8 *chunk = png.data + at;
      guint32 length = read_32 (chunk);

      if (memcmp (chunk + 4, "IDAT", 4) == 0 || length > png.length - at - 12)
        break;
      if (memcmp (chunk + 4, "pHYs", 4) == 0 && length == 9 && chunk[16] == 1)
        {
          across = read_32 (chunk + 8) * INCH_IN_METRES;
          down = read_32 (chunk + 12) * INCH_IN_METRES;
        }
      at += 12 + (gsize) length;
    }
  set_density (size, across, down);
  return TRUE;
}

/* APP0 of JFIF: unit 1 is the inch, 2 the centimetre. */
static void
read_jfif (const guint8 *segment, guint length, double *across, double *down)
{
  double scale = length >= 14 && segment[9] == 2 ? INCH_IN_CENTIMETRES : 1;

  if (length < 14 || memcmp (segment + 2, "JFIF", 5) != 0 || segment[9] == 0)
    return;
  *across = read_16 (segment + 10) * scale;
  *down = read_16 (segment + 12) * scale;
}

static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* From the fifth on the camera was held upright: what it calls a row is a column. */
static void
turn (CwPictureSize *size, guint orientation)
{
  guint width = size->width;
  double natural_width = size->natural_width;

  size->orientation = orientation;
  if (orientation < 5)
    return;
  size->width = size->height;
  size->height = width;
  size->natural_width = size->natural_height;
  size->natural_height = natural_width;
}

static gboolean
find_jpeg (Bytes jpeg, CwPictureSize *size)
{
  double across = 0, down = 0;
  guint orientation = 1;

  for (gsize at = 2; at + 4 <= jpeg.length;)
    {
      const guint8 *segment = jpeg.data + at + 2;
      guint8 marker = jpeg.data[at + 1];
      guint length;

      if (jpeg.data[at] != 0xFF)
        return FALSE;
      if (marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8))
        {
          at += marker == 0xFF ? 1 : 2;
          continue;
        }
      length = read_16 (segment);
      if (length < 2 || at + 2 + length > jpeg.length)
        return FALSE;
      if (marker == 0xE0)
        read_jfif (segment, length, &across, &down);
      if (marker == 0xE1 && orientation == 1)
        orientation = cw_picture_find_orientation (segment + 2, length - 2);
      if (is_frame (marker) && length >= 7)
        {
          size->height = read_16 (segment + 3);
          size->width = read_16 (segment + 5);
          set_density (size, across, down);
          turn (size, orientation);
          return TRUE;
        }
      at += 2 + (gsize) length;
    }
  return FALSE;
}

/* A length with its unit, in points; 0 for one that depends on what is around it. */
static double
parse_length (const char *text)
{
  static const struct
  {
    const char *unit;
    double points;
  } units[] = {
    { "px", 72 / DRAWING_DENSITY },
    { "mm", 72 / 25.4 },
    { "cm", 72 / 2.54 },
    { "in", 72 },
    { "pt", 1 },
    { "pc", 12 },
    { "%", 0 },
    { "em", 16 },
    { "", 72 / DRAWING_DENSITY },
  };
  char *end;
  double number = g_ascii_strtod (text, &end);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (end, units[i].unit))
      return isfinite (number) ? number * units[i].points : 0;
  return 0;
}

static char *
get_attribute (const char *tag, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("\\s%s\\s*=\\s*[\"']([^\"']*)[\"']", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, tag, 0, &match) ? g_match_info_fetch (match, 1) : g_strdup ("");
}

/* Width and height of the drawing, or its view box in its own unit. */
static gboolean
find_svg (Bytes svg, CwPictureSize *size)
{
  const char *start
      = g_strstr_len ((const char *) svg.data, (gssize) MIN (svg.length, 65536), "<svg");
  const char *end
      = start == NULL ? NULL : memchr (start, '>', (const char *) svg.data + svg.length - start);
  g_autofree char *tag = end != NULL ? g_utf8_make_valid (start, end - start) : NULL;
  g_autofree char *width = tag != NULL ? get_attribute (tag, "width") : NULL;
  g_autofree char *height = tag != NULL ? get_attribute (tag, "height") : NULL;
  g_autofree char *view = tag != NULL ? get_attribute (tag, "viewBox") : NULL;
  double box[4] = { 0 };
  char *at = view;

  if (tag == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (box); i++)
    {
      at += strspn (at, " ,\t\n");
      box[i] = g_ascii_strtod (at, &at);
    }
  size->natural_width = parse_length (width);
  size->natural_height = parse_length (height);
  if (size->natural_width > 0 && size->natural_height > 0)
    return TRUE;
  if (size->natural_width <= 0)
    size->natural_width = box[2] * 72 / DRAWING_DENSITY;
  size->natural_height = box[2] > 0 ? size->natural_width * box[3] / box[2] : 0;
  return size->natural_width > 0 && size->natural_height > 0;
}

static gboolean
is_possible (const CwPictureSize *size)
{
  double ratio = size->natural_width / size->natural_height;

  return isfinite (ratio) && ratio > 1e-3 && ratio < 1e3
         && (guint64) size->width * size->height <= CW_PICTURE_MAX_PIXELS;
}

/**
 * cw_picture_size_find:
 * @picture: a picture
 * @size: (out): its size
 *
 * Reads how large a picture is from the beginning of its file, whatever may be in the rest: by the
 * density it states, or at 300 pixels to the inch.
 *
 * Returns: %FALSE if it does not say, or says what cannot be or is too large to be read
 */
gboolean
cw_picture_size_find (CwPicture *picture, CwPictureSize *size)
{
  Bytes bytes;
  gboolean found = FALSE;

  *size = (CwPictureSize) { .orientation = 1 };
  bytes.data = g_bytes_get_data (cw_picture_get_bytes (picture), &bytes.length);
  switch (cw_picture_get_picture_type (picture))
    {
    case CW_PICTURE_PNG:
      found = find_png (bytes, size);
      break;
    case CW_PICTURE_JPEG:
      found = find_jpeg (bytes, size);
      break;
    case CW_PICTURE_SVG:
      found = find_svg (bytes, size);
      break;
    case CW_N_PICTURE_TYPES:
    default:
      break;
    }
  return found && size->natural_width > 0 && size->natural_height > 0 && is_possible (size);
}
