/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "document/elements/cw-paper-date.h"

static void
check (guint year, guint month, guint day, const char *digits, const char *chinese)
{
  GDate date;
  g_autofree char *in_digits = NULL;
  g_autofree char *in_chinese = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  in_digits = cw_paper_date_format (&date);
  in_chinese = cw_paper_date_format_chinese (&date);
  g_assert_cmpstr (in_digits, ==, digits);
  g_assert_cmpstr (in_chinese, ==, chinese);
}

static void
test_format (void)
{
  check (2026, 11, 23, "2026年11月23日", "二〇二六年十一月二十三日");
  check (2020, 10, 10, "2020年10月10日", "二〇二〇年十月十日");
  check (2019, 1, 20, "2019年1月20日", "二〇一九年一月二十日");
  check (2000, 12, 31, "2000年12月31日", "二〇〇〇年十二月三十一日");
}

/* What is written is what is read. */
static void
test_again (void)
{
  GDate date, read;
  g_autofree char *text = NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 29, 2, 2024);
  text = cw_paper_date_format (&date);
  g_assert_true (cw_paper_date_parse (text, &read));
  g_assert_cmpint (g_date_compare (&date, &read), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/paper-date/format", test_format);
  g_test_add_func ("/document/paper-date/again", test_again);

  return g_test_run ();
}
