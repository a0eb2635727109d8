/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beside the text in a wide window, over it in a medium one, in its place in a narrow one. */

static gboolean
is_wide (CwWindow *self)
{
  return !self->narrow && !self->medium;
}

static gboolean
belongs_shown (CwWindow *self)
{
  if (self->narrow)
    return strcmp (cw_window_get_side (self), "elements") == 0;
  return is_wide (self) && g_settings_get_boolean (self->settings, "elements-shown");
}

static void
arrange (CwWindow *self)
{
  adw_overlay_split_view_set_collapsed (self->split, !is_wide (self));
  adw_overlay_split_view_set_sidebar_width_fraction (self->split, self->narrow ? 1 : 0.27);
  adw_overlay_split_view_set_max_sidebar_width (self->split, self->narrow ? G_MAXINT : 340);
  adw_overlay_split_view_set_show_sidebar (self->split, belongs_shown (self));
}

static void
on_side (CwWindow *self)
{
  if (self->narrow)
    arrange (self);
}

static void
on_narrow (CwWindow *self)
{
  self->narrow = TRUE;
  arrange (self);
}

static void
on_not_narrow (CwWindow *self)
{
  self->narrow = FALSE;
  arrange (self);
}

static void
on_medium (CwWindow *self)
{
  self->medium = TRUE;
  arrange (self);
}

static void
on_not_medium (CwWindow *self)
{
  self->medium = FALSE;
  arrange (self);
}

static void
on_element_activated (CwWindow *self, guint element)
{
  cw_window_show_elements (self);
  cw_elements_panel_open_element (self->elements, element);
}

static void
on_line_requested (CwWindow *self, guint line)
{
  if (!is_wide (self))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  cw_editor_set_caret (self->editor, (CwPlace){ line, 0 });
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_entered (CwWindow *self, guint element)
{
  cw_preview_show_element (self->preview, (int) element);
}

static void
on_left (CwWindow *self, guint element)
{
  cw_preview_show_element (self->preview, -1);
}

/* Escape or a click beside it closes the panel where it lies over the text. */
static void
on_shown (CwWindow *self)
{
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->split);

  if (self->narrow && !shown && strcmp (cw_window_get_side (self), "elements") == 0)
    cw_window_show_side (self, "edit");
  if (!shown && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_button (CwWindow *self)
{
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->split);

  if (is_wide (self))
    g_settings_set_boolean (self->settings, "elements-shown", shown);
}

static char *
describe_missing (guint n)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u element missing", "%u elements missing", n), n);
}

static void
update_missing (CwWindow *self)
{
  guint n = cw_elements_panel_get_n_missing (self->elements);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *text = describe_missing (n);
  g_autofree char *name
      = n > 0 ? g_strdup_printf (_ ("Side Panel: %s"), text) : g_strdup (_ ("Side Panel"));

  gtk_label_set_text (self->missing_label, text);
  gtk_widget_set_visible (self->missing_button, n > 0);
  gtk_label_set_text (self->elements_badge, number);
  gtk_widget_set_visible (GTK_WIDGET (self->elements_badge), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->elements_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->elements_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-missing", n > 0);
}

/**
 * cw_window_show_panel:
 * @self: a window
 * @panel: name of a page of the stack of panels
 *
 * Shows a panel if it is not there. The keyboard stays where it is.
 */
void
cw_window_show_panel (CwWindow *self, const char *panel)
{
  adw_view_stack_set_visible_child_name (self->panels, panel);
  if (self->narrow)
    adw_toggle_group_set_active_name (self->side_toggle, "elements");
  else
    adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

/**
 * cw_window_show_elements:
 * @self: a window
 *
 * Shows the elements of the paper if they are not there. The keyboard stays where it is.
 */
void
cw_window_show_elements (CwWindow *self)
{
  cw_window_show_panel (self, "elements");
}

static gboolean
has_focus (CwWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->elements));
}

/**
 * cw_window_toggle_elements:
 * @self: a window
 *
 * Shows the panel and gives it the keyboard, or hides it.
 */
void
cw_window_toggle_elements (CwWindow *self)
{
  gboolean shown
      = adw_overlay_split_view_get_show_sidebar (self->split)
        && g_strcmp0 (adw_view_stack_get_visible_child_name (self->panels), "elements") == 0;

  if (shown && self->narrow)
    cw_window_show_side (self, "edit");
  else if (shown)
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  else
    cw_window_show_elements (self);
  if (!shown && !has_focus (self))
    gtk_widget_child_focus (GTK_WIDGET (self->elements), GTK_DIR_TAB_FORWARD);
  on_button (self);
}

/**
 * cw_window_next_missing:
 * @self: a window
 *
 * Goes to the next field that is required and empty.
 */
void
cw_window_next_missing (CwWindow *self)
{
  cw_window_show_elements (self);
  cw_elements_panel_open_missing (self->elements);
}

/* A window opens with the panel that was in use last; the outline at first. */
static void
connect_panels (CwWindow *self)
{
  g_autofree char *panel = g_settings_get_string (self->settings, "panel");

  if (adw_view_stack_get_child_by_name (self->panels, panel) != NULL)
    adw_view_stack_set_visible_child_name (self->panels, panel);
  g_settings_bind (self->settings, "panel", self->panels, "visible-child-name",
                   G_SETTINGS_BIND_SET);
}

/* The choice is remembered, and every window follows it. */
static void
connect_guides (CwWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "guides");

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_settings_bind (self->settings, "guides", self->preview, "guides", G_SETTINGS_BIND_GET);
}

static void
connect_breakpoints (CwWindow *self)
{
  g_signal_connect_object (self->narrow_breakpoint, "apply", G_CALLBACK (on_narrow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrow_breakpoint, "unapply", G_CALLBACK (on_not_narrow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->medium_breakpoint, "apply", G_CALLBACK (on_medium), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->medium_breakpoint, "unapply", G_CALLBACK (on_not_medium), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cw_window_connect_elements:
 * @self: a window
 *
 * Gives the panel its document and its place.
 */
void
cw_window_connect_elements (CwWindow *self)
{
  adw_view_stack_set_visible_child_name (self->panels, "elements");
  cw_elements_panel_set_buffer (self->elements, cw_editor_get_buffer (self->editor));
  connect_breakpoints (self);
  g_signal_connect_object (self->side_toggle, "notify::active-name", G_CALLBACK (on_side), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->split, "show-sidebar", self->elements_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->split, "notify::show-sidebar", G_CALLBACK (on_shown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->elements_button, "clicked", G_CALLBACK (on_button), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->elements, "notify::n-missing", G_CALLBACK (update_missing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->elements, "element-entered", G_CALLBACK (on_entered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->elements, "element-left", G_CALLBACK (on_left), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "element-activated", G_CALLBACK (on_element_activated),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->elements, "line-requested", G_CALLBACK (on_line_requested), self,
                           G_CONNECT_SWAPPED);
  connect_guides (self);
  connect_panels (self);
  arrange (self);
  update_missing (self);
}
