/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-period-sheet.h"

#include <math.h>
#include <string.h>

#include "document/values/cw-blank.h"
#include "document/values/cw-number.h"

/* The three-column sheet: what each quantity was, what it is, and the change. It says what is true
 * when it is made, and does not follow the paper afterwards. */

#define TITLE "指标对比表"
#define NAME_LENGTH 14

/**
 * cw_sheet_row_free:
 * @row: (transfer full): a row
 */
void
cw_sheet_row_free (CwSheetRow *row)
{
  g_free (row->name);
  g_free (row->unit);
  g_free (row->last);
  g_free (row->now);
  g_free (row->change);
  g_free (row->percent);
  g_free (row);
}

/* --- a row --- */

/* The words of its clause before it: 开展检查 of 开展检查12次. */
static char *
name_blank (CwDocument *document, const CwBlank *blank)
{
  static const char ends[] = "，。；：、！？（“,;:";
  guint start = 0;
  g_autofree char *sentence = cw_blank_describe_sentence (document, blank, &start, NULL);
  const char *from = sentence + start;

  for (guint i = 0; i < NAME_LENGTH && from > sentence; i++)
    {
      const char *before = g_utf8_prev_char (from);

      if (g_utf8_strchr (ends, -1, g_utf8_get_char (before)) != NULL
          && (blank->at.field.kind != CW_FIELD_CELL || i > 0))
        break;
      from = before;
    }
  return g_strstrip (g_strndup (from, sentence + start - from));
}

/* For a number in a cell the heads of its row and column. */
static char *
name_cell (CwDocument *document, const CwBlank *blank)
{
  guint start = 0;
  g_autofree char *sentence = cw_blank_describe_sentence (document, blank, &start, NULL);
  char *colon = strstr (sentence, "：");

  if (colon == NULL)
    return g_strdup ("");
  return g_strndup (sentence, colon - sentence);
}

/* 1.5 and not 1.50000. */
static guint
count_decimals (const CwNumber *a, const CwNumber *b)
{
  return MAX (a->decimals, b->decimals);
}

static char *
with_sign (double value, guint decimals, gboolean grouped)
{
  g_autofree char *digits = cw_number_format (value, decimals, grouped);

  return g_strconcat (cw_number_round (value, decimals) > 0 ? "+" : "", digits, NULL);
}

static gboolean
is_percentage (const CwSheetRow *row, const CwNumber *number)
{
  return number->percent || strchr (row->unit, '%') != NULL || strstr (row->unit, "％") != NULL
         || strstr (row->unit, "百分点") != NULL;
}

/* In the unit and with the 万 both are written with; percentages differ by 百分点. */
static void
compare (CwSheetRow *row)
{
  CwNumber last, now;
  double scale;

  if (!cw_number_parse (row->last, &last) || !cw_number_parse (row->now, &now))
    return;
  scale = last.scale == now.scale ? now.scale : 1;
  g_free (row->change);
  row->change = with_sign ((now.value - last.value) / scale, count_decimals (&last, &now),
                           now.grouped || last.grouped);
  if (is_percentage (row, &now) || is_percentage (row, &last))
    {
      g_autofree char *points = g_steal_pointer (&row->change);

      row->change = g_strconcat (points, "个百分点", NULL);
      return;
    }
  if (scale > 1)
    {
      g_autofree char *figures = g_steal_pointer (&row->change);

      row->change = g_strconcat (figures, scale == 1e8 ? "亿" : "万", NULL);
    }
  if (last.value != 0)
    {
      g_autofree char *figures
          = with_sign ((now.value - last.value) / fabs (last.value) * 100, 1, FALSE);

      g_free (row->percent);
      row->percent = g_strconcat (figures, "%", NULL);
    }
}

static gboolean
is_number (const char *text)
{
  CwNumber number;

  return cw_number_parse (text, &number);
}

static CwSheetRow *
make_row (CwDocument *document, const CwBlank *blank, const CwValue *value)
{
  CwSheetRow *row = g_new0 (CwSheetRow, 1);

  row->value = value->id;
  row->unit = cw_blank_get_unit (document, blank);
  row->last = g_strdup (value->last);
  row->now = value->filled ? cw_stretch_to_string (document, &blank->at) : g_strdup ("");
  row->change = g_strdup ("");
  row->percent = g_strdup ("");
  if (*value->name != '\0')
    row->name = g_strdup (value->name);
  else if (blank->at.field.kind == CW_FIELD_CELL)
    row->name = name_cell (document, blank);
  else
    row->name = name_blank (document, blank);
  compare (row);
  return row;
}

/**
 * cw_period_sheet_find_rows:
 * @document: a document
 *
 * Compares every quantity with the last period. Those that are no numbers, now or then, are left
 * out; so are parts of dates and names.
 *
 * Returns: (transfer full) (element-type CwSheetRow): the rows in the order of reading
 */
GPtrArray *
cw_period_sheet_find_rows (CwDocument *document)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_sheet_row_free);
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < blanks->len; i++)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i);
      const CwValue *value
          = cw_ledger_get_value (cw_document_get_ledger (document), blank->value);
      g_autoptr (CwSheetRow) row = NULL;

      if (value == NULL || !g_hash_table_add (seen, GUINT_TO_POINTER (value->id)))
        continue;
      row = make_row (document, blank, value);
      if (strcmp (row->unit, "年") != 0 && strcmp (row->unit, "季度") != 0
          && (is_number (row->last) || is_number (row->now)))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}

/* --- the table --- */

#define N_COLUMNS 6

/**
 * cw_period_sheet_make_table:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): the rows of cw_period_sheet_find_rows() under their heads;
 *   %NULL if there are none
 */
CwTable *
cw_period_sheet_make_table (CwDocument *document)
{
  static const char *const heads[N_COLUMNS]
      = { "指标", "单位", "上期", "本期", "增减", "增减幅度" };
  g_autoptr (GPtrArray) rows = cw_period_sheet_find_rows (document);
  guint n_rows = MIN (rows->len, CW_TABLE_MAX_ROWS - 1) + 1;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);
  g_autofree CwCell *cells = g_new0 (CwCell, n_rows * N_COLUMNS);

  if (rows->len == 0)
    return NULL;
  for (guint i = 0; i < n_rows; i++)
    {
      const CwSheetRow *row = i > 0 ? rows->pdata[i - 1] : NULL;
      const char *const *said;
      const char *const facts[N_COLUMNS]
          = { row != NULL ? row->name : "", row != NULL ? row->unit : "", row != NULL ? row->last : "",
              row != NULL ? row->now : "", row != NULL ? row->change : "", row != NULL ? row->percent : "" };

      said = row != NULL ? facts : heads;
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          g_ptr_array_add (texts, cw_text_new (said[column]));
          cells[i * N_COLUMNS + column] = (CwCell) { texts->pdata[texts->len - 1], 1, 1 };
        }
    }
  return cw_table_new (n_rows, N_COLUMNS, 1, NULL, cells);
}

/**
 * cw_period_sheet_insert:
 * @document: a document
 * @after: (out): where the title of the attachment is
 *
 * Puts the three-column sheet behind all other attachments, as it is now: it does not follow the
 * paper afterwards.
 *
 * Returns: (transfer full): the new document; @document itself if it has no quantities
 */
CwDocument *
cw_period_sheet_insert (CwDocument *document, CwPlace *after)
{
  g_autoptr (CwTable) table = cw_period_sheet_make_table (document);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  guint n = cw_document_get_n_blocks (document);
  g_autoptr (CwText) title = cw_text_new (TITLE);
  g_autoptr (CwText) caption = cw_text_new ("");
  CwText *elements[CW_N_ELEMENTS];
  CwDocument *result;

  *after = (CwPlace) { 0, 0 };
  if (table == NULL)
    return cw_document_ref (document);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (blocks, cw_block_ref (cw_document_get_block (document, i)));
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (document, i);
  g_ptr_array_add (blocks, cw_block_new_attachment (CW_ATTACHMENT_PLAIN, title));
  g_ptr_array_add (blocks, cw_block_new_table (table, caption));
  result = cw_document_new_like (document, elements, (CwBlock **) blocks->pdata, blocks->len);
  *after = (CwPlace) { cw_flow_get_line_of_block (result, n), 0 };
  return result;
}
