/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Tables as spreadsheets and word processors put them on the clipboard. */

/* More rows or columns than this under one cell are a mistake of the page. */
#define WIDEST_SPAN 200

/* --- out -------------------------------------------------------------------------------------- */

static void
append_tab_cell (GString *string, CwText *text)
{
  const char *p = cw_text_get_string (text);

  if (strpbrk (p, "\t\n\"") == NULL)
    {
      g_string_append (string, p);
      return;
    }
  g_string_append_c (string, '"');
  for (; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (string, '"');
      g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

/**
 * cw_table_to_tabs:
 * @table: a table
 * @row: first row
 * @column: first column
 * @last_row: last row, itself included
 * @last_column: last column, itself included
 *
 * Returns: (transfer full): the cells as lines of text with tabs between; a cell with a tab, a line
 *   feed or a quotation mark stands in quotation marks, as spreadsheets have it
 */
char *
cw_table_to_tabs (CwTable *table, guint row, guint column, guint last_row, guint last_column)
{
  GString *string = g_string_new (NULL);

  for (guint r = row; r <= last_row; r++)
    {
      for (guint c = column; c <= last_column; c++)
        {
          if (c > column)
            g_string_append_c (string, '\t');
          append_tab_cell (string, cw_table_get_cell (table, r, c).text);
        }
      if (r < last_row)
        g_string_append_c (string, '\n');
    }
  return g_string_free_and_steal (string);
}

static void
append_html_cell (GString *string, CwCell cell, const char *element)
{
  g_autofree char *escaped = g_markup_escape_text (cw_text_get_string (cell.text), -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *joined = g_strjoinv ("<br>", lines);

  g_string_append_printf (string, "<%s", element);
  if (cell.rows > 1)
    g_string_append_printf (string, " rowspan=\"%u\"", cell.rows);
  if (cell.columns > 1)
    g_string_append_printf (string, " colspan=\"%u\"", cell.columns);
  g_string_append_printf (string, ">%s</%s>", joined, element);
}

/**
 * cw_table_to_html:
 * @table: a table
 * @row: first row
 * @column: first column
 * @last_row: last row, itself included
 * @last_column: last column, itself included; no cell may be half in
 *
 * Returns: (transfer full): the cells as an HTML page with one table
 */
char *
cw_table_to_html (CwTable *table, guint row, guint column, guint last_row, guint last_column)
{
  GString *string
      = g_string_new ("<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">");

  for (guint r = row; r <= last_row; r++)
    {
      g_string_append (string, "<tr>");
      for (guint c = column; c <= last_column; c++)
        {
          CwCell cell = cw_table_get_cell (table, r, c);

          if (cell.rows > 0)
            append_html_cell (string, cell, r < cw_table_get_n_header_rows (table) ? "th" : "td");
        }
      g_string_append (string, "</tr>");
    }
  g_string_append (string, "</table></body></html>");
  return g_string_free_and_steal (string);
}

/* --- cells on their way in -------------------------------------------------------------------- */

/* Cells as they come, each with its place; a table is made of them at the end. */
typedef struct
{
  GHashTable *cells; /* of place to CwCell */
  guint n_rows;
  guint n_columns;
} Grid;

static gpointer
place_key (guint row, guint column)
{
  return GUINT_TO_POINTER (row * CW_TABLE_MAX_COLUMNS + column + 1);
}

static void
cell_free (gpointer data)
{
  CwCell *cell = data;

  g_clear_pointer (&cell->text, cw_text_unref);
  g_free (cell);
}

static void
grid_init (Grid *grid)
{
  *grid = (Grid) { g_hash_table_new_full (NULL, NULL, NULL, cell_free), 0, 0 };
}

static gboolean
grid_has (Grid *grid, guint row, guint column)
{
  return g_hash_table_contains (grid->cells, place_key (row, column));
}

static void
put_cell (Grid *grid, guint row, guint column, CwCell cell)
{
  g_hash_table_insert (grid->cells, place_key (row, column), g_memdup2 (&cell, sizeof cell));
}

/* What is beyond the largest table there can be is left out. */
static void
grid_add (Grid *grid, guint row, guint column, guint rows, guint columns, const char *string)
{
  CwCell cell = { NULL, MAX (columns, 1), MAX (rows, 1) };

  if (row >= CW_TABLE_MAX_ROWS || column >= CW_TABLE_MAX_COLUMNS)
    return;
  cell.rows = MIN (cell.rows, CW_TABLE_MAX_ROWS - row);
  cell.columns = MIN (cell.columns, CW_TABLE_MAX_COLUMNS - column);
  grid->n_rows = MAX (grid->n_rows, row + 1);
  grid->n_columns = MAX (grid->n_columns, column + cell.columns);
  for (guint r = 0; r < cell.rows && cell.rows * cell.columns > 1; r++)
    for (guint c = 0; c < cell.columns; c++)
      if (!grid_has (grid, row + r, column + c))
        put_cell (grid, row + r, column + c, (CwCell) { NULL, 0, 0 });
  cell.text = cw_text_new (string);
  put_cell (grid, row, column, cell);
}

static CwTable *
grid_finish (Grid *grid)
{
  g_autofree CwCell *cells = g_new (CwCell, MAX (grid->n_rows * grid->n_columns, 1));
  CwTable *table = NULL;

  for (guint i = 0; i < grid->n_rows * grid->n_columns; i++)
    {
      CwCell *cell = g_hash_table_lookup (
          grid->cells, place_key (i / grid->n_columns, i % grid->n_columns));

      cells[i] = cell != NULL && cell->rows > 0 ? *cell : (CwCell) { NULL, 1, 1 };
    }
  if (grid->n_rows > 0 && grid->n_columns > 0)
    table = cw_table_new (grid->n_rows, grid->n_columns, 0, NULL, cells);
  g_hash_table_unref (grid->cells);
  return table;
}

/* --- tabs in ---------------------------------------------------------------------------------- */

static const char *
read_quoted (const char *p, GString *cell)
{
  for (p++; *p != '\0' && (*p != '"' || p[1] == '"'); p++)
    {
      g_string_append_c (cell, *p);
      p += *p == '"';
    }
  return *p == '"' ? p + 1 : p;
}

static gboolean
is_quoted (const char *p)
{
  const char *end = *p == '"' ? strchr (p + 1, '"') : NULL;

  while (end != NULL && end[1] == '"')
    end = strchr (end + 2, '"');
  return end != NULL && strchr ("\t\r\n", end[1]) != NULL;
}

static const char *
read_cell (const char *p, GString *cell)
{
  if (is_quoted (p))
    return read_quoted (p, cell);
  while (strchr ("\t\r\n", *p) == NULL)
    g_string_append_c (cell, *p++);
  return p;
}

/**
 * cw_table_from_tabs:
 * @text: lines of text with tabs between the cells
 *
 * Reads what a spreadsheet puts on the clipboard as plain text; also any other text, whose lines
 * then are the cells of one column.
 *
 * Returns: (transfer full) (nullable): a table without header rows, or %NULL for an empty text
 */
CwTable *
cw_table_from_tabs (const char *text)
{
  Grid grid;
  guint row = 0, column = 0;

  grid_init (&grid);
  for (const char *p = text; *p != '\0' && row < CW_TABLE_MAX_ROWS;)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      p = read_cell (p, cell);
      grid_add (&grid, row, column++, 1, 1, cell->str);
      if (*p == '\t')
        {
          if (p[1] == '\0' || p[1] == '\r' || p[1] == '\n')
            grid_add (&grid, row, column, 1, 1, "");
          p++;
          continue;
        }
      p += *p == '\r' && p[1] == '\n' ? 2 : *p != '\0';
      row++;
      column = 0;
    }
  return grid_finish (&grid);
}

/* --- HTML in ---------------------------------------------------------------------------------- */

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((char *) node->name, name) == 0;
}

/* The next node in the order of the file, within @top. */
static xmlNode *
next_node (xmlNode *node, xmlNode *top, gboolean deeper)
{
  if (deeper && node->children != NULL)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node != top ? node->next : NULL;
}

static xmlNode *
find_table (xmlNode *top)
{
  for (xmlNode *node = top; node != NULL; node = next_node (node, top, TRUE))
    if (is_element (node, "table"))
      return node;
  return NULL;
}

/* Blanks and line ends of the file mean one blank; <br> and the end of a paragraph mean a line. */
static void
append_blank_collapsed (GString *string, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      gboolean blank = ch == ' ' || ch == '\n' || ch == '\r' || ch == '\t' || ch == 0xa0;
      char last = string->len > 0 ? string->str[string->len - 1] : '\n';

      if (!blank)
        g_string_append_unichar (string, ch);
      else if (last != ' ' && last != '\n')
        g_string_append_c (string, ' ');
    }
}

static char *
cell_to_string (xmlNode *cell)
{
  GString *string = g_string_new (NULL);

  for (xmlNode *node = cell->children; node != NULL; node = next_node (node, cell, TRUE))
    {
      gboolean paragraph = is_element (node, "p") || is_element (node, "div");

      if (node->type == XML_TEXT_NODE && node->content != NULL)
        append_blank_collapsed (string, (char *) node->content);
      else if (is_element (node, "br") || (paragraph && string->len > 0))
        g_string_append_c (string, '\n');
    }
  return g_strstrip (g_string_free_and_steal (string));
}

static guint
get_span (xmlNode *cell, const char *name)
{
  xmlChar *value = xmlGetProp (cell, (const xmlChar *) name);
  guint64 span = value != NULL ? g_ascii_strtoull ((char *) value, NULL, 10) : 1;

  if (value != NULL)
    xmlFree (value);
  return CLAMP (span, 1, WIDEST_SPAN);
}

static void
read_row (Grid *grid, xmlNode *tr, guint row)
{
  guint column = 0;

  for (xmlNode *node = tr->children; node != NULL; node = node->next)
    {
      g_autofree char *string = NULL;

      if (!is_element (node, "td") && !is_element (node, "th"))
        continue;
      while (column < CW_TABLE_MAX_COLUMNS && grid_has (grid, row, column))
        column++;
      string = cell_to_string (node);
      grid_add (grid, row, column, get_span (node, "rowspan"), get_span (node, "colspan"), string);
    }
}

/* A table within a cell is read as the text of the cell. */
static CwTable *
read_table (xmlNode *table)
{
  Grid grid;
  guint row = 0;
  xmlNode *node = table->children;

  grid_init (&grid);
  while (node != NULL && row < CW_TABLE_MAX_ROWS)
    {
      gboolean is_row = is_element (node, "tr");

      if (is_row)
        read_row (&grid, node, row++);
      node = next_node (node, table, !is_row);
    }
  return grid_finish (&grid);
}

static gboolean
has_words (xmlNode *node)
{
  if (node->type != XML_TEXT_NODE || node->content == NULL)
    return FALSE;
  for (const char *p = (char *) node->content; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether there is nothing to read but this table. */
static gboolean
is_alone (xmlNode *root, xmlNode *table)
{
  xmlNode *node = root;

  while (node != NULL)
    {
      gboolean skip = node == table || is_element (node, "head") || is_element (node, "style");

      if (!skip && (has_words (node) || is_element (node, "table")))
        return FALSE;
      node = next_node (node, root, !skip);
    }
  return TRUE;
}

/**
 * cw_table_from_html:
 * @html: an HTML page or a piece of one, in UTF-8
 * @length: its length in bytes
 * @alone: (out) (optional): whether the page has nothing else to read
 *
 * Reads the first table of an HTML page, as spreadsheets, word processors and browsers put it on
 * the clipboard. Nothing is fetched, nothing is run.
 *
 * Returns: (transfer full) (nullable): a table without header rows, or %NULL if there is none
 */
CwTable *
cw_table_from_html (const char *html, gsize length, gboolean *alone)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  xmlDoc *page = NULL;
  xmlNode *root, *node = NULL;
  CwTable *table = NULL;

  if (length > 0 && length <= G_MAXINT)
    page = htmlReadMemory (html, length, NULL, "UTF-8", options);
  if (page == NULL)
    return NULL;
  root = xmlDocGetRootElement (page);
  if (root != NULL)
    node = find_table (root);
  if (node != NULL)
    table = read_table (node);
  if (alone != NULL)
    *alone = table != NULL && is_alone (root, node);
  xmlFreeDoc (page);
  return table;
}
