/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/cw-verification.h"
#include "check/roles/cw-found.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/cw-standard.h"
#include "typeset/pages/cw-typesetter.h"

#include "typeset/cw-test-paper.h"

#include <math.h>

/* What stands below the body, measured in the finished PDF in millimetres: C28–C44, C48, C50, C56. */

static const char *const organs[] = {
  "东河县教育体育局",
  "东河县教育体育局\n东河县财政局",
  "东河县教育局\n东河县财政局\n东河县民政局",
  "东河县教育局\n东河县财政局\n东河县民政局\n东河县公安局",
  "东河县教育局\n东河县财政局\n东河县民政局\n东河县公安局\n东河县司法局",
};

#define ATTACHMENT "东河县教育系统干部职工学习贯彻有关会议精神集中轮训工作安排表及参训人员名额分配方案"

static void
init_paper (CwTestPaper *paper, CwKind kind)
{
  cw_test_paper_init (paper, kind);
  paper->elements[CW_ELEMENT_TITLE] = "关于做好有关工作的通知";
  paper->elements[CW_ELEMENT_ISSUERS] = "东河县教育体育局";
  paper->elements[CW_ELEMENT_NUMBER_CODE] = "东教发";
  paper->elements[CW_ELEMENT_NUMBER_YEAR] = "2026";
  paper->elements[CW_ELEMENT_NUMBER_SERIAL] = "12";
  paper->elements[CW_ELEMENT_ADDRESSEES] = "各乡镇人民政府：";
  paper->elements[CW_ELEMENT_SIGNATORY] = organs[0];
  paper->elements[CW_ELEMENT_DATE] = "2026年11月3日";
  cw_test_paper_add_colophon (paper);
}

static GBytes *
make_pdf (const CwTestPaper *paper, const CwProfile *profile)
{
  static CwTypesetter *typesetter = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_test_paper_new (paper);
  g_autoptr (CwPages) pages = NULL;
  GBytes *pdf;

  if (typesetter == NULL)
    typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  pages = cw_typesetter_set (typesetter, document, profile);
  pdf = cw_pdf_write (pages, &error);
  g_assert_no_error (error);
  return pdf;
}

static CwVerification *
verify (const CwTestPaper *paper, const CwProfile *profile)
{
  CwVerifyOptions options;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = make_pdf (paper, profile);
  CwVerification *verification;

  cw_verify_options_init (&options);
  options.profile = *profile;
  if (paper->form.sealing == CW_SEALING_SEAL)
    options.seal_diameter = paper->form.seal_diameter;
  verification = cw_verify_bytes (pdf, &options, NULL, &error);
  g_assert_no_error (error);
  return verification;
}

static CwVerifyState
get_state (CwVerification *verification, const char *id)
{
  for (guint i = 0; i < cw_verification_get_n_rows (verification); i++)
    if (g_str_equal (cw_verification_get_row (verification, i)->id, id))
      return cw_verification_get_row (verification, i)->state;
  g_assert_not_reached ();
}

/* Nothing may fail, and what is named must have been there to be measured. */
static void
check_paper (const CwTestPaper *paper, const CwProfile *profile, const char *measured)
{
  g_autoptr (CwVerification) verification = verify (paper, profile);
  g_auto (GStrv) ids = g_strsplit (measured, " ", -1);
  g_autofree char *faults = cw_verification_to_faults (verification, "");

  for (guint i = 0; i < cw_verification_get_n_rows (verification); i++)
    if (cw_verification_get_row (verification, i)->state == CW_VERIFY_FAILED)
      g_error ("%u lines, %u mm, %s: %s", paper->n_lines, paper->form.seal_diameter,
               paper->elements[CW_ELEMENT_SIGNATORY], faults);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpint (get_state (verification, ids[i]), ==, CW_VERIFY_PASSED);
}

/* Every number of organs under seals of every usual size, the body ending on ever another line. */
static void
test_seals (void)
{
  static const guint diameters[] = { 38, 42, 45, 50 };
  guint n_lines = 1;

  for (guint n = 1; n <= G_N_ELEMENTS (organs); n++)
    for (guint i = 0; i < G_N_ELEMENTS (diameters); i++)
      for (guint j = 0; j < 3; j++)
        {
          CwTestPaper paper;

          n_lines = (n_lines + 5) % 22 + 24;
          init_paper (&paper, CW_KIND_NOTICE);
          paper.form.seal_diameter = diameters[i];
          paper.elements[CW_ELEMENT_SIGNATORY] = organs[n - 1];
          paper.n_lines = n_lines;
          check_paper (&paper, &cw_profile_default, n == 1 ? "C29 C30 C31 C56" : "C31 C32 C56");
        }
}

static char *
join_long_names (guint n)
{
  static const char *const names[]
      = { "中共东河县委组织部", "东河县人力资源和社会保障局", "东河县教育局", "东河县住房和城乡建设局", "东河县发展和改革委员会", "东河县总工会" };
  GString *joined = g_string_new (names[0]);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (joined, "\n%s", names[i % G_N_ELEMENTS (names)]);
  return g_string_free_and_steal (joined);
}

/* The number of names on the fullest row of the page of the date. */
static guint
count_most_beside (CwFound *found)
{
  guint most = 0;

  for (guint i = 0; i < found->rows->len; i++)
    {
      guint n = 0;

      for (guint j = 0; j < found->rows->len; j++)
        n += cw_found_row_is_name (cw_found_get_row (found, i)) && cw_found_row_is_name (cw_found_get_row (found, j))
             && cw_found_get_row (found, i)->page == cw_found_get_row (found, j)->page
             && fabs (cw_found_get_row (found, i)->y - cw_found_get_row (found, j)->y) < 1;
      most = MAX (most, n);
    }
  return most;
}

static CwFound *
find (const CwTestPaper *paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = make_pdf (paper, &cw_profile_default);
  CwMeasured *measured = cw_measured_new (pdf, NULL, &error);

  g_assert_no_error (error);
  return cw_found_new (measured);
}

/* R75, R76: three seals to a row, be their names as long as they are; each name found again whole,
 * up to as many rows as a page holds. */
static void
test_long_names (void)
{
  for (guint n = 2; n <= 12; n++)
    for (guint i = 0; i < 4; i++)
      {
        g_autofree char *names = join_long_names (n);
        CwTestPaper paper;
        CwFound *found;
        guint n_names = 0;

        init_paper (&paper, CW_KIND_NOTICE);
        paper.elements[CW_ELEMENT_SIGNATORY] = names;
        paper.n_lines = 24 + (n * 5 + i * 7) % 22;
        g_test_message ("%u names, %u lines", n, paper.n_lines);
        check_paper (&paper, &cw_profile_default, "C31 C32 C56");
        found = find (&paper);
        for (guint j = 0; j < found->rows->len; j++)
          n_names += cw_found_row_is_name (cw_found_get_row (found, j));
        g_assert_cmpuint (n_names, ==, n);
        g_assert_cmpuint (count_most_beside (found), ==, MIN (n, 3));
        cw_measured_free (found->measured);
        cw_found_free (found);
      }
}

static guint
count_seals (CwPage *page)
{
  guint n_seals = 0;

  for (guint i = 0; i < cw_page_get_n_shapes (page); i++)
    {
      const CwShape *shape = cw_page_get_shape (page, i);

      if (shape->kind != CW_SHAPE_SEAL)
        continue;
      n_seals++;
      g_assert_cmpfloat (shape->y, >=, CW_MM (37));
      g_assert_cmpfloat (shape->y + shape->height, <=, CW_MM (262.1));
    }
  return n_seals;
}

/* More seals than a page holds with text begin below the text, no seal reaches into the margins, and
 * no page is left half empty for them. */
static void
test_divided_seals (void)
{
  for (guint n_lines = 24; n_lines < 44; n_lines += 3)
    {
      g_autofree char *names = join_long_names (18);
      CwTestPaper paper;
      g_autoptr (CwDocument) document = NULL;
      g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
      g_autoptr (CwPages) pages = NULL;
      guint n_seals = 0;

      init_paper (&paper, CW_KIND_NOTICE);
      paper.elements[CW_ELEMENT_SIGNATORY] = names;
      paper.n_lines = n_lines;
      document = cw_test_paper_new (&paper);
      pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
      g_assert_cmpint (cw_pages_get_solution (pages)->state, ==, CW_SOLUTION_DIVIDED);
      g_assert_cmpuint (cw_pages_get_solution (pages)->text_lines, >, 0);
      for (guint page = 0; page < cw_pages_get_n_pages (pages); page++)
        n_seals += count_seals (cw_pages_get_page (pages, page));
      g_assert_cmpuint (n_seals, ==, 18);
    }
}

static void
test_attachments (void)
{
  CwTestPaper paper;

  init_paper (&paper, CW_KIND_NOTICE);
  paper.n_lines = 20;
  paper.attachments[0] = ATTACHMENT;
  check_paper (&paper, &cw_profile_default, "C28 C31");
  paper.attachments[1] = "参训人员名单";
  check_paper (&paper, &cw_profile_default, "C28 C31");
}

static void
test_unsealed (void)
{
  static const char *const names[] = { "东河县教育体育局", "东教局", "东河县人力资源和社会保障局" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CwTestPaper paper;

      init_paper (&paper, CW_KIND_NOTICE);
      paper.form.sealing = CW_SEALING_NONE;
      paper.n_lines = 20;
      paper.elements[CW_ELEMENT_SIGNATORY] = names[i];
      check_paper (&paper, &cw_profile_default, "C33 C56");
    }
}

static void
test_stamp (void)
{
  CwTestPaper paper;

  init_paper (&paper, CW_KIND_BILL);
  paper.n_lines = 20;
  paper.elements[CW_ELEMENT_SIGNERS] = "王建国";
  paper.elements[CW_ELEMENT_SIGNATORY] = "王建国";
  paper.elements[CW_ELEMENT_POSITIONS] = "县长";
  check_paper (&paper, &cw_profile_default, "C34 C56");
}

static void
test_note (void)
{
  CwTestPaper paper;

  init_paper (&paper, CW_KIND_NOTICE);
  paper.n_lines = 20;
  paper.elements[CW_ELEMENT_NOTE] = "此件公开发布";
  check_paper (&paper, &cw_profile_default, "C35");
}

static void
test_colophon (void)
{
  CwTestPaper paper;

  init_paper (&paper, CW_KIND_NOTICE);
  for (paper.n_lines = 18; paper.n_lines < 34; paper.n_lines++)
    check_paper (&paper, &cw_profile_default, "C37 C38 C39 C40 C41 C42 C43");
}

static void
test_moved_addressees (void)
{
  CwTestPaper paper;

  init_paper (&paper, CW_KIND_NOTICE);
  paper.n_lines = 20;
  paper.form.addressees_in_colophon = TRUE;
  check_paper (&paper, &cw_profile_default, "C37 C38 C39");
}

/* The 8 lines below the masthead and 22 more leave no room for the colophon on the second page. */
static void
test_blank_page (void)
{
  CwTestPaper paper;

  init_paper (&paper, CW_KIND_NOTICE);
  paper.form.sealing = CW_SEALING_NONE;
  paper.n_lines = 27;
  check_paper (&paper, &cw_profile_default, "C40 C44");
}

static void
test_letter (void)
{
  CwTestPaper paper;

  init_paper (&paper, CW_KIND_LETTER);
  for (paper.n_lines = 6; paper.n_lines < 30; paper.n_lines += 5)
    check_paper (&paper, &cw_profile_default, "C48");
}

static void
test_minutes (void)
{
  CwTestPaper paper;

  init_paper (&paper, CW_KIND_MINUTES);
  paper.elements[CW_ELEMENT_MARK_WORD] = "会议纪要";
  paper.elements[CW_ELEMENT_SIGNATORY] = NULL;
  paper.elements[CW_ELEMENT_ADDRESSEES] = NULL;
  paper.elements[CW_ELEMENT_ATTENDEES] = "县教育体育局王某某、李某某、赵某某，县财政局钱某某、孙某某，县民政局周某某、吴某某";
  paper.elements[CW_ELEMENT_ABSENTEES] = "郑某某";
  paper.n_lines = 18;
  check_paper (&paper, &cw_profile_default, "C50");
}

static void
test_d4_dash_as_box (void)
{
  CwTestPaper paper;
  CwProfile profile = cw_profile_default;

  profile.dash_is_box = TRUE;
  init_paper (&paper, CW_KIND_NOTICE);
  paper.n_lines = 20;
  check_paper (&paper, &profile, "C41 C42");
}

/* The ring of a seal is no part of what is exported: where it moves no text, its size makes no difference to
 * a single byte. */
static void
test_no_guides (void)
{
  CwTestPaper paper;
  g_autoptr (GBytes) small = NULL, large = NULL;

  init_paper (&paper, CW_KIND_NOTICE);
  paper.n_lines = 20;
  paper.form.seal_diameter = 43;
  small = make_pdf (&paper, &cw_profile_default);
  paper.form.seal_diameter = 45;
  large = make_pdf (&paper, &cw_profile_default);
  g_assert_true (g_bytes_equal (small, large));
}

/* A signatory of a bulletin is one without a date too, which stands in the head. */
static void
test_bulletin_signatory (void)
{
  for (guint n_lines = 6; n_lines < 40; n_lines += 5)
    {
      CwTestPaper paper;
      CwFound *found;

      cw_test_paper_init (&paper, CW_KIND_BULLETIN);
      paper.form.sealing = CW_SEALING_NONE;
      paper.elements[CW_ELEMENT_TITLE] = "东河县扎实推进夏粮收购工作";
      paper.elements[CW_ELEMENT_ISSUERS] = "东河县";
      paper.elements[CW_ELEMENT_MARK_WORD] = "工作简报";
      paper.elements[CW_ELEMENT_NUMBER_SERIAL] = "38";
      paper.elements[CW_ELEMENT_PRINTING_OFFICE] = "东河县政府办公室";
      paper.elements[CW_ELEMENT_SIGNATORY] = "东河县粮食和物资储备局";
      paper.elements[CW_ELEMENT_DATE] = "2026年11月3日";
      paper.n_lines = n_lines;
      check_paper (&paper, &cw_profile_default, "C9");
      found = find (&paper);
      g_assert_cmpuint (cw_found_count (found, CW_PART_SIGNATORY), ==, 1);
      g_assert_cmpstr (cw_found_get_first (found, CW_PART_SIGNATORY)->text, ==, "东河县粮食和物资储备局");
      cw_measured_free (found->measured);
      cw_found_free (found);
    }
}

/* On paper whose head is printed already the signers, their rows and the number are known as well. */
static void
test_preprinted_upward (void)
{
  CwProfile profile = cw_profile_default;

  profile.preprinted = TRUE;
  for (guint n = 1; n <= G_N_ELEMENTS (organs); n++)
    {
      static const char *const signers[]
          = { "张立", "张立\n王建国", "张立\n王建国\n李敏", "张立\n王建国\n李敏\n赵文清", "张立\n王建国\n李敏\n赵文清\n周海波" };
      CwTestPaper paper;

      init_paper (&paper, CW_KIND_REQUEST);
      paper.elements[CW_ELEMENT_ISSUERS] = organs[n - 1];
      paper.elements[CW_ELEMENT_MARK_WORD] = "文件";
      paper.elements[CW_ELEMENT_SIGNERS] = signers[n - 1];
      paper.elements[CW_ELEMENT_ADDRESSEES] = "市人民政府：";
      paper.elements[CW_ELEMENT_SIGNATORY] = organs[n - 1];
      paper.elements[CW_ELEMENT_NOTE] = "联系人：陈晓，电话：0571-8888666";
      paper.n_lines = 20;
      check_paper (&paper, &profile, n > 1 ? "C17 C18" : "C17");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/closing/C29–C32 seals", test_seals);
  g_test_add_func ("/measure/closing/R75 long names", test_long_names);
  g_test_add_func ("/measure/closing/R75 divided seals", test_divided_seals);
  g_test_add_func ("/measure/closing/C28 attachment list", test_attachments);
  g_test_add_func ("/measure/closing/C33 unsealed", test_unsealed);
  g_test_add_func ("/measure/closing/C34 stamp", test_stamp);
  g_test_add_func ("/measure/closing/C35 note", test_note);
  g_test_add_func ("/measure/closing/C37–C43 colophon", test_colophon);
  g_test_add_func ("/measure/closing/C38 moved addressees", test_moved_addressees);
  g_test_add_func ("/measure/closing/C44 blank page", test_blank_page);
  g_test_add_func ("/measure/closing/C48 letter", test_letter);
  g_test_add_func ("/measure/closing/C50 minutes", test_minutes);
  g_test_add_func ("/measure/closing/C41 dash as box", test_d4_dash_as_box);
  g_test_add_func ("/measure/closing/bulletin signatory", test_bulletin_signatory);
  g_test_add_func ("/measure/closing/preprinted upward", test_preprinted_upward);
  g_test_add_func ("/measure/closing/no guides", test_no_guides);
  return g_test_run ();
}
