/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Papers by other programs: what is wrong with them is found, what is right is not blamed. */

#include "check/cw-verification.h"

typedef struct
{
  const char *file;
  guint n_pages;
  const char *failed[24];
  const char *passed[8];
} Paper;

static const Paper papers[] = {
  { "word-like.pdf",
    3,
    { "C2", "C3", "C5", "C6", "C7", "C9", "C11", "C15", "C22", "C24", "C42", "C43", "C59" },
    { "C1", "C13", "C14", "C27", "C41", "C52", "C57" } },
  { "latex.pdf",
    2,
    { "C5", "C9", "C11", "C15", "C20", "C22", "C26", "C42", "C43", "C58" },
    { "C1", "C13", "C14", "C27", "C57", "C59" } },
};

static void
assert_state (CwVerification *verification, const char *id, CwVerifyState state)
{
  for (guint i = 0; i < cw_verification_get_n_rows (verification); i++)
    {
      const CwVerifyRow *row = cw_verification_get_row (verification, i);

      if (g_str_equal (row->id, id) && row->state != state)
        g_test_fail_printf ("%s: state %d, expected %s, found %s", id, row->state,
                            row->worst.expected, row->worst.found);
    }
}

static void
test_paper (gconstpointer data)
{
  const Paper *paper = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "check", "data", paper->file, NULL);
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (CwVerification) verification = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  pdf = g_bytes_new (contents, length);
  verification = cw_verify_bytes (pdf, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cw_verification_get_format (verification), ==, CW_FORMAT_GENERAL);
  g_assert_cmpuint (cw_verification_get_n_pages (verification), ==, paper->n_pages);
  for (guint i = 0; i < G_N_ELEMENTS (paper->failed) && paper->failed[i] != NULL; i++)
    assert_state (verification, paper->failed[i], CW_VERIFY_FAILED);
  for (guint i = 0; i < G_N_ELEMENTS (paper->passed) && paper->passed[i] != NULL; i++)
    assert_state (verification, paper->passed[i], CW_VERIFY_PASSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/check/others/word-like", &papers[0], test_paper);
  g_test_add_data_func ("/check/others/latex", &papers[1], test_paper);
  return g_test_run ();
}
