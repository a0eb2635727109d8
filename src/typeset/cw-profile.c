/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-profile-table.h"

/**
 * cw_profile_default:
 *
 * What the digest of the standard recommends where the standard leaves a choice: mirrored margins
 * (D3), lines that fill the type area (D1), page number on the outer side (R106), the date two
 * characters right of the signatory (R79).
 */
const CwProfile cw_profile_default = {
  .mirrored = TRUE,
  .line_pitch = 0,
  .page_number = CW_PAGE_NUMBER_OUTER,
  .sign_off = CW_SIGN_OFF_SHIFTED,
  .seals_in_a_row = 3,
};

/**
 * cw_profile_equal:
 * @a: a profile
 * @b: another
 *
 * Returns: whether both make the same pages of the same document
 */
gboolean
cw_profile_equal (const CwProfile *a, const CwProfile *b)
{
  guint n_choices;
  const CwChoice *choices = cw_profile_get_choices (&n_choices);

  for (guint i = 0; i < n_choices; i++)
    if (cw_profile_get_value (a, &choices[i]) != cw_profile_get_value (b, &choices[i]))
      return FALSE;
  return TRUE;
}
