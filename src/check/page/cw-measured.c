/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-measured.h"

#include "cw-measured-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MM_PER_PT (25.4 / 72.0)

/* Device pixels a millimetre for ink: a hundredth of a millimetre is enough for every check. */
#define INK_SCALE 40.0

/* No paper that goes through an office is longer; measuring one would take minutes and memory. */
#define MOST_PAGES 5000

/* The part of a page a picture must cover to be a scan of one. */
#define SCAN 0.5

G_DEFINE_QUARK (cw - measured - error - quark, cw_measured_error)

/**
 * cw_measured_free:
 * @self: a measured PDF
 *
 * Frees it.
 */
void
cw_measured_free (CwMeasured *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->document);
  g_free (self);
}

static void
explain (GError **error, const GError *cause)
{
  gboolean locked = g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);

  if (locked)
    g_set_error (
        error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_LOCKED,
        _ ("The PDF is protected by a password and cannot be measured. Save a copy without "
           "a password and check that one."));
  else
    g_set_error (
        error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_DAMAGED,
        _ ("The file is not a PDF, or it is damaged (%s). Nothing has been changed. Export "
           "the paper again and check the new file."),
        cause != NULL ? cause->message : _ ("it cannot be read"));
}

static gboolean
check_length (PopplerDocument *document, GError **error)
{
  int n_pages = poppler_document_get_n_pages (document);

  if (n_pages < 1)
    g_set_error (error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_EMPTY,
                 _ ("The PDF has no pages, so there is nothing to measure. Export the paper again "
                    "and check the new file."));
  else if (n_pages > MOST_PAGES)
    g_set_error (error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_TOO_LONG,
                 _ ("The PDF has %d pages; at most %d can be measured at a time. Split it into "
                    "papers and check them one by one."),
                 n_pages, MOST_PAGES);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_pages (CwMeasured *self, GCancellable *cancellable, GError **error)
{
  int n_pages = poppler_document_get_n_pages (self->document);

  for (int i = 0; i < n_pages; i++)
    {
      CwMeasuredPage *page;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      page = cw_measured_page_new (self->document, (guint) i + 1);
      if (page == NULL)
        {
          g_set_error (error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_DAMAGED,
                       _ ("Page %d of the PDF is damaged, so the paper cannot be measured. Nothing "
                          "has been changed. Export the paper again and check the new file."),
                       i + 1);
          return FALSE;
        }
      g_ptr_array_add (self->pages, page);
    }
  return TRUE;
}

static gboolean
is_scan (CwMeasuredPage *page)
{
  double area = page->width * page->height;

  for (guint i = 0; i < page->marks->pictures->len; i++)
    {
      const CwBox *box = &g_array_index (page->marks->pictures, CwBox, i);

      if ((box->right - box->left) * (box->bottom - box->top) > SCAN * area)
        return TRUE;
    }
  return FALSE;
}

static void
count_marks (CwMeasured *self, guint *n_printed, guint *n_glyphs, gboolean *scan)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      CwMeasuredPage *page = self->pages->pdata[i];

      for (guint j = 0; j < page->chars->len; j++)
        *n_printed += g_array_index (page->chars, CwMeasuredChar, j).printed;
      for (guint j = 0; j < page->marks->glyphs->len; j++)
        *n_glyphs += !cw_box_is_empty (&g_array_index (page->marks->glyphs, CwGlyphMark, j).ink);
      *scan = *scan || is_scan (page) || page->marks->pictures->len > 0;
    }
}

/* A scan may carry recognised text, which no ink belongs to; fonts may carry no codes of their
 * glyphs. */
static gboolean
check_printed (CwMeasured *self, GError **error)
{
  guint n_printed = 0, n_glyphs = 0;
  gboolean scan = FALSE;

  count_marks (self, &n_printed, &n_glyphs, &scan);
  if (n_glyphs > 3 * n_printed)
    g_set_error (error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_NO_TEXT,
                 _ ("The fonts of the PDF do not say which characters they draw, so it cannot be "
                    "measured. Export the paper again with its text searchable."));
  else if (n_printed > 0)
    return TRUE;
  else if (scan)
    g_set_error (
        error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_PICTURES,
        _ ("The PDF holds pictures only, as a scanner makes them, and no text, so it cannot "
           "be measured. Check the PDF the paper was printed from."));
  else
    g_set_error (error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_EMPTY,
                 _ ("There is no text on any page of the PDF, so there is nothing to measure."));
  return FALSE;
}

/**
 * cw_measured_new:
 * @pdf: the bytes of a PDF
 * @cancellable: (nullable): to stop it between two pages
 * @error: return location for an error, a sentence for the user
 *
 * Reads and measures a whole PDF.
 *
 * Returns: (transfer full) (nullable): what was measured, or %NULL with @error set
 */
CwMeasured *
cw_measured_new (GBytes *pdf, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &cause);
  g_autoptr (CwMeasured) self = g_new0 (CwMeasured, 1);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_measured_page_free);
  self->document = document;
  if (document == NULL)
    explain (error, cause);
  else if (check_length (document, error) && read_pages (self, cancellable, error)
           && check_printed (self, error))
    return g_steal_pointer (&self);
  return NULL;
}

/**
 * cw_measured_page:
 * @self: a measured PDF
 * @page: from 0
 *
 * Returns: (transfer none): the page
 */
CwMeasuredPage *
cw_measured_page (CwMeasured *self, guint page)
{
  return self->pages->pdata[page];
}

/**
 * cw_measured_line:
 * @page: a page
 * @line: from 0
 *
 * Returns: (transfer none): the line
 */
CwMeasuredLine *
cw_measured_line (CwMeasuredPage *page, guint line)
{
  return &g_array_index (page->lines, CwMeasuredLine, line);
}

/**
 * cw_measured_char:
 * @page: a page
 * @line: a line of it
 * @i: from 0
 *
 * Returns: (transfer none): the line's character
 */
CwMeasuredChar *
cw_measured_char (CwMeasuredPage *page, const CwMeasuredLine *line, guint i)
{
  return &g_array_index (page->chars, CwMeasuredChar, line->first + i);
}

/**
 * cw_measured_text:
 * @page: a page
 * @line: a line of it
 *
 * Returns: (transfer full): its characters, without blanks
 */
char *
cw_measured_text (CwMeasuredPage *page, const CwMeasuredLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->n_chars; i++)
    g_string_append_unichar (text, cw_measured_char (page, line, i)->ch);
  return g_string_free_and_steal (text);
}

static gboolean
find_dark (cairo_surface_t *surface, CwBox *ink)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  *ink = CW_BOX_EMPTY;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (pixels[y * stride + x * 4] < 128)
        {
          cw_box_add (ink, x, y);
          cw_box_add (ink, x + 1, y + 1);
        }
  return !cw_box_is_empty (ink);
}

/**
 * cw_measured_ink:
 * @page: a page
 * @left: of a rectangle of the sheet, mm
 * @top: mm
 * @right: mm
 * @bottom: mm
 * @ink: (out): where there is ink in it, mm
 *
 * Looks at the page as a picture of 40 points a millimetre: what the marks say, a second way.
 *
 * Returns: whether there is any ink
 */
gboolean
cw_measured_ink (CwMeasuredPage *page,
                 double left,
                 double top,
                 double right,
                 double bottom,
                 CwBox *ink)
{
  int width = (int) ceil ((right - left) * INK_SCALE),
      height = (int) ceil ((bottom - top) * INK_SCALE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean found;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, INK_SCALE * MM_PER_PT, INK_SCALE * MM_PER_PT);
  cairo_translate (cr, -left / MM_PER_PT, -top / MM_PER_PT);
  poppler_page_render_for_printing (page->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  found = find_dark (surface, ink);
  cairo_surface_destroy (surface);
  *ink = (CwBox) { left + ink->left / INK_SCALE, top + ink->top / INK_SCALE,
                   left + ink->right / INK_SCALE, top + ink->bottom / INK_SCALE };
  return found;
}
