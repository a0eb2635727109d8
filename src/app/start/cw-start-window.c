/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-start-window.h"

#include <glib/gi18n-lib.h>

#include "app/cw-file-filters.h"
#include "app/cw-settings.h"
#include "app/dialogs/cw-alert.h"
#include "app/dialogs/cw-preferences.h"
#include "app/dialogs/cw-shortcuts.h"
#include "app/window/cw-window.h"
#include "cw-start-card.h"
#include "cw-start-papers.h"

/**
 * CwStartWindow:
 *
 * What the program opens with when it is not told a file: the documents of the last days and the
 * usual starting points, each by its first page. It goes as soon as there is a document to work on.
 */
struct _CwStartWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  GCancellable *cancellable;
  CwFirstPages *pictures;

  AdwWrapBox *template_box;
  AdwWrapBox *recent_box;
  GtkWidget *drop_hint;
  GtkWidget *new_button;
};

G_DEFINE_FINAL_TYPE (CwStartWindow, cw_start_window, ADW_TYPE_APPLICATION_WINDOW)

static CwApplication *
get_application (CwStartWindow *self)
{
  return CW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* --- opening --- */

static void
on_open_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwStartWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files == NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cw_alert_present (GTK_WIDGET (self), _ ("This File Cannot Be Opened"), error->message);
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      cw_application_open_file (get_application (self), file, NULL);
    }
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwStartWindow *self = CW_START_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = cw_file_filters_for_opening ();

  gtk_file_dialog_set_title (dialog, _ ("Open a Document or a Text"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), self->cancellable, on_open_chosen,
                                 g_object_ref (self));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CwStartWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    cw_application_open_file (get_application (self), l->data, NULL);
  return files != NULL;
}

/* --- beginning --- */

static void
on_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwStartWindow *self = CW_START_WINDOW (widget);
  g_autoptr (CwDocument) document
      = cw_start_papers_read_template (g_variant_get_string (parameter, NULL));

  if (document != NULL)
    cw_application_begin (get_application (self), document, NULL);
}

static void
on_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwStartWindow *self = CW_START_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_start_papers_read_sample (&error);

  if (document != NULL)
    cw_application_begin (get_application (self), document, NULL);
  else
    cw_alert_present (GTK_WIDGET (self), _ ("The Sample Cannot Be Opened"), error->message);
}

/* A text copied elsewhere is the commonest beginning: pasting it here is enough. */
static void
on_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *window = cw_window_new (get_application (CW_START_WINDOW (widget)));

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), "clipboard.paste", NULL);
}

static void
on_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (cw_preferences_new (CW_START_WINDOW (widget)->settings), widget);
}

static void
on_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_shortcuts_present (GTK_WINDOW (widget));
}

/* --- the papers --- */

static void
show_recent (CwStartWindow *self)
{
  guint n;

  if (self->pictures == NULL)
    return;
  n = cw_start_papers_show_recent (self->recent_box, self->pictures);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_box), n > 0);
  gtk_widget_set_visible (self->drop_hint, n == 0);
}

/* The scale of the screen is known once the window is on one. */
static void
on_map (CwStartWindow *self)
{
  CwProfile profile = cw_settings_get_profile (self->settings);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->pictures != NULL)
    return;
  self->pictures = cw_first_pages_new (&profile, CW_START_CARD_WIDTH * scale);
  show_recent (self);
  cw_start_papers_show_templates (self->template_box, self->pictures);
}

static void
cw_start_window_dispose (GObject *object)
{
  CwStartWindow *self = CW_START_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->pictures != NULL)
    g_object_run_dispose (G_OBJECT (self->pictures));
  g_clear_object (&self->pictures);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_START_WINDOW);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cw_start_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open", NULL, on_open);
  gtk_widget_class_install_action (klass, "win.preferences", NULL, on_preferences);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, on_shortcuts);
  gtk_widget_class_install_action (klass, "start.template", "s", on_template);
  gtk_widget_class_install_action (klass, "start.sample", NULL, on_sample);
  gtk_widget_class_install_action (klass, "start.paste", NULL, on_paste);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_CONTROL_MASK, "start.paste", NULL);
}

static void
cw_start_window_class_init (CwStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_start_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CwStartWindow, template_box);
  gtk_widget_class_bind_template_child (widget_class, CwStartWindow, recent_box);
  gtk_widget_class_bind_template_child (widget_class, CwStartWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, CwStartWindow, new_button);
  install_actions (widget_class);
}

static void
install_drop (CwStartWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
cw_start_window_init (CwStartWindow *self)
{
  self->settings = cw_settings_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  install_drop (self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (show_recent),
                           self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), self->new_button);
}

/**
 * cw_start_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
CwStartWindow *
cw_start_window_new (CwApplication *application)
{
  return g_object_new (CW_TYPE_START_WINDOW, "application", application, NULL);
}
