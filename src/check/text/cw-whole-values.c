/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"

#include "document/values/cw-value-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Quantities of the ledger that do not agree with what has been declared of them. */

typedef struct
{
  CwWhole *whole;
  const CwValueFinding *finding;
  const char *right; /* what it should say; of different texts, that of the first place */
} Search;

static void
report (Search *search, const CwStretch *at)
{
  const CwValueFinding *finding = search->finding;
  g_autofree char *said = cw_stretch_to_string (search->whole->document, at);

  if (strcmp (said, search->right) == 0)
    return;
  cw_whole_fix (cw_whole_report (search->whole, CW_RULE_VALUE, at,
                                 finding->problem == CW_VALUE_DISAGREES
                                     ? g_strdup_printf (_ ("Its parts come to %s: check it."),
                                                        search->right)
                                     : g_strdup_printf (_ ("Elsewhere this quantity is %s: check it."),
                                                        search->right)),
                search->right);
}

static gboolean
visit (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Search *search = user_data;
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      CwStretch at = *whole;

      at.start = marks[i].start;
      at.end = marks[i].end;
      if (marks[i].kind == CW_MARK_VALUE && marks[i].value == search->finding->value)
        report (search, &at);
    }
  return TRUE;
}

/**
 * cw_whole_check_values:
 * @self: a paper
 *
 * Looks for quantities that are not what their parts come to, or not the same everywhere.
 */
void
cw_whole_check_values (CwWhole *self)
{
  g_autoptr (GArray) problems = NULL;

  if (cw_ledger_get_n_values (cw_document_get_ledger (self->document)) == 0)
    return;
  problems = cw_values_check (self->document);
  for (guint i = 0; i < problems->len; i++)
    {
      const CwValueFinding *finding = &g_array_index (problems, CwValueFinding, i);
      Search search = { self, finding, finding->expected };

      if (finding->problem == CW_VALUE_DIFFERS)
        search.right = finding->text;
      else if (finding->problem != CW_VALUE_DISAGREES)
        search.right = NULL;
      if (search.right != NULL)
        cw_stretch_foreach (self->document, visit, &search);
    }
}
