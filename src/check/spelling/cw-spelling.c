/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-spelling.h"

#include "cw-latin-words.h"

struct _CwSpelling
{
  gatomicrefcount ref_count;
  CwDocument *document;
  GHashTable *seen;  /* what the dictionary does not know, by the block or element it is in */
  GArray *stretches; /* less what the office or the paper has allowed */
};

G_DEFINE_BOXED_TYPE (CwSpelling, cw_spelling, cw_spelling_ref, cw_spelling_unref)

typedef struct
{
  CwSpelling *spelling;
  CwSpelling *previous;
  CwDictionary *dictionary;
  GHashTable *own; /* set of words as compared */
} Check;

/* --- one text --- */

static gboolean
is_blank (CwText *text, const CwLatinWord *word)
{
  guint n;
  const CwPlaceholder *blanks = cw_text_get_placeholders (text, &n);

  for (guint i = 0; i < n; i++)
    if (word->start < blanks[i].unit_end && blanks[i].start < word->end)
      return TRUE;
  return FALSE;
}

static gboolean
knows (Check *check, const char *utf8, guint start, guint end)
{
  g_autofree char *word = g_strndup (utf8 + start, end - start);

  return cw_dictionary_knows (check->dictionary, word);
}

static gboolean
is_right (Check *check, CwText *text, const CwLatinWord *word)
{
  const char *utf8 = cw_text_get_string (text);

  return knows (check, utf8, word->start, word->end)
         || (word->whole_end - word->whole_start > word->end - word->start
             && knows (check, utf8, word->whole_start, word->whole_end))
         || is_blank (text, word);
}

static void
look_at (Check *check, CwText *text, guint start, guint end, CwStretch whole, GArray *unknown)
{
  g_autoptr (GArray) words = cw_latin_words_find (cw_text_get_string (text) + start, end - start);

  for (guint i = 0; i < words->len; i++)
    {
      CwLatinWord *word = &g_array_index (words, CwLatinWord, i);

      whole.start = word->start;
      whole.end = word->end;
      word->start += start;
      word->end += start;
      word->whole_start += start;
      word->whole_end += start;
      if (!is_right (check, text, word))
        g_array_append_val (unknown, whole);
    }
}

/* --- blocks and elements, of which most are those of last time --- */

static void
look_at_table (Check *check, CwTable *table, GArray *unknown)
{
  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    for (guint column = 0; column < cw_table_get_n_columns (table); column++)
      {
        CwStretch whole = { .field = { CW_FIELD_CELL, 0, 0, row, column } };
        CwCell cell = cw_table_get_cell (table, row, column);

        if (cell.columns > 0)
          look_at (check, cell.text, 0, cw_text_get_length (cell.text), whole, unknown);
      }
}

static void
look_at_block (Check *check, CwBlock *block, GArray *unknown)
{
  CwText *text = cw_block_get_text (block);

  if (text != NULL)
    look_at (check, text, 0, cw_text_get_length (text), (CwStretch) { 0 }, unknown);
  if (cw_block_get_kind (block) == CW_BLOCK_TABLE)
    look_at_table (check, cw_block_get_table (block), unknown);
}

static void
look_at_lines (Check *check, CwText *text, GArray *unknown)
{
  for (guint line = 0; line < cw_text_get_n_lines (text); line++)
    {
      CwStretch whole = { .line = line };
      guint start, end;

      cw_text_get_line (text, line, &start, &end);
      look_at (check, text, start, end, whole, unknown);
    }
}

/* Lines count from the first of @owner. */
static GArray *
get_unknown (Check *check, gpointer owner, gboolean is_block)
{
  GArray *unknown = NULL;

  if (check->previous != NULL)
    unknown = g_hash_table_lookup (check->previous->seen, owner);
  if (unknown != NULL)
    g_array_ref (unknown);
  else
    {
      unknown = g_array_new (FALSE, FALSE, sizeof (CwStretch));
      if (is_block)
        look_at_block (check, owner, unknown);
      else
        look_at_lines (check, owner, unknown);
    }
  g_hash_table_insert (check->spelling->seen, owner, unknown);
  return unknown;
}

/* --- the paper --- */

/**
 * cw_spelling_make_key:
 * @word: a word
 *
 * Returns: (transfer full): by what the ledger of a paper knows that @word is to be left alone
 */
char *
cw_spelling_make_key (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strconcat ("spelling:", folded, NULL);
}

static gboolean
is_allowed (Check *check, const CwStretch *stretch)
{
  CwDocument *document = check->spelling->document;
  g_autofree char *word = cw_stretch_to_string (document, stretch);
  g_autofree char *key = cw_spelling_make_key (word);

  return g_hash_table_contains (check->own, key)
         || cw_ledger_is_dismissed (cw_document_get_ledger (document), key);
}

static void
add_unknown (Check *check, GArray *unknown, guint line, guint block)
{
  for (guint i = 0; i < unknown->len; i++)
    {
      CwStretch stretch = g_array_index (unknown, CwStretch, i);

      stretch.line += line;
      if (stretch.field.kind == CW_FIELD_CELL)
        stretch.field.block = block;
      if (!is_allowed (check, &stretch))
        g_array_append_val (check->spelling->stretches, stretch);
    }
}

static void
check_elements (Check *check)
{
  CwDocument *document = check->spelling->document;

  for (CwElement i = 0; i < CW_N_FLOW_ELEMENTS; i++)
    {
      CwText *text = cw_document_get_element (document, i);
      GArray *unknown;

      if (text == NULL || cw_text_is_empty (text))
        continue;
      unknown = get_unknown (check, text, FALSE);
      if (unknown->len > 0)
        add_unknown (check, unknown, cw_flow_get_line_of_element (document, i), 0);
    }
}

static gboolean
check_blocks (Check *check, GCancellable *cancellable)
{
  CwDocument *document = check->spelling->document;

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      GArray *unknown = get_unknown (check, cw_document_get_block (document, i), TRUE);

      if (unknown->len > 0)
        add_unknown (check, unknown, cw_flow_get_line_of_block (document, i), i);
      if (i % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
make_set (const char *const *own)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    g_hash_table_add (set, cw_spelling_make_key (own[i]));
  return set;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return cw_stretch_compare (a, b);
}

/**
 * cw_spelling_check:
 * @document: a paper
 * @dictionary: what is right
 * @own: (nullable) (array zero-terminated=1): words of the office, right too, in whatever case
 * @previous: (nullable): what was found in an earlier state of the paper with the same dictionary:
 *   what has not changed since is not looked at again
 * @cancellable: (nullable): to stop it from another thread
 *
 * Looks for misspelled words in the flow of a paper and in its tables. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): what was found, less what the ledger of the paper says is to
 *   be left alone, see cw_spelling_make_key(); %NULL if it was cancelled
 */
CwSpelling *
cw_spelling_check (CwDocument *document,
                   CwDictionary *dictionary,
                   const char *const *own,
                   CwSpelling *previous,
                   GCancellable *cancellable)
{
  g_autoptr (CwSpelling) self = g_new0 (CwSpelling, 1);
  g_autoptr (GHashTable) set = make_set (own);
  Check check = { self, previous, dictionary, set };

  g_atomic_ref_count_init (&self->ref_count);
  self->document = cw_document_ref (document);
  self->seen = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (CwStretch));
  check_elements (&check);
  if (!check_blocks (&check, cancellable))
    return NULL;
  g_array_sort (self->stretches, compare);
  return g_steal_pointer (&self);
}

/**
 * cw_spelling_ref:
 * @self: what was found
 *
 * Returns: (transfer full): @self
 */
CwSpelling *
cw_spelling_ref (CwSpelling *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_spelling_unref:
 * @self: (transfer full): what was found
 *
 * Gives a reference back.
 */
void
cw_spelling_unref (CwSpelling *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->seen);
  g_array_unref (self->stretches);
  cw_document_unref (self->document);
  g_free (self);
}

/**
 * cw_spelling_get_document:
 * @self: what was found
 *
 * Returns: (transfer none): in which state of the paper
 */
CwDocument *
cw_spelling_get_document (CwSpelling *self)
{
  return self->document;
}

/**
 * cw_spelling_get_stretches:
 * @self: what was found
 * @n: (out): how many words
 *
 * Returns: (transfer none) (array length=n): the misspelled words in the order of reading
 */
const CwStretch *
cw_spelling_get_stretches (CwSpelling *self, guint *n)
{
  *n = self->stretches->len;
  return (const CwStretch *) (gpointer) self->stretches->data;
}
