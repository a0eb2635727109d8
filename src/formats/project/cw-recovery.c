/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-recovery.h"

#include "formats/files/cw-atomic.h"
#include "cw-journal-entry.h"
#include "cw-project.h"

#include <glib/gstdio.h>

struct _CwRecovery
{
  char *path; /* without its ending; NULL when it is no longer ours */
  int lock;
  CwJournalEntry entry;
};

static char *
with_ending (const char *path, const char *ending)
{
  return g_strconcat (path, ending, NULL);
}

/* --- listing --- */

static gboolean
read_entry (CwRecovery *self)
{
  g_autofree char *path = with_ending (self->path, CW_JOURNAL_ENDING);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  return cw_journal_entry_from_bytes (&self->entry, bytes);
}

/* %NULL if the program that writes this journal is still running, or there is nothing in it. */
static CwRecovery *
claim (const char *path)
{
  g_autoptr (CwRecovery) self = g_new0 (CwRecovery, 1);
  g_autofree char *lock_path = with_ending (path, CW_JOURNAL_LOCK_ENDING);

  self->path = g_strdup (path);
  self->lock = cw_atomic_lock (lock_path, TRUE);
  if (self->lock >= 0 && read_entry (self))
    return g_steal_pointer (&self);
  return NULL;
}

/* Paths of all journals and locks, without their endings. */
static GHashTable *
find_paths (const char *folder)
{
  GHashTable *paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *dot = strrchr (name, '.');
      g_autofree char *stem = NULL;

      if (dot == NULL || dot == name
          || (!g_str_equal (dot, CW_JOURNAL_ENDING) && !g_str_equal (dot, CW_JOURNAL_LOCK_ENDING)))
        continue;
      stem = g_strndup (name, dot - name);
      g_hash_table_add (paths, g_build_filename (folder, stem, NULL));
    }
  return paths;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const CwRecovery *x = *(CwRecovery *const *) a, *y = *(CwRecovery *const *) b;

  return x->entry.time > y->entry.time ? -1 : x->entry.time < y->entry.time;
}

/**
 * cw_recovery_list:
 * @folder: path of the recovery folder, there or not
 *
 * Finds the documents that programs no longer running had not saved, and claims them. Those of
 * running programs, this one too, are left out. Also clears away what killed programs have left
 * beside them. Blocks shortly; may be called from any thread.
 *
 * Returns: (transfer full) (element-type CwRecovery): the documents, the newest first
 */
GPtrArray *
cw_recovery_list (const char *folder)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_recovery_free);
  g_autoptr (GHashTable) paths = find_paths (folder);
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      CwRecovery *recovery = claim (path);

      if (recovery != NULL)
        g_ptr_array_add (list, recovery);
    }
  cw_atomic_sweep (folder);
  g_ptr_array_sort (list, compare_newest_first);
  return list;
}

/* --- one of them --- */

/* A lock without a journal is of no use to anybody. Deleted before it is let go, so that whoever
 * waits for it finds it gone and makes another. */
static void
release (CwRecovery *self)
{
  g_autofree char *journal = NULL;
  g_autofree char *lock = NULL;

  if (self->path == NULL || self->lock < 0)
    return;
  journal = with_ending (self->path, CW_JOURNAL_ENDING);
  lock = with_ending (self->path, CW_JOURNAL_LOCK_ENDING);
  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    g_unlink (lock);
  g_close (self->lock, NULL);
  self->lock = -1;
}

/**
 * cw_recovery_free:
 * @self: (transfer full): a recovery
 *
 * Lets go of a document. Unless it was discarded it will be offered again.
 */
void
cw_recovery_free (CwRecovery *self)
{
  release (self);
  g_free (self->path);
  cw_journal_entry_clear (&self->entry);
  g_free (self);
}

/**
 * cw_recovery_get_file:
 * @self: a recovery
 *
 * Returns: (transfer none) (nullable): the file the document belongs to, there or not; %NULL if it
 *   was never saved
 */
GFile *
cw_recovery_get_file (CwRecovery *self)
{
  return self->entry.file;
}

/**
 * cw_recovery_get_etag:
 * @self: a recovery
 *
 * Returns: (transfer none) (nullable): the etag its file had then: for cw_file_save(), which will
 *   notice if the file has changed since
 */
const char *
cw_recovery_get_etag (CwRecovery *self)
{
  return self->entry.etag;
}

/**
 * cw_recovery_get_time:
 * @self: a recovery
 *
 * Returns: when the document was last put down, µs since 1970
 */
gint64
cw_recovery_get_time (CwRecovery *self)
{
  return self->entry.time;
}

/**
 * cw_recovery_load:
 * @self: a recovery
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): the document
 */
CwDocument *
cw_recovery_load (CwRecovery *self, GError **error)
{
  return cw_project_read (self->entry.project, error);
}

/**
 * cw_recovery_discard:
 * @self: a recovery
 *
 * Deletes the document for good: the user has saved it or does not want it.
 */
void
cw_recovery_discard (CwRecovery *self)
{
  g_autofree char *journal = NULL;

  if (self->path == NULL)
    return;
  journal = with_ending (self->path, CW_JOURNAL_ENDING);
  g_unlink (journal);
}

/**
 * cw_recovery_steal:
 * @self: a recovery, of no use afterwards
 * @lock: (out): the lock that goes with the path, to be closed by who took it
 *
 * For cw_journal_adopt(), which goes on where the lost program ended.
 *
 * Returns: (transfer full): the path without its ending
 */
char *
cw_recovery_steal (CwRecovery *self, int *lock)
{
  *lock = self->lock;
  self->lock = -1;
  return g_steal_pointer (&self->path);
}
