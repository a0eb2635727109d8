/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "check/cw-verification.h"
#include "formats/pdf/cw-pdf.h"
#include "formats/project/cw-project.h"
#include "typeset/pages/cw-typesetter.h"

/* Every template and every sample, as it is shipped, and papers where the rules of two parts meet,
 * measured on the finished PDF: nothing wrong. */

static CwDocument *
read_document (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  CwDocument *document;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  document = cw_project_read_xml (bytes, &error);
  g_assert_no_error (error);
  return document;
}

static void
measure (CwTypesetter *typesetter, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (CwDocument) document = read_document (path);
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = cw_pdf_write (pages, &error);
  g_autoptr (CwVerification) verification = NULL;
  g_autofree char *faults = NULL;
  CwVerifyOptions options;

  g_assert_no_error (error);
  cw_verify_options_init (&options);
  verification = cw_verify_bytes (pdf, &options, NULL, &error);
  g_assert_no_error (error);
  faults = cw_verification_to_faults (verification, name);
  if (!cw_verification_is_right (verification))
    g_test_fail_printf ("%s", faults);
  if (cw_document_get_form (document)->format != CW_FORMAT_WORKING_PAPER)
    g_assert_cmpint (cw_verification_get_format (verification), ==,
                     cw_document_get_form (document)->format);
}

static void
test_folder (gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, data, NULL);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        measure (typesetter, folder, name);
        n++;
      }
  g_assert_cmpuint (n, >=, 7);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/check/booklet/templates", "../data/templates", test_folder);
  g_test_add_data_func ("/check/booklet/samples", "../data/samples", test_folder);
  g_test_add_data_func ("/check/booklet/meetings", "check/data/meetings", test_folder);
  return g_test_run ();
}
