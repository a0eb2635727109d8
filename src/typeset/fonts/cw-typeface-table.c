/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-typeface-table.h"

#define XBS CW_TYPEFACE_XIAOBIAOSONG
#define FANG CW_TYPEFACE_FANGSONG
#define KAI CW_TYPEFACE_KAITI
#define HEI CW_TYPEFACE_HEITI
#define SONG CW_TYPEFACE_SONGTI
#define ALL CW_N_TYPEFACES

#define STANDARD CW_RANK_STANDARD
#define SUBSTITUTE CW_RANK_SUBSTITUTE
#define FALLBACK CW_RANK_FALLBACK
#define ANY CW_ANY_WEIGHT

#define NOTO_SERIF \
  "Noto Serif CJK SC|Source Han Serif SC|Source Han Serif CN|Source Han Serif SC VF|思源宋体|Noto Serif SC"
#define NOTO_SANS \
  "Noto Sans CJK SC|Source Han Sans SC|Source Han Sans CN|Source Han Sans SC VF|思源黑体|Noto Sans SC"

/*
 * The order is the order of trying (R9; families as found on Windows, macOS, Kylin, UOS, WPS and Debian).
 * The weight goes with the family: a 小标宋 is dark by design at 400, Noto Serif has to be asked for
 * 600 to look like it (R10). Nothing here is ever emboldened.
 */
static const CwTypefaceRow rows[] = {
  /* 小标宋 */
  { XBS, STANDARD, ANY, "方正小标宋_GBK|FZXiaoBiaoSong-B05" },
  { XBS, STANDARD, ANY, "方正小标宋简体|FZXiaoBiaoSong-B05S" },
  { XBS, STANDARD, ANY, "方正小标宋|FZXiaoBiaoSong" },
  { XBS, STANDARD, ANY, "CESI小标宋-GB18030|CESI_XBS_GB18030" },
  { XBS, STANDARD, ANY, "CESI小标宋-GB13000|CESI_XBS_GB13000" },
  { XBS, STANDARD, ANY, "CESI小标宋-GB2312|CESI_XBS_GB2312" },
  { XBS, STANDARD, ANY, "CESI_小标宋(GB18030-2005)|CESI_XBS" },
  { XBS, STANDARD, ANY, "CESI_小标宋(GB2312-1980)|CESI_XBSJ" },
  { XBS, STANDARD, ANY, "GB_XBS_GB18030|GB_XBS_GBT2312|国标小标宋" },
  { XBS, STANDARD, ANY, "华文中宋|STZhongsong" },
  { XBS, SUBSTITUTE, 600, NOTO_SERIF },
  { XBS, SUBSTITUTE, 700, NOTO_SERIF },
  { XBS, SUBSTITUTE, 700, "宋体|SimSun" },
  { XBS, SUBSTITUTE, ANY, "宋体|SimSun" },
  { XBS, SUBSTITUTE, 400, NOTO_SERIF },

  /* 仿宋 */
  { FANG, STANDARD, ANY, "仿宋_GB2312|FangSong_GB2312" },
  { FANG, STANDARD, ANY, "仿宋|FangSong" },
  { FANG, STANDARD, ANY, "方正仿宋_GBK|FZFangSong-Z02" },
  { FANG, STANDARD, ANY, "方正仿宋简体|FZFangSong-Z02S" },
  { FANG, STANDARD, ANY, "华文仿宋|STFangsong" },
  { FANG, STANDARD, ANY, "CESI仿宋-GB18030|CESI_FS_GB18030" },
  { FANG, STANDARD, ANY, "CESI仿宋-GB13000|CESI_FS_GB13000" },
  { FANG, STANDARD, ANY, "CESI仿宋-GB2312|CESI_FS_GB2312" },
  { FANG, STANDARD, ANY, "GB_FS_GB18030|GB_FS_GBT2312|国标仿宋" },
  { FANG, STANDARD, ANY, "Adobe 仿宋 Std|Adobe Fangsong Std" },
  { FANG, SUBSTITUTE, ANY,
    "Zhuque Fangsong (technical preview)|Zhuque Fangsong|朱雀仿宋|朱雀仿宋（预览测试版）" },
  { FANG, SUBSTITUTE, ANY, "FandolFang|FandolFang R" },
  { FANG, SUBSTITUTE, ANY, "AR PL KaitiM GB|文鼎ＰＬ简中楷" }, /* no 仿宋 at all: said as a substitution */

  /* 楷体 */
  { KAI, STANDARD, ANY, "楷体_GB2312|KaiTi_GB2312" },
  { KAI, STANDARD, ANY, "楷体|KaiTi" },
  { KAI, STANDARD, ANY, "方正楷体_GBK|FZKai-Z03" },
  { KAI, STANDARD, ANY, "方正楷体简体|FZKai-Z03S" },
  { KAI, STANDARD, ANY, "华文楷体|STKaiti" },
  { KAI, STANDARD, ANY, "CESI楷体-GB18030|CESI_KT_GB18030" },
  { KAI, STANDARD, ANY, "CESI楷体-GB13000|CESI_KT_GB13000" },
  { KAI, STANDARD, ANY, "CESI楷体-GB2312|CESI_KT_GB2312" },
  { KAI, STANDARD, ANY, "GB_KT_GB18030|GB_KT_GBT2312|国标楷体" },
  { KAI, STANDARD, ANY, "Adobe 楷体 Std|Adobe Kaiti Std" },
  { KAI, SUBSTITUTE, ANY, "AR PL KaitiM GB|文鼎ＰＬ简中楷" },
  { KAI, SUBSTITUTE, ANY, "FandolKai|FandolKai R" },
  { KAI, SUBSTITUTE, 300, "LXGW WenKai GB|霞鹜文楷 GB|LXGW WenKai|霞鹜文楷" },
  { KAI, SUBSTITUTE, ANY, "LXGW WenKai GB|霞鹜文楷 GB|LXGW WenKai|霞鹜文楷" },

  /* 黑体 */
  { HEI, STANDARD, ANY, "黑体|SimHei" },
  { HEI, STANDARD, ANY, "方正黑体_GBK|FZHei-B01" },
  { HEI, STANDARD, ANY, "方正黑体简体|FZHei-B01S" },
  { HEI, STANDARD, ANY, "华文黑体|STHeiti" },
  { HEI, STANDARD, ANY, "华文细黑|STXihei" },
  { HEI, STANDARD, ANY, "CESI黑体-GB18030|CESI_HT_GB18030" },
  { HEI, STANDARD, ANY, "CESI黑体-GB13000|CESI_HT_GB13000" },
  { HEI, STANDARD, ANY, "CESI黑体-GB2312|CESI_HT_GB2312" },
  { HEI, STANDARD, ANY, "GB_HT_GB18030|GB_HT_GBT2312|国标黑体" },
  { HEI, SUBSTITUTE, 500, NOTO_SANS },
  { HEI, SUBSTITUTE, 400, NOTO_SANS },
  { HEI, SUBSTITUTE, ANY, "FandolHei|FandolHei R" },
  { HEI, SUBSTITUTE, ANY, "WenQuanYi Micro Hei|文泉驿微米黑" },

  /* 宋体 */
  { SONG, STANDARD, ANY, "宋体|SimSun" },
  { SONG, STANDARD, ANY, "新宋体|NSimSun" },
  { SONG, STANDARD, ANY, "宋体-18030|SimSun-18030" },
  { SONG, STANDARD, ANY, "方正书宋_GBK|FZShuSong-Z01" },
  { SONG, STANDARD, ANY, "方正书宋简体|FZShuSong-Z01S" },
  { SONG, STANDARD, ANY, "华文宋体|STSong" },
  { SONG, STANDARD, ANY, "CESI宋体-GB18030|CESI_SS_GB18030" },
  { SONG, STANDARD, ANY, "CESI宋体-GB13000|CESI_SS_GB13000" },
  { SONG, STANDARD, ANY, "CESI宋体-GB2312|CESI_SS_GB2312" },
  { SONG, STANDARD, ANY, "GB_ST_GB18030|GB_ST_GBT2312|国标宋体" },
  { SONG, SUBSTITUTE, 400, NOTO_SERIF },
  { SONG, SUBSTITUTE, ANY, "AR PL SungtiL GB|文鼎ＰＬ简报宋" },
  { SONG, SUBSTITUTE, ANY, "AR PL UMing CN" },

  /* Characters a typeface lacks: first what looks most like it. */
  { FANG, FALLBACK, 300, "LXGW WenKai|LXGW WenKai GB" },
  { KAI, FALLBACK, 300, "LXGW WenKai|LXGW WenKai GB" },
  { FANG, FALLBACK, ANY, "LXGW WenKai|LXGW WenKai GB" },
  { KAI, FALLBACK, ANY, "LXGW WenKai|LXGW WenKai GB" },
  { HEI, FALLBACK, 500, NOTO_SANS },
  { HEI, FALLBACK, 400, NOTO_SANS },

  /* Then what has most. */
  { ALL, FALLBACK, 400, NOTO_SERIF },
  { ALL, FALLBACK, ANY, "宋体-18030|SimSun-18030|宋体|SimSun" },
  { ALL, FALLBACK, ANY, "CESI宋体-GB18030|CESI_SS_GB18030" },
  { ALL, FALLBACK, ANY, "GB_ST_GB18030" },
  { ALL, FALLBACK, ANY, "KaiTi_GB18030" },
  { ALL, FALLBACK, ANY, "SimSun-ExtB" },
  { ALL, FALLBACK, ANY, "SimSun-ExtG" },
  { ALL, FALLBACK, ANY, "方正宋体S-超大字符集(SIP)|FZSongS-Extended(SIP)" },
  { ALL, FALLBACK, ANY, "BabelStone Han" },
  { ALL, FALLBACK, ANY, "Plangothic P1" },
  { ALL, FALLBACK, ANY, "Plangothic P2" },
  { ALL, FALLBACK, ANY, "Jigmo" },
  { ALL, FALLBACK, ANY, "Jigmo2" },
  { ALL, FALLBACK, ANY, "Jigmo3" },
  { ALL, FALLBACK, ANY, "HanaMinA" },
  { ALL, FALLBACK, ANY, "HanaMinB" },
  { ALL, FALLBACK, 400, NOTO_SANS },
  { ALL, FALLBACK, ANY, "TW-Sung" },
  { ALL, FALLBACK, ANY, "TW-Sung-Ext-B" },
  { ALL, FALLBACK, ANY, "TW-Kai" },
  { ALL, FALLBACK, ANY, "TW-Kai-Ext-B" },
};

/**
 * cw_typeface_table_get:
 * @n_rows: (out): how many rows
 *
 * Returns: (array length=n_rows): the ordered lists of families, in the order in which they are tried
 */
const CwTypefaceRow *
cw_typeface_table_get (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (rows);
  return rows;
}
