/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cw-check-options.h"
#include "cw-finding.h"

/* What a careful colleague would point out in the text of a paper before it is signed. */

G_BEGIN_DECLS

CwFindings *cw_text_check (CwDocument *document, CwCheckOptions *options, CwFindings *previous,
                           GCancellable *cancellable);

G_END_DECLS
