/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/edits/cw-edit-blocks.h"
#include "document/edits/cw-edit-elements.h"
#include "document/cw-field.h"
#include "document/edits/cw-history.h"

static CwText *
text_of (CwDocument *document, CwElement element)
{
  return cw_document_get_element (document, element);
}

/* --- form and elements --- */

static void
test_set_form (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("T:题\nP:文\nF:附");
  g_autoptr (CwDocument) filled = cw_test_document_with (plain, CW_KIND_NOTICE, CW_ELEMENT_ISSUERS, "局");
  CwForm form = *cw_document_get_form (filled);
  g_autoptr (CwDocument) same = cw_edit_set_form (filled, &form);
  g_autoptr (CwDocument) changed = NULL;

  g_assert_true (same == filled);
  cw_form_set_kind (&form, CW_KIND_SUMMARY);
  form.seal_diameter = 7000;
  changed = cw_edit_set_form (filled, &form);
  g_assert_cmpint (cw_document_get_form (changed)->kind, ==, CW_KIND_SUMMARY);
  g_assert_cmpuint (cw_document_get_form (changed)->seal_diameter, ==, CW_SEAL_DIAMETER_MAX);
  g_assert_true (text_of (changed, CW_ELEMENT_ISSUERS) == text_of (filled, CW_ELEMENT_ISSUERS));
  g_assert_true (cw_document_get_block (changed, 1) == cw_document_get_block (filled, 1));
}

static void
test_set_element (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("T:题\nP:文");
  g_autoptr (CwText) code = cw_text_new ("国发");
  g_autoptr (CwText) again = cw_text_new ("国发");
  g_autoptr (CwDocument) with = cw_edit_set_element (plain, CW_ELEMENT_NUMBER_CODE, code);
  g_autoptr (CwDocument) same = cw_edit_set_element (with, CW_ELEMENT_NUMBER_CODE, again);
  g_autoptr (CwDocument) without = cw_edit_set_element (with, CW_ELEMENT_NUMBER_CODE, NULL);
  g_autoptr (CwDocument) titled = cw_edit_set_element (with, CW_ELEMENT_TITLE, code);

  g_assert_true (text_of (with, CW_ELEMENT_NUMBER_CODE) == code);
  g_assert_true (cw_document_get_block (with, 0) == cw_document_get_block (plain, 0));
  g_assert_true (same == with);
  g_assert_null (text_of (without, CW_ELEMENT_NUMBER_CODE));
  g_assert_true (cw_document_equal (without, plain));
  cw_test_assert_document (titled, "T:国发\nP:文");
}

/* --- fields --- */

static void
assert_field (CwDocument *from, CwDocument *to, CwField expected)
{
  CwField field;

  g_assert_true (cw_field_find_change (from, to, &field) == (expected.kind != CW_FIELD_NONE));
  g_assert_true (cw_field_equal (&field, &expected));
}

static void
test_find_field (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("P:文\nG:表|甲;乙|丙;丁\nF:附");
  g_autoptr (CwDocument) typed = cw_test_document_new ("P:文字\nG:表|甲;乙|丙;丁\nF:附");
  g_autoptr (CwDocument) cell = cw_test_document_new ("P:文\nG:表|甲;乙|丙;戊\nF:附");
  g_autoptr (CwDocument) row = cw_test_document_new ("P:文\nG:表|甲;乙\nF:附");
  g_autoptr (CwText) text = cw_text_new ("1");
  g_autoptr (CwDocument) element = cw_edit_set_element (plain, CW_ELEMENT_COPIES, text);
  g_autoptr (CwText) title = cw_text_new ("附");
  g_autoptr (CwBlock) unbound = cw_block_new_attachment (CW_ATTACHMENT_UNBOUND, title);
  g_autoptr (CwDocument) flags = cw_edit_replace_block (plain, 2, unbound);
  CwForm form = cw_form_default;
  g_autoptr (CwDocument) other_form = NULL;

  cw_form_set_kind (&form, CW_KIND_PLAN);
  other_form = cw_edit_set_form (plain, &form);
  assert_field (plain, typed, (CwField){ .kind = CW_FIELD_NONE });
  assert_field (plain, element, (CwField){ .kind = CW_FIELD_ELEMENT, .element = CW_ELEMENT_COPIES });
  assert_field (element, plain, (CwField){ .kind = CW_FIELD_ELEMENT, .element = CW_ELEMENT_COPIES });
  assert_field (plain, cell, (CwField){ .kind = CW_FIELD_CELL, .block = 1, .row = 1, .column = 1 });
  assert_field (plain, row, (CwField){ .kind = CW_FIELD_BLOCK, .block = 1 });
  assert_field (plain, flags, (CwField){ .kind = CW_FIELD_BLOCK, .block = 2 });
  assert_field (plain, other_form, (CwField){ .kind = CW_FIELD_FORM });
}

static void
type (CwHistory *history, CwElement element, const char *value, gint64 time)
{
  g_autoptr (CwText) text = cw_text_new (value);
  g_autoptr (CwDocument) document = cw_edit_set_element (cw_history_get_document (history), element, text);

  cw_history_push (history, document, CW_EDIT_TYPING, cw_history_get_place (history), time);
}

static const char *
value_of (CwHistory *history, CwElement element)
{
  CwText *text = text_of (cw_history_get_document (history), element);

  return text != NULL ? cw_text_get_string (text) : NULL;
}

/* What is typed into one field in one go is one step; another field, or a rest, begins another. */
static void
test_typing_in_a_field_joins (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("P:文");
  g_autoptr (CwHistory) history = cw_history_new (plain);

  type (history, CW_ELEMENT_COPIES, "1", 1000);
  type (history, CW_ELEMENT_COPIES, "12", 200000);
  type (history, CW_ELEMENT_NOTE, "注", 300000);
  type (history, CW_ELEMENT_NUMBER_CODE, "国", 400000);
  type (history, CW_ELEMENT_NUMBER_CODE, "国发", 400000 + 2 * G_USEC_PER_SEC);

  cw_history_undo (history);
  g_assert_cmpstr (value_of (history, CW_ELEMENT_NUMBER_CODE), ==, "国");
  cw_history_undo (history);
  g_assert_null (value_of (history, CW_ELEMENT_NUMBER_CODE));
  cw_history_undo (history);
  g_assert_null (value_of (history, CW_ELEMENT_NOTE));
  g_assert_cmpstr (value_of (history, CW_ELEMENT_COPIES), ==, "12");
  cw_history_undo (history);
  g_assert_true (cw_history_get_document (history) == plain);
  cw_history_redo (history);
  g_assert_cmpstr (value_of (history, CW_ELEMENT_COPIES), ==, "12");
}

/* The flow's typing does not join a field's, and the caret stays in the flow. */
static void
test_field_and_flow (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("P:文");
  g_autoptr (CwDocument) typed = cw_test_document_new ("P:文字");
  g_autoptr (CwHistory) history = cw_history_new (plain);

  cw_history_push (history, typed, CW_EDIT_TYPING, (CwPlace){ 0, 6 }, 1000);
  type (history, CW_ELEMENT_COPIES, "1", 2000);
  g_assert_cmpint (cw_place_compare (cw_history_get_place (history), (CwPlace){ 0, 6 }), ==, 0);
  cw_history_undo (history);
  g_assert_true (cw_history_get_document (history) == typed);
  g_assert_cmpint (cw_place_compare (cw_history_get_place (history), (CwPlace){ 0, 6 }), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edit-elements/set-form", test_set_form);
  g_test_add_func ("/document/edit-elements/set-element", test_set_element);
  g_test_add_func ("/document/field/find-change", test_find_field);
  g_test_add_func ("/document/field/typing-joins", test_typing_in_a_field_joins);
  g_test_add_func ("/document/field/field-and-flow", test_field_and_flow);
  return g_test_run ();
}
