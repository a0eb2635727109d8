/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/edits/cw-edit.h"
#include "cw-section-tree.h"

G_BEGIN_DECLS

/**
 * CwSpot:
 * @CW_SPOT_BEFORE: before a section, on its level
 * @CW_SPOT_AFTER: after it and all that is below it, on its level
 * @CW_SPOT_INTO: as the last section below it
 *
 * Where a section goes, seen from another.
 */
typedef enum
{
  CW_SPOT_BEFORE,
  CW_SPOT_AFTER,
  CW_SPOT_INTO,
} CwSpot;

CwDocument *cw_edit_move_sections (CwDocument *document, GArray *sections, guint target,
                                   CwSpot spot);
CwDocument *cw_edit_step_sections (CwDocument *document, GArray *sections, int direction);
CwDocument *cw_edit_shift_sections (CwDocument *document, GArray *sections, int by,
                                    gboolean with_below);
CwDocument *cw_edit_duplicate_sections (CwDocument *document, GArray *sections);
CwDocument *cw_edit_remove_sections (CwDocument *document, GArray *sections);
CwDocument *cw_edit_merge_section (CwDocument *document, guint block, guint *into);
CwDocument *cw_edit_split_section (CwDocument *document, CwPlace at, CwPlace *after);
CwDocument *cw_edit_set_section (CwDocument *document, guint block, CwSection *section);

G_END_DECLS
