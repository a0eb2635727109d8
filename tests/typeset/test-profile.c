/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/cw-profile-table.h"

#include <string.h>

static const CwChoice *
choice_at (guint i)
{
  guint n;

  return &cw_profile_get_choices (&n)[i];
}

static guint
n_choices (void)
{
  guint n;

  cw_profile_get_choices (&n);
  return n;
}

/* A value the choice does not have by default. */
static const char *
another_value (const CwChoice *choice)
{
  double value = cw_profile_get_value (&cw_profile_default, choice);

  switch (choice->kind)
    {
    case CW_CHOICE_SWITCH:
      return value != 0 ? "no" : "yes";
    case CW_CHOICE_ONE_OF:
      return choice->words[1];
    case CW_CHOICE_COUNT:
      return "2";
    case CW_CHOICE_NUMBER:
    default:
      return choice->max < 1 ? "0.25" : "28.5";
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < n_choices (); i++)
    {
      CwProfile profile = cw_profile_default;
      g_autoptr (GError) error = NULL;
      g_autofree char *formatted = NULL;

      g_assert_true (cw_profile_parse (&profile, choice_at (i), another_value (choice_at (i)), &error));
      g_assert_no_error (error);
      formatted = cw_profile_format (&profile, choice_at (i));
      g_assert_cmpstr (formatted, ==, another_value (choice_at (i)));
      g_assert_false (cw_profile_equal (&profile, &cw_profile_default));
      cw_profile_set_value (&profile, choice_at (i),
                            cw_profile_get_value (&cw_profile_default, choice_at (i)));
      g_assert_true (cw_profile_equal (&profile, &cw_profile_default));
    }
}

static void
test_refusals (void)
{
  static const char *const wrong[]
      = { "mirrored=perhaps", "line-pitch=5", "line-pitch=nan", "line-pitch=inf", "line-pitch=28pt",
          "line-pitch=",      "seals-in-a-row=2.5", "seals-in-a-row=-1", "page-number=left",
          "latin-gap=0.9",    "golden=yes",         "",                  "=" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      CwProfile profile = cw_profile_default;
      g_autoptr (GError) error = NULL;

      g_assert_false (cw_profile_assign (&profile, wrong[i], &error));
      g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
      g_assert_true (cw_profile_equal (&profile, &cw_profile_default));
    }
}

static void
test_assignments (void)
{
  CwProfile profile = cw_profile_default;

  g_assert_true (cw_profile_assign (&profile, " line-pitch = 28 ", NULL));
  g_assert_cmpfloat (profile.line_pitch, ==, 28);
  g_assert_true (cw_profile_assign (&profile, "line-pitch=0", NULL));
  g_assert_cmpfloat (profile.line_pitch, ==, 0);
  g_assert_true (cw_profile_assign (&profile, "preprinted", NULL));
  g_assert_true (profile.preprinted);
  g_assert_true (cw_profile_assign (&profile, "page-number=centre", NULL));
  g_assert_cmpint (profile.page_number, ==, CW_PAGE_NUMBER_CENTRE);
}

static const CwChoice *
find_at (gsize offset)
{
  for (guint i = 0; i < n_choices (); i++)
    if (choice_at (i)->offset == offset)
      return choice_at (i);
  return NULL;
}

/* No field of the profile is forgotten in the table: its bytes are all some choice's, or lie unused in
 * front of a double. */
static void
test_complete (void)
{
  gsize at = 0;

  while (at < sizeof (CwProfile))
    {
      const CwChoice *choice = find_at (at);

      if (choice == NULL)
        {
          at += sizeof (gboolean);
          choice = find_at (at);
          g_assert_true (at == sizeof (CwProfile)
                         || (choice != NULL && choice->kind == CW_CHOICE_NUMBER));
        }
      else
        at += choice->kind == CW_CHOICE_NUMBER ? sizeof (double) : sizeof (gboolean);
    }
}

static void
test_settings (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data",
                                            "org.chengwen.Chengwen.gschema.xml.in", NULL);
  g_autofree char *schema = NULL;

  g_assert_true (g_file_get_contents (path, &schema, NULL, NULL));
  for (guint i = 0; i < n_choices (); i++)
    {
      static const char *const types[] = { "b", "d", "d", "s" };
      g_autofree char *key = g_strdup_printf ("<key name=\"%s\" type=\"%s\">", choice_at (i)->id,
                                              types[choice_at (i)->kind]);

      g_assert_nonnull (strstr (schema, key));
    }
}

static void
test_description (void)
{
  g_autofree char *text = cw_profile_describe ();

  for (guint i = 0; i < n_choices (); i++)
    {
      g_autofree char *start = g_strdup_printf ("  %s=", choice_at (i)->id);

      g_assert_nonnull (strstr (text, start));
      g_assert_nonnull (strstr (text, choice_at (i)->what));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/profile/round-trip", test_round_trip);
  g_test_add_func ("/typeset/profile/refusals", test_refusals);
  g_test_add_func ("/typeset/profile/assignments", test_assignments);
  g_test_add_func ("/typeset/profile/complete", test_complete);
  g_test_add_func ("/typeset/profile/settings", test_settings);
  g_test_add_func ("/typeset/profile/description", test_description);
  return g_test_run ();
}
