/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-image.h"

#include <string.h>

/* Pixels of the longer side kept for the screen: a type area's width at 192 to the inch, and some.
 */
#define LONGEST 1600

/* The same for finding out whether a photograph or a drawing can be read at all. */
#define PROBE 64

/* Pictures kept for the screen, each of at most 10 MB, and bytes of whole ones kept besides until
 * they have gone to paper or to the screen. */
#define KEPT 24
#define WHOLE_BYTES (128 * 1024 * 1024)

typedef struct
{
  GBytes *bytes;
  CwPictureType type;
  gboolean readable;
  gboolean plain;          /* not in inks */
  cairo_surface_t *whole;  /* read, not yet used */
  cairo_surface_t *screen; /* made when first drawn there */
} CwPictureEntry;

static GMutex lock;
static gsize whole_bytes;
static GQueue entries = G_QUEUE_INIT; /* CwPictureEntry, the last used first */

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  GBytes **rest = closure;
  g_autoptr (GBytes) before = *rest;

  if (g_bytes_get_size (before) < length)
    {
      *rest = g_bytes_ref (before);
      return CAIRO_STATUS_READ_ERROR;
    }
  memcpy (data, g_bytes_get_data (before, NULL), length);
  *rest = g_bytes_new_from_bytes (before, length, g_bytes_get_size (before) - length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * cw_picture_png_read:
 * @bytes: a file
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL if it cannot be read
 */
cairo_surface_t *
cw_picture_png_read (GBytes *bytes)
{
  GBytes *rest = g_bytes_ref (bytes);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, &rest);

  g_bytes_unref (rest);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

/* No larger than the screen needs. */
static cairo_surface_t *
shrink (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  double scale = (double) LONGEST / MAX (width, height);
  cairo_surface_t *small;
  cairo_t *cr;

  if (scale >= 1)
    return surface;
  small = cairo_surface_create_similar_image (surface, cairo_image_surface_get_format (surface),
                                              MAX ((int) (width * scale), 1),
                                              MAX ((int) (height * scale), 1));
  cr = cairo_create (small);
  cairo_scale (cr, cairo_image_surface_get_width (small) / (double) width,
               cairo_image_surface_get_height (small) / (double) height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return small;
}

static cairo_surface_t *
draw_svg (CwPicture *picture, const CwPictureSize *size, double longest)
{
  double scale = longest / MAX (size->natural_width, size->natural_height);
  double width = MAX (size->natural_width * scale, 1),
         height = MAX (size->natural_height * scale, 1);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn = cw_picture_svg_paint (cw_picture_get_bytes (picture), cr, width, height)
                   && cairo_status (cr) == CAIRO_STATUS_SUCCESS;

  cairo_destroy (cr);
  if (drawn)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

/* Reads a picture with at least that many pixels on its longer side, or all it has. */
static cairo_surface_t *
read_picture (CwPicture *picture, guint longest, gboolean *plain)
{
  GBytes *bytes = cw_picture_get_bytes (picture);
  CwPictureSize size;

  *plain = TRUE;
  if (!cw_picture_size_find (picture, &size))
    return NULL;
  switch (cw_picture_get_picture_type (picture))
    {
    case CW_PICTURE_SVG:
      return cw_picture_svg_is_light (bytes) ? draw_svg (picture, &size, longest) : NULL;
    case CW_PICTURE_PNG:
      return cw_picture_png_read (bytes);
    case CW_PICTURE_JPEG:
      return cw_picture_jpeg_read (bytes, longest, plain);
    case CW_N_PICTURE_TYPES:
    default:
      return NULL;
    }
}

static gsize
count_bytes (cairo_surface_t *surface)
{
  return (gsize) cairo_image_surface_get_stride (surface)
         * (gsize) cairo_image_surface_get_height (surface);
}

static cairo_surface_t *
take_whole (CwPictureEntry *entry)
{
  if (entry->whole != NULL)
    whole_bytes -= count_bytes (entry->whole);
  return g_steal_pointer (&entry->whole);
}

static void
entry_free (CwPictureEntry *entry)
{
  cairo_surface_t *whole = take_whole (entry);

  g_clear_pointer (&whole, cairo_surface_destroy);
  g_clear_pointer (&entry->screen, cairo_surface_destroy);
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

/* A PNG is read whole to know whether it can be, and kept as long as there is room. */
static CwPictureEntry *
add_entry (CwPicture *picture)
{
  CwPictureEntry *entry = g_new0 (CwPictureEntry, 1);
  cairo_surface_t *read = read_picture (picture, PROBE, &entry->plain);

  entry->bytes = g_bytes_ref (cw_picture_get_bytes (picture));
  entry->type = cw_picture_get_picture_type (picture);
  entry->readable = read != NULL;
  if (read != NULL && entry->type == CW_PICTURE_PNG
      && whole_bytes + count_bytes (read) <= WHOLE_BYTES)
    {
      whole_bytes += count_bytes (read);
      entry->whole = cairo_surface_reference (read);
    }
  g_clear_pointer (&read, cairo_surface_destroy);
  g_queue_push_head (&entries, entry);
  while (g_queue_get_length (&entries) > KEPT)
    entry_free (g_queue_pop_tail (&entries));
  return entry;
}

/* With the lock held. */
static CwPictureEntry *
get_entry (CwPicture *picture)
{
  for (GList *l = entries.head; l != NULL; l = l->next)
    {
      CwPictureEntry *entry = l->data;

      if (entry->bytes != cw_picture_get_bytes (picture)
          || entry->type != cw_picture_get_picture_type (picture))
        continue;
      g_queue_unlink (&entries, l);
      g_queue_push_head_link (&entries, l);
      return entry;
    }
  return add_entry (picture);
}

/* A page's proof is a PDF made anew with every pause of the hand: its pictures are written once. */
static void
attach_jpeg (cairo_surface_t *surface)
{
  GBytes *bytes = NULL;
  gsize length;
  const guint8 *data;

  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24)
    bytes = cw_picture_jpeg_write (surface);
  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length,
                               (cairo_destroy_func_t) g_bytes_unref, bytes);
}

/* The picture for the screen, read when it is first asked for. */
static cairo_surface_t *
get_screen (CwPicture *picture)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  CwPictureEntry *entry = get_entry (picture);
  cairo_surface_t *read;
  gboolean plain;

  if (entry->screen == NULL && entry->readable)
    {
      read = take_whole (entry);
      if (read == NULL)
        read = read_picture (picture, LONGEST, &plain);
      entry->screen = read != NULL ? shrink (read) : NULL;
      if (entry->screen != NULL)
        attach_jpeg (entry->screen);
    }
  return entry->screen != NULL ? cairo_surface_reference (entry->screen) : NULL;
}

/**
 * cw_picture_image_is_readable:
 * @picture: a picture
 *
 * Whether a picture can be drawn. It is read for that, once.
 *
 * Returns: %FALSE for a damaged or outrageous one
 */
gboolean
cw_picture_image_is_readable (CwPicture *picture)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  return get_entry (picture)->readable;
}

/* From the file's square, one wide and one high, to the upright one, by the number of Exif. */
static void
turn_upright (cairo_t *cr, guint orientation)
{
  static const cairo_matrix_t turns[] = {
    { 1, 0, 0, 1, 0, 0 }, { -1, 0, 0, 1, 1, 0 }, { -1, 0, 0, -1, 1, 1 }, { 1, 0, 0, -1, 0, 1 },
    { 0, 1, 1, 0, 0, 0 }, { 0, 1, -1, 0, 1, 0 }, { 0, -1, -1, 0, 1, 1 }, { 0, -1, 1, 0, 0, 1 },
  };

  cairo_transform (cr, &turns[orientation - 1]);
}

/* On the screen its edges are not to be mixed with what is around them; on paper that would have it
 * written anew, with an edge. */
static void
paint_surface (cairo_t *cr,
               cairo_surface_t *surface,
               double width,
               double height,
               guint orientation,
               gboolean on_screen)
{
  cairo_save (cr);
  cairo_scale (cr, width, height);
  turn_upright (cr, orientation);
  cairo_scale (cr, 1.0 / cairo_image_surface_get_width (surface),
               1.0 / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  if (on_screen)
    cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_rectangle (cr, 0, 0, cairo_image_surface_get_width (surface),
                   cairo_image_surface_get_height (surface));
  cairo_fill (cr);
  cairo_restore (cr);
}

/* A photograph goes to paper as its file is, not read and written again: of the picture that
 * carries the file nothing is used. */
static cairo_surface_t *
wrap_jpeg (GBytes *bytes)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length,
                               (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (bytes));
  return surface;
}

/* Every pixel there is. */
static cairo_surface_t *
get_whole (CwPicture *picture)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  CwPictureEntry *entry = get_entry (picture);
  cairo_surface_t *whole = take_whole (entry);
  gboolean plain;

  if (!entry->readable || whole != NULL)
    return whole;
  if (entry->type == CW_PICTURE_JPEG && entry->plain)
    return wrap_jpeg (entry->bytes);
  return read_picture (picture, 0, &plain);
}

/**
 * cw_picture_image_paint:
 * @picture: a picture
 * @cr: where to, its upper left corner at the origin
 * @width: pt
 * @height: pt
 * @whole: it goes to paper
 *
 * Draws a picture upright: to paper with all it has, a JPEG as its file is, a drawing as lines; to the
 * screen, and to a PDF that is only looked at, from a smaller copy.
 *
 * Returns: %FALSE if it cannot be read
 */
gboolean
cw_picture_image_paint (CwPicture *picture,
                        cairo_t *cr,
                        double width,
                        double height,
                        gboolean whole)
{
  gboolean on_screen = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
  cairo_surface_t *surface;
  CwPictureSize size;

  if (!on_screen && cw_picture_get_picture_type (picture) == CW_PICTURE_SVG)
    return cw_picture_image_is_readable (picture)
           && cw_picture_svg_paint (cw_picture_get_bytes (picture), cr, width, height);
  surface = whole && !on_screen ? get_whole (picture) : get_screen (picture);
  if (surface == NULL || !cw_picture_size_find (picture, &size))
    return FALSE;
  paint_surface (cr, surface, width, height, size.orientation, on_screen);
  cairo_surface_destroy (surface);
  return TRUE;
}

/* Pictures of 16 bits are read in floating point. */
static gboolean
is_common (cairo_surface_t *surface)
{
  cairo_format_t format = cairo_image_surface_get_format (surface);

  return format == CAIRO_FORMAT_RGB24 || format == CAIRO_FORMAT_ARGB32;
}

static cairo_surface_t *
turn (cairo_surface_t *surface, guint orientation)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gboolean lies = orientation >= 5;
  cairo_format_t format
      = is_common (surface) ? cairo_image_surface_get_format (surface) : CAIRO_FORMAT_ARGB32;
  cairo_surface_t *upright
      = cairo_image_surface_create (format, lies ? height : width, lies ? width : height);
  cairo_t *cr = cairo_create (upright);

  paint_surface (cr, surface, lies ? height : width, lies ? width : height, orientation, TRUE);
  cairo_destroy (cr);
  return upright;
}

/**
 * cw_picture_image_get_upright:
 * @picture: a picture
 *
 * Returns: (transfer full) (nullable): the copy for the screen, an image in
 *   %CAIRO_FORMAT_RGB24 or %CAIRO_FORMAT_ARGB32 that stands upright; or %NULL if the picture cannot
 *   be read
 */
cairo_surface_t *
cw_picture_image_get_upright (CwPicture *picture)
{
  cairo_surface_t *screen = get_screen (picture), *upright;
  CwPictureSize size;

  if (screen == NULL || !cw_picture_size_find (picture, &size)
      || (size.orientation == 1 && is_common (screen)))
    return screen;
  upright = turn (screen, size.orientation);
  cairo_surface_destroy (screen);
  return upright;
}
