/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/cw-verification.h"
#include "document/cw-document.h"

G_BEGIN_DECLS

void cw_ready_check_async (CwDocument *document,
                           const CwProfile *profile,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);
CwVerification *cw_ready_check_finish (GAsyncResult *result, GError **error);
void cw_ready_report_async (CwVerification *verification,
                            const char *name,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
gboolean cw_ready_report_finish (GAsyncResult *result, GError **error);

G_END_DECLS
