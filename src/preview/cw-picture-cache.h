/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page-picture.h"

G_BEGIN_DECLS

/**
 * CwPictureCache:
 *
 * The newest picture of each page, within a budget of memory: when it is spent, those furthest from
 * what is looked at go. Belongs to one thread.
 */
typedef struct _CwPictureCache CwPictureCache;

CwPictureCache *cw_picture_cache_new (gsize budget);
void cw_picture_cache_free (CwPictureCache *self);

CwPagePicture *cw_picture_cache_get (CwPictureCache *self, guint number);
void cw_picture_cache_put (CwPictureCache *self, CwPagePicture *picture);
void cw_picture_cache_trim (CwPictureCache *self, guint first_kept, guint last_kept, guint n_pages);
gsize cw_picture_cache_get_size (CwPictureCache *self);
GPtrArray *cw_picture_cache_list (CwPictureCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPictureCache, cw_picture_cache_free)

G_END_DECLS
