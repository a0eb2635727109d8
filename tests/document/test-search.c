/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching all texts of a document, and replacing what was found. */

#include "document/search/cw-search.h"

#include "cw-test.h"

#define PAPER                                                                                      \
  "T:校舍检查小结\n1:检查情况\nP:检查校舍12栋，面积123平方米，维修3.12万元（见附表）。\n"                    \
  "G:表1 检查情况|学校;栋数|甲小学;12|乙小学;112\n1:下步打算\nP:继续检查，检查做到PDF和pdf(２份)齐全。"

static CwSearchHits *
run_on (CwDocument *document, const CwSearchOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwSearch) search = cw_search_new (options, &error);
  CwSearchHits *hits;

  g_assert_no_error (error);
  hits = cw_search_run (search, document, NULL, &error);
  g_assert_no_error (error);
  return hits;
}

static guint
count (const CwSearchOptions *options)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (CwSearchHits) hits = run_on (document, options);

  return cw_search_hits_get_n (hits);
}

static void
test_all_texts (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (CwSearchHits) hits = run_on (document, &(CwSearchOptions) { .pattern = "检查" });
  const CwStretch *stretches = cw_search_hits_get_stretches (hits);

  g_assert_cmpuint (cw_search_hits_get_n (hits), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *says = cw_stretch_to_string (document, &stretches[i]);

      g_assert_cmpstr (says, ==, "检查");
      g_assert_true (i == 0 || cw_stretch_compare (&stretches[i - 1], &stretches[i]) < 0);
    }
  g_assert_true (cw_search_hits_are_all (hits));
  g_assert_null (cw_search_hits_get_replacement (hits, 0));
}

/* A page break has no text, so nothing is found in it, and nothing can be written there. */
static void
test_page_break (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:一\nB:\nP:二");
  g_autoptr (CwText) insert = cw_text_new ("甲");
  CwSearchOptions options = { .pattern = "^", .replacement = "甲", .regex = TRUE };
  g_autoptr (CwSearchHits) hits = run_on (document, &options);
  g_autoptr (CwDocument) replaced = NULL;
  g_autoptr (CwDocument) same = NULL;

  if (cw_search_hits_get_n (hits) > 0)
    {
      replaced = cw_search_hits_replace (hits, NULL, NULL);
      cw_test_assert_document (replaced, "P:甲一\nB:\nP:甲二");
    }
  same = cw_edit_stretches (document, &(CwStretch) { .line = 1 }, &insert, 1);
  cw_test_assert_document (same, "P:一\nB:\nP:二");
}

static void
test_elements (void)
{
  g_autoptr (CwText) issuer = cw_text_new ("东河县教育局");
  CwText *elements[CW_N_ELEMENTS] = { [CW_ELEMENT_ISSUERS] = issuer };
  g_autoptr (CwDocument) document = cw_document_new (elements, NULL, 0);
  g_autoptr (CwSearchHits) hits = run_on (document, &(CwSearchOptions) { .pattern = "教育局" });

  g_assert_cmpuint (cw_search_hits_get_n (hits), ==, 1);
  g_assert_cmpint (cw_search_hits_get_stretches (hits)->field.kind, ==, CW_FIELD_ELEMENT);
}

static void
test_case (void)
{
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "pdf" }), ==, 2);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "pdf", .match_case = TRUE }), ==, 1);
}

static void
test_whole_numbers (void)
{
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "12" }), ==, 5);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "12", .whole_numbers = TRUE }), ==, 2);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "3.12", .whole_numbers = TRUE }), ==,
                    1);
}

static void
test_width (void)
{
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "(2份)" }), ==, 0);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "(2份)", .any_width = TRUE }), ==, 1);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "(见", .any_width = TRUE }), ==, 1);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "ＰＤＦ", .any_width = TRUE }), ==, 2);
}

/* What means something in a regular expression means itself in plain text. */
static void
test_plain (void)
{
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "." }), ==, 1);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "(２份)" }), ==, 1);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "[0-9]" }), ==, 0);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "\\E" }), ==, 0);
}

static void
test_regex (void)
{
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "[0-9]+栋", .regex = TRUE }), ==, 1);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "^检查", .regex = TRUE }), ==, 2);
  g_assert_cmpuint (count (&(CwSearchOptions) { .pattern = "x*", .regex = TRUE }), ==, 0);
}

static void
test_limited (void)
{
  CwSearchOptions section
      = { .pattern = "12", .limited = TRUE, .start = { 1, 0 }, .end = { 4, 0 } };
  CwSearchOptions rest = { .pattern = "检查", .limited = TRUE, .start = { 5, 15 }, .end = { 6, 0 } };

  g_assert_cmpuint (count (&section), ==, 5);
  section.end = (CwPlace) { 3, 0 };
  g_assert_cmpuint (count (&section), ==, 3);
  g_assert_cmpuint (count (&rest), ==, 1);
}

static void
assert_pattern_error (const CwSearchOptions *options, CwSearchError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwSearch) search = cw_search_new (options, &error);

  g_assert_null (search);
  g_assert_error (error, CW_SEARCH_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_errors (void)
{
  assert_pattern_error (&(CwSearchOptions) { .pattern = "(检查", .regex = TRUE },
                        CW_SEARCH_ERROR_PATTERN);
  assert_pattern_error (&(CwSearchOptions) { .pattern = "[", .regex = TRUE },
                        CW_SEARCH_ERROR_PATTERN);
  assert_pattern_error (
      &(CwSearchOptions) { .pattern = "检", .replacement = "\\g<", .regex = TRUE },
      CW_SEARCH_ERROR_REPLACEMENT);
}

/* A pattern that would take longer than anybody lives ends with a sentence. */
static void
test_catastrophe (void)
{
  g_autoptr (CwDocument) document
      = cw_test_document_new ("T:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab，c");
  CwSearchOptions options = { .pattern = "(a|aa)+c", .regex = TRUE };
  g_autoptr (CwSearch) search = cw_search_new (&options, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_search_run (search, document, NULL, &error));
  g_assert_error (error, CW_SEARCH_ERROR, CW_SEARCH_ERROR_TOO_SLOW);
}

static void
test_cancelled (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (CwSearch) search = cw_search_new (&(CwSearchOptions) { .pattern = "检" }, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cw_search_run (search, document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_most (void)
{
  g_autofree char *many = g_strnfill (CW_SEARCH_MOST + 10, 'x');
  g_autofree char *notation = g_strconcat ("P:", many, NULL);
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (CwSearchHits) hits = run_on (document, &(CwSearchOptions) { .pattern = "x" });

  g_assert_cmpuint (cw_search_hits_get_n (hits), ==, CW_SEARCH_MOST);
  g_assert_false (cw_search_hits_are_all (hits));
}

static void
test_replace (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  CwSearchOptions options
      = { .pattern = "([0-9]+)栋", .replacement = "\\1幢（共\\1）", .regex = TRUE };
  g_autoptr (CwSearchHits) hits = run_on (document, &options);
  g_autoptr (CwDocument) replaced = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_assert_cmpstr (cw_search_hits_get_replacement (hits, 0), ==, "12幢（共12）");
  replaced = cw_search_hits_replace (hits, NULL, &n);
  g_assert_cmpuint (n, ==, 1);
  text = cw_flow_to_string (replaced);
  g_assert_nonnull (strstr (text, "检查校舍12幢（共12），面积"));
}

static void
test_replace_everywhere (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  CwSearchOptions options = { .pattern = "12", .replacement = "\\1二", .whole_numbers = TRUE };
  g_autoptr (CwSearchHits) hits = run_on (document, &options);
  gboolean left_out[] = { TRUE, FALSE };
  g_autoptr (CwDocument) replaced = NULL;
  CwStretch cell = { { CW_FIELD_CELL, 0, 2, 1, 1 }, 3, 0, 0 };
  g_autoptr (CwText) text = NULL;
  g_autofree char *flow = NULL;
  guint n;

  replaced = cw_search_hits_replace (hits, left_out, &n);
  g_assert_cmpuint (n, ==, 1);
  text = cw_stretch_get_text (replaced, &cell);
  g_assert_cmpstr (cw_text_get_string (text), ==, "\\1二");
  flow = cw_flow_to_string (replaced);
  g_assert_nonnull (strstr (flow, "校舍12栋"));
}

/* What is emphasised stays so, and a quantity stays one. */
static void
test_marks (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:要⟦坚决⟧整改，共12处。");
  CwStretch number = { .line = 0 };
  g_autoptr (CwSearchHits) twelve = run_on (document, &(CwSearchOptions) { .pattern = "12" });
  g_autoptr (CwText) plain = NULL;
  g_autoptr (CwText) valued = NULL;
  g_autoptr (CwDocument) with_value = NULL;
  g_autoptr (CwSearchHits) hits = NULL;
  g_autoptr (CwDocument) replaced = NULL;
  CwText *text;

  number = cw_search_hits_get_stretches (twelve)[0];
  plain = cw_text_new ("12");
  valued = cw_text_set_value (plain, 7, 0, 2);
  with_value = cw_edit_stretches (document, &number, &valued, 1);
  hits = run_on (with_value,
                 &(CwSearchOptions) { .pattern = "坚决|12", .replacement = "X1", .regex = TRUE });
  replaced = cw_search_hits_replace (hits, NULL, NULL);
  text = cw_block_get_text (cw_document_get_block (replaced, 0));
  g_assert_cmpstr (cw_text_get_string (text), ==, "要X1整改，共X1处。");
  g_assert_true (cw_text_has_mark (text, CW_MARK_EMPHASIS, 3, 5));
  g_assert_true (cw_text_has_mark (text, CW_MARK_VALUE, 17, 19));
}

static void
test_next (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (CwSearchHits) hits = run_on (document, &(CwSearchOptions) { .pattern = "检查" });
  CwStretch caret = { .line = 2, .start = 0, .end = 0 };

  g_assert_cmpuint (cw_search_hits_find (hits, &caret, FALSE), ==, 2);
  g_assert_cmpuint (cw_search_hits_find (hits, &caret, TRUE), ==, 1);
  caret.line = 9;
  g_assert_cmpuint (cw_search_hits_find (hits, &caret, FALSE), ==, 0);
  caret.line = 0;
  g_assert_cmpuint (cw_search_hits_find (hits, &caret, TRUE), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/search/all-texts", test_all_texts);
  g_test_add_func ("/document/search/page-break", test_page_break);
  g_test_add_func ("/document/search/elements", test_elements);
  g_test_add_func ("/document/search/case", test_case);
  g_test_add_func ("/document/search/whole-numbers", test_whole_numbers);
  g_test_add_func ("/document/search/width", test_width);
  g_test_add_func ("/document/search/plain", test_plain);
  g_test_add_func ("/document/search/regex", test_regex);
  g_test_add_func ("/document/search/limited", test_limited);
  g_test_add_func ("/document/search/errors", test_errors);
  g_test_add_func ("/document/search/catastrophe", test_catastrophe);
  g_test_add_func ("/document/search/cancelled", test_cancelled);
  g_test_add_func ("/document/search/most", test_most);
  g_test_add_func ("/document/search/replace", test_replace);
  g_test_add_func ("/document/search/everywhere", test_replace_everywhere);
  g_test_add_func ("/document/search/marks", test_marks);
  g_test_add_func ("/document/search/next", test_next);
  return g_test_run ();
}
