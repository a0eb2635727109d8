/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-shaped.h"

#include <locale.h>
#include <math.h>

#define CELL CW_TEST_CELL
#define HAN28 "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁"
#define HAN27 "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成"
#define HAN26 "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余"
#define HAN20 "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"

static const CwPlacedCluster *
placed_at (CwParagraph *paragraph, guint line, guint i)
{
  return &cw_paragraph_get_placed (paragraph)[cw_paragraph_get_line (paragraph, line)->first + i];
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 0.002);
}

static double
line_width (CwParagraph *paragraph, guint line)
{
  return cw_paragraph_get_line (paragraph, line)->width;
}

/* C8, R12: 28 Han on a line of 28 columns, each exactly on the grid. */
static void
test_c8_grid (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN28 HAN28 HAN28, 28, 0);

  g_assert_cmpint (cw_paragraph_get_n_lines (paragraph), ==, 3);
  for (guint line = 0; line < 3; line++)
    {
      g_assert_cmpint (cw_paragraph_get_line (paragraph, line)->n_placed, ==, 28);
      for (guint i = 0; i < 28; i++)
        {
          g_assert_cmpfloat (placed_at (paragraph, line, i)->x, ==, i * CELL);
          g_assert_cmpfloat (placed_at (paragraph, line, i)->advance, ==, CELL);
          g_assert_cmpfloat (placed_at (paragraph, line, i)->shift, ==, 0);
        }
    }
}

/* C9, R60: the first line stands two columns in and is two shorter. */
static void
test_c9_indent (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN26 HAN28, 28, 2);

  cw_test_assert_lines (paragraph, HAN26 "｜" HAN28);
  g_assert_cmpfloat (placed_at (paragraph, 0, 0)->x, ==, 2 * CELL);
  g_assert_cmpfloat (placed_at (paragraph, 1, 0)->x, ==, 0);
}

/* R17: an even number of digits leaves the line on the grid. */
static void
test_r17_digits (void)
{
  g_autoptr (CwParagraph) paragraph
      = cw_test_paragraph_new ("天地2024玄黄" HAN20 "宇宙" HAN20, 28, 0);

  assert_near (line_width (paragraph, 0), 28 * CELL);
  assert_near (placed_at (paragraph, 0, 6)->x, 4 * CELL);
  assert_near (placed_at (paragraph, 0, 27)->advance, CELL);
}

/* R144, R179, P22: a mark that ends a line takes half an em, in justified lines too. */
static void
test_r144_line_end (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN27 "，" HAN28, 28, 0);
  const CwPlacedCluster *comma = placed_at (paragraph, 0, 27);

  cw_test_assert_lines (paragraph, HAN27 "，｜" HAN28);
  assert_near (comma->advance, CELL / 2);
  assert_near (comma->x + comma->advance, 28 * CELL);
}

static void
test_r144_last_line (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN20 "。", 28, 0);

  assert_near (placed_at (paragraph, 0, 20)->advance, CELL / 2);
  assert_near (line_width (paragraph, 0), 20.5 * CELL);
}

/* R175: the mark that must not begin a line is squeezed in before anything is pushed out. */
static void
test_r175_push_in (void)
{
  g_autoptr (CwParagraph) in = cw_test_paragraph_new (
      "天地，玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成，" HAN28, 28, 0);
  g_autoptr (CwParagraph) out = cw_test_paragraph_new (HAN28 "，" HAN28, 28, 0);

  cw_test_assert_lines (in, "天地，玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成，｜" HAN28);
  assert_near (placed_at (in, 0, 2)->advance, CELL / 2);
  cw_test_assert_lines (out,
                        HAN27 "｜岁，天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余｜成岁");
}

/* R180: an opening mark at a line's start loses its left half, at a paragraph's start it does not.
 */
static void
test_r180_line_start (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new ("“" HAN27 "《" HAN20 "》", 28, 0);

  g_assert_cmpfloat (placed_at (paragraph, 0, 0)->shift, ==, 0);
  g_assert_cmpfloat (placed_at (paragraph, 0, 0)->advance, ==, CELL);
  g_assert_cmpfloat (placed_at (paragraph, 1, 0)->x, ==, 0);
  assert_near (placed_at (paragraph, 1, 0)->shift, -CELL / 2);
}

/* R182, P23: the last line is set solid. */
static void
test_r182_last_line (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN28 "天地玄黄，宇宙", 28, 0);

  assert_near (line_width (paragraph, 1), 7 * CELL);
}

/* What one squeezed line makes of its clusters: their advances in cells. */
static void
squeeze (const char *text, double columns, double *advances)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (text, columns, 0);

  g_assert_cmpint (cw_paragraph_get_n_lines (paragraph), ==, 1);
  assert_near (line_width (paragraph, 0), columns * CELL);
  for (guint i = 0; i < cw_paragraph_get_line (paragraph, 0)->n_placed; i++)
    advances[i] = placed_at (paragraph, 0, i)->advance / CELL;
}

/* R183: spaces, ·, brackets, commas, stops, each to its limit before the next is touched. */
static void
test_r183_order (void)
{
  static const double limit[] = { 0.05, 0.5, 1, 0.5, 0.5 };
  static const guint member[] = { 1, 4, 6, 10, 12 };
  static const double least[] = { 0.25, 0.5, 0.5, 0.5, 0.5 };
  const char *text = "a a天·地《玄》黄，宇。宙";
  double natural[14], is[14], taken = 0;

  squeeze (text, 12.3, natural);
  for (guint class = 0; class < 5; class ++)
    {
      double half = taken + limit[class] / 2;

      squeeze (text, 12.3 - half, is);
      for (guint later = class + 1; later < 5; later++)
        g_assert_cmpfloat_with_epsilon (is[member[later]], natural[member[later]], 1e-3);
      for (guint earlier = 0; earlier < class; earlier++)
        g_assert_cmpfloat_with_epsilon (is[member[earlier]], least[earlier], 1e-3);
      g_assert_cmpfloat (is[member[class]], <, natural[member[class]]);
      g_assert_cmpfloat (is[member[class]], >, least[class]);
      taken += limit[class];
    }
}

static void
test_r183_equal_shares (void)
{
  double is[9];

  squeeze ("天，地，玄、黄；宇", 8.2, is);
  for (guint i = 1; i < 9; i += 2)
    g_assert_cmpfloat_with_epsilon (is[i], 0.8, 1e-3);
}

/* The opening mark gives its left half: glyphs go with it. The dot gives on both sides. */
static void
test_r183_shift (void)
{
  g_autoptr (CwParagraph) quotes = cw_test_paragraph_new ("天“地”玄", 4, 0);
  g_autoptr (CwParagraph) dot = cw_test_paragraph_new ("天·地", 2.5, 0);

  assert_near (placed_at (quotes, 0, 1)->shift, -CELL / 2);
  assert_near (placed_at (quotes, 0, 3)->shift, 0);
  assert_near (placed_at (dot, 0, 1)->shift, -CELL / 4);
}

/* R184: word spaces to half an em, then gaps beside Latin to a third, then all alike. */
static void
test_r184_order (void)
{
  static const struct
  {
    double stretch, space, latin, plain;
  } cases[] = {
    { 0.1, 0.4, 0, 0 },
    { 0.2, 0.5, 0, 0 },
    { 0.3, 0.5, 0.1, 0 },
    { 0.2 + 1 / 3.0, 0.5, 1 / 3.0, 0 },
    { 0.2 + 1 / 3.0 + 0.7, 0.5 + 0.1, 1 / 3.0 + 0.1, 0.1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwParagraph) paragraph
          = cw_test_paragraph_new ("ab cd天地玄黄宇宙" HAN20, 8.3 + cases[i].stretch, 0);

      assert_near (line_width (paragraph, 0), (8.3 + cases[i].stretch) * CELL);
      assert_near (placed_at (paragraph, 0, 2)->advance, cases[i].space * CELL);
      assert_near (placed_at (paragraph, 0, 3)->advance, 0.5 * CELL);
      assert_near (placed_at (paragraph, 0, 4)->advance, (0.5 + cases[i].latin) * CELL);
      assert_near (placed_at (paragraph, 0, 5)->advance, (1 + cases[i].plain) * CELL);
    }
}

/* R185: a blank for a number is set as the number will be, without a gap of its own. */
static void
test_r185_blanks (void)
{
  g_autoptr (CwParagraph) blank = cw_test_paragraph_new ("天地XX名玄黄宇宙" HAN20, 8.2, 0);
  g_autoptr (CwParagraph) number = cw_test_paragraph_new ("天地25名玄黄宇宙" HAN20, 8.2, 0);

  for (guint i = 0; i < 8; i++)
    g_assert_cmpfloat (placed_at (blank, 0, i)->advance, ==, placed_at (number, 0, i)->advance);
}

/* R184: a word that begins or ends with a digit has the same room on both sides. */
static void
test_r184_words_with_digits (void)
{
  static const struct
  {
    const char *text;
    guint before;
    guint last;
  } cases[] = {
    { "天地5G玄黄宇宙" HAN20, 1, 3 },
    { "天地K12玄黄宇宙" HAN20, 1, 4 },
    { "天地A/2玄黄宇宙" HAN20, 1, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (cases[i].text, 7.7, 0);
      double before = placed_at (paragraph, 0, cases[i].before)->advance - CELL;

      g_assert_cmpfloat (before, >, 0.05 * CELL);
      assert_near (placed_at (paragraph, 0, cases[i].last)->advance - CELL / 2, before);
    }
}

/* R184: nothing is inserted inside numbers, —— and ……, or beside connectors and solidus. */
static void
test_r184_solid (void)
{
  g_autoptr (CwParagraph) paragraph
      = cw_test_paragraph_new ("天12.5%地～玄/黄——宇ab洪日荒" HAN20, 14.75, 0);
  const CwLine *line = cw_paragraph_get_line (paragraph, 0);
  static const char *const solid = "1 2 . 5 地 ～ 玄 / a";

  assert_near (line->width, 14.75 * CELL);
  for (guint i = 0; i + 1 < line->n_placed; i++)
    {
      const CwPlacedCluster *placed = placed_at (paragraph, 0, i);
      const CwCluster *cluster = &g_array_index (cw_paragraph_get_shaped (paragraph)->clusters,
                                                 CwCluster, placed->cluster);
      gboolean is_solid = g_utf8_strchr (solid, -1, cluster->ch) != NULL;

      if (is_solid)
        g_assert_cmpfloat (placed->advance, ==, cluster->advance);
      else
        g_assert_cmpfloat (placed->advance, >, cluster->advance);
    }
}

/* R186, C55: never one character alone on the last line. */
static void
test_r186_push_down (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN28 HAN28 "天。", 28, 0);

  cw_test_assert_lines (paragraph, HAN28 "｜" HAN27 "｜岁天。");
}

/* Two lines give up a character each, rather than one of them two. */
static void
test_r186_shared (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (
      "2.市级财政在2026年、2027年预算中分别安排5,000万元，其余资金由市水务局会同市供水集团积极争取上级补助和自筹解决。", 28, 2);

  cw_test_assert_lines (paragraph, "2.市级财政在2026年、2027年预算中分别安排5,000万元，｜其余资金由市水务局会同市供水集团积极争取上级补助和自筹｜解决。");
}

static void
test_r186_pull_in (void)
{
  g_autoptr (CwParagraph) paragraph
      = cw_test_paragraph_new (HAN28 HAN20 "，天地，玄黄，宇宙。", 28, 0);

  cw_test_assert_lines (paragraph, HAN28 "｜" HAN20 "，天地，玄黄，宇宙。");
  assert_near (line_width (paragraph, 1), 28 * CELL);
}

static void
test_r186_single_line (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new ("好。", 28, 2);

  cw_test_assert_lines (paragraph, "好。");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/justify/C8-grid", test_c8_grid);
  g_test_add_func ("/typeset/justify/C9-indent", test_c9_indent);
  g_test_add_func ("/typeset/justify/R17-digits", test_r17_digits);
  g_test_add_func ("/typeset/justify/R144-line-end", test_r144_line_end);
  g_test_add_func ("/typeset/justify/R144-last-line", test_r144_last_line);
  g_test_add_func ("/typeset/justify/R175-push-in", test_r175_push_in);
  g_test_add_func ("/typeset/justify/R180-line-start", test_r180_line_start);
  g_test_add_func ("/typeset/justify/R182-last-line", test_r182_last_line);
  g_test_add_func ("/typeset/justify/R183-order", test_r183_order);
  g_test_add_func ("/typeset/justify/R183-equal-shares", test_r183_equal_shares);
  g_test_add_func ("/typeset/justify/R183-shift", test_r183_shift);
  g_test_add_func ("/typeset/justify/R184-order", test_r184_order);
  g_test_add_func ("/typeset/justify/R184-solid", test_r184_solid);
  g_test_add_func ("/typeset/justify/R184-words-with-digits", test_r184_words_with_digits);
  g_test_add_func ("/typeset/justify/R185-blanks", test_r185_blanks);
  g_test_add_func ("/typeset/justify/R186-push-down", test_r186_push_down);
  g_test_add_func ("/typeset/justify/R186-shared", test_r186_shared);
  g_test_add_func ("/typeset/justify/R186-pull-in", test_r186_pull_in);
  g_test_add_func ("/typeset/justify/R186-single-line", test_r186_single_line);
  return g_test_run ();
}
