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
 * CwProfile:
 * @mirrored: binding margin on the inner side of both page sides (R7, D3); otherwise always left
 * @page_number: where the page number stands
 * @bold_headings: level 2 and 3 headings in the 黑体 face's weight (R63)
 * @show_placeholders: placeholders marked on the page, as in a working copy
 *
 * The choices the standard leaves open or offices make differently. Plain data, compared by value.
 */
typedef struct
{
  gboolean mirrored;
  CwPageNumberPlace page_number;
  gboolean bold_headings;
  gboolean show_placeholders;
} CwProfile;

extern const CwProfile cw_profile_default;

gboolean cw_profile_equal (const CwProfile *a, const CwProfile *b);

G_END_DECLS
