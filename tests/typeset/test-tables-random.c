/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-tables.h"

#include <locale.h>

/* What holds of every table, whatever is in it: each cell's text appears once, in its own cell, inside the
 * type area, over no rule and no other text. */

#define ROUNDS 600

static char *
random_text (guint row, guint column)
{
  static const char *const words[] = { "推进", "县教育局", "2024年", "12.5", "完成主体工程的百分之六十，", "—",
                                       "abc", "，", "（一）", "某某某" };
  GString *text = g_string_new (NULL);
  int kind = g_test_rand_int_range (0, 12);
  int n = kind == 0 ? 0 : kind == 1 ? g_test_rand_int_range (5, 60) : g_test_rand_int_range (1, 4);

  if (kind == 2 && g_test_rand_int_range (0, 12) == 0)
    n = g_test_rand_int_range (100, 700);
  for (int i = 0; i < n; i++)
    {
      g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      if (g_test_rand_int_range (0, 15) == 0)
        g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

static guint
random_span (void)
{
  int dice = g_test_rand_int_range (0, 100);

  return dice < 88 ? 1 : dice < 98 ? (guint) g_test_rand_int_range (2, 4) : (guint) g_test_rand_int_range (4, 40);
}

static CwTable *
random_table (void)
{
  guint n_columns = (guint) g_test_rand_int_range (1, 11);
  guint n_rows = (guint) g_test_rand_int_range (1, g_test_rand_int_range (2, 70));
  g_autofree CwCell *cells = g_new0 (CwCell, n_rows * n_columns);
  g_autofree CwColumn *columns = g_new0 (CwColumn, n_columns);
  CwTable *table;

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      g_autofree char *text = random_text (i / n_columns, i % n_columns);

      cells[i] = (CwCell) { cw_text_new (text), random_span (), random_span () };
    }
  for (guint i = 0; i < n_columns; i++)
    {
      columns[i].align = (CwColumnAlign) g_test_rand_int_range (0, CW_N_COLUMN_ALIGNS);
      columns[i].width = g_test_rand_int_range (0, 6) == 0 ? g_test_rand_double_range (8, 80) : 0;
    }
  table = cw_table_new (n_rows, n_columns, (guint) g_test_rand_int_range (0, 4), columns, cells);
  for (guint i = 0; i < n_rows * n_columns; i++)
    cw_text_unref (cells[i].text);
  return table;
}

/* The text of a cell as it should be found on the pages, and as it is. */
typedef struct
{
  CwTable *table;
  GString **found;
} Seen;

static void
see_item (Seen *self, const CwPageItem *item)
{
  guint n_columns = cw_table_get_n_columns (self->table);
  g_autofree char *text = NULL;

  if (item->row == 0 || item->role == CW_PAGE_ROLE_ARTIFACT)
    return;
  text = cw_test_item_text (item);
  g_string_append (self->found[(item->row - 1) * n_columns + item->column - 1], text);
}

/* Inside its cell's columns and the type area. Nothing that can be broken sticks out. */
static void
check_place (CwPages *pages, guint page, const CwPageItem *item, CwTable *table)
{
  CwTableSetting *set = g_array_index (pages->layout->boxes, CwPageBox, 0).table;
  double edge = item->sideways ? CW_MM (35) : cw_grid_get_left (&cw_profile_default, page + 1);
  double width = item->sideways ? CW_STD_TYPE_AREA_HEIGHT : CW_STD_TYPE_AREA_WIDTH;
  double left = edge + (width - set->width) / 2;
  CwCell cell;

  g_assert_cmpfloat (item->y, >, CW_MM (item->sideways ? 26 : 37));
  g_assert_cmpfloat (item->y, <, CW_MM (item->sideways ? 28 + 156 : 262));
  if (item->row == 0 || item->role == CW_PAGE_ROLE_ARTIFACT)
    return;
  cell = cw_table_get_cell (table, item->row - 1, item->column - 1);
  g_assert_cmpfloat (cw_test_item_left (item), >=, left + set->edges[item->column - 1] - 0.05);
  g_assert_cmpfloat (cw_test_item_right (item), <=,
                     left + set->edges[item->column - 1 + cell.columns] + 0.05);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const CwPageItem *i = *(const CwPageItem *const *) a, *j = *(const CwPageItem *const *) b;

  return i->y < j->y ? -1 : i->y > j->y;
}

/* No two lines less than a line apart where they stand side by side. */
static void
check_overlap (CwPage *page, double size)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    if (cw_page_get_item (page, i)->flow_line >= 0)
      g_ptr_array_add (items, (gpointer) cw_page_get_item (page, i));
  g_ptr_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    for (guint j = i + 1; j < items->len; j++)
      {
        const CwPageItem *a = items->pdata[i], *b = items->pdata[j];

        if (b->y - a->y > size - 0.05)
          break;
        g_assert_true (cw_test_item_right (a) <= cw_test_item_left (b) + 0.05
                       || cw_test_item_right (b) <= cw_test_item_left (a) + 0.05);
      }
}

static void
check_shapes (CwPage *page)
{
  for (guint i = 0; i < cw_page_get_n_shapes (page); i++)
    {
      const CwShape *shape = cw_page_get_shape (page, i);
      double bottom = shape->sideways ? 28 + 156 : 262;

      g_assert_cmpfloat (shape->y, >=, CW_MM (shape->sideways ? 26 : 37) - 6);
      g_assert_cmpfloat (shape->y + shape->height, <=, CW_MM (bottom) + 0.05);
      g_assert_cmpfloat (shape->x, >=, CW_MM (26) - 0.05);
    }
}

static void
check_table (CwTable *table, CwTypesetter *typesetter, gboolean sideways)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwPages) pages = NULL;
  guint n_cells = cw_table_get_n_rows (table) * cw_table_get_n_columns (table);
  g_autofree GString **found = g_new0 (GString *, n_cells);
  Seen seen = { table, found };

  for (guint i = 0; i < n_cells; i++)
    found[i] = g_string_new (NULL);
  if (sideways)
    cw_test_add_attachment (blocks, CW_ATTACHMENT_LANDSCAPE, "汇总表");
  else
    cw_test_add_paragraphs (blocks, (guint) g_test_rand_int_range (0, 22));
  cw_test_add_table_value (blocks, g_test_rand_bit () ? "表题" : "", table);
  cw_test_add_paragraphs (blocks, 2);
  document = cw_test_blocks_to_document (blocks);
  pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    {
      CwPage *page = cw_pages_get_page (pages, i);

      for (guint j = 0; j < cw_page_get_n_items (page); j++)
        {
          const CwPageItem *item = cw_page_get_item (page, j);

          if (item->flow_line < 0)
            continue;
          see_item (&seen, item);
          check_place (pages, i, item, table);
        }
      check_overlap (page, 10.5);
      check_shapes (page);
    }
  for (guint i = 0; i < n_cells; i++)
    {
      CwCell cell = cw_table_get_cell (table, i / cw_table_get_n_columns (table),
                                       i % cw_table_get_n_columns (table));

      if (cell.rows > 0)
        g_assert_cmpstr (found[i]->str, ==, cw_text_get_string (cell.text));
      g_string_free (found[i], TRUE);
    }
}

static void
test_random (gconstpointer data)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (CwTable) table = random_table ();

      check_table (table, typesetter, GPOINTER_TO_INT (data));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/typeset/tables/random", GINT_TO_POINTER (FALSE), test_random);
  g_test_add_data_func ("/typeset/tables/random-sideways", GINT_TO_POINTER (TRUE), test_random);
  return g_test_run ();
}
