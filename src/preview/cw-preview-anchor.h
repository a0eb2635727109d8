/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-preview-layout.h"

G_BEGIN_DECLS

/**
 * CwPreviewAnchor:
 * @at_top: the view is at the very top and is to stay there
 * @in_text: whether @place is known
 * @place: the place in the text that is to keep its height on the screen
 * @point: where on paper it was; what is held on to when the place is not known or is gone
 * @view_x: where @point was in the view, application pixels
 * @view_y: where @point was in the view, application pixels
 *
 * What the reader's eye rests on, to be found again when the pages have changed. Plain data.
 */
typedef struct
{
  gboolean at_top;
  gboolean in_text;
  CwPlace place;
  CwPreviewPoint point;
  double view_x;
  double view_y;
} CwPreviewAnchor;

CwPreviewAnchor cw_preview_anchor_take (CwPages *pages,
                                        const CwPreviewLayout *layout,
                                        double scroll_x,
                                        double scroll_y);
CwPreviewAnchor cw_preview_anchor_take_point (const CwPreviewLayout *layout,
                                              double scroll_x,
                                              double scroll_y,
                                              double view_x,
                                              double view_y);
void cw_preview_anchor_translate (CwPreviewAnchor *self, CwDocument *from, CwDocument *to);
void cw_preview_anchor_apply (const CwPreviewAnchor *self,
                              CwPages *pages,
                              const CwPreviewLayout *layout,
                              double *scroll_x,
                              double *scroll_y);

gboolean
cw_preview_translate_place (CwPlace place, CwDocument *from, CwDocument *to, CwPlace *translated);
double cw_preview_reveal (double scroll, double view, double start, double end);

G_END_DECLS
