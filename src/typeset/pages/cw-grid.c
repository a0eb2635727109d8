/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-grid.h"

#include <math.h>

#include "typeset/cw-standard.h"

/* Where the ink centre of a character lies above the baseline when its em box is 0.88 above and
 * 0.12 below it, as in every reference table of the standard (R21, C6). */
#define REFERENCE_CENTRE 0.38

/* The ink of some 仿宋 faces sits low in its em box (fonts.md trap 9). Aligned by ink alone their
 * baselines would stand too high, aligned by box their ink too low; a third of the way, both stay
 * within the tolerance of C6. Every face on the line takes the same shift, so they stay level. */
static double
find_optical_shift (CwTypefaces *typefaces)
{
  CwFace *body
      = typefaces != NULL ? cw_typefaces_get_primary (typefaces, CW_TYPEFACE_FANGSONG) : NULL;

  if (body == NULL)
    return 0;
  return (REFERENCE_CENTRE - cw_face_get_centre (body)) / 3 * CW_STD_SIZE_3;
}

/**
 * cw_grid_init:
 * @self: grid to fill in
 * @profile: the choices made
 * @lines: lines on a page (R23), 0 for 22
 * @columns: characters on a line (R23), 0 for 28
 * @typefaces: (nullable): the typefaces of the text
 *
 * Works out the grid: 22 heights and 21 gaps of 7/8 height make the type area (R13–R15); with
 * another number of lines the characters stay as high and only the pitch changes (R23). The
 * profile's fixed pitch goes before @lines: as many lines as fit (R18).
 */
void
cw_grid_init (
    CwGrid *self, const CwProfile *profile, guint lines, guint columns, CwTypefaces *typefaces)
{
  self->em = CW_STD_TYPE_AREA_HEIGHT / (CW_STD_LINES + (CW_STD_LINES - 1) * 7.0 / 8.0);
  self->n_columns = columns > 0 ? columns : CW_STD_COLUMNS;
  self->cell = CW_STD_TYPE_AREA_WIDTH / self->n_columns;
  self->advance = self->cell;
  self->gap = self->em * 7.0 / 8.0;
  self->n_lines = lines > 1 ? lines : CW_STD_LINES;
  self->pitch = (CW_STD_TYPE_AREA_HEIGHT - self->em) / (self->n_lines - 1);
  self->optical_shift = find_optical_shift (typefaces);
  self->latin = profile->latin_digits;
  self->latin_gap = profile->latin_gap;

  if (profile->line_pitch <= 0)
    return;
  self->pitch = MAX (profile->line_pitch, self->em);
  self->gap = self->pitch - self->em;
  self->n_lines = (guint) floor ((CW_STD_TYPE_AREA_HEIGHT - self->em) / self->pitch + 1e-6) + 1;
}

/**
 * cw_grid_get_sideways_lines:
 * @self: a grid
 *
 * Returns: how many of its lines the type area holds when it is turned (R114)
 */
guint
cw_grid_get_sideways_lines (const CwGrid *self)
{
  return (guint) floor ((CW_STD_TYPE_AREA_WIDTH - self->em) / self->pitch + 1e-6) + 1;
}

/**
 * cw_grid_get_left:
 * @profile: the choices made
 * @page_number: from 1
 *
 * Returns: left edge of the type area on that page, pt: the binding margin on odd pages, the
 *   fore-edge margin on even ones (R5–R7)
 */
double
cw_grid_get_left (const CwProfile *profile, guint page_number)
{
  if (page_number % 2 == 1 || !profile->mirrored)
    return CW_STD_BINDING_MARGIN;
  return CW_STD_PAGE_WIDTH - CW_STD_BINDING_MARGIN - CW_STD_TYPE_AREA_WIDTH;
}

/**
 * cw_grid_get_line_top:
 * @self: a grid
 * @line: from 0
 *
 * Returns: top of the characters of that line on the page, pt (R20)
 */
double
cw_grid_get_line_top (const CwGrid *self, guint line)
{
  return CW_STD_HEAD_MARGIN + line * self->pitch;
}

/**
 * cw_grid_get_line_centre:
 * @self: a grid
 * @line: from 0
 *
 * Returns: height at which the ink of that line is centred, on the page, pt (R20, R21)
 */
double
cw_grid_get_line_centre (const CwGrid *self, guint line)
{
  return cw_grid_get_line_top (self, line) + self->em / 2 + self->optical_shift;
}
