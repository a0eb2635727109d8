/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwPageNumberPlace:
 * @CW_PAGE_NUMBER_OUTER: right on odd pages, left on even ones (R106)
 * @CW_PAGE_NUMBER_CENTRE: in the middle of every page (R223)
 */
typedef enum
{
  CW_PAGE_NUMBER_OUTER,
  CW_PAGE_NUMBER_CENTRE,
} CwPageNumberPlace;

/**
 * CwSignOff:
 * @CW_SIGN_OFF_SHIFTED: the date starts two characters right of the signatory (R79)
 * @CW_SIGN_OFF_CENTRED: signatory and date centred on each other (R223)
 */
typedef enum
{
  CW_SIGN_OFF_SHIFTED,
  CW_SIGN_OFF_CENTRED,
} CwSignOff;

/**
 * CwPlaceholderLook:
 * @CW_PLACEHOLDERS_AS_IS: what is still to be filled in prints as it stands
 * @CW_PLACEHOLDERS_HIGHLIGHTED: on a coloured ground: a working copy
 * @CW_PLACEHOLDERS_RULED: a rule in its place, to be filled in by hand
 *
 * How placeholders print. None moves any text.
 */
typedef enum
{
  CW_PLACEHOLDERS_AS_IS,
  CW_PLACEHOLDERS_HIGHLIGHTED,
  CW_PLACEHOLDERS_RULED,
} CwPlaceholderLook;

/**
 * CwProfile:
 * @mirrored: binding margin on the inner side of both page sides (R7, D3); otherwise always left
 * @line_pitch: from line to line, pt; 0 for the pitch that fills the type area (R15, D1)
 * @page_number: where the page number stands
 * @sign_off: how an unsealed signatory and its date are set
 * @dash_is_box: the 7 mm to the page number end at the box of its dash, not at the stroke (D4)
 * @tight_number: the two blank lines above the document number do not count the gap of the issuer
 *   mark's own line (R44, D5)
 * @odd_colophon: the colophon may stand on an odd page (R102, D6)
 * @seals_in_a_row: most seals side by side, 0 for as many as fit (R76, D7)
 * @blank_before_seal: lines above a sealed signatory, 0 for what the seal needs (R73, D8)
 * @heiti_copy_number: the copy number in 黑体 (R33, D10)
 * @latin_digits: digits and Latin in the body in a Latin face (R11, D10)
 * @spaced_classification: 秘　密 with a blank between (R38)
 * @rules_on_type_area: the double rules of a letter centred on the type area, not the page (R122,
 *   D12)
 * @latin_gap: between Han and Latin letters, parts of a character, 0 for none (R185)
 * @preprinted: what stands on pre-printed paper is left out, its place kept
 * @booklet: the number of pages is a multiple of four (R30)
 * @placeholders: how print what is still to be filled in
 * @draft: 草稿 is stamped in the head margin of the first page
 *
 * The choices the standard leaves open or offices make differently. Plain data, compared by value.
 *
 * The digest's D2, 3号 as 16 pt or as the type founders' 15.75, is none of them: the places of all
 * characters come from the 28 × 22 of the type area (R14, R17) whichever is meant, every office
 * program calls 16 pt 3号, and a quarter of a point is less than faces differ in the size of their
 * characters.
 */
typedef struct
{
  gboolean mirrored;
  double line_pitch;
  CwPageNumberPlace page_number;
  CwSignOff sign_off;
  gboolean dash_is_box;
  gboolean tight_number;
  gboolean odd_colophon;
  guint seals_in_a_row;
  guint blank_before_seal;
  gboolean heiti_copy_number;
  gboolean latin_digits;
  gboolean spaced_classification;
  gboolean rules_on_type_area;
  double latin_gap;
  gboolean preprinted;
  gboolean booklet;
  CwPlaceholderLook placeholders;
  gboolean draft;
} CwProfile;

extern const CwProfile cw_profile_default;

gboolean cw_profile_equal (const CwProfile *a, const CwProfile *b);

G_END_DECLS
