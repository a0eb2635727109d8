/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sets the papers of the corpus and writes their PDFs: run-corpus FIRST LAST STEP [FOLDER]. With a folder
 * the PDFs are kept there to be looked at.
 */

#include <stdlib.h>

#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-typesetter.h"

#include "corpus.h"

static gboolean
run (CwTypesetter *typesetter, guint number, const char *folder)
{
  g_autoptr (CwDocument) document = corpus_make_paper (number);
  g_autofree char *name = corpus_get_name (number);
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = cw_pdf_write (pages, &error);
  g_autofree char *path = folder != NULL ? g_strdup_printf ("%s/%s.pdf", folder, name) : NULL;

  if (pdf == NULL)
    {
      g_print ("%s: %s\n", name, error->message);
      return FALSE;
    }
  if (path != NULL
      && !g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                               &error))
    g_error ("%s", error->message);
  return TRUE;
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
