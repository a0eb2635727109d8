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

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, CwReadyDialog *self)
{
  guint page = cw_ready_row_get_page (GTK_WIDGET (row));

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

static void
set_heading (AdwPreferencesPage *page, gboolean ready, gboolean right)
{
  const char *text
      = ready   ? _ ("The paper is ready to print: nothing is missing, and every measure is right.")
        : right ? _ ("Every measure is right, but the paper is not finished.")
                : _ ("Some measures are not those of the standard. The document is unchanged; look at "
                     "each place and decide.");

  adw_preferences_page_set_description (page, text);
}

static void
show_result (CwReadyDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *unfinished = cw_ready_rows_new_unfinished (self->pages);
  gboolean right = cw_verification_is_right (self->verification);

  set_heading (ADW_PREFERENCES_PAGE (page), right && unfinished == NULL, right);
  add_group (ADW_PREFERENCES_PAGE (page), unfinished);
  add_group (ADW_PREFERENCES_PAGE (page), cw_ready_rows_new_faults (self->verification));
  add_group (ADW_PREFERENCES_PAGE (page), cw_ready_rows_new_all (self->verification));
  adw_bin_set_child (self->content, page);
  connect_rows (page, self);
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
 *
 * Returns: (transfer floating): the check before printing, at work
 */
AdwDialog *
cw_ready_dialog_new (CwPages *pages, const char *name)
{
  CwReadyDialog *self = g_object_new (CW_TYPE_READY_DIALOG, NULL);

  self->pages = cw_pages_ref (pages);
  self->name = g_strdup (name);
  cw_ready_check_async (cw_pages_get_document (pages), cw_pages_get_profile (pages),
                        self->cancellable, on_checked, g_object_ref (self));
  return ADW_DIALOG (self);
}
