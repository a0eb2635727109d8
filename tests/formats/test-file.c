/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/files/cw-file.h"
#include "formats/project/cw-project.h"
#include "pack.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  GFile *file;
  GBytes *old;
  GBytes *new;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;

  f->folder = g_dir_make_tmp ("chengwen-file-XXXXXX", NULL);
  path = g_build_filename (f->folder, "总结 1.chengwen", NULL);
  f->file = g_file_new_for_path (path);
  f->old = g_bytes_new_static ("old", 3);
  f->new = g_bytes_new_static ("new and longer", 14);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_object_unref (f->file);
  g_bytes_unref (f->old);
  g_bytes_unref (f->new);
}

static void
assert_content (GFile *file, GBytes *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_file_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
save (GFile *file, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gboolean saved = cw_file_save (file, bytes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (saved);
}

static mode_t
get_mode (GFile *file)
{
  struct stat status;

  g_assert_cmpint (stat (g_file_peek_path (file), &status), ==, 0);
  return status.st_mode & 07777;
}

/* --- saving ---------------------------------------------------------------------------------- */

static void
test_save (Fixture *f, gconstpointer data)
{
  mode_t mask = umask (022);

  save (f->file, f->old);
  umask (mask);
  assert_content (f->file, f->old);
  g_assert_cmpint (get_mode (f->file), ==, 0644);
  save (f->file, f->new);
  assert_content (f->file, f->new);
  save (f->file, f->old);
  assert_content (f->file, f->old);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_permissions (Fixture *f, gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0666, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      save (f->file, f->old);
      g_chmod (g_file_peek_path (f->file), modes[i]);
      save (f->file, f->new);
      g_assert_cmpint (get_mode (f->file), ==, modes[i]);
    }
}

static void
test_owner (Fixture *f, gconstpointer data)
{
  struct stat status;

  if (geteuid () != 0)
    {
      g_test_skip ("only root can give files away");
      return;
    }
  save (f->file, f->old);
  g_assert_cmpint (chown (g_file_peek_path (f->file), 1234, 5678), ==, 0);
  save (f->file, f->new);
  g_assert_cmpint (stat (g_file_peek_path (f->file), &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, 1234);
  g_assert_cmpuint (status.st_gid, ==, 5678);
}

static void
test_link (Fixture *f, gconstpointer data)
{
  g_autofree char *link_path = g_build_filename (f->folder, "link", NULL);
  g_autofree char *second_path = g_build_filename (f->folder, "second", NULL);
  g_autofree char *name = g_file_get_basename (f->file);
  g_autoptr (GFile) second = g_file_new_for_path (second_path);

  g_assert_cmpint (symlink (name, link_path), ==, 0); /* relative, to nothing yet */
  g_assert_cmpint (symlink (link_path, second_path), ==, 0);
  save (second, f->old);
  assert_content (f->file, f->old);
  save (second, f->new);
  assert_content (f->file, f->new);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (f->folder), ==, 3);
}

static void
test_link_to_itself (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (g_file_peek_path (f->file), g_file_peek_path (f->file)), ==, 0);
  g_assert_false (cw_file_save (f->file, f->new, NULL, NULL, NULL, &error));
  g_assert_true (error->domain == CW_FILE_ERROR);
}

static void
test_pipe (Fixture *f, gconstpointer data)
{
  int fds[2];
  char buffer[64];
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  g_assert_cmpint (pipe (fds), ==, 0);
  path = g_strdup_printf ("/proc/self/fd/%d", fds[1]);
  file = g_file_new_for_path (path);
  save (file, f->new);
  g_assert_cmpint (read (fds[0], buffer, sizeof buffer), ==, 14);
  close (fds[0]);
  close (fds[1]);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  save (f->file, f->old);
  g_cancellable_cancel (cancellable);
  g_assert_false (cw_file_save (f->file, f->new, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (f->file, f->old);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

/* What a killed program left goes; what a running one holds, and what is not ours, stays. */
static void
test_left_overs (Fixture *f, gconstpointer data)
{
  g_autofree char *dead = g_build_filename (f->folder, ".chengwen-0123456789abcdef", NULL);
  g_autofree char *other = g_build_filename (f->folder, ".goutputstream-ABCDEF", NULL);

  g_file_set_contents (dead, "half", -1, NULL);
  g_file_set_contents (other, "half", -1, NULL);
  save (f->file, f->old);
  g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* --- other people's changes -------------------------------------------------------------------- */

static void
test_etag (Fixture *f, gconstpointer data)
{
  g_autofree char *saved = NULL;
  g_autofree char *loaded = NULL;
  g_autofree char *asked = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (cw_file_save (f->file, f->old, NULL, &saved, NULL, NULL));
  bytes = cw_file_load (f->file, &loaded, NULL, NULL);
  asked = cw_file_query_etag (f->file, NULL, NULL);
  g_assert_cmpstr (saved, ==, loaded);
  g_assert_cmpstr (saved, ==, asked);
  g_assert_true (cw_file_save (f->file, f->new, saved, NULL, NULL, NULL));
  assert_content (f->file, f->new);
}

static void
test_changed (Fixture *f, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) others = g_bytes_new_static ("not", 3); /* as long as the old content */

  g_assert_true (cw_file_save (f->file, f->old, NULL, &etag, NULL, NULL));
  save (f->file, others);
  g_assert_false (cw_file_save (f->file, f->new, etag, NULL, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_CHANGED);
  assert_content (f->file, others);
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_deleted (Fixture *f, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cw_file_save (f->file, f->old, NULL, &etag, NULL, NULL));
  g_remove (g_file_peek_path (f->file));
  g_assert_false (cw_file_save (f->file, f->new, etag, NULL, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DELETED);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

/* --- messages -------------------------------------------------------------------------------- */

static void
assert_save_fails (const char *path, GBytes *bytes, CwFileError code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_file_save (file, bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_load_fails (const char *path, CwFileError code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_file_load (file, NULL, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_messages (Fixture *f, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "no", "such", "folder", NULL);
  g_autofree char *below_file = g_build_filename (g_file_peek_path (f->file), "x", NULL);
  g_autofree char *name = g_strnfill (300, 'a');
  g_autofree char *too_long = g_build_filename (f->folder, name, NULL);

  save (f->file, f->old);
  assert_save_fails (nowhere, f->new, CW_FILE_ERROR_NOT_FOUND);
  assert_save_fails (below_file, f->new, CW_FILE_ERROR_NOT_FOUND);
  assert_save_fails (f->folder, f->new, CW_FILE_ERROR_FAILED);
  assert_save_fails (too_long, f->new, CW_FILE_ERROR_FAILED);
  assert_save_fails ("/dev/full", f->new, CW_FILE_ERROR_NO_SPACE);
  assert_load_fails (nowhere, CW_FILE_ERROR_NOT_FOUND);
  assert_load_fails (below_file, CW_FILE_ERROR_NOT_FOUND);
  assert_load_fails (f->folder, CW_FILE_ERROR_FAILED);
  assert_load_fails ("/dev/zero", CW_FILE_ERROR_TOO_LARGE);
}

static void
test_too_large (Fixture *f, gconstpointer data)
{
  save (f->file, f->old);
  g_assert_cmpint (truncate (g_file_peek_path (f->file), (64 << 20) + 1), ==, 0);
  assert_load_fails (g_file_peek_path (f->file), CW_FILE_ERROR_TOO_LARGE);
}

/* --- what is in it ---------------------------------------------------------------------------- */

static void
test_read_project (void)
{
  g_autoptr (CwDocument) document = cw_document_new_blank ();
  g_autoptr (GBytes) bytes = cw_project_write (document, NULL);
  g_autoptr (CwImport) import = NULL;
  g_autoptr (CwDocument) again = cw_file_read_document (bytes, &import, NULL);

  g_assert_true (cw_document_equal (document, again));
  g_assert_null (import);
}

static void
test_read_text (void)
{
  const char *text = "一、总体情况\n全县工作平稳。\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CwImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_file_read_document (bytes, &import, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  g_assert_cmpuint (cw_document_get_n_blocks (document), ==, 2);
}

static void
assert_foreign (GBytes *bytes, const char *what)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_file_read_document (bytes, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_TEXT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, what));
}

static void
test_read_zips (void)
{
  static const struct
  {
    const char *entry;
    const char *what;
  } cases[] = {
    { "word/document.xml", ".docx" }, { "xl/workbook.xml", ".xlsx" }, { "ppt/presentation.xml", ".pptx" },
    { "OFD.xml", "OFD" },             { "readme.txt", "zip archive" },
  };
  const PackEntry odt[] = { { "mimetype", "application/vnd.oasis.opendocument.text", 0 }, { "content.xml", "x", 0 } };
  g_autoptr (GBytes) odt_bytes = pack (odt, G_N_ELEMENTS (odt));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PackEntry entries[] = { { "a/b", "x", 0 }, { cases[i].entry, "x", 0 } };
      g_autoptr (GBytes) bytes = pack (entries, G_N_ELEMENTS (entries));

      assert_foreign (bytes, cases[i].what);
    }
  assert_foreign (odt_bytes, ".odt");
}

static void
test_read_signatures (void)
{
  static const struct
  {
    const char *start;
    const char *what;
  } cases[] = {
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc" }, { "{\\rtf1\\ansi", ".rtf" }, { "%PDF-1.7\n", "PDF" },
    { "%!PS-Adobe", "PostScript" },                 { "Rar!\x1a", "RAR" },       { "7z\xbc\xaf\x27\x1c", "7z" },
    { "\x1f\x8b\x08", "compressed" },               { "\x89PNG\r\n", "picture" }, { "\xff\xd8\xff\xe0", "picture" },
    { "GIF89a", "picture" },                        { "\177ELF\2", "program" },  { "<html><p>", "web page" },
    { "PK\005\006", "zip archive" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].start, strlen (cases[i].start));

      assert_foreign (bytes, cases[i].what);
    }
}

/* A project torn off in the middle is a damaged project, not “a zip archive”. */
static void
test_read_torn_project (void)
{
  g_autoptr (CwDocument) document = cw_document_new_blank ();
  g_autoptr (GBytes) bytes = cw_project_write (document, NULL);
  g_autoptr (GBytes) torn = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_file_read_document (torn, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED);
}

#define ADD(name, function) g_test_add ("/formats/file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save);
  ADD ("permissions", test_permissions);
  ADD ("owner", test_owner);
  ADD ("link", test_link);
  ADD ("link-to-itself", test_link_to_itself);
  ADD ("pipe", test_pipe);
  ADD ("cancelled", test_cancelled);
  ADD ("left-overs", test_left_overs);
  ADD ("etag", test_etag);
  ADD ("changed", test_changed);
  ADD ("deleted", test_deleted);
  ADD ("messages", test_messages);
  ADD ("too-large", test_too_large);
  g_test_add_func ("/formats/file/read/project", test_read_project);
  g_test_add_func ("/formats/file/read/text", test_read_text);
  g_test_add_func ("/formats/file/read/zips", test_read_zips);
  g_test_add_func ("/formats/file/read/signatures", test_read_signatures);
  g_test_add_func ("/formats/file/read/torn-project", test_read_torn_project);
  return g_test_run ();
}
