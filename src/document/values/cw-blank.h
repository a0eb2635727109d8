/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-stretch.h"

G_BEGIN_DECLS

/**
 * CwBlank:
 * @at: where it stands
 * @unit_end: byte after the unit that follows it; the end of @at without one
 * @value: number of the quantity in the ledger of the document; 0 if it is only found in the text
 * @filled: whether it has been filled in
 *
 * One place of a paper where a quantity is or is missing: a placeholder found in the text, or a
 * mark of kind %CW_MARK_VALUE. Several may be one quantity: they have one number, and what is done
 * to one is done to all. Plain data; it holds for the one document it was found in.
 */
typedef struct
{
  CwStretch at;
  guint unit_end;
  guint value;
  gboolean filled;
} CwBlank;

/* Finding them */
GArray *cw_blanks_find (CwDocument *document, gboolean with_filled);
GArray *cw_blanks_find_in_line (CwDocument *document, guint line, gboolean with_filled);
GArray *cw_blanks_find_dismissed (CwDocument *document);
guint cw_blanks_count (CwDocument *document, guint *n_left);
guint cw_blanks_count_in_text (CwText *text, CwLedger *ledger, gboolean with_filled);

/* What one is */
char *cw_blank_get_unit (CwDocument *document, const CwBlank *blank);
char *cw_blank_describe_sentence (CwDocument *document, const CwBlank *blank, guint *start,
                                  guint *end);

/* Changing them: each gives a new document, one step for the history */
CwDocument *cw_blank_fill (CwDocument *document, const CwBlank *blank, const char *text,
                           const char *source, const char *note);
CwDocument *cw_blanks_fill (CwDocument *document, const CwBlank *blanks, const char *const *texts,
                            guint n);
CwDocument *cw_blank_clear (CwDocument *document, const CwBlank *blank);
CwDocument *cw_blank_make (CwDocument *document, const CwStretch *stretch);
CwDocument *cw_blank_dismiss (CwDocument *document, const CwBlank *blank);
CwDocument *cw_blank_undismiss (CwDocument *document, const CwStretch *stretch);
CwDocument *cw_blanks_number (CwDocument *document, CwBlank *blanks, guint n);
CwDocument *cw_blanks_link (CwDocument *document, const CwBlank *blanks, guint n);
CwDocument *cw_blank_unlink (CwDocument *document, const CwBlank *blank);

G_END_DECLS
