/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "document/edits/cw-edit.h"
#include "document/cw-statistics.h"

static CwStatistics
count (const char *text)
{
  CwStatistics statistics = { 0 };

  cw_statistics_add (&statistics, text, strlen (text));
  return statistics;
}

static void
test_kinds (void)
{
  CwStatistics s = count ("2024年，WPS软件用5G，共1,234.5元 (it's OK)。");

  g_assert_cmpuint (s.han, ==, 6);
  g_assert_cmpuint (s.words, ==, 3);
  g_assert_cmpuint (s.numbers, ==, 3);
  g_assert_cmpuint (s.digits, ==, 10);
  g_assert_cmpuint (s.spaces, ==, 2);
  g_assert_cmpuint (s.paragraphs, ==, 1);
}

static void
test_punctuation (void)
{
  CwStatistics s = count ("会议，学习。“好”——……");

  g_assert_cmpuint (s.han, ==, 5);
  g_assert_cmpuint (s.punctuation, ==, 8);
  g_assert_cmpuint (s.characters, ==, 13);
  g_assert_cmpuint (cw_statistics_get_office_count (&s), ==, 13);
}

/* Word processors count a word or a number as one. */
static void
test_office_count (void)
{
  CwStatistics s = count ("共186所WPS");

  g_assert_cmpuint (cw_statistics_get_office_count (&s), ==, 4);
  g_assert_cmpuint (s.characters, ==, 8);
}

static void
test_minutes (void)
{
  CwStatistics s = { .han = 380, .words = 5, .numbers = 5 };

  g_assert_cmpfloat_with_epsilon (cw_statistics_get_minutes (&s, 200), 2, 1e-9);
  g_assert_cmpfloat (cw_statistics_get_minutes (&s, 0), ==, 0);
}

static CwDocument *
make_document (void)
{
  g_autoptr (CwDocument) blank = cw_document_new_blank ();
  g_autoptr (CwDocument) typed = NULL;
  g_autoptr (CwDocument) styled = NULL;
  CwPlace after;

  typed = cw_edit_replace (blank, (CwPlace) { 1, 0 }, (CwPlace) { 1, 0 },
                           "开头一段\n成效\n甲乙丙。\n打算\n丁2。", &after);
  styled = cw_edit_set_style (typed, 2, 2, CW_STYLE_HEADING_1);
  return cw_edit_set_style (styled, 4, 4, CW_STYLE_HEADING_1);
}

/* The count at the foot of the window and this one are the same. */
static void
test_document (void)
{
  g_autoptr (CwDocument) document = make_document ();
  CwStatistics s = cw_statistics_of_document (document);

  g_assert_cmpuint (s.characters, ==, cw_document_count_characters (document));
  g_assert_cmpuint (s.characters, ==, 15);
  g_assert_cmpuint (s.paragraphs, ==, 5);
}

static void
test_selection (void)
{
  g_autoptr (CwDocument) document = make_document ();
  CwStatistics s = cw_statistics_of_selection (document, (CwPlace) { 1, strlen ("开头") },
                                               (CwPlace) { 3, strlen ("甲") });

  g_assert_cmpuint (s.han, ==, 5);
  g_assert_cmpuint (s.paragraphs, ==, 3);
  s = cw_statistics_of_selection (document, (CwPlace) { 1, 3 }, (CwPlace) { 1, 3 });
  g_assert_cmpuint (s.characters, ==, 0);
}

static void
test_sections (void)
{
  g_autoptr (CwDocument) document = make_document ();
  g_autoptr (GArray) sections = cw_statistics_of_sections (document);
  CwSectionStatistics *s;

  g_assert_cmpuint (sections->len, ==, 2);
  s = &g_array_index (sections, CwSectionStatistics, 0);
  g_assert_cmpstr (s->title, ==, "一、成效");
  g_assert_cmpuint (s->line, ==, 2);
  g_assert_cmpuint (s->statistics.characters, ==, 6);
  s = &g_array_index (sections, CwSectionStatistics, 1);
  g_assert_cmpstr (s->title, ==, "二、打算");
  g_assert_cmpuint (s->statistics.digits, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/statistics/kinds", test_kinds);
  g_test_add_func ("/document/statistics/punctuation", test_punctuation);
  g_test_add_func ("/document/statistics/office-count", test_office_count);
  g_test_add_func ("/document/statistics/minutes", test_minutes);
  g_test_add_func ("/document/statistics/document", test_document);
  g_test_add_func ("/document/statistics/selection", test_selection);
  g_test_add_func ("/document/statistics/sections", test_sections);

  return g_test_run ();
}
