/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/values/cw-blank.h"

G_BEGIN_DECLS

/**
 * CwSheetMatch:
 * @CW_SHEET_SURE: the sentence is still there
 * @CW_SHEET_CHANGED: found by its number only: the sentence has changed
 * @CW_SHEET_TWICE: another row answers the same blank in another way
 * @CW_SHEET_LOST: there is no such blank any more
 *
 * How an answer of a collection sheet was found in the paper.
 */
typedef enum
{
  CW_SHEET_SURE,
  CW_SHEET_CHANGED,
  CW_SHEET_TWICE,
  CW_SHEET_LOST,
} CwSheetMatch;

/**
 * CwSheetAnswer:
 * @blank: the blank it answers, of the paper it was read for; nothing if it is lost
 * @match: how it was found
 * @sentence: what the sheet says it is about
 * @old_text: what the blank shows
 * @new_text: the answer
 * @source: who gave it, may be empty
 * @note: a note, may be empty
 * @origin: (nullable): the file it is from, if there are several
 * @no_number: whether a number is expected and it is none
 *
 * An answer in a collection sheet: a change somebody proposes.
 */
typedef struct
{
  CwBlank blank;
  CwSheetMatch match;
  char *sentence;
  char *old_text;
  char *new_text;
  char *source;
  char *note;
  char *origin;
  gboolean no_number;
} CwSheetAnswer;

char *cw_value_sheet_to_csv (CwDocument *document, gboolean with_filled);
GBytes *cw_value_sheet_to_ods (CwDocument *document, gboolean with_filled);
GArray *cw_value_sheet_read (CwDocument *document, GBytes *bytes, GError **error);
GArray *cw_value_sheet_read_csv (CwDocument *document, GBytes *bytes, GError **error);
gboolean cw_sheet_answer_is_rival (const CwSheetAnswer *a, const CwSheetAnswer *b);
void cw_value_sheet_join (GArray *answers, GArray *more, const char *origin);
CwDocument *cw_value_sheet_apply (CwDocument *document, const CwSheetAnswer *answers, guint n);

G_END_DECLS
