/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Attachments and tables measured back from the PDF, in millimetres, against the checks C36 and C51 and the rules
 * R90–R94 and R111–R117 of the digest. The numbers here are the digest's own, not the typesetter's.
 */

#include "../typeset/cw-test-tables.h"

#include <locale.h>
#include <math.h>

#include "check/page/cw-measured.h"
#include "formats/pdf/cw-pdf.h"

#define PITCH 10.449
#define FIRST_CENTRE 2.787
#define THIRD_CENTRE 23.68

/* Line 3 of an upright page. */
#define C36_TITLE 60.68

static double
left_of (guint page_number)
{
  return page_number % 2 == 1 ? 28.0 : 26.0;
}

static CwMeasured *
measure (GPtrArray *blocks)
{
  g_autoptr (CwPages) pages = cw_test_blocks_set (blocks);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = cw_pdf_write (pages, &error);
  CwMeasured *measured;

  g_assert_no_error (error);
  measured = cw_measured_new (pdf, NULL, &error);
  g_assert_no_error (error);
  return measured;
}

/* The first line of a page that begins so. */
static CwMeasuredLine *
find_line (CwMeasuredPage *page, const char *prefix)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      CwMeasuredLine *line = cw_measured_line (page, i);
      g_autofree char *text = cw_measured_text (page, line);

      if (g_str_has_prefix (text, prefix))
        return line;
    }
  g_error ("no line begins with %s on page %u", prefix, page->number);
}

static gboolean
has_text (CwMeasuredPage *page, const char *string)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      g_autofree char *text = cw_measured_text (page, cw_measured_line (page, i));

      if (strstr (text, string) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The ink of the first 国, 附 or 口 of a line: square characters show where the em box is. */
static CwBox
find_ink (CwMeasuredPage *page, const CwMeasuredLine *line)
{
  for (guint i = 0; i < line->n_chars; i++)
    if (cw_measured_char (page, line, i)->ch == 0x56FD)
      return cw_measured_char (page, line, i)->ink;
  g_assert_not_reached ();
}

static char *
make_table (guint n_rows)
{
  GString *table = g_string_new ("序号|项目名称|总投资|进展情况");

  for (guint i = 1; i <= n_rows; i++)
    g_string_append_printf (table, "\n%u|国道改造工程|%u.%02u|正在施工", i, i * 37, i);
  return g_string_free_and_steal (table);
}

/* C36, R90–R93: a page of its own, 附件 on line 1, the title on line 3, the text after a blank line. */
static void
test_c36 (void)
{
  for (guint n_before = 1; n_before <= 2; n_before++)
    {
      g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
      g_autoptr (CwMeasured) measured = NULL;
      CwMeasuredPage *page;
      CwMeasuredLine *label, *title, *text;
      CwBox ink;

      cw_test_add_paragraphs (blocks, n_before == 1 ? 3 : 30);
      cw_test_add_attachment (blocks, CW_ATTACHMENT_PLAIN, "全国统计表");
      cw_test_add_paragraphs (blocks, 2);
      measured = measure (blocks);
      g_assert_cmpuint (measured->pages->len, ==, n_before + 1);
      page = cw_measured_page (measured, n_before);
      label = find_line (page, "附件");
      g_assert_cmpuint (label->n_chars, ==, 2);
      g_assert_cmpfloat_with_epsilon (cw_measured_char (page, label, 0)->x, left_of (n_before + 1), 0.3);
      g_assert_cmpfloat_with_epsilon (cw_measured_char (page, label, 0)->size, 16, 0.05);
      g_assert_cmpfloat_with_epsilon (label->y, 41.93, 0.5);
      title = find_line (page, "全国统计表");
      ink = find_ink (page, title);
      g_assert_cmpfloat_with_epsilon ((ink.top + ink.bottom) / 2, C36_TITLE, 1);
      g_assert_cmpfloat_with_epsilon (cw_measured_char (page, title, 0)->size, 22, 0.05);
      text = find_line (page, "工作扎实推进");
      g_assert_cmpfloat_with_epsilon (text->y, 41.93 + 4 * PITCH, 0.5);
    }
}

/* R91, R94: numbers where there are several; the paper's own number where they are not bound together. */
static void
test_labels (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwMeasured) measured = NULL;

  cw_test_add_paragraphs (blocks, 3);
  cw_test_add_attachment (blocks, CW_ATTACHMENT_PLAIN, "全国统计表");
  cw_test_add_attachment (blocks, CW_ATTACHMENT_PLAIN, "");
  cw_test_add_paragraphs (blocks, 2);
  measured = measure (blocks);
  g_assert_cmpuint (measured->pages->len, ==, 3);
  find_line (cw_measured_page (measured, 1), "附件1");
  find_line (cw_measured_page (measured, 2), "附件2");
  g_assert_cmpfloat_with_epsilon (find_line (cw_measured_page (measured, 2), "工作扎实推进")->y, 41.93 + 2 * PITCH,
                                  0.5);
}

static GPtrArray *
make_landscape (guint n_before)
{
  GPtrArray *blocks = cw_test_blocks_new ();
  g_autofree char *table = make_table (60);

  cw_test_add_paragraphs (blocks, n_before);
  cw_test_add_attachment (blocks, CW_ATTACHMENT_LANDSCAPE, "国道项目汇总表");
  cw_test_add_table (blocks, "", table, 1);
  return blocks;
}

/* Everything but the page number is turned a quarter anticlockwise: its head faces the left edge. */
static void
check_turned (CwMeasuredPage *page)
{
  g_assert_cmpfloat_with_epsilon (page->width, 210, 0.1);
  g_assert_cmpfloat_with_epsilon (page->height, 297, 0.1);
  for (guint i = 0; i < page->lines->len; i++)
    {
      CwMeasuredLine *line = cw_measured_line (page, i);
      g_autofree char *text = cw_measured_text (page, line);

      if (g_str_has_prefix (text, "—"))
        {
          g_assert_cmpuint (line->turn, ==, 0);
          g_assert_cmpfloat (line->y, >, 262);
          g_assert_cmpfloat (line->y, <, 275);
          continue;
        }
      g_assert_cmpuint (line->turn, ==, 1);
      g_assert_cmpfloat (line->y, >, left_of (page->number));
      g_assert_cmpfloat (line->y, <, left_of (page->number) + 156.2);
      g_assert_cmpfloat (cw_measured_char (page, line, 0)->x, >, 35 - 0.2);
      /* a closing bracket takes half its cell at the end of a line (R144) */
      g_assert_cmpfloat (cw_measured_char (page, line, line->n_chars - 1)->end, <,
                         g_str_has_suffix (text, "）") ? 262.2 : 260.2);
    }
}

/* C51, R111–R114: on odd and on even pages. */
static void
test_c51 (void)
{
  g_autoptr (GPtrArray) blocks = make_landscape (3);
  g_autoptr (CwMeasured) measured = measure (blocks);

  g_assert_cmpuint (measured->pages->len, >=, 4);
  for (guint i = 1; i < measured->pages->len; i++)
    check_turned (cw_measured_page (measured, i));
}

/* R115: label and title keep the places of lines 1 and 3 within the turned area. */
static void
test_r115 (void)
{
  for (guint n_before = 3; n_before <= 30; n_before += 27)
    {
      g_autoptr (GPtrArray) blocks = make_landscape (n_before);
      g_autoptr (CwMeasured) measured = measure (blocks);
      guint number = n_before == 3 ? 2 : 3;
      CwMeasuredPage *page = cw_measured_page (measured, number - 1);
      CwMeasuredLine *label = find_line (page, "附件");
      CwBox ink = find_ink (page, find_line (page, "国道项目汇总表"));

      g_assert_cmpfloat_with_epsilon (cw_measured_char (page, label, 0)->x, 35, 0.3);
      g_assert_cmpfloat_with_epsilon (label->y, left_of (number) + FIRST_CENTRE + 0.38 * 5.644, 0.6);
      g_assert_cmpfloat_with_epsilon ((ink.left + ink.right) / 2, left_of (number) + THIRD_CENTRE, 1);
      /* in the middle of the turned area: 35 + 225 / 2 from the foot of the sheet */
      ink = cw_measured_char (page, find_line (page, "国道项目汇总表"), 3)->ink;
      g_assert_cmpfloat_with_epsilon (297 - (ink.top + ink.bottom) / 2, 35 + 112.5, 1);
    }
}

/* R116: head and （续表） on every page; no row on two pages; rules where they should be. */
static void
check_long_table (CwMeasured *measured, guint first, double width, gboolean turned)
{
  for (guint i = first; i < measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (measured, i);
      double least = INFINITY, most = -INFINITY;

      g_assert_true (has_text (page, "项目名称"));
      g_assert_cmpint (has_text (page, "（续表）"), ==, i > first);
      for (guint j = 0; j < page->marks->shapes->len; j++)
        {
          CwShapeMark *mark = &g_array_index (page->marks->shapes, CwShapeMark, j);
          double across = MIN (mark->box.right - mark->box.left, mark->box.bottom - mark->box.top);

          g_assert_true (fabs (across - 0.176) < 0.02 || fabs (across - 0.265) < 0.02);
          least = MIN (least, turned ? mark->box.top : mark->box.left);
          most = MAX (most, turned ? mark->box.bottom : mark->box.right);
        }
      g_assert_cmpfloat_with_epsilon (most - least, width, 0.05);
    }
}

static void
test_r116 (void)
{
  g_autoptr (GPtrArray) upright = cw_test_blocks_new (), turned = make_landscape (3);
  g_autofree char *table = make_table (90);
  g_autoptr (CwMeasured) first = NULL, second = NULL;

  cw_test_add_table (upright, "", table, 1);
  first = measure (upright);
  check_long_table (first, 0, 156, FALSE);
  second = measure (turned);
  check_long_table (second, 1, 225, TRUE);
}

/* The points of decimals stand one under the other on paper. */
static void
test_r117 (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autofree char *table = make_table (20);
  g_autoptr (CwMeasured) measured = NULL;
  CwMeasuredPage *page;
  double point = 0;
  guint n = 0;

  cw_test_add_table (blocks, "", table, 1);
  measured = measure (blocks);
  page = cw_measured_page (measured, 0);
  for (guint i = 0; i < page->chars->len; i++)
    {
      const CwMeasuredChar *ch = &g_array_index (page->chars, CwMeasuredChar, i);

      if (ch->ch != '.')
        continue;
      if (n++ > 0)
        g_assert_cmpfloat_with_epsilon (ch->x, point, 0.02);
      point = ch->x;
    }
  g_assert_cmpuint (n, ==, 20);
}

/* How many elements of a kind the structure tree has from @iter on. */
static guint
count_elements (PopplerStructureElementIter *iter, PopplerStructureElementKind kind)
{
  guint n = 0;

  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      g_autoptr (PopplerStructureElementIter) child = poppler_structure_element_iter_get_child (iter);

      n += poppler_structure_element_get_kind (element) == kind;
      g_object_unref (element);
      if (child != NULL)
        n += count_elements (child, kind);
    }
  while (poppler_structure_element_iter_next (iter));
  return n;
}

static guint
count_in (CwMeasured *measured, PopplerStructureElementKind kind)
{
  g_autoptr (PopplerStructureElementIter) iter = poppler_structure_element_iter_new (measured->document);

  g_assert_nonnull (iter);
  return count_elements (iter, kind);
}

/* A table is one table over its pages: its head once, each row and cell once. */
static void
test_structure (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autofree char *table = make_table (60);
  g_autoptr (CwMeasured) measured = NULL;

  cw_test_add_table (blocks, "表1　汇总表", table, 1);
  cw_test_add_paragraphs (blocks, 1);
  cw_test_add_table (blocks, "", "甲|乙\n1|2", 0);
  measured = measure (blocks);
  g_assert_cmpuint (measured->pages->len, ==, 3);
  g_assert_cmpuint (count_in (measured, POPPLER_STRUCTURE_ELEMENT_TABLE), ==, 2);
  g_assert_cmpuint (count_in (measured, POPPLER_STRUCTURE_ELEMENT_CAPTION), ==, 1);
  g_assert_cmpuint (count_in (measured, POPPLER_STRUCTURE_ELEMENT_TABLE_ROW), ==, 61 + 2);
  g_assert_cmpuint (count_in (measured, POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING), ==, 4);
  g_assert_cmpuint (count_in (measured, POPPLER_STRUCTURE_ELEMENT_TABLE_DATA), ==, 60 * 4 + 4);
  g_assert_cmpuint (count_in (measured, POPPLER_STRUCTURE_ELEMENT_PARAGRAPH), ==, 1);
}

static char *
find_alternative (PopplerStructureElementIter *iter)
{
  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      g_autoptr (PopplerStructureElementIter) child = poppler_structure_element_iter_get_child (iter);
      char *found = NULL;

      if (poppler_structure_element_get_kind (element) == POPPLER_STRUCTURE_ELEMENT_FIGURE)
        found = poppler_structure_element_get_alt_text (element);
      g_object_unref (element);
      if (found == NULL && child != NULL)
        found = find_alternative (child);
      if (found != NULL)
        return found;
    }
  while (poppler_structure_element_iter_next (iter));
  return NULL;
}

/* A figure says what it shows, for who cannot see it. */
static void
test_figure (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='40mm' height='20mm'/>";
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (CwPicture) picture = cw_picture_new (CW_PICTURE_SVG, bytes, 0);
  g_autoptr (CwText) caption = cw_text_new ("图1　走势图");
  g_autoptr (CwMeasured) measured = NULL;
  g_autoptr (PopplerStructureElementIter) iter = NULL;
  g_autofree char *alternative = NULL;

  cw_test_add_paragraphs (blocks, 1);
  g_ptr_array_add (blocks, cw_block_new_picture (picture, caption));
  measured = measure (blocks);
  g_assert_cmpuint (count_in (measured, POPPLER_STRUCTURE_ELEMENT_FIGURE), ==, 1);
  iter = poppler_structure_element_iter_new (measured->document);
  alternative = find_alternative (iter);
  g_assert_cmpstr (alternative, ==, "图1　走势图");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/attachments/C36", test_c36);
  g_test_add_func ("/measure/attachments/R91-labels", test_labels);
  g_test_add_func ("/measure/attachments/C51-landscape", test_c51);
  g_test_add_func ("/measure/attachments/R115-label-and-title", test_r115);
  g_test_add_func ("/measure/attachments/R116-long-table", test_r116);
  g_test_add_func ("/measure/attachments/structure", test_structure);
  g_test_add_func ("/measure/attachments/figure", test_figure);
  g_test_add_func ("/measure/attachments/R117-decimals", test_r117);
  return g_test_run ();
}
