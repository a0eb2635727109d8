/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/placeholders/cw-placeholder.h"

#include <string.h>

/* Blanks stand in ⟦ ⟧, their unit (if any) after a | within: 召开会议⟦XX|次⟧. */
static const char *const must_find[] = {
  /* X in all its shapes, with a unit */
  "召开会议⟦X|次⟧",
  "参会⟦XX|人⟧",
  "发展党员⟦XXX|名⟧",
  "累计培训约⟦XX|人次⟧",
  "办理提案⟦x|件⟧",
  "走访群众⟦xx|户⟧",
  "整改问题⟦×|个⟧",
  "新建校舍⟦××|平方米⟧",
  "印发文件⟦Ｘ|份⟧",
  "开设课程⟦ＸＸ|门⟧",
  "惠及学生⟦XX|余名⟧",
  "投入资金⟦X|万元⟧",
  "投入资金⟦XX|多万元⟧",
  "总投资⟦X.X|亿元⟧",
  "完成率⟦XX|%⟧",
  "完成率达⟦XX.X|％⟧",
  "同比提高⟦X|个百分点⟧",
  "提高⟦X.XX|个百分点⟧",
  "收到来信⟦X,XXX|封⟧",
  "新增学位⟦1XX|个⟧",
  "增长⟦3.X|%⟧",
  "面积⟦X|亩⟧",
  "用时⟦X|个月⟧",
  "培训⟦XX|学时⟧",
  "检查学校⟦X|所⟧、幼儿园⟦XX|所⟧",
  "约⟦X|万人次⟧",
  "发放补助⟦XX|亿⟧",
  /* X for a name */
  "推动⟦XX⟧大学等⟦X|个⟧项目开工",
  "举办首届⟦X⟧市论坛",
  "⟦XX⟧局办公室",
  "⟦X⟧县教育局",
  "⟦XXX⟧同志任组长",
  "由⟦X⟧主任主持",
  "联系人：⟦XXX⟧",
  "在⟦×××⟧的领导下",
  "⟦xx⟧街道",
  "“⟦XX⟧”活动",
  "⟦XX⟧、⟦XX⟧两校",
  "⟦X⟧人民政府",
  "⟦XX⟧项目",
  "⟦XX|世纪⟧",
  "第⟦X|季度⟧",
  "（星期⟦X⟧）",
  "大楼⟦X|楼⟧会议室",
  "第⟦X|届⟧",
  "第⟦XX|批次⟧",
  "第⟦X⟧阶段",
  "GDP达⟦XX|亿元⟧",
  "APP ⟦XX|个⟧",
  "⟦XXX⟧-⟦XXXXXXXX⟧",
  "⟦X⟧政发〔2024〕⟦X|号⟧",
  "教发〔⟦202X⟧〕⟦XX|号⟧",
  /* dates */
  "⟦202X年X月X|日⟧",
  "⟦20XX|年⟧",
  "2024年⟦X月X|日⟧",
  "⟦X月X|日⟧至⟦X月X|日⟧",
  "⟦XX年XX|月⟧",
  "⟦X|月份⟧",
  "⟦X|月⟧15日",
  "⟦202X年3月X|日⟧",
  "⟦X月X日X时X|分⟧",
  "⟦202X⟧-⟦202X|学年⟧",
  "⟦19××|年⟧",
  "⟦×月×|日⟧",
  "⟦某年某月某|日⟧",
  "⟦____年__月__|日⟧",
  /* underscores */
  "组织学习⟦__|次⟧",
  "负责人：⟦____⟧",
  "共⟦_|项⟧",
  "金额⟦________|元⟧",
  "签名⟦＿＿＿⟧",
  /* rings, stars, boxes */
  "⟦○○⟧局",
  "⟦○○○⟧同志",
  "参加⟦○|人⟧",
  "⟦〇〇⟧学校",
  "完成⟦**|项⟧任务",
  "共⟦**|人⟧，⟦**|项⟧",
  "⟦＊＊⟧市",
  "⟦□□⟧局",
  /* 某 */
  "⟦某⟧市教育局",
  "⟦某⟧局负责人",
  "⟦某某⟧同志",
  "⟦某某⟧单位",
  "⟦某⟧县⟦某⟧镇",
  "⟦某某某⟧副局长",
  /* brackets */
  "经费⟦【待补】|万元⟧",
  "详见⟦【待填】⟧",
  "名单⟦【】⟧",
  "⟦【此处填写数据】⟧",
  "全文⟦[…]⟧",
  "全文⟦[……]⟧",
  "数据⟦[待核实]⟧",
  "时间⟦（待定）⟧",
  "人数⟦(待统计)⟧",
  "第⟦（　）|期⟧",
  "共⟦（  ）|人⟧",
  "教发〔2024〕⟦[XX]|号⟧",
  "教发⟦〔〕⟧12号",
  "⟦[TODO]⟧",
};

static const char *const must_not_find[] = {
  /* X that is itself */
  "拍X光片",
  "X轴和Y轴",
  "X射线检查",
  "X染色体",
  "XX染色体异常",
  "XX型染色体",
  "X元素分析",
  "X时代",
  "一种X因子",
  "X线机",
  "X型支架",
  "X档案",
  "设未知数X，求解",
  /* Latin */
  "采用XML格式",
  "OFFICE X",
  "Mac OS X系统",
  "iPhone X手机",
  "XXL号",
  "XXXL",
  "SpaceX公司",
  "Xi",
  "X-ray",
  "TEXT",
  "Excel表格",
  "Linux系统",
  "max值",
  "XYZ",
  "ISO××××标准",
  "ISO ×××× 标准",
  "COVID-XX",
  "XX_1.docx",
  "报告_XX.docx",
  "附件XX.pdf",
  "http://www.xx.gov.cn",
  "xxx@163.com",
  "X Window",
  "ＸＭＬ",
  "ＸＸＬ",
  "2Xa",
  "0x1F",
  /* sizes, products, products' names */
  "3×4",
  "3 × 4",
  "210×297毫米",
  "10×10米",
  "4×100米接力",
  "1920x1080",
  "3X4",
  "长×宽×高",
  "单价×数量",
  "面积×层高＝体积",
  "5×人",
  "宝马X5",
  "138××××1234",
  "2X",
  /* 党的二十大 and numerals */
  "党的二十大精神",
  "二○二四年",
  "二〇二四年十二月",
  "二〇〇八年",
  "一○五",
  "一百〇二",
  "10○",
  "21世纪",
  "若干次",
  "几次",
  "第一季度",
  "2024年12月20日",
  "20%",
  "1.5万元",
  /* 某 */
  "某些同志",
  "某种程度",
  "某个单位",
  "某一方面",
  "某人",
  "某项工作",
  "某类",
  "某天",
  "某日",
  "某年",
  "某市场",
  "某村民",
  "张某",
  "张某某",
  "李某某同志",
  "王某某等人",
  /* underscores */
  "file_name",
  "__init__",
  "data_2024.xlsx",
  "____________________",
  /* stars */
  "**重点工作**",
  "**项目建设**稳步推进",
  "完成**三**项",
  "*重点",
  "* 项目",
  "*项目",
  "C++ **",
  "2**3",
  "char **argv",
  "/**",
  /* bullets and boxes */
  "○第一项",
  "○市教育局",
  "□是　□否",
  "□项目",
  /* brackets */
  "【案例】",
  "【关键词】教育",
  "[1]",
  "[2024]",
  "〔2024〕12号",
  "（一）",
  "（待续）",
  "（　　）",
  "（）",
  "int a[]",
  "- [ ] 任务",
  "- [x] 任务",
  "（见附件）",
  "",
};

/* The text of @marked without ⟦ | ⟧. */
static char *
plain (const char *marked)
{
  GString *string = g_string_new (marked);

  g_string_replace (string, "⟦", "", 0);
  g_string_replace (string, "⟧", "", 0);
  g_string_replace (string, "|", "", 0);
  return g_string_free_and_steal (string);
}

static char *
mark (const char *text)
{
  g_autoptr (GArray) found = cw_placeholder_scan (text, strlen (text));
  GString *string = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < found->len; i++)
    {
      CwPlaceholder p = g_array_index (found, CwPlaceholder, i);

      g_assert_cmpuint (p.start, >=, at);
      g_assert_cmpuint (p.end, >, p.start);
      g_assert_cmpuint (p.unit_end, >=, p.end);
      g_assert_cmpuint (p.unit_end, <=, strlen (text));
      g_string_append_len (string, text + at, p.start - at);
      g_string_append (string, "⟦");
      g_string_append_len (string, text + p.start, p.end - p.start);
      if (p.unit_end > p.end)
        g_string_append_c (string, '|');
      g_string_append_len (string, text + p.end, p.unit_end - p.end);
      g_string_append (string, "⟧");
      at = p.unit_end;
    }
  g_string_append (string, text + at);
  return g_string_free_and_steal (string);
}

static void
assert_marked (const char *expected)
{
  g_autofree char *text = plain (expected);
  g_autofree char *is = mark (text);

  if (g_strcmp0 (is, expected) == 0)
    return;
  g_test_message ("expected %s, found %s", expected, is);
  g_test_fail ();
}

static void
test_must_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (must_find); i++)
    assert_marked (must_find[i]);
}

static void
test_must_not_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (must_not_find); i++)
    assert_marked (must_not_find[i]);
}

/* The same inside a sentence: what stands around must not matter. */
static void
test_in_sentence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (must_find); i++)
    {
      g_autofree char *sentence = g_strdup_printf ("今年以来，%s。", must_find[i]);

      assert_marked (sentence);
    }
}

static void
test_random (void)
{
  static const char *const pieces[]
      = { "X",  "×",  "_",  "*",  "○",    "某", "【", "】", "[", "]", "（",
          "）", "年", "月", "日", "次",   "名", "1",  ".",  ",", "-", "a",
          " ",  "　", "第", "市", "待补", "…",  "\n", "万", "=" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *marked = NULL, *again = NULL;
      guint n = g_rand_int_range (rand, 0, 14);

      while (n-- > 0)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      marked = mark (text->str);
      again = plain (marked);
      g_assert_cmpstr (again, ==, text->str);
    }
}

/* A buffer that does not end with NUL: the sanitizers see a step too far. */
static void
test_end_of_buffer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (must_find); i++)
    {
      g_autofree char *text = plain (must_find[i]);
      gsize length = strlen (text);

      for (const char *p = text;; p = g_utf8_next_char (p))
        {
          g_autofree char *part = g_memdup2 (text, MAX (p - text, 1));
          g_autoptr (GArray) found = cw_placeholder_scan (part, p - text);

          for (guint j = 0; j < found->len; j++)
            g_assert_cmpuint (g_array_index (found, CwPlaceholder, j).unit_end, <=, p - text);
          if ((gsize) (p - text) == length)
            break;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/placeholder/must-find", test_must_find);
  g_test_add_func ("/document/placeholder/must-not-find", test_must_not_find);
  g_test_add_func ("/document/placeholder/in-sentence", test_in_sentence);
  g_test_add_func ("/document/placeholder/random", test_random);
  g_test_add_func ("/document/placeholder/end-of-buffer", test_end_of_buffer);
  return g_test_run ();
}
