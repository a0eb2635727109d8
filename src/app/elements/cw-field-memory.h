/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"
#include "cw-element-field.h"

G_BEGIN_DECLS

void cw_field_memory_attach (CwElementField *field);
void cw_field_memory_remember (CwElementField *field, CwDocument *document);

G_END_DECLS
