/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/cw-flow.h"

G_BEGIN_DECLS

/**
 * CwFlowSpan:
 * @first: first line that differs
 * @old_end: line after the last that differs, in the older document
 * @new_end: the same in the newer one
 *
 * Where two documents differ, in lines of their flow. Nothing differs when both ends equal @first.
 */
typedef struct
{
  guint first;
  guint old_end;
  guint new_end;
} CwFlowSpan;

CwFlowSpan cw_flow_compare (CwDocument *older, CwDocument *newer);
CwPlace cw_place_at_iter (const GtkTextIter *iter);
void cw_place_get_iter (CwPlace place, GtkTextBuffer *buffer, GtkTextIter *iter);
gboolean cw_flow_line_matches (GtkTextBuffer *buffer, CwDocument *document, guint line);
void cw_flow_patch_buffer (GtkTextBuffer *buffer, CwDocument *shown, CwDocument *document,
                           CwFlowSpan span);

G_END_DECLS
