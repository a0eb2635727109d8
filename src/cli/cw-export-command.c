/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-export-command.h"

#include "cw-argument.h"
#include "cw-export-report.h"
#include "formats/files/cw-file.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/cw-profile-table.h"
#include "typeset/pages/cw-typesetter.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* What the user asked for. A file that is %NULL is standard input or output. */
typedef struct
{
  char *in_name;
  char *out_name;
  GFile *in;
  GFile *out;
  char **choices;
  char *placeholders;
  gboolean draft;
  CwProfile profile;
  gboolean quiet;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->in_name);
  g_free (self->out_name);
  g_strfreev (self->choices);
  g_free (self->placeholders);
  g_clear_object (&self->in);
  g_clear_object (&self->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* --- the command line --- */

/* IN with another ending, beside it. Only endings that say what the text is are taken off: of
 * “plan 2.1” nobody expects “plan 2.pdf”. */
static char *
make_out_name (const char *in_name)
{
  static const char *const endings[] = { ".chengwen", ".txt", ".text", ".md" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize stem = strlen (in_name) - MIN (strlen (in_name), strlen (endings[i]));

      if (stem > 0 && in_name[stem - 1] != '/'
          && g_ascii_strcasecmp (in_name + stem, endings[i]) == 0)
        return g_strdup_printf ("%.*s.pdf", (int) stem, in_name);
    }
  return g_strconcat (in_name, ".pdf", NULL);
}

static gboolean
is_same_file (GFile *a, GFile *b)
{
  const char *attributes = G_FILE_ATTRIBUTE_ID_FILE;
  g_autoptr (GFileInfo) x = NULL;
  g_autoptr (GFileInfo) y = NULL;
  const char *id;

  if (g_file_equal (a, b))
    return TRUE;
  x = g_file_query_info (a, attributes, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  y = g_file_query_info (b, attributes, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (x == NULL || y == NULL)
    return FALSE;
  id = g_file_info_get_attribute_string (x, G_FILE_ATTRIBUTE_ID_FILE);
  return id != NULL
         && g_strcmp0 (id, g_file_info_get_attribute_string (y, G_FILE_ATTRIBUTE_ID_FILE)) == 0;
}

static gboolean
check_request (Request *self)
{
  if (self->in == NULL && self->out_name == NULL)
    cw_complain (_ ("Name a file for the pages of standard input: chengwen export - -o OUT.pdf"));
  else if (self->out == NULL && isatty (STDOUT_FILENO))
    cw_complain (_ ("A PDF cannot be shown in a terminal. Name a file with -o."));
  else if (self->in != NULL && self->out != NULL && is_same_file (self->in, self->out))
    cw_complain (
        _ ("The PDF would overwrite “%s”, the file it is made from. Name another file with -o."),
        self->in_name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
complete_request (Request *self, char **names)
{
  guint n_names = names != NULL ? g_strv_length (names) : 0;

  if (n_names != 1 || *names[0] == '\0' || (self->out_name != NULL && *self->out_name == '\0'))
    {
      cw_complain (n_names > 1
                       ? _ ("Only one file can be exported at a time. See: chengwen export --help")
                       : _ ("Name the file to export. See: chengwen export --help"));
      return FALSE;
    }
  self->in_name = g_strdup (names[0]);
  self->in = cw_argument_get_file (self->in_name);
  if (self->in != NULL && self->out_name == NULL)
    self->out_name = make_out_name (self->in_name);
  self->out = self->out_name != NULL ? cw_argument_get_file (self->out_name) : NULL;
  return check_request (self);
}

static void
describe (GOptionContext *context)
{
  g_autofree char *choices = cw_profile_describe ();
  g_autofree char *text = g_strconcat (
      _ ("FILE is a Chengwen document (*.chengwen) or a plain text (UTF-8, GB18030 or UTF-16).\n"
         "“-” stands for standard input, “-o -” for standard output.\n"
         "\n"
         "What the standard leaves open, with the recommended choice first (--set ID=VALUE):\n"),
      choices,
      _ ("\n"
         "Exit status: 0 if the PDF was written, 1 if it was not, 2 if the command was not "
         "understood."),
      NULL);

  g_option_context_set_description (context, text);
}

/* The options that are choices with a name of their own. */
static gboolean
set_look (Request *self, GError **error)
{
  if (self->draft)
    self->profile.draft = TRUE;
  return self->placeholders == NULL
         || cw_profile_parse (&self->profile, cw_profile_find_choice ("placeholders"),
                              self->placeholders, error);
}

static gboolean
parse (Request *self, int argc, char **argv)
{
  g_auto (GStrv) names = NULL;
  g_autoptr (GOptionContext) context
      = g_option_context_new (_ ("FILE — write the printed pages to a PDF"));
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->out_name,
      N_ ("Where to write; by default beside FILE, with the ending .pdf"), N_ ("OUT.pdf") },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &self->choices,
      N_ ("Make a choice the standard leaves open; may be given several times"), N_ ("ID=VALUE") },
    { "placeholders", 'p', 0, G_OPTION_ARG_STRING, &self->placeholders,
      N_ ("How placeholders print: as they are, on a coloured ground, or ruled to be filled in by "
          "hand"),
      N_ ("as-is|highlighted|ruled") },
    { "draft", 'd', 0, G_OPTION_ARG_NONE, &self->draft, N_ ("Stamp 草稿 above the first page"),
      NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("Print nothing unless it fails"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  argv[0] = (char *) "chengwen export"; /* what the usage line shall say */
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  describe (context);
  self->profile = cw_profile_default;
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || !cw_argument_set_choices (self->choices, &self->profile, &error)
      || !set_look (self, &error))
    {
      cw_complain (_ ("%s. See: chengwen export --help"), error->message);
      return FALSE;
    }
  return complete_request (self, names);
}

/* --- the work --- */

static gboolean
save (Request *self, GBytes *pdf, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;

  if (self->out != NULL)
    return cw_file_save (self->out, pdf, NULL, NULL, NULL, error);
  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  if (g_output_stream_write_all (stream, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL,
                                 NULL, error))
    return TRUE;
  g_prefix_error (error, "%s ", _ ("Standard output could not be written:"));
  return FALSE;
}

static void
report (Request *self, CwPages *pages, CwImport *import)
{
  g_autofree char *shown = g_filename_display_name (self->out_name);
  g_autofree char *lines = NULL;

  if (self->quiet)
    return;
  lines = cw_export_report (pages, import, self->out != NULL ? shown : _ ("Standard output"));
  if (self->out != NULL)
    g_print ("%s", lines);
  else
    g_printerr ("%s", lines);
}

static gboolean export (Request *self, GError **error)
{
  g_autoptr (GBytes) bytes = cw_argument_load (self->in_name, error);
  g_autoptr (CwImport) import = NULL;
  g_autoptr (CwDocument) document
      = bytes != NULL ? cw_file_read_document (bytes, &import, error) : NULL;
  g_autoptr (CwTypesetter) typesetter = NULL;
  g_autoptr (CwPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (document == NULL)
    return FALSE;
  typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  pages = cw_typesetter_set (typesetter, document, &self->profile);
  pdf = cw_pdf_write (pages, error);
  if (pdf == NULL || !save (self, pdf, error))
    return FALSE;
  report (self, pages, import);
  return TRUE;
}

/**
 * cw_export_command_run:
 * @argc: number of arguments
 * @argv: the arguments, the first of them “export”
 *
 * Makes a PDF of a text or project and tells about it.
 *
 * Returns: how it went
 */
CwExitStatus
cw_export_command_run (int argc, char **argv)
{
  g_auto (Request) request = { 0 };
  g_autoptr (GError) error = NULL;

  if (!parse (&request, argc, argv))
    return CW_EXIT_USAGE;
  if (export (&request, &error))
    return CW_EXIT_DONE;
  cw_complain ("%s", error->message);
  return CW_EXIT_FAILED;
}
