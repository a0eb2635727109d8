/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/cw-profile.h"
#include "typeset/fonts/cw-typefaces.h"

G_BEGIN_DECLS

/**
 * CwGrid:
 * @cell: width of one character, pt (R14)
 * @advance: width characters are set at, pt: @cell, or a little less where that brings the signature
 *   block to its text (R87); indents stay on @cell
 * @em: height of one character, pt (R14)
 * @gap: between two lines, 7/8 of a 3号 character whatever the size of the text, pt (R2)
 * @pitch: from line to line, pt (R15)
 * @n_lines: lines on a page (R12)
 * @n_columns: characters on a line (R12)
 * @optical_shift: from the centre of a line's em box down to where the centre of the ink is put, pt
 * @latin: digits and Western words of the text in a Latin face (R11)
 * @latin_gap: between Han and Western words, parts of @cell (R185)
 *
 * The grid of the page: 28 × 22 characters that fill the type area, or as many as R23 allows.
 */
typedef struct
{
  double cell;
  double advance;
  double em;
  double gap;
  double pitch;
  guint n_lines;
  guint n_columns;
  double optical_shift;
  gboolean latin;
  double latin_gap;
} CwGrid;

void cw_grid_init (CwGrid *self, const CwProfile *profile, guint lines, guint columns,
                   CwTypefaces *typefaces);
guint cw_grid_get_sideways_lines (const CwGrid *self);
double cw_grid_get_left (const CwProfile *profile, guint page_number);
double cw_grid_get_line_top (const CwGrid *self, guint line);
double cw_grid_get_line_centre (const CwGrid *self, guint line);

G_END_DECLS
