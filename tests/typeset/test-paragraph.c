/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-shaped.h"

#include "typeset/cw-line-breaker.h"

#include <locale.h>
#include <math.h>

#define CELL CW_TEST_CELL
#define HAN10 "天地玄黄宇宙洪荒日月"

/* R170 and R171 as the digest has them, typed once more: the check must not ask what it checks. */
static const char *const not_first = "。，、；：？！．｡”’」』）］｝〕】〗》〉)]}·•/／–～~－％%‰℃°′″…,.:;!?";
static const char *const not_last = "“‘「『（［｛〔【〖《〈([{/／￥¥$№";

static const char *const ordinary_pieces[] = {
  "的", "一", "是", "在", "教", "育", "党", "建", "工", "作", "总", "结", "学", "校", "安", "全", "落", "实", "，", "，", "、", "。", "；", "：",
  "“双减”", "《办法》", "（试行）", "2024年", "12.5万元", "35%", "3个", "GDP", "XX名", "第3条", "——", "……", "！", "”，", "。“", "）（",
  "10 km", "A·B", "甲/乙", "〔2024〕1号", "1月1日", "5%～10%", "？！", "1—9月", " ", "word ",
};

static const char *const nasty_pieces[] = {
  "）", "。", "“", "（", "……", "——", "—", "/", "1", "2345678", "abcdefghijklmnopqrstuvwxyz", " ", "　", "好", "·", "￥", "%",
  "https://www.example.gov.cn/path/to_a/very-long.html?id=12345&x=y", "x\u00a0y", "\u200b", "é", "😀", "第", "年", "～", "\n", "\t",
};

static char *
random_text (const char *const *pieces, guint n_pieces, guint length)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (string, pieces[g_test_rand_int_range (0, n_pieces)]);
  return g_string_free_and_steal (string);
}

static const CwPlacedCluster *
line_placed (CwParagraph *paragraph, guint line)
{
  return cw_paragraph_get_placed (paragraph) + cw_paragraph_get_line (paragraph, line)->first;
}

static const CwCluster *
cluster_of (CwParagraph *paragraph, const CwPlacedCluster *placed)
{
  return &g_array_index (cw_paragraph_get_shaped (paragraph)->clusters, CwCluster, placed->cluster);
}

/* Every byte belongs to one line, every cluster but spaces at breaks is set once, in order. */
static void
assert_complete (CwParagraph *paragraph)
{
  CwShaped *shaped = cw_paragraph_get_shaped (paragraph);
  guint byte = 0, cluster = 0, first = 0;

  for (guint i = 0; i < cw_paragraph_get_n_lines (paragraph); i++)
    {
      const CwLine *line = cw_paragraph_get_line (paragraph, i);

      g_assert_cmpint (line->start, ==, byte);
      g_assert_cmpint (line->first, ==, first);
      for (guint j = 0; j < line->n_placed; j++)
        g_assert_cmpint (line_placed (paragraph, i)[j].cluster, ==, cluster++);
      while (cluster < shaped->clusters->len
             && g_array_index (shaped->clusters, CwCluster, cluster).offset < line->end)
        {
          gunichar ch = g_array_index (shaped->clusters, CwCluster, cluster++).ch;

          g_assert_cmpint (cw_char_class (ch), ==, CW_CLASS_SPACE);
        }
      byte = line->end;
      first += line->n_placed;
    }
  g_assert_cmpint (byte, ==, shaped->length);
  g_assert_cmpint (cluster, ==, shaped->clusters->len);
}

static gboolean
is_mark (gunichar ch)
{
  return g_utf8_strchr ("，、；：。？！“”‘’《》（）〔〕【】·", -1, ch) != NULL;
}

/* Nothing is squeezed beyond R183; nothing overlaps; a mark at a line's end takes half a cell. */
static void
assert_limits (CwParagraph *paragraph, guint i)
{
  const CwLine *line = cw_paragraph_get_line (paragraph, i);
  const CwPlacedCluster *placed = line_placed (paragraph, i);

  for (guint j = 0; j < line->n_placed; j++)
    {
      const CwCluster *cluster = cluster_of (paragraph, &placed[j]);
      float least = is_mark (cluster->ch) ? MIN (cluster->advance, CELL / 2) : cluster->advance;

      if (cluster->ch == ' ')
        least = CELL / 4;
      g_assert_cmpfloat (placed[j].advance, >, least - 0.01);
      g_assert_cmpfloat (placed[j].shift, <=, 0);
      g_assert_cmpfloat (placed[j].shift, >=, -CELL / 2 - 0.01);
      if (j > 0)
        g_assert_cmpfloat_with_epsilon (placed[j].x, placed[j - 1].x + placed[j - 1].advance, 0.001);
    }
  if (line->n_placed > 1 && is_mark (cluster_of (paragraph, &placed[line->n_placed - 1])->ch)
      && g_utf8_strchr ("“‘《（〔【", -1, cluster_of (paragraph, &placed[line->n_placed - 1])->ch) == NULL)
    g_assert_cmpfloat_with_epsilon (placed[line->n_placed - 1].advance, CELL / 2, 0.01);
}

static void
assert_widths (CwParagraph *paragraph, double width, gboolean justified)
{
  guint n = cw_paragraph_get_n_lines (paragraph);

  for (guint i = 0; i < n; i++)
    {
      const CwLine *line = cw_paragraph_get_line (paragraph, i);

      assert_limits (paragraph, i);
      g_assert_cmpfloat (line->width, <=, width + 0.02);
      if (justified && i + 1 < n && line->n_placed > 1)
        g_assert_cmpfloat_with_epsilon (line->width, width, 0.02);
    }
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
      first = cluster_of (paragraph, line_placed (paragraph, i));
      last = cluster_of (paragraph, line_placed (paragraph, i) + n - 1);
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
  g_autoptr (GRegex) whole = g_regex_new ("[0-9a-zA-Z.,%～:/]｜[0-9a-zA-Z]|(?<!—)—｜[0-9a-zA-Z]|[0-9X]｜[年月日条号名个万%]|第｜[0-9X]"
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

  *measure = (CwMeasure) { .width = columns * CELL, .first_indent = g_test_rand_int_range (0, 3) * CELL };
  return cw_paragraph_new (cw_test_shaped_new (text), measure);
}

static void
test_random_ordinary (void)
{
  for (guint i = 0; i < 1500; i++)
    {
      CwMeasure measure;
      g_autoptr (CwParagraph) paragraph
          = random_paragraph (ordinary_pieces, G_N_ELEMENTS (ordinary_pieces), &measure, 20 + i % 20);

      assert_complete (paragraph);
      assert_widths (paragraph, measure.width, TRUE);
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

      assert_complete (paragraph);
    }
}

static void
test_random_alignments (void)
{
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *text = random_text (ordinary_pieces, G_N_ELEMENTS (ordinary_pieces), 60);
      CwMeasure measure = { .width = 25 * CELL, .indent = 2 * CELL, .alignment = CW_ALIGN_START + i % 3 };
      g_autoptr (CwParagraph) paragraph = cw_paragraph_new (cw_test_shaped_new (text), &measure);

      assert_complete (paragraph);
      assert_edges (paragraph);
      assert_widths (paragraph, measure.width, FALSE);
    }
}

/* C55, R186: two Han at least on the last line, whatever the length. */
static void
test_r186_always (void)
{
  static const char *const pieces[] = { "天", "地", "玄", "黄", "，", "。", "宇宙" , "洪荒", "《日》", "月" };

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *text = random_text (pieces, G_N_ELEMENTS (pieces), 30 + i % 90);
      g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (text, 28, 2);
      guint last = cw_paragraph_get_n_lines (paragraph) - 1;
      guint han = 0;

      for (guint j = 0; j < cw_paragraph_get_line (paragraph, last)->n_placed; j++)
        han += g_unichar_isalpha (cluster_of (paragraph, line_placed (paragraph, last) + j)->ch);
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
      line = cw_line_breaker_line_cost (items, trial->measure, start, end, trial->strict);
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

      cost += cw_line_breaker_line_cost (items, measure, start, end, strict);
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
  static const CwAlignment alignments[] = { CW_ALIGN_JUSTIFY, CW_ALIGN_JUSTIFY, CW_ALIGN_JUSTIFY, CW_ALIGN_START };

  for (guint i = 0; i < 3000; i++)
    {
      gboolean nasty = i % 5 == 0;
      g_autofree char *text = nasty ? random_text (nasty_pieces, 11, 7)
                                    : random_text (ordinary_pieces, G_N_ELEMENTS (ordinary_pieces), 3 + i % 9);
      CwMeasure measure = { .width = (4 + i % 7) * CELL, .first_indent = i % 3 * CELL,
                            .alignment = alignments[i % 4] };

      if (g_utf8_strlen (text, -1) <= 22)
        assert_best (text, &measure);
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
        g_assert_cmpint (cw_paragraph_get_line (paragraph, line)->n_placed, >=, line == 0 ? 26 : 28);
    }
}

static void
test_pathological (void)
{
  static const char *const pieces[] = { "）", "“", "，", "1", "a", " ", "……", "——", "/", "天", "\u3000", "\u00a0" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CwParagraph) paragraph = NULL;

      for (guint j = 0; j < 10000; j++)
        g_string_append (text, pieces[i]);
      paragraph = cw_test_paragraph_new (text->str, 28, 2);
      assert_complete (paragraph);
      for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
        g_assert_cmpfloat (cw_paragraph_get_line (paragraph, line)->width, <=, 28 * CELL + 0.02);
    }
}

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
      g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new ("天地——2024年，“好”。", columns[i], 2);

      assert_complete (paragraph);
      g_assert_cmpint (cw_paragraph_get_n_lines (paragraph), >=, 6);
    }
}

/* A word longer than the line is broken, the text around it is not torn apart for it. */
static void
test_long_word (void)
{
  g_autoptr (CwParagraph) paragraph
      = cw_test_paragraph_new (HAN10 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz" HAN10, 20, 0);

  assert_complete (paragraph);
  assert_widths (paragraph, 20 * CELL, TRUE);
  cw_test_assert_lines (paragraph, HAN10 "abcdefghijklmnopqrst｜uvwxyzabcdefghijklmnopqrstuvwxyz天地玄黄｜宇宙洪荒日月");
}

/* A web address breaks after its marks rather than leave a gaping line. */
static void
test_long_address (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN10 "详见www.education.qinghe-county.gov.cn" HAN10, 20, 0);

  assert_complete (paragraph);
  cw_test_assert_lines (paragraph, HAN10 "详见www.education.｜qinghe-county.gov.cn天地玄黄宇宙洪荒日月");
}

static void
test_spaces_at_breaks (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (HAN10 HAN10 "  " HAN10 " ", 20, 0);

  cw_test_assert_lines (paragraph, HAN10 HAN10 "  ｜" HAN10 " ");
  g_assert_cmpint (cw_paragraph_get_line (paragraph, 0)->n_placed, ==, 20);
  g_assert_cmpint (cw_paragraph_get_line (paragraph, 1)->n_placed, ==, 10);
  g_assert_cmpfloat (line_placed (paragraph, 1)[0].x, ==, 0);
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
  g_assert_cmpfloat (line_placed (end, 0)[0].x, ==, 10 * CELL);
  g_assert_cmpfloat (cw_paragraph_get_line (end, 0)->width, ==, 20 * CELL);
  g_assert_cmpfloat (line_placed (centre, 0)[0].x, ==, 5 * CELL);
  g_assert_cmpfloat (line_placed (start, 1)[0].x, ==, 2 * CELL);
  g_assert_cmpint (cw_paragraph_get_line (start, 0)->n_placed, ==, 19);
  g_assert_cmpfloat (cw_paragraph_get_line (start, 0)->width, ==, 19 * CELL);
}

static guint
n_lines_with (CwParagraph *paragraph, int looseness)
{
  g_autoptr (CwParagraph) other = cw_paragraph_with_looseness (paragraph, looseness);

  if (other == NULL)
    return 0;
  assert_complete (other);
  assert_widths (other, 28 * CELL, TRUE);
  return cw_paragraph_get_n_lines (other);
}

/* R86, R87: a line more by stretching, a line less by squeezing, nothing beyond the limits. */
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
      CwMeasure measure;
      g_autoptr (CwParagraph) paragraph
          = random_paragraph (ordinary_pieces, G_N_ELEMENTS (ordinary_pieces), &measure, 20);

      for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
        for (guint j = 0; j < cw_paragraph_get_line (paragraph, line)->n_placed; j++)
          {
            guint offset = cluster_of (paragraph, line_placed (paragraph, line) + j)->offset;
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
  g_test_add_func ("/typeset/paragraph/C52-C53-random-ordinary", test_random_ordinary);
  g_test_add_func ("/typeset/paragraph/random-nasty", test_random_nasty);
  g_test_add_func ("/typeset/paragraph/random-alignments", test_random_alignments);
  g_test_add_func ("/typeset/paragraph/C55-R186-always", test_r186_always);
  g_test_add_func ("/typeset/paragraph/R174-best-of-all", test_best_of_all);
  g_test_add_func ("/typeset/paragraph/typing-at-the-end", test_typing_at_the_end);
  g_test_add_func ("/typeset/paragraph/pathological", test_pathological);
  g_test_add_func ("/typeset/paragraph/empty", test_empty);
  g_test_add_func ("/typeset/paragraph/impossible-measures", test_impossible_measures);
  g_test_add_func ("/typeset/paragraph/long-word", test_long_word);
  g_test_add_func ("/typeset/paragraph/long-address", test_long_address);
  g_test_add_func ("/typeset/paragraph/spaces-at-breaks", test_spaces_at_breaks);
  g_test_add_func ("/typeset/paragraph/alignments", test_alignments);
  g_test_add_func ("/typeset/paragraph/R87-looseness", test_looseness);
  g_test_add_func ("/typeset/paragraph/looseness-ownership", test_looseness_ownership);
  g_test_add_func ("/typeset/paragraph/caret", test_caret);
  g_test_add_func ("/typeset/paragraph/caret-round-trip", test_caret_round_trip);
  return g_test_run ();
}
