/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include "app/editor/cw-editor-paste-as.h"
#include "app/symbols/cw-symbol-insert.h"
#include "app/symbols/cw-symbol-palette.h"

/* What opens at the caret: the palette of symbols, the ways to paste. */

static void
on_picked (CwSymbolPalette *palette, const char *text, const char *behind, GtkWidget *target)
{
  cw_symbol_insert (target, text, behind);
}

static gboolean
remove_palette (gpointer palette)
{
  gtk_widget_unparent (palette);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still at closing. */
static void
on_closed (GtkWidget *palette)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_palette, g_object_ref (palette), g_object_unref);
}

static void
show_at_caret (GtkWidget *popover, GtkWidget *parent, GtkWidget *target)
{
  GdkRectangle area;

  gtk_widget_set_parent (popover, parent);
  if (cw_symbol_get_caret_area (target, parent, &area))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), target,
                           G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Where the keyboard is, if something can be typed there. */
static GtkWidget *
find_target (CwWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && cw_symbol_can_insert (focus))
    return focus;
  if (self->narrow)
    cw_window_show_side (self, "edit");
  return GTK_WIDGET (self->editor);
}

static void
on_symbols (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  GtkWidget *target = find_target (self);
  GtkWidget *parent = gtk_widget_get_ancestor (GTK_WIDGET (self->split), GTK_TYPE_OVERLAY);
  GtkWidget *palette = cw_symbol_palette_new (self->settings);

  g_signal_connect_object (palette, "picked", G_CALLBACK (on_picked), target, 0);
  show_at_caret (palette, parent, target);
}

/* --- ways to paste ---------------------------------------------------------------------------- */

static void
on_paste_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwPasteMode mode;

  if (!cw_paste_mode_from_nick (g_variant_get_string (parameter, NULL), &mode))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  cw_editor_paste_as_async (self->editor, gtk_widget_get_clipboard (widget), mode);
}

/* The menu of the ways, at the caret. */
static void
on_choose_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  GtkWidget *parent = gtk_widget_get_ancestor (GTK_WIDGET (self->split), GTK_TYPE_OVERLAY);
  GtkWidget *menu = gtk_popover_menu_new_from_model (self->paste_menu);

  if (self->narrow)
    cw_window_show_side (self, "edit");
  show_at_caret (menu, parent, GTK_WIDGET (self->editor));
}

/**
 * cw_window_install_symbols_actions:
 * @klass: the class of the window
 *
 * What opens the palette of symbols, and the ways to paste.
 */
void
cw_window_install_symbols_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.symbols", NULL, on_symbols);
  gtk_widget_class_install_action (klass, "win.paste-as", "s", on_paste_as);
  gtk_widget_class_install_action (klass, "win.choose-paste", NULL, on_choose_paste);
}
