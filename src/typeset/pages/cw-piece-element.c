/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-piece.h"

/**
 * cw_piece_get_element:
 * @self: a piece
 *
 * Returns: the element of the standard it is a line of or shows, or -1
 */
int
cw_piece_get_element (const CwPiece *self)
{
  if (self->computed)
    return self->source;
  switch ((int) self->style)
    {
    case CW_STYLE_TITLE:
      return CW_ELEMENT_TITLE;
    case CW_STYLE_SUBTITLE:
      return CW_ELEMENT_SUBTITLE;
    case CW_STYLE_ADDRESSEES:
      return CW_ELEMENT_ADDRESSEES;
    case CW_STYLE_SIGNATORY:
      return CW_ELEMENT_SIGNATORY;
    case CW_STYLE_DATE:
      return CW_ELEMENT_DATE;
    case CW_STYLE_NOTE:
      return CW_ELEMENT_NOTE;
    default:
      return -1;
    }
}
