/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-search-private.h"

/**
 * cw_search_hits_new:
 * @document: the document searched
 * @with_replacements: whether each hit comes with what replaces it
 *
 * Returns: (transfer full): no hits yet
 */
CwSearchHits *
cw_search_hits_new (CwDocument *document, gboolean with_replacements)
{
  CwSearchHits *self = g_new0 (CwSearchHits, 1);

  g_atomic_ref_count_init (&self->refs);
  self->document = cw_document_ref (document);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (CwStretch));
  self->replacements = with_replacements ? g_ptr_array_new_with_free_func (g_free) : NULL;
  self->all = TRUE;
  return self;
}

/**
 * cw_search_hits_ref:
 * @self: hits
 *
 * Returns: (transfer full): @self
 */
CwSearchHits *
cw_search_hits_ref (CwSearchHits *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * cw_search_hits_unref:
 * @self: (transfer full): hits
 */
void
cw_search_hits_unref (CwSearchHits *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->stretches);
  g_clear_pointer (&self->replacements, g_ptr_array_unref);
  cw_document_unref (self->document);
  g_free (self);
}

/**
 * cw_search_hits_get_document:
 * @self: hits
 *
 * Returns: (transfer none): the document they were found in
 */
CwDocument *
cw_search_hits_get_document (CwSearchHits *self)
{
  return self->document;
}

/**
 * cw_search_hits_get_n:
 * @self: hits
 *
 * Returns: how many there are
 */
guint
cw_search_hits_get_n (CwSearchHits *self)
{
  return self->stretches->len;
}

/**
 * cw_search_hits_are_all:
 * @self: hits
 *
 * Returns: whether there are no more than these: a search ends at %CW_SEARCH_MOST
 */
gboolean
cw_search_hits_are_all (CwSearchHits *self)
{
  return self->all;
}

/**
 * cw_search_hits_get_stretches:
 * @self: hits
 *
 * Returns: (transfer none): where they are, in the order of reading
 */
const CwStretch *
cw_search_hits_get_stretches (CwSearchHits *self)
{
  return (const CwStretch *) (gpointer) self->stretches->data;
}

/**
 * cw_search_hits_get_replacement:
 * @self: hits
 * @hit: number of a hit
 *
 * Returns: (transfer none) (nullable): what would be put in its place; %NULL if the search has no
 *   replacement
 */
const char *
cw_search_hits_get_replacement (CwSearchHits *self, guint hit)
{
  g_return_val_if_fail (hit < self->stretches->len, NULL);

  return self->replacements != NULL ? g_ptr_array_index (self->replacements, hit) : NULL;
}

/**
 * cw_search_hits_find:
 * @self: hits, at least one
 * @from: where the hand is
 * @backwards: which way to look
 *
 * Returns: the number of the next hit that begins at or after the start of @from, or of the one before
 *   it; beyond the last comes the first
 */
guint
cw_search_hits_find (CwSearchHits *self, const CwStretch *from, gboolean backwards)
{
  guint n = self->stretches->len, low = 0, high = n;
  CwStretch start = *from;

  g_return_val_if_fail (n > 0, 0);

  start.end = start.start;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (cw_stretch_compare (&g_array_index (self->stretches, CwStretch, middle), &start) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return backwards ? (low + n - 1) % n : low % n;
}

/* --- replacing -------------------------------------------------------------------------------- */

/* What the author has said about all of a hit, that it is emphasised or which quantity it is, is said
 * of what comes in its place. */
static CwText *
make_text (CwSearchHits *self, guint hit)
{
  const CwStretch *stretch = &cw_search_hits_get_stretches (self)[hit];
  CwText *text = cw_text_new (cw_search_hits_get_replacement (self, hit));
  g_autoptr (CwText) was = cw_stretch_get_text (self->document, stretch);
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (was, &n_marks);
  gsize length = cw_text_get_length (text);

  for (guint i = 0; i < n_marks && length > 0; i++)
    {
      g_autoptr (CwText) plain = NULL;

      if (marks[i].start > stretch->start || marks[i].end < stretch->end)
        continue;
      plain = g_steal_pointer (&text);
      text = marks[i].kind == CW_MARK_VALUE
                 ? cw_text_set_value (plain, marks[i].value, 0, length)
                 : cw_text_set_mark (plain, marks[i].kind, 0, length, TRUE);
    }
  return text;
}

/**
 * cw_search_hits_replace:
 * @self: hits of a search with a replacement
 * @left_out: (nullable): for each hit, whether it stays as it is
 * @n_replaced: (out) (optional): how many did not
 *
 * Replaces hits: one step for the history. Emphasis and values that a hit is in go over to what
 * replaces it.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_search_hits_replace (CwSearchHits *self, const gboolean *left_out, guint *n_replaced)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (CwStretch));

  g_return_val_if_fail (self->replacements != NULL, NULL);

  for (guint i = 0; i < self->stretches->len; i++)
    {
      if (left_out != NULL && left_out[i])
        continue;
      g_array_append_val (stretches, g_array_index (self->stretches, CwStretch, i));
      g_ptr_array_add (texts, make_text (self, i));
    }
  if (n_replaced != NULL)
    *n_replaced = stretches->len;
  return cw_edit_stretches (self->document, (CwStretch *) (gpointer) stretches->data,
                            (CwText **) texts->pdata, stretches->len);
}

/**
 * cw_search_hits_replace_one:
 * @self: hits of a search with a replacement
 * @hit: which one to replace
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_search_hits_replace_one (CwSearchHits *self, guint hit)
{
  g_autoptr (CwText) text = NULL;

  g_return_val_if_fail (self->replacements != NULL && hit < self->stretches->len, NULL);

  text = make_text (self, hit);
  return cw_edit_stretches (self->document, &g_array_index (self->stretches, CwStretch, hit),
                            &text, 1);
}
