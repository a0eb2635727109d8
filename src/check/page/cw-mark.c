/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-mark.h"

/**
 * cw_box_add:
 * @self: a box
 * @x: a place, mm
 * @y: a place, mm
 *
 * Grows the box so that it holds the place.
 */
void
cw_box_add (CwBox *self, double x, double y)
{
  self->left = MIN (self->left, x);
  self->top = MIN (self->top, y);
  self->right = MAX (self->right, x);
  self->bottom = MAX (self->bottom, y);
}

/**
 * cw_box_unite:
 * @self: a box
 * @other: another, possibly empty
 *
 * Grows the box so that it holds the other.
 */
void
cw_box_unite (CwBox *self, const CwBox *other)
{
  if (cw_box_is_empty (other))
    return;
  cw_box_add (self, other->left, other->top);
  cw_box_add (self, other->right, other->bottom);
}

/**
 * cw_box_is_empty:
 * @self: a box
 *
 * Returns: whether it holds nothing
 */
gboolean
cw_box_is_empty (const CwBox *self)
{
  return self->right < self->left || self->bottom < self->top;
}

/**
 * cw_tint_is_black:
 * @self: a colour
 *
 * Full black, whatever black ink a colour conversion makes of it: nothing of it is lighter than an
 * eighth.
 *
 * Returns: whether it is black
 */
gboolean
cw_tint_is_black (const CwTint *self)
{
  return MAX (self->red, MAX (self->green, self->blue)) <= 0.16
         && MAX (self->red, MAX (self->green, self->blue))
                    - MIN (self->red, MIN (self->green, self->blue))
                < 0.06;
}

/**
 * cw_tint_is_red:
 * @self: a colour
 *
 * The red of a red head (C14, R25): pure red, or yellow and magenta of four fifths after
 * conversion.
 *
 * Returns: whether it is
 */
gboolean
cw_tint_is_red (const CwTint *self)
{
  return self->red >= 0.8 && self->green <= 0.34 && self->blue <= 0.34;
}

/**
 * cw_tint_is_reddish:
 * @self: a colour
 *
 * Returns: whether it was surely meant to be red, though perhaps the wrong one
 */
gboolean
cw_tint_is_reddish (const CwTint *self)
{
  return self->red >= 0.45 && self->green <= self->red * 0.6 && self->blue <= self->red * 0.6;
}

/**
 * cw_tint_is_paper:
 * @self: a colour
 *
 * Returns: whether it cannot be seen on white paper
 */
gboolean
cw_tint_is_paper (const CwTint *self)
{
  return self->red > 0.985 && self->green > 0.985 && self->blue > 0.985;
}
