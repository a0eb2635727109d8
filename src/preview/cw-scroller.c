/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scroller.h"

#include <adwaita.h>

#define GLIDE_MS 220

struct _CwScroller
{
  GtkAdjustment
      *adjustments[2]; /* by GtkOrientation; %NULL until the widget has been put somewhere */
  AdwAnimation *animation;
  double from[2];
  double to[2];
  CwScrollerFunc moved;
  gpointer user_data;
  gboolean setting; /* the adjustments move by our own doing */
};

static void
set_position (CwScroller *self, const double position[2])
{
  self->setting = TRUE;
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i])
      gtk_adjustment_set_value (self->adjustments[i], position[i]);
  self->setting = FALSE;
  self->moved (self->user_data);
}

static void
glide (double progress, gpointer data)
{
  CwScroller *self = data;
  double position[2];

  for (int i = 0; i < 2; i++)
    position[i] = self->from[i] + (self->to[i] - self->from[i]) * progress;
  set_position (self, position);
}

static void
on_value_changed (GtkAdjustment *adjustment, CwScroller *self)
{
  if (self->setting)
    return;
  /* the hand is quicker than the glide */
  cw_scroller_stop (self);
  self->moved (self->user_data);
}

/**
 * cw_scroller_new:
 * @widget: what is scrolled; outlives the scroller
 * @moved: (scope notified): called after the position has changed, but not by
 * cw_scroller_configure()
 * @user_data: for @moved
 *
 * Returns: (transfer full): a scroller without adjustments, always at 0, 0
 */
CwScroller *
cw_scroller_new (GtkWidget *widget, CwScrollerFunc moved, gpointer user_data)
{
  CwScroller *self = g_new0 (CwScroller, 1);

  self->moved = moved;
  self->user_data = user_data;
  self->animation = adw_timed_animation_new (widget, 0, 1, GLIDE_MS,
                                             adw_callback_animation_target_new (glide, self, NULL));
  return self;
}

static void
drop_adjustment (CwScroller *self, GtkOrientation orientation)
{
  if (self->adjustments[orientation])
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], on_value_changed, self);
  g_clear_object (&self->adjustments[orientation]);
}

/**
 * cw_scroller_free:
 * @self: (transfer full): a scroller
 *
 * Stops where it is and lets the adjustments go.
 */
void
cw_scroller_free (CwScroller *self)
{
  cw_scroller_stop (self);
  g_object_unref (self->animation);
  drop_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  drop_adjustment (self, GTK_ORIENTATION_VERTICAL);
  g_free (self);
}

/**
 * cw_scroller_get_adjustment:
 * @self: a scroller
 * @orientation: which
 *
 * Returns: (transfer none) (nullable): the adjustment
 */
GtkAdjustment *
cw_scroller_get_adjustment (CwScroller *self, GtkOrientation orientation)
{
  return self->adjustments[orientation];
}

/**
 * cw_scroller_set_adjustment:
 * @self: a scroller
 * @orientation: which
 * @adjustment: (nullable): the adjustment, or %NULL for one of its own
 *
 * Returns: whether that was a change
 */
gboolean
cw_scroller_set_adjustment (CwScroller *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment && self->adjustments[orientation] == adjustment)
    return FALSE;
  cw_scroller_stop (self);
  drop_adjustment (self, orientation);
  self->adjustments[orientation]
      = g_object_ref_sink (adjustment ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect (self->adjustments[orientation], "value-changed", G_CALLBACK (on_value_changed),
                    self);
  return TRUE;
}

/**
 * cw_scroller_get_position:
 * @self: a scroller
 * @x: (out): application pixels
 * @y: (out): application pixels
 *
 * Where it is.
 */
void
cw_scroller_get_position (CwScroller *self, double *x, double *y)
{
  double position[2];

  for (int i = 0; i < 2; i++)
    position[i] = self->adjustments[i] ? gtk_adjustment_get_value (self->adjustments[i]) : 0;
  *x = position[GTK_ORIENTATION_HORIZONTAL];
  *y = position[GTK_ORIENTATION_VERTICAL];
}

/**
 * cw_scroller_get_destination:
 * @self: a scroller
 * @x: (out): application pixels
 * @y: (out): application pixels
 *
 * Where it is on the way to, or is.
 */
void
cw_scroller_get_destination (CwScroller *self, double *x, double *y)
{
  cw_scroller_get_position (self, x, y);
  if (adw_animation_get_state (self->animation) != ADW_ANIMATION_PLAYING)
    return;
  *x = self->to[GTK_ORIENTATION_HORIZONTAL];
  *y = self->to[GTK_ORIENTATION_VERTICAL];
}

/**
 * cw_scroller_go:
 * @self: a scroller
 * @x: application pixels
 * @y: application pixels
 *
 * Goes there at once.
 */
void
cw_scroller_go (CwScroller *self, double x, double y)
{
  cw_scroller_stop (self);
  set_position (self, (double[]) { x, y });
}

/**
 * cw_scroller_glide:
 * @self: a scroller
 * @x: application pixels
 * @y: application pixels
 *
 * Goes there smoothly, or at once where animations are off.
 */
void
cw_scroller_glide (CwScroller *self, double x, double y)
{
  cw_scroller_stop (self);
  cw_scroller_get_position (self, &self->from[0], &self->from[1]);
  self->to[0] = x;
  self->to[1] = y;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/**
 * cw_scroller_stop:
 * @self: a scroller
 *
 * Stays where it is.
 */
void
cw_scroller_stop (CwScroller *self)
{
  /* not a reset, which would go back to the start */
  if (adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (self->animation);
}

/**
 * cw_scroller_configure:
 * @self: a scroller
 * @x: application pixels
 * @y: application pixels
 * @content: width and height of what is scrolled over
 * @view: width and height of what is seen of it
 *
 * Changes what is scrolled over and the position in it together. A glide goes on over the new
 * ground.
 */
void
cw_scroller_configure (CwScroller *self,
                       double x,
                       double y,
                       const double content[2],
                       const double view[2])
{
  const double position[2] = { x, y };
  double old[2];

  cw_scroller_get_position (self, &old[0], &old[1]);
  self->setting = TRUE;
  for (int i = 0; i < 2; i++)
    {
      self->from[i] += position[i] - old[i];
      self->to[i] += position[i] - old[i];
      if (self->adjustments[i])
        gtk_adjustment_configure (self->adjustments[i], position[i], 0, MAX (content[i], view[i]),
                                  view[i] * 0.1, view[i] * 0.9, view[i]);
    }
  self->setting = FALSE;
}
