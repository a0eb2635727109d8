/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Totals of tables (合计, 总计, 小计), held against the items above or beside them. */

/* A cell as a number; @is_number is FALSE for everything that is not one all by itself. */
typedef struct
{
  gboolean is_number;
  gboolean is_empty;
  double value;
  guint decimals;
} Amount;

static char *
get_squeezed (CwTable *table, guint row, guint column)
{
  GString *text
      = g_string_new (cw_text_get_string (cw_table_get_cell (table, row, column).text));

  g_string_replace (text, " ", "", 0);
  g_string_replace (text, "　", "", 0);
  g_string_replace (text, "\n", "", 0);
  return g_string_free_and_steal (text);
}

static Amount
read_amount (CwTable *table, guint row, guint column)
{
  static gsize store = 0;
  GRegex *number = cw_scan_get_regex ("^-?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?$", &store);
  g_autofree char *text = get_squeezed (table, row, column);
  Amount amount = { .is_empty = *text == '\0' || g_str_equal (text, "—") || g_str_equal (text, "-")
                                || g_str_equal (text, "/") };
  const char *point = strchr (text, '.');
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  amount.is_number = g_regex_match (number, text, 0, NULL);
  amount.value = amount.is_number ? g_ascii_strtod (plain, NULL) : 0;
  amount.decimals = amount.is_number && point != NULL ? strlen (point + 1) : 0;
  return amount;
}

/* Columns that are counted, not summed up. */
static gboolean
is_summed (CwTable *table, guint column)
{
  static gsize store = 0;
  GRegex *not = cw_scan_get_regex (
      "序号|编号|年|名次|排名|占|比|率|增|降|同|%|均|标准|单价|电话|代码|备注|日期|时间|名称|次序|组别|人均",
      &store);
  guint n_header = cw_table_get_n_header_rows (table);

  for (guint row = 0; row < n_header; row++)
    {
      guint r = row, c = column;
      CwCell cell = cw_table_find_cell (table, &r, &c);

      if (g_regex_match (not, cw_text_get_string (cell.text), 0, NULL))
        return FALSE;
    }
  return n_header > 0;
}

typedef enum
{
  ROW_ITEM,
  ROW_SUBTOTAL,
  ROW_TOTAL,
  ROW_PART, /* 其中: counted already */
} RowKind;

static RowKind
get_kind (CwTable *table, guint row)
{
  for (guint column = 0; column < cw_table_get_n_columns (table); column++)
    {
      g_autofree char *label = get_squeezed (table, row, column);

      if (g_str_equal (label, "合计") || g_str_equal (label, "总计") || g_str_equal (label, "共计"))
        return ROW_TOTAL;
      if (g_str_equal (label, "小计"))
        return ROW_SUBTOTAL;
      if (g_str_has_prefix (label, "其中"))
        return ROW_PART;
    }
  return ROW_ITEM;
}

static void
report_total (CwTextScan *self, CwTable *table, guint row, guint column, double sum, guint decimals)
{
  CwText *text = cw_table_get_cell (table, row, column).text;

  self->field = (CwField) { CW_FIELD_CELL, 0, 0, row, column };
  self->string = cw_text_get_string (text);
  self->length = cw_text_get_length (text);
  cw_scan_report (self, CW_RULE_TABLE_TOTAL, 0, self->length,
                  g_strdup_printf (_ ("The items add up to %.*f, not %s: check them."),
                                   (int) decimals, sum, self->string),
                  NULL);
}

typedef struct
{
  double items;     /* since the last subtotal */
  double all;       /* all items */
  double subtotals; /* all subtotals */
  guint n_items;
  guint n_subtotals;
  guint decimals;
  gboolean doubtful; /* something in it is no number */
} Sum;

static void
add_item (Sum *sum, Amount amount)
{
  sum->doubtful = sum->doubtful || (!amount.is_number && !amount.is_empty);
  sum->items += amount.value;
  sum->all += amount.value;
  sum->n_items += amount.is_number;
  sum->decimals = MAX (sum->decimals, amount.decimals);
}

static gboolean
is_near (const Sum *sum, double expected, Amount amount)
{
  double slack = sum->decimals > 0 || amount.decimals > 0
                     ? (sum->n_items + 1) * 0.5 * pow (10, -(double) MAX (sum->decimals, amount.decimals))
                     : 0.1;

  return fabs (expected - amount.value) <= slack + 1e-6;
}

static void
check_total (CwTextScan *self, CwTable *table, guint row, guint column, const Sum *sum)
{
  Amount amount = read_amount (table, row, column);
  guint decimals = MAX (sum->decimals, amount.decimals);

  if (!amount.is_number || sum->doubtful || sum->n_items < 2)
    return;
  if (is_near (sum, sum->all, amount) || is_near (sum, sum->items, amount)
      || (sum->n_subtotals > 0 && is_near (sum, sum->subtotals, amount))
      || (sum->n_subtotals > 0 && is_near (sum, sum->subtotals + sum->items, amount)))
    return;
  report_total (self, table, row, column, sum->all, decimals);
}

static void
close_subtotal (CwTextScan *self, CwTable *table, guint row, guint column, Sum *sum)
{
  Amount amount = read_amount (table, row, column);
  Sum part = *sum;

  part.all = sum->items;
  part.n_subtotals = 0;
  check_total (self, table, row, column, &part);
  sum->subtotals += amount.value;
  sum->n_subtotals++;
  sum->items = 0;
}

static gboolean
has_spans (CwTable *table, guint column)
{
  for (guint row = cw_table_get_n_header_rows (table); row < cw_table_get_n_rows (table); row++)
    {
      CwCell cell = cw_table_get_cell (table, row, column);

      if (cell.columns != 1 || cell.rows != 1)
        return TRUE;
    }
  return FALSE;
}

static void
check_column (CwTextScan *self, CwTable *table, const RowKind *kinds, guint column)
{
  guint n_rows = cw_table_get_n_rows (table);
  Sum sum = { 0 };

  for (guint row = cw_table_get_n_header_rows (table); row < n_rows; row++)
    if (kinds[row] == ROW_ITEM)
      add_item (&sum, read_amount (table, row, column));
    else if (kinds[row] == ROW_SUBTOTAL)
      close_subtotal (self, table, row, column, &sum);
    else if (kinds[row] == ROW_TOTAL && row + 1 == n_rows)
      check_total (self, table, row, column, &sum);
    else if (kinds[row] == ROW_TOTAL)
      return; /* a total above its items, or one of several: too many readings */
}

/* --- a column of totals --- */

static gboolean
is_total_word (const char *label)
{
  return g_str_equal (label, "合计") || g_str_equal (label, "总计") || g_str_equal (label, "共计");
}

/* What would have other columns be something else than parts of one sum. */
static gboolean
is_simple_head (CwTable *table)
{
  static gsize store = 0;
  GRegex *other = cw_scan_get_regex ("小计|其中|单价|数量|金额|计划|实际|完成|目标|任务|上年|本年|累计|折合|[（(]", &store);

  if (cw_table_get_n_header_rows (table) != 1)
    return FALSE;
  for (guint column = 0; column < cw_table_get_n_columns (table); column++)
    {
      CwCell cell = cw_table_get_cell (table, 0, column);

      if (cell.columns != 1 || cell.rows != 1
          || g_regex_match (other, cw_text_get_string (cell.text), 0, NULL))
        return FALSE;
    }
  return TRUE;
}

/* The only column of totals; -1 for none or several. */
static int
find_total_column (CwTable *table)
{
  int found = -1;

  if (!is_simple_head (table))
    return -1;
  for (guint column = 0; column < cw_table_get_n_columns (table); column++)
    {
      g_autofree char *label = get_squeezed (table, 0, column);

      if (!is_total_word (label))
        continue;
      if (found >= 0)
        return -1;
      found = (int) column;
    }
  return found;
}

static Sum
sum_row (CwTable *table, guint row, guint total)
{
  Sum sum = { 0 };

  for (guint column = 0; column < cw_table_get_n_columns (table); column++)
    if (column != total && is_summed (table, column))
      {
        Amount amount = read_amount (table, row, column);

        if (column > 0 || amount.is_number) /* the first column names the row */
          add_item (&sum, amount);
      }
  return sum;
}

/* Which rows add up: of those that can be read, as many as are wrong at the most. */
static gboolean
is_sum_of_others (CwTable *table, guint total)
{
  guint n_right = 0, n_wrong = 0;

  for (guint row = 1; row < cw_table_get_n_rows (table); row++)
    {
      Sum sum = sum_row (table, row, total);
      Amount amount = read_amount (table, row, total);

      if (!amount.is_number || sum.doubtful || sum.n_items < 2)
        continue;
      n_right += is_near (&sum, sum.all, amount);
      n_wrong += !is_near (&sum, sum.all, amount);
    }
  return n_right > n_wrong;
}

/* Whether the column is the sum of the others is known only from the rows that are right. */
static void
check_total_column (CwTextScan *self, CwTable *table)
{
  int total = find_total_column (table);

  if (total < 0 || has_spans (table, total) || !is_sum_of_others (table, total))
    return;
  for (guint row = 1; row < cw_table_get_n_rows (table); row++)
    {
      Sum sum = sum_row (table, row, total);

      check_total (self, table, row, total, &sum);
    }
}

/**
 * cw_scan_totals:
 * @self: a scan
 * @table: a table
 *
 * Adds up the columns of a table that ends with a total, and the rows of one that has a column of
 * totals. What can be read in several ways is passed over.
 */
void
cw_scan_totals (CwTextScan *self, CwTable *table)
{
  guint n_rows = cw_table_get_n_rows (table), n_columns = cw_table_get_n_columns (table);
  g_autofree RowKind *kinds = g_new (RowKind, n_rows);
  gboolean any = FALSE;

  for (guint row = 0; row < n_rows; row++)
    {
      kinds[row] = get_kind (table, row);
      any = any || kinds[row] == ROW_TOTAL || kinds[row] == ROW_SUBTOTAL;
    }
  for (guint column = 0; any && column < n_columns; column++)
    if (is_summed (table, column) && !has_spans (table, column))
      check_column (self, table, kinds, column);
  check_total_column (self, table);
}
