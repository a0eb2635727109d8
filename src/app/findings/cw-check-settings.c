/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-check-settings.h"

/**
 * cw_check_settings_get_options:
 * @settings: the settings
 *
 * Returns: (transfer full) (nullable): what the user wants pointed out; %NULL for nothing at all
 */
CwCheckOptions *
cw_check_settings_get_options (GSettings *settings)
{
  g_auto (GStrv) rules_off = g_settings_get_strv (settings, "check-rules-off");
  g_auto (GStrv) ignored = g_settings_get_strv (settings, "check-ignored");
  g_autofree char *terms = g_settings_get_string (settings, "check-terms");

  if (!g_settings_get_boolean (settings, "check-text"))
    return NULL;
  return cw_check_options_new ((const char *const *) rules_off, terms,
                               (const char *const *) ignored);
}

/**
 * cw_check_settings_has:
 * @settings: the settings
 * @key: a list of strings
 * @entry: a string
 *
 * Returns: whether it is in the list
 */
gboolean
cw_check_settings_has (GSettings *settings, const char *key, const char *entry)
{
  g_auto (GStrv) list = g_settings_get_strv (settings, key);

  return g_strv_contains ((const char *const *) list, entry);
}

/**
 * cw_check_settings_add:
 * @settings: the settings
 * @key: a list of strings
 * @entry: what to put into it, once
 */
void
cw_check_settings_add (GSettings *settings, const char *key, const char *entry)
{
  g_auto (GStrv) list = g_settings_get_strv (settings, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) longer = NULL;

  if (g_strv_contains ((const char *const *) list, entry))
    return;
  g_strv_builder_addv (builder, (const char **) list);
  g_strv_builder_add (builder, entry);
  longer = g_strv_builder_end (builder);
  g_settings_set_strv (settings, key, (const char *const *) longer);
}

/**
 * cw_check_settings_remove:
 * @settings: the settings
 * @key: a list of strings
 * @entry: what to take out of it
 */
void
cw_check_settings_remove (GSettings *settings, const char *key, const char *entry)
{
  g_auto (GStrv) list = g_settings_get_strv (settings, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) shorter = NULL;

  for (guint i = 0; list[i] != NULL; i++)
    if (!g_str_equal (list[i], entry))
      g_strv_builder_add (builder, list[i]);
  shorter = g_strv_builder_end (builder);
  g_settings_set_strv (settings, key, (const char *const *) shorter);
}
