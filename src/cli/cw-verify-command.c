/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-verify-command.h"

#include "check/cw-verification.h"
#include "cw-argument.h"
#include "formats/files/cw-file.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/cw-profile-table.h"
#include "typeset/pages/cw-typesetter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the user asked for. */
typedef struct
{
  char **names;
  char **choices;
  char *report;
  double seal;
  gboolean json;
  gboolean quiet;
  gboolean copies;
  CwVerifyOptions options;
} Request;

static void
request_clear (Request *self)
{
  g_strfreev (self->names);
  g_strfreev (self->choices);
  g_free (self->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* --- the command line --- */

static gboolean
check_request (Request *self)
{
  guint n = self->names != NULL ? g_strv_length (self->names) : 0;

  if (n == 0)
    cw_complain (_ ("Name the PDF to check. See: chengwen verify --help"));
  else if (self->copies && n < 2)
    cw_complain (_ ("Name all copies of the paper; one alone cannot be compared."));
  else if (self->report != NULL && n > 1 && !self->copies)
    cw_complain (_ ("A report is of one paper. Name one file with --report."));
  else if (self->seal != 0 && !(self->seal >= 20 && self->seal <= 80))
    cw_complain (_ ("A seal is 20 to 80 mm across. See: chengwen verify --help"));
  else
    return TRUE;
  return FALSE;
}

static void
describe (GOptionContext *context)
{
  g_autofree char *choices = cw_profile_describe ();
  g_autofree char *text = g_strconcat (
      _ ("The finished PDF is read back and measured against GB/T 9704—2012, whatever program made "
         "it.\n"
         "Of a Chengwen document or a text, the PDF that export would write is measured.\n"
         "\n"
         "What the standard leaves open, with the recommended choice first (--set ID=VALUE):\n"),
      choices,
      _ ("\n"
         "Exit status: 0 if no check failed, 1 if a file could not be read or measured, 2 if the "
         "command "
         "was not understood, 3 if a check failed."),
      NULL);

  g_option_context_set_description (context, text);
}

static gboolean
parse (Request *self, int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("FILE… — measure finished pages"));
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print the checks as JSON"), NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &self->report,
      N_ ("Write a page to print, with pictures of the faults"), N_ ("OUT.pdf") },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &self->choices,
      N_ ("A choice the paper was set by; may be given several times"), N_ ("ID=VALUE") },
    { "seal", 0, 0, G_OPTION_ARG_DOUBLE, &self->seal, N_ ("Diameter of the seal"), N_ ("MM") },
    { "copies", 0, 0, G_OPTION_ARG_NONE, &self->copies,
      N_ ("The files are the numbered copies of one paper"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("Print only checks that failed"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  argv[0] = (char *) "chengwen verify"; /* what the usage line shall say */
  cw_verify_options_init (&self->options);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  describe (context);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || !cw_argument_set_choices (self->choices, &self->options.profile, &error))
    {
      cw_complain (_ ("%s. See: chengwen verify --help"), error->message);
      return FALSE;
    }
  self->options.seal_diameter = self->seal;
  return check_request (self);
}

/* --- the files --- */

/* A PDF may have other bytes before its first line, but not many. */
static gboolean
is_pdf (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL && g_strstr_len (data, (gssize) MIN (length, 1024), "%PDF-") != NULL;
}

/* The PDF of a document, and what it says of itself: the seal its places are left for. */
static GBytes *export (GBytes *bytes, CwVerifyOptions *options, GError **error)
{
  g_autoptr (CwImport) import = NULL;
  g_autoptr (CwDocument) document = cw_file_read_document (bytes, &import, error);
  g_autoptr (CwTypesetter) typesetter = NULL;
  g_autoptr (CwPages) pages = NULL;

  if (document == NULL)
    return NULL;
  if (options->seal_diameter <= 0 && cw_document_get_form (document)->sealing == CW_SEALING_SEAL)
    options->seal_diameter = cw_document_get_form (document)->seal_diameter;
  typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  pages = cw_typesetter_set (typesetter, document, &options->profile);
  return cw_pdf_write (pages, error);
}

/* What is called a PDF is never taken for a text: one that came to nothing would be found right. */
static gboolean
is_called_pdf (const char *name)
{
  gsize length = strlen (name);

  return length > 4 && g_ascii_strcasecmp (name + length - 4, ".pdf") == 0;
}

static GBytes *
get_pdf (const char *name, CwVerifyOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = cw_argument_load (name, error);

  if (bytes == NULL)
    return NULL;
  return is_called_pdf (name) || is_pdf (bytes) ? g_steal_pointer (&bytes) : export (bytes, options, error);
}

/* --- the answer --- */

static char *
get_shown_name (const char *name)
{
  return strcmp (name, "-") == 0 ? g_strdup (_ ("Standard input"))
                                 : g_filename_display_basename (name);
}

static void
print (Request *self, CwVerification *verification, const char *shown)
{
  g_autofree char *text = self->json    ? cw_verification_to_json (verification, shown)
                          : self->quiet ? cw_verification_to_faults (verification, shown)
                                        : cw_verification_to_text (verification, shown);

  g_print ("%s", text);
}

static gboolean
write_report (Request *self, CwVerification *verification, const char *shown, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->report);
  g_autoptr (GBytes) pdf = cw_verification_to_pdf (verification, shown, error);

  return pdf != NULL && cw_file_save (file, pdf, NULL, NULL, NULL, error);
}

/* Says what was measured, or why nothing was. */
static CwExitStatus
tell (Request *self, CwVerification *verification, const char *shown, const GError *failed)
{
  g_autoptr (GError) error = NULL;

  if (verification == NULL)
    cw_complain ("%s: %s", shown, failed->message);
  else if (self->report != NULL && !write_report (self, verification, shown, &error))
    cw_complain ("%s: %s", shown, error->message);
  else
    {
      print (self, verification, shown);
      return cw_verification_is_right (verification) ? CW_EXIT_DONE : CW_EXIT_FAULTY;
    }
  return CW_EXIT_FAILED;
}

static CwExitStatus
verify_file (Request *self, const char *name)
{
  g_autofree char *shown = get_shown_name (name);
  g_autoptr (GError) error = NULL;
  CwVerifyOptions options = self->options;
  g_autoptr (GBytes) pdf = get_pdf (name, &options, &error);
  g_autoptr (CwVerification) verification
      = pdf != NULL ? cw_verify_bytes (pdf, &options, NULL, &error) : NULL;

  return tell (self, verification, shown, error);
}

static CwExitStatus
verify_copies (Request *self)
{
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *shown = get_shown_name (self->names[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwVerification) verification = NULL;

  for (guint i = 0; self->names[i] != NULL; i++)
    {
      g_autofree char *name = get_shown_name (self->names[i]);
      GBytes *pdf = get_pdf (self->names[i], &self->options, &error);

      if (pdf == NULL)
        {
          cw_complain ("%s: %s", name, error->message);
          return CW_EXIT_FAILED;
        }
      g_ptr_array_add (pdfs, pdf);
    }
  verification = cw_verify_copies (pdfs, &self->options, NULL, &error);
  return tell (self, verification, shown, error);
}

/**
 * cw_verify_command_run:
 * @argc: number of arguments
 * @argv: the arguments, the first of them “verify”
 *
 * Measures finished PDFs and says which checks they pass.
 *
 * Returns: the worst that happened: a file that cannot be measured, a check that failed, neither
 */
CwExitStatus
cw_verify_command_run (int argc, char **argv)
{
  g_auto (Request) request = { 0 };
  gboolean failed = FALSE, faulty = FALSE;

  if (!parse (&request, argc, argv))
    return CW_EXIT_USAGE;
  if (request.copies)
    return verify_copies (&request);
  for (guint i = 0; request.names[i] != NULL; i++)
    {
      CwExitStatus status;

      /* Of several files, one JSON array; a file that failed has null. */
      if (request.json && request.names[1] != NULL)
        g_print ("%s", i == 0 ? "[\n" : ",\n");
      status = verify_file (&request, request.names[i]);
      if (request.json && status == CW_EXIT_FAILED && request.names[1] != NULL)
        g_print ("null");

      failed = failed || status == CW_EXIT_FAILED;
      faulty = faulty || status == CW_EXIT_FAULTY;
    }
  if (request.json && request.names[1] != NULL)
    g_print ("]\n");
  return failed ? CW_EXIT_FAILED : faulty ? CW_EXIT_FAULTY : CW_EXIT_DONE;
}
