/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-cell-text.h"

#include <string.h>

#include "cw-cell-number.h"

/* A cell's text in the cache: what it was set from, and its last setting to a width. */
typedef struct
{
  CwText *text;
  CwCellStyle style;
  CwCellText *set;
  CwMeasure measure;
  CwParagraph *wrapped;
} CwCellEntry;

struct _CwCellCache
{
  CwTypefaces *typefaces;
  GHashTable *entries; /* CwCellEntry, keyed by itself */
  GHashTable *by_text; /* CwCellText → CwCellEntry */
  guint kept;          /* entries when those unused were last dropped */
};

/**
 * cw_cell_text_ref:
 * @self: a cell's text
 *
 * Returns: (transfer full): @self
 */
CwCellText *
cw_cell_text_ref (CwCellText *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * cw_cell_text_unref:
 * @self: (transfer full): a cell's text
 */
void
cw_cell_text_unref (CwCellText *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  cw_paragraph_unref (self->paragraph);
  g_free (self);
}

static guint
entry_hash (gconstpointer key)
{
  const CwCellEntry *entry = key;

  return g_str_hash (cw_text_get_string (entry->text)) ^ (entry->style.header ? 0x9E3779B9u : 0)
         ^ (guint) (entry->style.size * 8);
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const CwCellEntry *e = a, *f = b;

  return e->style.size == f->style.size && e->style.header == f->style.header
         && (e->text == f->text || cw_text_equal (e->text, f->text));
}

static void
entry_free (gpointer data)
{
  CwCellEntry *entry = data;

  cw_text_unref (entry->text);
  cw_cell_text_unref (entry->set);
  g_clear_pointer (&entry->wrapped, cw_paragraph_unref);
  g_free (entry);
}

/**
 * cw_cell_cache_new:
 * @typefaces: the typefaces to set in
 *
 * Returns: (transfer full): an empty cache
 */
CwCellCache *
cw_cell_cache_new (CwTypefaces *typefaces)
{
  CwCellCache *self = g_new0 (CwCellCache, 1);

  self->typefaces = cw_typefaces_ref (typefaces);
  self->entries = g_hash_table_new_full (entry_hash, entry_equal, NULL, entry_free);
  self->by_text = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * cw_cell_cache_free:
 * @self: (transfer full): a cache
 */
void
cw_cell_cache_free (CwCellCache *self)
{
  g_hash_table_unref (self->by_text);
  g_hash_table_unref (self->entries);
  cw_typefaces_unref (self->typefaces);
  g_free (self);
}

static void
append_span (GArray *spans, guint start, guint end, CwTypeface typeface, double size)
{
  CwSpan span = { start, end, typeface, size, size };

  if (start < end)
    g_array_append_val (spans, span);
}

/* 仿宋, headers and what the author emphasised in 黑体 (R117). */
static GArray *
make_spans (CwText *text, const CwCellStyle *style)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));
  guint length = (guint) cw_text_get_length (text), n_marks, at = 0;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  CwTypeface plain = style->header ? CW_TYPEFACE_HEITI : CW_TYPEFACE_FANGSONG;

  for (guint i = 0; i < n_marks; i++)
    {
      guint start = CLAMP (marks[i].start, at, length), end = CLAMP (marks[i].end, start, length);

      if (marks[i].kind != CW_MARK_EMPHASIS)
        continue;
      append_span (spans, at, start, plain, style->size);
      append_span (spans, start, end, CW_TYPEFACE_HEITI, style->size);
      at = end;
    }
  append_span (spans, at, length, plain, style->size);
  return spans;
}

static CwCellText *
set_text (CwCellCache *self, CwText *text, const CwCellStyle *style)
{
  static const CwMeasure one_line = { .width = 1e9, .alignment = CW_ALIGN_START };
  const char *string = cw_text_get_string (text);
  g_autoptr (GArray) spans = make_spans (text, style);
  CwCellText *set = g_new0 (CwCellText, 1);
  guint point;

  g_atomic_ref_count_init (&set->refs);
  set->paragraph
      = cw_paragraph_new (cw_shaped_new (self->typefaces, string, cw_text_get_length (text),
                                         (const CwSpan *) (gpointer) spans->data, spans->len),
                          &one_line);
  cw_paragraph_get_widths (set->paragraph, &set->natural, &set->least, &set->bare);
  set->is_number = cw_cell_number_find (string, &point, &set->has_point);
  set->is_blank = cw_cell_number_is_blank (string);
  if (set->is_number)
    set->before = cw_paragraph_get_x (set->paragraph, 0, point);
  return set;
}

/**
 * cw_cell_cache_get:
 * @self: a cache
 * @text: the text of a cell
 * @style: how to set it
 *
 * Returns: (transfer full): the text, set
 */
CwCellText *
cw_cell_cache_get (CwCellCache *self, CwText *text, const CwCellStyle *style)
{
  CwCellEntry key = { text, *style };
  CwCellEntry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    {
      entry = g_new0 (CwCellEntry, 1);
      entry->text = cw_text_ref (text);
      entry->style = *style;
      entry->set = set_text (self, text, style);
      g_hash_table_add (self->entries, entry);
      g_hash_table_insert (self->by_text, entry->set, entry);
    }
  return cw_cell_text_ref (entry->set);
}

static gboolean
same_measure (const CwMeasure *a, const CwMeasure *b)
{
  return a->width == b->width && a->alignment == b->alignment;
}

/**
 * cw_cell_cache_wrap:
 * @self: a cache
 * @text: a text it has set
 * @measure: what to set it to
 *
 * Breaks the text of a cell into lines.
 *
 * Returns: (transfer full): the text so set
 */
CwParagraph *
cw_cell_cache_wrap (CwCellCache *self, CwCellText *text, const CwMeasure *measure)
{
  CwCellEntry *entry = g_hash_table_lookup (self->by_text, text);

  g_return_val_if_fail (entry != NULL, NULL);

  if (entry->wrapped == NULL || !same_measure (&entry->measure, measure))
    {
      g_clear_pointer (&entry->wrapped, cw_paragraph_unref);
      entry->wrapped = cw_paragraph_with_measure (text->paragraph, measure);
      entry->measure = *measure;
    }
  return cw_paragraph_ref (entry->wrapped);
}

static gboolean
entry_is_unused (gpointer key, gpointer value, gpointer data)
{
  CwCellCache *self = data;
  CwCellEntry *entry = value;

  if (!g_atomic_ref_count_compare (&entry->set->refs, 1))
    return FALSE;
  g_hash_table_remove (self->by_text, entry->set);
  return TRUE;
}

/**
 * cw_cell_cache_drop_unused:
 * @self: a cache
 *
 * Forgets texts no table holds any more, once there are many of them.
 */
void
cw_cell_cache_drop_unused (CwCellCache *self)
{
  if (g_hash_table_size (self->entries) < 2 * self->kept + 1024)
    return;
  g_hash_table_foreach_remove (self->entries, entry_is_unused, self);
  self->kept = g_hash_table_size (self->entries);
}
