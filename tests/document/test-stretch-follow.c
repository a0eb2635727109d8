/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stretches of text found again after an edit. */

#include "document/edits/cw-edit.h"
#include "document/cw-stretch.h"
#include "document/tables/cw-table-edit.h"

#include "cw-test.h"

#define PAPER "T:关于检查的通知\nP:先查甲处，再查乙处。\nG:表1 情况|处;数|甲处;1|乙处;2\nP:乙处复查。"

typedef struct
{
  const char *wanted;
  CwStretch found;
} Wanted;

static gboolean
look (const CwStretch *whole, CwText *text, gpointer data)
{
  Wanted *wanted = data;
  const char *at = strstr (cw_text_get_string (text), wanted->wanted);

  if (at == NULL)
    return TRUE;
  wanted->found = *whole;
  wanted->found.start = (guint) (at - cw_text_get_string (text));
  wanted->found.end = wanted->found.start + (guint) strlen (wanted->wanted);
  return FALSE;
}

/* The first stretch that says @wanted. */
static CwStretch
find (CwDocument *document, const char *wanted)
{
  Wanted state = { .wanted = wanted };

  cw_stretch_foreach (document, look, &state);
  g_assert_cmpuint (state.found.end, >, 0);
  return state.found;
}

static void
assert_follows (CwDocument *from, CwDocument *to, const CwStretch *stretch, const char *says)
{
  g_autoptr (GArray) found = cw_stretch_follow (from, to, stretch, 1);
  g_autofree char *string = NULL;

  g_assert_cmpuint (found->len, ==, says != NULL ? 1 : 0);
  if (says == NULL)
    return;
  g_assert_true (cw_stretch_is_valid (to, &g_array_index (found, CwStretch, 0)));
  string = cw_stretch_to_string (to, &g_array_index (found, CwStretch, 0));
  g_assert_cmpstr (string, ==, says);
}

static CwDocument *
replace (CwDocument *document, CwPlace start, CwPlace end, const char *text)
{
  CwPlace after;

  return cw_edit_replace (document, start, end, text, &after);
}

static void
test_same_line (void)
{
  g_autoptr (CwDocument) from = cw_test_document_new (PAPER);
  CwStretch a = find (from, "甲处"), b = find (from, "再查乙处");
  g_autoptr (CwDocument) to
      = replace (from, (CwPlace) { 1, a.end }, (CwPlace) { 1, a.end }, "的屋顶");

  assert_follows (from, to, &a, "甲处");
  assert_follows (from, to, &b, "再查乙处");
}

static void
test_touched (void)
{
  g_autoptr (CwDocument) from = cw_test_document_new (PAPER);
  CwStretch a = find (from, "甲处");
  guint middle = a.start + (guint) strlen ("甲");
  g_autoptr (CwDocument) to
      = replace (from, (CwPlace) { 1, middle }, (CwPlace) { 1, middle }, "的");

  assert_follows (from, to, &a, NULL);
}

static void
test_lines_around (void)
{
  g_autoptr (CwDocument) from = cw_test_document_new (PAPER);
  CwStretch behind = find (from, "复查"), before = find (from, "先查"),
            cell = find (from, "数");
  CwPlace at = { 1, (guint) strlen ("先查甲处，") };
  g_autoptr (CwDocument) more = replace (from, at, at, "\n另起一段。\n");
  g_autoptr (CwDocument) less = replace (more, (CwPlace) { 0, 0 }, (CwPlace) { 2, 0 }, "");

  assert_follows (from, more, &behind, "复查");
  assert_follows (from, more, &before, "先查");
  assert_follows (from, more, &cell, "数");
  assert_follows (from, less, &behind, "复查");
  assert_follows (from, less, &cell, "数");
  assert_follows (from, less, &before, NULL);
}

static void
test_divided_line (void)
{
  g_autoptr (CwDocument) from = cw_test_document_new (PAPER);
  CwStretch rest = find (from, "再查乙处");
  CwPlace at = { 1, rest.start };
  g_autoptr (CwDocument) to = replace (from, at, at, "\n");
  g_autoptr (GArray) found = cw_stretch_follow (from, to, &rest, 1);

  assert_follows (from, to, &rest, "再查乙处");
  g_assert_cmpuint (g_array_index (found, CwStretch, 0).line, ==, 2);
  g_assert_cmpuint (g_array_index (found, CwStretch, 0).start, ==, 0);
}

static void
test_cell (void)
{
  g_autoptr (CwDocument) from = cw_test_document_new (PAPER);
  CwStretch cell = find (from, "数"), other = cell;
  g_autoptr (CwText) text = cw_text_new ("总数");
  g_autoptr (CwText) elsewhere = cw_text_new ("3");
  g_autoptr (CwDocument) to = NULL;

  other.field.row = 1;
  other.end = 1;
  to = cw_edit_stretches (from, (CwStretch[]) { cell, other }, (CwText *[]) { text, elsewhere }, 2);
  assert_follows (from, to, &cell, "数");
  assert_follows (from, to, &other, NULL);
}

static void
test_element (void)
{
  g_autoptr (CwText) issuer = cw_text_new ("东河县教育局");
  CwText *elements[CW_N_ELEMENTS] = { [CW_ELEMENT_ISSUERS] = issuer };
  g_autoptr (CwDocument) from = cw_document_new (elements, NULL, 0);
  CwStretch bureau = find (from, "教育局");
  CwStretch county = bureau;
  g_autoptr (CwText) insert = cw_text_new ("西山");
  g_autoptr (CwDocument) to = NULL, none = cw_document_new_blank ();

  county.start = 0;
  county.end = (guint) strlen ("东河");
  to = cw_edit_stretches (from, &county, &insert, 1);
  assert_follows (from, to, &bureau, "教育局");
  assert_follows (from, to, &county, NULL);
  assert_follows (from, none, &bureau, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/stretch-follow/same-line", test_same_line);
  g_test_add_func ("/document/stretch-follow/touched", test_touched);
  g_test_add_func ("/document/stretch-follow/lines-around", test_lines_around);
  g_test_add_func ("/document/stretch-follow/divided-line", test_divided_line);
  g_test_add_func ("/document/stretch-follow/cell", test_cell);
  g_test_add_func ("/document/stretch-follow/element", test_element);
  return g_test_run ();
}
