/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-cell.h"

/**
 * cw_preview_find_cell:
 * @pages: pages
 * @line: line of a table in their document
 * @row: row of a cell, or -1
 * @column: its column
 * @page: (out): the page it is printed on, from 0
 * @area: (out): where on it, pt
 *
 * Returns: whether there is such a cell
 */
gboolean
cw_preview_find_cell (CwPages *pages,
                      guint line,
                      int row,
                      int column,
                      guint *page,
                      graphene_rect_t *area)
{
  CwDocument *document = cw_pages_get_document (pages);
  CwFlowLine flow;
  CwTable *table;

  if (row < 0 || line >= cw_flow_get_n_lines (document))
    return FALSE;
  flow = cw_flow_get_line (document, line);
  if (flow.style != CW_STYLE_TABLE)
    return FALSE;
  table = cw_block_get_table (cw_document_get_block (document, flow.block));
  return row < (int) cw_table_get_n_rows (table) && column < (int) cw_table_get_n_columns (table)
         && cw_pages_find_cell_place (pages, flow.block, row, column, page, area);
}

/**
 * cw_preview_find_cell_at:
 * @pages: pages
 * @point: a point on one of them
 * @caption: (out): the end of the caption of the table there
 * @row: (out): row of the cell
 * @column: (out): its column
 *
 * Returns: whether there is a cell
 */
gboolean
cw_preview_find_cell_at (CwPages *pages,
                         const CwPreviewPoint *point,
                         CwPlace *caption,
                         guint *row,
                         guint *column)
{
  CwDocument *document = cw_pages_get_document (pages);
  guint block;

  if (!cw_pages_find_cell (pages, point->page, point->x, point->y, &block, row, column))
    return FALSE;
  *caption = (CwPlace) {
    cw_flow_get_line_of_block (document, block),
    cw_text_get_length (cw_block_get_text (cw_document_get_block (document, block))),
  };
  return TRUE;
}
