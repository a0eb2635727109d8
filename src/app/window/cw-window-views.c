/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

/* Text and pages side by side, or one of them alone; how the pages stand. */

static void
set_state (CwWindow *self, const char *name, gboolean on)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (on));
}

static void
announce (CwWindow *self, CwWindowView view)
{
  static const char *const messages[] = {
    [CW_WINDOW_VIEW_BOTH] = N_ ("Text and pages"),
    [CW_WINDOW_VIEW_TEXT] = N_ ("Only the text. Escape brings the pages back."),
    [CW_WINDOW_VIEW_PAGES] = N_ ("Only the pages. Escape brings the text back."),
  };

  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ (messages[view]),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What lies beside goes while one stands alone, and comes back as it was. */
static void
set_view (CwWindow *self, CwWindowView view)
{
  CwWindowView before = self->view;

  if (view == before)
    return;
  self->view = view;
  if (before == CW_WINDOW_VIEW_BOTH)
    {
      self->sidebar_before = adw_overlay_split_view_get_show_sidebar (self->split);
      self->fullscreen_before = gtk_window_is_fullscreen (GTK_WINDOW (self));
    }
  adw_overlay_split_view_set_show_sidebar (self->split,
                                           view == CW_WINDOW_VIEW_BOTH && self->sidebar_before);
  cw_window_update_sides (self);
  g_object_set (self->editor, "focus-mode", view == CW_WINDOW_VIEW_TEXT, NULL);
  if (view == CW_WINDOW_VIEW_BOTH && !self->fullscreen_before)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else if (view == CW_WINDOW_VIEW_TEXT)
    gtk_window_fullscreen (GTK_WINDOW (self));
  set_state (self, "focus-mode", view == CW_WINDOW_VIEW_TEXT);
  set_state (self, "pages-alone", view == CW_WINDOW_VIEW_PAGES);
  gtk_widget_grab_focus (view == CW_WINDOW_VIEW_PAGES ? GTK_WIDGET (self->preview)
                                                      : GTK_WIDGET (self->editor));
  announce (self, view);
}

static void
on_focus_mode (GSimpleAction *action, GVariant *state, gpointer self)
{
  set_view (self, g_variant_get_boolean (state) ? CW_WINDOW_VIEW_TEXT : CW_WINDOW_VIEW_BOTH);
}

static void
on_pages_alone (GSimpleAction *action, GVariant *state, gpointer self)
{
  set_view (self, g_variant_get_boolean (state) ? CW_WINDOW_VIEW_PAGES : CW_WINDOW_VIEW_BOTH);
}

/* Behind everything that has a use for Escape of its own. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CwWindow *self)
{
  if (key != GDK_KEY_Escape || self->view == CW_WINDOW_VIEW_BOTH)
    return GDK_EVENT_PROPAGATE;
  set_view (self, CW_WINDOW_VIEW_BOTH);
  return GDK_EVENT_STOP;
}

/* What asks for a panel asks for what lies beside it too. */
static void
on_sidebar (CwWindow *self)
{
  if (self->view == CW_WINDOW_VIEW_BOTH
      || !adw_overlay_split_view_get_show_sidebar (self->split))
    return;
  self->sidebar_before = TRUE;
  set_view (self, CW_WINDOW_VIEW_BOTH);
}

/* The choice is remembered, and every window follows it. */
static void
add_setting (CwWindow *self, const char *key)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, key);

  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_settings_bind (self->settings, key, self->preview, key, G_SETTINGS_BIND_GET);
}

/**
 * cw_window_connect_views:
 * @self: a window
 *
 * Makes the actions that show text or pages alone, facing pages and thumbnails.
 */
void
cw_window_connect_views (CwWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "focus-mode", .state = "false", .change_state = on_focus_mode },
    { .name = "pages-alone", .state = "false", .change_state = on_pages_alone },
  };
  GtkEventController *key = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_setting (self, "spread");
  add_setting (self, "thumbnails");
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_object (self->split, "notify::show-sidebar", G_CALLBACK (on_sidebar), self,
                           G_CONNECT_SWAPPED);
}
