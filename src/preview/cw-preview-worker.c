/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-worker.h"

#include "cw-preview-job.h"

/* So long nothing is wished for, then pages are proved: the pause after a keystroke. */
#define REST_USEC (150 * G_TIME_SPAN_MILLISECOND)

struct _CwPreviewWorker
{
  GThread *thread;
  CwPreviewReportFunc func;
  gpointer user_data;
  GSource *source; /* in the context of the thread that made the worker */

  GMutex lock;
  GCond wake;
  gboolean quit;        /* these three under the lock */
  CwPreviewWish *inbox; /* only the newest wish: older ones are void */
  GQueue outbox;
};

typedef struct
{
  GSource source;
  CwPreviewWorker *worker;
} ReportSource;

typedef enum
{
  TURN_QUIT,
  TURN_BEGIN,
  TURN_PAINT,
  TURN_PROVE,
} Turn;

/* The worker's own view of where it is. */
typedef struct
{
  gboolean painting;
  gboolean proving;
  gint64 rest_ends;
} Progress;

static CwPreviewReport *
take_report (CwPreviewWorker *self)
{
  CwPreviewReport *report;

  g_mutex_lock (&self->lock);
  report = g_queue_pop_head (&self->outbox);
  g_mutex_unlock (&self->lock);
  return report;
}

/* One report a turn of the main loop, for the receiver may free the worker. */
static gboolean
dispatch_report (GSource *source, GSourceFunc callback, gpointer user_data)
{
  CwPreviewWorker *self = ((ReportSource *) source)->worker;
  g_autoptr (CwPreviewReport) report = NULL;

  g_source_set_ready_time (source, -1);
  report = take_report (self);
  if (!report)
    return G_SOURCE_CONTINUE;
  g_source_set_ready_time (source, 0);
  self->func (report, self->user_data);
  return G_SOURCE_CONTINUE;
}

static void
send_report (CwPreviewWorker *self, CwPreviewReport *report)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->outbox, report);
  g_mutex_unlock (&self->lock);
  g_source_set_ready_time (self->source, 0);
}

static void
sleep_until_turn (CwPreviewWorker *self, const Progress *progress)
{
  while (!self->quit && !self->inbox && !progress->painting)
    if (!progress->proving)
      g_cond_wait (&self->wake, &self->lock);
    else if (!g_cond_wait_until (&self->wake, &self->lock, progress->rest_ends))
      break;
}

static Turn
await_turn (CwPreviewWorker *self, const Progress *progress, CwPreviewWish **wish)
{
  Turn turn;

  g_mutex_lock (&self->lock);
  sleep_until_turn (self, progress);
  *wish = self->quit ? NULL : g_steal_pointer (&self->inbox);
  if (self->quit)
    turn = TURN_QUIT;
  else if (*wish)
    turn = TURN_BEGIN;
  else
    turn = progress->painting ? TURN_PAINT : TURN_PROVE;
  g_mutex_unlock (&self->lock);
  return turn;
}

static CwPreviewReport *
take_turn (CwPreviewJob *job, Turn turn, CwPreviewWish *wish, Progress *progress)
{
  CwPreviewReport *report = NULL;

  switch (turn)
    {
    case TURN_BEGIN:
      report = cw_preview_job_begin (job, wish);
      *progress = (Progress) { TRUE, TRUE, g_get_monotonic_time () + REST_USEC };
      break;
    case TURN_PAINT:
      report = cw_preview_job_paint_next (job);
      progress->painting = report != NULL;
      break;
    case TURN_PROVE:
      report = cw_preview_job_prove_next (job);
      progress->proving = report != NULL;
      break;
    case TURN_QUIT:
    default:
      break;
    }
  return report;
}

static gpointer
work (gpointer data)
{
  CwPreviewWorker *self = data;
  g_autoptr (CwPreviewJob) job = cw_preview_job_new ();
  Progress progress = { 0 };
  CwPreviewWish *wish;
  Turn turn;

  while ((turn = await_turn (self, &progress, &wish)) != TURN_QUIT)
    {
      CwPreviewReport *report = take_turn (job, turn, wish, &progress);

      if (report)
        send_report (self, report);
    }
  return NULL;
}

/**
 * cw_preview_worker_new:
 * @func: (scope notified): gets the reports, in the thread-default main context of the caller
 * @user_data: for @func
 *
 * Starts the thread. Reports come in the order in which the documents were posted; a document that
 * was not begun when the next one came is passed over, and after the report of a newer one nothing
 * is reported of an older one. @func may free the worker.
 *
 * Returns: (transfer full): the worker
 */
CwPreviewWorker *
cw_preview_worker_new (CwPreviewReportFunc func, gpointer user_data)
{
  static GSourceFuncs source_funcs = { .dispatch = dispatch_report };
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  CwPreviewWorker *self = g_new0 (CwPreviewWorker, 1);

  self->func = func;
  self->user_data = user_data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_queue_init (&self->outbox);
  self->source = g_source_new (&source_funcs, sizeof (ReportSource));
  ((ReportSource *) self->source)->worker = self;
  g_source_set_static_name (self->source, "cw-preview-worker");
  g_source_attach (self->source, context);
  self->thread = g_thread_new ("preview", work, self);
  return self;
}

/**
 * cw_preview_worker_free:
 * @self: (transfer full): a worker
 *
 * Stops the thread after the step it is at and waits for it. Nothing is reported any more.
 */
void
cw_preview_worker_free (CwPreviewWorker *self)
{
  g_source_destroy (self->source);
  g_mutex_lock (&self->lock);
  self->quit = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  g_clear_pointer (&self->inbox, cw_preview_wish_free);
  g_queue_clear_full (&self->outbox, (GDestroyNotify) cw_preview_report_free);
  g_source_unref (self->source);
  g_cond_clear (&self->wake);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * cw_preview_worker_post:
 * @self: a worker
 * @wish: what is wished for; copied
 *
 * Has the worker turn to this wish as soon as it is through with the step it is at.
 */
void
cw_preview_worker_post (CwPreviewWorker *self, const CwPreviewWish *wish)
{
  g_return_if_fail (wish->document != NULL && wish->pictures != NULL);

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->inbox, cw_preview_wish_free);
  self->inbox = cw_preview_wish_copy (wish);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
}
