/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-structure.h"

#include <string.h>

#include "document/cw-numbering.h"

/* In characters. */
#define MAX_TITLE 60
#define MAX_TITLE_OF_KIND 100 /* of one that ends with the kind of paper */
#define MAX_TITLE_LINES 3
#define MAX_TITLE_LINE 32 /* of a title of several lines */
#define MAX_SUBTITLE 36
#define MAX_SUBTITLE_LINES 3
#define MAX_ADDRESSEES 120

/* The kinds of paper: a title that ends with one is whole. */
static const char *const kinds[] = {
  "总结", "报告", "通知", "意见",   "方案", "计划", "要点", "汇报",   "讲话",   "发言",
  "纪要", "请示", "批复", "复函",   "的函", "决定", "决议", "通报",   "办法",   "细则",
  "规定", "公告", "通告", "公报",   "议案", "建议", "规划", "制度",   "材料",   "提纲",
  "心得", "体会", "致辞", "倡议书", "简报", "说明", "清单", "承诺书", "责任书", "条例",
  "规则", "章程", "守则", "预案",   "指南", "简介", "打算", "安排",   "思路",
};

/* What a lead paragraph says and no form of address does. */
static const char *const leads[] = {
  "如下", "现将", "现就", "以下", "下列", "为了", "根据", "按照", "总结",
  "汇报", "报告", "要求", "是",   "包括", "主要", "目标", "特此", "认为",
  "指出", "强调", "。",   "；",   ";",    "！",   "？",   "附件",
};

/* What an addressee or a form of address ends with. */
static const char *const addressees[] = {
  "同志们", "同志",   "领导", "先生",   "女士", "代表", "委员", "来宾", "嘉宾", "朋友们",
  "朋友",   "老师们", "老师", "同学们", "同学", "家长", "书记", "局长", "主任", "校长",
  "主席",   "部长",   "县长", "市长",   "评委", "局",   "委",   "部",   "厅",   "办",
  "校",     "院",     "园",   "室",     "组",   "科",   "处",   "会",   "署",   "社",
  "中心",   "单位",   "政府", "机关",   "机构", "部门", "公司", "集团", "小学", "中学",
  "高中",   "大学",   "学校", "支部",   "总支", "企业", "银行", "街道", "乡镇", "镇",
  "乡",     "县",     "区",   "市",     "省",   "州",   "旗",   "站",
};

#define ENDS_WITH(text, words) ends_with_any (text, words, G_N_ELEMENTS (words))
#define CONTAINS(text, words) contains_any (text, words, G_N_ELEMENTS (words))

static gboolean
ends_with_any (const char *text, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_suffix (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
contains_any (const char *text, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_short (const CwSourceLine *line, glong limit)
{
  return line->length <= (gsize) limit * 4 && g_utf8_strlen (line->text, line->length) <= limit;
}

static gboolean
is_numbered (const CwSourceLine *line)
{
  guint level, number;

  return cw_numbering_parse (line->text, &level, &number) > 0;
}

/* The text without what is often put behind a kind of paper or a name: （试行）, (讨论稿). */
static char *
strip_brackets (const char *text)
{
  const char *open = NULL;

  if (g_str_has_suffix (text, "）"))
    open = g_strrstr (text, "（");
  else if (g_str_has_suffix (text, ")"))
    open = strrchr (text, '(');
  return open != NULL && open > text ? g_strndup (text, open - text) : g_strdup (text);
}

static gboolean
names_kind (const CwSourceLine *line)
{
  g_autofree char *text = strip_brackets (line->text);

  return ENDS_WITH (text, kinds);
}

/* --- the title --- */

static gboolean
is_title_like (const CwSourceLine *line, glong limit)
{
  static const char *const ends[] = { "。", "：", "；", "，", "、", ".", ":", ";", "," };

  return line->n_tabs == 0 && is_short (line, limit) && !is_numbered (line) && !ENDS_WITH (line->text, ends)
         && strstr (line->text, "。") == NULL && cw_closing_match_date (line->text) != line->length
         && !g_str_has_prefix (line->text, "附件");
}

/**
 * cw_opening_is_title:
 * @line: a line
 *
 * Returns: whether it could be the title of something
 */
gboolean
cw_opening_is_title (const CwSourceLine *line)
{
  return is_title_like (line, names_kind (line) ? MAX_TITLE_OF_KIND : MAX_TITLE);
}

static gboolean
starts_with_dash (const CwSourceLine *line)
{
  return g_str_has_prefix (line->text, "—") || g_str_has_prefix (line->text, "--")
         || g_str_has_prefix (line->text, "－－") || g_str_has_prefix (line->text, "──");
}

/* Appends the letters of a line without blanks, in which two copies of a title may differ. */
static void
append_letters (GString *string, const CwSourceLine *line)
{
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (string, p, g_utf8_next_char (p) - p);
}

/* How many lines from @start on repeat @title, however they are broken; 0 if they do not. */
static guint
match_repeated (CwSourceLines *lines, guint start, const char *title)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = start; i < lines->lines->len && i - start <= MAX_TITLE_LINES; i++)
    {
      append_letters (letters, cw_source_lines_get (lines, i));
      if (g_str_equal (letters->str, title))
        return i - start + 1;
      if (!g_str_has_prefix (title, letters->str))
        return 0;
    }
  return 0;
}

static gboolean
equals_line (CwSourceLines *lines, guint i, const CwSourceLine *other)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  append_letters (letters, other);
  return match_repeated (lines, i, letters->str) > 0;
}

/* A title over several lines: short ones, of which only the last names the kind of paper. */
static guint
count_title_lines (CwSourceLines *lines)
{
  const CwSourceLine *first = cw_source_lines_get (lines, 0);

  if (names_kind (first) || !is_short (first, MAX_TITLE_LINE))
    return 1;
  for (guint i = 1; i < MIN (lines->lines->len, MAX_TITLE_LINES); i++)
    {
      const CwSourceLine *line = cw_source_lines_get (lines, i);

      if (!is_title_like (line, MAX_TITLE_LINE) || starts_with_dash (line)
          || equals_line (lines, i, first))
        return 1;
      if (names_kind (line))
        return i + 1;
    }
  return 1;
}

static void
add_part (GArray *parts, CwStyle style, const CwSourceLine *line)
{
  CwPart part = { style, line->text, line->length, line->number, 0 };

  g_array_append_val (parts, part);
}

/* Returns the line after the title and its repetitions. */
static guint
find_title (CwSourceLines *lines, GArray *parts, CwChanges *changes)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  const CwSourceLine *first = cw_source_lines_get (lines, 0);
  guint next, n_repeated;

  if (!is_title_like (first, names_kind (first) ? MAX_TITLE_OF_KIND : MAX_TITLE))
    return 0;
  next = count_title_lines (lines);
  for (guint i = 0; i < next; i++)
    {
      add_part (parts, CW_STYLE_TITLE, cw_source_lines_get (lines, i));
      append_letters (letters, cw_source_lines_get (lines, i));
    }
  while ((n_repeated = match_repeated (lines, next, letters->str)) > 0)
    {
      cw_changes_add (changes, CW_CHANGE_REPEATED_TITLE, cw_source_lines_get (lines, next)->number,
                      cw_source_lines_get (lines, next)->text, "");
      next += n_repeated;
    }
  return next;
}

/* --- the subtitle --- */

static gboolean
is_in_brackets (const CwSourceLine *line)
{
  return (g_str_has_prefix (line->text, "（") || g_str_has_prefix (line->text, "("))
         && (g_str_has_suffix (line->text, "）") || g_str_has_suffix (line->text, ")"));
}

static gboolean
is_bracketed_note (const CwSourceLine *line)
{
  return is_in_brackets (line) && !is_numbered (line) && is_short (line, MAX_SUBTITLE);
}

static gboolean
is_date (const CwSourceLine *line)
{
  return cw_closing_match_date (line->text) == line->length;
}

/* A line of its own under the title: ——…, （2024年12月20日）, a date, a unit, or whoever speaks if
 * the date comes next. */
static gboolean
is_subtitle (CwSourceLines *lines, guint i)
{
  const CwSourceLine *line = cw_source_lines_get (lines, i);
  const CwSourceLine *next = i + 1 < lines->lines->len ? cw_source_lines_get (lines, i + 1) : NULL;

  if (!is_short (line, MAX_SUBTITLE))
    return FALSE;
  if (starts_with_dash (line) || is_bracketed_note (line))
    return TRUE;
  if (next == NULL)
    return FALSE;
  if (is_date (line))
    return TRUE;
  if (!is_title_like (line, MAX_SUBTITLE))
    return FALSE;
  return cw_closing_is_unit (line->text, line->length)
         || (is_date (next) && i + 2 < lines->lines->len)
         || (is_bracketed_note (next) && cw_closing_match_date (g_utf8_next_char (next->text)) > 0);
}

/* --- the addressees --- */

static gboolean
is_addressees (const CwSourceLine *line)
{
  g_autofree char *text = NULL, *name = NULL;
  gsize colon = g_str_has_suffix (line->text, "：")  ? strlen ("：")
                : g_str_has_suffix (line->text, ":") ? 1
                                                     : 0;

  if (colon == 0 || !is_short (line, MAX_ADDRESSEES) || is_numbered (line))
    return FALSE;
  text = g_strndup (line->text, line->length - colon);
  if (strstr (text, "：") != NULL || strchr (text, ':') != NULL)
    return FALSE;
  g_strchomp (text);
  name = strip_brackets (text);
  return !CONTAINS (text, leads) && ENDS_WITH (name, addressees);
}

/**
 * cw_opening_find:
 * @lines: the lines of a text
 * @parts: (element-type CwPart): what is found is appended
 * @changes: a repeated title is noted here
 *
 * Finds what comes before the body: the title, over several lines or not, which loses its
 * repetitions; subtitles (R56, R215, R216); and the addressees or the form of address, which is
 * told from a lead paragraph by what stands before its colon.
 *
 * Returns: the first line of the body
 */
guint
cw_opening_find (CwSourceLines *lines, GArray *parts, CwChanges *changes)
{
  guint n = lines->lines->len, next = 0;

  if (n == 0)
    return 0;
  next = find_title (lines, parts, changes);
  for (guint i = 0; next > 0 && next < n && i < MAX_SUBTITLE_LINES && is_subtitle (lines, next);
       i++)
    add_part (parts, CW_STYLE_SUBTITLE, cw_source_lines_get (lines, next++));
  if (next < n && is_addressees (cw_source_lines_get (lines, next)))
    add_part (parts, CW_STYLE_ADDRESSEES, cw_source_lines_get (lines, next++));
  return next;
}
