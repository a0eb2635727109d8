/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/cw-file.h"
#include "formats/cw-project.h"

/* Longest stem of a file name made of a title, in bytes: a name may have 255 in all. */
#define LONGEST_STEM 180

/**
 * CwDraft:
 *
 * One open document, without a window: its history, the file it is saved in, the text file it came
 * from, what the reader changed in it, and whether somebody else has touched the file. Reading and
 * writing happen in threads.
 */
struct _CwDraft
{
  GObject parent_instance;

  CwHistory *history;
  GFile *file;   /* the project */
  GFile *source; /* or the text it was read from */
  CwWatch *watch;
  CwImport *import;
  char *title;
  guint busy;
};

enum
{
  PROP_TITLE = 1,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_BUSY,
  PROP_OUTSIDE,
  PROP_IMPORT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CwDraft, cw_draft, G_TYPE_OBJECT)

static char *
stem_of (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  char *dot = g_utf8_strrchr (shown, -1, '.');

  if (dot != NULL && dot > shown)
    *dot = '\0';
  return g_steal_pointer (&shown);
}

static char *
title_of (CwDocument *document)
{
  CwText *text = cw_document_get_element (document, CW_ELEMENT_TITLE);
  g_autofree char *title = NULL;

  if (text == NULL || cw_text_is_empty (text))
    return NULL;
  title = g_strdelimit (g_strdup (cw_text_get_string (text)), "\n\t", ' ');
  g_strstrip (title);
  return *title != '\0' ? g_steal_pointer (&title) : NULL;
}

static char *
make_title (CwDraft *self)
{
  char *title;

  if (self->file != NULL)
    return stem_of (self->file);
  if (self->source != NULL)
    return stem_of (self->source);
  title = title_of (cw_history_get_document (self->history));
  return title != NULL ? title : g_strdup (_ ("Untitled Document"));
}

static void
update_title (CwDraft *self)
{
  g_autofree char *title = make_title (self);

  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
on_modified (CwDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
on_watch_state (CwDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTSIDE]);
}

static void
set_busy (CwDraft *self, int by)
{
  self->busy += by;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
cw_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CwDraft *self = CW_DRAFT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, cw_draft_get_modified (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy > 0);
      break;
    case PROP_OUTSIDE:
      g_value_set_uint (value, cw_watch_get_state (self->watch));
      break;
    case PROP_IMPORT:
      g_value_set_pointer (value, self->import);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_draft_finalize (GObject *object)
{
  CwDraft *self = CW_DRAFT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->file);
  g_clear_object (&self->source);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->import, cw_import_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (cw_draft_parent_class)->finalize (object);
}

static void
cw_draft_class_init (CwDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cw_draft_get_property;
  object_class->finalize = cw_draft_finalize;

  /**
   * CwDraft:title:
   *
   * What the window is called: the name of the file, or the document's title.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * CwDraft:file:
   *
   * The project file it is saved in, or %NULL.
   */
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  /**
   * CwDraft:modified:
   *
   * Whether closing now would lose something.
   */
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  /**
   * CwDraft:busy:
   *
   * Whether a file is being read or written.
   */
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  /**
   * CwDraft:outside:
   *
   * The #CwWatchState of the file.
   */
  props[PROP_OUTSIDE] = g_param_spec_uint ("outside", NULL, NULL, 0, CW_WATCH_GONE, CW_WATCH_SAME, flags);
  /**
   * CwDraft:import:
   *
   * The #CwImport of the text last read, or %NULL.
   */
  props[PROP_IMPORT] = g_param_spec_pointer ("import", NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_draft_init (CwDraft *self)
{
  g_autoptr (CwDocument) blank = cw_document_new_blank ();

  self->history = cw_history_new (blank);
  self->watch = cw_watch_new ();
  g_signal_connect_object (self->history, "notify::document", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (on_modified), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "notify::state", G_CALLBACK (on_watch_state), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
}

/**
 * cw_draft_new:
 *
 * Returns: (transfer full): a draft of a blank document, in no file yet
 */
CwDraft *
cw_draft_new (void)
{
  return g_object_new (CW_TYPE_DRAFT, NULL);
}

/**
 * cw_draft_get_history:
 * @self: a draft
 *
 * Returns: (transfer none): its history, the same one all its life
 */
CwHistory *
cw_draft_get_history (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  return self->history;
}

/**
 * cw_draft_get_document:
 * @self: a draft
 *
 * Returns: (transfer none): the document as it is now
 */
CwDocument *
cw_draft_get_document (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  return cw_history_get_document (self->history);
}

/**
 * cw_draft_get_file:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the project file it is saved in
 */
GFile *
cw_draft_get_file (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  return self->file;
}

/**
 * cw_draft_get_source:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the text file it was read from, which is never written
 */
GFile *
cw_draft_get_source (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  return self->source;
}

/**
 * cw_draft_get_title:
 * @self: a draft
 *
 * Returns: (transfer none): what to call it
 */
const char *
cw_draft_get_title (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  return self->title;
}

/**
 * cw_draft_get_modified:
 * @self: a draft
 *
 * Returns: whether closing now would lose something
 */
gboolean
cw_draft_get_modified (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), FALSE);

  return cw_history_get_modified (self->history);
}

/**
 * cw_draft_get_busy:
 * @self: a draft
 *
 * Returns: whether a file is being read or written
 */
gboolean
cw_draft_get_busy (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), FALSE);

  return self->busy > 0;
}

/**
 * cw_draft_is_untouched:
 * @self: a draft
 *
 * Returns: whether nothing has been done with it yet, so that a file may be opened in its place
 */
gboolean
cw_draft_is_untouched (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), FALSE);

  return self->file == NULL && self->source == NULL && self->busy == 0
         && !cw_history_get_can_undo (self->history) && !cw_history_get_can_redo (self->history)
         && cw_document_is_blank (cw_draft_get_document (self));
}

/**
 * cw_draft_get_outside:
 * @self: a draft
 *
 * Returns: what other programs have done to its file
 */
CwWatchState
cw_draft_get_outside (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), CW_WATCH_SAME);

  return cw_watch_get_state (self->watch);
}

/**
 * cw_draft_check_outside:
 * @self: a draft
 *
 * Looks whether its file was touched, as when its window comes to the front.
 */
void
cw_draft_check_outside (CwDraft *self)
{
  g_return_if_fail (CW_IS_DRAFT (self));

  cw_watch_check (self->watch);
}

/**
 * cw_draft_get_import:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what the reader did to the text last read
 */
CwImport *
cw_draft_get_import (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  return self->import;
}

/**
 * cw_draft_take_import:
 * @self: a draft
 * @import: (transfer full) (nullable): what the reader did to a text pasted into it
 */
void
cw_draft_take_import (CwDraft *self, CwImport *import)
{
  g_return_if_fail (CW_IS_DRAFT (self));

  g_clear_pointer (&self->import, cw_import_free);
  self->import = import;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IMPORT]);
}

/**
 * cw_draft_can_undo_import:
 * @self: a draft
 *
 * Returns: whether one undo takes back what the reader changed: nothing was done since
 */
gboolean
cw_draft_can_undo_import (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), FALSE);

  return self->import != NULL && cw_history_get_can_undo (self->history)
         && cw_draft_get_document (self) == self->import->document;
}

/**
 * cw_draft_is_at:
 * @self: a draft
 * @file: a file
 *
 * Returns: whether @self is what @file opens as
 */
gboolean
cw_draft_is_at (CwDraft *self, GFile *file)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), FALSE);

  return (self->file != NULL && g_file_equal (self->file, file))
         || (self->file == NULL && self->source != NULL && g_file_equal (self->source, file));
}

/**
 * cw_draft_suggest_name:
 * @self: a draft
 * @extension: what the name shall end with, without the dot
 *
 * Returns: (transfer full): a name for a file made of it: that of its project, or its title
 */
char *
cw_draft_suggest_name (CwDraft *self, const char *extension)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  if (self->file != NULL)
    stem = stem_of (self->file);
  else
    stem = title_of (cw_draft_get_document (self));
  if (stem == NULL)
    stem = g_strdup (self->title);
  g_strdelimit (stem, "/\\:*?\"<>|", ' ');
  if (strlen (stem) > LONGEST_STEM)
    *g_utf8_find_prev_char (stem, stem + LONGEST_STEM) = '\0';
  return g_strconcat (stem, ".", extension, NULL);
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef struct
{
  CwDocument *document;
  CwImport *import;
  char *etag;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->document, cw_document_unref);
  g_clear_pointer (&loaded->import, cw_import_free);
  g_free (loaded->etag);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static void
load (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_file_load (file, &loaded->etag, cancellable, &error);

  if (bytes != NULL)
    loaded->document = cw_file_read_document (bytes, &loaded->import, &error);
  if (loaded->document != NULL)
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) loaded_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * cw_draft_load_async:
 * @self: a draft
 * @file: a project or a plain text
 * @cancellable: (nullable): to give up
 * @callback: called when it has been read
 * @data: for @callback
 *
 * Reads @file in a thread. @self stays as it is until that has succeeded.
 */
void
cw_draft_load_async (CwDraft *self, GFile *file, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CW_IS_DRAFT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, cw_draft_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  set_busy (self, 1);
  g_task_run_in_thread (task, load);
}

/* The text as it was typed is one undo away; neither of the two needs saving, the file has it. */
static void
show_loaded (CwDraft *self, Loaded *loaded)
{
  CwImport *import = loaded->import;
  CwPlace top = { 0, 0 };

  if (import == NULL)
    {
      cw_history_reset (self->history, loaded->document);
      return;
    }
  cw_history_reset (self->history, import->as_typed);
  if (!cw_document_equal (import->as_typed, import->document))
    cw_history_push (self->history, import->document, CW_EDIT_STEP, top, g_get_monotonic_time ());
  cw_history_set_saved (self->history, import->document);
}

static void
settle_in (CwDraft *self, GFile *file, gboolean is_project, const char *etag)
{
  g_set_object (is_project ? &self->file : &self->source, file);
  g_clear_object (is_project ? &self->source : &self->file);
  cw_watch_set_file (self->watch, is_project ? file : NULL, etag);
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
}

/**
 * cw_draft_load_finish:
 * @self: a draft
 * @result: the result
 * @error: why it could not be read, a sentence for the user
 *
 * Returns: whether @self now is the document in the file; otherwise it is what it was
 */
gboolean
cw_draft_load_finish (CwDraft *self, GAsyncResult *result, GError **error)
{
  g_autoptr (Loaded) loaded = NULL;
  GFile *file;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  set_busy (self, -1);
  file = g_task_get_task_data (G_TASK (result));
  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded == NULL)
    return FALSE;

  show_loaded (self, loaded);
  settle_in (self, file, loaded->import == NULL, loaded->etag);
  cw_draft_take_import (self, g_steal_pointer (&loaded->import));
  return TRUE;
}

/* --- writing ---------------------------------------------------------------------------------- */

typedef struct
{
  CwDocument *document;
  GFile *file;
  char *expected; /* entity tag the file must still have */
  char *etag;
} Saving;

static void
saving_free (Saving *saving)
{
  cw_document_unref (saving->document);
  g_object_unref (saving->file);
  g_free (saving->expected);
  g_free (saving->etag);
  g_free (saving);
}

static void
save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_project_write (saving->document, &error);

  if (bytes != NULL
      && cw_file_save (saving->file, bytes, saving->expected, &saving->etag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * cw_draft_save_async:
 * @self: a draft
 * @file: (nullable): where to, or %NULL for the file it has
 * @overwrite: whether what another program may have written there goes
 * @cancellable: (nullable): to give up
 * @callback: called when it has been written
 * @data: for @callback
 *
 * Writes the document as it is now, in a thread. Unless @overwrite is set, a file that has been
 * touched since it was read is left alone, with %CW_FILE_ERROR_CHANGED or %CW_FILE_ERROR_DELETED.
 */
void
cw_draft_save_async (CwDraft *self, GFile *file, gboolean overwrite, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;
  gboolean own;

  g_return_if_fail (CW_IS_DRAFT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  own = file == NULL || (self->file != NULL && g_file_equal (file, self->file));
  saving = g_new0 (Saving, 1);
  saving->document = cw_document_ref (cw_draft_get_document (self));
  saving->file = g_object_ref (file != NULL ? file : self->file);
  saving->expected = own && !overwrite ? g_strdup (cw_watch_get_etag (self->watch)) : NULL;
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, cw_draft_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  cw_watch_hold (self->watch);
  set_busy (self, 1);
  g_task_run_in_thread (task, save);
}

/**
 * cw_draft_save_finish:
 * @self: a draft
 * @result: the result
 * @error: why it could not be written, a sentence for the user
 *
 * Returns: whether the document is safe in its file now
 */
gboolean
cw_draft_save_finish (CwDraft *self, GAsyncResult *result, GError **error)
{
  Saving *saving;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  cw_watch_release (self->watch);
  set_busy (self, -1);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  saving = g_task_get_task_data (G_TASK (result));
  cw_history_set_saved (self->history, saving->document);
  settle_in (self, saving->file, TRUE, saving->etag);
  return TRUE;
}
