/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-pages.h"

G_BEGIN_DECLS

/**
 * CwTypesetter:
 *
 * Makes pages of documents, and remembers the paragraphs it has set: the next document that shares
 * their blocks is set in no time. Belongs to one thread at a time.
 */
typedef struct _CwTypesetter CwTypesetter;

CwTypesetter *cw_typesetter_new (CwTypefaces *typefaces);
void cw_typesetter_free (CwTypesetter *self);

CwPages *cw_typesetter_set (CwTypesetter *self, CwDocument *document, const CwProfile *profile);
CwSolution *cw_typesetter_solve (CwTypesetter *self, CwDocument *document, const CwProfile *profile,
                                 guint *n_solutions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTypesetter, cw_typesetter_free)

G_END_DECLS
