/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-csv.h"

#include <string.h>

/* Without it the spreadsheets of most offices take UTF-8 for GBK. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
append_field (GString *csv, const char *text)
{
  g_autoptr (GString) quoted = NULL;

  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  quoted = g_string_new (text);
  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (csv, "\"%s\"", quoted->str);
}

/**
 * cw_table_to_csv:
 * @table: a table
 *
 * Writes a table as spreadsheets read it (RFC 4180): UTF-8 with a byte order mark, a line a row,
 * commas, quotation marks where they are needed. Of merged cells the first has the text, the others
 * are empty.
 *
 * Returns: (transfer full): the text
 */
char *
cw_table_to_csv (CwTable *table)
{
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < cw_table_get_n_columns (table); column++)
        {
          if (column > 0)
            g_string_append_c (csv, ',');
          append_field (csv, cw_text_get_string (cw_table_get_cell (table, row, column).text));
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free_and_steal (csv);
}
