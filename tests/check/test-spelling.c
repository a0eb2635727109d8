/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/spelling/cw-latin-words.h"
#include "check/spelling/cw-spelling.h"

#include "cw-test.h"

/* Which words of a text are looked up, and which of them are wrong. */

/* The words with | between them. */
static void
assert_words (const char *text, const char *expected)
{
  g_autoptr (GArray) words = cw_latin_words_find (text, strlen (text));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const CwLatinWord *word = &g_array_index (words, CwLatinWord, i);

      g_string_append_printf (found, "%s%.*s", i > 0 ? "|" : "", (int) (word->end - word->start),
                              text + word->start);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (void)
{
  assert_words ("推广Smart Campus平台。", "Smart|Campus");
  assert_words ("the office’s plan, 'quoted' words", "the|office’s|plan|quoted|words");
  assert_words ("well-being和co-operation", "well|being|operation");
  assert_words ("café（resume）and/or", "café|resume|and|or");
  assert_words ("", "");
  assert_words ("没有外文，2026年9月30日。", "");
}

static void
test_not_words (void)
{
  assert_words ("GDP增长5%，开发APP和iPhone、WeChat小程序", "");
  assert_words ("5G、A4纸、COVID-19、H7N9、10kg、km2", "");
  assert_words ("见https://www.qinglan.gov.cn/path，邮箱office@qinglan.cn，www.qinglan.cn", "");
  assert_words ("文件report.docx和C:\\data\\file、/usr/share、file_name", "");
  assert_words ("召开会议XX次，Xxx同志，x件，X市，xxx", "");
  assert_words ("A组、B组、Q3", "");
}

static void
test_pinyin (void)
{
  assert_words ("Qinglan、Beijing、Xi’an、Xi'an、Lü、Zhuang Wuxue、Shuangliu", "");
  assert_words ("Management、Campus、Forest、Xavier", "Management|Campus|Forest|Xavier");
  assert_words ("beijing", "beijing"); /* no name is written so */
}

/* A compound is given with each of its parts. */
static void
test_compound (void)
{
  const char *text = "搞好follow-up工作";
  g_autoptr (GArray) words = cw_latin_words_find (text, strlen (text));
  const CwLatinWord *word = &g_array_index (words, CwLatinWord, 0);

  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpuint (word->start, ==, 6);
  g_assert_cmpuint (word->end, ==, 12);
  g_assert_cmpuint (word->whole_start, ==, 6);
  g_assert_cmpuint (word->whole_end, ==, 15);
}

static void
test_no_library (void)
{
  g_assert_null (cw_dictionary_open ("libchengwen-has-no-such-words.so.1"));
  g_assert_null (cw_dictionary_open ("libm.so.6"));
}

/* --- with the dictionary of this computer --- */

static CwDictionary *
get_dictionary (void)
{
  CwDictionary *dictionary = cw_dictionary_get_default ();

  if (dictionary == NULL)
    g_test_skip ("this computer has no English dictionary");
  return dictionary;
}

static void
assert_found (CwSpelling *spelling, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  guint n;
  const CwStretch *stretches = cw_spelling_get_stretches (spelling, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word
          = cw_stretch_to_string (cw_spelling_get_document (spelling), &stretches[i]);

      g_string_append_printf (found, "%s%u:%s", i > 0 ? "|" : "", stretches[i].line, word);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_dictionary (void)
{
  CwDictionary *dictionary = get_dictionary ();
  g_auto (GStrv) suggestions = NULL;

  if (dictionary == NULL)
    return;
  g_assert_true (cw_dictionary_knows (dictionary, "management"));
  g_assert_true (cw_dictionary_knows (dictionary, "office’s"));
  g_assert_false (cw_dictionary_knows (dictionary, "managment"));
  g_assert_false (cw_dictionary_knows (dictionary, "managment")); /* now from memory */
  suggestions = cw_dictionary_suggest (dictionary, "managment", 5);
  g_assert_true (g_strv_contains ((const char *const *) suggestions, "management"));
  g_assert_cmpuint (g_strv_length (suggestions), <=, 5);
}

/* A capital is kept, and does not make a name of what is none. */
static void
test_capital (void)
{
  g_auto (GStrv) suggestions = NULL;

  if (get_dictionary () == NULL)
    return;
  suggestions = cw_dictionary_suggest (get_dictionary (), "Managment", 5);
  g_assert_cmpstr (suggestions[0], ==, "Management");
  for (guint i = 1; suggestions[i] != NULL; i++)
    g_assert_false (g_strv_contains ((const char *const *) suggestions + i, suggestions[i - 1]));
}

/* In titles, text, captions and cells. */
static void
test_document (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (
      "T:关于managment的报告\nP:推广Smart Campas平台，完成XX次。\n"
      "G:表1 budjet|处;budget|甲处;recieve\nP:GDP与well-being。");
  g_autoptr (CwSpelling) spelling = NULL;
  guint n;

  if (get_dictionary () == NULL)
    return;
  spelling = cw_spelling_check (document, get_dictionary (), NULL, NULL, NULL);
  assert_found (spelling, "0:managment|1:Campas|2:budjet|2:recieve");
  g_assert_cmpint (cw_spelling_get_stretches (spelling, &n)[3].field.kind, ==, CW_FIELD_CELL);
}

static void
test_allowed (void)
{
  static const char *const own[] = { "campas", NULL };
  g_autoptr (CwDocument) document = cw_test_document_new ("P:Campas与recieve、budjet。");
  g_autofree char *key = cw_spelling_make_key ("Recieve");
  g_autoptr (CwLedger) ledger
      = cw_ledger_set_dismissed (cw_document_get_ledger (document), key, TRUE);
  g_autoptr (CwDocument) dismissed = cw_document_with_ledger (document, ledger);
  g_autoptr (CwSpelling) before = NULL;
  g_autoptr (CwSpelling) after = NULL;

  if (get_dictionary () == NULL)
    return;
  before = cw_spelling_check (document, get_dictionary (), NULL, NULL, NULL);
  assert_found (before, "0:Campas|0:recieve|0:budjet");
  after = cw_spelling_check (dismissed, get_dictionary (), own, before, NULL);
  assert_found (after, "0:budjet");
}

/* What did not change is taken from last time, and moves with its lines. */
static void
test_previous (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲。\nP:用recieve。\nG:表|处;budjet");
  CwStretch stretch = { .line = 0, .start = 0, .end = 0 };
  g_autoptr (CwText) text = cw_text_new ("managment");
  g_autoptr (CwDocument) longer = cw_edit_stretches (document, &stretch, &text, 1);
  g_autoptr (CwSpelling) before = NULL;
  g_autoptr (CwSpelling) after = NULL;

  if (get_dictionary () == NULL)
    return;
  before = cw_spelling_check (document, get_dictionary (), NULL, NULL, NULL);
  assert_found (before, "1:recieve|2:budjet");
  after = cw_spelling_check (longer, get_dictionary (), NULL, before, NULL);
  assert_found (after, "0:managment|1:recieve|2:budjet");
}

static void
test_cancelled (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:recieve");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  if (get_dictionary () == NULL)
    return;
  g_cancellable_cancel (cancellable);
  g_assert_null (cw_spelling_check (document, get_dictionary (), NULL, NULL, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/spelling/words", test_words);
  g_test_add_func ("/check/spelling/not-words", test_not_words);
  g_test_add_func ("/check/spelling/pinyin", test_pinyin);
  g_test_add_func ("/check/spelling/compound", test_compound);
  g_test_add_func ("/check/spelling/no-library", test_no_library);
  g_test_add_func ("/check/spelling/dictionary", test_dictionary);
  g_test_add_func ("/check/spelling/capital", test_capital);
  g_test_add_func ("/check/spelling/document", test_document);
  g_test_add_func ("/check/spelling/allowed", test_allowed);
  g_test_add_func ("/check/spelling/previous", test_previous);
  g_test_add_func ("/check/spelling/cancelled", test_cancelled);
  return g_test_run ();
}
