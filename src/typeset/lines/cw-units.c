/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-units.h"

#include <string.h>

/*
 * What a number is not parted from (R167, R172). The longest that fits is taken.
 */
/* clang-format off */
static const char *const units[] = {
  /* time */
  "年度", "年级", "年期", "年", "个月", "月份", "月", "日", "号线", "号楼", "号", "天", "周年",
  "周岁", "周", "小时", "时", "点钟", "点", "分钟", "分", "秒钟", "秒", "季度", "世纪", "年代",
  "旬", "学年", "学期", "课时", "学时", "工作日",
  /* shares */
  "个百分点", "百分点", "倍", "成", "折", "分之",
  /* people and things counted */
  "人次", "人", "名", "位", "户次", "户", "家次", "家", "个", "种", "类", "项", "件次", "件",
  "条", "款", "目", "批次", "批", "组", "队", "班次", "班", "届", "次", "场次", "场", "轮", "期",
  "遍", "番", "起", "例", "宗", "桩", "笔", "份", "张", "页", "本", "册", "卷", "篇", "部", "章",
  "节", "段", "句", "字", "行", "幅", "块", "片", "所", "座", "栋", "幢", "间", "层", "楼", "室",
  "处", "站", "辆", "台套", "台", "套", "架", "艘", "支", "只", "头", "匹", "株", "棵", "亩",
  "级", "等", "岁", "代", "步", "大类", "大项", "大", "门", "盏", "面", "盘", "罐", "袋", "箱",
  "瓶", "包", "桶", "车次", "车", "趟", "列", "集", "版", "讲", "课", "题", "道", "颗", "根",
  "口", "对", "双", "副", "封", "枚", "顶", "把", "日龄", "床", "席", "票", "分册",
  /* money */
  "元", "角", "美元", "欧元", "港元", "日元", "英镑", "块钱",
  /* measures */
  "平方公里", "平方千米", "平方米", "平方厘米", "立方米", "立方厘米", "公里", "千米", "公顷",
  "公斤", "公分", "公升", "米", "分米", "厘米", "毫米", "微米", "海里", "千克", "克", "毫克",
  "微克", "吨公里", "吨", "标准煤", "斤", "两", "升", "毫升", "千瓦时", "千瓦", "兆瓦", "瓦",
  "度", "伏", "安", "帕", "赫兹", "兆赫", "兆", "摄氏度", "分贝", "焦", "卡", "里", "丈", "尺",
  "寸", "石",
};

/* What may stand between digits and unit: 12.5万元, 300余人, 100多个. */
static const char *const multipliers[] = { "百", "千", "万", "亿", "余", "多", "来", "几" };

static const char *const latin_units[] = {
  "km", "km²", "m", "m²", "m³", "dm", "cm²", "cm³", "cm", "mm", "nm", "kg", "g", "mg", "t", "L", "l", "mL", "ml", "ha", "W", "kW",
  "MW", "GW", "kWh", "kV", "V", "A", "mA", "Hz", "kHz", "MHz", "GHz", "Pa", "kPa", "MPa", "J",
  "kJ", "MJ", "h", "min", "s", "ms", "d", "B", "KB", "kB", "MB", "GB", "TB", "dB", "pt", "px",
  "Mbps", "Gbps", "mol", "K", "N", "kN", "rpm", "ppm", "USD", "RMB", "CNY",
};
/* clang-format on */

static gsize
match_in (const char *const *table, guint n, const char *text, gsize length)
{
  gsize longest = 0;

  for (guint i = 0; i < n; i++)
    {
      gsize unit_length;

      /* All are written in Chinese: the first character, of three bytes, tells nearly all apart. */
      if (length < 3 || memcmp (table[i], text, 3) != 0)
        continue;
      unit_length = strlen (table[i]);
      if (unit_length > longest && unit_length <= length
          && memcmp (table[i], text, unit_length) == 0)
        longest = unit_length;
    }
  return longest;
}

/**
 * cw_units_match:
 * @text: what follows a number
 * @length: bytes of it
 *
 * Finds the counter or unit at the start of @text, with what may stand before it: 万元, 余人,
 * 个百分点.
 *
 * Returns: its length in bytes, 0 if there is none
 */
gsize
cw_units_match (const char *text, gsize length)
{
  gsize at = 0, found;

  while ((found = match_in (multipliers, G_N_ELEMENTS (multipliers), text + at, length - at)) > 0)
    at += found;
  return at + match_in (units, G_N_ELEMENTS (units), text + at, length - at);
}

/**
 * cw_units_is_latin:
 * @word: a word after a number and a space
 * @length: bytes of it
 *
 * Whether @word is a unit written in Latin letters: 10 km.
 *
 * Returns: %TRUE if it is
 */
gboolean
cw_units_is_latin (const char *word, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (latin_units); i++)
    if (strlen (latin_units[i]) == length && memcmp (latin_units[i], word, length) == 0)
      return TRUE;
  return FALSE;
}
