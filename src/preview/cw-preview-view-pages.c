/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-view-private.h"

static void
trim_pictures (CwPreviewView *self)
{
  guint first = 0;
  guint last = 0;
  double x;
  double y;

  cw_preview_view_get_scroll (self, &x, &y);
  cw_preview_layout_get_visible (&self->layout, y, &first, &last);
  cw_picture_cache_trim (self->pictures, first, last, self->layout.n_pages);
}

/**
 * cw_preview_view_get_pages:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the pages shown
 */
CwPages *
cw_preview_view_get_pages (CwPreviewView *self)
{
  return self->pages;
}

/**
 * cw_preview_view_add_pictures:
 * @self: a view
 * @pictures: (element-type CwPagePicture): pictures of the pages shown
 *
 * Shows them in the place of those there are.
 */
void
cw_preview_view_add_pictures (CwPreviewView *self, GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++)
    cw_picture_cache_put (self->pictures, g_ptr_array_index (pictures, i));
  trim_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cw_preview_view_show_pages:
 * @self: a view
 * @pages: new pages
 * @pictures: (element-type CwPagePicture): of those that are to be seen
 *
 * Changes pages, pictures and scroll position in one go, so that the text the eye rests on does not
 * move. Pages without a new picture go on showing their old one.
 */
void
cw_preview_view_show_pages (CwPreviewView *self, CwPages *pages, GPtrArray *pictures)
{
  CwPreviewAnchor anchor = cw_preview_view_take_anchor (self);

  if (self->pages)
    cw_preview_anchor_translate (&anchor, cw_pages_get_document (self->pages),
                                 cw_pages_get_document (pages));
  cw_pages_ref (pages);
  g_clear_pointer (&self->pages, cw_pages_unref);
  self->pages = pages;
  if (self->hits)
    cw_preview_hits_set_pages (self->hits, pages);
  for (guint i = 0; i < pictures->len; i++)
    cw_picture_cache_put (self->pictures, g_ptr_array_index (pictures, i));
  cw_preview_view_arrange (self, &anchor);
  trim_pictures (self);
}

/**
 * cw_preview_view_take_hits:
 * @self: a view
 * @hits: (transfer full) (nullable): what is to be marked on the pages, or %NULL for nothing
 *
 * Marks stretches of text, instead of those marked before.
 */
void
cw_preview_view_take_hits (CwPreviewView *self, CwPreviewHits *hits)
{
  g_clear_pointer (&self->hits, cw_preview_hits_free);
  self->hits = hits;
  if (hits && self->pages)
    cw_preview_hits_set_pages (hits, self->pages);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cw_preview_view_describe:
 * @self: a view
 * @wish: (inout): a wish, of which sight, anchor and pictures are filled in; the caller owns
 *   its pictures, the rest is borrowed
 *
 * Says what the view would like to have. While it cannot be seen it wants no pictures.
 */
void
cw_preview_view_describe (CwPreviewView *self, CwPreviewWish *wish)
{
  wish->sight = cw_preview_view_get_sight (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    wish->sight.width = 0;
  wish->anchor = cw_preview_view_take_anchor (self);
  wish->anchor_document = self->pages ? cw_pages_get_document (self->pages) : NULL;
  wish->pictures = cw_picture_cache_list (self->pictures);
}
