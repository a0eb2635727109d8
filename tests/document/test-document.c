/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

static void
test_new (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("T:标题\nP:甲\n1:乙\nD:某日");

  g_assert_cmpuint (cw_document_get_n_blocks (document), ==, 2);
  g_assert_cmpstr (cw_text_get_string (cw_document_get_element (document, CW_ELEMENT_TITLE)), ==,
                   "标题");
  g_assert_null (cw_document_get_element (document, CW_ELEMENT_SIGNATORY));
  g_assert_cmpuint (cw_block_get_level (cw_document_get_block (document, 1)), ==, 1);
}

/* There is always a line to put the caret in. */
static void
test_never_without_a_line (void)
{
  g_autoptr (CwDocument) nothing = cw_document_new (NULL, NULL, 0);
  g_autoptr (CwDocument) title = cw_test_document_new ("T:甲");

  cw_test_assert_document (nothing, "P:");
  cw_test_assert_document (title, "T:甲");
}

static void
test_blank (void)
{
  static const char *const blank[] = { "P:", "T:", "T:\nT:\nP:", "1:\nS:\nD:" };
  static const char *const not_blank[] = { "P:a", "T:\nT:甲", "B:", "P:\nD:　" };
  g_autoptr (CwDocument) fresh = cw_document_new_blank ();

  cw_test_assert_document (fresh, "T:\nP:");
  g_assert_true (cw_document_is_blank (fresh));
  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_autoptr (CwDocument) document = cw_test_document_new (blank[i]);

      g_assert_true (cw_document_is_blank (document));
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_blank); i++)
    {
      g_autoptr (CwDocument) document = cw_test_document_new (not_blank[i]);

      g_assert_false (cw_document_is_blank (document));
    }
}

static void
test_equal (void)
{
  g_autoptr (CwDocument) a = cw_test_document_new ("T:题\nP:甲\n1:乙");
  g_autoptr (CwDocument) b = cw_test_document_new ("T:题\nP:甲\n1:乙");
  static const char *const others[]
      = { "T:题\nP:甲", "P:甲\n1:乙", "T:题\nP:甲\n2:乙", "U:题\nP:甲\n1:乙", "T:\nP:甲\n1:乙" };

  g_assert_true (cw_document_equal (a, b));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (CwDocument) other = cw_test_document_new (others[i]);

      g_assert_false (cw_document_equal (a, other));
    }
}

static void
test_counts (void)
{
  g_autoptr (CwDocument) document
      = cw_test_document_new ("T:X市总结\nT:（草稿）\n1:会议 XX次\nB:\nP:共　X名\nD:X月X日");

  g_assert_cmpuint (cw_document_count_placeholders (document), ==, 4);
  g_assert_cmpuint (cw_document_count_characters (document), ==, 4 + 4 + 5 + 3 + 4);
}

/* A document made of another's parts holds the very same ones. */
static void
test_shares (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("T:题\nP:甲\nP:乙");
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  CwBlock *blocks[] = { cw_document_get_block (document, 1), cw_document_get_block (document, 0) };
  g_autoptr (CwDocument) other = NULL;

  elements[CW_ELEMENT_TITLE] = cw_document_get_element (document, CW_ELEMENT_TITLE);
  other = cw_document_new (elements, blocks, G_N_ELEMENTS (blocks));
  cw_test_assert_document (other, "T:题\nP:乙\nP:甲");
  g_assert_true (cw_document_get_block (other, 0) == blocks[0]);
  g_assert_true (cw_document_get_element (other, CW_ELEMENT_TITLE) == elements[CW_ELEMENT_TITLE]);
}

static gpointer
use_in_thread (gpointer data)
{
  CwDocument *document = data;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (CwDocument) held = cw_document_ref (document);
      g_autoptr (CwBlock) block = cw_block_ref (cw_document_get_block (document, i % 2));
      g_autoptr (CwText) text = cw_text_ref (cw_block_get_text (block));
      g_autoptr (CwDocument) changed = cw_document_new (NULL, &block, 1);

      g_assert_cmpuint (cw_document_count_placeholders (changed), >, 0);
    }
  cw_document_unref (document);
  return NULL;
}

/* References are taken and given back from several threads at once; the sanitizers see a mistake.
 */
static void
test_threads (void)
{
  CwDocument *document = cw_test_document_new ("T:题\nP:甲X次\n1:乙XX名");
  GThread *threads[2];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("user", use_in_thread, cw_document_ref (document));
  cw_document_unref (document);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* A ledger in which nothing is dismissed has an empty list of it, not none. */
static void
test_nothing_dismissed (void)
{
  g_autoptr (CwLedger) empty = cw_ledger_new ();
  g_autoptr (CwLedger) some = cw_ledger_set_dismissed (empty, "a", TRUE);
  g_autoptr (CwLedger) none = cw_ledger_set_dismissed (some, "a", FALSE);

  g_assert_nonnull (cw_ledger_get_dismissed (empty));
  g_assert_null (cw_ledger_get_dismissed (empty)[0]);
  g_assert_cmpstr (cw_ledger_get_dismissed (some)[0], ==, "a");
  g_assert_null (cw_ledger_get_dismissed (none)[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/document/new", test_new);
  g_test_add_func ("/document/document/never-without-a-line", test_never_without_a_line);
  g_test_add_func ("/document/document/blank", test_blank);
  g_test_add_func ("/document/document/equal", test_equal);
  g_test_add_func ("/document/document/counts", test_counts);
  g_test_add_func ("/document/document/shares", test_shares);
  g_test_add_func ("/document/document/threads", test_threads);
  g_test_add_func ("/document/ledger/nothing-dismissed", test_nothing_dismissed);
  return g_test_run ();
}
