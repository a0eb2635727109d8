/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

CwDocument *cw_edit_set_form (CwDocument *document, const CwForm *form);
CwDocument *cw_edit_set_element (CwDocument *document, CwElement element, CwText *text);

G_END_DECLS
