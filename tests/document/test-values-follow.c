/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/values/cw-blank.h"
#include "document/edits/cw-edit.h"
#include "document/edits/cw-history.h"
#include "document/values/cw-value-rules.h"

/* A paper whose blanks are one quantity. */
static CwDocument *
linked (const char *notation)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);

  return cw_blanks_link (document, (CwBlank *) blanks->data, blanks->len);
}

static CwDocument *
filled (const char *notation, const char *text)
{
  g_autoptr (CwDocument) document = linked (notation);
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);

  return cw_blank_fill (document, &g_array_index (blanks, CwBlank, 0), text, NULL, NULL);
}

static void
edit (CwHistory *history, CwEditKind kind, guint line, guint start, guint end, const char *text)
{
  CwPlace after;
  g_autoptr (CwDocument) document
      = cw_edit_replace (cw_history_get_document (history), (CwPlace){ line, start },
                         (CwPlace){ line, end }, text, &after);

  cw_history_push (history, document, kind, after, 0);
}

static void
test_typing (void)
{
  g_autoptr (CwDocument) document = filled ("P:甲XX次\nP:乙XX次", "35");
  g_autoptr (CwHistory) history = cw_history_new (document);

  edit (history, CW_EDIT_TYPING, 0, 4, 4, "0"); /* inside */
  cw_test_assert_document (cw_history_get_document (history), "P:甲⟦305⟧次\nP:乙⟦305⟧次");
  edit (history, CW_EDIT_TYPING, 1, 6, 6, "9"); /* behind */
  cw_test_assert_document (cw_history_get_document (history), "P:甲⟦3059⟧次\nP:乙⟦3059⟧次");
  edit (history, CW_EDIT_TYPING, 1, 7, 7, "余"); /* no figure */
  cw_test_assert_document (cw_history_get_document (history), "P:甲⟦3059⟧次\nP:乙⟦3059⟧余次");
  cw_history_undo (history);
  cw_history_undo (history);
  cw_history_undo (history);
  g_assert_true (cw_history_get_document (history) == document);
}

static void
test_replacing (void)
{
  g_autoptr (CwDocument) document = linked ("P:甲XX次\nP:乙XX次");
  g_autoptr (CwHistory) history = cw_history_new (document);
  g_autoptr (CwDocument) without = NULL;
  g_autoptr (CwDocument) with = NULL;

  /* as a text buffer does it: the selection is deleted, then the text inserted, in one step */
  without = cw_edit_replace (document, (CwPlace){ 0, 3 }, (CwPlace){ 0, 5 }, "", NULL);
  with = cw_edit_replace (without, (CwPlace){ 0, 3 }, (CwPlace){ 0, 3 }, "47", NULL);
  cw_history_push (history, with, CW_EDIT_STEP, (CwPlace){ 0, 5 }, 0);
  cw_test_assert_document (cw_history_get_document (history), "P:甲⟦47⟧次\nP:乙⟦47⟧次");
  g_assert_cmpuint (cw_document_count_placeholders (cw_history_get_document (history)), ==, 0);
}

static void
test_deleting (void)
{
  g_autoptr (CwDocument) document = filled ("P:甲XX次\nP:乙XX次", "35");
  g_autoptr (CwHistory) history = cw_history_new (document);

  edit (history, CW_EDIT_ERASING, 0, 4, 5, "");
  cw_test_assert_document (cw_history_get_document (history), "P:甲⟦3⟧次\nP:乙⟦3⟧次");
  edit (history, CW_EDIT_ERASING, 0, 3, 4, "");
  cw_test_assert_document (cw_history_get_document (history), "P:甲次\nP:乙⟦35⟧次");
}

static void
test_breaking (void)
{
  g_autoptr (CwDocument) document = filled ("P:甲XX次\nP:乙XX次", "35");
  g_autoptr (CwHistory) history = cw_history_new (document);

  edit (history, CW_EDIT_STEP, 0, 4, 4, "\n");
  cw_test_assert_document (cw_history_get_document (history), "P:甲3\nP:5次\nP:乙⟦35⟧次");
}

static void
test_caret_moves (void)
{
  g_autoptr (CwDocument) document = filled ("P:甲XX次，乙XX次", "35");
  g_autoptr (CwHistory) history = cw_history_new (document);

  edit (history, CW_EDIT_TYPING, 0, 16, 16, "00");
  cw_test_assert_document (cw_history_get_document (history), "P:甲⟦3500⟧次，乙⟦3500⟧次");
  g_assert_cmpuint (cw_history_get_place (history).offset, ==, 20);
}

static void
test_sum_follows (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("P:共XX名，男XX名，女XX名");
  g_autoptr (GArray) blanks = cw_blanks_find (plain, FALSE);
  const char *texts[] = { "3", "1", "2" };
  guint parts[] = { 2, 3 };
  CwValueProblem problem;
  g_autoptr (CwDocument) known = cw_blanks_fill (plain, (CwBlank *) blanks->data, texts, 3);
  g_autoptr (CwDocument) document = cw_value_declare (known, 1, CW_VALUE_SUM, parts, 2, 0, &problem);
  g_autoptr (CwHistory) history = cw_history_new (document);

  cw_test_assert_document (document, "P:共⟦3⟧名，男⟦1⟧名，女⟦2⟧名");
  edit (history, CW_EDIT_TYPING, 0, 14, 14, "1");
  cw_test_assert_document (cw_history_get_document (history), "P:共⟦13⟧名，男⟦11⟧名，女⟦2⟧名");
}

/* --- copies --- */

static void
test_paste_links (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("P:甲XX次\nP:乙");
  g_autoptr (GArray) found = cw_blanks_find (plain, FALSE);
  g_autoptr (CwDocument) document
      = cw_blank_fill (plain, &g_array_index (found, CwBlank, 0), "35", NULL, NULL);
  g_autoptr (CwDocument) part = cw_edit_slice (document, (CwPlace){ 0, 3 }, (CwPlace){ 0, 5 });
  g_autoptr (GArray) known = cw_blanks_find (document, TRUE);
  g_autoptr (CwDocument) changed
      = cw_blank_fill (document, &g_array_index (known, CwBlank, 0), "40", NULL, NULL);
  g_autoptr (CwDocument) same
      = cw_edit_insert_document (changed, (CwPlace){ 1, 3 }, (CwPlace){ 1, 3 }, part, NULL);
  g_autoptr (CwDocument) other_plain = cw_test_document_new ("P:丙XX次\nP:丁");
  g_autoptr (GArray) other_found = cw_blanks_find (other_plain, FALSE);
  g_autoptr (CwDocument) other
      = cw_blank_fill (other_plain, &g_array_index (other_found, CwBlank, 0), "7", NULL, NULL);
  g_autoptr (CwDocument) apart
      = cw_edit_insert_document (other, (CwPlace){ 1, 3 }, (CwPlace){ 1, 3 }, part, NULL);
  guint n_marks;

  cw_test_assert_document (same, "P:甲⟦40⟧次\nP:乙⟦40⟧");
  g_assert_cmpuint (cw_ledger_get_n_values (cw_document_get_ledger (same)), ==, 1);
  cw_test_assert_document (apart, "P:丙⟦7⟧次\nP:丁⟦35⟧");
  g_assert_cmpuint (cw_ledger_get_n_values (cw_document_get_ledger (apart)), ==, 2);
  g_assert_cmpuint (cw_text_get_marks (cw_block_get_text (cw_document_get_block (apart, 1)), &n_marks)->value,
                    ==, 2);
}

/* --- numbers of blocks, and sections --- */

static CwDocument *
named (const char *notation)
{
  g_autoptr (CwDocument) plain = cw_test_document_new (notation);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  g_autoptr (CwSection) section = cw_section_new (CW_SECTION_DRAFT, "张", NULL);
  CwText *elements[CW_N_ELEMENTS];

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (plain, i);
  for (guint i = 0; i < cw_document_get_n_blocks (plain); i++)
    {
      g_autoptr (CwBlock) block = cw_block_with_id (cw_document_get_block (plain, i), i + 1);

      g_ptr_array_add (blocks, cw_block_with_section (block, section));
    }
  return cw_document_new_like (plain, elements, (CwBlock **) blocks->pdata, blocks->len);
}

static void
assert_ids (CwDocument *document, const char *expected)
{
  g_autoptr (GString) is = g_string_new (NULL);

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      CwBlock *block = cw_document_get_block (document, i);

      g_string_append_printf (is, "%s%u%s", i > 0 ? " " : "", cw_block_get_id (block),
                              cw_block_get_section (block) != NULL ? "s" : "");
    }
  g_assert_cmpstr (is->str, ==, expected);
}

static void
test_ids_of_halves (void)
{
  g_autoptr (CwDocument) document = named ("1:标题\nP:甲乙");
  g_autoptr (CwDocument) split
      = cw_edit_replace (document, (CwPlace){ 1, 3 }, (CwPlace){ 1, 3 }, "\n", NULL);
  g_autoptr (CwDocument) heading
      = cw_edit_replace (document, (CwPlace){ 0, 3 }, (CwPlace){ 0, 3 }, "\n", NULL);
  g_autoptr (CwDocument) above
      = cw_edit_replace (document, (CwPlace){ 0, 0 }, (CwPlace){ 0, 0 }, "\n", NULL);
  g_autoptr (CwDocument) joined
      = cw_edit_replace (document, (CwPlace){ 0, 6 }, (CwPlace){ 1, 0 }, "", NULL);

  assert_ids (split, "1s 2 0");
  assert_ids (heading, "1s 0 2");
  assert_ids (above, "0 1s 2");
  assert_ids (joined, "1s");
}

static void
test_ids_of_copies (void)
{
  g_autoptr (CwDocument) document = named ("1:标题\nP:甲\nP:乙");
  g_autoptr (CwDocument) part = cw_edit_slice (document, (CwPlace){ 0, 0 }, (CwPlace){ 2, 0 });
  g_autoptr (CwDocument) copied
      = cw_edit_insert_document (document, (CwPlace){ 2, 0 }, (CwPlace){ 2, 0 }, part, NULL);
  g_autoptr (CwDocument) cut
      = cw_edit_replace (document, (CwPlace){ 0, 0 }, (CwPlace){ 2, 0 }, "", NULL);
  CwPlace end = { 0, 3 };
  g_autoptr (CwDocument) line = cw_edit_replace (cut, end, end, "\n", NULL);
  g_autoptr (CwDocument) back
      = cw_edit_insert_document (line, (CwPlace){ 1, 0 }, (CwPlace){ 1, 0 }, part, NULL);

  assert_ids (copied, "1s 2 0s 0 3");
  assert_ids (back, "3 1s 2 0");
}

/* --- anything --- */

static CwPlace
random_place (GRand *rand, CwDocument *document)
{
  CwPlace place = { g_rand_int_range (rand, 0, cw_flow_get_n_lines (document)), 0 };
  CwFlowLine line = cw_flow_get_line (document, place.line);

  place.offset = g_rand_int_range (rand, 0, line.end - line.start + 1);
  return place;
}

static void
assert_ids_unique (CwDocument *document)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      CwBlock *block = cw_document_get_block (document, i);
      guint id = cw_block_get_id (block);

      g_assert_true (id == 0 || g_hash_table_add (seen, GUINT_TO_POINTER (id)));
      g_assert_true (cw_block_get_section (block) == NULL || cw_block_get_kind (block) == CW_BLOCK_HEADING);
    }
}

static gboolean
check_marks (const CwStretch *whole, CwText *text, gpointer ledger)
{
  guint n_marks, end = 0;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      g_assert_cmpuint (marks[i].start, <, marks[i].end);
      g_assert_cmpuint (marks[i].end, <=, cw_text_get_length (text));
      if (marks[i].kind != CW_MARK_VALUE)
        continue;
      g_assert_cmpuint (marks[i].start, >=, end);
      g_assert_nonnull (cw_ledger_get_value (ledger, marks[i].value));
      end = marks[i].end;
    }
  return TRUE;
}

static void
random_step (GRand *rand, CwHistory *history, CwDocument **part)
{
  static const char *const texts[] = { "", "", "\n", "5", "12.5", "XX次", "甲", "乙\n丙" };
  CwDocument *document = cw_history_get_document (history);
  CwPlace a = random_place (rand, document), b = random_place (rand, document), after = a;
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  g_autoptr (CwDocument) next = NULL;
  guint what = g_rand_int_range (rand, 0, 12);

  if (cw_place_compare (a, b) > 0 || g_rand_int_range (rand, 0, 3) > 0)
    b = a;
  if (what == 0 && blanks->len > 0)
    next = cw_blank_fill (document, &g_array_index (blanks, CwBlank, g_rand_int_range (rand, 0, blanks->len)),
                          texts[g_rand_int_range (rand, 3, 5)], NULL, NULL);
  else if (what == 1)
    next = cw_blanks_link (document, (CwBlank *) blanks->data, MIN (blanks->len, 2));
  else if (what == 2)
    next = cw_edit_insert_document (document, a, b, *part, &after);
  else if (what == 3)
    {
      g_clear_pointer (part, cw_document_unref);
      *part = cw_edit_slice (document, a, random_place (rand, document));
      return;
    }
  else if (what == 4)
    {
      cw_history_undo (history);
      return;
    }
  else
    next = cw_edit_replace (document, a, b, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))], &after);
  cw_history_push (history, next, g_rand_int_range (rand, 0, 3), after, 0);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  g_autoptr (CwDocument) start = named ("T:题XX次\n1:标题\nP:甲XX次，乙XX名\n2:二级\nG:表|甲;XX\nP:丙XX户");
  g_autoptr (CwHistory) history = cw_history_new (start);
  g_autoptr (CwDocument) part = cw_document_ref (start);

  for (guint i = 0; i < 10000; i++)
    {
      CwDocument *document;
      guint left;

      random_step (rand, history, &part);
      document = cw_history_get_document (history);
      assert_ids_unique (document);
      cw_stretch_foreach (document, check_marks, cw_document_get_ledger (document));
      cw_blanks_count (document, &left);
      g_assert_cmpuint (left, ==, cw_document_count_placeholders (document));
      if (cw_flow_get_n_lines (document) > 60)
        cw_history_reset (history, start);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/values-follow/typing", test_typing);
  g_test_add_func ("/document/values-follow/replacing", test_replacing);
  g_test_add_func ("/document/values-follow/deleting", test_deleting);
  g_test_add_func ("/document/values-follow/breaking", test_breaking);
  g_test_add_func ("/document/values-follow/caret", test_caret_moves);
  g_test_add_func ("/document/values-follow/sum", test_sum_follows);
  g_test_add_func ("/document/values-follow/paste", test_paste_links);
  g_test_add_func ("/document/values-follow/halves", test_ids_of_halves);
  g_test_add_func ("/document/values-follow/copies", test_ids_of_copies);
  g_test_add_func ("/document/values-follow/random", test_random);
  return g_test_run ();
}
