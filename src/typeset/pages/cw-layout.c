/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-layout.h"

static void
shape_clear (gpointer data)
{
  CwShape *shape = data;

  g_clear_pointer (&shape->picture, cw_picture_unref);
}

static void
box_clear (gpointer data)
{
  CwPageBox *box = data;

  g_clear_pointer (&box->table, cw_table_setting_unref);
  g_clear_pointer (&box->words, cw_paragraph_unref);
  g_clear_pointer (&box->picture, cw_picture_unref);
}

/**
 * cw_layout_new:
 * @pieces: (transfer full) (element-type CwPiece): the pieces of a document
 * @grid: the grid of its pages
 *
 * Returns: (transfer full): a layout without a page
 */
CwLayout *
cw_layout_new (GArray *pieces, const CwGrid *grid)
{
  CwLayout *self = g_new0 (CwLayout, 1);

  self->grid = *grid;
  self->pieces = pieces;
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (CwRow), pieces->len * 4);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (CwPageBox));
  g_array_set_clear_func (self->boxes, box_clear);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));
  g_array_set_clear_func (self->shapes, shape_clear);
  self->text_with_sign_off = G_MAXUINT;
  self->unnumbered = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * cw_layout_free:
 * @self: (transfer full): a layout
 */
void
cw_layout_free (CwLayout *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->rows);
  g_array_unref (self->boxes);
  g_array_unref (self->starts);
  g_array_unref (self->shapes);
  g_array_unref (self->unnumbered);
  g_free (self);
}

/**
 * cw_layout_get_piece:
 * @self: a layout
 * @piece: from 0
 *
 * Returns: (transfer none): the piece
 */
const CwPiece *
cw_layout_get_piece (CwLayout *self, guint piece)
{
  return &g_array_index (self->pieces, CwPiece, piece);
}

/**
 * cw_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages it has, at least one
 */
guint
cw_layout_get_n_pages (CwLayout *self)
{
  return self->starts->len;
}

/**
 * cw_layout_get_page_end:
 * @self: a layout
 * @page: from 0
 *
 * Returns: the row after the last of that page
 */
guint
cw_layout_get_page_end (CwLayout *self, guint page)
{
  return page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1)
                                      : self->rows->len;
}

/**
 * cw_layout_add_piece:
 * @self: a layout
 * @paragraph: (transfer full): something computed, set
 * @source: the element of the standard it shows, or -1
 * @colour: what it is printed in
 *
 * Adds a piece that is no line of the flow. Its flow line is that of the last row so far, so that
 * rows stay in the order of the flow.
 *
 * Returns: its number
 */
guint
cw_layout_add_piece (CwLayout *self, CwParagraph *paragraph, int source, CwColour colour)
{
  CwPiece piece = { .paragraph = paragraph,
                    .style = CW_N_STYLES,
                    .computed = TRUE,
                    .source = source,
                    .colour = colour };

  if (self->rows->len > 0)
    piece.flow_line
        = cw_layout_get_piece (self, g_array_index (self->rows, CwRow, self->rows->len - 1).piece)
              ->flow_line;
  g_array_append_val (self->pieces, piece);
  return self->pieces->len - 1;
}

/**
 * cw_layout_add_shape:
 * @self: a layout
 * @shape: a shape; its picture is referenced
 *
 * Puts something on a page besides text; on the last page so far or a later one.
 */
void
cw_layout_add_shape (CwLayout *self, const CwShape *shape)
{
  CwShape copy = *shape;

  if (copy.picture != NULL)
    cw_picture_ref (copy.picture);
  g_array_append_val (self->shapes, copy);
}

/**
 * cw_layout_add_rule:
 * @self: a layout
 * @page: from 0
 * @x: left edge on the page, pt
 * @y: upper edge on the page, pt
 * @width: pt
 * @height: its thickness, pt
 * @colour: what it is printed in
 * @source: the element of the standard it belongs to, or -1
 *
 * Puts a rule on a page.
 */
void
cw_layout_add_rule (CwLayout *self,
                    guint page,
                    double x,
                    double y,
                    double width,
                    double height,
                    CwColour colour,
                    int source)
{
  cw_layout_add_shape (self, &(CwShape) { .kind = CW_SHAPE_RULE,
                                          .page = page,
                                          .x = x,
                                          .y = y,
                                          .width = width,
                                          .height = height,
                                          .colour = colour,
                                          .source = source,
                                          .flow_line = -1 });
}

/**
 * cw_layout_add_box:
 * @self: a layout
 * @box: a part of a table or a picture; what it points to is referenced
 *
 * Returns: what the row that puts it on a page has as its box
 */
guint
cw_layout_add_box (CwLayout *self, const CwPageBox *box)
{
  CwPageBox copy = *box;

  if (copy.table != NULL)
    cw_table_setting_ref (copy.table);
  if (copy.words != NULL)
    cw_paragraph_ref (copy.words);
  if (copy.picture != NULL)
    cw_picture_ref (copy.picture);
  g_array_append_val (self->boxes, copy);
  return self->boxes->len;
}

/**
 * cw_layout_get_box:
 * @self: a layout
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what it puts on the page, or %NULL for a line of text
 */
const CwPageBox *
cw_layout_get_box (CwLayout *self, const CwRow *row)
{
  return row->box > 0 ? &g_array_index (self->boxes, CwPageBox, row->box - 1) : NULL;
}

/**
 * cw_layout_get_box_top:
 * @self: a layout
 * @row: a row that puts a box on a page
 *
 * Returns: upper edge of the box on the page, pt; on the turned sheet if the row is sideways
 */
double
cw_layout_get_box_top (CwLayout *self, const CwRow *row)
{
  return row->y - self->grid.em / 2 - self->grid.optical_shift;
}

/**
 * cw_layout_truncate:
 * @self: a layout
 * @n_rows: how many rows to keep
 *
 * Takes the last rows off again, with what they put on the page.
 */
void
cw_layout_truncate (CwLayout *self, guint n_rows)
{
  for (guint i = self->rows->len; i-- > n_rows;)
    {
      guint box = g_array_index (self->rows, CwRow, i).box;

      if (box > 0)
        g_array_set_size (self->boxes, box - 1);
    }
  g_array_set_size (self->rows, n_rows);
}

/**
 * cw_layout_is_numbered:
 * @self: a layout
 * @page: from 0
 *
 * Returns: whether the page carries its number (R108, R126)
 */
gboolean
cw_layout_is_numbered (CwLayout *self, guint page)
{
  for (guint i = 0; i < self->unnumbered->len; i++)
    if (g_array_index (self->unnumbered, guint, i) == page)
      return FALSE;
  return TRUE;
}

/**
 * cw_layout_find_page:
 * @self: a layout
 * @row: a row
 *
 * Returns: the page it stands on, from 0
 */
guint
cw_layout_find_page (CwLayout *self, guint row)
{
  guint low = 0, high = self->starts->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->starts, guint, middle) <= row)
        low = middle;
      else
        high = middle;
    }
  return low;
}
