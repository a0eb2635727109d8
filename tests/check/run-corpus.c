/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sets the papers of the corpus, writes their PDFs and measures those: run-corpus FIRST LAST STEP [FOLDER].
 * With a folder the PDFs are kept there to be looked at.
 */

#include <stdlib.h>

#include "check/cw-verification.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-typesetter.h"

#include "corpus.h"

static void
keep (GBytes *pdf, const char *folder, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.pdf", folder, name);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                            &error))
    g_error ("%s", error->message);
}

static void
report (const char *name, const CwVerifyRow *row)
{
  g_print ("%s: %s %u×, p. %u: %s: %s instead of %s\n", name, row->id, row->n_faults,
           row->worst.page, row->worst.what != NULL ? row->worst.what : row->what,
           row->worst.found, row->worst.expected);
}

/* Every check that failed, and whether the format was recognised. */
static gboolean
measure (GBytes *pdf, const char *name, CwDocument *document)
{
  CwVerifyOptions options;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwVerification) verification = NULL;
  const CwForm *form = cw_document_get_form (document);

  cw_verify_options_init (&options);
  if (form->sealing == CW_SEALING_SEAL)
    options.seal_diameter = form->seal_diameter;
  verification = cw_verify_bytes (pdf, &options, NULL, &error);
  if (verification == NULL)
    {
      g_print ("%s: %s\n", name, error->message);
      return FALSE;
    }
  for (guint i = 0; i < cw_verification_get_n_rows (verification); i++)
    if (cw_verification_get_row (verification, i)->state == CW_VERIFY_FAILED)
      report (name, cw_verification_get_row (verification, i));
  if (cw_verification_get_format (verification) != form->format)
    {
      g_print ("%s: taken for %s instead of %s\n", name,
               cw_format_get_id (cw_verification_get_format (verification)),
               cw_format_get_id (form->format));
      return FALSE;
    }
  return cw_verification_is_right (verification);
}

static gboolean
run (CwTypesetter *typesetter, guint number, const char *folder)
{
  g_autoptr (CwDocument) document = corpus_make_paper (number);
  g_autofree char *name = corpus_get_name (number);
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = cw_pdf_write (pages, &error);

  if (pdf == NULL)
    g_print ("%s: %s\n", name, error->message);
  else if (folder != NULL)
    keep (pdf, folder, name);
  return pdf != NULL && measure (pdf, name, document);
}

int
main (int argc, char **argv)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  guint first, last, step, failed = 0, n = 0;

  if (argc < 4)
    return 2;
  first = (guint) atoi (argv[1]);
  last = MIN ((guint) atoi (argv[2]), CORPUS_SIZE - 1);
  step = (guint) MAX (atoi (argv[3]), 1);
  for (guint i = first; i <= last; i += step, n++)
    failed += !run (typesetter, i, argc > 4 ? argv[4] : NULL);
  g_print ("%u papers, %u failed\n", n, failed);
  return failed > 0;
}
