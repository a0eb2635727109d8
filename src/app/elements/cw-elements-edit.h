/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

CwDocument *cw_elements_edit_text (CwDocument *document, CwElement element, const char *text);
guint cw_elements_count_missing (CwDocument *document, CwElementGroup group);

G_END_DECLS
