/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

/* Words of the page that nobody types as they stand: they are made of elements and attachments. */

G_BEGIN_DECLS

char *cw_document_get_number_text (CwDocument *document);
char *cw_document_get_attachment_label (CwDocument *document, guint attachment);
char *cw_document_get_attachment_name (CwDocument *document, guint attachment);

G_END_DECLS
