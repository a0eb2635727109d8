/* SPDX-License-Identifier: GPL-3.0-or-later */

/* “chengwen check” as a person at a terminal, or a script, meets it. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static char *folder;

static char *
write_file (const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static int
run (char **out, char **err, const char *a, const char *b, const char *c)
{
  const char *argv[] = { g_getenv ("CHENGWEN_PROGRAM"), "check", a, b, c, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, out, err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  g_assert_null (strstr (*err, "CRITICAL"));
  return WEXITSTATUS (status);
}

static void
test_faulty (void)
{
  g_autofree char *path = write_file ("faulty.txt", "云陵县教育局工作总结\n截止目前，台帐已经建立。\n");
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (run (&out, &err, path, NULL, NULL), ==, 3);
  g_assert_nonnull (strstr (out, "(misspelling)"));
  g_assert_nonnull (strstr (out, "【台帐】"));
  g_assert_cmpstr (err, ==, "");
}

static void
test_right (void)
{
  g_autofree char *path = write_file ("right.txt", "云陵县教育局工作总结\n截至目前，台账已经建立。\n");
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (run (&out, &err, "--quiet", path, NULL), ==, 0);
  g_assert_cmpstr (out, ==, "");
}

static void
test_json (void)
{
  g_autofree char *path = write_file ("json.txt", "云陵县教育局工作总结\n台帐已经建立。\n");
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (run (&out, &err, "--json", path, NULL), ==, 3);
  g_assert_nonnull (strstr (out, "\"rule\": \"misspelling\""));
  g_assert_nonnull (strstr (out, "\"words\": \"台帐\""));
  g_assert_nonnull (strstr (out, "\"fix\": [{\"text\": \"台账\""));
  g_assert_true (g_str_has_suffix (out, "}\n"));
}

static void
test_off (void)
{
  g_autofree char *path = write_file ("off.txt", "云陵县教育局工作总结\n台帐已经建立。\n");
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (run (&out, &err, "--off=misspelling", path, NULL), ==, 0);
}

static void
test_terms (void)
{
  g_autofree char *terms = write_file ("terms", "村委会=村民委员会\n");
  g_autofree char *option = g_strconcat ("--terms=", terms, NULL);
  g_autofree char *path = write_file ("own.txt", "云陵县教育局工作总结\n请报村委会备案。\n");
  g_autofree char *out = NULL, *err = NULL;

  g_assert_cmpint (run (&out, &err, option, path, NULL), ==, 3);
  g_assert_nonnull (strstr (out, "(term)"));
}

static void
test_usage (void)
{
  g_autofree char *out = NULL, *err = NULL, *out2 = NULL, *err2 = NULL, *out3 = NULL, *err3 = NULL;

  g_assert_cmpint (run (&out, &err, NULL, NULL, NULL), ==, 2);
  g_assert_cmpint (run (&out2, &err2, "--off=nothing", "x", NULL), ==, 2);
  g_assert_nonnull (strstr (err2, "nothing"));
  g_assert_cmpint (run (&out3, &err3, "/nowhere/at/all.txt", NULL, NULL), ==, 1);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("chengwen-XXXXXX", NULL);
  g_test_add_func ("/cli/check-command/faulty", test_faulty);
  g_test_add_func ("/cli/check-command/right", test_right);
  g_test_add_func ("/cli/check-command/json", test_json);
  g_test_add_func ("/cli/check-command/off", test_off);
  g_test_add_func ("/cli/check-command/terms", test_terms);
  g_test_add_func ("/cli/check-command/usage", test_usage);
  status = g_test_run ();
  remove_folder ();
  g_free (folder);
  return status;
}
