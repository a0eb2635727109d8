/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/period/cw-period-dialog.h"
#include "document/period/cw-period-sheet.h"

/* The paper of the next period, and the sheet that compares the two. */

/* --- the next period --- */

/* In a window of its own: what it is made from stays as it is. */
static void
on_create (CwWindow *self, CwDocument *next)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  CwWindow *window = cw_window_new (CW_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  cw_window_begin (window, next);
  cw_window_show_panel (window, "placeholders");
}

static void
on_closed (CwWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_next_period (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  AdwDialog *dialog = cw_period_dialog_new (cw_draft_get_document (self->draft));

  g_signal_connect_object (dialog, "create", G_CALLBACK (on_create), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* --- the sheet --- */

static void
say_nothing_to_compare (CwWindow *self)
{
  cw_window_toast (self, _ ("There are no values to compare yet. Fill in placeholders first."));
}

static void
on_insert_sheet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwDocument *document = cw_draft_get_document (self->draft);
  CwPlace after;
  g_autoptr (CwDocument) with = cw_period_sheet_insert (document, &after);

  if (with == document)
    {
      say_nothing_to_compare (self);
      return;
    }
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), with, &after);
  if (self->narrow)
    cw_window_show_side (self, "edit");
  g_signal_emit_by_name (
      self->editor, "removed",
      _ ("The sheet is an attachment now. It stays as it is when values change."));
}

static void
on_export_sheet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (CwTable) table = cw_period_sheet_make_table (cw_draft_get_document (self->draft));

  if (table == NULL)
    say_nothing_to_compare (self);
  else
    cw_window_export_csv (self, table, _ ("Three-Column Sheet"), _ ("The sheet has been exported."),
                          _ ("The Sheet Was Not Exported"));
}

/**
 * cw_window_install_period_actions:
 * @klass: the class of the window
 */
void
cw_window_install_period_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.next-period", NULL, on_next_period);
  gtk_widget_class_install_action (klass, "win.insert-sheet", NULL, on_insert_sheet);
  gtk_widget_class_install_action (klass, "win.export-sheet", NULL, on_export_sheet);
}
