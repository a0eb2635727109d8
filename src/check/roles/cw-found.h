/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/page/cw-measured.h"
#include "document/elements/cw-form.h"

G_BEGIN_DECLS

/*
 * What stands on the pages of a PDF, found by words, size, colour and rough place alone, so that
 * something a few millimetres off is still known for what it is and can fail its check.
 */

/**
 * CwFoundPart:
 *
 * What a row of a page is part of. %CW_PART_OTHER is what nothing else fits.
 */
typedef enum
{
  CW_PART_NONE, /* not looked at yet */
  CW_PART_OTHER,
  CW_PART_COPY_NUMBER,
  CW_PART_CLASSIFICATION,
  CW_PART_URGENCY,
  CW_PART_MARK,
  CW_PART_NUMBER,
  CW_PART_SIGNERS,
  CW_PART_ISSUE, /* 编发单位 and date of a bulletin, date and organ of minutes */
  CW_PART_TITLE,
  CW_PART_SUBTITLE,
  CW_PART_ADDRESSEES,
  CW_PART_BODY,
  CW_PART_ATTACHMENT_LIST,
  CW_PART_POSITION, /* 职务 beside a signature stamp */
  CW_PART_SIGNATORY,
  CW_PART_DATE,
  CW_PART_NOTE,
  CW_PART_ATTENDEES,
  CW_PART_ATTACHMENT_HEAD,
  CW_PART_ATTACHMENT_TITLE,
  CW_PART_TABLE,
  CW_PART_COLOPHON,
  CW_PART_PAGE_NUMBER,
  CW_N_PARTS,
} CwFoundPart;

/**
 * CwFoundRow:
 * @page: where it stands
 * @first: index of its first character on the page
 * @n_chars: how many
 * @turn: see #CwMeasuredLine
 * @y: baseline, mm
 * @size: of most of its characters, pt
 * @text: its characters, blanks left out
 * @part: what it is part of
 * @attachment: of which attachment, from 1; 0 for the paper itself
 * @opens: whether a paragraph begins with it
 * @closes: whether a paragraph ends with it
 * @centred: whether it stands in the middle, like a caption
 * @goes_on: whether it is a signatory under a seal that goes on right below
 * @level: of the heading it is or begins with; 0 for none
 *
 * A line of the page, or the part of one that belongs to one element.
 */
typedef struct
{
  CwMeasuredPage *page;
  guint first;
  guint n_chars;
  guint turn;
  double y;
  double size;
  char *text;
  CwFoundPart part;
  guint attachment;
  gboolean opens;
  gboolean closes;
  gboolean centred;
  gboolean goes_on;
  guint level;
} CwFoundRow;

/**
 * CwFoundRule:
 * @page: where it is
 * @box: what it covers, mm
 * @tint: its colour
 *
 * A level rule, its pieces joined.
 */
typedef struct
{
  CwMeasuredPage *page;
  CwBox box;
  CwTint tint;
} CwFoundRule;

/**
 * CwFound:
 * @measured: the PDF
 * @format: what format it was taken for
 * @rows: (element-type CwFoundRow): page by page from top to bottom
 * @rules: (element-type CwFoundRule): level rules outside tables, likewise
 * @red_rules: (element-type CwFoundRule): those of the masthead, and of a letter's foot
 * @colophon_rules: (element-type CwFoundRule): those of the colophon, from top to bottom
 * @tables: (element-type CwFoundRule): tables, as boxes with their page
 * @seals: (element-type CwFoundRule): red rings, as boxes with their page
 * @centres: by font, how far above the baseline its characters' middle is, in ems
 */
typedef struct
{
  CwMeasured *measured;
  CwFormat format;
  GArray *rows;
  GArray *rules;
  GArray *red_rules;
  GArray *colophon_rules;
  GArray *tables;
  GArray *seals;
  GHashTable *centres;
} CwFound;

CwFound *cw_found_new (CwMeasured *measured);
void cw_found_free (CwFound *self);
CwFoundRow *cw_found_get_row (CwFound *self, guint row);
CwFoundRow *cw_found_get_first (CwFound *self, CwFoundPart part);
CwFoundRow *cw_found_get_last (CwFound *self, CwFoundPart part);
guint cw_found_count (CwFound *self, CwFoundPart part);
gboolean cw_found_row_is_name (const CwFoundRow *self);

const CwMeasuredChar *cw_found_row_get_char (const CwFoundRow *self, guint i);
const CwMeasuredChar *cw_found_row_get_last_char (const CwFoundRow *self);
double cw_found_row_get_x (const CwFoundRow *self);
double cw_found_row_get_start (CwFound *found, const CwFoundRow *self);
gboolean cw_found_row_has_blank (CwFound *found, const CwFoundRow *self);
double cw_found_row_get_stop (CwFound *found, const CwFoundRow *self);
double cw_found_row_get_end (const CwFoundRow *self);
double cw_found_row_get_centre (CwFound *found, const CwFoundRow *self);
double cw_found_row_get_em_top (CwFound *found, const CwFoundRow *self);
double cw_found_row_get_em_bottom (CwFound *found, const CwFoundRow *self);
CwBox cw_found_row_get_box (const CwFoundRow *self);
CwBox cw_found_row_get_ink (const CwFoundRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwFound, cw_found_free)

G_END_DECLS
