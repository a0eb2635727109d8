/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

/* What is entered into an element, looked at while it is entered (C59). */

G_BEGIN_DECLS

char *cw_element_check (CwElement element, const char *text, CwDocument *document);
char *cw_element_tidy (CwElement element, const char *text);

G_END_DECLS
