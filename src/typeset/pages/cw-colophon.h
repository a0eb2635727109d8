/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page-builder-private.h"

G_BEGIN_DECLS

/**
 * CwColophonRow:
 * @piece: number of the piece
 * @line: line of its paragraph
 * @x: left edge of its measure from the left edge of the type area, pt
 * @position: line of the colophon, 0 for its first
 */
typedef struct
{
  guint piece;
  guint line;
  double x;
  guint position;
} CwColophonRow;

/**
 * CwColophon:
 * @rows: (element-type CwColophonRow): its lines of text
 * @sections: (element-type guint): for each section between two rules, how many lines it has
 * @ruled: with rules above, between and below its sections (R96)
 * @pitch: from line to line, pt
 *
 * A colophon that is on no page yet.
 */
typedef struct
{
  GArray *rows;
  GArray *sections;
  gboolean ruled;
  double pitch;
} CwColophon;

CwColophon *cw_colophon_new (CwPageBuilder *builder);
void cw_colophon_free (CwColophon *self);
guint cw_colophon_get_n_lines (const CwColophon *self);
double cw_colophon_get_top (const CwColophon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwColophon, cw_colophon_free)

G_END_DECLS
