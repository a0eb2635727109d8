/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-lines.h"

#include <locale.h>

#define CELL CW_TEST_CELL
#define HAN10 "天地玄黄宇宙洪荒日月"

static void
test_empty (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new ("", 28, 2);

  g_assert_cmpint (cw_paragraph_get_n_lines (paragraph), ==, 1);
  g_assert_cmpint (cw_paragraph_get_line (paragraph, 0)->n_placed, ==, 0);
  g_assert_cmpfloat (cw_paragraph_get_x (paragraph, 0, 0), ==, 2 * CELL);
  g_assert_cmpint (cw_paragraph_get_offset (paragraph, 0, 100), ==, 0);
}

/* No width, less than none, a character wider than the line. */
static void
test_impossible_measures (void)
{
  static const double columns[] = { 0, -5, 0.5, 1, 1.5 };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (CwParagraph) paragraph
          = cw_test_paragraph_new ("天地——2024年，“好”。", columns[i], 2);

      cw_test_assert_complete (paragraph);
      g_assert_cmpint (cw_paragraph_get_n_lines (paragraph), >=, 6);
    }
}

/* A word longer than the line is broken, the text around it is not torn apart for it. */
static void
test_long_word (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (
      HAN10 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz" HAN10, 20, 0);

  cw_test_assert_complete (paragraph);
  cw_test_assert_widths (paragraph, 20 * CELL, TRUE);
  cw_test_assert_lines (
      paragraph,
      HAN10 "abcdefghijklmnopqrst｜uvwxyzabcdefghijklmnopqrstuvwxyz天地玄黄｜宇宙洪荒日月");
}

/* A web address breaks after its marks rather than leave a gaping line. */
static void
test_long_address (void)
{
  g_autoptr (CwParagraph) paragraph
      = cw_test_paragraph_new (HAN10 "详见www.education.qinghe-county.gov.cn" HAN10, 20, 0);

  cw_test_assert_complete (paragraph);
  cw_test_assert_lines (paragraph,
                        HAN10 "详见www.education.｜qinghe-county.gov.cn天地玄黄宇宙洪荒日月");
}

/* An e-mail address does too; a number of the same width does not (R167). */
static void
test_short_address (void)
{
  g_autoptr (CwParagraph) mail = cw_test_paragraph_new (HAN10 "天地ban@yunling.gov.cn" HAN10, 20, 0);
  g_autoptr (CwParagraph) number
      = cw_test_paragraph_new (HAN10 HAN10 "天地玄黄1234.5678.9012-3456" HAN10, 30, 0);

  cw_test_assert_complete (mail);
  cw_test_assert_complete (number);
  cw_test_assert_lines (mail, HAN10 "天地ban@yunling.gov.｜cn天地玄黄宇宙洪荒日月");
  cw_test_assert_lines (number, HAN10 HAN10 "天地玄黄｜1234.5678.9012-3456天地玄黄宇宙洪荒日月");
}

static void
test_spaces_at_breaks (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN10 HAN10 "  " HAN10 " ", 20, 0);

  cw_test_assert_lines (paragraph, HAN10 HAN10 "  ｜" HAN10 " ");
  g_assert_cmpint (cw_paragraph_get_line (paragraph, 0)->n_placed, ==, 20);
  g_assert_cmpint (cw_paragraph_get_line (paragraph, 1)->n_placed, ==, 10);
  g_assert_cmpfloat (cw_test_line_placed (paragraph, 1)[0].x, ==, 0);
}

static void
test_alignments (void)
{
  CwMeasure measure = { .width = 20 * CELL, .indent = 2 * CELL, .alignment = CW_ALIGN_END };
  g_autoptr (CwParagraph) end = cw_paragraph_new (cw_test_shaped_new (HAN10), &measure);
  g_autoptr (CwParagraph) centre = NULL;
  g_autoptr (CwParagraph) start = NULL;

  measure.alignment = CW_ALIGN_CENTRE;
  centre = cw_paragraph_new (cw_test_shaped_new (HAN10), &measure);
  measure.alignment = CW_ALIGN_START;
  start = cw_paragraph_new (cw_test_shaped_new (HAN10 HAN10 "，" HAN10), &measure);
  g_assert_cmpfloat (cw_test_line_placed (end, 0)[0].x, ==, 10 * CELL);
  g_assert_cmpfloat (cw_paragraph_get_line (end, 0)->width, ==, 20 * CELL);
  g_assert_cmpfloat (cw_test_line_placed (centre, 0)[0].x, ==, 5 * CELL);
  g_assert_cmpfloat (cw_test_line_placed (start, 1)[0].x, ==, 2 * CELL);
  g_assert_cmpint (cw_paragraph_get_line (start, 0)->n_placed, ==, 19);
  g_assert_cmpfloat (cw_paragraph_get_line (start, 0)->width, ==, 19 * CELL);
}

static guint
n_lines_with (CwParagraph *paragraph, int looseness)
{
  g_autoptr (CwParagraph) other = cw_paragraph_with_looseness (paragraph, looseness);

  if (other == NULL)
    return 0;
  cw_test_assert_complete (other);
  cw_test_assert_widths (other, 28 * CELL, TRUE);
  return cw_paragraph_get_n_lines (other);
}

/* R86, R87: a line more by stretching, a line less by squeezing, nothing beyond the limits. */
/* A line ends where somebody ended it, is not stretched for it, and the next begins at once. */
static void
test_breaks_by_hand (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (
      HAN10 "\u2028" HAN10 HAN10 "\u2028\u2028，天地\u2028", 20, 2);
  static const double widths[] = { 12, 20, 0, 3, 0 };

  cw_test_assert_complete (paragraph);
  g_assert_cmpint (cw_paragraph_get_n_lines (paragraph), ==, G_N_ELEMENTS (widths));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpfloat_with_epsilon (cw_paragraph_get_line (paragraph, i)->width, widths[i] * CELL,
                                    0.02);
}

static void
test_widths (void)
{
  static const struct
  {
    const char *text;
    double natural, least; /* cells */
  } cases[] = {
    { "", 0, 0 },
    { HAN10, 10, 1 },
    { "天地\n" HAN10 "\n天", 10, 1 },
    { "增长12.5％以上", 7, 4 },
    { "第 1 行", 3 + 2 * CW_TEST_WORD_SPACE - 0.5, 1.8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (cases[i].text, 3, 0);
      double natural, least, bare;

      cw_paragraph_get_widths (paragraph, &natural, &least, &bare);
      g_test_message ("%s: %g %g", cases[i].text, natural / CELL, least / CELL);
      g_assert_cmpfloat_with_epsilon (natural, cases[i].natural * CELL, 0.01);
      if (i < 3)
        g_assert_cmpfloat_with_epsilon (least, cases[i].least * CELL, 0.01);
      g_assert_cmpfloat (least, <=, natural);
      g_assert_cmpfloat_with_epsilon (bare, *cases[i].text != '\0' ? CELL : 0, 0.01);
    }
}

static void
test_looseness (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CwParagraph) paragraph = NULL;
  g_autoptr (CwParagraph) solid = cw_test_paragraph_new (HAN10 HAN10 HAN10 HAN10, 28, 0);
  guint n;

  for (guint i = 0; i < 27; i++)
    g_string_append (text, "天地玄，黄宇宙，洪荒，");
  paragraph = cw_test_paragraph_new (text->str, 28, 0);
  n = cw_paragraph_get_n_lines (paragraph);
  g_assert_cmpint (n_lines_with (paragraph, 0), ==, n);
  g_assert_cmpint (n_lines_with (paragraph, 1), ==, n + 1);
  g_assert_cmpint (n_lines_with (paragraph, -1), ==, n - 1);
  g_assert_cmpint (n_lines_with (paragraph, -5), ==, 0);
  g_assert_cmpint (n_lines_with (paragraph, 9), ==, 0);
  g_assert_cmpint (n_lines_with (solid, 1), ==, 0);
  g_assert_cmpint (n_lines_with (solid, -1), ==, 0);
}

static guint
count_on_last_line (CwParagraph *paragraph)
{
  return cw_paragraph_get_line (paragraph, cw_paragraph_get_n_lines (paragraph) - 1)->n_placed;
}

/* R186: nor a line more or less at the price of one character alone on the last. */
static void
test_looseness_leaves_none_alone (void)
{
  guint n_found = 0;

  for (guint n = 56; n < 400; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CwParagraph) paragraph = NULL, longer = NULL, shorter = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (text, i % 9 == 8 ? "，" : "天");
      paragraph = cw_test_paragraph_new (text->str, 28, 0);
      longer = cw_paragraph_with_looseness (paragraph, 1);
      shorter = cw_paragraph_with_looseness (paragraph, -1);
      n_found += (longer != NULL) + (shorter != NULL);
      if (longer != NULL)
        g_assert_cmpint (count_on_last_line (longer), >=, 2);
      if (shorter != NULL)
        g_assert_cmpint (count_on_last_line (shorter), >=, 2);
    }
  g_assert_cmpint (n_found, >, 10);
}

/* Asked for in the measure it is done as far as it goes. */
static void
test_looseness_in_measure (void)
{
  CwMeasure measure = { .width = 28 * CELL, .looseness = 9 };
  g_autoptr (CwParagraph) paragraph = NULL;
  g_autoptr (CwParagraph) solid = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 27; i++)
    g_string_append (text, "天地玄，黄宇宙，洪荒，");
  paragraph = cw_paragraph_new (cw_test_shaped_new (text->str), &measure);
  g_assert_cmpint (cw_paragraph_get_n_lines (paragraph), ==, n_lines_with (paragraph, 0) + 1);
  solid = cw_paragraph_new (cw_test_shaped_new (HAN10 HAN10), &measure);
  g_assert_cmpint (cw_paragraph_get_n_lines (solid), ==, 1);
}

/* The other setting lives on its own, and from it the first can be had again. */
static void
test_looseness_ownership (void)
{
  CwParagraph *paragraph = cw_test_paragraph_new (HAN10 HAN10 HAN10, 28, 0);
  g_autoptr (CwParagraph) same = cw_paragraph_with_looseness (paragraph, 0);
  g_autoptr (CwParagraph) again = NULL;

  cw_paragraph_unref (paragraph);
  again = cw_paragraph_with_looseness (same, 0);
  cw_test_assert_lines (same, "天地玄黄宇宙洪荒日月天地玄黄宇宙洪荒日月天地玄黄宇宙洪荒｜日月");
  cw_test_assert_lines (again, "天地玄黄宇宙洪荒日月天地玄黄宇宙洪荒日月天地玄黄宇宙洪荒｜日月");
}

static void
test_caret (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new ("天——2年", 28, 2);

  g_assert_cmpfloat (cw_paragraph_get_x (paragraph, 0, 0), ==, 2 * CELL);
  g_assert_cmpfloat (cw_paragraph_get_x (paragraph, 0, 3), ==, 3 * CELL);
  g_assert_cmpfloat (cw_paragraph_get_x (paragraph, 0, 6), ==, 4 * CELL);
  g_assert_cmpfloat (cw_paragraph_get_x (paragraph, 0, 9), ==, 5 * CELL);
  g_assert_cmpfloat (cw_paragraph_get_x (paragraph, 0, 10), ==, 5.5 * CELL);
  g_assert_cmpfloat (cw_paragraph_get_x (paragraph, 0, 13), ==, 6.5 * CELL);
  g_assert_cmpint (cw_paragraph_get_offset (paragraph, 0, -10), ==, 0);
  g_assert_cmpint (cw_paragraph_get_offset (paragraph, 0, 2.4 * CELL), ==, 0);
  g_assert_cmpint (cw_paragraph_get_offset (paragraph, 0, 2.6 * CELL), ==, 3);
  g_assert_cmpint (cw_paragraph_get_offset (paragraph, 0, 4.1 * CELL), ==, 6);
  g_assert_cmpint (cw_paragraph_get_offset (paragraph, 0, 1000), ==, 13);
}

/* A click on what the caret's place shows leads back to it. */
static void
test_caret_round_trip (void)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (
          "天地（玄黄），宇宙洪荒：“《日月》盈昃”。2024年12.5%的GDP——辰宿……列张、寒来暑往" HAN10,
          8 + i % 30, i % 3);

      for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
        for (guint j = 0; j < cw_paragraph_get_line (paragraph, line)->n_placed; j++)
          {
            guint offset
                = cw_test_cluster_of (paragraph, cw_test_line_placed (paragraph, line) + j)->offset;
            double x = cw_paragraph_get_x (paragraph, line, offset);

            g_assert_cmpint (cw_paragraph_get_offset (paragraph, line, x), ==, offset);
          }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/paragraph/empty", test_empty);
  g_test_add_func ("/typeset/paragraph/impossible-measures", test_impossible_measures);
  g_test_add_func ("/typeset/paragraph/long-word", test_long_word);
  g_test_add_func ("/typeset/paragraph/long-address", test_long_address);
  g_test_add_func ("/typeset/paragraph/short-address", test_short_address);
  g_test_add_func ("/typeset/paragraph/spaces-at-breaks", test_spaces_at_breaks);
  g_test_add_func ("/typeset/paragraph/breaks-by-hand", test_breaks_by_hand);
  g_test_add_func ("/typeset/paragraph/widths", test_widths);
  g_test_add_func ("/typeset/paragraph/alignments", test_alignments);
  g_test_add_func ("/typeset/paragraph/R87-looseness", test_looseness);
  g_test_add_func ("/typeset/paragraph/R186-looseness", test_looseness_leaves_none_alone);
  g_test_add_func ("/typeset/paragraph/R87-looseness-in-measure", test_looseness_in_measure);
  g_test_add_func ("/typeset/paragraph/looseness-ownership", test_looseness_ownership);
  g_test_add_func ("/typeset/paragraph/caret", test_caret);
  g_test_add_func ("/typeset/paragraph/caret-round-trip", test_caret_round_trip);
  return g_test_run ();
}
