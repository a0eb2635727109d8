/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/tables/cw-cell-number.h"
#include "typeset/tables/cw-column-widths.h"

#include <math.h>
#include <locale.h>

static double
sum (const double *values, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += values[i];
  return total;
}

/* Room for all: every column keeps its share, all together fill the width. */
static void
test_room (void)
{
  const CwColumnNeed needs[] = { { 0, 10, 20, 30, 30 }, { 0, 10, 20, 50, 120 }, { 0, 10, 20, 30, 50 } };
  double widths[3];

  cw_column_widths_solve (needs, 3, 400, widths);
  g_assert_cmpfloat_with_epsilon (sum (widths, 3), 400, 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[0], 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[1], 240, 1e-6);
}

/* Columns of the same sort become equal. */
static void
test_alike (void)
{
  const CwColumnNeed needs[]
      = { { 0, 10, 20, 40, 90 }, { 0, 10, 20, 30, 34 }, { 0, 10, 20, 30, 40 }, { 0, 10, 20, 30, 36 } };
  double widths[4];

  cw_column_widths_solve (needs, 4, 400, widths);
  g_assert_cmpfloat_with_epsilon (widths[1], widths[2], 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[2], widths[3], 1e-6);
}

/* No room for all: short columns get what they need, the long one the rest. */
static void
test_share (void)
{
  const CwColumnNeed needs[] = { { 0, 10, 20, 30, 30 }, { 0, 10, 20, 50, 900 }, { 0, 10, 20, 50, 60 } };
  double widths[3];

  cw_column_widths_solve (needs, 3, 400, widths);
  g_assert_cmpfloat_with_epsilon (sum (widths, 3), 400, 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[0], 30, 1e-6);
  g_assert_cmpfloat_with_epsilon (widths[2], 60, 1e-6);
}

/* A column that lacks a little gets it from one that can do without. */
static void
test_little_more (void)
{
  const CwColumnNeed needs[] = { { 0, 10, 20, 60, 640 }, { 0, 10, 20, 60, 110 } };
  double widths[2];

  cw_column_widths_solve (needs, 2, 350, widths);
  g_assert_cmpfloat (widths[1], >=, 110 - 1e-6);
}

static void
test_given (void)
{
  const CwColumnNeed some[] = { { 100, 10, 20, 30, 30 }, { 0, 10, 20, 50, 120 }, { 0, 10, 20, 50, 60 } };
  const CwColumnNeed all[] = { { 100, 10, 20, 30, 30 }, { 50, 10, 20, 50, 120 } };
  const CwColumnNeed many[] = { { 300, 10, 20, 30, 30 }, { 300, 10, 20, 50, 120 }, { 0, 10, 40, 50, 60 } };
  double widths[3];

  cw_column_widths_solve (some, 3, 400, widths);
  g_assert_cmpfloat (widths[0], ==, 100);
  g_assert_cmpfloat_with_epsilon (sum (widths, 3), 400, 1e-6);
  cw_column_widths_solve (all, 2, 400, widths);
  g_assert_cmpfloat (widths[0], ==, 100);
  g_assert_cmpfloat (widths[1], ==, 50);
  cw_column_widths_solve (many, 3, 400, widths);
  g_assert_cmpfloat_with_epsilon (widths[2], 40, 1e-6);
  g_assert_cmpfloat_with_epsilon (sum (widths, 3), 400, 1e-6);
}

static CwColumnNeed
random_need (void)
{
  double least = g_test_rand_double_range (10, 60);
  double comfort = least + g_test_rand_double_range (0, 60);
  double given = g_test_rand_int_range (0, 5) == 0 ? g_test_rand_double_range (10, 300) : 0;

  return (CwColumnNeed) { given, 10, least, comfort,
                          comfort + pow (10, g_test_rand_double_range (0, 4)) };
}

/* Whatever is asked for: nothing negative, nothing lost, nothing broken that need not be. */
static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 20);
      CwColumnNeed needs[20];
      double widths[20], least = 0, comfort = 0, given = 0;
      guint n_given = 0;

      for (guint i = 0; i < n; i++)
        {
          needs[i] = random_need ();
          least += needs[i].given > 0 ? needs[i].given : needs[i].least;
          comfort += needs[i].given > 0 ? needs[i].given : needs[i].comfort;
          n_given += needs[i].given > 0;
          given += needs[i].given;
        }
      cw_column_widths_solve (needs, n, 440, widths);
      if (n_given < n)
        g_assert_cmpfloat_with_epsilon (sum (widths, n), 440, 1e-6);
      else
        g_assert_cmpfloat (sum (widths, n), <=, 440 + 1e-6);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (widths[i], >=, 10 - 1e-6);
          if (least <= 440 && least - given <= 220)
            g_assert_cmpfloat (widths[i], >=, (needs[i].given > 0 ? needs[i].given : needs[i].least) - 1e-6);
          if (least - given <= 220 && comfort <= 440 && needs[i].given <= 0)
            g_assert_cmpfloat (widths[i], >=, needs[i].comfort - 1e-6);
        }
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    int point; /* −1: no number */
    gboolean fraction;
  } cases[] = {
    { "12", 2, FALSE },      { "1,234.5", 5, TRUE }, { "-3.2%", 2, TRUE },  { "−0.5", 4, TRUE },
    { "￥80.00", 5, TRUE },  { "XX.X", 2, TRUE },    { "85％", 2, FALSE },  { "", -1, FALSE },
    { "12万元", -1, FALSE }, { "3-5", -1, FALSE },   { ".", -1, FALSE },    { "—", -1, FALSE },
    { "1.2.3", -1, FALSE },  { "共3", -1, FALSE },   { "1,", 2, FALSE },    { ",5", -1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint point;
      gboolean fraction;
      gboolean found = cw_cell_number_find (cases[i].text, &point, &fraction);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (found, ==, cases[i].point >= 0);
      if (!found)
        continue;
      g_assert_cmpint (point, ==, cases[i].point);
      g_assert_cmpint (fraction, ==, cases[i].fraction);
    }
  g_assert_true (cw_cell_number_is_blank ("——"));
  g_assert_true (cw_cell_number_is_blank (""));
  g_assert_false (cw_cell_number_is_blank ("0"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/column-widths/room", test_room);
  g_test_add_func ("/typeset/column-widths/alike", test_alike);
  g_test_add_func ("/typeset/column-widths/share", test_share);
  g_test_add_func ("/typeset/column-widths/little-more", test_little_more);
  g_test_add_func ("/typeset/column-widths/given", test_given);
  g_test_add_func ("/typeset/column-widths/random", test_random);
  g_test_add_func ("/typeset/column-widths/numbers", test_numbers);
  return g_test_run ();
}
