/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/lines/cw-char-class.h"

/* The lists of R170 and R171 as the digest has them. A pair —— may begin a line, … may not. */
static const char *const not_first
    = "。，、；：？！．｡”’」』）］｝〕】〗》〉)]}·•/／–～~－％%‰℃°′″…";
static const char *const not_last = "“‘「『（［｛〔【〖《〈([{/／￥¥$№";

static gboolean
contains (const char *list, gunichar ch)
{
  return g_utf8_strchr (list, -1, ch) != NULL;
}

static gboolean
forbids_line_start (gunichar ch)
{
  return (CW_CLASSES_NOT_FIRST & CW_CLASS_BIT (cw_char_class (ch))) != 0;
}

static gboolean
forbids_line_end (gunichar ch)
{
  return (CW_CLASSES_NOT_LAST & CW_CLASS_BIT (cw_char_class (ch))) != 0;
}

static void
test_r170 (void)
{
  for (const char *p = not_first; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (forbids_line_start (g_utf8_get_char (p)));
}

static void
test_r171 (void)
{
  for (const char *p = not_last; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (forbids_line_end (g_utf8_get_char (p)));
}

static void
test_only_marks_are_forbidden (void)
{
  for (gunichar ch = 1; ch < 0x20000; ch++)
    {
      if (!g_unichar_isalnum (ch))
        continue;
      g_assert_false (forbids_line_start (ch));
      g_assert_false (forbids_line_end (ch));
    }
}

/* What may not begin a line may end one, and the other way round, but for the solidus (R143) and
 * the ratio, which stands within a number. */
static void
test_both_ways (void)
{
  for (gunichar ch = 1; ch < 0x20000; ch++)
    if (forbids_line_start (ch) && forbids_line_end (ch))
      g_assert_true (contains ("/／∶", ch));
}

/* Opening and closing halves are what Unicode says they are. */
static void
test_r138_pairs (void)
{
  for (gunichar ch = 0x2010; ch < 0xFFEE; ch++)
    {
      CwCharClass klass = cw_char_class (ch);

      if (klass == CW_CLASS_OPENER)
        g_assert_true (g_unichar_type (ch) == G_UNICODE_OPEN_PUNCTUATION
                       || g_unichar_type (ch) == G_UNICODE_INITIAL_PUNCTUATION);
      if (klass == CW_CLASS_CLOSER)
        g_assert_true (g_unichar_type (ch) == G_UNICODE_CLOSE_PUNCTUATION
                       || g_unichar_type (ch) == G_UNICODE_FINAL_PUNCTUATION);
    }
}

static void
test_scripts (void)
{
  static const struct
  {
    const char *characters;
    CwCharClass klass;
  } cases[] = {
    { "天䶮㛃喆堃𬭶々〇①Ⅰ○×☆〒ㄅあ한😀", CW_CLASS_HAN },
    { "aZéßΩЖ&@#_", CW_CLASS_LATIN },
    { "0590９", CW_CLASS_DIGIT },
    { " \t\n\u3000\u2009\u200b", CW_CLASS_SPACE },
    { "\u00a0\u202f\u2060\ufeff", CW_CLASS_GLUE },
    { "—", CW_CLASS_DASH },
    { "…", CW_CLASS_ELLIPSIS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (const char *p = cases[i].characters; *p != '\0'; p = g_utf8_next_char (p))
      g_assert_cmpint (cw_char_class (g_utf8_get_char (p)), ==, cases[i].klass);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/char-class/R138-pairs", test_r138_pairs);
  g_test_add_func ("/typeset/char-class/R170-line-start", test_r170);
  g_test_add_func ("/typeset/char-class/R171-line-end", test_r171);
  g_test_add_func ("/typeset/char-class/only-marks-are-forbidden", test_only_marks_are_forbidden);
  g_test_add_func ("/typeset/char-class/both-ways", test_both_ways);
  g_test_add_func ("/typeset/char-class/scripts", test_scripts);
  return g_test_run ();
}
