/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-masthead.h"

#include <math.h>

#include "typeset/cw-standard.h"

/* The issuer mark becomes smaller in such steps until the first page shows text (R42): as long as it
 * is still one to the eye, then, the addressees moved to the colophon, as far as it must. */
#define STEP 0.95
#define SMALLEST 0.45
#define VERY_SMALLEST 0.08

/* Signatory and date of minutes, and the date of a bulletin, stand above the red rule (R135, R209). */
static gboolean
stands_in_masthead (CwPageBuilder *self, CwElement element)
{
  CwFormat format = self->form->format;

  if (element == CW_ELEMENT_DATE)
    return format == CW_FORMAT_MINUTES || format == CW_FORMAT_BULLETIN;
  return element == CW_ELEMENT_SIGNATORY && format == CW_FORMAT_MINUTES;
}

/* What a paper of this format has not, or has elsewhere, is not printed with the text, although the
 * document keeps it. */
static void
drop_foreign (CwPageBuilder *self)
{
  for (guint i = 0; i < self->n_flow_pieces; i++)
    {
      CwPiece *piece = cw_page_builder_get_piece (self, i);
      int element = cw_piece_get_element (piece);

      if (element >= 0
          && (cw_element_get_need ((CwElement) element, self->form) == CW_NEED_NONE
              || stands_in_masthead (self, (CwElement) element)))
        g_clear_pointer (&piece->paragraph, cw_paragraph_unref);
    }
}

static void
put_masthead (CwPageBuilder *self, double scale)
{
  static void (*const puts[CW_N_FORMATS]) (CwMasthead *masthead)
      = { [CW_FORMAT_GENERAL] = cw_masthead_put_general,
          [CW_FORMAT_LETTER] = cw_masthead_put_letter,
          [CW_FORMAT_ORDER] = cw_masthead_put_order,
          [CW_FORMAT_MINUTES] = cw_masthead_put_minutes,
          [CW_FORMAT_BULLETIN] = cw_masthead_put_bulletin };
  CwMasthead masthead = { .builder = self, .scale = scale, .bottom = CW_STD_HEAD_MARGIN };

  self->has_masthead = puts[self->form->format] != NULL;
  if (!self->has_masthead)
    return;
  cw_grid_init (&masthead.grid, &cw_profile_default, 0, 0, NULL);
  masthead.grid.optical_shift = self->layout->grid.optical_shift;
  puts[self->form->format](&masthead);
}

static guint
put_all (CwPageBuilder *self, double scale)
{
  CwLayout *layout = self->layout;
  guint piece;

  g_array_set_size (layout->rows, 0);
  g_array_set_size (layout->shapes, 0);
  g_array_set_size (layout->pieces, self->n_flow_pieces);
  g_array_set_size (layout->starts, 1);
  g_array_set_size (layout->unnumbered, 0);
  self->slot = 0;
  self->front_top = CW_STD_HEAD_MARGIN;
  put_masthead (self, scale);
  piece = cw_page_builder_put_title (self);
  self->n_opening = layout->rows->len;
  return piece;
}

/* A paragraph of two lines is not torn apart (R187). */
static guint
count_first_lines (const CwPiece *piece)
{
  return cw_paragraph_get_n_lines (piece->paragraph) == 2 ? 2 : 1;
}

/* Lines the first page must have below the title: the addressees, and text; not a heading alone. */
static guint
count_needed (CwPageBuilder *self, guint piece)
{
  guint n_lines = 0;

  for (; piece < self->n_flow_pieces; piece++)
    {
      const CwPiece *p = cw_page_builder_get_piece (self, piece);

      if (p->style == CW_STYLE_ADDRESSEES && cw_page_builder_skips (self, piece))
        continue;
      if (p->style == CW_STYLE_ADDRESSEES && cw_piece_prints (p))
        n_lines += cw_paragraph_get_n_lines (p->paragraph);
      else if (p->keep_with_next)
        n_lines++;
      else if (cw_piece_prints (p))
        return p->style >= CW_STYLE_SIGNATORY ? 0 : n_lines + count_first_lines (p);
    }
  return 0;
}

static gboolean
fits (CwPageBuilder *self, guint piece)
{
  return self->layout->starts->len == 1
         && self->slot + count_needed (self, piece)
                <= cw_page_builder_get_n_lines (self);
}

static gboolean
try_step (CwPageBuilder *self, guint *piece, int step)
{
  *piece = put_all (self, pow (STEP, step));
  return fits (self, *piece);
}

/* Makes the mark smaller until it fits, by halving: what fits at a step fits at every later one. */
static gboolean
shrink (CwPageBuilder *self, guint *piece, double smallest)
{
  int fails = -1, last = (int) (log (smallest) / log (STEP)), works = last;

  if (!try_step (self, piece, last))
    return FALSE;
  while (works - fails > 1)
    {
      int middle = fails + (works - fails) / 2;

      if (try_step (self, piece, middle))
        works = middle;
      else
        fails = middle;
    }
  return try_step (self, piece, works);
}

/* A bulletin's foot names whom it goes to in its own way, a working paper has none (R209, R214). */
static gboolean
has_colophon_for_addressees (CwPageBuilder *self)
{
  return self->form->format != CW_FORMAT_BULLETIN
         && self->form->format != CW_FORMAT_WORKING_PAPER;
}

/**
 * cw_page_builder_put_opening:
 * @self: a page builder on an empty page
 *
 * Puts masthead and title. So that the first page shows text (R42, R59, R60) the issuer mark becomes
 * smaller if need be; if that is not enough, the addressees go to the colophon, which the layout
 * says.
 *
 * Returns: the piece the body begins with
 */
guint
cw_page_builder_put_opening (CwPageBuilder *self)
{
  guint piece;

  drop_foreign (self);
  piece = put_all (self, 1);
  if (!self->has_masthead || fits (self, piece)
      || shrink (self, &piece, SMALLEST))
    return piece;
  self->layout->addressees_moved
      = !self->form->addressees_in_colophon && has_colophon_for_addressees (self);
  if (!shrink (self, &piece, VERY_SMALLEST))
    piece = put_all (self, SMALLEST);
  return piece;
}

/**
 * cw_page_builder_skips:
 * @self: a page builder
 * @piece: number of a piece of the flow
 *
 * Returns: whether it is addressees that are printed in the colophon (R59, R98)
 */
gboolean
cw_page_builder_skips (CwPageBuilder *self, guint piece)
{
  return cw_page_builder_get_piece (self, piece)->style == CW_STYLE_ADDRESSEES
         && has_colophon_for_addressees (self)
         && (self->layout->addressees_moved || self->form->addressees_in_colophon);
}
