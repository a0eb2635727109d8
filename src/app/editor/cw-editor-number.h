/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

G_BEGIN_DECLS

CwDocument *cw_editor_take_number (CwDocument *document, CwPlace caret);

G_END_DECLS
