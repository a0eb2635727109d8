/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-cut-faces.h"

G_BEGIN_DECLS

/**
 * CwPaintFlags:
 * @CW_PAINT_PICTURE: glyphs only
 * @CW_PAINT_TEXT: glyphs with their text, so that it can be copied from a PDF
 * @CW_PAINT_STRUCTURE: with the tags of a structured PDF as well, and with pictures whole: what
 *   goes to paper
 * @CW_PAINT_GUIDES: with type area, grid, line numbers and the places of seals and stamps: on the
 *   screen alone, never in what is exported or printed
 * @CW_PAINT_ONLY_GUIDES: the guides alone, over a picture of the page
 */
typedef enum
{
  CW_PAINT_PICTURE = 0,
  CW_PAINT_TEXT = 1 << 0,
  CW_PAINT_STRUCTURE = 1 << 1,
  CW_PAINT_GUIDES = 1 << 2,
  CW_PAINT_ONLY_GUIDES = 1 << 3,
} CwPaintFlags;

void cw_painter_paint_guides (CwPage *page, cairo_t *cr);
void cw_painter_paint_page (CwPage *page, cairo_t *cr, CwPaintFlags flags);
void cw_painter_paint_page_in (CwPage *page, cairo_t *cr, CwPaintFlags flags, CwCutFaces *faces);

G_END_DECLS
