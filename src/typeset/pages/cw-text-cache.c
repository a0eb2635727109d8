/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-text-cache.h"

#include <string.h>

/* Texts are short; this many of them are kept before old ones are looked for. */
#define MANY 512

typedef struct
{
  char *text;
  CwSpan *spans;
  guint n_spans;
  CwMeasure measure;
  CwParagraph *paragraph;
  guint generation;
} CwTextEntry;

struct _CwTextCache
{
  CwTypefaces *typefaces;
  GHashTable *entries; /* CwTextEntry, keyed by itself */
  guint generation;
};

static guint
text_entry_hash (gconstpointer key)
{
  const CwTextEntry *entry = key;

  return g_str_hash (entry->text) ^ (guint) (entry->measure.width * 64);
}

static gboolean
span_equal (const CwSpan *a, const CwSpan *b)
{
  return a->start == b->start && a->end == b->end && a->typeface == b->typeface
         && a->size == b->size && a->cell == b->cell && a->x_scale == b->x_scale
         && a->latin == b->latin && a->latin_gap == b->latin_gap && !a->names == !b->names;
}

static gboolean
measure_equal (const CwMeasure *a, const CwMeasure *b)
{
  return a->width == b->width && a->first_indent == b->first_indent && a->indent == b->indent
         && a->alignment == b->alignment && a->looseness == b->looseness
         && !a->balanced == !b->balanced && a->max_width == b->max_width;
}

static gboolean
text_entry_equal (gconstpointer a, gconstpointer b)
{
  const CwTextEntry *e = a, *f = b;

  if (e->n_spans != f->n_spans || strcmp (e->text, f->text) != 0
      || !measure_equal (&e->measure, &f->measure))
    return FALSE;
  for (guint i = 0; i < e->n_spans; i++)
    if (!span_equal (&e->spans[i], &f->spans[i]))
      return FALSE;
  return TRUE;
}

static void
text_entry_free (gpointer data)
{
  CwTextEntry *entry = data;

  g_free (entry->text);
  g_free (entry->spans);
  cw_paragraph_unref (entry->paragraph);
  g_free (entry);
}

/**
 * cw_text_cache_new:
 * @typefaces: the typefaces to set in
 *
 * Returns: (transfer full): an empty cache
 */
CwTextCache *
cw_text_cache_new (CwTypefaces *typefaces)
{
  CwTextCache *self = g_new0 (CwTextCache, 1);

  self->typefaces = cw_typefaces_ref (typefaces);
  self->entries = g_hash_table_new_full (text_entry_hash, text_entry_equal, NULL, text_entry_free);
  return self;
}

/**
 * cw_text_cache_free:
 * @self: (transfer full): a cache
 */
void
cw_text_cache_free (CwTextCache *self)
{
  g_hash_table_unref (self->entries);
  cw_typefaces_unref (self->typefaces);
  g_free (self);
}

static gboolean
text_entry_is_old (gpointer key, gpointer value, gpointer data)
{
  const CwTextEntry *entry = value;
  CwTextCache *self = data;

  return entry->generation != self->generation;
}

/**
 * cw_text_cache_begin:
 * @self: a cache
 *
 * Begins another document; what only documents before the last one had may be forgotten.
 */
void
cw_text_cache_begin (CwTextCache *self)
{
  if (g_hash_table_size (self->entries) > MANY)
    g_hash_table_foreach_remove (self->entries, text_entry_is_old, self);
  self->generation++;
}

static CwTextEntry *
add_entry (CwTextCache *self, const CwTextEntry *key)
{
  CwTextEntry *entry = g_memdup2 (key, sizeof *key);

  entry->text = g_strdup (key->text);
  entry->spans = g_memdup2 (key->spans, key->n_spans * sizeof (CwSpan));
  entry->paragraph = cw_paragraph_new (
      cw_shaped_new (self->typefaces, entry->text, strlen (entry->text), entry->spans, key->n_spans),
      &key->measure);
  g_hash_table_add (self->entries, entry);
  return entry;
}

/**
 * cw_text_cache_set:
 * @self: a cache
 * @text: UTF-8
 * @spans: (array length=n_spans): how its stretches are set; they cover all of it
 * @n_spans: how many
 * @measure: what to set it to
 *
 * Sets a text, unless the same has been set alike before.
 *
 * Returns: (transfer full): the paragraph
 */
CwParagraph *
cw_text_cache_set (CwTextCache *self,
                   const char *text,
                   const CwSpan *spans,
                   guint n_spans,
                   const CwMeasure *measure)
{
  CwTextEntry key = { (char *) text, (CwSpan *) spans, n_spans, *measure, NULL, 0 };
  CwTextEntry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    entry = add_entry (self, &key);
  entry->generation = self->generation;
  return cw_paragraph_ref (entry->paragraph);
}
