/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-memory.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "formats/files/cw-atomic.h"

/* More of one sort than anybody would look through. */
#define MOST 200
#define MOST_BYTES (1024 * 1024)
#define SAVE_MS 800

/**
 * CwMemory:
 *
 * What was entered before, on this computer alone: agencies, people, codes and recipients, those
 * used last first. Kept in a small file that is written whole or not at all.
 */
struct _CwMemory
{
  GObject parent_instance;

  char *path;
  GPtrArray *shelves[CW_N_SHELVES]; /* of char*, with a NULL at the end */
  guint save_timer;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwMemory, cw_memory, G_TYPE_OBJECT)

static const struct
{
  const char *group; /* in the file; never changes */
  const char *name;
} shelves[CW_N_SHELVES] = {
  [CW_SHELF_AGENCIES] = { "agencies", N_ ("Agencies") },
  [CW_SHELF_PEOPLE] = { "people", N_ ("People") },
  [CW_SHELF_CODES] = { "codes", N_ ("Issuer Codes") },
  [CW_SHELF_RECIPIENTS] = { "recipients", N_ ("Recipients") },
};

/* One more than the shelf of each element that is remembered. */
static const guint shelf_of[CW_N_ELEMENTS] = {
  [CW_ELEMENT_ISSUERS] = CW_SHELF_AGENCIES + 1,
  [CW_ELEMENT_SIGNATORY] = CW_SHELF_AGENCIES + 1,
  [CW_ELEMENT_PRINTING_OFFICE] = CW_SHELF_AGENCIES + 1,
  [CW_ELEMENT_SIGNERS] = CW_SHELF_PEOPLE + 1,
  [CW_ELEMENT_NUMBER_CODE] = CW_SHELF_CODES + 1,
  [CW_ELEMENT_ADDRESSEES] = CW_SHELF_RECIPIENTS + 1,
  [CW_ELEMENT_COPY_RECIPIENTS] = CW_SHELF_RECIPIENTS + 1,
  [CW_ELEMENT_REPORT_RECIPIENTS] = CW_SHELF_RECIPIENTS + 1,
  [CW_ELEMENT_FORWARD_RECIPIENTS] = CW_SHELF_RECIPIENTS + 1,
};

static int
find (CwMemory *self, CwShelf shelf, const char *value)
{
  GPtrArray *values = self->shelves[shelf];

  for (guint i = 0; i + 1 < values->len; i++)
    if (strcmp (g_ptr_array_index (values, i), value) == 0)
      return (int) i;
  return -1;
}

static gboolean
save (gpointer data)
{
  cw_memory_flush (data);
  return G_SOURCE_REMOVE;
}

static void
change (CwMemory *self)
{
  if (self->path != NULL && self->save_timer == 0)
    self->save_timer = g_timeout_add (SAVE_MS, save, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A file that cannot be read is put aside, not written over. */
static void
load (CwMemory *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &contents, &length, NULL))
    return;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&contents), length);

  if (!cw_memory_read (self, bytes, &error))
    {
      g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

      g_info ("%s", error->message);
      g_rename (self->path, aside);
    }
  g_clear_handle_id (&self->save_timer, g_source_remove);
}

static void
cw_memory_dispose (GObject *object)
{
  CwMemory *self = CW_MEMORY (object);

  cw_memory_flush (self);
  G_OBJECT_CLASS (cw_memory_parent_class)->dispose (object);
}

static void
cw_memory_finalize (GObject *object)
{
  CwMemory *self = CW_MEMORY (object);

  for (CwShelf shelf = 0; shelf < CW_N_SHELVES; shelf++)
    g_ptr_array_unref (self->shelves[shelf]);
  g_free (self->path);
  G_OBJECT_CLASS (cw_memory_parent_class)->finalize (object);
}

static void
cw_memory_class_init (CwMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_memory_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_memory_finalize;

  /**
   * CwMemory::changed:
   *
   * Something else is remembered now.
   */
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_MEMORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cw_memory_init (CwMemory *self)
{
  for (CwShelf shelf = 0; shelf < CW_N_SHELVES; shelf++)
    {
      self->shelves[shelf] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->shelves[shelf], NULL);
    }
}

/**
 * cw_memory_new:
 * @path: (nullable): where it is kept; %NULL for nowhere
 *
 * Returns: (transfer full): what the file at @path remembers
 */
CwMemory *
cw_memory_new (const char *path)
{
  CwMemory *self = g_object_new (CW_TYPE_MEMORY, NULL);

  self->path = g_strdup (path);
  if (path != NULL)
    load (self);
  return self;
}

/**
 * cw_memory_get_default:
 *
 * Returns: (transfer none): what this user's program remembers
 */
CwMemory *
cw_memory_get_default (void)
{
  static CwMemory *memory;

  if (memory == NULL)
    {
      g_autofree char *path
          = g_build_filename (g_get_user_data_dir (), "chengwen", "remembered.ini", NULL);

      memory = cw_memory_new (path);
    }
  return memory;
}

/**
 * cw_memory_find_shelf:
 * @element: an element
 * @shelf: (out): what sort of thing is entered there
 *
 * Returns: whether such things are remembered
 */
gboolean
cw_memory_find_shelf (CwElement element, CwShelf *shelf)
{
  if (shelf_of[element] == 0)
    return FALSE;
  *shelf = shelf_of[element] - 1;
  return TRUE;
}

/**
 * cw_shelf_get_name:
 * @shelf: a sort of things
 *
 * Returns: (transfer none): what the user calls them
 */
const char *
cw_shelf_get_name (CwShelf shelf)
{
  return _ (shelves[shelf].name);
}

/* --- what is remembered --- */

/* The array holds a NULL as its last element, so that it is a list of strings. */
static void
insert (GPtrArray *values, guint at, const char *value)
{
  g_ptr_array_insert (values, (int) at, g_strdup (value));
  while (values->len - 1 > MOST)
    g_ptr_array_remove_index (values, values->len - 2);
}

/**
 * cw_memory_add:
 * @self: a memory
 * @shelf: what sort of thing
 * @value: what was entered; nothing happens if it is blank
 *
 * Remembers it as used last.
 */
void
cw_memory_add (CwMemory *self, CwShelf shelf, const char *value)
{
  g_autofree char *clean = g_strstrip (g_strdup (value));
  int at = find (self, shelf, clean);

  if (*clean == '\0' || at == 0)
    return;
  if (at > 0)
    g_ptr_array_remove_index (self->shelves[shelf], (guint) at);
  insert (self->shelves[shelf], 0, clean);
  change (self);
}

/**
 * cw_memory_remove:
 * @self: a memory
 * @shelf: what sort of thing
 * @value: what to forget
 */
void
cw_memory_remove (CwMemory *self, CwShelf shelf, const char *value)
{
  int at = find (self, shelf, value);

  if (at < 0)
    return;
  g_ptr_array_remove_index (self->shelves[shelf], (guint) at);
  change (self);
}

/**
 * cw_memory_replace:
 * @self: a memory
 * @shelf: what sort of thing
 * @value: something remembered
 * @by: what it should say
 */
void
cw_memory_replace (CwMemory *self, CwShelf shelf, const char *value, const char *by)
{
  g_autofree char *clean = g_strstrip (g_strdup (by));
  int at = find (self, shelf, value);

  if (at < 0 || *clean == '\0' || find (self, shelf, clean) >= 0)
    return;
  g_ptr_array_remove_index (self->shelves[shelf], (guint) at);
  insert (self->shelves[shelf], (guint) at, clean);
  change (self);
}

/**
 * cw_memory_clear:
 * @self: a memory
 *
 * Forgets everything.
 */
void
cw_memory_clear (CwMemory *self)
{
  for (CwShelf shelf = 0; shelf < CW_N_SHELVES; shelf++)
    g_ptr_array_remove_range (self->shelves[shelf], 0, self->shelves[shelf]->len - 1);
  change (self);
}

/**
 * cw_memory_list:
 * @self: a memory
 * @shelf: a sort of things
 *
 * Returns: (transfer none) (array zero-terminated=1): those remembered, used last first
 */
const char *const *
cw_memory_list (CwMemory *self, CwShelf shelf)
{
  return (const char *const *) self->shelves[shelf]->pdata;
}

static void
add_matches (GPtrArray *found,
             const char *const *values,
             const char *text,
             gboolean at_start,
             guint most)
{
  for (; *values != NULL && found->len < most; values++)
    if (strstr (*values, text) != NULL && strcmp (*values, text) != 0
        && !g_str_has_prefix (*values, text) == !at_start)
      g_ptr_array_add (found, g_strdup (*values));
}

/**
 * cw_memory_complete:
 * @self: a memory
 * @shelf: a sort of things
 * @text: what was typed so far
 * @most: how many to give at most
 *
 * Returns: (transfer full) (array zero-terminated=1): those with @text in them and more, those that
 * begin with it first
 */
char **
cw_memory_complete (CwMemory *self, CwShelf shelf, const char *text, guint most)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  add_matches (found, cw_memory_list (self, shelf), text, TRUE, most);
  add_matches (found, cw_memory_list (self, shelf), text, FALSE, most);
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

/* --- the file --- */

/**
 * cw_memory_write:
 * @self: a memory
 *
 * Returns: (transfer full): a file of all it remembers
 */
GBytes *
cw_memory_write (CwMemory *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize length;
  char *contents;

  for (CwShelf shelf = 0; shelf < CW_N_SHELVES; shelf++)
    g_key_file_set_string_list (file, shelves[shelf].group, "values", cw_memory_list (self, shelf),
                                self->shelves[shelf]->len - 1);
  contents = g_key_file_to_data (file, &length, NULL);
  return g_bytes_new_take (contents, length);
}

static GKeyFile *
parse (GBytes *bytes, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gboolean known = FALSE;

  if (g_bytes_get_size (bytes) < MOST_BYTES
      && g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    for (CwShelf shelf = 0; shelf < CW_N_SHELVES; shelf++)
      known = known || g_key_file_has_group (file, shelves[shelf].group);
  if (known)
    return g_steal_pointer (&file);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("This file holds no remembered values. Nothing has been changed. Choose "
                          "a file that was exported here."));
  return NULL;
}

/**
 * cw_memory_read:
 * @self: a memory
 * @bytes: a file made by cw_memory_write()
 * @error: return location for an error
 *
 * Remembers what is in the file as well, behind what was remembered before.
 *
 * Returns: whether it is such a file; nothing is changed if not
 */
gboolean
cw_memory_read (CwMemory *self, GBytes *bytes, GError **error)
{
  g_autoptr (GKeyFile) file = parse (bytes, error);

  if (file == NULL)
    return FALSE;
  for (CwShelf shelf = 0; shelf < CW_N_SHELVES; shelf++)
    {
      g_auto (GStrv) values
          = g_key_file_get_string_list (file, shelves[shelf].group, "values", NULL, NULL);

      for (guint i = 0; values != NULL && values[i] != NULL; i++)
        if (*g_strstrip (values[i]) != '\0' && find (self, shelf, values[i]) < 0)
          insert (self->shelves[shelf], self->shelves[shelf]->len - 1, values[i]);
    }
  change (self);
  return TRUE;
}

/**
 * cw_memory_flush:
 * @self: a memory
 *
 * Writes what is not in the file yet. What cannot be written is still remembered until the program
 * ends.
 */
void
cw_memory_flush (CwMemory *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  if (self->save_timer == 0)
    return;
  g_clear_handle_id (&self->save_timer, g_source_remove);
  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  bytes = cw_memory_write (self);
  if (!cw_atomic_write (self->path, bytes, NULL, NULL, NULL, &error))
    g_info ("%s", error->message);
}
