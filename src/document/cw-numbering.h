/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-document.h"

G_BEGIN_DECLS

char *cw_numbering_format (guint level, guint number);
gsize cw_numbering_parse (const char *utf8, guint *level, guint *number);
char *cw_numbering_format_han (guint number);
gsize cw_numbering_read_han (const char *p, guint *number);
guint *cw_numbering_count (CwDocument *document);

G_END_DECLS
