/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

G_BEGIN_DECLS

CwDocument *cw_edit_replace (CwDocument *document, CwPlace start, CwPlace end, const char *text,
                             CwPlace *after);
CwDocument *cw_edit_insert_document (CwDocument *document, CwPlace start, CwPlace end,
                                     CwDocument *fragment, CwPlace *after);
CwDocument *cw_edit_slice (CwDocument *document, CwPlace start, CwPlace end);
CwDocument *cw_edit_set_style (CwDocument *document, guint first_line, guint last_line,
                               CwStyle style);
CwDocument *cw_edit_shift_level (CwDocument *document, guint first_line, guint last_line, int by);
CwDocument *cw_edit_set_mark (CwDocument *document, CwPlace start, CwPlace end, CwMarkKind kind,
                              gboolean on);
CwDocument *cw_edit_take_number (CwDocument *document, guint line, CwPlace *place);
CwDocument *cw_edit_insert_page_break (CwDocument *document, CwPlace at, CwPlace *after);

G_END_DECLS
