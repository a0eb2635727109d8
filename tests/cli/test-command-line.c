/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program as a person at a terminal, or a script, meets it. */

#include "formats/files/cw-file.h"
#include "formats/project/cw-project.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define TEXT                                                                                       \
  "县教育局第一季度工作总结\n\n一、主要工作\n（一）规范办学。全县检查学校XX所,发现问题3个。\n二、下一步打算\n继续推进。\n"

typedef struct
{
  char *folder;
  char *in;
  char *out;
} Fixture;

static char *
in_folder (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("chengwen-cli-XXXXXX", NULL);
  f->in = in_folder (f, "总结 1.txt");
  f->out = in_folder (f, "总结 1.pdf");
  g_assert_true (g_file_set_contents (f->in, TEXT, -1, NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = in_folder (f, name);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->in);
  g_free (f->out);
}

/* --- running the program ------------------------------------------------------------------------ */

typedef struct
{
  int status;
  GBytes *out;
  GBytes *err;
} Result;

static void
result_clear (Result *self)
{
  g_clear_pointer (&self->out, g_bytes_unref);
  g_clear_pointer (&self->err, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static gboolean
contains (GBytes *bytes, const char *string)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 && g_strstr_len (data, length, string) != NULL;
}

static GSubprocessLauncher *
make_launcher (void)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  return launcher;
}

/* Runs the program with @arguments after its name; it never dies of a signal, never chatters. */
static Result
run_with (GSubprocessLauncher *launcher, const char *input, const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) stdin_bytes = g_bytes_new (input, input != NULL ? strlen (input) : 0);
  g_autofree char *shown = g_strjoinv (" ", (char **) arguments);
  Result result = { 0 };

  g_strv_builder_add (builder, g_getenv ("CHENGWEN_PROGRAM"));
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, stdin_bytes, NULL, &result.out, &result.err, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE)) /* did not read its input */
    g_assert_no_error (error);
  if (result.err == NULL)
    result.err = g_bytes_new (NULL, 0);
  g_test_message ("chengwen %s: %.*s", shown, (int) g_bytes_get_size (result.err),
                  (const char *) g_bytes_get_data (result.err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  g_assert_false (contains (result.err, "CRITICAL") || contains (result.err, "WARNING")
                  || contains (result.err, "ERROR:"));
  return result;
}

static Result
run (const char *input, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = make_launcher ();

  return run_with (launcher, input, arguments);
}

#define ARGUMENTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Ends with @status; what it prints on standard error says @message, or nothing if that is %NULL. */
static void
assert_run (int status, const char *message, const char *const *arguments)
{
  g_auto (Result) result = run (NULL, arguments);

  g_assert_cmpint (result.status, ==, status);
  if (message == NULL)
    g_assert_cmpuint (g_bytes_get_size (result.err), ==, 0);
  else
    g_assert_true (contains (result.err, message));
  if (status == 0)
    return;
  g_assert_true (contains (result.err, "chengwen: "));
  g_assert_cmpuint (g_bytes_get_size (result.out), ==, 0);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static gboolean
is_pdf (const char *path)
{
  g_autoptr (GBytes) bytes = read_file (path);

  return g_bytes_get_size (bytes) > 1000 && memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5) == 0;
}

/* --- help and usage ------------------------------------------------------------------------------ */

static void
test_version (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = run (NULL, ARGUMENTS ("--version"));

  g_assert_cmpint (result.status, ==, 0);
  g_assert_true (contains (result.out, "Chengwen 0."));
  g_assert_cmpuint (g_bytes_get_size (result.err), ==, 0);
}

static void
test_help (Fixture *f, gconstpointer data)
{
  g_auto (Result) help = run (NULL, ARGUMENTS ("--help"));
  g_auto (Result) export_help = run (NULL, ARGUMENTS ("export", "--help"));

  g_assert_cmpint (help.status, ==, 0);
  g_assert_true (contains (help.out, "chengwen export"));
  g_assert_cmpint (export_help.status, ==, 0);
  g_assert_true (contains (export_help.out, "chengwen export"));
  g_assert_true (contains (export_help.out, "--output"));
  g_assert_true (contains (export_help.out, "--quiet"));
  g_assert_cmpuint (g_bytes_get_size (help.err) + g_bytes_get_size (export_help.err), ==, 0);
}

static void
test_usage (Fixture *f, gconstpointer data)
{
  assert_run (2, "--nonsense", ARGUMENTS ("--nonsense"));
  assert_run (2, "standard input", ARGUMENTS ("-"));
  assert_run (2, "Name the file", ARGUMENTS ("export"));
  assert_run (2, "Name the file", ARGUMENTS ("export", ""));
  assert_run (2, "Name the file", ARGUMENTS ("export", "-q"));
  assert_run (2, "one file", ARGUMENTS ("export", f->in, f->in));
  assert_run (2, "--nonsense", ARGUMENTS ("export", "--nonsense", f->in));
  assert_run (2, "-o", ARGUMENTS ("export", f->in, "-o"));
  assert_run (2, "Name a file", ARGUMENTS ("export", "-"));
  g_assert_false (g_file_test (f->out, G_FILE_TEST_EXISTS));
}

/* --- exporting ------------------------------------------------------------------------------- */

static void
test_export (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = run (NULL, ARGUMENTS ("export", f->in));

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (result.err), ==, 0);
  g_assert_true (is_pdf (f->out));
  g_assert_true (contains (result.out, "总结 1.pdf: 1 page, "));
  g_assert_true (contains (result.out, "1 placeholder left to fill in\n"));
  g_assert_true (contains (result.out, "Commas made full-width: 1\n"));
}

static void
test_quiet (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = run (NULL, ARGUMENTS ("export", "--quiet", f->in));

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (result.out) + g_bytes_get_size (result.err), ==, 0);
  g_assert_true (is_pdf (f->out));
}

static void
test_same_bytes (Fixture *f, gconstpointer data)
{
  g_autofree char *second = in_folder (f, "second.pdf");
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;
  g_auto (Result) pipe = { 0 };

  assert_run (0, NULL, ARGUMENTS ("export", f->in));
  assert_run (0, NULL, ARGUMENTS ("export", f->in, "-o", second));
  one = read_file (f->out);
  two = read_file (second);
  g_assert_true (g_bytes_equal (one, two));
  pipe = run (TEXT, ARGUMENTS ("export", "-", "-o", "-"));
  g_assert_cmpint (pipe.status, ==, 0);
  g_assert_true (g_bytes_equal (one, pipe.out));
  g_assert_true (contains (pipe.err, "1 page")); /* told where the PDF is not */
}

static void
test_standard_input (Fixture *f, gconstpointer data)
{
  g_auto (Result) result = run (TEXT, ARGUMENTS ("export", "-", "-o", f->out));

  g_assert_cmpint (result.status, ==, 0);
  g_assert_true (is_pdf (f->out));
}

static void
test_project (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) text = read_file (f->in);
  g_autoptr (CwDocument) document = cw_file_read_document (text, NULL, NULL);
  g_autoptr (GBytes) project = cw_project_write (document, NULL);
  g_autofree char *in = in_folder (f, "b.chengwen");
  g_autofree char *out = in_folder (f, "b.pdf");
  g_autoptr (GBytes) from_text = NULL;
  g_autoptr (GBytes) from_project = NULL;

  g_assert_true (g_file_set_contents (in, g_bytes_get_data (project, NULL), g_bytes_get_size (project), NULL));
  assert_run (0, NULL, ARGUMENTS ("export", f->in));
  assert_run (0, NULL, ARGUMENTS ("export", in));
  from_text = read_file (f->out);
  from_project = read_file (out);
  g_assert_true (g_bytes_equal (from_text, from_project));
}

static void
test_default_name (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *in;
    const char *out;
  } cases[] = {
    { "a.txt", "a.pdf" }, { "B.TXT", "B.pdf" }, { "计划 2.1", "计划 2.1.pdf" }, { ".txt", ".txt.pdf" }, { "无", "无.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *in = in_folder (f, cases[i].in);
      g_autofree char *out = in_folder (f, cases[i].out);

      g_file_set_contents (in, TEXT, -1, NULL);
      assert_run (0, NULL, ARGUMENTS ("export", in));
      g_assert_true (is_pdf (out));
    }
}

static void
test_never_over_the_input (Fixture *f, gconstpointer data)
{
  g_autofree char *soft = in_folder (f, "soft.pdf");
  g_autofree char *hard = in_folder (f, "hard.pdf");
  g_autoptr (GBytes) content = NULL;

  g_assert_cmpint (symlink (f->in, soft), ==, 0);
  g_assert_cmpint (link (f->in, hard), ==, 0);
  assert_run (2, "overwrite", ARGUMENTS ("export", f->in, "-o", f->in));
  assert_run (2, "overwrite", ARGUMENTS ("export", f->in, "-o", soft));
  assert_run (2, "overwrite", ARGUMENTS ("export", f->in, "-o", hard));
  content = read_file (f->in);
  g_assert_true (contains (content, "规范办学"));
}

/* --- what goes wrong --------------------------------------------------------------------------- */

static void
test_bad_input (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *content;
    gsize length;
    const char *message;
  } cases[] = {
    { "%PDF-1.7\n", 9, "PDF" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, ".doc" },
    { "PK\003\004\0\0\0\0", 8, "zip" },
    { "\177ELF\2\1\1\0\0\0", 10, "program" },
    { "\0\1\2\3\0\0\0\0\1\2\0\0\0", 13, "not a text" },
  };
  g_autofree char *missing = in_folder (f, "没有.txt");
  g_autofree char *bad = in_folder (f, "bad");

  assert_run (1, "没有.txt", ARGUMENTS ("export", missing));
  assert_run (1, "folder", ARGUMENTS ("export", f->folder, "-o", f->out));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_file_set_contents (bad, cases[i].content, cases[i].length, NULL);
      assert_run (1, cases[i].message, ARGUMENTS ("export", bad, "-o", f->out));
    }
  g_assert_false (g_file_test (f->out, G_FILE_TEST_EXISTS));
}

static void
test_torn_project (Fixture *f, gconstpointer data)
{
  g_autoptr (CwDocument) document = cw_document_new_blank ();
  g_autoptr (GBytes) project = cw_project_write (document, NULL);
  g_autofree char *in = in_folder (f, "torn.chengwen");

  g_file_set_contents (in, g_bytes_get_data (project, NULL), g_bytes_get_size (project) / 2, NULL);
  assert_run (1, "damaged", ARGUMENTS ("export", in));
}

/* Strange texts are texts: they give a page, or a sentence. */
static void
test_strange_texts (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = { "", "\n", "\xef\xbb\xbf", "\r\r\r", "一", "\xff\xfe\x00\x4e", "一、\n二、\n",
                                       "\xce\xd2\xb5\xc4\xbf\xc9", "a\x01\x02z", "。。。。", "\xf0\x9f\x98\x80" };
  g_autofree char *in = in_folder (f, "strange");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Result) result = { 0 };

      g_file_set_contents (in, texts[i], -1, NULL);
      result = run (NULL, ARGUMENTS ("export", in, "-o", f->out));
      g_assert_cmpint (result.status, <=, 1);
      g_assert_true (result.status == 0 ? is_pdf (f->out) : g_bytes_get_size (result.err) > 20);
    }
}

static void
test_unwritable (Fixture *f, gconstpointer data)
{
  g_autofree char *nowhere = in_folder (f, "no/such/folder.pdf");

  assert_run (1, "folder", ARGUMENTS ("export", f->in, "-o", nowhere));
  assert_run (1, "is a folder", ARGUMENTS ("export", f->in, "-o", f->folder));
  assert_run (1, "no space", ARGUMENTS ("export", f->in, "-o", "/dev/full"));
}

static Result
run_to_full_device (const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_take_stdout_fd (launcher, open ("/dev/full", O_WRONLY | O_CLOEXEC));
  return run_with (launcher, NULL, arguments);
}

static void
test_full_output (Fixture *f, gconstpointer data)
{
  g_auto (Result) pdf = run_to_full_device (ARGUMENTS ("export", f->in, "-o", "-"));
  g_auto (Result) report = run_to_full_device (ARGUMENTS ("export", f->in));
  g_auto (Result) version = run_to_full_device (ARGUMENTS ("--version"));

  g_assert_cmpint (pdf.status, ==, 1);
  g_assert_true (contains (pdf.err, "Standard output"));
  g_assert_cmpint (report.status, ==, 1);
  g_assert_true (is_pdf (f->out)); /* the pages are written all the same */
  g_assert_cmpint (version.status, ==, 1);
}

static void
test_no_screen (Fixture *f, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher = make_launcher ();
  g_auto (Result) result = { 0 };

  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", f->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "GDK_BACKEND", "wayland,x11", TRUE);
  result = run_with (launcher, NULL, ARGUMENTS (f->in));
  g_assert_cmpint (result.status, ==, 1);
  g_assert_true (contains (result.err, "no screen"));
}

/* Names and characters are Chinese whatever the language is set to. */
static void
test_locales (Fixture *f, gconstpointer data)
{
  static const char *const locales[] = { "C", "POSIX", "en_US.UTF-8", "xx_YY.nonsense" };
  g_autofree char *missing = in_folder (f, "没有.txt");

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = make_launcher ();
      g_auto (Result) result = { 0 };

      g_subprocess_launcher_setenv (launcher, "LC_ALL", locales[i], TRUE);
      result = run_with (launcher, NULL, ARGUMENTS ("export", missing));
      g_assert_cmpint (result.status, ==, 1);
      g_assert_true (contains (result.err, "没有.txt"));
    }
}

/* The pages of a text with placeholders in it, made with @option. */
static GBytes *
export_blanks (Fixture *f, const char *option)
{
  g_autofree char *in = in_folder (f, "blanks.txt");
  g_autofree char *out = in_folder (f, "blanks.pdf");
  g_auto (Result) result = { 0 };

  g_assert_true (g_file_set_contents (in, "工作总结\n\n共检查XX次，整改XX处。\n", -1, NULL));
  result = run (NULL, ARGUMENTS ("export", option, in, "-o", out));
  g_assert_cmpint (result.status, ==, 0);
  return read_file (out);
}

static void
test_placeholders (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) plain = export_blanks (f, "--placeholders=as-is");
  g_autoptr (GBytes) ruled = export_blanks (f, "--placeholders=ruled");
  g_autoptr (GBytes) set = export_blanks (f, "--set=placeholders=ruled");
  g_autoptr (GBytes) draft = export_blanks (f, "--draft");
  g_auto (Result) wrong = run (NULL, ARGUMENTS ("export", f->in, "--placeholders=purple"));

  g_assert_true (g_bytes_equal (ruled, set));
  g_assert_false (g_bytes_equal (plain, ruled));
  g_assert_cmpuint (g_bytes_get_size (draft), >, g_bytes_get_size (plain));
  g_assert_cmpint (wrong.status, ==, 2);
  g_assert_true (contains (wrong.err, "purple"));
}

#define ADD(name, function) g_test_add ("/cli/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("version", test_version);
  ADD ("help", test_help);
  ADD ("usage", test_usage);
  ADD ("export", test_export);
  ADD ("quiet", test_quiet);
  ADD ("same-bytes", test_same_bytes);
  ADD ("standard-input", test_standard_input);
  ADD ("project", test_project);
  ADD ("default-name", test_default_name);
  ADD ("never-over-the-input", test_never_over_the_input);
  ADD ("bad-input", test_bad_input);
  ADD ("torn-project", test_torn_project);
  ADD ("strange-texts", test_strange_texts);
  ADD ("unwritable", test_unwritable);
  ADD ("full-output", test_full_output);
  ADD ("placeholders", test_placeholders);
  ADD ("no-screen", test_no_screen);
  ADD ("locales", test_locales);
  return g_test_run ();
}
