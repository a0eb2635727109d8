/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include "cw-colophon.h"
#include "typeset/cw-standard.h"

/* Sheets of a booklet have four pages (R30). */
#define PAGES_OF_A_SHEET 4

static double
get_foot (void)
{
  return CW_STD_HEAD_MARGIN + CW_STD_TYPE_AREA_HEIGHT;
}

/* The bottom of a row's characters; of a page set sideways nothing is free. */
static double
get_row_bottom (CwPageBuilder *self, const CwRow *row)
{
  const CwGrid *grid = &self->layout->grid;
  double em = row->slot == CW_NO_SLOT ? CW_STD_SIZE_2 : grid->em;

  if (row->sideways)
    return get_foot ();
  return row->y - grid->optical_shift + em / 2 + (MAX (row->n_slots, 1) - 1) * grid->pitch;
}

/* Whether something on the page at hand reaches below @top, less than @distance above it. Seals may
 * come nearer than text; what stands below the type area, such as the rules of a letter, is no
 * part of the text. */
static gboolean
page_reaches (CwPageBuilder *self, double top, double distance)
{
  guint page = self->layout->starts->len - 1;

  for (guint i = cw_page_builder_get_page_start (self); i < self->layout->rows->len; i++)
    if (get_row_bottom (self, cw_page_builder_get_row (self, i)) > top - distance + 1e-3)
      return TRUE;
  for (guint i = 0; i < self->layout->shapes->len; i++)
    {
      const CwShape *shape = &g_array_index (self->layout->shapes, CwShape, i);

      if (shape->page == page && shape->y < get_foot ()
          && (shape->sideways || shape->y + shape->height > top))
        return TRUE;
    }
  return FALSE;
}

/* Whether the colophon may stand on a page of that number, from 1 (R102, D6). That of a letter and
 * of a bulletin is the foot of their last page, whichever it is. */
static gboolean
is_colophon_page (CwPageBuilder *self, guint number)
{
  CwFormat format = self->form->format;

  if (self->profile->booklet)
    return number % PAGES_OF_A_SHEET == 0;
  if (self->profile->odd_colophon || format == CW_FORMAT_LETTER || format == CW_FORMAT_BULLETIN)
    return TRUE;
  return number % 2 == 0;
}

static void
leave_unnumbered (CwPageBuilder *self, guint first)
{
  for (guint page = first; page < self->layout->starts->len; page++)
    g_array_append_val (self->layout->unnumbered, page);
}

/* Goes on to the page of the colophon. If pages before it stay blank, neither they nor it carry a
 * number (R108). */
static void
find_page (CwPageBuilder *self, double top)
{
  guint first = self->layout->starts->len;

  self->sideways = FALSE;
  if (is_colophon_page (self, first) && !page_reaches (self, top, self->layout->grid.pitch))
    return;
  do
    cw_page_builder_start_page (self, self->layout->rows->len);
  while (!is_colophon_page (self, self->layout->starts->len));
  if (self->layout->starts->len == first + 1)
    return;
  leave_unnumbered (self, first);
  self->layout->blank_before_colophon = !self->profile->booklet;
}

/* A booklet without a colophon ends with blank pages (R30). */
static void
fill_sheet (CwPageBuilder *self)
{
  guint first = self->layout->starts->len;

  if (!self->profile->booklet)
    return;
  while (self->layout->starts->len % PAGES_OF_A_SHEET != 0)
    cw_page_builder_start_page (self, self->layout->rows->len);
  leave_unnumbered (self, first);
}

static void
put_rule (CwPageBuilder *self, double y, double thickness)
{
  guint page = self->layout->starts->len - 1;

  cw_layout_add_rule (self->layout, page, cw_grid_get_left (self->profile, page + 1), y,
                      CW_STD_TYPE_AREA_WIDTH, thickness, CW_COLOUR_BLACK, -1);
}

/* Puts the lines of one section, centred between its rules (R101). */
static void
put_lines (CwPageBuilder *self, const CwColophon *colophon, guint first, guint n, double top)
{
  double shift = self->layout->grid.optical_shift * CW_STD_SIZE_4 / CW_STD_SIZE_3;

  for (guint i = 0; i < colophon->rows->len; i++)
    {
      const CwColophonRow *row = &g_array_index (colophon->rows, CwColophonRow, i);

      if (row->position >= first && row->position < first + n)
        cw_page_builder_append_row (
            self, row->piece, row->line, row->x,
            top + (row->position - first + 0.5) * colophon->pitch + shift, CW_NO_SLOT);
    }
}

static void
put_ruled (CwPageBuilder *self, const CwColophon *colophon)
{
  double y = cw_colophon_get_top (colophon);
  guint first = 0;

  for (guint i = 0; i < colophon->sections->len; i++)
    {
      guint n_lines = g_array_index (colophon->sections, guint, i);
      double thickness = i == 0 ? CW_STD_COLOPHON_THICK : CW_STD_COLOPHON_THIN;

      put_rule (self, y, thickness);
      put_lines (self, colophon, first, n_lines, y + thickness);
      y += thickness + n_lines * colophon->pitch;
      first += n_lines;
    }
  put_rule (self, y, CW_STD_COLOPHON_THICK);
}

/**
 * cw_page_builder_put_colophon:
 * @self: a page builder behind everything else
 *
 * Puts the colophon at the foot of the last page, an even one, with blank pages before it if need
 * be; it shares the page with text if there is room and is never split (R96–R103, R108, R127).
 */
void
cw_page_builder_put_colophon (CwPageBuilder *self)
{
  g_autoptr (CwColophon) colophon = cw_colophon_new (self);
  double top;

  if (colophon->rows->len == 0)
    {
      fill_sheet (self);
      return;
    }
  top = cw_colophon_get_top (colophon);
  find_page (self, top);
  if (colophon->ruled)
    put_ruled (self, colophon);
  else
    put_lines (self, colophon, 0, cw_colophon_get_n_lines (colophon),
               top - (colophon->pitch - CW_STD_SIZE_4) / 2);
}
