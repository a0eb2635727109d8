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
 * CwProfile:
 * @mirrored: binding margin on the inner side of both page sides (R7, D3); otherwise always left
 * @line_pitch: from line to line, pt; 0 for the pitch that fills the type area (R15, D1)
 * @page_number: where the page number stands
 * @sign_off: how an unsealed signatory and its date are set
 *
 * The choices the standard leaves open or offices make differently. Plain data, compared by value.
 */
typedef struct
{
  gboolean mirrored;
  double line_pitch;
  CwPageNumberPlace page_number;
  CwSignOff sign_off;
} CwProfile;

extern const CwProfile cw_profile_default;

gboolean cw_profile_equal (const CwProfile *a, const CwProfile *b);

G_END_DECLS
