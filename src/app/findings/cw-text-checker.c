/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-text-checker.h"

/* The hand may rest this long before its text is looked at. */
#define PAUSE_MS 250

/**
 * CwTextChecker:
 *
 * Has a document checked in a thread, again after every change, once the hand rests. One check runs
 * at a time; what it says of a document that is no longer the latest is not shown, but serves the
 * next one.
 */
struct _CwTextChecker
{
  GObject parent_instance;

  CwDocument *document;
  CwCheckOptions *options; /* %NULL: nothing is checked */
  CwFindings *findings;
  CwFindings *latest; /* of whatever document was checked last */
  GCancellable *cancellable;
  gboolean running;
  guint timer;
};

enum
{
  PROP_FINDINGS = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CwTextChecker, cw_text_checker, G_TYPE_OBJECT)

/* --- the thread --- */

typedef struct
{
  CwDocument *document;
  CwCheckOptions *options;
  CwFindings *previous;
} Job;

static void
job_free (Job *job)
{
  cw_document_unref (job->document);
  cw_check_options_unref (job->options);
  g_clear_pointer (&job->previous, cw_findings_unref);
  g_free (job);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  CwFindings *findings
      = cw_text_check (job->document, job->options, job->previous, cancellable);

  if (g_task_return_error_if_cancelled (task))
    g_clear_pointer (&findings, cw_findings_unref);
  else
    g_task_return_pointer (task, findings, (GDestroyNotify) cw_findings_unref);
}

/* --- the checks --- */

static void check_soon (CwTextChecker *self);

static void
set_findings (CwTextChecker *self, CwFindings *findings)
{
  if (self->findings == findings)
    return;
  g_clear_pointer (&self->findings, cw_findings_unref);
  self->findings = findings != NULL ? cw_findings_ref (findings) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FINDINGS]);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  CwTextChecker *self = CW_TEXT_CHECKER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (CwFindings) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (findings == NULL)
    return;
  g_clear_pointer (&self->latest, cw_findings_unref);
  self->latest = cw_findings_ref (findings);
  if (job->document == self->document && job->options == self->options)
    set_findings (self, findings);
  else
    check_soon (self);
}

static gboolean
check (gpointer data)
{
  CwTextChecker *self = data;
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->timer = 0;
  if (self->running || self->document == NULL || self->options == NULL)
    return G_SOURCE_REMOVE;
  job = g_new0 (Job, 1);
  job->document = cw_document_ref (self->document);
  job->options = cw_check_options_ref (self->options);
  job->previous = self->latest != NULL ? cw_findings_ref (self->latest) : NULL;
  task = g_task_new (self, self->cancellable, on_checked, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  self->running = TRUE;
  g_task_run_in_thread (task, run);
  return G_SOURCE_REMOVE;
}

static void
check_soon (CwTextChecker *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, check, self);
}

/* --- the class --- */

static void
cw_text_checker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FINDINGS)
    g_value_set_boxed (value, CW_TEXT_CHECKER (object)->findings);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cw_text_checker_dispose (GObject *object)
{
  CwTextChecker *self = CW_TEXT_CHECKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  G_OBJECT_CLASS (cw_text_checker_parent_class)->dispose (object);
}

static void
cw_text_checker_finalize (GObject *object)
{
  CwTextChecker *self = CW_TEXT_CHECKER (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->options, cw_check_options_unref);
  g_clear_pointer (&self->findings, cw_findings_unref);
  g_clear_pointer (&self->latest, cw_findings_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (cw_text_checker_parent_class)->finalize (object);
}

static void
cw_text_checker_class_init (CwTextCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cw_text_checker_get_property;
  object_class->dispose = cw_text_checker_dispose;
  object_class->finalize = cw_text_checker_finalize;
  props[PROP_FINDINGS] = g_param_spec_boxed ("findings", NULL, NULL, CW_TYPE_FINDINGS,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_text_checker_init (CwTextChecker *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * cw_text_checker_new:
 *
 * Returns: (transfer full): a checker that checks nothing until it has a document and options
 */
CwTextChecker *
cw_text_checker_new (void)
{
  return g_object_new (CW_TYPE_TEXT_CHECKER, NULL);
}

/**
 * cw_text_checker_set_document:
 * @self: a checker
 * @document: what to check from now on
 *
 * The findings follow when the hand rests.
 */
void
cw_text_checker_set_document (CwTextChecker *self, CwDocument *document)
{
  g_return_if_fail (CW_IS_TEXT_CHECKER (self));

  if (self->document == document)
    return;
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = cw_document_ref (document);
  if (self->options != NULL)
    check_soon (self);
}

/**
 * cw_text_checker_set_options:
 * @self: a checker
 * @options: (nullable): what to look for; %NULL to find nothing
 *
 * The findings follow.
 */
void
cw_text_checker_set_options (CwTextChecker *self, CwCheckOptions *options)
{
  g_return_if_fail (CW_IS_TEXT_CHECKER (self));

  g_clear_pointer (&self->options, cw_check_options_unref);
  g_clear_pointer (&self->latest, cw_findings_unref); /* was found with others */
  if (options == NULL)
    {
      set_findings (self, NULL);
      return;
    }
  self->options = cw_check_options_ref (options);
  check_soon (self);
}

/**
 * cw_text_checker_get_findings:
 * @self: a checker
 *
 * Returns: (transfer none) (nullable): what was found last; its document may be older than the one
 *   set last
 */
CwFindings *
cw_text_checker_get_findings (CwTextChecker *self)
{
  g_return_val_if_fail (CW_IS_TEXT_CHECKER (self), NULL);

  return self->findings;
}
