/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-ready-check.h"

#include "app/cw-export.h"
#include "formats/files/cw-atomic.h"

typedef struct
{
  CwVerifyOptions options;
  GBytes *pdf;
} Check;

static void
check_free (Check *check)
{
  g_clear_pointer (&check->pdf, g_bytes_unref);
  g_free (check);
}

static void
verify_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *check = data;
  GError *error = NULL;
  CwVerification *verification
      = cw_verify_bytes (check->pdf, &check->options, cancellable, &error);

  if (verification == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, verification, g_object_unref);
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Check *check = g_task_get_task_data (task);
  GError *error = NULL;

  check->pdf = cw_export_render_finish (result, &error);
  if (check->pdf == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, verify_in_thread);
}

/**
 * cw_ready_check_async:
 * @document: the document
 * @profile: the choices for its pages
 * @cancellable: (nullable): to give up
 * @callback: called when it is measured
 * @data: for @callback
 *
 * Makes the PDF that export would write and measures it against the standard, in threads, without a
 * look at the layout that made it.
 */
void
cw_ready_check_async (CwDocument *document,
                      const CwProfile *profile,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Check *check = g_new0 (Check, 1);
  const CwForm *form = cw_document_get_form (document);

  cw_verify_options_init (&check->options);
  check->options.profile = *profile;
  if (form->sealing == CW_SEALING_SEAL)
    check->options.seal_diameter = form->seal_diameter;
  g_task_set_source_tag (task, cw_ready_check_async);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);
  cw_export_render_async (document, profile, cancellable, on_rendered, task);
}

/**
 * cw_ready_check_finish:
 * @result: the result
 * @error: why it could not be measured
 *
 * Returns: (transfer full): what was measured
 */
CwVerification *
cw_ready_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  CwVerification *verification;
  char *name;
  GFile *file;
} Report;

static void
report_free (Report *report)
{
  g_object_unref (report->verification);
  g_free (report->name);
  g_object_unref (report->file);
  g_free (report);
}

static void
report_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Report *report = data;
  GError *error = NULL;
  g_autoptr (GBytes) pdf = cw_verification_to_pdf (report->verification, report->name, &error);

  if (pdf != NULL
      && cw_atomic_write (g_file_peek_path (report->file), pdf, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cw_ready_report_async:
 * @verification: what was measured
 * @name: of the document
 * @file: the file to write
 * @cancellable: (nullable): to give up
 * @callback: called when it is written
 * @data: for @callback
 *
 * Writes what was measured as a PDF to print, whole or not at all, in a thread.
 */
void
cw_ready_report_async (CwVerification *verification,
                       const char *name,
                       GFile *file,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Report *report = g_new0 (Report, 1);

  report->verification = g_object_ref (verification);
  report->name = g_strdup (name);
  report->file = g_object_ref (file);
  g_task_set_source_tag (task, cw_ready_report_async);
  g_task_set_task_data (task, report, (GDestroyNotify) report_free);
  g_task_run_in_thread (task, report_in_thread);
  g_object_unref (task);
}

/**
 * cw_ready_report_finish:
 * @result: the result
 * @error: why it could not be written
 *
 * Returns: whether it was written
 */
gboolean
cw_ready_report_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
