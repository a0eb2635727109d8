/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/spelling/cw-spelling.h"

G_BEGIN_DECLS

/*
 * CwSpellingChecker:spelling (CwSpelling, boxed, nullable, read-only): what was found last
 */
#define CW_TYPE_SPELLING_CHECKER (cw_spelling_checker_get_type ())

G_DECLARE_FINAL_TYPE (CwSpellingChecker, cw_spelling_checker, CW, SPELLING_CHECKER, GObject)

CwSpellingChecker *cw_spelling_checker_new (void);
void cw_spelling_checker_set_document (CwSpellingChecker *self, CwDocument *document);
void cw_spelling_checker_set_words (CwSpellingChecker *self, const char *const *words);
CwSpelling *cw_spelling_checker_get_spelling (CwSpellingChecker *self);

G_END_DECLS
