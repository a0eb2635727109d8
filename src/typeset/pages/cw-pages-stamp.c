/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

#include <string.h>

#include "typeset/cw-standard.h"

/* The stamp stands above whatever may stand on a first page: even a letter's issuer mark begins 30 mm
 * down (R119). It is no part of the paper and on no grid. */
#define STAMP_TOP CW_MM (12)
#define STAMP_HEIGHT CW_MM (11)
#define STAMP_PADDING CW_MM (2.5)
#define STAMP_FRAME 1.0

static const char stamp_text[] = "草稿";

/* Set a quarter of a character apart, as stamps are. */
static CwParagraph *
set_words (CwTypefaces *typefaces)
{
  guint length = (guint) strlen (stamp_text);
  CwSpan span = { 0, length, CW_TYPEFACE_HEITI, CW_STD_SIZE_2, CW_STD_SIZE_2 * 1.25 };
  CwMeasure measure = { .width = CW_STD_TYPE_AREA_WIDTH, .alignment = CW_ALIGN_START };

  return cw_paragraph_new (cw_shaped_new (typefaces, stamp_text, length, &span, 1), &measure);
}

static void
append_side (GArray *shapes, guint page, double x, double y, double width, double height)
{
  CwShape shape = { .kind = CW_SHAPE_RULE,
                    .page = page,
                    .x = x,
                    .y = y,
                    .width = width,
                    .height = height,
                    .colour = CW_COLOUR_STAMP,
                    .source = -1,
                    .flow_line = -1 };

  g_array_append_val (shapes, shape);
}

static void
append_frame (GArray *shapes, guint page, double x, double width)
{
  append_side (shapes, page, x, STAMP_TOP, width, STAMP_FRAME);
  append_side (shapes, page, x, STAMP_TOP + STAMP_HEIGHT - STAMP_FRAME, width, STAMP_FRAME);
  append_side (shapes, page, x, STAMP_TOP, STAMP_FRAME, STAMP_HEIGHT);
  append_side (shapes, page, x + width - STAMP_FRAME, STAMP_TOP, STAMP_FRAME, STAMP_HEIGHT);
}

/**
 * cw_pages_append_stamp:
 * @self: pages
 * @page: number of the page, from 0
 * @items: (element-type CwPageItem): where the words are added
 * @shapes: (element-type CwShape): where the frame is added
 *
 * Stamps 草稿 in the head margin of the first page of a draft, its frame ending with the type area. No
 * line of the paper moves.
 *
 * Returns: (transfer full) (nullable): the words, to be kept until the page holds them; %NULL if
 *   there is no stamp
 */
CwParagraph *
cw_pages_append_stamp (CwPages *self, guint page, GArray *items, GArray *shapes)
{
  CwParagraph *words;
  double width, x;
  CwPageItem item;

  if (!self->profile.draft || page > 0)
    return NULL;
  words = set_words (self->typefaces);
  width = cw_paragraph_get_line (words, 0)->width + 2 * STAMP_PADDING;
  x = cw_grid_get_left (&self->profile, page + 1) + CW_STD_TYPE_AREA_WIDTH - width;
  append_frame (shapes, page, x, width);
  item = (CwPageItem) { .paragraph = words,
                        .x = x + STAMP_PADDING,
                        .y = STAMP_TOP + STAMP_HEIGHT / 2,
                        .colour = CW_COLOUR_STAMP,
                        .role = CW_PAGE_ROLE_ARTIFACT,
                        .source = -1,
                        .flow_line = -1 };
  g_array_append_val (items, item);
  return words;
}
