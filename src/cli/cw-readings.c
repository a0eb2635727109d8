/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-readings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A reading of the standard other than the recommended one, as a person types it. */
typedef struct
{
  const char *name;
  gsize offset; /* of a gboolean in CwProfile, or of a number */
  enum
  {
    ON,
    OFF,
    NUMBER,
    CHOICE
  } sort;
  const char *what;
} Reading;

static const Reading readings[] = {
  { "fixed-margins", G_STRUCT_OFFSET (CwProfile, mirrored), OFF,
    N_ ("binding margin always left") },
  { "pitch=", G_STRUCT_OFFSET (CwProfile, line_pitch), NUMBER,
    N_ ("points from line to line, such as pitch=28") },
  { "centred-numbers", G_STRUCT_OFFSET (CwProfile, page_number), CHOICE,
    N_ ("page numbers in the middle") },
  { "centred-date", G_STRUCT_OFFSET (CwProfile, sign_off), CHOICE,
    N_ ("unsealed signatory and date centred on each other") },
  { "dash-box", G_STRUCT_OFFSET (CwProfile, dash_is_box), ON,
    N_ ("7 mm to the box of the page number’s dash") },
  { "tight-number", G_STRUCT_OFFSET (CwProfile, tight_number), ON,
    N_ ("document number without the issuer mark’s gap") },
  { "odd-colophon", G_STRUCT_OFFSET (CwProfile, odd_colophon), ON,
    N_ ("colophon on an odd page too") },
  { "rules-on-type-area", G_STRUCT_OFFSET (CwProfile, rules_on_type_area), ON,
    N_ ("letter’s rules in the middle of the type area") },
  { "preprinted", G_STRUCT_OFFSET (CwProfile, preprinted), ON, N_ ("red head printed already") },
  { "booklet", G_STRUCT_OFFSET (CwProfile, booklet), ON, N_ ("pages a multiple of four") },
};

static const Reading *
find_reading (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (readings[i].sort == NUMBER ? g_str_has_prefix (word, readings[i].name)
                                   : g_str_equal (word, readings[i].name))
      return &readings[i];
  return NULL;
}

static gboolean
apply (CwProfile *profile, const Reading *reading, const char *word)
{
  gpointer field = G_STRUCT_MEMBER_P (profile, reading->offset);
  double number;
  char *end;

  switch (reading->sort)
    {
    case ON:
    case OFF:
      *(gboolean *) field = reading->sort == ON;
      return TRUE;

    case CHOICE:
      *(int *) field = 1; /* the other of two */
      return TRUE;

    case NUMBER:
      number = g_ascii_strtod (word + strlen (reading->name), &end);
      *(double *) field = number;
      return *end == '\0' && number >= 16 && number <= 60;

    default:
      g_assert_not_reached ();
    }
}

/**
 * cw_readings_parse:
 * @profile: (inout): the recommended readings
 * @words: names of others, with commas between
 * @error: return location for an error, a sentence for the user
 *
 * Returns: whether every name was understood
 */
gboolean
cw_readings_parse (CwProfile *profile, const char *words, GError **error)
{
  g_auto (GStrv) names = g_strsplit (words, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const Reading *reading = find_reading (g_strstrip (names[i]));

      if (reading != NULL && apply (profile, reading, names[i]))
        continue;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("There is no reading “%s”"),
                   names[i]);
      return FALSE;
    }
  return TRUE;
}

/**
 * cw_readings_describe:
 *
 * Returns: (transfer full): the names and what they mean, a line each, for a help text
 */
char *
cw_readings_describe (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    g_string_append_printf (text, "  %-20s %s\n", readings[i].name, _ (readings[i].what));
  return g_string_free_and_steal (text);
}
