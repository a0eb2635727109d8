/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-stretch.h"

G_BEGIN_DECLS

/**
 * CwReference:
 * @stretch: where it is, a line of the flow
 * @text: what stands there now
 * @proposal: (nullable): what should; %NULL if what it refers to is gone or has no number to go by
 *
 * Words that name another place of the paper, or count on what comes before, and do not fit any more.
 */
typedef struct
{
  CwStretch stretch;
  char *text;
  char *proposal;
} CwReference;

void cw_reference_free (CwReference *self);

GPtrArray *cw_references_find_broken (CwDocument *before, CwDocument *after);
CwDocument *cw_references_mend (CwDocument *document, CwReference *const *references, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwReference, cw_reference_free)

G_END_DECLS
