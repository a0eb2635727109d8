/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-ready-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/cw-file-filters.h"
#include "cw-ready-check.h"
#include "cw-ready-rows.h"

/**
 * CwReadyDialog:
 *
 * The check before printing: what is not finished, and the PDF as it would go to the printer,
 * measured against the standard, with a picture of every place that is wrong.
 */
struct _CwReadyDialog
{
  AdwDialog parent_instance;

  CwPages *pages;
  CwTextChecker *checker; /* nullable */
  char *name;
  CwVerification *verification;
  GCancellable *cancellable; /* cancelled when the dialog closes */

  AdwToastOverlay *toasts;
  AdwBin *content;
  GtkWidget *report_button;
};

enum
{
  SHOW_PAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwReadyDialog, cw_ready_dialog, ADW_TYPE_DIALOG)

static void
toast (CwReadyDialog *self, const char *message)
{
  AdwToast *shown = adw_toast_new (message);

  adw_toast_set_use_markup (shown, FALSE);
  adw_toast_overlay_add_toast (self->toasts, shown);
}

/* --- the result ------------------------------------------------------------------------------- */

/* The dialog goes first: the action is the window's, and gives the keyboard to one of its panels. */
static void
show_elsewhere (CwReadyDialog *self, const char *action)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  g_object_ref (window);
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  g_object_unref (window);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, CwReadyDialog *self)
{
  guint page = cw_ready_row_get_page (GTK_WIDGET (row));

  if (cw_ready_row_get_action (GTK_WIDGET (row)) != NULL)
    {
      show_elsewhere (self, cw_ready_row_get_action (GTK_WIDGET (row)));
      return;
    }
  if (page == 0)
    return;
  g_signal_emit (self, signals[SHOW_PAGE], 0, page - 1);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
connect_rows (GtkWidget *widget, CwReadyDialog *self)
{
  if (GTK_IS_LIST_BOX (widget))
    g_signal_connect_object (widget, "row-activated", G_CALLBACK (on_activated), self, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    connect_rows (child, self);
}

static void
add_group (AdwPreferencesPage *page, GtkWidget *group)
{
  if (group != NULL)
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static const char *
get_heading (gboolean right, gboolean finished, gboolean advice)
{
  if (!right)
    return _ ("Some measures are not those of the standard. The document is unchanged; look at "
              "each place and decide.");
  if (!finished)
    return _ ("Every measure is right, but the paper is not finished.");
  if (advice)
    return _ ("Every measure is right and nothing required is missing. Look at what is listed below "
              "before you print.");
  return _ ("The paper is ready to print: nothing is missing, and every measure is right.");
}

static guint
count_findings (CwReadyDialog *self)
{
  CwFindings *findings
      = self->checker != NULL ? cw_text_checker_get_findings (self->checker) : NULL;

  return findings != NULL ? cw_findings_get_n (findings) : 0;
}

static void
show_result (CwReadyDialog *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *unfinished = cw_ready_rows_new_unfinished (self->pages);
  GtkWidget *advice
      = cw_ready_rows_new_advice (cw_pages_get_document (self->pages), count_findings (self));
  gboolean right = cw_verification_is_right (self->verification);

  adw_preferences_page_set_description (page,
                                        get_heading (right, unfinished == NULL, advice != NULL));
  add_group (page, unfinished);
  add_group (page, advice);
  add_group (page, cw_ready_rows_new_faults (self->verification));
  add_group (page, cw_ready_rows_new_all (self->verification));
  adw_bin_set_child (self->content, GTK_WIDGET (page));
  connect_rows (GTK_WIDGET (page), self);
  gtk_widget_set_sensitive (self->report_button, TRUE);
}

static void
show_error (CwReadyDialog *self, const char *message)
{
  GtkWidget *status = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("The Pages Could Not Be Measured"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), escaped);
  adw_bin_set_child (self->content, status);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwReadyDialog) self = data;
  g_autoptr (GError) error = NULL;

  self->verification = cw_ready_check_finish (result, &error);
  if (self->verification != NULL)
    show_result (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, error->message);
}

/* --- the report ------------------------------------------------------------------------------- */

static void
on_reported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwReadyDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (cw_ready_report_finish (result, &error))
    toast (self, _ ("The report has been written."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, error->message);
}

static void
on_report_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwReadyDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) file
      = chosen != NULL ? cw_file_filters_complete (chosen, ".pdf", &error) : NULL;

  if (file != NULL)
    cw_ready_report_async (self->verification, self->name, file, self->cancellable, on_reported,
                           g_object_ref (self));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast (self, error->message);
}

static void
on_report (GtkButton *button, CwReadyDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_export ();
  /* Translators: name of the file, after the document's name */
  g_autofree char *name = g_strdup_printf (_ ("%s, measured.pdf"), self->name);

  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, on_report_chosen, g_object_ref (self));
}

/* --- the dialog ------------------------------------------------------------------------------- */

static void
on_closed (CwReadyDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
cw_ready_dialog_dispose (GObject *object)
{
  CwReadyDialog *self = CW_READY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->verification);
  g_clear_object (&self->checker);
  g_clear_pointer (&self->pages, cw_pages_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (cw_ready_dialog_parent_class)->dispose (object);
}

static void
cw_ready_dialog_class_init (CwReadyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_ready_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chengwen/Chengwen/cw-ready-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwReadyDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, CwReadyDialog, content);
  gtk_widget_class_bind_template_child (widget_class, CwReadyDialog, report_button);
  gtk_widget_class_bind_template_callback (widget_class, on_report);

  /**
   * CwReadyDialog::show-page:
   * @page: the page, from 0
   *
   * The user wants to see where it is.
   */
  signals[SHOW_PAGE] = g_signal_new ("show-page", CW_TYPE_READY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cw_ready_dialog_init (CwReadyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect (self, "closed", G_CALLBACK (on_closed), NULL);
}

/**
 * cw_ready_dialog_new:
 * @pages: the pages as they are now
 * @name: what the document is called
 * @checker: (nullable): the text checker, whose findings are counted when all is measured
 *
 * Returns: (transfer floating): the check before printing, at work
 */
AdwDialog *
cw_ready_dialog_new (CwPages *pages, const char *name, CwTextChecker *checker)
{
  CwReadyDialog *self = g_object_new (CW_TYPE_READY_DIALOG, NULL);

  self->pages = cw_pages_ref (pages);
  self->name = g_strdup (name);
  g_set_object (&self->checker, checker);
  cw_ready_check_async (cw_pages_get_document (pages), cw_pages_get_profile (pages),
                        self->cancellable, on_checked, g_object_ref (self));
  return ADW_DIALOG (self);
}
