/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-private.h"
#include "cw-preview-view-private.h"

/* What is marked over the pages: never on them. */

/**
 * cw_preview_set_hits:
 * @self: a preview
 * @document: the document the stretches are of, the one set last or an older state of it
 * @stretches: (array length=n) (nullable): what is to be marked, in any order
 * @n: how many there are; 0 takes the marks away
 * @current: which of them is shown now, or -1
 *
 * Draws marks over the pages where the stretches are printed: in lines, cells and furniture. They
 * follow the document as it is edited. The pages themselves stay as they are printed.
 */
void
cw_preview_set_hits (CwPreview *self,
                     CwDocument *document,
                     const CwStretch *stretches,
                     guint n,
                     int current)
{
  g_return_if_fail (CW_IS_PREVIEW (self));
  g_return_if_fail (n == 0 || (document != NULL && stretches != NULL));

  cw_preview_view_take_hits (cw_preview_get_view (self),
                             n > 0 ? cw_preview_hits_new (document, stretches, n, current)
                                   : NULL);
}

/**
 * cw_preview_find_eye:
 * @self: a preview
 * @document: the document set last
 * @place: (out): a place in it
 *
 * Finds the text the eye rests on: a line that can be seen on the pages.
 *
 * Returns: whether there is any
 */
gboolean
cw_preview_find_eye (CwPreview *self, CwDocument *document, CwPlace *place)
{
  CwPages *pages;
  CwPreviewAnchor anchor;

  g_return_val_if_fail (CW_IS_PREVIEW (self), FALSE);

  pages = cw_preview_get_pages (self);
  anchor = cw_preview_view_take_anchor (cw_preview_get_view (self));
  if (pages == NULL || !anchor.in_text)
    return FALSE;
  cw_preview_translate_place (anchor.place, cw_pages_get_document (pages), document, place);
  return TRUE;
}
