/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-structure.h"

#include <string.h>

#include "document/cw-numbering.h"

/* Tables in plain text: lines one under the other with as many tabs each. Blanks do not make
 * columns: nobody can say which of them were meant. */

#define MIN_LINES 2

/* 一、<tab>总体情况 is a heading with a tab behind its number, and so is a line of a table of
 * contents. */
static gboolean
could_be_row (const CwSourceLine *line)
{
  guint level, number;

  return line->n_all_tabs > 0 && line->n_all_tabs < CW_TABLE_MAX_COLUMNS
         && (line->n_all_tabs > 1 || cw_numbering_parse (line->text, &level, &number) == 0);
}

/**
 * cw_grid_count_lines:
 * @lines: the lines of a text
 * @first: a line
 * @end: the line after the last that may be looked at
 *
 * Returns: how many lines from @first on are a table: at least two with something in more than one
 *   column; 0 if they are none
 */
guint
cw_grid_count_lines (CwSourceLines *lines, guint first, guint end)
{
  const CwSourceLine *line = cw_source_lines_get (lines, first);
  guint n = 0, n_divided = 0;

  while (first + n < end && n < CW_TABLE_MAX_ROWS && could_be_row (&line[n])
         && line[n].n_all_tabs == line[0].n_all_tabs && (n == 0 || !line[n].after_blank))
    n_divided += line[n++].n_tabs > 0;
  return n_divided >= MIN_LINES ? n : 0;
}

/**
 * cw_grid_get_part:
 * @lines: the lines of a text
 * @first: the first line of a table
 * @n: how many lines it has
 *
 * Returns: the table as a part, whose text is the lines as they came
 */
CwPart
cw_grid_get_part (CwSourceLines *lines, guint first, guint n)
{
  const CwSourceLine *top = cw_source_lines_get (lines, first), *bottom = top + n - 1;

  return (CwPart) { CW_STYLE_TABLE, top->raw, bottom->raw + bottom->raw_length - top->raw,
                    top->number, 0 };
}

/* A cell without blanks around it, controls and what cannot be seen. */
static CwText *
new_cell (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_iscntrl (ch) && !g_unichar_iszerowidth (ch))
        g_string_append_unichar (clean, ch);
    }
  return cw_text_new (g_strstrip (clean->str));
}

static void
add_row (GPtrArray *texts, const char *row, guint n_columns)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", n_columns);
  guint n = g_strv_length (cells);

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (texts, new_cell (i < n ? cells[i] : ""));
}

static guint
count_columns (const char *row)
{
  guint n = 1;

  for (; *row != '\0'; row++)
    n += *row == '\t';
  return n;
}

/**
 * cw_grid_new_table:
 * @part: a table
 *
 * Returns: (transfer full): the table, its first row a header row
 */
CwTable *
cw_grid_new_table (const CwPart *part)
{
  g_autofree char *text = g_strndup (part->text, part->length);
  g_auto (GStrv) rows = g_strsplit_set (text, "\n\r\v\f", -1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);
  g_autofree CwCell *cells = NULL;
  guint n_columns = count_columns (rows[0]);

  for (guint i = 0; rows[i] != NULL; i++)
    if (strchr (rows[i], '\t') != NULL)
      add_row (texts, rows[i], n_columns);
  cells = g_new (CwCell, texts->len);
  for (guint i = 0; i < texts->len; i++)
    cells[i] = (CwCell) { texts->pdata[i], 1, 1 };
  return cw_table_new (texts->len / n_columns, n_columns, 1, NULL, cells);
}
