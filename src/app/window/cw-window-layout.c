/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The editor's share of a wide window until the divider is moved. */
#define EDITOR_SHARE 0.48

/* What F6 goes round, in this order. */
typedef enum
{
  CW_SIDE_PANELS,
  CW_SIDE_TEXT,
  CW_SIDE_PAGE,
  CW_N_SIDES,
} CwSide;

/**
 * cw_window_get_side:
 * @self: a window
 *
 * Returns: (transfer none): what a narrow window shows: `elements`, `edit` or `page`
 */
const char *
cw_window_get_side (CwWindow *self)
{
  const char *side = adw_toggle_group_get_active_name (self->side_toggle);

  return side != NULL ? side : "edit";
}

/**
 * cw_window_update_sides:
 * @self: a window
 *
 * Shows text and pages, or the one that stands alone or for which there is room.
 */
void
cw_window_update_sides (CwWindow *self)
{
  gboolean page = self->view == CW_WINDOW_VIEW_BOTH
                      ? strcmp (cw_window_get_side (self), "page") == 0
                      : self->view == CW_WINDOW_VIEW_PAGES;
  gboolean both = !self->narrow && self->view == CW_WINDOW_VIEW_BOTH;

  gtk_widget_set_visible (self->editor_side, both || !page);
  gtk_widget_set_visible (self->preview_side, both || page);
  gtk_widget_set_visible (self->zoom_box, both || page);
}

static void
on_narrow (CwWindow *self)
{
  self->narrow = TRUE;
  cw_window_update_sides (self);
}

static void
on_wide (CwWindow *self)
{
  self->narrow = FALSE;
  cw_window_update_sides (self);
}

/* The divider has a place once the window has a width. */
static void
on_paned_width (CwWindow *self)
{
  int max, position;

  if (self->placed || self->narrow)
    return;
  g_object_get (self->paned, "max-position", &max, NULL);
  if (max <= 0 || max == G_MAXINT)
    return;

  self->placed = TRUE;
  position = g_settings_get_int (self->settings, "divider");
  if (position <= 0)
    position = gtk_widget_get_width (GTK_WIDGET (self->paned)) * EDITOR_SHARE;
  gtk_paned_set_position (self->paned, position);
}

/**
 * cw_window_show_side:
 * @self: a window
 * @side: `edit` or `page`
 *
 * Shows one of the sides in a narrow window, a wide one shows them all; gives it the keyboard.
 */
void
cw_window_show_side (CwWindow *self, const char *side)
{
  adw_toggle_group_set_active_name (self->side_toggle, side);
  gtk_widget_grab_focus (strcmp (side, "page") == 0 ? GTK_WIDGET (self->preview)
                                                    : GTK_WIDGET (self->editor));
}

static gboolean
is_in (GtkWidget *focus, GtkWidget *side)
{
  return focus != NULL && (focus == side || gtk_widget_is_ancestor (focus, side));
}

/* Where the keyboard is: in the panels, the text or the pages. Elsewhere counts as the text. */
static CwSide
find_side (CwWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (is_in (focus, GTK_WIDGET (adw_overlay_split_view_get_sidebar (self->split))))
    return CW_SIDE_PANELS;
  return is_in (focus, self->preview_side) ? CW_SIDE_PAGE : CW_SIDE_TEXT;
}

/* A narrow window shows one at a time, and any of them can be had. */
static gboolean
is_there (CwWindow *self, CwSide side)
{
  if (self->narrow)
    return TRUE;
  switch (side)
    {
    case CW_SIDE_PANELS:
      return adw_overlay_split_view_get_show_sidebar (self->split);
    case CW_SIDE_PAGE:
      return gtk_widget_get_visible (self->preview_side);
    case CW_SIDE_TEXT:
    case CW_N_SIDES:
    default:
      return gtk_widget_get_visible (self->editor_side);
    }
}

static void
enter_panel (CwWindow *self)
{
  GtkWidget *panel = adw_view_stack_get_visible_child (self->panels);

  if (!gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (adw_overlay_split_view_get_sidebar (self->split), GTK_DIR_TAB_FORWARD);
}

static void
enter_side (CwWindow *self, CwSide side)
{
  if (side != CW_SIDE_PANELS)
    {
      cw_window_show_side (self, side == CW_SIDE_PAGE ? "page" : "edit");
      return;
    }
  adw_toggle_group_set_active_name (self->side_toggle, "elements");
  enter_panel (self);
}

/* --- a panel is chosen by hand --- */

static gboolean
enter_chosen (gpointer data)
{
  CwWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->panel_switcher))
    return G_SOURCE_REMOVE;
  if (adw_view_stack_get_visible_child (self->panels) == GTK_WIDGET (self->placeholders))
    cw_window_enter_placeholders (self);
  else
    enter_panel (self);
  return G_SOURCE_REMOVE;
}

/* Who clicks wants to work in the panel, who comes with the arrow keys is still choosing. The panel
 * changes only after this. */
static gboolean
on_switcher_event (CwWindow *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, enter_chosen, g_object_ref (self), g_object_unref);
  return GDK_EVENT_PROPAGATE;
}

static void
connect_switcher (CwWindow *self)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_switcher_event), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->panel_switcher, controller);
}

/**
 * cw_window_toggle_side:
 * @self: a window
 * @direction: 1 for the next, -1 for the one before
 *
 * Goes round panels, text and pages, those that show, with the keyboard.
 */
void
cw_window_toggle_side (CwWindow *self, int direction)
{
  CwSide side = find_side (self);

  do
    side = (CwSide) (((int) side + direction + CW_N_SIDES) % CW_N_SIDES);
  while (!is_there (self, side));
  enter_side (self, side);
}

/**
 * cw_window_connect_layout:
 * @self: a window
 *
 * Gives a new window the size and division it last had, and one side at a time when it is narrow.
 */
void
cw_window_connect_layout (CwWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_signal_connect_object (self->narrow_breakpoint, "apply", G_CALLBACK (on_narrow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrow_breakpoint, "unapply", G_CALLBACK (on_wide), self,
                           G_CONNECT_SWAPPED);
  adw_toggle_group_set_active_name (self->side_toggle, "edit");
  g_signal_connect_object (self->side_toggle, "notify::active-name", G_CALLBACK (cw_window_update_sides),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (on_paned_width), self,
                           G_CONNECT_SWAPPED);
  connect_switcher (self);
  cw_window_update_sides (self);
}

/**
 * cw_window_save_layout:
 * @self: a window about to close
 *
 * Remembers its size and division.
 */
void
cw_window_save_layout (CwWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (self->placed && !self->narrow && self->view == CW_WINDOW_VIEW_BOTH)
    g_settings_set_int (self->settings, "divider", gtk_paned_get_position (self->paned));
  if (maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}
