/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/cw-verification.h"

#include "document/cw-document.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-typesetter.h"

#include <glib/gi18n-lib.h>

/* The report is a paper like any other, set by the same typesetter. */

/* Pictures of faults, mm on the report, and points a millimetre. */
#define PICTURE_WIDTH 110.0
#define PICTURE_HEIGHT 55.0
#define PICTURE_SCALE 9.0

/* A paper with more kinds of fault was made to another rule altogether. */
#define MOST_PICTURES 40

static CwText *
make_text (const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\r", ' ');

  return cw_text_new (line);
}

static void
add_paragraph (GPtrArray *blocks, const char *words)
{
  g_autoptr (CwText) text = make_text (words);

  g_ptr_array_add (blocks, cw_block_new_paragraph (text));
}

static void
add_heading (GPtrArray *blocks, const char *words)
{
  g_autoptr (CwText) text = make_text (words);

  g_ptr_array_add (blocks, cw_block_new_heading (1, text));
}

static void
add_summary (GPtrArray *blocks, CwVerification *self, const char *name)
{
  guint n_pages = cw_verification_get_n_pages (self);
  g_autofree char *words = g_strdup_printf (
      ngettext ("%s: %u page, %s. %u checks passed, %u failed, %u had nothing to check.",
                "%s: %u pages, %s. %u checks passed, %u failed, %u had nothing to check.", n_pages),
      name, n_pages, cw_format_get_name (cw_verification_get_format (self)),
      cw_verification_count (self, CW_VERIFY_PASSED),
      cw_verification_count (self, CW_VERIFY_FAILED),
      cw_verification_count (self, CW_VERIFY_ABSENT));

  add_paragraph (blocks, words);
}

/* --- pictures --- */

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
paint (CwVerification *self, const CwVerifyPlace *place)
{
  double width = PICTURE_WIDTH * PICTURE_SCALE, height = PICTURE_HEIGHT * PICTURE_SCALE;
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();

  cw_verification_paint_place (self, place, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
add_fault (GPtrArray *blocks, CwVerification *self, const CwVerifyRow *row)
{
  const CwVerifyPlace *place = &row->worst;
  g_autofree char *words
      = g_strdup_printf (_ ("%s (%s) %s: should be %s, is %s, on page %u."), row->id, row->clause,
                         row->what, place->expected, place->found, place->page);
  g_autoptr (GBytes) bytes = paint (self, place);
  g_autoptr (CwPicture) picture = cw_picture_new (CW_PICTURE_PNG, bytes, PICTURE_WIDTH);
  /* As its caption: a page never parts the two. */
  g_autoptr (CwText) caption = make_text (words);

  g_ptr_array_add (blocks, cw_block_new_picture (picture, caption));
}

static void
add_faults (GPtrArray *blocks, CwVerification *self)
{
  guint n = 0;

  if (cw_verification_is_right (self))
    return;
  add_heading (blocks, _ ("What is wrong"));
  for (guint i = 0; i < cw_verification_get_n_rows (self) && n < MOST_PICTURES; i++)
    if (cw_verification_get_row (self, i)->state == CW_VERIFY_FAILED)
      {
        add_fault (blocks, self, cw_verification_get_row (self, i));
        n++;
      }
}

/* --- the list --- */

#define COLUMNS 5

static const char *
get_mark (CwVerifyState state)
{
  return state == CW_VERIFY_PASSED   ? _ ("passed")
         : state == CW_VERIFY_FAILED ? _ ("FAILED")
                                     : _ ("not there");
}

static void
fill_row (CwCell *cells, const CwVerifyRow *row)
{
  const char *words[COLUMNS] = { row->id, row->clause, row->what, get_mark (row->state), "" };
  g_autofree char *found = NULL;

  if (row->state != CW_VERIFY_ABSENT)
    found = g_strdup_printf ("%s／%s", row->worst.expected, row->worst.found);
  if (found != NULL)
    words[4] = found;
  for (guint i = 0; i < COLUMNS; i++)
    cells[i] = (CwCell) { make_text (words[i]), 1, 1 };
}

static void
add_list (GPtrArray *blocks, CwVerification *self)
{
  static const CwColumn columns[COLUMNS] = { { CW_COLUMN_START, 12 },
                                             { CW_COLUMN_START, 24 },
                                             { CW_COLUMN_START, 52 },
                                             { CW_COLUMN_CENTRE, 18 },
                                             { CW_COLUMN_START, 50 } };
  const char *heads[COLUMNS]
      = { _ ("No."), _ ("Clause"), _ ("Check"), _ ("Result"), _ ("Should be／is") };
  guint n_rows = cw_verification_get_n_rows (self) + 1;
  g_autofree CwCell *cells = g_new0 (CwCell, (gsize) n_rows * COLUMNS);
  g_autoptr (CwTable) table = NULL;
  g_autoptr (CwText) caption = make_text ("");

  for (guint i = 0; i < COLUMNS; i++)
    cells[i] = (CwCell) { make_text (heads[i]), 1, 1 };
  for (guint i = 1; i < n_rows; i++)
    fill_row (&cells[(gsize) i * COLUMNS], cw_verification_get_row (self, i - 1));
  table = cw_table_new (n_rows, COLUMNS, 1, columns, cells);
  for (guint i = 0; i < n_rows * COLUMNS; i++)
    cw_text_unref (cells[i].text);
  add_heading (blocks, _ ("All checks"));
  g_ptr_array_add (blocks, cw_block_new_table (table, caption));
}

/**
 * cw_verification_to_pdf:
 * @self: a verification
 * @name: what the PDF is called
 * @error: return location for an error
 *
 * Makes a report to print: a picture of each fault, then the list of all checks. It is set as a
 * working paper.
 *
 * Returns: (transfer full) (nullable): a PDF, or %NULL with @error set
 */
GBytes *
cw_verification_to_pdf (CwVerification *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  g_autoptr (CwText) title = make_text (_ ("Report of the Page Check"));
  CwText *elements[CW_N_ELEMENTS] = { [CW_ELEMENT_TITLE] = title };
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = NULL;

  add_summary (blocks, self, name);
  add_faults (blocks, self);
  add_list (blocks, self);
  document = cw_document_new (elements, (CwBlock *const *) blocks->pdata, blocks->len);
  pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  return cw_pdf_write (pages, error);
}
