/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/cw-numbering.h"

static void
test_format (void)
{
  static const struct
  {
    guint level, number;
    const char *text;
  } cases[] = {
    { 1, 1, "一、" },
    { 1, 10, "十、" },
    { 1, 11, "十一、" },
    { 1, 20, "二十、" },
    { 1, 21, "二十一、" },
    { 1, 99, "九十九、" },
    { 1, 100, "一百、" },
    { 1, 102, "一百零二、" },
    { 1, 110, "一百一十、" },
    { 1, 111, "一百一十一、" },
    { 1, 1000, "一千、" },
    { 1, 1002, "一千零二、" },
    { 1, 1010, "一千零一十、" },
    { 1, 9999, "九千九百九十九、" },
    { 1, 10000, "10000、" },
    { 2, 1, "（一）" },
    { 2, 12, "（十二）" },
    { 3, 1, "1." },
    { 3, 120, "120." },
    { 4, 1, "（1）" },
    { 4, 35, "（35）" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cw_numbering_format (cases[i].level, cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What is written is read again. */
static void
test_round_trip (void)
{
  for (guint level = 1; level <= CW_HEADING_LEVELS; level++)
    for (guint number = 1; number <= 999; number++)
      {
        g_autofree char *text = cw_numbering_format (level, number);
        g_autofree char *line = g_strconcat (text, "标题", NULL);
        guint read_level, read_number;

        g_assert_cmpuint (cw_numbering_parse (line, &read_level, &read_number), ==, strlen (text));
        g_assert_cmpuint (read_level, ==, level);
        g_assert_cmpuint (read_number, ==, number);
      }
}

/* The number is what is before the |. */
static void
test_parse (void)
{
  static const struct
  {
    const char *line;
    guint level, number;
  } cases[] = {
    { "一、|主要工作", 1, 1 },
    { "十二、|主要工作", 1, 12 },
    { "三．|主要工作", 1, 3 },
    { "四.|主要工作", 1, 4 },
    { "一、|", 1, 1 },
    { "一、 　|主要工作", 1, 1 },
    { "（一）|坚持规范", 2, 1 },
    { "(二)|坚持规范", 2, 2 },
    { "（三)|坚持规范", 2, 3 },
    { "(十一）|坚持规范", 2, 11 },
    { "（一）、|坚持规范", 2, 1 },
    { "（一） |坚持规范", 2, 1 },
    { "1.|抓学习", 3, 1 },
    { "2．|抓学习", 3, 2 },
    { "3、|抓学习", 3, 3 },
    { "１２．|抓学习", 3, 12 },
    { "1. |5月份的工作", 3, 1 },
    { "1.|", 3, 1 },
    { "4.\t|抓学习", 3, 4 },
    { "（1）|细则", 4, 1 },
    { "(2)|细则", 4, 2 },
    { "（１３）|细则", 4, 13 },
    { "一、|二十大精神学习", 1, 1 },
    { "二、|一季度工作", 1, 2 },
    { "1、|2024年工作", 3, 1 },
    { "1.|PPT制作", 3, 1 },
    { "（一）|二是", 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].line, "|", 2);
      g_autofree char *line = g_strconcat (parts[0], parts[1], NULL);
      guint level = 0, number = 0;

      g_assert_cmpuint (cw_numbering_parse (line, &level, &number), ==, strlen (parts[0]));
      g_assert_cmpuint (level, ==, cases[i].level);
      g_assert_cmpuint (number, ==, cases[i].number);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const lines[] = {
    "",
    "主要工作",
    "2024年以来",
    "2024.12.20",
    "1.5万元",
    "10.3%",
    "3.15晚会",
    "１．５万",
    "一是抓学习",
    "一、二年级",
    "一、二、三产业",
    "1、2号楼",
    "1、2、3班",
    "0.",
    "01.甲",
    "（2024）",
    "（）",
    "（一",
    "(1",
    "一",
    "一九、",
    "十百、",
    "零、",
    "（零）",
    "第一、",
    "一）甲",
    "12",
    "1",
    "1234、甲",
    "（一二）",
    "二十一 、甲",
    "x、",
  };
  guint level, number;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (cw_numbering_parse (lines[i], &level, &number) != 0)
      {
        g_test_message ("took a number off %s", lines[i]);
        g_test_fail ();
      }
}

static void
test_count (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (
      "T:题\n1:a\n2:b\nP:c\n2:d\n3:e\n4:f\n4:g\n3:h\n4:i\nB:\n1:j\n3:k\n2:l\n3:m\nS:n");
  static const guint expected[] = { 1, 1, 0, 2, 1, 1, 2, 2, 1, 0, 2, 1, 1, 1 };
  g_autofree guint *numbers = cw_numbering_count (document);

  g_assert_cmpuint (cw_document_get_n_blocks (document), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (numbers[i], ==, expected[i]);
}

static void
test_count_without_blocks (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("T:题");
  g_autofree guint *numbers = cw_numbering_count (document);

  g_assert_nonnull (numbers);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/numbering/format", test_format);
  g_test_add_func ("/document/numbering/round-trip", test_round_trip);
  g_test_add_func ("/document/numbering/parse", test_parse);
  g_test_add_func ("/document/numbering/parse-refuses", test_parse_refuses);
  g_test_add_func ("/document/numbering/count", test_count);
  g_test_add_func ("/document/numbering/count-without-blocks", test_count_without_blocks);
  return g_test_run ();
}
