/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-xml.h"

/* As the paper reads, from the masthead to the colophon. */
static const int order[] = {
  CW_PROJECT_PART_FORM,

  CW_ELEMENT_COPY_NUMBER,
  CW_ELEMENT_CLASSIFICATION,
  CW_ELEMENT_CLASSIFICATION_PERIOD,
  CW_ELEMENT_URGENCY,
  CW_ELEMENT_ISSUERS,
  CW_ELEMENT_MARK_WORD,
  CW_ELEMENT_NUMBER_CODE,
  CW_ELEMENT_NUMBER_YEAR,
  CW_ELEMENT_NUMBER_SERIAL,
  CW_ELEMENT_SIGNERS,

  CW_ELEMENT_TITLE,
  CW_ELEMENT_SUBTITLE,
  CW_ELEMENT_ADDRESSEES,
  CW_ELEMENT_EDITOR_NOTE,
  CW_PROJECT_PART_BODY,
  CW_ELEMENT_ATTENDEES,
  CW_ELEMENT_ABSENTEES,
  CW_ELEMENT_OBSERVERS,
  CW_ELEMENT_SIGNATORY,
  CW_ELEMENT_POSITIONS,
  CW_ELEMENT_DATE,
  CW_ELEMENT_NOTE,
  CW_PROJECT_PART_ATTACHMENT,

  CW_ELEMENT_COPY_RECIPIENTS,
  CW_ELEMENT_PRINTING_OFFICE,
  CW_ELEMENT_PRINTING_DATE,
  CW_ELEMENT_COPIES,
  CW_ELEMENT_REPORT_RECIPIENTS,
  CW_ELEMENT_FORWARD_RECIPIENTS,

  CW_PROJECT_PART_LEDGER,
};

G_STATIC_ASSERT (G_N_ELEMENTS (order) == CW_N_ELEMENTS + 4);

/**
 * cw_project_get_part:
 * @place: a place among the children of document, from 0
 *
 * Returns: what stands there in document.xml: a #CwElement or another part, or
 *   %CW_PROJECT_PART_NONE behind the last
 */
int
cw_project_get_part (guint place)
{
  return place < G_N_ELEMENTS (order) ? order[place] : CW_PROJECT_PART_NONE;
}

/**
 * cw_project_get_place:
 * @part: a #CwElement or another part
 *
 * Returns: its place among the children of document, from 0
 */
int
cw_project_get_place (int part)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == part)
      return i;
  g_return_val_if_reached (-1);
}
