/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The working paper measured back from its PDF, in millimetres, against the checks C… of the digest of
 * GB/T 9704—2012. The numbers here are the digest's own, not the typesetter's.
 */

#include "cw-paper.h"

#include <math.h>
#include <string.h>

#define CELL (156.0 / 28)
#define PITCH 10.449
#define HEAD 37.0
#define FOOT 262.0

typedef struct
{
  const char *name;
  char *text;
  CwPaper *paper; /* measured once, for the first check */
} Paper;

typedef void (*Check) (CwPaper *paper);

static double
left_of (guint page_number)
{
  return page_number % 2 == 1 ? 28.0 : 26.0;
}

static gboolean
near (double a, double b, double tolerance)
{
  return fabs (a - b) <= tolerance;
}

#define assert_near(a, b, tolerance)                                                                             \
  G_STMT_START                                                                                                   \
  {                                                                                                              \
    double near_a = (a), near_b = (b);                                                                           \
    if (!near (near_a, near_b, tolerance))                                                                       \
      g_error ("%s:%d: %s is %.3f, expected %.3f ± %.3f", __FILE__, __LINE__, #a, near_a, near_b, (double) (tolerance)); \
  }                                                                                                              \
  G_STMT_END

static gboolean
is_body (const CwPaperRow *row)
{
  return row->style >= CW_STYLE_ADDRESSEES && row->style <= CW_STYLE_HEADING_4;
}

static gboolean
is_indented (const CwPaperRow *row)
{
  return is_body (row) && row->style != CW_STYLE_ADDRESSEES;
}

static gboolean
is_han (gunichar ch)
{
  return (ch >= 0x3400 && ch <= 0x9fff) || (ch >= 0x20000 && ch <= 0x323af);
}

/* Full-width marks of the mainland set: half an em of each may go. */
static gboolean
is_full_mark (gunichar ch)
{
  return ch < 0x10000 && g_utf8_strchr ("，。、；：？！“”‘’《》〈〉（）〔〕【】", -1, ch) != NULL;
}

static gboolean
is_han_only (const CwPaperRow *row)
{
  for (guint i = 0; i < row->line->n_chars; i++)
    if (!is_han (cw_paper_char (row, i)->ch))
      return FALSE;
  return TRUE;
}

static CwMeasuredChar *
last_char (const CwPaperRow *row)
{
  return cw_paper_char (row, row->line->n_chars - 1);
}

/* ---- the checks ---- */

static void
check_c1 (CwPaper *paper)
{
  for (guint i = 0; i < paper->measured->pages->len; i++)
    {
      assert_near (cw_measured_page (paper->measured, i)->width, 210, 0.1);
      assert_near (cw_measured_page (paper->measured, i)->height, 297, 0.1);
    }
}

static void
check_c2 (CwPaper *paper)
{
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);
      gunichar ch = cw_paper_char (row, 0)->ch;
      double want = left_of (row->page->number);

      if (!is_body (row) || (row->first && is_indented (row)))
        continue;
      /* An opening mark that begins a line drops its left half (R180): its glyph starts half a cell out. */
      if (is_full_mark (ch))
        assert_near (cw_paper_char (row, 0)->x, want, CELL / 2 + 0.5);
      else
        assert_near (cw_paper_char (row, 0)->x, want, is_han (ch) ? 0.1 : 0.5);
    }
}

static void
check_c3 (CwPaper *paper)
{
  guint n_checked = 0;

  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);
      const CwMeasuredChar *last = last_char (row);
      /* A squeezed mark and its neighbour are one cluster, whose end alone poppler knows. */
      double end = last->end - (is_full_mark (last->ch) ? CELL / 2 : 0);

      if (!is_body (row) || row->last || (!is_full_mark (last->ch) && !is_han (last->ch)))
        continue;
      /* Some faces draw them in the middle of their cell; they are moved to its left. */
      if (last->ch == 0xFF01 || last->ch == 0xFF1F)
        assert_near (end + CELL / 4, left_of (row->page->number) + 156, CELL / 4 + 0.3);
      else
        assert_near (end, left_of (row->page->number) + 156, 0.3);
      n_checked++;
    }
  g_test_message ("%u justified lines end at the edge", n_checked);
}

static guint
count_body_rows (CwPaper *paper, guint page_number)
{
  guint n_rows = 0;

  for (guint i = 0; i < paper->rows->len; i++)
    n_rows += cw_paper_row (paper, i)->page->number == page_number;
  return n_rows;
}

/* Whether a page may have a line less: its next line is a heading's, or would be a widow, or follows a
 * break the author made. */
static gboolean
may_be_short (CwPaper *paper, guint next_row)
{
  const CwPaperRow *row = cw_paper_row (paper, next_row);

  if (row->style >= CW_STYLE_SIGNATORY || !row->first)
    return TRUE;
  return row->style >= CW_STYLE_HEADING_1 || (next_row + 1 < paper->rows->len && cw_paper_row (paper, next_row + 1)->last);
}

static void
check_c4 (CwPaper *paper)
{
  guint n_full = 0, row = 0;

  for (guint page = 1; page <= paper->measured->pages->len; page++)
    {
      guint n_rows = count_body_rows (paper, page);

      row += n_rows;
      g_assert_cmpuint (n_rows, <=, 22);
      n_full += n_rows == 22;
      if (page > 1 && page < paper->measured->pages->len && n_rows < 22)
        {
          g_test_message ("page %u has %u lines", page, n_rows);
          g_assert_true (may_be_short (paper, row));
          g_assert_cmpuint (n_rows, >=, 19);
        }
    }
  g_test_message ("%u of %u pages have 22 lines", n_full, paper->measured->pages->len);
}

/* Distances are compared between characters of one font, whose boxes lie alike on their baselines. */
static void
check_c5 (CwPaper *paper)
{
  for (guint i = 1; i < paper->rows->len; i++)
    {
      const CwPaperRow *above = cw_paper_row (paper, i - 1), *row = cw_paper_row (paper, i);
      const CwMeasuredChar *a = last_char (above), *b = last_char (row);

      if (!is_body (above) || !is_body (row) || above->page != row->page || a->font != b->font)
        continue;
      assert_near (b->top - a->top, PITCH, 0.05);
    }
}

/* Characters whose ink is centred in the em square, whatever the font. */
static CwMeasuredChar *
find_square_char (const CwPaperRow *row)
{
  for (guint i = 0; i < row->line->n_chars; i++)
    if (g_utf8_strchr ("国田口", -1, cw_paper_char (row, i)->ch) != NULL)
      return cw_paper_char (row, i);
  return NULL;
}

static double
measure_centre (const CwPaperRow *row, const CwMeasuredChar *c)
{
  CwBox ink;

  g_assert_true (cw_measured_ink (row->page, c->x + 0.1, c->top - 2, c->x + CELL, c->top + 8.5, &ink));
  return (ink.top + ink.bottom) / 2;
}

static void
check_c6 (CwPaper *paper)
{
  guint n_checked = 0;

  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);
      const CwMeasuredChar *c = is_body (row) ? find_square_char (row) : NULL;
      double centre, line;

      if (c == NULL)
        continue;
      centre = measure_centre (row, c);
      line = round ((centre - 39.786) / PITCH);
      assert_near (centre, 39.786 + line * PITCH, 0.3);
      n_checked++;
    }
  g_test_message ("%u lines stand on the grid", n_checked);
}

static void
check_c7 (CwPaper *paper)
{
  for (guint page = 1; page <= paper->measured->pages->len; page++)
    for (guint i = 0; i < paper->rows->len; i++)
      {
        const CwPaperRow *row = cw_paper_row (paper, i);
        const CwMeasuredChar *c = find_square_char (row);

        if (row->page->number != page || c == NULL || row->line->top < 250)
          continue;
        assert_near (measure_centre (row, c) + 5.573 / 2, FOOT, 0.5);
      }
}

static void
check_c8 (CwPaper *paper)
{
  guint n_checked = 0;

  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);

      if (!is_body (row) || row->last || !is_han_only (row))
        continue;
      g_assert_cmpuint (row->line->n_chars, ==, row->first && is_indented (row) ? 26 : 28);
      for (guint j = 1; j < row->line->n_chars; j++)
        assert_near (cw_paper_char (row, j)->x - cw_paper_char (row, j - 1)->x, 5.571, 0.02);
      n_checked++;
    }
  g_test_message ("%u pure Han lines", n_checked);
}

static void
check_c9 (CwPaper *paper)
{
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);

      if (row->first && is_indented (row) && is_han (cw_paper_char (row, 0)->ch))
        assert_near (cw_paper_char (row, 0)->x, left_of (row->page->number) + 11.14, 0.1);
    }
}

static guint
count_title_rows (CwPaper *paper)
{
  guint n_rows = 0;

  while (n_rows < paper->rows->len && cw_paper_row (paper, n_rows)->style == CW_STYLE_TITLE)
    n_rows++;
  return n_rows;
}

static void
check_c23 (CwPaper *paper)
{
  for (guint i = 0; i < count_title_rows (paper); i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);
      double centre = (cw_paper_char (row, 0)->x + last_char (row)->end) / 2;

      /* A mark at the end gives up half its cell (R144), and is centred without it. */
      if (is_full_mark (last_char (row)->ch))
        centre = (cw_paper_char (row, 0)->x + last_char (row)->x + 22 * 25.4 / 72 / 2) / 2;
      if (!is_full_mark (cw_paper_char (row, 0)->ch))
        assert_near (centre, left_of (row->page->number) + 78, 0.3);
      assert_near (cw_paper_char (row, 0)->size, 22, 0.01);
    }
}

static void
check_c24 (CwPaper *paper)
{
  guint n = count_title_rows (paper);
  gboolean all_equal = n > 1, falling = FALSE;

  for (guint i = 0; i < n; i++)
    {
      guint width = cw_paper_row (paper, i)->line->n_chars;
      guint before = i > 0 ? cw_paper_row (paper, i - 1)->line->n_chars : width;

      g_assert_cmpuint (width, <=, 24); /* 18 Han, more where there are digits */
      all_equal = all_equal && width == before;
      g_assert_false (falling && width > before); /* no hourglass */
      falling = falling || width < before;
    }
  g_assert_false (n > 2 && all_equal);
}

static void
check_c25 (CwPaper *paper)
{
  for (guint i = 1; i < count_title_rows (paper); i++)
    assert_near (cw_paper_row (paper, i)->line->top - cw_paper_row (paper, i - 1)->line->top, 12.64, 0.4);
}

/* From the bottom of the title's em box to the top of the first body line's, by the ink of square
 * characters where both lines have one. */
static void
check_c26 (CwPaper *paper)
{
  guint n = count_title_rows (paper);
  const CwPaperRow *title, *body;
  CwBox ink_above, ink_below;
  double gap;

  if (n == 0 || n >= paper->rows->len || !is_body (cw_paper_row (paper, n)))
    return;
  title = cw_paper_row (paper, n - 1);
  body = cw_paper_row (paper, n);
  g_assert_true (cw_measured_ink (title->page, 20, title->line->top, 190, title->line->top + 9, &ink_above));
  g_assert_true (cw_measured_ink (body->page, 20, body->line->top - 1, 190, body->line->top + 7.5, &ink_below));
  gap = (ink_below.top + ink_below.bottom) / 2 - (ink_above.top + ink_above.bottom) / 2 - 7.761 / 2 - 5.573 / 2;
  g_test_message ("%.2f mm below the title", gap);
  g_assert_cmpfloat (gap, >=, 15.33 - 1.2);
  g_assert_cmpfloat (gap, <=, 15.33 + PITCH + 1);
}

static void
check_c41_c43 (CwPaper *paper)
{
  g_assert_cmpuint (paper->numbers->len, ==, paper->measured->pages->len);
  for (guint i = 0; i < paper->numbers->len; i++)
    {
      const CwPaperRow *row = &g_array_index (paper->numbers, CwPaperRow, i);
      g_autofree char *text = cw_measured_text (row->page, row->line);
      g_autofree char *want = g_strdup_printf ("—%u—", i + 1);
      const CwMeasuredChar *dash = cw_paper_char (row, 0), *end = last_char (row);
      CwBox ink;

      g_assert_cmpstr (text, ==, want);
      g_assert_true (cw_measured_ink (row->page, dash->x, 263, dash->x + 4.94, 275, &ink));
      assert_near ((ink.top + ink.bottom) / 2, 269, 1.0); /* C41 */
      if (i % 2 == 0)
        assert_near (end->x + 4.94, 179.06, 0.3); /* C42 */
      else
        assert_near (dash->x, 30.94, 0.3);
      assert_near (dash->size, 14, 0.1); /* C43 */
      /* A character of 4号 and half of one before the numeral (R107). */
      assert_near (cw_paper_char (row, 1)->x - dash->x, 4.94 * 1.5, 0.3);
      g_assert_cmpfloat (ink.right - ink.left, >, 4);
    }
}

static void
check_c52 (CwPaper *paper)
{
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);
      gunichar first = cw_paper_char (row, 0)->ch, last = last_char (row)->ch;

      if (!row->first)
        g_assert_null (g_utf8_strchr ("。，、；：？！．｡”’」』）］｝〕】〗》〉)]}·•/／–～~－％%‰℃°′″…", -1, first));
      if (!row->last)
        g_assert_null (g_utf8_strchr ("“‘「『（［｛〔【〖《〈([{/／￥¥$№", -1, last));
    }
}

static gboolean
is_counter (gunichar ch)
{
  return g_utf8_strchr ("年月日号次名个人条项期份件家所位场篇户万亿元％%℃岁", -1, ch) != NULL;
}

static gboolean
is_latin (gunichar ch)
{
  return ch < 128 && g_ascii_isalpha ((char) ch);
}

static void
check_c53 (CwPaper *paper)
{
  for (guint i = 1; i < paper->rows->len; i++)
    {
      const CwPaperRow *above = cw_paper_row (paper, i - 1), *row = cw_paper_row (paper, i);
      gunichar last = last_char (above)->ch, first = cw_paper_char (row, 0)->ch;

      if (row->first)
        continue;
      g_assert_false (g_unichar_isdigit (last) && (g_unichar_isdigit (first) || is_counter (first)));
      g_assert_false (last == 0x2014 && first == 0x2014);
      g_assert_false (last == 0x2026 && first == 0x2026);
      g_assert_false (last == 0x7b2c && g_unichar_isdigit (first)); /* 第|3 */
      if (!row->after_space)
        g_assert_false (is_latin (last) && is_latin (first));
    }
}

/* Between two Han characters: two cells and what justification added; and the ink of a dash fills its two
 * cells but for a little at the ends (the glyph's own origin says nothing where it had to be drawn out). */
static void
check_pair (const CwPaperRow *row, guint j)
{
  const CwMeasuredChar *before = cw_paper_char (row, j - 1), *after = cw_paper_char (row, j + 2);
  double room = after->x - before->x - CELL;
  double middle;
  CwBox ink;

  g_assert_cmpfloat (room, >=, 11.14 - 0.1);
  g_assert_cmpfloat (room, <=, 11.14 + CELL * 0.25);
  if (cw_paper_char (row, j)->ch != 0x2014)
    return;
  g_assert_true (cw_measured_ink (row->page, before->x + CELL, before->top + 2.5, after->x, before->top + 4.5, &ink));
  assert_near (ink.right - ink.left, 11.14, 0.7);
  middle = (ink.left + ink.right) / 2;
  g_assert_true (cw_measured_ink (row->page, middle - 0.5, before->top + 2.5, middle + 0.5, before->top + 4.5, &ink));
  assert_near (ink.right - ink.left, 1, 0.05); /* joined */
}

static void
check_c54 (CwPaper *paper)
{
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);

      for (guint j = 1; is_body (row) && j + 2 < row->line->n_chars; j++)
        {
          gunichar ch = cw_paper_char (row, j)->ch;

          if ((ch != 0x2014 && ch != 0x2026) || cw_paper_char (row, j + 1)->ch != ch)
            continue;
          if (is_han (cw_paper_char (row, j - 1)->ch) && is_han (cw_paper_char (row, j + 2)->ch))
            check_pair (row, j);
          j++;
        }
    }
}

static void
check_c55 (CwPaper *paper)
{
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);
      guint n_han = 0;

      if (!is_body (row) || row->first || !row->last)
        continue;
      for (guint j = 0; j < row->line->n_chars; j++)
        n_han += !is_full_mark (cw_paper_char (row, j)->ch);
      g_assert_cmpuint (n_han, >=, 2);
    }
}

static void
check_c57 (CwPaper *paper)
{
  for (guint i = 0; i < paper->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (paper->measured, i);

      for (guint j = 0; j < page->chars->len; j++)
        g_assert_true (g_array_index (page->chars, CwMeasuredChar, j).black);
    }
}

static const char *
han_font (const CwPaperRow *row)
{
  for (guint i = 0; i < row->line->n_chars; i++)
    if (is_han (cw_paper_char (row, i)->ch))
      return cw_paper_char (row, i)->font;
  return NULL;
}

/* Quotation marks come from the face of the text they stand in; no Latin face, no made-up bold. */
static void
check_c58 (CwPaper *paper)
{
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const CwPaperRow *row = cw_paper_row (paper, i);

      if (row->style != CW_STYLE_PARAGRAPH || han_font (row) == NULL)
        continue;
      for (guint j = 0; j < row->line->n_chars; j++)
        {
          const CwMeasuredChar *c = cw_paper_char (row, j);

          if (is_full_mark (c->ch))
            g_assert_null (strstr (c->font, "Liberation"));
          g_assert_null (strstr (c->font, "DejaVu"));
        }
    }
}

static void
check_embedded (CwPaper *paper)
{
  PopplerFontInfo *info = poppler_font_info_new (paper->measured->document);
  PopplerFontsIter *iter = NULL;

  g_assert_true (poppler_font_info_scan (info, poppler_document_get_n_pages (paper->measured->document), &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_true (poppler_fonts_iter_is_subset (iter));
    }
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
  g_object_unref (info);
}

static const struct
{
  const char *name;
  Check check;
} checks[] = {
  { "C1 page size", check_c1 },
  { "C2 left edge", check_c2 },
  { "C3 right edge", check_c3 },
  { "C4 22 lines", check_c4 },
  { "C5 line pitch", check_c5 },
  { "C6 lines on the grid", check_c6 },
  { "C7 bottom of line 22", check_c7 },
  { "C8 28 characters", check_c8 },
  { "C9 indent", check_c9 },
  { "C23 title centred", check_c23 },
  { "C24 title shape", check_c24 },
  { "C25 title pitch", check_c25 },
  { "C26 below the title", check_c26 },
  { "C41 C42 C43 page number", check_c41_c43 },
  { "C52 line starts and ends", check_c52 },
  { "C53 unbroken groups", check_c53 },
  { "C54 dashes and dots", check_c54 },
  { "C55 last lines", check_c55 },
  { "C57 black", check_c57 },
  { "C58 faces", check_c58 },
  { "fonts embedded", check_embedded },
};

typedef struct
{
  Paper *paper;
  Check check;
} Case;

static void
run (gconstpointer data)
{
  const Case *c = data;

  if (c->paper->paper == NULL)
    c->paper->paper = cw_paper_new_for_text (c->paper->text);
  c->check (c->paper->paper);
}

static void
case_free (gpointer data)
{
  g_free (data);
}

static void
add_paper (Paper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/measure/%s/%s", paper->name, checks[i].name);
      Case *c = g_new0 (Case, 1);

      c->paper = paper;
      c->check = checks[i].check;
      g_test_add_data_func_full (path, c, run, case_free);
    }
}

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

/* Han characters alone, for the grid. */
#define PURE_HAN                                                                                                  \
  "深入学习贯彻习近平新时代中国特色社会主义思想全面贯彻落实党的二十大和二十届三中全会精神坚持和加强党对教育工作的" \
  "全面领导紧紧围绕立德树人根本任务统筹推进各级各类学校党组织建设不断提高党建工作质量和水平为建设教育强国作出应有贡献"

/* A long paper of sentences in which every rule of the breaker comes up at some place of the line. */
static char *
make_long_paper (void)
{
  static const char *const parts[] = {
    "全县教育系统深入学习贯彻党的二十届三中全会精神，", "坚持“围绕中心抓党建、抓好党建促发展”，", "共开展专题培训12.5万人次，",
    "印发《关于学习〈条例〉的通知》（教党〔2024〕15号）；", "截至2024年9月30日，完成率达98.6%，", "同比提高3.2个百分点。",
    "一些单位还存在——也不容回避——重布置轻落实的现象，", "等等……", "各中小学校、幼儿园党组织要结合实际抓好落实！",
    "推广“智慧党建”APP和WPS Office，", "问题出在哪里？", "根子在思想（认识不到位）、作风（工作不扎实）。",
  };
  GString *text = g_string_new ("县教育局关于二〇二四年第三季度基层党组织建设和思想政治工作情况的总结\n");
  guint seed = 1;

  for (guint paragraph = 0; paragraph < 60; paragraph++)
    {
      if (paragraph % 15 == 0)
        g_string_append_printf (text, "%s、主要工作\n", (const char *[]) { "一", "二", "三", "四" }[paragraph / 15]);
      for (guint i = 0; i < 4 + paragraph % 7; i++)
        {
          seed = seed * 1103515245u + 12345u;
          g_string_append (text, parts[(seed >> 16) % G_N_ELEMENTS (parts)]);
        }
      g_string_append (text, "要持续抓好落实。\n");
      if (paragraph % 5 == 0)
        g_string_append (text, PURE_HAN "\n");
    }
  return g_string_free_and_steal (text);
}

int
main (int argc, char **argv)
{
  static Paper papers[] = { { "sample" }, { "long" }, { "seed" } };
  int status;

  g_test_init (&argc, &argv, NULL);
  papers[0].text = read_file (g_getenv ("CHENGWEN_SAMPLES"), "summary.txt");
  papers[1].text = make_long_paper ();
  papers[2].text = read_file (g_getenv ("CHENGWEN_SHARED"), "seed.txt");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].text != NULL)
      add_paper (&papers[i]);
  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_clear_pointer (&papers[i].paper, cw_paper_free);
      g_free (papers[i].text);
    }
  return status;
}
