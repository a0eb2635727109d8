/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "document/cw-document.h"
#include "typeset/cw-profile.h"

G_BEGIN_DECLS

/**
 * CwFirstPagesRead:
 * @data: what was passed
 * @cancellable: cancelled when nobody wants the picture any more
 * @error: why there is no document
 *
 * Called in a thread of its own.
 *
 * Returns: (transfer full) (nullable): the document whose first page is wanted
 */
typedef CwDocument *(*CwFirstPagesRead) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * CwFirstPagesDone:
 * @texture: (nullable): the picture, %NULL if there is none
 * @data: what was passed
 *
 * Called in the main thread.
 */
typedef void (*CwFirstPagesDone) (GdkTexture *texture, gpointer data);

#define CW_TYPE_FIRST_PAGES (cw_first_pages_get_type ())

G_DECLARE_FINAL_TYPE (CwFirstPages, cw_first_pages, CW, FIRST_PAGES, GObject)

CwFirstPages *cw_first_pages_new (const CwProfile *profile, guint width);
void cw_first_pages_want (CwFirstPages *self, CwFirstPagesRead read, CwFirstPagesDone done,
                          gpointer data, GDestroyNotify free_data);

G_END_DECLS
