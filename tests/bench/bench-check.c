/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How well and how fast the checker of texts works: the share of the mistakes of one corpus that it
 * finds, the false alarms in another, and how long a paper of about 500 pages takes, whole and after
 * a keystroke. Judges nothing.
 */

#include "check/text-corpus.h"


#define N_PARAGRAPHS 3220
#define KEYSTROKES 60

static CwFindings *
check (CwDocument *document, CwFindings *previous)
{
  g_autoptr (CwCheckOptions) options = cw_check_options_new (NULL, NULL, NULL);

  return cw_text_check (document, options, previous, NULL);
}

static GPtrArray *
read_corpus (const char *name)
{
  g_autofree char *path = g_build_filename (BENCH_CORPUS, name, NULL);

  return text_corpus_read (path);
}

static void
bench_rates (void)
{
  g_autoptr (GPtrArray) wrong = read_corpus ("text-must-find.txt");
  g_autoptr (GPtrArray) right = read_corpus ("text-must-not-fire.txt");
  guint n_found = 0, n_alarms = 0, n_characters = 0;

  for (guint i = 0; i < wrong->len; i++)
    {
      const TextCase *c = wrong->pdata[i];
      g_autoptr (CwFindings) findings = check (c->document, NULL);

      n_found += text_corpus_is_found (c, findings);
    }
  for (guint i = 0; i < right->len; i++)
    {
      const TextCase *c = right->pdata[i];
      g_autoptr (CwFindings) findings = check (c->document, NULL);

      n_alarms += cw_findings_get_n (findings);
      n_characters += c->n_characters;
    }
  g_print ("checker, mistakes found               %8.1f %% of %u\n", n_found * 100.0 / wrong->len,
           wrong->len);
  g_print ("checker, false alarms                 %8.1f in 10,000 of %u characters\n",
           n_alarms * 10000.0 / n_characters, n_characters);
}

static CwBlock *
make_paragraph (guint i)
{
  g_autofree char *string = g_strdup_printf (
      "第%u次会议对此作出安排，各单位要加强组织领导，明确分管负责同志和具体责任人，细化工作措施，确保各项任务按时保质完成，"
      "并于每季度末月二十五日前将进展情况报送办公室，由办公室汇总后提请会议研究。2024年以来，全县共投入资金%u万元，"
      "惠及群众%u人，群众满意度达到95%%以上，各项工作取得了明显成效。",
      i, i * 3, i * 7);
  g_autoptr (CwText) text = cw_text_new (string);

  return i % 9 == 0 ? cw_block_new_heading (1 + i % 2, text) : cw_block_new_paragraph (text);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static CwDocument *
to_document (GPtrArray *blocks)
{
  CwText *elements[CW_N_ELEMENTS] = { NULL };

  return cw_document_new (elements, (CwBlock **) blocks->pdata, blocks->len);
}

static void
bench_latency (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwFindings) findings = NULL;
  double times[KEYSTROKES];
  gint64 start;

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_ptr_array_add (blocks, make_paragraph (i));
  document = to_document (blocks);
  start = g_get_monotonic_time ();
  findings = check (document, NULL);
  g_print ("checker latency, %u characters   %8.1f ms\n", cw_document_count_characters (document),
           (double) (g_get_monotonic_time () - start) / 1000);
  for (guint i = 0; i < KEYSTROKES; i++)
    {
      g_autoptr (CwDocument) typed = NULL;
      CwFindings *next;

      cw_block_unref (blocks->pdata[N_PARAGRAPHS / 2]);
      blocks->pdata[N_PARAGRAPHS / 2] = make_paragraph (N_PARAGRAPHS + i);
      typed = to_document (blocks);
      start = g_get_monotonic_time ();
      next = check (typed, findings);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
      cw_findings_unref (findings);
      findings = next;
    }
  qsort (times, KEYSTROKES, sizeof (double), compare_doubles);
  g_print ("checker latency, a keystroke in it    %8.1f ms, worst %.1f\n", times[KEYSTROKES / 2],
           times[KEYSTROKES - 1]);
}

int
main (void)
{
  bench_rates ();
  bench_latency ();
  return 0;
}
