/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

/* What a document must have to be complete. */

G_BEGIN_DECLS

CwNeed cw_document_get_need (CwDocument *document, CwElement element);
gboolean cw_document_is_missing (CwDocument *document, CwElement element);
guint cw_document_count_missing (CwDocument *document);

G_END_DECLS
