/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-shaped.h"

#include <locale.h>

/* Every place where a line may begin, shown as ｜; as ┆ where it is permitted but unwanted. */
static char *
show_breaks_of (CwShaped *shaped)
{
  g_autoptr (CwItems) items = cw_items_new (shaped);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < items->n; i++)
    {
      const CwCluster *cluster = cw_items_cluster (items, i);

      if (i > 0 && items->items[i].break_before == CW_BREAK_ALLOWED)
        g_string_append (string, "｜");
      if (i > 0 && items->items[i].break_before == CW_BREAK_UNWANTED)
        g_string_append (string, "┆");
      g_string_append_len (string, shaped->text + cluster->offset, cluster->length);
    }
  return g_string_free_and_steal (string);
}

static char *
show_breaks (const char *text)
{
  g_autoptr (CwShaped) shaped = cw_test_shaped_new (text);

  return show_breaks_of (shaped);
}

/* Each text is written with all its permitted breaks. */
static void
assert_breaks (const char *const *expected)
{
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autoptr (GString) text = g_string_new (expected[i]);
      g_autofree char *is = NULL;

      g_string_replace (text, "｜", "", 0);
      g_string_replace (text, "┆", "", 0);
      is = show_breaks (text->str);
      if (g_strcmp0 (is, expected[i]) != 0)
        {
          g_test_message ("should be %s, is %s", expected[i], is);
          g_test_fail ();
        }
    }
}

#define ASSERT_BREAKS(...) assert_breaks ((const char *const[]) { __VA_ARGS__, NULL })

static void
test_han (void)
{
  ASSERT_BREAKS ("全｜县｜教｜育", "々", "");
}

static void
test_r136_stops (void)
{
  ASSERT_BREAKS ("好。｜好，｜好、｜好；｜好：｜好", "好．｜好｡｜好");
}

static void
test_r137_exclamations (void)
{
  ASSERT_BREAKS ("好？｜好！｜好", "好？！｜好！！！｜好");
}

static void
test_r138_enclosures (void)
{
  ASSERT_BREAKS ("看｜“好”｜看｜‘好’｜看", "看｜《好》｜看｜〈好〉｜看",
                 "看｜（好）｜看｜〔好〕｜看｜【好】｜看", "看｜「好」｜看｜『好』｜看｜〖好〗｜看",
                 "看｜《〈好〉｜的》｜看", "看｜［好］｜看｜｛好｝｜看");
}

static void
test_r139_dash (void)
{
  ASSERT_BREAKS ("好｜——｜看", "好，｜——｜看", "“好”｜——｜看", "“——｜好”｜看");
}

/* …… stays with what is before it. */
static void
test_r140_ellipsis (void)
{
  ASSERT_BREAKS ("好……｜看", "好…………｜看", "好。……｜看", "好……”｜看", "好……。｜看");
}

static void
test_r141_connectors (void)
{
  ASSERT_BREAKS ("甲—｜乙", "甲～｜乙", "甲–｜乙", "甲-｜乙", "甲－｜乙", "甲〜｜乙");
}

static void
test_r142_middle_dot (void)
{
  ASSERT_BREAKS ("甲·｜乙", "甲•｜乙", "甲・｜乙");
}

static void
test_r143_solidus (void)
{
  ASSERT_BREAKS ("甲/乙｜丙", "甲／乙｜丙", "和/或");
}

static void
test_r167_numbers (void)
{
  ASSERT_BREAKS ("达｜12.5", "达｜1,234,567.89", "约｜12.5%｜的", "达｜５６７", "约｜10:30｜到",
                 "比｜3:2｜胜", "约｜1/2｜的", "为-5℃｜左", "为｜−5℃｜左", "为｜±0.5%｜左",
                 "约｜1\u2009234｜看", "自｜2023-2024｜看", "用｜3×4米");
}

static void
test_r170_unit_signs (void)
{
  ASSERT_BREAKS ("五％｜的", "五%｜的", "五‰｜的", "五℃｜的", "五°｜的", "五′｜五″｜的",
                 "五㎡｜的");
}

static void
test_r171_prefixes (void)
{
  ASSERT_BREAKS ("花｜￥50｜看", "花｜¥50｜看", "花｜$50｜看", "见｜№5｜看", "见｜第3条｜看",
                 "见｜第｜三｜条", "见｜第X条｜看", "约｜≥60%｜看");
}

static void
test_r171_labels (void)
{
  ASSERT_BREAKS ("一、总｜则", "（一）总｜则", "1.总｜则", "（1）总｜则", "十二、总｜则",
                 "(一)总｜则", "1．总｜则", "1. 总｜则", "一｜是｜总");
}

static void
test_r172_units (void)
{
  ASSERT_BREAKS ("达｜12.5万元｜的", "约｜2024年｜的", "长｜10 km｜的", "长｜10km｜的",
                 "见｜第3条｜第2款｜的", "共｜300余人｜的", "共｜100多个｜的", "占｜5个百分点｜的",
                 "计｜20人次｜的", "用｜3个月｜的", "计｜5平方公里｜的", "自｜1号｜的",
                 "计｜20 个｜的", "讲｜2024 ｜GDP｜的", "计｜3万余名｜的", "占｜20 km²｜的");
}

static void
test_r172_ranges (void)
{
  ASSERT_BREAKS ("占｜5%～10%｜的", "占｜5～10公斤｜的", "共｜3万～5万人｜的", "在｜1—9月｜的",
                 "在｜2020—2024年｜的", "京—｜沪｜的", "在｜4至6月｜的", "自｜9日｜至｜11日｜的");
}

static void
test_r172_dates (void)
{
  ASSERT_BREAKS ("于｜2024年┆1月┆1日｜开", "于｜8时┆30分｜开", "于｜10月┆1日┆8时｜开");
}

static void
test_r172_document_number (void)
{
  ASSERT_BREAKS ("国｜发┆〔2024〕1号｜文", "国｜发┆〔2024〕第1号｜文",
                 "（国｜发┆〔2012〕10号）｜文");
}

static void
test_r172_blanks (void)
{
  ASSERT_BREAKS ("开｜展｜X次｜的", "共｜XX名｜的", "约｜XX人次｜的", "于｜X月┆X日｜的",
                 "共｜○○个｜的", "见｜第X条｜的", "用｜X｜光｜片");
}

static void
test_r172_words (void)
{
  ASSERT_BREAKS ("用｜GDP｜看", "用｜COVID-19｜看", "看｜B2B｜的", "is ｜it's ｜so", "用｜5G｜的",
                 "见｜a@b.cn｜的", "见｜www.gov.cn｜的", "见｜file.txt｜的", "见｜f(x)｜的",
                 "见｜(a, ｜b)｜的", "用｜Word ｜2016｜的");
}

/* What CTeX and others forget: after anything that closes or stops, before anything that opens. */
static void
test_r173_forgotten (void)
{
  ASSERT_BREAKS ("（甲）｜（乙）", "甲）、｜（乙", "甲。”｜“乙", "《甲》｜《乙》", "甲：｜“乙",
                 "甲；｜《乙", "甲）｜“乙", "甲！｜（乙", "甲……｜“乙", "甲％｜（乙", "5%｜（乙");
}

/* P17, P18, P20: nothing of it changes where a face changes. */
static void
test_p18_across_spans (void)
{
  const char *const plain[]
      = { "（好）。｜看",     "好”，｜看",     "《甲》｜《乙》", "于｜2024年┆1月┆1日｜开",
          "达｜12.5万元｜的", "见｜第3条｜的", "好……｜看",       "坚｜持。｜一｜是" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autoptr (GString) text = g_string_new (plain[i]);
      g_autoptr (GString) spans = g_string_new (NULL);
      g_autofree char *is = NULL;

      g_string_replace (text, "｜", "", 0);
      g_string_replace (text, "┆", "", 0);
      for (const char *at = text->str; *at != '\0'; at = g_utf8_next_char (at))
        {
          if (at > text->str && !cw_test_is_pair (g_utf8_get_char (g_utf8_prev_char (at)), at))
            g_string_append (spans, "¦");
          g_string_append_unichar (spans, g_utf8_get_char (at));
        }
      is = show_breaks (spans->str);
      g_assert_cmpstr (is, ==, plain[i]);
    }
}

static void
test_p20_narrow_stops (void)
{
  ASSERT_BREAKS ("（甲）.｜乙", "甲)｜乙", "甲｜(乙)｜丙", "甲,｜乙", "甲;｜乙", "甲!｜乙",
                 "甲?｜乙");
}

static void
test_m7_quotes (void)
{
  ASSERT_BREAKS ("字｜“汉｜字”｜字");
}

static void
test_m8_vetoes (void)
{
  ASSERT_BREAKS ("共｜5～｜六", "2024年", "12.5万", "第1", "〔2024〕1号", "100％｜看");
}

static void
test_spaces (void)
{
  ASSERT_BREAKS ("a ｜b", "好  ｜看", "好　｜看", " 好｜看", "好 。｜看", "（ 好｜看", "好 ",
                 "a\u00a0b", "好\u200b｜看");
}

/* R133: names of attendees stay whole, with a blank in them too; only in spans of names. */
static void
test_r133_names (void)
{
  static const char *const expected[] = {
    "市｜水｜务｜局｜沈知远，｜城｜东｜区程野",
    "张　立　｜王建国　｜欧阳海天",
    "市｜住｜建｜局｜长张立｜（出差）",
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GString) text = g_string_new (expected[i]);
      g_autoptr (CwShaped) shaped = NULL;
      g_autofree char *is = NULL;

      g_string_replace (text, "｜", "", 0);
      shaped = cw_test_shaped_new (text->str);
      g_array_index (shaped->spans, CwSpan, 0).names = TRUE;
      is = show_breaks_of (shaped);
      g_assert_cmpstr (is, ==, expected[i]);
    }
  ASSERT_BREAKS ("沈｜知｜远");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/break-rules/han", test_han);
  g_test_add_func ("/typeset/break-rules/R136-stops", test_r136_stops);
  g_test_add_func ("/typeset/break-rules/R137-exclamations", test_r137_exclamations);
  g_test_add_func ("/typeset/break-rules/R138-enclosures", test_r138_enclosures);
  g_test_add_func ("/typeset/break-rules/R139-dash", test_r139_dash);
  g_test_add_func ("/typeset/break-rules/R140-ellipsis", test_r140_ellipsis);
  g_test_add_func ("/typeset/break-rules/R141-connectors", test_r141_connectors);
  g_test_add_func ("/typeset/break-rules/R142-middle-dot", test_r142_middle_dot);
  g_test_add_func ("/typeset/break-rules/R143-solidus", test_r143_solidus);
  g_test_add_func ("/typeset/break-rules/R167-numbers", test_r167_numbers);
  g_test_add_func ("/typeset/break-rules/R170-unit-signs", test_r170_unit_signs);
  g_test_add_func ("/typeset/break-rules/R171-prefixes", test_r171_prefixes);
  g_test_add_func ("/typeset/break-rules/R171-labels", test_r171_labels);
  g_test_add_func ("/typeset/break-rules/R133-names", test_r133_names);
  g_test_add_func ("/typeset/break-rules/R172-units", test_r172_units);
  g_test_add_func ("/typeset/break-rules/R172-ranges", test_r172_ranges);
  g_test_add_func ("/typeset/break-rules/R172-dates", test_r172_dates);
  g_test_add_func ("/typeset/break-rules/R172-document-number", test_r172_document_number);
  g_test_add_func ("/typeset/break-rules/R172-blanks", test_r172_blanks);
  g_test_add_func ("/typeset/break-rules/R172-words", test_r172_words);
  g_test_add_func ("/typeset/break-rules/R173-forgotten", test_r173_forgotten);
  g_test_add_func ("/typeset/break-rules/P18-across-spans", test_p18_across_spans);
  g_test_add_func ("/typeset/break-rules/P20-narrow-stops", test_p20_narrow_stops);
  g_test_add_func ("/typeset/break-rules/M7-quotes", test_m7_quotes);
  g_test_add_func ("/typeset/break-rules/M8-vetoes", test_m8_vetoes);
  g_test_add_func ("/typeset/break-rules/spaces", test_spaces);
  return g_test_run ();
}
