/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include "typeset/cw-standard.h"

/* The spaces beside the numeral are half a character each (R107), whatever the font thinks. */
static void
widen_spaces (CwShaped *shaped)
{
  for (guint i = 0; i < shaped->clusters->len; i++)
    {
      CwCluster *cluster = &g_array_index (shaped->clusters, CwCluster, i);

      if (cluster->ch == ' ')
        cluster->advance = cluster->cell / 2;
    }
}

/**
 * cw_page_number_set:
 * @typefaces: the typefaces
 * @number: from 1
 *
 * Sets a page number: 4号 half-width 宋体 digits with a 一字线 on each side (R104).
 *
 * Returns: (transfer full): a paragraph of one line
 */
CwParagraph *
cw_page_number_set (CwTypefaces *typefaces, guint number)
{
  g_autofree char *text = g_strdup_printf ("— %u —", number);
  CwSpan span = { 0, (guint) strlen (text), CW_TYPEFACE_SONGTI, CW_STD_SIZE_4, CW_STD_SIZE_4 };
  CwMeasure measure = { .width = CW_STD_TYPE_AREA_WIDTH, .alignment = CW_ALIGN_START };
  CwShaped *shaped = cw_shaped_new (typefaces, text, span.end, &span, 1);

  widen_spaces (shaped);
  return cw_paragraph_new (shaped, &measure);
}

/**
 * cw_page_number_get_x:
 * @profile: the choices made
 * @number: from 1
 * @width: of the set number, pt
 *
 * Returns: its left edge from the left edge of the type area, pt: a character in from the right on
 *   odd pages, from the left on even ones (R106), or in the middle
 */
double
cw_page_number_get_x (const CwProfile *profile, guint number, double width)
{
  double inset = CW_STD_PAGE_NUMBER_INSET * CW_STD_SIZE_4;

  if (profile->page_number == CW_PAGE_NUMBER_CENTRE)
    return (CW_STD_TYPE_AREA_WIDTH - width) / 2;
  return number % 2 == 1 ? CW_STD_TYPE_AREA_WIDTH - inset - width : inset;
}
