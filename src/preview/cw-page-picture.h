/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "typeset/pages/cw-page.h"

G_BEGIN_DECLS

/**
 * CwPictureKind:
 * @CW_PICTURE_PAINTED: by the painter, at once
 * @CW_PICTURE_PROOF: of the PDF of the page, by poppler
 */
typedef enum
{
  CW_PICTURE_PAINTED,
  CW_PICTURE_PROOF,
} CwPictureKind;

/**
 * CwPagePicture:
 *
 * A page, or a part of one, as a picture of a certain density. Immutable, atomically
 * reference-counted, usable from any thread.
 */
typedef struct _CwPagePicture CwPagePicture;

/* Draws a page in points from its upper left corner; the context has been scaled to the picture's
 * density. */
typedef gboolean (*CwPictureFunc) (gpointer source, cairo_t *cr, GError **error);

CwPagePicture *cw_page_picture_new (CwPictureKind kind,
                                    guint number,
                                    CwPage *page,
                                    double density,
                                    const cairo_rectangle_int_t *part,
                                    gboolean guides,
                                    CwPictureFunc draw,
                                    gpointer source,
                                    GError **error);
CwPagePicture *cw_page_picture_new_painted (guint number,
                                            CwPage *page,
                                            double density,
                                            const cairo_rectangle_int_t *part,
                                            gboolean guides,
                                            GError **error);
CwPagePicture *cw_page_picture_ref (CwPagePicture *self);
void cw_page_picture_unref (CwPagePicture *self);

CwPictureKind cw_page_picture_get_kind (CwPagePicture *self);
guint cw_page_picture_get_number (CwPagePicture *self);
CwPage *cw_page_picture_get_page (CwPagePicture *self);
double cw_page_picture_get_density (CwPagePicture *self);
const cairo_rectangle_int_t *cw_page_picture_get_part (CwPagePicture *self);
GdkTexture *cw_page_picture_get_texture (CwPagePicture *self);
gsize cw_page_picture_get_size (CwPagePicture *self);
gboolean cw_page_picture_shows (CwPagePicture *self,
                                CwPage *page,
                                double density,
                                const cairo_rectangle_int_t *part,
                                gboolean guides);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPagePicture, cw_page_picture_unref)

G_END_DECLS
