/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What stands above the body, measured back from the PDF in millimetres against C10–C27 and C45–C49 of the
 * digest of GB/T 9704—2012. The numbers here are the digest's own, not the typesetter's.
 */

#include "check/page/cw-measured.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-typesetter.h"

#include <math.h>
#include <string.h>

#include "cw-test-issued.h"

#define CELL (156.0 / 28)
#define PITCH 10.449
#define EM 5.573
/* Of an em above the baseline: between the faces of the world (R21). */
#define ASCENT 0.87

#define BODY "P=为贯彻落实全县教育工作会议精神，现将有关事项通知如下，请认真抓好落实。\n"
#define NUMBER "number-code=东教发\nnumber-year=2026\nnumber-serial=12\n"

static const char *const issuers[] = {
  "issuers=东河县教育体育局\n",
  "issuers=东河县教育体育局\nissuers=东河县财政局\n",
  "issuers=东河县教育局\nissuers=东河县人力资源和社会保障局\nissuers=东河县财政局\n",
  "issuers=东河县教育局\nissuers=东河县财政局\nissuers=东河县民政局\nissuers=东河县公安局\n",
  "issuers=东河县教育局\nissuers=东河县财政局\nissuers=东河县民政局\nissuers=东河县公安局\nissuers=东河县司法局\n",
};

static const char *const titles[] = {
  "title=关于做好教学工作的通知\n",
  "title=关于做好全县春季学期\ntitle=教育教学工作的通知\n",
  "title=关于组织开展全县中小学\ntitle=教师信息技术应用能力提升\ntitle=工程培训的通知\n",
  "title=关于印发东河县\ntitle=中小学教师队伍建设\ntitle=三年行动计划和年度\ntitle=重点任务分工方案的通知\n",
};

#define assert_near(a, b, tolerance)                                                                             \
  G_STMT_START                                                                                                   \
  {                                                                                                              \
    double near_a = (a), near_b = (b);                                                                           \
    if (!(fabs (near_a - near_b) <= (tolerance)))                                                                \
      g_error ("%s:%d: %s is %.3f, expected %.3f ± %.3f", __FILE__, __LINE__, #a, near_a, near_b,                \
               (double) (tolerance));                                                                            \
  }                                                                                                              \
  G_STMT_END

static CwMeasured *
measure_with (CwKind kind, const CwProfile *profile, const char *notation)
{
  static CwTypesetter *typesetter = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_test_issued_new (kind, notation);
  g_autoptr (CwPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  CwMeasured *measured;

  if (typesetter == NULL)
    typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  pages = cw_typesetter_set (typesetter, document, profile);
  pdf = cw_pdf_write (pages, &error);
  g_assert_no_error (error);
  measured = cw_measured_new (pdf, NULL, &error);
  g_assert_no_error (error);
  return measured;
}

static CwMeasured *
measure (CwKind kind, const char *notation)
{
  return measure_with (kind, &cw_profile_default, notation);
}

/* The first character of @text on the first page; with_end: its last one. */
static const CwMeasuredChar *
find (CwMeasured *measured, const char *text, const CwMeasuredChar **last)
{
  CwMeasuredPage *page = cw_measured_page (measured, 0);
  glong n = g_utf8_strlen (text, -1);

  for (guint i = 0; i < page->lines->len; i++)
    {
      const CwMeasuredLine *line = cw_measured_line (page, i);
      g_autofree char *printed = cw_measured_text (page, line);
      const char *at = strstr (printed, text);
      guint first;

      if (at == NULL)
        continue;
      first = (guint) g_utf8_pointer_to_offset (printed, at);
      if (last != NULL)
        *last = cw_measured_char (page, line, first + (guint) n - 1);
      return cw_measured_char (page, line, first);
    }
  return NULL;
}

static const CwMeasuredChar *
need (CwMeasured *measured, const char *text, const CwMeasuredChar **last)
{
  const CwMeasuredChar *c = find (measured, text, last);

  if (c == NULL)
    g_error ("“%s” is not on the first page", text);
  return c;
}

static double
em_top (const CwMeasuredChar *c)
{
  return c->y - ASCENT * c->size * 25.4 / 72;
}

static double
em_bottom (const CwMeasuredChar *c)
{
  return em_top (c) + c->size * 25.4 / 72;
}

/* The ink of all red text. */
static CwBox
find_mark (CwMeasured *measured)
{
  CwMeasuredPage *page = cw_measured_page (measured, 0);
  CwBox box = CW_BOX_EMPTY;

  for (guint i = 0; i < page->chars->len; i++)
    {
      const CwMeasuredChar *c = &g_array_index (page->chars, CwMeasuredChar, i);

      if (cw_tint_is_red (&c->tint))
        cw_box_unite (&box, &c->ink);
    }
  return box;
}

static GArray *
find_red_rules (CwMeasured *measured, guint page_number)
{
  CwMeasuredPage *page = cw_measured_page (measured, page_number);
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (CwBox));

  for (guint i = 0; i < page->marks->shapes->len; i++)
    {
      const CwShapeMark *shape = &g_array_index (page->marks->shapes, CwShapeMark, i);

      if (cw_tint_is_red (&shape->tint))
        g_array_append_val (rules, shape->box);
    }
  return rules;
}

/* C10 */
static void
test_stack (void)
{
  static const char *const lines[] = { "copy-number=12\n", "classification=机密\nclassification-period=1年\n", "urgency=特急\n" };
  static const char *const texts[] = { "000012", "机密★1年", "特急" };

  for (guint present = 1; present < 8; present++)
    {
      g_autoptr (GString) notation = g_string_new (NUMBER BODY);
      g_autoptr (CwMeasured) measured = NULL;
      guint row = 0;

      g_string_append (notation, issuers[0]);
      for (guint i = 0; i < 3; i++)
        if (present & 1u << i)
          g_string_append (notation, lines[i]);
      measured = measure (CW_KIND_NOTICE, notation->str);
      for (guint i = 0; i < 3; i++)
        {
          const CwMeasuredChar *c = find (measured, texts[i], NULL);

          g_assert_true ((c != NULL) == ((present & 1u << i) != 0));
          if (c == NULL)
            continue;
          assert_near (c->y, 41.93 + row * PITCH, 0.35);
          assert_near (c->x, 28, i == 0 ? 0.5 : 0.1);
          row++;
        }
    }
}

/* C11, C13–C16, C20–C23, C26, C27 */
static void
check_general (CwMeasured *measured, const char *title)
{
  CwBox mark = find_mark (measured);
  g_autoptr (GArray) rules = find_red_rules (measured, 0);
  const CwMeasuredChar *last, *number = need (measured, "东教发", NULL);
  const CwBox *rule = &g_array_index (rules, CwBox, 0);
  g_autofree char *first_line = g_strndup (title + strlen ("title="), strcspn (title, "\n") - strlen ("title="));
  const CwMeasuredChar *head = need (measured, first_line, &last);

  assert_near (mark.top, 72, 1);
  assert_near ((mark.left + mark.right) / 2, 106, 0.5);
  g_assert_cmpfloat (mark.left, >=, 28);
  g_assert_cmpfloat (mark.right, <=, 184);
  assert_near (em_top (number) - mark.bottom, 25.77, 1.5);
  need (measured, "东教发〔2026〕12号", &last);
  assert_near ((number->x + last->end) / 2, 106, 0.3);
  g_assert_cmpuint (rules->len, ==, 1);
  assert_near (rule->top - em_bottom (number), 4, 0.4);
  assert_near (rule->left, 28, 0.2);
  assert_near (rule->right, 184, 0.2);
  g_assert_cmpfloat (em_top (head) - rule->top, >=, 19.9 - 0.2);
  g_assert_cmpfloat (em_top (head) - rule->top, <=, 25.9 + 0.2);
  assert_near (head->size, 22, 0.05);
  need (measured, first_line, &last);
  assert_near ((head->x + last->end) / 2, 106, 0.3);
  assert_near (need (measured, "各乡镇", NULL)->x, 28, 0.1);
  need (measured, "为贯彻落实", NULL);
}

static void
test_joint (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (issuers); i++)
    for (guint t = 0; t < G_N_ELEMENTS (titles); t++)
      {
        g_autofree char *notation = g_strconcat (issuers[i], "mark-word=文件\n" NUMBER, titles[t], "addressees=各乡镇人民政府：\n" BODY, NULL);
        g_autoptr (CwMeasured) measured = measure (CW_KIND_NOTICE, notation);

        g_test_message ("%u organs, %u title lines", i + 1, t + 1);
        check_general (measured, titles[t]);
      }
}

/* R41: names as wide as each other, the word in the middle of their height. */
static void
test_joint_shape (void)
{
  g_autofree char *notation = g_strconcat (issuers[2], "mark-word=文件\n" NUMBER BODY, NULL);
  g_autoptr (CwMeasured) measured = measure (CW_KIND_NOTICE, notation);
  const CwMeasuredChar *last, *first = need (measured, "东河县教育局", NULL);
  CwBox mark = find_mark (measured);
  const CwMeasuredChar *word = need (measured, "文件", NULL);
  double left = first->x, right;

  need (measured, "东河县人力资源和社会保障局", &last);
  right = last->end;
  need (measured, "东河县财政局", &last);
  assert_near (last->end, right, 0.2);
  assert_near (need (measured, "东河县财政局", NULL)->x, left, 0.2);
  g_assert_cmpfloat (word->x, >, right);
  g_assert_cmpfloat (word->size, >=, first->size);
  assert_near ((word->ink.top + word->ink.bottom) / 2, (mark.top + mark.bottom) / 2, 1);
}

/* R42, R59, R60: however many organs, page 1 shows number, title and text. */
static void
test_many_organs (void)
{
  for (guint n = 6; n <= 30; n += 8)
    {
      g_autoptr (GString) notation = g_string_new ("mark-word=文件\n" NUMBER "addressees=各乡镇人民政府：\n" BODY);
      g_autoptr (CwMeasured) measured = NULL;

      g_string_append (notation, titles[3]);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (notation, "issuers=东河县第%u管理局\n", i + 1);
      measured = measure (CW_KIND_NOTICE, notation->str);
      assert_near (find_mark (measured).top, 72, 1);
      need (measured, "东教发", NULL);
      need (measured, "关于印发", NULL);
      need (measured, "为贯彻落实", NULL);
    }
}

/* C17–C19 */
static void
test_signers (void)
{
  static const char *const names[] = { "张伟", "欧阳明", "李建国", "王芳", "赵志强" };

  for (guint n = 1; n <= G_N_ELEMENTS (names); n++)
    {
      g_autoptr (GString) notation = g_string_new ("mark-word=文件\n" NUMBER "title=关于新建学校的请示\n" BODY);
      g_autoptr (CwMeasured) measured = NULL;
      g_autoptr (GArray) rules = NULL;
      const CwMeasuredChar *number, *label, *last;
      guint row = (n - 1) / 2;
      double first_x = 0;

      g_string_append (notation, issuers[0]);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (notation, "signers=%s\n", names[i]);
      measured = measure (CW_KIND_REQUEST, notation->str);
      number = need (measured, "东教发", NULL);
      label = need (measured, "签发人：", NULL);
      assert_near (number->x, 28 + CELL, 0.2);
      assert_near (number->y - label->y, row * PITCH, 0.1);
      assert_near (em_top (label) - find_mark (measured).bottom, 25.77, 1.5);
      assert_near (label->x, 184 - (n == 1 ? 8 : 12) * CELL, 0.2);
      for (guint i = 0; i < n; i++)
        {
          const CwMeasuredChar *name = need (measured, names[i], &last);

          /* 楷体 stands level with 仿宋 by its ink, not by its baseline (R21). */
          assert_near (name->y - label->y, i / 2 * PITCH, 0.6);
          first_x = i == 0 ? name->x : first_x;
          if (i % 2 == 0)
            assert_near (name->x, first_x, 0.1);
          if (i % 2 == 1 || n == 1)
            assert_near (last->end, 184 - CELL, 0.2);
        }
      rules = find_red_rules (measured, 0);
      assert_near (g_array_index (rules, CwBox, 0).top - em_bottom (number), 4, 0.4);
    }
}

/* C12, C45–C47 */
static void
test_letter (void)
{
  g_autoptr (GString) notation = g_string_new (NUMBER "mark-word=文件\ncopy-number=7\nclassification=秘密\ntitle=关于商请支持有关工作的函\naddressees=县公安局：\n");
  g_autoptr (CwMeasured) measured = NULL;
  g_autoptr (GArray) rules = NULL, later = NULL;
  CwMeasuredPage *page;
  const CwMeasuredChar *last, *number;
  CwBox mark;
  double lowest = 0;

  g_string_append (notation, issuers[1]);
  for (guint i = 0; i < 40; i++)
    g_string_append (notation, BODY);
  measured = measure (CW_KIND_LETTER, notation->str);
  page = cw_measured_page (measured, 0);
  mark = find_mark (measured);
  rules = find_red_rules (measured, 0);
  later = find_red_rules (measured, 1);
  number = need (measured, "东教发〔2026〕12号", &last);

  assert_near (mark.top, 30, 1);
  assert_near ((mark.left + mark.right) / 2, 106, 0.5);
  g_assert_null (find (measured, "东河县财政局", NULL));
  g_assert_null (find (measured, "文件", NULL));
  g_assert_cmpuint (rules->len, ==, 4);
  g_assert_cmpuint (later->len, ==, 0);
  for (guint i = 0; i < 4; i++)
    {
      assert_near (g_array_index (rules, CwBox, i).left, 20, 0.3);
      assert_near (g_array_index (rules, CwBox, i).right, 190, 0.3);
    }
  assert_near (g_array_index (rules, CwBox, 0).top, mark.bottom + 4, 0.3);
  assert_near (g_array_index (rules, CwBox, 3).bottom, 277, 0.3);
  assert_near (last->end, 184, 0.3);
  assert_near (em_top (number) - g_array_index (rules, CwBox, 1).bottom, 4.88, 0.4);
  assert_near (need (measured, "000007", NULL)->y, number->y, 0.1);
  assert_near (need (measured, "秘密", NULL)->y - number->y, PITCH, 0.5); /* level by ink (R21) */
  for (guint i = 0; i < page->lines->len; i++)
    lowest = MAX (lowest, em_bottom (cw_measured_char (page, cw_measured_line (page, i), 0)));
  g_assert_cmpfloat (lowest, <=, 272.12 + 0.35);
  g_assert_cmpfloat (lowest, >, 265); /* a line more than the type area has */
  g_assert_null (find (measured, "—1—", NULL));
}

/* C12, C49 */
static void
test_order (void)
{
  g_autofree char *notation = g_strconcat (issuers[0], "mark-word=令\nnumber-serial=12\ntitle=没有标题\n" BODY, NULL);
  g_autoptr (CwMeasured) measured = measure (CW_KIND_ORDER, notation);
  const CwMeasuredChar *last, *number = need (measured, "第12号", &last);
  g_autoptr (GArray) rules = find_red_rules (measured, 0);
  CwBox mark = find_mark (measured);
  g_autofree char *pdf_title = NULL;

  assert_near (mark.top, 57, 1);
  assert_near (em_top (number) - mark.bottom, 25.77, 1.5);
  assert_near ((number->x + last->end) / 2, 106, 0.3);
  assert_near (em_top (need (measured, "为贯彻落实", NULL)) - em_bottom (number), 25.77, 1.5);
  g_assert_cmpuint (rules->len, ==, 0);
  g_assert_null (find (measured, "没有标题", NULL));
  pdf_title = poppler_document_get_title (measured->document);
  g_assert_cmpstr (pdf_title, ==, "东河县教育体育局令（第12号）");
}

/* C49 with several organs: number and text as far apart as under one (R128–R131). */
static void
test_joint_order (void)
{
  static const char *const words[] = { "mark-word=令\n", "" };

  for (guint i = 1; i < 2 * G_N_ELEMENTS (issuers); i++)
    {
      guint n = i / 2;
      g_autofree char *notation
          = g_strconcat (issuers[n], words[i % 2], "number-serial=12\n" BODY, NULL);
      g_autoptr (CwMeasured) measured = measure (CW_KIND_ORDER, notation);
      const CwMeasuredChar *number = need (measured, "第12号", NULL);
      CwBox mark = find_mark (measured);

      g_test_message ("%u organs, %s", n + 1, words[i % 2]);
      assert_near (mark.top, 57, 1);
      g_assert_cmpfloat (mark.left, >=, 27.5);
      g_assert_cmpfloat (mark.right, <=, 184.5);
      assert_near (em_top (number) - mark.bottom, 25.77, 1.5);
      assert_near (em_top (need (measured, "为贯彻落实", NULL)) - em_bottom (number), 25.77, 1.5);
    }
}

static guint
count_shrunk (CwKind kind, const char *notation)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwDocument) document = cw_test_issued_new (kind, notation);
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  guint n, n_shrunk = 0;
  const CwRemark *remarks = cw_pages_get_remarks (pages, &n);

  for (guint i = 0; i < n; i++)
    if (remarks[i].kind == CW_REMARK_SHRUNK_LINE)
      n_shrunk += remarks[i].count;
  return n_shrunk;
}

/* However long what stands above the title is, it stays in the type area, and the user is told. */
static void
test_long_parts (void)
{
  static const char *const parts[] = { "copy-number", "classification", "urgency", "number-serial" };
  static const CwKind kinds[] = { CW_KIND_NOTICE, CW_KIND_LETTER, CW_KIND_ORDER };

  for (guint i = 0; i < G_N_ELEMENTS (parts) * G_N_ELEMENTS (kinds); i++)
    {
      CwKind kind = kinds[i / G_N_ELEMENTS (parts)];
      g_autoptr (GString) notation = g_string_new (issuers[0]);
      g_autoptr (CwMeasured) measured = NULL;
      CwMeasuredPage *page;

      g_string_append_printf (notation, "%s=", parts[i % G_N_ELEMENTS (parts)]);
      for (guint j = 0; j < 200; j++)
        g_string_append (notation, i % G_N_ELEMENTS (parts) % 2 == 0 ? "密" : "7");
      g_string_append (notation, "\n" BODY);
      measured = measure (kind, notation->str);
      page = cw_measured_page (measured, 0);
      for (guint j = 0; j < page->chars->len; j++)
        {
          const CwMeasuredChar *c = &g_array_index (page->chars, CwMeasuredChar, j);

          g_assert_cmpfloat (c->x, >, 27.9);
          g_assert_cmpfloat (c->ink.right, <, 184.3);
        }
      g_assert_cmpuint (count_shrunk (kind, notation->str), ==, 1);
    }
  g_assert_cmpuint (count_shrunk (CW_KIND_NOTICE, "copy-number=12\n" BODY), ==, 0);
}

/* R135, R209 */
static void
test_row_above_rule (void)
{
  static const CwKind kinds[] = { CW_KIND_MINUTES, CW_KIND_BULLETIN };
  static const char *const organ[] = { "signatory=东河县政府办公室\n", "printing-office=东河县政府办公室\n" };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *notation = g_strconcat ("issuers=东河县工作\nmark-word=纪要\nnumber-serial=3\ndate=2026年3月5日\n", organ[i], BODY, NULL);
      g_autoptr (CwMeasured) measured = measure (kinds[i], notation);
      g_autoptr (GArray) rules = find_red_rules (measured, 0);
      const CwMeasuredChar *last, *left = need (measured, "东河县政府办公室", NULL);

      need (measured, "第3期", NULL);
      need (measured, "2026年3月5日", &last);
      assert_near (left->x, 28 + CELL, 0.2);
      assert_near (last->end, 184 - CELL, 0.2);
      assert_near (last->y, left->y, 0.1);
      assert_near (g_array_index (rules, CwBox, 0).top - em_bottom (left), 4, 0.4);
      assert_near (find_mark (measured).top, i == 0 ? 72 : 57, 1);
    }
}

/* What is red is left out, all else stays where it is. */
static void
test_preprinted (void)
{
  g_autofree char *notation = g_strconcat (issuers[0], "mark-word=文件\n" NUMBER, titles[1], BODY, NULL);
  CwProfile profile = cw_profile_default;
  g_autoptr (CwMeasured) whole = measure (CW_KIND_NOTICE, notation), black = NULL;
  g_autoptr (GArray) rules = NULL;
  CwBox mark;

  profile.preprinted = TRUE;
  black = measure_with (CW_KIND_NOTICE, &profile, notation);
  mark = find_mark (black);
  rules = find_red_rules (black, 0);
  g_assert_true (cw_box_is_empty (&mark));
  g_assert_cmpuint (rules->len, ==, 0);
  assert_near (need (black, "东教发", NULL)->y, need (whole, "东教发", NULL)->y, 0.01);
  assert_near (need (black, "为贯彻", NULL)->y, need (whole, "为贯彻", NULL)->y, 0.01);
}

/* D5, D10, D12, R38 */
static void
test_choices (void)
{
  g_autofree char *notation = g_strconcat (issuers[0], "copy-number=1\nclassification=秘密\nmark-word=文件\n" NUMBER BODY, NULL);
  CwProfile profile = cw_profile_default;
  g_autoptr (CwMeasured) plain = measure (CW_KIND_NOTICE, notation), other = NULL, letter = NULL;
  g_autoptr (GArray) rules = NULL;

  profile.tight_number = profile.heiti_copy_number = profile.spaced_classification = TRUE;
  profile.rules_on_type_area = TRUE;
  other = measure_with (CW_KIND_NOTICE, &profile, notation);
  assert_near (em_top (need (other, "东教发", NULL)) - find_mark (other).bottom, 20.9, 1.5);
  g_assert_cmpstr (need (plain, "000001", NULL)->font, !=, need (other, "000001", NULL)->font);
  g_assert_cmpstr (need (other, "000001", NULL)->font, ==, need (other, "秘", NULL)->font);
  assert_near (need (other, "密", NULL)->x - need (other, "秘", NULL)->x, 2 * CELL, 0.1);
  letter = measure_with (CW_KIND_LETTER, &profile, notation);
  rules = find_red_rules (letter, 0);
  assert_near (g_array_index (rules, CwBox, 0).left, 21, 0.3);
}

/* R11, R185: Latin digits stand in half cells, words have their space. */
static void
test_latin (void)
{
  static const char notation[] = "P=共计2024项，采用Windows系统。";
  CwProfile profile = cw_profile_default;
  g_autoptr (CwMeasured) plain = measure (CW_KIND_SUMMARY, notation), latin = NULL;
  const CwMeasuredChar *last, *digit, *han;

  if (cw_typefaces_get_latin (cw_typefaces_get_default ()) == NULL)
    {
      g_test_skip ("No Latin typeface is installed");
      return;
    }
  profile.latin_digits = TRUE;
  profile.latin_gap = 0.25;
  latin = measure_with (CW_KIND_SUMMARY, &profile, notation);
  han = need (latin, "共计", NULL);
  digit = need (latin, "2024", &last);
  g_assert_cmpstr (digit->font, !=, han->font);
  g_assert_cmpstr (need (plain, "2024", NULL)->font, ==, han->font);
  assert_near (digit->y, han->y, 0.05);
  assert_near (need (latin, "项", NULL)->x - han->x, 4 * CELL, 0.1);
  need (latin, "采用", &last);
  assert_near (need (latin, "Windows", NULL)->x - last->x, 1.25 * CELL, 0.2);
  need (plain, "采用", &last);
  assert_near (need (plain, "Windows", NULL)->x - last->x, CELL, 0.2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/masthead/c10-stack", test_stack);
  g_test_add_func ("/measure/masthead/c11-c27-joint", test_joint);
  g_test_add_func ("/measure/masthead/r41-joint-shape", test_joint_shape);
  g_test_add_func ("/measure/masthead/r42-many-organs", test_many_organs);
  g_test_add_func ("/measure/masthead/c17-c19-signers", test_signers);
  g_test_add_func ("/measure/masthead/c45-c47-letter", test_letter);
  g_test_add_func ("/measure/masthead/c49-order", test_order);
  g_test_add_func ("/measure/masthead/c49-joint-order", test_joint_order);
  g_test_add_func ("/measure/masthead/long-parts", test_long_parts);
  g_test_add_func ("/measure/masthead/r135-r209-row", test_row_above_rule);
  g_test_add_func ("/measure/masthead/preprinted", test_preprinted);
  g_test_add_func ("/measure/masthead/choices", test_choices);
  g_test_add_func ("/measure/masthead/latin", test_latin);
  return g_test_run ();
}
