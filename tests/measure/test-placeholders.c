/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Placeholders on paper, measured back from the PDF: highlighted or ruled, they move nothing; the draft
 * stamp stands above the type area. */

#include "check/page/cw-measured.h"
#include "cw-test-issued.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-typesetter.h"

#include <math.h>

#define PAPER                                                                                      \
  "title=关于安全生产工作的总结\naddressees=各科室：\n"                                                     \
  "P=第三季度共开展检查X次，发现隐患XX处，整改率XX%，培训职工约XXX人次，投入资金XX万元，" \
  "其中夜间检查XX次，复查XX处，约谈负责人XX人次，有关情况已经汇总完毕。\n"                         \
  "P=没有空白的一段，从头到尾都是写好的文字。\nsignatory=市应急管理局\ndate=2026年10月X日\n"

/* Blanks of the paper, and the half-width X in them. */
#define N_BLANKS 9
#define N_X 17

#define TYPE_AREA_TOP 37.0
#define TYPE_AREA_RIGHT 184.0

static CwMeasured *
measure (CwDocument *document, CwPlaceholderLook look, gboolean draft)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  CwProfile profile = cw_profile_default;
  g_autoptr (CwPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  CwMeasured *measured;

  profile.placeholders = look;
  profile.draft = draft;
  pages = cw_typesetter_set (typesetter, document, &profile);
  pdf = cw_pdf_write (pages, &error);
  g_assert_no_error (error);
  measured = cw_measured_new (pdf, NULL, &error);
  g_assert_no_error (error);
  return measured;
}

/* Where each character of the first page stands, those of blanks and of the stamp left out. */
static GString *
describe_text (CwMeasured *measured)
{
  CwMeasuredPage *page = cw_measured_page (measured, 0);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < page->chars->len; i++)
    {
      const CwMeasuredChar *c = &g_array_index (page->chars, CwMeasuredChar, i);

      if (c->ch != 'X' && c->y > TYPE_AREA_TOP)
        g_string_append_printf (text, "%x %.2f %.2f\n", c->ch, c->x, c->y);
    }
  return text;
}

static guint
count_printed (CwMeasured *measured, gunichar ch)
{
  CwMeasuredPage *page = cw_measured_page (measured, 0);
  guint n = 0;

  for (guint i = 0; i < page->chars->len; i++)
    {
      const CwMeasuredChar *c = &g_array_index (page->chars, CwMeasuredChar, i);

      n += c->ch == ch && c->printed;
    }
  return n;
}

/* The grounds or rules of blanks: all else that is drawn on this paper is the stamp. */
static GArray *
find_bars (CwMeasured *measured)
{
  CwMeasuredPage *page = cw_measured_page (measured, 0);
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (CwBox));

  for (guint i = 0; i < page->marks->shapes->len; i++)
    {
      const CwShapeMark *shape = &g_array_index (page->marks->shapes, CwShapeMark, i);

      if (shape->box.top > TYPE_AREA_TOP && !cw_tint_is_paper (&shape->tint))
        g_array_append_val (bars, shape->box);
    }
  return bars;
}

/* The X of the as-is paper that stand in @bar. */
static guint
count_covered (CwMeasured *plain, const CwBox *bar, double *left, double *right, double *baseline)
{
  CwMeasuredPage *page = cw_measured_page (plain, 0);
  guint n = 0;

  for (guint i = 0; i < page->chars->len; i++)
    {
      const CwMeasuredChar *c = &g_array_index (page->chars, CwMeasuredChar, i);

      if (c->ch != 'X' || c->x < bar->left - 0.5 || c->end > bar->right + 0.5
          || fabs (c->y - bar->bottom) > 4)
        continue;
      *left = n == 0 ? c->x : *left;
      *right = c->end;
      *baseline = c->y;
      n++;
    }
  return n;
}

static void
test_highlighted (void)
{
  g_autoptr (CwDocument) document = cw_test_issued_new (CW_KIND_SUMMARY, PAPER);
  g_autoptr (CwMeasured) plain = measure (document, CW_PLACEHOLDERS_AS_IS, FALSE);
  g_autoptr (CwMeasured) marked = measure (document, CW_PLACEHOLDERS_HIGHLIGHTED, FALSE);
  g_autoptr (GArray) none = find_bars (plain), grounds = find_bars (marked);
  g_autoptr (GString) before = describe_text (plain), after = describe_text (marked);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (grounds->len, ==, N_BLANKS);
  g_assert_cmpuint (count_printed (marked, 'X'), ==, N_X);
  g_assert_cmpstr (before->str, ==, after->str);
  for (guint i = 0; i < grounds->len; i++)
    {
      const CwBox *ground = &g_array_index (grounds, CwBox, i);
      double left = 0, right = 0, baseline = 0;

      g_assert_cmpuint (count_covered (plain, ground, &left, &right, &baseline), >, 0);
      g_assert_cmpfloat (ground->top, <, baseline - 4);
      g_assert_cmpfloat (ground->bottom, >, baseline);
    }
}

/* Each rule is as wide as what it stands for and lies below the baseline; the X are gone, all else is
 * where it was. */
static void
test_ruled (void)
{
  g_autoptr (CwDocument) document = cw_test_issued_new (CW_KIND_SUMMARY, PAPER);
  g_autoptr (CwMeasured) plain = measure (document, CW_PLACEHOLDERS_AS_IS, FALSE);
  g_autoptr (CwMeasured) ruled = measure (document, CW_PLACEHOLDERS_RULED, FALSE);
  g_autoptr (GArray) rules = find_bars (ruled);
  g_autoptr (GString) before = describe_text (plain), after = describe_text (ruled);
  guint n_covered = 0;

  g_assert_cmpuint (count_printed (plain, 'X'), ==, N_X);
  g_assert_cmpuint (count_printed (ruled, 'X'), ==, 0);
  g_assert_cmpuint (rules->len, ==, N_BLANKS);
  g_assert_cmpstr (before->str, ==, after->str);
  for (guint i = 0; i < rules->len; i++)
    {
      const CwBox *rule = &g_array_index (rules, CwBox, i);
      double left = 0, right = 0, baseline = 0;

      n_covered += count_covered (plain, rule, &left, &right, &baseline);
      g_assert_cmpfloat (fabs (rule->left - left), <, 0.15);
      g_assert_cmpfloat (fabs (rule->right - right), <, 0.15);
      g_assert_cmpfloat (rule->top, >, baseline);
      g_assert_cmpfloat (rule->bottom - rule->top, <, 0.3);
    }
  g_assert_cmpuint (n_covered, ==, N_X);
}

/* The frame is in the head margin, its right side on the type area's edge, in grey; nothing below it
 * moves, and only the first page has it. */
static void
test_stamp (void)
{
  g_autoptr (CwDocument) document = cw_test_issued_new (CW_KIND_SUMMARY, PAPER);
  g_autoptr (CwMeasured) plain = measure (document, CW_PLACEHOLDERS_AS_IS, FALSE);
  g_autoptr (CwMeasured) stamped = measure (document, CW_PLACEHOLDERS_AS_IS, TRUE);
  g_autoptr (GString) before = describe_text (plain), after = describe_text (stamped);
  CwMeasuredPage *page = cw_measured_page (stamped, 0);
  CwBox frame = CW_BOX_EMPTY;

  g_assert_cmpuint (count_printed (plain, 0x7a3f), ==, 0);
  g_assert_cmpuint (count_printed (stamped, 0x7a3f), ==, 1);
  g_assert_cmpstr (before->str, ==, after->str);
  for (guint i = 0; i < page->marks->shapes->len; i++)
    {
      const CwShapeMark *shape = &g_array_index (page->marks->shapes, CwShapeMark, i);

      g_assert_cmpfloat (fabs (shape->tint.red - shape->tint.green), <, 0.01);
      g_assert_cmpfloat (shape->tint.red, >, 0.3);
      cw_box_unite (&frame, &shape->box);
    }
  g_assert_cmpfloat (fabs (frame.right - TYPE_AREA_RIGHT), <, 0.1);
  g_assert_cmpfloat (frame.top, >, 10);
  g_assert_cmpfloat (frame.bottom, <, 30); /* a letter's issuer mark begins there (R119) */
  g_assert_cmpfloat (frame.right - frame.left, <, 35);
}

static void
test_stamp_once (void)
{
  g_autoptr (GString) notation = g_string_new (PAPER);
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwMeasured) stamped = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (notation, "P=这一段有好几行字，是为了让文字超过一页，好看看第二页上没有什么印记，除此以外没有别的意思。\n");
  document = cw_test_issued_new (CW_KIND_SUMMARY, notation->str);
  stamped = measure (document, CW_PLACEHOLDERS_HIGHLIGHTED, TRUE);
  g_assert_cmpuint (stamped->pages->len, >, 1);
  g_assert_cmpuint (count_printed (stamped, 0x7a3f), ==, 1);
  for (guint page = 1; page + 1 < stamped->pages->len; page++)
    g_assert_cmpuint (cw_measured_page (stamped, page)->marks->shapes->len, ==, 0);
}

/* What the author has said is no placeholder prints as it stands; what was made one does not. */
static void
test_marks (void)
{
  static const char line[] = "共检查XX次，整改若干处。";
  static const char literal[] = "XX", made[] = "若干";
  g_autoptr (CwText) text = cw_text_new (line);
  guint x = (guint) (strstr (line, literal) - line), y = (guint) (strstr (line, made) - line);
  g_autoptr (CwText) said = cw_text_set_mark (text, CW_MARK_LITERAL, x, x + strlen (literal), TRUE);
  g_autoptr (CwText) marked = cw_text_set_value (said, 1, y, y + strlen (made));
  CwBlock *block = cw_block_new_paragraph (marked);
  g_autoptr (CwLedger) empty = cw_ledger_new ();
  g_autoptr (CwLedger) ledger = cw_ledger_set_value (
      empty, &(CwValue) { .id = 1, .name = "", .unit = "", .source = "", .note = "", .last = "" });
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  g_autoptr (CwDocument) bare
      = cw_document_new_with_form (&cw_form_default, elements, &block, 1);
  g_autoptr (CwDocument) document = cw_document_with_ledger (bare, ledger);
  g_autoptr (CwMeasured) ruled = measure (document, CW_PLACEHOLDERS_RULED, FALSE);
  g_autoptr (GArray) rules = find_bars (ruled);

  g_assert_cmpuint (rules->len, ==, 1);
  g_assert_cmpuint (count_printed (ruled, 'X'), ==, 2);
  g_assert_cmpuint (count_printed (ruled, 0x82e5), ==, 0);
  cw_block_unref (block);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/placeholders/highlighted", test_highlighted);
  g_test_add_func ("/measure/placeholders/ruled", test_ruled);
  g_test_add_func ("/measure/placeholders/stamp", test_stamp);
  g_test_add_func ("/measure/placeholders/stamp-once", test_stamp_once);
  g_test_add_func ("/measure/placeholders/marks", test_marks);
  return g_test_run ();
}
