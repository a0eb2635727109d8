/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What disks, administrators and kills do to a file that is being saved. Each case runs in a child
 * that may mount file systems of its own, give up its rights, or be killed. */

#define _GNU_SOURCE
#include "formats/files/cw-file.h"
#include "formats/project/cw-project.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define MIN_KILLS 60
#define MAX_KILLS 600

/* --- helpers --------------------------------------------------------------------------------- */

typedef void (*Case) (const char *folder);

/* Runs a case in a child; it passes when the child ends well. */
static void
run_in_child (Case function, const char *folder)
{
  int status;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      function (folder);
      _exit (0);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* A mount namespace of this process's own: as root, or as an ordinary user who is root in it. */
static gboolean
enter_namespace (void)
{
  uid_t uid = geteuid ();
  g_autofree char *map = g_strdup_printf ("0 %u 1", uid);

  if (unshare (CLONE_NEWNS) != 0
      && (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0
          || !g_file_set_contents_full ("/proc/self/uid_map", map, -1, G_FILE_SET_CONTENTS_NONE, 0666, NULL)))
    return FALSE;
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static gboolean
probe (void)
{
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    _exit (enter_namespace () && mount ("tmpfs", "/tmp", "tmpfs", 0, "size=64k") == 0 ? 0 : 1);
  waitpid (pid, &status, 0);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static gboolean
can_mount (void)
{
  static int answer = -1;

  if (answer < 0)
    answer = probe ();
  return answer;
}

static void
mount_small_disk (const char *folder)
{
  g_assert_true (enter_namespace ());
  g_assert_cmpint (mount ("tmpfs", folder, "tmpfs", 0, "size=256k,mode=0755"), ==, 0);
}

static GBytes *
make_bytes (gsize length, char filling)
{
  return g_bytes_new_take (g_strnfill (length, filling), length);
}

static GFile *
get_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
assert_saves (GFile *file, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  cw_file_save (file, bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refuses (GFile *file, GBytes *bytes, CwFileError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_file_save (file, bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, (int) code);
  g_test_message ("%s", error->message);
}

static void
assert_content (GFile *file, GBytes *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_file_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static guint
count_temporaries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, ".");
  return n;
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("chengwen-faults-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
run_case (Case with_mounts, Case without, const char *other_way)
{
  g_autofree char *folder = make_folder ();

  if (can_mount ())
    {
      g_test_message ("way: file systems mounted for this test");
      run_in_child (with_mounts, folder);
    }
  else if (without != NULL)
    {
      g_test_message ("way: %s, since mounting is not permitted here", other_way);
      run_in_child (without, folder);
    }
  else
    g_test_skip ("needs to mount a file system, which is not permitted here");
  remove_folder (folder);
}

/* --- full disk -------------------------------------------------------------------------------- */

static void
fill (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "filler", NULL);
  char block[4096] = { 0 };
  int fd = open (path, O_WRONLY | O_CREAT, 0600);

  while (write (fd, block, sizeof block) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (fd);
}

static void
unfill (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "filler", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
full_disk (const char *folder)
{
  g_autoptr (GFile) file = get_file (folder, "a.chengwen");
  g_autoptr (GFile) fresh = get_file (folder, "b.chengwen");
  g_autoptr (GBytes) old = make_bytes (20000, 'o');
  g_autoptr (GBytes) new = make_bytes (30000, 'n');
  g_autoptr (GBytes) huge = make_bytes (1000000, 'h');

  mount_small_disk (folder);
  assert_saves (file, old);
  assert_refuses (file, huge, CW_FILE_ERROR_NO_SPACE);
  fill (folder);
  assert_refuses (file, new, CW_FILE_ERROR_NO_SPACE);
  assert_refuses (fresh, new, CW_FILE_ERROR_NO_SPACE);
  assert_content (file, old);
  g_assert_false (g_file_query_exists (fresh, NULL));
  g_assert_cmpuint (count_temporaries (folder), ==, 0);
  unfill (folder);
  assert_saves (file, new);
  assert_content (file, new);
}

static void
file_size_limit (const char *folder)
{
  g_autoptr (GFile) file = get_file (folder, "a.chengwen");
  g_autoptr (GBytes) old = make_bytes (20000, 'o');
  g_autoptr (GBytes) huge = make_bytes (1000000, 'h');
  struct rlimit limit = { 100000, 100000 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_saves (file, old);
  assert_refuses (file, huge, CW_FILE_ERROR_NO_SPACE);
  assert_content (file, old);
  g_assert_cmpuint (count_temporaries (folder), ==, 0);
}

static void
test_full_disk (void)
{
  run_case (full_disk, file_size_limit, "a limit on the size of files");
}

/* The limit also where file systems can be mounted: another error, the same care. */
static void
test_size_limit (void)
{
  g_autofree char *folder = make_folder ();

  run_in_child (file_size_limit, folder);
  remove_folder (folder);
}

/* --- read-only --------------------------------------------------------------------------------- */

static void
read_only_disk (const char *folder)
{
  g_autoptr (GFile) file = get_file (folder, "a.chengwen");
  g_autoptr (GFile) fresh = get_file (folder, "b.chengwen");
  g_autoptr (GBytes) old = make_bytes (2000, 'o');
  g_autoptr (GBytes) new = make_bytes (3000, 'n');

  mount_small_disk (folder);
  assert_saves (file, old);
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_refuses (file, new, CW_FILE_ERROR_READ_ONLY);
  assert_refuses (fresh, new, CW_FILE_ERROR_READ_ONLY);
  assert_content (file, old);
}

static void
become_ordinary (void)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setgroups (0, NULL), ==, 0);
  g_assert_cmpint (setresgid (NOBODY, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
}

static void
give_to_ordinary (const char *path)
{
  if (geteuid () == 0)
    g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
}

/* A folder nobody may write in, with a file that may be written and one that may not. */
static void
read_only_folder (const char *folder)
{
  g_autoptr (GFile) writable = get_file (folder, "writable");
  g_autoptr (GFile) locked = get_file (folder, "locked");
  g_autoptr (GFile) hidden = get_file (folder, "hidden");
  g_autoptr (GFile) fresh = get_file (folder, "fresh");
  g_autoptr (GBytes) old = make_bytes (5000, 'o');
  g_autoptr (GBytes) longer = make_bytes (9000, 'n');
  g_autoptr (GBytes) shorter = make_bytes (10, 's');
  g_autoptr (GError) error = NULL;
  GFile *files[] = { writable, locked, hidden };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      assert_saves (files[i], old);
      give_to_ordinary (g_file_peek_path (files[i]));
    }
  g_chmod (g_file_peek_path (writable), 0644);
  g_chmod (g_file_peek_path (locked), 0444);
  g_chmod (g_file_peek_path (hidden), 0000);
  g_chmod (folder, 0555);
  become_ordinary ();

  assert_refuses (fresh, longer, CW_FILE_ERROR_READ_ONLY);
  assert_refuses (locked, longer, CW_FILE_ERROR_READ_ONLY);
  assert_refuses (hidden, longer, CW_FILE_ERROR_READ_ONLY);
  assert_content (locked, old);
  g_assert_null (cw_file_load (hidden, NULL, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_PERMITTED);
  assert_saves (writable, longer); /* in place */
  assert_content (writable, longer);
  assert_saves (writable, shorter);
  assert_content (writable, shorter);
  g_assert_cmpuint (count_temporaries (folder), ==, 0);
}

static void
test_read_only_disk (void)
{
  run_case (read_only_disk, NULL, NULL);
}

static void
test_read_only_folder (void)
{
  g_autofree char *folder = make_folder ();

  g_test_message ("way: %s", geteuid () == 0 ? "rights given up in the child" : "an ordinary user");
  run_in_child (read_only_folder, folder);
  g_chmod (folder, 0755);
  remove_folder (folder);
}

/* One file bound into a sandbox: the folder is read-only and the name cannot be replaced. */
static void
bound_file (const char *folder)
{
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);
  g_autofree char *sandbox = g_build_filename (folder, "sandbox", NULL);
  g_autoptr (GFile) outside = get_file (disk, "a.chengwen");
  g_autoptr (GFile) inside = get_file (sandbox, "a.chengwen");
  g_autoptr (GBytes) old = make_bytes (20000, 'o');
  g_autoptr (GBytes) new = make_bytes (60000, 'n');
  g_autoptr (GBytes) huge = make_bytes (1000000, 'h');

  mount_small_disk (folder);
  g_assert_cmpint (g_mkdir (disk, 0755) | g_mkdir (sandbox, 0755), ==, 0);
  g_assert_cmpint (mount ("tmpfs", disk, "tmpfs", 0, "size=256k"), ==, 0);
  assert_saves (outside, old);
  g_assert_true (g_file_set_contents (g_file_peek_path (inside), "", 0, NULL));
  g_assert_cmpint (mount (g_file_peek_path (outside), g_file_peek_path (inside), NULL, MS_BIND, NULL), ==, 0);

  assert_saves (inside, new); /* the folder can be written, but the name is a mount point */
  assert_content (outside, new);
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_saves (inside, old); /* and now it cannot be written either */
  assert_content (outside, old);

  assert_refuses (inside, huge, CW_FILE_ERROR_NO_SPACE);
  fill (disk);
  assert_refuses (inside, new, CW_FILE_ERROR_NO_SPACE);
  assert_content (outside, old);
  g_assert_cmpuint (count_temporaries (sandbox), ==, 0);
}

static void
test_bound_file (void)
{
  run_case (bound_file, NULL, NULL);
}

/* --- kill −9 ---------------------------------------------------------------------------------- */

/* A document that says of itself how long it has to be. */
static GBytes *
make_project (guint number)
{
  guint n_blocks = 1 + number % 7 * 400;
  g_autofree char *string = g_strdup_printf ("%u 全县教育工作稳步推进，成效明显。", n_blocks);
  g_autoptr (CwText) text = cw_text_new (string);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  g_autoptr (CwDocument) document = NULL;

  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (blocks, cw_block_new_paragraph (text));
  document = cw_document_new (elements, (CwBlock *const *) blocks->pdata, n_blocks);
  return cw_project_write (document, NULL);
}

static void G_GNUC_NORETURN
save_for_ever (GFile *file)
{
  GBytes *projects[7];

  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    projects[i] = make_project (i);
  for (guint i = 0;; i++)
    if (!cw_file_save (file, projects[i % G_N_ELEMENTS (projects)], NULL, NULL, NULL, NULL))
      _exit (1);
}

static void
assert_whole (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_file_load (file, NULL, NULL, &error);
  g_autoptr (CwDocument) document = NULL;
  const char *string;

  g_assert_no_error (error);
  document = cw_file_read_document (bytes, NULL, &error);
  g_assert_no_error (error);
  string = cw_text_get_string (cw_block_get_text (cw_document_get_block (document, 0)));
  g_assert_cmpuint (g_ascii_strtoull (string, NULL, 10), ==, cw_document_get_n_blocks (document));
}

static void
kill_while_saving (GFile *file, GRand *rand, guint patience)
{
  int status;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    save_for_ever (file);
  g_usleep (patience * g_rand_int_range (rand, 20000, 80000));
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

static void
test_kill (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = get_file (folder, "a.chengwen");
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (GBytes) bytes = make_project (1);
  guint n_kills = 0, n_interrupted = 0;

  assert_saves (file, bytes);
  while (n_kills < MIN_KILLS || (n_interrupted < 10 && n_kills < MAX_KILLS))
    {
      /* A busy machine may not have come to the saving yet. */
      kill_while_saving (file, rand, 1 + n_kills / MIN_KILLS);
      n_kills++;
      n_interrupted += count_temporaries (folder) > 0;
      g_assert_cmpuint (count_temporaries (folder), <=, 1); /* none of earlier kills */
      assert_whole (file);
    }
  assert_saves (file, bytes);
  g_assert_cmpuint (count_temporaries (folder), ==, 0);
  g_test_message ("%u kills, %u of them in the middle of a save: the file was whole every time", n_kills,
                  n_interrupted);
  g_assert_cmpuint (n_interrupted, >=, 10);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/file/faults/full-disk", test_full_disk);
  g_test_add_func ("/formats/file/faults/size-limit", test_size_limit);
  g_test_add_func ("/formats/file/faults/read-only-disk", test_read_only_disk);
  g_test_add_func ("/formats/file/faults/read-only-folder", test_read_only_folder);
  g_test_add_func ("/formats/file/faults/bound-file", test_bound_file);
  g_test_add_func ("/formats/file/faults/kill", test_kill);
  return g_test_run ();
}
