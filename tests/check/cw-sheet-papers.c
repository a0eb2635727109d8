/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sheet-papers.h"

#define CELL CW_SHEET_CELL
#define LINE CW_SHEET_LINE
#define PITCH 10.449
#define EM (16 * 25.4 / 72)
#define SMALL (14 * 25.4 / 72)
#define HAN                                                                                                          \
  "全面贯彻党的教育方针落实立德树人根本任务健全工作机制压实主体责任加强组织领导强化督导检查深化教" \
  "学改革提高办学质量"                                                                                      \
  "完善经费保障改善办学条件加强教师队伍建设提升专业素养关心学生成长维护校园安全推进依法治校促进教" \
  "育公平服务群众需求"

static double
get_left (guint page)
{
  return page % 2 == 1 ? 28 : 26;
}

/* @n characters of the text from the @from th on. */
static char *
cut (guint from, guint n)
{
  GString *text = g_string_new (NULL);
  glong length = g_utf8_strlen (HAN, -1);

  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text,
                             g_utf8_get_char (g_utf8_offset_to_pointer (HAN, (from + i) % length)));
  return g_string_free_and_steal (text);
}

static void
add_page_number (CwSheet *self, guint page)
{
  g_autofree char *text = g_strdup_printf ("—%u—", page);
  double x = page % 2 == 1 ? 184 - SMALL * 3.5 : 26 + SMALL;
  static const char *const names[]
      = { "number 1", "number 2", "number 3", "number 4", "number 5", "number 6" };
  CwSheetItem *item = cw_sheet_add (self, names[page - 1], page, text, x, 269);

  item->face = CW_TYPEFACE_SONGTI;
  item->size = 14;
  item->cell = SMALL;
  item->by = CW_SHEET_BY_STROKE;
}

/* Lines @first to @last of a page, of one paragraph; the first indented if @opens, the last short
 * if
 * @closes. */
static void
add_lines (CwSheet *self,
           guint page,
           double first_y,
           guint n_lines,
           gboolean opens,
           gboolean closes)
{
  static const char *const names[]
      = { "line 1", "line 2", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8" };

  for (guint i = 0; i < n_lines; i++)
    {
      guint indent = opens && i == 0 ? 2 : 0, n = closes && i + 1 == n_lines ? 12 : 28 - indent;
      g_autofree char *han = cut (page * 7 + i * 28, n);
      g_autofree char *text
          = closes && i + 1 == n_lines ? g_strconcat (han, "。", NULL) : g_strdup (han);
      const char *name = closes && i + 1 == n_lines && page == 3 ? "ending"
                         : page == 2 && i < G_N_ELEMENTS (names) ? names[i]
                         : i == 0 && opens                       ? "opening"
                                                                 : NULL;

      cw_sheet_add (self, name, page, text, get_left (page) + indent * CELL, first_y + i * PITCH);
    }
}

static CwSheetItem *
add_mark (CwSheet *self, const char *text, double top, double size)
{
  double cell = size * 25.4 / 72, width = cw_sheet_get_width (text, cell);
  CwSheetItem *item = cw_sheet_add (self, "mark", 1, text, 106 - width / 2, top);

  item->face = CW_TYPEFACE_XIAOBIAOSONG;
  item->size = size;
  item->cell = cell;
  item->by = CW_SHEET_BY_INK_TOP;
  item->tint = CW_SHEET_RED;
  return item;
}

static void
add_corner (CwSheet *self, const char *name, const char *text, CwTypeface face, double y)
{
  cw_sheet_add (self, name, 1, text, 28, y)->face = face;
}

static double
add_number (CwSheet *self, const char *text, double y)
{
  cw_sheet_add (self, "number", 1, text, 106 - cw_sheet_get_width (text, CELL) / 2, y);
  return y + EM / 2;
}

static double
add_title (CwSheet *self, double em_top)
{
  static const char *const lines[] = { "关于做好本年度教育督导", "工作的通知" }, *const names[]
                                                                                 = { "title 1",
                                                                                     "title 2" };
  double em = 22 * 25.4 / 72;

  for (guint i = 0; i < 2; i++)
    {
      CwSheetItem *item
          = cw_sheet_add (self, names[i], 1, lines[i], 106 - cw_sheet_get_width (lines[i], em) / 2,
                          em_top + em / 2 + i * 12.637);

      item->face = CW_TYPEFACE_XIAOBIAOSONG;
      item->size = 22;
      item->cell = em;
    }
  return em_top + em + 12.637;
}

/* Page 1 of a general paper down to its red rule; returns the rule's lower edge. */
static double
add_head (CwSheet *self)
{
  double bottom;

  add_mark (self, "云陵县人民政府文件", 72, 42);
  bottom = add_number (self, "云政发〔2024〕12号", 72 + 42 * 25.4 / 72 - 1 + 25.77 + EM / 2);
  cw_sheet_add_rule (self, "red rule", 1, 28, bottom + 4, 156, 0.5)->tint = CW_SHEET_RED;
  return bottom + 4.5;
}

static void
add_opening (CwSheet *self, double rule_bottom)
{
  double bottom = add_title (self, rule_bottom + 20.9), y = bottom + 15.33 + EM / 2;

  cw_sheet_add (self, "addressees", 1, "各乡镇人民政府：", 28, y);
  add_lines (self, 1, y + PITCH, 6, TRUE, FALSE);
}

static void
add_sealed_block (CwSheet *self, guint page, double name_y)
{
  double end = get_left (page) + 156 - 4 * CELL, middle = end - 3 * CELL;

  cw_sheet_add (self, "signatory", page, "云陵县人民政府", middle - 3.5 * CELL, name_y);
  cw_sheet_add (self, "date", page, "2024年7月1日", end - 6 * CELL, name_y + PITCH);
}

static void
add_colophon (CwSheet *self, guint page)
{
  double left = get_left (page);
  CwSheetItem *item;

  cw_sheet_add_rule (self, "first rule", page, left, 242, 156, 0.35);
  cw_sheet_add_rule (self, "middle rule", page, left, 251.8, 156, 0.25);
  cw_sheet_add_rule (self, "last rule", page, left, 262 - 0.35, 156, 0.35);
  item = cw_sheet_add (self, "copies to", page, "抄送：县委办公室，县人大常委会办公室。",
                       left + SMALL, 247);
  item->size = 14;
  item->cell = SMALL;
  item = cw_sheet_add (self, "office", page, "云陵县人民政府办公室", left + SMALL, 256.9);
  item->size = 14;
  item->cell = SMALL;
  item = cw_sheet_add (self, "printed", page, "2024年7月2日印发", left + 156 - 9 * SMALL, 256.9);
  item->size = 14;
  item->cell = SMALL;
  item->x = left + 156 - SMALL - cw_sheet_get_width (item->text, SMALL);
}

static void
add_attachment (CwSheet *self, guint page)
{
  double em = 22 * 25.4 / 72;
  CwSheetItem *item = cw_sheet_add (self, "attachment", page, "附件", get_left (page), LINE (1));

  item->face = CW_TYPEFACE_HEITI;
  item = cw_sheet_add (self, "attachment title", page, "督导任务分工",
                       get_left (page) + 78 - 3 * em, 60.68);
  item->face = CW_TYPEFACE_XIAOBIAOSONG;
  item->size = 22;
  item->cell = em;
  add_lines (self, page, LINE (6), 3, TRUE, TRUE);
}

/* Page 2 is full of text, with a dash in its third line; page 3 ends the paper. */
static void
add_middle (CwSheet *self)
{
  CwSheetItem *item;

  add_lines (self, 2, LINE (1), 22, FALSE, FALSE);
  item = cw_sheet_find (self, "line 3");
  g_free (item->text);
  item->text = g_strdup ("加强组织领导强化督导检查——深化教学改革提高办学质量完善");
  add_lines (self, 3, LINE (1), 7, FALSE, TRUE);
}

CwSheet *
cw_sheet_new_general (void)
{
  CwSheet *self = cw_sheet_new (4);

  add_corner (self, "copy number", "000001", CW_TYPEFACE_FANGSONG, LINE (1));
  add_corner (self, "classification", "机密★1年", CW_TYPEFACE_HEITI, LINE (2));
  add_corner (self, "urgency", "特急", CW_TYPEFACE_HEITI, LINE (3));
  add_opening (self, add_head (self));
  add_middle (self);
  cw_sheet_add (self, "list", 3, "附件：督导任务分工", 28 + 2 * CELL, LINE (9));
  add_sealed_block (self, 3, LINE (12));
  cw_sheet_add (self, "note", 3, "（此件公开发布）", 28 + 2 * CELL, LINE (14));
  add_attachment (self, 4);
  add_colophon (self, 4);
  for (guint page = 1; page <= 4; page++)
    add_page_number (self, page);
  return self;
}

CwSheet *
cw_sheet_new_upward (void)
{
  CwSheet *self = cw_sheet_new (2);
  double first, last, right = 184 - CELL;

  add_mark (self, "云陵县人民政府文件", 72, 42);
  first = 72 + 42 * 25.4 / 72 - 1 + 25.77 + EM / 2;
  last = first + PITCH;
  cw_sheet_add (self, "label", 1, "签发人：", right - 11 * CELL, first);
  cw_sheet_add (self, "signer 1", 1, "王建国", right - 7 * CELL, first)->face = CW_TYPEFACE_KAITI;
  cw_sheet_add (self, "signer 2", 1, "李文清", right - 3 * CELL, first)->face = CW_TYPEFACE_KAITI;
  cw_sheet_add (self, "number", 1, "云政发〔2024〕12号", 28 + CELL, last);
  cw_sheet_add (self, "signer 3", 1, "赵志明", right - 7 * CELL, last)->face = CW_TYPEFACE_KAITI;
  cw_sheet_add_rule (self, "red rule", 1, 28, last + EM / 2 + 4, 156, 0.5)->tint = CW_SHEET_RED;
  add_opening (self, last + EM / 2 + 4.5);
  add_lines (self, 2, LINE (1), 3, FALSE, TRUE);
  add_sealed_block (self, 2, LINE (6));
  add_page_number (self, 1);
  add_page_number (self, 2);
  return self;
}

CwSheet *
cw_sheet_new_unsealed (void)
{
  CwSheet *self = cw_sheet_new (1);
  double right = 184 - 2 * CELL;

  add_title (self, 37);
  add_lines (self, 1, LINE (5), 4, TRUE, TRUE);
  cw_sheet_add (self, "signatory", 1, "云陵县教育局", right - 8 * CELL, LINE (10));
  cw_sheet_add (self, "date", 1, "2024年7月1日", right - 6 * CELL, LINE (11));
  add_page_number (self, 1);
  return self;
}

CwSheet *
cw_sheet_new_joint (void)
{
  CwSheet *self = cw_sheet_new (2);
  double end = 182 - 4 * CELL, middle = end - 3 * CELL, other = 26 + 4 * CELL + 3 * CELL;

  add_opening (self, add_head (self));
  add_lines (self, 2, LINE (1), 3, FALSE, TRUE);
  cw_sheet_add (self, "signatory 1", 2, "云陵县教育局", other - 3 * CELL, LINE (6));
  cw_sheet_add (self, "signatory", 2, "云陵县财政局", middle - 3 * CELL, LINE (6));
  cw_sheet_add (self, "date", 2, "2024年7月1日", end - 6 * CELL, LINE (7));
  add_page_number (self, 1);
  add_page_number (self, 2);
  return self;
}

CwSheet *
cw_sheet_new_letter (void)
{
  CwSheet *self = cw_sheet_new (2);
  double cell = 42 * 25.4 / 72, rule = 30 - 1 + cell + 4;
  static const char number[] = "云教函〔2024〕12号";
  double top;

  add_mark (self, "云陵县教育局", 30, 42);
  cw_sheet_add_rule (self, "head rule 1", 1, 20, rule, 170, 0.53)->tint = CW_SHEET_RED;
  cw_sheet_add_rule (self, "head rule 2", 1, 20, rule + 0.83, 170, 0.26)->tint = CW_SHEET_RED;
  cw_sheet_add_rule (self, "foot rule 1", 1, 20, 277 - 1.09, 170, 0.26)->tint = CW_SHEET_RED;
  cw_sheet_add_rule (self, "foot rule 2", 1, 20, 277 - 0.53, 170, 0.53)->tint = CW_SHEET_RED;
  top = rule + 1.09 + 4.876;
  add_corner (self, "copy number", "000001", CW_TYPEFACE_FANGSONG, top + EM / 2);
  cw_sheet_add (self, "number", 1, number, 184 - cw_sheet_get_width (number, CELL), top + EM / 2);
  top = add_title (self, top + EM + 4.876 + 2 * PITCH) + 15.33 + EM / 2;
  cw_sheet_add (self, "addressees", 1, "县财政局：", 28, top);
  add_lines (self, 1, top + PITCH, 12, TRUE, FALSE);
  add_lines (self, 2, LINE (1), 3, FALSE, TRUE);
  add_sealed_block (self, 2, LINE (6));
  cw_sheet_add (self, "copies to", 2, "抄送：县人民政府办公室。", 26 + SMALL, 258)->size = 14;
  cw_sheet_find (self, "copies to")->cell = SMALL;
  add_page_number (self, 2);
  return self;
}

CwSheet *
cw_sheet_new_order (void)
{
  CwSheet *self = cw_sheet_new (1);
  double y = 57 + 42 * 25.4 / 72 - 1 + 25.77 + EM / 2, right = 184 - 4 * CELL;

  add_mark (self, "云陵县人民政府令", 57, 42);
  add_number (self, "第12号", y);
  add_lines (self, 1, y + EM + 25.77, 4, TRUE, TRUE);
  y += EM + 25.77 + 3 * PITCH;
  cw_sheet_add (self, "position", 1, "县长", right - 7 * CELL, y + 3 * PITCH);
  cw_sheet_add (self, "signature", 1, "王建国", right - 3 * CELL, y + 3 * PITCH)->face
      = CW_TYPEFACE_KAITI;
  cw_sheet_add (self, "date", 1, "2024年7月1日", right - 6 * CELL, y + 5 * PITCH);
  add_page_number (self, 1);
  return self;
}

CwSheet *
cw_sheet_new_minutes (void)
{
  CwSheet *self = cw_sheet_new (2);
  double bottom, x = 26 + 2 * CELL;

  add_mark (self, "云陵县政府常务会议纪要", 72, 36);
  bottom = add_number (self, "〔2024〕12号", 72 + 36 * 25.4 / 72 - 1 + 25.77 + EM / 2);
  cw_sheet_add_rule (self, "red rule", 1, 28, bottom + 4, 156, 0.5)->tint = CW_SHEET_RED;
  add_lines (self, 1, add_title (self, bottom + 4.5 + 20.9) + 15.33 + EM / 2, 6, TRUE, FALSE);
  add_lines (self, 2, LINE (1), 3, FALSE, TRUE);
  cw_sheet_add (self, "label", 2, "出席", x, LINE (5))->face = CW_TYPEFACE_HEITI;
  cw_sheet_add (self, "attendees", 2, "：县政府办公室王建国、李文清，县教育局赵志明，县",
                x + 2 * CELL, LINE (5));
  cw_sheet_add (self, "wrapped", 2, "财政局孙立新", 26 + 5 * CELL, LINE (6));
  add_page_number (self, 1);
  add_page_number (self, 2);
  return self;
}

CwSheet *
cw_sheet_new_landscape (void)
{
  CwSheet *self = cw_sheet_new (3);
  guint first;

  add_opening (self, add_head (self));
  add_lines (self, 2, LINE (1), 3, FALSE, TRUE);
  cw_sheet_add (self, "list", 2, "附件：督导任务分工", 26 + 2 * CELL, LINE (5));
  add_sealed_block (self, 2, LINE (8));
  first = self->items->len;
  add_attachment (self, 3);
  for (guint i = first; i < self->items->len; i++)
    {
      CwSheetItem *item = &g_array_index (self->items, CwSheetItem, i);

      item->turned = TRUE;
      item->y += 28 - 37;
      item->x += 35 - 28;
    }
  for (guint page = 1; page <= 3; page++)
    add_page_number (self, page);
  return self;
}

CwSheet *
cw_sheet_new_blank (void)
{
  CwSheet *self = cw_sheet_new (4);

  add_opening (self, add_head (self));
  add_lines (self, 2, LINE (1), 3, FALSE, TRUE);
  add_sealed_block (self, 2, LINE (6));
  add_colophon (self, 4);
  add_page_number (self, 1);
  add_page_number (self, 2);
  return self;
}
