/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus-measure.h"

#include "check/cw-verification.h"
#include "formats/pdf/cw-pdf.h"

#include "corpus.h"

static void
add_fault (GString *faults, const char *name, const CwVerifyRow *row)
{
  g_string_append_printf (faults, "%s: %s %u×, p. %u: %s: %s instead of %s\n", name, row->id,
                          row->n_faults, row->worst.page,
                          row->worst.what != NULL ? row->worst.what : row->what, row->worst.found,
                          row->worst.expected);
}

/* A seal that is to be pressed on the paper must find its place. */
static void
set_options (CwVerifyOptions *options, const CwForm *form)
{
  cw_verify_options_init (options);
  if (form->sealing == CW_SEALING_SEAL)
    options->seal_diameter = form->seal_diameter;
}

static void
judge (GBytes *pdf, const char *name, const CwForm *form, GString *faults)
{
  CwVerifyOptions options;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwVerification) verification = NULL;

  set_options (&options, form);
  verification = cw_verify_bytes (pdf, &options, NULL, &error);
  if (verification == NULL)
    {
      g_string_append_printf (faults, "%s: %s\n", name, error->message);
      return;
    }
  for (guint i = 0; i < cw_verification_get_n_rows (verification); i++)
    if (cw_verification_get_row (verification, i)->state == CW_VERIFY_FAILED)
      add_fault (faults, name, cw_verification_get_row (verification, i));
  if (cw_verification_get_format (verification) != form->format)
    g_string_append_printf (faults, "%s: taken for %s\n", name,
                            cw_format_get_id (cw_verification_get_format (verification)));
}

/**
 * corpus_measure:
 * @typesetter: a typesetter
 * @number: of a paper of the corpus
 * @pdf: (out) (optional) (nullable): its PDF
 *
 * Sets a paper, writes its PDF and measures that, without a look at what set it.
 *
 * Returns: (transfer full): what is wrong with it, a line each; empty if nothing is
 */
char *
corpus_measure (CwTypesetter *typesetter, guint number, GBytes **pdf)
{
  g_autoptr (CwDocument) document = corpus_make_paper (number);
  g_autofree char *name = corpus_get_name (number);
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = cw_pdf_write (pages, &error);
  GString *faults = g_string_new (NULL);

  if (written != NULL)
    judge (written, name, cw_document_get_form (document), faults);
  else
    g_string_append_printf (faults, "%s: %s\n", name, error->message);
  if (pdf != NULL)
    *pdf = g_steal_pointer (&written);
  return g_string_free_and_steal (faults);
}
