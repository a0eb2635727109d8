/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/cw-document.h"
#include "typeset/cw-profile.h"

G_BEGIN_DECLS

void cw_export_render_async (CwDocument *document,
                             const CwProfile *profile,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
GBytes *cw_export_render_finish (GAsyncResult *result, GError **error);
void cw_export_write_async (CwDocument *document,
                            const CwProfile *profile,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
GFile *cw_export_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
