/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-picture.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "typeset/pages/cw-painter.h"

struct _CwPagePicture
{
  gatomicrefcount refs;
  CwPictureKind kind;
  guint number;
  CwPage *page;
  double density;
  cairo_rectangle_int_t part;
  gboolean guides;
  GdkTexture *texture;
  gsize size;
};

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The picture of a page could not be drawn (%s). The document itself is safe; "
                  "a smaller zoom may help."),
               cairo_status_to_string (status));
  return FALSE;
}

/* The surface's memory becomes the texture's: nothing is copied. */
static GdkTexture *
take_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), stride * (gsize) height,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  GdkMemoryFormat format
      = G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8 : GDK_MEMORY_X8R8G8B8;

  return gdk_memory_texture_new (width, height, format, bytes, stride);
}

static cairo_surface_t *
draw_part (CwPage *page,
           double density,
           const cairo_rectangle_int_t *part,
           gboolean guides,
           CwPictureFunc draw,
           gpointer source,
           GError **error)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, part->width, part->height);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_translate (cr, -part->x, -part->y);
  cairo_scale (cr, density, density);
  drawn = draw (source, cr, error) && check_status (cairo_status (cr), error);
  if (drawn && guides)
    cw_painter_paint_page (page, cr, CW_PAINT_ONLY_GUIDES);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (drawn && check_status (cairo_surface_status (surface), error))
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

/**
 * cw_page_picture_new:
 * @kind: what made it
 * @number: of the page, from 0
 * @page: the page
 * @density: device pixels to a point
 * @part: what part of the page, in device pixels
 * @guides: whether the guides are drawn over it
 * @draw: (scope call): draws it
 * @source: for @draw
 * @error: return location for an error
 *
 * Makes a picture of black on white paper; no part of it is transparent.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error set
 */
CwPagePicture *
cw_page_picture_new (CwPictureKind kind,
                     guint number,
                     CwPage *page,
                     double density,
                     const cairo_rectangle_int_t *part,
                     gboolean guides,
                     CwPictureFunc draw,
                     gpointer source,
                     GError **error)
{
  cairo_surface_t *surface;
  CwPagePicture *self;

  g_return_val_if_fail (page != NULL && density > 0, NULL);
  g_return_val_if_fail (part->width > 0 && part->height > 0, NULL);
  surface = draw_part (page, density, part, guides, draw, source, error);
  if (!surface)
    return NULL;
  self = g_new0 (CwPagePicture, 1);
  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->number = number;
  self->page = cw_page_ref (page);
  self->density = density;
  self->part = *part;
  self->guides = guides;
  self->texture = take_texture (surface);
  self->size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) part->height;
  cairo_surface_destroy (surface);
  return self;
}

static gboolean
paint_page (gpointer source, cairo_t *cr, GError **error)
{
  cw_painter_paint_page (source, cr, CW_PAINT_PICTURE);
  return TRUE;
}

/**
 * cw_page_picture_new_painted:
 * @number: of the page, from 0
 * @page: the page
 * @density: device pixels to a point
 * @part: what part of the page, in device pixels
 * @guides: whether the guides are drawn over it
 * @error: return location for an error
 *
 * Has the painter make the picture.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error set
 */
CwPagePicture *
cw_page_picture_new_painted (guint number,
                             CwPage *page,
                             double density,
                             const cairo_rectangle_int_t *part,
                             gboolean guides,
                             GError **error)
{
  return cw_page_picture_new (CW_PICTURE_PAINTED, number, page, density, part, guides, paint_page,
                              page, error);
}

/**
 * cw_page_picture_ref:
 * @self: a picture
 *
 * Returns: (transfer full): @self with one more reference
 */
CwPagePicture *
cw_page_picture_ref (CwPagePicture *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * cw_page_picture_unref:
 * @self: (transfer full): a picture
 *
 * Gives up a reference.
 */
void
cw_page_picture_unref (CwPagePicture *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  cw_page_unref (self->page);
  g_object_unref (self->texture);
  g_free (self);
}

/**
 * cw_page_picture_get_kind:
 * @self: a picture
 *
 * Returns: what made it
 */
CwPictureKind
cw_page_picture_get_kind (CwPagePicture *self)
{
  return self->kind;
}

/**
 * cw_page_picture_get_number:
 * @self: a picture
 *
 * Returns: number of the page, from 0
 */
guint
cw_page_picture_get_number (CwPagePicture *self)
{
  return self->number;
}

/**
 * cw_page_picture_get_page:
 * @self: a picture
 *
 * Returns: (transfer none): the page it was made of
 */
CwPage *
cw_page_picture_get_page (CwPagePicture *self)
{
  return self->page;
}

/**
 * cw_page_picture_get_density:
 * @self: a picture
 *
 * Returns: device pixels to a point
 */
double
cw_page_picture_get_density (CwPagePicture *self)
{
  return self->density;
}

/**
 * cw_page_picture_get_part:
 * @self: a picture
 *
 * Returns: (transfer none): what part of the page it shows, in its own pixels
 */
const cairo_rectangle_int_t *
cw_page_picture_get_part (CwPagePicture *self)
{
  return &self->part;
}

/**
 * cw_page_picture_get_texture:
 * @self: a picture
 *
 * Returns: (transfer none): its pixels
 */
GdkTexture *
cw_page_picture_get_texture (CwPagePicture *self)
{
  return self->texture;
}

/**
 * cw_page_picture_get_size:
 * @self: a picture
 *
 * Returns: bytes of memory its pixels take
 */
gsize
cw_page_picture_get_size (CwPagePicture *self)
{
  return self->size;
}

static gboolean
contains (const cairo_rectangle_int_t *outer, const cairo_rectangle_int_t *inner)
{
  return outer->x <= inner->x && outer->y <= inner->y
         && outer->x + outer->width >= inner->x + inner->width
         && outer->y + outer->height >= inner->y + inner->height;
}

/**
 * cw_page_picture_shows:
 * @self: a picture
 * @page: a page
 * @density: device pixels to a point
 * @part: part of the page, in device pixels
 * @guides: whether the guides are to be seen
 *
 * Returns: whether a new picture of that part of that page would look the same
 */
gboolean
cw_page_picture_shows (CwPagePicture *self,
                       CwPage *page,
                       double density,
                       const cairo_rectangle_int_t *part,
                       gboolean guides)
{
  return !self->guides == !guides && fabs (self->density - density) < 1e-9 && contains (&self->part, part)
         && (self->page == page || cw_page_looks_equal (self->page, page));
}
