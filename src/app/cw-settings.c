/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-settings.h"

#include "cw-config.h"

/**
 * cw_settings_new:
 *
 * Returns: (transfer full): what the program remembers from one day to the next
 */
GSettings *
cw_settings_new (void)
{
  return g_settings_new (CW_APP_ID);
}

/**
 * cw_settings_get_profile:
 * @settings: the program's settings
 *
 * Returns: the choices for the page that the user has made
 */
CwProfile
cw_settings_get_profile (GSettings *settings)
{
  CwProfile profile = cw_profile_default;

  profile.mirrored = g_settings_get_boolean (settings, "mirrored-margins");
  if (g_settings_get_boolean (settings, "fixed-line-pitch"))
    profile.line_pitch = 28;
  if (g_settings_get_boolean (settings, "centred-page-numbers"))
    profile.page_number = CW_PAGE_NUMBER_CENTRE;
  if (g_settings_get_boolean (settings, "centred-sign-off"))
    profile.sign_off = CW_SIGN_OFF_CENTRED;
  return profile;
}

/**
 * cw_settings_get_recovery_folder:
 *
 * Returns: (transfer full): where unsaved text is kept safe from crashes
 */
char *
cw_settings_get_recovery_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "chengwen", "recovery", NULL);
}
