/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stretch of text covers on paper. */

#include "typeset/pages/cw-typesetter.h"

#include "cw-test-issued.h"
#include "cw-test.h"
#include "typeset/cw-standard.h"

#define LINE "全县教育系统深入学习贯彻党的二十届三中全会精神推动党建工作"

typedef struct
{
  guint n;
  guint pages[64];
  graphene_rect_t rects[64];
} Found;

static gboolean
take (guint page, const graphene_rect_t *rect, gpointer data)
{
  Found *found = data;

  g_assert_cmpuint (found->n, <, G_N_ELEMENTS (found->rects));
  found->pages[found->n] = page;
  found->rects[found->n++] = *rect;
  return TRUE;
}

static CwPages *
set (const char *notation)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwDocument) document = cw_test_document_new (notation);

  return cw_typesetter_set (typesetter, document, &cw_profile_default);
}

static guint
chars (guint n)
{
  return n * (guint) strlen ("全");
}

static void
test_in_line (void)
{
  g_autoptr (CwPages) pages = set ("T:小结\nP:" LINE "。");
  CwStretch stretch = { .line = 1, .start = chars (2), .end = chars (4) };
  CwPlace place;
  Found found = { 0 };

  g_assert_true (cw_pages_find_stretch (pages, &stretch, take, &found));
  g_assert_cmpuint (found.n, ==, 1);
  g_assert_cmpfloat_with_epsilon (found.rects[0].size.width, 2 * CW_STD_SIZE_3, 1);
  g_assert_cmpfloat_with_epsilon (found.rects[0].size.height, CW_STD_SIZE_3, 0.1);
  g_assert_true (cw_pages_find_point (pages, 0, found.rects[0].origin.x + 1,
                                      found.rects[0].origin.y + 5, &place));
  g_assert_cmpuint (place.line, ==, 1);
  g_assert_cmpuint (place.offset, ==, chars (2));
}

/* The heading's computed number is no part of it. */
static void
test_heading (void)
{
  g_autoptr (CwPages) pages = set ("T:小结\n1:主要做法\nP:正文。");
  CwStretch stretch = { .line = 1, .start = 0, .end = chars (2) };
  Found found = { 0 };
  guint page;
  graphene_rect_t caret;

  g_assert_true (cw_pages_find_stretch (pages, &stretch, take, &found));
  g_assert_true (cw_pages_find_place (pages, (CwPlace) { 1, 0 }, &page, &caret));
  g_assert_cmpuint (found.n, ==, 1);
  g_assert_cmpfloat_with_epsilon (found.rects[0].origin.x, caret.origin.x, 0.1);
  g_assert_cmpfloat_with_epsilon (found.rects[0].size.width, 2 * CW_STD_SIZE_3, 1);
}

static void
test_over_lines (void)
{
  g_autoptr (CwPages) pages = set ("T:小结\nP:" LINE LINE LINE "。");
  CwStretch stretch = { .line = 1, .start = chars (20), .end = chars (60) };
  Found found = { 0 };
  double width = 0;

  g_assert_true (cw_pages_find_stretch (pages, &stretch, take, &found));
  g_assert_cmpuint (found.n, ==, 3);
  for (guint i = 0; i < found.n; i++)
    width += found.rects[i].size.width;
  g_assert_cmpfloat_with_epsilon (width, 40 * CW_STD_SIZE_3, 12);
  g_assert_cmpfloat (found.rects[1].origin.y, >, found.rects[0].origin.y);
}

static void
test_over_pages (void)
{
  g_autoptr (GString) notation = g_string_new ("T:小结\nP:");
  g_autoptr (CwPages) pages = NULL;
  CwStretch stretch = { .line = 1 };
  Found found = { 0 };

  for (guint i = 0; i < 30; i++)
    g_string_append (notation, LINE);
  pages = set (notation->str);
  stretch.end = chars (30 * g_utf8_strlen (LINE, -1));
  g_assert_true (cw_pages_find_stretch (pages, &stretch, take, &found));
  g_assert_cmpuint (found.pages[0], ==, 0);
  g_assert_cmpuint (found.pages[found.n - 1], ==, 1);
  for (guint i = 0; i < found.n; i++)
    g_assert_cmpfloat (found.rects[i].origin.y + found.rects[i].size.height, <,
                       CW_STD_PAGE_HEIGHT - CW_MM (25));
}

static void
test_cell (void)
{
  g_autoptr (CwPages) pages = set ("T:小结\nG:表1 情况|地点;数量|第一小学;12\nP:正文。");
  CwStretch stretch = { { CW_FIELD_CELL, 0, 0, 1, 0 }, 1, chars (2), chars (4) };
  Found found = { 0 };
  guint block, row, column;

  g_assert_true (cw_pages_find_stretch (pages, &stretch, take, &found));
  g_assert_cmpuint (found.n, ==, 1);
  g_assert_cmpfloat (found.rects[0].size.width, >, 20);
  g_assert_true (cw_pages_find_cell (pages, 0, found.rects[0].origin.x + 5,
                                     found.rects[0].origin.y + 5, &block, &row, &column));
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpuint (column, ==, 0);
}

/* A table over pages repeats its head, which is covered on both. */
static void
test_repeated_head (void)
{
  g_autoptr (GString) notation = g_string_new ("T:小结\nG:表1 情况|地点;数量");
  g_autoptr (CwPages) pages = NULL;
  CwStretch head = { { CW_FIELD_CELL, 0, 0, 0, 0 }, 1, 0, chars (2) };
  CwStretch late = { { CW_FIELD_CELL, 0, 0, 60, 0 }, 1, 0, chars (2) };
  Found found = { 0 }, found_late = { 0 };

  for (guint i = 0; i < 60; i++)
    g_string_append (notation, "|小学;12");
  pages = set (notation->str);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), >, 1);
  g_assert_true (cw_pages_find_stretch (pages, &head, take, &found));
  g_assert_cmpuint (found.n, ==, cw_pages_get_n_pages (pages));
  g_assert_true (cw_pages_find_stretch (pages, &late, take, &found_late));
  g_assert_cmpuint (found_late.n, ==, 1);
  g_assert_cmpuint (found_late.pages[0], ==, cw_pages_get_n_pages (pages) - 1);
}

static CwPages *
set_issued (const char *notation)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwDocument) document = cw_test_issued_new (CW_KIND_NOTICE, notation);

  return cw_typesetter_set (typesetter, document, &cw_profile_default);
}

static void
test_furniture (void)
{
  g_autoptr (CwPages) pages = set_issued (
      "issuers=东河县教育局\nmark-word=文件\nnumber-code=东教发\nnumber-year=2026\n"
      "number-serial=12\ntitle=关于做好教学工作的通知\naddressees=各乡镇：\nP=正文一段。\n"
      "signatory=东河县教育局\ndate=2026年3月5日\ncopy-recipients=县政府办公室，县财政局");
  CwStretch copies = { { CW_FIELD_ELEMENT, CW_ELEMENT_COPY_RECIPIENTS, 0, 0, 0 }, 0, 0, 0 };
  CwStretch code = { { CW_FIELD_ELEMENT, CW_ELEMENT_NUMBER_CODE, 0, 0, 0 }, 0, 0, chars (2) };
  Found found = { 0 }, found_code = { 0 };
  graphene_rect_t all;
  guint page;

  copies.start = (guint) strlen ("县政府办公室，");
  copies.end = copies.start + chars (4);
  g_assert_true (cw_pages_find_stretch (pages, &copies, take, &found));
  g_assert_cmpuint (found.n, ==, 1);
  g_assert_true (cw_pages_find_element (pages, CW_ELEMENT_COPY_RECIPIENTS, &page, &all));
  g_assert_cmpuint (found.pages[0], ==, page);
  g_assert_cmpfloat (found.rects[0].size.width, <, all.size.width / 2);
  g_assert_cmpfloat (found.rects[0].origin.x, >, all.origin.x + chars (4));
  g_assert_true (cw_pages_find_stretch (pages, &code, take, &found_code));
  g_assert_cmpfloat_with_epsilon (found_code.rects[0].size.width, 2 * CW_STD_SIZE_3, 1);
}

/* A page break prints nothing. */
static void
test_not_printed (void)
{
  g_autoptr (CwPages) pages = set ("T:小结\nP:正文。\nB:\nP:正文。");
  CwStretch stretch = { .line = 2 };
  Found found = { 0 };

  g_assert_false (cw_pages_find_stretch (pages, &stretch, take, &found));
  g_assert_cmpuint (found.n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/find-stretch/in-line", test_in_line);
  g_test_add_func ("/typeset/find-stretch/heading", test_heading);
  g_test_add_func ("/typeset/find-stretch/over-lines", test_over_lines);
  g_test_add_func ("/typeset/find-stretch/over-pages", test_over_pages);
  g_test_add_func ("/typeset/find-stretch/cell", test_cell);
  g_test_add_func ("/typeset/find-stretch/repeated-head", test_repeated_head);
  g_test_add_func ("/typeset/find-stretch/furniture", test_furniture);
  g_test_add_func ("/typeset/find-stretch/not-printed", test_not_printed);
  return g_test_run ();
}
