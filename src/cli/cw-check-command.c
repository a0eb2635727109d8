/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-check-command.h"

#include "check/text/cw-text-check.h"
#include "cw-argument.h"
#include "cw-check-report.h"
#include "formats/files/cw-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the user asked for. */
typedef struct
{
  char **names;
  char **off;
  char *terms_name;
  gboolean json;
  gboolean quiet;
  gboolean as_typed;
  CwCheckOptions *options;
} Request;

static void
request_clear (Request *self)
{
  g_strfreev (self->names);
  g_strfreev (self->off);
  g_free (self->terms_name);
  g_clear_pointer (&self->options, cw_check_options_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* --- the command line --- */

static void
describe (GOptionContext *context)
{
  g_autofree char *rules = cw_check_report_rules ();
  g_autofree char *text = g_strconcat (
      _ ("FILE is a Chengwen document (*.chengwen) or a plain text. “-” stands for standard "
         "input.\n"
         "What its author has dismissed is left out.\n"
         "\n"
         "Rules (--off ID):\n"),
      rules,
      _ ("\n"
         "Exit status: 0 if nothing but hints was found, 1 if a file could not be read, 2 if the "
         "command was not understood, 3 if something was found."),
      NULL);

  g_option_context_set_description (context, text);
}

static char *
load_terms (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = cw_argument_load (name, error);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

static gboolean
check_request (Request *self)
{
  g_autofree char *terms = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; self->off != NULL && self->off[i] != NULL; i++)
    if (cw_text_rule_find (self->off[i]) == NULL)
      {
        cw_complain (_ ("There is no rule “%s”. See: chengwen check --help"), self->off[i]);
        return FALSE;
      }
  if (self->names == NULL || self->names[0] == NULL)
    {
      cw_complain (_ ("Name the file to check. See: chengwen check --help"));
      return FALSE;
    }
  if (self->terms_name != NULL)
    terms = load_terms (self->terms_name, &error);
  if (error != NULL)
    {
      cw_complain ("%s", error->message);
      return FALSE;
    }
  self->options = cw_check_options_new ((const char *const *) self->off, terms, NULL);
  return TRUE;
}

static gboolean
parse (Request *self, int argc, char **argv)
{
  g_autoptr (GOptionContext) context
      = g_option_context_new (_ ("FILE… — list what is wrong in the text"));
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &self->json, N_ ("Print JSON instead of text"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("Print nothing; the exit status says it"),
      NULL },
    { "off", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->off,
      N_ ("Leave a rule out; may be given several times"), N_ ("ID") },
    { "terms", 0, 0, G_OPTION_ARG_FILENAME, &self->terms_name,
      N_ ("The office’s own words: a line each, unwanted=wanted"), N_ ("FILE") },
    { "as-typed", 0, 0, G_OPTION_ARG_NONE, &self->as_typed,
      N_ ("Check a plain text with its own punctuation, before it is tidied up"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  argv[0] = (char *) "chengwen check"; /* what the usage line shall say */
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  describe (context);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      cw_complain (_ ("%s. See: chengwen check --help"), error->message);
      return FALSE;
    }
  return check_request (self);
}

/* --- the files --- */

static void
print (Request *self, CwFindings *findings, const char *shown)
{
  g_autofree char *text = NULL;

  if (self->quiet)
    return;
  text = self->json ? cw_check_report_json (findings, shown) : cw_check_report_text (findings, shown);
  g_print ("%s", text);
}

static CwExitStatus
check_file (Request *self, const char *name)
{
  g_autofree char *shown = strcmp (name, "-") == 0 ? g_strdup (_ ("Standard input"))
                                                   : g_filename_display_basename (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_argument_load (name, &error);
  g_autoptr (CwImport) import = NULL;
  g_autoptr (CwDocument) document
      = bytes != NULL ? cw_file_read_document (bytes, &import, &error) : NULL;
  g_autoptr (CwFindings) findings = NULL;

  if (document == NULL)
    {
      cw_complain ("%s: %s", shown, error->message);
      return CW_EXIT_FAILED;
    }
  findings = cw_text_check (self->as_typed && import != NULL ? import->as_typed : document,
                            self->options, NULL, NULL);
  print (self, findings, shown);
  return cw_findings_get_n (findings) > cw_findings_count (findings, CW_STRENGTH_HINT)
             ? CW_EXIT_FAULTY
             : CW_EXIT_DONE;
}

/**
 * cw_check_command_run:
 * @argc: number of arguments
 * @argv: the arguments, the first of them “check”
 *
 * Lists what is wrong in the texts of papers.
 *
 * Returns: the worst that happened: a file that cannot be read, something found that is more than a
 *   hint, neither
 */
CwExitStatus
cw_check_command_run (int argc, char **argv)
{
  g_auto (Request) request = { 0 };
  gboolean failed = FALSE, faulty = FALSE;

  if (!parse (&request, argc, argv))
    return CW_EXIT_USAGE;
  for (guint i = 0; request.names[i] != NULL; i++)
    {
      gboolean array = request.json && !request.quiet && request.names[1] != NULL;
      CwExitStatus status;

      /* Of several files, one JSON array; a file that failed has null. */
      if (array)
        g_print ("%s", i == 0 ? "[\n" : ",\n");
      status = check_file (&request, request.names[i]);
      if (array && status == CW_EXIT_FAILED)
        g_print ("null");
      if (array && request.names[i + 1] == NULL)
        g_print ("]\n");
      failed = failed || status == CW_EXIT_FAILED;
      faulty = faulty || status == CW_EXIT_FAULTY;
    }
  return failed ? CW_EXIT_FAILED : faulty ? CW_EXIT_FAULTY : CW_EXIT_DONE;
}
