/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sets the papers of the corpus, writes their PDFs and measures those: run-corpus FIRST LAST STEP [FOLDER].
 * With a folder the PDFs are kept there to be looked at.
 */

#include <locale.h>
#include <stdlib.h>

#include "corpus-measure.h"
#include "corpus.h"

static void
keep (GBytes *pdf, const char *folder, guint number)
{
  g_autofree char *name = corpus_get_name (number);
  g_autofree char *path = g_strdup_printf ("%s/%s.pdf", folder, name);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                            &error))
    g_error ("%s", error->message);
}

static gboolean
run (CwTypesetter *typesetter, guint number, const char *folder)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *faults = corpus_measure (typesetter, number, &pdf);

  g_print ("%s", faults);
  if (pdf != NULL && folder != NULL)
    keep (pdf, folder, number);
  return *faults == '\0';
}

int
main (int argc, char **argv)
{
  g_autoptr (CwTypesetter) typesetter = NULL;
  guint first, last, step, failed = 0, n = 0;

  setlocale (LC_ALL, "");
  if (argc < 4)
    return 2;
  typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  first = (guint) atoi (argv[1]);
  last = MIN ((guint) atoi (argv[2]), CORPUS_SIZE - 1);
  step = (guint) MAX (atoi (argv[3]), 1);
  for (guint i = first; i <= last; i += step, n++)
    failed += !run (typesetter, i, argc > 4 ? argv[4] : NULL);
  g_print ("corpus: %u papers set and measured, %u failed\n", n, failed);
  return failed > 0;
}
