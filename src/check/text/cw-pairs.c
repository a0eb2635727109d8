/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pairs.h"

/* clang-format off */
const char *const cw_pairs_variants[][2] = {
  { "其他", "其它" },
  { "唯一", "惟一" },
  { "执着", "执著" },
  { "按语", "案语" },
  { "交代", "交待" },
  { "车厢", "车箱" },
  { "筹划", "筹画" },
  { "策划", "策画" },
  { "告诫", "告戒" },
};
const guint cw_n_pairs_variants = G_N_ELEMENTS (cw_pairs_variants);

const char *const cw_pairs_offices[][2] = {
  { "委宣传部", "宣传部" },
  { "委组织部", "组织部" },
  { "委统战部", "统战部" },
  { "委政法委", "政法委" },
  { "委网信办", "网信办" },
  { "委社会工作部", "社会工作部" },
  { "委编办", "编办" },
  { "教育局", "教委" },
  { "发展改革委", "发改委" },
  { "住房城乡建设局", "住建局" },
  { "卫生健康委", "卫健委" },
  { "人力资源社会保障局", "人社局" },
  { "市场监管局", "市场监督管理局" },
  { "生态环境局", "环保局" },
  { "自然资源局", "国土局" },
  { "应急管理局", "安监局" },
  { "文化和旅游局", "文旅局" },
  { "工业和信息化局", "工信局" },
};
const guint cw_n_pairs_offices = G_N_ELEMENTS (cw_pairs_offices);
/* clang-format on */
