/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-profile.h"

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
  return !a->mirrored == !b->mirrored && a->line_pitch == b->line_pitch
         && a->page_number == b->page_number && a->sign_off == b->sign_off
         && !a->dash_is_box == !b->dash_is_box && !a->tight_number == !b->tight_number
         && !a->odd_colophon == !b->odd_colophon && a->seals_in_a_row == b->seals_in_a_row
         && a->blank_before_seal == b->blank_before_seal
         && !a->heiti_copy_number == !b->heiti_copy_number
         && !a->latin_digits == !b->latin_digits
         && !a->spaced_classification == !b->spaced_classification
         && !a->rules_on_type_area == !b->rules_on_type_area && a->latin_gap == b->latin_gap
         && !a->preprinted == !b->preprinted && !a->booklet == !b->booklet;
}
