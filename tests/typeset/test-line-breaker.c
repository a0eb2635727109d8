/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-lines.h"

#include "typeset/lines/cw-line-breaker.h"
#include "typeset/lines/cw-line-cost.h"

#include <locale.h>

#define CELL CW_TEST_CELL

/* R170 and R171 as the digest has them, typed once more: the check must not ask what it checks. */
static const char *const not_first
    = "。，、；：？！．｡”’」』）］｝〕】〗》〉)]}·•/／–～~－％%‰℃°′″…,.:;!?";
static const char *const not_last = "“‘「『（［｛〔【〖《〈([{/／￥¥$№";

static const char *const ordinary_pieces[] = {
  "的",      "一",       "是",    "在",   "教",    "育",   "党",     "建",          "工",
  "作",      "总",       "结",    "学",   "校",    "安",   "全",     "落",          "实",
  "，",      "，",       "、",    "。",   "；",    "：",   "“双减”", "《办法》",    "（试行）",
  "2024年",  "12.5万元", "35%",   "3个",  "GDP",   "XX名", "第3条",  "——",          "……",
  "！",      "”，",      "。“",   "）（", "10 km", "A·B",  "甲/乙",  "〔2024〕1号", "1月1日",
  "5%～10%", "？！",     "1—9月", " ",    "word ",
};

static const char *const nasty_pieces[] = {
  "）",
  "。",
  "“",
  "（",
  "……",
  "——",
  "—",
  "/",
  "1",
  "2345678",
  "abcdefghijklmnopqrstuvwxyz",
  " ",
  "　",
  "好",
  "·",
  "￥",
  "%",
  "https://www.example.gov.cn/path/to_a/very-long.html?id=12345&x=y",
  "x\u00a0y",
  "\u200b",
  "é",
  "😀",
  "第",
  "年",
  "～",
  "\n",
  "\t",
};

static char *
random_text (const char *const *pieces, guint n_pieces, guint length)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (string, pieces[g_test_rand_int_range (0, n_pieces)]);
  return g_string_free_and_steal (string);
}

/* C52. A single — may not begin a line, a pair may. */
static void
assert_edges (CwParagraph *paragraph)
{
  for (guint i = 0; i < cw_paragraph_get_n_lines (paragraph); i++)
    {
      guint n = cw_paragraph_get_line (paragraph, i)->n_placed;
      const CwCluster *first, *last;

      if (n == 0)
        continue;
      first = cw_test_cluster_of (paragraph, cw_test_line_placed (paragraph, i));
      last = cw_test_cluster_of (paragraph, cw_test_line_placed (paragraph, i) + n - 1);
      if (i > 0)
        {
          g_assert_null (g_utf8_strchr (not_first, -1, first->ch));
          g_assert_false (first->ch == 0x2014 && first->length == 3);
        }
      if (i + 1 < cw_paragraph_get_n_lines (paragraph))
        g_assert_null (g_utf8_strchr (not_last, -1, last->ch));
    }
}

/* C53, as patterns that no break may match. */
static void
assert_groups (CwParagraph *paragraph)
{
  g_autoptr (GRegex) whole = g_regex_new (
      "[0-9a-zA-Z.,%～:/]｜[0-9a-zA-Z]|(?<!—)—｜[0-9a-zA-Z]|[0-9X]｜[年月日条号名个万%]|第｜[0-9X]"
      "|万｜元|[0-9] ｜km(?![a-zA-Z])|—｜—|…｜…|〕｜[0-9]|[A-Za-z]｜·",
      0, 0, NULL);
  g_autofree char *lines = cw_test_lines (paragraph);

  if (!g_regex_match (whole, lines, 0, NULL))
    return;
  g_test_message ("%s", lines);
  g_test_fail ();
}

static CwParagraph *
random_paragraph (const char *const *pieces, guint n_pieces, CwMeasure *measure, guint columns)
{
  g_autofree char *text = random_text (pieces, n_pieces, g_test_rand_int_range (0, 150));

  *measure = (CwMeasure) { .width = columns * CELL,
                           .first_indent = g_test_rand_int_range (0, 3) * CELL };
  return cw_paragraph_new (cw_test_shaped_new (text), measure);
}

static void
test_random_ordinary (void)
{
  for (guint i = 0; i < 1500; i++)
    {
      CwMeasure measure;
      g_autoptr (CwParagraph) paragraph = random_paragraph (
          ordinary_pieces, G_N_ELEMENTS (ordinary_pieces), &measure, 20 + i % 20);

      cw_test_assert_complete (paragraph);
      cw_test_assert_widths (paragraph, measure.width, TRUE);
      assert_edges (paragraph);
      assert_groups (paragraph);
    }
}

/* Whatever is thrown at it: an answer, and nothing lost. */
static void
test_random_nasty (void)
{
  for (guint i = 0; i < 1500; i++)
    {
      CwMeasure measure;
      g_autoptr (CwParagraph) paragraph
          = random_paragraph (nasty_pieces, G_N_ELEMENTS (nasty_pieces), &measure, i % 30);

      cw_test_assert_complete (paragraph);
    }
}

static void
test_random_alignments (void)
{
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *text = random_text (ordinary_pieces, G_N_ELEMENTS (ordinary_pieces), 60);
      CwMeasure measure
          = { .width = 25 * CELL, .indent = 2 * CELL, .alignment = CW_ALIGN_START + i % 3 };
      g_autoptr (CwParagraph) paragraph = cw_paragraph_new (cw_test_shaped_new (text), &measure);

      cw_test_assert_complete (paragraph);
      assert_edges (paragraph);
      cw_test_assert_widths (paragraph, measure.width, FALSE);
    }
}

/* C55, R186: two Han at least on the last line, whatever the length. */
static void
test_r186_always (void)
{
  static const char *const pieces[]
      = { "天", "地", "玄", "黄", "，", "。", "宇宙", "洪荒", "《日》", "月" };

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *text = random_text (pieces, G_N_ELEMENTS (pieces), 30 + i % 90);
      g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (text, 28, 2);
      guint last = cw_paragraph_get_n_lines (paragraph) - 1;
      guint han = 0;

      for (guint j = 0; j < cw_paragraph_get_line (paragraph, last)->n_placed; j++)
        han += g_unichar_isalpha (
            cw_test_cluster_of (paragraph, cw_test_line_placed (paragraph, last) + j)->ch);
      if (last > 0)
        g_assert_cmpint (han, >=, 2);
    }
}

/* All ways to break a short text, tried one by one. */
typedef struct
{
  const CwItems *items;
  const CwMeasure *measure;
  gboolean strict;
  double best;
} Trial;

static void
try_all (Trial *trial, guint start, double cost)
{
  const CwItems *items = trial->items;

  for (guint end = start + 1; end <= items->n; end++)
    {
      double line;

      if (end < items->n && items->items[end].break_before == CW_BREAK_FORBIDDEN)
        continue;
      if (trial->strict && end < items->n && items->items[end].break_before > CW_BREAK_UNWANTED)
        continue;
      line = cw_line_cost (items, trial->measure, start, end, trial->strict);
      if (line == G_MAXDOUBLE)
        continue;
      if (end == items->n)
        trial->best = MIN (trial->best, cost + line);
      else
        try_all (trial, end, cost + line);
    }
}

static double
cost_of (const CwItems *items, const CwMeasure *measure, const GArray *breaks, gboolean strict)
{
  double cost = 0;
  guint start = 0;

  for (guint i = 0; i < breaks->len; i++)
    {
      guint end = g_array_index (breaks, guint, i);

      cost += cw_line_cost (items, measure, start, end, strict);
      start = end;
    }
  return cost;
}

static void
assert_best (const char *text, const CwMeasure *measure)
{
  g_autoptr (CwShaped) shaped = cw_test_shaped_new (text);
  g_autoptr (CwItems) items = cw_items_new (shaped);
  int looseness = 0;
  g_autoptr (GArray) breaks = cw_line_breaker_run (items, measure, &looseness);
  Trial trial = { items, measure, TRUE, G_MAXDOUBLE };

  try_all (&trial, 0, 0);
  if (trial.best == G_MAXDOUBLE)
    {
      trial.strict = FALSE;
      try_all (&trial, 0, 0);
    }
  if (items->n > 0)
    g_assert_cmpfloat_with_epsilon (cost_of (items, measure, breaks, trial.strict), trial.best,
                                    1e-6 * MAX (trial.best, 1));
}

/* R174: the setting found is the best there is. */
static void
test_best_of_all (void)
{
  static const CwAlignment alignments[]
      = { CW_ALIGN_JUSTIFY, CW_ALIGN_JUSTIFY, CW_ALIGN_JUSTIFY, CW_ALIGN_START };

  for (guint i = 0; i < 3000; i++)
    {
      gboolean nasty = i % 5 == 0;
      g_autofree char *text
          = nasty ? random_text (nasty_pieces, 11, 7)
                  : random_text (ordinary_pieces, G_N_ELEMENTS (ordinary_pieces), 3 + i % 9);
      CwMeasure measure = { .width = (4 + i % 7) * CELL,
                            .first_indent = i % 3 * CELL,
                            .alignment = alignments[i % 4] };

      if (g_utf8_strlen (text, -1) <= 22)
        assert_best (text, &measure);
    }
}

/* A group that nearly fills a line leaves the one before it gaping: better that than to stick out. */
static void
test_gaping_line (void)
{
  static const char *const texts[]
      = { "1……2345678—23456781）]", "“——2345678。—2345678——]", "/“——“23456782345678……" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint indent = 0; indent < 2; indent++)
      for (guint width = 8; width <= 10; width++)
        {
          CwMeasure measure = { .width = width * CELL, .first_indent = indent * CELL };

          assert_best (texts[i], &measure);
        }
}

/* Of equal settings the one that fills earlier lines: typing at the end leaves them alone. */
static void
test_typing_at_the_end (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (CwParagraph) paragraph = NULL;
      guint n;

      g_string_append (text, i % 13 == 12 ? "，" : "天");
      paragraph = cw_test_paragraph_new (text->str, 28, 2);
      n = cw_paragraph_get_n_lines (paragraph);
      for (guint line = 0; line + 2 < n; line++)
        g_assert_cmpint (cw_paragraph_get_line (paragraph, line)->n_placed, >=,
                         line == 0 ? 26 : 28);
    }
}

static void
test_pathological (void)
{
  static const char *const pieces[]
      = { "）", "“", "，", "1", "a", " ", "……", "——", "/", "天", "\u3000", "\u00a0" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CwParagraph) paragraph = NULL;

      for (guint j = 0; j < 10000; j++)
        g_string_append (text, pieces[i]);
      paragraph = cw_test_paragraph_new (text->str, 28, 2);
      cw_test_assert_complete (paragraph);
      for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
        g_assert_cmpfloat (cw_paragraph_get_line (paragraph, line)->width, <=, 28 * CELL + 0.02);
    }
}

/* Where all of it fits, breaks are not looked for: texts of cells are measured so, and of a very
 * long one every place would be tried against every other. */
static void
test_line_without_end (void)
{
  static const CwMeasure measure = { .width = 1e9, .alignment = CW_ALIGN_START };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CwShaped) shaped = NULL;
  g_autoptr (CwItems) items = NULL;
  g_autoptr (GArray) breaks = NULL;
  int looseness = 0;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, i == 70000 ? "\n" : "天");
  shaped = cw_test_shaped_new (text->str);
  items = cw_items_new (shaped);
  breaks = cw_line_breaker_run (items, &measure, &looseness);
  g_assert_cmpuint (breaks->len, ==, 2);
  g_assert_cmpuint (g_array_index (breaks, guint, 1), ==, items->n);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/line-breaker/C52-C53-random-ordinary", test_random_ordinary);
  g_test_add_func ("/typeset/line-breaker/random-nasty", test_random_nasty);
  g_test_add_func ("/typeset/line-breaker/random-alignments", test_random_alignments);
  g_test_add_func ("/typeset/line-breaker/C55-R186-always", test_r186_always);
  g_test_add_func ("/typeset/line-breaker/R174-best-of-all", test_best_of_all);
  g_test_add_func ("/typeset/line-breaker/R174-gaping-line", test_gaping_line);
  g_test_add_func ("/typeset/line-breaker/typing-at-the-end", test_typing_at_the_end);
  g_test_add_func ("/typeset/line-breaker/pathological", test_pathological);
  g_test_add_func ("/typeset/line-breaker/line-without-end", test_line_without_end);
  return g_test_run ();
}
