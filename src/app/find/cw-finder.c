/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-finder.h"

#include <string.h>

/**
 * CwFinder:
 *
 * A search that goes on: what it finds follows the document and what is looked for. It searches in a
 * thread; results that are behind are dropped. #CwFinder::changed tells when there is something new.
 */
struct _CwFinder
{
  GObject parent_instance;

  CwSearch *search; /* NULL while there is nothing to look for, or it is wrong */
  CwDocument *document;
  CwSearchHits *hits; /* NULL before the first result */
  char *problem;
  int current; /* one of the hits, or -1 */
  CwStretch anchor; /* the current one is to be the next from here */
  gboolean *left_out; /* for each hit */
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFinder, cw_finder, G_TYPE_OBJECT)

static void
stop (CwFinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Whether @hits are those there were: only what they are replaced with has changed. */
static gboolean
are_same_places (CwFinder *self, CwSearchHits *hits)
{
  guint n = hits != NULL ? cw_search_hits_get_n (hits) : 0;

  return n > 0 && self->hits != NULL && cw_search_hits_get_n (self->hits) == n
         && cw_search_hits_get_document (self->hits) == cw_search_hits_get_document (hits)
         && memcmp (cw_search_hits_get_stretches (self->hits), cw_search_hits_get_stretches (hits),
                    n * sizeof (CwStretch))
                == 0;
}

static void
set_hits (CwFinder *self, CwSearchHits *hits)
{
  guint n = hits != NULL ? cw_search_hits_get_n (hits) : 0;

  if (!are_same_places (self, hits))
    {
      g_clear_pointer (&self->left_out, g_free);
      self->left_out = g_new0 (gboolean, MAX (n, 1));
    }
  g_clear_pointer (&self->hits, cw_search_hits_unref);
  self->hits = hits;
  self->current = n > 0 ? (int) cw_search_hits_find (hits, &self->anchor, FALSE) : -1;
}

static void
set_problem (CwFinder *self, const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
}

static void
take_result (CwFinder *self, CwSearchHits *hits, GError *error)
{
  set_problem (self, error != NULL ? error->message : NULL);
  set_hits (self, hits);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwFinder) self = data;
  g_autoptr (GError) error = NULL;
  CwSearchHits *hits = cw_search_run_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&hits, cw_search_hits_unref);
      return;
    }
  g_clear_object (&self->cancellable);
  take_result (self, hits, error);
}

static void
start (CwFinder *self)
{
  stop (self);
  if (self->search == NULL || self->document == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  cw_search_run_async (self->search, self->document, self->cancellable, on_found,
                       g_object_ref (self));
}

static void
cw_finder_finalize (GObject *object)
{
  CwFinder *self = CW_FINDER (object);

  stop (self);
  g_clear_pointer (&self->search, cw_search_unref);
  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->hits, cw_search_hits_unref);
  g_free (self->problem);
  g_free (self->left_out);
  G_OBJECT_CLASS (cw_finder_parent_class)->finalize (object);
}

static void
cw_finder_class_init (CwFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_finder_finalize;
  /**
   * CwFinder::changed:
   *
   * There are other hits, another current one, or a problem with what is looked for.
   */
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cw_finder_init (CwFinder *self)
{
  self->current = -1;
}

/**
 * cw_finder_new:
 *
 * Returns: (transfer full): a finder that looks for nothing yet
 */
CwFinder *
cw_finder_new (void)
{
  return g_object_new (CW_TYPE_FINDER, NULL);
}

/**
 * cw_finder_set_options:
 * @self: a finder
 * @options: what to look for; an empty pattern for nothing
 * @anchor: where the hand is: the next hit from there becomes the current one
 */
void
cw_finder_set_options (CwFinder *self, const CwSearchOptions *options, const CwStretch *anchor)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (CW_IS_FINDER (self));

  g_clear_pointer (&self->search, cw_search_unref);
  self->anchor = *anchor;
  if (*options->pattern != '\0')
    self->search = cw_search_new (options, &error);
  start (self);
  if (self->search == NULL)
    take_result (self, NULL, error);
}

/**
 * cw_finder_set_document:
 * @self: a finder
 * @document: where to look
 * @anchor: (nullable): where the hand is; %NULL if it stays where it was
 */
void
cw_finder_set_document (CwFinder *self, CwDocument *document, const CwStretch *anchor)
{
  const CwStretch *current;

  g_return_if_fail (CW_IS_FINDER (self));

  current = cw_finder_get_current_stretch (self);
  if (anchor == NULL)
    anchor = current;
  if (anchor != NULL)
    self->anchor = *anchor;
  cw_document_ref (document);
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = document;
  start (self);
}

/**
 * cw_finder_catch_up:
 * @self: a finder
 *
 * Makes sure that the hits are those of the newest document and options: what is about to be replaced
 * must be where it is thought to be.
 *
 * Returns: whether there are any
 */
gboolean
cw_finder_catch_up (CwFinder *self)
{
  g_autoptr (GError) error = NULL;
  CwSearchHits *hits;

  g_return_val_if_fail (CW_IS_FINDER (self), FALSE);

  if (self->search == NULL || self->document == NULL)
    return FALSE;
  if (self->cancellable != NULL)
    {
      stop (self);
      hits = cw_search_run (self->search, self->document, NULL, &error);
      take_result (self, hits, error);
    }
  return self->hits != NULL && cw_search_hits_get_n (self->hits) > 0;
}

/**
 * cw_finder_get_hits:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): what was found last
 */
CwSearchHits *
cw_finder_get_hits (CwFinder *self)
{
  g_return_val_if_fail (CW_IS_FINDER (self), NULL);

  return self->hits;
}

/**
 * cw_finder_get_problem:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): a sentence for the user about what is wrong with what is looked
 *   for
 */
const char *
cw_finder_get_problem (CwFinder *self)
{
  g_return_val_if_fail (CW_IS_FINDER (self), NULL);

  return self->problem;
}

/**
 * cw_finder_get_current:
 * @self: a finder
 *
 * Returns: the number of the hit that is shown now, or -1
 */
int
cw_finder_get_current (CwFinder *self)
{
  g_return_val_if_fail (CW_IS_FINDER (self), -1);

  return self->current;
}

/**
 * cw_finder_get_current_stretch:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): where that is, in the document of the hits
 */
const CwStretch *
cw_finder_get_current_stretch (CwFinder *self)
{
  g_return_val_if_fail (CW_IS_FINDER (self), NULL);

  return self->current >= 0 ? &cw_search_hits_get_stretches (self->hits)[self->current] : NULL;
}

/**
 * cw_finder_set_current:
 * @self: a finder
 * @current: the hit to be shown
 */
void
cw_finder_set_current (CwFinder *self, int current)
{
  g_return_if_fail (CW_IS_FINDER (self));
  g_return_if_fail (self->hits != NULL && current < (int) cw_search_hits_get_n (self->hits));

  self->current = current;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_finder_is_left_out:
 * @self: a finder
 * @hit: number of a hit
 *
 * Returns: whether it stays as it is when all are replaced
 */
gboolean
cw_finder_is_left_out (CwFinder *self, guint hit)
{
  return self->hits != NULL && hit < cw_search_hits_get_n (self->hits) && self->left_out[hit];
}

/**
 * cw_finder_leave_out:
 * @self: a finder
 * @hit: number of a hit
 * @left_out: whether it stays as it is when all are replaced
 */
void
cw_finder_leave_out (CwFinder *self, guint hit, gboolean left_out)
{
  if (self->hits != NULL && hit < cw_search_hits_get_n (self->hits))
    self->left_out[hit] = left_out;
}

/**
 * cw_finder_count_left_out:
 * @self: a finder
 *
 * Returns: how many hits stay as they are when all are replaced
 */
guint
cw_finder_count_left_out (CwFinder *self)
{
  guint n = 0;

  for (guint i = 0; self->hits != NULL && i < cw_search_hits_get_n (self->hits); i++)
    n += self->left_out[i] ? 1 : 0;
  return n;
}

/**
 * cw_finder_replace_current:
 * @self: a finder with a replacement
 *
 * Replaces the current hit; the next one becomes the current one.
 *
 * Returns: (transfer full) (nullable): the new document
 */
CwDocument *
cw_finder_replace_current (CwFinder *self)
{
  CwStretch after;
  CwDocument *document;

  g_return_val_if_fail (CW_IS_FINDER (self), NULL);

  if (!cw_finder_catch_up (self) || self->current < 0
      || cw_search_hits_get_replacement (self->hits, self->current) == NULL)
    return NULL;
  after = *cw_finder_get_current_stretch (self);
  document = cw_search_hits_replace_one (self->hits, self->current);
  after.start += strlen (cw_search_hits_get_replacement (self->hits, self->current));
  after.end = after.start;
  cw_finder_set_document (self, document, &after);
  return document;
}

/**
 * cw_finder_replace_all:
 * @self: a finder with a replacement
 * @n_replaced: (out): how many were replaced
 *
 * Replaces all hits but those left out.
 *
 * Returns: (transfer full) (nullable): the new document
 */
CwDocument *
cw_finder_replace_all (CwFinder *self, guint *n_replaced)
{
  g_return_val_if_fail (CW_IS_FINDER (self), NULL);

  *n_replaced = 0;
  if (!cw_finder_catch_up (self) || cw_search_hits_get_replacement (self->hits, 0) == NULL)
    return NULL;
  return cw_search_hits_replace (self->hits, self->left_out, n_replaced);
}
