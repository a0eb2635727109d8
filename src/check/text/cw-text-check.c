/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-text-check.h"

#include "cw-whole.h"

/* --- the texts one by one --- */

/* What was seen last time holds as long as the block is the same one. */
static CwScanned *
get_scanned (CwFindings *self, CwFindings *previous, gpointer owner, guint element)
{
  CwScanned *scanned = g_hash_table_lookup (self->scanned, owner);

  if (scanned != NULL && scanned->element == element)
    return scanned;
  scanned = previous != NULL ? g_hash_table_lookup (previous->scanned, owner) : NULL;
  if (scanned != NULL && scanned->element == element)
    scanned = cw_scanned_ref (scanned);
  else if (element == CW_N_ELEMENTS)
    scanned = cw_scanned_block (owner, self->options);
  else
    scanned = cw_scanned_element (element, owner, self->options);
  g_hash_table_insert (self->scanned, owner, scanned);
  return scanned;
}

static void
add_findings (CwFindings *self, CwScanned *scanned, guint line, guint block)
{
  for (guint i = 0; i < scanned->findings->len; i++)
    g_ptr_array_add (self->findings,
                     cw_finding_copy (g_ptr_array_index (scanned->findings, i), line, block));
}

static void
scan_elements (CwFindings *self, CwFindings *previous)
{
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    {
      CwText *text = cw_document_get_element (self->document, i);
      guint line = i < CW_N_FLOW_ELEMENTS ? cw_flow_get_line_of_element (self->document, i) : 0;

      if (text != NULL && !cw_text_is_empty (text)
          && cw_element_get_need (i, cw_document_get_form (self->document)) != CW_NEED_NONE)
        add_findings (self, get_scanned (self, previous, text, i), line, 0);
    }
}

static gboolean
scan_blocks (CwFindings *self, CwFindings *previous, CwWhole *whole, GCancellable *cancellable)
{
  for (guint i = 0; i < whole->n_blocks; i++)
    {
      CwBlock *block = cw_document_get_block (self->document, i);

      whole->blocks[i] = get_scanned (self, previous, block, CW_N_ELEMENTS);
      if (whole->blocks[i]->findings->len > 0)
        add_findings (self, whole->blocks[i], cw_flow_get_line_of_block (self->document, i), i);
      if (i % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
    }
  return TRUE;
}

/* --- the paper as a whole --- */

static void
check_whole (CwWhole *whole)
{
  cw_whole_check_levels (whole);
  cw_whole_check_sequences (whole);
  cw_whole_check_attachments (whole);
  cw_whole_check_elements (whole);
  cw_whole_check_title (whole);
  cw_whole_check_words (whole);
  cw_whole_check_agencies (whole);
  cw_whole_check_period (whole);
  cw_whole_check_values (whole);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const CwFinding *x = *(CwFinding *const *) a, *y = *(CwFinding *const *) b;
  int order = cw_stretch_compare (&x->at, &y->at);

  return order != 0 ? order : (x->rule > y->rule) - (x->rule < y->rule);
}

/* Whether somebody has said to leave it alone. */
static gboolean
is_dismissed (CwFindings *self, const CwFinding *finding)
{
  CwLedger *ledger = cw_document_get_ledger (self->document);

  return cw_ledger_is_dismissed (ledger, finding->key)
         || cw_ledger_is_dismissed (ledger, finding->word_key)
         || cw_check_options_is_ignored (self->options, finding->word_key);
}

/* One place is pointed out once: of two findings with the same stretch the first rule's stays. */
static gboolean
is_doubled (GPtrArray *kept, const CwFinding *finding)
{
  const CwFinding *last = kept->len > 0 ? g_ptr_array_index (kept, kept->len - 1) : NULL;

  return last != NULL && finding->at.end > finding->at.start
         && cw_stretch_same_text (&last->at, &finding->at) && last->at.start == finding->at.start
         && last->at.end == finding->at.end && last->rule->strength <= finding->rule->strength;
}

static void
sort_out (CwFindings *self)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->findings);

  self->findings
      = g_ptr_array_new_full (all->len, (GDestroyNotify) cw_finding_free);
  g_ptr_array_set_free_func (all, NULL);
  g_ptr_array_sort (all, compare_findings);
  for (guint i = 0; i < all->len; i++)
    {
      CwFinding *finding = g_ptr_array_index (all, i);
      gboolean dismissed = is_dismissed (self, finding);

      self->n_dismissed += dismissed;
      if (dismissed || is_doubled (self->findings, finding))
        cw_finding_free (finding);
      else
        g_ptr_array_add (self->findings, finding);
    }
}

/**
 * cw_text_check:
 * @document: a paper
 * @options: what to look for
 * @previous: (nullable): what was found in an earlier state of the paper: what has not changed since
 *   is not looked at again
 * @cancellable: (nullable): to stop it from another thread
 *
 * Looks for what is wrong in the text of a paper. May be called from any thread; neither @document
 * nor @previous is changed.
 *
 * Returns: (transfer full) (nullable): what was found, without what has been dismissed in the ledger
 *   of the paper or is never to be shown; %NULL if it was cancelled
 */
CwFindings *
cw_text_check (CwDocument *document,
               CwCheckOptions *options,
               CwFindings *previous,
               GCancellable *cancellable)
{
  g_autoptr (CwFindings) self = cw_findings_new (document, options);
  guint n_blocks = cw_document_get_n_blocks (document);
  g_autofree CwScanned **blocks = g_new0 (CwScanned *, n_blocks + 1);
  CwWhole whole = { document, self, blocks, n_blocks, cw_document_get_n_body_blocks (document) };

  if (previous != NULL && !cw_check_options_equal (previous->options, options))
    previous = NULL;
  scan_elements (self, previous);
  if (!scan_blocks (self, previous, &whole, cancellable))
    return NULL;
  check_whole (&whole);
  sort_out (self);
  return g_steal_pointer (&self);
}
