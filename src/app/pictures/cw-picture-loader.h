/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "document/cw-picture.h"

G_BEGIN_DECLS

void cw_picture_load_async (CwPicture *picture, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
GdkTexture *cw_picture_load_finish (GAsyncResult *result, GError **error);
void cw_picture_read_file_async (GFile *file, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
CwPicture *cw_picture_read_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
