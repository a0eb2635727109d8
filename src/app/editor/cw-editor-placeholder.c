/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tables/cw-table-view.h"
#include "cw-editor-blocks.h"
#include "cw-editor-commands.h"

/* From one blank to be filled in to the next, in lines and in cells. */

/* The first placeholder of a line that starts at or after @offset. */
static gboolean
find_in_line (CwDocument *document, guint line, guint offset, CwPlace *start, CwPlace *end)
{
  CwFlowLine flow = cw_flow_get_line (document, line);
  guint n;
  const CwPlaceholder *placeholders;

  if (flow.style == CW_STYLE_PAGE_BREAK)
    return FALSE;
  placeholders = cw_text_get_placeholders (flow.text, &n);
  for (guint i = 0; i < n; i++)
    if (placeholders[i].start >= flow.start + offset && placeholders[i].end <= flow.end)
      {
        *start = (CwPlace) { line, placeholders[i].start - flow.start };
        *end = (CwPlace) { line, placeholders[i].end - flow.start };
        return TRUE;
      }
  return FALSE;
}

/* The same in the cells of @view, from @offset in the cell at place number @first on. */
static gboolean
select_in_cells (CwTableView *view, guint first, guint offset)
{
  CwTable *table = cw_table_view_get_table (view);
  guint n_columns = cw_table_get_n_columns (table);

  for (guint i = first; i < cw_table_get_n_rows (table) * n_columns; i++)
    {
      guint n;
      CwText *text = cw_table_get_cell (table, i / n_columns, i % n_columns).text;
      const CwPlaceholder *placeholders = cw_text_get_placeholders (text, &n);

      for (guint j = 0; j < n; j++)
        if (i > first || placeholders[j].start >= offset)
          {
            cw_table_view_select_text (view, i / n_columns, i % n_columns, placeholders[j].start,
                                       placeholders[j].end);
            return TRUE;
          }
    }
  return FALSE;
}

static gboolean
select_in_line (CwEditor *editor, guint line, guint offset)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  CwPlace start, end;

  if (!find_in_line (cw_editor_buffer_get_document (buffer), line, offset, &start, &end))
    return FALSE;
  cw_editor_set_caret (editor, end);
  cw_editor_buffer_select (buffer, start, end);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
  return TRUE;
}

/* In the line of the caret, from the caret on. */
static gboolean
select_from_caret (CwEditor *editor)
{
  CwPlace caret = cw_editor_get_caret (editor);
  GtkWidget *widget = cw_editor_blocks_get_widget (cw_editor_get_blocks (editor), caret.line);
  int row, column;
  guint n_columns;

  if (!cw_editor_get_cell (editor, &row, &column))
    return select_in_line (editor, caret.line, caret.offset)
           || (CW_IS_TABLE_VIEW (widget) && select_in_cells (CW_TABLE_VIEW (widget), 0, 0));
  n_columns = cw_table_get_n_columns (cw_table_view_get_table (CW_TABLE_VIEW (widget)));
  return select_in_cells (CW_TABLE_VIEW (widget), row * n_columns + column,
                          cw_table_view_get_caret (CW_TABLE_VIEW (widget)));
}

/**
 * cw_editor_next_placeholder:
 * @editor: an editor
 *
 * Selects the next placeholder after the caret, the first one after the last, ready to be typed
 * over.
 *
 * Returns: whether there is any
 */
gboolean
cw_editor_next_placeholder (CwEditor *editor)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));
  guint n_lines = cw_flow_get_n_lines (document), line = cw_editor_get_caret (editor).line;

  if (select_from_caret (editor))
    return TRUE;
  for (guint i = 1; i <= n_lines; i++)
    {
      guint at = (line + i) % n_lines;
      GtkWidget *widget = cw_editor_blocks_get_widget (cw_editor_get_blocks (editor), at);

      if (select_in_line (editor, at, 0)
          || (CW_IS_TABLE_VIEW (widget) && select_in_cells (CW_TABLE_VIEW (widget), 0, 0)))
        return TRUE;
    }
  return FALSE;
}
