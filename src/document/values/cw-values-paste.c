/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-values-paste.h"

#include "cw-blank-private.h"

/**
 * cw_values_copy:
 * @fragment: a part of a document, without a ledger
 * @ledger: the ledger of that document
 *
 * Returns: (transfer full): the part with what is known about the quantities that stand in it
 */
CwDocument *
cw_values_copy (CwDocument *fragment, CwLedger *ledger)
{
  g_autoptr (GHashTable) texts = NULL;
  g_autoptr (CwLedger) kept = cw_ledger_ref (ledger);

  if (cw_ledger_is_empty (ledger))
    return cw_document_ref (fragment);
  texts = cw_values_dup_texts (fragment, NULL);
  for (guint i = 0; i < cw_ledger_get_n_values (ledger); i++)
    {
      guint id = cw_ledger_get_nth_value (ledger, i)->id;
      g_autoptr (CwLedger) old = NULL;

      if (g_hash_table_contains (texts, GUINT_TO_POINTER (id)))
        continue;
      old = g_steal_pointer (&kept);
      kept = cw_ledger_remove_value (old, id);
    }
  for (const char *const *key = cw_ledger_get_dismissed (ledger); key != NULL && *key != NULL; key++)
    {
      g_autoptr (CwLedger) old = g_steal_pointer (&kept);

      kept = cw_ledger_set_dismissed (old, *key, FALSE);
    }
  return cw_document_with_ledger (fragment, kept);
}

/* --- pasting --- */

/* The numbers quantities of a fragment get, by those they have; 0 for none. */
static CwText *
renumber_marks (const CwStretch *whole, CwText *text, gpointer numbers)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  g_autoptr (GArray) changed = NULL;

  if (n_marks == 0)
    return cw_text_ref (text);
  changed = g_array_new (FALSE, FALSE, sizeof (CwMark));
  for (guint i = 0; i < n_marks; i++)
    {
      CwMark mark = marks[i];

      if (mark.kind == CW_MARK_VALUE)
        mark.value = GPOINTER_TO_UINT (
            g_hash_table_lookup (numbers, GUINT_TO_POINTER (marks[i].value)));
      if (mark.kind != CW_MARK_VALUE || mark.value != 0)
        g_array_append_val (changed, mark);
    }
  return cw_text_new_with_marks (cw_text_get_string (text), (gssize) cw_text_get_length (text),
                                 (CwMark *) changed->data, changed->len);
}

/* Takes a quantity of another paper over, under a number that is free here. */
static CwLedger *
take_value (CwLedger *ledger, const CwValue *value, guint id, GHashTable *numbers)
{
  g_autofree guint *parts = g_new (guint, value->n_parts + 1);
  CwValue taken = *value;

  taken.id = id;
  taken.parts = parts;
  for (guint i = 0; i < value->n_parts; i++)
    {
      parts[i] = GPOINTER_TO_UINT (
          g_hash_table_lookup (numbers, GUINT_TO_POINTER (value->parts[i])));
      if (parts[i] == 0)
        taken.rule = CW_VALUE_ENTERED;
    }
  if (taken.rule == CW_VALUE_ENTERED)
    taken.n_parts = 0;
  return cw_ledger_set_value (ledger, &taken);
}

/* Numbers for all quantities of @from in @to: their own in the paper they come from. */
static GHashTable *
give_numbers (CwLedger *from, CwLedger *to)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  gboolean same = cw_ledger_is_same_paper (from, to);
  guint n = cw_ledger_get_n_values (from), n_free = 0;
  guint next = cw_ledger_get_free_id (to);

  for (guint i = 0; i < n; i++)
    {
      guint id = cw_ledger_get_nth_value (from, i)->id;
      gboolean room = next != 0 && next + n_free <= CW_LEDGER_MAX_ID
                      && cw_ledger_get_value (to, next + n_free) == NULL
                      && cw_ledger_get_n_values (to) + n_free < CW_LEDGER_MAX_VALUES;

      if (same)
        g_hash_table_insert (numbers, GUINT_TO_POINTER (id), GUINT_TO_POINTER (id));
      else if (room)
        g_hash_table_insert (numbers, GUINT_TO_POINTER (id), GUINT_TO_POINTER (next + n_free++));
    }
  return numbers;
}

static CwLedger *
merge_ledgers (CwLedger *from, CwLedger *to, GHashTable *numbers)
{
  g_autoptr (CwLedger) merged = cw_ledger_ref (to);

  for (guint i = 0; i < cw_ledger_get_n_values (from); i++)
    {
      const CwValue *value = cw_ledger_get_nth_value (from, i);
      guint id = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, GUINT_TO_POINTER (value->id)));
      g_autoptr (CwLedger) old = NULL;

      if (id == 0 || cw_ledger_get_value (merged, id) != NULL)
        continue;
      old = g_steal_pointer (&merged);
      merged = take_value (old, value, id, numbers);
    }
  return g_steal_pointer (&merged);
}

/**
 * cw_values_adopt:
 * @fragment: what is to be pasted, with its ledger
 * @document: what it is pasted into
 * @ledger: (out): the ledger of @document with the quantities of @fragment
 *
 * Makes quantities of a fragment those of a document. A fragment of the same paper keeps its
 * numbers: what is pasted is the same quantity and says what that says now. One of another paper
 * gets new numbers, so that nothing is linked that never was.
 *
 * Returns: (transfer full): the fragment as it is to be pasted
 */
CwDocument *
cw_values_adopt (CwDocument *fragment, CwDocument *document, CwLedger **ledger)
{
  CwLedger *from = cw_document_get_ledger (fragment), *to = cw_document_get_ledger (document);
  g_autoptr (GHashTable) numbers = NULL;
  g_autoptr (GHashTable) texts = NULL;
  g_autoptr (CwDocument) numbered = NULL;

  *ledger = NULL;
  if (cw_ledger_get_n_values (from) == 0)
    {
      *ledger = cw_ledger_ref (to);
      return cw_document_ref (fragment);
    }
  numbers = give_numbers (from, to);
  *ledger = merge_ledgers (from, to, numbers);
  numbered = cw_edit_each_text (fragment, renumber_marks, numbers);
  if (!cw_ledger_is_same_paper (from, to))
    return g_steal_pointer (&numbered);
  texts = cw_values_dup_texts (document, NULL);
  return cw_values_put_texts (numbered, texts);
}
