/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/edits/cw-edit.h"

static void
test_set_style (void)
{
  static const struct
  {
    const char *before;
    guint first, last;
    CwStyle style;
    const char *after;
  } cases[] = {
    { "P:甲\nP:乙", 1, 1, CW_STYLE_HEADING_2, "P:甲\n2:乙" },
    { "1:甲\n2:乙", 0, 1, CW_STYLE_PARAGRAPH, "P:甲\nP:乙" },
    { "P:甲\nP:乙\nP:丙", 1, 9, CW_STYLE_HEADING_4, "P:甲\n4:乙\n4:丙" },
    { "P:甲\nP:乙", 5, 9, CW_STYLE_HEADING_4, "P:甲\nP:乙" },
    /* blocks into elements */
    { "P:甲\nP:乙", 0, 0, CW_STYLE_TITLE, "T:甲\nP:乙" },
    { "T:题\nP:甲\nP:⟦乙⟧\nP:丙", 2, 2, CW_STYLE_TITLE, "T:题\nT:⟦乙⟧\nP:甲\nP:丙" },
    { "P:甲\nP:乙", 1, 1, CW_STYLE_SIGNATORY, "P:甲\nS:乙" },
    { "P:甲\nP:乙\nS:局", 1, 1, CW_STYLE_SIGNATORY, "P:甲\nS:乙\nS:局" },
    { "P:甲\nP:乙\nP:丙", 0, 0, CW_STYLE_DATE, "P:乙\nP:丙\nD:甲" },
    { "P:甲\nP:乙", 0, 1, CW_STYLE_ADDRESSEES, "A:甲\nA:乙" },
    { "P:甲", 0, 0, CW_STYLE_TITLE, "T:甲" },
    /* elements into blocks and into one another */
    { "T:甲\nP:乙", 0, 0, CW_STYLE_PARAGRAPH, "P:甲\nP:乙" },
    { "T:甲\nT:乙\nP:丙", 1, 1, CW_STYLE_HEADING_1, "T:甲\n1:乙\nP:丙" },
    { "T:甲\nT:乙\nP:丙", 0, 0, CW_STYLE_PARAGRAPH, "T:乙\nP:甲\nP:丙" },
    { "T:甲\nT:乙\nP:丙", 1, 1, CW_STYLE_SUBTITLE, "T:甲\nU:乙\nP:丙" },
    { "P:甲\nS:乙\nD:丙", 1, 2, CW_STYLE_PARAGRAPH, "P:甲\nP:乙\nP:丙" },
    { "P:甲\nS:乙\nS:丙", 2, 2, CW_STYLE_DATE, "P:甲\nS:乙\nD:丙" },
    { "P:甲\nS:乙\nD:丙", 1, 1, CW_STYLE_TITLE, "T:乙\nP:甲\nD:丙" },
    { "T:甲", 0, 0, CW_STYLE_PARAGRAPH, "P:甲" },
    /* attachments, notes, remarks */
    { "P:甲\nP:乙\nP:丙", 1, 1, CW_STYLE_ATTACHMENT, "P:甲\nF:乙\nP:丙" },
    { "P:甲\nP:乙\nP:丙\nS:局\nD:日", 1, 1, CW_STYLE_ATTACHMENT, "P:甲\nS:局\nD:日\nF:乙\nP:丙" },
    { "P:甲\nD:日\nF:乙\nP:丙\nF:丁", 2, 2, CW_STYLE_PARAGRAPH, "P:甲\nP:乙\nP:丙\nD:日\nF:丁" },
    { "F:甲\nP:乙\nF:丙\nP:丁", 2, 2, CW_STYLE_HEADING_1, "F:甲\nP:乙\n1:丙\nP:丁" },
    { "D:日\nF:甲\nP:乙", 2, 2, CW_STYLE_ATTACHMENT, "D:日\nF:甲\nF:乙" },
    { "D:日\nF:甲\nP:乙", 2, 2, CW_STYLE_NOTE, "D:日\nN:乙\nF:甲" },
    { "P:文\nN:注\nF:甲", 1, 1, CW_STYLE_PARAGRAPH, "P:文\nP:注\nF:甲" },
    { "P:文\nP:注", 1, 1, CW_STYLE_ANNOTATION, "P:文\nR:注" },
    { "P:文\nG:表|甲\nI:图|x", 0, 2, CW_STYLE_TITLE, "T:文\nG:表|甲\nI:图|x" },
    { "P:文\nG:表|甲", 0, 1, CW_STYLE_PICTURE, "P:文\nG:表|甲" },
    { "P:文\nP:", 0, 1, CW_STYLE_TABLE, "P:文\nP:" },
    /* page breaks */
    { "P:甲\nP:\nP:乙", 0, 1, CW_STYLE_PAGE_BREAK, "P:甲\nB:\nP:乙" },
    { "P:甲\nB:\nP:乙", 1, 1, CW_STYLE_HEADING_1, "P:甲\n1:\nP:乙" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwDocument) before = cw_test_document_new (cases[i].before);
      g_autoptr (CwDocument) after
          = cw_edit_set_style (before, cases[i].first, cases[i].last, cases[i].style);

      cw_test_assert_document (after, cases[i].after);
    }
}

static void
test_set_style_shares (void)
{
  g_autoptr (CwDocument) before = cw_test_document_new ("T:题\nP:甲\nP:乙\nP:丙");
  g_autoptr (CwDocument) after = cw_edit_set_style (before, 2, 2, CW_STYLE_HEADING_1);
  g_autoptr (CwDocument) same = cw_edit_set_style (before, 1, 3, CW_STYLE_PARAGRAPH);

  g_assert_true (cw_document_get_block (after, 0) == cw_document_get_block (before, 0));
  g_assert_true (cw_document_get_block (after, 2) == cw_document_get_block (before, 2));
  g_assert_true (cw_document_get_element (after, CW_ELEMENT_TITLE)
                 == cw_document_get_element (before, CW_ELEMENT_TITLE));
  g_assert_true (same == before);
}

static void
test_shift_level (void)
{
  static const struct
  {
    const char *before;
    guint first, last;
    int by;
    const char *after;
  } cases[] = {
    { "P:甲", 0, 0, 1, "1:甲" },
    { "1:甲", 0, 0, -1, "P:甲" },
    { "P:甲", 0, 0, -1, "P:甲" },
    { "4:甲", 0, 0, 1, "4:甲" },
    { "P:甲\n2:乙\n4:丙\nB:", 0, 3, 1, "1:甲\n3:乙\n4:丙\nB:" },
    { "T:题\nP:甲\nS:局", 0, 2, 1, "T:题\n1:甲\nS:局" },
    { "D:日\nF:甲\nP:乙\nG:表|丙\nR:注", 0, 4, 1, "D:日\nF:甲\n1:乙\nG:表|丙\nR:注" },
    { "1:甲\n2:乙", 1, 99, -2, "1:甲\nP:乙" },
    { "1:甲", 0, 0, G_MAXINT, "4:甲" },
    { "1:甲", 0, 0, G_MININT, "P:甲" },
    { "1:甲", 7, 9, 1, "1:甲" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwDocument) before = cw_test_document_new (cases[i].before);
      g_autoptr (CwDocument) after
          = cw_edit_shift_level (before, cases[i].first, cases[i].last, cases[i].by);

      cw_test_assert_document (after, cases[i].after);
    }
}

static void
test_set_mark (void)
{
  g_autoptr (CwDocument) document
      = cw_test_document_new ("T:甲乙\nT:丙丁\n1:戊己\nB:\nP:庚辛\nP:壬");
  g_autoptr (CwDocument) on
      = cw_edit_set_mark (document, (CwPlace) { 0, 3 }, (CwPlace) { 4, 3 }, CW_MARK_EMPHASIS, TRUE);
  g_autoptr (CwDocument) off
      = cw_edit_set_mark (on, (CwPlace) { 1, 3 }, (CwPlace) { 2, 3 }, CW_MARK_EMPHASIS, FALSE);
  g_autoptr (CwDocument) nothing
      = cw_edit_set_mark (document, (CwPlace) { 2, 3 }, (CwPlace) { 2, 3 }, CW_MARK_EMPHASIS, TRUE);

  cw_test_assert_document (on, "T:甲⟦乙⟧\nT:⟦丙丁⟧\n1:⟦戊己⟧\nB:\nP:⟦庚⟧辛\nP:壬");
  cw_test_assert_document (off, "T:甲⟦乙⟧\nT:⟦丙⟧丁\n1:戊⟦己⟧\nB:\nP:⟦庚⟧辛\nP:壬");
  g_assert_true (nothing == document);
  g_assert_true (cw_document_get_block (on, 3) == cw_document_get_block (document, 3));
}

static void
test_take_number (void)
{
  static const struct
  {
    const char *before;
    guint line, offset;
    const char *after; /* NULL: there is nothing to take */
    guint after_offset;
  } cases[] = {
    { "P:一、", 0, 6, "1:", 0 },
    { "P:（二）工作", 0, 9, "2:工作", 0 },
    { "P:(二)工作", 0, 11, "2:工作", 6 },
    { "P:3.抓", 0, 5, "3:抓", 3 },
    { "P:3、", 0, 4, "3:", 0 },
    { "P:（1）⟦细⟧则", 0, 1, "4:⟦细⟧则", 0 },
    { "P:3.", 0, 2, NULL, 2 }, /* perhaps 3.5万 */
    { "P:3.5万", 0, 3, NULL, 3 },
    { "P:2024年", 0, 5, NULL, 5 },
    { "1:一、", 0, 6, NULL, 6 },
    { "T:一、", 0, 6, NULL, 6 },
    { "P:甲", 7, 0, NULL, 0 },
    { "D:日\nF:附\nP:一、甲", 2, 6, "D:日\nF:附\n1:甲", 0 },
    { "R:1.甲", 0, 3, NULL, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwDocument) before = cw_test_document_new (cases[i].before);
      CwPlace place = { cases[i].line, cases[i].offset };
      g_autoptr (CwDocument) after = cw_edit_take_number (before, cases[i].line, &place);

      g_assert_cmpuint (place.offset, ==, cases[i].after_offset);
      if (cases[i].after == NULL)
        g_assert_null (after);
      else
        cw_test_assert_document (after, cases[i].after);
    }
}

static void
test_insert_page_break (void)
{
  static const struct
  {
    const char *before;
    CwPlace at;
    const char *after;
    CwPlace place;
  } cases[] = {
    { "P:甲\nP:乙", { 1, 0 }, "P:甲\nB:\nP:乙", { 2, 0 } },
    { "P:甲\nP:乙", { 0, 3 }, "P:甲\nB:\nP:乙", { 2, 0 } },
    { "P:甲乙", { 0, 3 }, "P:甲\nB:\nP:乙", { 2, 0 } },
    { "1:甲乙", { 0, 3 }, "1:甲\nB:\nP:乙", { 2, 0 } },
    { "P:甲", { 0, 3 }, "P:甲\nB:\nP:", { 2, 0 } },
    { "P:甲\nS:局", { 0, 3 }, "P:甲\nB:\nP:\nS:局", { 2, 0 } },
    { "P:", { 0, 0 }, "B:\nP:", { 1, 0 } },
    { "T:题\nP:甲", { 0, 0 }, "T:题\nB:\nP:甲", { 2, 0 } },
    { "P:甲\nS:局", { 1, 3 }, "P:甲\nB:\nP:\nS:局", { 2, 0 } },
    { "T:题", { 0, 3 }, "T:题\nB:\nP:", { 2, 0 } },
    { "P:文\nN:注\nF:甲\nP:乙丙", { 3, 3 }, "P:文\nN:注\nF:甲\nP:乙\nB:\nP:丙", { 5, 0 } },
    { "P:文\nN:注\nF:甲", { 1, 0 }, "P:文\nB:\nP:\nN:注\nF:甲", { 2, 0 } },
    { "P:文\nF:甲", { 0, 3 }, "P:文\nB:\nP:\nF:甲", { 2, 0 } },
    { "D:日\nF:甲\nF:乙", { 1, 3 }, "D:日\nF:甲\nB:\nP:\nF:乙", { 3, 0 } },
    { "D:日\nF:甲乙\nP:丙", { 1, 3 }, "D:日\nF:甲乙\nB:\nP:丙", { 3, 0 } },
    { "D:日\nF:甲\nP:丙", { 1, 0 }, "D:日\nF:甲\nB:\nP:丙", { 3, 0 } },
    { "G:表格|甲\nP:文", { 0, 3 }, "G:表格|甲\nB:\nP:文", { 2, 0 } },
    { "P:文\nG:表格|甲", { 1, 0 }, "P:文\nB:\nG:表格|甲", { 2, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwDocument) before = cw_test_document_new (cases[i].before);
      CwPlace place;
      g_autoptr (CwDocument) after = cw_edit_insert_page_break (before, cases[i].at, &place);

      cw_test_assert_document (after, cases[i].after);
      g_assert_cmpint (cw_place_compare (place, cases[i].place), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/style/set-style", test_set_style);
  g_test_add_func ("/document/style/set-style-shares", test_set_style_shares);
  g_test_add_func ("/document/style/shift-level", test_shift_level);
  g_test_add_func ("/document/style/set-mark", test_set_mark);
  g_test_add_func ("/document/style/take-number", test_take_number);
  g_test_add_func ("/document/style/insert-page-break", test_insert_page_break);
  return g_test_run ();
}
