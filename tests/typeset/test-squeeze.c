/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-shaped.h"

#include <locale.h>

#define CELL CW_TEST_CELL

/* The widths of a text's clusters on a line with room to spare, in halves of a cell: "22" for 天地.
 * The last one is followed by a 天, which is left out, so that nothing is at a line's end. */
static char *
halves (const char *text)
{
  g_autofree char *followed = g_strconcat ("天", text, "天", NULL);
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new (followed, 100, 0);
  const CwPlacedCluster *placed = cw_paragraph_get_placed (paragraph);
  GString *string = g_string_new (NULL);

  for (guint i = 1; i + 1 < cw_paragraph_get_line (paragraph, 0)->n_placed; i++)
    {
      double n = placed[i].advance / (CELL / 2);

      g_assert_cmpfloat_with_epsilon (n, (int) (n + 0.5), 1e-4);
      g_string_append_printf (string, "%d", (int) (n + 0.5));
    }
  return g_string_free_and_steal (string);
}

static void
assert_halves (const char *text, const char *expected)
{
  g_autofree char *is = halves (text);

  if (strcmp (is, expected) == 0)
    return;
  g_test_message ("%s should be %s, is %s", text, expected, is);
  g_test_fail ();
}

static void
test_r136_alone (void)
{
  for (const char *mark = "，、；：。？！“”‘’《》（）〔〕【】"; *mark != '\0';
       mark = g_utf8_next_char (mark))
    {
      g_autofree char *text = g_strndup (mark, g_utf8_next_char (mark) - mark);

      assert_halves (text, "2");
    }
}

static void
test_r137_exclamations (void)
{
  assert_halves ("？！", "11");
  assert_halves ("！！", "11");
  assert_halves ("？？", "11");
  assert_halves ("！！！", "112");
  assert_halves ("！！！！", "1111");
  assert_halves ("？！”", "112");
  assert_halves ("“？！", "211");
}

static void
test_r139_dash (void)
{
  assert_halves ("——", "4");
  assert_halves ("，——", "24");
  assert_halves ("”——", "24");
  assert_halves ("——“", "42");
}

static void
test_r140_ellipsis (void)
{
  assert_halves ("……", "4");
  assert_halves ("…………", "44");
  assert_halves ("……”", "42");
  assert_halves ("。……", "24");
}

static void
test_r178_closer_closer (void)
{
  assert_halves ("）”", "12");
  assert_halves ("》”", "12");
  assert_halves ("〉》", "12");
  assert_halves ("）》）", "112");
}

static void
test_r178_stop_closer (void)
{
  assert_halves ("。”", "12");
  assert_halves ("，》", "12");
  assert_halves ("！）", "12");
  assert_halves ("。’”", "112");
}

static void
test_r178_closer_stop (void)
{
  assert_halves ("”，", "12");
  assert_halves ("》、", "12");
  assert_halves ("）。", "12");
  assert_halves ("》”，", "112");
}

static void
test_r178_opener_opener (void)
{
  assert_halves ("“《", "21");
  assert_halves ("（“《", "211");
}

static void
test_r178_stop_opener (void)
{
  assert_halves ("：“", "21");
  assert_halves ("，《", "21");
  assert_halves ("。（", "21");
}

static void
test_r178_closer_opener (void)
{
  assert_halves ("”“", "21");
  assert_halves ("》《", "21");
  assert_halves ("）（", "21");
}

/* A chain: each neighbour pair gives up one half, none gives up the same half twice. */
static void
test_r178_chains (void)
{
  assert_halves ("》”，“《", "11211");
  assert_halves ("。”（", "121");
  assert_halves ("，——“", "242");
}

/* An opener after an opener keeps its ink: glyphs move with the half that goes. */
static void
test_r178_shift (void)
{
  g_autoptr (CwParagraph) paragraph = cw_test_paragraph_new ("天：“地”", 100, 0);
  const CwPlacedCluster *placed = cw_paragraph_get_placed (paragraph);

  g_assert_cmpfloat (placed[1].shift, ==, 0);
  g_assert_cmpfloat (placed[2].shift, ==, -CELL / 2);
  g_assert_cmpfloat (placed[4].shift, ==, 0);
}

/* P18: a pair is a pair across a change of face. */
static void
test_p18_across_spans (void)
{
  assert_halves ("）¦。", "12");
  assert_halves ("：¦“", "21");
  assert_halves ("》¦”¦，", "112");
  assert_halves ("！¦！", "11");
}

/* Quotes of a Latin face are narrow: nothing to take off. */
static void
test_narrow_quotes (void)
{
  g_autoptr (CwShaped) shaped = cw_test_shaped_new ("a“b”，");
  g_autoptr (CwItems) items = NULL;

  for (guint i = 1; i <= 3; i += 2)
    g_array_index (shaped->clusters, CwCluster, i).advance = 0.4 * CELL;
  items = cw_items_new (shaped);
  for (guint i = 0; i < items->n; i++)
    {
      g_assert_cmpfloat (items->items[i].left, ==, 0);
      g_assert_cmpfloat (items->items[i].right, ==, 0);
    }
  g_assert_cmpint (items->items[1].klass, ==, CW_CLASS_NARROW_OPENER);
  g_assert_cmpint (items->items[3].klass, ==, CW_CLASS_NARROW_CLOSER);
}

static void
test_apostrophe (void)
{
  g_autoptr (CwShaped) shaped = cw_test_shaped_new ("it’s");
  g_autoptr (CwItems) items = NULL;

  g_array_index (shaped->clusters, CwCluster, 2).advance = 0.3 * CELL;
  items = cw_items_new (shaped);
  g_assert_cmpint (items->items[2].klass, ==, CW_CLASS_LATIN);
  g_assert_cmpint (items->items[3].break_before, ==, CW_BREAK_FORBIDDEN);
}

/* R176: what may still be squeezed, and what never. */
static void
test_r176_spare (void)
{
  static const struct
  {
    const char *text;
    CwShrink shrink;
    double spare;
  } cases[] = {
    { "。", CW_SHRINK_STOP, 0.5 },   { "？", CW_SHRINK_STOP, 0.5 },
    { "，", CW_SHRINK_COMMA, 0.5 },  { "；", CW_SHRINK_COMMA, 0.5 },
    { "”", CW_SHRINK_BRACKET, 0.5 }, { "（", CW_SHRINK_BRACKET, 0.5 },
    { "·", CW_SHRINK_DOT, 0.5 },     { " ", CW_SHRINK_SPACE, 0.05 },
    { "——", CW_SHRINK_NONE, 0 },     { "……", CW_SHRINK_NONE, 0 },
    { "—", CW_SHRINK_NONE, 0 },      { "～", CW_SHRINK_NONE, 0 },
    { "/", CW_SHRINK_NONE, 0 },      { "/", CW_SHRINK_NONE, 0 },
    { "天", CW_SHRINK_NONE, 0 },     { "5", CW_SHRINK_NONE, 0 },
    { "　", CW_SHRINK_NONE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("天", cases[i].text, "天", NULL);
      g_autoptr (CwShaped) shaped = cw_test_shaped_new (text);
      g_autoptr (CwItems) items = cw_items_new (shaped);

      g_assert_cmpint (items->items[1].shrink, ==, cases[i].shrink);
      g_assert_cmpfloat_with_epsilon (items->items[1].spare, cases[i].spare * CELL, 1e-4);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/squeeze/R136-alone", test_r136_alone);
  g_test_add_func ("/typeset/squeeze/R137-exclamations", test_r137_exclamations);
  g_test_add_func ("/typeset/squeeze/R139-C54-dash", test_r139_dash);
  g_test_add_func ("/typeset/squeeze/R140-C54-ellipsis", test_r140_ellipsis);
  g_test_add_func ("/typeset/squeeze/R176-spare", test_r176_spare);
  g_test_add_func ("/typeset/squeeze/R178-closer-closer", test_r178_closer_closer);
  g_test_add_func ("/typeset/squeeze/R178-stop-closer", test_r178_stop_closer);
  g_test_add_func ("/typeset/squeeze/R178-closer-stop", test_r178_closer_stop);
  g_test_add_func ("/typeset/squeeze/R178-opener-opener", test_r178_opener_opener);
  g_test_add_func ("/typeset/squeeze/R178-stop-opener", test_r178_stop_opener);
  g_test_add_func ("/typeset/squeeze/R178-closer-opener", test_r178_closer_opener);
  g_test_add_func ("/typeset/squeeze/R178-chains", test_r178_chains);
  g_test_add_func ("/typeset/squeeze/R178-shift", test_r178_shift);
  g_test_add_func ("/typeset/squeeze/P18-across-spans", test_p18_across_spans);
  g_test_add_func ("/typeset/squeeze/narrow-quotes", test_narrow_quotes);
  g_test_add_func ("/typeset/squeeze/apostrophe", test_apostrophe);
  return g_test_run ();
}
