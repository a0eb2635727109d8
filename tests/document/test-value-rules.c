/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/values/cw-blank.h"
#include "document/values/cw-number.h"
#include "document/values/cw-value-rules.h"

/* --- numbers --- */

typedef struct
{
  const char *text;
  double value;
} Case;

static const Case numbers[] = {
  { "35", 35 },
  { "-3.5", -3.5 },
  { "－２", -2 },
  { "1,234.5", 1234.5 },
  { "1，234，567", 1234567 },
  { "１２．５％", 12.5 },
  { "1.2万", 12000 },
  { "3亿", 3e8 },
  { "3亿5000万", 3.5e8 },
  { "2千", 2000 },
  { "12%", 12 },
  { "百分之十二", 12 },
  { "百分之3.5", 3.5 },
  { "十二", 12 },
  { "二十", 20 },
  { "一百零五", 105 },
  { "三百五", 350 },
  { "两万五", 25000 },
  { "三千二百万", 3.2e7 },
  { "一万两千三百四十五", 12345 },
  { "二〇二四", 2024 },
  { "三点一四", 3.14 },
  { "1.5万亿", 1.5e12 },
  { "0", 0 },
  { "零", 0 },
};

static const char *const no_numbers[] = { "",     "约35",  "300余", "XX",    "1,23",  "12,3456", "1.2.3", "1.",
                                          "万",   "百",    "%",     "12%%",  "3 5",   "十二名",  ",123",  "--1",
                                          "1e5",  "三.",   "点五",  "1,234,", "百分之" };

static void
test_numbers (void)
{
  CwNumber number;
  g_autofree char *huge = g_strnfill (200, '9');

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_test_message ("%s", numbers[i].text);
      g_assert_true (cw_number_parse (numbers[i].text, &number));
      g_assert_cmpfloat_with_epsilon (number.value, numbers[i].value, 1e-9 * (1 + ABS (numbers[i].value)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_numbers); i++)
    {
      g_test_message ("%s", no_numbers[i]);
      g_assert_false (cw_number_parse (no_numbers[i], &number));
    }
  g_assert_false (cw_number_parse (huge, &number));
}

static void
assert_format (double value, guint decimals, gboolean grouped, const char *expected)
{
  g_autofree char *is = cw_number_format (value, decimals, grouped);

  g_assert_cmpstr (is, ==, expected);
}

static void
test_format (void)
{
  assert_format (2.675, 2, FALSE, "2.68");
  assert_format (0.1 + 0.2, 1, FALSE, "0.3");
  assert_format (-0.001, 1, FALSE, "0.0");
  assert_format (1234567.5, 1, TRUE, "1,234,567.5");
  assert_format (-123, 0, TRUE, "-123");
  assert_format (-1234, 0, TRUE, "-1,234");
  assert_format (999.95, 1, FALSE, "1000.0");
}

static void
test_unit_scale (void)
{
  g_assert_cmpfloat (cw_number_get_unit_scale ("元"), ==, 1);
  g_assert_cmpfloat (cw_number_get_unit_scale ("万元"), ==, 1e4);
  g_assert_cmpfloat (cw_number_get_unit_scale ("余万人次"), ==, 1e4);
  g_assert_cmpfloat (cw_number_get_unit_scale ("百分点"), ==, 1);
  g_assert_cmpfloat (cw_number_get_unit_scale (""), ==, 1);
}

/* --- documents: every blank of the notation is numbered, in the order of reading --- */

static CwDocument *
numbered (const char *notation)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);

  return cw_blanks_number (document, (CwBlank *) blanks->data, blanks->len);
}

static void
fill (CwDocument **document, guint value, const char *text)
{
  g_autoptr (GArray) blanks = cw_blanks_find (*document, TRUE);

  for (guint i = 0; i < blanks->len; i++)
    {
      CwBlank *blank = &g_array_index (blanks, CwBlank, i);
      g_autoptr (CwDocument) old = *document;

      if (blank->value == value)
        {
          *document = cw_blank_fill (old, blank, text, NULL, NULL);
          return;
        }
      cw_document_ref (old);
    }
  g_assert_not_reached ();
}

static CwValueProblem
declare (CwDocument **document, guint value, CwValueRule rule, guint first, guint last, guint decimals)
{
  guint parts[8];
  CwValueProblem problem;
  g_autoptr (CwDocument) old = *document;

  for (guint i = first; i <= last && i - first < 8; i++)
    parts[i - first] = i;
  *document = cw_value_declare (old, value, rule, parts, last - first + 1, decimals, &problem);
  return problem;
}

static void
set_last (CwDocument **document, guint value, const char *last)
{
  CwValue known = *cw_ledger_get_value (cw_document_get_ledger (*document), value);
  g_autoptr (CwLedger) ledger = NULL;
  g_autoptr (CwDocument) old = *document;

  known.last = last;
  ledger = cw_ledger_set_value (cw_document_get_ledger (old), &known);
  *document = cw_document_with_ledger (old, ledger);
}

static void
test_sum (void)
{
  g_autoptr (CwDocument) document = numbered ("P:共XX名，其中男XX名，女XX名");

  g_assert_cmpint (declare (&document, 1, CW_VALUE_SUM, 2, 3, 0), ==, CW_VALUE_FINE);
  fill (&document, 2, "1,200");
  cw_test_assert_document (document, "P:共⟦XX⟧名，其中男⟦1,200⟧名，女⟦XX⟧名");
  fill (&document, 3, "三百");
  cw_test_assert_document (document, "P:共⟦1500⟧名，其中男⟦1,200⟧名，女⟦三百⟧名");
  fill (&document, 3, "350");
  cw_test_assert_document (document, "P:共⟦1550⟧名，其中男⟦1,200⟧名，女⟦350⟧名");
}

static void
test_units (void)
{
  g_autoptr (CwDocument) document = numbered ("P:共XX万元，甲XX元，乙XX万元");

  declare (&document, 1, CW_VALUE_SUM, 2, 3, 2);
  fill (&document, 2, "5000");
  fill (&document, 3, "1.2");
  cw_test_assert_document (document, "P:共⟦1.70⟧万元，甲⟦5000⟧元，乙⟦1.2⟧万元");
}

static void
test_percent_and_growth (void)
{
  g_autoptr (CwDocument) document = numbered ("P:占XX，甲XX户、乙XX户；增长XX%，增加XX户");

  g_assert_cmpint (declare (&document, 1, CW_VALUE_PERCENT, 2, 3, 1), ==, CW_VALUE_FINE);
  g_assert_cmpint (declare (&document, 4, CW_VALUE_GROWTH, 2, 2, 1), ==, CW_VALUE_FINE);
  g_assert_cmpint (declare (&document, 5, CW_VALUE_DIFFERENCE, 2, 3, 0), ==, CW_VALUE_FINE);
  set_last (&document, 2, "100");
  fill (&document, 3, "300");
  fill (&document, 2, "108");
  cw_test_assert_document (document,
                           "P:占⟦36.0%⟧，甲⟦108⟧户、乙⟦300⟧户；增长⟦8.0⟧%，增加⟦-192⟧户");
}

static void
test_chain (void)
{
  g_autoptr (CwDocument) document = numbered ("P:占XX%，共XX户，甲XX户，乙XX户");
  guint parts[] = { 3, 2 };
  CwValueProblem problem;
  g_autoptr (CwDocument) old = cw_document_ref (document);

  cw_document_unref (document);
  document = cw_value_declare (old, 1, CW_VALUE_PERCENT, parts, 2, 1, &problem);
  g_assert_cmpint (problem, ==, CW_VALUE_FINE);
  declare (&document, 2, CW_VALUE_SUM, 3, 4, 0);
  fill (&document, 3, "1");
  fill (&document, 4, "3");
  cw_test_assert_document (document, "P:占⟦25.0⟧%，共⟦4⟧户，甲⟦1⟧户，乙⟦3⟧户");
  g_assert_cmpuint (cw_document_count_placeholders (document), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (CwDocument) document = numbered ("P:XX户，XX户，XX户");
  g_autoptr (CwDocument) before = NULL;

  declare (&document, 1, CW_VALUE_SUM, 2, 3, 0);
  before = cw_document_ref (document);
  g_assert_cmpint (declare (&document, 2, CW_VALUE_SUM, 1, 1, 0), ==, CW_VALUE_CYCLE);
  g_assert_cmpint (declare (&document, 2, CW_VALUE_SUM, 2, 2, 0), ==, CW_VALUE_CYCLE);
  g_assert_cmpint (declare (&document, 2, CW_VALUE_SUM, 9, 9, 0), ==, CW_VALUE_UNKNOWN);
  g_assert_cmpint (declare (&document, 9, CW_VALUE_SUM, 1, 1, 0), ==, CW_VALUE_UNKNOWN);
  g_assert_cmpint (declare (&document, 3, CW_VALUE_PERCENT, 2, 2, 0), ==, CW_VALUE_WRONG_PARTS);
  g_assert_cmpint (declare (&document, 3, CW_VALUE_ENTERED, 2, 2, 0), ==, CW_VALUE_WRONG_PARTS);
  g_assert_true (document == before);
}

static void
test_by_zero (void)
{
  g_autoptr (CwDocument) document = numbered ("P:占XX%，甲XX户，乙XX户");
  CwValueProblem problem;
  g_autofree char *text = NULL;

  declare (&document, 1, CW_VALUE_PERCENT, 2, 3, 1);
  fill (&document, 2, "5");
  fill (&document, 3, "0");
  text = cw_value_compute (document, 1, &problem);
  g_assert_null (text);
  g_assert_cmpint (problem, ==, CW_VALUE_BY_ZERO);
  cw_test_assert_document (document, "P:占⟦XX⟧%，甲⟦5⟧户，乙⟦0⟧户");
}

/* --- checking --- */

static void
assert_finding (GArray *findings, guint n, guint value, CwValueProblem problem, const char *expected)
{
  CwValueFinding *finding = &g_array_index (findings, CwValueFinding, n);

  g_assert_cmpuint (finding->value, ==, value);
  g_assert_cmpint (finding->problem, ==, problem);
  g_assert_cmpstr (finding->expected, ==, expected);
}

static void
test_check (void)
{
  g_autoptr (CwDocument) document = numbered ("P:共XX名，男XX名，女XX名，占XX%");
  g_autoptr (GArray) fine = NULL;
  g_autoptr (GArray) findings = NULL;

  declare (&document, 1, CW_VALUE_SUM, 2, 3, 0);
  declare (&document, 4, CW_VALUE_PERCENT, 2, 3, 1);
  fill (&document, 2, "1");
  fill (&document, 3, "3");
  fill (&document, 4, "33");
  fine = cw_values_check (document);
  g_assert_cmpuint (fine->len, ==, 0);
  fill (&document, 1, "5");
  fill (&document, 4, "33.4");
  findings = cw_values_check (document);
  g_assert_cmpuint (findings->len, ==, 2);
  assert_finding (findings, 0, 1, CW_VALUE_DISAGREES, "4");
  assert_finding (findings, 1, 4, CW_VALUE_DISAGREES, "33.3");
}

/* What no program of ours makes, but a file may have. */
static void
test_check_circle (void)
{
  guint one = 1, two = 2;
  CwValue values[] = { { .id = 1, .filled = TRUE, .rule = CW_VALUE_SUM, .parts = &two, .n_parts = 1 },
                       { .id = 2, .filled = TRUE, .rule = CW_VALUE_SUM, .parts = &one, .n_parts = 1 } };
  g_autoptr (CwLedger) empty = cw_ledger_new ();
  g_autoptr (CwLedger) first = cw_ledger_set_value (empty, &values[0]);
  g_autoptr (CwLedger) both = cw_ledger_set_value (first, &values[1]);
  CwMark marks[] = { { CW_MARK_VALUE, 0, 1, 1 }, { CW_MARK_VALUE, 1, 2, 2 }, { CW_MARK_VALUE, 2, 3, 1 } };
  g_autoptr (CwText) text = cw_text_new_with_marks ("123", -1, marks, 3);
  g_autoptr (CwBlock) block = cw_block_new_paragraph (text);
  g_autoptr (CwDocument) plain = cw_document_new (NULL, &block, 1);
  g_autoptr (CwDocument) document = cw_document_with_ledger (plain, both);
  g_autoptr (CwDocument) same = cw_values_recompute (document, NULL, 0);
  g_autoptr (GArray) findings = cw_values_check (document);

  g_assert_true (same == document);
  g_assert_cmpuint (findings->len, ==, 3);
  assert_finding (findings, 0, 1, CW_VALUE_DIFFERS, NULL);
  assert_finding (findings, 1, 1, CW_VALUE_CYCLE, NULL);
  assert_finding (findings, 2, 2, CW_VALUE_CYCLE, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/value-rules/numbers", test_numbers);
  g_test_add_func ("/document/value-rules/format", test_format);
  g_test_add_func ("/document/value-rules/unit-scale", test_unit_scale);
  g_test_add_func ("/document/value-rules/sum", test_sum);
  g_test_add_func ("/document/value-rules/units", test_units);
  g_test_add_func ("/document/value-rules/percent-growth", test_percent_and_growth);
  g_test_add_func ("/document/value-rules/chain", test_chain);
  g_test_add_func ("/document/value-rules/refused", test_refused);
  g_test_add_func ("/document/value-rules/by-zero", test_by_zero);
  g_test_add_func ("/document/value-rules/check", test_check);
  g_test_add_func ("/document/value-rules/check-circle", test_check_circle);
  return g_test_run ();
}
