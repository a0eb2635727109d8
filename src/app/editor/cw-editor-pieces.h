/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor-flow.h"

G_BEGIN_DECLS

/**
 * CwFlowPiece:
 * @old_first: first line that goes
 * @old_end: line after the last that goes, in the older document
 * @new_first: first line that comes in their place
 * @new_end: line after the last that comes, in the newer document
 *
 * Some lines of a document and what is in their place in another; either may be none.
 */
typedef struct
{
  guint old_first;
  guint old_end;
  guint new_first;
  guint new_end;
} CwFlowPiece;

GArray *cw_flow_find_pieces (CwDocument *older, CwDocument *newer, CwFlowSpan span);

G_END_DECLS
