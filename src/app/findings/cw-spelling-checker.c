/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-spelling-checker.h"

/* The hand may rest this long before its words are looked up: longer than between two letters. */
#define PAUSE_MS 400

/**
 * CwSpellingChecker:
 *
 * Has the Latin words of a document looked up in a thread, which also opens the dictionary, again
 * after every change, once the hand rests. One round runs at a time; only what was found in the
 * latest document is shown.
 */
struct _CwSpellingChecker
{
  GObject parent_instance;

  CwDocument *document;
  GStrv words; /* the office's own; %NULL: nothing is looked up */
  CwSpelling *spelling;
  GCancellable *cancellable;
  gboolean running;
  gboolean stale; /* other words or another document than those being looked up */
  guint timer;
};

enum
{
  PROP_SPELLING = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CwSpellingChecker, cw_spelling_checker, G_TYPE_OBJECT)

/* --- the thread --- */

typedef struct
{
  CwDocument *document;
  GStrv words;
  CwSpelling *previous;
} Round;

static void
round_free (Round *round)
{
  cw_document_unref (round->document);
  g_strfreev (round->words);
  g_clear_pointer (&round->previous, cw_spelling_unref);
  g_free (round);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Round *round = data;
  CwDictionary *dictionary = cw_dictionary_get_default ();
  CwSpelling *spelling = NULL;

  if (dictionary != NULL)
    spelling = cw_spelling_check (round->document, dictionary, (const char *const *) round->words,
                                  round->previous, cancellable);
  g_task_return_pointer (task, spelling, (GDestroyNotify) cw_spelling_unref);
}

/* --- rounds --- */

static void look_up_soon (CwSpellingChecker *self);

static void
set_spelling (CwSpellingChecker *self, CwSpelling *spelling)
{
  if (self->spelling == spelling)
    return;
  g_clear_pointer (&self->spelling, cw_spelling_unref);
  self->spelling = spelling != NULL ? cw_spelling_ref (spelling) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPELLING]);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  CwSpellingChecker *self = CW_SPELLING_CHECKER (source);
  g_autoptr (CwSpelling) spelling = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (spelling != NULL && self->words != NULL)
    set_spelling (self, spelling);
  if (self->stale)
    look_up_soon (self);
}

static gboolean
look_up (gpointer data)
{
  CwSpellingChecker *self = data;
  g_autoptr (GTask) task = NULL;
  Round *round;

  self->timer = 0;
  if (self->running || self->document == NULL || self->words == NULL)
    return G_SOURCE_REMOVE;
  round = g_new0 (Round, 1);
  round->document = cw_document_ref (self->document);
  round->words = g_strdupv (self->words);
  round->previous = self->spelling != NULL ? cw_spelling_ref (self->spelling) : NULL;
  task = g_task_new (self, self->cancellable, on_looked_up, NULL);
  g_task_set_task_data (task, round, (GDestroyNotify) round_free);
  self->running = TRUE;
  self->stale = FALSE;
  g_task_run_in_thread (task, run);
  return G_SOURCE_REMOVE;
}

static void
look_up_soon (CwSpellingChecker *self)
{
  self->stale = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->words != NULL)
    self->timer = g_timeout_add (PAUSE_MS, look_up, self);
}

/* --- the class --- */

static void
cw_spelling_checker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPELLING)
    g_value_set_boxed (value, CW_SPELLING_CHECKER (object)->spelling);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cw_spelling_checker_dispose (GObject *object)
{
  CwSpellingChecker *self = CW_SPELLING_CHECKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->words, g_strfreev); /* a round at work is the last */
  G_OBJECT_CLASS (cw_spelling_checker_parent_class)->dispose (object);
}

static void
cw_spelling_checker_finalize (GObject *object)
{
  CwSpellingChecker *self = CW_SPELLING_CHECKER (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->spelling, cw_spelling_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (cw_spelling_checker_parent_class)->finalize (object);
}

static void
cw_spelling_checker_class_init (CwSpellingCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cw_spelling_checker_get_property;
  object_class->dispose = cw_spelling_checker_dispose;
  object_class->finalize = cw_spelling_checker_finalize;
  props[PROP_SPELLING] = g_param_spec_boxed ("spelling", NULL, NULL, CW_TYPE_SPELLING,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_spelling_checker_init (CwSpellingChecker *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * cw_spelling_checker_new:
 *
 * Returns: (transfer full): a checker that looks nothing up until it has a document and words
 */
CwSpellingChecker *
cw_spelling_checker_new (void)
{
  return g_object_new (CW_TYPE_SPELLING_CHECKER, NULL);
}

/**
 * cw_spelling_checker_set_document:
 * @self: a checker
 * @document: whose words to look up from now on
 *
 * What is found follows when the hand rests.
 */
void
cw_spelling_checker_set_document (CwSpellingChecker *self, CwDocument *document)
{
  g_return_if_fail (CW_IS_SPELLING_CHECKER (self));

  if (self->document == document)
    return;
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = cw_document_ref (document);
  look_up_soon (self);
}

/**
 * cw_spelling_checker_set_words:
 * @self: a checker
 * @words: (nullable) (array zero-terminated=1): words of the office, right too; %NULL to look
 *   nothing up
 *
 * What is found follows.
 */
void
cw_spelling_checker_set_words (CwSpellingChecker *self, const char *const *words)
{
  g_return_if_fail (CW_IS_SPELLING_CHECKER (self));

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strdupv ((char **) words);
  if (words == NULL)
    set_spelling (self, NULL);
  look_up_soon (self);
}

/**
 * cw_spelling_checker_get_spelling:
 * @self: a checker
 *
 * Returns: (transfer none) (nullable): what was found last; its document may be older than the one
 *   set last
 */
CwSpelling *
cw_spelling_checker_get_spelling (CwSpellingChecker *self)
{
  g_return_val_if_fail (CW_IS_SPELLING_CHECKER (self), NULL);

  return self->spelling;
}
