/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-words.h"

#include <string.h>

/* Words are separated by blanks; of those that match, the longest counts. */
static const char *const lists[CW_N_WORDS] = {
  /* What may stand between a number and its unit: X余名, XX多万元. */
  [CW_WORDS_SCALES] = "余 多 几 十 百 千 万 亿",

  /* The scales that are a unit by themselves: X万, XX亿. */
  [CW_WORDS_BIG_SCALES] = "万 亿",

  [CW_WORDS_UNITS] =
      /* people and bodies */
  "人 名 位 人次 人份 户 户次 家 家次 所 个 组 队 班 支 批 批次 届 股 对 双 口 "
  /* things done */
  "次 场 场次 期 期次 轮 项 件 起 宗 桩 例 则 遍 趟 回 笔 单 票 门 节 课时 学时 学分 "
  /* things */
  "份 条 篇 本 册 页 章 款 张 幅 封 套 台 辆 艘 架 座 栋 幢 层 间 处 块 片区 站 棵 株 头 只 种 "
  "类 字 句 集 首 道 号 号楼 楼 单元 室 "
  /* money */
  "元 角 美元 欧元 港元 人民币 "
  /* measures */
  "% ％ ‰ 个百分点 百分点 倍 米 公里 千米 厘米 毫米 平方米 平方公里 立方米 亩 公顷 吨 公斤 千克 "
  "斤 克 升 千瓦 千瓦时 度电 摄氏度 ℃ "
  /* time */
  "年 年度 年级 年期 月 月份 个月 日 天 周 岁 周年 周岁 时 小时 个小时 分 分钟 秒 秒钟 季度 个季度 "
  "学期 个学期 学年 学年度 世纪 年代 工作日 个工作日",

  /* What lacks its name or its number. */
  [CW_WORDS_NOUNS] =
      /* places */
  "省 市 县 区 旗 州 盟 镇 乡 村 屯 社区 街道 街 路 市县 市区 县区 开发区 新区 园区 自治区 自治州 "
  "自治县 "
  "国 港 河 湖 岛 小区 "
  /* offices */
  "局 厅 委 部 办 处室 科 科室 股室 署 院 部门 单位 机关 中心 公司 集团 企业 银行 法院 检察院 医院 "
  "卫生院 "
  "人民政府 人民法院 人民检察院 人民医院 人大 人社 委员会 办公室 党委 党组 党支部 支部 总支 工会 "
  "协会 学会 "
  "研究院 研究所 基金会 合作社 组织 教育局 部队 "
  /* schools */
  "大学 学院 学校 中学 小学 高中 初中 校 幼儿园 职校 中专 高校 学区 "
  /* persons */
  "同志 先生 女士 主任 书记 局长 厅长 处长 科长 市长 县长 区长 省长 部长 院长 校长 教授 老师 同学 "
  "经理 "
  "代表 委员 领导 "
  /* what has a name */
  "项目 工程 会议 活动 行动 计划 方案 规划 通知 意见 办法 条例 规定 课题 专项 专业 课程 栏目 平台 "
  "系统 "
  "杯 节目 日报 新闻 网站 问题 场所 期间 条款 名单 名称 家庭 个人 "
  /* document numbers */
  "政发 政办 府发 府办 教发 委发 办发 党发 字〔 发〔 函〔 〔",

  /* Words that begin like one of those above and make no blank: X元素, X时代. */
  [CW_WORDS_NEVER]
  = "元素 时代 时间 时期 时刻 分子 分析 分量 分布 分析仪 区间 区域 市场 市民 村民 局部 局面 校友 "
    "省略 省份 乡下 "
    "万达 万科 百货 节点 对称 对比 口令 号码 字形 字型 集合 国语 路径 度量 部分 射线 光片 线片",

  /* Chromosomes are written with as many X as there are. */
  [CW_WORDS_CHROMOSOMES] = "染色体 型染色体",

  /* What makes a blank of a single 某: 某市, 某同志. Not 个, 些, 种, 项, 人, 单位 … */
  [CW_WORDS_SOME]
  = "省 市 县 区 镇 乡 村 局 厅 院 校 街道 社区 大学 学院 学校 中学 小学 幼儿园 医院 同志 教育局",

  /* Surnames behind which 某某 is a person whose name is kept back, not a blank (张某某). Surnames
   * that often end another word (于, 许, 何, 高, 周, 程, 曾) are not among them. */
  [CW_WORDS_SURNAMES] = "张 王 李 刘 陈 杨 赵 黄 吴 徐 孙 胡 朱 郭 罗 梁 宋 郑 谢 韩 唐 冯 董 萧 "
                        "曹 袁 邓 沈 彭 吕 蔡 魏 薛 潘 "
                        "杜 戴 夏 钟 汪 田 姜 范",

  /* Beside one of these a ring is a zero. */
  [CW_WORDS_NUMERALS] = "一 二 三 四 五 六 七 八 九 零 十 百 千 0 1 2 3 4 5 6 7 8 9",

  /* What only begins like a part of a date. */
  [CW_WORDS_NOT_DATES] = "年度 年级 年代 年来 时代 时期 日报 分公司 分局",

  /* What stands in brackets in a draft. */
  [CW_WORDS_TO_DO] = "待补 待填 待定 待核 待查 待统计 待确认 待完善 待更新 待提供 待报 待写 待加 "
                     "请填 请补 请核 请提供 填写 补充 "
                     "此处填 此处补 此处插 数据待 空缺 TODO TBD",
};

/* The words sorted by their first character, made when first needed. */
typedef struct
{
  gunichar first;
  guint length;
  const char *word;
} Word;

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *x = a, *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return (int) y->length - (int) x->length;
}

static GArray *
sort_words (const char *words)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (Word));

  for (; *words != '\0'; words += strspn (words, " "))
    {
      Word word = { g_utf8_get_char (words), strcspn (words, " "), words };

      g_array_append_val (sorted, word);
      words += word.length;
    }
  g_array_sort (sorted, compare_words);
  return sorted;
}

static GArray *
get_sorted (CwWords list)
{
  static GArray *sorted[CW_N_WORDS];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < CW_N_WORDS; i++)
        sorted[i] = sort_words (lists[i]);
      g_once_init_leave (&ready, 1);
    }
  return sorted[list];
}

/* The first of @words that begins with @first or a later character. */
static guint
find_first (GArray *words, gunichar first)
{
  guint low = 0, high = words->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (words, Word, middle).first < first)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * cw_words_match:
 * @list: which words
 * @p: where to look, in valid UTF-8
 * @limit: where the text ends
 *
 * Returns: the length in bytes of the longest word that stands at @p; 0 if none does
 */
gsize
cw_words_match (CwWords list, const char *p, const char *limit)
{
  GArray *words = get_sorted (list);
  gunichar first;

  if (p >= limit)
    return 0;
  first = g_utf8_get_char (p);
  for (guint i = find_first (words, first); i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->first != first)
        return 0;
      if (word->length <= limit - p && memcmp (word->word, p, word->length) == 0)
        return word->length;
    }
  return 0;
}

/* A unit with what may come between it and the number: 次, 余名, 多万元. */
static gsize
match_unit (const char *p, const char *limit)
{
  const char *q = p;
  gsize unit, step, last = 0;

  while (q - p < 12 && (step = cw_words_match (CW_WORDS_SCALES, q, limit)) != 0)
    {
      last = step;
      q += step;
    }
  unit = cw_words_match (CW_WORDS_UNITS, q, limit);
  if (unit != 0)
    return q + unit - p;
  return last != 0 && cw_words_match (CW_WORDS_BIG_SCALES, q - last, limit) != 0 ? q - p : 0;
}

/**
 * cw_words_match_follower:
 * @p: where to look
 * @limit: where the text ends
 * @unit_length: (out): length of the unit in bytes; 0 if there is none
 *
 * Tells what stands behind a would-be blank. Where both a unit and a noun could (项, 项目), the
 * longer one does.
 *
 * Returns: what stands there
 */
CwFollower
cw_words_match_follower (const char *p, const char *limit, gsize *unit_length)
{
  gsize unit, noun;

  *unit_length = 0;
  if (cw_words_match (CW_WORDS_NEVER, p, limit) != 0)
    return CW_FOLLOWER_NONE;
  unit = match_unit (p, limit);
  noun = cw_words_match (CW_WORDS_NOUNS, p, limit);
  if (noun > unit)
    return CW_FOLLOWER_NOUN;
  *unit_length = unit;
  return unit != 0 ? CW_FOLLOWER_UNIT : CW_FOLLOWER_NONE;
}
