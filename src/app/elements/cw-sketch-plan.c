/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sketch-plan.h"

/* Heights are larger than on paper, so that a part can be hit. */
/* clang-format off */
static const CwSketchPart common[CW_N_ELEMENTS] = {
  [CW_ELEMENT_COPY_NUMBER]           = { 0, 10, 6, 22, 7 },
  [CW_ELEMENT_CLASSIFICATION]        = { 0, 10, 15, 16, 7 },
  [CW_ELEMENT_CLASSIFICATION_PERIOD] = { 0, 28, 15, 14, 7 },
  [CW_ELEMENT_URGENCY]               = { 0, 10, 24, 16, 7 },
  [CW_ELEMENT_ISSUERS]               = { 0, 12, 35, 54, 12 },
  [CW_ELEMENT_MARK_WORD]             = { 0, 68, 35, 20, 12 },
  [CW_ELEMENT_NUMBER_CODE]           = { 0, 26, 51, 18, 7 },
  [CW_ELEMENT_NUMBER_YEAR]           = { 0, 46, 51, 13, 7 },
  [CW_ELEMENT_NUMBER_SERIAL]         = { 0, 61, 51, 13, 7 },
  [CW_ELEMENT_TITLE]                 = { 0, 22, 68, 56, 10 },
  [CW_ELEMENT_SUBTITLE]              = { 0, 30, 80, 40, 6 },
  [CW_ELEMENT_ADDRESSEES]            = { 0, 10, 89, 44, 7 },
  [CW_ELEMENT_EDITOR_NOTE]           = { 0, 10, 98, 80, 10 },
  [CW_ELEMENT_POSITIONS]             = { 1, 34, 47, 22, 7 },
  [CW_ELEMENT_SIGNATORY]             = { 1, 58, 47, 32, 7 },
  [CW_ELEMENT_DATE]                  = { 1, 60, 56, 28, 7 },
  [CW_ELEMENT_NOTE]                  = { 1, 16, 66, 44, 7 },
  [CW_ELEMENT_ATTENDEES]             = { 1, 10, 66, 60, 7 },
  [CW_ELEMENT_ABSENTEES]             = { 1, 10, 75, 44, 7 },
  [CW_ELEMENT_OBSERVERS]             = { 1, 10, 84, 44, 7 },
  [CW_ELEMENT_REPORT_RECIPIENTS]     = { 1, 10, 94, 80, 7 },
  [CW_ELEMENT_COPY_RECIPIENTS]       = { 1, 10, 104, 80, 8 },
  [CW_ELEMENT_FORWARD_RECIPIENTS]    = { 1, 10, 113, 80, 7 },
  [CW_ELEMENT_PRINTING_OFFICE]       = { 1, 10, 122, 38, 7 },
  [CW_ELEMENT_PRINTING_DATE]         = { 1, 58, 122, 32, 7 },
  [CW_ELEMENT_COPIES]                = { 1, 66, 131, 24, 6 },
};

/* R45, R46: the number goes left, the signers right. */
static const CwSketchPart upward[CW_N_ELEMENTS] = {
  [CW_ELEMENT_NUMBER_CODE]   = { 0, 10, 51, 16, 7 },
  [CW_ELEMENT_NUMBER_YEAR]   = { 0, 28, 51, 12, 7 },
  [CW_ELEMENT_NUMBER_SERIAL] = { 0, 42, 51, 10, 7 },
  [CW_ELEMENT_SIGNERS]       = { 0, 60, 51, 30, 7 },
};

/* R119–R127: the name alone over a red double rule, the number at the right below it. */
static const CwSketchPart letter[CW_N_ELEMENTS] = {
  [CW_ELEMENT_ISSUERS]               = { 0, 16, 8, 54, 12 },
  [CW_ELEMENT_MARK_WORD]             = { 0, 72, 8, 16, 12 },
  [CW_ELEMENT_COPY_NUMBER]           = { 0, 10, 30, 22, 7 },
  [CW_ELEMENT_CLASSIFICATION]        = { 0, 10, 39, 16, 7 },
  [CW_ELEMENT_CLASSIFICATION_PERIOD] = { 0, 28, 39, 14, 7 },
  [CW_ELEMENT_URGENCY]               = { 0, 10, 48, 16, 7 },
  [CW_ELEMENT_NUMBER_CODE]           = { 0, 48, 30, 16, 7 },
  [CW_ELEMENT_NUMBER_YEAR]           = { 0, 66, 30, 12, 7 },
  [CW_ELEMENT_NUMBER_SERIAL]         = { 0, 80, 30, 10, 7 },
};

/* R128: the number of an order is its serial alone. */
static const CwSketchPart order[CW_N_ELEMENTS] = {
  [CW_ELEMENT_NUMBER_SERIAL] = { 0, 40, 53, 20, 7 },
};

/* R209: the name of the bulletin, its issue, who makes it and when. */
static const CwSketchPart bulletin[CW_N_ELEMENTS] = {
  [CW_ELEMENT_MARK_WORD]     = { 0, 22, 32, 56, 12 },
  [CW_ELEMENT_NUMBER_SERIAL] = { 0, 40, 46, 20, 6 },
  [CW_ELEMENT_ISSUERS]       = { 0, 10, 54, 40, 6 },
  [CW_ELEMENT_DATE]          = { 0, 62, 54, 28, 6 },
};

/* R214: neither masthead nor colophon. */
static const CwSketchPart working_paper[CW_N_ELEMENTS] = {
  [CW_ELEMENT_TITLE]      = { 0, 18, 14, 64, 11 },
  [CW_ELEMENT_SUBTITLE]   = { 0, 30, 28, 40, 7 },
  [CW_ELEMENT_ADDRESSEES] = { 0, 10, 40, 44, 7 },
  [CW_ELEMENT_SIGNATORY]  = { 1, 56, 84, 34, 7 },
  [CW_ELEMENT_DATE]       = { 1, 58, 94, 30, 7 },
  [CW_ELEMENT_NOTE]       = { 1, 16, 106, 44, 7 },
};

static const CwSketchPart *const special[CW_N_FORMATS] = {
  [CW_FORMAT_WORKING_PAPER] = working_paper,
  [CW_FORMAT_LETTER]        = letter,
  [CW_FORMAT_ORDER]         = order,
  [CW_FORMAT_BULLETIN]      = bulletin,
};

static const CwSketchRule rules[CW_N_FORMATS][6] = {
  [CW_FORMAT_WORKING_PAPER] = { { CW_SKETCH_PAGES } },
  [CW_FORMAT_GENERAL]  = { { 0, 62, TRUE }, { 1, 102, FALSE }, { 1, 119, FALSE }, { 1, 131, FALSE }, { CW_SKETCH_PAGES } },
  [CW_FORMAT_LETTER]   = { { 0, 24, TRUE }, { 0, 26, TRUE }, { 0, 132, TRUE }, { 0, 134, TRUE }, { CW_SKETCH_PAGES } },
  [CW_FORMAT_ORDER]    = { { 1, 102, FALSE }, { 1, 119, FALSE }, { 1, 131, FALSE }, { CW_SKETCH_PAGES } },
  [CW_FORMAT_MINUTES]  = { { 0, 62, TRUE }, { 1, 102, FALSE }, { 1, 119, FALSE }, { 1, 131, FALSE }, { CW_SKETCH_PAGES } },
  [CW_FORMAT_BULLETIN] = { { 0, 63, TRUE }, { 1, 92, FALSE }, { 1, 121, FALSE }, { 1, 131, FALSE }, { CW_SKETCH_PAGES } },
};

static const CwSketchText text[CW_N_FORMATS][CW_SKETCH_PAGES] = {
  [CW_FORMAT_WORKING_PAPER] = { { 0, 52, 130 }, { 1, 12, 78 } },
  [CW_FORMAT_GENERAL]       = { { 0, 101, 132 }, { 1, 12, 42 } },
  [CW_FORMAT_LETTER]        = { { 0, 101, 128 }, { 1, 12, 42 } },
  [CW_FORMAT_ORDER]         = { { 0, 68, 132 }, { 1, 12, 42 } },
  [CW_FORMAT_MINUTES]       = { { 0, 101, 132 }, { 1, 12, 42 } },
  [CW_FORMAT_BULLETIN]      = { { 0, 112, 132 }, { 1, 12, 42 } },
};
/* clang-format on */

/**
 * cw_sketch_plan_get_part:
 * @element: an element
 * @form: what paper it stands in
 *
 * Returns: where it stands on the sketch; of no height if it has no place there
 */
CwSketchPart
cw_sketch_plan_get_part (CwElement element, const CwForm *form)
{
  gboolean has_signers = cw_element_get_need (CW_ELEMENT_SIGNERS, form) != CW_NEED_NONE;
  const CwSketchPart *parts = special[form->format];

  if (parts != NULL && parts[element].height > 0)
    return parts[element];
  if (has_signers && upward[element].height > 0)
    return upward[element];
  return common[element];
}

/**
 * cw_sketch_plan_get_rules:
 * @format: a format
 *
 * Returns: (transfer none): the rules of its pages; one on page %CW_SKETCH_PAGES is behind the last
 */
const CwSketchRule *
cw_sketch_plan_get_rules (CwFormat format)
{
  return rules[format];
}

/**
 * cw_sketch_plan_get_text:
 * @format: a format
 *
 * Returns: (transfer none): where the text is on the %CW_SKETCH_PAGES pages
 */
const CwSketchText *
cw_sketch_plan_get_text (CwFormat format)
{
  return text[format];
}
