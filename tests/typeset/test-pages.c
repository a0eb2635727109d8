/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages/cw-typesetter.h"

#include "cw-test-paper.h"
#include "document/edits/cw-edit.h"
#include "typeset/cw-standard.h"

/* A sentence of 28 characters: a paragraph of n of them, less the indent, has n lines and 2 characters. */
#define LINE "全县教育系统深入学习贯彻党的二十届三中全会精神推动党建工作"


static GString *
draft_new (const char *start)
{
  return g_string_new (start);
}

/* A paragraph of exactly that many lines, the last one with @rest characters. */
static void
add_paragraph (GString *draft, guint n_lines, guint rest)
{
  guint n_chars = 26 + (n_lines - 2) * 28 + rest;

  g_string_append (draft, "\nP:");
  for (guint i = 0; i < n_chars; i++)
    {
      const char *p = g_utf8_offset_to_pointer (LINE, i % g_utf8_strlen (LINE, -1));

      g_string_append_len (draft, p, g_utf8_next_char (p) - p);
    }
}

static void
add_lines (GString *draft, guint n_paragraphs)
{
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append (draft, "\nP:工作扎实推进");
}

static CwPages *
set_with (CwTypesetter *typesetter, const char *notation)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);

  return cw_typesetter_set (typesetter, document, &cw_profile_default);
}

static CwPages *
set (const char *notation)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

  return set_with (typesetter, notation);
}

/* Lines of the document on a page, without the page number. */
static guint
count_lines (CwPages *pages, guint page)
{
  return cw_page_get_n_items (cw_pages_get_page (pages, page)) - 1;
}

static int
first_flow_line (CwPages *pages, guint page)
{
  return cw_page_get_item (cw_pages_get_page (pages, page), 0)->flow_line;
}

static double
line_number (const CwPageItem *item)
{
  return (CW_TO_MM (item->y) - 39.786) / 10.449 + 1;
}

static void
test_blank (void)
{
  g_autoptr (CwDocument) document = cw_document_new_blank ();
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  graphene_rect_t caret;
  CwPlace place = { 0, 0 };
  guint page;

  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 1);
  g_assert_cmpuint (count_lines (pages, 0), ==, 0);
  g_assert_false (cw_pages_find_place (pages, place, &page, &caret));
  g_assert_false (cw_pages_find_point (pages, 0, 300, 300, &place));
}

static void
test_22_lines (void)
{
  g_autoptr (GString) draft = draft_new ("P:工作扎实推进");
  g_autoptr (CwPages) pages = NULL;

  add_lines (draft, 44);
  pages = set (draft->str);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 3);
  g_assert_cmpuint (count_lines (pages, 0), ==, 22);
  g_assert_cmpuint (count_lines (pages, 1), ==, 22);
  g_assert_cmpuint (count_lines (pages, 2), ==, 1);
}

static void
test_r60_empty_lines (void)
{
  g_autoptr (CwPages) pages = set ("P:一段\nP:\nP:\nP:二段");

  g_assert_cmpuint (count_lines (pages, 0), ==, 2);
  g_assert_cmpfloat_with_epsilon (line_number (cw_page_get_item (cw_pages_get_page (pages, 0), 1)), 2, 0.05);
}

static void
test_r57_below_the_title (void)
{
  static const char *const titles[] = { "T:工作总结", "T:工作总结\nT:第二行", "T:一行\nT:二行\nT:三行", "T:标题\nU:二〇二四年" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *notation = g_strconcat (titles[i], "\nP:正文", NULL);
      g_autoptr (CwPages) pages = set (notation);
      CwPage *page = cw_pages_get_page (pages, 0);
      guint n = cw_page_get_n_items (page) - 1;
      const CwPageItem *body = cw_page_get_item (page, n - 1), *above = cw_page_get_item (page, n - 2);
      double em = above->role == CW_PAGE_ROLE_TITLE ? 7.761 : 5.573;
      double number = line_number (body);

      g_assert_cmpfloat_with_epsilon (number, (int) (number + 0.5), 0.05);
      g_assert_cmpfloat_with_epsilon (CW_TO_MM (body->y - above->y) - em / 2 - 5.573 / 2, 15.33, 0.02);
      g_assert_cmpfloat (CW_TO_MM (cw_page_get_item (page, 0)->y) - 7.761 / 2, >=, 37);
    }
}

static void
test_r64_heading_keeps_with_text (void)
{
  g_autoptr (GString) draft = draft_new ("P:工作扎实推进");
  g_autoptr (CwPages) pages = NULL;

  add_lines (draft, 19);
  g_string_append (draft, "\n1:存在问题\n2:原因分析\nP:正文");
  pages = set (draft->str);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpuint (count_lines (pages, 0), ==, 20);
  g_assert_cmpint (first_flow_line (pages, 1), ==, 20);
}

/* The typeface of every byte of a paragraph's text, a letter each: x h k f s. */
static char *
faces_of (CwParagraph *paragraph)
{
  CwShaped *shaped = cw_paragraph_get_shaped (paragraph);
  g_autoptr (GString) faces = g_string_new (NULL);

  for (guint i = 0; i < shaped->clusters->len; i++)
    {
      const CwCluster *cluster = &g_array_index (shaped->clusters, CwCluster, i);

      g_string_append_c (faces, "xfkhs"[g_array_index (shaped->spans, CwSpan, cluster->span).typeface]);
    }
  return g_string_free_and_steal (g_steal_pointer (&faces));
}

/* R61, R62: number and heading in the face of the level up to and with the first 。, 仿宋 after it;
 * 小标宋 for the title, 楷体 under it (R9, R215). */
static void
test_r62_faces (void)
{
  static const struct
  {
    const char *notation;
    const char *faces;
  } cases[] = {
    { "T:总结", "xx" },
    { "T:总结\nU:（甲）", "kkk" },
    { "A:各位：", "fff" },
    { "1:抓。学", "hhhhf" },
    { "1:抓学", "hhhh" },
    { "2:抓。学。", "kkkkkff" },
    { "2:抓“学”", "kkkkkkk" },
    { "3:抓。学", "fffff" },
    { "4:抓。学", "ffffff" },
    { "P:抓。学", "fff" },
  };

  G_STATIC_ASSERT (CW_TYPEFACE_XIAOBIAOSONG == 0 && CW_TYPEFACE_FANGSONG == 1
                   && CW_TYPEFACE_KAITI == 2 && CW_TYPEFACE_HEITI == 3 && CW_TYPEFACE_SONGTI == 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwPages) pages = set (cases[i].notation);
      CwPage *page = cw_pages_get_page (pages, 0);
      g_autofree char *faces
          = faces_of (cw_page_get_item (page, cw_page_get_n_items (page) - 2)->paragraph);
      g_autofree char *number
          = faces_of (cw_page_get_item (page, cw_page_get_n_items (page) - 1)->paragraph);

      g_assert_cmpstr (faces, ==, cases[i].faces);
      g_assert_cmpuint (strspn (number, "s"), ==, strlen (number)); /* R104 */
    }
}

/* Headings that fill more than a page do not leave the title alone on the first (R60). */
static void
test_r60_first_page_has_text (void)
{
  g_autoptr (GString) draft = draft_new ("T:工作总结");
  g_autoptr (CwPages) pages = NULL;

  g_string_append (draft, "\nA:同志们：");
  for (guint i = 0; i < 30; i++)
    g_string_append (draft, "\n1:存在问题");
  pages = set (draft->str);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpuint (count_lines (pages, 0), >, 15);
}

static void
test_r64_run_in_heading_may_be_last (void)
{
  g_autoptr (GString) draft = draft_new ("P:工作扎实推进");
  g_autoptr (CwPages) pages = NULL;

  add_lines (draft, 20);
  g_string_append (draft, "\n2:抓学习。开展培训\nP:正文");
  pages = set (draft->str);
  g_assert_cmpuint (count_lines (pages, 0), ==, 22);
}

static void
assert_no_widow (CwPages *pages)
{
  for (guint i = 1; i < cw_pages_get_n_pages (pages); i++)
    {
      const CwPageItem *item = cw_page_get_item (cw_pages_get_page (pages, i), 0);
      guint n_lines = cw_paragraph_get_n_lines (item->paragraph);

      if (item->flow_line >= 0)
        g_assert_false (n_lines > 1 && item->line + 1 == n_lines);
    }
}

/* The paragraph's last line has one character more than can be pulled back, so a line goes over. */
static void
test_r187_widow_takes_a_line_along (void)
{
  g_autoptr (GString) draft = draft_new ("P:工作扎实推进");
  g_autoptr (CwPages) pages = NULL;

  add_lines (draft, 18);
  add_paragraph (draft, 4, 12);
  add_lines (draft, 3);
  pages = set (draft->str);
  assert_no_widow (pages);
  g_assert_cmpuint (count_lines (pages, 0), ==, 21);
}

/* Marks that can be squeezed give the line back, and the page keeps its 22 lines. */
static void
test_r187_widow_pulled_back (void)
{
  g_autoptr (GString) draft = draft_new ("P:工作扎实推进");
  g_autoptr (CwPages) pages = NULL;

  add_lines (draft, 18);
  g_string_append (draft, "\nP:坚持学在前、走在前、干在前，坚持问题、目标、结果导向，坚持看得见、摸得着、可考核，坚持立行立改、真抓实干、"
                          "久久为功，坚持上下联动、左右协同、内外发力，做到真懂、真信、真用，形成合力推进");
  add_lines (draft, 6);
  pages = set (draft->str);
  assert_no_widow (pages);
}

static void
test_no_widow_anywhere (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GString) draft = draft_new ("T:工作总结");
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CwPages) pages = NULL;

      for (guint i = 0; i < 30; i++)
        add_paragraph (draft, (guint) g_rand_int_range (rand, 2, 9), (guint) g_rand_int_range (rand, 2, 28));
      pages = set (draft->str);
      assert_no_widow (pages);
    }
}

/* A line that must be squeezed leaves its number alone, so that （1） and （2） stand alike. */
static void
test_labels_stand_alike (void)
{
  g_autoptr (CwPages) pages = set ("4:日常工作占百分之四十，主要通过平台数据自动生成，不再要求基层重复报送各类材料\n"
                                   "4:实地考评占，随机抽取学校，不打招呼、不听汇报、不走过场，直接到现场、到课堂、到学生家里去看成效好不好");
  CwPage *page = cw_pages_get_page (pages, 0);

  for (guint i = 0; i < count_lines (pages, 0); i++)
    {
      const CwPageItem *item = cw_page_get_item (page, i);

      if (item->line == 0)
        g_assert_cmpfloat_with_epsilon (cw_paragraph_get_x (item->paragraph, 0, strlen ("（1）")), CW_MM (156.0 / 28) * 4.5, 0.3);
    }
}

static void
test_r79_sign_off (void)
{
  g_autoptr (CwPages) pages = set ("P:正文\nS:云陵县教育局党组\nD:2024年7月1日");
  CwPage *page = cw_pages_get_page (pages, 0);
  const CwPageItem *body = cw_page_get_item (page, 0), *name = cw_page_get_item (page, 1), *date = cw_page_get_item (page, 2);
  double cell = CW_MM (156.0 / 28);

  g_assert_cmpfloat_with_epsilon (line_number (name) - line_number (body), 2, 0.01);
  g_assert_cmpfloat_with_epsilon (line_number (date) - line_number (name), 1, 0.01);
  g_assert_cmpfloat_with_epsilon ((date->x - name->x) / cell, 2, 0.01);
  g_assert_cmpfloat_with_epsilon ((CW_MM (184) - name->x) / cell, 8 + 2, 0.01);
}

/* R81: one name a line, all beginning where the longest has two characters free at the right; the date
 * last, two characters in from them. */
static void
test_r81_joint_sign_off (void)
{
  g_autoptr (CwPages) pages
      = set ("P:正文\nS:云陵县教育局\nS:云陵县人力资源和社会保障局\nD:2024年7月1日");
  CwPage *page = cw_pages_get_page (pages, 0);
  double cell = CW_MM (156.0 / 28);
  const CwPageItem *lead = cw_page_get_item (page, 1), *other = cw_page_get_item (page, 2),
                   *date = cw_page_get_item (page, 3);

  g_assert_cmpfloat_with_epsilon (line_number (other) - line_number (lead), 1, 0.01);
  g_assert_cmpfloat_with_epsilon (line_number (date) - line_number (other), 1, 0.01);
  g_assert_cmpfloat_with_epsilon (lead->x, other->x, 0.01);
  g_assert_cmpfloat_with_epsilon ((CW_MM (184) - other->x) / cell, 13 + 2, 0.01);
  g_assert_cmpfloat_with_epsilon ((date->x - lead->x) / cell, 2, 0.01);
}

/* On a grid chosen by hand nothing is solved: two lines of text go over. */
static void
test_r85_sign_off_keeps_text (void)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

  cw_test_paper_init (&paper, CW_KIND_SUMMARY);
  paper.n_lines = 21;
  paper.form.lines = 22;
  paper.form.columns = 28;
  paper.elements[CW_ELEMENT_SIGNATORY] = "云陵县教育局";
  paper.elements[CW_ELEMENT_DATE] = "2024年7月1日";
  document = cw_test_paper_new (&paper);
  pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpuint (count_lines (pages, 1), ==, 4);
}

static void
test_page_break (void)
{
  g_autoptr (CwPages) pages = set ("P:一\nB:\nP:二\nB:\nB:\nP:三");

  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (count_lines (pages, i), ==, 1);
}

static void
test_endless_title (void)
{
  g_autoptr (GString) draft = draft_new ("T:工");
  g_autoptr (CwPages) pages = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (draft, "作总结");
  g_string_append (draft, "\nP:正文");
  pages = set (draft->str);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), >, 5);
  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    for (guint j = 0; j < count_lines (pages, i); j++)
      g_assert_cmpfloat (CW_TO_MM (cw_page_get_item (cw_pages_get_page (pages, i), j)->y), <, 262);
}

/* Every place of the document is found on paper, and the paper gives it back. */
static void
test_map (void)
{
  g_autoptr (CwPages) pages = set ("T:工作总结\nA:各学校：\n1:主要工作\n2:抓学习。开展集中学习十二次，覆盖全体党员干部和教职工，取得了很好的效果，形成了经验。\nP:正文"
                                   "\nS:县教育局\nD:2024年7月1日");
  CwDocument *document = cw_pages_get_document (pages);

  for (guint line = 0; line < cw_flow_get_n_lines (document); line++)
    {
      CwFlowLine flow = cw_flow_get_line (document, line);
      const char *text = cw_text_get_string (flow.text) + flow.start;

      for (const char *p = text; p < text + (flow.end - flow.start); p = g_utf8_next_char (p))
        {
          CwPlace place = { line, (guint) (p - text) }, back;
          graphene_rect_t caret;
          guint page;

          g_assert_true (cw_pages_find_place (pages, place, &page, &caret));
          g_assert_true (cw_pages_find_point (pages, page, caret.origin.x + 1, caret.origin.y + 8, &back));
          g_assert_cmpint (cw_place_compare (place, back), ==, 0);
        }
    }
}

static void
test_shared_paragraphs_keep_their_pages (void)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (GString) draft = draft_new ("P:工作扎实推进");
  g_autoptr (CwDocument) document = NULL, edited = NULL;
  g_autoptr (CwPages) before = NULL, after = NULL;

  add_lines (draft, 60);
  document = cw_test_document_new (draft->str);
  before = cw_typesetter_set (typesetter, document, &cw_profile_default);
  edited = cw_edit_replace (document, (CwPlace) { 30, 0 }, (CwPlace) { 30, strlen ("工作") }, "今天",
                            NULL);
  after = cw_typesetter_set (typesetter, edited, &cw_profile_default);
  g_assert_true (cw_page_looks_equal (cw_pages_get_page (before, 0), cw_pages_get_page (after, 0)));
  g_assert_false (cw_page_looks_equal (cw_pages_get_page (before, 1), cw_pages_get_page (after, 1)));
  g_assert_true (cw_page_looks_equal (cw_pages_get_page (before, 2), cw_pages_get_page (after, 2)));
}

static const CwRemark *
find_remark (CwPages *pages, CwRemarkKind kind, gunichar ch)
{
  guint n_remarks;
  const CwRemark *remarks = cw_pages_get_remarks (pages, &n_remarks);

  for (guint i = 0; i < n_remarks; i++)
    if (remarks[i].kind == kind && remarks[i].ch == ch)
      return &remarks[i];
  return NULL;
}

static void
test_remarks (void)
{
  g_autoptr (CwPages) pages = set ("P:普通\nB:\nP:王䶮和李䶮\nP:\U000F0F00");
  const CwRemark *rare = find_remark (pages, CW_REMARK_SUBSTITUTED_CHARACTER, 0x4dae);
  const CwRemark *missing = find_remark (pages, CW_REMARK_MISSING_CHARACTER, 0xf0f00);

  g_assert_nonnull (rare);
  g_assert_cmpuint (rare->page, ==, 2);
  g_assert_cmpuint (rare->count, ==, 2);
  g_assert_nonnull (missing);
  g_assert_null (find_remark (pages, CW_REMARK_MISSING_CHARACTER, 0x666e));
}

/* The page is that of the character, not that of its paragraph. */
static void
test_remarks_in_long_paragraph (void)
{
  g_autoptr (GString) draft = draft_new ("T:标题");
  g_autoptr (CwPages) pages = NULL;
  const CwRemark *rare;

  add_paragraph (draft, 60, 5);
  g_string_append (draft, "䶮");
  pages = set (draft->str);
  rare = find_remark (pages, CW_REMARK_SUBSTITUTED_CHARACTER, 0x4dae);
  g_assert_nonnull (rare);
  g_assert_cmpuint (rare->page, ==, 3);
}

static void
test_profile (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("P:一\nB:\nP:二");
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  CwProfile fixed = cw_profile_default;
  g_autoptr (CwPages) mirrored = NULL, left = NULL;

  fixed.mirrored = FALSE;
  fixed.page_number = CW_PAGE_NUMBER_CENTRE;
  mirrored = cw_typesetter_set (typesetter, document, &cw_profile_default);
  left = cw_typesetter_set (typesetter, document, &fixed);
  g_assert_cmpfloat_with_epsilon (CW_TO_MM (cw_page_get_item (cw_pages_get_page (mirrored, 1), 0)->x), 26, 1e-6);
  g_assert_cmpfloat_with_epsilon (CW_TO_MM (cw_page_get_item (cw_pages_get_page (left, 1), 0)->x), 28, 1e-6);
  g_assert_cmpfloat_with_epsilon (cw_page_get_item (cw_pages_get_page (left, 0), 1)->x,
                                  cw_page_get_item (cw_pages_get_page (left, 1), 1)->x, 0.1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/pages/blank document", test_blank);
  g_test_add_func ("/typeset/pages/R12 22 lines", test_22_lines);
  g_test_add_func ("/typeset/pages/R60 empty lines print nothing", test_r60_empty_lines);
  g_test_add_func ("/typeset/pages/R57 R217 below the title", test_r57_below_the_title);
  g_test_add_func ("/typeset/pages/R60 first page has text", test_r60_first_page_has_text);
  g_test_add_func ("/typeset/pages/R62 faces", test_r62_faces);
  g_test_add_func ("/typeset/pages/R64 heading keeps with text", test_r64_heading_keeps_with_text);
  g_test_add_func ("/typeset/pages/R64 run-in heading may be last", test_r64_run_in_heading_may_be_last);
  g_test_add_func ("/typeset/pages/R187 widow takes a line along", test_r187_widow_takes_a_line_along);
  g_test_add_func ("/typeset/pages/R187 widow pulled back", test_r187_widow_pulled_back);
  g_test_add_func ("/typeset/pages/R187 no widow anywhere", test_no_widow_anywhere);
  g_test_add_func ("/typeset/pages/R183 labels stand alike", test_labels_stand_alike);
  g_test_add_func ("/typeset/pages/R79 signatory and date", test_r79_sign_off);
  g_test_add_func ("/typeset/pages/R81 joint sign-off", test_r81_joint_sign_off);
  g_test_add_func ("/typeset/pages/R85 sign-off keeps text", test_r85_sign_off_keeps_text);
  g_test_add_func ("/typeset/pages/page break", test_page_break);
  g_test_add_func ("/typeset/pages/endless title", test_endless_title);
  g_test_add_func ("/typeset/pages/map", test_map);
  g_test_add_func ("/typeset/pages/unchanged pages look equal", test_shared_paragraphs_keep_their_pages);
  g_test_add_func ("/typeset/pages/remarks", test_remarks);
  g_test_add_func ("/typeset/pages/remarks-in-long-paragraph", test_remarks_in_long_paragraph);
  g_test_add_func ("/typeset/pages/profile", test_profile);
  return g_test_run ();
}
