/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

/* Private to this room: quantities of what is copied and pasted. */

G_BEGIN_DECLS

CwDocument *cw_values_copy (CwDocument *fragment, CwLedger *ledger);
CwDocument *cw_values_adopt (CwDocument *fragment, CwDocument *document, CwLedger **ledger);

G_END_DECLS
