/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-outline-panel-private.h"

/* The menu of the outline, and its keys. */

static void
popup_menu (CwOutlinePanel *self, const GdkRectangle *at)
{
  if (self->menu == NULL)
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static CwOutlineRow *
find_row_at (CwOutlinePanel *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != self->list)
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (CW_IS_OUTLINE_ROW (widget))
        return CW_OUTLINE_ROW (widget);
      if (child != NULL && CW_IS_OUTLINE_ROW (child))
        return CW_OUTLINE_ROW (child);
      widget = gtk_widget_get_parent (widget);
    }
  return NULL;
}

static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, CwOutlinePanel *self)
{
  CwOutlineRow *row = find_row_at (self, x, y);
  int position = row != NULL ? cw_outline_panel_find_row (
                     self, cw_outline_item_get_place (cw_outline_row_get_item (row)))
                             : -1;

  if (position < 0)
    return;
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_grab_focus (self->list);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, &(GdkRectangle){ x, y, 1, 1 });
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CwOutlinePanel *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, self->list, &bounds))
    return GDK_EVENT_PROPAGATE;
  popup_menu (self, &(GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width,
                                     bounds.size.height });
  return GDK_EVENT_STOP;
}

static void
add_shortcut (GtkShortcutController *controller, const char *trigger, GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

/**
 * cw_outline_panel_install_menu:
 * @self: an outline
 *
 * Makes the right button and the keys of its list work.
 */
void
cw_outline_panel_install_menu (CwOutlinePanel *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), "Delete",
                gtk_named_action_new ("win.section-delete"));
  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), "Menu",
                gtk_callback_action_new (on_menu_key, self, NULL));
  add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), "<Shift>F10",
                gtk_callback_action_new (on_menu_key, self, NULL));
  gtk_widget_add_controller (self->list, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_secondary), self, 0);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
}

/**
 * cw_outline_panel_set_menu:
 * @self: an outline
 * @menu: what can be done with the sections selected
 *
 * Sets the menu of a right click.
 */
void
cw_outline_panel_set_menu (CwOutlinePanel *self, GMenuModel *menu)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, self->list);
}
