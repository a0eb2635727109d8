/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-loader.h"

#include <glib/gi18n-lib.h>

#include "typeset/pages/cw-picture-image.h"

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

static GError *
heavy_error (void)
{
  return g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_NO_SPACE,
      _ ("This drawing repeats its parts so often that drawing it would take minutes, so it is "
         "not drawn. The text of the document is safe. Save the drawing as PNG and insert it "
         "again."));
}

static GError *
find_trouble (CwPicture *picture)
{
  CwPictureSize size;

  if (!cw_picture_size_find (picture, &size)
      && (guint64) size.width * size.height > CW_PICTURE_MAX_PIXELS)
    return large_error ();
  if (cw_picture_get_picture_type (picture) == CW_PICTURE_SVG
      && !cw_picture_svg_is_light (cw_picture_get_bytes (picture)))
    return heavy_error ();
  return damaged_error ();
}

static GdkTexture *
wrap (cairo_surface_t *surface)
{
  gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) points = NULL;

  cairo_surface_flush (surface);
  points = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 has_alpha ? GDK_MEMORY_DEFAULT : GDK_MEMORY_B8G8R8X8, points,
                                 stride);
}

/* The same copy that the page shows. */
static GdkTexture *
decode (CwPicture *picture, GError **error)
{
  cairo_surface_t *surface = cw_picture_image_get_upright (picture);
  GdkTexture *texture = NULL;

  if (surface == NULL)
    {
      g_propagate_error (error, find_trouble (picture));
      return NULL;
    }
  texture = wrap (surface);
  cairo_surface_destroy (surface);
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
