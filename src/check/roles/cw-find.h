/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-found.h"

G_BEGIN_DECLS

/* The steps of recognition, in their order. Each gives parts to rows that have none yet. */

void cw_find_rows (CwFound *self);
void cw_find_rules (CwFound *self);
void cw_find_centres (CwFound *self);
void cw_find_tables (CwFound *self);
void cw_find_page_numbers (CwFound *self);
void cw_find_colophon (CwFound *self);
void cw_find_masthead (CwFound *self);
void cw_find_attachments (CwFound *self);
void cw_find_opening (CwFound *self);
void cw_find_closing (CwFound *self);
void cw_find_body (CwFound *self);

gboolean cw_find_matches (const char *text, const char *pattern);
gboolean cw_find_is_han (gunichar ch);
gboolean cw_find_is_mark (gunichar ch);
guint cw_find_level (const char *text);
void cw_find_split_row (CwFound *self, guint row, guint n_chars);

G_END_DECLS
