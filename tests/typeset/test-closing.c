/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages/cw-painter.h"

#include <math.h>

#include "cw-test-paper.h"
#include "typeset/cw-standard.h"

/* The page below the body: attachment list, signature block, note, attendees, colophon. */

#define CELL (CW_STD_TYPE_AREA_WIDTH / CW_STD_COLUMNS)
#define FOOT (CW_STD_HEAD_MARGIN + CW_STD_TYPE_AREA_HEIGHT)

static CwTypesetter *
get_typesetter (void)
{
  static CwTypesetter *typesetter = NULL;

  if (typesetter == NULL)
    typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  return typesetter;
}

static CwPages *
set_with (const CwTestPaper *paper, const CwProfile *profile)
{
  g_autoptr (CwDocument) document = cw_test_paper_new (paper);

  return cw_typesetter_set (get_typesetter (), document, profile);
}

static CwPages *
set (const CwTestPaper *paper)
{
  return set_with (paper, &cw_profile_default);
}

static const char *
get_text (const CwPageItem *item)
{
  return cw_paragraph_get_shaped (item->paragraph)->text;
}

static const CwLine *
get_line (const CwPageItem *item)
{
  return cw_paragraph_get_line (item->paragraph, item->line);
}

/* Where the first character of a line stands, and where the last one ends, on the page. */
static double
get_start (const CwPageItem *item)
{
  return item->x + cw_paragraph_get_placed (item->paragraph)[get_line (item)->first].x;
}

static double
get_end (const CwPageItem *item)
{
  return item->x + get_line (item)->width;
}

/* The item that begins with a text, on any page; the page is said in @page. */
static const CwPageItem *
find_on (CwPages *pages, const char *start, guint *page)
{
  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    for (guint j = 0; j < cw_page_get_n_items (cw_pages_get_page (pages, i)); j++)
      {
        const CwPageItem *item = cw_page_get_item (cw_pages_get_page (pages, i), j);

        if (item->role != CW_PAGE_ROLE_ARTIFACT && g_str_has_prefix (get_text (item) + get_line (item)->start, start))
          {
            *page = i;
            return item;
          }
      }
  return NULL;
}

static const CwPageItem *
find (CwPages *pages, const char *start)
{
  guint page;
  const CwPageItem *item = find_on (pages, start, &page);

  g_assert_nonnull (item);
  return item;
}

static double
get_left (CwPages *pages, guint page)
{
  return cw_page_get_left (cw_pages_get_page (pages, page));
}

static gboolean
has_number (CwPages *pages, guint page)
{
  CwPage *p = cw_pages_get_page (pages, page);
  guint n = cw_page_get_n_items (p);

  return n > 0 && cw_page_get_item (p, n - 1)->role == CW_PAGE_ROLE_ARTIFACT && g_str_has_prefix (get_text (cw_page_get_item (p, n - 1)), "—");
}

/* --- attachment list --- */

#define LONG_NAME "东河县教育系统干部职工学习贯彻有关会议精神集中轮训工作安排表及参训人员名额分配方案"

static void
test_r65_one (void)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;
  const CwPageItem *body, *label, *name;

  cw_test_paper_init (&paper, CW_KIND_PLAN);
  paper.n_lines = 3;
  paper.attachments[0] = LONG_NAME "。";
  pages = set (&paper);
  body = cw_page_get_item (cw_pages_get_page (pages, 0), 2);
  label = find (pages, "附件：");
  name = find (pages, "东河县教育系统");
  g_assert_cmpfloat_with_epsilon (label->y - body->y, 2 * CW_MM (10.449), 0.01);
  g_assert_cmpfloat_with_epsilon (get_start (label) - get_left (pages, 0), 2 * CELL, 0.01);
  g_assert_cmpfloat_with_epsilon (label->y, name->y, 0.01);
  g_assert_cmpfloat_with_epsilon (get_start (name) - get_left (pages, 0), CW_MM (27.86), 0.05);
  g_assert_cmpfloat_with_epsilon (get_start (name + 1), get_start (name), 0.01);
  g_assert_cmpuint (cw_paragraph_get_n_lines (name->paragraph), ==, 2);
  g_assert_false (g_str_has_suffix (get_text (name), "。"));
}

static void
test_r66_several (void)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;

  cw_test_paper_init (&paper, CW_KIND_PLAN);
  paper.n_lines = 3;
  paper.attachments[0] = "甲类安排表";
  paper.attachments[1] = LONG_NAME;
  pages = set (&paper);
  g_assert_cmpfloat_with_epsilon (get_start (find (pages, "1.")) - get_left (pages, 0), 5 * CELL, 0.01);
  g_assert_cmpfloat_with_epsilon (get_start (find (pages, "甲类")) - get_left (pages, 0), CW_MM (33.43), 0.05);
  g_assert_cmpfloat_with_epsilon (get_start (find (pages, "2.")), get_start (find (pages, "1.")), 0.01);
  g_assert_cmpfloat_with_epsilon (get_start (find (pages, "东河县教育系统")), get_start (find (pages, "甲类")), 0.01);
  g_assert_cmpfloat_with_epsilon (get_start (find (pages, "东河县教育系统") + 1), get_start (find (pages, "甲类")), 0.01);
}

static void
test_r67_two_digits (void)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;

  cw_test_paper_init (&paper, CW_KIND_PLAN);
  paper.n_lines = 3;
  for (guint i = 0; i < 11; i++)
    paper.attachments[i] = "材料";
  pages = set (&paper);
  g_assert_cmpfloat_with_epsilon (get_end (find (pages, "9.")), get_end (find (pages, "10.")), 0.01);
  g_assert_cmpfloat (get_start (find (pages, "10.")), >=, get_end (find (pages, "附件：")) - 0.01);
  g_assert_cmpfloat (get_end (find (pages, "10.")), <=, get_start (find (pages, "材料")));
}

/* --- the signature block on its page --- */

static const char *const organs[] = {
  "东河县教育体育局",
  "东河县教育体育局\n东河县财政局",
  "中共东河县委组织部\n东河县财政局\n东河县民政局",
  "东河县教育体育局\n东河县人力资源和社会保障局\n东河县民政局\n东河县公安局",
  "东河县教育局\n东河县财政局\n东河县民政局\n东河县公安局\n东河县司法局",
};

static gboolean
is_style (CwPages *pages, const CwPageItem *item, CwStyle style)
{
  return item->flow_line >= 0 && cw_flow_get_line (cw_pages_get_document (pages), (guint) item->flow_line).style == style;
}

/* How many there are, a name in two lines being one. */
static guint
count_style (CwPages *pages, guint page, CwStyle style)
{
  CwPage *p = cw_pages_get_page (pages, page);
  guint n = 0;

  for (guint i = 0; i < cw_page_get_n_items (p); i++)
    n += is_style (pages, cw_page_get_item (p, i), style) && cw_page_get_item (p, i)->line == 0;
  return n;
}

static const CwPageItem *
last_of_style (CwPages *pages, guint page, CwStyle style)
{
  CwPage *p = cw_pages_get_page (pages, page);
  const CwPageItem *found = NULL;

  for (guint i = 0; i < cw_page_get_n_items (p); i++)
    if (is_style (pages, cw_page_get_item (p, i), style))
      found = cw_page_get_item (p, i);
  return found;
}

static const CwShape *
get_seal (CwPage *page, guint seal)
{
  for (guint i = 0; i < cw_page_get_n_shapes (page); i++)
    if (cw_shape_is_guide (cw_page_get_shape (page, i)) && seal-- == 0)
      return cw_page_get_shape (page, i);
  return NULL;
}

static guint
count_seals (CwPage *page)
{
  guint n = 0;

  while (get_seal (page, n) != NULL)
    n++;
  return n;
}

/* R72, R75: in the type area, one not touching the other; the first within a line of the text. */
static void
check_seals (CwPages *pages, guint page, guint n_seals)
{
  CwPage *p = cw_pages_get_page (pages, page);
  const CwGrid *grid = cw_page_get_grid (p);
  const CwPageItem *text = last_of_style (pages, page, CW_STYLE_PARAGRAPH);
  double bottom = text->y - grid->optical_shift + grid->em / 2;

  g_assert_cmpuint (count_seals (p), ==, n_seals);
  for (guint i = 0; i < n_seals; i++)
    {
      const CwShape *seal = get_seal (p, i);

      g_assert_cmpint (seal->kind, ==, CW_SHAPE_SEAL);
      g_assert_cmpfloat (seal->x, >=, cw_page_get_left (p) - 0.01);
      g_assert_cmpfloat (seal->x + seal->width, <=, cw_page_get_left (p) + CW_STD_TYPE_AREA_WIDTH + 0.01);
      g_assert_cmpfloat (seal->y, >, bottom);
      g_assert_cmpfloat (seal->y + seal->height, <=, FOOT + 0.01);
      if (i == 0)
        g_assert_cmpfloat (seal->y - bottom, <=, grid->pitch);
      for (guint j = 0; j < i; j++)
        {
          const CwShape *other = get_seal (p, j);

          g_assert_cmpfloat (hypot (seal->x - other->x, seal->y - other->y), >, seal->width + CW_MM (1));
        }
    }
}

/* R70, R75: the date under the last name, centred on it, inside the last seal. */
static void
check_date (CwPages *pages, guint page)
{
  CwPage *p = cw_pages_get_page (pages, page);
  const CwPageItem *name = last_of_style (pages, page, CW_STYLE_SIGNATORY), *date = last_of_style (pages, page, CW_STYLE_DATE);
  const CwShape *seal = get_seal (p, count_seals (p) - 1);
  const CwGrid *grid = cw_page_get_grid (p);

  g_assert_nonnull (name);
  g_assert_nonnull (date);
  g_assert_cmpfloat_with_epsilon (date->y - name->y, grid->pitch, 0.01);
  g_assert_cmpfloat_with_epsilon (get_start (date) + get_end (date), get_start (name) + get_end (name), 0.02);
  g_assert_cmpfloat_with_epsilon (get_start (date) + get_end (date), 2 * seal->x + seal->width, 0.02);
  g_assert_cmpfloat ((date->y + name->y) / 2 - grid->optical_shift, >, seal->y + seal->height / 2);
  g_assert_cmpfloat (date->y - grid->optical_shift + grid->em / 2, <, seal->y + seal->height);
}

/* The block never stands without text, wherever the body ends (R85–R87). */
static void
check_solved (guint n_organs, guint diameter, guint n_lines, const char *note)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;
  const CwSolution *solution;
  guint page;

  cw_test_paper_init (&paper, CW_KIND_NOTICE);
  paper.form.format = CW_FORMAT_WORKING_PAPER; /* nothing above the text */
  paper.form.seal_diameter = diameter;
  paper.n_lines = n_lines;
  paper.elements[CW_ELEMENT_SIGNATORY] = organs[n_organs - 1];
  paper.elements[CW_ELEMENT_DATE] = "2026年11月3日";
  paper.elements[CW_ELEMENT_NOTE] = note;
  pages = set (&paper);
  solution = cw_pages_get_solution (pages);
  page = cw_pages_get_n_pages (pages) - 1;
  g_assert_cmpuint (solution->text_lines, >=, 1);
  g_assert_cmpint (solution->state, !=, CW_SOLUTION_ALONE);
  g_assert_cmpuint (count_style (pages, page, CW_STYLE_PARAGRAPH), ==, solution->text_lines);
  g_assert_cmpuint (count_style (pages, page, CW_STYLE_SIGNATORY), ==, n_organs);
  check_seals (pages, page, n_organs);
  check_date (pages, page);
  if (note != NULL)
    g_assert_cmpfloat_with_epsilon (last_of_style (pages, page, CW_STYLE_NOTE)->y - last_of_style (pages, page, CW_STYLE_DATE)->y,
                                    cw_page_get_grid (cw_pages_get_page (pages, page))->pitch, 0.01);
}

static void
test_r85_everywhere (void)
{
  for (guint n = 1; n <= G_N_ELEMENTS (organs); n++)
    for (guint diameter = 38; diameter <= 60; diameter += 2)
      for (guint n_lines = 2; n_lines <= 45; n_lines++)
        check_solved (n, diameter, n_lines, n_lines % 3 == 0 ? "此件公开发布" : NULL);
}

static CwPages *
set_lines (guint n_lines, guint lines, guint columns, const CwProfile *profile)
{
  CwTestPaper paper;

  cw_test_paper_init (&paper, CW_KIND_NOTICE);
  paper.form.format = CW_FORMAT_WORKING_PAPER;
  paper.form.lines = lines;
  paper.form.columns = columns;
  paper.n_lines = n_lines;
  paper.elements[CW_ELEMENT_SIGNATORY] = organs[0];
  paper.elements[CW_ELEMENT_DATE] = "2026年11月3日";
  return set_with (&paper, profile);
}

/* R87: 17 lines and the block are one line too many; 23 lines to the page hold them. */
static void
test_r87_first_choice (void)
{
  g_autoptr (CwPages) fitting = set_lines (16, 0, 0, &cw_profile_default);
  g_autoptr (CwPages) solved = set_lines (18, 0, 0, &cw_profile_default);
  g_autofree char *sentence = cw_solution_describe (cw_pages_get_solution (solved));

  g_assert_cmpint (cw_pages_get_solution (fitting)->state, ==, CW_SOLUTION_STANDARD);
  g_assert_cmpuint (cw_pages_get_solution (fitting)->lines, ==, 22);
  g_assert_cmpint (cw_pages_get_solution (solved)->state, ==, CW_SOLUTION_FOUND);
  g_assert_cmpuint (cw_pages_get_solution (solved)->lines, ==, 23);
  g_assert_cmpuint (cw_pages_get_n_pages (solved), ==, 1);
  g_assert_nonnull (strstr (sentence, "23 lines"));
}

static void
test_r23_by_hand (void)
{
  g_autoptr (CwPages) pages = set_lines (10, 21, 29, &cw_profile_default);
  const CwGrid *grid = cw_page_get_grid (cw_pages_get_page (pages, 0));

  g_assert_cmpint (cw_pages_get_solution (pages)->state, ==, CW_SOLUTION_BY_HAND);
  g_assert_cmpfloat_with_epsilon (CW_TO_MM (grid->pitch), 10.971, 0.001);
  g_assert_cmpfloat_with_epsilon (CW_TO_MM (grid->cell), 5.379, 0.001);
}

/* R18: what the office fixed is not solved away. */
static void
test_r18_fixed_pitch (void)
{
  CwProfile profile = cw_profile_default;

  profile.line_pitch = 28;
  for (guint n_lines = 14; n_lines < 26; n_lines++)
    {
      g_autoptr (CwPages) pages = set_lines (n_lines, 0, 0, &profile);

      g_assert_cmpfloat (cw_page_get_grid (cw_pages_get_page (pages, 0))->pitch, ==, 28);
      g_assert_cmpuint (cw_pages_get_solution (pages)->text_lines, >=, 1);
    }
}

static void
test_solutions (void)
{
  CwTestPaper paper;
  g_autoptr (CwDocument) document = NULL;
  g_autofree CwSolution *solutions = NULL;
  guint n;

  cw_test_paper_init (&paper, CW_KIND_NOTICE);
  paper.form.format = CW_FORMAT_WORKING_PAPER;
  paper.n_lines = 18;
  paper.elements[CW_ELEMENT_SIGNATORY] = organs[0];
  paper.elements[CW_ELEMENT_DATE] = "2026年11月3日";
  document = cw_test_paper_new (&paper);
  solutions = cw_typesetter_solve (get_typesetter (), document, &cw_profile_default, &n);
  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CwPages) pages = set_lines (18, solutions[i].lines, solutions[i].columns, &cw_profile_default);

      g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, solutions[i].n_pages);
      g_assert_cmpuint (cw_pages_get_solution (pages)->text_lines, ==, solutions[i].text_lines);
      g_assert_cmpuint (solutions[i].text_lines, >=, 1);
      if (i > 0)
        g_assert_cmpuint (solutions[i].score, >=, solutions[i - 1].score);
    }
  g_assert_cmpuint (solutions[0].lines, ==, 23);
}

/* R230: a date not filled in yet is measured like any other. */
static void
test_r230_blank_date (void)
{
  static const char *const dates[] = { "X年X月X日", "　年　月　日", "2026年　月　日" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      CwTestPaper paper;
      g_autoptr (CwPages) pages = NULL;
      const CwPageItem *date;

      cw_test_paper_init (&paper, CW_KIND_NOTICE);
      paper.n_lines = 3;
      paper.elements[CW_ELEMENT_SIGNATORY] = organs[0];
      paper.elements[CW_ELEMENT_DATE] = dates[i];
      pages = set (&paper);
      date = last_of_style (pages, 0, CW_STYLE_DATE);
      g_assert_cmpfloat_with_epsilon (CW_STD_TYPE_AREA_WIDTH + get_left (pages, 0) - get_end (date), 4 * CELL, 0.01);
      check_date (pages, 0);
    }
}

static void
test_r83_stamps (void)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;
  const CwPageItem *position, *date;
  const CwShape *stamp = NULL, *second;
  CwPage *page;

  cw_test_paper_init (&paper, CW_KIND_ORDER);
  paper.n_lines = 3;
  paper.elements[CW_ELEMENT_SIGNATORY] = "王建国\n李红";
  paper.elements[CW_ELEMENT_POSITIONS] = "县长\n副县长";
  paper.elements[CW_ELEMENT_DATE] = "2026年11月3日";
  pages = set (&paper);
  page = cw_pages_get_page (pages, 0);
  g_assert_cmpuint (count_seals (page), ==, 2);
  stamp = get_seal (page, 0);
  second = get_seal (page, 1);
  position = find (pages, "县长");
  date = last_of_style (pages, 0, CW_STYLE_DATE);
  g_assert_cmpint (stamp->kind, ==, CW_SHAPE_STAMP);
  g_assert_cmpfloat_with_epsilon (CW_TO_MM (cw_page_get_left (page) + CW_STD_TYPE_AREA_WIDTH - stamp->x - stamp->width), 22.29, 0.02);
  g_assert_cmpfloat_with_epsilon (get_end (position), stamp->x - 2 * CELL, 0.01);
  g_assert_cmpfloat_with_epsilon (position->y - cw_page_get_grid (page)->optical_shift, stamp->y + stamp->height / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (get_end (find (pages, "副县长")), get_end (position), 0.01);
  g_assert_cmpfloat_with_epsilon (second->x, stamp->x, 0.01);
  g_assert_cmpfloat (second->y, >, stamp->y + stamp->height);
  g_assert_cmpfloat_with_epsilon (date->y - find (pages, "副县长")->y, 2 * CW_MM (10.449), 0.01);
  g_assert_cmpfloat_with_epsilon (get_end (date), stamp->x + stamp->width, 0.01);
}

/* R88: brackets once, typed or not; a click on the computed one is one on the end of the text. */
static void
test_r88_note (void)
{
  static const char *const notes[] = { "此件公开发布", "（此件公开发布）" };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      CwTestPaper paper;
      g_autoptr (CwPages) pages = NULL;
      const CwPageItem *note;
      CwPlace place;

      cw_test_paper_init (&paper, CW_KIND_NOTICE);
      paper.n_lines = 3;
      paper.elements[CW_ELEMENT_NOTE] = notes[i];
      paper.elements[CW_ELEMENT_DATE] = "2026年11月3日";
      pages = set (&paper);
      note = last_of_style (pages, 0, CW_STYLE_NOTE);
      g_assert_cmpstr (get_text (note), ==, "（此件公开发布）");
      g_assert_true (cw_pages_find_point (pages, 0, get_end (note) + 50, note->y, &place));
      g_assert_cmpuint (place.offset, ==, strlen (notes[i]));
    }
}

static void
test_r133_attendees (void)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;
  const CwPageItem *label, *names;

  cw_test_paper_init (&paper, CW_KIND_MINUTES);
  paper.n_lines = 3;
  paper.elements[CW_ELEMENT_ATTENDEES] = "县教育体育局王某某、李某某、赵某某，县财政局钱某某、孙某某，县民政局周某某、吴某某";
  paper.elements[CW_ELEMENT_OBSERVERS] = "冯某某";
  pages = set (&paper);
  label = find (pages, "出席：");
  names = find (pages, "县教育体育局王");
  g_assert_cmpfloat_with_epsilon (get_start (label) - get_left (pages, 0), 2 * CELL, 0.01);
  g_assert_cmpfloat_with_epsilon (label->y - last_of_style (pages, 0, CW_STYLE_PARAGRAPH)->y, 2 * CW_MM (10.449), 0.01);
  g_assert_cmpfloat_with_epsilon (get_start (names) - get_left (pages, 0), CW_MM (27.86), 0.05);
  g_assert_cmpfloat_with_epsilon (get_start (names + 1), get_start (names), 0.01);
  g_assert_cmpfloat_with_epsilon (find (pages, "列席：")->y - (names + 1)->y, CW_MM (10.449), 0.01);
  g_assert_cmpint (g_array_index (cw_paragraph_get_shaped (label->paragraph)->spans, CwSpan, 0).typeface, ==, CW_TYPEFACE_HEITI);
}

/* --- colophon --- */

static CwPages *
set_colophon (guint n_lines, CwKind kind, const CwProfile *profile)
{
  CwTestPaper paper;

  cw_test_paper_init (&paper, kind);
  paper.n_lines = n_lines;
  cw_test_paper_add_colophon (&paper);
  return set_with (&paper, profile);
}

static guint
count_rules (CwPages *pages, guint page, double thickness)
{
  CwPage *p = cw_pages_get_page (pages, page);
  guint n = 0;

  for (guint i = 0; i < cw_page_get_n_shapes (p); i++)
    n += cw_page_get_shape (p, i)->kind == CW_SHAPE_RULE && fabs (cw_page_get_shape (p, i)->height - thickness) < 1e-6;
  return n;
}

static void
test_r96_rules (void)
{
  g_autoptr (CwPages) pages = set_colophon (26, CW_KIND_NOTICE, &cw_profile_default);
  CwPage *page = cw_pages_get_page (pages, 1);
  const CwShape *last;

  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpuint (count_rules (pages, 1, CW_MM (0.35)), ==, 2);
  g_assert_cmpuint (count_rules (pages, 1, CW_MM (0.25)), ==, 1);
  last = cw_page_get_shape (page, cw_page_get_n_shapes (page) - 1);
  g_assert_cmpfloat_with_epsilon (last->y + last->height, FOOT, 1e-6);
  g_assert_cmpfloat_with_epsilon (last->width, CW_MM (156), 1e-6);
  g_assert_cmpfloat_with_epsilon (last->x, cw_page_get_left (page), 1e-6);
}

static void
test_r97_recipients (void)
{
  g_autoptr (CwPages) pages = set_colophon (26, CW_KIND_NOTICE, &cw_profile_default);
  const CwPageItem *label = find (pages, "抄送："), *names = find (pages, "县委办公室"), *date = find (pages, "2026年11月4日印发");
  double left = get_left (pages, 1);

  g_assert_cmpfloat_with_epsilon (get_start (label) - left, 14, 0.01);
  g_assert_cmpfloat_with_epsilon (get_start (names) - left, CW_MM (19.76), 0.05);
  g_assert_cmpfloat_with_epsilon (get_start (names + 1) - left, CW_MM (19.76), 0.05);
  g_assert_true (g_str_has_suffix (get_text (names), "。"));
  g_assert_cmpfloat_with_epsilon (get_end (date) - left, CW_STD_TYPE_AREA_WIDTH - 14, 0.01);
  g_assert_cmpfloat_with_epsilon (date->y, find (pages, "东河县教育体育局办公室")->y, 0.01);
  g_assert_cmpfloat_with_epsilon (date->y - (names + 1)->y, CW_MM (9.815) + CW_MM (0.25), 0.02);
}

/* R98, R100: moved addressees above the recipients without a rule between, copies below a thin one. */
static void
test_r98_r100 (void)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;

  cw_test_paper_init (&paper, CW_KIND_NOTICE);
  paper.n_lines = 26;
  paper.form.addressees_in_colophon = TRUE;
  paper.elements[CW_ELEMENT_ADDRESSEES] = "各乡镇人民政府：";
  paper.elements[CW_ELEMENT_COPIES] = "60";
  cw_test_paper_add_colophon (&paper);
  pages = set (&paper);
  g_assert_cmpstr (get_text (find (pages, "各乡镇")), ==, "各乡镇人民政府。");
  g_assert_cmpfloat_with_epsilon (find (pages, "抄送：")->y - find (pages, "主送：")->y, CW_MM (9.815), 0.02);
  g_assert_cmpuint (count_rules (pages, 1, CW_MM (0.25)), ==, 2);
  g_assert_cmpfloat (find (pages, "共印60份")->y, >, find (pages, "2026年11月4日印发")->y);
}

/* The page of the colophon, and which pages carry no number, by the lines of the body: below the
 * masthead the first page holds eleven. */
typedef struct
{
  guint n_lines;
  guint n_pages;
  gboolean blank; /* pages before the colophon */
} PageRow;

static void
check_pages (const PageRow *row, const CwProfile *profile)
{
  g_autoptr (CwPages) pages = set_colophon (row->n_lines, CW_KIND_NOTICE, profile);
  guint page;

  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, row->n_pages);
  g_assert_nonnull (find_on (pages, "抄送：", &page));
  g_assert_cmpuint (page, ==, row->n_pages - 1);
  g_assert_cmpint (has_number (pages, row->n_pages - 1), ==, !row->blank);
  g_assert_true (has_number (pages, 0));
  if (row->blank)
    g_assert_cmpuint (cw_page_get_n_items (cw_pages_get_page (pages, row->n_pages - 2)), ==, 0);
}

static void
test_r102_pages (void)
{
  static const PageRow rows[] = { { 3, 2, FALSE }, { 11, 2, FALSE }, { 12, 2, FALSE }, { 29, 2, FALSE }, { 30, 4, TRUE }, { 33, 4, FALSE }, { 34, 4, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_pages (&rows[i], &cw_profile_default);
}

/* The solution of a text of so many lines of running text below which a colophon stands. */
static CwPages *
set_running (guint n_lines, guint lines, guint columns)
{
  g_autoptr (GString) body = g_string_new (NULL);
  CwTestPaper paper;

  for (guint i = 0; i < n_lines; i++)
    g_string_append (body, "各级各部门要切实加强组织领导，压实工作责任，确保各项任务落到实处。" + (i == 0 ? 6 : 0));
  cw_test_paper_init (&paper, CW_KIND_NOTICE);
  paper.body = body->str;
  paper.form.lines = lines;
  paper.form.columns = columns;
  cw_test_paper_add_colophon (&paper);
  return set (&paper);
}

/* A blank page before the colophon is avoided by what R87 names, and told of if that fails; the
 * standard's own grid can still be chosen. */
static void
test_r108_avoided (void)
{
  guint n_avoided = 0, n_blank = 0;

  for (guint n = 16; n < 32; n++)
    {
      g_autoptr (CwPages) pages = set_running (n, 0, 0), plain = set_running (n, CW_STD_LINES, CW_STD_COLUMNS);
      const CwSolution *solution = cw_pages_get_solution (pages);
      guint n_pages = cw_pages_get_n_pages (pages), last = cw_pages_get_n_pages (plain);
      gboolean blank = cw_page_get_n_items (cw_pages_get_page (plain, last - 2)) == 0;
      g_autofree char *text = cw_solution_describe (solution);

      g_test_message ("%u: %u pages instead of %u, %s", n, n_pages, last, text);
      g_assert_cmpint (cw_pages_get_solution (plain)->state, ==, CW_SOLUTION_STANDARD);
      if (!blank)
        {
          g_assert_cmpint (solution->state, ==, CW_SOLUTION_STANDARD);
          continue;
        }
      if (solution->state == CW_SOLUTION_BLANK)
        n_blank++;
      else
        {
          g_assert_cmpint (solution->state, ==, CW_SOLUTION_FOUND);
          g_assert_true (solution->for_colophon);
          g_assert_cmpuint (cw_page_get_n_items (cw_pages_get_page (pages, n_pages - 2)), >, 0);
          n_avoided++;
        }
    }
  g_assert_cmpuint (n_avoided, >, 0);
  g_assert_cmpuint (n_avoided, >=, n_blank);
}

static void
test_d6_odd_pages (void)
{
  static const PageRow rows[] = { { 3, 1, FALSE }, { 11, 2, FALSE }, { 33, 3, FALSE } };
  CwProfile profile = cw_profile_default;

  profile.odd_colophon = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_pages (&rows[i], &profile);
}

static void
test_r30_booklet (void)
{
  static const PageRow rows[] = { { 3, 4, TRUE }, { 34, 4, FALSE }, { 56, 4, FALSE }, { 77, 8, TRUE } };
  CwProfile profile = cw_profile_default;
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;

  profile.booklet = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_pages (&rows[i], &profile);
  cw_test_paper_init (&paper, CW_KIND_SUMMARY);
  paper.n_lines = 30;
  pages = set_with (&paper, &profile);
  g_assert_cmpuint (cw_pages_get_n_pages (pages), ==, 4);
  g_assert_true (has_number (pages, 1));
  g_assert_false (has_number (pages, 2));
  g_assert_false (has_number (pages, 3));
}

static void
test_r127_letter (void)
{
  g_autoptr (CwPages) pages = set_colophon (30, CW_KIND_LETTER, &cw_profile_default);
  guint page;
  const CwPageItem *label = find_on (pages, "抄送：", &page);
  const CwPageItem *last = find (pages, "县委办公室") + 1;

  g_assert_nonnull (label);
  g_assert_cmpuint (page, ==, cw_pages_get_n_pages (pages) - 1);
  g_assert_cmpuint (cw_page_get_n_shapes (cw_pages_get_page (pages, page)), ==, 0);
  g_assert_cmpfloat_with_epsilon (last->y + 7, FOOT, CW_MM (0.5));
  g_assert_null (find_on (pages, "东河县教育体育局办公室", &page));
  g_assert_false (has_number (pages, 0));
}

static void
test_r131_order (void)
{
  g_autoptr (CwPages) pages = set_colophon (26, CW_KIND_ORDER, &cw_profile_default);
  guint page;

  g_assert_nonnull (find_on (pages, "分送：", &page));
  g_assert_null (find_on (pages, "抄送：", &page));
}

static void
test_r209_bulletin (void)
{
  CwTestPaper paper;
  g_autoptr (CwPages) pages = NULL;

  cw_test_paper_init (&paper, CW_KIND_BULLETIN);
  paper.n_lines = 3;
  paper.elements[CW_ELEMENT_REPORT_RECIPIENTS] = "县委、县政府领导";
  paper.elements[CW_ELEMENT_COPY_RECIPIENTS] = "县直各单位";
  paper.elements[CW_ELEMENT_FORWARD_RECIPIENTS] = "各乡镇";
  paper.elements[CW_ELEMENT_COPIES] = "60";
  pages = set (&paper);
  g_assert_cmpfloat (find (pages, "报：")->y, <, find (pages, "送：")->y);
  g_assert_cmpfloat (find (pages, "送：")->y, <, find (pages, "发：")->y);
  g_assert_cmpfloat_with_epsilon (find (pages, "共印60份")->y, find (pages, "发：")->y, 0.01);
  g_assert_cmpfloat_with_epsilon (get_end (find (pages, "共印60份")) - get_left (pages, 0), CW_STD_TYPE_AREA_WIDTH - 14, 0.01);
}

static void
test_d4_dash_as_box (void)
{
  CwProfile profile = cw_profile_default;
  g_autoptr (CwPages) stroke = set_lines (3, 0, 0, &profile), box = NULL;
  CwPage *a = cw_pages_get_page (stroke, 0), *b;

  profile.dash_is_box = TRUE;
  box = set_lines (3, 0, 0, &profile);
  b = cw_pages_get_page (box, 0);
  g_assert_cmpfloat_with_epsilon (CW_TO_MM (cw_page_get_item (a, cw_page_get_n_items (a) - 1)->y), 269.0, 0.01);
  g_assert_cmpfloat_with_epsilon (CW_TO_MM (cw_page_get_item (b, cw_page_get_n_items (b) - 1)->y), 271.5, 0.05);
}

/* --- guides --- */

static gboolean
pictures_differ (CwPage *page, CwPaintFlags flags)
{
  cairo_surface_t *surfaces[2];
  gboolean differ;

  for (guint i = 0; i < 2; i++)
    {
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
      cr = cairo_create (surfaces[i]);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cw_painter_paint_page (page, cr, i == 0 ? CW_PAINT_PICTURE : flags);
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[i]);
    }
  differ = memcmp (cairo_image_surface_get_data (surfaces[0]), cairo_image_surface_get_data (surfaces[1]),
                   842 * (gsize) cairo_image_surface_get_stride (surfaces[0])) != 0;
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
  return differ;
}

/* What is painted without the flag is what a page without any guide paints. */
static void
test_guides_are_asked_for (void)
{
  g_autoptr (CwPages) pages = set_lines (3, 0, 0, &cw_profile_default);
  CwPage *page = cw_pages_get_page (pages, 0);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CwPageItem));
  g_autoptr (CwPage) bare = NULL;
  cairo_surface_t *with, *without;
  cairo_rectangle_t extents = { 0, 0, 596, 842 };
  double x, y, w, h, x2, y2, w2, h2;
  cairo_t *cr;

  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    g_array_append_vals (items, cw_page_get_item (page, i), 1);
  bare = cw_page_new (1, cw_page_get_grid (page), cw_page_get_left (page), (CwPageItem *) items->data, items->len, NULL, 0);
  with = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  without = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (with);
  cw_painter_paint_page (page, cr, CW_PAINT_TEXT);
  cairo_destroy (cr);
  cr = cairo_create (without);
  cw_painter_paint_page (bare, cr, CW_PAINT_TEXT);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (with, &x, &y, &w, &h);
  cairo_recording_surface_ink_extents (without, &x2, &y2, &w2, &h2);
  g_assert_cmpfloat (x, ==, x2);
  g_assert_cmpfloat (w, ==, w2);
  g_assert_cmpfloat (h, ==, h2);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  g_assert_cmpuint (count_seals (page), ==, 1);
  g_assert_true (pictures_differ (page, CW_PAINT_GUIDES));
  g_assert_false (pictures_differ (page, CW_PAINT_TEXT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/closing/R65 one attachment", test_r65_one);
  g_test_add_func ("/typeset/closing/R66 several attachments", test_r66_several);
  g_test_add_func ("/typeset/closing/R67 two digits", test_r67_two_digits);
  g_test_add_func ("/typeset/closing/R85 never without text", test_r85_everywhere);
  g_test_add_func ("/typeset/closing/R87 first choice", test_r87_first_choice);
  g_test_add_func ("/typeset/closing/R23 by hand", test_r23_by_hand);
  g_test_add_func ("/typeset/closing/R18 fixed pitch", test_r18_fixed_pitch);
  g_test_add_func ("/typeset/closing/solutions to choose among", test_solutions);
  g_test_add_func ("/typeset/closing/R230 blank date", test_r230_blank_date);
  g_test_add_func ("/typeset/closing/R83 R84 stamps", test_r83_stamps);
  g_test_add_func ("/typeset/closing/R88 note", test_r88_note);
  g_test_add_func ("/typeset/closing/R133 attendees", test_r133_attendees);
  g_test_add_func ("/typeset/closing/R96 rules", test_r96_rules);
  g_test_add_func ("/typeset/closing/R97 R99 recipients and printing", test_r97_recipients);
  g_test_add_func ("/typeset/closing/R98 R100 addressees and copies", test_r98_r100);
  g_test_add_func ("/typeset/closing/R102 R108 pages", test_r102_pages);
  g_test_add_func ("/typeset/closing/R108 avoided", test_r108_avoided);
  g_test_add_func ("/typeset/closing/D6 odd pages", test_d6_odd_pages);
  g_test_add_func ("/typeset/closing/R30 booklet", test_r30_booklet);
  g_test_add_func ("/typeset/closing/R127 letter", test_r127_letter);
  g_test_add_func ("/typeset/closing/R131 order", test_r131_order);
  g_test_add_func ("/typeset/closing/R209 bulletin", test_r209_bulletin);
  g_test_add_func ("/typeset/closing/D4 dash as box", test_d4_dash_as_box);
  g_test_add_func ("/typeset/closing/guides are asked for", test_guides_are_asked_for);
  return g_test_run ();
}
