/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"
#include "cw-file-error.h"
#include "formats/reading/cw-import.h"

G_BEGIN_DECLS

GBytes *cw_file_load (GFile *file, char **etag, GCancellable *cancellable, GError **error);
GBytes *cw_file_load_stream (GInputStream *stream, const char *name, GCancellable *cancellable,
                             GError **error);
gboolean cw_file_save (GFile *file, GBytes *bytes, const char *expected_etag, char **etag,
                       GCancellable *cancellable, GError **error);
char *cw_file_query_etag (GFile *file, GCancellable *cancellable, GError **error);
CwDocument *cw_file_read_document (GBytes *bytes, CwImport **import, GError **error);

G_END_DECLS
