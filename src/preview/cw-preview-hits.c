/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-hits.h"

struct _CwPreviewHits
{
  CwDocument *document;
  GArray *stretches;   /* of it, in the order of reading */
  CwStretch current;   /* one of them */
  gboolean has_current;

  CwPages *pages;
  GArray *shown;       /* the same in the document of @pages */
  CwStretch shown_current;
  gboolean shows_current;
  GHashTable *by_page; /* page + 1 to GArray of CwPreviewHit */
};

static int
compare (gconstpointer a, gconstpointer b)
{
  return cw_stretch_compare (a, b);
}

/**
 * cw_preview_hits_new:
 * @document: a document
 * @stretches: (array length=n): stretches of it, in any order
 * @n: how many there are
 * @current: which of them is shown now, or -1
 *
 * Returns: (transfer full): what is to be marked
 */
CwPreviewHits *
cw_preview_hits_new (CwDocument *document, const CwStretch *stretches, guint n, int current)
{
  CwPreviewHits *self = g_new0 (CwPreviewHits, 1);

  self->document = cw_document_ref (document);
  self->stretches = g_array_sized_new (FALSE, FALSE, sizeof (CwStretch), n);
  g_array_append_vals (self->stretches, stretches, n);
  g_array_sort (self->stretches, compare);
  self->has_current = current >= 0 && current < (int) n;
  if (self->has_current)
    self->current = stretches[current];
  return self;
}

static void
forget_pages (CwPreviewHits *self)
{
  g_clear_pointer (&self->by_page, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->pages, cw_pages_unref);
}

/**
 * cw_preview_hits_free:
 * @self: (transfer full): what is marked
 */
void
cw_preview_hits_free (CwPreviewHits *self)
{
  forget_pages (self);
  g_array_unref (self->stretches);
  cw_document_unref (self->document);
  g_free (self);
}

static void
follow_current (CwPreviewHits *self, CwDocument *to)
{
  g_autoptr (GArray) found
      = cw_stretch_follow (self->document, to, &self->current, self->has_current ? 1 : 0);

  self->shows_current = found->len > 0;
  if (self->shows_current)
    self->shown_current = g_array_index (found, CwStretch, 0);
}

/**
 * cw_preview_hits_set_pages:
 * @self: what is to be marked
 * @pages: the pages shown, perhaps of an older or newer state of the document
 *
 * To be called whenever other pages are shown.
 */
void
cw_preview_hits_set_pages (CwPreviewHits *self, CwPages *pages)
{
  CwDocument *document = cw_pages_get_document (pages);

  if (self->pages == pages)
    return;
  forget_pages (self);
  self->pages = cw_pages_ref (pages);
  self->shown = cw_stretch_follow (self->document, document,
                                   (const CwStretch *) (gpointer) self->stretches->data,
                                   self->stretches->len);
  follow_current (self, document);
  self->by_page = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

/* --- one page --------------------------------------------------------------------------------- */

typedef struct
{
  guint page;
  gboolean current;
  GArray *hits;
} Collection;

static gboolean
collect (guint page, const graphene_rect_t *rect, gpointer user_data)
{
  Collection *collection = user_data;
  CwPreviewHit hit = { *rect, collection->current };

  if (page == collection->page)
    g_array_append_val (collection->hits, hit);
  return page <= collection->page;
}

/* First and last line of the flow on a page; the first is behind the last if there is none. */
static void
find_lines (CwPages *pages, guint number, int *first, int *last)
{
  CwPage *page = cw_pages_get_page (pages, number);

  *first = G_MAXINT;
  *last = -1;
  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    {
      int line = cw_page_get_item (page, i)->flow_line;

      if (line < 0)
        continue;
      *first = MIN (*first, line);
      *last = MAX (*last, line);
    }
}

static void
collect_stretch (CwPreviewHits *self, const CwStretch *stretch, Collection *collection)
{
  collection->current
      = self->shows_current && cw_stretch_compare (stretch, &self->shown_current) == 0;
  cw_pages_find_stretch (self->pages, stretch, collect, collection);
}

static GArray *
find_on_page (CwPreviewHits *self, guint page)
{
  Collection collection = { page, FALSE, g_array_new (FALSE, FALSE, sizeof (CwPreviewHit)) };
  int first, last;

  find_lines (self->pages, page, &first, &last);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const CwStretch *stretch = &g_array_index (self->shown, CwStretch, i);
      gboolean element = stretch->field.kind == CW_FIELD_ELEMENT;

      if (element || ((int) stretch->line >= first && (int) stretch->line <= last))
        collect_stretch (self, stretch, &collection);
    }
  return collection.hits;
}

/**
 * cw_preview_hits_on_page:
 * @self: what is marked
 * @page: number of a page, from 0
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none) (nullable): what is marked on a page; valid until other
 *   pages are set
 */
const CwPreviewHit *
cw_preview_hits_on_page (CwPreviewHits *self, guint page, guint *n)
{
  GArray *hits;

  *n = 0;
  if (self->pages == NULL || page >= cw_pages_get_n_pages (self->pages))
    return NULL;
  hits = g_hash_table_lookup (self->by_page, GUINT_TO_POINTER (page + 1));
  if (hits == NULL)
    {
      hits = find_on_page (self, page);
      g_hash_table_insert (self->by_page, GUINT_TO_POINTER (page + 1), hits);
    }
  *n = hits->len;
  return (const CwPreviewHit *) (gpointer) hits->data;
}
