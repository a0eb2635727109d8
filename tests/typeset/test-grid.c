/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages/cw-grid.h"

#include "typeset/cw-standard.h"

#define assert_mm(pt, mm, tolerance) g_assert_cmpfloat_with_epsilon (CW_TO_MM (pt), (mm), (tolerance))

static CwGrid
make_grid (double line_pitch)
{
  CwProfile profile = cw_profile_default;
  CwGrid grid;

  profile.line_pitch = line_pitch;
  cw_grid_init (&grid, &profile, 0, 0, NULL);
  return grid;
}

static void
test_r14_em (void)
{
  CwGrid grid = make_grid (0);

  assert_mm (grid.em, 5.5728, 0.0005);
  assert_mm (grid.cell, 5.5714, 0.0005);
}

static void
test_r15_pitch (void)
{
  CwGrid grid = make_grid (0);

  assert_mm (grid.pitch, 10.449, 0.001);
  assert_mm (grid.gap, 4.876, 0.001);
}

static void
test_r13_fills_the_type_area (void)
{
  CwGrid grid = make_grid (0);

  g_assert_cmpuint (grid.n_lines, ==, 22);
  assert_mm (cw_grid_get_line_top (&grid, 0), 37, 1e-9);
  assert_mm (cw_grid_get_line_top (&grid, 21) + grid.em, 262, 1e-6);
}

static void
test_r20_positions (void)
{
  static const struct { guint line; double top, centre; } rows[] = {
    { 1, 37.00, 39.79 }, { 2, 47.45, 50.24 }, { 3, 57.90, 60.68 }, { 4, 68.35, 71.13 }, { 5, 78.80, 81.58 },
    { 10, 131.04, 133.83 }, { 21, 245.98, 248.76 }, { 22, 256.43, 259.21 },
  };
  CwGrid grid = make_grid (0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_mm (cw_grid_get_line_top (&grid, rows[i].line - 1), rows[i].top, 0.006);
      assert_mm (cw_grid_get_line_centre (&grid, rows[i].line - 1), rows[i].centre, 0.006);
    }
}

static void
test_r18_fixed_pitch (void)
{
  CwGrid grid = make_grid (28);

  g_assert_cmpfloat (grid.pitch, ==, 28);
  g_assert_cmpuint (grid.n_lines, ==, 23);
  g_assert_cmpfloat (CW_TO_MM (cw_grid_get_line_top (&grid, grid.n_lines - 1) + grid.em), <=, 262.0001);
}

static void
test_r7_margins (void)
{
  CwProfile fixed = cw_profile_default;

  fixed.mirrored = FALSE;
  assert_mm (cw_grid_get_left (&cw_profile_default, 1), 28, 1e-9);
  assert_mm (cw_grid_get_left (&cw_profile_default, 2), 26, 1e-9);
  assert_mm (cw_grid_get_left (&fixed, 2), 28, 1e-9);
}

static void
test_table (void)
{
  guint n_rows;
  const CwStandardRow *rows = cw_standard_get_rows (&n_rows);

  g_assert_cmpuint (n_rows, >, 10);
  for (guint i = 0; i < n_rows; i++)
    {
      g_assert_true (g_str_has_prefix (rows[i].rule, "R"));
      g_assert_cmpint (rows[i].clause[0], !=, '\0');
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (rows[i].name, !=, rows[j].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/grid/R14 em and cell", test_r14_em);
  g_test_add_func ("/typeset/grid/R15 pitch", test_r15_pitch);
  g_test_add_func ("/typeset/grid/R13 fills the type area", test_r13_fills_the_type_area);
  g_test_add_func ("/typeset/grid/R20 positions", test_r20_positions);
  g_test_add_func ("/typeset/grid/R18 fixed pitch", test_r18_fixed_pitch);
  g_test_add_func ("/typeset/grid/R7 margins", test_r7_margins);
  g_test_add_func ("/typeset/standard/table", test_table);
  return g_test_run ();
}
