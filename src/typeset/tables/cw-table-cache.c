/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-cache.h"

/* Set tables of older documents are kept that many documents long, for undo. */
#define KEPT 8

typedef struct
{
  CwTable *table;
  double width;
  CwTableSetting *setting;
  guint generation;
} CwTableEntry;

struct _CwTableCache
{
  CwCellCache *cells;
  GHashTable *entries; /* CwTableEntry, keyed by itself */
  guint generation;
};

static guint
entry_hash (gconstpointer key)
{
  const CwTableEntry *entry = key;

  return g_direct_hash (entry->table) ^ (guint) entry->width;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const CwTableEntry *e = a, *f = b;

  return e->table == f->table && e->width == f->width;
}

static void
entry_free (gpointer data)
{
  CwTableEntry *entry = data;

  cw_table_unref (entry->table);
  cw_table_setting_unref (entry->setting);
  g_free (entry);
}

/**
 * cw_table_cache_new:
 * @typefaces: the typefaces to set in
 *
 * Returns: (transfer full): an empty cache
 */
CwTableCache *
cw_table_cache_new (CwTypefaces *typefaces)
{
  CwTableCache *self = g_new0 (CwTableCache, 1);

  self->cells = cw_cell_cache_new (typefaces);
  self->entries = g_hash_table_new_full (entry_hash, entry_equal, NULL, entry_free);
  return self;
}

/**
 * cw_table_cache_free:
 * @self: (transfer full): a cache
 */
void
cw_table_cache_free (CwTableCache *self)
{
  g_hash_table_unref (self->entries);
  cw_cell_cache_free (self->cells);
  g_free (self);
}

static gboolean
entry_is_old (gpointer key, gpointer value, gpointer data)
{
  CwTableCache *self = data;
  CwTableEntry *entry = value;

  return self->generation - entry->generation > KEPT;
}

/**
 * cw_table_cache_begin:
 * @self: a cache
 *
 * A document is about to be set: tables none of the last ones had are forgotten.
 */
void
cw_table_cache_begin (CwTableCache *self)
{
  self->generation++;
  g_hash_table_foreach_remove (self->entries, entry_is_old, self);
  cw_cell_cache_drop_unused (self->cells);
}

/**
 * cw_table_cache_get:
 * @self: a cache
 * @table: a table
 * @width: the width to set it to, pt
 * @height: height of the pages it will stand on, pt
 *
 * Returns: (transfer none): the table, set
 */
CwTableSetting *
cw_table_cache_get (CwTableCache *self, CwTable *table, double width, double height)
{
  CwTableEntry key = { table, width };
  CwTableEntry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    {
      entry = g_new0 (CwTableEntry, 1);
      entry->table = cw_table_ref (table);
      entry->width = width;
      entry->setting = cw_table_setting_new (table, self->cells, width, height);
      g_hash_table_add (self->entries, entry);
    }
  entry->generation = self->generation;
  return entry->setting;
}
