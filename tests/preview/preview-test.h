/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../cw-test.h"

#include "document/edits/cw-edit.h"
#include "preview/cw-page-picture.h"
#include "typeset/cw-standard.h"
#include "typeset/pages/cw-typesetter.h"

/* Help for the tests of the preview: a document of any length, and pictures as pixels. */

/* A working paper of own words: each of the sections has headings of all levels and five
 * paragraphs, about two thirds of a page. */
static inline CwDocument *
cw_test_long_document (guint n_sections)
{
  GString *notation = g_string_new ("T:关于全县校舍安全检查情况的报告\nA:各乡镇中心学校：");

  for (guint i = 0; i < n_sections; i++)
    g_string_append_printf (
        notation,
        "\n1:第%u片区检查情况\n2:基本情况。今年3月，县教育局会同住建部门对本片区%"
        "u所学校的校舍逐栋查看，做到不漏一栋、不漏一间。"
        "\n3:检查办法\nP:"
        "检查组由工程师、电工和学校后勤人员组成，采取“看、问、测、记”的办法，先听取学校汇报，再到教"
        "室、"
        "宿舍、食堂和厕所实地查看，当场填写检查表，由双方签字确认。"
        "\n4:检查结果\nP:共检查校舍%u栋，建筑面积12,345."
        "6平方米，发现屋面渗漏7处、墙体开裂3处、线路老化XX处，"
        "占检查总数的4.5%%，已经全部登记入册（见附件），并按照《校舍安全管理办法》分类处置。"
        "\nP:"
        "对能够立即整改的，检查组要求学校在15日内整改完毕；对需要资金较多、施工期较长的，列入暑期维"
        "修计划，由县财政统筹安排。"
        "\nP:"
        "下一步，各学校要建立“一栋一档”台账，每月自查1次，每学期全面检查2次，遇有暴雨、大风等天气随"
        "时检查。",
        i + 1, i + 4, i * 3 + 11);
  g_string_append (notation, "\nS:县教育局\nD:2026年4月1日");
  {
    g_autofree char *text = g_string_free_and_steal (notation);

    return cw_test_document_new (text);
  }
}

static inline CwDocument *
cw_test_insert (CwDocument *document, guint line, guint offset, const char *text)
{
  CwPlace place = { line, offset };
  CwPlace after;

  return cw_edit_replace (document, place, place, text, &after);
}

/* Pixels as 0xffRRGGBB. */
static inline guint32 *
cw_test_get_pixels (GdkTexture *texture)
{
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  guint32 *pixels = g_malloc (stride * (gsize) gdk_texture_get_height (texture));

  gdk_texture_download (texture, (guchar *) pixels, stride);
  return pixels;
}

static inline int
cw_test_get_grey (guint32 pixel)
{
  return (int) (((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / 3);
}

/* The part of a page in all of which there is no device pixel left out. */
static inline cairo_rectangle_int_t
cw_test_whole_page (double density)
{
  return (cairo_rectangle_int_t) { 0, 0, (int) (CW_STD_PAGE_WIDTH * density),
                                   (int) (CW_STD_PAGE_HEIGHT * density) };
}
