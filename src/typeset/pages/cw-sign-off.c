/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sign-off.h"

#include "typeset/cw-standard.h"

static CwSignOffPlace
place_shifted (double inset, double shift, double signatory_width, double date_width)
{
  double date_blank = MAX (inset, signatory_width - date_width);
  double signatory_blank = date_blank + date_width + shift - signatory_width;

  return (CwSignOffPlace) {
    .signatory = CW_STD_TYPE_AREA_WIDTH - signatory_blank - signatory_width,
    .date = CW_STD_TYPE_AREA_WIDTH - date_blank - date_width,
  };
}

static CwSignOffPlace
place_centred (double inset, double signatory_width, double date_width)
{
  double centre = CW_STD_TYPE_AREA_WIDTH - inset - MAX (signatory_width, date_width) / 2;

  return (CwSignOffPlace) {
    .signatory = centre - signatory_width / 2,
    .date = centre - date_width / 2,
  };
}

/**
 * cw_sign_off_place:
 * @profile: the choices made
 * @cell: width of a character, pt
 * @signatory_width: width of the longest signatory line, 0 without one, pt
 * @date_width: width of the date, 0 without one, pt
 *
 * Places the unsealed signatory and date: two characters free at the right, the date beginning two
 * characters right of the signatory; where the date is the longer one it takes the two characters
 * and the signatory moves (R79, R80). One of them alone keeps two characters free at the right.
 *
 * Returns: their left edges, never outside the type area
 */
CwSignOffPlace
cw_sign_off_place (const CwProfile *profile, double cell, double signatory_width, double date_width)
{
  double inset = CW_STD_SIGNATORY_INSET * cell;
  CwSignOffPlace place;

  if (profile->sign_off == CW_SIGN_OFF_CENTRED || signatory_width <= 0 || date_width <= 0)
    place = place_centred (inset, signatory_width, date_width);
  else
    place = place_shifted (inset, CW_STD_DATE_SHIFT * cell, signatory_width, date_width);

  if (signatory_width <= 0 || date_width <= 0)
    place.signatory = place.date
        = CW_STD_TYPE_AREA_WIDTH - inset - MAX (signatory_width, date_width);
  place.signatory = MAX (place.signatory, 0);
  place.date = MAX (place.date, 0);
  return place;
}
