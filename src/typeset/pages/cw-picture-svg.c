/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-image.h"

#include <dlfcn.h>
#include <glib-object.h>

/* The library that draws SVG is larger than all the rest of an export, and most papers have no
 * drawing: it is opened when the first one is met. */
#define LIBRARY "librsvg-2.so.2"

typedef struct
{
  double x, y, width, height;
} Rectangle;

typedef struct
{
  GObject *(*read) (const guint8 *data, gsize length, GError **error);
  gboolean (*paint) (GObject *drawing, cairo_t *cr, const Rectangle *place, GError **error);
} Library;

static gpointer
open_library (gpointer data)
{
  static Library library;
  void *handle = dlopen (LIBRARY, RTLD_NOW | RTLD_LOCAL);

  if (handle == NULL)
    return NULL;
  *(void **) &library.read = dlsym (handle, "rsvg_handle_new_from_data");
  *(void **) &library.paint = dlsym (handle, "rsvg_handle_render_document");
  return library.read != NULL && library.paint != NULL ? &library : NULL;
}

/**
 * cw_picture_svg_paint:
 * @bytes: a file
 * @cr: where to
 * @width: pt
 * @height: pt
 *
 * Draws a drawing, as lines and areas. Files it points to are not opened.
 *
 * Returns: %FALSE if it cannot be read, or this machine cannot read drawings
 */
gboolean
cw_picture_svg_paint (GBytes *bytes, cairo_t *cr, double width, double height)
{
  static GOnce once = G_ONCE_INIT;
  const Library *library = g_once (&once, open_library, NULL);
  Rectangle place = { 0, 0, width, height };
  g_autoptr (GObject) drawing = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (library == NULL)
    return FALSE;
  drawing = library->read (data, length, NULL);
  return drawing != NULL && library->paint (drawing, cr, &place, NULL);
}
