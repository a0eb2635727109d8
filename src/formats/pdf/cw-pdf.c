/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pdf.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "document/cw-flow.h"
#include "document/elements/cw-printed-text.h"
#include "typeset/pages/cw-painter.h"
#include "typeset/cw-standard.h"

#include "cw-config.h"
#include "cw-pdf-private.h"

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The PDF could not be made (%s). The document is unchanged. Save it, start the "
                  "program again and export once more."),
               cairo_status_to_string (status));
  return FALSE;
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (surface, key, value);
}

/* The same document gives the same bytes: no clock goes into the file, and an empty date is none at
 * all, unless the builder of a reproducible archive gives one. */
static char *
get_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) date
      = epoch != NULL ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10)) : NULL;

  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static char *
get_element_line (CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (cw_text_get_string (text), "\n", -1) : NULL;

  return lines != NULL ? g_strjoinv ("", lines) : NULL;
}

/* An order has no title (R129): it is known by its mark and number. */
static char *
make_title (CwDocument *document)
{
  g_autofree char *title = get_element_line (document, CW_ELEMENT_TITLE);
  g_autofree char *issuers = get_element_line (document, CW_ELEMENT_ISSUERS);
  g_autofree char *word = get_element_line (document, CW_ELEMENT_MARK_WORD);
  g_autofree char *number = cw_document_get_number_text (document);
  gboolean has_title = title != NULL && *title != '\0'
                       && cw_element_get_need (CW_ELEMENT_TITLE, cw_document_get_form (document))
                              != CW_NEED_NONE;

  if (has_title || issuers == NULL || number == NULL)
    return g_steal_pointer (&title);
  return g_strconcat (issuers, word != NULL ? word : "", "（", number, "）", NULL);
}

static char *
make_author (CwDocument *document)
{
  g_autofree char *signatory = get_element_line (document, CW_ELEMENT_SIGNATORY);

  if (signatory != NULL && *signatory != '\0')
    return g_steal_pointer (&signatory);
  return get_element_line (document, CW_ELEMENT_ISSUERS);
}

static void
write_metadata (CwPages *pages, cairo_surface_t *surface)
{
  CwDocument *document = cw_pages_get_document (pages);
  g_autofree char *title = make_title (document);
  g_autofree char *subject = get_element_line (document, CW_ELEMENT_SUBTITLE);
  g_autofree char *author = make_author (document);
  g_autofree char *date = get_date ();

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                subject != NULL && *subject != '\0' ? subject : title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Chengwen " CW_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static cairo_surface_t *
create_surface (GByteArray *bytes)
{
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (collect, bytes, CW_STD_PAGE_WIDTH, CW_STD_PAGE_HEIGHT);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  return surface;
}

/* Returns what the figures show, in their order. */
static GPtrArray *
write_pages (CwPages *pages, cairo_surface_t *surface, cairo_t *cr)
{
  g_autoptr (CwCutFaces) faces = cw_cut_faces_new ();
  GPtrArray *figures = NULL;

  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    cw_cut_faces_add_page (faces, cw_pages_get_page (pages, i));
  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    {
      CwPage *page = cw_pages_get_page (pages, i);
      g_autofree char *label = g_strdup_printf ("%u", cw_page_get_number (page));

      cairo_pdf_surface_set_page_label (surface, label);
      cw_painter_paint_page_in (page, cr, CW_PAINT_TEXT | CW_PAINT_STRUCTURE, faces);
      if (i + 1 == cw_pages_get_n_pages (pages))
        figures = cw_pdf_write_structure (pages, cr);
      cairo_show_page (cr);
    }
  return figures;
}

static GBytes *
close_surface (cairo_surface_t *surface, cairo_t *cr, GByteArray *bytes, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    {
      g_byte_array_unref (bytes);
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * cw_pdf_write:
 * @pages: the pages
 * @error: return location for an error
 *
 * Writes the pages as the PDF that goes to the printer: A4 exact, fonts embedded as subsets, text
 * that can be copied, tagged structure, outline of the headings, page labels, metadata, and the
 * wish that viewers print it at its true size. The same pages give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with @error set
 */
GBytes *
cw_pdf_write (CwPages *pages, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_surface (bytes);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GBytes) pdf = NULL;

  write_metadata (pages, surface);
  figures = write_pages (pages, surface, cr);
  cw_pdf_write_outline (pages, surface);
  pdf = close_surface (surface, cr, bytes, error);
  return pdf != NULL ? cw_pdf_finish (pdf, figures, error) : NULL;
}

/**
 * cw_pdf_write_page:
 * @pages: the pages
 * @page: from 0
 * @faces: faces cut for earlier pages, to be used again
 * @error: return location for an error
 *
 * Writes one page as a PDF of its own, as quickly as can be: drawn by the same painter with the
 * same fonts, without structure and outline.
 *
 * Returns: (transfer full) (nullable): the file's bytes, or %NULL with @error set
 */
GBytes *
cw_pdf_write_page (CwPages *pages, guint page, CwCutFaces *faces, GError **error)
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (page < cw_pages_get_n_pages (pages), NULL);

  bytes = g_byte_array_new ();
  surface = create_surface (bytes);
  cr = cairo_create (surface);
  cw_cut_faces_add_page (faces, cw_pages_get_page (pages, page));
  cw_painter_paint_page_in (cw_pages_get_page (pages, page), cr, CW_PAINT_TEXT, faces);
  cairo_show_page (cr);
  return close_surface (surface, cr, bytes, error);
}
