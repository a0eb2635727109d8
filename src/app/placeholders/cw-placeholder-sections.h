/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-stretch.h"

G_BEGIN_DECLS

/**
 * CwPlaceholderSections:
 *
 * The parts of a document under which placeholders are listed: its headings of the first two levels,
 * what stands before and behind them, its attachments, and the elements beside the text.
 */
typedef struct _CwPlaceholderSections CwPlaceholderSections;

CwPlaceholderSections *cw_placeholder_sections_new (CwDocument *document);
void cw_placeholder_sections_free (CwPlaceholderSections *self);
guint cw_placeholder_sections_find (CwPlaceholderSections *self, const CwStretch *at,
                                    const char **title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPlaceholderSections, cw_placeholder_sections_free)

G_END_DECLS
