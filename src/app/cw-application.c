/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "cw-config.h"
#include "app/dialogs/cw-recovery-offer.h"
#include "app/dialogs/cw-guide.h"
#include "cw-menu-names.h"
#include "cw-resources.h"
#include "cw-settings.h"
#include "app/dialogs/cw-shortcuts.h"
#include "app/start/cw-start-window.h"
#include "app/templates/cw-template-dialog.h"
#include "app/window/cw-window.h"

/**
 * CwApplication:
 *
 * The program with a display: one process, one window for each document.
 */
struct _CwApplication
{
  AdwApplication parent_instance;

  gboolean offered; /* what an earlier run has left behind */
};

G_DEFINE_FINAL_TYPE (CwApplication, cw_application, ADW_TYPE_APPLICATION)

/* There is something to work on: nobody has to be shown where to begin. */
static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  GList *next;

  if (!CW_IS_WINDOW (window))
    return;
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = next)
    {
      next = l->next;
      if (CW_IS_START_WINDOW (l->data))
        gtk_window_close (l->data);
    }
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (cw_window_new (CW_APPLICATION (data))));
}

static void
on_template_chosen (CwTemplateDialog *dialog, CwDocument *document, GtkWindow *window)
{
  CwApplication *self = CW_APPLICATION (gtk_window_get_application (window));

  cw_application_begin (self, document, CW_IS_WINDOW (window) ? CW_WINDOW (window) : NULL);
}

static GtkWindow *
make_window (gpointer application)
{
  return GTK_WINDOW (cw_window_new (application));
}

static void
on_new_from_template (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (data));
  GtkWindow *window = ADW_IS_APPLICATION_WINDOW (active) ? active : make_window (data);
  g_autoptr (GSettings) settings = cw_settings_new ();
  CwProfile profile = cw_settings_get_profile (settings);
  CwTemplateDialog *dialog;

  gtk_window_present (window);
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return;
  dialog = cw_template_dialog_new (&profile);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_template_chosen), window, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
}

static void
on_open_recent (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwApplication *self = CW_APPLICATION (data);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  cw_application_open_file (self, file, CW_IS_WINDOW (active) ? CW_WINDOW (active) : NULL);
}

static void
on_guide (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_dialog_present (cw_guide_new (), GTK_WIDGET (active));
}

/* Every window asks for itself; the program ends with the last one. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (data));
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", _ ("Chengwen"), "application-icon", CW_APP_ID,
                "version", CW_VERSION, "developer-name", _ ("The Chengwen contributors"),
                "comments",
                _ ("Write official documents and see the printed page, laid out to GB/T 9704—2012, "
                   "as you write."),
                "license-type", GTK_LICENSE_GPL_3_0, "copyright",
                _ ("© 2026 The Chengwen contributors"), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (active));
}

/* The session ends, or somebody at a terminal has had enough: unsaved text is put in safety first.
 */
static gboolean
on_terminate (gpointer data)
{
  GList *l;

  for (l = gtk_application_get_windows (GTK_APPLICATION (data)); l != NULL; l = l->next)
    if (CW_IS_WINDOW (l->data))
      cw_draft_flush (cw_window_get_draft (CW_WINDOW (l->data)));
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

static void
cw_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "new", on_new },
    { "new-from-template", on_new_from_template },
    { "quit", on_quit },
    { "about", on_about },
    { "guide", on_guide },
    { "open-recent", on_open_recent, "s" },
  };

  cw_register_resource ();
  G_APPLICATION_CLASS (cw_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (CW_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  cw_shortcuts_install (GTK_APPLICATION (application));
  cw_menu_names_install ();
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
  g_unix_signal_add (SIGTERM, on_terminate, application);
  g_unix_signal_add (SIGHUP, on_terminate, application);
  g_unix_signal_add (SIGINT, on_terminate, application);
}

static gboolean
offer_recovery (gpointer data)
{
  cw_recovery_offer (CW_APPLICATION (data));
  return G_SOURCE_REMOVE;
}

/* Once, and only when the first window has been drawn. */
static void
offer_once (CwApplication *self)
{
  if (self->offered)
    return;
  self->offered = TRUE;
  g_idle_add_full (G_PRIORITY_LOW, offer_recovery, g_object_ref (self), g_object_unref);
}

static void
cw_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active == NULL)
    active = GTK_WINDOW (cw_start_window_new (CW_APPLICATION (application)));
  gtk_window_present (active);
  offer_once (CW_APPLICATION (application));
}

static void
cw_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    cw_application_open_file (CW_APPLICATION (application), files[i], NULL);
  offer_once (CW_APPLICATION (application));
}

static void
cw_application_class_init (CwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = cw_application_startup;
  application_class->activate = cw_application_activate;
  application_class->open = cw_application_open;
}

static void
cw_application_init (CwApplication *self)
{
}

/**
 * cw_application_new:
 *
 * Returns: (transfer full): the application, to be run with g_application_run()
 */
CwApplication *
cw_application_new (void)
{
  return g_object_new (CW_TYPE_APPLICATION, "application-id", CW_APP_ID, "resource-base-path",
                       CW_RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}

/**
 * cw_application_find_window:
 * @self: the application
 * @file: a file
 *
 * Returns: (transfer none) (nullable): the window that shows @file
 */
CwWindow *
cw_application_find_window (CwApplication *self, GFile *file)
{
  GList *l;

  g_return_val_if_fail (CW_IS_APPLICATION (self), NULL);

  for (l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CW_IS_WINDOW (l->data) && cw_window_is_at (CW_WINDOW (l->data), file))
      return CW_WINDOW (l->data);
  return NULL;
}

/**
 * cw_application_open_file:
 * @self: the application
 * @file: a project or a plain text
 * @from: (nullable): the window the user is in, which is used if its document is untouched
 *
 * Shows @file: in the window that shows it already, or in one for itself.
 */
void
cw_application_open_file (CwApplication *self, GFile *file, CwWindow *from)
{
  CwWindow *window;

  g_return_if_fail (CW_IS_APPLICATION (self));

  window = cw_application_find_window (self, file);
  if (window == NULL)
    {
      gboolean reuse = from != NULL && cw_draft_is_untouched (cw_window_get_draft (from));

      window = reuse ? from : cw_window_new (self);
      cw_window_load (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * cw_application_begin:
 * @self: the application
 * @document: a document to begin with
 * @from: (nullable): the window the user is in, which is used if its document is untouched
 *
 * Shows @document as one in no file yet.
 */
void
cw_application_begin (CwApplication *self, CwDocument *document, CwWindow *from)
{
  gboolean reuse;
  CwWindow *window;

  g_return_if_fail (CW_IS_APPLICATION (self));

  reuse = from != NULL && cw_draft_is_untouched (cw_window_get_draft (from));
  window = reuse ? from : cw_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  cw_window_begin (window, document);
}

/**
 * cw_application_run:
 * @argc: number of arguments
 * @argv: the arguments: the program's name, then files to open
 *
 * Runs the program with a display until its last window is closed.
 *
 * Returns: its exit status
 */
int
cw_application_run (int argc, char **argv)
{
  g_autoptr (CwApplication) application = cw_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
