/* SPDX-License-Identifier: GPL-3.0-or-later */

/* “chengwen verify” as a person at a terminal, or a script, meets it. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static char *folder;
static char *text;
static char *pdf;

/* Runs the program with the arguments after its name up to %NULL; gives its exit status and what it
 * printed on both ends. */
static int
run (char **out, char **err, const char *argument, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  va_list more;
  int status;

  g_strv_builder_add (builder, g_getenv ("CHENGWEN_PROGRAM"));
  va_start (more, argument);
  for (const char *a = argument; a != NULL; a = va_arg (more, const char *))
    g_strv_builder_add (builder, a);
  va_end (more);
  argv = g_strv_builder_end (builder);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, out, err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  g_assert_false (strstr (*err, "CRITICAL") != NULL || strstr (*err, "WARNING") != NULL);
  return WEXITSTATUS (status);
}

static void
test_right (void)
{
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (run (&out, &err, "verify", pdf, NULL), ==, 0);
  g_assert_nonnull (strstr (out, "C60"));
  g_assert_nonnull (strstr (out, " 0 failed"));
  g_assert_cmpstr (err, ==, "");
}

/* A text is measured as its export would be. */
static void
test_text (void)
{
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (run (&out, &err, "verify", "--quiet", text, NULL), ==, 0);
  g_assert_cmpstr (out, ==, "");
}

static void
test_faulty (void)
{
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (run (&out, &err, "verify", "--set", "page-number=centre", pdf, NULL), ==, 3);
  g_assert_nonnull (strstr (out, "C42"));
  g_assert_nonnull (strstr (out, "FAILED"));
}

static void
test_json (void)
{
  g_autofree char *out = NULL, *err = NULL, *both = NULL, *complaint = NULL;

  g_assert_cmpint (run (&out, &err, "verify", "--json", pdf, NULL), ==, 0);
  g_assert_true (g_str_has_prefix (out, "{"));
  g_assert_nonnull (strstr (out, "\"id\": \"C41\""));
  g_assert_cmpint (run (&both, &complaint, "verify", "--json", pdf, pdf, NULL), ==, 0);
  g_assert_true (g_str_has_prefix (both, "["));
  g_assert_true (g_str_has_suffix (both, "]\n"));
}

static void
test_report (void)
{
  g_autofree char *out = NULL, *err = NULL, *bytes = NULL;
  g_autofree char *report = g_build_filename (folder, "report.pdf", NULL);

  g_assert_cmpint (
      run (&out, &err, "verify", "--set=mirrored=no", "--report", report, pdf, NULL), ==, 3);
  g_assert_true (g_file_get_contents (report, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_remove (report);
}

static void
test_unreadable (void)
{
  g_autofree char *torn = g_build_filename (folder, "torn.pdf", NULL), *out = NULL, *err = NULL;
  g_autofree char *none = NULL, *complaint = NULL;

  g_assert_true (g_file_set_contents (torn, "%PDF-1.7\nnothing", -1, NULL));
  g_assert_cmpint (run (&out, &err, "verify", torn, NULL), ==, 1);
  g_assert_nonnull (strstr (err, "damaged"));
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  g_assert_true (g_file_set_contents (torn, "", 0, NULL));
  g_assert_cmpint (run (&out, &err, "verify", torn, NULL), ==, 1);
  g_assert_nonnull (strstr (err, "torn.pdf"));
  g_assert_cmpint (run (&none, &complaint, "verify", "/nowhere/none.pdf", NULL), ==, 1);
  g_assert_nonnull (strstr (complaint, "none.pdf"));
  g_remove (torn);
}

static void
test_usage (void)
{
  static const char *const wrong[][3] = { { NULL },
                                          { "--seal=5", "x.pdf" },
                                          { "--seal=nan", "x.pdf" },
                                          { "--copies", "x.pdf" },
                                          { "--set=golden=yes", "x.pdf" },
                                          { "--golden", "x.pdf" } };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *out = NULL, *err = NULL;

      g_assert_cmpint (run (&out, &err, "verify", wrong[i][0], wrong[i][1], NULL), ==, 2);
      g_assert_nonnull (strstr (err, "chengwen: "));
      g_assert_cmpstr (out, ==, "");
    }
}

static void
set_up (void)
{
  g_autofree char *out = NULL, *err = NULL;

  folder = g_dir_make_tmp ("chengwen-verify-XXXXXX", NULL);
  text = g_build_filename (g_getenv ("CHENGWEN_SAMPLES"), "summary.txt", NULL);
  pdf = g_build_filename (folder, "总结.pdf", NULL);
  g_assert_cmpint (run (&out, &err, "export", text, "-o", pdf, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/cli/verify/right", test_right);
  g_test_add_func ("/cli/verify/text", test_text);
  g_test_add_func ("/cli/verify/faulty", test_faulty);
  g_test_add_func ("/cli/verify/json", test_json);
  g_test_add_func ("/cli/verify/report", test_report);
  g_test_add_func ("/cli/verify/unreadable", test_unreadable);
  g_test_add_func ("/cli/verify/usage", test_usage);
  status = g_test_run ();
  g_remove (pdf);
  g_rmdir (folder);
  g_free (folder);
  g_free (text);
  g_free (pdf);
  return status;
}
