/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-profile-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const number_places[] = { "outer", "centre", NULL };
static const char *const number_place_names[]
    = { N_ ("On the outer side"), N_ ("In the middle"), NULL };
static const char *const sign_offs[] = { "shifted", "centred", NULL };
static const char *const sign_off_names[]
    = { N_ ("Two characters further right"), N_ ("Centred on each other"), NULL };

static const char *const looks[] = { "as-is", "highlighted", "ruled", NULL };
static const char *const look_names[]
    = { N_ ("As they are"), N_ ("Highlighted"), N_ ("Ruled, to fill in by hand"), NULL };

#define FIELD(name) G_STRUCT_OFFSET (CwProfile, name)
#define SWITCH(field, id, rule, name, what)                                                        \
  { id, rule, name, what, CW_CHOICE_SWITCH, 0, 1, NULL, NULL, FIELD (field) }
#define COUNT(field, id, rule, min, max, name, what)                                               \
  { id, rule, name, what, CW_CHOICE_COUNT, min, max, NULL, NULL, FIELD (field) }
#define NUMBER(field, id, rule, min, max, name, what)                                              \
  { id, rule, name, what, CW_CHOICE_NUMBER, min, max, NULL, NULL, FIELD (field) }
#define ONE_OF(field, id, rule, words, names, name, what)                                          \
  { id, rule, name, what, CW_CHOICE_ONE_OF, 0, 0, words, names, FIELD (field) }

/* Every choice of CwProfile, in the order of the page. What is not here does not exist for users:
 * command line, settings and preferences all read this table. */
/* clang-format off */
static const CwChoice choices[] = {
  SWITCH (mirrored, "mirrored", "R7, D3", N_ ("Mirrored Margins"),
          N_ ("The binding margin is on the inside of both sides of a sheet, otherwise always left")),
  NUMBER (line_pitch, "line-pitch", "R15, R18, D1", 16, 60, N_ ("Line Pitch"),
          N_ ("Points from line to line, such as 28; 0 for 22 lines that fill the type area exactly")),
  ONE_OF (page_number, "page-number", "R106, R223", number_places, number_place_names, N_ ("Page Number"),
          N_ ("Where the page number stands")),
  SWITCH (dash_is_box, "dash-is-box", "R105, D4", N_ ("Page Number Lower"),
          N_ ("The 7 mm to the page number end at the box of its dash, otherwise at the stroke")),
  ONE_OF (sign_off, "sign-off", "R79, R223", sign_offs, sign_off_names, N_ ("Date Without Seal"),
          N_ ("How the date stands under an unsealed signatory")),
  SWITCH (tight_number, "tight-number", "R44, D5", N_ ("Document Number Closer"),
          N_ ("The two blank lines above the document number do not count the gap of the issuer mark’s own line")),
  SWITCH (heiti_copy_number, "heiti-copy-number", "R33, D10", N_ ("Copy Number in 黑体"),
          N_ ("The copy number in 黑体, otherwise in 仿宋")),
  SWITCH (spaced_classification, "spaced-classification", "R38", N_ ("秘　密 With a Blank"),
          N_ ("A blank between the two characters of classification and urgency, as before 2012")),
  SWITCH (rules_on_type_area, "rules-on-type-area", "R122, D12", N_ ("Letter Rules on the Type Area"),
          N_ ("The double rules of a letter are centred on the type area, otherwise on the sheet")),
  SWITCH (latin_digits, "latin-digits", "R11, D10", N_ ("Latin Typeface for Digits"),
          N_ ("Digits and Latin letters of the text in a Latin typeface, otherwise in 仿宋")),
  NUMBER (latin_gap, "latin-gap", "R185", 0, 0.5, N_ ("Space Beside Latin Words"),
          N_ ("Space between Chinese and Latin words, parts of a character, such as 0.25; 0 for none")),
  COUNT (seals_in_a_row, "seals-in-a-row", "R76, D7", 1, 9, N_ ("Seals Side by Side"),
         N_ ("Most seals in a row; 0 for as many as fit")),
  COUNT (blank_before_seal, "blank-before-seal", "R73, D8", 1, 9, N_ ("Blank Lines Above a Sealed Signatory"),
         N_ ("Lines left free above a sealed signatory; 0 for what the seal needs")),
  SWITCH (odd_colophon, "odd-colophon", "R102, D6", N_ ("Colophon on Any Page"),
          N_ ("The colophon may stand on an odd page, otherwise a blank page is put before it")),
  SWITCH (preprinted, "preprinted", "R24", N_ ("Pre-printed Paper"),
          N_ ("What is red is not printed, as the paper has it already; its place is kept")),
  SWITCH (booklet, "booklet", "R30", N_ ("Booklet"),
          N_ ("The number of pages is a multiple of four")),
  ONE_OF (placeholders, "placeholders", "custom", looks, look_names, N_ ("Placeholders on the Page"),
          N_ ("How what is still to be filled in prints")),
  SWITCH (draft, "draft", "custom", N_ ("Draft Stamp"),
          N_ ("草稿 in grey in the head margin of the first page")),
};
/* clang-format on */

/**
 * cw_profile_get_choices:
 * @n_choices: (out): how many
 *
 * Returns: (transfer none): all choices of a profile, in the order of the page
 */
const CwChoice *
cw_profile_get_choices (guint *n_choices)
{
  *n_choices = G_N_ELEMENTS (choices);
  return choices;
}

/**
 * cw_profile_find_choice:
 * @id: what it is called
 *
 * Returns: (transfer none) (nullable): the choice, or %NULL if there is none of that name
 */
const CwChoice *
cw_profile_find_choice (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (strcmp (choices[i].id, id) == 0)
      return &choices[i];
  return NULL;
}

/**
 * cw_profile_get_value:
 * @self: a profile
 * @choice: one of its choices
 *
 * Returns: its value: 0 or 1 for a switch, a number, or the number of the word
 */
double
cw_profile_get_value (const CwProfile *self, const CwChoice *choice)
{
  gconstpointer field = G_STRUCT_MEMBER_P (self, choice->offset);

  switch (choice->kind)
    {
    case CW_CHOICE_SWITCH:
      return *(const gboolean *) field ? 1 : 0;
    case CW_CHOICE_NUMBER:
      return *(const double *) field;
    case CW_CHOICE_COUNT:
    case CW_CHOICE_ONE_OF:
    default:
      return *(const guint *) field;
    }
}

static double
get_max (const CwChoice *choice)
{
  return choice->kind == CW_CHOICE_ONE_OF ? g_strv_length ((char **) choice->words) - 1
                                          : choice->max;
}

/**
 * cw_choice_accepts:
 * @self: a choice
 * @value: as cw_profile_get_value() gives it
 *
 * Returns: whether the choice can have that value
 */
gboolean
cw_choice_accepts (const CwChoice *self, double value)
{
  gboolean whole = self->kind == CW_CHOICE_NUMBER || value == floor (value);

  return isfinite (value) && whole
         && (value == 0 || (value >= self->min && value <= get_max (self)));
}

/**
 * cw_profile_set_value:
 * @self: a profile
 * @choice: one of its choices
 * @value: as cw_profile_get_value() gives it; one out of range changes nothing
 *
 * Makes the choice.
 */
void
cw_profile_set_value (CwProfile *self, const CwChoice *choice, double value)
{
  gpointer field = G_STRUCT_MEMBER_P (self, choice->offset);

  if (!cw_choice_accepts (choice, value))
    return;
  switch (choice->kind)
    {
    case CW_CHOICE_SWITCH:
      *(gboolean *) field = value != 0;
      break;
    case CW_CHOICE_NUMBER:
      *(double *) field = value;
      break;
    case CW_CHOICE_COUNT:
    case CW_CHOICE_ONE_OF:
    default:
      *(guint *) field = (guint) value;
      break;
    }
}

/**
 * cw_profile_format:
 * @self: a profile
 * @choice: one of its choices
 *
 * Returns: (transfer full): its value as cw_profile_parse() reads it
 */
char *
cw_profile_format (const CwProfile *self, const CwChoice *choice)
{
  double value = cw_profile_get_value (self, choice);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (choice->kind == CW_CHOICE_SWITCH)
    return g_strdup (value != 0 ? "yes" : "no");
  if (choice->kind == CW_CHOICE_ONE_OF)
    return g_strdup (choice->words[(guint) value]);
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%g", value));
}

/* The values a choice has, for people. */
static char *
describe_values (const CwChoice *choice)
{
  if (choice->kind == CW_CHOICE_SWITCH)
    return g_strdup ("yes|no");
  if (choice->kind == CW_CHOICE_ONE_OF)
    return g_strjoinv ("|", (char **) choice->words);
  if (choice->min > 0)
    return g_strdup_printf ("0|%g–%g", choice->min, choice->max);
  return g_strdup_printf ("0–%g", choice->max);
}

static gboolean
read_word (const CwChoice *choice, const char *text, double *value)
{
  static const char *const switches[] = { "no", "yes", NULL };
  const char *const *words = choice->kind == CW_CHOICE_SWITCH ? switches : choice->words;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_value (const CwChoice *choice, const char *text, double *value)
{
  char *end;

  if (choice->kind == CW_CHOICE_SWITCH || choice->kind == CW_CHOICE_ONE_OF)
    return read_word (choice, text, value);
  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && cw_choice_accepts (choice, *value);
}

/**
 * cw_profile_parse:
 * @self: a profile
 * @choice: one of its choices
 * @value: yes, no, a word or a number
 * @error: return location for an error, a sentence for the user
 *
 * Makes the choice.
 *
 * Returns: whether the value was understood and in range; if not, nothing has changed
 */
gboolean
cw_profile_parse (CwProfile *self, const CwChoice *choice, const char *value, GError **error)
{
  g_autofree char *values = describe_values (choice);
  double number;

  if (read_value (choice, value, &number))
    {
      cw_profile_set_value (self, choice, number);
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no value of “%s”, which has %s"), value, choice->id, values);
  return FALSE;
}

/**
 * cw_profile_assign:
 * @self: a profile
 * @assignment: such as line-pitch=28
 * @error: return location for an error, a sentence for the user
 *
 * Makes a choice as a person types it.
 *
 * Returns: whether it was understood; if not, nothing has changed
 */
gboolean
cw_profile_assign (CwProfile *self, const char *assignment, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  const CwChoice *choice = parts[0] != NULL ? cw_profile_find_choice (g_strstrip (parts[0])) : NULL;

  if (choice != NULL)
    return cw_profile_parse (self, choice, parts[1] != NULL ? g_strstrip (parts[1]) : "yes", error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("There is no choice “%s”"),
               parts[0] != NULL ? parts[0] : assignment);
  return FALSE;
}

/**
 * cw_profile_describe:
 *
 * Returns: (transfer full): all choices with their values and what they mean, lines of a help text;
 *   the recommended value of each in front of the others
 */
char *
cw_profile_describe (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *value = cw_profile_format (&cw_profile_default, &choices[i]);
      g_autofree char *values = describe_values (&choices[i]);

      g_string_append_printf (text, "  %s=%s (%s; %s)\n      %s\n", choices[i].id, value, values,
                              choices[i].rule, _ (choices[i].what));
    }
  return g_string_free_and_steal (text);
}
