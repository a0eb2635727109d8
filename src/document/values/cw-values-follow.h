/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

G_BEGIN_DECLS

CwDocument *cw_values_follow (CwDocument *before, CwDocument *after, CwDocument *base,
                              CwPlace *place);

G_END_DECLS
