/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-change.h"

G_BEGIN_DECLS

/**
 * CwNormaliser:
 *
 * Puts the punctuation of one text right, paragraph by paragraph; remembers between two of them
 * whether a quotation is still open.
 */
typedef struct _CwNormaliser CwNormaliser;

CwNormaliser *cw_normaliser_new (CwChanges *changes);
void cw_normaliser_free (CwNormaliser *self);
char *cw_normaliser_run (CwNormaliser *self, const char *text, gsize length, guint line);
void cw_normaliser_finish (CwNormaliser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwNormaliser, cw_normaliser_free)

G_END_DECLS
