/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-blank.h"

/* Private to this room: what becomes of a quantity becomes of every place where it stands. */

G_BEGIN_DECLS

#define CW_BLANK_TEXT "XX" /* what an unfilled quantity shows */

guint cw_blank_find_unit_end (CwText *text, guint end, const char *unit);
gboolean cw_blank_is_answer (const char *text, const char *unit);
CwDocument *cw_blanks_mark (CwDocument *document, const CwBlank *blanks, guint n);
guint cw_values_count_places (CwDocument *document, guint id);
char *cw_values_dup_text (CwDocument *document, guint id);
CwDocument *cw_values_put_text (CwDocument *document, guint id, const char *text);
CwDocument *cw_values_put_texts (CwDocument *document, GHashTable *texts);
GHashTable *cw_values_dup_texts (CwDocument *document, GHashTable *differing);
CwDocument *cw_values_renumber (CwDocument *document, guint id, guint to);
CwDocument *cw_values_set (CwDocument *document, const CwValue *value);
CwDocument *cw_values_remove (CwDocument *document, guint id, guint instead);

G_END_DECLS
