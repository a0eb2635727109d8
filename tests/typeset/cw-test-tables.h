/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "cw-test.h"
#include "document/edits/cw-edit.h"
#include "typeset/pages/cw-pages-private.h"
#include "typeset/pages/cw-typesetter.h"
#include "typeset/cw-standard.h"

/* Documents with tables, in a compact notation: rows are lines, cells divided by |, a cell begins with
 * > for each column more it spans and with v for each row; ¶ is a line feed. What they cover is left
 * out: empty. */

static inline void
cw_test_cell_parse (const char *notation, CwCell *cell)
{
  g_autoptr (GString) text = NULL;

  cell->rows = cell->columns = 1;
  for (; *notation == '>' || *notation == 'v'; notation++)
    {
      cell->columns += *notation == '>';
      cell->rows += *notation == 'v';
    }
  text = g_string_new (notation);
  g_string_replace (text, "¶", "\n", 0);
  cell->text = cw_text_new (text->str);
}

static inline guint
cw_test_count_columns (char **rows)
{
  guint n_columns = 1;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      guint n = 1;

      for (const char *p = rows[i]; *p != '\0'; p++)
        n += *p == '|';
      n_columns = MAX (n_columns, n);
    }
  return n_columns;
}

static inline CwTable *
cw_test_table_parse (const char *notation, guint n_header_rows, const CwColumn *columns)
{
  g_auto (GStrv) rows = g_strsplit (notation, "\n", -1);
  guint n_rows = g_strv_length (rows), n_columns = cw_test_count_columns (rows);
  g_autofree CwCell *cells = g_new0 (CwCell, n_rows * n_columns);
  CwTable *table;

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) fields = g_strsplit (rows[i], "|", -1);
      guint n = g_strv_length (fields);

      for (guint j = 0; j < n_columns; j++)
        cw_test_cell_parse (j < n ? fields[j] : "", &cells[i * n_columns + j]);
    }
  table = cw_table_new (n_rows, n_columns, n_header_rows, columns, cells);
  for (guint i = 0; i < n_rows * n_columns; i++)
    cw_text_unref (cells[i].text);
  return table;
}

/* Blocks being gathered. */
static inline GPtrArray *
cw_test_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
}

static inline void
cw_test_add_text (GPtrArray *blocks, CwBlock *(*make) (CwText *text), const char *string)
{
  g_autoptr (CwText) text = cw_text_new (string);

  g_ptr_array_add (blocks, make (text));
}

static inline void
cw_test_add_paragraphs (GPtrArray *blocks, guint n)
{
  for (guint i = 0; i < n; i++)
    cw_test_add_text (blocks, cw_block_new_paragraph, "工作扎实推进。");
}

static inline void
cw_test_add_attachment (GPtrArray *blocks, CwAttachmentFlags flags, const char *title)
{
  g_autoptr (CwText) text = cw_text_new (title);

  g_ptr_array_add (blocks, cw_block_new_attachment (flags, text));
}

static inline void
cw_test_add_table_value (GPtrArray *blocks, const char *caption, CwTable *table)
{
  g_autoptr (CwText) text = cw_text_new (caption);

  g_ptr_array_add (blocks, cw_block_new_table (table, text));
}

static inline void
cw_test_add_table (GPtrArray *blocks, const char *caption, const char *notation, guint n_header_rows)
{
  g_autoptr (CwTable) table = cw_test_table_parse (notation, n_header_rows, NULL);

  cw_test_add_table_value (blocks, caption, table);
}

static inline CwDocument *
cw_test_blocks_to_document (GPtrArray *blocks)
{
  CwText *elements[CW_N_ELEMENTS] = { NULL };

  return cw_document_new (elements, (CwBlock **) blocks->pdata, blocks->len);
}

static inline CwPages *
cw_test_blocks_set (GPtrArray *blocks)
{
  g_autoptr (CwDocument) document = cw_test_blocks_to_document (blocks);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

  return cw_typesetter_set (typesetter, document, &cw_profile_default);
}

/* The text of a line on a page. */
static inline char *
cw_test_item_text (const CwPageItem *item)
{
  CwShaped *shaped = cw_paragraph_get_shaped (item->paragraph);
  const CwLine *line = cw_paragraph_get_line (item->paragraph, item->line);

  return g_strndup (shaped->text + line->start, line->end - line->start);
}

/* The first line on a page that begins so; NULL if there is none. */
static inline const CwPageItem *
cw_test_find_item (CwPages *pages, guint page, const char *prefix)
{
  CwPage *p = cw_pages_get_page (pages, page);

  for (guint i = 0; i < cw_page_get_n_items (p); i++)
    {
      const CwPageItem *item = cw_page_get_item (p, i);
      g_autofree char *text = cw_test_item_text (item);

      if (g_str_has_prefix (text, prefix))
        return item;
    }
  return NULL;
}

static inline guint
cw_test_count_items (CwPages *pages, guint page, const char *prefix)
{
  CwPage *p = cw_pages_get_page (pages, page);
  guint n = 0;

  for (guint i = 0; i < cw_page_get_n_items (p); i++)
    {
      g_autofree char *text = cw_test_item_text (cw_page_get_item (p, i));

      n += g_str_has_prefix (text, prefix);
    }
  return n;
}

/* Where the ink box of a line of text begins, on the sheet as it is read, pt. */
static inline double
cw_test_item_left (const CwPageItem *item)
{
  const CwLine *line = cw_paragraph_get_line (item->paragraph, item->line);

  if (line->n_placed == 0)
    return item->x;
  return item->x + cw_paragraph_get_placed (item->paragraph)[line->first].x;
}

static inline double
cw_test_item_right (const CwPageItem *item)
{
  return item->x + cw_paragraph_get_line (item->paragraph, item->line)->width;
}
