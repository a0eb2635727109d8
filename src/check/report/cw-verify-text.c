/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/cw-verification.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
get_state_name (CwVerifyState state)
{
  static const char *const names[] = { N_ ("not there"), N_ ("passed"), N_ ("FAILED") };

  return _ (names[state]);
}

static void
append_place (GString *text, const CwVerifyPlace *place)
{
  g_string_append_printf (text, "      ");
  /* Translators: page, millimetres from the left and the top of the sheet */
  g_string_append_printf (text, _ ("page %u, at %.0f/%.0f mm: "), place->page, place->box.left,
                          place->box.top);
  if (place->what != NULL)
    g_string_append_printf (text, "%s ", place->what);
  g_string_append_printf (text, _ ("should be %s, is %s"), place->expected, place->found);
  g_string_append_c (text, '\n');
}

/* Places of a check that failed; more than a few say no more. */
#define MOST_PLACES 4

static void
append_row (GString *text, const CwVerifyRow *row)
{
  g_string_append_printf (text, "  %-4s %-10s %-5s %s: %s\n", row->id, row->clause, row->rule,
                          row->what, get_state_name (row->state));
  if (row->remark != NULL)
    g_string_append_printf (text, "      %s\n", row->remark);
  for (guint i = 0; i < row->faults->len && i < MOST_PLACES; i++)
    append_place (text, &g_array_index (row->faults, CwVerifyPlace, i));
  if (row->n_faults > MOST_PLACES)
    g_string_append_printf (text, _ ("      and %u more\n"), row->n_faults - MOST_PLACES);
}

static char *
list (CwVerification *self, const char *name, gboolean faults_only)
{
  GString *text = g_string_new (NULL);
  guint n_pages = cw_verification_get_n_pages (self);

  g_string_append_printf (text, ngettext ("%s: %u page, %s\n", "%s: %u pages, %s\n", n_pages), name,
                          n_pages, cw_format_get_name (cw_verification_get_format (self)));
  for (guint i = 0; i < cw_verification_get_n_rows (self); i++)
    if (!faults_only || cw_verification_get_row (self, i)->state == CW_VERIFY_FAILED)
      append_row (text, cw_verification_get_row (self, i));
  g_string_append_printf (text, _ ("%u passed, %u failed, %u not there\n"),
                          cw_verification_count (self, CW_VERIFY_PASSED),
                          cw_verification_count (self, CW_VERIFY_FAILED),
                          cw_verification_count (self, CW_VERIFY_ABSENT));
  return g_string_free_and_steal (text);
}

/**
 * cw_verification_to_text:
 * @self: a verification
 * @name: what the PDF is called
 *
 * Returns: (transfer full): the list of the checks in lines of text
 */
char *
cw_verification_to_text (CwVerification *self, const char *name)
{
  return list (self, name, FALSE);
}

/**
 * cw_verification_to_faults:
 * @self: a verification
 * @name: what the PDF is called
 *
 * Returns: (transfer full): the list of the checks that failed in lines of text; nothing if none
 * did
 */
char *
cw_verification_to_faults (CwVerification *self, const char *name)
{
  return cw_verification_is_right (self) ? g_strdup ("") : list (self, name, TRUE);
}
