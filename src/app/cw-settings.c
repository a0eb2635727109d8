/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-settings.h"

#include "cw-config.h"
#include "typeset/cw-profile-table.h"

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

/* A key is called as the choice is. */
static void
read_choice (GSettings *settings, CwProfile *profile, const CwChoice *choice)
{
  g_autofree char *word = NULL;

  switch (choice->kind)
    {
    case CW_CHOICE_SWITCH:
      cw_profile_set_value (profile, choice, g_settings_get_boolean (settings, choice->id));
      break;
    case CW_CHOICE_ONE_OF:
      word = g_settings_get_string (settings, choice->id);
      cw_profile_parse (profile, choice, word, NULL);
      break;
    case CW_CHOICE_COUNT:
    case CW_CHOICE_NUMBER:
    default:
      cw_profile_set_value (profile, choice, g_settings_get_double (settings, choice->id));
      break;
    }
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
  guint n_choices;
  const CwChoice *choices = cw_profile_get_choices (&n_choices);

  for (guint i = 0; i < n_choices; i++)
    read_choice (settings, &profile, &choices[i]);
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
