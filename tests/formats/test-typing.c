/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "formats/reading/cw-typing.h"

/* Types @keys one after another at the | of @line, as the editor does, and looks what is there. */
static void
check_keys (const char *line, const char *keys, const char *expected, gboolean is_quoted)
{
  g_auto (GStrv) sides = g_strsplit (line, "|", 2);
  g_autoptr (GString) text = g_string_new (sides[0]);
  gsize caret = text->len;

  g_string_append (text, sides[1]);
  for (const char *p = keys; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = g_utf8_next_char (p) - p, n_taken;
      const char *becomes;

      g_string_insert_len (text, caret, p, n);
      caret += n;
      becomes = n == 1 ? cw_typing_help (text->str, caret, is_quoted, &n_taken) : NULL;
      if (becomes == NULL)
        continue;
      g_string_erase (text, caret - n_taken, n_taken);
      g_string_insert (text, caret - n_taken, becomes);
      caret += strlen (becomes) - n_taken;
    }
  g_string_insert (text, caret, "|");
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check (const char *line, const char *keys, const char *expected)
{
  check_keys (line, keys, expected, FALSE);
}

static void
test_marks (void)
{
  check ("会议|", ",", "会议，|");
  check ("会议|", ";", "会议；|");
  check ("会议|", ":", "会议：|");
  check ("会议|", "?", "会议？|");
  check ("会议|", "!", "会议！|");
  check ("会议|", ".", "会议。|");
  check ("会议|", "(一)", "会议（一）|");
  check ("《纲要》|", ",", "《纲要》，|");
  check ("纠正“四风”|", ",", "纠正“四风”，|");
  check ("增长12%|", ",", "增长12%，|");
  check ("会|研究", ",", "会，|研究");
  check ("（GB/T 9704|", ")", "（GB/T 9704）|");
}

static void
test_numbers_stay (void)
{
  check ("同比增长12|", ".5", "同比增长12.5|");
  check ("上午9|", ":30", "上午9:30|");
  check ("投资1|", ",234", "投资1,234|");
  check ("|", "1.", "1.|");
  check ("|", "(1)", "(1)|");
  check ("|", "(一)", "(一)|");
  check ("|", "一.", "一.|");
}

static void
test_latin_stays (void)
{
  check ("见http|", "://a.cn", "见http://a.cn|");
  check ("发至a@b|", ".cn,", "发至a@b.cn,|");
  check ("The committee|", ", (it's) said: \"no\"...", "The committee, (it's) said: \"no\"...|");
  check ("使用WPS|", ",", "使用WPS,|");
  check ("chengwen |", "--quiet", "chengwen --quiet|");
}

static void
test_double_quotes (void)
{
  check ("|", "\"", "“|");
  check ("开展|", "\"回头看\"活动", "开展“回头看”活动|");
  check ("“甲”|", "\"乙\"", "“甲”“乙”|");
  check ("他说|”", "\"", "他说“|”");
  check ("他说：“要做到|”", "\"两个维护\"", "他说：“要做到‘两个维护’|”");
  check ("他说：“文件写道：|", "\"好\"。\"", "他说：“文件写道：‘好’。”|");
  check ("一台24|", "\"", "一台24\"|");
  check ("name=|", "\"", "name=\"|");
}

/* A quotation of several paragraphs is closed in the last. */
static void
test_quotes_across (void)
{
  g_assert_true (cw_typing_leaves_open ("“甲", strlen ("“甲")));
  g_assert_false (cw_typing_leaves_open ("“甲”", strlen ("“甲”")));
  g_assert_false (cw_typing_leaves_open ("甲", strlen ("甲")));
  check_keys ("就这么办。|", "\"", "就这么办。”|", TRUE);
  check_keys ("|", "\"", "“|", TRUE);
  check_keys ("他说|", "\"", "他说“|", TRUE);
}

static void
test_single_quotes (void)
{
  check ("开展|", "'回头看'", "开展‘回头看’|");
  check ("it|", "'s", "it's|");
  check ("使用‘WPS|", "'", "使用‘WPS’|");
}

static void
test_runs (void)
{
  check ("|", "--", "——|");
  check ("上海|", "--北京", "上海——北京|");
  check ("2020|", "--2025", "2020--2025|");
  check ("|", "---", "——-|");
  check ("等等|", "...", "等等……|");
  check ("|", "...", "……|");
  check ("1|", "...5", "1...5|");
  check ("好--|", "-", "好---|");
  check ("好...|", ".", "好....|");
}

static void
test_document_number (void)
{
  check ("云教发|", "[2024]17号", "云教发〔2024〕17号|");
  check ("云教发|", "[202X]X号", "云教发〔202X〕X号|");
  check ("数组|", "[2024]", "数组[2024]|");
}

/* What an input method commits in full width is nobody's business. */
static void
test_full_width_stays (void)
{
  check ("会议|", "，。“”——……", "会议，。“”——……|");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/typing/marks", test_marks);
  g_test_add_func ("/formats/typing/numbers-stay", test_numbers_stay);
  g_test_add_func ("/formats/typing/latin-stays", test_latin_stays);
  g_test_add_func ("/formats/typing/double-quotes", test_double_quotes);
  g_test_add_func ("/formats/typing/quotes-across", test_quotes_across);
  g_test_add_func ("/formats/typing/single-quotes", test_single_quotes);
  g_test_add_func ("/formats/typing/runs", test_runs);
  g_test_add_func ("/formats/typing/document-number", test_document_number);
  g_test_add_func ("/formats/typing/full-width-stays", test_full_width_stays);

  return g_test_run ();
}
