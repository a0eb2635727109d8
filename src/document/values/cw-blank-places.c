/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-blank-private.h"

#include <string.h>

/* The places where a quantity stands, all at once. */

typedef struct
{
  guint id;
  guint to;
  guint n;
  char *found;
} Job;

static gboolean
is_place (const CwMark *mark, guint id)
{
  return mark->kind == CW_MARK_VALUE && mark->value == id;
}

/* --- looking --- */

static gboolean
count_places (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Job *job = user_data;
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (is_place (&marks[i], job->id) && job->n++ == 0)
      job->found = g_strndup (cw_text_get_string (text) + marks[i].start,
                              marks[i].end - marks[i].start);
  return TRUE;
}

/**
 * cw_values_count_places:
 * @document: a document
 * @id: number of a quantity
 *
 * Returns: in how many places it stands
 */
guint
cw_values_count_places (CwDocument *document, guint id)
{
  Job job = { .id = id };

  cw_stretch_foreach (document, count_places, &job);
  g_free (job.found);
  return job.n;
}

/**
 * cw_values_dup_text:
 * @document: a document
 * @id: number of a quantity
 *
 * Returns: (transfer full) (nullable): what it says in its first place; %NULL if it has none
 */
char *
cw_values_dup_text (CwDocument *document, guint id)
{
  Job job = { .id = id };

  cw_stretch_foreach (document, count_places, &job);
  return job.found;
}

typedef struct
{
  GHashTable *texts;
  GHashTable *differing;
} Collection;

static gboolean
collect_texts (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Collection *job = user_data;
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      gpointer id = GUINT_TO_POINTER (marks[i].value);
      const char *known = g_hash_table_lookup (job->texts, id);
      g_autofree char *says = NULL;

      if (marks[i].kind != CW_MARK_VALUE)
        continue;
      says = g_strndup (cw_text_get_string (text) + marks[i].start, marks[i].end - marks[i].start);
      if (known == NULL)
        g_hash_table_insert (job->texts, id, g_steal_pointer (&says));
      else if (job->differing != NULL && strcmp (known, says) != 0)
        g_hash_table_add (job->differing, id);
    }
  return TRUE;
}

/**
 * cw_values_dup_texts:
 * @document: a document
 * @differing: (nullable): (element-type uint): a set to add those to that say different things in
 *   different places
 *
 * Returns: (transfer full) (element-type uint utf8): what each quantity says in its first place, by
 *   its number
 */
GHashTable *
cw_values_dup_texts (CwDocument *document, GHashTable *differing)
{
  Collection job = { g_hash_table_new_full (NULL, NULL, NULL, g_free), differing };

  cw_stretch_foreach (document, collect_texts, &job);
  return job.texts;
}

/* --- changing --- */

/* @user_data: (element-type uint CwText): what each quantity is to say */
static CwText *
put_text (const CwStretch *whole, CwText *text, gpointer user_data)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  g_autoptr (CwText) result = cw_text_ref (text);

  for (guint i = n_marks; i > 0; i--) /* from behind: the bytes before stay where they are */
    {
      CwText *insert = marks[i - 1].kind == CW_MARK_VALUE
                           ? g_hash_table_lookup (user_data, GUINT_TO_POINTER (marks[i - 1].value))
                           : NULL;

      if (insert != NULL)
        {
          g_autoptr (CwText) old = g_steal_pointer (&result);

          result = cw_text_splice (old, marks[i - 1].start, marks[i - 1].end, insert);
        }
    }
  return g_steal_pointer (&result);
}

/**
 * cw_values_put_texts:
 * @document: a document
 * @texts: (element-type uint utf8): what each quantity is to say, by its number; not empty
 *
 * Returns: (transfer full): the document in which they say so wherever they stand
 */
CwDocument *
cw_values_put_texts (CwDocument *document, GHashTable *texts)
{
  g_autoptr (GHashTable) inserts
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cw_text_unref);
  GHashTableIter iter;
  gpointer id, text;

  if (g_hash_table_size (texts) == 0)
    return cw_document_ref (document);
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &id, &text))
    if (*(const char *) text != '\0')
      g_hash_table_insert (inserts, id, cw_text_new (text));
  return cw_edit_each_text (document, put_text, inserts);
}

/**
 * cw_values_put_text:
 * @document: a document
 * @id: number of a quantity
 * @text: what it is to say, not empty
 *
 * Returns: (transfer full): the document in which it says so wherever it stands
 */
CwDocument *
cw_values_put_text (CwDocument *document, guint id, const char *text)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (NULL, NULL);

  g_hash_table_insert (texts, GUINT_TO_POINTER (id), (gpointer) text);
  return cw_values_put_texts (document, texts);
}

static CwText *
renumber (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Job *job = user_data;
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  g_autoptr (CwText) result = cw_text_ref (text);

  for (guint i = 0; i < n_marks; i++)
    if (is_place (&marks[i], job->id))
      {
        g_autoptr (CwText) old = g_steal_pointer (&result);

        result = cw_text_set_value (old, job->to, marks[i].start, marks[i].end);
      }
  return g_steal_pointer (&result);
}

/**
 * cw_values_renumber:
 * @document: a document
 * @id: number of a quantity
 * @to: the number it is to have, 0 for none
 *
 * Returns: (transfer full): the document in which it goes by that number wherever it stands
 */
CwDocument *
cw_values_renumber (CwDocument *document, guint id, guint to)
{
  Job job = { .id = id, .to = to };

  return cw_edit_each_text (document, renumber, &job);
}

/* --- the ledger --- */

/**
 * cw_values_set:
 * @document: a document
 * @value: what is known about a quantity
 *
 * Returns: (transfer full): the document whose ledger says so
 */
CwDocument *
cw_values_set (CwDocument *document, const CwValue *value)
{
  g_autoptr (CwLedger) ledger = cw_ledger_set_value (cw_document_get_ledger (document), value);

  return cw_document_with_ledger (document, ledger);
}

/* @value without the part @id, or with @instead in its place. */
static CwLedger *
replace_part (CwLedger *ledger, const CwValue *value, guint id, guint instead)
{
  g_autofree guint *parts = g_memdup2 (value->parts, value->n_parts * sizeof (guint));
  CwValue changed = *value;
  guint kept = 0;

  for (guint i = 0; i < value->n_parts; i++)
    if (parts[i] != id || instead != 0)
      parts[kept++] = parts[i] == id ? instead : parts[i];
  changed.parts = parts;
  changed.n_parts = kept;
  if (kept == 0 || (kept < value->n_parts && value->rule != CW_VALUE_SUM))
    changed.rule = CW_VALUE_ENTERED, changed.n_parts = 0;
  return cw_ledger_set_value (ledger, &changed);
}

/**
 * cw_values_remove:
 * @document: a document
 * @id: number of a quantity
 * @instead: the one that takes its place in what is computed from it, 0 for none
 *
 * Takes a quantity out of the ledger. What cannot be computed without it is entered from now on.
 *
 * Returns: (transfer full): the document that does not know it
 */
CwDocument *
cw_values_remove (CwDocument *document, guint id, guint instead)
{
  g_autoptr (CwLedger) ledger = cw_ledger_remove_value (cw_document_get_ledger (document), id);

  for (guint i = 0; i < cw_ledger_get_n_values (ledger); i++)
    {
      const CwValue *value = cw_ledger_get_nth_value (ledger, i);

      for (guint j = 0; j < value->n_parts; j++)
        if (value->parts[j] == id)
          {
            g_autoptr (CwLedger) old = g_steal_pointer (&ledger);

            ledger = replace_part (old, value, id, instead);
            break;
          }
    }
  return cw_document_with_ledger (document, ledger);
}
