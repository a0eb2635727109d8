/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-field.h"
#include "cw-flow.h"

G_BEGIN_DECLS

/**
 * CwStretch:
 * @field: where it is entered: %CW_FIELD_NONE for a line of the flow, %CW_FIELD_CELL or
 *   %CW_FIELD_ELEMENT
 * @line: its line of the flow, that of the caption for a cell; 0 for an element
 * @start: first byte: in the line of the flow, or in the text of the cell or element
 * @end: byte after the last
 *
 * A stretch of text anywhere in a document: what a search hits, a finding is about, a blank
 * covers. Plain data; it holds for the one document it was made for.
 */
typedef struct
{
  CwField field;
  guint line;
  guint start;
  guint end;
} CwStretch;

/**
 * CwStretchFunc:
 * @whole: a whole line, cell or element
 * @text: its text, valid during the call
 * @user_data: what was passed
 *
 * Returns: whether to go on
 */
typedef gboolean (*CwStretchFunc) (const CwStretch *whole, CwText *text, gpointer user_data);

/**
 * CwTextFunc:
 * @whole: a whole line, cell or element
 * @text: its text
 * @user_data: what was passed
 *
 * Returns: (transfer full): what becomes of it; may be a new reference to @text
 */
typedef CwText *(*CwTextFunc) (const CwStretch *whole, CwText *text, gpointer user_data);

void cw_stretch_foreach (CwDocument *document, CwStretchFunc func, gpointer user_data);
CwText *cw_stretch_get_text (CwDocument *document, const CwStretch *stretch);
char *cw_stretch_to_string (CwDocument *document, const CwStretch *stretch);
gboolean cw_stretch_is_valid (CwDocument *document, const CwStretch *stretch);
gboolean cw_stretch_same_text (const CwStretch *a, const CwStretch *b);
int cw_stretch_compare (const CwStretch *a, const CwStretch *b);
CwDocument *cw_edit_stretches (CwDocument *document, const CwStretch *stretches,
                               CwText *const *texts, guint n);
CwDocument *cw_edit_each_text (CwDocument *document, CwTextFunc func, gpointer user_data);
GArray *cw_stretch_follow (CwDocument *from, CwDocument *to, const CwStretch *stretches, guint n);

G_END_DECLS
