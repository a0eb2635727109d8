/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"
#include "cw-pairs.h"

#include "document/elements/cw-element-check.h"
#include "document/elements/cw-paper-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The elements by themselves and against each other. */

static void
check_form (CwWhole *self, CwElement element)
{
  CwText *text = cw_document_get_element (self->document, element);
  const char *string = cw_whole_get_element (self, element);
  g_autofree char *mistake = NULL, *tidy = NULL, *again = NULL;
  CwFinding *finding;
  CwStretch at;

  if (text == NULL || cw_text_is_empty (text))
    return;
  mistake = cw_element_check (element, string, self->document);
  if (mistake == NULL)
    return;
  at = cw_whole_get_line (self, element, 0);
  finding = cw_whole_report (self, CW_RULE_ELEMENT_FORM, &at, g_steal_pointer (&mistake));
  tidy = cw_element_tidy (element, string);
  again = tidy != NULL ? cw_element_check (element, tidy, self->document) : g_strdup ("");
  if (again == NULL && strcmp (tidy, string) != 0 && cw_text_get_n_lines (text) == 1)
    cw_whole_fix (finding, tidy);
}

static void
check_year (CwWhole *self)
{
  const char *year = cw_whole_get_element (self, CW_ELEMENT_NUMBER_YEAR);
  CwStretch at;
  GDate date;

  if (strlen (year) != 4
      || !cw_paper_date_parse (cw_whole_get_element (self, CW_ELEMENT_DATE), &date)
      || cw_document_get_form (self->document)->format == CW_FORMAT_WORKING_PAPER
      || g_ascii_strtoull (year, NULL, 10) == g_date_get_year (&date))
    return;
  at = cw_whole_get_line (self, CW_ELEMENT_NUMBER_YEAR, 0);
  cw_whole_report (self, CW_RULE_NUMBER_YEAR, &at,
                   g_strdup_printf (_ ("The document number is of %s, the document date of %u."),
                                    year, g_date_get_year (&date)));
}

/* Public papers speak to everybody; an upward one goes to an agency (条例 15). */
static void
check_addressees (CwWhole *self)
{
  static gsize store = 0;
  GRegex *person = cw_scan_get_regex (
      "(?:书记|市长|县长|区长|省长|局长|厅长|部长|主任|主席|处长|科长|校长|院长)(?:同志)?[：:]?$", &store);
  const CwForm *form = cw_document_get_form (self->document);
  const char *string = cw_whole_get_element (self, CW_ELEMENT_ADDRESSEES);
  CwStretch at;

  if (*string == '\0' || form->format == CW_FORMAT_WORKING_PAPER)
    return;
  at = cw_whole_get_line (self, CW_ELEMENT_ADDRESSEES, 0);
  if (form->kind == CW_KIND_PROCLAMATION || form->kind == CW_KIND_PUBLIC_NOTICE
      || form->kind == CW_KIND_COMMUNIQUE)
    cw_whole_report (self, CW_RULE_ADDRESSEES, &at,
                     g_strdup (_ ("A public paper has no addressees: take them out.")));
  else if (cw_kind_get_direction (form->kind) == CW_DIRECTION_UP
           && g_regex_match (person, string, 0, NULL))
    cw_whole_report (self, CW_RULE_ADDRESSEES, &at,
                     g_strdup (_ ("A paper to a superior goes to the agency, not to a person.")));
}

static gboolean
is_wrong_phrase (CwKind kind, CwPhrase phrase)
{
  switch ((int) kind)
    {
    case CW_KIND_REPORT:
      return phrase != CW_PHRASE_REPORT;
    case CW_KIND_REQUEST:
      return phrase != CW_PHRASE_ASK && phrase != CW_PHRASE_REQUEST;
    case CW_KIND_NOTICE:
      return phrase != CW_PHRASE_NOTICE;
    case CW_KIND_LETTER:
      return phrase == CW_PHRASE_NOTICE || phrase == CW_PHRASE_REPORT || phrase == CW_PHRASE_REQUEST;
    default:
      return FALSE;
    }
}

static void
on_phrase (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  const CwForm *form = cw_document_get_form (self->document);
  CwStretch at = cw_whole_get_stretch (self, block, fact->start, fact->end);

  if (block + 4 < self->n_body || form->format == CW_FORMAT_WORKING_PAPER
      || !is_wrong_phrase (form->kind, fact->number))
    return;
  cw_whole_report (self, CW_RULE_CLOSING_PHRASE, &at,
                   form->kind == CW_KIND_REPORT && fact->number == CW_PHRASE_ASK
                       ? g_strdup (_ ("A report asks for nothing: make it a request, or take "
                                      "this out."))
                       : g_strdup_printf (_ ("This closing phrase does not go with the kind of "
                                             "paper, %s."),
                                          cw_kind_get_name (form->kind)));
}

/**
 * cw_whole_check_elements:
 * @self: a paper
 *
 * Looks at the form of all elements, and at what they have to do with each other and with the kind
 * of paper.
 */
void
cw_whole_check_elements (CwWhole *self)
{
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    check_form (self, i);
  check_year (self);
  check_addressees (self);
  cw_whole_foreach (self, CW_FACT_PHRASE, self->n_body, on_phrase, NULL);
}
