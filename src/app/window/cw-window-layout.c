/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The editor's share of a wide window until the divider is moved. */
#define EDITOR_SHARE 0.48

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

/**
 * cw_window_toggle_side:
 * @self: a window
 *
 * Goes from the editor to the page and back, with the keyboard's focus.
 */
void
cw_window_toggle_side (CwWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean on_page = self->narrow ? strcmp (cw_window_get_side (self), "page") == 0
                                  : focus != NULL
                                        && (focus == self->preview_side
                                            || gtk_widget_is_ancestor (focus, self->preview_side));

  cw_window_show_side (self, on_page ? "edit" : "page");
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
