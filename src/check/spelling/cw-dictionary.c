/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-dictionary.h"

#include <dlfcn.h>
#include <string.h>

/* Opened when it is first needed, as most papers have no word of English, and not every computer
 * has it. */
#define LIBRARY "libenchant-2.so.2"

typedef struct
{
  gpointer (*begin) (void);
  void (*end) (gpointer broker);
  gpointer (*request) (gpointer broker, const char *tag);
  void (*give_back) (gpointer broker, gpointer words);
  int (*check) (gpointer words, const char *word, gssize length);
  char **(*suggest) (gpointer words, const char *word, gssize length, gsize *n);
  void (*free_list) (gpointer words, char **list);
} Library;

struct _CwDictionary
{
  GMutex mutex; /* over all below */
  Library library;
  void *handle;
  gpointer broker;
  GPtrArray *words;  /* of one spelling of English each */
  GHashTable *known; /* what was asked before, and the answer */
};

static gboolean
find_functions (void *handle, Library *library)
{
  const struct
  {
    const char *name;
    void *place;
  } functions[] = {
    { "enchant_broker_init", &library->begin },
    { "enchant_broker_free", &library->end },
    { "enchant_broker_request_dict", &library->request },
    { "enchant_broker_free_dict", &library->give_back },
    { "enchant_dict_check", &library->check },
    { "enchant_dict_suggest", &library->suggest },
    { "enchant_dict_free_string_list", &library->free_list },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      void *found = dlsym (handle, functions[i].name);

      if (found == NULL)
        return FALSE;
      memcpy (functions[i].place, &found, sizeof found);
    }
  return TRUE;
}

/* Offices write colour as well as color: what one of them knows is right. */
static void
request_words (CwDictionary *self)
{
  static const char *const tags[] = { "en_US", "en_GB" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      gpointer words = self->library.request (self->broker, tags[i]);

      if (words != NULL)
        g_ptr_array_add (self->words, words);
    }
}

/**
 * cw_dictionary_open:
 * @library: the name of the library that has the words
 *
 * Opens the dictionary, which takes about a tenth of a second.
 *
 * Returns: (transfer full) (nullable): %NULL if there is no such library, or no English in it
 */
CwDictionary *
cw_dictionary_open (const char *library)
{
  g_autoptr (CwDictionary) self = g_new0 (CwDictionary, 1);

  g_mutex_init (&self->mutex);
  self->words = g_ptr_array_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->handle = dlopen (library, RTLD_NOW | RTLD_LOCAL);
  if (self->handle == NULL || !find_functions (self->handle, &self->library))
    return NULL;
  self->broker = self->library.begin ();
  request_words (self);
  return self->words->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * cw_dictionary_free:
 * @self: (transfer full): a dictionary from cw_dictionary_open()
 *
 * The library stays open: its own modules do not bear being loaded twice.
 */
void
cw_dictionary_free (CwDictionary *self)
{
  for (guint i = 0; i < self->words->len; i++)
    self->library.give_back (self->broker, self->words->pdata[i]);
  if (self->broker != NULL)
    self->library.end (self->broker);
  g_ptr_array_unref (self->words);
  g_hash_table_unref (self->known);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gpointer
open_default (gpointer data)
{
  return cw_dictionary_open (LIBRARY);
}

/**
 * cw_dictionary_get_default:
 *
 * Opens the dictionary of this computer the first time.
 *
 * Returns: (transfer none) (nullable): %NULL if there is none for English
 */
CwDictionary *
cw_dictionary_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_default, NULL);
}

/* As dictionaries write it. */
static char *
straighten (const char *word)
{
  GString *string = g_string_new (word);

  g_string_replace (string, "’", "'", 0);
  return g_string_free_and_steal (string);
}

/* What cannot be judged is right. */
static gboolean
look_up (CwDictionary *self, const char *word)
{
  for (guint i = 0; i < self->words->len; i++)
    if (self->library.check (self->words->pdata[i], word, -1) <= 0)
      return TRUE;
  return FALSE;
}

/**
 * cw_dictionary_knows:
 * @self: a dictionary
 * @word: a word
 *
 * Returns: whether @word is spelled right
 */
gboolean
cw_dictionary_knows (CwDictionary *self, const char *word)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *straight = straighten (word);
  gpointer answer;

  if (g_hash_table_lookup_extended (self->known, straight, NULL, &answer))
    return GPOINTER_TO_INT (answer);
  answer = GINT_TO_POINTER (look_up (self, straight));
  g_hash_table_insert (self->known, g_steal_pointer (&straight), answer);
  return GPOINTER_TO_INT (answer);
}

/* Adds what may have been meant; one word before two, of which a typo is seldom made. */
static void
add_suggestions (CwDictionary *self, const char *word, gboolean capital, GPtrArray *suggestions)
{
  gpointer words = self->words->pdata[0];
  gsize n = 0;
  char **list = self->library.suggest (words, word, -1, &n);

  for (guint parted = 0; parted < 2; parted++)
    for (gsize i = 0; list != NULL && i < n; i++)
      {
        g_autofree char *suggestion = g_strdup (list[i]);

        if ((strpbrk (suggestion, " -") != NULL) != parted)
          continue;
        if (capital)
          suggestion[0] = g_ascii_toupper (suggestion[0]);
        if (!g_ptr_array_find_with_equal_func (suggestions, suggestion, g_str_equal, NULL))
          g_ptr_array_add (suggestions, g_steal_pointer (&suggestion));
      }
  if (list != NULL)
    self->library.free_list (words, list);
}

/**
 * cw_dictionary_suggest:
 * @self: a dictionary
 * @word: a word it does not know
 * @most: at most so many
 *
 * Of a word with a capital ordinary words are thought first, then names.
 *
 * Returns: (transfer full) (array zero-terminated=1): what may have been meant, the likeliest first
 */
char **
cw_dictionary_suggest (CwDictionary *self, const char *word, guint most)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autofree char *straight = straighten (word);
  gboolean capital = g_ascii_isupper (straight[0]);

  if (capital)
    {
      g_autofree char *small = g_strdup (straight);

      small[0] = g_ascii_tolower (small[0]);
      add_suggestions (self, small, TRUE, suggestions);
    }
  if (suggestions->len < most)
    add_suggestions (self, straight, FALSE, suggestions);
  if (suggestions->len > most)
    g_ptr_array_set_size (suggestions, most);
  return (char **) g_ptr_array_free (g_steal_pointer (&suggestions), FALSE);
}
