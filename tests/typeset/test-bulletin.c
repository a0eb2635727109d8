/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-paper.h"
#include "typeset/cw-standard.h"

/* The note of a bulletin's editors (R209), between red rule and title. */

#define FIRST "编者按：四张清单推动隐患动态清零。"
#define SECOND "现予刊发，供各校学习借鉴。"

static CwPages *
set (const char *note)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwDocument) document = NULL;
  CwTestPaper paper;

  cw_test_paper_init (&paper, CW_KIND_BULLETIN);
  paper.n_lines = 3;
  paper.elements[CW_ELEMENT_ISSUERS] = "教育工作";
  paper.elements[CW_ELEMENT_MARK_WORD] = "简报";
  paper.elements[CW_ELEMENT_TITLE] = "标题在此";
  paper.elements[CW_ELEMENT_PRINTING_OFFICE] = "局办公室";
  paper.elements[CW_ELEMENT_EDITOR_NOTE] = note;
  document = cw_test_paper_new (&paper);
  return cw_typesetter_set (typesetter, document, &cw_profile_default);
}

/* The first line on any page that begins so. */
static const CwPageItem *
find (CwPages *pages, const char *start, guint *page)
{
  for (*page = 0; *page < cw_pages_get_n_pages (pages); ++*page)
    for (guint i = 0; i < cw_page_get_n_items (cw_pages_get_page (pages, *page)); i++)
      {
        const CwPageItem *item = cw_page_get_item (cw_pages_get_page (pages, *page), i);
        const CwLine *line = cw_paragraph_get_line (item->paragraph, item->line);
        const char *text = cw_paragraph_get_shaped (item->paragraph)->text;

        if (g_str_has_prefix (text + line->start, start))
          return item;
      }
  return NULL;
}

static double
get_y (CwPages *pages, const char *start)
{
  guint page;
  const CwPageItem *item = find (pages, start, &page);

  g_assert_nonnull (item);
  return item->y;
}

static double
get_rule (CwPages *pages)
{
  CwPage *page = cw_pages_get_page (pages, 0);

  for (guint i = 0; i < cw_page_get_n_shapes (page); i++)
    if (cw_page_get_shape (page, i)->colour == CW_COLOUR_RED)
      return cw_page_get_shape (page, i)->y;
  g_error ("no red rule");
}

static void
test_r209_order (void)
{
  g_autoptr (CwPages) pages = set (FIRST "\n" SECOND);
  double pitch = get_y (pages, "现予刊发") - get_y (pages, "编者按");

  g_assert_cmpfloat (get_rule (pages), <, get_y (pages, "编者按"));
  g_assert_cmpfloat_with_epsilon (pitch, CW_STD_TYPE_AREA_HEIGHT / 21.6, 0.6);
  g_assert_cmpfloat (get_y (pages, "标题在此") - get_y (pages, "现予刊发"), >, 3 * pitch - 1);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 1);
}

static void
test_r209_none (void)
{
  g_autoptr (CwPages) pages = set (NULL), with = set (FIRST);
  guint page;

  g_assert_null (find (pages, "编者按", &page));
  g_assert_cmpfloat (get_y (pages, "标题在此"), <, get_y (with, "标题在此"));
}

/* Nothing of an endless note is lost or set below the type area. */
static void
test_r209_long (void)
{
  g_autoptr (GString) note = g_string_new ("头");
  g_autoptr (CwPages) pages = NULL;
  guint page;

  for (guint i = 0; i < 1200; i++)
    g_string_append (note, "长");
  g_string_append (note, "\n尾声");
  pages = set (note->str);
  g_assert_nonnull (find (pages, "尾声", &page));
  g_assert_cmpuint (page, >, 0);
  for (page = 0; page < cw_pages_get_n_pages (pages); page++)
    for (guint i = 0; i < cw_page_get_n_items (cw_pages_get_page (pages, page)); i++)
      {
        const CwPageItem *item = cw_page_get_item (cw_pages_get_page (pages, page), i);

        if (item->role != CW_PAGE_ROLE_ARTIFACT)
          g_assert_cmpfloat (item->y, <, CW_STD_HEAD_MARGIN + CW_STD_TYPE_AREA_HEIGHT);
      }
  g_assert_nonnull (find (pages, "标题在此", &page));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/bulletin/r209-order", test_r209_order);
  g_test_add_func ("/typeset/bulletin/r209-none", test_r209_none);
  g_test_add_func ("/typeset/bulletin/r209-long", test_r209_long);
  return g_test_run ();
}
