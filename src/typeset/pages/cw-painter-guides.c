/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-painter.h"

#include "typeset/cw-standard.h"

/* Guides are for the eye: thin and light, so that the text stays what is seen first. */
#define LINE_WIDTH 0.35
#define NUMBER_SIZE 6.5
#define NUMBER_GAP 5.0

static void
set_grid_colour (cairo_t *cr, double strength)
{
  cairo_set_source_rgba (cr, 0.20, 0.52, 0.90, strength);
}

static void
set_seal_colour (cairo_t *cr, double strength)
{
  cairo_set_source_rgba (cr, 0.88, 0.11, 0.14, strength);
}

/* The characters of a line stand in boxes, as on squared draft paper (R14, R20). */
static void
paint_grid (CwPage *page, cairo_t *cr)
{
  const CwGrid *grid = cw_page_get_grid (page);
  double left = cw_page_get_left (page);

  for (guint line = 0; line < grid->n_lines; line++)
    {
      double top = cw_grid_get_line_top (grid, line);

      cairo_rectangle (cr, left, top, CW_STD_TYPE_AREA_WIDTH, grid->em);
      for (guint column = 1; column < grid->n_columns; column++)
        {
          cairo_move_to (cr, left + column * grid->cell, top);
          cairo_rel_line_to (cr, 0, grid->em);
        }
    }
  set_grid_colour (cr, 0.25);
  cairo_stroke (cr);
}

/* Left of the type area. */
static void
paint_line_numbers (CwPage *page, cairo_t *cr)
{
  const CwGrid *grid = cw_page_get_grid (page);
  double left = cw_page_get_left (page);

  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, NUMBER_SIZE);
  set_grid_colour (cr, 0.9);
  for (guint line = 0; line < grid->n_lines; line++)
    {
      g_autofree char *number = g_strdup_printf ("%u", line + 1);
      cairo_text_extents_t extents;

      cairo_text_extents (cr, number, &extents);
      cairo_move_to (cr, left - NUMBER_GAP - extents.x_advance,
                     cw_grid_get_line_top (grid, line) + grid->em / 2 - extents.y_bearing
                         - extents.height / 2);
      cairo_show_text (cr, number);
    }
  cairo_new_path (cr);
}

static void
paint_type_area (CwPage *page, cairo_t *cr)
{
  cairo_rectangle (cr, cw_page_get_left (page), CW_STD_HEAD_MARGIN, CW_STD_TYPE_AREA_WIDTH,
                   CW_STD_TYPE_AREA_HEIGHT);
  set_grid_colour (cr, 0.8);
  cairo_stroke (cr);
}

static void
paint_seal (const CwShape *shape, cairo_t *cr)
{
  double radius = shape->width / 2;

  cairo_new_path (cr);
  cairo_arc (cr, shape->x + radius, shape->y + radius, radius, 0, 2 * G_PI);
  set_seal_colour (cr, 0.06);
  cairo_fill_preserve (cr);
  set_seal_colour (cr, 0.7);
  cairo_stroke (cr);
}

static void
paint_box (const CwShape *shape, cairo_t *cr)
{
  cairo_rectangle (cr, shape->x, shape->y, shape->width, shape->height);
  set_seal_colour (cr, 0.06);
  cairo_fill_preserve (cr);
  set_seal_colour (cr, 0.7);
  cairo_stroke (cr);
}

static gboolean
is_sideways (CwPage *page)
{
  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    if (cw_page_get_item (page, i)->sideways)
      return TRUE;
  return FALSE;
}

/**
 * cw_painter_paint_guides:
 * @page: a page
 * @cr: where to; one user unit is a point, the origin the top left corner of the sheet
 *
 * Draws what helps the eye and is never printed: the type area, the grid with its numbered lines,
 * the places of seals and signature stamps. A page set sideways has no lines to number.
 */
void
cw_painter_paint_guides (CwPage *page, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_line_width (cr, LINE_WIDTH);
  if (!is_sideways (page))
    {
      paint_grid (page, cr);
      paint_line_numbers (page, cr);
    }
  paint_type_area (page, cr);
  for (guint i = 0; i < cw_page_get_n_shapes (page); i++)
    {
      const CwShape *shape = cw_page_get_shape (page, i);

      if (shape->kind == CW_SHAPE_SEAL)
        paint_seal (shape, cr);
      else if (cw_shape_is_guide (shape))
        paint_box (shape, cr);
    }
  cairo_restore (cr);
}
