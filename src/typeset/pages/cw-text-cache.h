/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/lines/cw-paragraph.h"

G_BEGIN_DECLS

/**
 * CwTextCache:
 *
 * Remembers set texts that no block or element is: computed ones, known by what they say and how
 * they are set. Belongs to one thread at a time.
 */
typedef struct _CwTextCache CwTextCache;

CwTextCache *cw_text_cache_new (CwTypefaces *typefaces);
void cw_text_cache_free (CwTextCache *self);

void cw_text_cache_begin (CwTextCache *self);
CwParagraph *cw_text_cache_set (CwTextCache *self, const char *text, const CwSpan *spans,
                                guint n_spans, const CwMeasure *measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTextCache, cw_text_cache_free)

G_END_DECLS
