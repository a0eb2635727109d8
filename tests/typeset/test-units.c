/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/lines/cw-units.h"

#include <string.h>

/* R172: the longest unit, with what may stand before it, up to the |. */
static void
test_match (void)
{
  static const char *const cases[] = {
    "年|9月",      "年|的",         "年度|的", "月份|",   "个百分点|以上", "个|单位",
    "人次|参加",   "多万人次|",     "万|",     "亿|",     "万元|的",       "余人|参加",
    "余万名|学生", "平方公里|范围", "|的",     "|，增长", "|abc",          "|",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *bar = strchr (cases[i], '|');
      g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (bar - cases[i]), cases[i], bar + 1);

      g_test_message ("%s", cases[i]);
      g_assert_cmpuint (cw_units_match (text, strlen (text)), ==, bar - cases[i]);
    }
}

/* Nothing is read behind the end that is given. */
static void
test_length (void)
{
  g_assert_cmpuint (cw_units_match ("年度", strlen ("年")), ==, strlen ("年"));
  g_assert_cmpuint (cw_units_match ("年度", strlen ("年") - 1), ==, 0);
  g_assert_cmpuint (cw_units_match ("年度", 0), ==, 0);
}

static void
test_latin (void)
{
  static const char *const units[] = { "km", "m²", "kWh", "L", "Mbps" };
  static const char *const words[] = { "", "k", "kmx", "GDP", "KM", "mm2" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    g_assert_true (cw_units_is_latin (units[i], strlen (units[i])));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (cw_units_is_latin (words[i], strlen (words[i])));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/units/R172-match", test_match);
  g_test_add_func ("/typeset/units/length", test_length);
  g_test_add_func ("/typeset/units/R172-latin", test_latin);
  return g_test_run ();
}
