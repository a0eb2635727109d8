/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-image.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

/* A progressive picture is read once for each scan; nobody's camera makes more than a dozen. */
#define MOST_SCANS 100

/* How well the copies for the screen are kept: no difference to the eye. */
#define QUALITY 92

typedef struct
{
  struct jpeg_error_mgr manager;
  jmp_buf escape;
} JpegErrors;

static void
give_up (j_common_ptr info)
{
  longjmp (((JpegErrors *) (gpointer) info->err)->escape, 1);
}

static void
say_nothing (j_common_ptr info)
{
}

static void
watch_scans (j_common_ptr info)
{
  if (((j_decompress_ptr) info)->input_scan_number > MOST_SCANS)
    give_up (info);
}

/* Inverted, as every program writes the four inks. */
static guint32
from_cmyk (const guint8 *ink)
{
  return ((guint32) (ink[0] * ink[3] / 255) << 16) | ((guint32) (ink[1] * ink[3] / 255) << 8)
         | (guint32) (ink[2] * ink[3] / 255);
}

static void
copy_row (const struct jpeg_decompress_struct *info, const guint8 *from, guint32 *to)
{
  for (guint x = 0; x < info->output_width; x++, from += info->output_components)
    {
      if (info->output_components == 4)
        to[x] = from_cmyk (from);
      else if (info->output_components == 3)
        to[x] = ((guint32) from[0] << 16) | ((guint32) from[1] << 8) | from[2];
      else
        to[x] = from[0] * 0x010101u;
    }
}

/* By an eighth, a quarter or a half, which costs less than the whole. */
static void
start (struct jpeg_decompress_struct *info, guint longest)
{
  guint divisor = 1;

  while (longest > 0 && divisor < 8
         && MAX (info->image_width, info->image_height) / (divisor * 2) >= longest)
    divisor *= 2;
  info->scale_num = 1;
  info->scale_denom = divisor;
  if (info->jpeg_color_space == JCS_YCCK || info->jpeg_color_space == JCS_CMYK)
    info->out_color_space = JCS_CMYK;
  else if (info->jpeg_color_space != JCS_GRAYSCALE)
    info->out_color_space = JCS_RGB;
  jpeg_start_decompress (info);
}

static void
read_rows (struct jpeg_decompress_struct *info, cairo_surface_t *surface, guint8 *row)
{
  while (info->output_scanline < info->output_height)
    {
      guint y = info->output_scanline;
      guint8 *line = cairo_image_surface_get_data (surface)
                     + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

      jpeg_read_scanlines (info, &row, 1);
      copy_row (info, row, (guint32 *) (gpointer) line);
    }
}

/**
 * cw_picture_jpeg_read:
 * @bytes: a file
 * @longest: pixels its longer side needs to have, 0 for all
 * @plain: (out): whether it is in grey or in red, green and blue, not in inks
 *
 * Reads a photograph.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL if it cannot be read
 */
cairo_surface_t *
cw_picture_jpeg_read (GBytes *bytes, guint longest, gboolean *plain)
{
  struct jpeg_decompress_struct info = { 0 };
  struct jpeg_progress_mgr progress = { .progress_monitor = watch_scans };
  JpegErrors errors = { 0 };
  cairo_surface_t *volatile surface = NULL;
  guint8 *volatile row = NULL;
  volatile gboolean done = FALSE;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  info.err = jpeg_std_error (&errors.manager);
  errors.manager.error_exit = give_up;
  errors.manager.output_message = say_nothing;
  if (setjmp (errors.escape) == 0)
    {
      jpeg_create_decompress (&info);
      info.progress = &progress;
      jpeg_mem_src (&info, data, length);
      jpeg_read_header (&info, TRUE);
      start (&info, longest);
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) info.output_width,
                                            (int) info.output_height);
      row = g_malloc ((gsize) info.output_width * (gsize) info.output_components);
      if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
        {
          read_rows (&info, surface, row);
          done = TRUE;
        }
      *plain = info.num_components != 4;
    }
  jpeg_destroy_decompress (&info);
  g_free (row);
  if (surface != NULL)
    cairo_surface_mark_dirty (surface);
  if (!done && surface != NULL)
    g_clear_pointer ((cairo_surface_t **) &surface, cairo_surface_destroy);
  return surface;
}

static void
write_rows (struct jpeg_compress_struct *info, cairo_surface_t *surface, guint8 *row)
{
  while (info->next_scanline < info->image_height)
    {
      const guint32 *from
          = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                          + (gsize) info->next_scanline
                                                * (gsize) cairo_image_surface_get_stride (surface));

      for (guint x = 0; x < info->image_width; x++)
        {
          row[3 * x] = (guint8) (from[x] >> 16);
          row[3 * x + 1] = (guint8) (from[x] >> 8);
          row[3 * x + 2] = (guint8) from[x];
        }
      jpeg_write_scanlines (info, &row, 1);
    }
}

/**
 * cw_picture_jpeg_write:
 * @surface: a picture in red, green and blue, without holes
 *
 * Writes a picture as a photograph: ten times as fast into a PDF as all its pixels are.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
cw_picture_jpeg_write (cairo_surface_t *surface)
{
  struct jpeg_compress_struct info = { 0 };
  JpegErrors errors = { 0 };
  unsigned char *volatile data = NULL;
  unsigned long length = 0;
  g_autofree guint8 *row = g_malloc ((gsize) cairo_image_surface_get_width (surface) * 3);
  GBytes *volatile bytes = NULL;

  info.err = jpeg_std_error (&errors.manager);
  errors.manager.error_exit = give_up;
  errors.manager.output_message = say_nothing;
  if (setjmp (errors.escape) == 0)
    {
      jpeg_create_compress (&info);
      jpeg_mem_dest (&info, (unsigned char **) &data, &length);
      info.image_width = (JDIMENSION) cairo_image_surface_get_width (surface);
      info.image_height = (JDIMENSION) cairo_image_surface_get_height (surface);
      info.input_components = 3;
      info.in_color_space = JCS_RGB;
      jpeg_set_defaults (&info);
      jpeg_set_quality (&info, QUALITY, TRUE);
      jpeg_start_compress (&info, TRUE);
      write_rows (&info, surface, row);
      jpeg_finish_compress (&info);
      bytes = g_bytes_new (data, length);
    }
  jpeg_destroy_compress (&info);
  free (data);
  return bytes;
}
