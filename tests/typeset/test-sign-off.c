/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages/cw-sign-off.h"

#include "typeset/cw-standard.h"

/* Everything in characters of 28 to the line, as the standard counts. */
typedef struct
{
  double signatory;
  double date;
  double signatory_blank;
  double date_blank;
} Row;

static void
check (const CwProfile *profile, const Row *row)
{
  double cell = CW_STD_TYPE_AREA_WIDTH / CW_STD_COLUMNS;
  CwSignOffPlace place = cw_sign_off_place (profile, cell, row->signatory * cell, row->date * cell);

  if (row->signatory > 0)
    g_assert_cmpfloat_with_epsilon (place.signatory / cell, 28 - row->signatory_blank - row->signatory, 1e-6);
  if (row->date > 0)
    g_assert_cmpfloat_with_epsilon (place.date / cell, 28 - row->date_blank - row->date, 1e-6);
}

static void
test_r79_short_date (void)
{
  static const Row rows[] = { { 10, 6, 2, 4 }, { 9, 6.5, 2, 2.5 }, { 12, 7, 2, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (&cw_profile_default, &rows[i]);
}

static void
test_r79_long_date (void)
{
  static const Row rows[] = { { 4, 7, 7, 2 }, { 5, 7, 6, 2 }, { 2, 6, 8, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (&cw_profile_default, &rows[i]);
}

/* The literal text leaves the date less than two characters from the edge here; see R80. */
static void
test_r80_equal (void)
{
  static const Row rows[] = { { 6, 6, 4, 2 }, { 7, 6, 3, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (&cw_profile_default, &rows[i]);
}

static void
test_alone (void)
{
  static const Row rows[] = { { 8, 0, 2, 0 }, { 0, 6, 0, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (&cw_profile_default, &rows[i]);
}

static void
test_r223_centred (void)
{
  static const Row rows[] = { { 10, 6, 2, 4 }, { 4, 8, 4, 2 } };
  CwProfile profile = cw_profile_default;

  profile.sign_off = CW_SIGN_OFF_CENTRED;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check (&profile, &rows[i]);
}

static void
test_too_wide (void)
{
  double cell = CW_STD_TYPE_AREA_WIDTH / CW_STD_COLUMNS;
  CwSignOffPlace place = cw_sign_off_place (&cw_profile_default, cell, 28 * cell, 6 * cell);

  g_assert_cmpfloat (place.signatory, >=, 0);
  g_assert_cmpfloat (place.date, >=, 0);
}

static CwGrid
make_grid (guint lines)
{
  CwGrid grid;

  cw_grid_init (&grid, &cw_profile_default, lines, 0, NULL);
  return grid;
}

static void
test_r70_sealed (void)
{
  static const Row rows[] = { { 8, 6, 3, 4 }, { 4, 6, 5, 4 }, { 14, 6, 1, 5 }, { 16, 7, 1, 5.5 } };
  double cell = CW_STD_TYPE_AREA_WIDTH / CW_STD_COLUMNS;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      CwSignOffPlace place = cw_sign_off_place_sealed (cell, row->signatory * cell, row->date * cell);

      g_assert_cmpfloat_with_epsilon (28 - place.date / cell - row->date, row->date_blank, 1e-6);
      g_assert_cmpfloat_with_epsilon (28 - place.signatory / cell - row->signatory, row->signatory_blank, 0.002);
      g_assert_cmpfloat_with_epsilon (place.date + row->date * cell / 2, place.signatory + row->signatory * cell / 2, 1e-6);
    }
}

/* R72: within a line of the text, signatory and date inside the ring and below its centre, for every seal. */
static void
check_seal (const CwGrid *grid, guint diameter, CwSealPlace place)
{
  double d = CW_MM (diameter);
  double first = place.blank * grid->pitch + grid->pitch - grid->em;
  double middle = first + (grid->pitch + grid->em) / 2;

  g_assert_cmpfloat (place.top, >, 0);
  g_assert_cmpfloat (place.top, <=, grid->pitch);
  g_assert_cmpfloat (middle, >, place.top + d / 2);
  g_assert_cmpfloat (middle, <, place.top + d / 2 + d / 4);
  g_assert_cmpfloat (first, >, place.top);
  g_assert_cmpfloat (first + grid->pitch + grid->em, <, place.top + d);
}

static void
test_r72_every_seal (void)
{
  for (guint lines = 21; lines <= 24; lines++)
    for (guint diameter = 38; diameter <= 60; diameter++)
      {
        CwGrid grid = make_grid (lines);

        check_seal (&grid, diameter, cw_sign_off_hang_seal (&cw_profile_default, &grid, CW_MM (diameter), 2, 1000));
      }
}

static void
test_r73_blank_lines (void)
{
  static const guint wanted[][2] = { { 42, 2 }, { 45, 2 }, { 60, 3 } };
  CwGrid grid = make_grid (22);
  CwProfile profile = cw_profile_default;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpuint (cw_sign_off_hang_seal (&profile, &grid, CW_MM (wanted[i][0]), 2, 1000).blank, ==, wanted[i][1]);
  profile.blank_before_seal = 3;
  g_assert_cmpuint (cw_sign_off_hang_seal (&profile, &grid, CW_MM (42), 2, 1000).blank, ==, 3);
}

/* Where there is little room the seal goes up, but not into the text. */
static void
test_r72_little_room (void)
{
  CwGrid grid = make_grid (22);
  double free = cw_sign_off_hang_seal (&cw_profile_default, &grid, CW_MM (42), 2, 1000).top;
  double tight = cw_sign_off_hang_seal (&cw_profile_default, &grid, CW_MM (42), 2, CW_MM (47)).top;

  g_assert_cmpfloat (tight, <, free);
  g_assert_cmpfloat_with_epsilon (tight, CW_MM (5), 1e-6);
  g_assert_cmpfloat (cw_sign_off_hang_seal (&cw_profile_default, &grid, CW_MM (42), 2, CW_MM (20)).top, >, 0);
}

/* An array for names of one width, in characters. */
static CwSealArray
make_array (const CwProfile *profile, const CwGrid *grid, guint diameter, guint n_seals, double name)
{
  double names[9];

  for (guint i = 0; i < n_seals; i++)
    names[i] = name * grid->cell;
  return cw_sign_off_array_seals (profile, grid, CW_MM (diameter), names, names, n_seals, 6 * grid->cell);
}

static void
check_array (const CwProfile *profile, guint n_seals, guint diameter, double name)
{
  CwGrid grid = make_grid (22);
  double d = CW_MM (diameter);
  CwSealArray array = make_array (profile, &grid, diameter, n_seals, name);

  g_assert_cmpuint (array.n_columns, <=, 3);
  g_assert_cmpfloat (array.row_lines * grid.pitch, >, d);
  for (guint i = 0; i < n_seals; i++)
    {
      double x = cw_sign_off_get_seal_x (&array, n_seals, i);
      guint first = i / array.n_columns * array.n_columns;
      guint last = MIN (first + array.n_columns, n_seals) - 1;

      g_assert_cmpfloat (x - d / 2, >, -0.01);
      g_assert_cmpfloat (x + d / 2, <, CW_STD_TYPE_AREA_WIDTH + 0.01);
      g_assert_cmpfloat_with_epsilon (x + cw_sign_off_get_seal_x (&array, n_seals, first + last - i), CW_STD_TYPE_AREA_WIDTH, 0.01);
      if (i > first)
        {
          g_assert_cmpfloat (x - cw_sign_off_get_seal_x (&array, n_seals, i - 1), >, d);
          g_assert_cmpfloat (x - cw_sign_off_get_seal_x (&array, n_seals, i - 1), >, name * grid.cell);
        }
    }
}

static void
test_r75_arrays (void)
{
  for (guint n = 2; n <= 9; n++)
    for (guint diameter = 38; diameter <= 60; diameter++)
      for (double name = 4; name <= 24; name += 4)
        check_array (&cw_profile_default, n, diameter, name);
}

/* Names that keep a row from its seals stand in two lines, no more of them than need be. */
static void
test_r75_long_names (void)
{
  CwGrid grid = make_grid (22);
  double names[] = { 9 * grid.cell, 6 * grid.cell, 13 * grid.cell };
  const double halves[] = { 6 * grid.cell, 4 * grid.cell, 8 * grid.cell };
  CwSealArray array = cw_sign_off_array_seals (&cw_profile_default, &grid, CW_MM (42), names, halves, 3, 6 * grid.cell);

  g_assert_cmpuint (array.n_columns, ==, 3);
  g_assert_cmpfloat_with_epsilon (names[0], 9 * grid.cell, 1e-6);
  g_assert_cmpfloat_with_epsilon (names[1], 6 * grid.cell, 1e-6);
  g_assert_cmpfloat_with_epsilon (names[2], 8 * grid.cell, 1e-6);
}

static void
test_r76_columns (void)
{
  static const guint wanted[][3] = { { 5, 42, 3 }, { 5, 45, 3 }, { 5, 50, 3 }, { 5, 60, 2 }, { 2, 42, 2 }, { 2, 60, 2 } };
  CwGrid grid = make_grid (22);
  CwProfile profile = cw_profile_default;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpuint (make_array (&profile, &grid, wanted[i][1], wanted[i][0], 6).n_columns, ==, wanted[i][2]);
  profile.seals_in_a_row = 2;
  g_assert_cmpuint (make_array (&profile, &grid, 42, 5, 6).n_columns, ==, 2);
  profile.seals_in_a_row = 0;
  g_assert_cmpuint (make_array (&profile, &grid, 30, 5, 3).n_columns, ==, 4);
}

/* R77: side by side, and the date keeps its four characters at the right. */
static void
test_r77_two (void)
{
  CwGrid grid = make_grid (22);
  CwSealArray array = make_array (&cw_profile_default, &grid, 42, 2, 8);
  double x = cw_sign_off_get_seal_x (&array, 2, 1);

  g_assert_cmpfloat_with_epsilon (CW_STD_TYPE_AREA_WIDTH - x - 3 * grid.cell, 4 * grid.cell, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/sign-off/R79 name longer than date", test_r79_short_date);
  g_test_add_func ("/typeset/sign-off/R79 date longer than name", test_r79_long_date);
  g_test_add_func ("/typeset/sign-off/R80 nearly equal", test_r80_equal);
  g_test_add_func ("/typeset/sign-off/one of them alone", test_alone);
  g_test_add_func ("/typeset/sign-off/R223 centred", test_r223_centred);
  g_test_add_func ("/typeset/sign-off/name too wide", test_too_wide);
  g_test_add_func ("/typeset/sign-off/R70 R71 sealed", test_r70_sealed);
  g_test_add_func ("/typeset/sign-off/R72 every seal on every grid", test_r72_every_seal);
  g_test_add_func ("/typeset/sign-off/R72 little room", test_r72_little_room);
  g_test_add_func ("/typeset/sign-off/R73 blank lines from the seal", test_r73_blank_lines);
  g_test_add_func ("/typeset/sign-off/R75 arrays", test_r75_arrays);
  g_test_add_func ("/typeset/sign-off/R75 long names", test_r75_long_names);
  g_test_add_func ("/typeset/sign-off/R76 columns", test_r76_columns);
  g_test_add_func ("/typeset/sign-off/R77 two side by side", test_r77_two);
  return g_test_run ();
}
