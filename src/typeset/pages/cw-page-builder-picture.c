/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include "cw-picture-image.h"
#include "typeset/cw-standard.h"

/* What stands in the place of a picture that cannot be read, and how large, mm. */
#define UNREADABLE "（图片无法读取）"
#define UNREADABLE_WIDTH 80
#define UNREADABLE_HEIGHT 40

/* Share of what the lines of the grid leave over that goes above a picture with a caption. */
#define SHARE_ABOVE 0.7

/* Smaller in proportion until it is no larger than the page. */
static void
fit (CwPageBox *box, double width, double height)
{
  double scale = MIN (MIN (width / box->width, height / box->height), 1);

  box->width *= scale;
  box->height *= scale;
}

/* The width asked for, or what the picture says itself. */
static gboolean
measure (CwPicture *picture, CwPageBox *box)
{
  double wanted = CW_MM (cw_picture_get_width (picture));
  CwPictureSize size;

  if (!cw_picture_image_is_readable (picture) || !cw_picture_size_find (picture, &size))
    return FALSE;
  box->picture = picture;
  box->width = wanted > 0 ? wanted : size.natural_width;
  box->height = box->width * size.natural_height / size.natural_width;
  return TRUE;
}

static CwParagraph *
set_unreadable (CwPageBuilder *self, CwPageBox *box)
{
  CwMeasure in_box = { .width = CW_MM (UNREADABLE_WIDTH), .alignment = CW_ALIGN_START };

  box->width = CW_MM (UNREADABLE_WIDTH);
  box->height = CW_MM (UNREADABLE_HEIGHT);
  return cw_page_builder_set_text (self, UNREADABLE, CW_TYPEFACE_FANGSONG, CW_STD_SIZE_SMALL_4,
                                   CW_STD_SIZE_SMALL_4, &in_box);
}

static double
find_drop (CwPageBuilder *self, const CwPageBox *box, gboolean captioned)
{
  guint n_slots = cw_page_builder_count_slots (self, box->height);
  double slack = cw_page_builder_get_room (self, n_slots) - box->height;

  return MAX (slack, 0) * (captioned ? SHARE_ABOVE : 0.5);
}

/**
 * cw_page_builder_put_picture:
 * @self: a page builder
 * @piece: a picture
 *
 * Puts a picture on whole lines of the grid, in the middle, its caption below it on the same page;
 * in the width asked for, but no larger than the type area. What follows goes on on the grid (R22).
 * One that cannot be read is a box that says so.
 *
 * Returns: the next piece
 */
guint
cw_page_builder_put_picture (CwPageBuilder *self, guint piece)
{
  CwPicture *picture = cw_block_get_picture (cw_page_builder_get_block (self, piece));
  guint n_lines = cw_page_builder_get_n_lines (self);
  guint n_caption = cw_page_builder_count_caption_lines (self, piece);
  gboolean annotated = cw_page_builder_is_annotated (self, piece);
  g_autoptr (CwParagraph) words = NULL;
  CwPageBox box = { 0 };

  if (!measure (picture, &box))
    box.words = words = set_unreadable (self, &box);
  fit (&box, cw_page_builder_get_width (self),
       cw_page_builder_get_room (self, n_lines - MIN (n_caption, n_lines / 2)));
  if (self->slot + cw_page_builder_count_slots (self, box.height) + n_caption > n_lines
      && !cw_page_builder_is_at_top (self))
    cw_page_builder_turn_page (self);
  if (self->slot + cw_page_builder_count_slots (self, box.height) + n_caption > n_lines
      && !cw_page_builder_is_at_top (self))
    cw_page_builder_start_page (self, self->layout->rows->len);
  cw_page_builder_put_box (self, piece, &box, find_drop (self, &box, n_caption > 0),
                           n_caption > 0 || annotated);
  cw_page_builder_put_caption (self, piece, annotated);
  return piece + 1;
}
