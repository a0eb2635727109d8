/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/files/cw-file.h"
#include "formats/project/cw-journal.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 8
#define MAX_LOSS (2 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *parent = g_dir_make_tmp ("chengwen-journal-XXXXXX", NULL);

  f->folder = g_build_filename (parent, "recovery", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  g_autofree char *parent = g_path_get_dirname (f->folder);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_rmdir (parent);
  g_free (f->folder);
}

/* A document whose only block is a number. */
static CwDocument *
make_document (guint number)
{
  g_autofree char *string = g_strdup_printf ("%u", number);
  g_autoptr (CwText) text = cw_text_new (string);
  g_autoptr (CwBlock) block = cw_block_new_paragraph (text);
  CwText *elements[CW_N_ELEMENTS] = { NULL };

  return cw_document_new (elements, &block, 1);
}

static guint
get_number (CwDocument *document)
{
  return g_ascii_strtoull (cw_text_get_string (cw_block_get_text (cw_document_get_block (document, 0))),
                           NULL, 10);
}

static void
keep (CwJournal *journal, guint number)
{
  g_autoptr (CwDocument) document = make_document (number);

  cw_journal_keep (journal, document);
}

static guint
load_number (CwRecovery *recovery)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_recovery_load (recovery, &error);

  g_assert_no_error (error);
  return get_number (document);
}

static void
iterate_until (gboolean (*done) (gpointer), gpointer data)
{
  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
}

/* --- one program ------------------------------------------------------------------------------- */

static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (CwJournal) journal = cw_journal_new (f->folder);
  g_autoptr (GPtrArray) list = cw_recovery_list (f->folder);

  g_assert_cmpuint (list->len, ==, 0);
  cw_journal_flush (journal);
  cw_journal_discard (journal);
  g_assert_false (g_file_test (f->folder, G_FILE_TEST_EXISTS));
}

/* What could not be written is not forgotten: it is there as soon as the disk lets it. */
static void
test_flush_again (Fixture *f, gconstpointer data)
{
  CwJournal *journal = cw_journal_new (f->folder);
  g_autoptr (GPtrArray) while_running = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (g_file_set_contents (f->folder, "in the way", -1, NULL));
  keep (journal, 7);
  cw_journal_flush (journal);
  g_assert_nonnull (cw_journal_get_problem (journal));

  g_assert_cmpint (g_unlink (f->folder), ==, 0);
  cw_journal_flush (journal);
  g_assert_null (cw_journal_get_problem (journal));
  while_running = cw_recovery_list (f->folder);
  g_assert_cmpuint (while_running->len, ==, 0);

  g_object_unref (journal);
  list = cw_recovery_list (f->folder);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (load_number (list->pdata[0]), ==, 7);
}

static void
test_keep_and_find (Fixture *f, gconstpointer data)
{
  CwJournal *journal = cw_journal_new (f->folder);
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/工作 总结.chengwen");
  gint64 before = g_get_real_time ();
  g_autoptr (GPtrArray) while_running = NULL;
  g_autoptr (GPtrArray) list = NULL;
  CwRecovery *recovery;

  cw_journal_set_file (journal, file, "etag 1");
  keep (journal, 7);
  cw_journal_flush (journal);
  g_assert_null (cw_journal_get_problem (journal));

  while_running = cw_recovery_list (f->folder);
  g_assert_cmpuint (while_running->len, ==, 0);

  g_object_unref (journal); /* the program ends without a word */
  list = cw_recovery_list (f->folder);
  g_assert_cmpuint (list->len, ==, 1);
  recovery = list->pdata[0];
  g_assert_cmpuint (load_number (recovery), ==, 7);
  g_assert_true (g_file_equal (cw_recovery_get_file (recovery), file));
  g_assert_cmpstr (cw_recovery_get_etag (recovery), ==, "etag 1");
  g_assert_cmpint (cw_recovery_get_time (recovery), >=, before);
  g_assert_cmpint (cw_recovery_get_time (recovery), <=, g_get_real_time ());
}

static void
test_never_saved (Fixture *f, gconstpointer data)
{
  CwJournal *journal = cw_journal_new (f->folder);
  g_autoptr (GPtrArray) list = NULL;

  keep (journal, 1);
  g_object_unref (journal); /* writes what it has */
  list = cw_recovery_list (f->folder);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_null (cw_recovery_get_file (list->pdata[0]));
  g_assert_null (cw_recovery_get_etag (list->pdata[0]));
}

static void
test_discard (Fixture *f, gconstpointer data)
{
  CwJournal *journal = cw_journal_new (f->folder);
  g_autoptr (GPtrArray) list = NULL;

  keep (journal, 1);
  cw_journal_flush (journal);
  keep (journal, 2);
  cw_journal_discard (journal);
  g_object_unref (journal);
  list = cw_recovery_list (f->folder);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

static void
test_keep_after_discard (Fixture *f, gconstpointer data)
{
  CwJournal *journal = cw_journal_new (f->folder);
  g_autoptr (GPtrArray) list = NULL;

  keep (journal, 1);
  cw_journal_flush (journal);
  cw_journal_discard (journal);
  keep (journal, 2);
  cw_journal_flush (journal);
  g_object_unref (journal);
  list = cw_recovery_list (f->folder);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (load_number (list->pdata[0]), ==, 2);
}

static void
test_claim (Fixture *f, gconstpointer data)
{
  CwJournal *journal = cw_journal_new (f->folder);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;

  keep (journal, 1);
  g_object_unref (journal);
  first = cw_recovery_list (f->folder);
  second = cw_recovery_list (f->folder);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpuint (second->len, ==, 0); /* two programs do not offer the same */
  g_clear_pointer (&first, g_ptr_array_unref);
  first = cw_recovery_list (f->folder);
  g_assert_cmpuint (first->len, ==, 1); /* not answered: offered again */
  cw_recovery_discard (first->pdata[0]);
  g_clear_pointer (&first, g_ptr_array_unref);
  third = cw_recovery_list (f->folder);
  g_assert_cmpuint (third->len, ==, 0);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

static void
test_several (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (CwJournal) journal = cw_journal_new (f->folder);

      keep (journal, i);
      cw_journal_flush (journal);
    }
  list = cw_recovery_list (f->folder);
  g_assert_cmpuint (list->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (load_number (list->pdata[i]), ==, 4 - i);
}

static void
test_adopt (Fixture *f, gconstpointer data)
{
  CwJournal *dead = cw_journal_new (f->folder);
  CwJournal *journal = cw_journal_new (f->folder);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) later = NULL;

  keep (dead, 1);
  g_object_unref (dead);
  list = cw_recovery_list (f->folder);
  cw_journal_adopt (journal, g_ptr_array_steal_index (list, 0));
  later = cw_recovery_list (f->folder);
  g_assert_cmpuint (later->len, ==, 0);
  g_assert_cmpuint (count_files (f->folder), ==, 2);
  keep (journal, 2);
  cw_journal_flush (journal);
  g_assert_cmpuint (count_files (f->folder), ==, 2);
  cw_journal_discard (journal);
  g_object_unref (journal);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

/* Whatever else lies in the folder. */
static void
test_rubbish (Fixture *f, gconstpointer data)
{
  static const char *const contents[] = { "", "x", "chengwen-journal-1", "\0\0\0\0\0\0\0\0" };
  CwJournal *journal = cw_journal_new (f->folder);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  const char *name;
  gsize length;

  keep (journal, 1);
  g_object_unref (journal);
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".journal"))
      path = g_build_filename (f->folder, name, NULL);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *other = g_strdup_printf ("%s/%u.journal", f->folder, i);

      g_file_set_contents (other, contents[i], i == 3 ? 8 : -1, NULL);
    }
  for (guint i = 0; i < 32; i++)
    {
      g_autofree char *torn = g_strdup_printf ("%s/torn-%u.journal", f->folder, i);

      g_file_set_contents (torn, content, length * i / 32, NULL);
    }
  list = cw_recovery_list (f->folder);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (load_number (list->pdata[0]), ==, 1);
}

static gboolean
has_problem (gpointer journal)
{
  return cw_journal_get_problem (journal) != NULL;
}

static void
test_problem (Fixture *f, gconstpointer data)
{
  g_autofree char *below_file = g_build_filename (f->folder, "recovery", NULL);
  g_autoptr (CwJournal) journal = cw_journal_new (below_file);

  g_assert_true (g_file_set_contents (f->folder, "", 0, NULL)); /* a file where the folder should be */
  keep (journal, 1);
  iterate_until (has_problem, journal);
  g_test_message ("%s", cw_journal_get_problem (journal));
  cw_journal_discard (journal);
  g_assert_null (cw_journal_get_problem (journal));
  g_remove (f->folder);
}

/* --- a killed program ---------------------------------------------------------------------------- */

typedef struct
{
  guint number;
  gint64 time;
} Change;

typedef struct
{
  CwJournal *journal;
  guint number;
  int pipe;
} Typist;

/* Types a character, and tells the parent when. */
static gboolean
type (gpointer data)
{
  Typist *typist = data;
  Change change = { ++typist->number, g_get_monotonic_time () };

  keep (typist->journal, change.number);
  g_assert_cmpint (write (typist->pipe, &change, sizeof change), ==, sizeof change);
  return G_SOURCE_CONTINUE;
}

static void G_GNUC_NORETURN
type_for_ever (const char *folder, int pipe)
{
  Typist typist = { cw_journal_new (folder), 0, pipe };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (7, type, &typist);
  g_main_loop_run (loop);
  _exit (1);
}

/* Of all changes made, the time of the first that is not in the journal; 0 if there is none. */
static gint64
find_first_lost (GArray *changes, guint kept)
{
  return kept < changes->len ? g_array_index (changes, Change, kept).time : 0;
}

static guint
take_journal (const char *folder)
{
  g_autoptr (GPtrArray) list = cw_recovery_list (folder);
  guint number;

  g_assert_cmpuint (list->len, <=, 1);
  if (list->len == 0)
    return 0;
  number = load_number (list->pdata[0]);
  cw_recovery_discard (list->pdata[0]);
  return number;
}

/* How many µs of work a kill @delay µs after the start has cost. */
static gint64
measure_loss (const char *folder, guint delay)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  Change change;
  gint64 killed_at, first_lost;
  int fds[2], status;
  pid_t pid;

  g_assert_cmpint (pipe (fds), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    type_for_ever (folder, fds[1]);
  close (fds[1]);
  g_usleep (delay);
  killed_at = g_get_monotonic_time ();
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read (fds[0], &change, sizeof change) == sizeof change)
    g_array_append_val (changes, change);
  close (fds[0]);
  g_assert_cmpuint (changes->len, >, 0);
  first_lost = find_first_lost (changes, take_journal (folder));
  return first_lost > 0 ? killed_at - first_lost : 0;
}

static void
test_kill (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  gint64 worst = 0;

  for (guint i = 0; i < N_KILLS; i++)
    worst = MAX (worst, measure_loss (f->folder, g_rand_int_range (rand, 200000, 2600000)));
  g_test_message ("%u kills while typing: at most %.2f s of work lost", N_KILLS, worst / 1e6);
  g_assert_cmpint (worst, <=, MAX_LOSS);
  g_assert_cmpuint (count_files (f->folder), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/formats/journal/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kill", test_kill); /* first: it forks, and there are no threads yet */
  ADD ("nothing", test_nothing);
  ADD ("keep-and-find", test_keep_and_find);
  ADD ("flush-again", test_flush_again);
  ADD ("never-saved", test_never_saved);
  ADD ("discard", test_discard);
  ADD ("keep-after-discard", test_keep_after_discard);
  ADD ("claim", test_claim);
  ADD ("several", test_several);
  ADD ("adopt", test_adopt);
  ADD ("rubbish", test_rubbish);
  ADD ("problem", test_problem);
  return g_test_run ();
}
