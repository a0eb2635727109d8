/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/dialogs/cw-alert.h"

/* Work shorter than this shows nothing: a flash would be worse than the wait. */
#define BUSY_MS 300

/**
 * cw_window_toast:
 * @self: a window
 * @message: what to say for a few seconds
 */
void
cw_window_toast (CwWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The step a toast can undo: it ends with the toast, and the toast with the step. */
typedef struct
{
  CwHistory *history;
  CwDocument *document;
} Step;

static void
step_free (gpointer data, GClosure *closure)
{
  Step *step = data;

  g_object_unref (step->history);
  cw_document_unref (step->document);
  g_free (step);
}

static void
on_undo_step (AdwToast *toast, Step *step)
{
  if (cw_history_get_document (step->history) == step->document)
    cw_history_undo (step->history);
}

static void
on_step_over (AdwToast *toast)
{
  adw_toast_dismiss (toast);
}

/**
 * cw_window_undo_toast:
 * @self: a window
 * @message: what was done just now, as one step of the history
 *
 * Says it, to screen readers too, and offers to undo exactly that. Once anything else is done the
 * offer is withdrawn.
 */
void
cw_window_undo_toast (CwWindow *self, const char *message)
{
  CwHistory *history = cw_draft_get_history (self->draft);
  AdwToast *toast = adw_toast_new (message);
  Step *step = g_new (Step, 1);

  step->history = g_object_ref (history);
  step->document = cw_document_ref (cw_history_get_document (history));
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_step), step, step_free, 0);
  g_signal_connect_object (history, "notify::document", G_CALLBACK (on_step_over), toast,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * cw_window_alert:
 * @self: a window
 * @heading: what did not work
 * @message: why, what is safe, what to do
 *
 * Says something that must not be overlooked.
 */
void
cw_window_alert (CwWindow *self, const char *heading, const char *message)
{
  cw_alert_present (GTK_WIDGET (self), heading, message);
}

/**
 * cw_window_is_dismissed:
 * @error: what a dialog for files or printing ended with
 *
 * Returns: whether the user just closed it: nothing to be told about
 */
gboolean
cw_window_is_dismissed (GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
show_busy (gpointer data)
{
  CwWindow *self = data;

  self->busy_timer = 0;
  gtk_revealer_set_reveal_child (self->busy_revealer, TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * cw_window_set_busy:
 * @self: a window
 * @what: (nullable): what is going on, or %NULL when it is over
 *
 * Shows that slow work is under way. The window can be used meanwhile.
 */
void
cw_window_set_busy (CwWindow *self, const char *what)
{
  g_clear_handle_id (&self->busy_timer, g_source_remove);
  if (what == NULL)
    {
      gtk_revealer_set_reveal_child (self->busy_revealer, FALSE);
      return;
    }
  gtk_label_set_text (self->busy_label, what);
  self->busy_timer = g_timeout_add (BUSY_MS, show_busy, self);
}

static char *
folder_of (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  const char *home = g_get_home_dir ();

  if (path == NULL)
    return g_strdup ("");
  if (g_str_has_prefix (path, home))
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_filename_display_name (path);
}

static void
update_title (CwWindow *self)
{
  const char *title = cw_draft_get_title (self->draft);
  g_autofree char *shown
      = g_strconcat (cw_draft_get_modified (self->draft) ? "• " : "", title, NULL);
  GFile *file = cw_draft_get_file (self->draft);
  g_autofree char *folder = file != NULL ? folder_of (file) : NULL;

  adw_window_title_set_title (self->window_title, shown);
  adw_window_title_set_subtitle (self->window_title, folder != NULL ? folder : _ ("Not saved yet"));
  gtk_window_set_title (GTK_WINDOW (self), shown);
}

static void
on_outside (CwWindow *self)
{
  CwWatchState state = cw_draft_get_outside (self->draft);

  if (state == CW_WATCH_CHANGED)
    {
      adw_banner_set_title (self->outside_banner,
                            _ ("Another program has changed the file of this document."));
      adw_banner_set_button_label (self->outside_banner, _ ("_Reload"));
    }
  else if (state == CW_WATCH_GONE)
    {
      adw_banner_set_title (self->outside_banner,
                            _ ("The file of this document has been moved or deleted."));
      adw_banner_set_button_label (self->outside_banner, _ ("_Save As…"));
    }
  adw_banner_set_revealed (self->outside_banner, state != CW_WATCH_SAME);
}

static void
on_import (CwWindow *self)
{
  CwImport *import = cw_draft_get_import (self->draft);
  guint n = import != NULL ? import->changes->len : 0;
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u change was made while reading this text.",
                   "%u changes were made while reading this text.", n),
      n);

  cw_window_update_actions (self);
  gtk_label_set_text (self->import_label, text);
  gtk_revealer_set_reveal_child (self->import_revealer, n > 0);
}

static void
on_problem (CwWindow *self)
{
  if (cw_draft_get_problem (self->draft) != NULL)
    cw_window_toast (self, cw_draft_get_problem (self->draft));
}

static void
on_active (CwWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    cw_draft_check_outside (self->draft);
}

/**
 * cw_window_connect_messages:
 * @self: a window
 *
 * Keeps title, bars and banners in step with the draft.
 */
void
cw_window_connect_messages (CwWindow *self)
{
  static const char *const titles[] = { "notify::title", "notify::file", "notify::modified" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_signal_connect_object (self->draft, titles[i], G_CALLBACK (update_title), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::outside", G_CALLBACK (on_outside), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::import", G_CALLBACK (on_import), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::problem", G_CALLBACK (on_problem), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
  update_title (self);
}
