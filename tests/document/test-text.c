/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

/* A text in the notation of cw-test.h, so that marks show. */
static void
assert_text (CwText *text, const char *notation)
{
  g_autoptr (CwBlock) block = cw_block_new_paragraph (text);
  g_autoptr (CwDocument) document = cw_document_new (NULL, &block, 1);
  g_autofree char *expected = g_strconcat ("P:", notation, NULL);

  cw_test_assert_document (document, expected);
}

static void
test_new (void)
{
  g_autoptr (CwText) text = cw_text_new ("会议X次");
  g_autoptr (CwText) empty = cw_text_new ("");
  g_autoptr (CwText) again = cw_text_ref (text);
  const CwPlaceholder *placeholders;
  guint n;

  g_assert_true (again == text);
  g_assert_cmpstr (cw_text_get_string (text), ==, "会议X次");
  g_assert_cmpuint (cw_text_get_length (text), ==, 10);
  g_assert_false (cw_text_is_empty (text));
  g_assert_true (cw_text_is_empty (empty));
  g_assert_null (cw_text_get_marks (text, &n));
  g_assert_cmpuint (n, ==, 0);
  placeholders = cw_text_get_placeholders (text, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (placeholders[0].start, ==, 6);
  g_assert_cmpuint (placeholders[0].end, ==, 7);
  g_assert_cmpuint (placeholders[0].unit_end, ==, 10);
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (CwText) text = cw_text_new ("甲\xff乙");
  g_autoptr (CwText) cut = cw_text_new_with_marks ("甲乙", 4, NULL, 0);
  g_autoptr (CwText) nul = cw_text_new_with_marks ("a\0b", 3, NULL, 0);

  g_assert_cmpstr (cw_text_get_string (text), ==, "甲\xef\xbf\xbd乙");
  g_assert_true (g_utf8_validate (cw_text_get_string (cut), -1, NULL));
  g_assert_true (g_str_has_prefix (cw_text_get_string (cut), "甲"));
  g_assert_cmpuint (strlen (cw_text_get_string (nul)), ==, cw_text_get_length (nul));
}

static void
test_marks_are_made_sound (void)
{
  static const CwMark marks[] = {
    { CW_MARK_EMPHASIS, 9, 100 }, /* beyond the end */
    { CW_MARK_EMPHASIS, 3, 4 },   /* within a character: nothing left */
    { CW_MARK_EMPHASIS, 0, 3 },   /* out of order */
    { CW_MARK_EMPHASIS, 1, 6 },   /* overlapping, from within a character */
    { CW_MARK_EMPHASIS, 8, 2 },   /* backwards */
  };
  g_autoptr (CwText) text = cw_text_new_with_marks ("甲乙丙丁", -1, marks, G_N_ELEMENTS (marks));

  assert_text (text, "⟦甲乙⟧丙⟦丁⟧");
}

static void
test_touching_marks_join (void)
{
  static const CwMark marks[] = { { CW_MARK_EMPHASIS, 3, 6 }, { CW_MARK_EMPHASIS, 0, 3 } };
  g_autoptr (CwText) text = cw_text_new_with_marks ("甲乙丙", -1, marks, 2);
  g_autoptr (CwText) same = cw_test_text_new ("⟦甲乙⟧丙");
  guint n;

  cw_text_get_marks (text, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (cw_text_equal (text, same));
}

static void
test_equal (void)
{
  g_autoptr (CwText) a = cw_test_text_new ("甲⟦乙⟧");
  g_autoptr (CwText) b = cw_test_text_new ("甲⟦乙⟧");
  g_autoptr (CwText) unmarked = cw_test_text_new ("甲乙");
  g_autoptr (CwText) elsewhere = cw_test_text_new ("⟦甲⟧乙");
  g_autoptr (CwText) other = cw_test_text_new ("甲⟦丙⟧");

  g_assert_true (cw_text_equal (a, a));
  g_assert_true (cw_text_equal (a, b));
  g_assert_false (cw_text_equal (a, unmarked));
  g_assert_false (cw_text_equal (a, elsewhere));
  g_assert_false (cw_text_equal (a, other));
}

static void
test_lines (void)
{
  g_autoptr (CwText) text = cw_text_new ("甲\n\n乙丙");
  g_autoptr (CwText) last_empty = cw_text_new ("甲\n");
  static const guint bounds[][2] = { { 0, 3 }, { 4, 4 }, { 5, 11 } };
  guint start, end;

  g_assert_cmpuint (cw_text_get_n_lines (text), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      cw_text_get_line (text, i, &start, &end);
      g_assert_cmpuint (start, ==, bounds[i][0]);
      g_assert_cmpuint (end, ==, bounds[i][1]);
    }
  g_assert_cmpuint (cw_text_get_n_lines (last_empty), ==, 2);
  cw_text_get_line (last_empty, 1, &start, &end);
  g_assert_cmpuint (start, ==, 4);
  g_assert_cmpuint (end, ==, 4);
}

/* 字数: all but spaces, line feeds and what is invisible. */
static void
test_n_characters (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "", 0 },
    { "公文，", 3 },
    { "GB/T 9704—2012", 13 },
    { "甲　乙\t丙\n丁 ", 4 },
    { "X次", 2 },
    { "a\xc2\xa0"
      "b",
      2 }, /* U+00A0 */
    { "\xef\xbb\xbf甲", 1 },
    { "\xe2\x80\x8b甲", 1 },
    { "甲\xe2\x81\xa0乙", 2 }, /* word joiner */
    { "\xf0\xac\xad\xb6", 1 },   /* U+2CB76 */
    { "葛\xf3\xa0\x84\x80", 1 }, /* with a variation selector */
    { "“甲”——乙……", 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwText) text = cw_text_new (cases[i].text);

      g_assert_cmpuint (cw_text_get_n_characters (text), ==, cases[i].n);
    }
}

static void
test_slice (void)
{
  g_autoptr (CwText) text = cw_test_text_new ("甲⟦乙丙⟧丁");
  g_autoptr (CwText) middle = cw_text_slice (text, 6, 12);
  g_autoptr (CwText) outside = cw_text_slice (text, 9, 12);
  g_autoptr (CwText) all = cw_text_slice (text, 0, 12);
  g_autoptr (CwText) none = cw_text_slice (text, 6, 6);

  assert_text (middle, "⟦丙⟧丁");
  assert_text (outside, "丁");
  assert_text (none, "");
  g_assert_true (all == text);
}

static void
test_splice (void)
{
  static const struct
  {
    const char *before, *insert, *after;
    gsize start, end;
  } cases[] = {
    { "甲乙", "字", "甲字乙", 3, 3 },
    { "甲乙", "", "乙", 0, 3 },
    { "甲⟦乙丙⟧丁", "字", "甲⟦乙字丙⟧丁", 6, 6 },
    { "甲⟦乙丙⟧丁", "字", "甲字⟦乙丙⟧丁", 3, 3 },
    { "甲⟦乙丙⟧丁", "字", "甲⟦乙丙⟧字丁", 9, 9 },
    { "甲⟦乙丙⟧丁", "字", "甲⟦字⟧丁", 3, 9 },
    { "甲⟦乙丙⟧丁", "字", "字⟦丙⟧丁", 0, 6 },
    { "甲⟦乙丙⟧丁", "字", "甲⟦乙⟧字", 6, 12 },
    { "甲⟦乙丙⟧丁", "", "甲丁", 3, 9 },
    { "甲⟦乙⟧丙⟦丁⟧", "", "甲⟦乙丁⟧", 6, 9 },
    { "甲乙", "⟦字⟧", "甲⟦字⟧乙", 3, 3 },
    { "⟦甲乙⟧", "⟦字⟧", "⟦甲字乙⟧", 3, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwText) before = cw_test_text_new (cases[i].before);
      g_autoptr (CwText) insert = cw_test_text_new (cases[i].insert);
      g_autoptr (CwText) after = cw_text_splice (before, cases[i].start, cases[i].end, insert);

      assert_text (after, cases[i].after);
      assert_text (before, cases[i].before);
    }
}

static void
test_splice_nothing (void)
{
  g_autoptr (CwText) text = cw_test_text_new ("甲乙");
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwText) same = cw_text_splice (text, 3, 3, nothing);

  g_assert_true (same == text);
}

/* A placeholder is found across the seam. */
static void
test_splice_scans_again (void)
{
  g_autoptr (CwText) text = cw_text_new ("共次");
  g_autoptr (CwText) x = cw_text_new ("X");
  g_autoptr (CwText) blank = cw_text_splice (text, 3, 3, x);
  g_autoptr (CwText) filled = cw_text_splice (blank, 3, 4, text);
  guint n;

  g_assert_cmpuint ((cw_text_get_placeholders (blank, &n), n), ==, 1);
  g_assert_cmpuint ((cw_text_get_placeholders (filled, &n), n), ==, 0);
}

static void
test_join (void)
{
  g_autoptr (CwText) a = cw_test_text_new ("甲⟦乙⟧");
  g_autoptr (CwText) b = cw_test_text_new ("⟦丙⟧丁");
  g_autoptr (CwText) joined = cw_text_join ((CwText *[]) { a, b, a }, 3, "");
  g_autoptr (CwText) lines = cw_text_join ((CwText *[]) { a, b }, 2, "\n");
  g_autoptr (CwText) alone = cw_text_join (&a, 1, "\n");
  g_autoptr (CwText) none = cw_text_join (NULL, 0, "\n");

  assert_text (joined, "甲⟦乙丙⟧丁甲⟦乙⟧");
  g_assert_cmpstr (cw_text_get_string (lines), ==, "甲乙\n丙丁");
  g_assert_true (alone == a);
  g_assert_true (cw_text_is_empty (none));
}

static void
test_set_mark (void)
{
  static const struct
  {
    const char *before, *after;
    gsize start, end;
    gboolean on;
  } cases[] = {
    { "甲乙丙丁", "甲⟦乙丙⟧丁", 3, 9, TRUE },     { "⟦甲乙丙丁⟧", "⟦甲⟧乙丙⟦丁⟧", 3, 9, FALSE },
    { "甲⟦乙⟧丙丁", "甲⟦乙丙⟧丁", 6, 9, TRUE },   { "⟦甲乙⟧丙⟦丁⟧", "⟦甲⟧乙丙⟦丁⟧", 3, 9, FALSE },
    { "⟦甲⟧乙⟦丙⟧丁", "甲乙丙丁", 0, 12, FALSE }, { "⟦甲⟧乙⟦丙⟧丁", "⟦甲乙丙丁⟧", 0, 12, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwText) before = cw_test_text_new (cases[i].before);
      g_autoptr (CwText) after
          = cw_text_set_mark (before, CW_MARK_EMPHASIS, cases[i].start, cases[i].end, cases[i].on);
      g_autoptr (CwText) again
          = cw_text_set_mark (after, CW_MARK_EMPHASIS, cases[i].start, cases[i].end, cases[i].on);

      assert_text (after, cases[i].after);
      g_assert_true (again == after);
    }
}

static void
test_has_mark (void)
{
  g_autoptr (CwText) text = cw_test_text_new ("甲⟦乙丙⟧丁");

  g_assert_true (cw_text_has_mark (text, CW_MARK_EMPHASIS, 3, 9));
  g_assert_true (cw_text_has_mark (text, CW_MARK_EMPHASIS, 6, 9));
  g_assert_false (cw_text_has_mark (text, CW_MARK_EMPHASIS, 0, 6));
  g_assert_false (cw_text_has_mark (text, CW_MARK_EMPHASIS, 6, 12));
  g_assert_true (cw_text_has_mark (text, CW_MARK_EMPHASIS, 6, 6));
  g_assert_false (cw_text_has_mark (text, CW_MARK_EMPHASIS, 3, 3));
  g_assert_false (cw_text_has_mark (text, CW_MARK_EMPHASIS, 9, 9));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/text/new", test_new);
  g_test_add_func ("/document/text/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/document/text/marks-are-made-sound", test_marks_are_made_sound);
  g_test_add_func ("/document/text/touching-marks-join", test_touching_marks_join);
  g_test_add_func ("/document/text/equal", test_equal);
  g_test_add_func ("/document/text/lines", test_lines);
  g_test_add_func ("/document/text/n-characters", test_n_characters);
  g_test_add_func ("/document/text/slice", test_slice);
  g_test_add_func ("/document/text/splice", test_splice);
  g_test_add_func ("/document/text/splice-nothing", test_splice_nothing);
  g_test_add_func ("/document/text/splice-scans-again", test_splice_scans_again);
  g_test_add_func ("/document/text/join", test_join);
  g_test_add_func ("/document/text/set-mark", test_set_mark);
  g_test_add_func ("/document/text/has-mark", test_has_mark);
  return g_test_run ();
}
