/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preferences.h"

#include "app/cw-settings.h"

/**
 * cw_preferences_new:
 * @settings: the program's settings
 *
 * Returns: (transfer floating): the choices the standard leaves to the office
 */
AdwDialog *
cw_preferences_new (GSettings *settings)
{
  static const char *const keys[]
      = { "mirrored-margins", "fixed-line-pitch", "centred-page-numbers", "centred-sign-off" };
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource (CW_RESOURCE_PATH "/cw-preferences.ui");
  AdwDialog *dialog = ADW_DIALOG (gtk_builder_get_object (builder, "dialog"));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (settings, keys[i], gtk_builder_get_object (builder, keys[i]), "active",
                     G_SETTINGS_BIND_DEFAULT);
  return g_object_ref (dialog);
}
