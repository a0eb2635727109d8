/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-face-ink.h"

#include <math.h>

/* Points a curve is looked at in: its outermost is then missed by less than a thousandth of an em. */
#define STEPS 12

typedef struct
{
  double bottom;
  double top;
} CwInkRange;

static void
add_y (CwInkRange *range, double y)
{
  range->bottom = MIN (range->bottom, y);
  range->top = MAX (range->top, y);
}

static void
add_point (hb_draw_funcs_t *funcs,
           void *data,
           hb_draw_state_t *state,
           float x,
           float y,
           void *user_data)
{
  add_y (data, y);
}

static void
add_quadratic (hb_draw_funcs_t *funcs,
               void *data,
               hb_draw_state_t *state,
               float x1,
               float y1,
               float x,
               float y,
               void *user_data)
{
  for (int i = 1; i <= STEPS; i++)
    {
      double t = (double) i / STEPS, u = 1 - t;

      add_y (data, u * u * state->current_y + 2 * u * t * y1 + t * t * y);
    }
}

static void
add_cubic (hb_draw_funcs_t *funcs,
           void *data,
           hb_draw_state_t *state,
           float x1,
           float y1,
           float x2,
           float y2,
           float x,
           float y,
           void *user_data)
{
  for (int i = 1; i <= STEPS; i++)
    {
      double t = (double) i / STEPS, u = 1 - t;

      add_y (data, u * u * u * state->current_y + 3 * u * u * t * y1 + 3 * u * t * t * y2
                       + t * t * t * y);
    }
}

static hb_draw_funcs_t *
get_funcs (void)
{
  static hb_draw_funcs_t *funcs;

  if (g_once_init_enter_pointer (&funcs))
    {
      hb_draw_funcs_t *made = hb_draw_funcs_create ();

      hb_draw_funcs_set_line_to_func (made, add_point, NULL, NULL);
      hb_draw_funcs_set_quadratic_to_func (made, add_quadratic, NULL, NULL);
      hb_draw_funcs_set_cubic_to_func (made, add_cubic, NULL, NULL);
      hb_draw_funcs_make_immutable (made);
      g_once_init_leave_pointer (&funcs, made);
    }
  return funcs;
}

/**
 * cw_face_get_ink:
 * @face: a face
 * @glyph: one of its glyphs
 * @bottom: (out): lower edge of its ink, em above the baseline
 * @top: (out): upper edge
 *
 * How far the ink of a glyph really goes. cw_face_get_extents() tells the box of its outline's
 * points, some of which may lie outside the ink; that will do for most ends, but not for measuring
 * from the ink of an issuer mark (R39, R44).
 *
 * Returns: whether it has ink; without, nothing is set
 */
gboolean
cw_face_get_ink (CwFace *face, hb_codepoint_t glyph, double *bottom, double *top)
{
  hb_font_t *font = cw_face_get_hb_font (face);
  double units = hb_face_get_upem (hb_font_get_face (font));
  CwInkRange range = { INFINITY, -INFINITY };

  hb_font_draw_glyph (font, glyph, get_funcs (), &range);
  if (!(range.bottom < range.top))
    return FALSE;
  *bottom = range.bottom / units;
  *top = range.top / units;
  return TRUE;
}
