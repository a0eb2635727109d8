/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-tables.h"

#include <locale.h>
#include <math.h>

#define LEFT_ODD CW_MM (28.0)
#define RIGHT_ODD CW_MM (184.0)

static const char tasks[] = "序号|工作任务|责任单位|完成时限\n"
                            "1|完成城区老旧小区改造十二个，惠及居民三千二百户|县住建局|十月底前\n"
                            "2|新建改建农村公路八十五公里|县交通局|全年\n"
                            "3|新增城镇就业|县人社局|全年";

/* Rows of a name list: a number and as many characters. */
static char *
make_list (guint n_rows)
{
  GString *list = g_string_new ("序号|姓名|备注");

  for (guint i = 1; i <= n_rows; i++)
    g_string_append_printf (list, "\n%u|某某某|", i);
  return g_string_free_and_steal (list);
}

static double
line_of (double y)
{
  return (CW_TO_MM (y) - 39.786) / 10.449 + 1;
}

/* The widest and the narrowest x of the rules on a page. */
static void
find_extent (CwPages *pages, guint page, graphene_rect_t *extent)
{
  CwPage *p = cw_pages_get_page (pages, page);
  gboolean first = TRUE;

  for (guint i = 0; i < cw_page_get_n_shapes (p); i++)
    {
      const CwShape *shape = cw_page_get_shape (p, i);
      graphene_rect_t area = GRAPHENE_RECT_INIT (shape->x, shape->y, shape->width, shape->height);

      if (shape->kind != CW_SHAPE_RULE)
        continue;
      if (first)
        *extent = area;
      else
        graphene_rect_union (extent, &area, extent);
      first = FALSE;
    }
  g_assert_false (first);
}

/* As wide as the type area, a line of the grid below its caption; the text after it on the grid. */
static void
test_r22_on_the_grid (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPages) pages = NULL;
  graphene_rect_t extent;
  double next;

  cw_test_add_paragraphs (blocks, 2);
  cw_test_add_table (blocks, "表1　任务分解表", tasks, 1);
  cw_test_add_paragraphs (blocks, 1);
  pages = cw_test_blocks_set (blocks);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 1);
  find_extent (pages, 0, &extent);
  g_assert_cmpfloat_with_epsilon (extent.origin.x, LEFT_ODD, 0.01);
  g_assert_cmpfloat_with_epsilon (extent.origin.x + extent.size.width, RIGHT_ODD, 0.01);
  g_assert_cmpfloat_with_epsilon (line_of (cw_test_find_item (pages, 0, "表1")->y), 3, 0.05);
  next = line_of (cw_page_get_item (cw_pages_get_page (pages, 0),
                                    cw_page_get_n_items (cw_pages_get_page (pages, 0)) - 2)->y);
  g_assert_cmpfloat_with_epsilon (next, round (next), 0.05);
  g_assert_cmpfloat (next, >, 6);
}

/* R156: 黑体 in the middle, without 。. */
static void
test_r156_caption (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPages) pages = NULL;
  const CwPageItem *caption;
  g_autofree char *text = NULL;

  cw_test_add_table (blocks, "表1　任务分解表。", tasks, 1);
  pages = cw_test_blocks_set (blocks);
  caption = cw_test_find_item (pages, 0, "表1");
  text = cw_test_item_text (caption);
  g_assert_cmpstr (text, ==, "表1　任务分解表");
  g_assert_cmpfloat_with_epsilon ((cw_test_item_left (caption) + cw_test_item_right (caption)) / 2,
                                  (LEFT_ODD + RIGHT_ODD) / 2, 0.1);
  g_assert_cmpint (g_array_index (cw_paragraph_get_shaped (caption->paragraph)->spans, CwSpan, 0).typeface,
                   ==, CW_TYPEFACE_HEITI);
}

/* R116: the head and （续表） on every page, each row once, the page full. */
static void
test_r116_long_table (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autofree char *list = make_list (120);
  g_autoptr (CwPages) pages = NULL;
  guint n_pages;

  cw_test_add_table (blocks, "名单", list, 1);
  pages = cw_test_blocks_set (blocks);
  n_pages = cw_pages_get_n_pages (pages);
  g_assert_cmpuint (n_pages, >=, 4);
  for (guint page = 0; page < n_pages; page++)
    {
      graphene_rect_t extent;

      g_assert_cmpuint (cw_test_count_items (pages, page, "姓名"), ==, 1);
      g_assert_cmpuint (cw_test_count_items (pages, page, "（续表）"), ==, page > 0);
      find_extent (pages, page, &extent);
      g_assert_cmpfloat (extent.origin.y + extent.size.height, <=, CW_MM (262.1));
      if (page + 1 < n_pages)
        g_assert_cmpfloat (extent.origin.y + extent.size.height, >, CW_MM (262 - 9));
    }
  for (guint i = 1; i <= 120; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      guint n = 0;

      for (guint page = 0; page < n_pages; page++)
        {
          CwPage *p = cw_pages_get_page (pages, page);

          for (guint j = 0; j < cw_page_get_n_items (p); j++)
            {
              g_autofree char *text = cw_test_item_text (cw_page_get_item (p, j));
              n += g_str_equal (text, number);
            }
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

/* （续表） ends at the right edge of the table, above the head. */
static void
test_r116_continued (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autofree char *list = make_list (40);
  g_autoptr (CwPages) pages = NULL;
  const CwPageItem *continued, *head;

  cw_test_add_table (blocks, "", list, 1);
  pages = cw_test_blocks_set (blocks);
  continued = cw_test_find_item (pages, 1, "（续表）");
  head = cw_test_find_item (pages, 1, "姓名");
  g_assert_cmpfloat_with_epsilon (cw_test_item_right (continued), CW_MM (182), 0.1);
  g_assert_cmpfloat (continued->y, <, head->y - 12);
  g_assert_cmpint (head->role, ==, CW_PAGE_ROLE_ARTIFACT);
}

/* A table does not begin with its caption alone, nor with its head alone. */
static void
test_r116_begins_with_a_row (void)
{
  g_autofree char *list = make_list (60);

  for (guint above = 15; above <= 22; above++)
    {
      g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
      g_autoptr (CwPages) pages = NULL;
      gboolean begun;

      cw_test_add_paragraphs (blocks, above);
      cw_test_add_table (blocks, "表1　名单", list, 1);
      pages = cw_test_blocks_set (blocks);
      begun = cw_test_count_items (pages, 0, "表1") > 0;
      g_assert_cmpint (begun, ==, cw_test_find_item (pages, 0, "1") != NULL);
      g_assert_cmpint (begun, ==, cw_test_find_item (pages, 0, "姓名") != NULL);
      g_assert_cmpint (begun, ==, above <= 19);
    }
}

/* One row alone does not go over, and a short table not in part. */
static void
test_no_lonely_row (void)
{
  for (guint above = 1; above < 22; above++)
    {
      g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
      g_autofree char *list = make_list (7);
      g_autoptr (CwPages) pages = NULL;

      cw_test_add_paragraphs (blocks, above);
      cw_test_add_table (blocks, "", list, 1);
      pages = cw_test_blocks_set (blocks);
      for (guint page = 0; page < cw_pages_get_n_pages (pages); page++)
        g_assert_cmpuint (cw_test_count_items (pages, page, "（续表）"), ==, 0);
    }
  for (guint n = 20; n < 70; n++)
    {
      g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
      g_autofree char *list = make_list (n);
      g_autoptr (CwPages) pages = NULL;

      cw_test_add_table (blocks, "", list, 1);
      pages = cw_test_blocks_set (blocks);
      g_assert_cmpuint (cw_test_count_items (pages, cw_pages_get_n_pages (pages) - 1, "某某某"), >=, 2);
    }
}

/* Only a row higher than a page is cut, between lines, and a remark says so. */
static void
test_row_higher_than_page (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (GString) table = g_string_new ("事项|内容\n一|");
  g_autoptr (CwPages) pages = NULL;
  const CwRemark *remarks;
  guint n_remarks, n_cut = 0, n_lines = 0;

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (table, "%s第%u行内容", i > 0 ? "¶" : "", i);
  g_string_append (table, "\n二|结束");
  cw_test_add_table (blocks, "表1", table->str, 1);
  pages = cw_test_blocks_set (blocks);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 3);
  for (guint page = 0; page < 3; page++)
    n_lines += cw_test_count_items (pages, page, "第");
  g_assert_cmpuint (n_lines, ==, 80);
  g_assert_nonnull (cw_test_find_item (pages, 2, "结束"));
  remarks = cw_pages_get_remarks (pages, &n_remarks);
  for (guint i = 0; i < n_remarks; i++)
    n_cut += remarks[i].kind == CW_REMARK_ROW_CUT ? remarks[i].count : 0;
  g_assert_cmpuint (n_cut, ==, 2);
}

/* R117: decimal points one under the other; whole numbers end where the points are. */
static void
test_r117_decimal (void)
{
  static const char *const numbers[] = { "35.6", "1,278.25", "-2.435", "120", "0.5" };
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPages) pages = NULL;
  double point = 0;

  cw_test_add_table (blocks, "", "指标|数值\n甲|35.6\n乙|1,278.25\n丙|-2.435\n丁|120\n戊|0.5\n己|—", 1);
  pages = cw_test_blocks_set (blocks);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const CwPageItem *item = cw_test_find_item (pages, 0, numbers[i]);
      const char *dot = strchr (numbers[i], '.');
      guint at = dot != NULL ? (guint) (dot - numbers[i]) : (guint) strlen (numbers[i]);
      double x = item->x + cw_paragraph_get_x (item->paragraph, item->line, at);

      if (i > 0)
        g_assert_cmpfloat_with_epsilon (x, point, 0.05);
      point = x;
    }
}

static double
find_middle (CwPages *pages, const char *text)
{
  const CwPageItem *item = cw_test_find_item (pages, 0, text);

  return (cw_test_item_left (item) + cw_test_item_right (item)) / 2;
}

/* What each alignment does; header cells in the middle whatever the column says. */
static void
test_r117_alignments (void)
{
  const CwColumn columns[] = { { CW_COLUMN_START, 50 }, { CW_COLUMN_CENTRE, 50 }, { CW_COLUMN_END, 50 } };
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwTable) table = cw_test_table_parse ("甲栏|乙栏|丙栏\n左|中|右", 1, columns);
  g_autoptr (CwPages) pages = NULL;
  double left = LEFT_ODD + CW_MM (3) - 0.375; /* a table narrower than the type area stands in its middle */

  cw_test_add_table_value (blocks, "", table);
  pages = cw_test_blocks_set (blocks);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const heads[] = { "甲栏", "乙栏", "丙栏" };

      g_assert_cmpfloat_with_epsilon (find_middle (pages, heads[i]), left + 0.375 + CW_MM (25 + 50 * i), 0.1);
    }
  g_assert_cmpfloat_with_epsilon (find_middle (pages, "中"), left + 0.375 + CW_MM (75), 0.1);
  g_assert_cmpfloat (find_middle (pages, "左"), <, left + CW_MM (5));
  g_assert_cmpfloat (find_middle (pages, "右"), >, left + CW_MM (145));
}

/* Half a point between cells, three quarters around the table. */
static void
test_r117_rules (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPages) pages = NULL;
  CwPage *page;
  guint n_thin = 0, n_frame = 0;

  cw_test_add_table (blocks, "", "一|二|三\n1|2|3\n4|5|6", 1);
  pages = cw_test_blocks_set (blocks);
  page = cw_pages_get_page (pages, 0);
  for (guint i = 0; i < cw_page_get_n_shapes (page); i++)
    {
      const CwShape *shape = cw_page_get_shape (page, i);
      double thick = MIN (shape->width, shape->height);

      n_thin += fabs (thick - 0.5) < 0.001;
      n_frame += fabs (thick - 0.75) < 0.001;
    }
  g_assert_cmpuint (n_frame, ==, 4);
  g_assert_cmpuint (n_thin, ==, 4);
}

/* No rule runs through a merged cell; its text stands in the middle of it. */
static void
test_merged_cells (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPages) pages = NULL;
  graphene_rect_t area;
  guint page;
  const CwPageItem *item;
  CwPage *p;

  cw_test_add_table (blocks, "", "v>合并|||丁\n|||2\n3|4|5|6", 0);
  pages = cw_test_blocks_set (blocks);
  g_assert_true (cw_pages_find_cell_place (pages, 0, 0, 0, &page, &area));
  item = cw_test_find_item (pages, 0, "合并");
  g_assert_cmpfloat_with_epsilon (item->y, area.origin.y + area.size.height / 2, 0.05);
  g_assert_cmpfloat_with_epsilon (find_middle (pages, "合并"), area.origin.x + area.size.width / 2, 0.05);
  p = cw_pages_get_page (pages, 0);
  graphene_rect_inset (&area, 1, 1);
  for (guint i = 0; i < cw_page_get_n_shapes (p); i++)
    {
      const CwShape *shape = cw_page_get_shape (p, i);
      graphene_rect_t rule = GRAPHENE_RECT_INIT (shape->x, shape->y, shape->width, shape->height);

      g_assert_false (graphene_rect_intersection (&area, &rule, NULL));
    }
}

/* 小四, or 五号 where many columns need it; one size in a table. */
static void
test_r117_size (void)
{
  for (guint n_columns = 3; n_columns <= 11; n_columns += 8)
    {
      g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
      g_autoptr (GString) table = g_string_new (NULL);
      g_autoptr (CwPages) pages = NULL;
      const CwPageItem *item;

      for (guint i = 0; i < 2 * n_columns; i++)
        g_string_append_printf (table, "%s完成情况", i == 0 ? "" : i == n_columns ? "\n" : "|");
      cw_test_add_table (blocks, "", table->str, 0);
      pages = cw_test_blocks_set (blocks);
      item = cw_test_find_item (pages, 0, "完成");
      g_assert_cmpfloat (g_array_index (cw_paragraph_get_shaped (item->paragraph)->spans, CwSpan, 0).size,
                         ==, n_columns < 8 ? 12 : 10.5);
    }
}

/* Right below its table, closer than a line of text; the text goes on on the grid. */
static void
test_annotation (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPages) pages = NULL;
  graphene_rect_t extent;
  const CwPageItem *note;
  double next;

  cw_test_add_table (blocks, "表1", tasks, 1);
  cw_test_add_text (blocks, cw_block_new_annotation, "注：全年任务按季度报送。");
  cw_test_add_paragraphs (blocks, 1);
  pages = cw_test_blocks_set (blocks);
  find_extent (pages, 0, &extent);
  note = cw_test_find_item (pages, 0, "注：");
  g_assert_cmpfloat (note->y, >, extent.origin.y + extent.size.height + 5);
  g_assert_cmpfloat (note->y, <, extent.origin.y + extent.size.height + 20);
  next = line_of (cw_test_find_item (pages, 0, "工作扎实推进")->y);
  g_assert_cmpfloat_with_epsilon (next, round (next), 0.05);
}

/* A click in a cell finds it, and the cell is found where it is. */
static void
test_map_cells (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autofree char *list = make_list (80);
  g_autoptr (CwPages) pages = NULL;

  cw_test_add_paragraphs (blocks, 3);
  cw_test_add_table (blocks, "名单", list, 1);
  pages = cw_test_blocks_set (blocks);
  for (guint row = 0; row <= 80; row++)
    for (guint column = 0; column < 3; column++)
      {
        guint page, found_block, found_row, found_column;
        graphene_rect_t area;
        CwPlace place;

        g_assert_true (cw_pages_find_cell_place (pages, 3, row, column, &page, &area));
        g_assert_true (cw_pages_find_cell (pages, page, area.origin.x + area.size.width / 2,
                                           area.origin.y + 2, &found_block, &found_row, &found_column));
        g_assert_cmpuint (found_block, ==, 3);
        g_assert_cmpuint (found_row, ==, row);
        g_assert_cmpuint (found_column, ==, column);
        g_assert_true (cw_pages_find_point (pages, page, area.origin.x + 3, area.origin.y + 3, &place));
        g_assert_cmpuint (place.line, ==, 3);
      }
  g_assert_false (cw_pages_find_cell (pages, 0, LEFT_ODD + 5, CW_MM (40), &(guint) { 0 }, &(guint) { 0 },
                                      &(guint) { 0 }));
}

/* A key typed elsewhere sets no table again; one typed in a cell sets no other cell. */
static void
test_incremental (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwTable) table = cw_test_table_parse (tasks, 1, NULL);
  g_autoptr (CwDocument) before = NULL, after = NULL;
  g_autoptr (CwPages) pages = NULL, again = NULL;
  const CwPageItem *one, *other;

  cw_test_add_table_value (blocks, "", table);
  cw_test_add_paragraphs (blocks, 1);
  before = cw_test_blocks_to_document (blocks);
  pages = cw_typesetter_set (typesetter, before, &cw_profile_default);
  cw_test_add_paragraphs (blocks, 1);
  after = cw_test_blocks_to_document (blocks);
  again = cw_typesetter_set (typesetter, after, &cw_profile_default);
  one = cw_test_find_item (pages, 0, "县住建局");
  other = cw_test_find_item (again, 0, "县住建局");
  g_assert_true (one->paragraph == other->paragraph);
  g_assert_true (g_array_index (pages->layout->boxes, CwPageBox, 0).table
                 == g_array_index (again->layout->boxes, CwPageBox, 0).table);
}

static CwPages *
set_signed (GPtrArray *blocks)
{
  g_autoptr (CwText) signatory = cw_text_new ("清河县人民政府"), date = cw_text_new ("2024年12月20日");
  CwText *elements[CW_N_ELEMENTS] = { [CW_ELEMENT_SIGNATORY] = signatory, [CW_ELEMENT_DATE] = date };
  g_autoptr (CwDocument) document = cw_document_new (elements, (CwBlock **) blocks->pdata, blocks->len);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

  return cw_typesetter_set (typesetter, document, &cw_profile_default);
}

static void
check_below (CwPages *pages, guint page, const char *prefix)
{
  const CwPageItem *item = cw_test_find_item (pages, page, prefix);
  CwPage *p = cw_pages_get_page (pages, page);

  g_assert_nonnull (item);
  g_assert_cmpfloat (item->y, <, CW_MM (262));
  for (guint i = 0; i < cw_page_get_n_shapes (p); i++)
    if (cw_page_get_shape (p, i)->kind == CW_SHAPE_RULE)
      g_assert_cmpfloat (cw_page_get_shape (p, i)->y + cw_page_get_shape (p, i)->height, <, item->y - 8);
}

/* Whatever the text ends with, signatory and date stand below it, and nothing leaves the page. */
static void
test_r85_table_at_the_end (void)
{
  for (guint above = 0; above < 24; above++)
    for (guint n_rows = 2; n_rows < 40; n_rows += 6)
      {
        g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
        g_autofree char *list = make_list (n_rows);
        g_autoptr (CwPages) pages = NULL;
        guint last;

        cw_test_add_paragraphs (blocks, above);
        cw_test_add_table (blocks, above % 2 == 0 ? "表1　名单" : "", list, 1);
        if (above % 3 == 0)
          cw_test_add_text (blocks, cw_block_new_annotation, "注：以上人员自行前往。");
        pages = set_signed (blocks);
        last = cw_pages_get_n_pages (pages) - 1;
        check_below (pages, last, "清河县人民政府");
        check_below (pages, last, "2024年12月20日");
        for (guint i = 0; i <= last; i++)
          {
            CwPage *page = cw_pages_get_page (pages, i);

            for (guint j = 0; j < cw_page_get_n_shapes (page); j++)
              if (cw_page_get_shape (page, j)->kind == CW_SHAPE_RULE)
                g_assert_cmpfloat (cw_page_get_shape (page, j)->y + cw_page_get_shape (page, j)->height, <=,
                                   CW_MM (262.1));
          }
      }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/tables/R22-on-the-grid", test_r22_on_the_grid);
  g_test_add_func ("/typeset/tables/R156-caption", test_r156_caption);
  g_test_add_func ("/typeset/tables/R116-long-table", test_r116_long_table);
  g_test_add_func ("/typeset/tables/R116-continued", test_r116_continued);
  g_test_add_func ("/typeset/tables/R116-begins-with-a-row", test_r116_begins_with_a_row);
  g_test_add_func ("/typeset/tables/no-lonely-row", test_no_lonely_row);
  g_test_add_func ("/typeset/tables/row-higher-than-page", test_row_higher_than_page);
  g_test_add_func ("/typeset/tables/R117-decimal", test_r117_decimal);
  g_test_add_func ("/typeset/tables/R117-alignments", test_r117_alignments);
  g_test_add_func ("/typeset/tables/R117-rules", test_r117_rules);
  g_test_add_func ("/typeset/tables/merged-cells", test_merged_cells);
  g_test_add_func ("/typeset/tables/R117-size", test_r117_size);
  g_test_add_func ("/typeset/tables/annotation", test_annotation);
  g_test_add_func ("/typeset/tables/map-cells", test_map_cells);
  g_test_add_func ("/typeset/tables/R85-table-at-the-end", test_r85_table_at_the_end);
  g_test_add_func ("/typeset/tables/incremental", test_incremental);
  return g_test_run ();
}
