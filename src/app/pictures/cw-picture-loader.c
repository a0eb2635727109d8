/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-loader.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* More points than any page can show; a picture that says it has more is not even begun. */
#define MOST_POINTS (80u * 1000 * 1000)
#define LONGEST_SIDE 20000
/* Drawings have no size in points: this wide they are sharp on any screen. */
#define DRAWING_WIDTH 1600

/* --- what a file says of itself --------------------------------------------------------------- */

static guint
read_be16 (const guchar *p)
{
  return (guint) p[0] << 8 | p[1];
}

static guint
read_be32 (const guchar *p)
{
  return read_be16 (p) << 16 | read_be16 (p + 2);
}

static gboolean
measure_png (const guchar *p, gsize length, guint *width, guint *height)
{
  if (length < 24 || memcmp (p + 12, "IHDR", 4) != 0)
    return FALSE;
  *width = read_be32 (p + 16);
  *height = read_be32 (p + 20);
  return TRUE;
}

static gboolean
is_frame (guchar marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
measure_jpeg (const guchar *p, gsize length, guint *width, guint *height)
{
  gsize at = 2;

  while (at + 9 < length && p[at] == 0xff)
    {
      if (p[at + 1] == 0xff)
        at++;
      else if (is_frame (p[at + 1]))
        {
          *height = read_be16 (p + at + 5);
          *width = read_be16 (p + at + 7);
          return TRUE;
        }
      else
        at += 2 + read_be16 (p + at + 2);
    }
  return FALSE;
}

/* The size of a photograph as the head of its file has it; drawings have none. */
static gboolean
measure (GBytes *bytes, CwPictureType type, guint *width, guint *height)
{
  gsize length;
  const guchar *p = g_bytes_get_data (bytes, &length);

  if (type == CW_PICTURE_PNG)
    return measure_png (p, length, width, height);
  return type == CW_PICTURE_JPEG && measure_jpeg (p, length, width, height);
}

/* --- decoding --------------------------------------------------------------------------------- */

static GError *
damaged_error (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      _ ("This picture cannot be shown because its file is damaged. The text of the document is "
         "safe. Insert the picture again from a file that opens in an image viewer."));
}

static GError *
large_error (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_NO_SPACE,
      _ ("This picture is too large to be shown. The text of the document is safe. Save the "
         "picture smaller, at most 10,000 points wide, and insert it again."));
}

static GdkTexture *
decode_drawing (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GdkPixbuf) pixbuf
      = gdk_pixbuf_new_from_stream_at_scale (stream, DRAWING_WIDTH, -1, TRUE, NULL, NULL);
  g_autoptr (GBytes) points = NULL;
  GdkMemoryFormat format;

  if (pixbuf == NULL || gdk_pixbuf_get_height (pixbuf) > LONGEST_SIDE)
    return NULL;
  points = gdk_pixbuf_read_pixel_bytes (pixbuf);
  format = gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8;
  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                 format, points, gdk_pixbuf_get_rowstride (pixbuf));
}

static GdkTexture *
decode (CwPicture *picture, GError **error)
{
  GBytes *bytes = cw_picture_get_bytes (picture);
  CwPictureType type = cw_picture_get_picture_type (picture);
  guint width = 0, height = 0;
  GdkTexture *texture = NULL;

  if (type == CW_PICTURE_SVG)
    texture = decode_drawing (bytes);
  else if (measure (bytes, type, &width, &height))
    {
      if (width > LONGEST_SIDE || height > LONGEST_SIDE
          || (guint64) width * height > MOST_POINTS)
        {
          g_propagate_error (error, large_error ());
          return NULL;
        }
      texture = gdk_texture_new_from_bytes (bytes, NULL);
    }
  if (texture == NULL)
    g_propagate_error (error, damaged_error ());
  return texture;
}

static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = decode (data, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_picture_load_async:
 * @picture: a picture
 * @cancellable: (nullable): stops waiting for it
 * @callback: called when it has been decoded
 * @data: for @callback
 *
 * Decodes a picture for the screen, in a thread of its own.
 */
void
cw_picture_load_async (CwPicture *picture,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, cw_picture_load_async);
  g_task_set_task_data (task, cw_picture_ref (picture), (GDestroyNotify) cw_picture_unref);
  g_task_run_in_thread (task, decode_in_thread);
}

/**
 * cw_picture_load_finish:
 * @result: what the callback was given
 * @error: why there is nothing to show, for the user
 *
 * Returns: (transfer full) (nullable): the picture for the screen
 */
GdkTexture *
cw_picture_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- files ------------------------------------------------------------------------------------ */

static GBytes *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  if (stream == NULL)
    return NULL;
  return g_input_stream_read_bytes (G_INPUT_STREAM (stream), CW_PICTURE_MAX_BYTES + 1, cancellable,
                                    error);
}

static CwPicture *
read_picture (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : "");
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GBytes) bytes = read_bytes (file, cancellable, &trouble);
  g_autoptr (CwPicture) picture = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  CwPictureType type;

  if (bytes == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("“%s” could not be read (%s). The document has not been changed."), shown,
                 trouble->message);
  else if (g_bytes_get_size (bytes) > CW_PICTURE_MAX_BYTES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("“%s” is larger than 64 MB and was not inserted. Save the picture smaller and "
                    "try again."),
                 shown);
  else if (!cw_picture_guess_type (bytes, &type))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("“%s” is not a picture this program can print and was not inserted. Save it as "
                    "PNG, JPEG or SVG and try again."),
                 shown);
  else
    picture = cw_picture_new (type, bytes, 0);
  if (picture != NULL)
    texture = decode (picture, error);
  return texture != NULL ? g_steal_pointer (&picture) : NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CwPicture *picture = read_picture (data, cancellable, &error);

  if (picture != NULL)
    g_task_return_pointer (task, picture, (GDestroyNotify) cw_picture_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_picture_read_file_async:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @callback: called when it has been read
 * @data: for @callback
 *
 * Reads a picture and makes sure that it can be shown, in a thread of its own.
 */
void
cw_picture_read_file_async (GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, cw_picture_read_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * cw_picture_read_file_finish:
 * @result: what the callback was given
 * @error: why it is no picture to insert, for the user
 *
 * Returns: (transfer full) (nullable): the picture, in its own width
 */
CwPicture *
cw_picture_read_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
