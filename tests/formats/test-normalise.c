/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>
#include <string.h>

#include "formats/reading/cw-normalise.h"

/* For each rule two lists: what must change, and into what; and what must stay. A list ends with
 * NULL. Paragraphs of one case are separated by ¶. */
typedef struct
{
  const char *name;
  CwChangeKind kind;
  const char *const *changes; /* pairs */
  const char *const *stays;
} Rule;

static const char *const COMMA_CHANGES[] = {
  "在第三季度中,紧紧围绕",
  "在第三季度中，紧紧围绕",
  "共186所,在校学生68,420人",
  "共186所，在校学生68,420人",
  "达到95%,2024年",
  "达到95%，2024年",
  "使用WPS,提高效率",
  "使用WPS，提高效率",
  "纠正“四风”,聚焦",
  "纠正“四风”，聚焦",
  "《纲要》,推动",
  "《纲要》，推动",
  "首先, 我们",
  "首先，我们",
  "（GB/T 9704）,并",
  "（GB/T 9704），并",
  "标准(GB/T 9704),",
  "标准(GB/T 9704)，",
  "占40%,",
  "占40%，",
  ",我们",
  "，我们",
  "会议 ,研究",
  "会议，研究",
  "发展党员XX名,按期转正",
  "发展党员XX名，按期转正",
  "䶮,𬭶",
  "䶮，𬭶",
  NULL,
};
static const char *const COMMA_STAYS[] = {
  "1,234",
  "投资1,234,567元",
  "A,B,C三组",
  "Hello, world",
  "使用Word, Excel",
  "https://a.cn/x,y/甲",
  "The committee met, and voted.",
  "坐标为(3,4)",
  "编号A,B",
  "第1,2名",
  "他说“Hello, world”",
  NULL,
};

static const char *const SEMICOLON_CHANGES[] = {
  "报送材料;",
  "报送材料；",
  "5,317人;教育",
  "5,317人；教育",
  "完成率100%;公开",
  "完成率100%；公开",
  "优于1:350;组织",
  "优于1:350；组织",
  "一是学;二是做",
  "一是学；二是做",
  NULL,
};
static const char *const SEMICOLON_STAYS[] = {
  "int a; int b;", "a;b", "https://x.cn/?a=1;b=2", "First this; then that, as ever.", NULL,
};

static const char *const COLON_CHANGES[] = {
  "总结如下:",          "总结如下：",   "时间:8:30",    "时间：8:30",    "电话:010-8888",
  "电话：010-8888",     "联系人: 张三", "联系人：张三", "其中:5人",      "其中：5人",
  "他说:“好”",          "他说：“好”",   "WPS:国产软件", "WPS：国产软件", "网址:https://x.cn",
  "网址：https://x.cn", NULL,
};
static const char *const COLON_STAYS[] = {
  "每日8:30至17:30", "比例为3:2", "师生比1:350", "https://example.org/",
  "C:\\总结\\终稿",  "8 : 30",    "单元格A1:B2", "mailto:djb@example.org",
  "localhost:8080",  "QQ:12345",  NULL,
};

static const char *const QUESTION_CHANGES[] = {
  "什么是初心?",  "什么是初心？", "初心?使命?", "初心？使命？", "是否使用AI?",
  "是否使用AI？", "真的?!",       "真的？！",   NULL,
};
static const char *const QUESTION_STAYS[] = {
  "How are you?", "https://x.cn/?q=1", "What is this? A test.", "https://x.cn/a?b=中", NULL,
};

static const char *const EXCLAMATION_CHANGES[] = {
  "更大贡献!",    "更大贡献！", "加油!!!",    "加油！！！", "冲啊! 同志们",
  "冲啊！同志们", "向5G进军!",  "向5G进军！", NULL,
};
static const char *const EXCLAMATION_STAYS[] = {
  "Hello world!", "a!=b", "他喊“Yes!”", "Yahoo! is a name.", NULL,
};

static const char *const STOP_CHANGES[] = {
  "工作取得成效.",
  "工作取得成效。",
  "增长5%.",
  "增长5%。",
  "完成任务.下一步继续努力.",
  "完成任务。下一步继续努力。",
  "“四风”.",
  "“四风”。",
  "（试行）.",
  "（试行）。",
  "完成任务｡",
  "完成任务。",
  "参会100人．",
  "参会100人。",
  NULL,
};
static const char *const STOP_STAYS[] = {
  "3.14",
  "增长3.5%",
  "1.加强学习",
  "约翰.史密斯来访",
  "总结.docx",
  "见www.example.org",
  "版本1.2.3",
  "V2.0版",
  "The end.",
  "2024.9.30",
  "文件名为工作总结.docx",
  "example.cn",
  NULL,
};

static const char *const BRACKETS_CHANGES[] = {
  "(试行)",
  "（试行）",
  "通知(征求意见稿)",
  "通知（征求意见稿）",
  "三年级(2)班",
  "三年级（2）班",
  "第( )号",
  "第（ ）号",
  "（试行)",
  "（试行）",
  "(试行）",
  "（试行）",
  "云教发[2024]17号",
  "云教发〔2024〕17号",
  "国发（2012）10号",
  "国发〔2012〕10号",
  "国办发【2024】5号",
  "国办发〔2024〕5号",
  "云教函〔2024]8号",
  "云教函〔2024〕8号",
  "云教发[2024]第17号",
  "云教发〔2024〕第17号",
  "云教发[2024]X号",
  "云教发〔2024〕X号",
  "(5人(含)以上)",
  "（5人（含）以上）",
  "(见《办法》(云教发[2024]17号))",
  "（见《办法》（云教发〔2024〕17号））",
  NULL,
};
static const char *const BRACKETS_STAYS[] = {
  "(GB/T 9704)", "人工智能(AI)技术",     "f(x)",   "(a) or (b)", "数组a[2024]",
  "见文献[3]",   "公司（2024）3号楼",    "1)总结", "(1",         "教学楼(B座",
  "[2024]",      "科学技术部[2024]年报", NULL,
};

static const char *const QUOTES_CHANGES[] = {
  "纠正\"四风\",",
  "纠正“四风”，",
  "\"双减\"",
  "“双减”",
  "\"精神\"\"开学第一课\"\"我是\"",
  "“精神”“开学第一课”“我是”",
  "他说:\"老师说'好',我听\"",
  "他说：“老师说‘好’，我听”",
  "'四风'问题",
  "‘四风’问题",
  "\"互联网+党建\"平台",
  "“互联网+党建”平台",
  "2024\"双减\"政策",
  "2024“双减”政策",
  "\"WPS\"软件",
  "“WPS”软件",
  "他说\"It's a good day\"",
  "他说“It's a good day”",
  "\"第一段。¶\"第二段。¶\"第三段。\"",
  "“第一段。¶“第二段。¶“第三段。”",
  "讲话指出:\"第一段。¶第二段。¶第三段。\"",
  "讲话指出：“第一段。¶第二段。¶第三段。”",
  "\"甲\"乙\"丙\"丁\"戊\"",
  "“甲”乙“丙”丁“戊”",
  "＂双减＂",
  "“双减”",
  "24\"显示器和\"双减\"",
  "24\"显示器和“双减”",
  NULL,
};
static const char *const QUOTES_STAYS[] = {
  "it's",
  "学习It's a day这首歌",
  "24\"显示器",
  "他身高5'10左右",
  "“四风”",
  "“他说‘好’”",
  "the students' union met today",
  "name=\"value\"",
  "He said \"yes\" and left.",
  "见'24年报告",
  NULL,
};

static const char *const UNPAIRED_CHANGES[] = {
  "纠正\"四风问题",
  "纠正“四风问题",
  "四风\"。问题",
  "四风”。问题",
  "\"四风¶下一段没有引号。¶\"双减\"政策",
  "“四风¶下一段没有引号。¶“双减”政策",
  NULL,
};
static const char *const UNPAIRED_STAYS[] = { "“四风", "四风”问题", NULL };

static const char *const DASH_CHANGES[] = {
  "教育--希望",         "教育——希望",         "教育---希望",  "教育——希望",
  "--云陵县教育局总结", "——云陵县教育局总结", "教育－－希望", "教育——希望",
  "教育──希望",         "教育——希望",         "教育———希望",  "教育——希望",
  "—云陵县教育局总结",  "——云陵县教育局总结", "“双减”--希望", "“双减”——希望",
  "教育――希望",         "教育——希望",         NULL,
};
static const char *const DASH_STAYS[] = {
  "教育——希望",       "北京—上海",   "2020--2024年", "-----",     "a--b", "--help",
  "使用 --help 参数", "2020—2024年", "2020-2024年",  "北京-上海", NULL,
};

static const char *const ELLIPSIS_CHANGES[] = {
  "语焉不详...",   "语焉不详……",       "语焉不详......", "语焉不详……", "等等。。。",
  "等等……",        "等等。。。。。。", "等等……",         "语焉不详…",  "语焉不详……",
  "语焉不详…二是", "语焉不详……二是",   "...我们",        "……我们",     NULL,
};
static const char *const ELLIPSIS_STAYS[] = {
  "语焉不详……", "…………", "wait...", "a...b", "1...10", "等等。。", "and so on… and on", NULL,
};

static const char *const WIDTH_CHANGES[] = {
  "２０２４年", "2024年", "ＷＰＳ软件", "WPS软件",     "增长３．５％", "增长3.5％", "第１０名",
  "第10名",     "ａｂｃ", "abc",        "１,２３４元", "1,234元",      NULL,
};
static const char *const WIDTH_STAYS[] = { "2024年", "WPS", "，。；", "％", NULL };

static const char *const SPACES_CHANGES[] = {
  "首先， 我们",   "首先，我们",  "会议 。",    "会议。", "2024 年 9 月 30 日",
  "2024年9月30日", "姓名： 张三", "姓名：张三", NULL,
};
static const char *const SPACES_STAYS[] = {
  "王　堃",        "张三 李四",      "使用 WPS 软件", "序号 1 名称",
  "Visual Studio", "2024年　月　日", "第 3 组",       NULL,
};

static const Rule RULES[] = {
  { "comma", CW_CHANGE_COMMA, COMMA_CHANGES, COMMA_STAYS },
  { "semicolon", CW_CHANGE_SEMICOLON, SEMICOLON_CHANGES, SEMICOLON_STAYS },
  { "colon", CW_CHANGE_COLON, COLON_CHANGES, COLON_STAYS },
  { "question-mark", CW_CHANGE_QUESTION_MARK, QUESTION_CHANGES, QUESTION_STAYS },
  { "exclamation-mark", CW_CHANGE_EXCLAMATION_MARK, EXCLAMATION_CHANGES, EXCLAMATION_STAYS },
  { "full-stop", CW_CHANGE_FULL_STOP, STOP_CHANGES, STOP_STAYS },
  { "brackets", CW_CHANGE_BRACKETS, BRACKETS_CHANGES, BRACKETS_STAYS },
  { "quotes", CW_CHANGE_QUOTES, QUOTES_CHANGES, QUOTES_STAYS },
  { "quote-unpaired", CW_CHANGE_QUOTE_UNPAIRED, UNPAIRED_CHANGES, UNPAIRED_STAYS },
  { "dash", CW_CHANGE_DASH, DASH_CHANGES, DASH_STAYS },
  { "ellipsis", CW_CHANGE_ELLIPSIS, ELLIPSIS_CHANGES, ELLIPSIS_STAYS },
  { "width", CW_CHANGE_WIDTH, WIDTH_CHANGES, WIDTH_STAYS },
  { "spaces", CW_CHANGE_SPACES, SPACES_CHANGES, SPACES_STAYS },
};

/* Runs the normaliser over the paragraphs of @text. */
static char *
normalise (const char *text, CwChanges *changes)
{
  g_autoptr (CwNormaliser) normaliser = cw_normaliser_new (changes);
  g_auto (GStrv) paragraphs = g_strsplit (text, "¶", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      char *better = cw_normaliser_run (normaliser, paragraphs[i], strlen (paragraphs[i]), i + 1);

      if (better == NULL)
        continue;
      g_free (paragraphs[i]);
      paragraphs[i] = better;
    }
  cw_normaliser_finish (normaliser);
  return g_strjoinv ("¶", paragraphs);
}

static void
test_changes (gconstpointer data)
{
  const Rule *rule = data;

  for (const char *const *p = rule->changes; *p != NULL; p += 2)
    {
      g_autoptr (CwChanges) changes = cw_changes_new ();
      g_autoptr (CwChanges) more = cw_changes_new ();
      g_autofree char *result = normalise (p[0], changes);
      g_autofree char *again = normalise (result, more);

      g_assert_cmpstr (result, ==, p[1]);
      g_assert_cmpuint (changes->counts[rule->kind], >, 0);
      g_assert_cmpstr (again, ==, result);
      g_assert_cmpuint (more->list->len, ==, 0);
    }
}

static void
test_stays (gconstpointer data)
{
  const Rule *rule = data;

  for (const char *const *p = rule->stays; *p != NULL; p++)
    {
      g_autoptr (CwChanges) changes = cw_changes_new ();
      g_autofree char *result = normalise (*p, changes);

      g_assert_cmpstr (result, ==, *p);
      g_assert_cmpuint (changes->list->len, ==, 0);
    }
}

/* A change says where it is and what stood and stands there, with four characters around. */
static void
test_context (void)
{
  g_autoptr (CwChanges) changes = cw_changes_new ();
  g_autofree char *result = normalise ("第一段。¶在第三季度中,紧紧围绕方针", changes);
  const CwChange *change;

  g_assert_cmpuint (changes->list->len, ==, 1);
  change = g_ptr_array_index (changes->list, 0);
  g_assert_cmpint (change->kind, ==, CW_CHANGE_COMMA);
  g_assert_cmpuint (change->line, ==, 2);
  g_assert_cmpstr (change->before, ==, "三季度中,紧紧围绕");
  g_assert_cmpstr (change->after, ==, "三季度中，紧紧围绕");
}

/* The one without a partner is named, with its line; the others are not. */
static void
test_unpaired_place (void)
{
  g_autoptr (CwChanges) changes = cw_changes_new ();
  g_autofree char *result = normalise ("纠正\"四风\"。¶落实\"双减政策。¶没有引号。", changes);

  g_assert_cmpuint (changes->counts[CW_CHANGE_QUOTE_UNPAIRED], ==, 1);
  for (guint i = 0; i < changes->list->len; i++)
    {
      const CwChange *change = g_ptr_array_index (changes->list, i);

      if (change->kind == CW_CHANGE_QUOTE_UNPAIRED)
        g_assert_cmpuint (change->line, ==, 2);
    }
}

/* A quotation that goes on over paragraphs lacks nothing. */
static void
test_quotation_over_paragraphs (void)
{
  static const char *const TEXTS[] = {
    "\"第一段。¶\"第二段。¶\"第三段。\"",
    "讲话指出:\"第一段。¶第二段。¶第三段。\"",
    "讲话指出:\"第一段。¶\"第二段。\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr (CwChanges) changes = cw_changes_new ();
      g_autofree char *result = normalise (TEXTS[i], changes);

      g_assert_cmpuint (changes->counts[CW_CHANGE_QUOTE_UNPAIRED], ==, 0);
    }
}

/* Nothing is listed beyond the limit, everything is counted. */
static void
test_many_changes (void)
{
  g_autoptr (CwChanges) changes = cw_changes_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *result = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (text, "我,");
  result = normalise (text->str, changes);
  g_assert_cmpuint (changes->counts[CW_CHANGE_COMMA], ==, 30000);
  g_assert_cmpuint (changes->list->len, ==, 10000);
  g_assert_null (strchr (result, ','));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (RULES); i++)
    {
      g_autofree char *changes = g_strdup_printf ("/formats/normalise/%s/changes", RULES[i].name);
      g_autofree char *stays = g_strdup_printf ("/formats/normalise/%s/stays", RULES[i].name);

      g_test_add_data_func (changes, &RULES[i], test_changes);
      g_test_add_data_func (stays, &RULES[i], test_stays);
    }
  g_test_add_func ("/formats/normalise/context", test_context);
  g_test_add_func ("/formats/normalise/unpaired-place", test_unpaired_place);
  g_test_add_func ("/formats/normalise/quotation-over-paragraphs", test_quotation_over_paragraphs);
  g_test_add_func ("/formats/normalise/many-changes", test_many_changes);
  return g_test_run ();
}
