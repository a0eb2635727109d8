/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-draft-private.h"

#include <glib/gi18n-lib.h>

#include "cw-settings.h"

/**
 * CwDraft:
 *
 * One open document, without a window: its history, the file it is saved in, the text file it came
 * from, what the reader changed in it, and whether somebody else has touched the file. Reading and
 * writing happen in threads.
 */
G_DEFINE_FINAL_TYPE (CwDraft, cw_draft, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_BUSY,
  PROP_OUTSIDE,
  PROP_IMPORT,
  PROP_PROBLEM,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static char *
make_title (CwDraft *self)
{
  char *title;

  if (self->file != NULL)
    return cw_draft_stem_of (self->file);
  if (self->source != NULL)
    return cw_draft_stem_of (self->source);
  title = cw_draft_title_of (cw_history_get_document (self->history));
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
on_problem (CwDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

/* What is in no file is in the journal; what is in a file needs none. */
static void
keep (CwDraft *self)
{
  if (cw_history_get_modified (self->history))
    cw_journal_keep (self->journal, cw_history_get_document (self->history));
  else
    cw_journal_discard (self->journal);
}

/**
 * cw_draft_count_busy:
 * @self: a draft
 * @by: 1 when something starts, -1 when it ends
 */
void
cw_draft_count_busy (CwDraft *self, int by)
{
  self->busy += by;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/**
 * cw_draft_settle_in:
 * @self: a draft
 * @file: where its document is
 * @is_project: whether it is saved there, or was only read from there
 * @etag: (nullable): the file's entity tag
 */
void
cw_draft_settle_in (CwDraft *self, GFile *file, gboolean is_project, const char *etag)
{
  g_set_object (is_project ? &self->file : &self->source, file);
  g_clear_object (is_project ? &self->source : &self->file);
  cw_watch_set_file (self->watch, is_project ? file : NULL, etag);
  cw_journal_set_file (self->journal, is_project ? file : NULL, etag);
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
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
    case PROP_PROBLEM:
      g_value_set_string (value, cw_journal_get_problem (self->journal));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_draft_finalize (GObject *object)
{
  CwDraft *self = CW_DRAFT (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->history);
  g_clear_object (&self->file);
  g_clear_object (&self->source);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->import, cw_import_free);
  g_clear_pointer (&self->start, cw_document_unref);
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
  props[PROP_OUTSIDE]
      = g_param_spec_uint ("outside", NULL, NULL, 0, CW_WATCH_GONE, CW_WATCH_SAME, flags);
  /**
   * CwDraft:import:
   *
   * The #CwImport of the text last read, or %NULL.
   */
  props[PROP_IMPORT] = g_param_spec_pointer ("import", NULL, NULL, flags);
  /**
   * CwDraft:problem:
   *
   * Why unsaved text is not safe from a crash, a sentence for the user, or %NULL.
   */
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_draft_init (CwDraft *self)
{
  g_autoptr (CwDocument) blank = cw_document_new_blank ();
  g_autofree char *folder = cw_settings_get_recovery_folder ();

  self->journal = cw_journal_new (folder);
  self->history = cw_history_new (blank);
  self->watch = cw_watch_new ();
  g_signal_connect_object (self->history, "notify::document", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::document", G_CALLBACK (keep), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (keep), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (on_modified), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "notify::problem", G_CALLBACK (on_problem), self,
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
         && (self->start == cw_draft_get_document (self)
             || cw_document_is_blank (cw_draft_get_document (self)));
}

/**
 * cw_draft_begin:
 * @self: an untouched draft
 * @document: what to begin with, such as a template's document
 *
 * Begins with @document, which is in no file. As long as nothing is written there is nothing to
 * lose.
 */
void
cw_draft_begin (CwDraft *self, CwDocument *document)
{
  g_return_if_fail (CW_IS_DRAFT (self));
  g_return_if_fail (cw_draft_is_untouched (self));

  g_clear_pointer (&self->start, cw_document_unref);
  self->start = cw_document_ref (document);
  cw_history_reset (self->history, document);
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
 * cw_draft_discard:
 * @self: a draft about to go
 *
 * The user does not want what is unsaved: the journal goes, so that it is not offered again.
 */
void
cw_draft_discard (CwDraft *self)
{
  g_return_if_fail (CW_IS_DRAFT (self));

  cw_journal_discard (self->journal);
}

/**
 * cw_draft_flush:
 * @self: a draft
 *
 * Puts what is unsaved into the journal now, as when the session ends. Blocks.
 */
void
cw_draft_flush (CwDraft *self)
{
  g_return_if_fail (CW_IS_DRAFT (self));

  cw_journal_flush (self->journal);
}

/**
 * cw_draft_get_problem:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): why unsaved text is not safe from a crash
 */
const char *
cw_draft_get_problem (CwDraft *self)
{
  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  return cw_journal_get_problem (self->journal);
}
