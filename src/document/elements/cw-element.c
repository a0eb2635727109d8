/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-element.h"

#include <glib/gi18n-lib.h>

#define BIT(format) (1u << CW_FORMAT_##format)
#define RED (BIT (GENERAL) | BIT (LETTER) | BIT (ORDER) | BIT (MINUTES))
#define ALL (RED | BIT (WORKING_PAPER) | BIT (BULLETIN))

/* The id is what files hold. An element a format has not is never shown or printed in it. */
typedef struct
{
  const char *id;
  const char *name;
  CwElementGroup group;
  gboolean has_lines;
  guint formats;  /* that have it */
  guint required; /* in which it may not be missing */
} CwElementRow;

/* clang-format off */
static const CwElementRow rows[CW_N_ELEMENTS] = {
  [CW_ELEMENT_TITLE]                 = { "title", N_ ("Title"), CW_GROUP_BODY, TRUE, ALL & ~BIT (ORDER), BIT (GENERAL) | BIT (LETTER) | BIT (WORKING_PAPER) },
  [CW_ELEMENT_SUBTITLE]              = { "subtitle", N_ ("Line Under the Title"), CW_GROUP_BODY, TRUE, ALL & ~BIT (ORDER), 0 },
  [CW_ELEMENT_ADDRESSEES]            = { "addressees", N_ ("Addressees"), CW_GROUP_BODY, TRUE, ALL & ~BIT (ORDER), 0 },
  [CW_ELEMENT_SIGNATORY]             = { "signatory", N_ ("Signatory"), CW_GROUP_BODY, TRUE, ALL, BIT (GENERAL) | BIT (LETTER) },
  [CW_ELEMENT_DATE]                  = { "date", N_ ("Document Date"), CW_GROUP_BODY, FALSE, ALL, RED & ~BIT (MINUTES) },
  [CW_ELEMENT_NOTE]                  = { "note", N_ ("Note"), CW_GROUP_BODY, FALSE, ALL, 0 },
  [CW_ELEMENT_COPY_NUMBER]           = { "copy-number", N_ ("Copy Number"), CW_GROUP_MASTHEAD, FALSE, RED | BIT (BULLETIN), 0 },
  [CW_ELEMENT_CLASSIFICATION]        = { "classification", N_ ("Classification"), CW_GROUP_MASTHEAD, FALSE, RED | BIT (BULLETIN), 0 },
  [CW_ELEMENT_CLASSIFICATION_PERIOD] = { "classification-period", N_ ("Classification Period"), CW_GROUP_MASTHEAD, FALSE, RED | BIT (BULLETIN), 0 },
  [CW_ELEMENT_URGENCY]               = { "urgency", N_ ("Urgency"), CW_GROUP_MASTHEAD, FALSE, RED, 0 },
  [CW_ELEMENT_ISSUERS]               = { "issuers", N_ ("Issuers"), CW_GROUP_MASTHEAD, TRUE, RED | BIT (BULLETIN), RED },
  [CW_ELEMENT_MARK_WORD]             = { "mark-word", N_ ("Word of the Issuer Mark"), CW_GROUP_MASTHEAD, FALSE, (RED & ~BIT (LETTER)) | BIT (BULLETIN), BIT (ORDER) | BIT (MINUTES) | BIT (BULLETIN) },
  [CW_ELEMENT_NUMBER_CODE]           = { "number-code", N_ ("Issuer Code"), CW_GROUP_MASTHEAD, FALSE, BIT (GENERAL) | BIT (LETTER) | BIT (MINUTES), BIT (GENERAL) | BIT (LETTER) },
  [CW_ELEMENT_NUMBER_YEAR]           = { "number-year", N_ ("Year of the Number"), CW_GROUP_MASTHEAD, FALSE, BIT (GENERAL) | BIT (LETTER) | BIT (MINUTES), BIT (GENERAL) | BIT (LETTER) },
  [CW_ELEMENT_NUMBER_SERIAL]         = { "number-serial", N_ ("Serial Number"), CW_GROUP_MASTHEAD, FALSE, RED | BIT (BULLETIN), BIT (BULLETIN) },
  [CW_ELEMENT_SIGNERS]               = { "signers", N_ ("Signers"), CW_GROUP_MASTHEAD, TRUE, BIT (GENERAL), 0 },
  [CW_ELEMENT_POSITIONS]             = { "positions", N_ ("Positions of the Signatories"), CW_GROUP_BODY, TRUE, BIT (GENERAL) | BIT (ORDER), 0 },
  [CW_ELEMENT_ATTENDEES]             = { "attendees", N_ ("Attendees"), CW_GROUP_BODY, FALSE, BIT (MINUTES), BIT (MINUTES) },
  [CW_ELEMENT_ABSENTEES]             = { "absentees", N_ ("Excused"), CW_GROUP_BODY, FALSE, BIT (MINUTES), 0 },
  [CW_ELEMENT_OBSERVERS]             = { "observers", N_ ("Sitting In"), CW_GROUP_BODY, FALSE, BIT (MINUTES), 0 },
  [CW_ELEMENT_EDITOR_NOTE]           = { "editor-note", N_ ("Editor’s Note"), CW_GROUP_BODY, TRUE, BIT (BULLETIN), 0 },
  [CW_ELEMENT_COPY_RECIPIENTS]       = { "copy-recipients", N_ ("Copy Recipients"), CW_GROUP_COLOPHON, FALSE, RED | BIT (BULLETIN), 0 },
  [CW_ELEMENT_PRINTING_OFFICE]       = { "printing-office", N_ ("Printing Office"), CW_GROUP_COLOPHON, FALSE, (RED & ~BIT (LETTER)) | BIT (BULLETIN), BIT (GENERAL) | BIT (BULLETIN) },
  [CW_ELEMENT_PRINTING_DATE]         = { "printing-date", N_ ("Printing Date"), CW_GROUP_COLOPHON, FALSE, RED & ~BIT (LETTER), BIT (GENERAL) },
  [CW_ELEMENT_COPIES]                = { "copies", N_ ("Number of Copies"), CW_GROUP_COLOPHON, FALSE, (RED & ~BIT (LETTER)) | BIT (BULLETIN), 0 },
  [CW_ELEMENT_REPORT_RECIPIENTS]     = { "report-recipients", N_ ("Reported To"), CW_GROUP_COLOPHON, FALSE, BIT (BULLETIN), 0 },
  [CW_ELEMENT_FORWARD_RECIPIENTS]    = { "forward-recipients", N_ ("Issued To"), CW_GROUP_COLOPHON, FALSE, BIT (BULLETIN), 0 },
};
/* clang-format on */

/**
 * cw_element_get_id:
 * @element: an element
 *
 * Returns: (transfer none): what files call it; never changes
 */
const char *
cw_element_get_id (CwElement element)
{
  g_return_val_if_fail (element < CW_N_ELEMENTS, NULL);

  return rows[element].id;
}

/**
 * cw_element_find:
 * @id: what a file calls an element
 * @element: (out): the element
 *
 * Returns: whether there is such an element
 */
gboolean
cw_element_find (const char *id, CwElement *element)
{
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (g_str_equal (rows[i].id, id))
      {
        *element = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cw_element_get_name:
 * @element: an element
 *
 * Returns: (transfer none): what the user calls it, translated
 */
const char *
cw_element_get_name (CwElement element)
{
  g_return_val_if_fail (element < CW_N_ELEMENTS, NULL);

  return _ (rows[element].name);
}

/**
 * cw_element_get_group:
 * @element: an element
 *
 * Returns: the part of the page it stands in (R31)
 */
CwElementGroup
cw_element_get_group (CwElement element)
{
  g_return_val_if_fail (element < CW_N_ELEMENTS, CW_GROUP_BODY);

  return rows[element].group;
}

/**
 * cw_element_has_lines:
 * @element: an element
 *
 * Returns: whether it may hold line feeds
 */
gboolean
cw_element_has_lines (CwElement element)
{
  g_return_val_if_fail (element < CW_N_ELEMENTS, FALSE);

  return rows[element].has_lines;
}

/* Adopted by a meeting, which the line under the title says instead of signatory and date (R56,
 * R189, R192). */
static gboolean
is_adopted (const CwForm *form)
{
  return form->sealing == CW_SEALING_NONE
         && (form->kind == CW_KIND_RESOLUTION || form->kind == CW_KIND_COMMUNIQUE);
}

/* Numbered 第1号 by themselves, or not at all (R189–R194). */
static gboolean
is_public (const CwForm *form)
{
  return form->kind == CW_KIND_RESOLUTION
         || cw_kind_get_direction (form->kind) == CW_DIRECTION_PUBLIC;
}

static CwNeed
get_need_of_signers (const CwForm *form)
{
  if (form->kind == CW_KIND_OPINION || form->kind == CW_KIND_BILL)
    return CW_NEED_OPTIONAL; /* an opinion may go up (R195); a bill is signed below (R201) */
  return cw_kind_get_direction (form->kind) == CW_DIRECTION_UP ? CW_NEED_REQUIRED : CW_NEED_NONE;
}

static gboolean
wants_addressees (const CwForm *form)
{
  return form->kind >= CW_KIND_NOTICE && form->kind <= CW_KIND_LETTER
         && form->kind != CW_KIND_CIRCULAR;
}

/* What the format leaves open and the kind or the sealing settles. */
static CwNeed
adjust_need (CwElement element, const CwForm *form, CwNeed need)
{
  switch ((int) element)
    {
    case CW_ELEMENT_SIGNERS: /* R46 */
      return get_need_of_signers (form);
    case CW_ELEMENT_ADDRESSEES: /* R58, R196–R202 */
      return wants_addressees (form) ? CW_NEED_REQUIRED : need;
    case CW_ELEMENT_SIGNATORY: /* R70, R79, R83 */
      if (form->sealing != CW_SEALING_NONE)
        return CW_NEED_REQUIRED;
      return is_adopted (form) ? CW_NEED_OPTIONAL : need;
    case CW_ELEMENT_DATE:
      return is_adopted (form) ? CW_NEED_OPTIONAL : need;
    case CW_ELEMENT_SUBTITLE: /* R56 */
      return is_adopted (form) ? CW_NEED_REQUIRED : need;
    case CW_ELEMENT_NUMBER_CODE:
    case CW_ELEMENT_NUMBER_YEAR: /* R193 */
      return is_public (form) ? CW_NEED_OPTIONAL : need;
    case CW_ELEMENT_POSITIONS: /* R83 */
      return form->sealing == CW_SEALING_SIGNATURE ? CW_NEED_REQUIRED : CW_NEED_NONE;
    case CW_ELEMENT_NOTE: /* R89 */
      return form->kind == CW_KIND_REQUEST ? CW_NEED_REQUIRED : need;
    default:
      return need;
    }
}

/**
 * cw_element_get_need:
 * @element: an element
 * @form: what paper it would stand in
 *
 * Returns: whether such a paper has this element (clauses 7 and 10, R189–R212)
 */
CwNeed
cw_element_get_need (CwElement element, const CwForm *form)
{
  const CwElementRow *row;

  g_return_val_if_fail (element < CW_N_ELEMENTS, CW_NEED_NONE);

  row = &rows[element];
  if ((row->formats & (1u << form->format)) == 0)
    return CW_NEED_NONE;
  return adjust_need (element, form,
                      (row->required & (1u << form->format)) != 0 ? CW_NEED_REQUIRED
                                                                  : CW_NEED_OPTIONAL);
}
