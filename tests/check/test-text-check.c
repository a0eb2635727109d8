/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/text/cw-text-check.h"

#include <string.h>

static CwDocument *
make_document (const char *const *paragraphs)
{
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);

  for (; *paragraphs != NULL; paragraphs++)
    {
      g_autoptr (CwText) text = cw_text_new (*paragraphs);

      g_ptr_array_add (blocks, cw_block_new_paragraph (text));
    }
  return cw_document_new (elements, (CwBlock **) blocks->pdata, blocks->len);
}

static CwFindings *
check_with (CwDocument *document, CwCheckOptions *options, CwFindings *previous)
{
  g_autoptr (CwCheckOptions) plain = cw_check_options_new (NULL, NULL, NULL);

  return cw_text_check (document, options != NULL ? options : plain, previous, NULL);
}

static const char *const wrong[] = {
  "各单位要高度重视，，切实做好台帐登记工作。",
  "一是加强领导。三是加强督查。四是加强考核。",
  "各单位要高度重视，，切实做好台帐登记工作。",
  NULL,
};

/* In the order of reading, each with rule, words, sentence and keys. */
static void
test_findings (void)
{
  g_autoptr (CwDocument) document = make_document (wrong);
  g_autoptr (CwFindings) findings = check_with (document, NULL, NULL);

  g_assert_cmpuint (cw_findings_get_n (findings), >=, 5);
  g_assert_true (cw_findings_get_document (findings) == document);
  for (guint i = 0; i < cw_findings_get_n (findings); i++)
    {
      const CwFinding *finding = cw_findings_get (findings, i);

      g_assert_true (cw_stretch_is_valid (document, &finding->at));
      g_assert_cmpstr (finding->message, !=, "");
      g_assert_true (g_str_has_prefix (finding->key, finding->rule->id));
      g_assert_true (cw_text_rule_find (finding->rule->id) == finding->rule);
      if (i > 0)
        g_assert_cmpint (
            cw_stretch_compare (&cw_findings_get (findings, i - 1)->at, &finding->at), <=, 0);
    }
  g_assert_cmpuint (cw_findings_count (findings, CW_STRENGTH_RULE)
                        + cw_findings_count (findings, CW_STRENGTH_USUAL)
                        + cw_findings_count (findings, CW_STRENGTH_HINT),
                    ==, cw_findings_get_n (findings));
  g_assert_cmpuint (cw_findings_count_lines (findings, 1, 1), ==, 1);
}

/* A run out of step is renumbered to its end in one fix. */
static void
test_fix_all (void)
{
  g_autoptr (CwDocument) document = make_document (wrong);
  g_autoptr (CwFindings) findings = check_with (document, NULL, NULL);
  g_autoptr (CwDocument) mended = cw_findings_fix (document, findings, NULL, 0);
  g_autofree char *text = cw_flow_to_string (mended);
  g_autoptr (CwDocument) other = make_document (wrong);
  g_autoptr (CwDocument) same = cw_findings_fix (other, findings, NULL, 0);

  g_assert_cmpstr (text, ==,
                   "各单位要高度重视，切实做好台账登记工作。\n"
                   "一是加强领导。二是加强督查。三是加强考核。\n"
                   "各单位要高度重视，切实做好台账登记工作。");
  g_assert_true (same == other);
}

static guint
count_rule (CwFindings *findings, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < cw_findings_get_n (findings); i++)
    n += strcmp (cw_findings_get (findings, i)->rule->id, rule) == 0;
  return n;
}

/* One fix alone changes nothing else. */
static void
test_fix_one (void)
{
  g_autoptr (CwDocument) document = make_document (wrong);
  g_autoptr (CwFindings) findings = check_with (document, NULL, NULL);
  guint first = 0;
  g_autoptr (CwDocument) mended = cw_findings_fix (document, findings, &first, 1);
  g_autoptr (CwFindings) after = check_with (mended, NULL, findings);

  g_assert_cmpuint (count_rule (findings, "repeated-mark"), ==, 2);
  g_assert_cmpuint (count_rule (after, "repeated-mark"), ==, 1);
  g_assert_cmpuint (count_rule (after, "misspelling"), ==, 2);
}

static void
assert_same (CwFindings *a, CwFindings *b)
{
  g_assert_cmpuint (cw_findings_get_n (a), ==, cw_findings_get_n (b));
  for (guint i = 0; i < cw_findings_get_n (a); i++)
    {
      const CwFinding *x = cw_findings_get (a, i), *y = cw_findings_get (b, i);

      g_assert_true (x->rule == y->rule);
      g_assert_cmpint (cw_stretch_compare (&x->at, &y->at), ==, 0);
      g_assert_cmpstr (x->message, ==, y->message);
      g_assert_cmpstr (x->key, ==, y->key);
    }
}

/* After any change, what is found with the help of the last findings is what is found anew. */
static void
test_incremental (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const char *const texts[] = {
    "一是抓学习，，促提升。", "二是抓落实。", "三是抓督查。", "见附件2。",
    "各单位按排专人负责。",   "共12,000人参加。", "共24000人报名。", "工作要求",
    "其它事项另行通知。",     "其他事项另行通知。",
  };
  g_autoptr (CwDocument) document = make_document (wrong);
  g_autoptr (CwFindings) findings = check_with (document, NULL, NULL);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (CwFindings) fresh = NULL, next = NULL;
      g_autoptr (CwText) text
          = cw_text_new (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      guint n_blocks = cw_document_get_n_blocks (document);
      g_autoptr (GPtrArray) blocks
          = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
      CwText *elements[CW_N_ELEMENTS] = { NULL };
      guint skip = g_rand_int_range (rand, 0, n_blocks + 6);
      guint insert = g_rand_int_range (rand, 0, n_blocks + 1);

      for (guint k = 0; k <= n_blocks; k++)
        {
          if (k == insert)
            g_ptr_array_add (blocks, i % 7 == 0 ? cw_block_new_heading (1 + i % 2, text)
                                                : cw_block_new_paragraph (text));
          if (k < n_blocks && k != skip)
            g_ptr_array_add (blocks, cw_block_ref (cw_document_get_block (document, k)));
        }
      /* The same block twice is one document's good right. */
      if (i % 11 == 0)
        g_ptr_array_add (blocks, cw_block_ref (blocks->pdata[0]));
      cw_document_unref (document);
      document = cw_document_new (elements, (CwBlock **) blocks->pdata, MIN (blocks->len, 30));
      next = check_with (document, NULL, findings);
      fresh = check_with (document, NULL, NULL);
      assert_same (next, fresh);
      cw_findings_unref (findings);
      findings = g_steal_pointer (&next);
    }
}

/* What the ledger dismisses is left out, in this place or with these words. */
static void
test_dismissed (void)
{
  g_autoptr (CwDocument) document = make_document (wrong);
  g_autoptr (CwFindings) findings = check_with (document, NULL, NULL);
  const CwFinding *first = cw_findings_get (findings, 0);
  g_autoptr (CwLedger) ledger
      = cw_ledger_set_dismissed (cw_document_get_ledger (document), first->word_key, TRUE);
  g_autoptr (CwDocument) after = cw_document_with_ledger (document, ledger);
  g_autoptr (CwFindings) left = check_with (after, NULL, findings);
  const char *ignored[] = { first->word_key, NULL };
  g_autoptr (CwCheckOptions) options = cw_check_options_new (NULL, NULL, ignored);
  g_autoptr (CwFindings) always = check_with (document, options, findings);

  g_assert_cmpuint (count_rule (left, "repeated-mark"), ==, 0);
  g_assert_cmpuint (cw_findings_get_n_dismissed (left), ==, 2);
  g_assert_cmpuint (count_rule (always, "repeated-mark"), ==, 0);
}

/* The key of a finding moves with its paragraph. */
static void
test_key_moves (void)
{
  const char *const moved[] = { "会议于上午召开。", wrong[0], NULL };
  g_autoptr (CwDocument) a = make_document (wrong), b = make_document (moved);
  g_autoptr (CwFindings) x = check_with (a, NULL, NULL), y = check_with (b, NULL, NULL);

  g_assert_cmpstr (cw_findings_get (x, 0)->key, ==, cw_findings_get (y, 0)->key);
}

/* Rules can be switched off; the office has words of its own and takes some off the list. */
static void
test_options (void)
{
  static const char *const texts[] = { "请各村民小组登陆系统填报台帐，报村委会。", NULL };
  static const char *const off[] = { "misspelling", NULL };
  g_autoptr (CwDocument) document = make_document (texts);
  g_autoptr (CwCheckOptions) without = cw_check_options_new (off, NULL, NULL);
  g_autoptr (CwCheckOptions) own
      = cw_check_options_new (NULL, "# ours\n村委会=村民委员会\n-台帐\n村民=群众|村民小组\n", NULL);
  g_autoptr (CwFindings) plain = check_with (document, NULL, NULL);
  g_autoptr (CwFindings) less = check_with (document, without, plain);
  g_autoptr (CwFindings) ours = check_with (document, own, plain);

  g_assert_cmpuint (count_rule (plain, "misspelling"), ==, 2);
  g_assert_cmpuint (count_rule (less, "misspelling"), ==, 0);
  g_assert_true (cw_check_options_is_off (without, "misspelling"));
  g_assert_cmpuint (count_rule (ours, "misspelling"), ==, 1);
  g_assert_cmpuint (count_rule (ours, "term"), ==, 1);
}

static void
test_term_list (void)
{
  g_auto (GStrv) mistakes = cw_check_options_find_mistakes ("a=b\n=c\nd=d\n# e\n-\n");
  g_autofree char *built_in = cw_check_options_describe_built_in ();
  g_auto (GStrv) none = cw_check_options_find_mistakes (built_in);
  g_autoptr (CwCheckOptions) options = cw_check_options_new (NULL, built_in, NULL);

  g_assert_cmpuint (g_strv_length (mistakes), ==, 3);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (strlen (built_in), >, 1000);
}

static void
test_cancelled (void)
{
  g_autoptr (CwDocument) document = make_document (wrong);
  g_autoptr (CwCheckOptions) options = cw_check_options_new (NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (cw_text_check (document, options, NULL, cancellable));
}

static gpointer
check_in_thread (gpointer document)
{
  return check_with (document, NULL, NULL);
}

/* Several threads at once find the same. */
static void
test_threads (void)
{
  g_autoptr (CwDocument) document = make_document (wrong);
  g_autoptr (CwFindings) here = check_with (document, NULL, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("check", check_in_thread, document);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (CwFindings) there = g_thread_join (threads[i]);

      assert_same (here, there);
    }
}

/* The draft everybody knows: each finding in it is right. */
static void
test_seed (void)
{
  static const char *const expected[] = { "agency", "blank", "half-mark", "long-sentence",
                                          "sequence", "missing-end", "quote-form", "list-comma" };
  const char *shared = g_getenv ("CHENGWEN_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "seed.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwFindings) findings = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("no draft here");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  document = make_document ((const char *const *) lines);
  findings = check_with (document, NULL, NULL);
  g_assert_cmpuint (count_rule (findings, "half-mark"), >, 50);
  for (guint i = 0; i < cw_findings_get_n (findings); i++)
    {
      const char *id = cw_findings_get (findings, i)->rule->id;
      gboolean known = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (expected); k++)
        known = known || strcmp (expected[k], id) == 0;
      g_test_message ("%s %s", id, cw_findings_get (findings, i)->message);
      g_assert_true (known || strcmp (id, "level-mark") == 0 || strcmp (id, "repeated-mark") == 0);
    }
}

/* A sum that is not that of its parts. */
static void
test_value (void)
{
  static const char *const strings[] = { "12", "30", "45" };
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  CwBlock *blocks[3];
  const guint parts[] = { 1, 2 };
  g_autoptr (CwLedger) ledger = cw_ledger_new ();
  g_autoptr (CwDocument) plain = NULL, document = NULL, mended = NULL;
  g_autoptr (CwFindings) findings = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (CwText) bare = cw_text_new (strings[i]);
      g_autoptr (CwText) marked = cw_text_set_value (bare, i + 1, 0, 2);
      CwValue value = { .id = i + 1, .filled = TRUE, .rule = i == 2 ? CW_VALUE_SUM : CW_VALUE_ENTERED };
      CwLedger *next;

      value.parts = i == 2 ? parts : NULL;
      value.n_parts = i == 2 ? 2 : 0;
      next = cw_ledger_set_value (ledger, &value);
      cw_ledger_unref (ledger);
      ledger = next;
      blocks[i] = cw_block_new_paragraph (marked);
    }
  plain = cw_document_new (elements, blocks, G_N_ELEMENTS (blocks));
  document = cw_document_with_ledger (plain, ledger);
  findings = check_with (document, NULL, NULL);
  g_assert_cmpuint (count_rule (findings, "value"), ==, 1);
  mended = cw_findings_fix (document, findings, NULL, 0);
  text = cw_flow_to_string (mended);
  g_assert_cmpstr (text, ==, "12\n30\n42");
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    cw_block_unref (blocks[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/text/findings", test_findings);
  g_test_add_func ("/check/text/fix-all", test_fix_all);
  g_test_add_func ("/check/text/fix-one", test_fix_one);
  g_test_add_func ("/check/text/incremental", test_incremental);
  g_test_add_func ("/check/text/dismissed", test_dismissed);
  g_test_add_func ("/check/text/key-moves", test_key_moves);
  g_test_add_func ("/check/text/options", test_options);
  g_test_add_func ("/check/text/term-list", test_term_list);
  g_test_add_func ("/check/text/cancelled", test_cancelled);
  g_test_add_func ("/check/text/threads", test_threads);
  g_test_add_func ("/check/text/value", test_value);
  g_test_add_func ("/check/text/seed", test_seed);
  return g_test_run ();
}
