/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list.h"

/* A list that is proposed becomes an attachment. */

typedef struct
{
  CwDocument *document;
  CwListForm *form;
  GPtrArray *blocks;
  guint free_id;
} Making;

static void
find_free_id (Making *making)
{
  making->free_id = 1;
  for (guint i = 0; i < making->blocks->len; i++)
    making->free_id
        = MAX (making->free_id, cw_block_get_id (g_ptr_array_index (making->blocks, i)) + 1);
}

/* The number of a block that rows refer to; it gets one if it has none. */
static guint
name_block (Making *making, guint position)
{
  CwBlock *block = g_ptr_array_index (making->blocks, position);

  if (cw_block_get_id (block) == 0)
    {
      making->blocks->pdata[position] = cw_block_with_id (block, making->free_id++);
      cw_block_unref (block);
    }
  return cw_block_get_id (g_ptr_array_index (making->blocks, position));
}

static guint
column_of (CwListForm *form, CwListRole role)
{
  int column = cw_list_form_find_role (form, role);

  for (guint i = 0; column < 0 && i < cw_list_form_get_n_columns (form); i++)
    if (cw_list_form_get_column (form, i)->role == CW_ROLE_FREE)
      column = (int) i;
  return MAX (column, 0);
}

static void
set_cell (CwCell *cells, guint at, const char *text)
{
  cells[at].text = cw_text_new (text);
}

static void
fill_cells (Making *making, GPtrArray *rows, CwCell *cells)
{
  guint n_columns = cw_list_form_get_n_columns (making->form);
  int number = cw_list_form_find_role (making->form, CW_ROLE_NUMBER);

  for (guint i = 0; i < n_columns; i++)
    set_cell (cells, i, cw_list_form_get_column (making->form, i)->title);
  for (guint r = 0; r < rows->len; r++)
    {
      CwListRow *row = g_ptr_array_index (rows, r);
      g_autofree char *digits = g_strdup_printf ("%u", r + 1);

      if (number >= 0)
        set_cell (cells, (r + 1) * n_columns + number, digits);
      for (guint p = 0; p < row->n_points; p++)
        {
          guint at = (r + 1) * n_columns + column_of (making->form, row->points[p].role);

          g_clear_pointer (&cells[at].text, cw_text_unref);
          set_cell (cells, at, row->points[p].text);
        }
    }
}

static CwTableList *
make_list (Making *making, GPtrArray *rows)
{
  CwListRole roles[CW_LIST_MAX_COLUMNS];
  guint n_columns = cw_list_form_get_n_columns (making->form);
  g_autoptr (CwTableList) list = NULL;

  for (guint i = 0; i < n_columns; i++)
    roles[i] = cw_list_form_get_column (making->form, i)->role;
  list = cw_table_list_new (cw_list_form_get_kind (making->form), roles, n_columns, rows->len + 1);
  for (guint r = 0; r < rows->len; r++)
    {
      CwListRow *row = g_ptr_array_index (rows, r);
      CwRowSource sources[G_N_ELEMENTS (row->points)];
      CwTableList *next;

      for (guint p = 0; p < row->n_points; p++)
        sources[p] = (CwRowSource) { name_block (making, row->points[p].block),
                                     row->points[p].part, row->points[p].role,
                                     row->points[p].said };
      next = cw_table_list_with_sources (list, r + 1, sources, row->n_points);
      cw_table_list_unref (list);
      list = next;
    }
  return g_steal_pointer (&list);
}

static CwTable *
make_table (Making *making, GPtrArray *rows)
{
  guint n_columns = cw_list_form_get_n_columns (making->form), n_rows = rows->len + 1;
  g_autofree CwCell *cells = g_new0 (CwCell, n_rows * n_columns);
  g_autofree CwColumn *columns = g_new0 (CwColumn, n_columns);
  g_autoptr (CwTableList) list = make_list (making, rows);
  g_autoptr (CwTable) table = NULL;

  for (guint i = 0; i < n_rows * n_columns; i++)
    cells[i] = (CwCell) { NULL, 1, 1 };
  for (guint i = 0; i < n_columns; i++)
    columns[i].width = cw_list_form_get_column (making->form, i)->width;
  fill_cells (making, rows, cells);
  table = cw_table_new (n_rows, n_columns, 1, columns, cells);
  for (guint i = 0; i < n_rows * n_columns; i++)
    g_clear_pointer (&cells[i].text, cw_text_unref);
  return cw_table_with_list (table, list);
}

static void
add_attachment (Making *making, CwTable *table, const char *title)
{
  g_autoptr (CwText) text = cw_text_new (title);
  g_autoptr (CwText) nothing = cw_text_new ("");

  g_ptr_array_add (making->blocks,
                   cw_block_new_attachment (cw_list_form_is_landscape (making->form)
                                                ? CW_ATTACHMENT_LANDSCAPE
                                                : CW_ATTACHMENT_PLAIN,
                                            text));
  g_ptr_array_add (making->blocks, cw_block_new_table (table, nothing));
}

/**
 * cw_list_make:
 * @document: a document
 * @form: how the list is to be set
 * @title: title of the attachment, one line
 * @rows: (element-type CwListRow): its rows, as cw_list_propose() gives them for @document; any may
 *   be left out, what they say may be changed
 * @after: (out): where the title of the attachment is
 *
 * Puts a list behind all other attachments. The blocks its rows are made from get numbers, so that
 * the rows find them again whatever becomes of their text.
 *
 * Returns: (transfer full): the new document; @document itself if there are no rows
 */
CwDocument *
cw_list_make (CwDocument *document,
              CwListForm *form,
              const char *title,
              GPtrArray *rows,
              CwPlace *after)
{
  guint n = cw_document_get_n_blocks (document);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  Making making = { document, form, blocks, 1 };
  CwText *elements[CW_N_ELEMENTS];
  g_autoptr (CwTable) table = NULL;
  CwDocument *result;

  *after = (CwPlace) { 0, 0 };
  if (rows->len == 0 || rows->len >= CW_TABLE_MAX_ROWS)
    return cw_document_ref (document);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (blocks, cw_block_ref (cw_document_get_block (document, i)));
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (document, i);
  find_free_id (&making);
  table = make_table (&making, rows);
  add_attachment (&making, table, title);
  result = cw_document_new_like (document, elements, (CwBlock **) blocks->pdata, blocks->len);
  *after = (CwPlace) { cw_flow_get_line_of_block (result, n), 0 };
  return result;
}
