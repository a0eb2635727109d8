/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

/* Private to this room: lists that are copied and pasted. */

G_BEGIN_DECLS

CwDocument *cw_lists_adopt (CwDocument *fragment, CwDocument *document);

G_END_DECLS
