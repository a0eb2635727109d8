/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "formats/values/cw-value-sheet.h"

G_BEGIN_DECLS

void cw_sheet_files_read_async (CwDocument *document, GListModel *files, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
GArray *cw_sheet_files_read_finish (GAsyncResult *result, CwDocument **document, char **problems,
                                    GError **error);

G_END_DECLS
