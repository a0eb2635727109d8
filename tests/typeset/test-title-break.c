/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-shaped.h"

#include <locale.h>
#include <math.h>

/* Titles as a careful secretary breaks them, ｜ between lines. The widest line holds 18 columns. */
static const char *const titles[] = {
  /* One line. */
  "市教育局2024年第三季度党建工作总结",
  "关于召开年度工作会议的通知",
  "清河县教育局2024年工作总结",
  "2024年政府工作报告",
  "会议纪要",
  "总结",
  "党组理论学习中心组学习制度",
  "关于进一步加强校园安全工作的紧急通知",
  "在全县教育工作会议上的讲话",
  /* Two. */
  "清河县教育局关于做好2024年｜秋季开学工作的通知",
  "市人民政府办公室｜关于印发市应急预案的通知",
  "清河县人民政府办公室｜关于调整县安全生产委员会的通知",
  "清河县教育局｜2024年上半年工作总结和下半年工作安排",
  "清河县财政局关于下达2024年｜义务教育补助资金的通知",
  "江州市教育局关于申报2024年｜教育科研课题的通知",
  "清河县教育局党组｜关于巡察整改进展情况的报告",
  "关于进一步规范中小学教师｜职称评审工作的实施意见",
  "关于开展校园食品安全｜专项整治行动的工作方案",
  "关于对2024年先进集体和先进个人｜进行表彰的决定",
  "关于深入推进全面从严治党｜向基层延伸的实施意见",
  "关于同意设立清河县职业教育中心的批复",
  "中共清河县委｜关于深入学习贯彻｜党的二十届三中全会精神的决定",
  "清河县教育局关于印发｜《清河县学前教育发展规划》的通知",
  "清河县教育局关于转发｜《江州市校车安全管理办法》的通知",
  "关于表彰2024年度优秀教师和｜优秀教育工作者的决定",
  "清河县卫生健康委员会｜关于做好冬季传染病防控工作的通知",
  "清河县2024年义务教育阶段学校｜招生入学工作实施方案",
  "关于加强和改进新时代｜师德师风建设的实施方案",
  "清河县教育系统安全生产｜三年行动实施方案",
  "关于切实做好中小学幼儿园暑期｜防溺水工作的紧急通知",
  "清河县教育局｜关于请求解决校舍改造经费的请示",
  "清河县教育局｜关于王小明等同志职务任免的通知",
  "清河县教育局｜2024年度法治政府建设工作报告",
  "清河县教育系统“双减”工作｜2024年度总结报告",
  "清河县教育局2024年度｜党风廉政建设责任制落实情况报告",
  "关于2024年财政预算执行情况和｜2025年财政预算草案的报告",
  "清河县人民政府｜关于促进学前教育普惠发展的若干意见",
  "清河县教育局机关公务接待｜管理办法（试行）",
  "清河县教育局｜关于公开招聘中小学教师的公告",
  "清河县教育局关于2024年国庆节｜放假和值班安排的通知",
  "江州市财政局、江州市教育局关于下达｜教育专项资金的通知",
  "清河县生态环境局｜关于开展大气污染防治专项检查的通知",
  "关于成立清河县教育系统｜网络安全工作领导小组的通知",
  "清河县教育局关于举办第十二届｜中小学生运动会的通知",
  "关于报送2024年第三季度｜党建工作总结的通知",
  "清河县教育局党委｜2024年抓基层党建工作述职报告",
  "清河县教育局　清河县财政局｜关于下达2024年教育专项资金的通知",
  "关于表扬2024年度全县教育工作｜先进集体和先进个人的通报",
  "清河县民政局关于做好今冬明春｜困难群众救助工作的通知",
  "清河县水利局2024年防汛抗旱工作总结",
  "江州市发展和改革委员会｜关于调整天然气价格的通知",
  "清河县审计局关于2023年度｜县级预算执行情况的审计报告",
  "关于推进义务教育｜优质均衡发展的调研报告",
  "清河县第二中学｜2024年秋季学期教学工作计划",
  "江州市住房和城乡建设局关于印发｜《江州市物业管理办法》的通知",
  "清河县人民政府关于2024年度｜法治政府建设情况的报告",
  "全县教育系统党风廉政建设工作会议纪要",
  "清河县乡村振兴局关于巩固拓展｜脱贫攻坚成果的工作情况报告",
  "以高质量党建引领教育高质量发展",
  "坚持立德树人　办好人民满意的教育",
  "清河县教育局关于进一步规范｜教育收费行为的通知",
  "江州市人民政府关于表彰｜2024年度市长质量奖获奖企业的决定",
  "清河县交通运输局关于开展｜“春运”安全检查的通知",
  "关于GDP统一核算改革工作的情况汇报",
  /* Three. */
  "清河县人民政府办公室关于印发《清河县｜突发公共事件总体应急预案》的通知",
  "清河县教育局｜关于进一步加强全县中小学校｜食品安全管理工作的实施意见",
  "中共江州市委办公室｜江州市人民政府办公室关于进一步做好｜高校毕业生就业创业工作的通知",
  "清河县教育局关于认真学习宣传贯彻｜党的二十届三中全会精神的通知",
  "清河县人民政府｜关于加快推进义务教育优质均衡发展和｜城乡一体化的实施意见",
  "清河县教育局关于印发《清河县中小学｜教师职称评审实施细则（试行）》的通知",
  "关于转发《江州市人民政府办公厅｜关于印发〈江州市政务公开｜工作要点〉的通知》的通知",
  "清河县教育局关于全县中小学幼儿园｜安全隐患排查整治工作情况的报告",
  "关于开展2024年度｜全县事业单位工作人员年度考核和｜专业技术人员考核工作的通知",
  "清河县退役军人事务局｜关于进一步做好退役军人就业创业｜服务保障工作的通知",
  "清河县教育局2024年党风廉政建设和｜反腐败工作总结及2025年工作计划",
  "关于深入开展党纪学习教育｜全面加强干部队伍作风建设的实施方案",
  "关于深入学习贯彻｜习近平新时代中国特色社会主义思想｜主题教育的实施方案",
  "清河县教育局关于学习贯彻｜习近平总书记重要讲话精神情况的报告",
  "清河县教育局党组书记、局长｜2024年度述责述廉报告",
  /* Four. */
  "清河县教育局关于转发｜《江州市教育局关于转发〈省教育厅｜关于进一步加强中小学校园安全管理｜工作的"
  "通知〉的通知》的通知",
  "中共清河县委｜清河县人民政府关于全面推进｜乡村振兴加快农业农村现代化建设｜促进县域经济高质量发展"
  "的若干政策措施",
  "清河县人民政府办公室｜关于进一步加强农村义务教育学生｜营养改善计划专项资金管理使用的通知",
};

#define COLUMNS 18

static CwParagraph *
title_new (const char *text)
{
  CwMeasure measure = { .width = 20.1 * CW_TEST_CELL,
                        .alignment = CW_ALIGN_CENTRE,
                        .balanced = TRUE,
                        .max_width = COLUMNS * CW_TEST_CELL };

  return cw_paragraph_new (cw_test_shaped_new (text), &measure);
}

static CwParagraph *
title_of (const char *lines)
{
  g_autoptr (GString) text = g_string_new (lines);

  g_string_replace (text, "｜", "", 0);
  return title_new (text->str);
}

static void
assert_title (const char *lines)
{
  g_autoptr (CwParagraph) paragraph = title_of (lines);

  cw_test_assert_lines (paragraph, lines);
}

/* The width of a line's own clusters, in cells. */
static double
line_cells (CwParagraph *paragraph, guint line)
{
  const CwLine *found = cw_paragraph_get_line (paragraph, line);

  if (found->n_placed == 0)
    return 0;
  return (found->width - cw_paragraph_get_placed (paragraph)[found->first].x) / CW_TEST_CELL;
}

static void
test_r53_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    assert_title (titles[i]);
}

/* No title line is wider than 18 columns. */
static void
test_r52_width (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (CwParagraph) paragraph = title_of (titles[i]);

      for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
        g_assert_cmpfloat (line_cells (paragraph, line), <=, COLUMNS + 1e-3);
    }
}

/* C24: growing, shrinking, or broadest in the middle; never a waist, never all the same. */
static void
assert_outline (CwParagraph *paragraph)
{
  guint n = cw_paragraph_get_n_lines (paragraph);
  gboolean equal = n > 1;

  for (guint i = 1; i < n; i++)
    equal = equal && fabs (line_cells (paragraph, i) - line_cells (paragraph, 0)) < 0.01;
  g_assert_false (equal);
  for (guint i = 1; i + 1 < n; i++)
    g_assert_false (line_cells (paragraph, i) < line_cells (paragraph, i - 1) - 0.3
                    && line_cells (paragraph, i) < line_cells (paragraph, i + 1) - 0.3);
}

static void
test_c24_outline (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (CwParagraph) paragraph = title_of (titles[i]);

      assert_outline (paragraph);
    }
}

/* C24 for titles nobody wrote: parts in any order. */
static void
test_c24_random_titles (void)
{
  static const char *const parts[]
      = { "清河县", "教育局", "关于", "进一步",           "加强",     "中小学",   "安全",
          "管理",   "工作",   "的",   "《校车管理办法》", "2024年",   "第三季度", "总结",
          "通知",   "和",     "教师", "队伍建设",         "（试行）", "甲乙丙丁", "“双减”",
          "GDP" };

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) text = g_string_new ("江州市");
      g_autoptr (CwParagraph) paragraph = NULL;

      while (g_utf8_strlen (text->str, -1) < 8 + (int) i % 45)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      paragraph = title_new (text->str);
      assert_outline (paragraph);
      for (guint line = 1; line < cw_paragraph_get_n_lines (paragraph); line++)
        {
          const char *start = text->str + cw_paragraph_get_line (paragraph, line)->start;

          g_assert_cmpuint (CW_CLASSES_NOT_FIRST & CW_CLASS_BIT (cw_char_class (g_utf8_get_char (start))), ==, 0);
        }
    }
}

/* R53: these never begin a line, 关于 never ends one, if any other break will do. */
static void
test_r53_starts_and_ends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (CwParagraph) paragraph = title_of (titles[i]);
      const char *text = cw_paragraph_get_shaped (paragraph)->text;

      for (guint line = 1; line < cw_paragraph_get_n_lines (paragraph); line++)
        {
          const char *start = text + cw_paragraph_get_line (paragraph, line)->start;

          for (const char *first = "的和与及、》”）"; *first != '\0';
               first = g_utf8_next_char (first))
            g_assert_cmpint (g_utf8_get_char (start), !=, g_utf8_get_char (first));
          g_assert_false (strncmp (start - strlen ("关于"), "关于", strlen ("关于")) == 0);
        }
    }
}

/* R51: every line centred. */
static void
test_r51_centred (void)
{
  g_autoptr (CwParagraph) paragraph
      = title_new ("清河县教育局2024年度党风廉政建设责任制落实情况报告");

  for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
    {
      const CwLine *found = cw_paragraph_get_line (paragraph, line);
      double left = cw_paragraph_get_placed (paragraph)[found->first].x;

      g_assert_cmpfloat_with_epsilon (left, 20.1 * CW_TEST_CELL - found->width, 0.01);
    }
}

/* A title that fills 18 columns stays on one line, one of 19 does not. */
static void
test_r52_one_line (void)
{
  assert_title ("清河县人民政府办公室会议议定事项通知");
  assert_title ("关于进一步加强校园安全工作的紧急通知");
  assert_title ("关于进一步加强｜学校安全管理工作的紧急通知");
}

static void
test_odd_titles (void)
{
  static const char *const odd[] = {
    "",
    "题",
    "，",
    "　",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "，，，，，，，，，，，，，，，，，，，，，，，，",
    "的的的的的的的的的的的的的的的的的的的的的的的的",
    "1234567890123456789012345678901234567890123456789012345678901234567890",
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (CwParagraph) paragraph = title_new (odd[i]);
      guint n = cw_paragraph_get_n_lines (paragraph);

      g_assert_cmpint (n, >=, 1);
      g_assert_cmpint (cw_paragraph_get_line (paragraph, n - 1)->end, ==, strlen (odd[i]));
    }
}

/* Longer than any title: filled like text, nothing lost. */
static void
test_endless_title (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CwParagraph) paragraph = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "关于进一步加强工作的通知");
  paragraph = title_new (text->str);
  g_assert_cmpint (cw_paragraph_get_n_lines (paragraph), >=, 500 * 12 / COLUMNS);
  for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
    g_assert_cmpfloat (line_cells (paragraph, line), <=, COLUMNS + 1e-3);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/title-break/R51-centred", test_r51_centred);
  g_test_add_func ("/typeset/title-break/R52-one-line", test_r52_one_line);
  g_test_add_func ("/typeset/title-break/R52-width", test_r52_width);
  g_test_add_func ("/typeset/title-break/R53-titles", test_r53_titles);
  g_test_add_func ("/typeset/title-break/R53-starts-and-ends", test_r53_starts_and_ends);
  g_test_add_func ("/typeset/title-break/C24-outline", test_c24_outline);
  g_test_add_func ("/typeset/title-break/C24-random-titles", test_c24_random_titles);
  g_test_add_func ("/typeset/title-break/odd-titles", test_odd_titles);
  g_test_add_func ("/typeset/title-break/endless-title", test_endless_title);
  return g_test_run ();
}
