/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where elements are printed, and what is printed where. */

#include "typeset/pages/cw-typesetter.h"

#include "cw-test-issued.h"
#include "typeset/cw-standard.h"

#define PAPER                                                                                      \
  "copy-number=12\nclassification=机密\nclassification-period=1年\nurgency=特急\n"               \
  "issuers=东河县教育局\nmark-word=文件\nnumber-code=东教发\nnumber-year=2026\n"                   \
  "number-serial=12\ntitle=关于做好教学工作的通知\naddressees=各乡镇：\nP=正文一段。\n"              \
  "signatory=东河县教育局\ndate=2026年3月5日"

static CwPages *
set (CwKind kind, const CwProfile *profile, const char *notation)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwDocument) document = cw_test_issued_new (kind, notation);

  return cw_typesetter_set (typesetter, document, profile);
}

static const CwElement printed[] = {
  CW_ELEMENT_COPY_NUMBER, CW_ELEMENT_CLASSIFICATION, CW_ELEMENT_CLASSIFICATION_PERIOD,
  CW_ELEMENT_URGENCY,     CW_ELEMENT_ISSUERS,        CW_ELEMENT_MARK_WORD,
  CW_ELEMENT_NUMBER_CODE, CW_ELEMENT_NUMBER_YEAR,    CW_ELEMENT_NUMBER_SERIAL,
  CW_ELEMENT_TITLE,       CW_ELEMENT_ADDRESSEES,     CW_ELEMENT_SIGNATORY,
  CW_ELEMENT_DATE,
};

/* What is found at the middle of where an element is, is that element. */
static void
test_there_and_back (void)
{
  g_autoptr (CwPages) pages = set (CW_KIND_NOTICE, &cw_profile_default, PAPER);

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      graphene_rect_t rect;
      graphene_point_t middle;
      CwElement found = CW_N_ELEMENTS;
      guint page;

      g_test_message ("%s", cw_element_get_id (printed[i]));
      g_assert_true (cw_pages_find_element (pages, printed[i], &page, &rect));
      graphene_rect_get_center (&rect, &middle);
      g_assert_cmpfloat (rect.size.width, >, 5);
      g_assert_true (cw_pages_find_element_at (pages, page, middle.x, middle.y, &found));
      g_assert_cmpstr (cw_element_get_id (found), ==, cw_element_get_id (printed[i]));
    }
}

static void
test_side_by_side (void)
{
  g_autoptr (CwPages) pages = set (CW_KIND_NOTICE, &cw_profile_default, PAPER);
  graphene_rect_t code, year, serial;
  guint page;

  g_assert_true (cw_pages_find_element (pages, CW_ELEMENT_NUMBER_CODE, &page, &code));
  g_assert_true (cw_pages_find_element (pages, CW_ELEMENT_NUMBER_YEAR, &page, &year));
  g_assert_true (cw_pages_find_element (pages, CW_ELEMENT_NUMBER_SERIAL, &page, &serial));
  g_assert_cmpfloat_with_epsilon (code.origin.x + code.size.width, year.origin.x, 0.1);
  g_assert_cmpfloat_with_epsilon (year.origin.x + year.size.width, serial.origin.x, 0.1);
  g_assert_cmpfloat (CW_TO_MM (code.origin.y), >, 72);
}

static void
test_not_printed (void)
{
  g_autoptr (CwPages) pages = set (CW_KIND_ORDER, &cw_profile_default, PAPER);
  graphene_rect_t rect;
  CwElement element;
  guint page;

  g_assert_false (cw_pages_find_element (pages, CW_ELEMENT_TITLE, &page, &rect));
  g_assert_false (cw_pages_find_element (pages, CW_ELEMENT_SIGNERS, &page, &rect));
  g_assert_false (cw_pages_find_element_at (pages, 0, 2, 2, &element));
}

/* Pre-printed furniture is found where it would be printed. */
static void
test_preprinted (void)
{
  CwProfile profile = cw_profile_default;
  g_autoptr (CwPages) pages = NULL;
  graphene_rect_t rect;
  guint page;

  profile.preprinted = TRUE;
  pages = set (CW_KIND_NOTICE, &profile, PAPER);
  g_assert_true (cw_pages_find_element (pages, CW_ELEMENT_ISSUERS, &page, &rect));
}

/* A click on furniture moves no caret; one on the text does; the caret of an empty title is below the
 * masthead. */
static void
test_caret (void)
{
  g_autoptr (CwPages) pages = set (CW_KIND_NOTICE, &cw_profile_default, PAPER);
  graphene_rect_t rect, caret;
  CwPlace place = { 0, 0 };
  guint page;

  g_assert_true (cw_pages_find_element (pages, CW_ELEMENT_ISSUERS, &page, &rect));
  g_assert_false (cw_pages_find_point (pages, page, rect.origin.x + 10, rect.origin.y + 10, &place));
  g_assert_true (cw_pages_find_element (pages, CW_ELEMENT_TITLE, &page, &rect));
  g_assert_true (cw_pages_find_point (pages, page, rect.origin.x + 1, rect.origin.y + 10, &place));
  g_assert_cmpuint (place.line, ==, 0);
  g_assert_cmpuint (place.offset, ==, 0);
  g_assert_true (cw_pages_find_place (pages, place, &page, &caret));
  g_assert_cmpfloat_with_epsilon (caret.origin.x, rect.origin.x, 1);
  g_assert_cmpfloat (CW_TO_MM (caret.origin.y), >, 110);
}

static void
test_title_of_nothing (void)
{
  g_autoptr (CwPages) pages = set (CW_KIND_NOTICE, &cw_profile_default,
                                   "issuers=东河县教育局\nnumber-code=东\ntitle=\nP=正文");
  graphene_rect_t caret;
  guint page;

  g_assert_true (cw_pages_find_place (pages, (CwPlace) { 0, 0 }, &page, &caret));
  g_assert_cmpfloat (CW_TO_MM (caret.origin.y), >, 110);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/elements-map/there-and-back", test_there_and_back);
  g_test_add_func ("/typeset/elements-map/side-by-side", test_side_by_side);
  g_test_add_func ("/typeset/elements-map/not-printed", test_not_printed);
  g_test_add_func ("/typeset/elements-map/preprinted", test_preprinted);
  g_test_add_func ("/typeset/elements-map/caret", test_caret);
  g_test_add_func ("/typeset/elements-map/title-of-nothing", test_title_of_nothing);
  return g_test_run ();
}
