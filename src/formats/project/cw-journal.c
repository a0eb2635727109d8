/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-journal.h"

#include "formats/files/cw-atomic.h"
#include "cw-journal-entry.h"
#include "cw-project.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define RETRY_DELAY 5000

/* The file, shared with the threads that write it: they may overtake each other, the newer content
 * may not be overwritten by the older. */
typedef struct
{
  gatomicrefcount ref_count;
  GMutex mutex;
  char *path;
  guint newest;
} Store;

/**
 * CwJournal:
 *
 * Keeps one unsaved document safe from crash, kill and power cut. Whoever edits it hands over every
 * new state; at most %CW_JOURNAL_DELAY later, typing or not, a thread writes it to a file of its
 * own in the recovery folder, whole or not at all. The file is locked as long as this program runs,
 * and deleted when the document is saved or not wanted. After a crash cw_recovery_list() finds it.
 *
 * To be used from the main thread.
 */
struct _CwJournal
{
  GObject parent_instance;

  char *folder;
  char *stem; /* path of journal and lock, without their endings */
  int lock;
  Store *store;

  GFile *file;
  char *etag;
  CwDocument *document; /* the newest state, if it is not on the disk yet */
  gint64 changed_at;    /* since when it is not */
  guint timer;
  guint n_writing;
  guint newest;
  char *problem;
};

enum
{
  PROP_PROBLEM = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CwJournal, cw_journal, G_TYPE_OBJECT)

/* --- the file --- */

static Store *
store_new (const char *stem)
{
  Store *self = g_new0 (Store, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->path = g_strconcat (stem, CW_JOURNAL_ENDING, NULL);
  return self;
}

static Store *
store_ref (Store *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
store_unref (Store *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Store, store_unref)

/* Nothing older than @number is written from now on. */
static void
store_remove (Store *self, guint number)
{
  g_mutex_lock (&self->mutex);
  self->newest = number;
  g_unlink (self->path);
  g_mutex_unlock (&self->mutex);
}

static gboolean
store_write (Store *self, guint number, GBytes *bytes, GError **error)
{
  gboolean success = TRUE;

  g_mutex_lock (&self->mutex);
  if (number > self->newest)
    success = cw_atomic_write (self->path, bytes, NULL, NULL, NULL, error);
  if (success)
    self->newest = MAX (self->newest, number);
  g_mutex_unlock (&self->mutex);
  return success;
}

/* --- writing --- */

typedef struct
{
  Store *store;
  guint number;
  CwDocument *document;
  GFile *file;
  char *etag;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  store_unref (self->store);
  cw_document_unref (self->document);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
job_run (Job *self, GError **error)
{
  g_auto (CwJournalEntry) entry = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  entry.project = cw_project_write (self->document, error);
  if (entry.project == NULL)
    return FALSE;
  g_set_object (&entry.file, self->file);
  entry.etag = g_strdup (self->etag);
  entry.time = g_get_real_time ();
  bytes = cw_journal_entry_to_bytes (&entry);
  return store_write (self->store, self->number, bytes, error);
}

static void
run_job_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (job_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Before the first write, so that nobody takes the journal for that of a dead program. Makes the
 * folder too, so what could not be written once may succeed the next time. */
static void
lock (CwJournal *self)
{
  g_autofree char *path = NULL;

  if (self->lock >= 0)
    return;
  g_mkdir_with_parents (self->folder, 0700);
  path = g_strconcat (self->stem, CW_JOURNAL_LOCK_ENDING, NULL);
  self->lock = cw_atomic_lock (path, TRUE);
}

static Job *
take_job (CwJournal *self)
{
  Job *job = g_new0 (Job, 1);

  lock (self);
  job->store = store_ref (self->store);
  job->number = ++self->newest;
  job->document = g_steal_pointer (&self->document);
  g_set_object (&job->file, self->file);
  job->etag = g_strdup (self->etag);
  return job;
}

/* @error is taken; %NULL: all is well. */
static void
set_problem (CwJournal *self, GError *error)
{
  g_autofree char *problem = NULL;

  if (error != NULL)
    problem = g_strdup_printf (_ ("Unsaved text is not protected from a crash at the moment (%s). "
                                  "Save often."),
                               error->message);
  if (g_set_str (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
  g_clear_error (&error);
}

static void schedule (CwJournal *self, gint64 delay);

static void
take_back (CwJournal *self, Job *job)
{
  if (self->document != NULL || job->number != self->newest)
    return;
  self->document = cw_document_ref (job->document);
  schedule (self, RETRY_DELAY);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer data)
{
  CwJournal *self = CW_JOURNAL (object);
  GError *error = NULL;
  gboolean success = g_task_propagate_boolean (G_TASK (result), &error);

  self->n_writing--;
  set_problem (self, error);
  if (!success)
    take_back (self, g_task_get_task_data (G_TASK (result)));
  else if (self->document != NULL)
    schedule (self, CW_JOURNAL_DELAY - (g_get_monotonic_time () - self->changed_at) / 1000);
}

static void
on_timeout (gpointer data)
{
  CwJournal *self = data;
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  if (self->document == NULL)
    return;
  task = g_task_new (self, NULL, on_written, NULL);
  g_task_set_source_tag (task, on_timeout);
  g_task_set_task_data (task, take_job (self), job_free);
  self->n_writing++;
  g_task_run_in_thread (task, run_job_in_thread);
}

/* One timer and one thread at a time: changes that come meanwhile are written together. */
static void
schedule (CwJournal *self, gint64 delay)
{
  if (self->timer == 0 && self->n_writing == 0)
    self->timer = g_timeout_add_once (MAX (delay, 0), on_timeout, self);
}

/* --- the object --- */

static void
set_stem (CwJournal *self, char *stem, int lock)
{
  g_clear_pointer (&self->store, store_unref);
  g_free (self->stem);
  self->stem = stem;
  self->lock = lock;
  self->store = store_new (stem);
}

/* Deleted before it is let go, see cw_atomic_lock(). */
static void
unlock (CwJournal *self)
{
  g_autofree char *path = NULL;

  if (self->lock < 0)
    return;
  path = g_strconcat (self->stem, CW_JOURNAL_LOCK_ENDING, NULL);
  if (!g_file_test (self->store->path, G_FILE_TEST_EXISTS))
    g_unlink (path);
  g_close (self->lock, NULL);
  self->lock = -1;
}

static void
cw_journal_dispose (GObject *object)
{
  CwJournal *self = CW_JOURNAL (object);

  if (self->document != NULL)
    cw_journal_flush (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  G_OBJECT_CLASS (cw_journal_parent_class)->dispose (object);
}

static void
cw_journal_finalize (GObject *object)
{
  CwJournal *self = CW_JOURNAL (object);

  unlock (self);
  store_unref (self->store);
  g_free (self->folder);
  g_free (self->stem);
  g_clear_object (&self->file);
  g_free (self->etag);
  g_clear_pointer (&self->document, cw_document_unref);
  g_free (self->problem);
  G_OBJECT_CLASS (cw_journal_parent_class)->finalize (object);
}

static void
cw_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CwJournal *self = CW_JOURNAL (object);

  switch (id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_journal_class_init (CwJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_journal_dispose;
  object_class->finalize = cw_journal_finalize;
  object_class->get_property = cw_journal_get_property;

  /**
   * CwJournal:problem:
   *
   * Why the document is not safe, a sentence for the user; %NULL while all is well.
   */
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_journal_init (CwJournal *self)
{
  self->lock = -1;
}

/**
 * cw_journal_new:
 * @folder: path of the recovery folder; made when it is needed
 *
 * Makes a journal for one document. Nothing is written before there is something to keep.
 *
 * Returns: (transfer full): the journal
 */
CwJournal *
cw_journal_new (const char *folder)
{
  CwJournal *self = g_object_new (CW_TYPE_JOURNAL, NULL);
  g_autofree char *id = g_uuid_string_random ();

  self->folder = g_strdup (folder);
  set_stem (self, g_build_filename (folder, id, NULL), -1);
  return self;
}

/**
 * cw_journal_adopt:
 * @self: a new journal
 * @recovery: (transfer full): what the user has taken up again
 *
 * Goes on in the file of a journal that was found after a crash: at no moment is the document
 * without one, and as soon as it is saved the file is gone.
 */
void
cw_journal_adopt (CwJournal *self, CwRecovery *recovery)
{
  char *stem;
  int lock;

  g_return_if_fail (CW_IS_JOURNAL (self) && self->newest == 0 && self->document == NULL);

  unlock (self);
  stem = cw_recovery_steal (recovery, &lock);
  set_stem (self, stem, lock);
  cw_recovery_free (recovery);
}

/**
 * cw_journal_set_file:
 * @self: a journal
 * @file: (nullable): the file the document belongs to
 * @etag: (nullable): its etag, see cw_file_load() and cw_file_save()
 *
 * Says where the document belongs, for the next time it is written.
 */
void
cw_journal_set_file (CwJournal *self, GFile *file, const char *etag)
{
  g_return_if_fail (CW_IS_JOURNAL (self));

  g_set_object (&self->file, file);
  g_set_str (&self->etag, etag);
}

/**
 * cw_journal_keep:
 * @self: a journal
 * @document: the document as it is now, not saved
 *
 * Keeps a document: to be called after every change, costs nothing.
 */
void
cw_journal_keep (CwJournal *self, CwDocument *document)
{
  g_return_if_fail (CW_IS_JOURNAL (self) && document != NULL);

  lock (self);
  if (self->document == NULL)
    self->changed_at = g_get_monotonic_time ();
  else
    cw_document_unref (self->document);
  self->document = cw_document_ref (document);
  schedule (self, CW_JOURNAL_DELAY);
}

/**
 * cw_journal_flush:
 * @self: a journal
 *
 * Writes what is not written yet, now: when the session ends or the program is told to. What cannot
 * be written is tried again later, see #CwJournal:problem. Blocks.
 */
void
cw_journal_flush (CwJournal *self)
{
  g_autoptr (Job) job = NULL;
  GError *error = NULL;

  g_return_if_fail (CW_IS_JOURNAL (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->document == NULL)
    return;
  job = take_job (self);
  if (!job_run (job, &error))
    take_back (self, job);
  set_problem (self, error);
}

/**
 * cw_journal_discard:
 * @self: a journal
 *
 * Deletes the file: the document has been saved, or is not wanted any more. Keeping may start
 * again later.
 */
void
cw_journal_discard (CwJournal *self)
{
  g_return_if_fail (CW_IS_JOURNAL (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->document, cw_document_unref);
  store_remove (self->store, ++self->newest);
  set_problem (self, NULL);
}

/**
 * cw_journal_get_problem:
 * @self: a journal
 *
 * Returns: (transfer none) (nullable): why the document is not safe, a sentence for the user
 */
const char *
cw_journal_get_problem (CwJournal *self)
{
  g_return_val_if_fail (CW_IS_JOURNAL (self), NULL);

  return self->problem;
}
