/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include <math.h>
#include <string.h>

#include "document/elements/cw-printed-text.h"
#include "typeset/cw-standard.h"

/* Line of the grid on which the title of an attachment stands, from 0 (R92). */
#define TITLE_SLOT 2

static guint
get_number (CwPageBuilder *self, guint piece)
{
  CwFlowLine flow = cw_flow_get_line (self->document,
                                      (guint) cw_page_builder_get_piece (self, piece)->flow_line);

  for (guint i = 0; i < cw_document_get_n_attachments (self->document); i++)
    if ((int) cw_document_get_attachment (self->document, i, NULL) == flow.block)
      return i;
  g_return_val_if_reached (0);
}

/* What the attachment is called, after the paper's number when they are not bound together (R94).
 */
static char *
make_label (CwPageBuilder *self, guint piece, gboolean unbound)
{
  g_autofree char *label
      = cw_document_get_attachment_label (self->document, get_number (self, piece));
  g_autofree char *number = unbound ? cw_document_get_number_text (self->document) : NULL;

  return g_strconcat (number != NULL ? number : "", label, NULL);
}

/* R91: 3号黑体, flush left, on the first line. For the map it is a number before the title's text.
 */
static void
put_label (CwPageBuilder *self, guint piece, gboolean unbound)
{
  CwMeasure measure = { .width = cw_page_builder_get_width (self), .alignment = CW_ALIGN_START };
  g_autofree char *label = make_label (self, piece, unbound);
  CwParagraph *paragraph = cw_page_builder_set_text (self, label, CW_TYPEFACE_HEITI, CW_STD_SIZE_3,
                                                     self->layout->grid.advance, &measure);
  guint added = cw_layout_add_piece (self->layout, paragraph, -1, CW_COLOUR_BLACK);

  *cw_page_builder_get_piece (self, added)
      = (CwPiece) { .paragraph = paragraph,
                    .style = CW_N_STYLES,
                    .flow_line = cw_page_builder_get_piece (self, piece)->flow_line,
                    .flow_offset = -(int) strlen (label),
                    .source = -1 };
  cw_page_builder_append_row (self, added, 0, 0, cw_page_builder_get_line_centre (self, 0), 0);
  cw_page_builder_get_row (self, self->layout->rows->len - 1)->keep = TRUE;
}

/* R92, R93: the title around the third line, one blank line below it, then the grid. */
static void
put_title (CwPageBuilder *self, guint piece)
{
  const CwGrid *grid = &self->layout->grid;
  double y = cw_page_builder_get_line_centre (self, TITLE_SLOT);
  double pitch = CW_STD_SIZE_2 + grid->gap;
  const CwPiece *p = cw_page_builder_get_piece (self, piece);
  guint n_lines = cw_piece_prints (p) ? cw_paragraph_get_n_lines (p->paragraph) : 0;

  for (guint line = 0; line < n_lines; line++)
    {
      cw_page_builder_append_row (self, piece, line, 0, y + line * pitch, TITLE_SLOT);
      cw_page_builder_get_row (self, self->layout->rows->len - 1)->keep = TRUE;
    }
  self->slot = TITLE_SLOT;
  if (n_lines > 0)
    self->slot += 2 + (guint) ceil ((n_lines - 1) * pitch / grid->pitch - 1e-6);
  self->slot = MIN (self->slot, cw_page_builder_get_n_lines (self));
}

/**
 * cw_page_builder_put_attachments:
 * @self: a page builder
 * @piece: the piece after signatory, date and note
 *
 * Puts the attachments, each on a new page (R90) and some on pages set sideways (R111): what is
 * called 附件 on the first line, the title on the third, then its blocks as in the body.
 */
void
cw_page_builder_put_attachments (CwPageBuilder *self, guint piece)
{
  while (piece < self->n_flow_pieces)
    {
      CwAttachmentFlags flags;

      if (cw_page_builder_get_piece (self, piece)->style != CW_STYLE_ATTACHMENT)
        {
          piece++;
          continue;
        }
      flags = cw_block_get_attachment_flags (cw_page_builder_get_block (self, piece));
      self->sideways = (flags & CW_ATTACHMENT_LANDSCAPE) != 0;
      cw_page_builder_start_page (self, self->layout->rows->len);
      put_label (self, piece, (flags & CW_ATTACHMENT_UNBOUND) != 0);
      put_title (self, piece);
      piece = cw_page_builder_put_body (self, piece + 1);
    }
  self->sideways = FALSE;
}
