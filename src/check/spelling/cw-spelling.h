/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/cw-stretch.h"
#include "cw-dictionary.h"

G_BEGIN_DECLS

/**
 * CwSpelling:
 *
 * The Latin words of a document that are misspelled. Immutable and atomically reference-counted.
 */
typedef struct _CwSpelling CwSpelling;

#define CW_TYPE_SPELLING (cw_spelling_get_type ())

GType cw_spelling_get_type (void) G_GNUC_CONST;

CwSpelling *cw_spelling_check (CwDocument *document, CwDictionary *dictionary,
                               const char *const *own, CwSpelling *previous,
                               GCancellable *cancellable);
CwSpelling *cw_spelling_ref (CwSpelling *self);
void cw_spelling_unref (CwSpelling *self);
CwDocument *cw_spelling_get_document (CwSpelling *self);
const CwStretch *cw_spelling_get_stretches (CwSpelling *self, guint *n);
char *cw_spelling_make_key (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSpelling, cw_spelling_unref)

G_END_DECLS
