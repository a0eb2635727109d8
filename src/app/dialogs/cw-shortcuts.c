/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-shortcuts.h"

#include "app/cw-settings.h"

static const struct
{
  const char *action;
  const char *keys[4];
} shortcuts[] = {
  { "app.new", { "<Control>n" } },
  { "app.new-from-template", { "<Control><Shift>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.ready", { "<Control><Shift>p" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.style::paragraph", { "<Control>0", "<Control>KP_0" } },
  { "win.style::heading-1", { "<Control>1", "<Control>KP_1" } },
  { "win.style::heading-2", { "<Control>2", "<Control>KP_2" } },
  { "win.style::heading-3", { "<Control>3", "<Control>KP_3" } },
  { "win.style::heading-4", { "<Control>4", "<Control>KP_4" } },
  { "win.emphasis", { "<Control>b" } },
  { "win.statistics", { "<Control><Shift>c" } },
  { "win.choose-paste", { "<Control><Shift>v" } },
  { "win.symbols", { "<Control><Shift>m" } },
  { "win.page-break", { "<Control>Return", "<Control>KP_Enter" } },
  { "win.next-placeholder", { "F8" } },
  { "win.previous-placeholder", { "<Shift>F8" } },
  { "win.placeholders", { "<Control>F8" } },
  { "win.next-finding", { "F7" } },
  { "win.previous-finding", { "<Shift>F7" } },
  { "win.findings", { "<Control>F7" } },
  { "win.section-up", { "<Alt>Up", "<Alt>KP_Up" } },
  { "win.section-down", { "<Alt>Down", "<Alt>KP_Down" } },
  { "win.section-promote", { "<Alt>Left", "<Alt>KP_Left" } },
  { "win.section-demote", { "<Alt>Right", "<Alt>KP_Right" } },
  { "win.section-promote-alone", { "<Alt><Shift>Left" } },
  { "win.section-demote-alone", { "<Alt><Shift>Right" } },
  { "win.section-duplicate", { "<Control>d" } },
  { "win.fold", { "<Control><Shift>bracketleft", "<Control>braceleft" } },
  { "win.unfold", { "<Control><Shift>bracketright", "<Control>braceright" } },
  { "win.section-say", { "<Alt>Return" } },
  { "win.switch-side", { "F6" } },
  { "win.switch-side-back", { "<Shift>F6" } },
  { "win.attachment-menu", { "<Control>F10" } },
  { "win.elements", { "F9" } },
  { "win.next-missing", { "<Shift>F9" } },
  { "win.same-place", { "<Control>j" } },
  { "win.find", { "<Control>f" } },
  { "win.find-replace", { "<Control>h" } },
  { "win.find-next", { "F3", "<Control>g" } },
  { "win.find-previous", { "<Shift>F3", "<Control><Shift>g" } },
  { "win.guides", { "<Control><Alt>g" } },
  { "win.focus-mode", { "F11" } },
  { "win.pages-alone", { "<Shift>F11" } },
  { "win.spread", { "<Control><Alt>2" } },
  { "win.thumbnails", { "<Control><Alt>3" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-mode::fit-width", { "<Control><Alt>0" } },
  { "app.guide", { "F1" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.shortcuts", { "<Control>question" } },
};

/**
 * cw_shortcuts_install:
 * @application: the application
 *
 * Gives the actions their keys.
 */
void
cw_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *keys[G_N_ELEMENTS (shortcuts[i].keys) + 1] = { NULL };

      for (guint k = 0; k < G_N_ELEMENTS (shortcuts[i].keys); k++)
        keys[k] = shortcuts[i].keys[k];
      gtk_application_set_accels_for_action (application, shortcuts[i].action, keys);
    }
}

/**
 * cw_shortcuts_present:
 * @parent: the window to be over
 *
 * Shows the list of all keys.
 */
void
cw_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource (CW_RESOURCE_PATH "/cw-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
