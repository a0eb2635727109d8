/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/edits/cw-edit.h"
#include "document/values/cw-blank.h"

/* --- help --- */

/* Every blank of @document: its text, unit behind /, number behind #, ! if it is filled. */
static char *
describe (CwDocument *document)
{
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < blanks->len; i++)
    {
      CwBlank *blank = &g_array_index (blanks, CwBlank, i);
      g_autofree char *text = cw_stretch_to_string (document, &blank->at);
      g_autofree char *unit = cw_blank_get_unit (document, blank);

      g_string_append_printf (string, "%s%s/%s#%u%s", i > 0 ? " " : "", text, unit, blank->value,
                              blank->filled ? "!" : "");
    }
  return g_string_free_and_steal (string);
}

#define assert_blanks(document, expected)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *is = describe (document);                                                     \
    guint left = 0;                                                                                \
    g_assert_cmpstr (is, ==, (expected));                                                          \
    cw_blanks_count (document, &left);                                                             \
    g_assert_cmpuint (left, ==, cw_document_count_placeholders (document));                        \
  }                                                                                                \
  G_STMT_END

static CwBlank
nth (CwDocument *document, guint n)
{
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);

  g_assert_cmpuint (n, <, blanks->len);
  return g_array_index (blanks, CwBlank, n);
}

static CwDocument *
fill (CwDocument *document, guint n, const char *text)
{
  CwBlank blank = nth (document, n);

  return cw_blank_fill (document, &blank, text, NULL, NULL);
}

static CwDocument *
link_all (CwDocument *document)
{
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);

  return cw_blanks_link (document, (CwBlank *) blanks->data, blanks->len);
}

static CwStretch
stretch_of (CwDocument *document, guint line, const char *words)
{
  CwStretch stretch = { .line = line };
  g_autoptr (CwText) text = cw_stretch_get_text (document, &stretch);
  const char *at = strstr (cw_text_get_string (text), words);

  g_assert_nonnull (at);
  stretch.start = at - cw_text_get_string (text);
  stretch.end = stretch.start + strlen (words);
  return stretch;
}

/* --- finding --- */

static void
test_find_everywhere (void)
{
  g_autoptr (CwDocument) flow = cw_test_document_new (
      "T:关于X月工作的报告\nP:培训XX名，走访__户。\nG:表|区县;数量|东城;XX人\nD:202X年X月X日");
  g_autoptr (CwDocument) document
      = cw_test_document_with (flow, CW_KIND_NOTICE, CW_ELEMENT_COPY_RECIPIENTS, "XX局");

  assert_blanks (document, "X/月#0 XX/名#0 __/户#0 XX/人#0 202X年X月X/日#0 XX/#0");
}

static void
test_unknown_value_is_none (void)
{
  CwMark marks[] = { { CW_MARK_VALUE, 0, 2, 7 }, { CW_MARK_VALUE, 5, 7, 8 } };
  g_autoptr (CwText) text = cw_text_new_with_marks ("XX名35户", -1, marks, 2);
  g_autoptr (CwBlock) block = cw_block_new_paragraph (text);
  g_autoptr (CwDocument) document = cw_document_new (NULL, &block, 1);

  assert_blanks (document, "XX/名#0");
}

static void
test_count (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲XX次，乙XX名，丙XX户");
  g_autoptr (CwDocument) filled = fill (document, 1, "12");
  guint left;

  g_assert_cmpuint (cw_blanks_count (filled, &left), ==, 3);
  g_assert_cmpuint (left, ==, 2);
  g_assert_cmpuint (cw_document_count_placeholders (filled), ==, 2);
}

/* --- filling --- */

static void
test_fill (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:培训XX名，走访__户。");
  CwBlank blank = nth (document, 0);
  g_autoptr (CwDocument) filled = cw_blank_fill (document, &blank, " 35\n", "张三", "电话");
  const CwValue *value = cw_ledger_get_value (cw_document_get_ledger (filled), 1);

  cw_test_assert_document (filled, "P:培训⟦35⟧名，走访__户。");
  assert_blanks (filled, "35/名#1! __/户#0");
  g_assert_cmpstr (value->unit, ==, "名");
  g_assert_cmpstr (value->name, ==, "");
  g_assert_cmpstr (value->source, ==, "张三");
  g_assert_cmpstr (value->note, ==, "电话");
}

static void
test_fill_again (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:培训XX名");
  g_autoptr (CwDocument) first = fill (document, 0, "35");
  g_autoptr (CwDocument) second = fill (first, 0, "1208");
  g_autoptr (CwDocument) same = fill (second, 0, "1208");

  assert_blanks (second, "1208/名#1!");
  g_assert_true (same == second);
}

static void
test_fill_with_unit (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:培训XX名");
  g_autoptr (CwDocument) filled = fill (document, 0, "35名");

  cw_test_assert_document (filled, "P:培训⟦35⟧名");
}

static void
test_fill_with_nothing (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:培训XX名");
  g_autoptr (CwDocument) nothing = fill (document, 0, "  ");
  g_autoptr (CwDocument) blank = fill (document, 0, "XXX");

  g_assert_true (nothing == document);
  assert_blanks (blank, "XXX/名#1");
}

static void
test_fill_in_cell_and_element (void)
{
  g_autoptr (CwDocument) flow = cw_test_document_new ("P:文\nG:表|区县;数量|东城;XX");
  g_autoptr (CwDocument) document
      = cw_test_document_with (flow, CW_KIND_NOTICE, CW_ELEMENT_COPY_RECIPIENTS, "XX局");
  g_autoptr (CwDocument) cell = fill (document, 0, "8");
  g_autoptr (CwDocument) both = fill (cell, 1, "教育");

  assert_blanks (both, "8/#1! 教育/#2!");
  g_assert_cmpstr (cw_text_get_string (cw_document_get_element (both, CW_ELEMENT_COPY_RECIPIENTS)), ==,
                   "教育局");
}

static void
test_fill_many (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲XX次，乙XX名，丙XX户\nP:丁X次");
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);
  const char *texts[] = { "12345", "", "6", "7" };
  g_autoptr (CwDocument) filled
      = cw_blanks_fill (document, (CwBlank *) blanks->data, texts, blanks->len);

  cw_test_assert_document (filled, "P:甲⟦12345⟧次，乙XX名，丙⟦6⟧户\nP:丁⟦7⟧次");
}

static void
test_fill_keeps_emphasis (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:⟦培训XX名⟧");
  g_autoptr (CwDocument) filled = fill (document, 0, "35");
  guint n;
  CwText *text = cw_block_get_text (cw_document_get_block (filled, 0));

  cw_text_get_marks (text, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (cw_text_has_mark (text, CW_MARK_EMPHASIS, 0, cw_text_get_length (text)));
}

static void
test_stale_blank (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:培训XX名");
  g_autoptr (CwDocument) other = cw_test_document_new ("P:短");
  CwBlank blank = nth (document, 0);
  g_autoptr (CwDocument) filled = cw_blank_fill (other, &blank, "1", "甲", NULL);
  g_autoptr (CwDocument) cleared = cw_blank_clear (other, &blank);
  g_autoptr (CwDocument) dismissed = cw_blank_dismiss (other, &blank);
  g_autoptr (CwDocument) made = cw_blank_make (other, &blank.at);

  g_assert_true (filled == other && cleared == other && dismissed == other && made == other);
}

static void
test_clear (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲XX次\nP:乙XX次");
  g_autoptr (CwDocument) linked = link_all (document);
  g_autoptr (CwDocument) filled = fill (linked, 0, "35");
  CwBlank blank = nth (filled, 1);
  g_autoptr (CwDocument) cleared = cw_blank_clear (filled, &blank);

  cw_test_assert_document (cleared, "P:甲⟦XX⟧次\nP:乙⟦XX⟧次");
  assert_blanks (cleared, "XX/次#1 XX/次#1");
}

/* --- links --- */

static void
test_link (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲XX次\nP:乙__次，丙XX次");
  g_autoptr (CwDocument) second = fill (document, 1, "35");
  g_autoptr (CwDocument) linked = link_all (second);
  g_autoptr (CwDocument) again = fill (linked, 2, "40");

  cw_test_assert_document (linked, "P:甲⟦35⟧次\nP:乙⟦35⟧次，丙⟦35⟧次");
  g_assert_cmpuint (cw_ledger_get_n_values (cw_document_get_ledger (linked)), ==, 1);
  cw_test_assert_document (again, "P:甲⟦40⟧次\nP:乙⟦40⟧次，丙⟦40⟧次");
}

/* Blanks of a text that has gone since are passed over. */
static void
test_link_stale (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲XX次\nP:乙XX次，丙XX次");
  g_autoptr (CwDocument) shorter = cw_test_document_new ("P:甲XX次\nP:乙");
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  CwBlank *all = (CwBlank *) (gpointer) blanks->data;
  CwBlank inside = all[0];
  g_autoptr (CwDocument) linked = cw_blanks_link (shorter, all, blanks->len);
  g_autoptr (CwDocument) numbered = cw_blanks_number (shorter, all, blanks->len);
  g_autoptr (CwDocument) halved = NULL;

  g_assert_true (linked == shorter);
  g_assert_cmpuint (cw_ledger_get_n_values (cw_document_get_ledger (numbered)), ==, 1);
  g_assert_cmpuint (all[0].value, !=, 0);
  g_assert_cmpuint (all[1].value, ==, 0);
  g_assert_cmpuint (all[2].value, ==, 0);
  inside.at.start--; /* the middle of a character */
  halved = cw_blanks_number (document, &inside, 1);
  g_assert_cmpuint (inside.value, ==, 0);
  g_assert_cmpuint (cw_ledger_get_n_values (cw_document_get_ledger (halved)), ==, 0);
}

/* A value in a cell that is copied into another paper is a quantity of its own there. */
static void
test_paste_cell (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:文\nG:表|XX;乙");
  g_autoptr (CwDocument) filled = fill (document, 0, "35");
  g_autoptr (CwDocument) fragment
      = cw_edit_slice (filled, (CwPlace) { 1, 0 }, (CwPlace) { 1, strlen ("表") });
  g_autoptr (CwDocument) other = cw_test_document_new ("P:甲XX次");
  g_autoptr (CwDocument) target = fill (other, 0, "7");
  g_autoptr (CwDocument) pasted
      = cw_edit_insert_document (target, (CwPlace) { 0, 10 }, (CwPlace) { 0, 10 }, fragment, NULL);
  g_autoptr (CwDocument) changed = fill (pasted, 0, "8");

  g_assert_cmpuint (nth (filled, 0).value, ==, nth (target, 0).value);
  assert_blanks (pasted, "7/次#1! 35/#2!");
  assert_blanks (changed, "8/次#1! 35/#2!");
}

static void
test_link_brings_others (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲XX次\nP:乙XX次\nP:丙XX次");
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);
  g_autoptr (CwDocument) two = cw_blanks_link (document, (CwBlank *) blanks->data, 2);
  CwBlank ends[] = { nth (two, 2), nth (two, 1) };
  g_autoptr (CwDocument) all = cw_blanks_link (two, ends, 2);
  g_autoptr (CwDocument) filled = fill (all, 2, "9");

  cw_test_assert_document (filled, "P:甲⟦9⟧次\nP:乙⟦9⟧次\nP:丙⟦9⟧次");
}

static void
test_unlink (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲XX次\nP:乙XX次");
  g_autoptr (CwDocument) linked = link_all (document);
  CwBlank blank = nth (linked, 1);
  g_autoptr (CwDocument) apart = cw_blank_unlink (linked, &blank);
  g_autoptr (CwDocument) filled = fill (apart, 1, "9");
  CwBlank alone = nth (filled, 1);
  g_autoptr (CwDocument) same = cw_blank_unlink (filled, &alone);

  assert_blanks (filled, "XX/次#1 9/次#2!");
  g_assert_true (same == filled);
}

/* --- saying what is one --- */

static void
test_make (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:培训35名，走访XX户");
  CwStretch stretch = stretch_of (document, 0, "35");
  g_autoptr (CwDocument) made = cw_blank_make (document, &stretch);
  g_autoptr (CwDocument) filled = fill (made, 0, "36");

  assert_blanks (made, "35/名#1 XX/户#0");
  assert_blanks (filled, "36/名#1! XX/户#0");
}

static void
test_make_over_others (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:培训XX名");
  g_autoptr (CwDocument) filled = fill (document, 0, "35");
  CwStretch stretch = stretch_of (filled, 0, "5名");
  g_autoptr (CwDocument) made = cw_blank_make (filled, &stretch);

  assert_blanks (made, "5名/#1");
  g_assert_cmpuint (cw_ledger_get_n_values (cw_document_get_ledger (made)), ==, 1);
}

static void
test_dismiss (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:培训XX名，走访XX户");
  CwBlank blank = nth (document, 0);
  g_autoptr (CwDocument) dismissed = cw_blank_dismiss (document, &blank);
  g_autoptr (GArray) found = cw_blanks_find_dismissed (dismissed);
  g_autoptr (CwDocument) again = NULL;

  assert_blanks (dismissed, "XX/户#0");
  g_assert_cmpuint (found->len, ==, 1);
  again = cw_blank_undismiss (dismissed, &g_array_index (found, CwStretch, 0));
  g_assert_true (cw_document_equal (again, document));
}

static void
test_dismiss_value (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:甲XX次\nP:乙XX次");
  g_autoptr (CwDocument) linked = link_all (document);
  CwBlank first = nth (linked, 0);
  g_autoptr (CwDocument) one = cw_blank_dismiss (linked, &first);
  CwBlank second = nth (one, 0);
  g_autoptr (CwDocument) none = cw_blank_dismiss (one, &second);

  assert_blanks (one, "XX/次#1");
  assert_blanks (none, "");
  g_assert_true (cw_ledger_is_empty (cw_document_get_ledger (none)));
}

/* --- the sentence --- */

static void
assert_sentence (CwDocument *document, guint n, const char *expected)
{
  CwBlank blank = nth (document, n);
  guint start, end;
  g_autofree char *sentence = cw_blank_describe_sentence (document, &blank, &start, &end);
  g_autofree char *marked
      = g_strdup_printf ("%.*s[%.*s]%s", (int) start, sentence, (int) (end - start),
                         sentence + start, sentence + end);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_sentence (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (
      "P:第一句。　培训XX名，走访户；X个项目！末句\nP:约XX人次\nG:表|区县;数量|东城;共XX个|西城;XX");

  assert_sentence (document, 0, "培训[XX]名，走访户；");
  assert_sentence (document, 1, "[X]个项目！");
  assert_sentence (document, 2, "约[XX]人次");
  assert_sentence (document, 3, "东城／数量：共[XX]个");
  assert_sentence (document, 4, "西城／数量：[XX]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/blank/find-everywhere", test_find_everywhere);
  g_test_add_func ("/document/blank/unknown-value", test_unknown_value_is_none);
  g_test_add_func ("/document/blank/count", test_count);
  g_test_add_func ("/document/blank/fill", test_fill);
  g_test_add_func ("/document/blank/fill-again", test_fill_again);
  g_test_add_func ("/document/blank/fill-with-unit", test_fill_with_unit);
  g_test_add_func ("/document/blank/fill-with-nothing", test_fill_with_nothing);
  g_test_add_func ("/document/blank/fill-cell-element", test_fill_in_cell_and_element);
  g_test_add_func ("/document/blank/fill-many", test_fill_many);
  g_test_add_func ("/document/blank/fill-emphasis", test_fill_keeps_emphasis);
  g_test_add_func ("/document/blank/stale", test_stale_blank);
  g_test_add_func ("/document/blank/clear", test_clear);
  g_test_add_func ("/document/blank/link", test_link);
  g_test_add_func ("/document/blank/paste-cell", test_paste_cell);
  g_test_add_func ("/document/blank/link-stale", test_link_stale);
  g_test_add_func ("/document/blank/link-others", test_link_brings_others);
  g_test_add_func ("/document/blank/unlink", test_unlink);
  g_test_add_func ("/document/blank/make", test_make);
  g_test_add_func ("/document/blank/make-over-others", test_make_over_others);
  g_test_add_func ("/document/blank/dismiss", test_dismiss);
  g_test_add_func ("/document/blank/dismiss-value", test_dismiss_value);
  g_test_add_func ("/document/blank/sentence", test_sentence);
  return g_test_run ();
}
