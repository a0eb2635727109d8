/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-memory-files.h"

#include <glib/gi18n-lib.h>

#include "formats/files/cw-file.h"

typedef struct
{
  CwMemory *memory;
  GtkWidget *owner;
  CwMemoryFilesDone done;
  gpointer data;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->memory);
  g_object_unref (errand->owner);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static Errand *
errand_new (CwMemory *memory, GtkWidget *owner, CwMemoryFilesDone done, gpointer data)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->memory = g_object_ref (memory);
  errand->owner = g_object_ref (owner);
  errand->done = done;
  errand->data = data;
  return errand;
}

/* The dialog may have been closed meanwhile. */
static void
tell (Errand *errand, const char *message)
{
  if (gtk_widget_get_root (errand->owner) != NULL)
    errand->done (message, errand->data);
}

static gboolean
is_dismissed (GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}

static void
on_import_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL && is_dismissed (error))
    return;
  if (file != NULL)
    bytes = cw_file_load (file, NULL, NULL, &error);
  if (bytes != NULL && cw_memory_read (errand->memory, bytes, &error))
    tell (errand, _ ("The values have been added."));
  else
    tell (errand, error->message);
}

static void
on_export_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GBytes) bytes = cw_memory_write (errand->memory);

  if (file == NULL && is_dismissed (error))
    return;
  if (file != NULL && cw_file_save (file, bytes, NULL, NULL, NULL, &error))
    tell (errand, _ ("The values have been written to the file."));
  else
    tell (errand, error->message);
}

static GtkWindow *
window_of (GtkWidget *owner)
{
  GtkRoot *root = gtk_widget_get_root (owner);

  return root != NULL ? GTK_WINDOW (root) : NULL;
}

/**
 * cw_memory_files_import:
 * @memory: a memory
 * @owner: where the user asked for it
 * @done: called afterwards
 * @data: for @done
 *
 * Asks for a file of remembered values and adds them.
 */
void
cw_memory_files_import (CwMemory *memory, GtkWidget *owner, CwMemoryFilesDone done, gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Import Remembered Values"));
  gtk_file_dialog_open (dialog, window_of (owner), NULL, on_import_chosen,
                        errand_new (memory, owner, done, data));
}

/**
 * cw_memory_files_export:
 * @memory: a memory
 * @owner: where the user asked for it
 * @done: called afterwards
 * @data: for @done
 *
 * Asks for a name and writes all remembered values there.
 */
void
cw_memory_files_export (CwMemory *memory, GtkWidget *owner, CwMemoryFilesDone done, gpointer data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Export Remembered Values"));
  gtk_file_dialog_set_initial_name (dialog, _ ("remembered values.ini"));
  gtk_file_dialog_save (dialog, window_of (owner), NULL, on_export_chosen,
                        errand_new (memory, owner, done, data));
}
