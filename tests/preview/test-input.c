/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real events: an X connection of the test's own sends them. With no window manager the window is
 * at 0, 0, and keys go to what is under the pointer. */
#include "preview-stage.h"
#include "cw-test-window.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <math.h>

static Display *display;

static void
move_to (double x, double y)
{
  XTestFakeMotionEvent (display, -1, (int) x, (int) y, 0);
  XFlush (display);
}

static void
press_button (guint button)
{
  XTestFakeButtonEvent (display, button, True, 0);
  XTestFakeButtonEvent (display, button, False, 0);
  XFlush (display);
}

static void
hold_key (KeySym key, gboolean down)
{
  XTestFakeKeyEvent (display, XKeysymToKeycode (display, key), down, 0);
  XFlush (display);
}

static void
press_key (KeySym key)
{
  hold_key (key, TRUE);
  hold_key (key, FALSE);
}

static CwPreviewPoint
get_paper_at (Stage *stage, double x, double y)
{
  double scroll_x;
  double scroll_y;

  cw_preview_view_get_scroll (stage->view, &scroll_x, &scroll_y);
  return cw_preview_layout_to_paper (cw_preview_view_get_layout (stage->view), scroll_x + x,
                                     scroll_y + y);
}

/* Ctrl and the wheel zoom, and the paper under the pointer stays there. */
static void
test_wheel_zooms (void)
{
  g_autoptr (Stage) stage = stage_new (700, 6);
  const CwPreviewLayout *layout = cw_preview_view_get_layout (stage->view);
  double zoom;
  CwPreviewPoint before;
  CwPreviewPoint after;

  cw_preview_view_scroll_to (stage->view, 0, 1000, FALSE);
  cw_preview_view_zoom_at (stage->view, 1.2, 350, 350);
  before = get_paper_at (stage, 411, 222);
  zoom = cw_preview_get_zoom (stage->preview);
  move_to (411, 222);
  hold_key (XK_Control_L, TRUE);
  press_button (4);
  while (cw_preview_get_zoom (stage->preview) <= zoom)
    g_main_context_iteration (NULL, TRUE);
  hold_key (XK_Control_L, FALSE);
  after = get_paper_at (stage, 411, 222);
  g_assert_cmpfloat_with_epsilon (cw_preview_get_zoom (stage->preview), zoom * 1.1, 1e-6);
  g_assert_cmpuint (after.page, ==, before.page);
  g_assert_cmpfloat (hypot (after.x - before.x, after.y - before.y) * layout->density, <, 1.5);
}

static void
test_wheel_scrolls (void)
{
  g_autoptr (Stage) stage = stage_new (700, 6);
  double zoom = cw_preview_get_zoom (stage->preview);

  move_to (411, 222);
  press_button (5);
  while (get_scroll (stage) <= 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (cw_preview_get_zoom (stage->preview), ==, zoom);
}

static void
test_click (void)
{
  g_autoptr (Stage) stage = stage_new (700, 3);
  graphene_point_t point = find_on_view (stage, (CwPlace) { 5, 30 });

  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  move_to (point.x, point.y);
  press_button (1);
  while (stage->n_activated == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (stage->activated.line, ==, 5);
  g_assert_cmpuint (stage->activated.offset, ==, 30);
  /* the editor keeps the keys */
  g_assert_false (gtk_widget_has_focus (GTK_WIDGET (stage->view)));
}

static void
test_keys (void)
{
  g_autoptr (Stage) stage = stage_new (700, 6);

  move_to (411, 222);
  gtk_widget_grab_focus (GTK_WIDGET (stage->view));
  press_key (XK_Page_Down);
  while (get_scroll (stage) <= 500)
    g_main_context_iteration (NULL, TRUE);
  press_key (XK_Home);
  while (get_scroll (stage) > 0)
    g_main_context_iteration (NULL, TRUE);
  press_key (XK_0);
  while (cw_preview_get_zoom (stage->preview) != 1)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  int status;

  cw_test_window_init (&argc, &argv);
  display = XOpenDisplay (NULL);
  g_assert_nonnull (display);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/preview/input/wheel-zooms", test_wheel_zooms);
  g_test_add_func ("/preview/input/wheel-scrolls", test_wheel_scrolls);
  g_test_add_func ("/preview/input/click", test_click);
  g_test_add_func ("/preview/input/keys", test_keys);
  status = g_test_run ();
  XCloseDisplay (display);
  return status;
}
