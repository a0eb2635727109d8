/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-proof.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <poppler.h>

#include "formats/pdf/cw-pdf.h"

struct _CwProof
{
  CwPage *page;
  PopplerDocument *document;
  PopplerPage *pdf_page;
};

/* poppler shares a FreeType library and colour management among all documents of a process: one
 * window's worker at a time. */
static GMutex poppler_lock;

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
write_empty_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 8, 8);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, 2, 2, 4, 4);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
draw_pdf_page (gpointer source, cairo_t *cr, GError **error)
{
  poppler_page_render (source, cr);
  return TRUE;
}

/* The first page drawn sets up poppler's process-wide state, which is not guarded: it is this one.
 */
static void
warm_up (void)
{
  g_autoptr (GBytes) bytes = write_empty_pdf ();
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page = document ? poppler_document_get_page (document, 0) : NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 8);
  cairo_t *cr = cairo_create (surface);

  if (page)
    draw_pdf_page (page, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_clear_object (&page);
  g_clear_object (&document);
}

static PopplerDocument *
open_pdf (GBytes *bytes, GError **error)
{
  static gboolean warm;

  if (!warm)
    warm_up ();
  warm = TRUE;
  return poppler_document_new_from_bytes (bytes, NULL, error);
}

/**
 * cw_proof_new:
 * @pages: a document as pages
 * @number: of the page, from 0
 * @faces: faces cut for earlier pages, to be used again
 * @error: return location for an error
 *
 * Writes the page as a PDF of its own and opens that.
 *
 * Returns: (transfer full) (nullable): the proof, or %NULL with @error set
 */
CwProof *
cw_proof_new (CwPages *pages, guint number, CwCutFaces *faces, GError **error)
{
  g_autoptr (GBytes) bytes = cw_pdf_write_page (pages, number, faces, error);
  g_autoptr (CwProof) self = NULL;

  if (!bytes)
    return NULL;
  self = g_new0 (CwProof, 1);
  self->page = cw_page_ref (cw_pages_get_page (pages, number));
  g_mutex_lock (&poppler_lock);
  self->document = open_pdf (bytes, error);
  if (self->document)
    self->pdf_page = poppler_document_get_page (self->document, 0);
  g_mutex_unlock (&poppler_lock);
  if (self->pdf_page)
    return g_steal_pointer (&self);
  if (error && !*error)
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("The final picture of a page could not be made. The document itself is safe."));
  return NULL;
}

/**
 * cw_proof_free:
 * @self: (transfer full): a proof
 *
 * Closes the PDF.
 */
void
cw_proof_free (CwProof *self)
{
  g_mutex_lock (&poppler_lock);
  g_clear_object (&self->pdf_page);
  g_clear_object (&self->document);
  g_mutex_unlock (&poppler_lock);
  cw_page_unref (self->page);
  g_free (self);
}

/**
 * cw_proof_get_page:
 * @self: a proof
 *
 * Returns: (transfer none): the page it was made of
 */
CwPage *
cw_proof_get_page (CwProof *self)
{
  return self->page;
}

/**
 * cw_proof_draw:
 * @self: a proof
 * @number: of the page, from 0
 * @density: device pixels to a point
 * @part: what part of the page, in device pixels
 * @guides: whether the guides are drawn over it
 * @error: return location for an error
 *
 * Has poppler draw the page.
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error set
 */
CwPagePicture *
cw_proof_draw (CwProof *self,
               guint number,
               double density,
               const cairo_rectangle_int_t *part,
               gboolean guides,
               GError **error)
{
  CwPagePicture *picture;

  g_mutex_lock (&poppler_lock);
  picture = cw_page_picture_new (CW_PICTURE_PROOF, number, self->page, density, part, guides,
                                 draw_pdf_page, self->pdf_page, error);
  g_mutex_unlock (&poppler_lock);
  return picture;
}
