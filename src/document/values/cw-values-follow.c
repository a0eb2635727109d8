/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-values-follow.h"

#include <string.h>

#include "cw-blank-private.h"
#include "cw-value-rules.h"

/* An edit of one place of a quantity is an edit of all of them. */

/* --- what is typed over a quantity, or right behind it, is that quantity --- */

static gboolean
is_figures (const char *string, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (!g_ascii_isdigit (string[i]) && string[i] != '.')
      return FALSE;
  return end > start;
}

/* Whether the change from @start to @end_from, now up to @end_to, is one of @mark: within it, of
 * all of it, or figures at its edge. */
static gboolean
is_change_of (const CwMark *mark, guint start, guint end_from, guint end_to, const char *string)
{
  if (start < mark->start || end_from > mark->end)
    return FALSE;
  if (start == end_from && (start == mark->start || start == mark->end))
    return is_figures (string, start, end_to);
  return mark->end - end_from + end_to > mark->start;
}

static CwDocument *
set_value_at (CwDocument *document, guint line, guint value, guint start, guint end)
{
  CwStretch whole = { .line = line };
  CwBlank blank = { whole, end, value, FALSE };
  g_autoptr (CwText) text = cw_stretch_get_text (document, &whole);

  if (cw_text_has_mark (text, CW_MARK_LITERAL, start, end))
    return cw_document_ref (document);
  blank.at.start = start;
  blank.at.end = end;
  return cw_blanks_mark (document, &blank, 1);
}

static CwDocument *
keep_marked (CwDocument *before, CwDocument *after)
{
  CwPlace start, end_from, end_to;
  CwStretch whole = { 0 };
  g_autoptr (CwText) was = NULL;
  g_autoptr (CwText) is = NULL;
  const CwMark *marks;
  guint n_marks;

  if (!cw_flow_find_change (before, after, &start, &end_from, &end_to)
      || start.line != end_from.line || start.line != end_to.line)
    return cw_document_ref (after);
  whole.line = start.line;
  was = cw_stretch_get_text (before, &whole);
  is = cw_stretch_get_text (after, &whole);
  marks = cw_text_get_marks (was, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_VALUE
        && is_change_of (&marks[i], start.offset, end_from.offset, end_to.offset,
                         cw_text_get_string (is)))
      return set_value_at (after, start.line, marks[i].value, marks[i].start,
                           marks[i].end - end_from.offset + end_to.offset);
  return cw_document_ref (after);
}

/* --- whether there is anything to follow --- */

static void
add_values (GByteArray *values, CwText *text)
{
  guint n_marks = 0;
  const CwMark *marks = text != NULL ? cw_text_get_marks (text, &n_marks) : NULL;

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_VALUE)
      {
        guint head[] = { marks[i].value, marks[i].end - marks[i].start };

        g_byte_array_append (values, (const guint8 *) head, sizeof head);
        g_byte_array_append (values, (const guint8 *) cw_text_get_string (text) + marks[i].start,
                             head[1]);
      }
}

static void
add_values_of_table (GByteArray *values, CwTable *table)
{
  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    for (guint column = 0; column < cw_table_get_n_columns (table); column++)
      add_values (values, cw_table_get_cell (table, row, column).text);
}

/* Which quantities stand in what @document does not share with @other, and what they say. */
static GByteArray *
collect_values (CwDocument *document, CwDocument *other, guint first, guint behind)
{
  GByteArray *values = g_byte_array_new ();

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (cw_document_get_element (document, i) != cw_document_get_element (other, i))
      add_values (values, cw_document_get_element (document, i));
  for (guint i = first; i < cw_document_get_n_blocks (document) - behind; i++)
    {
      CwBlock *block = cw_document_get_block (document, i);

      add_values (values, cw_block_get_text (block));
      if (cw_block_get_table (block) != NULL)
        add_values_of_table (values, cw_block_get_table (block));
    }
  return values;
}

/* Nothing is to be done after most keys: what they touch has no quantity, or says of it what it
 * said. Looks only at the blocks that were touched. */
static gboolean
values_equal (CwDocument *before, CwDocument *after)
{
  guint behind, first = cw_document_count_alike (before, after, &behind);
  g_autoptr (GByteArray) was = collect_values (before, after, first, behind);
  g_autoptr (GByteArray) is = collect_values (after, before, first, behind);

  return was->len == is->len && (was->len == 0 || memcmp (was->data, is->data, was->len) == 0);
}

/* --- the other places --- */

typedef struct
{
  GHashTable *was;  /* what each said before */
  GHashTable *base; /* what each said before the run of keys this one belongs to */
  GHashTable *is;   /* what each is to say */
  GHashTable *n_was;
  GHashTable *n_is;
} Following;

static gboolean
count_place (const CwStretch *whole, CwText *text, gpointer counts)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_VALUE)
      {
        gpointer id = GUINT_TO_POINTER (marks[i].value);

        g_hash_table_insert (
            counts, id,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1));
      }
  return TRUE;
}

static GHashTable *
count_all (CwDocument *document)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  cw_stretch_foreach (document, count_place, counts);
  return counts;
}

static int
compare_counts (Following *job, gpointer id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (job->n_is, id))
         - (int) GPOINTER_TO_UINT (g_hash_table_lookup (job->n_was, id));
}

/* The first place that says something new has the word; a place more is a piece broken off, which
 * has none. */
static gboolean
find_word (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Following *job = user_data;
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      gpointer id = GUINT_TO_POINTER (marks[i].value);
      const char *was = g_hash_table_lookup (job->was, id);
      g_autofree char *says = NULL;

      if (marks[i].kind != CW_MARK_VALUE || was == NULL || g_hash_table_contains (job->is, id)
          || compare_counts (job, id) > 0)
        continue;
      says = g_strndup (cw_text_get_string (text) + marks[i].start, marks[i].end - marks[i].start);
      if (strcmp (says, was) != 0)
        g_hash_table_insert (job->is, id, g_steal_pointer (&says));
    }
  return TRUE;
}

static CwText *
drop_pieces (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Following *job = user_data;
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  g_autoptr (CwText) result = cw_text_ref (text);

  for (guint i = 0; i < n_marks; i++)
    {
      gpointer id = GUINT_TO_POINTER (marks[i].value);
      const char *was = g_hash_table_lookup (job->was, id);
      guint length = marks[i].end - marks[i].start;
      g_autoptr (CwText) old = NULL;

      if (marks[i].kind != CW_MARK_VALUE || was == NULL || compare_counts (job, id) <= 0
          || (strlen (was) == length
              && memcmp (was, cw_text_get_string (text) + marks[i].start, length) == 0))
        continue;
      old = g_steal_pointer (&result);
      result = cw_text_set_mark (old, CW_MARK_VALUE, marks[i].start, marks[i].end, FALSE);
    }
  return g_steal_pointer (&result);
}

/* One place was erased key by key: the others say what they said when that began. */
static void
restore_others (Following *job)
{
  GHashTableIter iter;
  gpointer id, was;

  g_hash_table_iter_init (&iter, job->was);
  while (g_hash_table_iter_next (&iter, &id, &was))
    {
      const char *base = g_hash_table_lookup (job->base, id);

      if (base != NULL && strcmp (base, was) != 0 && compare_counts (job, id) < 0
          && !g_hash_table_contains (job->is, id))
        g_hash_table_insert (job->is, id, g_strdup (base));
    }
}

/* The caret stays behind the same character when places before it in its line grow or shrink. */
static void
move_place (CwDocument *document, GHashTable *texts, CwPlace *place)
{
  CwStretch whole = { .line = place->line };
  g_autoptr (CwText) text = cw_stretch_get_text (document, &whole);
  gint64 moved = 0;
  guint n_marks = 0;
  const CwMark *marks = text != NULL ? cw_text_get_marks (text, &n_marks) : NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      const char *says
          = marks[i].kind == CW_MARK_VALUE && marks[i].end <= place->offset
                ? g_hash_table_lookup (texts, GUINT_TO_POINTER (marks[i].value))
                : NULL;

      if (says != NULL)
        moved += (gint64) strlen (says) - (marks[i].end - marks[i].start);
    }
  place->offset = MAX (0, (gint64) place->offset + moved);
}

/* A blank typed over is filled, and what is computed from it follows. */
static CwDocument *
settle_values (CwDocument *document, GHashTable *texts)
{
  g_autoptr (CwLedger) ledger = cw_ledger_ref (cw_document_get_ledger (document));
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwDocument) known = NULL;
  GHashTableIter iter;
  gpointer id, text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      const CwValue *value = cw_ledger_get_value (ledger, GPOINTER_TO_UINT (id));
      g_autoptr (CwLedger) old = NULL;
      CwValue filled;

      if (value == NULL)
        continue;
      filled = *value;
      filled.filled = cw_blank_is_answer (text, value->unit);
      g_array_append_val (changed, filled.id);
      old = g_steal_pointer (&ledger);
      ledger = cw_ledger_set_value (old, &filled);
    }
  known = cw_document_with_ledger (document, ledger);
  return cw_values_recompute (known, (guint *) changed->data, changed->len);
}

/**
 * cw_values_follow:
 * @before: a document
 * @after: what an edit has made of it
 * @base: (nullable): what it was before the run of keys that the edit goes on with
 * @place: (inout) (optional): a place in the flow of @after, that of the caret
 *
 * Makes every place of a quantity say what the edited one says. cw_history_push() calls it, so that
 * no way of editing is without it. Typing in a quantity, over all of it, or figures right before or
 * behind it is an edit of the quantity, and of a blank fills it; what is computed from it is
 * computed anew. A place deleted wholly is only one place less: the others keep their text. A place
 * broken in two by Enter is no quantity any more.
 *
 * Returns: (transfer full): the document after all that; @after itself if no quantity has changed
 */
CwDocument *
cw_values_follow (CwDocument *before, CwDocument *after, CwDocument *base, CwPlace *place)
{
  g_autoptr (CwDocument) marked = NULL;
  g_autoptr (CwDocument) whole = NULL;
  g_autoptr (CwDocument) said = NULL;
  Following job = { NULL };

  if (cw_ledger_get_n_values (cw_document_get_ledger (before)) == 0
      || cw_document_get_ledger (before) != cw_document_get_ledger (after))
    return cw_document_ref (after); /* a command has seen to it */
  marked = keep_marked (before, after);
  if (values_equal (before, marked))
    return g_steal_pointer (&marked);
  g_autoptr (GHashTable) was = job.was = cw_values_dup_texts (before, NULL);
  g_autoptr (GHashTable) old = job.base = cw_values_dup_texts (base != NULL ? base : before, NULL);
  g_autoptr (GHashTable) is = job.is = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) n_was = job.n_was = count_all (before);
  g_autoptr (GHashTable) n_is = job.n_is = count_all (marked);
  cw_stretch_foreach (marked, find_word, &job);
  restore_others (&job);
  whole = cw_edit_each_text (marked, drop_pieces, &job);
  if (g_hash_table_size (is) == 0)
    return g_steal_pointer (&whole);
  if (place != NULL)
    move_place (whole, is, place);
  said = cw_values_put_texts (whole, is);
  return settle_values (said, is);
}
