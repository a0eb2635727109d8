/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-passage.h"

G_BEGIN_DECLS

/**
 * CwQuotes:
 *
 * Pairs straight quotation marks over the paragraphs of a text.
 */
typedef struct _CwQuotes CwQuotes;

CwQuotes *cw_quotes_new (CwChanges *changes);
void cw_quotes_free (CwQuotes *self);
void cw_quotes_pair (CwQuotes *self, CwPassage *passage, guint line);
void cw_quotes_finish (CwQuotes *self);

G_END_DECLS
