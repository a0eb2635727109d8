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
  return g_test_run ();
}
