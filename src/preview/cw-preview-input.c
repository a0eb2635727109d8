/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-input.h"

#include <math.h>

/* What a notch of the wheel, or so many pixels of a touchpad, do to the zoom. */
#define ZOOM_PER_NOTCH 1.1
#define PIXELS_PER_NOTCH 40.0

/* A page key leaves a little of what was seen; an arrow key moves by a line or two. */
#define PAGE_KEY 0.9
#define ARROW_KEY 0.08

#define POINTER_KEY "cw-preview-pointer"
#define PINCH_KEY "cw-preview-pinch"

static gboolean
zoom_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  cw_preview_view_step_zoom (CW_PREVIEW_VIEW (widget), g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
reset_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  cw_preview_view_set_zoom (CW_PREVIEW_VIEW (widget), 1);
  return TRUE;
}

static gboolean
scroll_by_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  double x;
  double y;

  g_variant_get (args, "(dd)", &x, &y);
  cw_preview_view_scroll_by (CW_PREVIEW_VIEW (widget), x, y);
  return TRUE;
}

static void
bind_scroll (GtkWidgetClass *widget_class, guint key, guint keypad_key, double x, double y)
{
  gtk_widget_class_add_binding (widget_class, key, 0, scroll_by_key, "(dd)", x, y);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, scroll_by_key, "(dd)", x, y);
}

static void
bind_zoom (GtkWidgetClass *widget_class, guint key, int direction)
{
  gtk_widget_class_add_binding (widget_class, key, 0, zoom_by_key, "i", direction);
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, zoom_by_key, "i", direction);
}

/**
 * cw_preview_input_bind_keys:
 * @widget_class: the view's class
 *
 * Page Up and Down, Home and End, the arrows, + and −, 0 for true size.
 */
void
cw_preview_input_bind_keys (GtkWidgetClass *widget_class)
{
  bind_scroll (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, -PAGE_KEY);
  bind_scroll (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, PAGE_KEY);
  bind_scroll (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, -HUGE_VAL);
  bind_scroll (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, HUGE_VAL);
  bind_scroll (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -ARROW_KEY);
  bind_scroll (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, ARROW_KEY);
  bind_scroll (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -ARROW_KEY, 0);
  bind_scroll (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, ARROW_KEY, 0);
  bind_zoom (widget_class, GDK_KEY_plus, 1);
  bind_zoom (widget_class, GDK_KEY_equal, 1);
  bind_zoom (widget_class, GDK_KEY_KP_Add, 1);
  bind_zoom (widget_class, GDK_KEY_minus, -1);
  bind_zoom (widget_class, GDK_KEY_KP_Subtract, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, reset_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0, 0, reset_by_key, NULL);
}

static void
remember_pointer (GtkEventControllerMotion *motion, double x, double y, gpointer user_data)
{
  g_object_set_data_full (
      G_OBJECT (motion), POINTER_KEY,
      g_memdup2 (&GRAPHENE_POINT_INIT ((float) x, (float) y), sizeof (graphene_point_t)), g_free);
}

static gboolean
zoom_by_scroll (GtkEventControllerScroll *scroll, double dx, double dy, gpointer motion)
{
  CwPreviewView *view
      = CW_PREVIEW_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (scroll)));
  graphene_point_t *pointer = g_object_get_data (motion, POINTER_KEY);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double notches = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL
                       ? dy
                       : dy / PIXELS_PER_NOTCH;

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  cw_preview_view_zoom_at (view, cw_preview_view_get_zoom (view) * pow (ZOOM_PER_NOTCH, -notches),
                           pointer ? pointer->x : gtk_widget_get_width (GTK_WIDGET (view)) / 2.0,
                           pointer ? pointer->y : gtk_widget_get_height (GTK_WIDGET (view)) / 2.0);
  return GDK_EVENT_STOP;
}

static void
begin_pinch (GtkGesture *pinch, GdkEventSequence *sequence, gpointer view)
{
  double zoom = cw_preview_view_get_zoom (view);

  g_object_set_data_full (G_OBJECT (pinch), PINCH_KEY, g_memdup2 (&zoom, sizeof zoom), g_free);
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
zoom_by_pinch (GtkGestureZoom *pinch, double scale, gpointer view)
{
  const double *begun_at = g_object_get_data (G_OBJECT (pinch), PINCH_KEY);
  double x;
  double y;

  if (begun_at && gtk_gesture_get_bounding_box_center (GTK_GESTURE (pinch), &x, &y))
    cw_preview_view_zoom_at (view, *begun_at * scale, x, y);
}

static void
activate_by_click (GtkGestureClick *click, int n_press, double x, double y, gpointer view)
{
  if (n_press == 1)
    cw_preview_view_activate_at (view, x, y);
}

/**
 * cw_preview_input_attach:
 * @view: a view
 *
 * Lets pointer and fingers work the view: Ctrl+scroll and pinching zoom about the point they are
 * at, a click on the paper activates it.
 */
void
cw_preview_input_attach (CwPreviewView *view)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (remember_pointer), NULL);
  g_signal_connect (motion, "motion", G_CALLBACK (remember_pointer), NULL);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (zoom_by_scroll), motion,
                           G_CONNECT_DEFAULT);
  g_signal_connect (pinch, "begin", G_CALLBACK (begin_pinch), view);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (zoom_by_pinch), view);
  g_signal_connect (click, "released", G_CALLBACK (activate_by_click), view);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}
