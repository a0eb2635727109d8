/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-view-private.h"

#include <glib/gi18n-lib.h>

/* Pointer and keys at a picture, and its popover. */

static gboolean
is_on_handle (CwPictureView *self, double x, double y)
{
  graphene_rect_t area = cw_picture_view_get_area (self);

  return ABS (x - area.origin.x - area.size.width) <= CW_PICTURE_HANDLE
         && ABS (y - area.origin.y - area.size.height) <= CW_PICTURE_HANDLE;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, CwPictureView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (is_on_handle (self, x, y))
    self->drag = cw_picture_view_get_shown_width (self);
}

/* The picture stands in the middle and grows to both sides. */
static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, CwPictureView *self)
{
  double x, y, width;

  if (self->drag <= 0)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  width = 2 * (x + dx - self->width / 2.0) / self->scale;
  self->drag = CLAMP ((int) (width + 0.5), CW_PICTURE_NARROWEST_MM, self->width / self->scale);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, CwPictureView *self)
{
  double width = self->drag;

  self->drag = 0;
  if (width > 0 && (dx != 0 || dy != 0))
    cw_picture_view_resize (self, width);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CwPictureView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   is_on_handle (self, x, y) ? "se-resize" : "default");
}

static void
on_spin (GtkSpinButton *spin, CwPictureView *self)
{
  cw_picture_view_resize (self, gtk_spin_button_get_value (spin));
}

static void
on_remove (GtkButton *button, CwPictureView *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit_by_name (self, "remove");
}

static GtkWidget *
make_popover (CwPictureView *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Width in millimetres"));
  GtkWidget *remove = gtk_button_new_with_label (_ ("Remove Picture"));

  self->spin = gtk_spin_button_new_with_range (CW_PICTURE_NARROWEST_MM, CW_PICTURE_WIDEST_MM, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->spin);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  return popover;
}

static void
show_popover (CwPictureView *self)
{
  graphene_rect_t area = cw_picture_view_get_area (self);
  GdkRectangle at = { (int) (area.origin.x + area.size.width / 2),
                      (int) (area.origin.y + area.size.height - 4), 1, 1 };

  if (self->popover == NULL)
    self->popover = make_popover (self);
  g_signal_handlers_disconnect_by_func (self->spin, on_spin, self);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), cw_picture_view_get_shown_width (self));
  g_signal_connect (self->spin, "value-changed", G_CALLBACK (on_spin), self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_click (GtkGestureClick *gesture, int n, double x, double y, CwPictureView *self)
{
  if (n < 2 && gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == 1)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  show_popover (self);
}

/* No key goes on to the text around the picture. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CwPictureView *self)
{
  double width = cw_picture_view_get_shown_width (self);

  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      cw_picture_view_resize (self, (int) width + 5);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      cw_picture_view_resize (self, (int) width - 5);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      g_signal_emit_by_name (self, "remove");
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
    case GDK_KEY_Menu:
      show_popover (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Left:
      g_signal_emit_by_name (self, "leave", -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_Right:
    case GDK_KEY_Tab:
    case GDK_KEY_Escape:
      g_signal_emit_by_name (self, "leave", 1);
      return GDK_EVENT_STOP;
    default:
      return key != GDK_KEY_F10 && key != GDK_KEY_F6;
    }
}

/**
 * cw_picture_view_add_controllers:
 * @self: a picture view
 *
 * Lets pointer and keys at the picture.
 */
void
cw_picture_view_add_controllers (CwPictureView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_click), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, motion);
}
